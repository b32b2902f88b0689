"""A number on its way to being typed, and the units that are no measures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from monitor.quantity import COUNT
from monitor.reading.numbers.composed import Composed
from monitor.reading.numbers.surroundings import Side

PERCENT, PERCENTAGE_POINT, BASIS_POINT = "percent", "percentage_point", "basis_point"
DATE, TIME, YEAR, AGE, ORDINAL, NAME = "date", "time", "year", "age", "ordinal", "name"
SCORE = "score"
""" "3-1"."""
FRACTION = "fraction"
"""Of something: "two thirds"."""
DETERMINER = "determiner"
"""A number word that picks out and counts nothing: "salah satu", "one of"."""
YEARS_LONG = "duration-year"
UNQUALIFIED = frozenset({DATE, TIME, YEAR, ORDINAL, NAME, SCORE, DETERMINER})
"""Behind "until" or "about" these stay what they are."""


@dataclass(slots=True)
class Found:
    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    before: Side
    after: Side
    composed: Composed | None = None
    date: str | None = None
    shared: bool = False
    """Whether its unit is that of the number behind it."""

    @classmethod
    def of(cls, composed: Composed, before: Side, after: Side) -> Found:
        return cls(composed.start, composed.end, composed.low, composed.high, COUNT, before, after, composed)

    @classmethod
    def alone(cls, start: int, end: int, value: Decimal, unit: str, date: str | None = None) -> Found:
        """One that nothing around it tells more about."""
        return cls(start, end, value, value, unit, Side(start), Side(end), date=date)

    @property
    def plain(self) -> bool:
        return self.unit == COUNT

    @property
    def scaled(self) -> bool:
        return self.composed is not None and self.composed.scaled

    @property
    def vague(self) -> bool:
        return self.composed is not None and self.composed.vague

    @property
    def spelled(self) -> bool:
        return self.composed is not None and self.composed.spelled

    @property
    def bare(self) -> bool:
        """Neither multiplied nor vague, as hours, years and parts of names are written."""
        return self.composed is None or not (self.composed.scaled or self.composed.vague)
