"""A status against the one that stands: up the ladder, out of it and back."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime

from monitor.candidates import SET
from monitor.change import ChangeKind, Judgement
from monitor.claim import Claim
from monitor.ladder import Ladder
from monitor.ledger import Fold
from monitor.step import Step
from monitor.watch import StatusCondition, Watch

_BY_EDITOR = "put on record by an editor"


def climb(state: Fold, claim: Claim, watch: Watch) -> tuple[Fold, Step]:
    condition = watch.status
    if condition is None or claim.status is None:
        raise ValueError(f"a claim without a status was folded for watch {claim.watch}")
    if claim.rule == SET:
        return _set(state, claim, claim.status, condition)
    if watch.since is not None and _over_before(claim.when, watch.since.date()):
        return state, _background(claim, "it happened before the watch's since")
    if state.standing is None:
        return _reach(state, claim, condition, ChangeKind.FIRST, "the first on record")
    return _compare(state, state.standing, claim, condition)


def height(state: Fold, ladder: Ladder) -> int:
    """The index of the rung that holds, or held before an exit; -1 where none is known."""
    rung = state.standing.status if state.standing and state.standing.status in ladder.rungs else state.left_from
    return -1 if rung is None else ladder.height(rung)


def _compare(state: Fold, standing: Claim, claim: Claim, condition: StatusCondition) -> tuple[Fold, Step]:
    ladder = condition.ladder
    if claim.status in ladder.exits:
        return _exit(state, standing, claim, condition)
    if claim.status in ladder.returns:
        return _return(state, standing, claim, condition)
    if standing.status in ladder.exits:
        return _after_exit(state, standing, claim, condition)
    return _rung(state, claim, condition)


def _set(state: Fold, claim: Claim, status: str, condition: StatusCondition) -> tuple[Fold, Step]:
    """What an editor puts on record stands, also where it is lower; the steps above it are forgotten."""
    ladder, before = condition.ladder, state.standing
    same = before is not None and before.status == status
    if status not in ladder.rungs:
        left = ChangeKind.EXITED if status in ladder.exits else ChangeKind.RESUMED
        return _leave(state, claim, condition, None if same else left, _BY_EDITOR)
    if same and set(state.parties.get(status, ())) == set(_parties(claim, condition)):
        return _reach(state, claim, condition, None, _BY_EDITOR)
    up = ladder.height(status) > height(state, ladder)
    kind = ChangeKind.FIRST if before is None else ChangeKind.ADVANCED if up else ChangeKind.CHANGED
    lower = {rung: by for rung, by in state.parties.items() if ladder.height(rung) < ladder.height(status)}
    return _reach(replace(state, parties=lower), claim, condition, kind, _BY_EDITOR)


def _exit(state: Fold, standing: Claim, claim: Claim, condition: StatusCondition) -> tuple[Fold, Step]:
    if standing.status == claim.status:
        return state, _repeated(claim)
    if _over_before(claim.when, _known_since(standing, condition.ladder)):
        return state, _background(claim, "an exit before what is on record")
    return _leave(state, claim, condition, ChangeKind.EXITED, "the thing left the ladder")


def _return(state: Fold, standing: Claim, claim: Claim, condition: StatusCondition) -> tuple[Fold, Step]:
    if standing.status == claim.status:
        return state, _repeated(claim)
    if standing.status not in condition.ladder.exits:
        return state, _background(claim, "nothing on record had been left")
    if _over_before(claim.when, _known_since(standing, condition.ladder)):
        return state, _background(claim, "a return before the exit on record")
    return _leave(state, claim, condition, ChangeKind.RESUMED, "the rung before the exit holds again")


def _after_exit(state: Fold, standing: Claim, claim: Claim, condition: StatusCondition) -> tuple[Fold, Step]:
    ladder = condition.ladder
    rung, left = ladder.height(claim.status or ""), height(state, ladder)
    if _over_before(claim.when, _known_since(standing, ladder)):
        return state, _background(claim, "a step before the exit on record")
    if standing.article.id == claim.article.id:
        known = replace(state, left_from=claim.status if rung > left else state.left_from)
        return known, _background(claim, "the rung that its own article says was left")
    if rung == 0 and ladder.renewable:
        return _reach(replace(state, parties={}), claim, condition, ChangeKind.ADVANCED, "begun anew after the exit")
    if 0 <= left < rung:
        return _reach(state, claim, condition, ChangeKind.ADVANCED, "a higher rung than the one left")
    return state, _background(claim, "a rung reached before the exit on record")


def _rung(state: Fold, claim: Claim, condition: StatusCondition) -> tuple[Fold, Step]:
    ladder = condition.ladder
    rung, holds = ladder.height(claim.status or ""), height(state, ladder)
    if rung < holds:
        return state, _background(claim, "a lower rung than the one on record")
    if rung > holds:
        return _reach(state, claim, condition, ChangeKind.ADVANCED, "a higher rung")
    known = state.parties.get(claim.status or "", ())
    if not set(_parties(claim, condition)) - set(known):
        return state, _repeated(claim)
    if known:
        return _reach(state, claim, condition, ChangeKind.ADVANCED, "the same rung, by another party")
    return _reach(state, claim, condition, None, "the same rung, now with its party")


def _reach(
    state: Fold, claim: Claim, condition: StatusCondition, kind: ChangeKind | None, reason: str
) -> tuple[Fold, Step]:
    if claim.status not in condition.ladder.rungs:
        return _leave(state, claim, condition, kind, reason)
    known = state.parties.get(claim.status, ())
    parties = known + tuple(party for party in _parties(claim, condition) if party not in known)
    reached = {**state.parties, claim.status: parties} if parties else state.parties
    after = replace(state, standing=claim, left_from=None, parties=reached)
    return after, _stands(state, claim, kind, reason, parties)


def _leave(
    state: Fold, claim: Claim, condition: StatusCondition, kind: ChangeKind | None, reason: str
) -> tuple[Fold, Step]:
    """Take a step off the rungs, and keep which rung held."""
    holds = height(state, condition.ladder)
    left = condition.ladder.rungs[holds] if holds >= 0 else None
    if kind is not None and state.standing is None:
        kind = ChangeKind.FIRST
    return replace(state, standing=claim, left_from=left), _stands(state, claim, kind, reason)


def _stands(state: Fold, claim: Claim, kind: ChangeKind | None, reason: str, parties: tuple[str, ...] = ()) -> Step:
    judgement = Judgement.RESTATED if kind is None else Judgement.STANDS
    before = None if kind is None else state.standing
    return Step(claim=claim, judgement=judgement, reason=reason, kind=kind, before=before, parties=parties)


def _parties(claim: Claim, condition: StatusCondition) -> tuple[str, ...]:
    """Who took a step that each party takes for itself; nobody for any other step, nor for who is no party."""
    if claim.status not in condition.ladder.per_party:
        return ()
    return tuple(party for party in claim.by if not condition.parties or party in condition.parties)


def _background(claim: Claim, reason: str) -> Step:
    return Step(claim=claim, judgement=Judgement.BACKGROUND, reason=reason)


def _repeated(claim: Claim) -> Step:
    return Step(claim=claim, judgement=Judgement.REPEATED, reason="the status on record, said again")


def _known_since(standing: Claim, ladder: Ladder) -> date | None:
    """The day from which what stands is known to hold. An undated rung may be old news, so it gives none."""
    dated = _span(standing.when)
    if dated is not None:
        return dated[0]
    return None if standing.status in ladder.rungs else standing.article.time.date()


def _over_before(when: str | None, day: date | None) -> bool:
    """Whether a date as the text gives it lies wholly before the day; false where either is not known."""
    span = _span(when)
    return span is not None and day is not None and span[1] < day


def _span(when: str | None) -> tuple[date, date] | None:
    """First and last day of 2024, 2024-06 or 2024-06-19; None for a date without a year."""
    if when is None or when.startswith("-"):
        return None
    parts = [int(part) for part in when.split("-")]
    year, month = parts[0], parts[1:2]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if len(parts) == 2:
        return date(year, month[0], 1), date(year, month[0], monthrange(year, month[0])[1])
    day = datetime(year, month[0], parts[2]).date()  # noqa: DTZ001  only its date is taken
    return day, day
