"""Floors on suites that others wrote. They are read from beside the checkout; without them these tests are skipped.

Rows whose own convention differs from ours, and why. A suite of numbers alone reads "a few" as 3 (we: nothing), "one
twenty two" as 122 (we: two numbers), "Kr" as ten million (we: money), and every "G" as a billion. A suite of sentences
wants no number in "180.25ml" or "May 4th" (we: a measure, a date). The Indonesian treebank marks both ends of a range
apart (we: one number), and "dua-duanya", "separuh" and Roman numerals as numbers; its value of "23.45" is not the hours
since midnight.
"""

import json
from pathlib import Path

import pytest
from reading_numbers import language

from monitor.reading.numbers import find_numbers

FOLDER = Path(__file__).parents[2].parent / "shared" / "numerals"
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the suites are not beside this checkout (../shared/numerals)"
)
CODES = ("id", "en")
NOT_SCORED = ("measure", "time")
FIRST_LARGE = 1000
SLACK = 16
"""Characters that a span may be longer than the treebank's."""


def rows(name, code):
    with (FOLDER / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["language"] == code]


def whole(value):
    return value >= 0 and float(value).is_integer()


def holds(number, value):
    quantity = number.quantity
    ends = (quantity.nominal, quantity.low, quantity.high)
    return any(end is not None and abs(float(end) - value) <= 1e-6 * max(abs(value), 1e-9) for end in ends)


def share(outcomes):
    outcomes = list(outcomes)
    return sum(outcomes) / len(outcomes)


@pytest.mark.parametrize("code", CODES)
def test_news_figures_are_found(code):
    expected = [
        (any(holds(number, figure["value"]) for number in found), figure)
        for row in rows("ntrex_news", code)
        for found in [find_numbers(row["text"], language(code))]
        for figure in row["expected"]
        if figure["class"] not in NOT_SCORED
    ]
    large = [ok for ok, figure in expected if figure["value"] >= FIRST_LARGE and figure["class"] != "year"]
    assert share(large) >= 0.97
    assert share(ok for ok, _ in expected) >= 0.98


def test_spans_of_the_indonesian_treebank_are_found():
    def found_in(row):
        numbers = find_numbers(row["text"], language("id"))
        for figure in row["expected"]:
            longest = len(figure["text"]) + SLACK
            yield any(figure["text"].lower() in n.text.lower() and len(n.text) <= longest for n in numbers)

    assert share(ok for row in rows("ud_id", "id") for ok in found_in(row)) >= 0.99


def test_values_of_the_indonesian_treebank_are_right():
    outcomes = [
        any(holds(number, figure["value"]) for number in found)
        for row in rows("ud_id", "id")
        for found in [find_numbers(row["text"], language("id"))]
        for figure in row["expected"]
        if figure.get("value") is not None
    ]
    assert share(outcomes) >= 0.99


@pytest.mark.parametrize(("code", "floor"), [("id", 1.0), ("en", 0.92)])
def test_a_text_that_is_one_number_reads_as_it(code, floor):
    suite = [row for row in rows("duckling_numeral", code) if not row.get("region") and whole(row["value"])]
    found = ((find_numbers(row["text"], language(code)), row["value"]) for row in suite)
    assert share(len(numbers) == 1 and holds(numbers[0], value) for numbers, value in found) >= floor


def test_every_number_of_a_sentence_and_nothing_else():
    suite = [
        row for row in rows("recognizers_number", "en") if all(whole(figure["value"]) for figure in row["expected"])
    ]

    def right(row):
        found = find_numbers(row["text"], language("en"))
        values = [figure["value"] for figure in row["expected"]]
        return len(found) == len(values) and all(any(holds(number, value) for number in found) for value in values)

    assert share(map(right, suite)) >= 0.88
