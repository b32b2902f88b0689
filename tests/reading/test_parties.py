"""Between whom a treaty is, where the text names several countries or another treaty."""

import pytest

from monitor.reading.statuses.finding import find_statuses

TEXTS = [
    (
        "en",
        (
            "The Russian government spoke on Tuesday of the treaty that was signed with North Korea in June.\n\n"
            "The partnership treaty between Russia and Iran will be signed in Moscow."
        ),
    ),
    (
        "id",
        (
            "Pemerintah Rusia menyebut perjanjian yang ditandatangani dengan Korea Utara sebagai landasan.\n\n"
            "Perjanjian tersebut ditandatangani oleh kedua pemimpin di Pyongyang.\n\n"
            "Perjanjian kemitraan antara Rusia dan Iran akan ditandatangani di Moskow."
        ),
    ),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_another_treaty_named_later_does_not_lend_its_parties(scene_of, language, text):
    scene, _, _ = scene_of(text, language)
    *first, last = find_statuses(scene)
    assert {frozenset(mention.parties) for mention in first} == {frozenset({"North Korea", "Russia"})}
    assert set(last.parties) == {"Russia", "Iran"}
