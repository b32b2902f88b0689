from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from monitor.rulebook import Loaded, load

RECEIVERS = """
    receivers:
      desk:
        - channel: log
"""
Rules = Callable[..., Loaded]


@pytest.fixture
def rules(tmp_path: Path) -> Rules:
    """Loads the YAML given, one file each, with a receiver `desk` beside them."""

    def loaded(*files: str, **options) -> Loaded:
        for number, text in enumerate((*files, RECEIVERS)):
            (tmp_path / f"{number}.yaml").write_text(dedent(text).lstrip("\n"), "utf-8")
        return load(tmp_path, **options)

    return loaded
