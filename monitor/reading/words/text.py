"""A text as paragraphs, sentences and tokens. Every offset counts characters of the whole text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, lru_cache, partial
from operator import itemgetter
from typing import NamedTuple

from monitor.claim import Prominence

IDEOGRAPHS = r"\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
SYLLABLES = r"\uac00-\ud7a3"
"""Korean is written in syllables with spaces between phrases, whose words follow one another."""
MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963\u00ad\u200c\u200d\u2060"
"""Vowel signs, accents and joiners of their own, which are part of a word and yet no letters to `re`."""


class Spacing(StrEnum):
    """What the spaces of a language part."""

    WORDS = "words"
    PHRASES = "phrases"
    """Words with the particles that follow them: 러시아에 파병된."""
    NONE = "none"
    """Nothing: 驻扎在库尔斯克州."""


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """How a language is written, as far as it matters for its tokens."""

    pieces: re.Pattern[str]
    """Tokens, and the spaces between them."""
    folds: Mapping[int, str] = field(default_factory=dict)
    """Signs that are compared as others are: traditional as simplified ones. One for one, so that offsets stay."""


@lru_cache(maxsize=64)
def piece_pattern(spacing: Spacing, elisions: tuple[str, ...], apart: bool) -> re.Pattern[str]:
    """The pattern of a token or of spaces. Elided ("l'", "qu'") and, if `apart`, cut off by an apostrophe is a token.

    A run of one class is matched far faster than a group that is repeated, and one of plain letters fastest: what
    most of a text is made of comes first.
    """
    signs = IDEOGRAPHS + (SYLLABLES if spacing is Spacing.PHRASES else "")
    letter = rf"[^\W\d_{signs}]"
    marked = rf"{letter}[{MARKS}]*"
    letters = rf"(?:[A-Za-z]+{letter}*|{letter}+)(?:[{MARKS}]+{letter}*)*"
    elided = "|".join(sorted(map(re.escape, elisions), key=len, reverse=True))
    word = letters if apart else rf"{letters}(?:['’](?!s\b){letters})?"
    return re.compile(
        rf"""
        (?:[A-Za-z]+|{letter}+)(?=[ ,])  # a plain word
        | [ ]+
        | \d+(?:[.,:/'’]\d+)*             # a number with its separators, a date in digits, a time
        | {marked}\.(?:{marked}\.)+      # U.S., D.P.R.K.
        | [{signs}]                      # where spaces part no words: sign by sign
        {rf"| (?i:{elided})['’]" if elided else ""}
        | {word}                         # a word; "Ukraine's" gives "Ukraine" and "'s"
        {rf"| ['’]{letters}" if apart else ""}
        | ['’]s\b
        | \S                             # any other sign stands alone
        | \s+
        """,
        re.VERBOSE,
    )


PLAIN = Writing(piece_pattern(Spacing.WORDS, (), apart=False))
SOFT = dict.fromkeys((*map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0640\u0670"), *range(0x064B, 0x0653)))
"""Signs that a word may have or not: soft hyphens, joiners, the vowel signs and the lengthening stroke of Arabic."""
FOLDS = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "،": ",",
        "؛": ";",
        "؟": "?",
        "‐": "-",
        "‑": "-",
        "・": "-",
        "·": "-",
        "、": ",",
        "。": ".",
        "।": ".",
        "「": '"',
        "」": '"',
        "『": '"',
        "』": '"',
        "《": '"',
        "》": '"',
        "〈": '"',
        "〉": '"',
        "【": "[",
        "】": "]",
        "〔": "[",
        "〕": "]",
    }
)


def normalised(text: str) -> str:
    """The form in which words are compared: NFKC, case folded, marks made plain, optional signs removed."""
    return unicodedata.normalize("NFKC", text).translate(SOFT).translate(FOLDS).casefold()


normal = lru_cache(maxsize=65536)(normalised)
"""The same of a word, of which texts have the same ones again and again."""


class Token(NamedTuple):
    """A tuple, since a text has hundreds, and a frozen dataclass takes three times as long to make."""

    start: int
    end: int
    text: str
    norm: str

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalpha()


TOKEN = partial(tuple.__new__, Token)
"""Makes a token of a tuple in half the time that its own call takes."""
START = itemgetter(0)
"""Where a token begins."""


@dataclass(frozen=True)
class Sentence:
    """`index` counts the document's sentences; `paragraph` its paragraphs, the title being one where it is known."""

    index: int
    paragraph: int
    start: int
    end: int
    prominence: Prominence
    boilerplate: bool
    """Menus, "read also" links, bylines, credits: they yield nothing."""
    tokenize: Callable[[], tuple[Token, ...]] = field(repr=False, compare=False)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Made when first asked for: of most sentences of an article nobody asks."""
        return self.tokenize()

    def token_at(self, offset: int) -> int:
        """The index of the token that holds, or first follows, the character `offset`."""
        position = bisect_right(self.tokens, offset, key=START) - 1
        if position >= 0 and offset < self.tokens[position].end:
            return position
        return position + 1


@dataclass(frozen=True, slots=True)
class Document:
    text: str
    language: str
    sentences: tuple[Sentence, ...]

    def sentence_of(self, offset: int) -> Sentence:
        """The sentence that holds the character `offset`, or the nearest before it."""
        position = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[max(position, 0)]

    def with_tokens(self, tokens: Callable[[Sentence], tuple[Token, ...]]) -> Document:
        """The document with other tokens, made of the sentences as they are."""
        others = (replace(one, tokenize=partial(tokens, one)) for one in self.sentences)
        return replace(self, sentences=tuple(others))


@lru_cache(maxsize=65536)
def folded(word: str, writing: Writing) -> str:
    return normal(word).translate(writing.folds)


def norm_of(word: str, writing: Writing) -> str:
    """The form in which a language's words are compared."""
    return folded(word, writing) if writing.folds else normal(word)


def tokens_of(text: str, start: int, end: int, writing: Writing = PLAIN) -> tuple[Token, ...]:
    norm = partial(folded, writing=writing) if writing.folds else normal
    found: list[Token] = []
    at = start
    for piece in writing.pieces.findall(text, start, end):  # they follow one another: their lengths tell where each is
        after = at + len(piece)
        if piece != " " and not piece.isspace():
            found.append(TOKEN((at, after, piece, norm(piece))))
        at = after
    return tuple(found)
