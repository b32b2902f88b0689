"""What touches a number: letters and signs that make it an ordinal, a name, a year, or no number at all."""

from __future__ import annotations

import re
from decimal import Decimal

from monitor.quantity import COUNT
from monitor.reading.numbers.composed import Page
from monitor.reading.numbers.found import NAME, ORDINAL, YEAR, Found
from monitor.reading.numbers.magnitude import is_whole
from monitor.reading.numbers.phrases import Role, is_led
from monitor.reading.numbers.words import NumberWords

NAME_AND_HYPHEN = re.compile(r"[^\W\d_]{1,12}-\Z")
YEAR_BEHIND = re.compile(r" [12]\d{3}(?!\w)")
YEAR_DIGITS = 4
SURE_YEARS = range(1900, 2101)
"""Four digits without a separator are one of these even where nothing says so."""
MOST_UNGROUPED = 9
"""Digits without a separator that somebody counted; more are the number of an account or a card."""
PLAIN = frozenset(("", " ", "\n", ".", ",", "(", ")", '"'))
"""Signs beside digits that make them neither an ordinal nor a name; "" where the text begins or ends."""
COUNTING = frozenset({Role.UNIT, Role.COUNTER, Role.AGE, Role.TIME, Role.YEAR, Role.DAY})
"""Of what stands behind a number: these show that it is one."""


class Touching:
    """Judges the numbers of one text by what they are written together with."""

    def __init__(self, words: NumberWords, page: Page) -> None:
        self.words, self.flat, self.source = words, page.flat, page.source
        self._plain_before = PLAIN - {prefix[-1] for prefix in words.ordinal_prefixes}
        self._plain_behind = PLAIN - {suffix[0] for suffix in words.ordinal_suffixes}

    # words that are written together with others

    def is_stray(self, found: Found) -> bool:
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

    def ordered(self, found: Found) -> str:
        """第百五, 三季度: an ordinal by what stands beside it, where words are not set apart."""
        if self.words.spaced:
            return COUNT
        begin, behind = self._ordinal_prefix(found.start), self._ordinal_suffix(found)
        found.start, found.end = found.start if begin is None else begin, behind or found.end
        return COUNT if begin is behind is None else ORDINAL

    # letters and signs that touch the digits

    def read(self, found: Found) -> str:
        """MI6, T-72, ke-32, 32nd, 4/2007, 1990s, £5m."""
        flat, start, end = self.flat, found.start, found.end
        if self._stands_alone(found):
            return COUNT
        if (begin := self._ordinal_prefix(start)) is not None:
            found.start = begin
            return ORDINAL
        if (behind := self._ordinal_suffix(found)) is not None:
            is_year = flat[end] == "-" and self.is_year_shape(found)  # 1990-х
            found.end = end if is_year else behind
            return YEAR if is_year else ORDINAL
        if found.before.edge == start and (self._in_name(start) or self._is_key(found)):
            return YEAR if self.is_year_shape(found) and flat[start - 1] == "-" else NAME
        if self._slashed(start, end):
            return YEAR if self.is_year_shape(found) else NAME
        return COUNT if found.before.unit and self._scaled_money(found) else self._letters_behind(found)

    def _stands_alone(self, found: Found) -> bool:
        """Whether nothing touches it that could make it anything else: so most numbers are told at a glance."""
        return (
            self.flat[found.start - 1 : found.start] in self._plain_before
            and self.flat[found.end : found.end + 1] in self._plain_behind
            and found.before.unit is None
            and found.end - found.start <= MOST_UNGROUPED
        )

    def _ordinal_suffix(self, found: Found) -> int | None:
        """Where the "nd" of "2nd" ends; but the 차 of 3차례 only begins a counter."""
        begin = found.end + self.flat.startswith("-", found.end)
        if not self.flat.startswith(self.words.ordinal_suffixes, begin):
            return None
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
        if not self.flat.endswith(self.words.ordinal_prefixes, 0, end):
            return None
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
        return YEAR if self.is_year_shape(found) else NAME

    def is_year_shape(self, found: Found) -> bool:
        return found.end - found.start == YEAR_DIGITS and is_among(found.low, SURE_YEARS)


def is_among(value: Decimal, years: range) -> bool:
    """What `in` would look through the whole range for."""
    return years.start <= value < years.stop and is_whole(value)
