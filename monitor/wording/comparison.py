"""A change in English: what moved, and what narrows the comparison. "Rose" and "fell" are said of one speaker alone."""

from __future__ import annotations

from decimal import Decimal

from monitor.change import Change, ChangeKind, Relation
from monitor.claim import Claim, Modality
from monitor.quantity import Qualifier, Quantity
from monitor.wording.phrases import (
    MODALITIES,
    is_given,
    is_set,
    number_phrase,
    place_phrase,
    quantity_phrase,
    short_speaker,
    value_phrase,
)

MOVES = frozenset({ChangeKind.ROSE, ChangeKind.FELL, ChangeKind.CHANGED})
VERDICTS = {
    ChangeKind.FIRST: "first on record",
    ChangeKind.ADVANCED: "a further step",
    ChangeKind.EXITED: "no longer so",
    ChangeKind.RESUMED: "holds again",
    ChangeKind.CORRECTED: "updated: the article was edited",
    ChangeKind.RETRACTED: "taken back by an editor",
}
SET_BY_EDITOR = "put on record by an editor"
STEPS_SHOWN = 8


def new_value(change: Change) -> str:
    """The value that stands after the change."""
    if change.to is None:
        return "nothing on record"
    value = value_phrase(change.to, parties_reached=len(change.parties), parties_total=change.parties_total)
    return f"back to {value}" if change.kind is ChangeKind.RETRACTED else value


def old_value(change: Change) -> str | None:
    return None if change.before is None else value_phrase(change.before)


def verdict(change: Change) -> str:
    """What kind of change it is, and why a move is not called one."""
    if change.kind not in MOVES:
        return VERDICTS[change.kind]
    if change.to is not None and is_set(change.to):
        return SET_BY_EDITOR
    if change.relation is Relation.SAME_SPEAKER:
        return change.kind.value
    return f"different figure{_why(change)}"


def _why(change: Change) -> str:
    if change.relation is Relation.OTHER_SPEAKER:
        return ", another speaker"
    if change.before is not None and is_given(change.before):
        return " than the watch's starting value"
    if change.before is not None and change.before.speaker is None:
        return "; the one on record names no speaker"
    return "; this one names no speaker"


def short_verdict(change: Change) -> str:
    """The verdict in few words, for headlines and tables."""
    if change.kind in MOVES and change.to is not None and is_set(change.to):
        return SET_BY_EDITOR
    if change.kind in MOVES:
        return change.kind.value if change.relation is Relation.SAME_SPEAKER else "different figure"
    return {ChangeKind.CORRECTED: "updated", ChangeKind.RETRACTED: "taken back"}.get(change.kind, VERDICTS[change.kind])


def change_phrase(change: Change) -> str:
    """One line for tables and logs: "about 10,000 → about 11,000 (different figure)"."""
    old = old_value(change)
    way = new_value(change) if old is None else f"{old} → {new_value(change)}"
    return f"{way} ({short_verdict(change)})"


def path_phrase(changes: tuple[Change, ...]) -> str:
    """The way several held changes took, with who said each; of a long way the middle is left out, and how much."""
    start = changes[0].before
    steps = [] if start is None else [_step(start)]
    steps += [new_value(change) if change.to is None else f"{new_value(change)} ({_who(change)})" for change in changes]
    if len(steps) > STEPS_SHOWN:
        left_out = len(steps) - STEPS_SHOWN + 1
        steps = [*steps[:2], f"… {left_out} more …", *steps[-(STEPS_SHOWN - 3) :]]
    return " → ".join(steps)


def _step(claim: Claim) -> str:
    return f"{value_phrase(claim)} ({short_speaker(claim)})"


def _who(change: Change) -> str:
    who = short_speaker(change.to) if change.to is not None else ""
    if change.kind in (ChangeKind.CORRECTED, ChangeKind.RETRACTED):
        return f"{who}, {short_verdict(change)}"
    return who


def narrowing(before: Claim | None, to: Claim | None) -> tuple[str, ...]:
    """What keeps the two values from contradicting each other: another place, bounds that hold both, estimates."""
    if to is None:
        return ()
    if before is None:
        return _modality(to, "this is")
    bounds: tuple[str, ...] = ()
    if before.quantity is not None and to.quantity is not None:
        bounds = _bounds(before.quantity, to.quantity)
    return _places(before, to) + bounds + _modality(to, "this is") + _modality(before, "the one on record is")


def _places(before: Claim, to: Claim) -> tuple[str, ...]:
    here, there = place_phrase(to), place_phrase(before)
    if here == there:
        return ()
    if here is not None and there is not None:
        return (f"other place: {here}; on record {there}",)
    return (f"said of {here}; the one on record names no place",) if here else (f"names no place; on record {there}",)


def _bounds(before: Quantity, to: Quantity) -> tuple[str, ...]:
    if before.unit != to.unit:
        return ()
    notes = []
    if _holds(before, to):
        notes.append(f"{_bare(to)} is within “{quantity_phrase(before)}” on record")
    if _holds(to, before):
        notes.append(f"“{quantity_phrase(to)}” includes the {_bare(before)} on record")
    return tuple(notes)


def _bare(quantity: Quantity) -> str:
    return quantity_phrase(quantity) if quantity.nominal is None else number_phrase(quantity.nominal, quantity.unit)


def _holds(wide: Quantity, other: Quantity) -> bool:
    """Whether the open or two-ended interval `wide` holds the value of `other`; a single stated value holds nothing."""
    if wide.qualifier in (Qualifier.EXACT, Qualifier.ABOUT):
        return False
    ends = [end for end in (other.low, other.high) if end is not None] if other.nominal is None else [other.nominal]
    return bool(ends) and all(_within(wide, end) for end in ends)


def _within(wide: Quantity, value: Decimal) -> bool:
    if wide.qualifier is Qualifier.MORE_THAN and value == wide.low:
        return False
    if wide.qualifier is Qualifier.LESS_THAN and value == wide.high:
        return False
    return (wide.low is None or value >= wide.low) and (wide.high is None or value <= wide.high)


def _modality(claim: Claim, subject: str) -> tuple[str, ...]:
    return () if claim.modality is Modality.ASSERTED else (f"{subject} {MODALITIES[claim.modality]}",)
