"""What may stand in one field."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from monitor.rulebook.scalars import Duration, Figure, Moment, NotADuration, Pause, duration

FIGURE, PAUSE, MOMENT, DURATION = map(TypeAdapter, (Figure, Pause, Moment, Duration))


def refusal(adapter, value) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(value)
    context = caught.value.errors()[0]["ctx"]
    return context["message"], context["hint"]


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_a_figure_of_digits_is_taken_exactly(number):
    assert FIGURE.validate_python(number) == FIGURE.validate_python(str(number)) == Decimal(number)


def test_a_figure_may_have_decimals():
    assert FIGURE.validate_python("2.5") == Decimal("2.5")


@pytest.mark.parametrize("text", ["11.000", "11,000", "11 000", "1.000.000", "1'000", "-11.000"])
def test_a_figure_with_signs_of_thousands_is_refused(text):
    message, hint = refusal(FIGURE, text)
    assert "may be" in message
    assert "write " in hint


def test_the_refusal_of_11_000_says_what_both_readings_are():
    assert refusal(FIGURE, "11.000") == ("11.000 may be 11,000 or 11", "write 11000, or 11 if that is what you mean")


@pytest.mark.parametrize("value", ["about 5", "NaN", "Infinity", "1e400", True, None, [1], {}])
def test_what_is_no_figure_is_refused(value):
    assert "write digits alone" in refusal(FIGURE, value)[1]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("30 min", timedelta(minutes=30)),
        ("30m", timedelta(minutes=30)),
        ("2h", timedelta(hours=2)),
        ("1 day 12 h", timedelta(hours=36)),
        ("1.5 hours", timedelta(minutes=90)),
        ("45 seconds", timedelta(seconds=45)),
    ],
)
def test_a_duration_is_written_as_people_write_it(text, length):
    assert duration(text) == DURATION.validate_python(text) == length


@pytest.mark.parametrize("text", ["", "soon", "30", "min", "-5 min", "9" * 30 + " d", "1 fortnight", "30 min ago"])
def test_what_is_no_duration_is_refused(text):
    with pytest.raises(NotADuration):
        duration(text)


@pytest.mark.parametrize(
    ("text", "length"),
    [("1 per 30 min", timedelta(minutes=30)), ("1 per hour", timedelta(hours=1)), ("no limit", timedelta())],
)
def test_a_limit_is_one_alert_per_time(text, length):
    assert PAUSE.validate_python(text) == length


@pytest.mark.parametrize("value", ["3 per day", "30 min", "1 per", 30, None])
def test_what_is_no_limit_is_refused_with_an_example(value):
    assert "1 per 30 min" in refusal(PAUSE, value)[1]


def test_a_day_begins_in_utc():
    assert MOMENT.validate_python("2024-10-01") == datetime(2024, 10, 1, tzinfo=UTC)


def test_a_time_without_a_zone_is_refused():
    assert "no time zone" in refusal(MOMENT, "2024-10-01T09:00")[0]


@pytest.mark.parametrize("value", ["1 October 2024", "01/10/2024", 20, None])
def test_what_is_no_date_is_refused_with_an_example(value):
    assert "2024-10-01" in refusal(MOMENT, value)[1]
