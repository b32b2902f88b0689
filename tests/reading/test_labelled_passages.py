"""Floors on 180 passages in twenty languages that were labelled before the reader saw them (tests/reading/passages).

At first sight, before any of them was looked at, the reader had: value .99, qualifier .98, unit .99, noun .94,
group .79, action .86, speaker .79, place .93, modality .86, status .72, traps .99. Then causes were mended. A floor
is lowered only with a word in CHANGELOG.
"""

import pytest
from labelled import codes, passages, scores

FLOORS = {
    "value": 0.99, "qualifier": 0.99, "unit": 0.99, "noun": 0.96, "of": 0.91, "action": 0.95, "speaker": 0.93,
    "place": 0.97, "modality": 0.96, "part": 0.95, "increment": 0.77, "status": 0.92, "by": 0.94, "when": 0.89,
    "traps": 0.98,
}  # fmt: skip
EACH = {"value": 0.95, "qualifier": 0.94, "unit": 0.94, "of": 0.70, "action": 0.80, "speaker": 0.60, "modality": 0.80}
"""What no language may fall below; a label has some ten places in each.
"""


@pytest.fixture(scope="module")
def all_scores():
    return scores(codes())


@pytest.mark.parametrize("label", FLOORS)
def test_labels_are_met(label, all_scores):
    share, _ = all_scores[label]
    assert share >= FLOORS[label]


@pytest.mark.parametrize("code", codes())
def test_no_language_lags_behind(code):
    found = scores([code])
    assert {label: found[label][0] for label, floor in EACH.items() if found[label][0] < floor} == {}


def test_there_are_nine_passages_in_each_of_twenty_languages():
    assert [len(passages(code)) for code in codes()] == [9] * 20
