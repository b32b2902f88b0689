"""Makes a language's number words: generated from CLDR (unicode-rbnf, Babel), mended by the language's own file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import get_date_format
from babel.numbers import get_currency_name, get_currency_symbol, list_currencies
from babel.units import format_unit
from ruamel.yaml import YAML
from unicode_rbnf import FormatPurpose, RbnfEngine

from monitor.quantity import Qualifier
from monitor.reading.number_words import DateWords, NumberWords

FOLDER = Path(__file__).parent.parent / "reading" / "languages"
FIGURE = re.compile(r"\d[\d.,٫]*")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f"))
HUNDREDS = range(100, 1000, 100)
POWERS = tuple(10**power for power in (2, 3, 4, 5, 6, 7, 8, 9, 12, 15))
COEFFICIENTS = (1, 2, 3, 5, 7)
"""Every plural form that CLDR knows follows one of these."""
COMPACT_ONLY_ATTACHED = 2
"""Shorter abbreviations of scales ("K", "M") count only directly behind digits."""
UNITS = tuple(
    [
        "length-kilometer",
        "length-meter",
        "length-centimeter",
        "length-millimeter",
        "length-mile",
        "length-foot",
        "length-yard",
        "length-inch",
        "length-nautical-mile",
        "area-hectare",
        "area-acre",
        "area-square-kilometer",
        "area-square-meter",
        "area-square-mile",
        "mass-kilogram",
        "mass-gram",
        "mass-milligram",
        "mass-tonne",
        "mass-ton",
        "mass-pound",
        "mass-ounce",
        "volume-liter",
        "volume-milliliter",
        "volume-barrel",
        "volume-gallon",
        "volume-cubic-meter",
        "temperature-celsius",
        "temperature-fahrenheit",
        "speed-kilometer-per-hour",
        "speed-mile-per-hour",
        "speed-knot",
        "power-kilowatt",
        "power-megawatt",
        "power-gigawatt",
        "energy-kilowatt-hour",
        "digital-gigabyte",
        "digital-megabyte",
        "digital-terabyte",
        "frequency-hertz",
        "frequency-megahertz",
        "duration-year",
        "duration-month",
        "duration-week",
        "duration-day",
        "duration-hour",
        "duration-minute",
        "duration-second",
        "duration-decade",
        "duration-century",
        "concentr-percent",
        "concentr-permille",
    ]
)
SYMBOLS = {
    "km": "length-kilometer", "cm": "length-centimeter", "mm": "length-millimeter", "m": "length-meter",
    "kg": "mass-kilogram", "mg": "mass-milligram", "g": "mass-gram", "ha": "area-hectare", "ml": "volume-milliliter",
    "km²": "area-square-kilometer", "km2": "area-square-kilometer", "m²": "area-square-meter", "m2": "area-square-meter",
    "m³": "volume-cubic-meter", "km/h": "speed-kilometer-per-hour", "km/jam": "speed-kilometer-per-hour", "mph": "speed-mile-per-hour",
    "°c": "temperature-celsius", "°f": "temperature-fahrenheit", "kw": "power-kilowatt", "mw": "power-megawatt",
    "gw": "power-gigawatt", "kwh": "energy-kilowatt-hour", "mhz": "frequency-megahertz", "hz": "frequency-hertz",
    "gb": "digital-gigabyte", "mb": "digital-megabyte", "tb": "digital-terabyte", "ft": "length-foot",
    "%": "percent", "％": "percent", "٪": "percent", "‰": "concentr-permille",
}  # fmt: skip
"""Symbols that are the same in every language (ISO 80000, and the two English ones in use everywhere)."""
RENAMED = {"concentr-percent": "percent"}
CURRENCY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH", "฿": "THB",
                  "₫": "VND", "₱": "PHP", "₦": "NGN", "₪": "ILS", "US$": "USD", "A$": "AUD", "C$": "CAD", "S$": "SGD", "HK$": "HKD",
                  "NT$": "TWD", "R$": "BRL", "Rp": "IDR", "Rp.": "IDR", "RM": "MYR"}  # fmt: skip
COMMON_CURRENCIES = tuple(
    [
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CNY",
        "IDR",
        "MYR",
        "SGD",
        "THB",
        "PHP",
        "VND",
        "INR",
        "PKR",
        "KRW",
        "TWD",
        "HKD",
        "AUD",
        "NZD",
        "CAD",
        "CHF",
        "SEK",
        "NOK",
        "DKK",
        "PLN",
        "CZK",
        "HUF",
        "RON",
        "UAH",
        "RUB",
        "TRY",
        "ILS",
        "SAR",
        "AED",
        "QAR",
        "KWD",
        "EGP",
        "IRR",
        "IQD",
        "NGN",
        "ZAR",
        "KES",
        "BRL",
        "ARS",
        "MXN",
        "CLP",
        "COP",
        "PEN",
    ]
)
"""Currencies whose names are looked for; the codes of all are known."""


def number_words(code: str, *, folder: Path = FOLDER) -> NumberWords:
    """The number words of a language. Raises FileNotFoundError where `folder` has no file for it."""
    return made_from(code, YAML(typ="safe", pure=True).load(folder / f"{code}.numbers.yaml"))


def made_from(code: str, written: Mapping[str, Any]) -> NumberWords:
    """Number words of CLDR's locale `code`, with what the language file adds; what it maps to null is taken out."""
    locale = Locale.parse(code)
    symbols = locale.number_symbols["latn"]
    fields: dict[str, Any] = {key: value for key, value in written.items() if key != "dates"}
    fields |= {key: tuple(map(_lower, value)) for key, value in fields.items() if isinstance(value, list)}
    fields["per_million"] = frozenset(fields.get("per_million", ()))
    scales = _merged(_scales(code) | _compact(locale, "long") | _compact(locale, "short"), written, "scales")
    fields["scales"] = _decimals(scales)
    atoms = {word: value for word, value in _atoms(code).items() if value < 1000 or not _composed(word, scales)}
    fields["atoms"] = _merged(atoms, written, "atoms")
    fields["attached"] = {word: Decimal(str(value)) for word, value in written.get("attached", {}).items()}
    fields["ordinals"] = _merged(_ordinals(code), written, "ordinals")
    fields["units"] = _merged(_unit_names(locale) | SYMBOLS | _currency_names(locale), written, "units")
    signs = {_lower(sign): currency for sign, currency in CURRENCY_SIGNS.items()}
    fields["prefixes"] = _merged(signs, written, "prefixes")
    fields["currencies"] = frozenset(list_currencies())
    for part in ("halves", "plus_halves"):
        fields[part] = _decimals(_merged({}, written, part))
    for part in ("vague", "some"):
        fields[part] = {_lower(word): (low, high) for word, (low, high) in written.get(part, {}).items()}
    for part in ("before", "after"):
        fields[part] = {
            _lower(word): Qualifier(name) for name, words in written.get(part, {}).items() for word in words
        }
    return NumberWords(
        decimal=symbols["decimal"],
        group=symbols["group"],
        dates=_date_words(locale, written.get("dates", {})),
        **fields,
    )


def calendar_words(code: str) -> tuple[dict[str, int], dict[str, int]]:
    """CLDR's months (1 to 12), also abbreviated, and weekdays (Monday is 0), in lower case.

    Abbreviated weekdays are other words too often: "sun", "sat".
    """
    locale = Locale.parse(code)
    months, days = {}, {}
    for context in ("stand-alone", "format"):
        for width in ("abbreviated", "wide"):
            months |= {_lower(name).rstrip("."): number for number, name in locale.months[context][width].items()}
        days |= {_lower(name): number for number, name in locale.days[context]["wide"].items()}
    return months, days


def _lower(word: str) -> str:
    return " ".join(word.translate(INVISIBLE).replace("-", " ").lower().split()) if len(word) > 1 else word.lower()


def _merged(generated: Mapping[str, Any], written: Mapping[str, Any], part: str) -> dict[str, Any]:
    mended = dict(generated) | {_lower(word): value for word, value in written.get(part, {}).items()}
    return {word: value for word, value in mended.items() if value is not None and word}


def _decimals(words: Mapping[str, Any]) -> dict[str, Decimal]:
    return {word: Decimal(str(value)) for word, value in words.items()}


def _spelled(engine: RbnfEngine, number: int, purpose: FormatPurpose = FormatPurpose.CARDINAL) -> set[str]:
    return {_lower(text) for text in engine.format_number(number, purpose).text_by_ruleset.values()}


def _atoms(code: str) -> dict[str, int]:
    engine = RbnfEngine.for_language(code)
    atoms: dict[str, int] = {}
    for number in (*range(100), *HUNDREDS, *POWERS[1:]):
        for word in _spelled(engine, number):
            if not any(sign.isdigit() for sign in word):
                atoms.setdefault(word, number)
    return atoms


def _scales(code: str) -> dict[str, int]:
    """What follows the coefficient: "juta" of "dua juta", "тысячи" of "две тысячи"."""
    engine = RbnfEngine.for_language(code)
    scales: dict[str, int] = {}
    for power in POWERS:
        for coefficient in COEFFICIENTS:
            for head in _spelled(engine, coefficient):
                for whole in _spelled(engine, coefficient * power):
                    if (
                        whole.startswith(head)
                        and (rest := whole[len(head) :].strip())
                        and not any(map(str.isdigit, rest))
                    ):
                        scales.setdefault(rest, power)
    return {word: value for word, value in scales.items() if not _composed(word, scales)}


def _composed(word: str, scales: Mapping[str, int]) -> bool:
    """Whether a word only ends in a scale: "hundred thousand", and the "ty million" of "seventy million"."""
    return any(word != scale and word.endswith(scale) for scale in scales)


def _compact(locale: Locale, width: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for patterns in locale.compact_decimal_formats.get(width, {}).values():
        for power, pattern in patterns.items():
            zeros = pattern.pattern.split(";")[0].count("0")
            word = _lower(
                pattern.pattern.split(";")[0].replace("0", "").replace("'", "").replace("\u00a0", " ")
            ).rstrip(".")
            if len(word) > COMPACT_ONLY_ATTACHED or (word and not word.isascii()):
                found.setdefault(word, int(power) // 10 ** (zeros - 1))
    return found


def _ordinals(code: str) -> dict[str, int]:
    engine = RbnfEngine.for_language(code)
    spelled = ((word, number) for number in range(2, 100) for word in _spelled(engine, number, FormatPurpose.ORDINAL))
    return {word: number for word, number in spelled if not any(sign.isdigit() for sign in word)}


def _unit_names(locale: Locale) -> dict[str, str]:
    return {name: RENAMED.get(unit, unit) for unit in UNITS for name in _names_of_unit(unit, locale)}


def _names_of_unit(unit: str, locale: Locale) -> Iterator[str]:
    for count in (*COEFFICIENTS, Decimal("1.5")):
        yield _lower(FIGURE.sub("", format_unit(count, unit, "long", locale=locale)))


def _currency_names(locale: Locale) -> dict[str, str]:
    names: dict[str, str] = {}
    for currency in COMMON_CURRENCIES:
        for count in (None, *COEFFICIENTS):
            names[_lower(get_currency_name(currency, count, locale))] = currency
        symbol = get_currency_symbol(currency, locale)
        names.setdefault(_lower(symbol), currency)
    return names | {_lower(sign): currency for sign, currency in CURRENCY_SIGNS.items()}


def _date_words(locale: Locale, written: Mapping[str, Any]) -> DateWords:
    pattern = get_date_format("short", locale).pattern
    order = "".join(sign for sign in pattern.lower() if sign in "dmy")
    order = "".join(dict.fromkeys(order))
    fields = {key: _words_of(value) for key, value in written.items()}
    return DateWords(order=order, **fields)


def _words_of(value: Any) -> Any:
    """A list of words as a tuple, words with their meanings as a mapping, both in lower case; anything else as it is."""
    if isinstance(value, list):
        return tuple(map(_lower, value))
    return {_lower(word): meaning for word, meaning in value.items()} if isinstance(value, Mapping) else value
