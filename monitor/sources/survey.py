"""The first pass over saved articles: where each lies and when it is placed, without keeping any text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor.sources.decoding import decode
from monitor.sources.identity import article_id, canonical_url
from monitor.sources.lines import BadLine, Line, is_object, lines_of, parsed
from monitor.sources.metadata import published_in
from monitor.sources.pages import MAX_PAGE_BYTES, Cleaner, PageError
from monitor.sources.saved import KINDS, Kind, Placed, Problem, Saved, Skipped, Spool, bytes_of, plain, why

HTML_BEGINS = (b"<!doctype", b"<html", b"<head", b"<body", b"<!--", b"<?xml")
TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    shown: str
    """As the user named it."""
    name: str
    """What its articles' ids are made from."""
    spool: Spool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    now: datetime
    published: datetime | None
    jsonl: bool
    cleaner: Cleaner | None

    def folder(self, root: Path, base: Path) -> Iterator[Saved | Problem | Skipped]:
        refused: list[OSError] = []
        empty = True
        for folder, folders, names in os.walk(root, onerror=refused.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for path in (Path(folder, name) for name in sorted(names) if not name.startswith(".")):
                empty = False
                yield from self._in_folder(path, base)
        yield from (Problem(file=str(error.filename), message=why(error)) for error in refused)
        if empty and not refused:
            yield Problem(file=str(root), message="the folder holds no files")

    def stream(self, spool: Spool, shown: str) -> Iterator[Saved | Problem]:
        return self._file(_File(spool.path, shown, shown, spool))

    def file(self, path: Path, base: Path) -> Iterator[Saved | Problem]:
        return self._file(_File(path, str(path), Path(os.path.relpath(path, base)).as_posix()))

    def _in_folder(self, path: Path, base: Path) -> Iterator[Saved | Problem | Skipped]:
        if path.suffix.lower() in KINDS or self.jsonl:
            return self.file(path, base)
        endings = ", ".join(sorted(KINDS))
        return iter([Skipped(file=str(path), reason=f"skipped: articles are read from files that end in {endings}")])

    def _file(self, file: _File) -> Iterator[Saved | Problem]:
        try:
            kind = Kind.JSONL if self.jsonl else _kind(file.path)
            if file.path.stat().st_size == 0:
                yield Problem(file=file.shown, message="the file is empty")
            elif kind is Kind.JSONL:
                yield from self._lines(file)
            else:
                yield self._whole(file, kind)
        except (OSError, BadLine, PageError) as error:
            yield Problem(file=file.shown, message=why(error))

    def _whole(self, file: _File, kind: Kind) -> Saved:
        own = None
        if kind is Kind.HTML:
            own = self._dated(decode(bytes_of(file.path, MAX_PAGE_BYTES)), None)
        else:
            plain(file.path)  # what cannot be read is named in this pass
        time, placed = self._place(own, self._written(file), Placed.FILE)
        return Saved(
            file=file.shown,
            path=file.path,
            kind=kind,
            id=file.name,
            time=time,
            placed=placed,
            published=own or self.published,
            spool=file.spool,
        )

    def _lines(self, file: _File) -> Iterator[Saved | Problem]:
        before: Saved | None = None
        with file.path.open("rb") as stream:
            for number, offset, raw in lines_of(stream):
                try:
                    before = self._line(file, number, offset, parsed(raw), before)
                    yield before
                except (BadLine, PageError) as error:
                    yield Problem(file=file.shown, line=number, message=why(error))

    def _line(self, file: _File, number: int, offset: int, line: Line, before: Saved | None) -> Saved:
        own = line.published
        if own is None and line.text is None and line.html is not None:
            own = self._dated(line.html, line.url)
        if before is None:
            time, placed = self._place(own, self._written(file), Placed.FILE)
        else:
            time, placed = self._place(own, before.time + TICK, Placed.LINE_BEFORE)
            if placed is before.placed is Placed.GIVEN:
                time = before.time + TICK
        return Saved(
            file=file.shown,
            path=file.path,
            kind=Kind.JSONL,
            id=line.id or (article_id(canonical_url(line.url)) if line.url else f"{file.name}:{number}"),
            time=time,
            placed=placed,
            published=own or self.published,
            line=number,
            offset=offset,
            spool=file.spool,
        )

    def _dated(self, page: str, url: str | None) -> datetime | None:
        found = published_in(page)
        if found is None and self.cleaner is not None:
            return self.cleaner.clean(page, url=url).published
        return found

    def _written(self, file: _File) -> datetime:
        if file.spool is not None:
            return self.now
        return min(datetime.fromtimestamp(file.path.stat().st_mtime, UTC), self.now)

    def _place(self, own: datetime | None, otherwise: datetime, reason: Placed) -> tuple[datetime, Placed]:
        if own is not None and own <= self.now:
            return own, Placed.OWN
        if own is None and self.published is not None:
            return min(self.published, self.now), Placed.GIVEN
        return otherwise, reason


def _kind(path: Path) -> Kind:
    """By the file's name; one with another ending, or standard input, by how it begins."""
    kind = KINDS.get(path.suffix.lower())
    if kind is not None:
        return kind
    with path.open("rb") as file:
        start = file.read(200).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        file.seek(0)
        if start.startswith(b"{") and is_object(next(lines_of(file))[2]):
            return Kind.JSONL
    return Kind.HTML if start.startswith(HTML_BEGINS) else Kind.TEXT
