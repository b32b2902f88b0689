"""Floors on three blind sets in twenty languages: 180 passages, 126 and 94, labelled before the reader saw them.

At first sight of each the reader had these shares of the labels right, and its causes of error were mended before the
next was written:

              value  qualifier  unit  noun  group  action  speaker  place  modality  part  status  by   traps
    first      .99     .98      .99   .94    .79    .86     .79     .93     .86       -     .72     -    .99
    second     .98     .97      .99   .94    .76    .79     .80     .93     .88      .79    .79    .68   .86
    third     1.00     .98      .99   .95    .74    .78     .68     .78     .88      .64    .77    .58   .97

What is to be expected of news that nobody has looked at is nearer to these than to the floors. A floor is lowered only
with a word in CHANGELOG.
"""

import pytest
from labelled import FIRST, SECOND, THIRD, codes, passages, scores

FLOORS = {
    "value": 0.99, "qualifier": 0.99, "unit": 0.99, "noun": 0.96, "of": 0.91, "action": 0.95, "speaker": 0.94,
    "place": 0.97, "modality": 0.96, "part": 0.95, "increment": 0.77, "status": 0.95, "by": 0.94, "when": 0.89,
    "traps": 0.98,
}  # fmt: skip
FLOORS_OF_SECOND = {
    "value": 0.99, "qualifier": 0.98, "unit": 0.99, "noun": 0.97, "of": 0.82, "action": 0.92, "speaker": 0.90,
    "place": 0.92, "modality": 0.94, "part": 0.93, "increment": 0.76, "status": 0.90, "by": 0.78, "when": 0.73,
    "traps": 0.95,
}  # fmt: skip
FLOORS_OF_THIRD = {
    "value": 0.99, "qualifier": 0.97, "unit": 0.99, "noun": 0.95, "of": 0.88, "action": 0.86, "speaker": 0.88,
    "place": 0.85, "modality": 0.91, "part": 0.84, "increment": 0.79, "status": 0.90, "by": 0.69, "when": 0.81,
    "traps": 0.95,
}  # fmt: skip
EASTERN = {"id", "ja", "ko", "ms", "vi", "zh"}
EACH = {"value": 0.95, "qualifier": 0.94, "unit": 0.94, "of": 0.70, "action": 0.80, "speaker": 0.60, "modality": 0.80}
"""What no language may fall below in the first set; a label has some ten places in each."""


@pytest.fixture(scope="module")
def shares():
    return {folder: scores(codes(folder), folder) for folder in (FIRST, SECOND, THIRD)}


@pytest.mark.parametrize("label", FLOORS)
def test_labels_of_the_first_set_are_met(label, shares):
    share, _ = shares[FIRST][label]
    assert share >= FLOORS[label]


@pytest.mark.parametrize("label", FLOORS_OF_SECOND)
def test_labels_of_the_second_set_are_met(label, shares):
    share, _ = shares[SECOND][label]
    assert share >= FLOORS_OF_SECOND[label]


@pytest.mark.parametrize("label", FLOORS_OF_THIRD)
def test_labels_of_the_third_set_are_met(label, shares):
    share, _ = shares[THIRD][label]
    assert share >= FLOORS_OF_THIRD[label]


@pytest.mark.parametrize("code", codes())
def test_no_language_lags_behind(code):
    found = scores([code])
    assert {label: found[label][0] for label, floor in EACH.items() if found[label][0] < floor} == {}


def test_the_sets_are_of_twenty_languages():
    assert [len(passages(code)) for code in codes()] == [9] * 20
    assert [len(passages(code, SECOND)) for code in codes(SECOND)] == [12 if code == "en" else 6 for code in codes()]
    assert {code: len(passages(code, THIRD)) for code in codes(THIRD)} == {
        code: 4 if code in EASTERN else 5 for code in codes()
    }
