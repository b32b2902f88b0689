"""Judging: what new entries of the ledger change on record, and what of it is told now, held, or kept silent.

Two states (see `monitor.ledger`): the fold, which any order of arrival brings to the same end, and what was told, which
is a log. A change is told when inserting claims changes the standing value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from monitor.candidates import best, candidates, plausible, position, same_news
from monitor.change import Alert, Change, ChangeKind, Judgement
from monitor.claim import ArticleRef, Claim, Kind
from monitor.difference import Refold, change_of, difference
from monitor.fold import fold, start_of
from monitor.ledger import Entry, EntryKind, Fold, Record, Told
from monitor.step import Step
from monitor.telling import due_at, hear, narrow, note, tell
from monitor.watch import Watch


class Telling(StrEnum):
    ALERT = "alert"
    BASELINE = "baseline"
    """A source's first poll: recorded, nothing told; what stands counts as told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimJudgement:
    claim_id: str
    judgement: Judgement
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What to write in one step. `record` has the next version and no history."""

    record: Record
    entries: tuple[Entry, ...] = ()
    changes: tuple[Change, ...] = ()
    alerts: tuple[Alert, ...] = ()
    judgements: tuple[ClaimJudgement, ...] = ()


def outdated(record: Record, watch: Watch) -> bool:
    """Whether the watch was edited since its record was written, so that `rejudge` comes first."""
    return record.version > 0 and record.watch_version != watch.version


def needs_history(record: Record, entries: Iterable[Entry], watch: Watch) -> bool:
    """Whether the whole ledger is needed: for a late or revised article, a retraction, an edited watch."""
    return outdated(record, watch) or any(_rewrites(entry, record.fold, watch) for entry in entries)


def judge(
    entries: Sequence[Entry], record: Record, watch: Watch, now: datetime, *, telling: Telling = Telling.ALERT
) -> Judged:
    """Judge new entries against the record; several of them give at most one alert, which carries all their changes.

    Raises ValueError where the history is needed and was not loaded, or where the watch was edited (see `outdated`).
    """
    if outdated(record, watch):
        raise ValueError(f"watch {watch.id} was edited: its ledger is to be judged again first")
    fresh = _fresh(entries, record)
    state, told = _begun(record, watch)
    inserted = _insert(fresh, state, record.history, watch, now)
    if any(change.kind in _TAKEN_BACK for change in inserted.changes):
        told = narrow(told, inserted.stood)
    told, hearsay = hear(told, fresh, inserted.fold, watch, now)
    changes = (*hearsay, *inserted.changes)
    alerts: tuple[Alert, ...] = ()
    if telling is Telling.BASELINE:
        told = _keep_silent(told, changes, inserted.fold)
    else:
        told, alerts = tell(told, changes, inserted.fold, watch, now)
    return Judged(
        record=_next(record, watch.version, inserted.fold, told),
        entries=tuple(fresh),
        changes=changes,
        alerts=alerts,
        judgements=tuple(_judgements(fresh, inserted, watch)),
    )


def release(record: Record, watch: Watch, now: datetime) -> Judged:
    """Tell what is held and due, in one alert. Gives the same record, and nothing to write, where nothing is due."""
    if not record.told.held or due_at(record.told, watch, now) > now:
        return Judged(record=record)
    told, alerts = tell(record.told, (), record.fold, watch, now)
    return Judged(record=_next(record, record.watch_version, record.fold, told), alerts=alerts)


def mute(record: Record, watch: Watch, until: datetime | None, now: datetime) -> Judged:
    """Hold everything until then; None ends a mute, and what it held is due as soon as the watch's `at_most` allows."""
    state, told = _begun(record, watch)
    told = replace(told, muted_until=until)
    told = replace(told, due=due_at(told, watch, now) if told.held else None)
    return Judged(record=_next(record, record.watch_version if record.version else watch.version, state, told))


def rejudge(record: Record, watch: Watch, now: datetime) -> Judged:
    """Fold the whole ledger again by an edited watch. Silent: what stands now counts as told.

    What was held is still told where it ends at what stands.

    Raises ValueError where the history was not loaded.
    """
    if record.history is None:
        raise ValueError(f"watch {watch.id} was edited: its whole ledger is needed to judge it again")
    state, steps = fold(candidates(record.history, watch), start_of(watch), watch)
    state = _reached(state, record.history)
    changes = [change for step in steps if (change := change_of(step, watch, now))]
    told = replace(record.told, last=state.standing, high=None, low=None)
    if not _leads_to(told.held, state.standing):
        told = replace(told, held=(), due=None)
    told = replace(told, passed=())
    if state.standing is not None:
        told = note(_initial(told, start_of(watch)), changes)
    return Judged(record=_next(record, watch.version, state, replace(told, last=state.standing)))


_TAKEN_BACK = (ChangeKind.CORRECTED, ChangeKind.RETRACTED)
_STOOD = (Judgement.STANDS, Judgement.RESTATED)


@dataclass(frozen=True, slots=True)
class _Inserted:
    fold: Fold
    steps: dict[str, Step]
    """Per claim id, of the new entries' candidates."""
    changes: tuple[Change, ...]
    late: frozenset[str]
    """Ids of the claims of entries that came late."""
    stood: tuple[Claim, ...]
    """Every claim that stood at some time, where the whole ledger was folded."""


def _insert(
    fresh: Sequence[Entry], state: Fold, history: Sequence[Entry] | None, watch: Watch, now: datetime
) -> _Inserted:
    """Late, revised and retracted ones first, by folding everything again; then the others, one after the other."""
    known, waiting = list(history or ()), list(fresh)
    steps: dict[str, Step] = {}
    changes: list[Change] = []
    stood: list[Claim] = []
    behind: set[str] = set()
    while late := [entry for entry in waiting if _rewrites(entry, state, watch)]:
        if history is None:
            raise ValueError(f"the whole ledger of watch {watch.id} is needed to judge a late or revised article")
        known += late
        behind |= {claim.id for entry in late for claim in entry.claims}
        before = state
        state, all_steps = fold(candidates(known, watch), start_of(watch), watch)
        steps |= {step.claim.id: step for step in all_steps}
        stood = [step.claim for step in all_steps if step.judgement in _STOOD]
        change = difference(Refold(before, state, all_steps, late, known), watch, now)
        changes += [change] if change else []
        waiting = [entry for entry in waiting if entry not in late]
        state = _reached(state, known)
    state, new_steps = fold(candidates(waiting, watch), state, watch)
    state = _reached(state, waiting)
    steps |= {step.claim.id: step for step in new_steps}
    changes += [change for step in new_steps if (change := change_of(step, watch, now))]
    return _Inserted(state, steps, tuple(changes), frozenset(behind), tuple(stood))


def _reached(state: Fold, entries: Iterable[Entry]) -> Fold:
    """Count articles without candidates into the position too, so that an earlier revision of one is seen as late."""
    positions = [(entry.article.time, entry.article.id) for entry in entries if entry.article]
    return replace(state, position=max([*positions, *([state.position] if state.position else [])], default=None))


def _rewrites(entry: Entry, state: Fold, watch: Watch) -> bool:
    """Whether an entry may change what was folded already, rather than follow it."""
    if entry.kind is EntryKind.RETRACT or (entry.article is not None and entry.article.revised):
        return True
    if state.position is None:
        return False
    return any(position(claim) <= state.position for claim in best(entry.claims, watch))


def _fresh(entries: Sequence[Entry], record: Record) -> list[Entry]:
    """The entries that say something: not those recorded already, nor a revision found once more."""
    history = record.history or ()
    known = {entry.id for entry in history}
    newest: dict[str, ArticleRef] = {}
    for entry in history:
        if entry.article and (entry.article.id not in newest or entry.article.time >= newest[entry.article.id].time):
            newest[entry.article.id] = entry.article
    fresh: dict[str, Entry] = {}
    for entry in entries:
        found = newest.get(entry.article.id) if entry.article and entry.article.revised else None
        if entry.id not in known and (
            found is None or entry.article is None or found.revision != entry.article.revision
        ):
            fresh.setdefault(entry.id, entry)
    return list(fresh.values())


def _begun(record: Record, watch: Watch) -> tuple[Fold, Told]:
    """The record's two states; of a watch that has none yet, what the watch itself starts from."""
    if record.fold.standing is not None or record.fold.position is not None:
        return record.fold, record.told
    start = start_of(watch)
    return start, _initial(record.told, start)


def _initial(told: Told, start: Fold) -> Told:
    if start.standing is None:
        return told
    nominal = start.standing.quantity.nominal if start.standing.quantity else None
    given = None if nominal is None else str(nominal)
    return replace(told, last=start.standing, high=given, low=given)


def _keep_silent(told: Told, changes: Sequence[Change], state: Fold) -> Told:
    """What stands counts as told; where something waits to be told, the way goes on."""
    held = (*told.held, *changes) if told.held else ()
    return replace(note(told, changes), last=state.standing, held=held)


def _leads_to(held: Sequence[Change], standing: Claim | None) -> bool:
    end = held[-1].to if held else None
    return end is not None and standing is not None and same_news(end, standing)


def _next(record: Record, watch_version: str, state: Fold, told: Told) -> Record:
    version = record.version + 1
    return replace(record, watch_version=watch_version, version=version, fold=state, told=told, history=None)


def _judgements(fresh: Iterable[Entry], inserted: _Inserted, watch: Watch) -> Iterator[ClaimJudgement]:
    standing = inserted.fold.standing
    for claim in (claim for entry in fresh for claim in entry.claims):
        step = inserted.steps.get(claim.id)
        if step is None:
            judgement, reason = _aside(claim, watch)
        elif claim.id in inserted.late and step.judgement in _STOOD and (standing is None or standing.id != claim.id):
            judgement, reason = Judgement.LATE, "older than what is on record"
        else:
            judgement, reason = step.judgement, step.reason
        yield ClaimJudgement(claim_id=claim.id, judgement=judgement, reason=reason)


def _aside(claim: Claim, watch: Watch) -> tuple[Judgement, str]:
    """Why a claim takes no part in the fold."""
    if not claim.modality.may_stand:
        return Judgement.UNCERTAIN, f"{claim.modality}: never on record as the state of things"
    if not plausible(claim, watch):
        return Judgement.IMPLAUSIBLE, "outside what the watch holds plausible"
    if watch.kind is Kind.STATUS:
        return Judgement.BACKGROUND, "its article tells of a later step"
    return Judgement.SECONDARY, "its article gives a better figure"
