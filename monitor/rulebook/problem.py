"""A problem in a rules file, told so that its writer can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

NEAR = 0.7
"""The least similarity (0 to 1, of difflib) at which a known word is proposed."""


class Severity(StrEnum):
    ERROR = "error"
    """Something was left out of the rulebook because of it."""
    NOTE = "note"
    """All was loaded; the user should know all the same."""


@dataclass(frozen=True, slots=True)
class Problem:
    """`line` counts from 1, and is null where the problem has no line (a missing file, an environment variable)."""

    file: str
    line: int | None
    message: str
    hint: str | None = None
    severity: Severity = Severity.ERROR

    @property
    def place(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def __str__(self) -> str:
        told = f"{self.place}: {self.severity}: {self.message}"
        return told if self.hint is None else f"{told}\n    {self.hint}"


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the known words nearest to a mistyped one; null where none is near."""
    spelt = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), spelt, n=3, cutoff=NEAR)
    if not near:
        return None
    return f"did you mean {' or '.join(repr(spelt[name]) for name in near)}?"
