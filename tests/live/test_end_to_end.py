"""A feed to which articles are added while the real daemon polls it: the expected alerts arrive, each once."""

from __future__ import annotations

import json
import signal

import psutil
import pytest
from daemon import PATIENCE
from stories import ADDED, NOTHING, RATIFIED, TEN, TRAPS, TWELVE

from workers.heartbeat import Role

EXPECTED = [
    "Now following harian",
    "North Korean troops in Russia: up to 12,000",
    "North Korean troops in Russia: about 10,000",
    "Treaty between North Korea and Russia: ratified by North Korea, 1 of 2",
]
"""How the headline of every message begins, in order."""


def expected(headlines: list[str]) -> list[str]:
    """Which of the expected messages these are, in the order in which they came; others as they are."""
    return [next((begin for begin in EXPECTED if line.startswith(begin)), line) for line in headlines]


def plain(text: str) -> str:
    """Without emphasis and typographer's signs."""
    return " ".join(text.replace("’", "'").replace("*", "").split())


def test_the_expected_alerts_arrive_each_once(live):
    live.begin()
    for story, messages in ((TWELVE, 2), (TRAPS, 2), (TEN, 3), (RATIFIED, 4), (NOTHING, 4)):
        live.paper.publish(story)
        live.read(story.name)
        live.told(messages)
        live.quiet()

    assert expected(live.slack.headlines()) == EXPECTED
    assert expected(live.mail.subjects()) == EXPECTED
    assert "about 11,000" in live.slack.texts()[0], "the summary says what is on record"
    for told in (live.slack.texts()[1], live.mail.bodies()[1]):
        assert "Up to 12,000 North Korean soldiers have been deployed to Russia's Kursk region" in plain(told)
        assert f"{live.paper.root}/en/twelve-thousand" in told
        assert "Zelensky" in told, "who said what is on record"
        assert "rose" not in told.lower(), "another speaker's figure neither rises nor falls"
    assert live.mail.received[1]["To"] == "desk@example.org"
    assert live.mail.received[1].get_body(("html",)) is not None

    assert "verysecret" not in live.daemon.log
    shown = live.daemon.ask("status")
    assert (shown.returncode, "All is well" in shown.stdout) == (0, True), shown.stdout


def test_stopped_and_started_again_nothing_is_fetched_or_told_twice(live):
    live.begin()
    live.paper.publish(TWELVE)
    live.told(2)
    live.read(TWELVE.name)
    live.quiet()
    assert live.daemon.stop(signal.SIGINT) == 0
    assert not list(live.daemon.everything()), "no process is left behind"

    live.daemon.start()
    live.paper.publish(TEN)
    live.told(3)
    second = live.daemon.ask("run")
    assert second.returncode == 1
    assert "in use" in second.stderr

    assert live.daemon.stop(signal.SIGTERM) == 0
    assert set(live.paper.pages_asked().values()) == {1}
    assert expected(live.slack.headlines()) == EXPECTED[:3]
    assert expected(live.mail.subjects()) == EXPECTED[:3]
    (on_record,) = map(json.loads, live.daemon.ask("record", "troops", "--json").stdout.splitlines())
    assert on_record["standing"]["nominal"] == 10000
    assert len(on_record["ledger"]) >= 3


def test_killed_in_mid_work_nothing_is_lost_and_nothing_told_twice(live):
    live.begin()

    live.paper.hold_pages()
    live.paper.publish(TWELVE)
    assert live.paper.held.wait(PATIENCE), "a worker fetches the page"
    live.daemon.kill(Role.WORK)
    live.paper.released.set()
    live.told(2)

    live.daemon.kill(Role.SCHEDULE)
    live.paper.publish(TEN)
    live.told(3)

    live.slack.hold()
    live.paper.publish(RATIFIED)
    assert live.slack.held.wait(PATIENCE), "the sender posts"
    live.daemon.kill(Role.SEND)
    live.slack.released.set()
    live.told(4)
    live.paper.publish(TRAPS, NOTHING)
    live.read(TRAPS.name)
    live.read(NOTHING.name)
    live.quiet()

    assert expected(live.slack.headlines()) == EXPECTED, "what was not answered was not accepted"
    mails = expected(live.mail.subjects())
    assert mails in (EXPECTED, [*EXPECTED, EXPECTED[-1]]), "the last may have been accepted, and not marked any more"


@pytest.mark.skipif(not psutil.LINUX, reason="only Linux ends children with their parent")
def test_a_killed_supervisor_leaves_nothing_running_and_the_next_start_tells_an_outage_once(live):
    live.begin()
    live.daemon.process.kill()
    live.daemon.process.wait()
    psutil.wait_procs(list(live.daemon.everything()), timeout=PATIENCE)
    assert not list(live.daemon.everything())
    live.paper.publish(*ADDED)
    live.daemon.start()
    live.told(3)
    for story in ADDED:
        live.read(story.name)
    live.quiet()
    assert sorted(expected(live.slack.headlines())) == sorted({*EXPECTED} - {EXPECTED[1]})
    (troops,) = [text for text in live.slack.texts() if "after 2 updates" in text]
    assert "12,000" in troops, "the way it took"
