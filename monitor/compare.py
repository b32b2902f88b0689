"""Comparing quantities: the same value, up or down, excluded by, sharper than."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from monitor.change import ChangeKind
from monitor.quantity import Qualifier, Quantity

_INFINITY = Decimal("Infinity")
_LOWER_BOUND = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
_UPPER_BOUND = (Qualifier.AT_MOST, Qualifier.LESS_THAN)


def same_value(a: Quantity, b: Quantity) -> bool:
    """Whether both name the same figure, whatever their qualifiers: the same nominal, or the same two ends."""
    return a.unit == b.unit and _ends(a) == _ends(b) and (a.nominal is None) == (b.nominal is None)


def direction(a: Quantity, b: Quantity) -> ChangeKind:
    """From `a` to `b`: rose or fell where both ends move the same way, else changed."""
    if a.unit != b.unit or a.is_vague or b.is_vague:
        return ChangeKind.CHANGED
    (low, high), (new_low, new_high) = _ends(a), _ends(b)
    if new_low > low and new_high > high:
        return ChangeKind.ROSE
    if new_low < low and new_high < high:
        return ChangeKind.FELL
    return ChangeKind.CHANGED


def excludes(vague: Quantity, other: Quantity) -> bool:
    """Whether no figure satisfies both: "tens of thousands" excludes 900, and does not exclude "at least 900"."""
    if vague.unit != other.unit:
        return True
    (low, high), (other_low, other_high) = interval(vague), interval(other)
    return other_high < low or high < other_low


def overlaps(quantity: Quantity, low: Decimal, high: Decimal) -> bool:
    """Whether the figure may lie within inclusive bounds; a figure with a nominal value is judged by it alone."""
    start, end = _ends(quantity)
    return start <= high and low <= end


def sharper(a: Quantity, b: Quantity) -> bool:
    """Whether `a` is the better reading of what `b` says: a value before a range before a vague figure.

    An exact figure goes before a hedged one only where the hedged one is it, rounded: 112 before "over 100", not 3.
    """
    if _grade(a) != _grade(b):
        return _grade(a) < _grade(b)
    return a.qualifier is Qualifier.EXACT and b.qualifier is not Qualifier.EXACT and _rounds_to(a, b)


def interval(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """What the words allow: "at least 900" has no upper end; "about" is taken at its word."""
    low, high = quantity.low, quantity.high
    if quantity.qualifier is Qualifier.ABOUT:
        low = high = quantity.nominal
    return (-_INFINITY if low is None else low, _INFINITY if high is None else high)


def _ends(quantity: Quantity) -> tuple[Decimal, Decimal]:
    if quantity.nominal is not None:
        return quantity.nominal, quantity.nominal
    return interval(quantity)


def _grade(quantity: Quantity) -> int:
    if quantity.is_vague:
        return 2
    return 1 if quantity.nominal is None else 0


def _rounds_to(exact: Quantity, hedged: Quantity) -> bool:
    """Whether the hedged figure is the exact one at the precision in which the hedged one is stated."""
    if exact.unit != hedged.unit or exact.nominal is None or hedged.nominal is None:
        return False
    if hedged.nominal == 0:
        return exact.nominal == 0
    step = Decimal(1).scaleb(_last_significant(hedged.nominal))
    units = exact.nominal / step
    if hedged.qualifier in _LOWER_BOUND:
        return units.to_integral_value(ROUND_FLOOR) * step == hedged.nominal
    if hedged.qualifier in _UPPER_BOUND:
        return units.to_integral_value(ROUND_CEILING) * step == hedged.nominal
    return units.to_integral_value(ROUND_HALF_UP) * step == hedged.nominal


def _last_significant(value: Decimal) -> int:
    """The power of ten of the last digit that is not a trailing zero: 3 for 12,000, -1 for 1.5."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
