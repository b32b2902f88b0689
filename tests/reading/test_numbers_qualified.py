"""Qualifiers and their scope."""

import pytest
from reading_numbers import numbers, read


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("sekitar", "about"),
        ("hampir", "about"),
        ("kurang lebih", "about"),
        ("setidaknya", "at_least"),
        ("sedikitnya", "at_least"),
        ("tidak kurang dari", "at_least"),
        ("hingga", "at_most"),
        ("paling banyak", "at_most"),
        ("tidak lebih dari", "at_most"),
        ("hingga sekitar", "at_most"),
        ("lebih dari", "more_than"),
        ("di atas", "more_than"),
        ("kurang dari", "less_than"),
        ("di bawah", "less_than"),
    ],
)
def test_indonesian_words_before_a_number(words, qualifier):
    assert read("id", f"Ada {words} 12.000 tentara.") == [f"{qualifier} 12000"]


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("about", "about"),
        ("some", "about"),
        ("nearly", "about"),
        ("at least", "at_least"),
        ("no fewer than", "at_least"),
        ("up to", "at_most"),
        ("as many as", "at_most"),
        ("no more than", "at_most"),
        ("up to about", "at_most"),
        ("more than", "more_than"),
        ("over", "more_than"),
        ("fewer than", "less_than"),
        ("under", "less_than"),
    ],
)
def test_english_words_before_a_number(words, qualifier):
    assert read("en", f"There were {words} 12,000 troops.") == [f"{qualifier} 12000"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("id", "12.000 orang atau lebih", "at_least 12000"),
        ("id", "12.000 ke atas", "at_least 12000"),
        ("id", "12.000 orang lebih bekerja", "more_than 12000"),
        ("id", "12.000-an orang", "about 12000"),
        ("en", "12,000 or more", "at_least 12000"),
        ("en", "12,000 people or more", "at_least 12000"),
        ("en", "12,000 or so", "about 12000"),
        ("en", "12,000+ people", "at_least 12000"),
    ],
)
def test_words_behind_a_number(code, text, expected):
    assert read(code, text) == [expected]


def test_more_of_something_is_no_bound():
    assert read("id", "10 orang lebih banyak") == ["10"]


def test_a_qualifier_stays_with_its_own_number():
    assert read("id", "Sekitar 500 perwira dan 12.000 tentara.") == ["about 500", "12000"]


def test_until_a_date_or_time_bounds_nothing():
    assert read("id", "hingga Senin, 5 orang") == ["5"]
    assert read("id", "hingga 2024") == ["2024 year"]
    assert read("id", "sampai pukul 16.00 WIB") == ["16 time"]
    assert read("id", "hingga 12 November") == ["12 date"]


def test_until_between_two_numbers_is_a_range():
    assert read("id", "10 hingga 12 orang") == ["10..12"]


def test_a_bound_reaches_through_a_currency():
    assert read("id", "lebih dari Rp 5 triliun") == ["more_than 5000000000000 IDR"]
    assert read("en", "more than $5 million") == ["more_than 5000000 USD"]


def test_the_span_leaves_the_qualifier_the_currency_and_the_noun_out():
    assert numbers("id", "lebih dari US$ 1,5 juta dolar") == [("1,5 juta", "more_than 1500000 USD")]


@pytest.mark.parametrize(
    ("code", "sent", "rose"),
    [
        ("en", "The North has sent from 1,000 to 3,000 soldiers.", "The force rose from 1,000 to 3,000 soldiers."),
        ("fr", "Le Nord a envoyé de 1 000 à 3 000 soldats.", "La force est passée de 1 000 à 3 000 soldats."),
        ("es", "El Norte ha enviado de 1.000 a 3.000 soldados.", "La fuerza pasó de 1.000 a 3.000 soldados."),
        ("it", "Il Nord ha inviato da 1.000 a 3.000 soldati.", "La forza è salita da 1.000 a 3.000 soldati."),
        ("pt", "O Norte enviou de 1.000 a 3.000 soldados.", "A força passou de 1.000 a 3.000 soldados."),
    ],
)
def test_from_one_to_another_is_a_range_where_nothing_changes(code, sent, rose):
    assert read(code, sent) == ["1000..3000"]
    assert read(code, rose) == ["1000", "3000"]
