"""Every number of a text as a quantity with a unit: counts, and whatever must never be taken for one.

One pass finds where numbers begin; each is composed (`spelled`, `digits`), typed by what touches it (`surroundings`,
`dates`), and joined with its neighbour where the two are one range.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from monitor.quantity import COUNT, Qualifier, Quantity
from monitor.reading.dates import DateSpan, dates_in, flatten
from monitor.reading.digits import CHAIN, LONGEST, RUN, Habits, Shape, habits_of, read_digits
from monitor.reading.number_words import BARE, NumberWords
from monitor.reading.spelled import Composed, Composer, Page
from monitor.reading.surroundings import Role, Side, Surroundings
from monitor.reading.vocabulary import Language

PERCENT, PERCENTAGE_POINT, BASIS_POINT = "percent", "percentage_point", "basis_point"
DATE, TIME, YEAR, AGE, ORDINAL, NAME, SCORE = "date", "time", "year", "age", "ordinal", "name", "score"
FRACTION = "fraction"
"""Of something: "two thirds"."""
DETERMINER = "determiner"
"""A number word that picks out and counts nothing: "salah satu", "one of"."""
UNQUALIFIED = frozenset({DATE, TIME, YEAR, ORDINAL, NAME, SCORE, DETERMINER})
"""Behind "until" or "about" these stay what they are."""
CLOCK = re.compile(r"(?:[01]?\d|2[0-4])([:.])[0-5]\d(?:\1[0-5]\d)?(?![\d]|[.,:]\d)")
CLOCK_HOURS = re.compile(r"\d+")
OLDEST = 130
FIRST_YEAR, LAST_YEAR = 1000, 2200
SURE_YEARS = range(1900, 2101)
"""Four digits without a separator are a year of these even where nothing says so."""
WORD = re.compile(r"[^\W\d_]{1,40}")
SHORTEST_NOUN = 3
LONGEST_LINK = 24


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text with its scale words, without the qualifier, the unit and the noun. `text` is `text[start:end]`.

    The value of a date is its day of the month (or its year, where it is one), of a time the hours since midnight.
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    date: str | None = None
    """Of a date or year: the partial ISO date that it belongs to."""


@dataclass(slots=True)
class Found:
    """A number on its way: composed, with what touches it."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    before: Side
    after: Side
    composed: Composed | None = None
    vague: bool = False
    date: str | None = None
    shared: bool = False
    """Whether its unit is that of the number behind it."""

    @property
    def plain(self) -> bool:
        return self.unit == COUNT

    @property
    def scaled(self) -> bool:
        return self.composed is not None and self.composed.scaled


def find_numbers(text: str, language: Language, published: datetime | None = None) -> list[Number]:
    """All numbers of the text in order, none overlapping another. `published` is aware."""
    words: NumberWords = language.numbers or BARE
    flat = flatten(text)
    dates = [span for span in dates_in(text, flat, language, published) if span.calendar]
    return Reader(_tools(words), text, flat, dates).numbers()


@dataclass(frozen=True, slots=True)
class Tools:
    words: NumberWords
    composer: Composer
    surroundings: Surroundings


@lru_cache(maxsize=64)
def _tools(words: NumberWords) -> Tools:
    return Tools(words, Composer(words), Surroundings(words))


class Reader:
    """Reads one text."""

    def __init__(self, tools: Tools, text: str, flat: str, dates: list[DateSpan]) -> None:
        self.words, self.composer, self.surroundings = tools.words, tools.composer, tools.surroundings
        self.text, self.flat, self.loose = text, flat, flat.replace("-", " ")
        self.dates, self.date_starts = dates, [span.start for span in dates]
        self.page = Page(text, self._digits_at)
        self._habits: Habits | None = None

    def numbers(self) -> list[Number]:
        found = self._coordinated(list(self._found()))
        return [number for number in self._ranges(found)]

    # finding

    def _found(self) -> Iterator[Found]:
        position, start = 0, self.composer.start
        while match := start.search(self.flat, position):
            found, position = self._at(match.start())
            yield from found

    def _at(self, begin: int) -> tuple[list[Found], int]:
        """The number at `begin`, if it is one, and where to go on."""
        date = self._date_at(begin)
        if date is not None and date.digits and date.digits[0] <= begin < date.digits[1]:
            return [self._date_in_digits(date)], date.digits[1]
        if self.flat[begin].isdecimal():
            clock = self._clock(begin)
            if clock is not None:
                return [clock], clock.end
        composed = self.composer.compose(self.flat, begin, self.page)
        if composed is None:
            return self._nothing(begin)
        found = self._typed(composed, date)
        if found is None:
            return [], composed.end
        return [found], max(found.end, found.after.edge if found.after.unit else 0)

    def _nothing(self, begin: int) -> tuple[list[Found], int]:
        """What is no number: an idiom, a word, or a chain of digits, whose links are parts of one name."""
        chain = CHAIN.match(self.flat, begin)
        if chain is None:
            return [], self.composer.idiom_at(self.flat, begin) or begin + 1
        runs = [run for run in RUN.finditer(self.flat, begin, chain.end()) if len(run[0]) <= LONGEST]
        return [self._name(run.start(), run.end(), Decimal(run[0])) for run in runs], chain.end()

    def _name(self, start: int, end: int, value: Decimal) -> Found:
        return Found(start, end, value, value, NAME, Side(start), Side(end))

    def _digits_at(self, begin: int) -> Shape:
        shape = read_digits(self.flat, begin, decimal=self.words.decimal, group=self.words.group)
        if shape.other is None:
            return shape
        if self._habits is None:
            self._habits = habits_of(self.flat)
        groups = self._habits.groups(shape.separator, decimal=self.words.decimal)
        if groups is None or groups == (shape.separator != self.words.decimal):
            return shape
        return Shape(shape.end, shape.other)

    def _date_at(self, position: int) -> DateSpan | None:
        index = bisect_right(self.date_starts, position) - 1
        return self.dates[index] if index >= 0 and position < self.dates[index].end else None

    def _date_in_digits(self, date: DateSpan) -> Found:
        start, end = date.digits or (date.start, date.end)
        day = Decimal((date.iso or "--00-00").rsplit("-", 1)[-1])
        return Found(start, end, day, day, DATE, Side(start), Side(end), date=date.iso)

    def _clock(self, begin: int) -> Found | None:
        """16:00 by its shape, 16.00 where a word says that it is a time."""
        match = CLOCK.match(self.flat, begin)
        if match is None or (begin and self.flat[begin - 1] in ".,:/"):
            return None
        before = self.surroundings.before(self.loose, self.text, begin)
        after = self.surroundings.after(self.loose, self.text, match.end())
        if match[1] == "." and Role.TIME not in before.near and after.hours is None:
            return None
        hours, minutes = (int(part) for part in CLOCK_HOURS.findall(match[0])[:2])
        value = Decimal(hours + (after.hours or 0) * (hours < 12)) + Decimal(minutes) / 60  # noqa: PLR2004  noon
        return Found(begin, match.end(), value, value, TIME, before, after)

    # typing

    def _typed(self, composed: Composed, date: DateSpan | None) -> Found | None:
        before = self.surroundings.before(self.loose, self.text, composed.start)
        after = self.surroundings.after(self.loose, self.text, composed.end)
        found = Found(composed.start, composed.end, composed.low, composed.high, COUNT, before, after, composed, composed.vague)
        if date is not None and not composed.spelled and not composed.scaled:
            found.unit = YEAR if composed.low >= FIRST_YEAR else DATE
            found.date = date.iso
            return found
        if composed.low == composed.high == 1 and composed.spelled and not composed.scaled:
            if Role.SKIP_ONE in before.near:
                return None
            if Role.POINT_ONE in before.near or Role.POINT_ONE in after.near:
                found.unit = DETERMINER
                return found
        if composed.ordinal:
            found.unit = ORDINAL
            return found
        if composed.fraction:
            found.unit = FRACTION
            return found
        if not composed.spelled:
            self._by_neighbours(found)
            if found.unit != COUNT:
                return found
        found.unit = self._unit(found)
        self._reconsider(found)
        return found

    def _by_neighbours(self, found: Found) -> None:
        """Letters and signs that touch the digits: MI6, T-72, ke-32, 32nd, 4/2007, 1990s."""
        flat, start, end = self.flat, found.start, found.end
        for prefix in self.words.ordinal_prefixes:
            begin = start - len(prefix) - (flat[start - 1 : start] == "-")
            if flat[begin:start].rstrip("-") == prefix and begin >= 0 and not flat[begin - 1 : begin].isalnum():
                found.start, found.unit = begin, ORDINAL
                return
        if flat.startswith(self.words.ordinal_suffixes or ("\0",), end) and not flat[end + 2 : end + 3].isalnum():
            found.end, found.unit = end + 2, ORDINAL
            return
        if found.before.edge == start and self._named_before(start):
            found.unit = NAME
        elif self._slashed(start, end):
            found.unit = YEAR if self._is_year_shape(found) else NAME
        elif flat[end : end + 1].isalpha() and found.after.edge == end and self.words.spaced and self.composer.ends_well(flat, end):
            self._letters_behind(found)

    def _letters_behind(self, found: Found) -> None:
        flat, end = self.flat, found.end
        if found.before.unit and flat[end] in self.words.per_million and not flat[end + 1 : end + 2].isalnum():
            found.low, found.high, found.end = found.low * 1000000, found.high * 1000000, end + 1
            found.after = self.surroundings.after(self.loose, self.text, end + 1)
        elif Role.TIME in found.after.near or Role.COUNTER in found.after.near:
            return
        else:
            found.unit = YEAR if self._is_year_shape(found) else NAME

    def _named_before(self, start: int) -> bool:
        before = self.flat[start - 1 : start]
        if before.isalpha() and self.words.spaced:
            return True
        return before == "-" and start > 1 and self.text[start - 2].isupper()

    def _slashed(self, start: int, end: int) -> bool:
        return self.flat[start - 1 : start] == "/" or (self.flat[end : end + 1] == "/" and self.flat[end + 1 : end + 2].isdecimal())

    def _is_year_shape(self, found: Found) -> bool:
        return found.end - found.start == 4 and found.low in SURE_YEARS  # noqa: PLR2004  digits of a year

    def _unit(self, found: Found) -> str:
        before, after = found.before, found.after
        if Role.TIME in before.near and found.low <= 24 and after.hours is not None and not found.scaled:  # noqa: PLR2004
            return self._hour(found)
        if after.unit in (PERCENT, PERCENTAGE_POINT, BASIS_POINT):
            return after.unit
        if before.unit:
            return before.unit
        if (Role.AGE in before.roles or Role.AGE in after.near) and found.high <= OLDEST:
            return AGE
        if after.hours is not None and found.low <= 24 and not found.scaled and not found.vague:  # noqa: PLR2004
            return self._hour(found)
        if after.unit:
            return after.unit
        if Role.TIME in before.near and found.low <= 24 and not found.vague and Role.COUNTER not in after.near:  # noqa: PLR2004
            return self._hour(found) if Role.YEAR not in before.near else COUNT
        if Role.NAME in before.near and self._is_bare(found) and Role.COUNTER not in after.near:
            return YEAR if self._is_year_shape(found) else NAME
        if self._is_year(found):
            found.date = found.date or f"{int(found.low):04}"
            return YEAR
        return COUNT

    def _is_bare(self, found: Found) -> bool:
        """Whether it is written as names have it: without scale, separator or decimals."""
        return not found.scaled and not found.vague and self.flat[found.start : found.end].replace(" ", "").isalnum()

    def _hour(self, found: Found) -> str:
        afternoon = (found.after.hours or 0) * (found.low < 12)  # noqa: PLR2004  noon
        found.low, found.high = found.low + afternoon, found.high + afternoon
        return TIME

    def _is_year(self, found: Found) -> bool:
        """Four digits, not after a qualifier or before a counted noun, that stand where years stand or can be nothing else."""
        if found.composed is None or found.composed.spelled or found.end - found.start != 4 or found.scaled:  # noqa: PLR2004
            return False
        if not FIRST_YEAR <= found.low <= LAST_YEAR or Role.COUNTER in found.after.near:
            return False
        if Role.YEAR in found.before.near:
            round_number = found.low % 100 == 0 or found.low not in SURE_YEARS
            return found.low in SURE_YEARS or not (round_number and self._noun_behind(found.end) and found.low % 100 == 0)
        if found.before.qualifier not in (None, Qualifier.AT_MOST):
            return False
        return found.low in SURE_YEARS and not (found.low % 100 == 0 and self._noun_behind(found.end))

    def _noun_behind(self, end: int) -> bool:
        """Whether a word in small letters follows that may be what is counted."""
        word = WORD.match(self.text, end + 1) if self.flat[end : end + 1] == " " else None
        return word is not None and word[0].islower() and len(word[0]) >= SHORTEST_NOUN and word[0] not in self.words.no_nouns

    def _reconsider(self, found: Found) -> None:
        """Nobody counts to a thousandth: "1,127 pembelotan" is more than a thousand of them."""
        shape = found.composed.shape if found.composed else None
        if shape is None or shape.other is None or found.scaled or found.unit != COUNT:
            return
        if shape.separator == self.words.decimal and self._noun_behind(found.end) and found.low == shape.value:
            found.low = found.high = shape.other

    # neighbours

    def _link(self, first: Found, second: Found) -> str | None:
        left, right = max(first.after.edge, first.end), min(second.before.edge, second.start)
        return self.flat[left:right].strip(" ") if 0 <= right - left <= LONGEST_LINK else None

    def _coordinated(self, found: list[Found]) -> list[Found]:
        """ "6,3 dan 6,5 persen": the unit behind the last is that of all."""
        for first, second in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
            if not first.plain or first.after.edge != first.end or second.unit in UNQUALIFIED or second.plain:
                continue
            link = self._link(first, second)
            listed = link == "," and second.shared
            if (second.after.unit or second.shared) and (listed or (link != "," and link in self.words.coordinations)):
                first.unit, first.shared = second.unit, True
        return found

    def _ranges(self, found: list[Found]) -> Iterator[Number]:
        position = 0
        while position < len(found):
            first = found[position]
            second = found[position + 1] if position + 1 < len(found) else None
            if second is not None and self._is_range(first, second):
                yield self._range(first, second)
                position += 2
                continue
            if second is not None and self._is_score(first, second):
                first.unit = second.unit = SCORE
            yield self._single(first)
            position += 1

    def _is_score(self, first: Found, second: Found) -> bool:
        both = first.plain and second.plain and first.high < 100 and second.high < 100  # noqa: PLR2004
        return both and self.flat[first.end : second.start] in ("-", " - ") and not second.scaled and second.after.edge == second.end

    def _is_range(self, first: Found, second: Found) -> bool:
        link = self._link(first, second)
        if link is None or first.vague or second.vague or not self._same_kind(first, second):
            return False
        low = self._shared_scale(first, second)
        if low >= second.high:
            return False
        if Role.BETWEEN in first.before.roles and link in self.words.between_links:
            return True
        if link in self.words.alternatives:
            return first.unit not in UNQUALIFIED
        if link not in self.words.range_links or Role.CHANGE in first.before.roles:
            return False
        return link != "-" or self._dashed(first, second)

    def _dashed(self, first: Found, second: Found) -> bool:
        """A dash between two numbers and not within a longer chain (a telephone number, the sets of a match)."""
        flat = self.flat
        if flat[first.start] == "0" and flat[first.start + 1 : first.start + 2].isdecimal():
            return False
        before = flat[first.start - 1 : first.start] == "-" and flat[first.start - 2 : first.start - 1].isdecimal()
        return not before and not (flat[second.end : second.end + 1] == "-" and flat[second.end + 1 : second.end + 2].isdecimal())

    @staticmethod
    def _same_kind(first: Found, second: Found) -> bool:
        if NAME in (first.unit, second.unit) or ORDINAL in (first.unit, second.unit) or DETERMINER in (first.unit, second.unit):
            return False
        return first.unit == second.unit or first.plain or (second.plain and first.before.unit == first.unit)

    @staticmethod
    def _shared_scale(first: Found, second: Found) -> Decimal:
        """ "10-12 ribu" begins at ten thousand."""
        factor = second.composed.factor if second.composed else Decimal(1)
        return first.low * factor if not first.scaled and first.low < second.low / factor else first.low

    def _range(self, first: Found, second: Found) -> Number:
        unit = first.unit if second.plain else second.unit
        quantity = Quantity.between(plain(self._shared_scale(first, second)), plain(second.high), Qualifier.RANGE, unit)
        date = _common(first.date, second.date)
        return Number(first.start, second.end, self.text[first.start : second.end], quantity, date)

    def _single(self, found: Found) -> Number:
        text = self.text[found.start : found.end]
        if found.vague:
            quantity = Quantity.between(plain(found.low), plain(found.high), Qualifier.VAGUE, found.unit)
        else:
            qualifier = Qualifier.EXACT if found.unit in UNQUALIFIED else self._qualifier(found)
            quantity = Quantity.of(plain(found.low), qualifier, found.unit)
        return Number(found.start, found.end, text, quantity, found.date)

    @staticmethod
    def _qualifier(found: Found) -> Qualifier:
        return found.before.qualifier or found.after.qualifier or Qualifier.EXACT


def plain(value: Decimal) -> Decimal:
    """Without an exponent or idle zeros: 1500000 rather than 1500000.0."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _common(first: str | None, second: str | None) -> str | None:
    """What two dates share: the month of "21-23 August"."""
    if first is None or second is None or first == second:
        return first if second is None else second
    shared = [one for one, other in zip(first.split("-"), second.split("-"), strict=False) if one == other]
    return "-".join(shared) or None
