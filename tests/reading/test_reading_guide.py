"""What docs/reading.md says of bounds and switches is so."""

import re
from pathlib import Path

import pytest

from monitor.reading.figures import finding as figures
from monitor.reading.figures import groups, tables
from monitor.reading.statuses import finding as statuses
from monitor.reading.voice import attribution
from monitor.rulebook.language_files import LanguageFile

GUIDE = (Path(__file__).parents[2] / "docs" / "reading.md").read_text(encoding="utf-8")
WORDS = {"code", "name", "cues", "lemmas", "names", "demonyms", "short", "nouns", "actions", "offices", "ladders"}
"""Keys of a language file that hold words and are told of in the table of sections, or in the first three lines."""


def row(beginning):
    (found,) = [line for line in GUIDE.splitlines() if line.startswith(f"| {beginning}")]
    return [int(number) for number in re.findall(r"\d+", found)]


@pytest.mark.parametrize(
    ("beginning", "reach"),
    [
        ("noun and group of a count", [groups.BACK, groups.WINDOW]),
        ("whom a pronoun means", [attribution.BACK]),
        ("the treaty, law or office", [statuses.BACK]),
        ("what a column and a row", [tables.MOST_ROWS]),
    ],
)
def test_the_table_of_reaches_says_how_far_back_the_reader_looks(beginning, reach):
    assert row(beginning) == reach


def test_the_guide_says_of_how_many_numbers_and_things_more_than_the_value_is_read():
    assert f"the first {figures.MOST_IN_SENTENCE} of a\nsentence and {figures.MOST_IN_TEXT:,} of a text" in GUIDE
    assert f"The first {statuses.MOST} things" in GUIDE


def test_the_guide_names_every_switch_of_a_language_file():
    switches = {field for field in LanguageFile.model_fields if field not in WORDS | {"numbers", "abbreviations"}}
    assert [switch for switch in sorted(switches) if f"`{switch}`" not in GUIDE] == []
