"""Makes a language's number words: generated from CLDR, mended by the `numbers` of its file."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel.numbers import list_currencies
from ruamel.yaml import YAML

from monitor.quantity import Qualifier
from monitor.reading.numbers.words import DateWords, NumberWords
from monitor.rulebook import cldr
from monitor.rulebook.cldr import calendar_words, listed

__all__ = ["KEYS", "calendar_words", "made_from"]

UNITS_FILE = Path(__file__).with_name("units.yaml")
Words = Mapping[str, Any]
ONLY_HERE = frozenset({"dates", "respelled", "also", "tens_behind"})
"""Keys that say how the words are made: `also` names further locales of CLDR, as those of another script."""
GIVEN = frozenset({"decimal", "group", "generations", "pointed", "apart"})
"""Parts of `NumberWords` that CLDR and the units of every language give, and no language file."""
KEYS = ONLY_HERE | {field.name for field in fields(NumberWords)} - GIVEN
"""What a language file may say of its numbers."""
RESPELLED = frozenset({"atoms", "scales", "ordinals", "vague", "units", "denominators", "halves"})
"""Parts of which `respelled` in the language file is true as well."""


def made_from(code: str, written: Words) -> NumberWords:
    """Number words of CLDR's locale `code`, with what the language file adds; what it maps to null is taken out."""
    decimal, group = cldr.separators(code)
    found = {key: _read(value) for key, value in written.items() if key not in ONLY_HERE}
    for part, generated in _generated(code, written).items():
        others = [_generated(other, written)[part] for other in written.get("also", ())]
        mended = dict(ChainMap(dict(generated), *map(dict, others)))
        found[part] = _merged(mended, written.get(part, {}))
    found["atoms"] |= with_tens(found["atoms"], written.get("tens_behind", ()))
    for part in RESPELLED & found.keys():
        found[part] = respelled(found[part], written.get("respelled", {}))
    for part in ("scales", "money_scales", "halves", "plus_halves"):
        found[part] = {word: Decimal(str(value)) for word, value in found.get(part, {}).items()}
    for part in ("before", "after", "inside"):
        found[part] = respelled(_qualifiers(written.get(part, {})), written.get("respelled", {}))
    counters = dict.fromkeys(found.get("counters", ()))
    found["counters"] = tuple(respelled(counters, written.get("respelled", {})))
    for part in ("currencies", "no_nouns", "rounded"):
        found[part] = frozenset(found.get(part, ()))
    dates = {key: _read(value) for key, value in written.get("dates", {}).items()}
    found["dates"] = DateWords(order=cldr.date_order(code), **dates)
    found["generations"] = tuple(_common()["generations"])
    found["pointed"] = {word: Decimal(power) for word, power in _common()["pointed"].items()}
    letters = cldr.compact_letters(code)
    attached = _common()["attached"] | {word: power for word, (power, _) in letters.items()}
    attached |= written.get("attached", {})
    found["attached"] = {word: Decimal(str(value)) for word, value in attached.items() if value is not None}
    apart = {word: power for word, (power, apart) in letters.items() if apart}
    found["apart"] = {word: Decimal(power) for word, power in (_common()["apart"] | apart).items()}
    return NumberWords(decimal=decimal, group=group, **found)


def _generated(code: str, written: Words) -> dict[str, Words]:
    """What CLDR and the signs of every language give to the parts of `NumberWords`."""
    common = _common()
    scales = cldr.scales(code) | cldr.compact_scales(code)
    signs = {listed(sign): currency for sign, currency in common["currency_signs"].items()}
    names = {name: common["renamed"].get(unit, unit) for name, unit in cldr.unit_names(code, common["units"])}
    return {
        "scales": scales,
        "atoms": cldr.atoms(code, _merged(scales, written.get("scales", {})), compounds=bool(written.get("compounds"))),
        "ordinals": cldr.ordinals(code),
        "units": names | common["symbols"] | cldr.currency_names(code, common["currencies"]) | signs,
        "prefixes": signs,
        "currencies": dict.fromkeys(list_currencies(), ""),
    }


def _merged(generated: Words, written: Words) -> dict[str, Any]:
    mended = dict(generated) | {listed(word): value for word, value in written.items()}
    return {word: value for word, value in mended.items() if value is not None and word}


def with_tens(atoms: Mapping[str, int], links: Sequence[str]) -> dict[str, int]:
    """Tens behind a smaller number, which CLDR spells in one case alone: "ثلاثة وعشرين"."""
    small = {word: number for word, number in atoms.items() if 1 <= number <= 9}
    tens = {word: number for word, number in atoms.items() if number in range(20, 100, 10) and " " not in word}
    return {f"{one}{link}{ten}": small[one] + tens[ten] for one in small for link in links for ten in tens}


def respelled(words: Mapping[str, Any], signs: Mapping[str, str]) -> dict[str, Any]:
    """With every word also as it is written without the signs of its language: "tres" beside "três"."""
    spelled = dict(words)
    for sign, plain in signs.items():
        for word, value in list(spelled.items()):
            spelled.setdefault(word.replace(sign, plain), value)
    return spelled


def _qualifiers(written: Mapping[str, list[str]]) -> dict[str, Qualifier]:
    return {listed(word): Qualifier(name) for name, words in written.items() for word in words}


def _read(value: Any) -> Any:
    """A list of words as a tuple, words with their meanings as a mapping, all in lower case; anything else as it is."""
    if isinstance(value, list):
        return tuple(map(listed, value))
    if isinstance(value, Mapping):
        meanings = {listed(word): meaning for word, meaning in value.items()}
        return {word: tuple(meaning) if isinstance(meaning, list) else meaning for word, meaning in meanings.items()}
    return value


@lru_cache(maxsize=1)
def _common() -> dict[str, Any]:
    common: dict[str, Any] = _load(UNITS_FILE)
    return common


def _load(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path)
