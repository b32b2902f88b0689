"""Which words and phrases of the vocabulary are found in a sentence."""

import pytest

from monitor.reading.words.lookup import HitKind, lookup


@pytest.fixture
def found_in(scene_of, vocabulary):
    def found(text, language, *kinds):
        scene, _, _ = scene_of(text, language)
        hits = lookup(scene.document.sentences[0], vocabulary, language)
        return [(hit.id, text[hit.start : hit.end]) for hit in hits if hit.kind in kinds]

    return found


NAMES = (HitKind.ENTITY, HitKind.DEMONYM)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("id", "Perang Rusia-Ukraina", [("Russia", "Rusia"), ("Ukraine", "Ukraina")]),
        ("id", "Kim Jong-un dan Kim Jong Un", [("Kim Jong Un", "Kim Jong-un"), ("Kim Jong Un", "Kim Jong Un")]),
        ("id", "kata pejabat AS", [("United States", "AS")]),
        ("en", "It was as cold as ever for us", []),
        ("en", "The US and the U.S. agreed", [("United States", "US"), ("United States", "U.S.")]),
        ("en", "He ate turkey in Turkey", [("Türkiye", "Turkey")]),
        ("en", "North Korean and South Korean", [("North Korea", "North Korean"), ("South Korea", "South Korean")]),
        ("en", "Zelenskyy met Zelenskiy", [("Volodymyr Zelensky", "Zelenskyy"), ("Volodymyr Zelensky", "Zelenskiy")]),
        ("en", "Côte d’Ivoire and Myanmar", [("Côte d'Ivoire", "Côte d’Ivoire"), ("Myanmar", "Myanmar")]),
    ],
)
def test_names_are_found_in_their_spellings(found_in, language, text, expected):
    assert found_in(text, language, *NAMES) == expected


@pytest.mark.parametrize(
    ("language", "word", "noun"),
    [
        ("en", "soldiers", "soldiers"),
        ("en", "Servicemen", "soldiers"),
        ("id", "pasukannya", "soldiers"),
        ("id", "Tentara", "soldiers"),
    ],
)
def test_forms_of_a_noun_are_found(found_in, language, word, noun):
    assert found_in(word, language, HitKind.NOUN) == [(noun, word)]


def test_the_longest_phrase_wins(found_in):
    assert found_in("the South Korean spy agency", "en", *NAMES) == [("South Korea", "South Korean")]
    assert ("more_than", "more than") in found_in("more than 300", "en", HitKind.CUE)
    assert "increment" not in dict(found_in("more than 300", "en", HitKind.CUE))


def test_a_short_name_counts_where_the_text_has_the_full_one(scene_of):
    scene, _, _ = scene_of("Kim Jong Un spoke. Kim left. ", "en")
    assert [hit.id for hits in scene.hits for hit in hits if hit.kind is HitKind.ENTITY] == [
        "Kim Jong Un",
        "Kim Jong Un",
    ]
    scene, _, _ = scene_of("Kim left.", "en")
    assert not [hit for hits in scene.hits for hit in hits if hit.kind is HitKind.ENTITY]


def test_an_unlisted_compound_is_what_its_last_word_is(found_in):
    found = found_in("Das Fischereiabkommen gilt.", "de", HitKind.NOUN)
    assert found == [("treaty", "Fischereiabkommen")]


def test_a_listed_compound_is_only_what_its_entry_says(found_in):
    found = found_in("Das Waffenruheabkommen gilt.", "de", HitKind.NOUN)
    assert found == [("ceasefire", "Waffenruheabkommen")]
