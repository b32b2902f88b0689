"""What CLDR says of a language's numbers: spelled by unicode-rbnf; compact forms, units, money, calendar by Babel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from unicodedata import combining, normalize

from babel import Locale
from babel.dates import get_date_format
from babel.numbers import get_currency_name, get_currency_symbol
from babel.units import format_unit
from unicode_rbnf import FormatPurpose, RbnfEngine

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f"))
PLAIN: dict[int, str | None] = {**INVISIBLE, **dict.fromkeys(map(ord, "’ʼ‘"), "'"), 0x200C: " "}
"""With the apostrophes of every keyboard as one."""
FIGURE = re.compile(r"\d[\d.,٫]*")
HUNDREDS = range(100, 1000, 100)
POWERS = tuple(10**power for power in (2, 3, 4, 5, 6, 7, 8, 9, 12, 15))
COEFFICIENTS = (1, 2, 3, 5, 7)
"""Every plural form that CLDR knows follows one of these."""
TERRITORY = re.compile(r"[A-Z]{2}")
PSEUDO_TERRITORIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
"""Codes that CLDR names and that are no countries."""
BRACKETS = re.compile(r"\s*[（(]([^()（）]*)[)）]")
LONGEST_ABBREVIATION = 2
"""So short in Latin letters ("K", "M"), a scale counts only directly behind digits, and the language file says so."""


def listed(words: str) -> str:
    """The form in which words are listed: lower case, hyphens as spaces, nothing invisible; a single sign as it is."""
    return " ".join(words.translate(PLAIN).replace("-", " ").lower().split()) if len(words) > 1 else words.lower()


def atoms(code: str, scales: Iterable[str], *, compounds: bool = False) -> dict[str, int]:
    """0 to 99, the hundreds, and the round numbers that are more than a small one and a scale: "seribu".

    Of `compounds` also what is more than its parts: "centotto" has lost a vowel of "cento".
    """
    engine, scales, found = RbnfEngine.for_language(code), tuple(scales), dict[str, int]()
    for number in (*range(100), *HUNDREDS):
        found |= {word: number for word in _spelled(engine, number) if word not in found}
    if compounds:
        parts = {head + tail for head in found if found[head] >= 100 for tail in found if found[tail] < 100}
        between = ((number, word) for number in range(101, 1000) for word in _spelled(engine, number))
        found |= {
            word: number for number, word in between if " " not in word and parts.isdisjoint((word, unmarked(word)))
        }
    small = frozenset(found)
    for number in POWERS[1:]:
        words = (word for word in _spelled(engine, number) if word not in found)
        found |= {word: number for word in words if not any(_head(word, scale) in small for scale in scales)}
    return found


def unmarked(word: str) -> str:
    """Without accents: "ventitre"."""
    return "".join(sign for sign in normalize("NFD", word) if not combining(sign))


def scales(code: str) -> dict[str, int]:
    """What follows the coefficient: "juta" of "dua juta", "тысячи" of "две тысячи"."""
    engine, found = RbnfEngine.for_language(code), dict[str, int]()
    for power in POWERS:
        for coefficient in COEFFICIENTS:
            for word in _multipliers(engine, coefficient, power):
                found.setdefault(word, power)
    return {word: power for word, power in found.items() if not _is_longer(word, found)}


def compact_scales(code: str) -> dict[str, int]:
    """Of compact decimals: "rb", "Mio.", "万"."""
    found: dict[str, int] = {}
    for written, power, _ in _compact(code):
        word = listed(written).rstrip(".")
        if len(word) > LONGEST_ABBREVIATION or (word and not word.isascii()):
            found.setdefault(word, power)
    return found


def compact_letters(code: str) -> dict[str, tuple[int, bool]]:
    """Of compact decimals what stands directly behind the digits: "K", "M"; and whether a space may be between."""
    found: dict[str, tuple[int, bool]] = {}
    for written, power, apart in _compact(code):
        if written.isascii() and written.isalpha() and len(written) <= LONGEST_ABBREVIATION:
            found.setdefault(written, (power, apart))
    return found


def _compact(code: str) -> Iterator[tuple[str, int, bool]]:
    """What stands behind the digits, the power of ten it means, and whether a space is between."""
    for width in ("long", "short"):
        for patterns in Locale.parse(code).compact_decimal_formats.get(width, {}).values():
            for power, pattern in patterns.items():
                positive = pattern.pattern.split(";")[0].replace("'", "").replace("\u00a0", " ")
                if "0" in positive:
                    written = positive.replace("0", "")
                    yield written.strip(), int(power) // 10 ** (positive.count("0") - 1), written.startswith(" ")


def ordinals(code: str) -> dict[str, int]:
    """From the second on: the first is an adverb and an adjective too often."""
    engine = RbnfEngine.for_language(code)
    return {word: number for number in range(2, 100) for word in _spelled(engine, number, FormatPurpose.ORDINAL)}


def unit_names(code: str, units: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names of units with their identifiers; where Babel has no name it gives the identifier."""
    for unit in units:
        for count in (*COEFFICIENTS, Decimal("1.5")):
            written = format_unit(count, unit, "long", locale=code)
            if unit not in written:
                yield listed(FIGURE.sub("", written)), unit


def currency_names(code: str, currencies: Iterable[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for currency in currencies:
        names |= {listed(get_currency_name(currency, count, code)): currency for count in (None, *COEFFICIENTS)}
        symbol = get_currency_symbol(currency, code)
        if symbol != currency:  # in small letters codes are other words: "try", "pen"
            names.setdefault(listed(symbol), currency)
    return names


def separators(code: str) -> tuple[str, str]:
    """The signs before decimals and between groups."""
    symbols = Locale.parse(code).number_symbols["latn"]
    return symbols["decimal"], symbols["group"]


def date_order(code: str) -> str:
    """dmy, mdy or ymd."""
    pattern = get_date_format("short", code).pattern.lower()
    return "".join(dict.fromkeys(sign for sign in pattern if sign in "dmy"))


def calendar_words(code: str) -> tuple[dict[str, int], dict[str, int]]:
    """Months (1 to 12), also abbreviated, and weekdays (Monday is 0), in lower case.

    Abbreviated weekdays are other words too often: "sun", "sat".
    """
    locale, months, days = Locale.parse(code), dict[str, int](), dict[str, int]()
    for context in ("stand-alone", "format"):
        for width in ("abbreviated", "wide"):
            months |= {listed(name).rstrip("."): number for number, name in locale.months[context][width].items()}
        days |= {listed(name): number for number, name in locale.days[context]["wide"].items()}
    return months, days


@lru_cache(maxsize=1)
def country_codes() -> dict[str, str]:
    """ISO 3166 codes with the English names."""
    english = Locale.parse("en").territories
    return {
        code: BRACKETS.sub("", name).replace("’", "'").replace("&", "and")
        for code, name in english.items()
        if TERRITORY.fullmatch(code) and code not in PSEUDO_TERRITORIES
    }


def country_names(code: str) -> dict[str, tuple[str, ...]]:
    """The names of countries in a language, by the English ones."""
    territories, plain = Locale.parse(code).territories, Locale("en").territories
    return {
        english: _spellings(territories[territory], both="(" in plain[territory])
        for territory, english in country_codes().items()
        if territory in territories
    }


def _spellings(name: str, *, both: bool) -> tuple[str, ...]:
    """Both names of "Myanmar (Burma)"; but of "Виргинские о-ва (США)" the brackets hold whose they are."""
    inside = BRACKETS.findall(name) if both else ()
    return tuple(dict.fromkeys((BRACKETS.sub("", name).strip(), *(part.strip() for part in inside))))


def _spelled(engine: RbnfEngine, number: int, purpose: FormatPurpose = FormatPurpose.CARDINAL) -> set[str]:
    """The number in every gender, case and style that CLDR has; empty where it has none for the purpose."""
    public = (name for name, rules in engine.rulesets.items() if not rules.is_private)
    names = [name for name in public if FormatPurpose.from_ruleset_name(name) == purpose]
    spelled = engine.format_number(number, purpose, names).text_by_ruleset.values() if names else ()
    return {text for text in map(listed, spelled) if not any(sign.isdigit() for sign in text)}


def _multipliers(engine: RbnfEngine, coefficient: int, power: int) -> Iterator[str]:
    for whole in _spelled(engine, coefficient * power):
        for head in _spelled(engine, coefficient):
            if whole.startswith(head) and (rest := whole[len(head) :].strip()):
                yield rest


def _head(word: str, scale: str) -> str | None:
    """What stands before a scale that a word ends in."""
    return word.removesuffix(scale).rstrip() if word.endswith(scale) else None


def _is_longer(word: str, scales: Iterable[str]) -> bool:
    """Whether a word only ends in a scale: "hundred thousand", and the "ty million" of "seventy million"."""
    return any(word != scale and word.endswith(scale) for scale in scales)
