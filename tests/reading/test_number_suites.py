"""Floors on suites that others wrote. They are read from beside the checkout; without them these tests are skipped.

Rows whose own convention differs from ours, and why:

* A suite of numbers alone reads "a few" as 3 and "no", "keinen", "geen", "nic" as 0 (we: nothing), "one twenty two" as
  122 (we: two numbers), "Kr" as ten million (we: money), "100b" as a hundred thousand (we: a name; 100B is).
* A suite of sentences wants no number in "180.25ml", "29km" and "May 4th" (we: a measure, a date), and three in
  17/5/2018 (we: one date). It takes 192.168.1.2 for the number 192168 and two more (we: the parts of a name), "5G" for
  five billion (we: a name), both ends of "100 bis 300 Milliarden" for a number each (we: one range, of billions), and
  "üç yüz iki düzine" for 302 dozens (we: 300 and two dozens). It works sums out (12/3).
* Translators write ten for "clean", a team for its eleven men, a century for 100 years; and what a translation has
  lost or mistyped no reading finds.
* The Indonesian treebank marks both ends of a range apart (we: one number), and "dua-duanya", "separuh" and Roman
  numerals as numbers; its value of "23.45" is not the hours since midnight.
"""

import json
from pathlib import Path
from statistics import mean

import pytest
from reading_numbers import language

from monitor.reading.numbers import find_numbers
from monitor.rulebook.language_files import LANGUAGES

FOLDER = Path(__file__).parents[2].parent / "shared" / "numerals"
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the suites are not beside this checkout (../shared/numerals)"
)
CODES = tuple(sorted({path.stem for path in LANGUAGES.glob("*.yaml")}))
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


def figures_found(code):
    """Of every figure of the news in a language: whether it was found, and what it is."""
    return [
        (any(holds(number, figure["value"]) for number in found), figure)
        for row in rows("ntrex_news", code)
        for found in [find_numbers(row["text"], language(code))]
        for figure in row["expected"]
        if figure["class"] not in NOT_SCORED
    ]


def is_large(figure):
    return figure["value"] >= FIRST_LARGE and figure["class"] != "year"


@pytest.mark.parametrize("code", CODES)
def test_news_figures_of_a_thousand_and_more_are_found_in_every_language(code):
    assert share(ok for ok, figure in figures_found(code) if is_large(figure)) >= 0.93


@pytest.mark.parametrize("code", CODES)
def test_news_figures_are_found_in_every_language(code):
    assert share(ok for ok, _ in figures_found(code)) >= 0.97


def test_news_figures_are_found_in_the_mean_of_all_languages():
    found = {code: figures_found(code) for code in CODES}
    assert mean(share(ok for ok, figure in one if is_large(figure)) for one in found.values()) >= 0.98
    assert mean(share(ok for ok, _ in one) for one in found.values()) >= 0.985


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


def share_of_numbers(code):
    """Of the texts that are one number: how many read as it."""
    suite = [row for row in rows("duckling_numeral", code) if not row.get("region") and whole(row["value"])]
    found = ((find_numbers(row["text"], language(code)), row["value"]) for row in suite)
    return share(len(numbers) == 1 and holds(numbers[0], value) for numbers, value in found)


def share_of_sentences(code):
    """Of the sentences: in how many every number is found and nothing else."""
    suite = [
        row for row in rows("recognizers_number", code) if all(whole(figure["value"]) for figure in row["expected"])
    ]

    def right(row):
        found = find_numbers(row["text"], language(code))
        values = [figure["value"] for figure in row["expected"]]
        return len(found) == len(values) and all(any(holds(number, value) for number in found) for value in values)

    return share(map(right, suite))


def languages_of(name):
    """Those of ours that a suite has."""
    with (FOLDER / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return sorted({json.loads(line)["language"] for line in lines} & set(CODES))


@pytest.mark.parametrize("code", languages_of("duckling_numeral") if FOLDER.is_dir() else [])
def test_a_text_that_is_one_number_reads_as_it(code):
    assert share_of_numbers(code) >= 0.9


def test_texts_that_are_one_number_read_as_it_in_the_mean_of_all_languages():
    assert mean(map(share_of_numbers, languages_of("duckling_numeral"))) >= 0.97


@pytest.mark.parametrize("code", languages_of("recognizers_number") if FOLDER.is_dir() else [])
def test_every_number_of_a_sentence_is_found_and_nothing_else(code):
    assert share_of_sentences(code) >= 0.72


def test_every_number_of_a_sentence_is_found_and_nothing_else_in_the_mean_of_all_languages():
    assert mean(map(share_of_sentences, languages_of("recognizers_number"))) >= 0.89
