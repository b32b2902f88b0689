"""Phrases that stand beside numbers, and what they do there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

EDGE = 3
"""Characters at the edge of a phrase by which it is looked up: enough to rule out most words."""


class Role(StrEnum):
    UNIT = "unit"
    QUALIFIER = "qualifier"
    TRANSPARENT = "transparent"
    PLAIN = "plain"
    """Looks like a qualifier and is none."""
    COUNTER = "counter"
    AGE = "age"
    YEAR = "year"
    DAY = "day"
    TIME = "time"
    HOUR = "hour"
    AFTERNOON = "afternoon"
    NAME = "name"
    BETWEEN = "between"
    CHANGE = "change"
    STEP = "step"
    POINTS = "points"
    SKIP_ONE = "skip_one"
    POINT_ONE = "point_one"


class Sense(NamedTuple):
    """What a phrase does beside a number, and what it says of it."""

    roles: frozenset[Role]
    values: Mapping[Role, str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with their roles, found by slices of the lengths that occur."""

    senses: Mapping[str, Sense]
    starts: Mapping[str, tuple[int, ...]]
    ends: Mapping[str, tuple[int, ...]]
    """By `lengths_by`, for their first characters and their last."""
    whole_words: bool
    glued: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    """What may be joined to a phrase."""

    @classmethod
    def of(
        cls,
        entries: Iterable[tuple[Role, Mapping[str, str]]],
        *,
        whole_words: bool,
        glued: tuple[str, ...] = (),
        endings: tuple[str, ...] = (),
    ) -> Phrases:
        values: dict[str, dict[Role, str]] = {}
        for role, words in entries:
            for word, value in words.items():
                values.setdefault(word, {})[role] = value
        senses = {word: Sense(frozenset(told), told) for word, told in values.items()}
        starts, ends = lengths_by(front, senses), lengths_by(back, senses)
        return cls(senses, starts, ends, whole_words, glued, endings)

    def ending_at(self, text: str, end: int) -> tuple[Sense, int] | None:
        """The longest phrase that ends at `end`, and where it begins."""
        edge = text[max(end - EDGE, 0) : end]
        for length in self.ends.get(edge) or self.ends.get(edge[1:]) or self.ends.get(edge[2:], ()):
            begin = end - length
            if begin < 0:
                continue
            sense = self.senses.get(text[begin:end])
            if sense is not None and not (
                self.whole_words
                and begin
                and text[begin].isalnum()
                and text[begin - 1].isalnum()
                and not is_led(text, begin, self.glued)
            ):
                return sense, begin
        return None

    def starting_at(self, text: str, begin: int) -> tuple[Sense, int] | None:
        """The longest phrase that begins at `begin`, and where it ends."""
        edge = text[begin : begin + EDGE]
        for length in self.starts.get(edge) or self.starts.get(edge[:2]) or self.starts.get(edge[:1], ()):
            end = begin + length
            if end > len(text) or (self.whole_words and text[end : end + 1].isdecimal()):
                continue
            sense = self.senses.get(text[begin:end])
            if sense is not None and not (self.whole_words and text[end - 1].isalnum() and not self._ends(text, end)):
                return sense, end
        return None

    def _ends(self, text: str, end: int) -> bool:
        """Whether a word ends there, or what is joined to it."""
        if not text[end : end + 1].isalpha():
            return True
        return any(
            text.startswith(ending, end) and not text[end + len(ending) : end + len(ending) + 1].isalpha()
            for ending in self.endings
        )


def front(phrase: str, size: int) -> str:
    return phrase[:size]


def back(phrase: str, size: int) -> str:
    return phrase[-size:]


def lengths_by(edge: Callable[[str, int], str], phrases: Collection[str]) -> dict[str, tuple[int, ...]]:
    """Per edge the lengths of all phrases that may have it, also of those that are shorter; the longest first."""
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(edge(phrase, EDGE), set()).add(len(phrase))
    for whole, found in lengths.items():
        found.update(size for size in range(1, len(whole)) if edge(whole, size) in phrases)
    return {whole: tuple(sorted(found, reverse=True)) for whole, found in lengths.items()}


def is_led(text: str, begin: int, glued: tuple[str, ...]) -> bool:
    """Whether only something that is written together with it stands before a word at `begin`."""
    return any(
        text.endswith(one, 0, begin) and not text[begin - len(one) - 1 : begin - len(one)].isalnum() for one in glued
    )
