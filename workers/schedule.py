"""The scheduler: looks every few seconds for what is due and asks the workers for it. One leads, others stand by."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice

import structlog
from apscheduler.schedulers.background import BackgroundScheduler
from rq import Queue

from monitor.change import Alert, AlertKind
from monitor.judge import Judged, outdated, rejudge, release
from monitor.ledger import Record
from monitor.rulebook import Rulebook
from monitor.store import Store, connect
from monitor.watch import Watch
from monitor.wording import origin_phrase
from workers.assess import deliveries
from workers.boundary import attempt
from workers.heartbeat import Role, beat, leave
from workers.queue import jobs_of, put
from workers.reach import LOST, Reach
from workers.rules import LiveRules
from workers.settings import Settings

log = structlog.get_logger("monitor.schedule")

LEADER = "schedule"
WAITING_JOBS = 20
"""No more jobs are put before the workers have taken these: a lease must not run out while its job waits."""

SETTLE = timedelta(seconds=1)
"""So long is a found article left alone, that all of one poll are read in one batch, and told in one alert."""


def batches(items: Sequence[str], size: int) -> Iterator[list[str]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


@dataclass(slots=True)
class Schedule:
    settings: Settings
    store: Store
    queue: Queue
    rules: LiveRules
    holder: str = field(default_factory=lambda: f"{socket.gethostname()}.{os.getpid()}")
    judged_with: str | None = None
    """The version of the rules by which every watch's ledger was last judged."""

    def tick(self, now: datetime) -> None:
        beat(self.store.redis, Role.SCHEDULE, self.holder, now=now, alive_seconds=15 + 3 * self.settings.tick_seconds)
        self.rules.refresh()
        if not self.store.leader.lease(LEADER, self.holder, now, timedelta(seconds=self.settings.leader_seconds)):
            self.judged_with = None
            return
        watches = self.rules.book.watches
        if self.judged_with != self.rules.book.version:
            for watch in watches.values():
                attempt("judging again", partial(self.judge_again, watch, now), watch=watch.id)
            self.judged_with = self.rules.book.version
        for held in self.store.ledgers.holding(list(watches), now):
            attempt("telling what was held", partial(self.release_held, watches[held], now), watch=held)
        attempt("summing up first polls", partial(self.summarise, now))
        self.put_due(now)

    def judge_again(self, watch: Watch, now: datetime) -> None:
        """Fold the ledger of an edited watch anew, silently."""
        record = self.store.ledgers.load(watch.id)
        if outdated(record, watch):
            record = self.store.ledgers.load(watch.id, history=True)
            if self.commit(record, rejudge(record, watch, now), now):
                log.info("the watch was edited: its ledger was judged again, and nothing told", watch=watch.id)

    def release_held(self, watch: Watch, now: datetime) -> None:
        """Tell what was held back by `at_most` or a mute and is due by the watch as it is now."""
        record = self.store.ledgers.load(watch.id)
        judged = release(record, watch, now)
        if judged.alerts and self.commit(record, judged, now):
            log.info("held changes are told now", watch=watch.id)

    def summarise(self, now: datetime) -> None:
        """Tell in one message what the first polls of new sources put on record."""
        sources = self.store.baselines.ready()
        if sources:
            alert = summary(sources, self.rules.book, self.store, now)
            receivers = None if self.settings.shadow else self.rules.book.receivers
            if self.store.baselines.close(sources, alert, deliveries([alert], receivers), now):
                log.info("first polls are recorded; changes are told from now on", sources=sources)

    def commit(self, record: Record, judged: Judged, now: datetime) -> bool:
        """False where a worker was faster; then the next tick looks again."""
        receivers = None if self.settings.shadow else self.rules.book.receivers
        return self.store.ledgers.commit(record, judged, deliveries(judged.alerts, receivers), now)

    def put_due(self, now: datetime) -> None:
        """Ask for whatever is due or was left lying: leases that ran out make their sources and articles due again."""
        settings = self.settings
        keep = int(settings.lease_seconds) + 1
        due = self.store.sources.due(list(self.rules.book.sources), now, lease=settings.lease)
        for names in batches(due, settings.batch):
            put(self.queue, "poll_sources", names, seconds=settings.job_seconds, keep_seconds=keep)
        while len(self.queue) < WAITING_JOBS:
            ids = self.store.articles.unread_due(now - SETTLE, lease=settings.lease + SETTLE, limit=settings.batch)
            if not ids:
                break
            put(self.queue, "read_articles", ids, seconds=settings.job_seconds, keep_seconds=keep)


def summary(sources: Sequence[str], book: Rulebook, store: Store, now: datetime) -> Alert:
    standing = {watch: store.ledgers.load(watch.id).fold.standing for watch in book.watches.values()}
    told = {watch: claim for watch, claim in standing.items() if claim is not None}
    return Alert(
        watch=f"sources-{sources[0]}",  # another summary is another alert
        title=f"Now following {', '.join(sources)}",
        at=now,
        kind=AlertKind.BASELINE,
        receivers=tuple(dict.fromkeys(name for watch in told or standing for name in watch.send)),
        lines=tuple(f"{watch.title}: {origin_phrase(claim)}" for watch, claim in told.items()),
    )


def run_schedule(settings: Settings, url: str, *, stop: threading.Event) -> None:
    """Tick until told to stop. Where the server goes away, come back when it does."""
    rules = LiveRules(settings.rules_path)
    reach = Reach()
    with connect(url) as store:
        schedule = Schedule(settings, store, jobs_of(store.redis), rules)

        def tick() -> None:
            try:
                schedule.tick(datetime.now(UTC))
                reach.is_back()
            except LOST as error:
                reach.is_lost(error)

        clock = BackgroundScheduler(timezone=UTC)
        clock.add_job(
            tick,
            "interval",
            seconds=settings.tick_seconds,
            next_run_time=datetime.now(UTC),
            coalesce=True,
            misfire_grace_time=None,
            max_instances=1,
        )
        clock.start()
        stop.wait()
        clock.shutdown(wait=True)
        if not reach.lost:
            store.leader.release(LEADER, schedule.holder)
            leave(store.redis, Role.SCHEDULE, schedule.holder)
