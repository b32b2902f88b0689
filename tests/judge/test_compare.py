from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timeline import quantity

from monitor.compare import direction, excludes, overlaps, same_value, sharper
from monitor.quantity import Qualifier, Quantity

NUMBERS = st.integers(0, 10**7).map(Decimal)
VALUED = st.builds(
    Quantity.of,
    NUMBERS,
    st.sampled_from([each for each in Qualifier if each not in (Qualifier.RANGE, Qualifier.VAGUE)]),
)
PAIRED = st.builds(Quantity.between, NUMBERS, NUMBERS, st.sampled_from([Qualifier.RANGE, Qualifier.VAGUE]))
QUANTITIES = VALUED | PAIRED


@given(QUANTITIES)
def test_a_quantity_has_its_own_value(a):
    assert same_value(a, a)


@given(QUANTITIES, QUANTITIES)
def test_having_the_same_value_is_mutual(a, b):
    assert same_value(a, b) == same_value(b, a)


@given(QUANTITIES, QUANTITIES)
def test_what_rose_one_way_fell_the_other(a, b):
    mirror = {"rose": "fell", "fell": "rose", "changed": "changed"}
    assert direction(b, a) == mirror[direction(a, b)]


@given(VALUED, VALUED)
def test_nominal_values_that_differ_rose_or_fell(a, b):
    if not same_value(a, b):
        assert direction(a, b) == ("rose" if b.nominal > a.nominal else "fell")


@given(QUANTITIES, QUANTITIES)
def test_exclusion_is_mutual_and_never_of_the_same_value(a, b):
    assert excludes(a, b) == excludes(b, a)
    if a == b:
        assert not excludes(a, b)


@given(QUANTITIES, QUANTITIES)
def test_of_two_quantities_at_most_one_is_sharper(a, b):
    assert not (sharper(a, b) and sharper(b, a))


@pytest.mark.parametrize(
    ("vague", "other", "excluded"),
    [
        ("vague 10000-99999", "900", True),
        ("vague 10000-99999", ">=900", False),
        ("vague 10000-99999", "<=12000", False),
        ("vague 10000-99999", "<=900", True),
        ("vague 100-999", ">1200", True),
        ("vague 10000-99999", "about 11000", False),
        ("vague 10000-99999", "5000-12000", False),
    ],
)
def test_a_vague_figure_excludes_what_lies_wholly_outside_it(vague, other, excluded):
    assert excludes(quantity(vague), quantity(other)) is excluded


@pytest.mark.parametrize(
    ("a", "b", "is_sharper"),
    [
        ("112", ">100", True),
        ("1002", ">1000", True),
        ("3", ">=100", False),
        ("11000", "<=12000", False),
        ("996", "<1000", True),
        ("1204", "about 1200", True),
        ("10-12", "vague 10-99", True),
        ("11", "10-12", True),
        (">100", "112", False),
        ("0", "about 0", True),
        ("5", "about 0", False),
    ],
)
def test_a_rounding_yields_to_what_was_rounded_and_nothing_else(a, b, is_sharper):
    assert sharper(quantity(a), quantity(b)) is is_sharper


def test_units_are_never_compared():
    count, percent = Quantity.of(12), Quantity.of(12, unit="percent")
    assert not same_value(count, percent)
    assert direction(count, percent) == "changed"


def test_bounds_are_inclusive_and_judge_a_figure_by_its_nominal_value():
    assert overlaps(quantity("500"), Decimal(500), Decimal(900))
    assert overlaps(quantity("900"), Decimal(500), Decimal(900))
    assert not overlaps(quantity("901"), Decimal(500), Decimal(900))
    assert not overlaps(quantity(">=499"), Decimal(500), Decimal(900))
    assert overlaps(quantity("vague 100-999"), Decimal(500), Decimal(900))
