"""The sender as a process runs it: until it is stopped, with the rules of a folder."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from alert_examples import OTHER_SPEAKER
from outboxes import put_in

from monitor.route import Delivery
from workers.heartbeat import Role, alive
from workers.send import run_sender
from workers.settings import Settings

RULES = """\
receivers:
  desk:
    - {channel: email, to: desk@example.org}
"""


@pytest.fixture
def settings(tmp_path, server, monkeypatch):
    (tmp_path / "receivers.yaml").write_text(RULES)
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "MONITOR_RULES": str(tmp_path),
        "MONITOR_SEND_RETRY_SECONDS": "0.2",
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(server.port),
        "SMTP_FROM": "monitor@example.org",
    }.items():
        monkeypatch.setenv(name, value)
    return Settings()


@contextmanager
def running(settings, url, **more):
    stop = threading.Event()
    thread = threading.Thread(target=run_sender, args=(settings, url), kwargs={"stop": stop, **more})
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(40)
        assert not thread.is_alive()


def until(condition, seconds=40.0) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(condition())


def put(store) -> None:
    put_in(store, OTHER_SPEAKER, [Delivery(OTHER_SPEAKER.id, "desk", "email")], datetime.now(UTC))


def test_it_delivers_what_comes_and_tries_again_what_failed(store, redis_url, settings, mailbox):
    mailbox.answers = ["451 later"]
    with running(settings, redis_url):
        put(store)
        assert until(lambda: store.outbox.counts() == (0, 0))
    assert len(mailbox.mail) == 1


def test_in_shadow_nothing_is_sent_and_nothing_lost(store, redis_url, settings, mailbox):
    put(store)
    with running(settings, redis_url, shadow=True):
        assert until(lambda: [sign.role for sign in alive(store.redis)] == [Role.SEND])
        assert not until(lambda: mailbox.mail, seconds=1.5)
    assert store.outbox.counts() == (1, 0)


def test_a_stopped_sender_takes_its_sign_of_life_away(store, redis_url, settings):
    with running(settings, redis_url):
        assert until(lambda: list(alive(store.redis)))
    assert not list(alive(store.redis))


def test_it_takes_up_what_another_left_when_the_lease_ends(store, redis_url, settings, mailbox):
    put(store)
    store.outbox.due(datetime.now(UTC), lease=timedelta(seconds=1), limit=10)
    with running(settings, redis_url):
        assert until(lambda: mailbox.mail)
