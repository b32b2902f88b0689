"""The sender, with the real store, a real HTTP server and a real SMTP server."""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import structlog
from alert_examples import OTHER_SPEAKER, RATIFICATION, SAME_SPEAKER
from outboxes import put_in
from redis.exceptions import ConnectionError as Unreachable
from werkzeug import Response

from monitor import channels
from monitor.route import ChannelConfig, Receiver, route
from monitor.store import EventKind
from workers.send import LONGEST_PAUSE, Patience, Sender, send_due

NOW = datetime(2024, 11, 13, 3, 0, tzinfo=UTC)
PATH = "/services/T000/B000/SECRET"
LOG, SLACK = ChannelConfig(kind="log"), ChannelConfig(kind="slack")
MAIL = ChannelConfig(kind="email", settings={"to": "desk@example.org"})


def receivers(*channels: ChannelConfig) -> dict[str, Receiver]:
    return {"desk": Receiver("desk", channels)}


def put(store, alert, to) -> None:
    put_in(store, alert, route(alert, to), NOW)


@pytest.fixture
def variables(httpserver, server):
    return {
        "SLACK_WEBHOOK_URL": httpserver.url_for(PATH),
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(server.port),
        "SMTP_FROM": "monitor@example.org",
    }


def answer(httpserver, *responses: Response) -> None:
    for response in responses:
        httpserver.expect_ordered_request(PATH, method="POST").respond_with_response(response)


def send(store, to, variables, at=NOW, **patience) -> int:
    return send_due(store, to, at, lambda: at, variables=lambda: variables, patience=Patience(**patience))


def test_an_alert_goes_through_every_channel_once(store, variables, httpserver, mailbox):
    to = receivers(LOG, SLACK, MAIL)
    answer(httpserver, Response("ok"))
    put(store, OTHER_SPEAKER, to)
    with structlog.testing.capture_logs() as logged:
        assert send(store, to, variables) == 3
        assert send(store, to, variables) == 0
    assert len(httpserver.log) == 1
    assert len(mailbox.mail) == 1
    assert [line["alert"] for line in logged if line["event"] == "alert"] == [
        "North Korean troops in Russia: about 11,000, a different figure (on record: about 10,000)"
    ]
    assert store.outbox.counts() == (0, 0)


def test_alerts_of_a_channel_go_out_in_their_order(store, variables, mailbox):
    for alert in (OTHER_SPEAKER, RATIFICATION):
        put(store, alert, receivers(MAIL))
    send(store, receivers(MAIL), variables)
    assert ["Treaty" in mail["Subject"] for mail in mailbox.mail] == [True, False]


def test_what_slack_refuses_once_is_delivered_with_the_next_try(store, variables, httpserver):
    to = receivers(SLACK)
    answer(httpserver, Response("", status=500), Response("ok"))
    put(store, OTHER_SPEAKER, to)
    assert send(store, to, variables) == 0
    (unsent,) = store.outbox.unsent()
    assert unsent.waiting.error == "Slack refused: 500"
    assert unsent.due == NOW + timedelta(seconds=5)
    assert send(store, to, variables, NOW + timedelta(seconds=4)) == 0
    assert len(httpserver.log) == 1
    assert send(store, to, variables, NOW + timedelta(seconds=5)) == 1


def test_slack_is_left_alone_for_as_long_as_it_asks(store, variables, httpserver):
    to = receivers(SLACK)
    answer(httpserver, Response("", status=429, headers={"Retry-After": "30"}), Response("ok"), Response("ok"))
    put(store, OTHER_SPEAKER, to)
    put(store, SAME_SPEAKER, to)
    assert send(store, to, variables) == 0
    assert len(httpserver.log) == 1
    assert {item.due for item in store.outbox.unsent()} == {NOW + timedelta(seconds=30)}
    assert sorted(item.waiting.delivery.attempts for item in store.outbox.unsent()) == [0, 1]
    assert send(store, to, variables, NOW + timedelta(seconds=30)) == 2


def test_mail_refused_for_good_is_kept_and_listed_and_the_others_go_out(store, variables, httpserver, mailbox):
    to = receivers(SLACK, MAIL)
    mailbox.answers = ["550 no such user"]
    answer(httpserver, Response("ok"))
    put(store, OTHER_SPEAKER, to)
    put(store, RATIFICATION, receivers(MAIL))
    assert send(store, to, variables) == 2
    (given_up,) = store.outbox.given_up()
    assert given_up.waiting.error == "the mail server refused desk@example.org: 550 no such user"
    assert len(mailbox.mail) == 1
    assert len(httpserver.log) == 1


def test_mail_refused_for_now_is_delivered_with_the_next_try(store, variables, mailbox):
    mailbox.answers = ["451 greylisted"]
    put(store, OTHER_SPEAKER, receivers(MAIL))
    assert send(store, receivers(MAIL), variables) == 0
    assert send(store, receivers(MAIL), variables, NOW + timedelta(seconds=5)) == 1
    assert store.outbox.counts() == (0, 0)


def test_what_fails_too_often_is_given_up_and_kept(store, variables, httpserver):
    to = receivers(SLACK)
    answer(httpserver, Response("", status=500), Response("", status=503))
    put(store, OTHER_SPEAKER, to)
    send(store, to, variables, attempts=2)
    send(store, to, variables, NOW + timedelta(minutes=1), attempts=2)
    (given_up,) = store.outbox.given_up()
    assert given_up.waiting.delivery.attempts == 2
    assert given_up.waiting.error == "Slack refused: 503"
    assert store.events.tail(1)[0].kind is EventKind.GIVEN_UP


def test_a_missing_secret_keeps_the_alert_and_names_the_variable(store, variables):
    put(store, OTHER_SPEAKER, receivers(SLACK))
    del variables["SLACK_WEBHOOK_URL"]
    send(store, receivers(SLACK), variables)
    (unsent,) = store.outbox.unsent()
    assert "SLACK_WEBHOOK_URL is not set" in unsent.waiting.error


def test_a_channel_that_left_the_rules_keeps_the_alert_and_says_so(store, variables):
    put(store, OTHER_SPEAKER, receivers(SLACK))
    send(store, receivers(LOG), variables)
    (unsent,) = store.outbox.unsent()
    assert "the rules have no channel 'slack' for 'desk'" in unsent.waiting.error


def test_an_alert_that_cannot_be_worded_does_not_block_those_behind_it(store, variables, mailbox):
    empty = replace(OTHER_SPEAKER, changes=(), at=OTHER_SPEAKER.at - timedelta(hours=1))
    put(store, empty, receivers(MAIL))
    put(store, OTHER_SPEAKER, receivers(MAIL))
    assert send(store, receivers(MAIL), variables) == 1
    assert "cannot be put into words" in store.outbox.given_up()[0].waiting.error


def test_a_mistake_of_ours_in_a_channel_does_not_block_those_behind_it(store, variables, mailbox, monkeypatch):
    deliver = channels.send

    def broken(alert, *rest):
        if alert == RATIFICATION:
            raise ZeroDivisionError
        return deliver(alert, *rest)

    monkeypatch.setattr(channels, "send", broken)
    put(store, RATIFICATION, receivers(MAIL))
    put(store, OTHER_SPEAKER, receivers(MAIL))
    assert send(store, receivers(MAIL), variables) == 1
    (unsent,) = store.outbox.unsent()
    assert "a mistake of ours, ZeroDivisionError" in unsent.waiting.error


def test_a_channel_that_hangs_holds_up_no_other(store, variables, mailbox, monkeypatch):
    monkeypatch.setattr("monitor.channels.slack.TIMEOUT_SECONDS", 60)
    to = receivers(SLACK, MAIL)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        variables["SLACK_WEBHOOK_URL"] = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        put(store, OTHER_SPEAKER, to)
        sender = Sender(store, Patience(), lambda: NOW)
        sender.start_due(NOW, to, lambda: variables)
        until = time.monotonic() + 30
        while not mailbox.mail and time.monotonic() < until:
            time.sleep(0.02)
        assert len(mailbox.mail) == 1
        put(store, RATIFICATION, receivers(MAIL))
        sender.start_due(NOW, to, lambda: variables)
        while len(mailbox.mail) < 2 and time.monotonic() < until:
            time.sleep(0.02)
        assert len(mailbox.mail) == 2
    sender.close()


def test_a_stopped_sender_begins_nothing_and_leaves_it_to_the_next(store, variables, mailbox):
    put(store, OTHER_SPEAKER, receivers(MAIL))
    stop = threading.Event()
    stop.set()
    sender = Sender(store, Patience(), lambda: NOW, stop)
    sender.start_due(NOW, receivers(MAIL), lambda: variables)
    sender.close()
    assert not mailbox.mail
    assert send(store, receivers(MAIL), variables) == 1


def test_nothing_is_begun_that_could_outlast_its_lease(store, variables, mailbox):
    put(store, OTHER_SPEAKER, receivers(MAIL))
    times = iter([NOW, NOW + timedelta(seconds=61)])
    sender = Sender(store, Patience(), lambda: next(times))
    sender.start_due(NOW, receivers(MAIL), lambda: variables)
    sender.wait()
    assert not mailbox.mail
    assert not sender.collect()
    sender.close()


def test_a_server_that_goes_away_after_the_acceptance_is_waited_for(store, variables, mailbox, monkeypatch):
    losses = iter([Unreachable("gone"), Unreachable("gone")])
    delivered = type(store.outbox).delivered

    def lossy(outbox, *arguments):
        for loss in losses:
            raise loss
        return delivered(outbox, *arguments)

    monkeypatch.setattr(type(store.outbox), "delivered", lossy)
    put(store, OTHER_SPEAKER, receivers(MAIL))
    assert send(store, receivers(MAIL), variables) == 1
    assert len(mailbox.mail) == 1
    assert store.outbox.counts() == (0, 0)


def test_pauses_double_up_to_half_an_hour():
    patience = Patience(pause=timedelta(seconds=5))
    assert [patience.pause_after(failed).total_seconds() for failed in (1, 2, 3)] == [5, 10, 20]
    assert patience.pause_after(1000) == LONGEST_PAUSE
