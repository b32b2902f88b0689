"""What a number is composed from and to: the page it stands on, its steps, and what comes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from monitor.quantity import Qualifier
from monitor.reading.numbers.digits import Shape
from monitor.reading.numbers.magnitude import Term


@dataclass(frozen=True, slots=True)
class Page:
    """A text that numbers are read from."""

    source: str
    """As written: "M" is a million where "m" is a metre."""
    flat: str
    """The same, flattened (`dates.flatten`); all offsets are equal."""
    shape_at: Callable[[int], Shape]
    """Reads the digits at a place."""


class Composed(NamedTuple):
    """A number as far as its own words go; `low` and `high` differ where it is vague."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    spelled: bool = True
    """Whether it begins with a word, not with digits."""
    scaled: bool = False
    """Whether a scale word is part of it."""
    factor: Decimal = Decimal(1)
    """The scale that all of it is multiplied by: 1000 of "12 ribu", 1 of "two thousand and two"."""
    vague: bool = False
    ordinal: bool = False
    fraction: bool = False
    shape: Shape | None = None
    """The digits it begins with."""
    qualifier: Qualifier | None = None
    """Of a word within it: 500"余"万."""
    digits: bool = False
    """Whether it is digits said one by one."""


class Step(NamedTuple):
    """The number after one more piece."""

    terms: tuple[Term, ...]
    end: int
    scaled: bool = False
