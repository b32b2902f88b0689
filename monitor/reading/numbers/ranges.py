"""Numbers beside each other: two that are one range, several that share the unit behind the last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from monitor.quantity import COUNT, Qualifier
from monitor.reading.numbers.clock import hours_of, is_clock
from monitor.reading.numbers.found import (
    AGE,
    DATE,
    DETERMINER,
    NAME,
    ORDINAL,
    PERCENT,
    SCORE,
    TIME,
    UNQUALIFIED,
    YEAR,
    YEARS_LONG,
    Found,
)
from monitor.reading.numbers.phrases import Role
from monitor.reading.numbers.types import LONGEST_MONTH, PARTS, STEPS
from monitor.reading.numbers.words import NumberWords

WORD = re.compile(r"[^\W\d_]+")
CLAUSE = 80
"""Characters before two numbers in which the verb stands whose objects they are."""
LONGEST_LINK = 24
HIGHEST_SCORE = 1000
"""Votes count too: 254-0."""
ALIKE = 10
"""Times that one of two figures with the same scale is at most larger."""
HIGHEST_DIGIT = 9
SHORT_YEAR = 2
"""Digits of a year without its century."""
SINGLE = frozenset({NAME, ORDINAL, DETERMINER, SCORE})
"""Units that make no ranges."""
Pair = tuple[Found, Found]


class Neighbours:
    """Joins the numbers of one text."""

    def __init__(self, words: NumberWords, flat: str) -> None:
        self.words, self.flat = words, flat
        self._links = frozenset(
            (*words.coordinations, *words.alternatives, *words.range_links, *words.between_links)
        ) - {","}

    def share_units(self, found: list[Found]) -> None:
        """As in "6,3 dan 6,5 persen": the unit behind the last is that of all."""
        for first, second in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
            if not is_near(first, second):
                continue
            if Role.CHANGE in first.before.roles and self._link(first, second) in self._links:
                share_scale(first, second)
            if (
                first.plain
                and first.after.edge == first.end
                and first.scaled <= second.scaled
                and self._gives_unit(second)
            ):
                link = self._link(first, second)
                if link in self._links or (link == "," and second.shared):
                    first.unit, first.shared = second.unit, True
            elif second.unit == DATE and self._is_day(first) and self._link(first, second) in self._links:
                first.unit, first.date = DATE, dated(first, second)
            elif first.unit == DATE and self._is_day(second) and self._is_until(first, second):
                second.unit, second.date = DATE, dated(second, first)

    def _is_until(self, first: Found, second: Found) -> bool:
        """Whether a second day of the month follows: "from Oct. 8 to|13", "between Oct. 8 and|13"."""
        link = self._link(first, second)
        if first.date is None or first.low >= second.low or link is None:
            return False
        before = self.flat[max(first.start - LONGEST_LINK, 0) : first.start].split()
        between = link in self.words.between_links and not set(before[-2:]).isdisjoint(self.words.between)
        return between or (link.isalpha() and link in self.words.range_links)

    @staticmethod
    def _is_day(found: Found) -> bool:
        """The 5 of "5 dan 6 November"."""
        open_to_it = found.plain or (found.unit == DATE and found.date is None)
        written = not found.spelled and found.bare and found.after.edge == found.end
        return open_to_it and written and 1 <= found.low <= LONGEST_MONTH

    @staticmethod
    def _gives_unit(second: Found) -> bool:
        return second.unit not in UNQUALIFIED and not second.plain and (second.after.unit is not None or second.shared)

    def joined(self, found: list[Found]) -> Iterator[Found | Pair]:
        """Every number once, alone or as a pair that is one range."""
        self._settle_changes(found)
        position = 0
        while position < len(found):
            first = found[position]
            position += 1
            second = found[position] if position < len(found) else None
            if second is None or not is_near(first, second):
                yield first
            elif self._is_range(first, second):
                yield first, second
                position += 1
            else:
                if self._is_score(first, second):
                    first.unit = second.unit = SCORE
                yield first

    def _settle_changes(self, found: list[Found]) -> None:
        """What a rate rises "to" is no bound, though the same word means one: "с 15 до 14,5%"."""
        for first, second in pairwise(found):
            if not is_near(first, second):
                continue
            if second.before.qualifier is Qualifier.AT_MOST and self._changes(first, second):
                second.before.qualifier = None
            if first.before.qualifier is Qualifier.AT_MOST and self._link(first, second) in self.words.change_before:
                first.before.qualifier = None  # "hasta los 12.000|desde los|8.000"

    def _changes(self, first: Found, second: Found) -> bool:
        link = self._link(first, second)
        if link is None:
            return False
        if first.unit in STEPS and second.unit == PERCENT:
            return True
        changed = Role.CHANGE in first.before.roles or first.unit in PARTS
        to = link.strip("- ,")
        return changed and (to in self.words.range_links or to.partition(" ")[0] in self.words.range_links)

    def _link(self, first: Found, second: Found) -> str | None:
        """What stands between two numbers and their units."""
        left, right = max(first.after.edge, first.end), min(second.before.edge, second.start)
        return self.flat[left:right].strip(" ") if left <= right and is_near(first, second) else None

    def _is_range(self, first: Found, second: Found) -> bool:
        if first.vague or second.vague or not self._same_kind(first, second) or not self._is_linked(first, second):
            return False
        self._agree(first, second)
        return range_low(first, second) < second.high

    def _is_linked(self, first: Found, second: Found) -> bool:
        link = self._link(first, second)
        if Role.BETWEEN in first.before.roles and link in self.words.between_links:
            return True
        if link in self.words.alternatives:
            return first.unit not in UNQUALIFIED
        if link is not None and link in self.words.estimate_links:
            return self._is_estimate(first, link, second)
        if link not in self.words.range_links or self._has_changed(first, second) or self._becomes(second):
            return False
        if Role.STEP in first.before.roles and link != "-" and first.plain and second.plain:
            return False
        return link != "-" or self._is_dash(first, second)

    def _has_changed(self, first: Found, second: Found) -> bool:
        """Whether "from" makes "to" a change: "rose from 1,000 to 3,000", not "sent from 1,000 to 3,000|soldiers"."""
        if Role.CHANGE not in first.before.roles:
            return False
        counted = WORD.match(self.flat, second.end + 1) if first.plain and second.unit == COUNT else None
        if counted is None or counted[0] in self.words.no_nouns or not self.words.change_verbs:
            return True
        before = WORD.findall(self.flat, max(0, first.start - CLAUSE), first.start)
        return any(word.startswith(self.words.change_verbs) for word in before)

    def _becomes(self, second: Found) -> bool:
        """Whether a mark behind the second number makes it what the first has become: "139人から300人|に"."""
        end = max(second.after.edge, second.end)
        qualified = (end + len(word) for word in self.words.after if self.flat.startswith(word, end))
        return any(self.flat.startswith(self.words.change_after, at) for at in (end, *qualified))

    def _is_estimate(self, first: Found, link: str, second: Found) -> bool:
        """Two digits that follow each other, before what they count: 2、3人; the scale of the second is of both."""
        alone = first.bare and first.after.edge == first.end and not self.flat.endswith(link, 0, first.start)
        counted = second.after.unit is not None or Role.COUNTER in second.after.near
        scale = second.low / (first.low + 1)
        fits = scale == 1 or ((second.spelled or second.scaled) and scale == Decimal(10) ** scale.adjusted())
        if not (alone and counted and fits and second.unit not in UNQUALIFIED and 1 <= first.low < HIGHEST_DIGIT):
            return False
        first.low = first.high = first.low * scale
        return True

    @staticmethod
    def _same_kind(first: Found, second: Found) -> bool:
        if not SINGLE.isdisjoint((first.unit, second.unit)):
            return False
        if first.unit == AGE and second.unit in (YEARS_LONG, COUNT):
            return True
        if first.unit == YEAR and second.plain and is_short_year(second):
            return True
        return first.unit == second.unit or first.plain or (second.plain and first.before.unit == first.unit)

    def _agree(self, first: Found, second: Found) -> None:
        """One kind for both: "6.30-10 WIB" begins at half past six, "berusia 18-25 tahun" ends with an age."""
        if first.unit == AGE:
            second.unit = AGE
        if first.unit == YEAR and second.plain:
            second.unit, second.date = YEAR, None
            second.low = second.high = first.low - first.low % 100 + second.low
        if first.plain and second.unit == TIME and is_clock(first, self.flat):
            first.low = first.high = hours_of(self.flat[first.start : first.end])

    def _is_dash(self, first: Found, second: Found) -> bool:
        """A dash between two numbers, and not within a longer chain."""
        flat = self.flat
        before = flat[first.start - 1 : first.start] == "-" and flat[first.start - 2 : first.start - 1].isdecimal()
        behind = flat[second.end : second.end + 1] == "-" and flat[second.end + 1 : second.end + 2].isdecimal()
        return not before and not behind

    def _is_score(self, first: Found, second: Found) -> bool:
        small = first.unit == second.unit == COUNT and first.high < HIGHEST_SCORE and second.high < HIGHEST_SCORE
        return (
            small
            and self._is_score_link(self.flat[first.end : second.start])
            and not second.scaled
            and second.after.edge == second.end
        )

    def _is_score_link(self, link: str) -> bool:
        return link in ("-", " - ", ":") or link.strip(" ") in self.words.score_links


def is_near(first: Found, second: Found) -> bool:
    """Whether so little stands between two numbers and their units that it may link them."""
    return min(second.before.edge, second.start) - max(first.after.edge, first.end) <= LONGEST_LINK


def share_scale(first: Found, second: Found) -> None:
    """As in "from 10 to 12 million": the scale is that of both where their figures are of one size."""
    factor = second.composed.factor if second.composed else Decimal(1)
    figure = second.low / factor
    if first.plain and first.bare and factor > 1 and figure <= first.low * ALIKE and first.low <= figure * ALIKE:
        first.low, first.high = first.low * factor, first.high * factor


def dated(first: Found, second: Found) -> str | None:
    """The day of the first in the month of the second."""
    month = second.date.rpartition("-")[0] if second.date else None
    return f"{month}-{int(first.low):02}" if month else None


def is_short_year(found: Found) -> bool:
    """The 25 of "2024-25"."""
    return not found.spelled and found.bare and found.end - found.start == SHORT_YEAR and found.after.edge == found.end


def range_low(first: Found, second: Found) -> Decimal:
    """The low end: "10-12 ribu" begins at ten thousand."""
    factor = second.composed.factor if second.composed else Decimal(1)
    return first.low * factor if not first.scaled and first.low < second.low / factor else first.low


def range_unit(first: Found, second: Found) -> str:
    return first.unit if second.plain else second.unit
