"""Dates in a text, as far as it gives them: with the month's name, all in digits, by weekday, or counted from publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from monitor.reading.number_words import BARE, DateWords, NumberWords
from monitor.reading.spelled import trie_pattern
from monitor.reading.vocabulary import Language

AHEAD = timedelta(days=31)
"""A day and month without a year may lie so far after publication; else it is the last one before."""
BELIEVABLE = range(1900, 2200)
"""Years of publication; a source that states another one has told no time."""
MONTHS_IN_YEAR = 12
MOST_SPELLED = 31
DASHES = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " "})
GAP = r"[^\S\n]{1,2}"
NAMES = ("m1", "m2", "m3", "m4", "wd")
NEVER = "(?!)"
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date as written. `iso` is as much as is known: 2024, 2024-06, 2024-06-19, --06-19 without a year; None for nothing."""

    start: int
    end: int
    iso: str | None
    digits: tuple[int, int] | None = None
    """Where a date all in digits stands."""
    calendar: bool = True
    """Whether its numbers are those of a calendar: not "two days ago"."""


def flatten(text: str) -> str:
    """Lower case, with plain hyphens and spaces, and every character in its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(small if len(small := sign.lower()) == 1 else sign for sign in text)
    return lower.translate(DASHES)


def find_dates(text: str, language: Language, published: datetime | None = None) -> list[DateSpan]:
    """Every date of the text in order, none overlapping another. `published` is aware; its own zone's day counts."""
    return dates_in(text, flatten(text), language, published)


def dates_in(text: str, flat: str, language: Language, published: datetime | None) -> list[DateSpan]:
    """`find_dates` where the text is flattened already."""
    words: NumberWords = language.numbers or BARE
    calendar = calendar_of(words, tuple(sorted(language.months.items())), tuple(sorted(language.weekdays.items())))
    today = published.date() if published and published.year in BELIEVABLE else None
    return list(_joined(flat, list(calendar.spans(text, flat, today))))


def _joined(flat: str, spans: list[DateSpan]) -> Iterator[DateSpan]:
    """A weekday and the date beside it are one: "Senin (11/11/2024)"."""
    position = 0
    while position < len(spans):
        span = spans[position]
        following = spans[position + 1] if position + 1 < len(spans) else None
        if following and not span.calendar and following.calendar and flat[span.end : following.start] in JOINTS:
            end = following.end + flat.startswith(")", following.end) * ("(" in flat[span.end : following.start])
            yield DateSpan(span.start, end, following.iso, following.digits)
            position += 2
            continue
        yield span
        position += 1


JOINTS = frozenset({" ", ", ", " (", ",", " - ", " on ", " tanggal "})


class Calendar:
    """The date patterns of one language."""

    def __init__(
        self, words: DateWords, months: Mapping[str, int], weekdays: Mapping[str, int], small: Mapping[str, int]
    ) -> None:
        """`small` are the number words up to 31, for "two days ago"."""
        self._words, self._months, self._weekdays, self._small = words, months, weekdays, small
        names = trie_pattern(months, gap=GAP) or NEVER
        days = trie_pattern(weekdays, gap=GAP) or NEVER
        links = "|".join(re.escape(link) for link in sorted(words.links, key=len, reverse=True))
        link = rf"(?:[ .\-/,]|{GAP}(?:{links}){GAP}|,{GAP})" if links else r"[ .\-/,]"
        year = r"(?P<{}>[12]\d{{3}})(?![\d]|[.,]\d)"
        day = r"(?P<{}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?"
        last = "|".join((trie_pattern(words.past, gap=GAP) or NEVER, trie_pattern(words.future, gap=GAP) or NEVER))
        first = trie_pattern((*words.past_before, *words.future_before), gap=GAP) or NEVER
        self._pattern = re.compile(
            rf"""(?<![\w])(?:
            (?P<digits>
                (?P<n1>\d{{1,2}})[ ]?(?P<sep>[/.\-])[ ]?(?P<n2>\d{{1,2}})[ ]?(?P=sep)[ ]?(?P<n3>[12]\d{{3}}|\d{{2}})(?![\w/]|[.\-]\d)
              | (?P<y0>[12]\d{{3}})(?P<sep2>[/.\-])(?P<m0>\d{{1,2}})(?P=sep2)(?P<d0>\d{{1,2}})(?![\w/]|[.\-]\d)
              | (?<=\()(?P<s1>\d{{1,2}})/(?P<s2>\d{{1,2}})(?=\)) )
            | (?:(?P<fd>0?[1-9]|[12]\d|3[01])[ ]?-[ ]?)?{day.format("d1")}[ ]?{link}?[ ]?(?P<m1>{names})\.?(?![\w])(?:[ ]?{link}?[ ]?{year.format("y1")})?
            | (?P<m2>{names})\.?[ ]{day.format("d2")}(?:[ ]?-[ ]?(?P<ld>[12]\d|3[01]|[1-9]))?(?![\d/:]|[.,]\d)(?:,?[ ]{year.format("y2")})?
            | (?P<m3>{names})\.?(?:[ ]?{link}?[ ]?){year.format("y3")}
            | (?:(?P<first>{first}){GAP})?(?P<m4>{names})(?:{GAP}(?P<last>{last}))?(?![\w])
            | (?:(?P<wfirst>{first}){GAP})?(?P<wd>{days})(?:{GAP}(?P<wlast>{last}))?(?![\w])
            | (?:(?P<count>\d{{1,3}}|{trie_pattern(small, gap=GAP) or NEVER}){GAP}(?P<span>{trie_pattern(words.span_units, gap=GAP) or NEVER})
                |(?P<one>{trie_pattern(words.span_one, gap=GAP) or NEVER})){GAP}(?P<ago>{trie_pattern(words.past, gap=GAP) or NEVER})(?![\w])
            | (?P<rel>{trie_pattern((*words.days, *words.weeks, *words.months, *words.years), gap=GAP) or NEVER})(?![\w])
            )""",
            re.VERBOSE,
        )  # fmt: skip
        self._before_month = frozenset(words.month_before)

    def spans(self, text: str, flat: str, today: date | None) -> Iterator[DateSpan]:
        for match in self._pattern.finditer(flat):
            if self._words.capitals and self._is_other_word(match, text):
                continue
            span = self._span(match, flat, today)
            if span is not None:
                yield span

    @staticmethod
    def _is_other_word(match: re.Match[str], text: str) -> bool:
        """Whether the name of a month or weekday stands there in small letters."""
        return any(match[name] and not text[match.start(name)].isupper() for name in NAMES)

    def _span(self, match: re.Match[str], flat: str, today: date | None) -> DateSpan | None:
        start, end = match.span()
        if match["digits"]:
            iso = self._all_digits(match, today)
            return DateSpan(start, end, iso, (start, end)) if iso else None
        if match["d1"] or match["d2"]:
            month = self._month(match["m1"] or match["m2"])
            day = None if match["fd"] or match["ld"] else int(match["d1"] or match["d2"])
            return DateSpan(start, end, iso_of(_number(match["y1"] or match["y2"]), month, day, today))
        if match["m3"]:
            return DateSpan(start, end, iso_of(int(match["y3"]), self._month(match["m3"]), None, today))
        if match["m4"]:
            return self._bare_month(match, flat, today)
        if match["wd"]:
            return DateSpan(start, end, self._weekday(match, today), calendar=False)
        if match["ago"]:
            return DateSpan(start, end, self._ago(match, today), calendar=False)
        return DateSpan(start, end, self._relative(" ".join(match["rel"].split()), today), calendar=False)

    def _month(self, name: str) -> int:
        return self._months[" ".join(name.split())]

    def _all_digits(self, match: re.Match[str], today: date | None) -> str | None:
        if match["y0"]:
            return iso_of(int(match["y0"]), int(match["m0"]), int(match["d0"]), today)
        if match["s1"]:
            day, month = self._day_month(int(match["s1"]), int(match["s2"]))
            return iso_of(None, month, day, today)
        year = int(match["n3"])
        if len(match["n3"]) == 2:  # noqa: PLR2004  a year without its century
            if match["sep"] != "/" and not (match["sep"] == "." and self._words.order == "dmy"):
                return None
            year += 2000
        day, month = self._day_month(int(match["n1"]), int(match["n2"]))
        return iso_of(year, month, day, today)

    def _day_month(self, first: int, second: int) -> tuple[int, int]:
        if second > MONTHS_IN_YEAR or (self._words.order == "mdy" and first <= MONTHS_IN_YEAR):
            return second, first
        return first, second

    def _bare_month(self, match: re.Match[str], flat: str, today: date | None) -> DateSpan | None:
        start, end = match.span()
        modifier = match["first"] or match["last"]
        if not modifier and not self._led(flat, start):
            return None
        month = self._month(match["m4"])
        if today is None:
            return DateSpan(start, end, f"--{month:02}", calendar=False)
        ahead = modifier in self._words.future or modifier in self._words.future_before
        year = today.year + (ahead and month <= today.month) - (not ahead and month > today.month)
        return DateSpan(start, end, f"{year:04}-{month:02}", calendar=False)

    def _led(self, flat: str, start: int) -> bool:
        """Whether words that lead up to a month stand before `start`."""
        before = flat[max(start - 24, 0) : start].rstrip(" -")
        words = before.split()
        return any(" ".join(words[-count:]) in self._before_month for count in (1, 2) if len(words) >= count)

    def _weekday(self, match: re.Match[str], today: date | None) -> str | None:
        if today is None:
            return None
        back = (today.weekday() - self._weekdays[" ".join(match["wd"].split())]) % 7
        modifier = match["wfirst"] or match["wlast"]
        if modifier in self._words.future or modifier in self._words.future_before:
            return (today + timedelta(days=7 - back)).isoformat()
        if modifier and back == 0:
            back = 7
        return (today - timedelta(days=back)).isoformat()

    def _relative(self, word: str, today: date | None) -> str | None:
        if today is None:
            return None
        if word in self._words.days:
            return (today + timedelta(days=self._words.days[word])).isoformat()
        if word in self._words.weeks:
            return week_of(today + WEEK * self._words.weeks[word])
        if word in self._words.months:
            return month_of(today, self._words.months[word])
        return f"{today.year + self._words.years[word]:04}"

    def _ago(self, match: re.Match[str], today: date | None) -> str | None:
        if today is None:
            return None
        if match["one"]:
            count, unit = 1, self._words.span_one[" ".join(match["one"].split())]
        else:
            counted = match["count"]
            count = int(counted) if counted.isdecimal() else self._small[" ".join(counted.split())]
            unit = self._words.span_units[" ".join(match["span"].split())]
        match unit:
            case "day":
                return (today - timedelta(days=count)).isoformat()
            case "week":
                return week_of(today - WEEK * count)
            case "month":
                return month_of(today, -count)
            case _:
                return f"{today.year - count:04}"


def month_of(today: date, months: int) -> str:
    """The month so many months away."""
    count = today.year * MONTHS_IN_YEAR + today.month - 1 + months
    return f"{count // MONTHS_IN_YEAR:04}-{count % MONTHS_IN_YEAR + 1:02}"


def week_of(day: date) -> str:
    """As much as one can say of the week from Monday around a day: its month, or its year where it lies in two months."""
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=6)
    return f"{first.year:04}-{first.month:02}" if first.month == last.month else f"{first.year:04}"


def iso_of(year: int | None, month: int, day: int | None, today: date | None) -> str | None:
    """The partial ISO date; without a year the one nearest before publication, or soon after. None where no such day is."""
    if not 1 <= month <= MONTHS_IN_YEAR or not _is_day(year, month, day):
        return None
    if year is None:
        year = _year_for(month, day, today) if today else None
    rest = f"{month:02}" if day is None else f"{month:02}-{day:02}"
    return f"--{rest}" if year is None else f"{year:04}-{rest}"


def _is_day(year: int | None, month: int, day: int | None) -> bool:
    if day is None:
        return True
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def _year_for(month: int, day: int | None, today: date) -> int:
    for year in (today.year + 1, today.year):
        if _is_day(year, month, day) and date(year, month, day or 1) <= today + AHEAD:
            return year
    return today.year - 1


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


@lru_cache(maxsize=64)
def calendar_of(words: NumberWords, months: tuple[tuple[str, int], ...], weekdays: tuple[tuple[str, int], ...]) -> Calendar:
    small = {word: value for word, value in words.atoms.items() if 1 <= value <= MOST_SPELLED}
    return Calendar(words.dates, dict(months), dict(weekdays), small)
