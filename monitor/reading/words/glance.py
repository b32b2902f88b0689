"""Whether a sentence can hold a hit of some sort at all, by a glance at its words: few sentences need a second look."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from monitor.reading.vocabulary import Language, Vocabulary
from monitor.reading.words.gapped import GAP
from monitor.reading.words.lookup import FAMILY, HYPHEN, HitKind, keys_of, known_of, phrases_of
from monitor.reading.words.proclitics import pieces_of
from monitor.reading.words.text import Spacing, Token, normal, normalised, tokens_of

MOST_KNOWN = 65_536
"""Words that are remembered for one sort of hits."""

Sort = tuple[frozenset[HitKind], frozenset[str] | None]
"""Kinds, and ids where not all will do: of statuses and steps, their ladders."""


@lru_cache(maxsize=256)
def glance(vocabulary: Vocabulary, language: Language, sort: Sort) -> Callable[[str], bool]:
    """What tells of a sentence's text whether it can hold a hit of the sort. It may err on the side of a yes."""
    if language.spacing is Spacing.WORDS:
        anchored = Anchored(vocabulary, language, sort)
        return lambda text: any(map(anchored.__getitem__, text.split()))
    held = Held(vocabulary, language, sort)
    return held.by


def phrases_in(vocabulary: Vocabulary, language: Language, sort: Sort) -> Iterator[str]:
    kinds, ids = sort
    for kind, name, phrase in phrases_of(vocabulary, language.code):
        if (kind in kinds or FAMILY.get(kind) in kinds) and (ids is None or name.partition("/")[0] in ids):
            yield phrase


class Anchored(dict[str, bool]):
    """Per run of signs between spaces, whether the longest word of a phrase of the sort is in it, in any form."""

    def __init__(self, vocabulary: Vocabulary, language: Language, sort: Sort) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.language = language
        self.anchors = frozenset(
            anchor for phrase in phrases_in(vocabulary, language, sort) for anchor in anchors_of(phrase, language)
        )

    def __missing__(self, run: str) -> bool:
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[run] = found = any(not self.anchors.isdisjoint(self.forms(token)) for token in self.tokens(run))
        return found

    def tokens(self, run: str) -> Iterator[Token]:
        for token in tokens_of(run, 0, len(run), self.language.writing):
            if self.language.proclitics:
                yield from pieces_of(token, self.vocabulary, self.language)
            else:
                yield token

    def forms(self, token: Token) -> tuple[str, ...]:
        return known_of(token.text, token.norm, self.vocabulary, self.language.code).forms


def anchors_of(phrase: str, language: Language) -> Iterator[str]:
    """The longest word as it is looked up, and as that of a phrase whose words stand apart is; a small word at need."""
    small = function_words(language)
    for words in (keys_of(phrase, language), map(normal, phrase.replace(GAP, " ").split())):
        yield max(words, key=lambda word: (word not in small, len(word)), default="")


@lru_cache(maxsize=64)
def function_words(language: Language) -> frozenset[str]:
    return frozenset(phrase for phrases in language.cues.values() for phrase in phrases)


class Held:
    """Where spaces part no words: whether the signs of a phrase of the sort stand together."""

    def __init__(self, vocabulary: Vocabulary, language: Language, sort: Sort) -> None:
        phrases = phrases_in(vocabulary, language, sort)
        patterns = dict.fromkeys(filter(None, (self.plain(phrase, language) for phrase in phrases)))
        self.language = language
        self.automaton = AhoCorasick(list(patterns))

    def by(self, text: str) -> bool:
        composed = unicodedata.is_normalized("NFC", text)
        return not composed or bool(self.automaton.find_matches_as_indexes(self.plain(text, self.language)))

    @staticmethod
    def plain(text: str, language: Language) -> str:
        """Without spaces and hyphens, which a phrase may have and the text not, or the text and the phrase not."""
        return "".join(normalised(text).translate(language.writing.folds).replace(HYPHEN, "").split())
