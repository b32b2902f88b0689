"""What holds of every number and every text."""

import time
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_numbers import WEDNESDAY, described, language, numbers
from unicode_rbnf import RbnfEngine

from monitor.reading.numbers import find_numbers
from monitor.reading.numbers.dates import find_dates

CODES = ("id", "en")
CODE = st.sampled_from(CODES)
QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
NOUN = {"id": "prajurit", "en": "soldiers"}
FRAMES = {
    "id": ("Demikian laporan dari Jakarta. ", " Begitu kata warga setempat."),
    "en": ("So the paper wrote. ", " That is what neighbours said."),
}
SENTENCES = {
    "id": (
        "Sekitar 11.000 tentara tiba pada 19 Juni 2024.",
        "Antara 10 ribu dan 12 ribu orang, atau 5 persen, mengungsi.",
        "Harganya Rp1,5 juta hingga Rp2 juta.",
        "Puluhan ribu orang menunggu lebih dari satu tahun.",
    ),
    "en": (
        "About 11,000 troops arrived on 19 June 2024.",
        "Between 10,000 and 12,000 people, or 5 percent, fled.",
        "It costs $1.5 million to $2 million.",
        "Tens of thousands of people waited for more than one year.",
    ),
}
FRAGMENTS = (
    *"0123456789.,'-/:%$()½²٣ \n\u00a0\u200bİß",
    "12.000",
    "1,5 juta",
    "million",
    "ribu",
    "dua",
    "twenty-two",
    "and a half",
    "puluhan",
    "tens of thousands",
    "minus",
    "antara",
    "between",
    "hingga",
    "to",
    "Senin (",
    "12/11/2024",
    "19 Juni",
    "March 7,",
    "pukul 16.00",
    "no one",
    "salah satu",
    "Rp",
    "US$",
    "km",
    "ke-",
    "31st",
    "point",
    "万",
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))


@pytest.mark.parametrize("code", CODES)
@given(number=st.one_of(st.integers(2, 2000), st.integers(2, 10**15 - 1)))
@QUIET
def test_a_number_that_cldr_spells_reads_back(code, number):
    [spelled] = {
        text.replace("\u00ad", "")
        for text in RbnfEngine.for_language(code).format_number(number).text_by_ruleset.values()
    }
    assert numbers(code, f"{spelled} {NOUN[code]}") == [(spelled, str(number))]


@pytest.mark.parametrize("code", CODES)
@given(number=st.integers(0, 10**12))
@QUIET
def test_a_whole_number_that_babel_formats_reads_back(code, number):
    written = format_decimal(number, locale=code)
    [(text, value)] = numbers(code, f"{written} {NOUN[code]}")
    assert (text, value) == (written, str(number))


@pytest.mark.parametrize("code", CODES)
@given(number=st.decimals(0, 10**9, places=2, allow_nan=False))
@QUIET
def test_an_amount_of_money_that_babel_formats_reads_back(code, number):
    written = format_decimal(number, format="#,##0.00", locale=code)
    [found] = find_numbers(f"US$ {written}", language(code))
    assert (found.text, found.quantity.nominal, found.quantity.unit) == (written, Decimal(number), "USD")


@given(code=CODE, data=st.data(), before=st.booleans(), behind=st.booleans())
@QUIET
def test_text_before_and_behind_changes_nothing(code, data, before, behind):
    sentence = data.draw(st.sampled_from(SENTENCES[code]))
    first, last = FRAMES[code]
    assert numbers(code, first * before + sentence + last * behind) == numbers(code, sentence)


@given(code=CODE, text=TEXTS)
@QUIET
def test_numbers_lie_in_the_text_in_order_and_apart(code, text):
    position = 0
    for number in find_numbers(text, language(code), WEDNESDAY):
        assert position <= number.start < number.end <= len(text)
        assert text[number.start : number.end] == number.text
        assert described(number.quantity)
        position = number.end


@given(code=CODE, text=TEXTS)
@QUIET
def test_dates_lie_in_the_text_in_order_and_apart(code, text):
    position = 0
    for span in find_dates(text, language(code), WEDNESDAY):
        assert position <= span.start < span.end <= len(text)
        position = span.end


@pytest.mark.parametrize(
    "hostile", ["1", "1.", "1,", "1'", "10-", "100 ", "1/", "ribu ", "dua ribu ", "minus ", "(", "1 Mei "]
)
def test_a_hostile_text_costs_no_more_per_character_when_it_is_longer(hostile):
    def seconds(count):
        text = (hostile * count)[:count]
        start = time.process_time()
        find_numbers(text, language("id"), WEDNESDAY)
        return time.process_time() - start

    seconds(1_000)
    short, long = seconds(8_000), seconds(64_000)
    assert long < 8 * max(short, 0.02) * 4


def test_a_run_of_digits_longer_than_any_number_is_none():
    assert numbers("en", "7" * 100_000) == []


@pytest.mark.parametrize("written", ["1e60M", "1e99 K", "$ 1e40 bn"])
def test_a_power_beyond_all_that_is_counted_is_no_number(written):
    assert all(
        number.quantity.unit != "count" or "e" not in number.text for number in find_numbers(written, language("en"))
    )
