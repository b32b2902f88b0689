"""What the monitor remembers, in Redis: ledgers, outbox, articles, sources, events. Truth lives here, jobs are hints.

Every time is the caller's: the store reads no clock, except that Redis forgets by its own what was kept long enough.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from types import TracebackType
from typing import Self

from redis import Redis

from monitor.store.articles import Articles, Known, Offer, State
from monitor.store.baselines import Baselines
from monitor.store.connection import UNREACHABLE, durability, open_redis, unreachable
from monitor.store.events import Event, EventKind, Events
from monitor.store.languages import Languages
from monitor.store.leader import Leader
from monitor.store.ledgers import Ledgers
from monitor.store.outbox import Outbox, Unsent, Waiting
from monitor.store.sources import Sources
from monitor.store.stored import Aside, SetAside
from monitor.store.texts import Texts

__all__ = [
    "UNREACHABLE",
    "Aside",
    "Event",
    "EventKind",
    "Known",
    "Offer",
    "Retention",
    "State",
    "Store",
    "Unsent",
    "Waiting",
    "connect",
    "durability",
    "unreachable",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """What keeps memory bounded. Ledgers and what waits to be sent are kept for ever."""

    texts: timedelta = timedelta(days=365)
    """The texts that quotes can be checked against."""
    articles: timedelta = timedelta(days=90)
    """That an article was read, counted from when a feed last showed it."""
    alerts: timedelta = timedelta(days=30)
    """Alerts whose deliveries are all done."""
    events: int = 10_000
    """Entries of the event log, roughly."""


@dataclass(frozen=True, slots=True)
class Store:
    url: str = field(repr=False)
    """Holds the password, if there is one: not for logs."""
    redis: Redis = field(repr=False)
    ledgers: Ledgers
    texts: Texts
    outbox: Outbox
    articles: Articles
    sources: Sources
    events: Events
    baselines: Baselines
    languages: Languages
    leader: Leader
    aside: SetAside

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.redis.close()


def connect(url: str, *, retention: Retention | None = None) -> Store:
    """The store behind a redis://, rediss:// or unix:// URL. Nothing is asked of the server yet.

    Every call may raise one of UNREACHABLE, and may then be repeated. Raises ValueError for what is no such URL.
    """
    keep = Retention() if retention is None else retention
    redis = open_redis(url)
    aside = SetAside(redis)
    return Store(
        url=url,
        redis=redis,
        ledgers=Ledgers(redis, aside, keep_events=keep.events, keep_articles=keep.articles, keep_alerts=keep.alerts),
        texts=Texts(redis, aside, keep=keep.texts),
        outbox=Outbox(redis, aside, keep_events=keep.events, keep_alerts=keep.alerts),
        articles=Articles(redis, aside, keep=keep.articles),
        sources=Sources(redis, aside),
        events=Events(redis, aside),
        baselines=Baselines(redis),
        languages=Languages(redis),
        leader=Leader(redis),
        aside=aside,
    )
