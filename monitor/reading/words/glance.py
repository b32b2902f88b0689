"""Which hits a sentence can have at all, by a glance at its words: few sentences need a second look."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from monitor.reading.vocabulary import Language, Vocabulary
from monitor.reading.words.gapped import GAP
from monitor.reading.words.lookup import FAMILY, HYPHEN, HitKind, keys_of, known_words, phrases_of
from monitor.reading.words.proclitics import pieces_of
from monitor.reading.words.text import Spacing, Token, normal, normalised, tokens_of

MOST_KNOWN = 65_536
"""Words that are remembered of a language, for the same kinds of hits."""
Kinds = frozenset[HitKind]
Ids = frozenset[str]
"""Of hits; of statuses and steps, their ladders."""
NONE: Ids = frozenset()


@lru_cache(maxsize=256)
def glance(vocabulary: Vocabulary, language: Language, kinds: Kinds) -> Callable[[str], Ids]:
    """What tells of a sentence's text which hits of these kinds it can have. It may err by naming too many."""
    if language.spacing is Spacing.WORDS:
        return Anchored(vocabulary, language, kinds).by
    return Held(vocabulary, language, kinds).by


def phrases_in(vocabulary: Vocabulary, language: Language, kinds: Kinds) -> Iterator[tuple[str, str]]:
    """Ids and phrases."""
    for kind, name, phrase in phrases_of(vocabulary, language.code):
        if kind in kinds or FAMILY.get(kind) in kinds:
            yield name.partition("/")[0], phrase


class Anchored(dict[str, Ids]):
    """Per run of signs between spaces, of which phrases the longest word is in it, in any form."""

    def __init__(self, vocabulary: Vocabulary, language: Language, kinds: Kinds) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.language = language
        phrases = phrases_in(vocabulary, language, kinds)
        self.anchors = by_pattern((anchor, name) for name, phrase in phrases for anchor in anchors_of(phrase, language))

    def __missing__(self, run: str) -> Ids:
        if len(self) >= MOST_KNOWN:
            self.clear()
        forms = (form for token in self.tokens(run) for form in self.forms(token))
        self[run] = found = NONE.union(*(self.anchors[form] for form in forms if form in self.anchors))
        return found

    def by(self, text: str) -> Ids:
        runs = text.split()
        return NONE.union(*map(self.__getitem__, runs)) if any(map(self.__getitem__, runs)) else NONE

    def tokens(self, run: str) -> Iterator[Token]:
        for token in tokens_of(run, 0, len(run), self.language.writing):
            if self.language.proclitics:
                yield from pieces_of(token, self.vocabulary, self.language)
            else:
                yield token

    def forms(self, token: Token) -> tuple[str, ...]:
        return known_words(self.vocabulary, self.language.code)[token.text].forms


def anchors_of(phrase: str, language: Language) -> Iterator[str]:
    """The longest word as it is looked up, and as that of a phrase whose words stand apart is; a small word at need."""
    small = function_words(language)
    for words in (keys_of(phrase, language), map(normal, phrase.replace(GAP, " ").split())):
        yield max(words, key=lambda word: (word not in small, len(word)), default="")


@lru_cache(maxsize=64)
def function_words(language: Language) -> frozenset[str]:
    return frozenset(phrase for phrases in language.cues.values() for phrase in phrases)


class Held:
    """Where spaces part no words: of which phrases the signs stand together."""

    def __init__(self, vocabulary: Vocabulary, language: Language, kinds: Kinds) -> None:
        self.language = language
        phrases = phrases_in(vocabulary, language, kinds)
        patterns = by_pattern((self.plain(phrase, language), name) for name, phrase in phrases)
        self.ids = tuple(patterns.values())
        self.all = NONE.union(*self.ids)
        self.automaton = AhoCorasick(list(patterns))

    def by(self, text: str) -> Ids:
        if not unicodedata.is_normalized("NFC", text):
            return self.all
        matches = self.automaton.find_matches_as_indexes(self.plain(text, self.language), overlapping=True)
        return NONE.union(*(self.ids[match[0]] for match in matches))

    @staticmethod
    def plain(text: str, language: Language) -> str:
        """Without spaces and hyphens, which a phrase may have and the text not, or the text and the phrase not."""
        return "".join(normalised(text).translate(language.writing.folds).replace(HYPHEN, "").split())


def by_pattern(named: Iterable[tuple[str, str]]) -> dict[str, Ids]:
    """The ids of each pattern; an empty one is none."""
    found: dict[str, set[str]] = {}
    for pattern, name in named:
        if pattern:
            found.setdefault(pattern, set()).add(name)
    return {pattern: frozenset(ids) for pattern, ids in found.items()}
