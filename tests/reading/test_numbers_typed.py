"""What must never become a count: dates, times, years, ages, ordinals, percentages, money, measures, names."""

import pytest
from reading_numbers import WEDNESDAY, language, numbers, read

from monitor.reading.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("naik 5,75 persen", "5.75 percent"),
        ("naik 20%", "20 percent"),
        ("naik 0,1 poin persentase", "0.1 percentage_point"),
        ("turun 25 basis poin", "25 basis_point"),
        ("senilai Rp1,461 triliun", "1461000000000 IDR"),
        ("senilai Rp2,5 M", "2500000000 IDR"),
        ("senilai Rp2,5M", "2500000000 IDR"),
        ("senilai IDR 1,65 triliun", "1650000000000 IDR"),
        ("senilai US$ 5 juta", "5000000 USD"),
        ("senilai 517 juta Pound Sterling", "517000000 GBP"),
        ("senilai 2 miliar dolar AS", "2000000000 USD"),
        ("sejauh 300 km", "300 length-kilometer"),
        ("seberat 5 kilogram", "5 mass-kilogram"),
        ("seluas 12 hektare", "12 area-hectare"),
        ("suhu -5 derajat Celsius", "-5 temperature-celsius"),
        ("lebih dari satu tahun", "more_than 1 duration-year"),
        ("selama enam bulan", "6 duration-month"),
        ("berusia 31 tahun", "31 age"),
        ("berusia antara 18 dan 25 tahun", "18..25 age"),
        ("pukul 16.30 WIB", "16.5 time"),
        ("jam 3 sore", "15 time"),
        ("pada tahun 2022", "2022 year"),
        ("triwulan III-2024", "2024 year"),
        ("gempa magnitudo 7,5", "7.5 magnitude"),
        ("pada tanggal 5", "5 date"),
        ("periode 2005-2006", "2005..2006 year"),
        ("abad ke-13", "13 ordinal"),
        ("kedua negara", "2 ordinal"),
        ("Pasal 5", "5 name"),
        ("Nomor 1 Bukan Israel", "1 name"),
        ("kelompok G7", "7 name"),
        ("tank T-72", "72 name"),
    ],
)
def test_indonesian_numbers_are_typed(text, expected):
    assert read("id", text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up 4 per cent", "4 percent"),
        ("up 0.1 percentage points", "0.1 percentage_point"),
        ("$74.09 a barrel", "74.09 USD"),
        ("worth £20m", "20000000 GBP"),
        ("at 0105 GMT", "1.0833 time"),
        ("worth 5 million euros", "5000000 EUR"),
        ("200-mile", "200 length-mile"),
        ("a 20-year treaty", "20 duration-year"),
        ("the 31-year-old", "31 age"),
        ("aged 45", "45 age"),
        ("aged between 18 and 30", "18..30 age"),
        ("rose by 0.25 percentage point", "0.25 percentage_point"),
        ("worth $3.5bn-$4bn", "3500000000..4000000000 USD"),
        ("at 10:30 a.m.", "10.5 time"),
        ("at 3 p.m.", "15 time"),
        ("in 2024", "2024 year"),
        ("the 2016 vote", "2016 year"),
        ("in the 1990s", "1990 year"),
        ("the 32nd member", "32 ordinal"),
        ("the second round", "2 ordinal"),
        ("Article 5", "5 name"),
        ("the Group of 20", "20 name"),
        ("from MI6", "6 name"),
        ("an F-16", "16 name"),
        ("two thirds of voters", "0.666667 fraction"),
    ],
)
def test_english_numbers_are_typed(text, expected):
    assert read("en", text) == [expected]


def test_a_second_day_of_the_month_is_no_count():
    assert read("en", "between Oct. 8 and 13, or from May 2 to 5") == ["8 date", "13 date", "2..5 date"]
    assert read("en", "On Oct. 8 and 13 people died") == ["8 date", "13"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("id", "salah satu pihak", ["1 determiner"]),
        ("id", "satu tentara", ["1"]),
        ("id", "satu-satunya pihak", []),
        ("en", "one of the soldiers", ["1 determiner"]),
        ("en", "one soldier", ["1"]),
        ("en", "no one and one another, this one and that one", []),
    ],
)
def test_one_is_a_count_only_where_it_counts(code, text, expected):
    assert read(code, text) == expected


def test_a_year_before_counted_people_is_a_count():
    assert read("id", "Pada 2024 ada 2024 orang.") == ["2024 year", "2024"]
    assert read("en", "In 2024 some 2024 people came.") == ["2024 year", "about 2024"]


def test_the_parts_of_a_date_carry_it():
    found = find_numbers("Ditandatangani pada 19 Juni 2024.", language("id"), WEDNESDAY)
    assert [(n.text, n.quantity.unit, n.date) for n in found] == [
        ("19", "date", "2024-06-19"),
        ("2024", "year", "2024-06-19"),
    ]


def test_a_date_is_no_part_of_the_number_before_it():
    assert read("id", "seratus 12/11/2024") == ["100", "12 date"]
    assert read("id", "7,12/11/2024") == ["7", "12 date"]


def test_a_date_all_in_digits_is_one_number():
    assert numbers("id", "pada Senin (11/11/2024)") == [("11/11/2024", "11 date")]


def test_two_days_of_one_month_are_a_range_in_it():
    [days] = find_numbers("21-23 Agustus", language("id"), WEDNESDAY)
    assert (days.text, days.quantity.unit, days.date) == ("21-23", "date", "2024-08")


def test_numbers_of_accounts_and_telephones_are_names():
    assert read("en", "card 3201234567890001") == ["3201234567890001 name"]
    assert read("id", "telepon 021-5551234")[0] == "21 name"


def test_a_unit_behind_the_last_is_that_of_all():
    assert read("id", "6,3 dan 6,5 persen") == ["6.3 percent", "6.5 percent"]
    assert read("en", "30, 40 and 50 percent") == ["30 percent", "40 percent", "50 percent"]
    assert read("id", "sebanyak 500, 30 persen di antaranya") == ["500", "30 percent"]


def test_days_of_one_month_share_it():
    found = find_numbers("5 dan 6 November 2024", language("id"), WEDNESDAY)
    assert [number.date for number in found] == ["2024-11-05", "2024-11-06", "2024-11-06"]


def test_a_year_may_be_short_behind_another():
    assert read("en", "the 2024-25 season") == ["2024..2025 year"]


def test_a_bare_number_behind_at_is_no_time():
    assert read("en", "The toll stood at 12, the rate at 4.50 percent.") == ["12", "4.5 percent"]


def test_a_capital_g_is_no_gram():
    assert read("en", "5G, 5 g") == ["5 name", "5 mass-gram"]


def test_capital_letters_tell_a_million_from_a_metre():
    assert read("en", "3M and 3m") == ["3000000", "3 length-meter"]


def test_a_currency_code_is_written_in_capitals():
    assert read("en", "5 CAD and 5 all told") == ["5 CAD", "5"]


def test_a_half_is_a_number_of_percent_or_points():
    assert read("en", "half a percentage point, the first half") == ["0.5 percentage_point"]
    assert read("pl", "pół punktu procentowego, pół dnia") == ["0.5 percentage_point"]
    assert read("ru", "три десятых процента") == ["0.3 percent"]


def test_the_number_of_a_house_counts_nothing():
    assert read("uk", "на вулиці Лесі Українки, 26") == ["26 name"]
    assert read("pl", "przy ul. Lipowej 12") == ["12 name"]
    assert read("pl", "na ulicy 12 osób") == ["12"]
