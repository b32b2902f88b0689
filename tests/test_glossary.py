"""The glossary names every kind of change, judgement, qualifier and modality."""

from pathlib import Path

import pytest

from monitor.change import ChangeKind, Judgement, Relation
from monitor.claim import Modality
from monitor.quantity import Qualifier

GLOSSARY = (Path(__file__).parents[1] / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("word", [*ChangeKind, *Judgement, *Relation, *Qualifier, *Modality])
def test_the_glossary_explains(word):
    assert f"`{word}`" in GLOSSARY
