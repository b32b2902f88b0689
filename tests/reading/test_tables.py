"""Tables of a cleaned page: one line per row, cells parted by bars."""

import pytest

from monitor.reading.figures.finding import find_figures

TABLE = """Toll by region

The agency has counted the losses so far; 12 people were killed by a mudslide in Java.

Region | Dead | Injured | Houses damaged
Palu | 62 | 300 | 1,200
Donggala | 11 | 40 | 85

Officials met on Monday."""


@pytest.fixture
def figures(scene_of):
    def read(text, language="en"):
        scene, *_ = scene_of(text, language)
        return {mention.text: mention for mention in find_figures(scene)}

    return read


@pytest.mark.parametrize(
    ("text", "noun", "action", "place"),
    [
        ("62", "dead", "killed", "Palu"),
        ("300", "people", "wounded", "Palu"),
        ("1,200", "buildings", "damaged", "Palu"),
        ("11", "dead", "killed", "Donggala"),
        ("40", "people", "wounded", "Donggala"),
    ],
)
def test_a_number_counts_what_heads_its_column_where_its_row_says(figures, text, noun, action, place):
    found = figures(TABLE)[text]
    assert (found.noun, found.action, found.place) == (noun, action, place)


def test_a_number_of_a_sentence_above_is_not_touched(figures):
    assert figures(TABLE)["12"].place == "Java"


def test_a_column_without_a_known_heading_counts_nothing(figures):
    assert figures("Region | Rank\n\nPalu | 62")["62"].noun is None


def test_a_row_without_a_heading_counts_nothing(figures):
    assert figures("Palu | 62 | 300")["62"].noun is None


def test_a_row_of_other_length_does_not_take_the_heading(figures):
    assert figures("Region | Dead | Injured\n\nPalu | 62")["62"].noun is None
