"""The values of saved articles: headers, and what is said of files that give none."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from monitor.sources.decoding import decode
from monitor.sources.lines import BadLine

MAX_TEXT_BYTES = 4_000_000


class Kind(StrEnum):
    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"


KINDS = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
}


class Placed(StrEnum):
    """What gave an article its time."""

    OWN = "own"
    """Its own date. In all other cases it carries none, or one later than the present, which places nothing."""
    GIVEN = "given"
    """The time that the user named for articles without a date."""
    FILE = "file"
    """The time at which its file was last written; on standard input, the present."""
    LINE_BEFORE = "line before"
    """The time of the line before it, and a microsecond, so that the order of the lines holds."""


class Spool:
    """Standard input or a pipe, kept in a file of its own for as long as something refers to it."""

    def __init__(self, stream: BinaryIO) -> None:
        descriptor, name = tempfile.mkstemp(prefix="monitor-stdin-")
        with os.fdopen(descriptor, "wb") as file:
            shutil.copyfileobj(stream, file)
        self.path = Path(name)
        self._end = weakref.finalize(self, self.path.unlink, missing_ok=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """The header of a saved article. Times are aware."""

    file: str
    """As the user named it, for messages; "-" is standard input."""
    path: Path
    kind: Kind
    id: str
    time: datetime
    """Where it is placed: what a replay's clock shows when it comes. Never later than the present."""
    placed: Placed
    published: datetime | None = None
    """Its own date, or the one that the user gave for articles without."""
    line: int | None = None
    """Of JSON Lines, from 1."""
    offset: int = 0
    """Of JSON Lines: where its line begins, in bytes."""
    spool: Spool | None = field(default=None, repr=False, compare=False)

    @property
    def named(self) -> str:
        """For messages: the file, and the line where it has several."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that the user must mend; the rest of the work goes on."""

    file: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file of a folder that holds no articles, named so that nobody misses it."""

    file: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"


class ArchiveError(Exception):
    """A saved article that cannot be read; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def bytes_of(path: Path, limit: int) -> bytes:
    """Raise BadLine for a file over `limit` bytes."""
    with path.open("rb") as file:
        body = file.read(limit + 1)
    if len(body) > limit:
        raise BadLine(
            f"the file is longer than {limit // 1_000_000} MB: is it one article? Many go into one .jsonl file"
        )
    return body


def plain(path: Path) -> str:
    """A text with its characters exactly as saved, since offsets count them. Raises BadLine for what is no text."""
    text = decode(bytes_of(path, MAX_TEXT_BYTES))
    if "\0" in text:
        raise BadLine("the file is not text (it holds NUL bytes)")
    if not text.strip():
        raise BadLine("the file holds no text")
    return text


def why(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
