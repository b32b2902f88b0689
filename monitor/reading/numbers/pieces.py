"""The words and phrases that numbers are made of, found in a text by one pattern of the language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from monitor.quantity import Qualifier
from monitor.reading.numbers.openings import Openings
from monitor.reading.numbers.words import NumberWords

MARKS = "\u064b-\u0652"
"""Vowel marks of Arabic; most texts leave them out, and so do the lists."""
MARKED = re.compile(rf"[{MARKS}](?=[\s-])")
GAP = rf"[{MARKS}]?(?:[^\S\n]|-){{1,3}}"
"""Between the words of one number."""
NEVER = "(?!)"
VOWEL_SIGNS = "\u0900-\u0903\u093a-\u094f"
"""Of Devanagari: parts of a word that are no letters to `re`."""
NINE = 9
MOST_DIGITS = 12
SHORTEST_SCALE_WORD = 4
"""Shorter ones are abbreviations, and take no article: "a bn"."""


class PieceKind(StrEnum):
    ATOM = "atom"
    SCALE = "scale"
    HALF = "half"
    PLUS_HALF = "plus_half"
    VAGUE = "vague"
    SOME = "some"
    ORDINAL = "ordinal"
    DENOMINATOR = "denominator"
    JOINER = "joiner"
    POINT = "point"
    MINUS = "minus"
    LINK = "link"
    FRACTION = "fraction"
    INSIDE = "inside"
    IDIOM = "idiom"


STARTS = frozenset(
    {
        PieceKind.ATOM,
        PieceKind.HALF,
        PieceKind.VAGUE,
        PieceKind.SOME,
        PieceKind.ORDINAL,
        PieceKind.MINUS,
        PieceKind.IDIOM,
    }
)
"""What a number, or what only looks like one, may begin with."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word with all that it may be: "thousands" is a scale and a vague number."""

    values: Mapping[PieceKind, Decimal]
    high: Decimal = Decimal(0)
    """Of a vague piece: its upper end, its value being the lower one."""
    qualifier: Qualifier | None = None
    """Of one that stands before a scale and qualifies the number."""

    def __contains__(self, kind: PieceKind) -> bool:
        return kind in self.values

    def __getitem__(self, kind: PieceKind) -> Decimal:
        return self.values[kind]


class Placed(NamedTuple):
    """A piece in the text, and where it ends."""

    piece: Piece
    end: int


class Pieces:
    """Finds the pieces of one language in a flattened text."""

    def __init__(self, words: NumberWords) -> None:
        self._spaced = words.spaced and not words.open_ended
        self._compounds = words.compounds
        self._pieces = pieces_of(words)
        self.letters = frozenset(word[0] for word in (*words.attached, *words.pointed, *words.apart))
        """What letters that scale begin with."""
        border = border_of(words) if words.spaced and not words.compounds else ""
        before = led_by(words.glued) if words.spaced else ""
        firsts = [word for word, piece in self._pieces.items() if not STARTS.isdisjoint(piece.values)]
        starts = [r"\d", *([f"{before}(?:{trie_pattern(firsts)}){border}"] if firsts else [])]
        if words.sounded:
            starts.append(led_by(()) + trie_pattern(words.sounded))
        self.start = re.compile("|".join(starts))
        """Where a number may begin."""
        self.openings = Openings((*firsts, *words.sounded), apart=words.spaced and not words.glued)
        self._piece = re.compile(f"(?:{trie_pattern(self._pieces)}){border}") if self._pieces else None
        self._gap = re.compile(GAP if border else f"(?:{GAP})?")
        joining = trie_pattern(one for one in words.glued if one.startswith(words.joiners))
        self._glued = re.compile(rf"(?:{joining})(?=\w)") if joining else None
        follower = f"(?:{GAP})?(?:{joining})?(?:{trie_pattern(self._pieces)}){border}"
        self._follower = re.compile(follower if self._pieces else NEVER)
        self._digits = {word: int(value) for word, value in words.atoms.items() if len(word) == 1 and value <= NINE}
        self._ending = re.compile(rf"(?:{trie_pattern(words.endings) or NEVER})(?![^\W\d_])")

    def at(self, flat: str, position: int) -> Placed | None:
        """The longest piece that begins at `position`."""
        match = self._piece.match(flat, position) if self._piece else None
        if match is None and self._piece and self._glued and (glued := self._glued.match(flat, position)):
            match = self._piece.match(flat, glued.end())
        return Placed(self._pieces[collapse(match[0])], match.end()) if match else None

    def ways(self, flat: str, position: int) -> Iterator[Placed]:
        """The pieces that begin at `position`, the longest first; shorter ones only of what is written together."""
        placed = self.at(flat, position)
        while placed is not None:
            yield placed
            end = placed.end - 1
            shorter = self._compounds or (not self._spaced and PieceKind.IDIOM in placed.piece)
            match = self._piece.match(flat, position, end) if shorter and self._piece else None
            placed = Placed(self._pieces[collapse(match[0])], match.end()) if match else None

    def go_on(self, source: str, flat: str, end: int) -> bool:
        """Whether anything stands behind the digits that end there with which they may be one number."""
        begin = end + flat[end : end + 1].isspace()
        return source[begin : begin + 1] in self.letters or self._follower.match(flat, end) is not None

    def digits_at(self, flat: str, position: int) -> str:
        """Digits said one by one, where words are not set apart: 二〇二四."""
        end = position
        while end < position + MOST_DIGITS and flat[end : end + 1] in self._digits:
            end += 1
        return "".join(str(self._digits[sign]) for sign in flat[position:end])

    def digits_behind(self, flat: str, position: int) -> int:
        """Where digits begin that something at `position` is written together with; else `position`."""
        glued = self._glued.match(flat, position) if self._glued else None
        return glued.end() if glued and flat[glued.end()].isdecimal() else position

    def behind(self, flat: str, position: int) -> Placed | None:
        """The longest piece behind the gap that begins at `position`."""
        begin = self.after_gap(flat, position)
        return self.at(flat, begin) if begin is not None else None

    def after_gap(self, flat: str, position: int) -> int | None:
        match = self._gap.match(flat, position)
        return match.end() if match else None

    def ends_well(self, flat: str, position: int) -> bool:
        """Whether no letter of the same word follows, or only an ending that number words take."""
        if not self._spaced or not flat[position : position + 1].isalpha() or not flat[position - 1].isalpha():
            return True
        return self._ending.match(flat, position) is not None

    def idiom_end(self, flat: str, position: int) -> int | None:
        """Where a phrase ends that begins like a number and is none: "plus minus"."""
        placed = self.at(flat, position)
        return placed.end if placed and self.is_idiom(flat, placed) else None

    def is_idiom(self, flat: str, placed: Placed) -> bool:
        """Also where words are written together, an idiom ends with its word."""
        return PieceKind.IDIOM in placed.piece and not (
            self._compounds and self._spaced and flat[placed.end : placed.end + 1].isalpha()
        )


def sounded_words(words: NumberWords) -> NumberWords:
    """The number words that are written as they sound, as a language of their own."""
    return NumberWords(
        compounds=True,
        atoms=words.sounded,
        scales={word: Decimal(scale) for word, scale in words.sounded_scales.items()},
    )


def pieces_of(words: NumberWords) -> dict[str, Piece]:
    kinds: dict[str, dict[PieceKind, Decimal]] = {}
    highs: dict[str, int] = {}

    def add(kind: PieceKind, entries: Mapping[str, Decimal | int]) -> None:
        for word, value in entries.items():
            kinds.setdefault(word, {})[kind] = Decimal(value)

    add(PieceKind.ATOM, words.atoms)
    add(PieceKind.ATOM, words.ages)
    add(PieceKind.ATOM, with_articles(words))
    add(PieceKind.SCALE, words.scales)
    add(PieceKind.HALF, words.halves)
    add(PieceKind.PLUS_HALF, words.plus_halves)
    add(PieceKind.ORDINAL, words.ordinals)
    add(PieceKind.DENOMINATOR, words.denominators)
    for kind, listed in (
        (PieceKind.JOINER, words.joiners),
        (PieceKind.POINT, words.points),
        (PieceKind.MINUS, words.minus),
        (PieceKind.LINK, words.vague_links),
        (PieceKind.IDIOM, words.idioms),
        (PieceKind.FRACTION, words.fraction_links),
        (PieceKind.INSIDE, words.inside),
    ):
        add(kind, dict.fromkeys(listed, 1))
    for kind, intervals in ((PieceKind.VAGUE, words.vague), (PieceKind.SOME, words.some)):
        add(kind, {word: low for word, (low, _) in intervals.items()})
        highs |= {word: high for word, (_, high) in intervals.items()}
    return {
        collapse(word): Piece(values, Decimal(highs.get(word, 0)), words.inside.get(word))
        for word, values in kinds.items()
    }


def border_of(words: NumberWords) -> str:
    """Where a word ends, or only what may be joined to a number follows."""
    border = rf"(?![\w{VOWEL_SIGNS}])"
    return rf"(?=(?:{trie_pattern(words.endings)})?{border})" if words.endings else border


def led_by(glued: Iterable[str]) -> str:
    """Where a word begins, also behind what may be written together with it."""
    start = rf"(?<![\w{VOWEL_SIGNS}])"
    return f"(?:{'|'.join((start, *(f'(?<={start}{re.escape(one)})' for one in glued)))})"


def with_articles(words: NumberWords) -> dict[str, Decimal]:
    """As in "a thousand"."""
    whole = {word: scale for word, scale in words.scales.items() if len(word) >= SHORTEST_SCALE_WORD}
    return {f"{article} {word}": scale for article in words.articles for word, scale in whole.items()}


class Branch(dict[str, "Branch"]):
    """The words that go on from here, by their next character; "" where one ends."""


def trie_pattern(words: Iterable[str], *, gap: str = GAP) -> str:
    """A pattern that matches the longest of the words; a space in one stands for `gap`. Empty where there are none."""
    root = Branch()
    for word in words:
        branch = root
        for sign in word:
            branch = branch.setdefault(sign, Branch())
        branch[""] = Branch()
    return _pattern_of(root, gap)


def _pattern_of(branch: Branch, gap: str) -> str:
    ways = [
        (gap if sign == " " else re.escape(sign)) + _pattern_of(branch[sign], gap) for sign in sorted(branch) if sign
    ]
    if not ways:
        return ""
    ends = "" in branch
    joined = ways[0] if len(ways) == 1 and not ends else f"(?:{'|'.join(ways)})"
    return joined + "?" if ends else joined


def collapse(words: str) -> str:
    """The form in which phrases are listed: one space for every gap."""
    return " ".join(MARKED.sub("", words).replace("-", " ").split())
