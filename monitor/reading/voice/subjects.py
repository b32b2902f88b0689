"""The subject of a verb that stands far from it: marked ("国防省は … と発表した"), or at the beginning of its clause.

Where verbs stand last, all that is said stands between the two.
"""

from __future__ import annotations

from monitor.reading.phrases import HARD, LONGEST, QUALIFIERS, appositive, offices, skip_left, start_of
from monitor.reading.view import Span, View
from monitor.reading.vocabulary import Cue, EntityKind
from monitor.reading.words.lookup import Hit, HitKind

NAMES = (HitKind.ENTITY, HitKind.DEMONYM)
KNOWN = (HitKind.ENTITY, HitKind.OFFICE)
COMMA = 8
"""Words before the comma that parts a subject from the rest: "Bakanlık, …"."""
REPORTED = 2
"""Tokens from one verb of speech to the one that reports it."""
TRIES = 3
"""Phrases of time and place that may open a clause before its subject."""
OPENING = (Cue.FILLER, Cue.NOW, Cue.COORDINATION, Cue.CLAUSE, Cue.PAST)
SAYING = (Cue.SPEECH, Cue.DENIAL, Cue.ACCORDING, Cue.ANONYMOUS)
ENDING = (Cue.IN, Cue.TOPIC, Cue.OBJECT, Cue.CLAUSE, Cue.FILLER, Cue.NEGATION, *SAYING, *QUALIFIERS)
"""What ends the noun phrase that opens a clause."""


def beside(view: View, verb: Hit, start: int) -> Span | None:
    """The marked subject right before a verb, over adverbs: "…と|国防省が|発表した"."""
    index = verb.first - 1
    while index >= start and view.covers(index, Cue.TOPIC) is None:
        skipped = skip_left(view, index)
        if skipped == index:
            return None
        marks = (at for at in range(index, max(skipped, start - 1), -1) if view.covers(at, Cue.TOPIC))
        index = next(marks, max(skipped, start - 1))
    mark = view.covers(index, Cue.TOPIC) if index >= start else None
    return marked(view, mark, start) if mark is not None else None


def topic(view: View, verb: Hit, start: int) -> Span | None:
    """The first marked phrase of the clause that can be somebody who speaks; else whose soldiers they are: "…군은"."""
    marks = [mark for mark in view.all(Cue.TOPIC) if start < mark.first and mark.last < verb.first]
    marks = [mark for mark in marks if not is_inner(view, mark, verb, marks)]
    found = [phrase for mark in marks if (phrase := marked(view, mark, start)) is not None]
    if len(found) > 1 and is_reported(view, verb):
        found = [phrase for phrase in found[1:] if names_body(view, phrase)] or found
    return next(iter(found), None) or next((army for mark in marks[:1] if (army := forces(view, mark, start))), None)


def is_reported(view: View, verb: Hit) -> bool:
    """Whether another verb of speech follows, whose subject stands farther off: "AはBが…と|報告した|と伝えた"."""
    return any(0 < hit.first - verb.last <= REPORTED for hit in view.all(Cue.SPEECH))


def names_body(view: View, phrase: Span) -> bool:
    """Whether the head of a phrase is a body or a person, and not a country that is only spoken of."""
    entities = view.scene.vocabulary.entities
    heads = view.ends.get(phrase.last, ())
    return any(
        hit.kind is HitKind.OFFICE
        or (hit.kind is HitKind.ENTITY and entities[hit.id].kind in (EntityKind.PERSON, EntityKind.ORGANISATION))
        for hit in heads
    )


def is_inner(view: View, mark: Hit, verb: Hit, marks: list[Hit]) -> bool:
    """Whether a subject is that of an "if" clause, or of a report that another subject speaks of."""
    ifs = (hit for hit in view.all(Cue.HYPOTHESIS) if mark.last < hit.first and hit.last < verb.first)
    if any(view.covers(hit.last, Cue.CLAUSE) for hit in ifs):
        return True
    reports = (hit for hit in view.all(Cue.RELATIVE) if mark.last < hit.first and hit.last < verb.first)
    return any(hit.last < other.first and marked(view, other, hit.last + 1) for hit in reports for other in marks)


def marked(view: View, mark: Hit, start: int) -> Span | None:
    """The noun phrase before a subject's mark, if it is somebody and not what is counted."""
    phrase = before_mark(view, mark, start)
    return phrase if phrase.first <= phrase.last and can_speak(view, phrase) else None


def forces(view: View, mark: Hit, start: int) -> Span | None:
    """The forces of a country before a subject's mark, which speak as an army does where nobody else could."""
    phrase = before_mark(view, mark, start)
    named = any(hit.kind in NAMES for at in range(phrase.first, phrase.last + 1) for hit in view.at.get(at, ()))
    nouns = view.scene.vocabulary.nouns
    fallen = (hit for hit in view.ends.get(phrase.last, ()) if hit.kind is HitKind.NOUN)
    if any(nouns[hit.id].action is not None for hit in fallen):
        return None  # "ロシア軍の|死傷者"
    return phrase if named and phrase.first <= phrase.last and not holds_figure(view, phrase) else None


def before_mark(view: View, mark: Hit, start: int) -> Span:
    last = mark.first - 1
    while last >= start and (view.tokens[last].norm == '"' or last in view.dated):
        last -= 1
    return Span(max(start_of(view, last), start), last)


def holds_figure(view: View, phrase: Span) -> bool:
    return any(view.tokens[index].text[:1].isdecimal() for index in range(phrase.first, phrase.last + 1))


def can_speak(view: View, phrase: Span) -> bool:
    """Whether a phrase may name a speaker: it holds no number, is no "total of", and its head is no counted noun."""
    if holds_figure(view, phrase) or view.covers(phrase.first, Cue.TOTAL, Cue.AMOUNT):
        return False
    heads = view.ends.get(phrase.last, ())
    return any(hit.kind in KNOWN for hit in heads) or not any(is_counted_or_done(view, hit) for hit in heads)


def is_counted_or_done(view: View, hit: Hit) -> bool:
    """Whether a word is what is counted or happens; the office that somebody holds is neither."""
    if hit.kind is HitKind.NOUN:
        return hit.id not in offices(view.scene.vocabulary)
    return hit.kind in (HitKind.ACTION, HitKind.STATUS, HitKind.STEP)


def opening(view: View, start: int, before: int) -> Span | None:
    """The noun phrase that opens a clause, past the time and the place: "Bakanlık, …", "وزارت دفاع …"."""
    index = start
    for _ in range(TRIES):
        index = past_opening(view, index, before)
        last = run_from(view, index, before)
        if last < index:
            return None
        case = view.covers(last + 1, Cue.IN) if view.tongue.postpositions and last + 1 < before else None
        if case is None:
            phrase = Span(index, last)
            return phrase if can_speak(view, phrase) else None
        named = next((hit for hit in view.ends.get(last, ()) if hit.kind in NAMES), None)
        if named is not None and named.first > index:
            return Span(index, named.first - 1)  # "Güney Kore istihbaratı | Rusya'ya"
        index = case.last + 1
    return None


def opener(view: View, start: int, before: int) -> Span | None:
    """The known body or person, with whose it is, that opens a clause: "El Banco Central de Chile|recortó …"."""
    phrase = opening(view, start, before)
    if phrase is None:
        return None
    last = phrase.last
    while (joint := view.covers(last + 1, Cue.OF)) and joint.last + 1 < before and is_title(view, joint.last + 1):
        last = run_from(view, joint.last + 1, before)
    phrase = Span(phrase.first, last)
    known = somebody(view, phrase) or any(is_known(view, index) for index in range(phrase.first, last + 1))
    return phrase if known else None


def past_opening(view: View, index: int, before: int) -> int:
    """Over dates, adverbs, commas and quotations, and the places behind a preposition."""
    while index < before:
        if view.tokens[index].norm == '"':
            index = next((at for at in range(index + 1, before) if view.tokens[at].norm == '"'), index) + 1
        elif hit := view.covers(index, *OPENING):
            index = hit.last + 1
        elif index in view.dated or is_sign(view, index) or is_of_date(view, index):
            index += 1
        elif not view.tongue.postpositions and (hit := view.covers(index, Cue.IN)):
            name = next((one for one in view.at.get(hit.last + 1, ()) if one.kind in NAMES), None)
            index = (name or hit).last + 1
        else:
            return index
    return index


def is_of_date(view: View, index: int) -> bool:
    """Whether a genitive stands right behind a date: "1日|の"."""
    return index - 1 in view.dated and view.covers(index, Cue.GENITIVE) is not None


def is_sign(view: View, index: int) -> bool:
    token = view.tokens[index]
    return not token.is_word and not token.text[:1].isdecimal()


def run_from(view: View, first: int, before: int) -> int:
    """The last token of the noun phrase that begins at `first`: to a comma near by, else as far as names go."""
    comma = next((at for at in range(first, min(first + COMMA, before)) if view.tokens[at].norm == ","), None)
    if comma is not None and all(continues(view, index) for index in range(first, comma)):
        return appositive(view, comma - 1)
    index = first
    while index < min(before, first + LONGEST) and continues(view, index):
        if index > first and (not is_title(view, index) or view.covers(index, Cue.ARTICLE)):
            break
        index += 1
    marked = index < before and view.covers(index, Cue.OBJECT) is not None
    return last_name(view, first, index - 1) if marked else index - 1


def last_name(view: View, first: int, last: int) -> int:
    """The end of the last known name before an object that follows it: "بانک مرکزی | نرخ بهره را"."""
    ends = (at for at in range(last, first - 1, -1) if any(hit.kind in KNOWN for hit in view.ends.get(at, ())))
    return next(ends, last)


def continues(view: View, index: int) -> bool:
    """Whether a word may belong to the noun phrase that opens a clause."""
    token = view.tokens[index]
    if token.norm in HARD or token.norm == "," or token.text[:1].isdecimal() or index in view.dated:
        return False
    ends = view.covers(index, *ENDING)
    named = ends is not None and ends.id == Cue.ANONYMOUS and is_known(view, index)  # "the office of statistics"
    if (ends is not None and not named) or is_preposition(view, index):
        return False
    counted = any(is_counted_or_done(view, hit) for hit in view.at.get(index, ()))
    return not counted or is_known(view, index)


def is_preposition(view: View, index: int) -> bool:
    """Whether "of" begins another phrase there; what may also be an article ("der") begins one's own."""
    before = not view.tongue.postpositions and view.covers(index, Cue.OF) is not None
    return before and view.covers(index, Cue.ARTICLE) is None


def is_title(view: View, index: int) -> bool:
    """Whether a word belongs to a name: a known one, or any with a capital, or of a script that has none."""
    letter = view.tokens[index].text[:1]
    if not letter.islower() or view.covers(index, Cue.OF, Cue.COORDINATION):
        return True
    return is_known(view, index)


def is_known(view: View, index: int) -> bool:
    return any(
        hit.first <= index <= hit.last and (hit.kind in (*NAMES, HitKind.OFFICE) or is_office(view, hit))
        for first in range(max(0, index - COMMA), index + 1)
        for hit in view.at.get(first, ())
    )


def is_office(view: View, hit: Hit) -> bool:
    return hit.kind is HitKind.NOUN and hit.id in offices(view.scene.vocabulary)


def somebody(view: View, phrase: Span) -> bool:
    """Whether a phrase names a body or person that can decide: a known one, or an acronym."""
    entities = view.scene.vocabulary.entities
    for index in range(phrase.first, phrase.last + 1):
        for hit in view.at.get(index, ()):
            if hit.last > phrase.last:
                continue
            if hit.kind is HitKind.OFFICE:
                return True
            if hit.kind is HitKind.ENTITY and decides(entities[hit.id].kind, entities[hit.id].acts_for):
                return True
        text = view.tokens[index].text
        if len(text) > 1 and text.isupper():
            return True
    return any(is_name(view, index) and is_name(view, index + 1) for index in range(phrase.first, phrase.last))


def is_name(view: View, index: int) -> bool:
    """Whether a word with a capital is no function word: two of them beside each other are a name."""
    return view.tokens[index].text[:1].isupper() and view.covers(index, Cue.ARTICLE, *OPENING, *ENDING) is None


def decides(kind: EntityKind, acts_for: str | None) -> bool:
    return kind is not EntityKind.PLACE or acts_for is not None
