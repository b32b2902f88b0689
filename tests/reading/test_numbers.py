"""Numbers as written: digits, words, scales, ranges, vague figures."""

import pytest
from reading_numbers import numbers, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada 11.000 tentara.", ("11.000", "11000")),
        ("Ada 11,000 tentara.", ("11,000", "11000")),
        ("Ada 11 ribu tentara.", ("11 ribu", "11000")),
        ("Ada sebelas ribu tentara.", ("sebelas ribu", "11000")),
        ("Ada 1,5 juta pengungsi.", ("1,5 juta", "1500000")),
        ("Ada 12rb orang.", ("12rb", "12000")),
        ("Ada seratus dua puluh tiga ribu empat ratus orang.", ("seratus dua puluh tiga ribu empat ratus", "123400")),
        ("Ada sejuta orang.", ("sejuta", "1000000")),
        ("Ada setengah juta orang.", ("setengah juta", "500000")),
        ("Ada dua setengah juta orang.", ("dua setengah juta", "2500000")),
        ("Ada 2 juta 500 ribu orang.", ("2 juta 500 ribu", "2500000")),
        ("Ada tiga lusin telur.", ("tiga lusin", "36")),
        ("Ada dua koma lima juta orang.", ("dua koma lima juta", "2500000")),
        ("Ada 1.234.567,89 rupiah.", ("1.234.567,89", "1234567.89 IDR")),
    ],
)
def test_reads_indonesian_numbers_as_written(text, expected):
    assert numbers("id", text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has 11,000 troops.", ("11,000", "11000")),
        ("It has eleven thousand troops.", ("eleven thousand", "11000")),
        ("It has 1.5 million people.", ("1.5 million", "1500000")),
        ("It has twenty-one thousand and five troops.", ("twenty-one thousand and five", "21005")),
        ("It has a hundred and one rooms.", ("a hundred and one", "101")),
        ("It has half a million people.", ("half a million", "500000")),
        ("It has one and a half million people.", ("one and a half million", "1500000")),
        ("It has two dozen ships.", ("two dozen", "24")),
        ("It has 150k followers.", ("150k", "150000")),
        ("It has 3 lakh crore of debt.", ("3 lakh crore", "3000000000000")),
        ("It has two hundred point zero three of them.", ("two hundred point zero three", "200.03")),
        ("It has 1\u202f234\u202f567 people.", ("1\u202f234\u202f567", "1234567")),
        ("It has 12,34,567 people.", ("12,34,567", "1234567")),
        ("It has ١٢٣٤ people.", ("١٢٣٤", "1234")),
    ],
)
def test_reads_english_numbers_as_written(text, expected):
    assert numbers("en", text) == [expected]


def test_two_numbers_side_by_side_stay_two():
    assert read("en", "One thousand of the 4,000 men, and one million and two million more.") == [
        "1000",
        "4000",
        "1000000",
        "2000000",
    ]
    assert read("en", "4000 3 hundred") == ["4000", "300"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.000-12.000 tentara", "10000..12000"),
        ("10.000 – 12.000 tentara", "10000..12000"),
        ("10-12 ribu tentara", "10000..12000"),
        ("antara 10 ribu dan 12 ribu tentara", "10000..12000"),
        ("antara 10.000 hingga 12.000 tentara", "10000..12000"),
        ("10.000 sampai 12.000 tentara", "10000..12000"),
        ("dua atau tiga orang", "2..3"),
        ("dua hingga tiga juta orang", "2000000..3000000"),
        ("30 hingga 40 persen", "30..40 percent"),
        ("Rp5-10 juta", "5000000..10000000 IDR"),
        ("Rp 5 juta hingga Rp 10 juta", "5000000..10000000 IDR"),
        ("sekitar 10.000-12.000 tentara", "10000..12000"),
    ],
)
def test_a_range_is_one_number_with_two_ends(text, expected):
    assert read("id", text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 10,000 and 12,000 troops", "10000..12000"),
        ("5 to 6 million people", "5000000..6000000"),
        ("$5-10 million", "5000000..10000000 USD"),
        ("two or three officers", "2..3"),
        ("11 to 18-year-olds", "11..18 age"),
        ("between 30 and 43 percent", "30..43 percent"),
    ],
)
def test_english_ranges(text, expected):
    assert read("en", text) == [expected]


def test_a_change_is_no_range():
    assert read("en", "It rose from 8,000 to 11,000.") == ["8000", "11000"]
    assert read("id", "Naik dari 8.000 menjadi 11.000.") == ["8000", "11000"]


def test_a_falling_pair_is_no_range():
    assert read("en", "by 81 to 34") == ["81", "34"]
    assert read("en", "a 3-1 win, passed 254-0") == ["3 score", "1 score", "254 score", "0 score"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("id", "puluhan ribu tentara", "vague 10000..99999"),
        ("id", "belasan ribu tentara", "vague 11000..19999"),
        ("id", "ratusan orang", "vague 100..999"),
        ("id", "jutaan orang", "vague 1000000..9999999"),
        ("id", "beberapa ratus orang", "vague 200..999"),
        ("id", "lebih dari puluhan ribu tentara", "vague 10000..99999"),
        ("en", "tens of thousands of troops", "vague 10000..99999"),
        ("en", "hundreds of thousands of people", "vague 100000..999999"),
        ("en", "several hundred people", "vague 300..999"),
        ("en", "thousands of people", "vague 1000..9999"),
    ],
)
def test_a_vague_number_is_its_interval(code, text, expected):
    assert read(code, text) == [expected]


def test_nothing_is_vague_without_a_scale():
    assert read("en", "several people and a few more") == []
    assert read("id", "beberapa orang") == []


def test_the_language_decides_what_the_digits_leave_open():
    assert read("id", "inflasi 1.234 dan 1,234 persen")[1] == "1.234 percent"
    assert read("en", "rates of 1.234 percent and 1,234 people") == ["1.234 percent", "1234"]


def test_the_document_decides_where_outlets_mix():
    assert read("id", "Harga 1,234,567.50 dan 5,250 unit.") == ["1234567.5", "5250"]


def test_nobody_counts_to_a_thousandth():
    assert read("id", "Ada 1,127 pembelotan.") == ["1127"]
    assert read("id", "Ada 1,127 juta orang.") == ["1127000"]


def test_a_list_is_no_number():
    assert read("en", "rooms 22,24,26,31") == ["22", "24", "26", "31"]


def test_an_address_or_a_version_is_part_of_a_name():
    assert read("en", "at 192.168.1.2") == ["192 name", "168 name", "1 name", "2 name"]
