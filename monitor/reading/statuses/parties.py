"""Things that have a status, and between whom: "the treaty between A and B", "A's pact with B", "that treaty"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain

from monitor.reading.scene import Scene
from monitor.reading.view import Span, View
from monitor.reading.vocabulary import Cue, EntityKind, Vocabulary
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import Sentence

AROUND = 9
"""Tokens around a thing's noun in which its parties are named."""
LIST_GAP = 4
"""Tokens between two names of one list: "and the North Korean leader"."""
CHAIN = 4
"""Steps from a person to the country he acts for: a spokesman, a ministry, a government, a country."""


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """A noun of something that climbs a ladder, and where it stands."""

    id: str
    sentence: int
    first: int
    last: int
    start: int
    end: int
    nouns: frozenset[int]
    """Where the nouns of such things stand in its sentence, this one among them."""
    means: str
    """The noun that it stands for: of "the bill", in an article on it, a watch's own "media bill"; else its own."""


Naming = tuple[Thing, tuple[str, ...]]
"""A thing, and between whom it is."""


def things_of(scene: Scene, sentences: Iterable[Sentence], most: int) -> list[Thing]:
    """The things that some sentences name, in order: the first of them, where they are more than `most`."""
    climbing = climbing_of(scene.vocabulary)
    found: list[Thing] = []
    for sentence in sentences:
        hits = [hit for hit in scene.hits[sentence.index] if hit.kind is HitKind.NOUN and hit.id in climbing]
        if hits:
            view = View.of(scene, sentence)
            nouns = frozenset(hit.first for hit in hits)
            for hit in hits[: most - len(found)]:
                thing = Thing(hit.id, sentence.index, hit.first, hit.last, hit.start, hit.end, nouns, hit.id)
                found.append(replace(thing, means=meant(scene, thing, found)) if is_bare(view, thing) else thing)
        if len(found) >= most:
            break
    return found


@lru_cache(maxsize=8)
def climbing_of(vocabulary: Vocabulary) -> frozenset[str]:
    """The nouns of all that climbs a ladder."""
    return frozenset(noun for ladder in vocabulary.ladders.values() for noun in ladder.things)


def is_bare(view: View, thing: Thing) -> bool:
    """Whether no word of its own tells it from others: "the bill", "RUU itu", and not "tax bill", "RUU Pajak"."""
    if " " in view.words(Span(thing.first, thing.last)):
        return False
    beside = thing.last + 1 if view.tongue.group_after_noun else thing.first - 1
    if not 0 <= beside < len(view.tokens) or not view.tokens[beside].is_word or view.over.get(beside):
        return True
    return any(hit.kind is HitKind.STATUS for hit in (*view.at.get(beside, ()), *view.ends.get(beside, ())))


def meant(scene: Scene, thing: Thing, before: list[Thing]) -> str:
    """The last thing of the same ladder that a watch names in words of its own, of which this may be the short name."""
    nouns = scene.vocabulary.nouns
    shipped = scene.vocabulary.lexicon(scene.document.language).nouns
    climbed = [set(ladder.things) for ladder in scene.vocabulary.ladders.values() if thing.id in ladder.things]
    for other in reversed(before if thing.id in shipped else ()):
        own = other.means not in shipped and any(other.means in things for things in climbed)
        if own and thing.id in (nouns[other.means].kind_of or (thing.id,)):
            return other.means
    return thing.id


def near(view: View, thing: Thing) -> Iterable[str]:
    """Countries named right around the noun, up to a clause word, a comma or the next such noun."""
    left = reach(view, thing.first, -1, thing.nouns)
    right = reach(view, thing.last, 1, thing.nouns)
    for hit in view.entities(Span(left, right)):
        if not located(view, hit) or aimed_at(view, thing, hit):
            yield country_of(view.scene.vocabulary, hit.id)


def aimed_at(view: View, thing: Thing, hit: Hit) -> bool:
    """Whether a preposition ties the name to the thing itself: "sanctions on Syria", "a truce in Gaza".

    Not to a treaty, which is between states wherever it is signed.
    """
    case = view.covers(hit.first - 1, Cue.IN) if hit.first > 0 else None
    between_states = any(
        thing.id in ladder.things and ladder.ladder.per_party for ladder in view.scene.vocabulary.ladders.values()
    )
    return case is not None and case.first == thing.last + 1 and not between_states


def reach(view: View, start: int, step: int, nouns: Collection[int]) -> int:
    index = start
    while 0 <= index + step < len(view.tokens) and abs(index + step - start) <= AROUND:
        token = view.tokens[index + step]
        if token.norm in {",", ";", ":", "(", ")", '"'} or view.covers(
            index + step, Cue.SPEECH, Cue.CLAUSE, Cue.DENIAL
        ):
            break
        if index + step in nouns:
            break
        index += step
    return index


def located(view: View, hit: Hit) -> bool:
    """Whether the name is only a place where something happened ("in Pyongyang")."""
    if hit.first == 0 or view.covers(hit.first - 1, Cue.AGENT) is not None:
        return False  # "door|België"
    return view.covers(hit.first - 1, Cue.IN) is not None


def countries(view: View, span: Span) -> tuple[str, ...]:
    """Whom the heads of a noun phrase act for: "Kim Jong Un and Putin" are North Korea and Russia."""
    return unique(country_of(view.scene.vocabulary, hit.id) for hit in heads(view, span))


def heads(view: View, span: Span) -> list[Hit]:
    """The names that head a noun phrase, or its list.

    What follows a preposition belongs to the head no more: "North Korea, drawn into the war of Russia" is North Korea.
    """
    head: list[Hit] = []
    for hit in view.entities(span):
        if located(view, hit):
            continue
        if head:
            gap = range(head[-1].last + 1, hit.first)
            if len(gap) > LIST_GAP or any(view.covers(index, Cue.IN) for index in gap):
                break
        head.append(hit)
    return head


def country_of(vocabulary: Vocabulary, entity: str) -> str:
    """The country an entity acts for, or the entity itself where it acts for none."""
    for _ in range(CHAIN):
        known = vocabulary.entities[entity]
        if known.kind is EntityKind.COUNTRY or known.acts_for is None:
            return entity
        entity = known.acts_for
    return entity


def unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


@dataclass(slots=True)
class Namings:
    """Between whom the words of a text say that its things are; each is told once, however many steps ask for it."""

    scene: Scene
    things: Sequence[Thing]
    beside: dict[Thing, tuple[str, ...]] = field(default_factory=dict)
    """What `named_with` gave so far."""
    around: dict[Thing, tuple[str, ...]] = field(default_factory=dict)
    """What `countries_around` gave so far."""
    alike: dict[str, tuple[Naming, ...]] = field(default_factory=dict)
    """What `named_alike` gave so far."""
    wider: dict[str, tuple[Naming, ...]] = field(default_factory=dict)
    """What `spoken_of_with` gave so far."""

    def named_with(self, thing: Thing) -> tuple[str, ...]:
        """Between whom a thing is as far as its own words say."""
        if thing not in self.beside:
            self.beside[thing] = unique(near(self.view_of(thing), thing))
        return self.beside[thing]

    def countries_around(self, thing: Thing) -> tuple[str, ...]:
        """The countries of its whole sentence."""
        if thing not in self.around:
            self.around[thing] = clause_countries(self.view_of(thing), thing)
        return self.around[thing]

    def named_alike(self, noun: str) -> tuple[Naming, ...]:
        """Those called alike that are named with two parties or more, with their parties."""
        if noun not in self.alike:
            alike = ((thing, self.named_with(thing)) for thing in self.things if thing.id == noun)
            self.alike[noun] = tuple(one for one in alike if len(one[1]) >= 2)
        return self.alike[noun]

    def spoken_of_with(self, noun: str) -> tuple[Naming, ...]:
        """Those whose sentences name two countries: a naming too, of less weight."""
        if noun not in self.wider:
            alike = ((thing, self.countries_around(thing)) for thing in self.things if thing.id == noun)
            self.wider[noun] = tuple(one for one in alike if len(one[1]) == 2)
        return self.wider[noun]

    def view_of(self, thing: Thing) -> View:
        return View.of(self.scene, self.scene.document.sentences[thing.sentence])


def parties_of(view: View, thing: Thing, agents: tuple[str, ...], namings: Namings) -> tuple[str, ...]:
    """Between whom the thing is: as its own sentence says, or the nearest naming before, or the first after."""
    named = unique((*namings.named_with(thing), *agents))
    if len(named) >= 2:
        return named
    whole = namings.countries_around(thing) if thing.sentence == view.sentence.index else ()
    if named and len(unique((*named, *whole))) >= 2:
        return unique((*named, *whole))[:2]
    nearest = (
        parties
        for naming in (namings.named_alike, namings.spoken_of_with)
        for other, parties in reversed(naming(thing.id))
        if other.sentence <= thing.sentence
    )
    for parties in chain(nearest, (parties for _, parties in namings.named_alike(thing.id))):
        if set(named) <= set(parties):
            return parties
    return unique((*named, *whole))


def clause_countries(view: View, thing: Thing) -> tuple[str, ...]:
    """Countries of the thing's whole sentence, places left out."""
    spans = [
        hit
        for hit in view.entities(Span(0, len(view.tokens) - 1))
        if not located(view, hit) and not (thing.last < hit.first and contrasted(view, thing.last + 1, hit.first))
    ]
    kinds = view.scene.vocabulary.entities
    named = [country_of(view.scene.vocabulary, hit.id) for hit in spans]
    return unique(name for name in named if kinds[name].kind is EntityKind.COUNTRY)


def contrasted(view: View, first: int, last: int) -> bool:
    """Whether a statement about somebody else begins in between: "…, while Norway never joined it"."""
    return any(first < index < last for index in contrasts(view))


@lru_cache(maxsize=64)
def contrasts(view: View) -> tuple[int, ...]:
    """Where such statements begin."""
    return tuple(
        border.first
        for border in view.all(Cue.CLAUSE)
        if border.first > 0
        and view.tokens[border.first - 1].norm == ","
        and view.covers(border.first, Cue.RELATIVE) is None
        and any(hit.kind is HitKind.ENTITY for hit in view.at.get(border.last + 1, ()))
    )
