"""What was counted, said in English for editors who lack the article's language."""

from __future__ import annotations

import pytest

from monitor.reading.gloss import gloss_of, speaker_gloss
from monitor.reading.vocabulary import Entity, EntityKind, Vocabulary

DEMONYMS = {"North Korea": "North Korean", "Russia": "Russian"}
COUNTRIES = {
    name: Entity(id=name, kind=EntityKind.COUNTRY, names={}, demonyms={"en": (demonym, f"{demonym}s")})
    for name, demonym in DEMONYMS.items()
}
OTHERS = {
    "Wagner": Entity(id="Wagner", kind=EntityKind.ORGANISATION, names={}),
    "enemy": Entity(id="enemy", kind=EntityKind.GROUP, names={}),
}
VOCABULARY = Vocabulary(languages={}, entities={**COUNTRIES, **OTHERS}, nouns={}, actions={}, ladders={})


@pytest.mark.parametrize(
    ("noun", "of", "gloss"),
    [
        ("soldiers", ("North Korea",), "North Korean soldiers"),
        ("soldiers", ("Russia", "North Korea"), "Russian and North Korean soldiers"),
        ("soldiers", ("enemy",), "enemy soldiers"),
        ("soldiers", ("Wagner",), "soldiers of Wagner"),
        ("people", (), "people"),
        (None, ("North Korea",), None),
    ],
)
def test_what_was_counted_is_said_in_english(noun, of, gloss):
    assert gloss_of(VOCABULARY, noun, of) == gloss


@pytest.mark.parametrize(
    ("speaker_id", "gloss"),
    [
        ("Russia", "Russia"),
        ("pemerintah North Korea", "North Korea"),
        ("badan intelijen North Korea dan Russia", "North Korea, Russia"),
        ("syrskyi", None),
        ("enemy", "enemy"),
        ("enemy sources", None),
        (None, None),
    ],
)
def test_a_speaker_is_named_in_english_as_far_as_it_is_known(speaker_id, gloss):
    assert speaker_gloss(VOCABULARY, speaker_id) == gloss


def test_a_known_body_of_a_known_country_is_named_in_english(vocabulary):
    assert speaker_gloss(vocabulary, "United States government") == "United States government"
