"""Waiting for the server: tried again until it answers, and said once each way."""

from __future__ import annotations

import threading

import structlog
from redis import Redis
from redis.exceptions import ConnectionError as Unreachable
from redis.exceptions import TimeoutError as Silent

log = structlog.get_logger("monitor.server")

LOST = (Unreachable, Silent)
FIRST_PAUSE_SECONDS = 0.2
LONGEST_PAUSE_SECONDS = 5.0


class Reach:
    def __init__(self) -> None:
        self.lost = False

    def is_lost(self, error: object) -> None:
        if not self.lost:
            self.lost = True
            log.error("server not reachable; trying again until it is", error=str(error))

    def is_back(self) -> None:
        if self.lost:
            self.lost = False
            log.info("server reachable again")

    def wait(self, redis: Redis, stop: threading.Event) -> bool:
        """Whether the server answers; False only where `stop` came first."""
        pause = FIRST_PAUSE_SECONDS
        while not stop.is_set():
            try:
                redis.ping()
            except LOST as error:
                self.is_lost(error)
                stop.wait(pause)
                pause = min(2 * pause, LONGEST_PAUSE_SECONDS)
            else:
                self.is_back()
                return True
        return False
