"""Dates as far as the text gives them."""

from datetime import UTC, datetime

import pytest
from reading_numbers import dates, language

from monitor.reading.numbers.dates import DateSpan, find_dates


@pytest.mark.parametrize(
    ("code", "text", "iso"),
    [
        ("id", "19 Juni 2024", "2024-06-19"),
        ("id", "12 - Nov - 2024", "2024-11-12"),
        ("id", "15/10/2024", "2024-10-15"),
        ("id", "2024-11-12", "2024-11-12"),
        ("id", "Februari 2022", "2022-02"),
        ("en", "7 March 2024", "2024-03-07"),
        ("en", "March 7, 2024", "2024-03-07"),
        ("en", "the 7th of March", "2024-03-07"),
        ("en", "10/15/2024", "2024-10-15"),
        ("en", "15/10/2024", "2024-10-15"),
        ("en", "June 2024", "2024-06"),
    ],
)
def test_dates_with_a_month(code, text, iso):
    assert list(dates(code, text).values()) == [iso]


@pytest.mark.parametrize(
    ("code", "text", "iso"),
    [
        ("id", "pada hari Senin", "2024-11-11"),
        ("id", "pada Rabu", "2024-11-13"),
        ("id", "Rabu lalu", "2024-11-06"),
        ("id", "Senin depan", "2024-11-18"),
        ("id", "Senin pekan lalu", "2024-11-04"),
        ("id", "hari ini", "2024-11-13"),
        ("id", "kemarin", "2024-11-12"),
        ("id", "pada bulan Juni", "2024-06"),
        ("id", "pada bulan Desember", "2023-12"),
        ("id", "awal tahun ini", "2024"),
        ("id", "bulan lalu", "2024-10"),
        ("id", "dua hari lalu", "2024-11-11"),
        ("id", "sebulan lalu", "2024-10"),
        ("id", "5 November", "2024-11-05"),
        ("en", "on Monday", "2024-11-11"),
        ("en", "last Wednesday", "2024-11-06"),
        ("en", "next Monday", "2024-11-18"),
        ("en", "yesterday", "2024-11-12"),
        ("en", "in June", "2024-06"),
        ("en", "last year", "2023"),
        ("en", "two days ago", "2024-11-11"),
        ("en", "three weeks ago", "2024-10"),
        ("pt", "na quarta-feira", "2024-11-13"),
        ("de", "am Montagabend", "2024-11-11"),
        ("nl", "dinsdagochtend", "2024-11-12"),
        ("vi", "ngày 27/9", "2024-09-27"),
        ("vi", "rạng sáng 4/11", "2024-11-04"),
        ("vi", "thứ Ba 12/11", "2024-11-12"),
    ],
)
def test_dates_counted_from_publication(code, text, iso):
    assert list(dates(code, text).values()) == [iso]


def test_two_numbers_that_no_day_leads_up_to_are_no_date():
    assert dates("vi", "khoảng 27/9 số phiếu, tỷ số 3/1") == {}


def test_without_a_publication_time_a_date_stays_partial():
    assert dates("id", "19 Juni, Juni lalu, Senin, kemarin", None) == {
        "19 Juni": "--06-19",
        "Juni lalu": "--06",
        "Senin": None,
        "kemarin": None,
    }


def test_a_day_soon_after_publication_is_that_day():
    published = datetime(2024, 12, 28, tzinfo=UTC)
    assert list(dates("id", "pada 3 Januari", published).values()) == ["2025-01-03"]
    assert list(dates("id", "pada 3 November", published).values()) == ["2024-11-03"]


def test_a_weekday_and_its_date_are_one():
    assert dates("id", "pada Senin (11/11/2024).") == {"Senin (11/11/2024)": "2024-11-11"}
    assert dates("id", "pada Selasa (12/11)") == {"Selasa (12/11)": "2024-11-12"}
    assert dates("id", "pada Senin (4 November) lalu") == {"Senin (4 November)": "2024-11-04"}


def test_days_of_a_range_share_their_month():
    assert dates("id", "21-23 Agustus 2024") == {"21-23 Agustus 2024": "2024-08"}


def test_words_in_small_letters_are_no_months_and_weekdays():
    assert dates("en", "He may march as the sun sat.") == {}
    assert dates("id", "selama satu minggu") == {}


def test_a_month_alone_needs_a_word_that_leads_to_it():
    assert dates("en", "May said so.") == {}
    assert dates("en", "In May it rained.") == {"May": "2024-05"}


def test_an_impossible_day_is_no_date():
    assert dates("id", "31/02/2024 dan 45/13/2024") == {}


def test_a_year_of_publication_that_nobody_believes_tells_nothing():
    assert list(dates("en", "yesterday", datetime(9999, 12, 31, tzinfo=UTC)).values()) == [None]


def test_spans_lie_in_the_text_as_written():
    text = "Kata KCNA pada hari Selasa (12/11)."
    assert find_dates(text, language("id"), datetime(2024, 11, 13, tzinfo=UTC)) == [
        DateSpan(20, 34, "2024-11-12", digits=(28, 33))
    ]


def test_a_month_by_both_of_its_names_is_one_date():
    assert dates("ar", "في 12 مارس/آذار 2025") == {"12 مارس/آذار 2025": "2025-03-12"}
