"""docs/store.md names every key that is kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LITERAL = re.compile(r"[\"'](monitor(?::[a-z]+)+)")
SOURCES = [*(ROOT / "monitor" / "store").glob("*.py"), *(ROOT / "workers").glob("*.py")]
KEYS = sorted({key for path in SOURCES for key in LITERAL.findall(path.read_text(encoding="utf-8"))})


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_in_the_documentation(key):
    documented = (ROOT / "docs" / "store.md").read_text(encoding="utf-8")
    head, _, last = key.rpartition(":")
    assert f"`{key}" in documented or (f"`{head}" in documented and f"`:{last}`" in documented)
