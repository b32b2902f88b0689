"""Statuses that nobody asks for are left out early, by what their sentences name."""

import pytest

from monitor.reading.scene import see
from monitor.reading.statuses.around import Around
from monitor.reading.statuses.finding import find_statuses
from monitor.reading.statuses.parties import things_of
from monitor.reading.view import View

TREATY = "The treaty was signed in Pyongyang and approved by the Russian parliament."


def seen(text, vocabulary, code="en"):
    return see(text, vocabulary, vocabulary.languages[code])


@pytest.mark.parametrize(
    ("parties", "may_be"),
    [(set(), True), ({"Russia"}, True), ({"Russia", "North Korea"}, False), ({"Russia", "China"}, False)],
)
def test_who_is_named_nowhere_near_a_thing_is_no_party_of_it(parties, may_be, vocabulary):
    scene = seen(f"{TREATY} North Korea says so.", vocabulary)
    things = things_of(scene, scene.document.sentences, 10)
    view = View.of(scene, scene.document.sentences[0])
    assert Around(scene, things).may_be_between(view, things[0], frozenset(parties)) is may_be


def test_who_is_named_where_the_thing_was_spoken_of_before_may_be_its_party(vocabulary):
    scene = seen(f"The treaty between North Korea and Russia is old. {TREATY}", vocabulary)
    things = things_of(scene, scene.document.sentences, 10)
    view = View.of(scene, scene.document.sentences[1])
    assert Around(scene, things).may_be_between(view, things[1], frozenset({"Russia", "North Korea"}))


def test_statuses_of_what_is_not_asked_for_are_left_out(vocabulary):
    scene = seen(TREATY, vocabulary)
    nobody = frozenset()
    assert [one.status for one in find_statuses(scene)] == ["signed", "ratified"]
    assert [one.status for one in find_statuses(scene, {("treaty", "treaty"): {nobody}})] == ["signed", "ratified"]
    assert find_statuses(scene, {("law", "law"): {nobody}}) == []
    assert find_statuses(scene, {("treaty", "treaty"): {frozenset({"North Korea", "Russia"})}}) == []
