"""Phrases whose words stand apart in the sentence."""

import pytest

from monitor.reading.words.gapped import find, gapped
from monitor.reading.words.text import tokens_of

KNOWN = gapped([("ends", "hob … auf"), ("begins", "trat in kraft"), ("leaves", "zog sich … zurück")])


def found(text):
    return [one.what for one in find(list(tokens_of(text, 0, len(text))), KNOWN, frozenset({"und"}))]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Die EU hob am Dienstag alle Sanktionen auf.", ["ends"]),
        ("Die EU hob die Sanktionen auf und ging.", ["ends"]),
        ("Die Waffenruhe trat am Sonntag in Kraft, sagte er.", ["begins"]),
        ("Er zog sich aus dem Vertrag zurück.", ["leaves"]),
    ],
)
def test_both_parts_are_one_phrase(text, what):
    assert found(text) == what


def test_a_preposition_inside_the_clause_is_no_second_part():
    assert found("Die EU hob Sanktionen auf Druck der Straße.") == []


def test_a_comma_ends_the_gap():
    assert found("Die Waffenruhe trat ein, das Abkommen in Kraft.") == []
