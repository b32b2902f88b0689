"""`monitor alerts` and `monitor alert --test`."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from alert_examples import HOSTILE, OTHER_SPEAKER, RATIFICATION
from outboxes import put_in
from werkzeug import Response

from monitor.route import ChannelConfig, Delivery, Receiver
from workers.commands.alerts import alert_test, listed, send_sample

NOW = datetime(2024, 11, 13, 3, 0, tzinfo=UTC)
ERROR = "the mail server refused desk@example.org: 550 no such user"


@pytest.fixture
def outbox(store):
    """One delivery given up, one waiting after a failure."""
    gone = Delivery(OTHER_SPEAKER.id, "desk", "email")
    waiting = Delivery(RATIFICATION.id, "desk", "slack")
    put_in(store, OTHER_SPEAKER, [gone], NOW)
    put_in(store, RATIFICATION, [waiting], NOW)
    store.outbox.give_up(gone, ERROR, NOW)
    store.outbox.retry(waiting, "Slack refused: 500", NOW + timedelta(seconds=5), NOW)
    return gone, waiting


def test_what_is_unsent_and_given_up_is_listed_with_the_last_error(store, outbox, capsys):
    gone, waiting = outbox
    assert listed(store, json=False, retry=()) == 0
    assert (
        capsys.readouterr().out
        == f"""\
Given up (1):
  {gone.id}  North Korean troops in Russia: about 11,000, a different figure (on record: about 10,000)
      to desk/email, since 13 Nov 03:00 UTC, 1 try
      {ERROR}

Not delivered yet (1):
  {waiting.id}  Treaty between North Korea and Russia: ratified by North Korea, 1 of 2 (was signed)
      to desk/slack, since 13 Nov 03:00 UTC, 1 try, next at 13 Nov 03:00:05 UTC
      Slack refused: 500

Once what kept them is mended: monitor alerts --retry ID (or: --retry all)
"""
    )


def test_programs_get_one_object_per_delivery(store, outbox, capsys):
    assert listed(store, json=True, retry=()) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["state"], first["error"], first["due"]) == ("given_up", ERROR, None)
    assert (second["state"], second["due"]) == ("waiting", "2024-11-13T03:00:05+00:00")


@pytest.mark.parametrize("words", ["id", "all"])
def test_a_given_up_delivery_can_be_tried_again(store, outbox, capsys, words):
    gone, _ = outbox
    assert listed(store, json=False, retry=(gone.id if words == "id" else words,)) == 0
    assert capsys.readouterr().out == "1 to be tried again at once: `monitor alerts` shows what comes of it\n"
    assert store.outbox.given_up() == []
    due = [delivery.id for delivery, _ in store.outbox.due(NOW, lease=timedelta(seconds=60), limit=10)]
    assert due == [gone.id]


def test_an_unknown_delivery_is_named(store, outbox, capsys):
    assert listed(store, json=False, retry=("nonsense",)) == 1
    said = capsys.readouterr()
    assert "no delivery nonsense waits" in said.err
    assert said.out == ""


def test_nothing_unsent_is_said_in_words(store, capsys):
    assert listed(store, json=False, retry=()) == 0
    assert capsys.readouterr().out == "Every alert is delivered.\n"


def test_a_hostile_title_cannot_write_to_the_terminal(store, capsys):
    put_in(store, HOSTILE, [Delivery(HOSTILE.id, "desk", "email")], NOW)
    listed(store, json=False, retry=())
    assert "\x1b" not in capsys.readouterr().out


def test_a_sample_goes_through_the_real_channels_and_each_answer_is_printed(httpserver, server, mailbox, capsys):
    httpserver.expect_request("/hook").respond_with_response(Response("no_service", status=404))
    desk = Receiver(
        "desk",
        (
            ChannelConfig(kind="log"),
            ChannelConfig(kind="slack"),
            ChannelConfig(kind="slack", name="night", settings={"webhook": "NIGHT_URL"}, optional=True),
            ChannelConfig(kind="email", settings={"to": "desk@example.org"}),
        ),
    )
    variables = {
        "SLACK_WEBHOOK_URL": httpserver.url_for("/hook"),
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(server.port),
        "SMTP_FROM": "monitor@example.org",
    }
    assert send_sample(desk, variables, NOW) == 1
    assert capsys.readouterr().out.splitlines()[-4:] == [
        "log: accepted",
        "slack: not accepted: Slack refused: 404 no_service",
        "night: left out, not set: NIGHT_URL",
        "email: accepted",
    ]
    assert mailbox.mail[0]["Subject"].startswith("Test · Injured in a sample earthquake: at least 120")


def test_an_unknown_receiver_is_answered_with_those_there_are(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("workers.commands.alerts.configure", lambda settings, process: None)
    rules = tmp_path / "receivers.yaml"
    rules.write_text("receivers:\n  desk:\n    - channel: log\n")
    assert alert_test("nobody", rules=rules) == 1
    assert "has no receiver 'nobody'; there are: desk" in capsys.readouterr().err
