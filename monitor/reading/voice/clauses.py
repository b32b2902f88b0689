"""Where a clause ends, and what is only an aside: how far a cue reaches."""

from __future__ import annotations

from monitor.reading.phrases import QUALIFIERS, QUOTES
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue
from monitor.reading.words.lookup import Hit, HitKind

STRONG = frozenset({";", ":", "(", ")"}) | QUOTES
LONGEST = 24
"""Tokens back to the beginning of a clause."""
SUBJECT = 3
"""Words of a subject behind "and"."""
SOME = 3
"""Tokens from a negation to the "of" behind it: "not a single one of"."""
NAMES = (HitKind.ENTITY, HitKind.DEMONYM)


def fenced(view: View, first: int, before: int) -> bool:
    """Whether a clause ends between two places: a comma, a strong mark, a clause word."""
    return any(
        view.tokens[index].norm == "," or view.tokens[index].norm in STRONG or view.covers(index, Cue.CLAUSE)
        for index in range(first, before)
    )


def broken(view: View, first: int, before: int) -> bool:
    """Whether a semicolon, colon or quotation ends a whole statement between two places."""
    return any(view.tokens[index].norm in {";", ":"} | QUOTES for index in range(first, before))


def is_subject_of(view: View, first: int, last: int, verb: Hit) -> bool:
    """Whether a figure at the tokens `first` to `last` is the subject of a verb phrase behind it.

    Within a clause anyhow; and over a list ("900 men, two brigades and a hospital will go") or an aside ("900 men,
    including two generals, will go", "900 men who trained here will go") where the figure begins its clause.
    """
    if not fenced(view, last + 1, verb.first):
        return not joined(view, last + 1, verb.first)
    return (
        opens_clause(view, first) and not in_aside(view, first, last, verb.first) and over_asides(view, last + 1, verb)
    )


def joined(view: View, first: int, before: int) -> bool:
    """Whether "and" begins a statement with a subject of its own: "900 men fight here and 300 more will come"."""
    counted = {view.sentence.token_at(number.start) for number in view.numbers}
    acted = False
    for index in range(first, before):
        acted = acted or any(hit.kind is HitKind.ACTION for hit in view.at.get(index, ()))
        if acted and index + 1 in counted and view.covers(index, Cue.COORDINATION):
            return True
    return False


def opens_clause(view: View, first: int) -> bool:
    """Whether no verb of the clause stands before the figure, and it is none itself, as a step is."""
    if any(hit.kind is HitKind.STATUS for hit in view.at.get(first, ())):
        return False
    for index in range(first - 1, max(-1, first - LONGEST), -1):
        if ends_statement(view, index):
            return True
        if any(hit.kind is HitKind.ACTION for hit in view.at.get(index, ())) or view.covers(index, Cue.DECISION):
            return False
    return True


def over_asides(view: View, start: int, verb: Hit) -> bool:
    """Whether only a list or asides stand from `start` to the verb: no other verb, no other subject."""
    index, relative = start, False
    if any(is_sentence_of_its_own(view, comma, verb) for comma in range(start, verb.first)):
        return False
    while index < verb.first:
        if view.covers(index, Cue.RELATIVE) and view.tokens[index - 1].norm == ",":
            index = next((at for at in range(index, verb.first) if view.tokens[at].norm == ","), verb.first)
        elif view.covers(index, Cue.RELATIVE) and view.covers(index, Cue.CLAUSE):
            relative = True
        elif ends_statement(view, index) or is_done(view, index, relative=relative):
            return False
        index += 1
    return index == verb.first and not has_subject(view, verb) and not (relative and is_done_later(view, verb))


def is_sentence_of_its_own(view: View, comma: int, verb: Hit) -> bool:
    """Whether ", and" begins a statement whose subject is no figure and no last of a list: ", and|retailers|expect"."""
    joint = view.covers(comma + 1, Cue.COORDINATION) if view.tokens[comma].norm == "," else None
    subject = range(joint.last + 1, verb.first) if joint is not None else range(0)
    if not 0 < len(subject) <= SUBJECT or view.covers(subject.start, Cue.ARTICLE, *QUALIFIERS):
        return False
    counted = any(view.sentence.token_at(number.start) in subject for number in view.numbers)
    return not counted and all(view.tokens[index].is_word for index in subject)


def ends_statement(view: View, index: int) -> bool:
    return view.tokens[index].norm in STRONG or view.covers(index, Cue.CLAUSE, Cue.SPEECH, Cue.ACCORDING) is not None


def is_done(view: View, index: int, *, relative: bool) -> bool:
    """Whether a verb says what the counted do; within "who …" only one that says that they are there."""
    if index > 0 and view.covers(index - 1, Cue.ARTICLE):
        return False  # "a field hospital"
    actions = [hit for hit in view.at.get(index, ()) if hit.kind is HitKind.ACTION]
    if relative:
        return any(view.scene.vocabulary.actions[hit.id].presence for hit in actions)
    return bool(actions) or view.covers(index, Cue.FILLER) is not None


def is_done_later(view: View, verb: Hit) -> bool:
    """Whether the main verb follows a clause about the future: "900 men who will fight here have arrived"."""
    behind = [hit for hit in view.hits if hit.kind is HitKind.ACTION and hit.first > verb.last]
    return any(view.covers(hit.first - 1, Cue.FILLER) for hit in behind[1:])


def has_subject(view: View, verb: Hit) -> bool:
    """Whether a name of its own stands right before the verb: "…, and Seoul will answer"."""
    name = next((hit for hit in view.ends.get(verb.first - 1, ()) if hit.kind in NAMES), None)
    if name is None or name.first == 0:
        return False
    return view.tokens[name.first - 1].norm == "," or view.covers(name.first - 1, Cue.COORDINATION) is not None


def in_aside(view: View, first: int, last: int, beyond: int) -> bool:
    """Whether a place is told of somebody in passing: "North Korea, which sent 900 men, denied it"."""
    opening = next((hit for hit in reversed(relatives(view)) if hit.last < first), None)
    if opening is None or opening.first == 0 or view.tokens[opening.first - 1].norm != ",":
        return False
    inside = range(opening.last + 1, first)
    told = any(view.tokens[index].norm == "," or view.covers(index, Cue.SPEECH) for index in inside)
    return not told and any(view.tokens[index].norm == "," for index in range(last + 1, beyond))


def relatives(view: View) -> list[Hit]:
    """Relative pronouns; a word that is an article too ("die") is one only behind a comma."""
    return [
        hit
        for hit in view.all(Cue.RELATIVE)
        if view.covers(hit.first, Cue.CLAUSE) or (hit.first > 0 and view.tokens[hit.first - 1].norm == ",")
    ]


def partitive(view: View, negation: Hit, first: int) -> bool:
    """Whether the negation is said of some of the counted: "none of the 900 men has fought"."""
    counted = {view.sentence.token_at(number.start) for number in view.numbers}
    for index in range(negation.last + 1, min(negation.last + 1 + SOME, first)):
        if view.covers(index, Cue.OF):
            return index == negation.last + 1 or any(at in counted for at in range(negation.last + 1, index))
    return False
