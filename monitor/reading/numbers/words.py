"""What the number reader needs of a language: plain data; `monitor.rulebook.number_words` makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from monitor.quantity import Qualifier

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DateWords:
    """Words of dates. Relative words count from the publication time."""

    month_names: Mapping[str, int] = field(default_factory=dict)
    """Names of months that CLDR lacks: "Sept"."""
    weekday_names: Mapping[str, int] = field(default_factory=dict)
    """Likewise of weekdays, Monday being 0: "в среду"."""
    order: str = "dmy"
    """Of a date all in digits, where the digits themselves do not tell: dmy, mdy or ymd."""
    capitals: bool = False
    """Whether months and weekdays begin with a capital: "may" and "minggu" are other words."""
    weekday_before: tuple[str, ...] = ()
    """A weekday before one that begins so needs no capital: "perşembe" günü."""
    days: Mapping[str, int] = field(default_factory=dict)
    """"yesterday": -1."""
    weeks: Mapping[str, int] = field(default_factory=dict)
    """"last week": -1."""
    months: Mapping[str, int] = field(default_factory=dict)
    """"last month": -1."""
    years: Mapping[str, int] = field(default_factory=dict)
    """"this year": 0."""
    past: tuple[str, ...] = ()
    """After a weekday, month or span of time: "lalu", "ago"."""
    past_before: tuple[str, ...] = ()
    """Before a weekday or month: "last"."""
    future: tuple[str, ...] = ()
    future_before: tuple[str, ...] = ()
    month_before: tuple[str, ...] = ()
    """Without a word of these before it, a month alone is no date."""
    short_before: tuple[str, ...] = ()
    """Behind these, as behind a weekday, two numbers are a day and its month: "ngày" 27/9."""
    span_units: Mapping[str, str] = field(default_factory=dict)
    """"days": "day", for "two days ago"; also week, month, year."""
    span_one: Mapping[str, str] = field(default_factory=dict)
    """The same with "one" in it: "a week", "sebulan"."""
    span_before: tuple[str, ...] = ()
    """Before a span of time, these make it past: "il y a" deux jours."""
    day_parts: tuple[str, ...] = ()
    """Behind the name of a weekday, in one word: "Montag|abend", "dinsdag|ochtend"."""
    weekday_links: tuple[str, ...] = ()
    """Between a weekday and its date: "on"."""
    links: tuple[str, ...] = ()
    """Between the parts of one date: "of", "bulan", "tahun"."""
    signs: tuple[str, ...] = ()
    """Behind the year, the month and the day of a date in this order: 2024年11月13日; more than three for the day."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NumberWords:
    """All words are in lower case. Compared by identity, so that what is compiled from it can be cached on it."""

    decimal: str = "."
    group: str = ","
    slash_decimals: bool = False
    """Whether ۱۲/۵ is twelve and a half."""
    spaced: bool = True
    """Whether words are set apart by spaces."""
    open_ended: bool = False
    """Whether counters and particles are written right behind a number word, as in Korean."""
    elided: bool = False
    """Whether a digit that ends a number counts the scale below the last one: "一万三" is 13,000."""
    glued: tuple[str, ...] = ()
    """What may be written together with the word behind it, as "و" and "ال" are."""
    inner: tuple[str, ...] = ()
    """Number words that alone are other words, and count only within a longer number."""
    compounds: bool = False
    """Whether number words are written together: "zweihundertfünf"."""
    endings: tuple[str, ...] = ()
    """What may be joined to the last word of a number: the "dan" of "milyondan", the "jährige" of "dreißigjährige"."""
    beginnings: tuple[str, ...] = ()
    """What may stand joined before a single sign that is a number, where words are not set apart: 排名"前"三."""
    # the number itself
    atoms: Mapping[str, int] = field(default_factory=dict)
    """What is added: 0 to 99, the hundreds, and whatever has a word of its own ("seribu")."""
    scales: Mapping[str, Decimal] = field(default_factory=dict)
    """What multiplies: hundred, thousand, dozen, "ribu", "mln"."""
    attached: Mapping[str, Decimal] = field(default_factory=dict)
    """Scales that count only directly behind digits, in this case of letters: K, M, bn."""
    generations: tuple[str, ...] = ()
    """Those of `attached` that make a name of a single digit: 5G."""
    pointed: Mapping[str, Decimal] = field(default_factory=dict)
    """The same, but only behind decimals: 1.2b."""
    apart: Mapping[str, Decimal] = field(default_factory=dict)
    """The same behind a space: "2 M"."""
    sounded: Mapping[str, int] = field(default_factory=dict)
    """Atoms written as they sound: にじゅう for 二十. They count only where no letter touches the whole number."""
    sounded_scales: Mapping[str, int] = field(default_factory=dict)
    articles: tuple[str, ...] = ()
    """Stand for one before a scale: "a thousand"."""
    joiners: tuple[str, ...] = ()
    """Between the parts of a number: "and"."""
    joins_digits: bool = False
    """Whether digits of any size may follow a joiner: "۱۲ هزار و ۵۰۰" is 12,500."""
    digits_behind: bool = False
    """Whether digits may follow a thousand with nothing between: "2 bin 600" is 2,600."""
    points: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    halves: Mapping[str, Decimal] = field(default_factory=dict)
    """Before a scale: "half a" million. What is more than one also stands alone: "anderthalb"."""
    plus_halves: Mapping[str, Decimal] = field(default_factory=dict)
    """After a number: five "and a half" million."""
    vague: Mapping[str, Interval] = field(default_factory=dict)
    """Numbers of their own: "puluhan" is 10 to 99."""
    some: Mapping[str, Interval] = field(default_factory=dict)
    """Numbers only before a scale: "several" hundred."""
    vague_links: tuple[str, ...] = ()
    """Between a vague word and its scale: tens "of" thousands."""
    idioms: tuple[str, ...] = ()
    """Phrases that begin like a number and are none: "plus minus", "no one"."""
    denominators: Mapping[str, int] = field(default_factory=dict)
    """Two "thirds"."""
    fraction_links: tuple[str, ...] = ()
    """Between a denominator and what is divided by it: 三"分之"二."""
    rounded: frozenset[str] = frozenset()
    """Numbers that are none to a man: "une trentaine"."""
    inside: Mapping[str, Qualifier] = field(default_factory=dict)
    """Qualifiers between a number and its scale: 500"余"万."""
    ages: Mapping[str, int] = field(default_factory=dict)
    """Words for people of an age: "trentenne"."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinal_suffixes: tuple[str, ...] = ()
    ordinal_prefixes: tuple[str, ...] = ()
    # what stands around it
    units: Mapping[str, str] = field(default_factory=dict)
    """Behind a number: "persen" is percent, "km" length-kilometer (CLDR's name of the unit), "euro" EUR."""
    unit_endings: tuple[str, ...] = ()
    """What may be joined to a unit: the "ye" of "metreye"."""
    unit_links: tuple[str, ...] = ()
    """Between a number and its unit or counter: a million "of" dollars, in languages that say so."""
    unit_factors: Mapping[str, int] = field(default_factory=dict)
    """Of units that are several of what they are read as: one "割" is ten percent."""
    bare_points: tuple[str, ...] = ()
    """Nouns that behind a small fraction are percentage points without saying so: 0,2 "point", half "a point"."""
    prefixes: Mapping[str, str] = field(default_factory=dict)
    """Before a number: "Rp" is IDR."""
    currencies: frozenset[str] = frozenset()
    """ISO 4217 codes, in capitals: before or behind a number they are money."""
    money_scales: Mapping[str, Decimal] = field(default_factory=dict)
    """Letters that scale an amount of money and mean something else behind other digits: "m" a million, not a metre."""
    before: Mapping[str, Qualifier] = field(default_factory=dict)
    """Qualifiers before a number."""
    after: Mapping[str, Qualifier] = field(default_factory=dict)
    """Qualifiers behind a number and its noun."""
    after_plain: tuple[str, ...] = ()
    """Phrases that begin like a qualifier of `after` and are none: "lebih banyak"."""
    transparent: tuple[str, ...] = ()
    """May stand between a qualifier and its number: "a total of"."""
    counters: tuple[str, ...] = ()
    """Nouns for which even 2024 is a count, and behind which a qualifier may follow: "people"."""
    no_nouns: tuple[str, ...] = ()
    """Words that may follow a number and are nothing counted: "and", "from"."""
    age_before: tuple[str, ...] = ()
    age_after: tuple[str, ...] = ()
    year_before: tuple[str, ...] = ()
    year_after: tuple[str, ...] = ()
    """Behind a year: 2024"年"."""
    day_before: tuple[str, ...] = ()
    """Before a day of the month: "tanggal"."""
    day_after: tuple[str, ...] = ()
    """Behind one: 12"日"."""
    time_before: tuple[str, ...] = ()
    hour_before: tuple[str, ...] = ()
    """Before a number of hours, these make it a time: "à" 18 heures."""
    hour_signs: tuple[str, ...] = ()
    """Between hours and minutes, besides a colon: 16"h"30."""
    afternoon_before: tuple[str, ...] = ()
    """Before a time, these add twelve hours to one before noon: "午後"."""
    time_after: Mapping[str, int] = field(default_factory=dict)
    """Behind a time, with the hours they add to one before noon: "pm" 12."""
    minute_signs: tuple[str, ...] = ()
    """Behind the minutes, where a time is written 9時30分; the word of `time_after` stands behind the hours."""
    street_before: tuple[str, ...] = ()
    """Words of a street whose name and the number of a house follow: "ul." Lipowej 12."""
    name_before: tuple[str, ...] = ()
    """"Article", "Nomor", "Group of"."""
    one_skipped_after: tuple[str, ...] = ()
    """Words after which "one" is no number: "no"."""
    one_articles: tuple[str, ...] = ()
    """Words for one that are articles too: they count only before a unit or a counter."""
    one_points_after: tuple[str, ...] = ()
    """Words after which "one" picks out and counts nothing: "salah"."""
    one_points_before: tuple[str, ...] = ()
    """Words before which it does: "of"."""
    # two of them
    between: tuple[str, ...] = ()
    between_links: tuple[str, ...] = ()
    range_links: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    estimate_links: tuple[str, ...] = ()
    """Between two digits that follow each other and are one estimate: 2"、"3人."""
    score_links: tuple[str, ...] = ()
    """Between the two sides of a score, besides a hyphen or colon: 3"比"1."""
    coordinations: tuple[str, ...] = ()
    step_before: tuple[str, ...] = ()
    """Before the first of two counts, these make of "to" what it comes to: "rose by 19 to 2,056"."""
    change_before: tuple[str, ...] = ()
    """Before the first of two numbers, these make "to" a change and no range: "from"."""
    change_verbs: tuple[str, ...] = ()
    """Beginnings of verbs without which "from 1,000 to 3,000 soldiers" is a range nevertheless: "ris", "increas"."""
    change_after: tuple[str, ...] = ()
    """Behind the second of two numbers, these do: "139人から300人|に"."""
    dates: DateWords = field(default_factory=DateWords)


BARE = NumberWords()
"""For a language without number words: digits are still read."""


class Tongue(Protocol):
    """What of a language numbers and dates are read with."""

    @property
    def numbers(self) -> NumberWords | None: ...

    @property
    def months(self) -> Mapping[str, int]:
        """Names in lower case."""

    @property
    def weekdays(self) -> Mapping[str, int]:
        """Names in lower case; Monday is 0."""
