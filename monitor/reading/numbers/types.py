"""What kind of number it is, by what touches it: percent, money, measure, age, time, year, ordinal, name or count."""

from __future__ import annotations

import re
from decimal import Decimal

from monitor.quantity import COUNT, Qualifier
from monitor.reading.numbers.clock import HOURS, MIDNIGHT, NOON, hours_of
from monitor.reading.numbers.composed import Page
from monitor.reading.numbers.dates import DateSpan
from monitor.reading.numbers.found import (
    AGE,
    BASIS_POINT,
    DATE,
    DETERMINER,
    FRACTION,
    NAME,
    ORDINAL,
    PERCENT,
    PERCENTAGE_POINT,
    TIME,
    YEAR,
    Found,
)
from monitor.reading.numbers.magnitude import is_whole
from monitor.reading.numbers.phrases import Role
from monitor.reading.numbers.touching import COUNTING, SURE_YEARS, YEAR_DIGITS, Touching, is_among
from monitor.reading.numbers.words import NumberWords

FOUR_DIGITS = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")
"""0105 GMT."""
WORD = re.compile(r"[^\W\d_]{1,40}")
NAMED = re.compile(r"(?<!\w)([^\W\d_][\w'’.-]{1,30}) ([^\W\d_][\w'’-]{1,30})(, | \()$")
"""A name of two words, before a comma or a bracket."""
LONGEST_NAMES = 64
"""Characters in which one stands."""
SHORTEST_NOUN = 3
LOWEST_PRICE = 2
YOUNGEST = 10
OLDEST = 130
HIGHEST_HOUSE = 2000
LONGEST_STREET = 60
"""Characters of the name of a street, and of the word before it."""
STREET_WORDS = 4
"""Words of both."""
LARGE_STEP = 10
"""Percentage points that no rate moves by at once: an index, a score or a team does."""
LONGEST_MONTH = 31
YEARS = range(1000, 2201)
STEPS = frozenset({PERCENTAGE_POINT, BASIS_POINT})
PARTS = STEPS | {PERCENT}


class Typing:
    """Types the numbers of one text."""

    def __init__(self, words: NumberWords, page: Page) -> None:
        self.words, self.flat, self.source = words, page.flat, page.source
        self.touching = Touching(words, page)

    def typed(self, found: Found, date: DateSpan | None) -> Found | None:
        """`found` with its unit, and its span and value where the unit tells more of them; None for no number."""
        composed = found.composed
        if date is not None and (not found.spelled or not self.words.spaced) and found.bare:
            found.unit, found.date = (YEAR if found.low >= YEARS.start else DATE), date.iso
            return found
        if found.spelled and self._is_no_number(found, date):
            return None
        if composed and (composed.ordinal or composed.fraction):
            rate = found.after.unit if found.after.unit in PARTS else None
            found.unit = ORDINAL if composed.ordinal else rate or FRACTION
            return found
        if found.spelled and self._is_one(found) and self._picks_out(found):
            found.unit = DETERMINER
            return found
        found.unit = self.touching.read(found) if not found.spelled else self.touching.ordered(found)
        self._qualified(found)
        self._multiplied(found)
        if found.plain:
            found.unit = self._by_words(found)
            self._signed(found)
            self._reconsidered(found)
        return found

    @staticmethod
    def _is_one(found: Found) -> bool:
        return found.low == found.high == 1 and found.bare

    def _picks_out(self, found: Found) -> bool:
        """Whether a "one" counts nothing: "one of", or an article."""
        if Role.POINT_ONE in found.before.near or Role.POINT_ONE in found.after.near:
            return True
        if self.flat[found.start : found.end] not in self.words.one_articles:
            return False
        counts = not COUNTING.isdisjoint(found.after.near) or found.before.qualifier is not None
        return not counts and found.after.qualifier is None

    def _is_no_number(self, found: Found, date: DateSpan | None) -> bool:
        """No one, the four of Sichuan (四川), the "second" in the name of a month (تشرين الثاني)."""
        if found.composed and found.composed.ordinal:
            return date is not None
        skipped = self._is_one(found) and Role.SKIP_ONE in found.before.near
        return skipped or self.touching.is_stray(found)

    @staticmethod
    def _multiplied(found: Found) -> None:
        """約3割 is about 30 percent."""
        factor = found.after.factor
        if factor > 1 and found.composed:
            found.low, found.high = found.low * factor, found.high * factor
            found.composed = found.composed._replace(factor=found.composed.factor * factor, scaled=True)

    def _qualified(self, found: Found) -> None:
        """Свыше "тысячи": a word for thousands, too, is one thousand behind a bound."""
        if not found.composed or not found.vague or found.before.qualifier is None:
            return
        value = self.words.atoms.get(self.flat[found.start : found.end])
        if value is not None:
            found.low = found.high = Decimal(value)
            found.composed = found.composed._replace(vague=False, low=found.low, high=found.high)

    # words around

    def _by_words(self, found: Found) -> str:
        before, after = found.before, found.after
        if found.spelled and self.flat[found.start : found.end] in self.words.ages:
            return AGE
        if after.unit in PARTS:
            return str(after.unit)
        if before.unit is None and self._is_house(found):
            return NAME
        if Role.POINTS in after.near and found.high < LARGE_STEP and not is_whole(found.low):
            return PERCENTAGE_POINT
        return before.unit or self._by_role(found) or after.unit or COUNT

    def _by_role(self, found: Found) -> str | None:
        before, after = found.before, found.after
        if self._is_hour(found):
            self._set_hour(found)
            return TIME
        if Role.NAME in before.near and self._is_label(found):
            return YEAR if self.touching.is_year_shape(found) else NAME
        aged = Role.AGE in before.roles or Role.AGE in after.near or self._is_set_off(found)
        if aged and found.high <= OLDEST:
            return AGE
        if (Role.DAY in before.near or Role.DAY in after.near) and found.bare and found.high <= LONGEST_MONTH:
            return DATE
        if (after.unit is None or Role.YEAR in after.near) and self._is_year(found):
            found.date = f"{int(found.low):04}"
            return YEAR
        return None

    def _is_set_off(self, found: Found) -> bool:
        """Whether a number stands alone behind a person's name: "Ana Ruiz, 54, …", "Ana Ruiz (54)"."""
        closing = self.flat[found.end : found.end + 1]
        if not found.bare or found.spelled or found.low < YOUNGEST:
            return False
        if closing not in {",", ")"} or self.flat[found.end + 1 : found.end + 2].isdecimal():
            return False
        before = NAMED.search(self.source[max(found.start - LONGEST_NAMES, 0) : found.start])
        if before is None or (before[3] == ", ") != (closing == ","):
            return False
        return before[1][0].isupper() and before[2][0].isupper()

    def _is_hour(self, found: Found) -> bool:
        if not found.bare:
            return False
        if found.after.hours is not None:
            return found.high <= MIDNIGHT or self._is_four_digit_clock(found)
        if found.after.unit == HOURS:
            return Role.HOUR in found.before.near and found.high < MIDNIGHT
        near = Role.TIME in found.before.near and not found.spelled and found.low == int(found.low)
        counts = found.after.unit or Role.COUNTER in found.after.near or self._noun_behind(found.end)
        return near and found.high <= MIDNIGHT and not counts

    def _is_four_digit_clock(self, found: Found) -> bool:
        return FOUR_DIGITS.fullmatch(self.flat, found.start, found.end) is not None

    def _set_hour(self, found: Found) -> None:
        if self._is_four_digit_clock(found):
            hour = hours_of(f"{found.low // 100}:{found.low % 100}")
        else:
            later = NOON if Role.AFTERNOON in found.before.roles else found.after.hours or 0
            hour = found.low + (later if found.low < NOON else 0)
        found.low = found.high = hour

    def _is_house(self, found: Found) -> bool:
        """Whether the name of a street stands before it: "вулиці Соборній, 21"."""
        if not self.words.street_before or found.spelled or not found.bare or found.high > HIGHEST_HOUSE:
            return False
        if found.after.unit is not None or Role.COUNTER in found.after.near or self._noun_behind(found.end):
            return False
        words = self.source[max(0, found.start - LONGEST_STREET) : found.start].replace(",", " ").split()
        for word in reversed(words[-STREET_WORDS:]):
            if word.casefold() in self.words.street_before:
                return word != words[-1]
            if not word[0].isupper():
                return False
        return False

    def _is_label(self, found: Found) -> bool:
        """Whether it is written as names have it, without separators, and counts nothing."""
        written = self.flat[found.start : found.end].replace(" ", "")
        return found.bare and written.isalnum() and Role.COUNTER not in found.after.near

    def _is_year(self, found: Found) -> bool:
        """Four digits that stand where years stand or can be nothing else."""
        if not found.bare or found.end - found.start != YEAR_DIGITS or not is_among(found.low, YEARS):
            return False
        if Role.YEAR in found.after.near:
            return is_among(found.low, SURE_YEARS)
        if found.spelled or found.after.qualifier is not None:
            return False
        if Role.COUNTER in found.after.near:
            return False
        counted = found.low % 100 == 0 and self._noun_behind(found.end)
        if Role.YEAR in found.before.near:
            return is_among(found.low, SURE_YEARS) or not counted
        return found.before.qualifier in (None, Qualifier.AT_MOST) and is_among(found.low, SURE_YEARS) and not counted

    def _noun_behind(self, end: int) -> bool:
        """Whether a word in small letters follows that may be what is counted."""
        word = WORD.match(self.source, end + 1) if self.flat[end : end + 1] == " " else None
        return (
            word is not None
            and word[0].islower()
            and len(word[0]) >= SHORTEST_NOUN
            and word[0] not in self.words.no_nouns
        )

    def _signed(self, found: Found) -> None:
        """As in "-5 degrees": a hyphen that joins nothing; nobody counts below zero."""
        before = self.flat[found.start - 2 : found.start - 1] if found.start > 1 else " "
        if (
            found.plain
            or found.spelled
            or found.start == 0
            or self.flat[found.start - 1] != "-"
            or before not in " \n\t("
        ):
            return
        found.start, found.low, found.high = found.start - 1, -found.high, -found.low

    def _reconsidered(self, found: Found) -> None:
        """Nobody counts or pays to a thousandth: "1,127 pembelotan" is more than a thousand of them.

        Rates of exchange have as many decimals, and begin with a one: "1,085 dólares".
        """
        shape = found.composed.shape if found.composed else None
        if shape is None or shape.other is None or found.scaled or shape.separator != self.words.decimal:
            return
        paid = found.unit in self.words.currencies and found.low >= LOWEST_PRICE
        counted = Role.COUNTER in found.after.near or self._noun_behind(found.end)
        if paid or (found.plain and counted):
            found.low = found.high = shape.other
