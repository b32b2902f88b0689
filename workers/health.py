"""Whether all is well: what `monitor status` shows and a probe asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor.source import SourceState
from monitor.store import Store, Unsent, durability
from workers.heartbeat import Beat, Role, alive
from workers.queue import jobs_of
from workers.rules import LiveRules, Way, ways
from workers.settings import Settings

SOURCE_FAILURES = 3
"""In a row, before a source counts as not well: the wild has its bad minutes."""
LATE = timedelta(minutes=10)
"""Overdue for so long, a source or an alert is stuck."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    at: datetime
    where: str
    sources: tuple[SourceState, ...]
    ways: tuple[Way, ...]
    processes: tuple[Beat, ...]
    jobs: int
    unread: int
    unsent: tuple[Unsent, ...]
    given_up: tuple[Unsent, ...]
    set_aside: int
    troubles: tuple[str, ...]
    """What somebody should mend, in words; empty where all is well."""

    @property
    def well(self) -> bool:
        return not self.troubles


def examine(settings: Settings, store: Store, rules: LiveRules, variables: Mapping[str, str], now: datetime) -> Health:
    """Raises one of `monitor.store.UNREACHABLE`."""
    unsent, given_up = store.outbox.unsent(), store.outbox.given_up()
    sources = tuple(store.sources.state(name) for name in rules.whole.sources)
    processes = tuple(alive(store.redis))
    lacking = tuple(ways(rules.whole, variables))
    troubles = [
        *durability(store.redis),
        *_absent(processes),
        *_mistaken(rules),
        *_failing(sources, now, settings),
        *(f"{_counted(len(given_up), 'delivery', 'deliveries')} given up: see `monitor alerts`" for _ in given_up[:1]),
        *_stuck(unsent, now),
        *(_lacks(way) for way in lacking if way.missing and way.used),
        *_aside(len(store.aside)),
    ]
    return Health(
        at=now,
        where="the server of REDIS_URL" if settings.redis_url is not None else f"{settings.data} (embedded)",
        sources=sources,
        ways=lacking,
        processes=processes,
        jobs=len(jobs_of(store.redis)),
        unread=store.articles.unread(),
        unsent=tuple(unsent),
        given_up=tuple(given_up),
        set_aside=len(store.aside),
        troubles=tuple(troubles),
    )


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _aside(number: int) -> Iterator[str]:
    if number:
        yield f"{_counted(number, 'stored entry', 'stored entries')} set aside: docs/store.md says how to look at them"


def _absent(processes: tuple[Beat, ...]) -> Iterator[str]:
    present = {beat.role for beat in processes}
    words = {Role.SCHEDULE: "no scheduler runs", Role.WORK: "no worker runs", Role.SEND: "no sender runs"}
    if not present:
        yield "nothing runs: start it with `monitor run`"
        return
    yield from (said for role, said in words.items() if role not in present)


def _mistaken(rules: LiveRules) -> Iterator[str]:
    if rules.loaded.errors:
        mistakes = _counted(len(rules.loaded.errors), "mistake", "mistakes")
        yield f"the rules in {rules.path} have {mistakes}: see `monitor check`"


def _failing(sources: tuple[SourceState, ...], now: datetime, settings: Settings) -> Iterator[str]:
    if sources and all(source.error for source in sources):
        yield "no source can be read: is this machine connected?"
    for source in sources:
        if source.gone:
            yield f"source {source.name} is gone for good: {source.error}"
        elif source.failures >= SOURCE_FAILURES:
            yield f"source {source.name} failed {source.failures} times in a row: {source.error}"
        elif source.next_due is not None and source.next_due + settings.lease + LATE < now:
            yield f"source {source.name} was due at {source.next_due:%H:%M} UTC and was not polled"


def _stuck(unsent: list[Unsent], now: datetime) -> Iterator[str]:
    late = [item for item in unsent if item.waiting.since + LATE < now]
    if late:
        last = next((item.waiting.error for item in late if item.waiting.error), None)
        yield (
            f"{_counted(len(late), 'delivery', 'deliveries')} not made for longer than {LATE.seconds // 60} minutes"
            + (f": {last}" if last else "")
        )


def _lacks(way: Way) -> str:
    return lacks(way) + "; its alerts are kept until then"


def lacks(way: Way) -> str:
    return f"receiver {way.receiver}, channel {way.channel.label}: {' and '.join(way.missing)} not set"
