"""Numbers in words, and in digits with words: pieces are found by one pattern of the language and composed by magnitude."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from monitor.reading.digits import Shape
from monitor.reading.number_words import NumberWords

GAP = r"(?:[^\S\n]|-){1,3}"
"""Between the words of one number."""
MOST_PIECES = 40
MOST_SCALES = 4
"""Scales in a row: "hundred thousand million"."""
LARGEST = Decimal(10) ** 36
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
    IDIOM = "idiom"


@dataclass(frozen=True, slots=True)
class Piece:
    kinds: Mapping[PieceKind, Decimal]
    high: Decimal = Decimal(0)
    """Of a vague piece: its upper end, its lower one being the value."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A number as far as its own words go. `exact` where low and high are one value."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    ordinal: bool = False
    fraction: bool = False
    scaled: bool = False
    """Whether a scale word is part of it."""
    vague: bool = False
    factor: Decimal = Decimal(1)
    """The scale that all of it is multiplied by: 1000 of "12 ribu", 1 of "two thousand and two"."""
    spelled: bool = True
    shape: Shape | None = None
    """The digits it begins with."""


def trie_pattern(words: Iterable[str], *, gap: str = GAP) -> str:
    """A pattern that matches the longest of many words; a space in a word stands for `gap`."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]  # a tree of itself
    for word in words:
        node = root
        for sign in word:
            node = node.setdefault(sign, {})
        node[""] = {}
    return _branch(root, gap)


def _branch(node: dict[str, dict], gap: str) -> str:  # type: ignore[type-arg]
    ends = "" in node
    branches = [(gap if sign == " " else re.escape(sign)) + _branch(node[sign], gap) for sign in sorted(node) if sign]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return joined + "?" if ends else joined


def collapse(text: str) -> str:
    """The form in which words are listed: one space for every gap."""
    return " ".join(text.replace("-", " ").split())


@dataclass(frozen=True, slots=True)
class Page:
    """What a number is read from, besides its text in lower case."""

    source: str
    """The text as written, with the same offsets: "M" is a million where "m" is a metre."""
    shape_at: Callable[[int], Shape]
    """Reads the digits at a place."""


class Composer:
    """Reads the number that begins at a place of a text in lower case. One per language."""

    def __init__(self, words: NumberWords) -> None:
        self._pieces = _pieces(words)
        pattern = trie_pattern(self._pieces)
        inside = "" if not words.spaced or words.compounds else r"(?!\w)"
        first = (word for word, piece in self._pieces.items() if not STARTS.isdisjoint(piece.kinds))
        before = r"(?<!\w)" if words.spaced else ""
        self.start = re.compile(rf"\d|{before}(?:{trie_pattern(first)}){inside}" if self._pieces else r"\d")
        self._piece = re.compile(f"(?:{pattern}){inside}") if self._pieces else None
        self._gap = re.compile(GAP if words.spaced and not words.compounds else f"(?:{GAP})?")
        self._spaced = words.spaced
        self._words = words

    def piece_at(self, text: str, position: int) -> tuple[Piece, int] | None:
        match = self._piece.match(text, position) if self._piece else None
        if match is None:
            return None
        return self._pieces[collapse(match[0])], match.end()

    def after_gap(self, text: str, position: int, *, digits: bool = False) -> int | None:
        """Where the next word may begin; behind digits no space is needed."""
        match = self._gap.match(text, position)
        if match:
            return match.end()
        return position if digits else None

    def compose(self, text: str, position: int, page: Page) -> Composed | None:
        """The longest number that begins at `position`."""
        return Composition(self, self._words, page, text, position).read()

    def idiom_at(self, text: str, position: int) -> int | None:
        """Where a phrase ends that holds a number word and no number: "plus minus", "no one"."""
        found = self.piece_at(text, position)
        return found[1] if found and PieceKind.IDIOM in found[0].kinds else None

    def ends_well(self, text: str, position: int) -> bool:
        return not self._spaced or position >= len(text) or not text[position].isalpha() or not text[position - 1].isalpha()


STARTS = frozenset({
    PieceKind.ATOM, PieceKind.HALF, PieceKind.VAGUE, PieceKind.SOME, PieceKind.ORDINAL, PieceKind.MINUS,
    PieceKind.IDIOM,
})  # fmt: skip


def _pieces(words: NumberWords) -> dict[str, Piece]:
    kinds: dict[str, dict[PieceKind, Decimal]] = {}
    highs: dict[str, int] = {}

    def add(kind: PieceKind, entries: Mapping[str, Decimal | int]) -> None:
        for word, value in entries.items():
            kinds.setdefault(word, {})[kind] = Decimal(value)

    add(PieceKind.ATOM, words.atoms)
    whole = {word: scale for word, scale in words.scales.items() if len(word) >= SHORTEST_SCALE_WORD}
    add(PieceKind.ATOM, {f"{article} {word}": scale for article in words.articles for word, scale in whole.items()})
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
    ):
        add(kind, dict.fromkeys(listed, 1))
    for kind, intervals in ((PieceKind.VAGUE, words.vague), (PieceKind.SOME, words.some)):
        add(kind, {word: low for word, (low, _) in intervals.items()})
        highs |= {word: high for word, (_, high) in intervals.items()}
    return {word: Piece(of, Decimal(highs.get(word, 0))) for word, of in kinds.items()}


@dataclass(slots=True)
class Term:
    value: Decimal
    scale: Decimal
    """What must stay smaller to be added behind it; 0 where nothing may."""


def room_behind(value: Decimal) -> Decimal:
    """Below what the next word must stay: 700 leaves room for 99, 20 for 9, 12 for nothing."""
    if value >= 100 and value % 100 == 0:  # noqa: PLR2004  the decimal system
        power = Decimal(100)
        while value % (power * 10) == 0:
            power *= 10
        return power
    return Decimal(10) if 20 <= value < 100 and value % 10 == 0 else Decimal(0)  # noqa: PLR2004


class Composition:
    """One number on its way. `end` is always that of a complete number; `terms` go from large to small."""

    def __init__(self, composer: Composer, words: NumberWords, page: Page, text: str, start: int) -> None:
        self.composer, self.words, self.page, self.text, self.start = composer, words, page, text, start
        self.terms: list[Term] = []
        self.end = start
        self.scaled = False
        self.shape: Shape | None = None

    def read(self) -> Composed | None:
        if self.text[self.start].isdecimal():
            return self._from_digits()
        found = self.composer.piece_at(self.text, self.start)
        if found is None:
            return None
        piece, end = found
        if PieceKind.IDIOM in piece.kinds:
            return None
        if PieceKind.MINUS in piece.kinds:
            return self._negative(end)
        for kind in (PieceKind.VAGUE, PieceKind.SOME):
            if kind in piece.kinds:
                return self._vague(piece, kind, end)
        if PieceKind.HALF in piece.kinds and (half := self._half(piece.kinds[PieceKind.HALF], end)):
            return half
        if PieceKind.ATOM in piece.kinds:
            return self._from_atom(piece.kinds[PieceKind.ATOM], end)
        if PieceKind.ORDINAL in piece.kinds:
            value = piece.kinds[PieceKind.ORDINAL]
            return Composed(self.start, end, value, value, ordinal=True) if self.composer.ends_well(self.text, end) else None
        return None

    # beginnings

    def _from_digits(self) -> Composed | None:
        self.shape = self.page.shape_at(self.start)
        if self.shape.value is None:
            return None
        self.end = self.shape.end
        self.terms.append(Term(self.shape.value, Decimal(0)))
        self._attached_scale()
        return self._extend(digits=True)

    def _from_atom(self, value: Decimal, end: int) -> Composed | None:
        self.terms.append(Term(value, room_behind(value)))
        self.end = end
        self._point()
        return self._extend(digits=False)

    def _negative(self, end: int) -> Composed | None:
        begin = self.composer.after_gap(self.text, end)
        if begin is None or not self.composer.start.match(self.text, begin) or self._is_minus(begin):
            return None
        inner = self.composer.compose(self.text, begin, self.page)
        if inner is None or inner.vague or inner.ordinal:
            return None
        return Composed(self.start, inner.end, -inner.high, -inner.low, scaled=inner.scaled, spelled=inner.spelled, shape=inner.shape)

    def _is_minus(self, position: int) -> bool:
        found = self.composer.piece_at(self.text, position)
        return found is not None and PieceKind.MINUS in found[0].kinds

    def _half(self, value: Decimal, end: int) -> Composed | None:
        scale, stop = self._scales_at(end)
        if not scale:
            return None
        return Composed(self.start, stop, value * scale, value * scale, scaled=True)

    def _vague(self, piece: Piece, kind: PieceKind, end: int) -> Composed | None:
        low, high, stop, scaled = piece.kinds[kind], piece.high, end, False
        for _ in range(MOST_SCALES):
            following = self._vague_step(stop)
            if following is None:
                break
            scale, stop = following
            low, high, scaled = low * scale, (high + 1) * scale - 1, True
        if kind is PieceKind.SOME and not scaled:
            return None
        return Composed(self.start, stop, low, high, scaled=scaled, vague=True) if self.composer.ends_well(self.text, stop) else None

    def _vague_step(self, position: int) -> tuple[Decimal, int] | None:
        """The scale behind a vague word: puluhan "ribu", tens "of thousands"."""
        linked = False
        for _ in range(2):
            begin = self.composer.after_gap(self.text, position)
            found = self.composer.piece_at(self.text, begin) if begin is not None else None
            if found is None:
                return None
            piece, end = found
            if PieceKind.SCALE in piece.kinds:
                return piece.kinds[PieceKind.SCALE], end
            if linked:
                return (piece.kinds[PieceKind.VAGUE], end) if PieceKind.VAGUE in piece.kinds else None
            if PieceKind.LINK not in piece.kinds:
                return None
            linked, position = True, end
        return None

    def _scales_at(self, position: int) -> tuple[Decimal, int]:
        scale, stop = Decimal(0), position
        for _ in range(MOST_SCALES):
            begin = self.composer.after_gap(self.text, stop)
            found = self.composer.piece_at(self.text, begin) if begin is not None else None
            if found is None or PieceKind.SCALE not in found[0].kinds:
                break
            scale, stop = (scale or 1) * found[0].kinds[PieceKind.SCALE], found[1]
        return scale, stop

    # what follows

    def _attached_scale(self) -> None:
        for word, scale in self.words.attached.items():
            stop = self.end + len(word)
            if self.page.source.startswith(word, self.end) and not self.text[stop : stop + 1].isalnum():
                self.terms[-1] = Term(self.terms[-1].value * scale, Decimal(0))
                self.end, self.scaled = stop, True
                return

    def _point(self) -> None:
        """ "point zero three": the decimals are said one by one or as a number."""
        begin = self.composer.after_gap(self.text, self.end)
        found = self.composer.piece_at(self.text, begin) if begin is not None else None
        if found is None or PieceKind.POINT not in found[0].kinds:
            return
        decimals, position = "", found[1]
        while (begin := self.composer.after_gap(self.text, position)) is not None:
            found = self.composer.piece_at(self.text, begin)
            if found is None or PieceKind.ATOM not in found[0].kinds or len(decimals) > MOST_PIECES:
                break
            decimals, position = decimals + str(found[0].kinds[PieceKind.ATOM]), found[1]
        if decimals:
            self.terms[-1] = Term(Decimal(f"{self.terms[-1].value}.{decimals}"), Decimal(0))
            self.end = position

    def _extend(self, *, digits: bool) -> Composed | None:
        """Take every further piece that fits. Pieces behind a joiner or small ones wait until a scale does not undo them."""
        spelled, safe = not digits, list(self.terms)
        stop, pending = self.end, list(self.terms)
        safe_end = self.end if self.composer.ends_well(self.text, self.end) else None
        for _ in range(MOST_PIECES):
            step = self._step(stop, pending, digits=digits and len(pending) == 1 and not self.scaled)
            if step is None:
                break
            pending, stop, kind = step
            if kind is PieceKind.JOINER:
                continue
            self.scaled = self.scaled or kind is PieceKind.SCALE
            if self.composer.ends_well(self.text, stop):
                safe, safe_end = list(pending), stop
            digits = False
        if safe_end is None:
            return None
        value = total(safe)
        if value > LARGEST:
            return None
        fraction = self._fraction(value, safe_end, spelled=spelled)
        if fraction:
            return fraction
        factor = safe[0].scale if len(safe) == 1 and self.scaled and safe[0].scale else Decimal(1)
        return Composed(
            self.start, safe_end, value, value, scaled=self.scaled, factor=factor, spelled=spelled, shape=self.shape
        )

    def _step(self, position: int, terms: list[Term], *, digits: bool) -> tuple[list[Term], int, PieceKind] | None:
        begin = self.composer.after_gap(self.text, position, digits=digits)
        if begin is None:
            return None
        if self.text[begin : begin + 1].isdecimal():
            return self._digits_behind(begin, terms) if begin > position or not self.words.spaced else None
        found = self.composer.piece_at(self.text, begin)
        if found is None:
            return None
        piece, end = found
        if PieceKind.SCALE in piece.kinds:
            scaled = scaled_terms(terms, piece.kinds[PieceKind.SCALE])
            return (scaled, end, PieceKind.SCALE) if scaled else None
        if PieceKind.PLUS_HALF in piece.kinds:
            return self._plus_half(piece.kinds[PieceKind.PLUS_HALF], end, terms)
        if PieceKind.ATOM in piece.kinds:
            return self._atom_behind(piece.kinds[PieceKind.ATOM], end, terms)
        if PieceKind.JOINER in piece.kinds and terms[-1].scale:
            return self._joined(end, terms)
        return None

    def _plus_half(self, half: Decimal, end: int, terms: list[Term]) -> tuple[list[Term], int, PieceKind]:
        """Five "and a half"; behind a scale, half of that, or of the smaller one that follows."""
        top = terms[-1]
        scale, stop = self._scales_at(end)
        if top.scale and scale and scale < top.scale:
            return [*terms, Term(half * scale, Decimal(0))], stop, PieceKind.PLUS_HALF
        return [*terms[:-1], Term(top.value + half * (top.scale or 1), Decimal(0))], end, PieceKind.PLUS_HALF

    def _joined(self, position: int, terms: list[Term]) -> tuple[list[Term], int, PieceKind] | None:
        step = self._step(position, terms, digits=False)
        return step if step is not None and step[2] in (PieceKind.ATOM,) else None

    def _atom_behind(self, value: Decimal, end: int, terms: list[Term]) -> tuple[list[Term], int, PieceKind] | None:
        """A small number behind a larger one, together with the scales that follow it."""
        if not value or not terms[-1].scale:
            return None
        room, group = terms[-1].scale, [Term(value, room_behind(value))]
        while (begin := self.composer.after_gap(self.text, end)) is not None and len(group) < MOST_PIECES:
            found = self.composer.piece_at(self.text, begin)
            following = self._inner(found[0], group) if found else None
            if found is None or following is None:
                break
            if total(following) >= room:
                if PieceKind.SCALE in found[0].kinds and not scaled_terms([*terms, *group], found[0].kinds[PieceKind.SCALE]):
                    return None
                break
            group, end = following, found[1]
        return ([*terms, *group], end, PieceKind.ATOM) if total(group) < room else None

    @staticmethod
    def _inner(piece: Piece, group: list[Term]) -> list[Term] | None:
        if PieceKind.SCALE in piece.kinds:
            return scaled_terms(group, piece.kinds[PieceKind.SCALE])
        value = piece.kinds.get(PieceKind.ATOM)
        if value and value < group[-1].scale:
            return [*group, Term(value, room_behind(value))]
        return None

    def _digits_behind(self, begin: int, terms: list[Term]) -> tuple[list[Term], int, PieceKind] | None:
        """Digits behind a scale: "2 juta 500 ribu", "3 hundred and 21", "1万1000"."""
        shape = self.page.shape_at(begin)
        room = terms[-1].scale
        if not shape.value or not room:
            return None
        scale, end = self._scales_at(shape.end)
        value = shape.value * (scale or 1)
        close = not self.words.spaced or room <= 100  # noqa: PLR2004  a hundred waits for its rest
        if value >= room or not (scale or close) or not self.composer.ends_well(self.text, end):
            return None
        return [*terms, Term(value, scale)], end, PieceKind.ATOM

    def _fraction(self, value: Decimal, position: int, *, spelled: bool) -> Composed | None:
        """ "two thirds": a numerator and a denominator that is no ordinal."""
        begin = self.composer.after_gap(self.text, position)
        found = self.composer.piece_at(self.text, begin) if begin is not None and spelled else None
        if found is None or PieceKind.DENOMINATOR not in found[0].kinds:
            return None
        part = value / found[0].kinds[PieceKind.DENOMINATOR]
        return Composed(self.start, found[1], part, part, fraction=True)


def total(terms: Iterable[Term]) -> Decimal:
    return sum((term.value for term in terms), Decimal(0))


def scaled_terms(terms: list[Term], scale: Decimal) -> list[Term] | None:
    """The terms with the smaller ones at the end multiplied; None where that would outgrow what stands before them."""
    small = len(terms)
    while small and terms[small - 1].value < scale:
        small -= 1
    if len(terms) == 1:
        small = 0
    product = total(terms[small:]) * scale
    if not product or (small and product >= terms[small - 1].scale):
        return None
    return [*terms[:small], Term(product, scale)]
