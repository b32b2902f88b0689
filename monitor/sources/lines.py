"""JSON Lines of articles, read strictly: a line is right, or it is named and left out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from monitor.sources.identity import canonical_url
from monitor.sources.language import code_of
from monitor.sources.times import aware

MAX_LINE_BYTES = 16_000_000
"""A page of 4 MB with every character escaped."""
LINE_SHAPE = 'a line is one JSON object such as {"text": "…", "published": "2024-11-12T16:00:00+07:00"}'


class BadLine(Exception):  # noqa: N818  it is read as what it is: a bad line
    """What is wrong with a line or a file, and what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One article. `text` or `html` is given; where both are, the text counts."""

    text: str | None = None
    html: str | None = None
    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: datetime | None = None
    language: str | None = None


def lines_of(file: BinaryIO) -> Iterator[tuple[int, int, bytes]]:
    """Give (number, offset, bytes) of each line that is not blank; of a line over MAX_LINE_BYTES, its first bytes."""
    number, offset = 0, file.tell()
    while raw := file.readline(MAX_LINE_BYTES + 1):
        number += 1
        start, offset = offset, offset + len(raw)
        rest = raw
        while not rest.endswith(b"\n") and (rest := file.readline(1 << 20)):
            offset += len(rest)
        if start == 0:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if raw.strip():
            yield number, start, raw


def is_object(raw: bytes) -> bool:
    """Whether a line is a JSON object, and so the first of JSON Lines."""
    try:
        return isinstance(json.loads(raw), dict)
    except (ValueError, RecursionError):
        return False


def parsed(raw: bytes) -> Line:
    """Read one line. Raises BadLine."""
    if len(raw) > MAX_LINE_BYTES:
        raise BadLine(f"the line is longer than {MAX_LINE_BYTES // 1_000_000} MB")
    try:
        fields = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadLine(f"byte {error.start + 1} of the line is not UTF-8: save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:  # ValueError: not JSON, or a number of thousands of digits
        place = f" at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else ""
        raise BadLine(
            f"the line is not JSON ({error.args[0].split(': line')[0].removesuffix(' at')}{place}); {LINE_SHAPE}"
        ) from error
    if not isinstance(fields, dict):
        raise BadLine(f"found {_named(fields)}; {LINE_SHAPE}")
    return _line(fields)


def _line(fields: dict[str, Any]) -> Line:
    text, html = _string(fields, "text"), _string(fields, "html")
    if text is None and html is None:
        raise BadLine(f'neither "text" nor "html" is given; {LINE_SHAPE}')
    if not (text or html or "").strip():
        raise BadLine("the article is empty")
    language = _string(fields, "language")
    return Line(
        text=text if text and text.strip() else None,
        html=html,
        id=_id(fields),
        url=_url(fields),
        title=_string(fields, "title") or None,
        published=_time(fields),
        language=code_of(language) if language else None,
    )


def _string(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadLine(f'"{name}" must be a string, found {_named(value)}')
    # A lone half of a character ("\\ud83d") is no text and cannot be written out; one sign for one keeps offsets.
    return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _id(fields: dict[str, Any]) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(fields, "id") or None


def _url(fields: dict[str, Any]) -> str | None:
    url = _string(fields, "url") or None
    if url is not None:
        try:
            canonical_url(url)
        except ValueError as error:
            raise BadLine(f'"url": {error}') from error
    return url


def _time(fields: dict[str, Any]) -> datetime | None:
    written = _string(fields, "published")
    if written is None:
        return None
    try:
        return aware(written)
    except ValueError as error:
        raise BadLine(f'"published" is {written[:60]!r}; write it as 2024-11-12T16:00:00+07:00, or null') from error


def _named(value: object) -> str:
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
