"""A feed to which articles are added while the real daemon polls it: the expected alerts arrive, each once."""

from __future__ import annotations

import signal

import psutil
import pytest
from stories import ADDED, NOTHING, RATIFIED, TEN, TRAPS, TWELVE

SUMMARY = "Now following harian"
EXPECTED = [
    (SUMMARY, "about 11,000"),
    ("North Korean troops in Russia", "up to 12,000"),
    ("North Korean troops in Russia", "about 10,000"),
    ("Treaty between North Korea and Russia", "ratified by North Korea"),
]
"""Title and news of every message, in order."""


def expected(messages: list[str]) -> list[tuple[str, str]]:
    """Which of the expected messages these are, in the order in which they came."""
    return [pair for message in messages for pair in EXPECTED if all(part in message for part in pair)]


def test_the_expected_alerts_arrive_each_once(live):
    live.begin()
    for story, messages in ((TWELVE, 2), (TRAPS, 2), (TEN, 3), (RATIFIED, 4), (NOTHING, 4)):
        live.paper.publish(story)
        live.told(messages)
        live.read(story.name)

    assert len(live.slack.accepted) == len(live.mail.received) == len(EXPECTED)
    assert expected(live.slack.headlines()) == EXPECTED[1:]
    assert expected(live.mail.bodies()) == EXPECTED
    slack, mail = live.slack.texts()[1], live.mail.bodies()[1]
    for quote in (
        "Up to 12,000 North Korean soldiers have been deployed to Russia's Kursk region",
        "South Korea's spy agency",
    ):
        assert quote in slack.replace("\\u2019", "'")
        assert quote in " ".join(mail.split())
    assert f"{live.paper.root}/en/twelve-thousand" in slack
    assert f"{live.paper.root}/en/twelve-thousand" in mail
    assert "rose" not in slack.lower(), "another speaker's figure never rises or falls"
    assert live.mail.received[1]["To"] == "desk@example.org"
    assert live.mail.received[1].get_body(("html",)) is not None

    assert "verysecret" not in live.daemon.log
    done = live.daemon.ask("status")
    assert done.returncode == 0, done.stdout
    assert "All is well" in done.stdout


def test_stopped_and_started_again_nothing_is_fetched_or_told_twice(live):
    live.begin()
    live.paper.publish(TWELVE)
    live.told(2)
    live.read(TWELVE.name)
    assert live.daemon.stop(signal.SIGINT) == 0
    assert not list(live.daemon.everything()), "no process is left behind"

    on_record = live.daemon.ask("record", "troops", "--json")
    assert '"nominal": 12000' in on_record.stdout.replace(".0", ""), on_record

    live.daemon.start()
    live.paper.publish(TEN)
    live.told(3)
    second = live.daemon.ask("run")
    assert second.returncode == 1
    assert "in use" in second.stderr

    assert live.daemon.stop(signal.SIGTERM) == 0
    assert set(live.paper.pages_asked().values()) == {1}
    assert expected(live.slack.headlines()) == EXPECTED[1:3]
    assert expected(live.mail.bodies()) == EXPECTED[:3]
    assert len(live.slack.accepted) == len(live.mail.received) == 3


def test_killed_in_mid_work_nothing_is_lost_and_nothing_told_twice(live):
    live.begin()

    live.paper.hold_pages()
    live.paper.publish(TWELVE)
    assert live.paper.held.wait(20), "a worker fetches the page"
    for name in ("worker-1", "worker-2"):
        live.daemon.kill("work", "--name", name)
    live.paper.released.set()
    live.told(2)

    live.daemon.kill("schedule")
    live.paper.publish(TRAPS, TEN)
    live.told(3)

    live.slack.hold()
    live.paper.publish(RATIFIED)
    assert live.slack.held.wait(20), "the sender posts"
    live.daemon.kill("send")
    live.slack.released.set()
    live.told(4)
    live.paper.publish(NOTHING)
    live.read(NOTHING.name)

    assert expected(live.slack.headlines()) == EXPECTED[1:]
    assert sorted(set(expected(live.mail.bodies()))) == sorted(EXPECTED)
    assert len(live.slack.accepted) == len(EXPECTED), "unanswered, so the kill was no acceptance"
    assert len(live.mail.received) in (len(EXPECTED), len(EXPECTED) + 1), (
        "one mail may have been accepted and not marked"
    )


@pytest.mark.skipif(not psutil.LINUX, reason="only Linux ends children with their parent")
def test_a_killed_supervisor_leaves_nothing_running_and_the_next_start_goes_on(live):
    live.begin()
    live.daemon.process.kill()
    live.daemon.process.wait()
    live.paper.publish(*ADDED)
    live.daemon.start()
    live.told(3)
    live.read(NOTHING.name)
    (count,) = {len(live.slack.accepted)}
    assert expected(live.slack.headlines())[-1] == EXPECTED[-1] or count == 3
