"""Dates in a text, as far as it gives them: with a month, all in digits, by weekday, or counted from publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from monitor.reading.numbers.date_pattern import Spacing, lead_of, openings_of, pattern_of
from monitor.reading.numbers.openings import Openings, Place, runs_in
from monitor.reading.numbers.partial_dates import (
    MONTHS_IN_YEAR,
    WEEK,
    ago,
    monday,
    month_after,
    month_near,
    on_weekday,
    partial,
    week_after,
)
from monitor.reading.numbers.words import BARE, DateWords, NumberWords, Tongue

BELIEVABLE = range(1900, 2200)
"""Years of publication; a source that states another one has told no time."""
MOST_SPELLED = 31
YEAR = re.compile(r"\d{4}")
LEAD = 24
"""Characters before a month in which a word may lead up to it."""
DASHES = str.maketrans(
    {"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " "}
    | {"．": ".", "：": ":"}
    | dict.fromkeys("’ʼ‘", "'")
    | {"\u200c": " "}
    | dict(zip("\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f", "कखगजडढफय", strict=True))  # without their dot
    | {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0x966, 0xFF10) for digit in range(10)}
)
JOINTS = (" ", ", ", " (", ",", " - ")
"""Between a weekday and its date, besides words."""
DAY = 16
"""Signs behind the name of a weekday among which the word for a day stands."""
NAMES = ("m1", "m2", "m3", "m4", "wd")
"""Groups of the pattern that hold the name of a month or weekday."""


class DateKind(StrEnum):
    CALENDAR = "calendar"
    """With a day or a year in digits."""
    MONTH = "month"
    WEEKDAY = "weekday"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date as written. `iso` is as much as is known: 2024, 2024-06, 2024-06-19, --06-19; None for nothing."""

    start: int
    end: int
    iso: str | None
    kind: DateKind = DateKind.CALENDAR
    digits: tuple[int, int] | None = None
    """Where a date all in digits stands."""

    @property
    def calendar(self) -> bool:
        """Whether the numbers in it are those of a calendar: not the two of "two days ago"."""
        return self.kind is DateKind.CALENDAR


def flatten(text: str) -> str:
    """Lower case, with plain hyphens and spaces, and every character in its place."""
    lower = text.lower()
    if lower.isascii():
        return lower
    if len(lower) != len(text):
        lower = "".join(small if len(small := sign.lower()) == 1 else sign for sign in text)
    return lower.translate(DASHES)


def find_dates(text: str, language: Tongue, published: datetime | None = None) -> list[DateSpan]:
    """Every date of the text in order, none overlapping another. `published` is aware; its own zone's day counts."""
    return dates_in(text, flat := flatten(text), runs_in(flat), language, published)


def dates_in(text: str, flat: str, runs: list[Place], language: Tongue, published: datetime | None) -> list[DateSpan]:
    """`find_dates` where the text is flattened already, and its runs of digits are found."""
    words: NumberWords = language.numbers or BARE
    calendar = calendar_of(words, tuple(sorted(language.months.items())), tuple(sorted(language.weekdays.items())))
    today = published.date() if published and published.year in BELIEVABLE else None
    return list(_joined(flat, list(calendar.spans(text, flat, runs, today)), calendar.joints))


def _joined(flat: str, spans: list[DateSpan], joints: frozenset[str]) -> Iterator[DateSpan]:
    """A weekday and the date beside it are one: "Senin (11/11/2024)"."""
    position = 0
    while position < len(spans):
        span = spans[position]
        following = spans[position + 1] if position + 1 < len(spans) else None
        if (
            following
            and span.kind is DateKind.WEEKDAY
            and following.calendar
            and flat[span.end : following.start] in joints
        ):
            closed = "(" in flat[span.end : following.start] and flat.startswith(")", following.end)
            iso = following.iso
            if iso and span.iso and not YEAR.search(flat, following.start, following.end):
                iso = on_weekday(iso, date.fromisoformat(span.iso).weekday())
            yield DateSpan(span.start, following.end + closed, iso, digits=following.digits)
            position += 2
            continue
        yield span
        position += 1


@lru_cache(maxsize=64)
def calendar_of(
    words: NumberWords, months: tuple[tuple[str, int], ...], weekdays: tuple[tuple[str, int], ...]
) -> Calendar:
    small = {word: value for word, value in words.atoms.items() if 1 <= value <= MOST_SPELLED}
    spacing = Spacing(words.spaced, words.spaced and not words.open_ended)
    return Calendar(
        words.dates,
        dict(months) | dict(words.dates.month_names),
        dict(spelled(weekdays, words.dates.day_parts)) | dict(words.dates.weekday_names),
        small,
        words.ordinal_suffixes,
        spacing=spacing,
    )


def spelled(weekdays: tuple[tuple[str, int], ...], parts: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """The weekdays as they are written: with a hyphen ("quinta-feira"), with the part of the day ("Montagabend")."""
    for name, value in weekdays:
        yield name, value
        yield name.replace(" ", "-"), value
        for part in parts:
            yield name + part, value


def _plain(words: str) -> str:
    return " ".join(words.split())


class Calendar:
    """The dates of one language."""

    def __init__(
        self,
        words: DateWords,
        months: Mapping[str, int],
        weekdays: Mapping[str, int],
        small: Mapping[str, int],
        suffixes: tuple[str, ...],
        *,
        spacing: Spacing,
    ) -> None:
        """`small` are the number words up to 31, for "two days ago"; `suffixes` may stand behind a day: "1st"."""
        self._words, self._months, self._weekdays, self._small = words, months, weekdays, small
        self._pattern = pattern_of(words, months, weekdays, small, suffixes, spacing=spacing)
        phrases = frozenset(openings_of(words, months, weekdays, small))
        self._openings, self._lead = Openings(phrases, apart=spacing.front), lead_of(words, months, suffixes, phrases)
        linked = (f"{sign}{link} " for sign in (" ", ", ") for link in words.weekday_links)
        self.joints = frozenset((*JOINTS, *linked))
        self._before_month = frozenset(words.month_before)
        self._ahead = frozenset((*words.future, *words.future_before))

    def spans(self, text: str, flat: str, runs: list[Place], today: date | None) -> Iterator[DateSpan]:
        for match in self._matches(flat, runs):
            if self._words.capitals and self._is_other_word(match, text):
                continue
            span = self._span(match, flat, today)
            if span is not None:
                yield span

    def _matches(self, flat: str, runs: list[Place]) -> Iterator[re.Match[str]]:
        """All matches of the pattern, none overlapping another."""
        position = 0
        for begin, _ in self._openings.among(runs, flat):
            if begin < position or not self._lead.match(flat, begin):
                continue
            if match := self._pattern.match(flat, begin):
                position = match.end()
                yield match

    def _is_other_word(self, match: re.Match[str], text: str) -> bool:
        """Whether the name of a month or weekday stands there in small letters, with no "day" behind it."""
        if match["wd"] and text[match.end() : match.end() + DAY].lstrip().startswith(self._words.weekday_before):
            return False
        return any(match[name] and not text[match.start(name)].isupper() for name in NAMES)

    def _span(self, match: re.Match[str], flat: str, today: date | None) -> DateSpan | None:  # noqa: PLR0911 - one for each way to write a date
        start, end = match.span()
        if match["digits"]:
            iso = self._in_digits(match, today)
            return DateSpan(start, end, iso, digits=(start, end)) if iso else None
        if match["s3"]:
            return DateSpan(start, end, partial(None, int(match["s4"]), int(match["s3"]), today))
        if match["sm"]:
            iso = self._by_signs(match, today)
            return DateSpan(start, end, iso) if iso else None
        if match["m1"] or match["m2"] or match["m3"]:
            return DateSpan(start, end, self._with_month(match, today))
        if match["m4"]:
            return self._bare_month(match, flat, today)
        if match["wd"]:
            return DateSpan(start, end, self._weekday(match, today) if today else None, DateKind.WEEKDAY)
        iso = self._relative(match, today) if today else None
        return DateSpan(start, end, iso, DateKind.RELATIVE)

    def _with_month(self, match: re.Match[str], today: date | None) -> str | None:
        """Day, month and perhaps year; of two days ("21-23 August") the month."""
        year = match["y1"] or match["y2"] or match["y3"]
        day = None if match["from"] or match["till"] else match["d1"] or match["d2"]
        month = self._months[_plain(match["m1"] or match["m2"] or match["m3"])]
        return partial(int(year) if year else None, month, int(day) if day else None, today)

    def _by_signs(self, match: re.Match[str], today: date | None) -> str | None:
        year, month, day = match["sy"], self._number(match["sm"]), match["sd"]
        return partial(int(year) if year else None, month, self._number(day) if day else None, today)

    def _number(self, written: str) -> int:
        return int(written) if written.isdecimal() else self._small[written]

    def _in_digits(self, match: re.Match[str], today: date | None) -> str | None:
        if match["y0"]:
            return partial(int(match["y0"]), int(match["m0"]), int(match["d0"]), today)
        if match["s1"]:
            return partial(None, *self._month_day(int(match["s1"]), int(match["s2"])), today)
        year = int(match["n3"])
        if len(match["n3"]) == 2:
            if match["sep"] != "/":
                return None
            year += 2000
        return partial(year, *self._month_day(int(match["n1"]), int(match["n2"])), today)

    def _month_day(self, first: int, second: int) -> tuple[int, int]:
        if second > MONTHS_IN_YEAR or (self._words.order == "mdy" and first <= MONTHS_IN_YEAR):
            return first, second
        return second, first

    def _bare_month(self, match: re.Match[str], flat: str, today: date | None) -> DateSpan | None:
        start, end = match.span()
        modifier = match["first"] or match["last"]
        name = _plain(match["m4"])
        if not modifier and (name in self._small or not self._led(flat, start)):
            return None  # "de dez" is of ten, and no December
        month = self._months[name]
        iso = month_near(month, today, ahead=_plain(modifier or "") in self._ahead) if today else f"--{month:02}"
        return DateSpan(start, end, iso, DateKind.MONTH)

    def _led(self, flat: str, start: int) -> bool:
        """Whether words that lead up to a month stand before `start`."""
        words = flat[max(start - LEAD, 0) : start].rstrip(" -").split()
        return any(" ".join(words[-count:]) in self._before_month for count in (1, 2) if len(words) >= count)

    def _weekday(self, match: re.Match[str], today: date) -> str:
        """The last such day, today's included; "last" and "next" leave today out."""
        weekday = self._weekdays[_plain(match["wd"])]
        if match["week"]:
            return (monday(today, self._words.weeks[_plain(match["week"])]) + timedelta(days=weekday)).isoformat()
        back = timedelta(days=(today.weekday() - weekday) % 7)
        modifier = match["wfirst"] or match["wlast"]
        if modifier and _plain(modifier) in self._ahead:
            return (today + WEEK - back).isoformat()
        return (today - (back or WEEK if modifier else back)).isoformat()

    def _relative(self, match: re.Match[str], today: date) -> str:
        if one := match["one"] or match["one2"]:
            return ago(today, 1, self._words.span_one[_plain(one)])
        if counted := match["count"] or match["count2"]:
            count = int(counted) if counted.isdecimal() else self._small[_plain(counted)]
            return ago(today, count, self._words.span_units[_plain(match["span"] or match["span2"])])
        word = _plain(match["rel"])
        if word in self._words.days:
            return (today + timedelta(days=self._words.days[word])).isoformat()
        if word in self._words.weeks:
            return week_after(today, self._words.weeks[word])
        if word in self._words.months:
            return month_after(today, self._words.months[word])
        return f"{today.year + self._words.years[word]:04}"
