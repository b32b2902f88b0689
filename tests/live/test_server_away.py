"""The server goes away and comes back: said once each way, and everything goes on."""

from __future__ import annotations

import json
import os
import signal
import time
from datetime import timedelta

from stories import BEFORE, TWELVE

from workers.server import FOLDER


def test_an_embedded_server_that_dies_is_started_again_and_nothing_is_lost(live):
    live.begin()
    note = json.loads((live.daemon.folder / "data" / FOLDER / "server.json").read_text("utf-8"))
    os.kill(note["pid"], signal.SIGKILL)
    live.daemon.until(lambda: "it was started again" in live.daemon.log, "the server is back")
    live.paper.publish(TWELVE)
    live.told(2)
    live.read(TWELVE.name)
    assert set(live.paper.pages_asked().values()) == {1}
    assert len(live.slack.accepted) == 2


def test_a_server_that_is_not_there_is_waited_for_and_that_is_said_once(live, redis_server, store):
    live.daemon.variables |= {"REDIS_URL": f"unix://{live.daemon.folder}/later.sock"}
    live.paper.publish(BEFORE, ago=timedelta(hours=1))
    live.daemon.start()
    live.daemon.until(lambda: live.daemon.log.count("not reachable") == 3, "scheduler, worker and sender say so")
    time.sleep(3)
    assert live.daemon.log.count("not reachable") == 3, "and do not say it again"
    redis_server_socket = redis_server.url.removeprefix("unix://")
    (live.daemon.folder / "later.sock").symlink_to(redis_server_socket)
    live.told(1)
    assert live.daemon.log.count("reachable again") == 3
    assert "a process died" not in live.daemon.log


def test_status_says_in_words_that_the_server_is_not_there(live):
    live.daemon.variables |= {"REDIS_URL": "redis://127.0.0.1:9/0"}
    done = live.daemon.ask("status")
    assert done.returncode == 1
    assert "does not answer" in done.stderr
    assert "Traceback" not in done.stderr
