"""What a sentence speaks of: another object than any thing that climbs a ladder, or a thing named before.

"approved a loan" is no step of the treaty named above; "the Senate rejected it" is one of the bill.
"""

from __future__ import annotations

from monitor.reading.statuses.agents import BODIES
from monitor.reading.statuses.parties import Thing
from monitor.reading.statuses.steps import Step
from monitor.reading.statuses.subjects import subject_of
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue
from monitor.reading.words.lookup import Hit, HitKind

OBJECT = 8
"""Tokens of a noun phrase right behind a verb among which its noun stands."""
NEXT = 2
"""Tokens behind a verb among which a pronoun is its object: "approved the deal", "rejected it"."""
ANY_THING = frozenset({"matter", "others"})
"""Nouns whose words stand for any thing that was named: "the deal", "the measure", "the others"."""


def speaks_of_another(view: View, step: Step, here: list[Thing]) -> bool:
    """Whether an article behind the verb brings another object: "approved a loan", "left the room"."""
    index = step.last + 1
    subject_behind = view.tongue.verb_first and object_before(view, step.first)  # "lo ha ratificado|la Duma"
    if step.by_itself or subject_behind or (step.tail is not None and here):
        return False
    while index < len(view.tokens) and (index in view.dated or view.covers(index, Cue.FILLER, Cue.NOW)):
        index += 1
    if index >= len(view.tokens) or view.covers(index, Cue.ARTICLE) is None or view.covers(index, Cue.THERE):
        return False
    starts = {thing.first for thing in here}
    words = 0
    if index in starts or any(map(is_matter, view.at.get(index, ()))):
        return False  # "các biện pháp trừng phạt", "os demais"
    for at in range(index + 1, min(index + OBJECT, len(view.tokens))):
        hits = view.at.get(at, ())
        if at in starts or any(hit.kind in (HitKind.STEP, HitKind.SCOPE) or is_matter(hit) for hit in hits):
            return False
        if at in view.dated or view.covers(at, Cue.PAST, Cue.NOW):
            return False  # "the previous December"
        if not view.tokens[at].is_word or ends_object(view, at):
            break
        words += 1
    return words > 0


def is_matter(hit: Hit) -> bool:
    return hit.kind is HitKind.NOUN and hit.id in ANY_THING


def ends_object(view: View, index: int) -> bool:
    return view.covers(index, Cue.IN, Cue.CLAUSE, Cue.SPEECH, Cue.AGENT, Cue.COORDINATION) is not None


def may_refer(view: View, step: Step) -> bool:
    """Whether a sentence without a thing can speak of one named before: its subject is a pronoun, or somebody known.

    "It lapses", "the Senate rejected it", "Moscow ratified on Monday"; but not "the meeting ended".
    """
    subject = subject_of(view, step)
    if subject is None or refers(view, subject.first, subject.last) or has_pronoun(view, step):
        return True
    return not step.by_itself and any(
        hit.kind in BODIES and hit.last <= subject.last
        for index in range(subject.first, subject.last + 1)
        for hit in view.at.get(index, ())
    )


def has_pronoun(view: View, step: Step) -> bool:
    """Whether the object is a pronoun: before the verb, behind it, inside it, or written together with it."""
    if object_before(view, step.first) or refers(view, step.last + 1, min(step.last + NEXT, len(view.tokens) - 1)):
        return True
    if step.tail is not None and refers(view, step.first, step.last):
        return True
    words = range(max(0, step.first - 1), step.last + 1)
    return not step.by_itself and any(clitic(view, index) for index in words)


def object_before(view: View, verb: int) -> bool:
    """Whether a pronoun stands before a verb and its auxiliaries; one that may be an article only before the latter."""
    index = verb - 1
    while index >= 0 and view.covers(index, Cue.FILLER) and not view.covers(index, Cue.ARTICLE, Cue.PRONOUN):
        index -= 1
    if index < 0:
        return False
    return view.covers(index, Cue.PRONOUN) is not None or (
        index < verb - 1 and view.covers(index, Cue.ARTICLE) is not None
    )


def refers(view: View, first: int, last: int) -> bool:
    """Whether a pronoun stands there, or a word for any thing: "the deal"."""
    return any(
        view.covers(index, Cue.PRONOUN, Cue.THEIR) or any(map(is_matter, view.at.get(index, ())))
        for index in range(first, last + 1)
    )


def clitic(view: View, index: int) -> bool:
    """Whether a pronoun is written together with the verb: "l'examinera", "menyetujuinya"."""
    norm = view.tokens[index].norm
    return "'" in norm[1:] or norm.endswith(view.tongue.suffixes)
