"""The processes of one machine: each is started, started again when it dies, and stopped in order.

They are forked from a parent that has loaded everything: all of them start in the time of one and share its memory, and
one that dies is back in an instant.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess

import structlog

from workers.parent import SUPERVISOR
from workers.server import Server

log = structlog.get_logger("monitor.run")

FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0
HEALTHY_SECONDS = 15.0
"""A child that lived so long before it died is started again at once, whatever came before."""
STOP_SECONDS = 20.0
"""How long the children may finish what they are doing."""
LOOK_SECONDS = 0.2


@dataclass(slots=True)
class Child:
    """One process. `body` gives its exit code; children that stop later have the greater `stage`."""

    name: str
    body: Callable[[], int]
    stage: int = 0
    process: BaseProcess | None = None
    started: float = 0.0
    pause: float = FIRST_PAUSE_SECONDS
    """Seconds to wait when it dies next."""
    not_before: float = 0.0

    def start(self, variables: Mapping[str, str], now: float) -> None:
        given = {**variables, SUPERVISOR: str(os.getpid())}
        self.process = multiprocessing.get_context("fork").Process(
            target=_become, args=(self.body, given), name=self.name
        )
        self.process.start()
        self.started = now

    def look(self, now: float) -> int | None:
        """Its exit code where it has died just now; when it may be started again is settled then."""
        if self.process is None or (code := self.process.exitcode) is None:
            return None
        self.process.close()
        self.process = None
        if now - self.started > HEALTHY_SECONDS:
            self.pause = FIRST_PAUSE_SECONDS
        self.not_before = now + self.pause
        self.pause = min(2 * self.pause, LONGEST_PAUSE_SECONDS)
        return code

    def ask_to_stop(self) -> None:
        if self.process is not None:
            self.process.terminate()

    def end(self, seconds: float) -> None:
        if self.process is None:
            return
        self.process.join(seconds)
        if self.process.exitcode is None:
            log.warning("did not stop in time; killed", name=self.name)
            self.process.kill()
            self.process.join()
        self.process.close()
        self.process = None


def _become(body: Callable[[], int], variables: Mapping[str, str]) -> None:
    """In the child, which leads a process group of its own: Ctrl-C reaches its parent alone, and that stops it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.setpgid(0, 0)
    os.environ.update(variables)
    sys.exit(body())


@dataclass(slots=True)
class Supervisor:
    children: Sequence[Child]
    variables: Mapping[str, str]
    server: Server | None = None
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Keep all children alive until `stop` is set; then stop them, stage by stage."""
        try:
            while not self.stop.is_set():
                self.tend(time.monotonic())
                self.stop.wait(LOOK_SECONDS)
        finally:
            self.end()

    def tend(self, now: float) -> None:
        if self.server is not None and self.server.revive():
            log.warning("the embedded server died; it was started again")
        for child in self.children:
            if (code := child.look(now)) is not None:
                log.warning("a process died; it is started again", name=child.name, exit=code)
            if child.process is None and now >= child.not_before:
                child.start(self.variables, now)

    def end(self) -> None:
        deadline = time.monotonic() + STOP_SECONDS
        for stage in sorted({child.stage for child in self.children}):
            ending = [child for child in self.children if child.stage == stage]
            for child in ending:
                child.ask_to_stop()
            for child in ending:
                child.end(max(0.1, deadline - time.monotonic()))
