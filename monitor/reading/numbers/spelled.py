"""Numbers in words, and in digits with words, composed of their pieces by magnitude."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import prod
from unicodedata import category

from monitor.quantity import Qualifier
from monitor.reading.numbers.composed import Composed, Page, Step
from monitor.reading.numbers.digits import Shape
from monitor.reading.numbers.magnitude import (
    HUNDRED,
    LARGEST,
    NO_ROOM,
    TEN,
    THOUSAND,
    Term,
    multiplied,
    room_behind,
    total,
    unelided,
)
from monitor.reading.numbers.pieces import Piece, PieceKind, Pieces, Placed
from monitor.reading.numbers.words import NumberWords

MOST_PIECES = 40
MOST_SCALES = 4
"""Scales in a row: "hundred thousand million"."""
CURRENCY_SIGN = "Sc"
PAIR = 2
DECIMALS = 6
"""Digits kept of "two thirds"."""


def compose(pieces: Pieces, words: NumberWords, page: Page, start: int) -> Composed | None:
    """The longest number that begins at `start`, where `pieces.start` matched; None where it only looked like one."""
    return Composition(pieces, words, page, start).read()


def adds(piece: Piece, room: Decimal) -> bool:
    """Whether a scale that also stands for one of itself does so here: the 천 of 오만천, not that of 오천."""
    return piece.values.get(PieceKind.ATOM, room) < room


class Composition:
    """One number on its way."""

    def __init__(self, pieces: Pieces, words: NumberWords, page: Page, start: int) -> None:
        self.pieces, self.words, self.page, self.start = pieces, words, page, start
        self.flat = page.flat
        self.qualifier: Qualifier | None = None
        self.joined = self.divided = False

    def read(self) -> Composed | None:
        if self.flat[self.start].isdecimal():
            return self._from_digits()
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

    def _from_digits(self) -> Composed | None:
        shape = self.page.shape_at(self.start)
        if shape.value is None:
            return None
        first = Step((Term(shape.value, NO_ROOM),), shape.end)
        if self.flat.endswith(self.words.ordinal_prefixes, 0, self.start):
            return self._finished(first, spelled=False, shape=shape)  # 제5조 is an article, and no 5조
        first = self._attached(first) or self._scaled_directly(first) or first
        composed = self._finished(self._extended(first), spelled=False, shape=shape)
        return self._divided(composed) or composed

    def _from_word(self, placed: Placed) -> Composed | None:
        if not self.words.spaced and (composed := self._one_by_one()):
            return composed
        value = placed.piece[PieceKind.ATOM]
        zero = not value and self.flat[self.start - 1 : self.start] != "-"
        first = Step((Term(value, TEN if zero else room_behind(value)),), placed.end)
        last = self._extended(self._with_decimals(first) or first)
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
        scale, after = self._scales_behind(end)
        if len(digits) == PAIR and int(digits[1]) == int(digits[0]) + 1:
            low, high = (int(digit) * (scale or Decimal(1)) for digit in digits)
            return Composed(self.start, after if scale else end, low, high, scaled=bool(scale), vague=True, digits=True)
        if len(digits) < PAIR or scale:
            return None
        return Composed(self.start, end, Decimal(digits), Decimal(digits), digits=True)

    def _finished(self, last: Step | None, *, spelled: bool, shape: Shape | None) -> Composed | None:
        if last is None:
            return None
        if self.words.elided and spelled and not self.joined:
            last = replace(last, terms=unelided(last.terms))
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
            qualifier=self.qualifier,
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
        """As in "half a million"; alone only what is more than one, as a "half" may be that of a match."""
        scale, end = self._scales_behind(half.end)
        value = half.piece[PieceKind.HALF]
        if not self.pieces.ends_well(self.flat, end) or (not scale and value < 1):
            return None
        value *= scale or 1
        return Composed(self.start, end, value, value, scaled=bool(scale))

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

    # how it goes on

    def _attached(self, step: Step) -> Step | None:
        """K, M and the like directly behind digits; where the language does so, or before money, behind a space."""
        apart = self.flat[step.end : step.end + 1].isspace()
        begin = step.end + apart
        if self.page.source[begin : begin + 1] not in self.pieces.letters:
            return None
        value = step.terms[0].value
        for word, scale in self._letters(value, apart=apart).items():
            end = begin + len(word)
            if not self.page.source.startswith(word, begin) or self.flat[end : end + 1].isalnum():
                continue
            if not apart or self._stands_apart(word, end, value):
                return Step((Term(value * scale, NO_ROOM),), end, scaled=True)
        return None

    def _letters(self, value: Decimal, *, apart: bool) -> dict[str, Decimal]:
        """The letters that scale such a number: 5G is a name, 100b may be a flat, and 1.2b is money."""
        letters = dict(self.words.attached)
        if value % 1:
            return dict(self.words.pointed) | letters | dict(self.words.apart if apart else {})
        if value < TEN:
            letters = {word: scale for word, scale in letters.items() if word not in self.words.generations}
        return letters | dict(self.words.apart if apart else {})

    def _stands_apart(self, word: str, end: int, value: Decimal) -> bool:
        """Whether "M" behind a space is a million: not the "M." before a name."""
        following = self.flat[end : end + 1] or " "
        if category(following) == CURRENCY_SIGN:
            return True
        return following != "." and (word in self.words.apart or value % 1 != 0)

    def _scaled_directly(self, step: Step) -> Step | None:
        """As in "12ribu" without a space."""
        placed = self.pieces.at(self.flat, step.end)
        if placed is None or PieceKind.SCALE not in placed.piece or not self.pieces.ends_well(self.flat, placed.end):
            return None
        scale = placed.piece[PieceKind.SCALE]
        return Step((Term(step.terms[0].value * scale, scale),), placed.end, scaled=True)

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

    def _extended(self, step: Step) -> Step | None:
        """With every further piece that fits, as far as words end where they should."""
        best = step if self.pieces.ends_well(self.flat, step.end) else None
        for _ in range(MOST_PIECES):
            following = self._next(step)
            if following is None:
                break
            step = following
            best = step if self.pieces.ends_well(self.flat, step.end) else best
        return best

    def _next(self, step: Step) -> Step | None:
        if self.flat.startswith(", ", step.end):
            return self._behind_comma(step)
        begin = self.pieces.after_gap(self.flat, step.end)
        if begin is None:
            return None
        digits = self.pieces.digits_behind(self.flat, begin)
        if self.flat[digits : digits + 1].isdecimal():
            return self._digits_behind(digits, step, joined=digits > begin)
        ways = (self._with(placed, step) for placed in self.pieces.ways(self.flat, begin))
        return next(filter(None, ways), None)

    def _behind_comma(self, step: Step) -> Step | None:
        """As in "one thousand, two hundred": what is smaller than a hundred is the next of a list."""
        placed = self.pieces.at(self.flat, step.end + 2) if step.terms[-1].room >= THOUSAND else None
        longer = self._word_behind(placed, step) if placed and PieceKind.ATOM in placed.piece else None
        return longer if longer and total(longer.terms) - total(step.terms) >= HUNDRED else None

    def _with(self, placed: Placed, step: Step) -> Step | None:
        piece = placed.piece
        if PieceKind.SCALE in piece and not adds(piece, step.terms[-1].room):
            terms = multiplied(step.terms, piece[PieceKind.SCALE])
            return Step(terms, placed.end, scaled=True) if terms else None
        if PieceKind.PLUS_HALF in piece:
            return self._plus_half(placed, step)
        if PieceKind.ATOM in piece and (piece[PieceKind.ATOM] or PieceKind.JOINER not in piece):
            return self._word_behind(placed, step)
        if PieceKind.INSIDE in piece:
            return self._inside(placed, step)
        return self._joined(placed, step) if PieceKind.JOINER in piece else None

    def _joined(self, joiner: Placed, step: Step) -> Step | None:
        """Two hundred "and five", or "and 5"."""
        begin = self.pieces.after_gap(self.flat, joiner.end)
        if begin is None:
            return None
        if self.flat[begin : begin + 1].isdecimal():
            return self._digits_behind(begin, step, joined=self.words.joins_digits)
        self.joined = True
        atoms = (placed for placed in self.pieces.ways(self.flat, begin) if PieceKind.ATOM in placed.piece)
        return next(filter(None, (self._word_behind(placed, step) for placed in atoms)), None)

    def _inside(self, placed: Placed, step: Step) -> Step | None:
        """A qualifier before the scale: 500"余"万."""
        scale, end = self._scales_behind(placed.end)
        terms = multiplied(step.terms, scale) if scale else None
        if terms is None:
            return None
        self.qualifier = placed.piece.qualifier
        return Step(terms, end, scaled=True)

    def _plus_half(self, placed: Placed, step: Step) -> Step:
        """Five "and a half"; behind a scale half of that, or of the smaller one that follows."""
        half, top = placed.piece[PieceKind.PLUS_HALF], step.terms[-1]
        scale, end = self._scales_behind(placed.end)
        if top.room and scale and scale <= top.room:
            return Step((*step.terms, Term(half * scale, NO_ROOM)), end, scaled=step.scaled)
        return Step(
            (*step.terms[:-1], Term(top.value + half * (top.room or 1), NO_ROOM)), placed.end, scaled=step.scaled
        )

    def _word_behind(self, placed: Placed, step: Step) -> Step | None:
        """A small number behind a larger one, together with the scales that follow it."""
        room, value = step.terms[-1].room, placed.piece[PieceKind.ATOM]
        if not 0 < value < room:
            return None
        group: tuple[Term, ...] = (Term(value, room_behind(value)),)
        end = placed.end
        for _ in range(MOST_PIECES):
            following, larger = self._growth(group, end)
            if following is None or larger is None:
                break
            if total(larger) >= room:
                scale = following.piece.values.get(PieceKind.SCALE)
                if scale and not multiplied((*step.terms, *group), scale):
                    return None  # it begins the next number: "one million and two million"
                break
            group, end = larger, following.end
        return Step((*step.terms, *group), end, scaled=step.scaled)

    def _growth(self, group: tuple[Term, ...], position: int) -> tuple[Placed, tuple[Term, ...]] | tuple[None, None]:
        """The piece behind `position` that goes with the group, and what the two are."""
        begin = self.pieces.after_gap(self.flat, position)
        for placed in self.pieces.ways(self.flat, begin) if begin is not None else ():
            if larger := self._grown(group, placed.piece):
                return placed, larger
        return None, None

    @staticmethod
    def _grown(group: tuple[Term, ...], piece: Piece) -> tuple[Term, ...] | None:
        if PieceKind.SCALE in piece and not adds(piece, group[-1].room):
            return multiplied(group, piece[PieceKind.SCALE])
        value = piece.values.get(PieceKind.ATOM, NO_ROOM)
        return (*group, Term(value, room_behind(value))) if 0 < value < group[-1].room else None

    def _digits_behind(self, begin: int, step: Step, *, joined: bool = False) -> Step | None:
        """Digits behind a scale: "2 juta 500 ribu", "3 hundred and 21"; without spaces "1万1000"."""
        room = step.terms[-1].room
        if self.words.open_ended and not self.flat[self.start].isdecimal():
            return None  # the 만 of 만 18세 is no number
        shape = self.page.shape_at(begin) if room else None
        if shape is None or not shape.value:
            return None
        scale, end = self._scales_behind(shape.end)
        if scale and shape.value * scale >= room:
            scale, end = self._scales_behind(shape.end, most=1)  # the others are of all: 4천 2백만
        value = shape.value * (scale or 1)
        close = joined or not self.words.spaced or self.words.open_ended or room <= HUNDRED
        close = close or (self.words.digits_behind and room == THOUSAND and shape.value == int(shape.value))
        if self.words.year_after and self.flat.startswith(self.words.year_after, shape.end):
            return None
        if value >= room or not (scale or close):
            return None
        return Step((*step.terms, Term(value, scale)), end, scaled=step.scaled)

    def _scales_behind(self, position: int, most: int = MOST_SCALES) -> tuple[Decimal, int]:
        """The scales that follow, multiplied, and where they end; 0 where none does."""
        scale, end = Decimal(0), position
        for _ in range(most):
            placed = self.pieces.behind(self.flat, end)
            if placed is None or PieceKind.SCALE not in placed.piece:
                break
            scale, end = (scale or 1) * placed.piece[PieceKind.SCALE], placed.end
        return scale, end

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
