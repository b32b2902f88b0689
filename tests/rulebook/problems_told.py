from __future__ import annotations

from pathlib import Path

from monitor.rulebook import Loaded


def told(loaded: Loaded) -> str:
    """Every problem as the user sees it, with the name of its file alone."""
    return "\n".join(str(problem).replace(str(Path(problem.file).parent) + "/", "") for problem in loaded.problems)
