"""Saved articles: plain text, HTML and JSON Lines; a file, a folder or standard input.

`saved` goes through the files once and gives a header for each article, which says where it lies and when it is placed;
`open_saved` then reads one article. So a replay can sort many articles without holding their texts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from monitor.article import Article
from monitor.sources.decoding import decode
from monitor.sources.language import detect
from monitor.sources.lines import BadLine, Line, lines_of, parsed
from monitor.sources.pages import MAX_PAGE_BYTES, Cleaner, PageError, headed
from monitor.sources.saved import ArchiveError, Kind, Placed, Problem, Saved, Skipped, Spool, bytes_of, plain, why
from monitor.sources.survey import Survey

__all__ = ["ArchiveError", "Kind", "Placed", "Problem", "Saved", "Skipped", "open_saved", "saved"]

STDIN = "-"


def saved(
    paths: Sequence[str | Path],
    *,
    now: datetime,
    published: datetime | None = None,
    jsonl: bool = False,
    cleaner: Cleaner | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Saved | Problem | Skipped]:
    """Give the headers of all saved articles under `paths`, in the order of the arguments, a folder's in order of name.

    `now` is the present: no article is placed after it. `published` places those that carry no date of their own.
    `jsonl` says that every input is JSON Lines, whatever its name. With a `cleaner`, HTML whose markup gives no time is
    asked for the day that its text gives, as a live page is.
    """
    survey = Survey(now=now, published=published, jsonl=jsonl, cleaner=cleaner)
    base = _base([Path(path) for path in paths if str(path) != STDIN])
    for path in paths:
        if str(path) == STDIN:
            yield from survey.stream(Spool(stdin if stdin is not None else sys.stdin.buffer), STDIN)
        elif Path(path).is_fifo() or Path(path).is_char_device():
            with Path(path).open("rb") as stream:
                spool = Spool(stream)
            yield from survey.stream(spool, str(path))
        elif Path(path).is_dir():
            yield from survey.folder(Path(path), base)
        else:
            yield from survey.file(Path(path), base)


def open_saved(
    header: Saved, *, cleaner: Cleaner, language: str | None = None, languages: Collection[str] = ()
) -> Article:
    """Read the article of a header. Raises ArchiveError.

    `language` is what the user says it is in; otherwise its text tells, `languages` being those that the desk reads.
    """
    try:
        line = _opened(header)
        return _article(header, line, cleaner, language, languages)
    except (OSError, BadLine, PageError) as error:
        raise ArchiveError(Problem(file=header.file, line=header.line, message=why(error))) from error


def _opened(header: Saved) -> Line:
    match header.kind:
        case Kind.TEXT:
            return Line(text=plain(header.path))
        case Kind.HTML:
            return Line(html=decode(bytes_of(header.path, MAX_PAGE_BYTES)))
        case Kind.JSONL:
            with header.path.open("rb") as file:
                file.seek(header.offset)
                _, _, raw = next(lines_of(file))
            return parsed(raw)


def _article(header: Saved, line: Line, cleaner: Cleaner, language: str | None, languages: Collection[str]) -> Article:
    hint = None
    if line.text is not None:
        title, text = line.title, headed(line.title, line.text)
    else:
        page = cleaner.clean(line.html or "", url=line.url, title=line.title)
        title, text, hint = page.title, page.text, page.language
    return Article(
        id=header.id,
        text=text,
        first_seen=header.time,
        url=line.url,
        title=title,
        language=language or line.language or detect(text, hint, languages=languages),
        published=header.published,
        file=header.file,
    )


def _base(paths: Sequence[Path]) -> Path:
    """The folder that the names of files count from, so that ids neither depend on where one stands nor collide."""
    folders = [
        os.path.abspath(path if path.is_dir() else path.parent)  # noqa: PTH100  resolve() would follow links
        for path in paths
        if path.exists()
    ]
    return Path(os.path.commonpath(folders)) if folders else Path()
