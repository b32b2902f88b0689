"""What kind of number it is, by what touches it: percent, money, measure, age, time, year, ordinal, name or count."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from monitor.quantity import COUNT, Qualifier
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
from monitor.reading.numbers.surroundings import Role, is_led
from monitor.reading.numbers.words import NumberWords

CLOCK = re.compile(r"(?:[01]?\d|2[0-4])([:.])[0-5]\d(?:\1[0-5]\d)?(?![\d]|[.,:]\d)")
FOUR_DIGITS = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")
"""0105 GMT."""
RUN = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]{1,40}")
NAME_AND_HYPHEN = re.compile(r"[^\W\d_]{1,12}-\Z")
SHORTEST_NOUN = 3
MINUTE_DECIMALS = 4
LOWEST_PRICE = 2
HOURS = "duration-hour"
NOON, MIDNIGHT = 12, 24
YEAR_BEHIND = re.compile(r" [12]\d{3}(?!\w)")
OLDEST = 130
LONGEST_MONTH = 31
YEAR_DIGITS = 4
YEARS = range(1000, 2201)
SURE_YEARS = range(1900, 2101)
"""Four digits without a separator are one of these even where nothing says so."""
MOST_UNGROUPED = 9
"""Digits without a separator that somebody counted; more are the number of an account or a card."""
COUNTING = frozenset({Role.UNIT, Role.COUNTER, Role.AGE, Role.TIME, Role.YEAR, Role.DAY})
"""Of what stands behind a number: these show that it is one."""
STEPS = frozenset({PERCENTAGE_POINT, BASIS_POINT})
PARTS = STEPS | {PERCENT}


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


class Typing:
    """Types the numbers of one text."""

    def __init__(self, words: NumberWords, page: Page) -> None:
        self.words, self.flat, self.source = words, page.flat, page.source

    def typed(self, found: Found, date: DateSpan | None) -> Found | None:
        """`found` with its unit, and its span and value where the unit tells more of them; None for no number."""
        composed = found.composed
        if date is not None and (not found.spelled or not self.words.spaced) and found.bare:
            found.unit, found.date = (YEAR if found.low >= YEARS.start else DATE), date.iso
            return found
        if self._is_no_number(found, date):
            return None
        if composed and (composed.ordinal or composed.fraction):
            found.unit = ORDINAL if composed.ordinal else FRACTION
            return found
        if self._is_one(found) and self._picks_out(found):
            found.unit = DETERMINER
            return found
        found.unit = self._touching(found) if not found.spelled else self._ordered(found)
        self._qualified(found)
        self._multiplied(found)
        if found.plain:
            found.unit = self._by_words(found)
            self._signed(found)
            self._reconsidered(found)
        return found

    @staticmethod
    def _is_one(found: Found) -> bool:
        return found.low == found.high == 1 and found.spelled and found.bare

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
        return skipped or (found.spelled and self._is_stray(found))

    @staticmethod
    def _multiplied(found: Found) -> None:
        """約3割 is about 30 percent."""
        factor = found.after.factor
        if factor > 1 and found.composed:
            found.low, found.high = found.low * factor, found.high * factor
            found.composed = replace(found.composed, factor=found.composed.factor * factor, scaled=True)

    def _qualified(self, found: Found) -> None:
        """Свыше "тысячи": a word for thousands, too, is one thousand behind a bound."""
        value = self.words.atoms.get(self.flat[found.start : found.end])
        if value is not None and found.vague and found.composed and found.before.qualifier is not None:
            found.low = found.high = Decimal(value)
            found.composed = replace(found.composed, vague=False, low=found.low, high=found.high)

    # words that are written together with others

    def _is_stray(self, found: Found) -> bool:
        """Whether a sign or syllable only looks like a number: the 四 of 四川 counts nothing."""
        words, flat = self.words, self.flat
        written = flat[found.start : found.end]
        if written in words.inner:
            return len(flat) > len(written)
        if written in words.year_before and YEAR_BEHIND.match(flat, found.end):
            return True  # what is also "year" leads up to one
        counts = not COUNTING.isdisjoint(found.after.near) or found.before.unit is not None
        touched = flat[found.end : found.end + 1].isalpha() and not flat.startswith(words.endings, found.end)
        if words.spaced:
            return words.open_ended and touched and not counts
        small = len(written) == 1 or (found.composed is not None and found.composed.digits)
        touched = touched or (
            flat[found.start - 1 : found.start].isalpha() and not flat.endswith(words.beginnings, 0, found.start)
        )
        ordinal = self._ordinal_prefix(found.start) is not None or self._ordinal_suffix(found) is not None
        return small and touched and not counts and not ordinal

    def _ordered(self, found: Found) -> str:
        """第百五, 三季度: an ordinal by what stands beside it, where words are not set apart."""
        if self.words.spaced:
            return COUNT
        begin, behind = self._ordinal_prefix(found.start), self._ordinal_suffix(found)
        found.start, found.end = found.start if begin is None else begin, behind or found.end
        return COUNT if begin is behind is None else ORDINAL

    # letters and signs that touch the digits

    def _touching(self, found: Found) -> str:
        """MI6, T-72, ke-32, 32nd, 4/2007, 1990s, £5m."""
        flat, start, end = self.flat, found.start, found.end
        if (begin := self._ordinal_prefix(start)) is not None:
            found.start = begin
            return ORDINAL
        if (behind := self._ordinal_suffix(found)) is not None:
            is_year = flat[end] == "-" and self._is_year_shape(found)  # 1990-х
            found.end = end if is_year else behind
            return YEAR if is_year else ORDINAL
        if found.before.edge == start and (self._in_name(start) or self._is_key(found)):
            return YEAR if self._is_year_shape(found) and flat[start - 1] == "-" else NAME
        if self._slashed(start, end):
            return YEAR if self._is_year_shape(found) else NAME
        if found.before.unit and self._scaled_money(found):
            return COUNT
        return self._letters_behind(found)

    def _ordinal_suffix(self, found: Found) -> int | None:
        """Where the "nd" of "2nd" ends; but the 차 of 3차례 only begins a counter."""
        begin = found.end + self.flat.startswith("-", found.end)
        counter = found.after.edge if Role.COUNTER in found.after.near else 0
        for suffix in self.words.ordinal_suffixes:
            behind = begin + len(suffix)
            closed = self.words.spaced and not self.words.open_ended
            cut = (closed and self.flat[behind : behind + 1].isalnum()) or counter > behind
            if self.flat.startswith(suffix, begin) and not cut:
                return behind
        return None

    def _ordinal_prefix(self, start: int) -> int | None:
        """Where "ke-" of "ke-32" begins."""
        end = start - self.flat.startswith("-", start - 1) if start else 0
        for prefix in self.words.ordinal_prefixes:
            begin = end - len(prefix)
            open_front = not self.words.spaced or not self.flat[begin - 1 : begin].isalnum()
            if begin >= 0 and self.flat[begin:end] == prefix and open_front:
                return begin
        return None

    def _in_name(self, start: int) -> bool:
        """Letters right before, or a name with a hyphen; where words are not set apart, only Latin letters."""
        before = self.flat[start - 1 : start]
        if before.isalpha():
            return (self.words.spaced and not is_led(self.flat, start, self.words.glued)) or before.isascii()
        joined = NAME_AND_HYPHEN.search(self.source, max(start - 13, 0), start) if before == "-" else None
        return joined is not None and not joined[0].islower()

    def _is_key(self, found: Found) -> bool:
        """021-5551234, 0812…, the sixteen digits of a card."""
        written = self.flat[found.start : found.end]
        if not written.isdecimal():
            return False
        if len(written) > MOST_UNGROUPED:
            return True
        linked = (
            self.flat[found.end : found.end + 1] in ("-", "/") and self.flat[found.end + 1 : found.end + 2].isdecimal()
        )
        return written[0] == "0" and len(written) > 1 and linked

    def _slashed(self, start: int, end: int) -> bool:
        before = self.flat[start - 1 : start] == "/"
        return before or (self.flat[end : end + 1] == "/" and self.flat[end + 1 : end + 2].isdecimal())

    def _scaled_money(self, found: Found) -> bool:
        """£5m, Rp2,5 M: whether a letter multiplied the amount."""
        shape = found.composed.shape if found.composed else None
        if shape is None or shape.value is None:
            return False
        at = shape.end + self.flat.startswith(" ", shape.end)
        scale = self.words.money_scales.get(self.flat[at : at + 1])
        if scale is None or self.flat[at + 1 : at + 2].isalnum():
            return False
        found.low = found.high = shape.value * scale
        found.end = at + 1
        return True

    def _letters_behind(self, found: Found) -> str:
        flat, end = self.flat, found.end
        glued = (
            self.words.spaced
            and not self.words.open_ended
            and flat[end : end + 1].isalpha()
            and flat[end - 1].isdecimal()
        )
        known = found.after.edge > end or Role.TIME in found.after.near or Role.AGE in found.after.near
        if not glued or known:
            return COUNT
        return YEAR if self._is_year_shape(found) else NAME

    def _is_year_shape(self, found: Found) -> bool:
        return found.end - found.start == YEAR_DIGITS and found.low in SURE_YEARS

    # words around

    def _by_words(self, found: Found) -> str:
        before, after = found.before, found.after
        if found.spelled and self.flat[found.start : found.end] in self.words.ages:
            return AGE
        if after.unit in PARTS:
            return str(after.unit)
        return before.unit or self._by_role(found) or after.unit or COUNT

    def _by_role(self, found: Found) -> str | None:
        before, after = found.before, found.after
        if self._is_hour(found):
            self._set_hour(found)
            return TIME
        if Role.NAME in before.near and self._is_label(found):
            return YEAR if self._is_year_shape(found) else NAME
        if (Role.AGE in before.roles or Role.AGE in after.near) and found.high <= OLDEST:
            return AGE
        if (Role.DAY in before.near or Role.DAY in after.near) and found.bare and found.high <= LONGEST_MONTH:
            return DATE
        if (after.unit is None or Role.YEAR in after.near) and self._is_year(found):
            found.date = f"{int(found.low):04}"
            return YEAR
        return None

    def _is_hour(self, found: Found) -> bool:
        if not found.bare:
            return False
        if found.after.hours is not None:
            return found.high <= MIDNIGHT or self._is_four_digit_clock(found)
        if found.after.unit == HOURS:
            return Role.HOUR in found.before.near and found.high <= MIDNIGHT
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

    def _is_label(self, found: Found) -> bool:
        """Whether it is written as names have it, without separators, and counts nothing."""
        written = self.flat[found.start : found.end].replace(" ", "")
        return found.bare and written.isalnum() and Role.COUNTER not in found.after.near

    def _is_year(self, found: Found) -> bool:
        """Four digits that stand where years stand or can be nothing else."""
        if not found.bare or found.end - found.start != YEAR_DIGITS or found.low not in YEARS:
            return False
        if Role.YEAR in found.after.near:
            return found.low in SURE_YEARS
        if found.spelled or found.after.qualifier is not None:
            return False
        if Role.COUNTER in found.after.near:
            return False
        counted = found.low % 100 == 0 and self._noun_behind(found.end)
        if Role.YEAR in found.before.near:
            return found.low in SURE_YEARS or not counted
        return found.before.qualifier in (None, Qualifier.AT_MOST) and found.low in SURE_YEARS and not counted

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
