"""Which watches an article can concern at all, by one pass of an Aho-Corasick automaton over its normalised text.

A watch needs a conjunction: somebody of each group and a word for what is counted, or the thing and each party. Words
are looked for by their stems, wherever they stand, so that nothing is refused here that reading would take.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import is_

from ahocorasick_rs import AhoCorasick, Implementation

from monitor.reading.figures.nouns import PEOPLE
from monitor.reading.vocabulary import Entity, Vocabulary
from monitor.reading.words.lookup import is_acronym, own
from monitor.reading.words.text import SOFT
from monitor.watch import Watch

ENDING = 2
"""Letters at a word's end that may be others in the text, beyond those of its language that always stay."""
MOST_CACHED = 4096
QUOTES = (("’", "'"), ("ʼ", "'"), ("‘", "'"), ("‐", "-"), ("‑", "-"), ("–", "-"), ("\u00a0", " "))
SOFT_SIGNS = tuple(map(chr, SOFT))

Need = frozenset[int]
"""Ids of patterns, any of which will do."""


@dataclass(frozen=True, slots=True)
class Filter:
    """All needs of a watch must be met. Acronyms ("US", "PBB") are looked for in the text as written.

    Many watches share a need, so that a need is looked at once, and a watch only where its rarest need is met.
    """

    folded: AhoCorasick | None
    written: AhoCorasick | None
    folded_ids: tuple[int, ...]
    written_ids: tuple[int, ...]
    met_by: Mapping[int, tuple[int, ...]]
    """Per pattern, the needs that it meets."""
    needs: Mapping[int, frozenset[int]]
    """The needs of each watch that is for the language, by its position."""
    rarest: Mapping[int, tuple[int, ...]]
    """Per need, the positions of the watches of which it is the rarest."""
    needless: tuple[int, ...]
    """Positions of watches that need nothing."""
    folds: Mapping[int, str]
    """Signs that the language compares as others."""


def concerned(text: str, vocabulary: Vocabulary, language: str, watches: Watches) -> list[int]:
    """The positions of the watches that the text can concern, in their order."""
    built = filter_of(vocabulary, language, watches)
    met = frozenset(need for pattern in patterns_in(text, built) for need in built.met_by[pattern])
    found = [at for need in met for at in built.rarest.get(need, ()) if built.needs[at] <= met]
    return sorted((*built.needless, *found))


def patterns_in(text: str, built: Filter) -> set[int]:
    plain = unsoftened(text).translate(built.folds) if built.folds else unsoftened(text)
    found: set[int] = set()
    if built.folded is not None:
        matches = built.folded.find_matches_as_indexes(folded(plain), overlapping=True)
        found.update(built.folded_ids[match[0]] for match in matches)
    if built.written is not None:
        matches = built.written.find_matches_as_indexes(plain, overlapping=True)
        found.update(built.written_ids[match[0]] for match in matches)
    return found


def unsoftened(text: str) -> str:
    for sign in SOFT_SIGNS:
        if sign in text:
            text = text.replace(sign, "")
    return text


def folded(text: str) -> str:
    """Case folded, signs made plain: a quick form of `text.normal` for a whole text."""
    for sign, plain in QUOTES:
        if sign in text:
            text = text.replace(sign, plain)
    return text.casefold()


class Watches:
    """A key for what was built from these very watches, without hashing all that they hold."""

    __slots__ = ("watches",)

    def __init__(self, watches: tuple[Watch, ...]) -> None:
        self.watches = watches

    def __hash__(self) -> int:
        return hash((len(self.watches), *map(id, self.watches[:1]), *map(id, self.watches[-1:])))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Watches):
            return False
        mine, theirs = self.watches, other.watches
        return mine is theirs or (len(mine) == len(theirs) and all(map(is_, mine, theirs)))


@lru_cache(maxsize=32)
def filter_of(vocabulary: Vocabulary, language: str, key: Watches) -> Filter:
    patterns: dict[str, int] = {}
    needs: dict[Need, int] = {}
    of_watches: dict[int, frozenset[int]] = {}
    folds = vocabulary.languages[language].writing.folds if language in vocabulary.languages else {}
    for at, watch in enumerate(key.watches):
        if watch.languages and language not in watch.languages:
            continue
        wanted = (
            frozenset(patterns.setdefault(pattern.translate(folds), len(patterns)) for pattern in any_of)
            for any_of in needs_of(vocabulary, language, watch)
        )
        of_watches[at] = frozenset(needs.setdefault(need, len(needs)) for need in wanted)
    low = {pattern: number for pattern, number in patterns.items() if not is_acronym(pattern)}
    exact = {pattern: number for pattern, number in patterns.items() if is_acronym(pattern)}
    met_by: dict[int, list[int]] = {number: [] for number in patterns.values()}
    for need, number in needs.items():
        for pattern in need:
            met_by[pattern].append(number)
    return Filter(
        folded=automaton(low),
        written=automaton(exact),
        folded_ids=tuple(low.values()),
        written_ids=tuple(exact.values()),
        met_by={pattern: tuple(met) for pattern, met in met_by.items()},
        needs=of_watches,
        rarest=by_rarest(of_watches),
        needless=tuple(at for at, wanted in of_watches.items() if not wanted),
        folds=folds,
    )


def by_rarest(of_watches: Mapping[int, frozenset[int]]) -> dict[int, tuple[int, ...]]:
    shared = Counter(need for wanted in of_watches.values() for need in wanted)
    found: dict[int, list[int]] = {}
    for at, wanted in of_watches.items():
        if wanted:
            found.setdefault(min(wanted, key=lambda need: (shared[need], need)), []).append(at)
    return {need: tuple(positions) for need, positions in found.items()}


def automaton(patterns: dict[str, int]) -> AhoCorasick | None:
    return AhoCorasick(list(patterns), implementation=Implementation.ContiguousNFA) if patterns else None


def needs_of(vocabulary: Vocabulary, language: str, watch: Watch) -> list[frozenset[str]]:
    """What a text must hold, each as the patterns of which one will do. A need of nothing is left out: it is met."""
    needs: list[frozenset[str]] = []
    if watch.figure is not None:
        needs.extend(noun_needs(vocabulary, language, watch.figure.count))
        members = watch.figure.of.members if watch.figure.of is not None else ()
        if watch.figure.of is not None and watch.figure.of.together:
            needs.extend(acting_patterns(vocabulary, language, member) for member in members)
        elif members:
            needs.append(either(acting_patterns(vocabulary, language, member) for member in members))
        if watch.figure.where:
            needs.append(place_patterns(vocabulary, language, watch.figure.where))
    if watch.status is not None:
        needs.append(either(noun_patterns(vocabulary, noun, language) for noun in watch.status.thing))
        needs.extend(acting_patterns(vocabulary, language, party) for party in watch.status.parties)
        if watch.status.where:
            needs.append(place_patterns(vocabulary, language, watch.status.where))
    return needs


def noun_needs(vocabulary: Vocabulary, language: str, count: tuple[str, ...]) -> list[frozenset[str]]:
    if not count:
        return []
    return [either(wider_patterns(vocabulary, language, noun) for noun in count)]


def either(any_of: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*any_of)


@lru_cache(maxsize=MOST_CACHED)
def wider_patterns(vocabulary: Vocabulary, language: str, noun: str) -> frozenset[str]:
    return either(noun_patterns(vocabulary, wider, language) for wider in with_wider(vocabulary, noun))


def with_wider(vocabulary: Vocabulary, noun: str) -> set[str]:
    """The nouns by which a text may name what the watch counts."""
    term = vocabulary.nouns.get(noun)
    wider = {noun, *(term.kind_of if term is not None else ())}
    wider |= {other.id for other in vocabulary.nouns.values() if noun in other.kind_of}
    if PEOPLE in wider:
        wider |= {other.id for other in vocabulary.nouns.values() if PEOPLE in other.kind_of}
    return wider


@lru_cache(maxsize=MOST_CACHED)
def noun_patterns(vocabulary: Vocabulary, noun: str, language: str) -> frozenset[str]:
    term = vocabulary.nouns.get(noun)
    written = own(term.words, language) if term is not None else ()
    return patterns_of((*written, *vocabulary.lexicon(language).nouns.get(noun, ())), vocabulary, language)


@lru_cache(maxsize=MOST_CACHED)
def acting_patterns(vocabulary: Vocabulary, language: str, name: str) -> frozenset[str]:
    """Names of an entity, and of all who act for it: "Pyongyang", "Kim Jong Un"."""
    acting = (one for one in vocabulary.entities.values() if acts_for(vocabulary, one, name))
    return entity_patterns(vocabulary, acting, language)


def acts_for(vocabulary: Vocabulary, entity: Entity, name: str) -> bool:
    seen: set[str] = set()
    while entity.id not in seen:
        if entity.id == name:
            return True
        seen.add(entity.id)
        if entity.acts_for is None or entity.acts_for not in vocabulary.entities:
            return False
        entity = vocabulary.entities[entity.acts_for]
    return False


@lru_cache(maxsize=MOST_CACHED)
def place_patterns(vocabulary: Vocabulary, language: str, where: tuple[str, ...]) -> frozenset[str]:
    wanted = set(where)
    grown = True
    while grown:
        inner = {one.id for one in vocabulary.entities.values() if wanted.intersection(one.within)}
        grown = not inner <= wanted
        wanted |= inner
    known = (vocabulary.entities[name] for name in wanted if name in vocabulary.entities)
    return entity_patterns(vocabulary, known, language)


def entity_patterns(vocabulary: Vocabulary, entities: Iterable[Entity], language: str) -> frozenset[str]:
    lexicon = vocabulary.lexicon(language)
    words: set[str] = set()
    for entity in entities:
        words.update(*(own(names, language) for names in (entity.names, entity.short, entity.demonyms)))
        words.update(*(names.get(entity.id, ()) for names in (lexicon.names, lexicon.short, lexicon.demonyms)))
    return patterns_of(words, vocabulary, language)


def patterns_of(phrases: Iterable[str], vocabulary: Vocabulary, language: str) -> frozenset[str]:
    """The longest word of each phrase, without the ending that may change; acronyms as they are."""
    stem = vocabulary.languages[language].stem if language in vocabulary.languages else 0
    return frozenset(anchor(phrase, stem) for phrase in phrases if phrase.strip())


def anchor(phrase: str, stem: int) -> str:
    words = phrase.replace("-", " ").split()
    longest = max(words, key=len)
    if is_acronym(longest):
        return longest
    word = folded(longest)
    return word[: max(stem, len(word) - ENDING)]
