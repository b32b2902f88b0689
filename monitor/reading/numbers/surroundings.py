"""What stands directly before and behind a number: units, qualifiers, and the words that make it an age or a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monitor.quantity import Qualifier
from monitor.reading.numbers.phrases import Phrases, Role
from monitor.reading.numbers.words import NumberWords

MOST_STEPS = 5
"""Phrases looked at on each side of a number."""
COUNTED = frozenset({Role.UNIT, Role.COUNTER, Role.AGE})
"""What may follow a qualifier behind a number: 20 "plus" years, 3000余"人"."""
TRANSPARENT = frozenset({Role.UNIT, Role.TRANSPARENT, Role.BETWEEN})
"""Roles that what stands farther off is looked at through."""


@dataclass(slots=True)
class Side:
    """What was found on one side of a number."""

    edge: int
    """Where the number ends together with its unit."""
    unit: str | None = None
    qualifier: Qualifier | None = None
    near: frozenset[Role] = frozenset()
    """Roles of the phrase that touches the number or its unit."""
    roles: frozenset[Role] = frozenset()
    """Roles of all phrases that were walked over."""
    hours: int | None = None
    factor: int = 1
    """Of the unit: ten of 割, which is ten percent."""

    def takes(self, roles: frozenset[Role]) -> bool:
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
                (Role.STEP, listed(words.step_before)),
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
                (Role.POINTS, linked(listed(words.bare_points), words.unit_links)),
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
                and (code := source[max(end - 3, 0) : end]) in self._codes
                and not source[end - 4 : end - 3].isalnum()
            ):
                side.unit, side.edge, position = code, end - 3, end - 3
                continue
            found = self._before.ending_at(text, end)
            if found is None:
                break
            (roles, values), begin = found
            if Role.UNIT in roles and side.unit is None:
                side.unit, side.edge = values[Role.UNIT], begin
            elif not side.near and (step == 0 or position == side.edge):
                side.near = roles
            side.roles |= roles
            if Role.QUALIFIER in roles:
                side.qualifier = stronger(side.qualifier, Qualifier(values[Role.QUALIFIER]))
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
                and (code := source[begin : begin + 3]) in self._codes
                and not source[begin + 3 : begin + 4].isalnum()
            ):
                side.unit, side.edge, position = code, begin + 3, begin + 3
                continue
            found = self._after.starting_at(text, begin)
            if found is None:
                break
            (roles, values), stop = found
            if (stop - begin == 1 and source[begin].isupper()) or not side.takes(roles):
                break  # the G of 5G is no gram
            side.near = roles if Role.QUALIFIER in side.near else side.near or roles
            side.roles |= roles
            if Role.TIME in roles and side.hours is None and position == end:
                side.hours = int(values[Role.TIME])
            if Role.UNIT in roles and side.unit is None and Role.COUNTER not in side.roles:
                side.unit, side.edge = values[Role.UNIT], stop
                side.factor = self._factors.get(text[begin:stop], 1)
            elif Role.COUNTER in roles or Role.AGE in roles:
                side.edge = stop
            elif Role.QUALIFIER in roles:
                side.qualifier = Qualifier(values[Role.QUALIFIER])
                if position != end:
                    break
            else:
                break
            position = stop
        return side


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


def _back(text: str, position: int) -> int:
    """Over a gap of one space or hyphen, or of two."""
    if not text.endswith(" ", 0, position):
        return position
    return position - 1 - text.endswith(" ", 0, position - 1)


def _forward(text: str, position: int) -> int:
    if not text.startswith(" ", position):
        return position
    return position + 1 + text.startswith(" ", position + 1)
