"""Numbers spelled by num2words and written by Babel, which know nothing of this reader, are read back."""

import re
from decimal import Decimal

import pytest
from babel import Locale
from babel.numbers import format_compact_decimal, format_decimal, format_percent
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from num2words import CONVERTER_CLASSES, num2words
from reading_numbers import language

from monitor.reading.numbers import find_numbers

LANGUAGES = [
    *("id", "ms", "en", "ru", "uk", "ko", "zh", "ja", "ar", "tr"),
    *("es", "fr", "de", "pt", "it", "nl", "pl", "fa", "hi", "vi"),
]
SPELLED = [code for code in LANGUAGES if code in CONVERTER_CLASSES]
LARGE = 10**9
REGIONS = ("pt_PT", "de_CH", "fr_CH", "en_IN", "ar_EG", "fa_IR", "hi_IN")
"""Not es_MX: a lone "1,001" is a decimal to the rest of the language."""
LOCALES = [(code, locale) for code in LANGUAGES for locale in (code, *REGIONS) if locale[:2] == code]

MISSPELLED = {
    "ar": lambda value: value // 1000 % 1000 > 1 and "ألف ألف" in num2words(value, lang="ar"),  # "a thousand thousand"
    "it": lambda value: "centodicotto" in num2words(value, lang="it"),  # for centodiciotto
    "tr": lambda value: value // 1000 % 1000 > 1 and value // 1000 % 10 == 1,  # 401,000 without its "one"
}
"""What num2words itself spells wrong."""
whole = st.one_of(st.integers(0, 999), st.integers(0, LARGE))


def values(code, text):
    return [number.quantity.nominal for number in find_numbers(text, language(code))]


@pytest.mark.parametrize("code", SPELLED)
def test_a_number_spelled_by_num2words_reads_back(code):
    @settings(deadline=None)  # the first text loads the language
    @given(whole)
    def reads_back(value):
        assume(code not in MISSPELLED or not MISSPELLED[code](value))
        spelled = num2words(value, lang=code)
        assert values(code, spelled) == [value], spelled

    reads_back()


@pytest.mark.parametrize(("code", "locale"), LOCALES)
def test_a_number_written_by_babel_reads_back(code, locale):
    @settings(deadline=None)  # the first text loads the language
    @given(st.integers(0, 10**12))
    def reads_back(value):
        for system in ("latn", Locale.parse(locale).default_numbering_system):
            written = format_decimal(value, locale=locale, numbering_system=system)
            assert values(code, written) == [value], written

    reads_back()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_decimal_written_by_babel_reads_back(code):
    @settings(deadline=None)  # the first text loads the language
    @given(st.decimals(0, 10**6, places=1, allow_nan=False).filter(lambda value: value % 1))
    def reads_back(value):
        written = format_decimal(value, locale=code)
        assert values(code, written) == [value], written

    reads_back()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_percentage_written_by_babel_reads_back(code):
    @settings(deadline=None)  # the first text loads the language
    @given(st.integers(1, 100))
    def reads_back(value):
        written = format_percent(Decimal(value) / 100, locale=code)
        (number,) = find_numbers(written, language(code))
        assert (number.quantity.nominal, number.quantity.unit) == (value, "percent"), written

    reads_back()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_compact_number_written_by_babel_reads_back(code):
    widths = sorted({"short", "long"}.intersection(Locale.parse(code).compact_decimal_formats))

    @settings(deadline=None)  # the first text loads the language
    @given(st.integers(2, 999), st.sampled_from([10**3, 10**6, 10**9]), st.sampled_from(widths))
    def reads_back(coefficient, power, width):
        written = format_compact_decimal(coefficient * power, locale=code, format_type=width, fraction_digits=3)
        if re.fullmatch(r"\d+", written):
            return  # the locale has no short form at this size
        assert values(code, f"{written} {NOUN[code]}") == [coefficient * power], written

    reads_back()


NOUN = {
    "id": "orang", "ms": "orang", "en": "people", "ru": "человек", "uk": "людей", "ko": "명", "zh": "人", "ja": "人",
    "ar": "شخص", "tr": "kişi", "es": "personas", "fr": "personnes", "de": "Menschen", "pt": "pessoas", "it": "persone",
    "nl": "mensen", "pl": "osób", "fa": "نفر", "hi": "लोग", "vi": "người",
}  # fmt: skip
