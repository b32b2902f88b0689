"""How the parts of a spelled number add up and multiply: what may follow a part is smaller than its room."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

TEN, HUNDRED, THOUSAND = Decimal(10), Decimal(100), Decimal(1000)
NO_ROOM = Decimal(0)
LARGEST = Decimal(10) ** 36


class Term(NamedTuple):
    value: Decimal
    room: Decimal
    """What may be added behind it is smaller: 100 behind 700, 10 behind 20; nothing behind 12 or behind digits."""


def is_whole(value: Decimal) -> bool:
    """Also of what is too large for a remainder."""
    return value == value.to_integral_value()


def room_behind(value: Decimal) -> Decimal:
    if value >= HUNDRED and value % HUNDRED == 0:
        room = HUNDRED
        while value % (room * TEN) == 0:
            room *= TEN
        return room
    return TEN if 2 * TEN <= value < HUNDRED and value % TEN == 0 else NO_ROOM


def unelided(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """With the scale that was left out behind the last digit: "一万三" is 13,000."""
    *others, before, last = (Term(NO_ROOM, NO_ROOM), *terms)
    if before.room < HUNDRED or not 0 < last.value < TEN:
        return terms
    return (*others[1:], before, Term(last.value * before.room / TEN, NO_ROOM))


def total(terms: Iterable[Term]) -> Decimal:
    return sum((term.value for term in terms), Decimal(0))


def multiplied(terms: tuple[Term, ...], scale: Decimal) -> tuple[Term, ...] | None:
    """The terms with the smaller ones at the end multiplied; None where that would outgrow what stands before them."""
    small = len(terms)
    while small and terms[small - 1].value < scale:
        small -= 1
    if len(terms) == 1:
        small = 0
    product = total(terms[small:]) * scale
    if not product or product >= LARGEST or (small and product >= terms[small - 1].room):
        return None
    return (*terms[:small], Term(product, scale))
