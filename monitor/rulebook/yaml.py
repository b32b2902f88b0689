"""The door for YAML: version 1.2, hostile until read. Lines are kept, so that every problem can be placed.

Only the plain part of YAML is taken: no anchors or aliases, no tags, one document, each key once. Of the scalars only
whole numbers, true, false and null are typed; everything else stays the text that was written, so that the field it is
for decides what `11.000` or `NO` can mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from monitor.rulebook.problem import Problem

LARGEST = 1_000_000
"""Bytes of one rules file; the shipped ones are far below."""
DEEPEST = 20
"""Levels of nesting; rules need six."""

WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
TYPED = {"true": True, "false": False, "null": None, "~": None, "": None}
ADVICE = {
    "cannot start any token": "indent with spaces, not tabs, and put text that begins with @, ` or % in quotes",
    "mapping values are not allowed": "a colon followed by a space inside text needs quotes around the text",
    "could not find expected ':'": "is a colon missing after the key, or a quote at the end of a text?",
    "found unexpected end of stream": "a quote was opened and not closed",
    "expected ',' or": "a bracket or brace was opened and not closed, or text with a colon or comma needs quotes",
    "expected the node content": "a bracket or brace was opened and not closed, or a value is missing",
    "expected <block end>": "lines that belong together must be indented alike",
}

Location = tuple[str | int, ...]


class _Refused(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


@dataclass(frozen=True, slots=True)
class Tree:
    """A file's data: dicts, lists, text, whole numbers, booleans and nulls. It is null for a broken or empty file."""

    file: str
    data: Any
    lines: Mapping[Location, int]
    problems: tuple[Problem, ...] = ()

    def line(self, location: Location) -> int | None:
        """The line of the deepest part of a location that exists; parts that are no key of the data are skipped."""
        found: Location = ()
        for part in location:
            if (*found, part) in self.lines:
                found = (*found, part)
        return self.lines.get(found)

    def problem(self, location: Location, message: str, hint: str | None = None) -> Problem:
        return Problem(self.file, self.line(location), message, hint)


def read_yaml(path: Path) -> Tree:
    """Never raises for what the file holds: a file that cannot be read gives a tree with problems and no data."""
    name = str(path)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            return _broken(name, None, f"the file is too large: {size:,} bytes", f"split it: at most {LARGEST:,} bytes")
        raw = path.read_bytes()
    except OSError as error:
        return _broken(name, None, f"cannot be read: {error.strerror}")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _broken(name, line, "the file is not UTF-8", "save it as UTF-8 in your editor")
    return parse_yaml(text, name)


def parse_yaml(text: str, file: str) -> Tree:
    building = _Building(file)
    try:
        data = building.document(_events(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = f"no valid YAML: {error.problem or error.context}"
        advice = next((hint for sign, hint in ADVICE.items() if sign in message), None)
        return _broken(file, mark.line + 1 if mark is not None else None, message, advice)
    except _Refused as refused:
        return _broken(file, refused.line, refused.message, refused.hint)
    except (YAMLError, YAMLStreamError) as error:
        return _broken(file, None, f"no valid YAML: {str(error).splitlines()[0]}")
    return Tree(file, data, building.lines, tuple(building.problems))


def _broken(file: str, line: int | None, message: str, hint: str | None = None) -> Tree:
    return Tree(file, None, {}, (Problem(file, line, message, hint),))


def _events(text: str) -> Iterator[Event]:
    yield from YAML(typ="safe", pure=True).parse(text)


@dataclass(slots=True)
class _Building:
    file: str
    lines: dict[Location, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def document(self, events: Iterator[Event]) -> Any:
        data: Any = None
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    hint = "one file, one document: remove the ---"
                    raise _Refused(_line(event), "a second document begins here", hint)
            elif isinstance(event, NodeEvent):
                data = self.node(event, events, ())
        return data

    def node(self, event: Event, events: Iterator[Event], at: Location) -> Any:
        _refuse_tricks(event, at)
        self.lines.setdefault(at, _line(event))
        match event:
            case ScalarEvent():
                return _scalar(event)
            case SequenceStartEvent():
                return self.sequence(events, at)
            case _:
                return self.mapping(events, at)

    def sequence(self, events: Iterator[Event], at: Location) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), SequenceEndEvent):
            items.append(self.node(event, events, (*at, len(items))))
        return items

    def mapping(self, events: Iterator[Event], at: Location) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(events), MappingEndEvent):
            key = _key(event)
            if key in items:
                first = self.lines[(*at, key)]
                message, hint = f"the key {key!r} is here twice", f"it stands in line {first} already"
                self.problems.append(Problem(self.file, _line(event), message, hint))
                self.node(next(events), events, (*at, f"{key} (again)"))
                continue
            self.lines[(*at, key)] = _line(event)
            items[key] = self.node(next(events), events, (*at, key))
        return items


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1


def _refuse_tricks(event: Event, at: Location) -> None:
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None) is not None:
        hint = "write it out in full; text that begins with & or * needs quotes"
        raise _Refused(_line(event), "anchors (&) and aliases (*) are not allowed", hint)
    tag = getattr(event, "tag", None)
    if tag is not None:
        raise _Refused(_line(event), f"tags (!) are not allowed: {tag}", "text that begins with ! needs quotes")
    if len(at) > DEEPEST:
        raise _Refused(_line(event), "nested too deeply", f"at most {DEEPEST} levels")


def _key(event: Event) -> str:
    if not isinstance(event, ScalarEvent):
        raise _Refused(_line(event), "a key must be plain text", "text that begins with {, [, & or * needs quotes")
    _refuse_tricks(event, ())
    if not event.value:
        raise _Refused(_line(event), "a key is missing before the colon", "write: key: value")
    return str(event.value)


def _scalar(event: ScalarEvent) -> str | int | bool | None:
    text = str(event.value)
    if event.style is not None:
        return text
    if text.casefold() in TYPED:
        return TYPED[text.casefold()]
    return int(text) if WHOLE.fullmatch(text) else text
