"""Which larger number a number is some of, as 3,000 of the 11,000 soldiers."""

from __future__ import annotations

from monitor.reading.figures.nouns import (
    MARKS,
    QUALIFIERS,
    Place,
    hit_at,
    of_before,
)
from monitor.reading.phrases import QUOTES
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue
from monitor.reading.words.lookup import Hit, HitKind

SOME = 6
"""Tokens between a number and the larger one of which it is some: "of a total of about"."""
SHORT = 4
"""Tokens of a number and the "including" before it."""


def whole_of(view: View, number: Place, places: list[Place]) -> Place | None:
    """The larger number of which this one is some: "3,000 of the 11,000 soldiers"."""
    if is_result(view, number):
        return None
    for place in places:
        if 0 < place.first - number.last <= SOME and of_before(view, place.first) and not left_behind(view, number):
            between = range(number.last + 1, place.first)
            return None if any(parts_off(view, index) for index in between) else place
    return fronted_whole(view, number, places)


def is_result(view: View, number: Place) -> bool:
    """Whether the number is what a change led to: "has fallen to|8,000 from 12,000"."""
    index = number.first - 1
    while index > 0 and (cue := view.covers(index, *QUALIFIERS)) is not None:
        index = cue.first - 1
    return index >= 0 and view.covers(index, Cue.AMOUNT) is not None


def left_behind(view: View, number: Place) -> bool:
    """Whether a postposition makes the number what is left, the next one no whole of it: "37|'den 43'e yükseldi"."""
    return view.tongue.postpositions and view.covers(number.last + 1, Cue.OF) is not None


def parts_off(view: View, index: int) -> bool:
    if view.tokens[index].norm == "," or view.covers(index, Cue.CLAUSE, Cue.SPEECH) is not None:
        return True
    deeds = range(index + 1, index + 1 + SHORT)  # "the deaths of 12 soldiers and the capture of 5"
    return view.covers(index, Cue.COORDINATION) is not None and any(hit_at(view, at, HitKind.ACTION) for at in deeds)


def fronted_whole(view: View, number: Place, places: list[Place]) -> Place | None:
    """The larger number that opens the statement: "Of the 11,000 soldiers, 4,000 have died"."""
    before = max((place for place in places if place.last < number.first), key=lambda place: place.last, default=None)
    if before is None:
        return None
    between = range(before.last + 1, number.first)
    if not is_fronted(view, before):
        return fronted_whole(view, before, places) if goes_on(view, between) else None
    comma = any(view.tokens[index].norm == "," for index in between)
    done = any(hit.kind is HitKind.ACTION for index in between for hit in view.at.get(index, ()))
    second = view.tongue.verb_second and not any(view.covers(index, Cue.COORDINATION, Cue.CLAUSE) for index in between)
    return before if comma or ((done or second) and not changes(view, number)) else None


def goes_on(view: View, between: range) -> bool:
    """Whether a list of parts goes on: "Of the 1,424 dead, 1,203 were in Palu,|144 in Donggala and|64 in Sigi"."""
    listed = any(view.tokens[index].norm == "," or view.covers(index, Cue.COORDINATION) for index in between)
    return listed and not any(
        view.tokens[index].norm in {";", ":", "."}
        or view.covers(index, Cue.CLAUSE, Cue.SPEECH, Cue.ACCORDING, Cue.PAST, Cue.PART)
        or any(hit.kind is HitKind.ENTITY and not is_located(view, hit) for hit in view.at.get(index, ()))
        for index in between
    )


def is_located(view: View, name: Hit) -> bool:
    return name.first > 0 and view.covers(name.first - 1, Cue.IN) is not None


def changes(view: View, number: Place) -> bool:
    """Whether the number is what another one came to: "from 6,000|to 9,400"."""
    return view.covers(number.first - 1, Cue.IN, Cue.AT_MOST, Cue.AMOUNT) is not None


def is_fronted(view: View, number: Place) -> bool:
    """Whether "of", with an article or a qualifier at most, opens the statement before the number."""
    for index in range(number.first - 1, max(-1, number.first - 5), -1):
        if (of := view.covers(index, Cue.OF)) is not None:
            return of.first == 0 or view.tokens[of.first - 1].norm in MARKS or view.tokens[of.first - 1].norm in QUOTES
        if not view.covers(index, Cue.THEIR, Cue.TOTAL, Cue.ARTICLE, *QUALIFIERS):
            return False
    return False
