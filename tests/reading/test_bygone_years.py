"""A figure that its sentence dates to a year long gone is of the past, and never stands."""

from datetime import UTC, datetime

import pytest

from monitor.claim import Modality
from monitor.reading.voice.modality import modality_of

PUBLISHED = datetime(2024, 11, 18, tzinfo=UTC)


def modality(scene_of, language, marked, published=PUBLISHED):
    return modality_of(*scene_of(marked, language, published=published))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The 2018 earthquake in Palu killed more than [4,340] people."),
        ("en", "About [4,340] people died in Palu in 2018."),
        ("en", "In 2018, an earthquake killed [4,340] people in Palu."),
        ("id", "Gempa Palu tahun 2018 menewaskan [4.340] orang."),
        ("id", "Pada 2018, gempa di Palu menewaskan [4.340] orang."),
    ],
)
def test_a_year_long_gone_makes_its_figure_past(scene_of, language, text):
    assert modality(scene_of, language, text) is Modality.PAST


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Since 2018, [4,340] people have been killed in Palu."),
        ("id", "Sejak 2018, [4.340] orang tewas di Palu."),
        ("en", "In 2023, floods in Palu killed [4,340] people."),
        ("en", "In 2018, an earthquake shook Palu, and on Monday [58] people died there."),
    ],
)
def test_a_year_that_does_not_date_the_figure_leaves_it_as_it_is(scene_of, language, text):
    assert modality(scene_of, language, text) is Modality.ASSERTED


def test_without_a_time_of_publication_no_year_is_long_gone(scene_of):
    text = "The 2018 earthquake in Palu killed more than [4,340] people."
    assert modality(scene_of, "en", text, published=None) is Modality.ASSERTED


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Consumer prices rose [2.8]% compared with a year earlier."),
        ("en", "Sales fell [12]% against the same period last year."),
        ("id", "Ekspor turun [12] persen dibanding periode yang sama tahun lalu."),
        ("es", "Los precios subieron un [2,8] % respecto al año anterior."),
        ("vi", "Giá tiêu dùng tăng [2,8]% so với cùng kỳ năm trước."),
    ],
)
def test_a_change_is_not_of_the_time_that_it_is_compared_with(scene_of, language, sentence):
    assert modality_of(*scene_of(sentence, language)) == Modality.ASSERTED


@pytest.mark.parametrize(
    "sentence",
    [
        "Unemployment was [4.1]% a year earlier.",
        "Unemployment rose to 4.3% in July from [4.1]% in June.",
        "The army has 9,000 men there, compared with [8,000] a month ago.",
    ],
)
def test_a_figure_right_before_an_earlier_time_is_of_it(scene_of, sentence):
    assert modality_of(*scene_of(sentence, "en")) == Modality.PAST
