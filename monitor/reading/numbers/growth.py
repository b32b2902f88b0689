"""How a number goes on from its first piece: the scales, smaller numbers, joiners and digits behind it."""

from __future__ import annotations

from decimal import Decimal
from unicodedata import category

from monitor.quantity import Qualifier
from monitor.reading.numbers.composed import Page, Step
from monitor.reading.numbers.magnitude import (
    HUNDRED,
    NO_ROOM,
    TEN,
    THOUSAND,
    Term,
    is_whole,
    multiplied,
    room_behind,
    total,
)
from monitor.reading.numbers.pieces import Piece, PieceKind, Pieces, Placed
from monitor.reading.numbers.words import NumberWords

MOST_PIECES = 40
MOST_SCALES = 4
"""Scales in a row: "hundred thousand million"."""
CURRENCY_SIGN = "Sc"


def adds(piece: Piece, room: Decimal) -> bool:
    """Whether a scale that also stands for one of itself does so here: the 천 of 오만천, not that of 오천."""
    return piece.values.get(PieceKind.ATOM, room) < room


class Growth:
    """One number on its way, from its first piece on."""

    def __init__(self, pieces: Pieces, words: NumberWords, page: Page, start: int) -> None:
        self.pieces, self.words, self.page, self.start = pieces, words, page, start
        self.flat = page.flat
        self.qualifier: Qualifier | None = None
        """Of a word that the number went on over."""
        self.joined = False
        """Whether it went on over a joiner."""

    def attached(self, step: Step) -> Step | None:
        """K, M and the like directly behind digits; where the language does so, or before money, behind a space."""
        apart = self.flat[step.end : step.end + 1].isspace()
        begin = step.end + apart
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
        if not is_whole(value):
            return dict(self.words.pointed) | letters | dict(self.words.apart if apart else {})
        if value < TEN:
            letters = {word: scale for word, scale in letters.items() if word not in self.words.generations}
        return letters | dict(self.words.apart if apart else {})

    def _stands_apart(self, word: str, end: int, value: Decimal) -> bool:
        """Whether "M" behind a space is a million: not the "M." before a name."""
        following = self.flat[end : end + 1] or " "
        if category(following) == CURRENCY_SIGN:
            return True
        return following != "." and (word in self.words.apart or not is_whole(value))

    def scaled_directly(self, step: Step) -> Step | None:
        """As in "12ribu" without a space."""
        placed = self.pieces.at(self.flat, step.end)
        if placed is None or PieceKind.SCALE not in placed.piece or not self.pieces.ends_well(self.flat, placed.end):
            return None
        scale = placed.piece[PieceKind.SCALE]
        return Step((Term(step.terms[0].value * scale, scale),), placed.end, scaled=True)

    def extended(self, step: Step) -> Step | None:
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
        scale, end = self.scales_behind(placed.end)
        terms = multiplied(step.terms, scale) if scale else None
        if terms is None:
            return None
        self.qualifier = placed.piece.qualifier
        return Step(terms, end, scaled=True)

    def _plus_half(self, placed: Placed, step: Step) -> Step:
        """Five "and a half"; behind a scale half of that, or of the smaller one that follows."""
        half, top = placed.piece[PieceKind.PLUS_HALF], step.terms[-1]
        scale, end = self.scales_behind(placed.end)
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
        scale, end = self.scales_behind(shape.end)
        if scale and shape.value * scale >= room:
            scale, end = self.scales_behind(shape.end, most=1)  # the others are of all: 4천 2백만
        if scale and shape.value * scale >= room and begin == step.end:
            scale, end = Decimal(0), shape.end  # it is that of all: 2천800억
        value = shape.value * (scale or 1)
        close = joined or not self.words.spaced or self.words.open_ended or room <= HUNDRED
        close = close or (self.words.digits_behind and room == THOUSAND and shape.value == int(shape.value))
        if self.words.year_after and self.flat.startswith(self.words.year_after, shape.end):
            return None
        if value >= room or not (scale or close):
            return None
        return Step((*step.terms, Term(value, scale)), end, scaled=step.scaled)

    def scales_behind(self, position: int, most: int = MOST_SCALES) -> tuple[Decimal, int]:
        """The scales that follow, multiplied, and where they end; 0 where none does."""
        scale, end = Decimal(0), position
        for _ in range(most):
            placed = self.pieces.behind(self.flat, end)
            if placed is None or PieceKind.SCALE not in placed.piece:
                break
            scale, end = (scale or 1) * placed.piece[PieceKind.SCALE], placed.end
        return scale, end
