"""Who does with his own what a clause behind the counted noun says: "50,000 soldiers|(that) Russia has massed"."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.reading.figures.nouns import Counted, hit_at
from monitor.reading.figures.places import KINDS, NAMES, placed
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue, EntityKind
from monitor.reading.words.lookup import Hit, HitKind

LENGTH = 14
"""Tokens of such a clause in which its subject and its verb are looked for."""
OPENS = 3
"""Words between the noun and the clause about it: "troops in Kursk that Russia …"."""
GROUPS = (*KINDS, EntityKind.GROUP, EntityKind.ORGANISATION, EntityKind.PERSON)


@dataclass(frozen=True, slots=True)
class Relative:
    """The name of who acts, and what he does with those counted."""

    name: Hit
    action: Hit


def relative_behind(view: View, counted: Counted | None) -> Relative | None:
    """The clause about a noun, where somebody named in it is the subject of a verb that is done with one's own."""
    if counted is None or counted.before or view.tongue.postpositions:
        return None
    start = opening(view, counted.last + 1)
    if start is None:
        return contact(view, counted.last + 1)
    end = closing(view, start)
    action = next((hit for at in range(start, end) if (hit := own_action(view, at)) is not None), None)
    if action is None:
        return None
    names = [hit for at in range(start, end) if (hit := subject_at(view, at)) is not None]
    before = [name for name in names if name.last < action.first]
    behind = [name for name in names if 0 < name.first - action.last <= 2]
    name = next(iter(before or behind), None)
    return Relative(name, action) if name is not None else None


def opening(view: View, index: int) -> int | None:
    """Behind the word that opens the clause, or None where none does."""
    for at in range(index, min(index + OPENS + 1, len(view.tokens))):
        word = view.covers(at, Cue.RELATIVE)
        if word is not None and (at == index or view.covers(at - 1, Cue.IN) is None):
            return word.last + 1
        if view.tokens[at].norm != "," and not view.tokens[at].is_word:
            return None
        if hit_at(view, at, HitKind.ACTION, HitKind.NOUN) or view.covers(at, Cue.CLAUSE, Cue.SPEECH, Cue.COORDINATION):
            return None
    return None


def contact(view: View, index: int) -> Relative | None:
    """A clause that nothing opens: "soldiers|Russia has massed"."""
    name = hit_at(view, index, HitKind.ENTITY)
    if name is None or subject_at(view, index) is None or view.tongue.group_after_noun:
        return None
    at = name.last + 1
    while (auxiliary := view.covers(at, Cue.HAVE, Cue.FILLER)) is not None:
        at = auxiliary.last + 1
    action = own_action(view, at)
    return Relative(name, action) if action is not None else None


def closing(view: View, start: int) -> int:
    """Where the clause ends: at a mark, at another clause, or where somebody is cited."""
    for at in range(start, min(start + LENGTH, len(view.tokens))):
        if not view.tokens[at].is_word and view.tokens[at].norm not in {"-", '"', "'"}:
            return at
        if view.covers(at, Cue.CLAUSE, Cue.SPEECH, Cue.DENIAL, Cue.ACCORDING, Cue.AGENT):
            return at
    return min(start + LENGTH, len(view.tokens))


def own_action(view: View, index: int) -> Hit | None:
    action = hit_at(view, index, HitKind.ACTION)
    return action if action is not None and view.scene.vocabulary.actions[action.id].own else None


def subject_at(view: View, index: int) -> Hit | None:
    """The name of a group that no preposition governs."""
    name = hit_at(view, index, *NAMES)
    if name is None or view.scene.vocabulary.entities[name.id].kind not in GROUPS:
        return None
    if name.first > 0 and view.covers(name.first - 1, Cue.IN, Cue.OF):
        return None
    return None if view.tongue.postpositions and placed(view, name) is not None else name
