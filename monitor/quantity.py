"""A quantity as written: bounds, nominal value, qualifier and unit. Decimal throughout, never float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

COUNT = "count"


class Qualifier(StrEnum):
    """How the text hedges a number; it fixes which of low, high and nominal are given."""

    EXACT = "exact"
    """low = nominal = high."""
    ABOUT = "about"
    """nominal alone: the text names no bounds, so neither do we."""
    AT_LEAST = "at_least"
    """nominal = low."""
    MORE_THAN = "more_than"
    """nominal = low, the bound itself excluded."""
    AT_MOST = "at_most"
    """nominal = high."""
    LESS_THAN = "less_than"
    """nominal = high, the bound itself excluded."""
    RANGE = "range"
    """low and high alone; a range is never averaged."""
    VAGUE = "vague"
    """low and high alone ("tens of thousands" = 10,000 to 99,999)."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written. `unit` is "count", "percent", …, a measure's unit or an ISO 4217 code."""

    low: Decimal | None
    high: Decimal | None
    nominal: Decimal | None
    qualifier: Qualifier
    unit: str = COUNT

    @classmethod
    def of(cls, value: Decimal | int | str, qualifier: Qualifier = Qualifier.EXACT, unit: str = COUNT) -> Quantity:
        """A quantity with one stated value. Raises ValueError for `range` and `vague`, which have two."""
        value = Decimal(value)
        match qualifier:
            case Qualifier.EXACT:
                return cls(value, value, value, qualifier, unit)
            case Qualifier.ABOUT:
                return cls(None, None, value, qualifier, unit)
            case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
                return cls(value, None, value, qualifier, unit)
            case Qualifier.AT_MOST | Qualifier.LESS_THAN:
                return cls(None, value, value, qualifier, unit)
            case _:
                raise ValueError(f"{qualifier} needs two values: use Quantity.between")

    @classmethod
    def between(
        cls,
        low: Decimal | int | str,
        high: Decimal | int | str,
        qualifier: Qualifier = Qualifier.RANGE,
        unit: str = COUNT,
    ) -> Quantity:
        """A range, or a vague figure given as its interval; the ends may come in either order."""
        ends = sorted((Decimal(low), Decimal(high)))
        return cls(ends[0], ends[1], None, qualifier, unit)

    @property
    def is_vague(self) -> bool:
        return self.qualifier is Qualifier.VAGUE
