"""Which of many watches could take a mention, by what they ask for: a figure's group and action, a status's thing.

Ten thousand watches are not asked one by one about every number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from monitor.reading.figures.mentions import NumberMention
from monitor.reading.statuses.finding import StatusMention
from monitor.reading.vocabulary import Vocabulary
from monitor.watch import FigureCondition, Watch

Asked = tuple[str | None, str | None]
"""A group's member and an action, null for a watch that asks for none; or a ladder and a thing."""


@dataclass(frozen=True, slots=True)
class Shortlist:
    watches: tuple[Watch, ...]
    figures: Mapping[Asked, tuple[int, ...]]
    """Positions of watches."""
    statuses: Mapping[Asked, tuple[int, ...]]
    present: tuple[str, ...]
    """Actions that a figure without any has."""

    @classmethod
    def of(cls, watches: tuple[Watch, ...], vocabulary: Vocabulary) -> Shortlist:
        present = tuple(action.id for action in vocabulary.actions.values() if action.presence)
        figures = grouped((key, at) for at, watch in enumerate(watches) for key in asked_of_figures(watch))
        statuses = grouped((key, at) for at, watch in enumerate(watches) for key in asked_of_statuses(watch))
        return cls(watches, figures, statuses, present)

    def for_figure(self, mention: NumberMention) -> Iterator[tuple[int, Watch]]:
        """The watches, with their positions, whose group and action are those of the mention."""
        actions = (mention.action,) if mention.action is not None else self.present
        for key in product((None, *dict.fromkeys(mention.of)), (None, *actions)):
            yield from ((at, self.watches[at]) for at in self.figures.get(key, ()))

    def wants(self, mention: NumberMention) -> bool:
        """Whether some watch asks for the group and the action of a mention."""
        return next(self.for_figure(mention), None) is not None

    def for_status(self, mention: StatusMention) -> Iterator[tuple[int, Watch]]:
        for thing in mention.thing_kinds:
            yield from ((at, self.watches[at]) for at in self.statuses.get((mention.ladder, thing), ()))


def grouped(asked: Iterable[tuple[Asked, int]]) -> dict[Asked, tuple[int, ...]]:
    found: dict[Asked, list[int]] = {}
    for key, at in asked:
        found.setdefault(key, []).append(at)
    return {key: tuple(positions) for key, positions in found.items()}


def asked_of_figures(watch: Watch) -> Iterator[Asked]:
    if watch.figure is not None:
        yield from ((member, watch.figure.action) for member in members(watch.figure))


def members(condition: FigureCondition) -> tuple[str | None, ...]:
    """Any of them alone, or all together: then one of them finds the watch."""
    if condition.of is None:
        return (None,)
    return (min(condition.of.members),) if condition.of.together else tuple(dict.fromkeys(condition.of.members))


def asked_of_statuses(watch: Watch) -> Iterator[Asked]:
    if watch.status is not None:
        yield from ((watch.status.ladder.id, thing) for thing in watch.status.thing)
