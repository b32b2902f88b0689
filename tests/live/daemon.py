"""`monitor run` as a user starts it: a process of its own, watched from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from monitor.store import connect
from workers.heartbeat import Role, alive
from workers.server import running

PATIENCE = 60.0
"""Seconds: far more than it takes, for machines that are busy with something else."""


@dataclass
class Daemon:
    folder: Path
    variables: dict[str, str]
    process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> str:
        log = self.folder / "log"
        return log.read_text("utf-8", "replace") if log.exists() else ""

    def start(self, *words: str) -> None:
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "workers.cli", *(words or ("run",))],
                env=self.environment(),
                cwd=self.folder,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def environment(self) -> dict[str, str]:
        bare = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("MONITOR_", "SMTP_", "SLACK_", "REDIS_"))
        }
        root = str(Path(__file__).parents[2])
        return {**bare, "PYTHONPATH": root, **self.variables}

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Another command, while it runs."""
        return subprocess.run(
            [sys.executable, "-m", "workers.cli", *words],
            env=self.environment(),
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def unread(self) -> int:
        with connect(running(self.folder / "data")) as store:
            return store.articles.unread()

    def unsent(self) -> int:
        with connect(running(self.folder / "data")) as store:
            return store.outbox.counts()[0]

    def pids(self, role: Role) -> set[int]:
        with connect(running(self.folder / "data")) as store:
            return {beat.pid for beat in alive(store.redis) if beat.role is role}

    def kill(self, role: Role) -> None:
        """SIGKILL, and wait until another has taken its place."""
        (victim,) = self.pids(role)
        os.kill(victim, signal.SIGKILL)
        self.until(lambda: self.pids(role) - {victim}, f"another {role} process runs")

    def until(self, true: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
        deadline = time.monotonic() + patience
        while not true():
            if self.process.poll() is not None:
                raise AssertionError(f"the daemon ended while waiting until {what}:\n{self.log}")
            if time.monotonic() > deadline:
                raise AssertionError(f"waited in vain until {what}:\n{self.log}")
            time.sleep(0.05)

    def everything(self) -> Iterator[psutil.Process]:
        """All processes that have this daemon's folder as their own or as their environment's."""
        for process in psutil.process_iter(["pid"]):
            try:
                if self.variables["MONITOR_DATA"] == process.environ().get("MONITOR_DATA"):
                    yield process
            except (psutil.NoSuchProcess, psutil.AccessDenied):
                continue

    def clean_up(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for process in list(self.everything()):
            process.kill()
