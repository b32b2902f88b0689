"""Every number of a text as a quantity with a unit: counts, and whatever must never be taken for one.

One pass finds where numbers begin (`pieces`); each is composed (`digits`, `spelled`), typed by what touches it
(`surroundings`, `dates`, `types`), and joined with its neighbour where the two are one range (`ranges`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from monitor.quantity import Qualifier, Quantity
from monitor.reading.numbers.clock import CLOCK, HOURS, NOON, clock_of, hours_of
from monitor.reading.numbers.composed import Composed, Page
from monitor.reading.numbers.dates import DateKind, DateSpan, dates_in, flatten
from monitor.reading.numbers.digits import CHAIN, LONGEST, RUN, Habits, Shape, habits_of, read_digits, read_slashed
from monitor.reading.numbers.found import DATE, NAME, TIME, UNQUALIFIED, Found
from monitor.reading.numbers.openings import Place, runs_in
from monitor.reading.numbers.phrases import Role
from monitor.reading.numbers.pieces import Pieces, sounded_words
from monitor.reading.numbers.ranges import Neighbours, range_low, range_unit
from monitor.reading.numbers.spelled import compose
from monitor.reading.numbers.surroundings import Side, Surroundings
from monitor.reading.numbers.types import Typing
from monitor.reading.numbers.words import BARE, NumberWords, Tongue

PLACED = frozenset({DateKind.CALENDAR, DateKind.MONTH, DateKind.WEEKDAY})
"""Dates whose words are no numbers of their own: the "two" of "two days ago" is one."""
MOST = 10_000
"""Numbers that are read of one text; what has more is a table, and no news article."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text with its scale words, but without qualifier, unit and noun.

    The value of a date is its day of the month (or its year, where it is one), of a time the hours since midnight.
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    date: str | None = None
    """Of a date or year: the partial ISO date that it belongs to; of a range of them, what both share."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What is compiled once per language."""

    words: NumberWords
    pieces: Pieces
    surroundings: Surroundings
    clock: re.Pattern[str] | None
    sounded: tuple[NumberWords, Pieces] | None
    """Of numbers that are written as they sound; None where the language has no such writing."""


def find_numbers(text: str, language: Tongue, published: datetime | None = None) -> list[Number]:
    """All numbers of the text in order, none overlapping another. `published` is aware."""
    return find_all(text, language, published)[0]


def find_all(text: str, language: Tongue, published: datetime | None = None) -> tuple[list[Number], list[DateSpan]]:
    """What `find_numbers` and `find_dates` find, for the time that one of them takes."""
    words, flat = language.numbers or BARE, flatten(text)
    runs = runs_in(flat)
    dates = dates_in(text, flat, runs, language, published)
    found = list(islice(Search(tools_of(words), text, flat, runs, dates).found(), MOST))
    neighbours = Neighbours(words, flat)
    neighbours.share_units(found)
    joined = neighbours.joined(found)
    return [_range(text, *one) if isinstance(one, tuple) else _single(text, one) for one in joined], dates


@lru_cache(maxsize=64)
def tools_of(words: NumberWords) -> Tools:
    sounded = sounded_words(words) if words.sounded else None
    return Tools(
        words, Pieces(words), Surroundings(words), clock_of(words), (sounded, Pieces(sounded)) if sounded else None
    )


class Search:
    """Finds and types the numbers of one text."""

    def __init__(self, tools: Tools, text: str, flat: str, runs: list[Place], dates: list[DateSpan]) -> None:
        self.signed_clock = tools.clock
        self.words, self.pieces, self.surroundings = tools.words, tools.pieces, tools.surroundings
        self.sounded = tools.sounded
        self.text, self.flat, self.loose = text, flat, flat.replace("-", " ")
        self.page = Page(text, flat, self._digits_at)
        self.typing = Typing(tools.words, self.page)
        self._runs, self._dates = runs, [span for span in dates if span.kind in PLACED]
        self._date_starts = [span.start for span in self._dates]
        self._relative = frozenset(span.start for span in dates if span.kind is DateKind.RELATIVE)
        self._habits: Habits | None = None
        self._begin = 0
        """Where the number that is being composed begins."""

    def found(self) -> Iterator[Found]:
        position, flat, start = 0, self.flat, self.pieces.start
        for begin, end in self.pieces.openings.among(self._runs, flat):
            position = max(begin, position)
            while position < end and start.match(flat, position):
                found, position = self._at(position)
                yield from found

    def _at(self, begin: int) -> tuple[list[Found], int]:
        """The number at `begin`, if it is one, and where to go on."""
        date = self._date_at(begin)
        if date is not None and date.digits and date.digits[0] <= begin < date.digits[1]:
            return [date_in_digits(date)], date.digits[1]
        if date is not None and not date.calendar:
            return [], date.end
        clock = self._clock(begin)
        if clock is not None:
            return [clock], clock.end
        self._begin = begin
        composed = self._composed(begin)
        if composed is None:
            return self._nothing(begin)
        if self.words.rounded and self.loose[composed.start : composed.end] in self.words.rounded:
            composed = composed._replace(qualifier=composed.qualifier or Qualifier.ABOUT)
        before = self.surroundings.before(self.loose, self.text, composed.start)
        after = self.surroundings.after(self.loose, self.text, composed.end)
        if self._relative and after.unit and not self._relative.isdisjoint(range(composed.end, after.edge)):
            after = Side(composed.end)  # "с 8 тысяч|месяц назад"
        found = self.typing.typed(Found.of(composed, before, after), date)
        if found is None:
            return [], composed.end
        return [found], max(found.end, min(after.edge, self._next_date(begin)) if after.unit else 0)

    def _composed(self, begin: int) -> Composed | None:
        """The number at `begin` in digits or the language's words, else one that is written as it sounds."""
        composed = compose(self.pieces, self.words, self.page, begin)
        if composed is not None or self.sounded is None or not self.sounded[1].start.match(self.flat, begin):
            return composed
        return compose(self.sounded[1], self.sounded[0], self.page, begin)

    def _nothing(self, begin: int) -> tuple[list[Found], int]:
        """What is no number: an idiom, a word, or a chain of digits, whose links are parts of one name."""
        chain = CHAIN.match(self.flat, begin)
        if chain is None:
            return [], self.pieces.idiom_end(self.flat, begin) or begin + 1
        runs = [run for run in RUN.finditer(self.flat, begin, chain.end()) if len(run[0]) <= LONGEST]
        return [Found.alone(run.start(), run.end(), Decimal(run[0]), NAME) for run in runs], chain.end()

    def _digits_at(self, begin: int) -> Shape:
        date = self._date_at(begin)
        if date is not None and begin > self._begin and self._date_at(self._begin) is not date:
            return Shape(begin + 1, None)  # a date is no part of the number before it
        stop = date.end if date is not None else self._next_date(begin)
        slashed = read_slashed(self.flat, begin, stop) if self.words.slash_decimals else None
        shape = slashed or read_digits(self.flat, begin, stop, decimal=self.words.decimal)
        if shape.other is None:
            return shape
        if self._habits is None:
            self._habits = habits_of(self.flat)
        groups = self._habits.groups(shape.separator, decimal=self.words.decimal)
        if groups is None or groups == (shape.separator != self.words.decimal):
            return shape
        return Shape(shape.end, shape.other)

    def _date_at(self, position: int) -> DateSpan | None:
        index = bisect_right(self._date_starts, position) - 1
        return self._dates[index] if index >= 0 and position < self._dates[index].end else None

    def _next_date(self, position: int) -> int:
        """Where the next date begins, or the text ends."""
        index = bisect_right(self._date_starts, position)
        return self._date_starts[index] if index < len(self._date_starts) else len(self.flat)

    def _clock(self, begin: int) -> Found | None:
        """16:00 by its shape, 16.00 where a word says that it is a time."""
        match = CLOCK.match(self.flat, begin) or (self.signed_clock and self.signed_clock.match(self.flat, begin))
        if not match or match.end() > self._next_date(begin) or (begin and self.flat[begin - 1] in ".,:/"):
            return None
        before = self.surroundings.before(self.loose, self.text, begin)
        after = self.surroundings.after(self.loose, self.text, match.end())
        timely = (
            after.hours is not None or after.unit == HOURS or (Role.TIME in before.near and self.words.decimal != ".")
        )
        if match[1] == "." and not timely:
            return None
        later = NOON if Role.AFTERNOON in before.roles else after.hours or 0
        value = hours_of(match[0], later)
        return Found(begin, match.end(), value, value, TIME, before, after)


def date_in_digits(date: DateSpan) -> Found:
    start, end = date.digits or (date.start, date.end)
    day = Decimal((date.iso or "0").rsplit("-", 1)[-1])
    return Found.alone(start, end, day, DATE, date.iso)


def _range(text: str, first: Found, second: Found) -> Number:
    low, high, unit = range_low(first, second), second.high, range_unit(first, second)
    quantity = Quantity.between(plain(low), plain(high), Qualifier.RANGE, unit)
    return Number(
        first.start, second.end, text[first.start : second.end], quantity, shared_date(first.date, second.date)
    )


def _single(text: str, found: Found) -> Number:
    if found.vague:
        quantity = Quantity.between(plain(found.low), plain(found.high), Qualifier.VAGUE, found.unit)
    else:
        quantity = Quantity.of(plain(found.low), qualifier_of(found), found.unit)
    return Number(found.start, found.end, text[found.start : found.end], quantity, found.date)


def qualifier_of(found: Found) -> Qualifier:
    if found.unit in UNQUALIFIED:
        return Qualifier.EXACT
    inside = found.composed.qualifier if found.composed else None
    return found.before.qualifier or inside or found.after.qualifier or Qualifier.EXACT


def plain(value: Decimal) -> Decimal:
    """Without an exponent or idle zeros: 1500000 rather than 1500000.0."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def shared_date(first: str | None, second: str | None) -> str | None:
    """What two dates share: the month of "21-23 August"."""
    if first is None or second is None or first == second:
        return first if first == second else None
    shared = [one for one, other in zip(first.split("-"), second.split("-"), strict=False) if one == other]
    return "-".join(shared) or None
