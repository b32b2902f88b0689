"""Halves of a point, what a count rose by and to, ages set off by commas, and rates that are set against each other."""

from decimal import Decimal

import pytest
from reading_sentences import figure, modality, speaker, steps


@pytest.mark.parametrize(
    ("language", "marked", "value"),
    [
        ("en", "The bank cut its rate by [a quarter] point.", "0.25"),
        ("en", "The bank cut its rate by [half a] percentage point.", "0.5"),
        ("nl", "De bank verlaagt de rente met [een kwart] procentpunt.", "0.25"),
        ("de", "Die Bank senkt den Zins um [einen halben] Prozentpunkt.", "0.5"),
        ("id", "Bank itu memangkas suku bunga [setengah] poin.", "0.5"),
    ],
)
def test_a_half_is_a_number_of_points(scene_of, language, marked, value):
    quantity = figure(scene_of, language, marked).quantity
    assert (quantity.nominal, quantity.unit) == (Decimal(value), "percentage_point")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "The number of dead rose by [nineteen] to 2,056."),
        ("de", "Am Donnerstag stieg die Zahl der Toten um [vier] auf 17."),
    ],
)
def test_what_a_count_rose_by_is_no_range_and_an_increment(scene_of, language, marked):
    mention = figure(scene_of, language, marked)
    assert mention.increment
    assert mention.quantity.qualifier == "exact"


def test_a_number_set_off_behind_a_name_is_an_age(scene_of):
    assert figure(scene_of, "en", "The king swore in Ana Ruiz, [54], as prime minister.").unit == "age"
    assert figure(scene_of, "nl", "Dat zegt topman Jan Smit ([55]).").unit == "age"


def test_a_number_set_off_behind_a_place_is_a_count(scene_of):
    text = "The dead were found in Central Sulawesi (54) and in West Java (32). In Palu ([12]) the search goes on."
    assert figure(scene_of, "en", text).unit == "count"
    assert figure(scene_of, "en", text.replace("[12]", "12").replace("54", "[54]")).unit == "count"
    assert figure(scene_of, "en", "So said Jack London ([54]).").unit == "age"


@pytest.mark.parametrize(
    ("language", "now", "before"),
    [
        (
            "en",
            "Inflation was [2.3] percent in May, against 2.1 percent in April.",
            "Inflation was 2.3 percent in May, against [2.1] percent in April.",
        ),
        (
            "de",
            "Die Teuerung lag bei [0,8] Prozent nach 1,1 Prozent im April.",
            "Die Teuerung lag bei 0,8 Prozent nach [1,1] Prozent im April.",
        ),
        (
            "nl",
            "De inflatie bedroeg [2,3] procent, tegen 2,1 procent in april.",
            "De inflatie bedroeg 2,3 procent, tegen [2,1] procent in april.",
        ),
    ],
)
def test_a_rate_that_another_is_set_against_is_past(scene_of, language, now, before):
    assert (modality(scene_of, language, now), modality(scene_of, language, before)) == ("asserted", "past")


@pytest.mark.parametrize(
    ("language", "marked", "name"),
    [
        ("en", "The general was quoted by the Times as saying that [87] men had died.", "The general"),
        (
            "en",
            "Around [1,100] men died, Seoul's Joint Chiefs of Staff said in a report to lawmakers, and two fled.",
            "Joint Chiefs",
        ),
        ("en", "South Korea's spy agency put the number of troops at [8,000].", "spy agency"),
        ("de", "Die Polizei teilte den Tod von 13 Menschen mit. [Fünf] seien verletzt.", "Polizei"),
    ],
)
def test_who_says_so(scene_of, language, marked, name):
    assert name in (speaker(scene_of, language, marked) or "")


def test_an_unknown_noun_has_what_befalls_people(scene_of):
    assert figure(scene_of, "en", "[Twelve] hikers died in the storm.").action == "killed"
    assert figure(scene_of, "de", "[Drei] Nachbarn wurden verletzt.").action == "wounded"
    assert figure(scene_of, "en", "[Twelve] hikers arrived in the valley.").action is None


def test_whose_side_is_spoken_of(scene_of):
    marked = "Auf nordkoreanischer Seite wurden etwa [4000] Mann getötet."
    assert figure(scene_of, "de", marked).of == ("North Korea",)


def test_a_step_that_follows_a_length_of_time_is_planned(scene_of):
    assert steps(scene_of, "en", "The treaty enters into force 30 days after the exchange.") == [
        ("in_force", "planned", "")
    ]
    assert steps(scene_of, "en", "The treaty took effect 30 days after the exchange.") == [("in_force", "asserted", "")]
