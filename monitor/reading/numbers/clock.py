"""Times of day: how they are written, and the hours since midnight that they mean."""

from __future__ import annotations

import re
from decimal import Decimal

from monitor.reading.numbers.found import Found
from monitor.reading.numbers.words import NumberWords

CLOCK = re.compile(r"(?:[01]?\d|2[0-4])([:.])[0-5]\d(?:\1[0-5]\d)?(?![\d]|[.,:]\d)")
RUN = re.compile(r"\d+")
MINUTE_DECIMALS = 4
HOURS = "duration-hour"
NOON, MIDNIGHT = 12, 24


def is_clock(found: Found, flat: str) -> bool:
    return bool(CLOCK.fullmatch(flat, found.start, found.end))


def clock_of(words: NumberWords) -> re.Pattern[str] | None:
    """Of 9時30分 and 16h30; None where times are not written so."""
    hours, minutes, signs = (
        "|".join(map(re.escape, listed)) for listed in (words.time_after, words.minute_signs, words.hour_signs)
    )
    ways = [rf"(?:{hours}) ?[0-5]?\d ?(?:{minutes})"] if minutes else []
    ways += [rf"(?:{signs}) ?[0-5]\d(?!\w)"] if signs else []
    return re.compile(rf"([01]?\d|2[0-4]) ?(?:{'|'.join(ways)})") if ways else None


def hours_of(written: str, afternoon: int = 0) -> Decimal:
    """Hours since midnight of "16:30"; `afternoon` is added to an hour before noon."""
    hours, minutes = (int(part) for part in RUN.findall(written)[:2])
    return Decimal(hours + (afternoon if hours < NOON else 0)) + round(Decimal(minutes) / 60, MINUTE_DECIMALS)
