"""Which watches an article can concern at all, by one pass of an Aho-Corasick automaton over its normalised text.

A watch needs a conjunction: somebody of each group and a word for what is counted, or the thing and each party. Words
are looked for by their stems, wherever they stand, so that nothing is refused here that reading would take.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

from monitor.reading.counted import PEOPLE
from monitor.reading.lookup import LONGEST_ACRONYM, own
from monitor.reading.text import SOFT
from monitor.reading.vocabulary import Entity, Vocabulary
from monitor.watch import Watch

STEM = 4
"""Letters of a word that always stay; from longer ones an ending of up to two letters may be another in the text."""
ENDING = 2
QUOTES = (("’", "'"), ("ʼ", "'"), ("‘", "'"), ("‐", "-"), ("‑", "-"), ("–", "-"), ("\u00a0", " "))
SOFT_SIGNS = tuple(map(chr, SOFT))

Need = frozenset[int]
"""Ids of patterns, any of which will do."""


@dataclass(frozen=True, slots=True)
class Filter:
    """All needs of a watch must be met. Acronyms ("US", "PBB") are looked for in the text as written."""

    folded: AhoCorasick | None
    written: AhoCorasick | None
    needs: tuple[tuple[Need, ...], ...]
    folded_ids: tuple[int, ...]
    written_ids: tuple[int, ...]


def concerned(text: str, vocabulary: Vocabulary, language: str, watches: tuple[Watch, ...]) -> tuple[Watch, ...]:
    """The watches that the text can concern, in their order."""
    built = filter_of(vocabulary, language, Watches(watches))
    plain = unsoftened(text)
    met: set[int] = set()
    if built.folded is not None:
        found = built.folded.find_matches_as_indexes(folded(plain), overlapping=True)
        met.update(built.folded_ids[match[0]] for match in found)
    if built.written is not None:
        found = built.written.find_matches_as_indexes(plain, overlapping=True)
        met.update(built.written_ids[match[0]] for match in found)
    return tuple(
        watch
        for watch, needs in zip(watches, built.needs, strict=True)
        if all(not met.isdisjoint(need) for need in needs)
    )


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
        return hash(tuple(map(id, self.watches)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Watches)
            and len(self.watches) == len(other.watches)
            and all(mine is theirs for mine, theirs in zip(self.watches, other.watches, strict=True))
        )


@lru_cache(maxsize=32)
def filter_of(vocabulary: Vocabulary, language: str, key: Watches) -> Filter:
    ids: dict[str, int] = {}
    needs = tuple(
        tuple(
            frozenset(ids.setdefault(pattern, len(ids)) for pattern in patterns)
            for patterns in needs_of(vocabulary, language, watch)
        )
        for watch in key.watches
    )
    low = {pattern: number for pattern, number in ids.items() if not is_exact(pattern)}
    exact = {pattern: number for pattern, number in ids.items() if is_exact(pattern)}
    return Filter(automaton(low), automaton(exact), needs, tuple(low.values()), tuple(exact.values()))


def automaton(patterns: dict[str, int]) -> AhoCorasick | None:
    return AhoCorasick(list(patterns), implementation=Implementation.ContiguousNFA) if patterns else None


def needs_of(vocabulary: Vocabulary, language: str, watch: Watch) -> list[set[str]]:
    """What a text must hold, each as the patterns of which one will do. A need of nothing is left out: it is met."""
    needs: list[set[str]] = []
    if watch.figure is not None:
        needs.extend(noun_needs(vocabulary, language, watch.figure.count))
        members = watch.figure.of.members if watch.figure.of is not None else ()
        if watch.figure.of is not None and watch.figure.of.together:
            needs.extend(acting_patterns(vocabulary, language, member) for member in members)
        elif members:
            needs.append(set().union(*(acting_patterns(vocabulary, language, member) for member in members)))
        if watch.figure.where:
            needs.append(place_patterns(vocabulary, language, watch.figure.where))
    if watch.status is not None:
        needs.append(set().union(*(noun_patterns(vocabulary, noun, language) for noun in watch.status.thing)))
        needs.extend(acting_patterns(vocabulary, language, party) for party in watch.status.parties)
        if watch.status.where:
            needs.append(place_patterns(vocabulary, language, watch.status.where))
    return needs


def noun_needs(vocabulary: Vocabulary, language: str, count: tuple[str, ...]) -> list[set[str]]:
    if not count:
        return []
    nouns = {wider for noun in count for wider in with_wider(vocabulary, noun)}
    return [set().union(*(noun_patterns(vocabulary, noun, language) for noun in nouns))]


def with_wider(vocabulary: Vocabulary, noun: str) -> set[str]:
    """The nouns by which a text may name what the watch counts."""
    term = vocabulary.nouns.get(noun)
    wider = {noun, *(term.kind_of if term is not None else ())}
    wider |= {other.id for other in vocabulary.nouns.values() if noun in other.kind_of}
    if PEOPLE in wider:
        wider |= {other.id for other in vocabulary.nouns.values() if PEOPLE in other.kind_of}
    return wider


def noun_patterns(vocabulary: Vocabulary, noun: str, language: str) -> set[str]:
    term = vocabulary.nouns.get(noun)
    written = own(term.words, language) if term is not None else ()
    return patterns_of((*written, *vocabulary.lexicon(language).nouns.get(noun, ())))


def acting_patterns(vocabulary: Vocabulary, language: str, name: str) -> set[str]:
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


def place_patterns(vocabulary: Vocabulary, language: str, where: tuple[str, ...]) -> set[str]:
    wanted = set(where)
    grown = True
    while grown:
        inner = {one.id for one in vocabulary.entities.values() if wanted.intersection(one.within)}
        grown = not inner <= wanted
        wanted |= inner
    known = (vocabulary.entities[name] for name in wanted if name in vocabulary.entities)
    return entity_patterns(vocabulary, known, language)


def entity_patterns(vocabulary: Vocabulary, entities: Iterable[Entity], language: str) -> set[str]:
    lexicon = vocabulary.lexicon(language)
    words: set[str] = set()
    for entity in entities:
        words.update(*(own(names, language) for names in (entity.names, entity.short, entity.demonyms)))
        words.update(*(names.get(entity.id, ()) for names in (lexicon.names, lexicon.short, lexicon.demonyms)))
    return patterns_of(words)


def patterns_of(phrases: Iterable[str]) -> set[str]:
    """The longest word of each phrase, without the ending that may change; acronyms as they are."""
    return {anchor(phrase) for phrase in phrases if phrase.strip()}


def anchor(phrase: str) -> str:
    words = phrase.replace("-", " ").split()
    longest = max(words, key=len)
    if is_exact(longest):
        return longest
    word = folded(longest)
    return word[: max(STEM, len(word) - ENDING)]


def is_exact(word: str) -> bool:
    return 1 < len(word) <= LONGEST_ACRONYM and word.isupper()
