"""What is told of the changes: now, held until it may be told, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from monitor.candidates import plausible
from monitor.change import Alert, Change, ChangeKind
from monitor.claim import Claim
from monitor.fold import relation
from monitor.ledger import Entry, Fold, Told
from monitor.watch import First, Watch, When

_LONGEST_WAY = 100
"""At most so many changes in one alert: the first, which says where it began, and the latest."""
_LONGEST_MEMORY = 200
"""At most so many claims that never stand are remembered as told."""


def tell(
    told: Told, changes: Sequence[Change], fold: Fold, watch: Watch, now: datetime
) -> tuple[Told, tuple[Alert, ...]]:
    """Tell what is held and what is new in one alert, or hold it until a mute or the watch's `at_most` ends."""
    told, news = _worth_telling(told, changes, watch)
    pending = _bounded((*told.held, *news))
    if not pending:
        return told, ()
    due = due_at(told, watch, now)
    if due > now:
        return replace(told, held=pending, due=due), ()
    alert = Alert(
        watch=watch.id, title=watch.title, at=now, changes=pending, receivers=watch.send, watch_kind=watch.kind
    )
    return replace(told, last=fold.standing, at=now, held=(), due=None, muted_until=None), (alert,)


def due_at(told: Told, watch: Watch, now: datetime) -> datetime:
    """The earliest time, not before now, at which something may be told."""
    waits = [now]
    if told.muted_until is not None:
        waits.append(told.muted_until)
    if told.at is not None:
        waits.append(told.at + watch.policy.at_most_every)
    return max(waits)


def note(told: Told, changes: Iterable[Change]) -> Told:
    """Count the nominal values of changes as told, for `new high` and `new low`."""
    for change in changes:
        nominal = _nominal(change.to)
        if nominal is not None and (change.to is None or change.to.modality.may_stand):
            told = replace(
                told,
                high=str(nominal if told.high is None else max(nominal, Decimal(told.high))),
                low=str(nominal if told.low is None else min(nominal, Decimal(told.low))),
            )
    return told


def narrow(told: Told, standing: Iterable[Claim]) -> Told:
    """After a correction or retraction: a value that no longer stood at any time is no high or low."""
    values = [nominal for nominal in map(_nominal, standing) if nominal is not None]
    if not values:
        return replace(told, high=None, low=None)
    high = max(values) if told.high is None else min(Decimal(told.high), max(values))
    low = min(values) if told.low is None else max(Decimal(told.low), min(values))
    return replace(told, high=str(high), low=str(low))


def hear(told: Told, entries: Iterable[Entry], fold: Fold, watch: Watch, now: datetime) -> tuple[Told, list[Change]]:
    """What the watch asks to hear though it never stands (`also:`), each value once."""
    heard, changes = list(told.heard), []
    for claim in (claim for entry in entries for claim in entry.claims):
        mark = _mark(claim)
        if claim.modality not in watch.policy.also or mark in heard or not plausible(claim, watch):
            continue
        if watch.since is not None and claim.article.time < watch.since:
            continue
        heard.append(mark)
        between = relation(fold.standing, claim) if fold.standing else None
        kind = ChangeKind.CHANGED if fold.standing else ChangeKind.FIRST
        changes.append(Change(watch=watch.id, kind=kind, at=now, before=fold.standing, to=claim, relation=between))
    return replace(told, heard=tuple(heard[-_LONGEST_MEMORY:])), changes


def _worth_telling(told: Told, changes: Sequence[Change], watch: Watch) -> tuple[Told, list[Change]]:
    news: list[Change] = []
    for change in changes:
        if _silent_first(told, change, watch) and not news:
            told = replace(told, last=change.to)
        elif _asked_for(told, change, watch):
            news += [*told.passed, change]
            told = replace(told, passed=())
        else:
            told = replace(told, passed=_bounded((*told.passed, change)))
        told = note(told, [change])
    return told, news


def _silent_first(told: Told, change: Change, watch: Watch) -> bool:
    """A first sighting that nobody is told of: nothing about this watch was told before, and nothing waits to be."""
    if change.kind is not ChangeKind.FIRST or change.to is None or not change.to.modality.may_stand:
        return False
    return watch.policy.first is First.SILENT and told.at is None and not told.held


def _asked_for(told: Told, change: Change, watch: Watch) -> bool:
    if watch.policy.when is When.DIFFERS or change.kind in (ChangeKind.FIRST, ChangeKind.RETRACTED):
        return True
    if change.to is not None and not change.to.modality.may_stand:
        return True
    nominal = _nominal(change.to)
    if nominal is None:
        return False
    if watch.policy.when is When.NEW_HIGH:
        return told.high is None or nominal > Decimal(told.high)
    return told.low is None or nominal < Decimal(told.low)


def _nominal(claim: Claim | None) -> Decimal | None:
    return claim.quantity.nominal if claim is not None and claim.quantity is not None else None


def _bounded(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return changes if len(changes) <= _LONGEST_WAY else changes[:1] + changes[1 - _LONGEST_WAY :]


def _mark(claim: Claim) -> str:
    quantity = claim.quantity
    value = (
        (claim.status, *claim.by)
        if quantity is None
        else (quantity.low, quantity.high, quantity.nominal, quantity.unit)
    )
    return "|".join(map(str, (claim.modality, *value)))
