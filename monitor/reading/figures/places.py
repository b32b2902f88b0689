"""Where the counted ones are: the place behind a preposition, or the one that "there" stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from monitor.reading.view import View
from monitor.reading.vocabulary import Cue, EntityKind, Vocabulary
from monitor.reading.voice.attribution import frames_of
from monitor.reading.words.lookup import Hit, HitKind

FARTHEST = 8
"""Tokens between the two at all, articles and "of" included."""
WORDS = 3
"""Words between a preposition and the name: "in the border region of Kursk"."""
NAMES = (HitKind.ENTITY, HitKind.DEMONYM)
KINDS = (EntityKind.COUNTRY, EntityKind.PLACE)
CHAIN = 6


@dataclass(frozen=True, slots=True)
class Where:
    """A place as written, and its entity."""

    text: str
    id: str
    start: int
    """Characters of the text."""


def place_of(view: View, first: int, last: int) -> Where | None:
    """The place of what stands at the tokens: the first one behind it, else the nearest before it."""
    spoken = cited_besides(view, first)
    clause = view.covers(last + 1, Cue.RELATIVE)  # "12.000 militares|que|Corea del Norte envió a Rusia"
    behind = next(places_in(view, (clause.last if clause else last) + 1, len(view.tokens), spoken), None)
    return behind or next(iter(reversed(list(places_in(view, 0, first, spoken)))), None)


def places_in(view: View, first: int, before: int, spoken: frozenset[int]) -> Iterator[Where]:
    """Places behind a preposition from left to right; those where somebody only spoke are left out."""
    known = located(view)
    before = min(before, max(known, default=-1) + 1)
    index, spoke = first, False
    while index < before:
        if view.covers(index, Cue.SPEECH, Cue.ACCORDING, Cue.VIA):
            spoke = first > 0
        inside = view.tongue.verb_second and index in spoken and index + 1 not in spoken
        spoke = spoke and view.covers(index, Cue.CLAUSE) is None and not inside
        if first > 0 and new_subject(view, index):
            return
        hit = known.get(index) if index not in spoken else None
        if hit is not None:
            if not spoke:
                yield where_of(view, hit)
            index = hit.last
        index += 1


@lru_cache(maxsize=64)
def cited(view: View) -> frozenset[int]:
    """The tokens that only name a speaker: "analysts at a Seoul think tank wrote"."""
    return frozenset(index for frame in frames_of(view) for index in range(frame.first, frame.last + 1))


def cited_besides(view: View, index: int) -> frozenset[int]:
    """The same, unless the token itself stands in what names a speaker: "North Korea, which has sent 10,000, said"."""
    spoken = cited(view)
    return frozenset() if index in spoken else spoken


@lru_cache(maxsize=64)
def located(view: View) -> dict[int, Hit]:
    """The places of a sentence that something makes a place, by their first token."""
    return {index: hit for index in view.at if (hit := located_at(view, index)) is not None}


def located_at(view: View, index: int) -> Hit | None:
    """The place whose name begins at the token, if a preposition stands before it."""
    entities = view.scene.vocabulary.entities
    hit = next((hit for hit in view.at.get(index, ()) if hit.kind in NAMES and entities[hit.id].kind in KINDS), None)
    if hit is None:
        return None
    if hit.kind is HitKind.DEMONYM:
        return hit if is_ground(view, hit) and not holds_next(view, hit) else None
    if view.covers(hit.last + 1, Cue.EVENT):
        return hit  # "四川地震": it struck there
    if entities[hit.id].acts_for is None and entities[hit.id].kind is EntityKind.PLACE and is_owner(view, hit):
        return hit
    governed = placed(view, hit) is not None if view.tongue.postpositions else is_governed(view, index)
    return hit if governed or (entities[hit.id].kind is EntityKind.PLACE and is_destination(view, index)) else None


def is_destination(view: View, index: int) -> bool:
    """Whether a preposition that looks like an article leads from a deed to a town: "enviados|a|Kursk"."""
    if view.covers(index - 1, Cue.ARTICLE) is None or view.tokens[index - 1].text[:1].isupper():
        return False
    actions = view.scene.vocabulary.actions
    return any(hit.kind is HitKind.ACTION and actions[hit.id].presence for hit in view.ends.get(index - 2, ()))


def is_adjective(view: View, index: int) -> bool:
    return any(hit.kind is HitKind.DEMONYM for hit in view.ends.get(index, ()))


def holds_next(view: View, adjective: Hit) -> bool:
    """Whether a place of that country is named right behind: "in der russischen Region Kursk"."""
    following = (hit for index in range(1, WORDS + 2) for hit in view.at.get(adjective.last + index, ()))
    places = [hit.id for hit in following if hit.kind is HitKind.ENTITY]
    return any(adjective.id in held_by(view.scene.vocabulary, place) and place != adjective.id for place in places)


def is_owner(view: View, hit: Hit) -> bool:
    """Whether the place owns what stands there: "库尔斯克的", "クルスク州の", "加沙地带已有"."""
    return view.covers(hit.last + 1, Cue.GENITIVE, Cue.HAVE) is not None


def is_governed(view: View, index: int) -> bool:
    """Whether a preposition stands before the name that begins at the token, a few words back at most."""
    words = 0
    for back in range(index - 1, max(-1, index - 1 - FARTHEST), -1):
        there = view.covers(back, Cue.THERE)
        if view.covers(back, Cue.IN) or (there is not None and not view.covers(there.first, Cue.ARTICLE)):
            return True  # "dans la région" listed as a whole
        if view.covers(back, Cue.ARTICLE, Cue.OF, Cue.THERE) or is_adjective(view, back):
            continue
        words += 1
        if words > WORDS:
            return False
        if not view.tokens[back].is_word or view.covers(back, Cue.CLAUSE, Cue.SPEECH, Cue.COORDINATION, Cue.AGENT):
            return False
        if any(other.kind in (HitKind.NOUN, HitKind.ACTION, HitKind.ENTITY) for other in view.at.get(back, ())):
            return False
    return False


def placed(view: View, name: Hit) -> Hit | None:
    """The postposition behind a name, past a few unknown words: "ロシア|西部|で"."""
    for index in range(name.last + 1, min(name.last + 2 + WORDS, len(view.tokens))):
        if (cue := view.covers(index, Cue.IN)) is not None:
            return cue
        if not view.tokens[index].is_word or view.over.get(index) or index in view.at:
            return None
    return None


def new_subject(view: View, index: int) -> bool:
    """Whether a clause about somebody else begins here: "while North Korea sent …"."""
    border = view.covers(index, Cue.CLAUSE)
    if border is None or border.last != index:
        return False
    return any(hit.kind is HitKind.ENTITY for hit in view.at.get(index + 1, ()))


def is_ground(view: View, hit: Hit) -> bool:
    """Whether the adjective says where: "on Russian soil", and not "with Russian troops"."""
    counted = any(other.kind is HitKind.NOUN for other in view.at.get(hit.last + 1, ()))
    before = [index for index in (hit.first - 1, hit.first - 2) if index >= 0]
    article = bool(before) and view.covers(before[0], Cue.ARTICLE) is not None
    return not counted and any(view.covers(index, Cue.IN) for index in before[: 1 + article])


def where_of(view: View, hit: Hit) -> Where:
    """A place with what holds it behind a comma: "Kursk, Rusia"."""
    last = hit
    following = next((other for other in view.at.get(hit.last + 2, ()) if other.kind is HitKind.ENTITY), None)
    comma = hit.last + 1 < len(view.tokens) and view.tokens[hit.last + 1].norm == ","
    if following is not None and comma and following.id in held_by(view.scene.vocabulary, hit.id):
        last = following
    return Where(view.scene.document.text[hit.start : last.end], hit.id, hit.start)


def held_by(vocabulary: Vocabulary, place: str) -> tuple[str, ...]:
    """The place itself and all that hold it: Sudzha, Kursk, Russia."""
    found = [place]
    for name in found:
        entity = vocabulary.entities.get(name)
        if entity is not None and len(found) < CHAIN:
            found.extend(outer for outer in entity.within if outer not in found)
    return tuple(found)


def is_there(view: View) -> bool:
    """Whether the sentence says "there", "di kawasan tersebut": the place is one named before."""
    return bool(view.cues.get(Cue.THERE))
