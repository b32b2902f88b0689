"""One worker: takes jobs from the queue and runs each in a child of its own, which can be killed."""

from __future__ import annotations

import logging
import os
import socket
import threading
from datetime import UTC, datetime
from secrets import token_hex
from types import FrameType
from typing import Any

import structlog
from redis import Redis
from rq import Queue, Worker
from rq.job import Job
from rq.serializers import JSONSerializer

from monitor.reading import make_ready
from monitor.store.languages import Languages
from workers import jobs
from workers.heartbeat import Role, beat, leave
from workers.parent import die_with, supervised
from workers.queue import AllowedJob, jobs_of
from workers.reach import LOST, Reach
from workers.rules import LiveRules
from workers.settings import Settings
from workers.stopping import on_signals

log = structlog.get_logger("monitor.work")

# With RQ's own values a job whose worker was killed stays "started" for seven minutes.
WORKER_SECONDS = 30
MAINTENANCE_SECONDS = 10
MONITORING_SECONDS = 5


class JobWorker(Worker):
    """Takes new rules over between jobs, so that its children are born with them; its children die with it."""

    max_connection_wait_time = 5.0
    log_result_lifespan = False

    def __init__(self, queue: Queue, *, name: str, rules: LiveRules, stop: threading.Event) -> None:
        self.short_name = name
        self.rules = rules
        self.stop = stop
        super().__init__(
            [queue],
            # RQ refuses a name whose last bearer went without a word: killed, or cut off from its server.
            name=f"{name}.{socket.gethostname()}.{os.getpid()}.{token_hex(3)}",
            connection=queue.connection,
            job_class=AllowedJob,
            serializer=JSONSerializer,
            worker_ttl=WORKER_SECONDS,
            maintenance_interval=MAINTENANCE_SECONDS,
            job_monitoring_interval=MONITORING_SECONDS,
            log_job_description=False,
        )

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        self.stop.set()
        super().request_stop(signum, frame)  # type: ignore[no-untyped-call] # rq's

    def heartbeat(self, *arguments: Any, **options: Any) -> None:
        super().heartbeat(*arguments, **options)
        beat(self.connection, Role.WORK, self.short_name, now=datetime.now(UTC), alive_seconds=WORKER_SECONDS)

    def execute_job(self, job: Job, queue: Queue) -> None:
        self.rules.refresh()
        self.load_languages()
        super().execute_job(job, queue)

    def load_languages(self) -> None:
        """A language takes half a second to load: once here, rather than in every child."""
        book = self.rules.book
        for code in Languages(self.connection).all():
            make_ready(code, book.vocabulary, tuple(book.watches.values()))

    def main_work_horse(self, job: Job, queue: Queue) -> None:
        if self.pid is not None:
            die_with(self.pid)
        super().main_work_horse(job, queue)


class _SaidOnce(logging.Filter):
    """RQ says with every try that the server is away; we say it once."""

    def __init__(self, reach: Reach) -> None:
        super().__init__()
        self.reach = reach

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        away = isinstance(error, LOST) or "could not connect to redis" in record.msg.lower()
        if away:
            self.reach.is_lost(error or record.getMessage())
        return not away


def run_worker(settings: Settings, url: str, *, name: str, stop: threading.Event) -> None:
    """Work until told to stop. Where the server goes away, come back when it does."""
    rules = LiveRules(settings.rules_path, tell=not supervised())
    jobs.prepare(settings, url, rules)
    reach = Reach()
    logging.getLogger("rq.worker").addFilter(_SaidOnce(reach))
    redis = Redis.from_url(url)
    while reach.wait(redis, stop):
        worker = JobWorker(jobs_of(redis), name=name, rules=rules, stop=stop)
        try:
            worker.work(logging_level=None)
            if stop.is_set():
                leave(redis, Role.WORK, name)
        except LOST as error:
            reach.is_lost(error)
        on_signals(stop)  # RQ put its own in their place
        stop.wait(1)
