"""The pattern of a language's dates, made of its words: `dates.Calendar` reads what its named groups hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from monitor.reading.numbers.pieces import trie_pattern
from monitor.reading.numbers.words import DateWords

GAP = r"[^\S\n]{1,2}"
NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class Spacing:
    """Whether words are set apart from what stands before and behind them."""

    front: bool
    behind: bool


def openings_of(words: DateWords, *names: Iterable[str]) -> Iterator[str]:
    """The phrases that a date can begin with, besides digits."""
    yield from chain(*names, words.days, words.weeks, words.months, words.years)
    yield from chain(words.past_before, words.future_before, words.short_before, words.span_before, words.span_one)


def lead_of(
    words: DateWords, months: Iterable[str], suffixes: tuple[str, ...], phrases: Iterable[str]
) -> re.Pattern[str]:
    """How every date begins, and little else: what `pattern_of` need not be tried on."""
    behind_day = _any_of((*months, *words.links, *words.signs, *words.span_units))
    behind = rf"[ ]?[/.\-][ ]?\d|(?:{_any_of(suffixes)})?[\s.\-/,]{{0,3}}(?:{behind_day})"
    return re.compile(rf"\d{{1,4}}(?:{behind})|{_any_of(phrases)}")


def pattern_of(
    words: DateWords,
    months: Mapping[str, int],
    weekdays: Mapping[str, int],
    small: Mapping[str, int],
    suffixes: tuple[str, ...],
    *,
    spacing: Spacing,
) -> re.Pattern[str]:
    """One pattern for every form; the named groups tell which."""
    month, weekday, day = _any_of(() if words.signs else months), _any_of(weekdays), r"0?[1-9]|[12]\d|3[01]"
    links = "|".join(re.escape(link) for link in sorted(words.links, key=len, reverse=True)) or NEVER
    edge = r"(?<!\w)" if spacing.front else r"(?<![\da-z])"
    end, gap = (r"(?!\w)", GAP) if spacing.behind else ("", f"(?:{GAP})?")
    link = rf"(?:[ ]?(?:[.\-/,]|(?<=\s)(?:{links})(?=\s))[ ]?|[ ])"
    year = r"(?P<{}>[12]\d{{3}})(?!\d|[.,]\d)"
    before = _any_of((*words.past_before, *words.future_before))
    behind = _any_of((*words.past, *words.future))
    relative = _any_of((*words.days, *words.weeks, *words.months, *words.years))
    in_digits = r"""
        (?P<n1>\d{1,2})[ ]?(?P<sep>[/.\-])[ ]?(?P<n2>\d{1,2})[ ]?(?P=sep)[ ]?(?P<n3>[12]\d{3}|\d{2})(?![\w/]|[.\-]\d)
      | (?P<y0>[12]\d{3})(?P<sep2>[/.\-])(?P<m0>\d{1,2})(?P=sep2)(?P<d0>\d{1,2})(?![\w/]|[.\-]\d)
      | (?<=\()(?P<s1>\d{1,2})/(?P<s2>\d{1,2})(?=\))"""
    lead = _any_of((*words.short_before, *weekdays)) if words.short_before else NEVER
    suffix = _any_of(suffixes)
    count, span = rf"\d{{1,3}}|{_any_of(small)}", _any_of(words.span_units)
    one = _any_of(words.span_one)
    week = rf"(?P<week>{_any_of(words.weeks)})"
    small_number = rf"\d{{1,2}}|{_any_of(small)}"
    by_signs = f"{NEVER}(?P<sy>)(?P<sm>)(?P<sd>)"
    if words.signs:
        first, second, *third = (re.escape(sign) for sign in words.signs)
        by_signs = rf"""(?<!\d)(?:(?P<sy>[12]\d{{3}})[ ]?{first}[ ]?)?(?P<sm>{small_number})[ ]?{second}
            (?:[ ]?(?P<sd>{small_number})[ ]?(?:{"|".join(third)}))?"""
    return re.compile(
        rf"""{edge}(?:
          (?P<digits>{in_digits})
        | (?:{lead})[ ],?(?P<s3>{day})/(?P<s4>0?[1-9]|1[0-2])(?![\w/%]|[.,]\d)
        | {by_signs}
        | (?:(?P<from>{day})[ ]?-[ ]?)?(?P<d1>{day})(?:{suffix}|\.(?=[ ]))?{link}?(?P<m1>{month})(?:/(?:{month}))?{end}
            (?:\.?{link}?{year.format("y1")})?
        | (?P<m2>{month})\.?[ ](?P<d2>{day})(?:{suffix})?(?:[ ]?-[ ]?(?P<till>{day}))?(?![\d/:]|[.,]\d)
            (?:,?[ ]{year.format("y2")})?
        | (?P<m3>{month})\.?{link}?{year.format("y3")}
        | (?:(?P<first>{before}){gap})?(?P<m4>{month})(?:{gap}(?P<last>{behind}))?{end}
        | (?:(?P<wfirst>{before}){gap})?(?P<wd>{weekday})(?:{gap}(?:{week}|(?P<wlast>{behind})))?{end}
        | (?:(?P<count>{count}){gap}(?P<span>{span})|(?P<one>{one})){gap}(?:{_any_of(words.past)}){end}
        | (?:{_any_of(words.span_before)}){gap}(?:(?P<count2>{count}){gap}(?P<span2>{span})|(?P<one2>{one})){end}
        | (?P<rel>{relative}){end}
        )""",
        re.VERBOSE,
    )


def _any_of(words: Iterable[str]) -> str:
    return trie_pattern(words, gap=GAP) or NEVER
