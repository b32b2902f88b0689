"""What a late, revised or retracted article changes: the fold before and after it, compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from monitor.candidates import best, same_news
from monitor.change import Change, ChangeKind
from monitor.claim import Claim, Kind
from monitor.climb import height
from monitor.compare import direction, same_value
from monitor.fold import relation
from monitor.ledger import Entry, EntryKind, Fold
from monitor.step import Step
from monitor.watch import Watch


def change_of(step: Step, watch: Watch, now: datetime) -> Change | None:
    """The change that a step of the fold made, or None where it made none."""
    if step.kind is None:
        return None
    return Change(
        watch=watch.id,
        kind=step.kind,
        at=now,
        before=step.before,
        to=step.claim,
        relation=relation(step.before, step.claim) if step.before else None,
        speaker_last=step.speaker_last,
        parties=step.parties,
        parties_total=_total(step.claim, watch),
    )


@dataclass(frozen=True, slots=True)
class Refold:
    """A fold made anew. `steps` lead to `after`; `history` holds the `inserted` entries as well."""

    before: Fold
    after: Fold
    steps: Sequence[Step]
    inserted: Sequence[Entry]
    history: Sequence[Entry]


def difference(refold: Refold, watch: Watch, now: datetime) -> Change | None:
    """The one change between two folds, or None where the standing value is as it was."""
    before, after = refold.before.standing, refold.after
    if agree(refold.before, after):
        return None
    to = _news(refold)
    kind = _kind(refold, to, watch)
    return Change(
        watch=watch.id,
        kind=kind,
        at=now,
        before=before,
        to=to,
        relation=relation(before, to) if before and to and kind is not ChangeKind.RETRACTED else None,
        speaker_last=_speaker_last(refold, to),
        parties=after.parties.get(to.status, ()) if to and to.status else (),
        parties_total=_total(to, watch),
    )


def agree(a: Fold, b: Fold) -> bool:
    """Whether the same value stands: the same figure, or the same status, taken by the same parties where each does."""
    if a.standing is None or b.standing is None:
        return a.standing is b.standing
    if a.standing.quantity is not None and b.standing.quantity is not None:
        return same_value(a.standing.quantity, b.standing.quantity)
    if a.standing.status is None or a.standing.status != b.standing.status:
        return False
    ours, theirs = set(a.parties.get(a.standing.status, ())), set(b.parties.get(a.standing.status, ()))
    one_step = len(ours) <= 1 and len(theirs) <= 1 and not (ours and theirs)
    return ours == theirs or one_step


def _news(refold: Refold) -> Claim | None:
    """What stands now; where only another party joined the same rung, the claim that says so."""
    before, after = refold.before.standing, refold.after.standing
    if before and after and after.status and before.status == after.status:
        ids = {claim.id for entry in refold.inserted for claim in entry.claims}
        joined = [step.claim for step in refold.steps if step.kind and step.claim.id in ids]
        same_rung = [claim for claim in joined if claim.status == after.status]
        return same_rung[-1] if same_rung else after
    return after


def _kind(refold: Refold, to: Claim | None, watch: Watch) -> ChangeKind:
    before = refold.before.standing
    if any(entry.kind is EntryKind.RETRACT for entry in refold.inserted):
        return ChangeKind.RETRACTED
    if before is None or to is None:
        return ChangeKind.FIRST if before is None else ChangeKind.CORRECTED
    corrected = _corrected(refold, to, watch)
    if before.quantity is not None and to.quantity is not None:
        return ChangeKind.CORRECTED if corrected else direction(before.quantity, to.quantity)
    moved = _status_kind(refold.before, refold.after, to, watch)
    return ChangeKind.CORRECTED if corrected and moved is ChangeKind.CHANGED else moved


def _corrected(refold: Refold, to: Claim, watch: Watch) -> bool:
    """Whether a revision of the article of either claim took back the value that an earlier one gave."""
    before = refold.before.standing
    revised = {entry.article.id for entry in refold.inserted if entry.article and entry.article.revised}
    if (
        before is not None
        and before.article.id in revised
        and not any(
            step.claim.article.id == before.article.id and same_news(step.claim, before) for step in refold.steps
        )
    ):
        return True
    if to.article.id not in revised:
        return False
    earlier = [
        claim
        for entry in refold.history
        if entry.article and entry.article.id == to.article.id and entry.article.revision != to.article.revision
        for claim in best(entry.claims, watch)
    ]
    return any(not same_news(claim, to) for claim in earlier)


def _status_kind(before: Fold, after: Fold, to: Claim, watch: Watch) -> ChangeKind:
    if watch.status is None:
        return ChangeKind.CHANGED
    ladder = watch.status.ladder
    if to.status in ladder.exits:
        return ChangeKind.EXITED
    if to.status in ladder.returns:
        return ChangeKind.RESUMED
    higher = height(after, ladder) > height(before, ladder)
    joined = len(after.parties.get(to.status or "", ())) > len(before.parties.get(to.status or "", ()))
    return ChangeKind.ADVANCED if higher or joined else ChangeKind.CHANGED


def _speaker_last(refold: Refold, to: Claim | None) -> Claim | None:
    if to is None:
        return None
    own = refold.before.voices.get(to.voice)
    if own is not None and own.id != to.id and own.article.time <= to.article.time:
        return own
    return next((step.speaker_last for step in refold.steps if step.claim.id == to.id), None)


def _total(claim: Claim | None, watch: Watch) -> int:
    if claim is None or watch.status is None or watch.kind is not Kind.STATUS:
        return 0
    return len(watch.status.parties) if claim.status in watch.status.ladder.per_party else 0
