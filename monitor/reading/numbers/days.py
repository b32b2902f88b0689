"""Days of a month that stand alone: "7日", "24일". Their month is the one in which they lie next to publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from monitor.reading.numbers.dates import DateSpan
from monitor.reading.numbers.found import DATE
from monitor.reading.numbers.partial_dates import MONTHS_IN_YEAR, is_day
from monitor.reading.numbers.search import Number
from monitor.reading.numbers.words import BARE, NumberWords, Tongue


def with_bare_days(
    text: str, dates: Sequence[DateSpan], numbers: Iterable[Number], language: Tongue, published: datetime | None
) -> list[DateSpan]:
    """The dates, with the days that none of them holds, in order."""
    words: NumberWords = language.numbers or BARE
    if not words.day_after:
        return list(dates)
    held = {index for span in dates for index in range(span.start, span.end)}
    days = [one for one in numbers if one.quantity.unit == DATE and one.start not in held]
    return sorted((*dates, *spans_of(text, days, words, published)), key=lambda span: span.start)


def spans_of(text: str, days: Iterable[Number], words: NumberWords, published: datetime | None) -> Iterator[DateSpan]:
    counted = (*words.dates.future, *words.dates.past)
    for number in days:
        sign = next((one for one in words.day_after if text.startswith(one, number.end)), None)
        if sign is None or text[number.end + len(sign) :].lstrip(" ").startswith(counted):
            continue  # "30日後" counts days
        day = number.quantity.nominal
        iso = nearest(int(day), published.date()) if day is not None and published is not None else None
        yield DateSpan(number.start, number.end + len(sign), iso)


def nearest(day: int, today: date) -> str | None:
    """The day of that number which is next to `today`, before or after; None where there is none near."""
    months = ((today.year, today.month - 1), (today.year, today.month), (today.year, today.month + 1))
    turned = ((year + (month - 1) // MONTHS_IN_YEAR, (month - 1) % MONTHS_IN_YEAR + 1) for year, month in months)
    found = [date(year, month, day) for year, month in turned if is_day(year, month, day)]
    return min(found, key=lambda one: abs(one - today)).isoformat() if found else None
