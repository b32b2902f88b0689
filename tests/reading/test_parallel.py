"""The same sentences in twenty languages give the same figures and steps (tests/reading/parallel.yaml)."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from monitor.reading.figures.finding import find_figures
from monitor.reading.statuses.finding import find_statuses

SENTENCES = YAML(typ="safe", pure=True).load(Path(__file__).with_name("parallel.yaml"))
FRIDAY = datetime(2024, 10, 25, 12, tzinfo=UTC)
NOBODY, NORTH_KOREA = (), ("North Korea",)


NOT_YET = {
    "ratified": "ko zh",
    "toll": "fa ja ko tr zh",
}
"""Languages in which a sentence is misread."""


def languages_of(name):
    misread = pytest.mark.xfail(strict=True, reason="misread in this language")
    marked = dict.fromkeys(NOT_YET.get(name, "").split(), misread)
    return pytest.mark.parametrize(
        "language", [pytest.param(code, marks=marked.get(code, ())) for code in SENTENCES[name]]
    )


@pytest.fixture
def scene_in(scene_of):
    def build(name, language):
        scene, _, _ = scene_of(SENTENCES[name][language], language, published=FRIDAY)
        return scene

    return build


def counts(scene):
    return {
        int(one.quantity.nominal): one for one in find_figures(scene) if one.unit == "count" and one.noun is not None
    }


@languages_of("denied")
def test_a_denial_reaches_what_the_reports_say(scene_in, language):
    (figure,) = counts(scene_in("denied", language)).values()
    assert (figure.quantity.nominal, figure.noun, figure.of) == (12_000, "soldiers", NORTH_KOREA)
    assert (figure.action, figure.place_id, figure.modality) == ("deployed", "Kursk", "denied")
    assert figure.speaker is not None


@languages_of("risen")
def test_what_a_number_has_risen_from_is_past(scene_in, language):
    figures = counts(scene_in("risen", language))
    assert {value: (one.noun, one.of, one.place_id, one.modality) for value, one in figures.items()} == {
        12_000: ("soldiers", NORTH_KOREA, "Kursk", "asserted"),
        8_000: ("soldiers", NORTH_KOREA, "Kursk", "past"),
    }
    assert all(one.speaker is not None and not one.part for one in figures.values())


@languages_of("another")
def test_a_planned_increment_is_one_and_its_source_is_the_speaker(scene_in, language):
    (figure,) = counts(scene_in("another", language)).values()
    assert (figure.quantity.nominal, figure.noun, figure.of) == (3_000, "soldiers", NORTH_KOREA)
    assert (figure.action, figure.place_id, figure.modality) == ("deployed", "Russia", "planned")
    assert figure.increment
    assert (figure.speaker_id or "").startswith("South Korea")
    assert figure.via is not None
    assert len(figure.via.split()) <= 3


@languages_of("ratified")
def test_a_chamber_ratifies_for_its_country_on_the_day_that_is_told(scene_in, language):
    steps = [one for one in find_statuses(scene_in("ratified", language)) if one.status == "ratified"]
    assert [(one.ladder, one.modality, one.by, one.when) for one in steps if one.modality == "asserted"] == [
        ("treaty", "asserted", ("Russia",), "2024-10-24")
    ]


@languages_of("toll")
def test_a_toll_its_part_and_the_missing_are_three_figures(scene_in, language):
    figures = counts(scene_in("toll", language))
    assert {value: (one.noun, one.of, one.action, one.part) for value, one in figures.items()} == {
        217: ("dead", NOBODY, "killed", False),
        34: ("children", NOBODY, "killed", True),
        78: (figures[78].noun, NOBODY, "missing", False),
    }
    assert figures[78].noun in {"people", "missing"}
    assert {one.place_id for one in figures.values()} == {"Türkiye"}


@pytest.mark.parametrize("language", ["ru", "uk", "pl"])
def test_a_preposition_before_another_number_is_no_noun(scene_in, language):
    assert counts(scene_in("risen", language))[12_000].noun == "soldiers"
