"""docs/rules.md: what it shows works, and what can be written is in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from monitor.rulebook import load
from monitor.rulebook.models import (
    AlertShape,
    ChannelShape,
    FigureAlert,
    FigureExample,
    FigureShape,
    FigureWatch,
    RulesFile,
    SourceShape,
    StatusExample,
    StatusWatch,
    Thing,
    Together,
)

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
FILES = [block for block in BLOCKS if re.match(r"(watches|receivers|sources):", block)]
VOCABULARY = [block for block in BLOCKS if block.startswith(("# lexicon", "# gazetteer", "# ladders"))]


def test_the_page_shows_files_of_every_section():
    assert {block.split(":")[0] for block in FILES} == {"watches", "receivers", "sources"}


@pytest.mark.parametrize("block", FILES)
def test_every_file_shown_loads_without_a_problem(block, tmp_path):
    (tmp_path / "shown.yaml").write_text(block, "utf-8")
    assert load(tmp_path).problems == ()


@pytest.mark.parametrize("block", VOCABULARY)
def test_every_vocabulary_file_shown_loads_without_a_problem(block, tmp_path):
    file = tmp_path / block.splitlines()[0].removeprefix("# ")
    file.parent.mkdir()
    file.write_text(block, "utf-8")
    if file.parent.name == "ladders":
        (tmp_path / "lexicon").mkdir()
        (tmp_path / "lexicon" / "strikes.yaml").write_text("nouns: {strike: {words: {en: [strike]}}}\n")
    assert load(tmp_path).problems == ()


MODELS = [
    *(RulesFile, FigureWatch, StatusWatch, FigureShape, AlertShape, FigureAlert, FigureExample, StatusExample),
    *(Thing, Together, ChannelShape, SourceShape),
]


@pytest.mark.parametrize("model", MODELS)
def test_every_key_of_the_rules_is_on_the_page(model):
    missing = [key for key in model.model_fields if not re.search(rf"\b{key}\b", PAGE)]
    assert missing == []
