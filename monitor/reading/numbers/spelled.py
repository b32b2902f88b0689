"""Numbers in words, and in digits with words, composed of their pieces by magnitude."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from math import prod

from monitor.reading.numbers.composed import Composed, Page, Step
from monitor.reading.numbers.digits import Shape
from monitor.reading.numbers.growth import MOST_PIECES, MOST_SCALES, Growth
from monitor.reading.numbers.magnitude import (
    HUNDRED,
    LARGEST,
    NO_ROOM,
    TEN,
    Term,
    room_behind,
    total,
    unelided,
)
from monitor.reading.numbers.pieces import PieceKind, Pieces, Placed
from monitor.reading.numbers.types import PARTS
from monitor.reading.numbers.words import NumberWords

PAIR = 2
DECIMALS = 6
"""Digits kept of "two thirds"."""


def compose(pieces: Pieces, words: NumberWords, page: Page, start: int) -> Composed | None:
    """The longest number that begins at `start`, where `pieces.start` matched; None where it only looked like one."""
    if page.flat[start].isdecimal():
        return from_digits(pieces, words, page, start)
    return Composition(pieces, words, page, start).read()


def from_digits(pieces: Pieces, words: NumberWords, page: Page, start: int) -> Composed | None:
    """A number that begins with digits: most are nothing else."""
    shape = page.shape_at(start)
    if shape.value is None:
        return None
    if shape.value < LARGEST and not pieces.go_on(page.source, page.flat, shape.end):
        return Composed(start, shape.end, shape.value, shape.value, spelled=False, shape=shape)
    return Composition(pieces, words, page, start).behind_digits(shape, shape.value)


class Composition:
    """One number on its way."""

    def __init__(self, pieces: Pieces, words: NumberWords, page: Page, start: int) -> None:
        self.pieces, self.words, self.page, self.start = pieces, words, page, start
        self.flat = page.flat
        self.growth = Growth(pieces, words, page, start)
        self.divided = False

    def read(self) -> Composed | None:
        if self.flat[self.start].isdecimal():
            shape = self.page.shape_at(self.start)
            return None if shape.value is None else self.behind_digits(shape, shape.value)
        for placed in self.pieces.ways(self.flat, self.start):
            if self.pieces.is_idiom(self.flat, placed):
                return None
            if composed := self._begun(placed):
                return composed
        return None

    def _begun(self, placed: Placed) -> Composed | None:
        for kind, begin in (
            (PieceKind.MINUS, self._negative),
            (PieceKind.VAGUE, self._vague),
            (PieceKind.SOME, self._vague),
            (PieceKind.HALF, self._half),
            (PieceKind.ATOM, self._from_word),
            (PieceKind.ORDINAL, self._ordinal),
        ):
            if kind in placed.piece and (composed := begin(placed)):
                return composed
        return None

    # how it begins

    def behind_digits(self, shape: Shape, value: Decimal) -> Composed | None:
        first = Step((Term(value, NO_ROOM),), shape.end)
        if self.flat.endswith(self.words.ordinal_prefixes, 0, self.start):
            return self._finished(first, spelled=False, shape=shape)  # 제5조 is an article, and no 5조
        first = self.growth.attached(first) or self.growth.scaled_directly(first) or first
        composed = self._finished(self.growth.extended(first), spelled=False, shape=shape)
        return self._divided(composed) or composed

    def _from_word(self, placed: Placed) -> Composed | None:
        if not self.words.spaced and (composed := self._one_by_one()):
            return composed
        value = placed.piece[PieceKind.ATOM]
        zero = not value and self.flat[self.start - 1 : self.start] != "-"
        first = Step((Term(value, TEN if zero else room_behind(value)),), placed.end)
        last = self.growth.extended(self._with_decimals(first) or first)
        if last and (fraction := self._fraction(last)):
            return fraction
        composed = self._either(last) or self._finished(last, spelled=True, shape=None)
        return self._divided(composed) or composed

    def _either(self, last: Step | None) -> Composed | None:
        """One of two digits that follow each other, behind a larger number: 十七八, 一百二三十."""
        digits = self.pieces.digits_at(self.flat, last.end - 1) if last and not self.words.spaced else ""
        if last is None or len(digits) != PAIR or int(digits[1]) != int(digits[0]) + 1:
            return None
        larger = total(last.terms) - int(digits[0])
        end, scales = last.end + 1, list[Decimal]()
        while len(scales) < MOST_SCALES and (placed := self.pieces.behind(self.flat, end)):
            if PieceKind.SCALE not in placed.piece:
                break
            scales.append(placed.piece[PieceKind.SCALE])
            end = placed.end
        inner = scales.pop(0) if scales and larger % HUNDRED == 0 and scales[0] < room_behind(larger) else Decimal(1)
        factor = prod(scales, start=Decimal(1))
        low, high = ((larger + int(digit) * inner) * factor for digit in digits)
        return Composed(self.start, end, low, high, scaled=bool(scales), vague=True, digits=True)

    def _one_by_one(self) -> Composed | None:
        """Digits without scales, as in 二〇二四; two that follow each other are "three or four", as in 三四百."""
        digits = self.pieces.digits_at(self.flat, self.start)
        end = self.start + len(digits)
        scale, after = self.growth.scales_behind(end)
        if len(digits) == PAIR and int(digits[1]) == int(digits[0]) + 1:
            low, high = (int(digit) * (scale or Decimal(1)) for digit in digits)
            return Composed(self.start, after if scale else end, low, high, scaled=bool(scale), vague=True, digits=True)
        if len(digits) < PAIR or scale:
            return None
        return Composed(self.start, end, Decimal(digits), Decimal(digits), digits=True)

    def _finished(self, last: Step | None, *, spelled: bool, shape: Shape | None) -> Composed | None:
        if last is None:
            return None
        if self.words.elided and spelled and not self.growth.joined:
            last = last._replace(terms=unelided(last.terms))
        value = total(last.terms)
        if value >= LARGEST:
            return None
        only = last.terms[0] if len(last.terms) == 1 else None
        factor = only.room if only and last.scaled and only.room else Decimal(1)
        return Composed(
            self.start,
            last.end,
            value,
            value,
            spelled=spelled,
            scaled=last.scaled,
            factor=factor,
            shape=shape,
            qualifier=self.growth.qualifier,
        )

    def _negative(self, minus: Placed) -> Composed | None:
        begin = self.pieces.after_gap(self.flat, minus.end)
        if begin is None or not self.pieces.start.match(self.flat, begin):
            return None
        following = self.pieces.at(self.flat, begin)
        if following and PieceKind.MINUS in following.piece:
            return None
        inner = Composition(self.pieces, self.words, self.page, begin).read()
        if inner is None or inner.vague or inner.ordinal:
            return None
        low, high = -inner.high, -inner.low
        return Composed(self.start, inner.end, low, high, spelled=inner.spelled, scaled=inner.scaled, shape=inner.shape)

    def _half(self, half: Placed) -> Composed | None:
        """As in "half a million"; alone only what is more than one or of a rate: a "half" may be that of a match."""
        scale, end = self.growth.scales_behind(half.end)
        value = half.piece[PieceKind.HALF]
        alone = not scale and value < 1 and not self._is_rate(end)
        if alone or not self.pieces.ends_well(self.flat, end):
            return None
        value *= scale or 1
        return Composed(self.start, end, value, value, scaled=bool(scale))

    def _is_rate(self, end: int) -> bool:
        """Whether percent or a point, whose halves are told as numbers, stands behind: "half a (percentage) point"."""
        begin = self.pieces.after_gap(self.flat, end)
        return begin is not None and any(
            self.flat.startswith(word, begin) and not self.flat[begin + len(word) : begin + len(word) + 1].isalpha()
            for word in (*rates_of(self.words), *self.words.bare_points)
        )

    def _ordinal(self, placed: Placed) -> Composed | None:
        if not self.pieces.ends_well(self.flat, placed.end):
            return None
        value = placed.piece[PieceKind.ORDINAL]
        return Composed(self.start, placed.end, value, value, ordinal=True)

    def _vague(self, placed: Placed) -> Composed | None:
        """As in "puluhan ribu": 10 to 99, then a thousand times that up to the last number before 100,000."""
        kind = PieceKind.VAGUE if PieceKind.VAGUE in placed.piece else PieceKind.SOME
        low, high, end, scaled = placed.piece[kind], placed.piece.high, placed.end, False
        for _ in range(MOST_SCALES):
            following = self._scale_of_vague(end)
            if following is None:
                break
            scale, end = following
            low, high, scaled = low * scale, (high + 1) * scale - 1, True
        if (kind is PieceKind.SOME and not scaled) or not self.pieces.ends_well(self.flat, end):
            return None
        return Composed(self.start, end, low, high, scaled=scaled, vague=True)

    def _scale_of_vague(self, position: int) -> tuple[Decimal, int] | None:
        """Puluhan "ribu", tens "of thousands"."""
        placed = self.pieces.behind(self.flat, position)
        if placed and PieceKind.LINK in placed.piece:
            placed = self.pieces.behind(self.flat, placed.end)
        return (placed.piece[PieceKind.SCALE], placed.end) if placed and PieceKind.SCALE in placed.piece else None

    def _with_decimals(self, step: Step) -> Step | None:
        """As in "point zero three": said one by one or as a number."""
        point = self.pieces.behind(self.flat, step.end)
        if point is None or PieceKind.POINT not in point.piece:
            return None
        decimals, end = "", point.end
        for _ in range(MOST_PIECES):
            placed = self.pieces.behind(self.flat, end)
            if placed is None or PieceKind.ATOM not in placed.piece:
                break
            decimals, end = decimals + str(placed.piece[PieceKind.ATOM]), placed.end
        return Step((Term(Decimal(f"{step.terms[0].value}.{decimals}"), NO_ROOM),), end) if decimals else None

    def _divided(self, lower: Composed | None) -> Composed | None:
        """As in 三分之二, where what divides comes first."""
        divides = lower is not None and self.words.fraction_links and not self.divided
        placed = self.pieces.behind(self.flat, lower.end) if lower and divides else None
        begin = self.pieces.after_gap(self.flat, placed.end) if placed and PieceKind.FRACTION in placed.piece else None
        if lower is None or not lower.low or begin is None or not self.pieces.start.match(self.flat, begin):
            return None
        above = Composition(self.pieces, self.words, self.page, begin)
        above.divided = True
        upper = above.read()
        if upper is None or upper.vague or upper.ordinal:
            return None
        part = round(upper.low / lower.low, DECIMALS)
        return Composed(self.start, upper.end, part, part, spelled=lower.spelled, fraction=True)

    def _fraction(self, step: Step) -> Composed | None:
        """As in "two thirds"."""
        placed = self.pieces.behind(self.flat, step.end)
        if placed is None or PieceKind.DENOMINATOR not in placed.piece:
            return None
        part = round(total(step.terms) / placed.piece[PieceKind.DENOMINATOR], DECIMALS)
        return Composed(self.start, placed.end, part, part, fraction=True)


@lru_cache(maxsize=64)
def rates_of(words: NumberWords) -> tuple[str, ...]:
    """The words for percent and points."""
    return tuple(word for word, unit in words.units.items() if unit in PARTS)
