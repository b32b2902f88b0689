"""What a number counts: the noun behind it, before it, or in the sentence before."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.reading.figures.nouns import (
    PEOPLE,
    QUALIFIERS,
    Counted,
    Place,
    hit_at,
    is_adjective,
    is_people,
    is_verb_first,
    kinds_of,
    noun_first,
)
from monitor.reading.figures.places import cited_besides
from monitor.reading.figures.walk import walk_ahead
from monitor.reading.phrases import offices
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue
from monitor.reading.words.lookup import Hit, HitKind

AMOUNTS = 5
"""Tokens between a number and the verb of amounting behind it, where verbs stand last."""
BACK = 16
"""Tokens between a noun and the number it is the subject of: "the number of soldiers … has reached 11,000"."""
AGE_DIGITS = 3
VOTES = "votes"

LINKS = (*QUALIFIERS, Cue.TOPIC, Cue.TOTAL, Cue.INCREMENT, Cue.AMOUNT, Cue.NOW, Cue.FILLER, Cue.GENITIVE, Cue.PART)
"""What may stand between a noun and the number behind it."""


def counted_by(view: View, number: Place, places: list[Place]) -> Counted | None:
    """The noun of a number; `places` are all numbers of the sentence. None where the sentence has none for it."""
    if (other := outvoted(view, number, places)) is not None:
        return counted_by(view, other, places)
    if is_bracketed(view, number):
        return None
    if (votes := votes_against(view, number, places)) is not None:
        return votes
    return dual(view, number) or counted_around(view, number, places)


def dual(view: View, number: Place) -> Counted | None:
    """The noun of a number that is one itself: "جنديان", two soldiers."""
    noun = hit_at(view, number.first, HitKind.NOUN)
    return Counted(noun.id, noun.first, noun.last) if noun is not None and noun.last == number.last else None


def counted_around(view: View, number: Place, places: list[Place]) -> Counted | None:
    if (apposed := noun_of_part(view, number)) is not None:
        return apposed
    walk = walk_ahead(view, number, places)
    ahead = walk.result()
    if walk.counter is not None and walk.noun is None:
        return noun_of_counter(view, number, places, walk.counter, ahead)
    if ahead is None:
        if of_those(view, number, places):
            return None
        return named_by_verb(view, number) or noun_behind(view, number, places)
    if ahead.id == PEOPLE and not overlaps_name(view, ahead):
        special = noun_behind(view, number, places, kind=PEOPLE)
        amounting = special is not None and amounts(view, special, number)
        return (special if amounting else risen_from(view, number, places)) or ahead
    return ahead


def risen_from(view: View, number: Place, places: list[Place]) -> Counted | None:
    """What the number counts that this one has come from: "شمار قربانیان از ۳۸ نفر|به ۵۱ تن رسید"."""
    if view.tongue.postpositions or view.covers(number.first - 1, Cue.IN, Cue.AMOUNT) is None:
        return None
    old = max((place for place in places if place.last < number.first), key=lambda place: place.last, default=None)
    if old is None or number.first - old.last > AMOUNTS + 2 or view.covers(old.first - 1, Cue.OF, Cue.SOURCE) is None:
        return None
    found = counted_around(view, old, places)
    return found if found is not None and found.before else None


def of_those(view: View, number: Place, places: list[Place]) -> bool:
    """Whether "of them" says that the number is some of those just counted: "90 are in hospital, 14|of them|badly"."""
    later = any(place.last < number.first for place in places)
    return later and not view.tongue.verb_final and view.covers(number.last + 1, Cue.PART) is not None


def noun_of_part(view: View, number: Place) -> Counted | None:
    """What those of a part are, said right behind "of them": "nine|of them|children", "seis|de ellos|niños"."""
    part = view.covers(number.last + 1, Cue.PART)
    noun = hit_at(view, part.last + 1, HitKind.NOUN) if part is not None else None
    return Counted(noun.id, noun.first, noun.last) if noun is not None and not is_verb_first(view, noun) else None


def is_bracketed(view: View, number: Place) -> bool:
    """Whether nothing but a short bare number stands between two brackets, as an age does: "관계자(52)는"."""
    before, behind = number.first - 1, number.last + 1
    if before < 0 or behind >= len(view.tokens) or number.first != number.last:
        return False
    text = view.tokens[number.first].text
    closed = view.tokens[before].norm == "(" and view.tokens[behind].norm == ")"
    return closed and text.isdecimal() and len(text) <= AGE_DIGITS


def outvoted(view: View, number: Place, places: list[Place]) -> Place | None:
    """The number behind "to" or "against", whose noun is that of both: "mit 393|zu 234 Stimmen"."""
    link = view.covers(number.last + 1, Cue.VERSUS)
    return next((place for place in places if link is not None and place.first == link.last + 1), None)


def votes_against(view: View, number: Place, places: list[Place]) -> Counted | None:
    """The votes before "against", where another noun follows: "por 44 votos|contra 20|la ley"."""
    if view.covers(number.first - 1, Cue.VERSUS) is None:
        return None
    before = max((place for place in places if place.last < number.first), key=lambda one: one.last, default=None)
    noun = hit_at(view, before.last + 1, HitKind.NOUN) if before is not None else None
    return Counted(noun.id, noun.first, noun.last, before=True) if noun is not None and noun.id == VOTES else None


def named_by_verb(view: View, number: Place) -> Counted | None:
    """What a sentence says that a number of those named before are: "De ellos, medio millar|son|oficiales"."""
    verb = view.covers(number.last + 1, Cue.FILLER)
    if verb is None or verb.first != number.last + 1 or not noun_first(view):
        return None
    noun = hit_at(view, verb.last + 1, HitKind.NOUN)
    nouns = view.scene.vocabulary.nouns
    if noun is None or PEOPLE not in kinds_of(view.scene.vocabulary, noun.id) or nouns[noun.id].action is not None:
        return None  # "310 zostało rannych": what befell them
    return Counted(noun.id, noun.first, noun.last)


def overlaps_name(view: View, counted: Counted) -> bool:
    return hit_at(view, counted.first, HitKind.DEMONYM, HitKind.ACTION) is not None


def amounts(view: View, counted: Counted, number: Place) -> bool:
    """Whether a verb of amounting links a noun and the number: "jumlah tentara … mencapai 11.000 orang".

    Or the noun is an object of which the number is told: "تلفات نظامیان را|۵۸ نفر|اعلام کرد".
    """
    if view.covers(number.first - 1, Cue.OBJECT):
        return True
    if view.tongue.verb_final and view.covers(counted.first - 1, Cue.AMOUNT):
        return True  # "شمار|سربازان"
    if view.tongue.verb_final and any(view.covers(number.last + step, Cue.AMOUNT) for step in range(1, AMOUNTS + 1)):
        return True
    return any(view.covers(index, Cue.AMOUNT, Cue.SOURCE) for index in range(counted.last + 1, number.first))


def noun_of_counter(
    view: View, number: Place, places: list[Place], counter: Hit, ahead: Counted | None
) -> Counted | None:
    """Of "兵士1万人", "死者は計240人となった": the noun before the number, else what the counter itself counts.

    `ahead` is the unknown noun behind the counter, if there is one: "30门火炮".
    """
    predicate = predicate_noun(view, counter)
    if predicate is not None:
        return predicate
    beside = attached(view, number, max((place.last for place in places if place.last < number.first), default=-1))
    if beside is not None:
        return beside
    own = hit_at(view, counter.first, HitKind.NOUN)
    special = noun_behind(view, number, places, kind=PEOPLE if own is not None and own.id == PEOPLE else None)
    if special is not None and ((own is None and ahead is None) or amounts(view, special, number)):
        return special
    return Counted(own.id, own.first, own.last, measured=True) if own is not None else ahead


def predicate_noun(view: View, counter: Hit) -> Counted | None:
    """What a sentence says that the counted ones are: "1万1000人|が|北朝鮮|兵|だ", "1.1万人|是|朝鲜|士兵"."""
    link = view.covers(counter.last + 1, Cue.TOPIC, Cue.AMOUNT)
    if link is None:
        return None
    name = hit_at(view, link.last + 1, HitKind.ENTITY, HitKind.DEMONYM)
    noun = hit_at(view, name.last + 1 if name is not None else link.last + 1, HitKind.NOUN)
    if name is None or noun is None or view.covers(noun.last + 1, Cue.TOPIC, Cue.IN, Cue.GENITIVE):
        return None
    return Counted(noun.id, noun.first, noun.last)


def attached(view: View, number: Place, floor: int) -> Counted | None:
    """The noun that stands before a number with nothing but qualifiers, dates and the subject's mark between."""
    index, topic, unknown = number.first - 1, False, 0
    while index > max(floor, number.first - BACK):
        noun = next((hit for hit in view.ends.get(index, ()) if hit.kind is HitKind.NOUN), None)
        if noun is not None and not view.tongue.postpositions and is_verb_first(view, noun):
            return None  # "俘虏17人": a verb, whose object it counts
        if noun is not None and noun.first == floor + 1 and view.covers(noun.first, Cue.COUNTER):
            return None  # of the number before
        if noun is not None:
            office = any(hit.kind is HitKind.OFFICE for hit in view.ends.get(index, ()))
            return None if office and topic else Counted(noun.id, noun.first, noun.last, before=True)
        name = next((hit for hit in view.ends.get(index, ()) if hit.kind is HitKind.DEMONYM), None)
        if name is not None:
            return Counted(PEOPLE, name.first, name.last, before=True)
        cue = view.covers(index, *LINKS)
        if cue is not None and view.covers(index, Cue.IN) is None:
            topic, index = topic or cue.id == Cue.TOPIC, cue.first - 1
        elif index in view.dated or (view.tokens[index].norm == "," and not topic):
            index -= 1
        elif topic and not unknown and view.tokens[index].is_word and not view.over.get(index):
            unknown, index = unknown + 1, index - 1  # "the size of", "the number of"
        else:
            return None
    return None


def noun_behind(view: View, number: Place, places: list[Place], kind: str | None = None) -> Counted | None:
    """The nearest noun to the left that no other number takes: "jumlah tentara … mencapai 11.000"; or one of a kind."""
    floor = max((place.last for place in places if place.last < number.first), default=-1)
    within: Counted | None = None
    for index in before_number(view, number, floor):
        token = view.tokens[index]
        said = view.covers(index, Cue.SPEECH, Cue.ACCORDING, Cue.DENIAL)
        if token.norm in {";", ":"} or (said is not None and not holds_noun(view, said)) or is_sum(view, index, number):
            break
        noun = next((hit for hit in view.ends.get(index, ()) if hit.kind is HitKind.NOUN), None)
        name = next((hit for hit in view.ends.get(index, ()) if hit.kind is HitKind.DEMONYM), None)
        if noun is None and kind is None and within is None and name is not None and is_people(view, name):
            within = Counted(PEOPLE, name.first, name.last, before=True)
        if noun is None or (kind is not None and kind not in kinds_of(view.scene.vocabulary, noun.id)):
            continue
        if noun.id in offices(view.scene.vocabulary):
            continue  # "said its chief executive, who had laid off 15,000"
        if noun.first == floor + 1 > 0 or is_no_object(view, noun):
            continue  # of the number before: "12 тысяч человек против трех тысяч"
        if not in_phrase(view, noun):
            return Counted(noun.id, noun.first, noun.last, before=True)
        if within is None:
            within = Counted(noun.id, noun.first, noun.last, before=True)
    return within


def before_number(view: View, number: Place, floor: int) -> Iterator[int]:
    """The tokens before a number, the nearest first; without who is cited within a clause whose verb ends it."""
    spoken = cited_besides(view, number.first) if view.tongue.verb_second else frozenset()
    for index in range(number.first - 1, max(floor, number.first - BACK - 1), -1):
        if index not in spoken:
            yield index  # "ist|nach Angaben der Polizei|auf 12.000 gestiegen"


def is_sum(view: View, index: int, number: Place) -> bool:
    """Whether the number is the sum of what was counted before: "12 cases, bringing the total|this year to|66"."""
    total = view.covers(index, Cue.TOTAL)
    return total is not None and total.first < total.last < number.first - 2


def holds_noun(view: View, said: Hit) -> bool:
    """Whether a phrase of speech has in it what the number counts: "put|the toll|at"."""
    inside = range(said.first + 1, said.last + 1)
    return any(hit.kind is HitKind.NOUN for index in inside for hit in view.at.get(index, ()))


def is_no_object(view: View, noun: Hit) -> bool:
    """Whether the word is here a verb ("300 soldados han|muerto y 2.700"), or who acts ("negara itu mengirim")."""
    verb = is_verb_first(view, noun) and noun.first > 0 and view.covers(noun.first - 1, Cue.FILLER)
    return bool(verb) or view.covers(noun.first, Cue.THEIR) is not None


def in_phrase(view: View, noun: Hit) -> bool:
    """Whether a preposition governs the noun, so that another is the subject: "the toll from the quake has reached"."""
    if is_genitive(view, noun):
        return True
    for index in range(noun.first - 1, max(-1, noun.first - 4), -1):
        if view.covers(index, Cue.IN, Cue.OF, Cue.AGENT):
            return True
        if view.covers(index, Cue.CLAUSE) or not view.tokens[index].is_word:
            return False
    return False


def is_genitive(view: View, noun: Hit) -> bool:
    """Whether the noun belongs to the one before it, in a language that puts it so: "число жертв|землетрясения"."""
    index = noun.first - 1
    if not view.tongue.adjectives:
        return noun_first(view) and says_fate(view, index)  # "قتلى|الزلزال"
    while index > 0 and is_adjective(view, index) and not says_fate(view, index):
        index -= 1
    return any(hit.kind is HitKind.NOUN for hit in view.ends.get(index, ()))


def says_fate(view: View, last: int) -> bool:
    """Whether a noun that says what befell whom it counts ends at the token: "liczba ofiar|śmiertelnych"."""
    nouns = view.scene.vocabulary.nouns
    return any(hit.kind is HitKind.NOUN and nouns[hit.id].action is not None for hit in view.ends.get(last, ()))
