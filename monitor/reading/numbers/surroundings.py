"""What stands directly before and behind a number: units, qualifiers, and the words that make it an age or a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from monitor.quantity import Qualifier
from monitor.reading.numbers.words import NumberWords

MOST_STEPS = 5
"""Phrases looked at on each side of a number."""
WIDEST_GAP = 2
"""Spaces or hyphens between them."""


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
    SKIP_ONE = "skip_one"
    POINT_ONE = "point_one"


Roles = Mapping[Role, str]
COUNTED = frozenset({Role.UNIT, Role.COUNTER, Role.AGE})
"""What may follow a qualifier behind a number: 20 "plus" years, 3000余"人"."""
TRANSPARENT = frozenset({Role.UNIT, Role.TRANSPARENT, Role.BETWEEN})
"""Roles that what stands farther off is looked at through."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with their roles, found by slices of the lengths that occur."""

    roles: Mapping[str, Roles]
    starts: Mapping[str, tuple[int, ...]]
    ends: Mapping[str, tuple[int, ...]]
    """Lengths of the phrases by first and by last character, the longest first: most words are ruled out by theirs."""
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
        roles: dict[str, dict[Role, str]] = {}
        for role, words in entries:
            for word, value in words.items():
                roles.setdefault(word, {})[role] = value
        return cls(roles, lengths_by(roles, 0), lengths_by(roles, -1), whole_words, glued, endings)

    def ending_at(self, text: str, end: int) -> tuple[Roles, int] | None:
        """The longest phrase that ends at `end`, and where it begins."""
        for length in self.ends.get(text[end - 1 : end], ()):
            begin = end - length
            if begin < 0:
                continue
            roles = self.roles.get(text[begin:end])
            if roles is not None and not (
                self.whole_words
                and begin
                and text[begin].isalnum()
                and text[begin - 1].isalnum()
                and not is_led(text, begin, self.glued)
            ):
                return roles, begin
        return None

    def starting_at(self, text: str, begin: int) -> tuple[Roles, int] | None:
        """The longest phrase that begins at `begin`, and where it ends."""
        for length in self.starts.get(text[begin : begin + 1], ()):
            end = begin + length
            if end > len(text) or (self.whole_words and text[end : end + 1].isdecimal()):
                continue
            roles = self.roles.get(text[begin:end])
            if roles is not None and not (self.whole_words and text[end - 1].isalnum() and not self._ends(text, end)):
                return roles, end
        return None

    def _ends(self, text: str, end: int) -> bool:
        """Whether a word ends there, or what is joined to it."""
        if not text[end : end + 1].isalpha():
            return True
        return any(
            text.startswith(ending, end) and not text[end + len(ending) : end + len(ending) + 1].isalpha()
            for ending in self.endings
        )


@dataclass(slots=True)
class Side:
    """What was found on one side of a number."""

    edge: int
    """Where the number ends together with its unit."""
    unit: str | None = None
    qualifier: Qualifier | None = None
    near: Roles = field(default_factory=dict)
    """Roles of the phrase that touches the number or its unit."""
    roles: set[Role] = field(default_factory=set)
    """Roles of all phrases that were walked over."""
    hours: int | None = None
    factor: int = 1
    """Of the unit: ten of 割, which is ten percent."""

    def takes(self, roles: Roles) -> bool:
        """Behind a qualifier only what is counted is of the same number."""
        return self.qualifier is None or not COUNTED.isdisjoint(roles)


class Surroundings:
    """Looks outward from a number. One per language."""

    def __init__(self, words: NumberWords) -> None:
        self._codes, self._factors = words.currencies, words.unit_factors
        self._before = Phrases.of(
            (
                (Role.UNIT, words.prefixes),
                (Role.QUALIFIER, {word: qualifier.value for word, qualifier in words.before.items()}),
                (Role.TRANSPARENT, listed(words.transparent)),
                (Role.AGE, listed(words.age_before)),
                (Role.YEAR, listed(words.year_before)),
                (Role.DAY, listed(words.day_before)),
                (Role.TIME, listed((*words.time_before, *words.afternoon_before))),
                (Role.HOUR, listed((*words.time_before, *words.hour_before))),
                (Role.AFTERNOON, listed(words.afternoon_before)),
                (Role.NAME, listed(words.name_before)),
                (Role.BETWEEN, listed(words.between)),
                (Role.CHANGE, listed(words.change_before)),
                (Role.SKIP_ONE, listed(words.one_skipped_after)),
                (Role.POINT_ONE, listed(words.one_points_after)),
            ),
            whole_words=words.spaced,
            glued=words.glued,
        )
        self._after = Phrases.of(
            (
                (Role.UNIT, linked(words.units, words.unit_links)),
                (Role.QUALIFIER, {word: qualifier.value for word, qualifier in words.after.items()}),
                (Role.PLAIN, listed(words.after_plain)),
                (Role.COUNTER, linked(listed(words.counters), words.unit_links)),
                (Role.AGE, listed(words.age_after)),
                (Role.YEAR, listed(words.year_after)),
                (Role.DAY, listed(words.day_after)),
                (Role.TIME, {word: str(hours) for word, hours in words.time_after.items()}),
                (Role.POINT_ONE, listed(words.one_points_before)),
            ),
            whole_words=words.spaced and not words.open_ended,
            endings=words.unit_endings,
        )

    def before(self, text: str, source: str, start: int) -> Side:
        """What leads up to `start`. In `text` hyphens are spaces."""
        side = Side(start)
        position = start
        for step in range(MOST_STEPS):
            end = _back(text, position)
            if (
                side.unit is None
                and (code := self._code(source[max(end - 3, 0) : end]))
                and not source[end - 4 : end - 3].isalnum()
            ):
                side.unit, side.edge, position = code, end - 3, end - 3
                continue
            found = self._before.ending_at(text, end)
            if found is None:
                break
            roles, begin = found
            if Role.UNIT in roles and side.unit is None:
                side.unit, side.edge = roles[Role.UNIT], begin
            elif not side.near and (step == 0 or position == side.edge):
                side.near = roles
            side.roles |= roles.keys()
            if Role.QUALIFIER in roles:
                side.qualifier = stronger(side.qualifier, Qualifier(roles[Role.QUALIFIER]))
            elif TRANSPARENT.isdisjoint(roles):
                break
            position = begin
        return side

    def after(self, text: str, source: str, end: int) -> Side:
        """What follows `end`."""
        side = Side(end)
        position = end
        for _ in range(MOST_STEPS):
            begin = _forward(text, position)
            if (
                side.unit is None
                and (code := self._code(source[begin : begin + 3]))
                and not source[begin + 3 : begin + 4].isalnum()
            ):
                side.unit, side.edge, position = code, begin + 3, begin + 3
                continue
            found = self._after.starting_at(text, begin)
            if found is None:
                break
            roles, stop = found
            if (stop - begin == 1 and source[begin].isupper()) or not side.takes(roles):
                break  # the G of 5G is no gram
            side.near = roles if Role.QUALIFIER in side.near else side.near or roles
            side.roles |= roles.keys()
            if Role.TIME in roles and side.hours is None and position == end:
                side.hours = int(roles[Role.TIME])
            if Role.UNIT in roles and side.unit is None and Role.COUNTER not in side.roles:
                side.unit, side.edge = roles[Role.UNIT], stop
                side.factor = self._factors.get(text[begin:stop], 1)
            elif Role.COUNTER in roles or Role.AGE in roles:
                side.edge = stop
            elif Role.QUALIFIER in roles:
                side.qualifier = Qualifier(roles[Role.QUALIFIER])
                if position != end:
                    break
            else:
                break
            position = stop
        return side

    def _code(self, letters: str) -> str | None:
        return letters if letters in self._codes else None


def lengths_by(phrases: Iterable[str], edge: int) -> dict[str, tuple[int, ...]]:
    """Lengths of the phrases, the longest first, by the character at an edge."""
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[edge], set()).add(len(phrase))
    return {sign: tuple(sorted(found, reverse=True)) for sign, found in lengths.items()}


def listed(words: Iterable[str]) -> dict[str, str]:
    return dict.fromkeys(words, "")


def linked(words: Mapping[str, str], links: Iterable[str]) -> dict[str, str]:
    """The words, also behind each of the links: "dólares", "de dólares", "d'euros"."""
    behind = {
        f"{link}{word}" if link.endswith("'") else f"{link} {word}": value
        for link in links
        for word, value in words.items()
    }
    return dict(words) | behind


def stronger(inner: Qualifier | None, outer: Qualifier) -> Qualifier:
    """A bound says more than "about": "up to about 12,000" is at most 12,000."""
    return outer if inner is None or inner is Qualifier.ABOUT else inner


def is_led(text: str, begin: int, glued: tuple[str, ...]) -> bool:
    """Whether only something that is written together with it stands before a word at `begin`."""
    return any(
        text.endswith(one, 0, begin) and not text[begin - len(one) - 1 : begin - len(one)].isalnum() for one in glued
    )


def _back(text: str, position: int) -> int:
    stop = max(position - WIDEST_GAP, 0)
    while position > stop and text[position - 1] == " ":
        position -= 1
    return position


def _forward(text: str, position: int) -> int:
    stop = position + WIDEST_GAP
    while position < stop and text[position : position + 1] == " ":
        position += 1
    return position
