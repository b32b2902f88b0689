"""Live blogs: one article of many entries, each with its own time. The latest entry tells how things stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from monitor.reading.scene import Scene

FEWEST = 3
"""Paragraphs that begin with a time of day make a live blog; two may be a timetable."""
LABEL = re.compile(
    r"""\W{0,3}
    (?P<hour>[01]?\d|2[0-3])\s?[:.h時시]\s?(?P<minute>[0-5]\d)(?!\d)[分분]?
    \s?(?P<half>[ap]\.?m\b\.?)?
    (?:\s?\(?[^\W\d_]{2,5}\)?)?          # a zone: WIB, GMT
    \s*(?:[-–—|:：•]|$|\n)
    """,
    re.VERBOSE | re.IGNORECASE,
)
AHEAD = timedelta(hours=1)
"""An entry may be younger than the publication time, which some pages never touch again; more is of the day before."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`start` in characters of the text; `at` aware, in the zone of the article's publication time."""

    start: int
    at: datetime


def said_at(scene: Scene, offset: int) -> datetime | None:
    """The time of the live blog's entry that holds a character, or None outside entries and in other articles."""
    entries = entries_of(scene)
    position = bisect_right(entries, offset, key=lambda entry: entry.start) - 1
    return entries[position].at if position >= 0 else None


@lru_cache(maxsize=16)
def entries_of(scene: Scene) -> tuple[Entry, ...]:
    """Empty where the publication time is unknown, or where the times run neither up nor down."""
    if scene.published is None:
        return ()
    text, last, found = scene.document.text, -1, list[Entry]()
    for sentence in scene.document.sentences:
        opens, last = sentence.paragraph != last, sentence.paragraph
        label = LABEL.match(text, sentence.start, sentence.end) if opens else None
        if label is not None:
            found.append(Entry(sentence.start, moment(label, scene.published)))
    return tuple(found) if len(found) >= FEWEST and is_ordered(found) else ()


def moment(label: re.Match[str], published: datetime) -> datetime:
    hour, half = int(label["hour"]), (label["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + 12 * half.startswith("p")
    at = published.replace(hour=hour, minute=int(label["minute"]), second=0, microsecond=0)
    return at if at <= published + AHEAD else at - timedelta(days=1)


def is_ordered(entries: list[Entry]) -> bool:
    """Whether the entries stand in the order of their times, the newest first or last."""
    steps = [(later.at - earlier.at) >= timedelta(0) for earlier, later in pairwise(entries)]
    back = [(later.at - earlier.at) <= timedelta(0) for earlier, later in pairwise(entries)]
    return all(steps) or all(back)
