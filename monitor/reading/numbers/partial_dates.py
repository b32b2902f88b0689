"""Partial ISO dates (2024, 2024-06, 2024-06-19, or --06-19 without a year), and how a date without a year finds one."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS_IN_YEAR = 12
LEAP_YEAR = 2000
WEEK = timedelta(days=7)
AHEAD = timedelta(days=31)
"""A day and month without a year may lie so far after publication; else it is the last one before."""


def partial(year: int | None, month: int, day: int | None, today: date | None) -> str | None:
    """The date as far as it is known, in the year nearest to `today` where it has none; None where no such day is."""
    if not 1 <= month <= MONTHS_IN_YEAR or not is_day(year, month, day):
        return None
    if year is None and today is not None:
        year = year_near(month, day, today)
    rest = f"{month:02}" if day is None else f"{month:02}-{day:02}"
    return f"--{rest}" if year is None else f"{year:04}-{rest}"


def is_day(year: int | None, month: int, day: int | None) -> bool:
    if day is None:
        return True
    try:
        date(year or LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def year_near(month: int, day: int | None, today: date) -> int:
    """The year of the last such day before, or soon after."""
    for year in (today.year + 1, today.year):
        if is_day(year, month, day) and date(year, month, day or 1) <= today + AHEAD:
            return year
    return today.year - 1


def on_weekday(iso: str, weekday: int) -> str:
    """The day in the year before or after where only there it is that weekday; `iso` where it is no full date."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    for year in (day.year, day.year - 1, day.year + 1):
        if is_day(year, day.month, day.day) and day.replace(year=year).weekday() == weekday:
            return day.replace(year=year).isoformat()
    return iso


def month_near(month: int, today: date, *, ahead: bool = False) -> str:
    """The last such month that has begun, or with `ahead` the next one."""
    if ahead:
        return f"{today.year + (month <= today.month):04}-{month:02}"
    return f"{today.year - (month > today.month):04}-{month:02}"


def month_after(today: date, months: int) -> str:
    """The month so many months away."""
    count = today.year * MONTHS_IN_YEAR + today.month - 1 + months
    return f"{count // MONTHS_IN_YEAR:04}-{count % MONTHS_IN_YEAR + 1:02}"


def week_after(today: date, weeks: int) -> str:
    """As much as one can say of the week so many weeks away: its month, or its year where it lies in two months."""
    first = monday(today, weeks)
    last = first + timedelta(days=6)
    return f"{first.year:04}-{first.month:02}" if first.month == last.month else f"{first.year:04}"


def monday(today: date, weeks: int) -> date:
    """The Monday of the week so many weeks away."""
    return today - timedelta(days=today.weekday()) + WEEK * weeks


def ago(today: date, count: int, unit: str) -> str:
    """So many days, weeks, months or years before `today`, as exactly as the unit is."""
    match unit:
        case "day":
            return (today - timedelta(days=count)).isoformat()
        case "week":
            return week_after(today, -count)
        case "month":
            return month_after(today, -count)
        case _:
            return f"{today.year - count:04}"
