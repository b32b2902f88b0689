"""Days that a text gives without their month: of publication's month, or of the one beside it where that is nearer."""

from datetime import UTC, datetime

import pytest

from monitor.reading.figures.finding import find_figures
from monitor.reading.numbers import find_numbers
from monitor.reading.numbers.dates import find_dates
from monitor.reading.numbers.days import nearest, with_bare_days
from monitor.rulebook.vocabulary import load_vocabulary

TODAY = datetime(2025, 1, 9, tzinfo=UTC)


def days_in(text, code, published=TODAY):
    language = load_vocabulary().languages[code]
    found = with_bare_days(
        text, find_dates(text, language, published), find_numbers(text, language, published), language, published
    )
    return [(text[span.start : span.end], span.iso) for span in found]


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("zh", "泽连斯基7日指出", ("7日", "2025-01-07")),
        ("ja", "石川県は30日発表した", ("30日", "2024-12-30")),
        ("ko", "국정원은 9일 밝혔다", ("9일", "2025-01-09")),
    ],
)
def test_a_day_without_a_month_is_a_date(code, text, day):
    assert days_in(text, code) == [day]


def test_a_day_of_a_named_month_stays_one_date():
    assert days_in("11月7日に発表した", "ja") == [("11月7日", "2024-11-07")]


def test_days_that_pass_are_no_date():
    assert days_in("交換した日から30日後に発効する", "ja") == []


def test_without_publication_the_day_has_no_month():
    assert days_in("24日、政府は発表した", "ja", None) == [("24日", None)]


def test_a_month_without_such_a_day_is_passed_over():
    assert nearest(31, TODAY.date().replace(month=2, day=27)) == "2025-01-31"


def test_the_day_is_no_part_of_a_speaker(scene_of):
    scene, _, _ = scene_of("泽连斯基7日指出，约有1万名朝鲜士兵在库尔斯克。", "zh")
    assert find_figures(scene)[-1].speaker == "泽连斯基"
