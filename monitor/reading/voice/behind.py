"""What stands behind a place and reaches back to it, where verbs stand last: "… 派遣していない", "… gönderebilir"."""

from __future__ import annotations

from monitor.reading.view import View
from monitor.reading.vocabulary import Cue
from monitor.reading.voice.clauses import STRONG
from monitor.reading.words.lookup import Hit, HitKind

PREDICATE = 24
"""Tokens between a place and the end of its predicate."""
OF_NOUN = 6
"""Tokens between a number and the mark of the subject that it is part of; a later one marks another subject."""
STEP = 5
"""Tokens between a step and the negation of it."""
STEPS = (HitKind.STATUS, HitKind.STEP)
VERBS = (HitKind.ACTION, HitKind.STATUS)
SAYING = (Cue.SPEECH, Cue.DENIAL)


def within(hit: Hit, first: int, last: int) -> bool:
    """Whether a cue lies in the place itself: a step's verb with an ending that denies or plans it."""
    return first <= hit.first and hit.last <= last


def reaches_back(view: View, last: int, hit: Hit) -> bool:
    """Whether a cue behind the place ends the predicate that the place belongs to."""
    if not last < hit.first <= last + PREDICATE or parted(view, last + 1, hit.first):
        return False
    own = 0 if any(one.kind in STEPS for one in view.ends.get(last, ())) else OF_NOUN
    return not any(is_subject(view, index) for index in range(last + 1 + own, hit.first))


def tells_of(view: View, last: int) -> bool:
    """Whether a step only tells of the thing right behind it, which does something else: "onayladığı|protokol"."""
    if not view.tongue.postpositions or not any(hit.kind is HitKind.STATUS for hit in view.ends.get(last, ())):
        return False
    things = (ladder.things for ladder in view.scene.vocabulary.ladders.values() if not ladder.held)
    nouns = {hit.id for hit in view.at.get(last + 1, ()) if hit.kind is HitKind.NOUN}
    return bool(nouns) and any(not nouns.isdisjoint(of) for of in things)


def is_subject(view: View, index: int) -> bool:
    """Whether a mark makes what stands before it the subject of another statement, not of "no plan"."""
    if view.covers(index, Cue.TOPIC) is None:
        return False
    return view.covers(index - 1, Cue.PLAN, Cue.HYPOTHESIS, Cue.ESTIMATE, Cue.DOUBT, Cue.DENIAL) is None


def parted(view: View, first: int, before: int) -> bool:
    """Whether a statement ends in between: at a strong mark, a clause word, a comma behind a verb or before an "and".

    Any other comma parts only what belongs together.
    """
    for index in range(first, before):
        norm = view.tokens[index].norm
        if (norm in STRONG and norm != '"') or view.covers(index, Cue.CLAUSE):
            return True
        if norm == "," and (is_verb(view, index - 1) or view.covers(index + 1, Cue.COORDINATION)):
            return True
        if view.covers(index, Cue.COORDINATION) and is_verb(view, index - 1) and names_somebody(view, index + 1):
            return True
    return False


def names_somebody(view: View, index: int) -> bool:
    """Whether a name or a body begins there, as the subject of another statement: "imposed sanctions and|Canada …"."""
    return any(hit.kind in (HitKind.ENTITY, HitKind.OFFICE) for hit in view.at.get(index, ()))


def is_verb(view: View, index: int) -> bool:
    """Whether a verb ends at the token."""
    return any(hit.kind in VERBS or hit.id in SAYING for hit in view.ends.get(index, ()))


def negates(view: View, first: int, last: int, negation: Hit) -> bool:
    """Whether a negation behind the place denies it: of a step the next one, of a figure one whose subject it is not.

    "1万人は帰れない" tells of ten thousand who are there; "1万人を派遣していない" of nobody.
    """
    if within(negation, first, last):
        return True
    if not reaches_back(view, last, negation):
        return False
    if any(hit.kind in STEPS for hit in view.at.get(first, ())):
        return negation.first - last <= STEP
    subject = any(is_subject(view, index) for index in range(last + 1, min(last + 1 + OF_NOUN, negation.first)))
    return not subject
