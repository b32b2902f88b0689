"""Number words come from CLDR; a language file adds what CLDR lacks."""

from decimal import Decimal

import pytest

from monitor.rulebook.number_words import calendar_words, made_from
from monitor.rulebook.vocabulary import load_vocabulary

TWENTY = [
    "id",
    "ms",
    "en",
    "ru",
    "uk",
    "ko",
    "zh",
    "ja",
    "ar",
    "tr",
    "es",
    "fr",
    "de",
    "pt",
    "it",
    "nl",
    "pl",
    "fa",
    "hi",
    "vi",
]


def number_words(code):
    return load_vocabulary().languages[code].numbers


@pytest.mark.parametrize("code", TWENTY)
def test_every_language_gets_its_words_from_cldr_alone(code):
    words = made_from(code, {})
    assert set(range(100)) <= set(words.atoms.values())
    assert words.scales
    assert words.units


@pytest.mark.parametrize(
    ("code", "word", "value"),
    [("id", "juta", 10**6), ("en", "billion", 10**9), ("ru", "тысяч", 1000), ("zh", "万", 10**4), ("ko", "억", 10**8)],
)
def test_scales_are_what_follows_a_coefficient(code, word, value):
    assert made_from(code, {}).scales[word] == value


def test_a_scale_is_one_word():
    assert not {"ty million", "hundred thousand", "puluh ribu"} & (
        set(made_from("en", {}).scales) | set(made_from("id", {}).scales)
    )


def test_the_language_file_adds_and_takes_out():
    words = made_from("id", {"scales": {"lusin": 12, "triliun": None}, "before": {"about": ["Kira-kira"]}})
    assert words.scales["lusin"] == Decimal(12)
    assert "triliun" not in words.scales
    assert words.before == {"kira kira": "about"}


def test_units_and_currencies_have_their_names_in_the_language():
    words = number_words("id")
    assert words.units["kilometer"] == "length-kilometer"
    assert words.units["dolar amerika serikat"] == "USD"
    assert words.prefixes["rp"] == "IDR"


def test_the_separators_and_the_order_of_dates_are_the_locales():
    indonesian, english = number_words("id"), number_words("en")
    assert (indonesian.decimal, indonesian.group, indonesian.dates.order) == (",", ".", "dmy")
    assert (english.decimal, english.group, english.dates.order) == (".", ",", "mdy")


def test_months_are_known_by_their_short_names_too_and_weekdays_are_not():
    months, weekdays = calendar_words("en")
    assert (months["november"], months["nov"]) == (11, 11)
    assert weekdays["monday"] == 0
    assert "sun" not in weekdays
