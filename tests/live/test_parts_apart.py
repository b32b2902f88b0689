"""`monitor schedule`, two `monitor work` and `monitor send`, as on several machines, against one REDIS_URL."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import timedelta

import pytest
from daemon import PATIENCE
from stories import BEFORE, TEN, TWELVE

from workers.heartbeat import Role, alive


@pytest.fixture
def parts(live, store, redis_url):
    """Starts the parts that are named; all are stopped at the end, and must end well."""
    live.daemon.variables |= {"REDIS_URL": redis_url}
    running: list[subprocess.Popen[bytes]] = []

    def start(*commands: str) -> None:
        for command in commands:
            with (live.daemon.folder / "log").open("ab") as log:
                words = [sys.executable, "-m", "workers.cli", command]
                running.append(
                    subprocess.Popen(
                        words, env=live.daemon.environment(), cwd=live.daemon.folder, stdout=log, stderr=log
                    )
                )

    yield start
    for process in running:
        process.terminate()
    assert [process.wait(40) for process in running] == [0] * len(running)


def until(true, what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        time.sleep(0.05)


def test_the_parts_work_together_and_an_endpoint_that_refuses_at_first_is_tried_again(live, parts, store):
    live.slack.statuses = [500]
    live.paper.publish(BEFORE, ago=timedelta(hours=1))
    parts("schedule", "work", "work", "send")
    until(lambda: len(live.slack.accepted) == 1, "the summary is told")
    roles = [sign.role for sign in alive(store.redis)]
    assert (roles.count(Role.SCHEDULE), roles.count(Role.WORK), roles.count(Role.SEND)) == (1, 2, 1)
    parts("schedule", "send")
    live.paper.publish(TWELVE)
    until(lambda: len(live.slack.accepted) == 2, "the first change is told")
    live.paper.publish(TEN)
    until(lambda: len(live.slack.accepted) == 3 and len(live.mail.received) == 3, "the second change is told")
    until(lambda: store.outbox.counts() == (0, 0), "nothing is left to be sent")
    assert len(live.slack.accepted) == len(live.mail.received) == 3, "two schedulers and two senders tell nothing twice"
    assert set(live.paper.pages_asked().values()) == {1}


def test_a_part_without_a_server_says_what_to_do(live):
    done = live.daemon.ask("work")
    assert done.returncode == 1
    assert "monitor run" in done.stderr
