"""Which of many watches could take a mention, by what they ask for: a figure's group and action, a status's thing.

Ten thousand watches are not asked one by one about every number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, product

from monitor.reading.figures.mentions import NumberMention
from monitor.reading.prefilter import Watches
from monitor.reading.statuses.finding import Asked, StatusMention
from monitor.reading.vocabulary import Vocabulary
from monitor.watch import FigureCondition, Watch

OfFigures = tuple[str | None, str | None]
"""A group's member and an action, null for a watch that asks for none."""
OfStatuses = tuple[str, str]
"""A ladder and a thing."""


@dataclass(frozen=True, slots=True)
class Shortlist:
    watches: tuple[Watch, ...]
    figures: Mapping[OfFigures, Sequence[int]]
    """Positions of watches."""
    statuses: Mapping[OfStatuses, Sequence[int]]
    present: tuple[str, ...]
    """Actions that a figure without any has."""

    @classmethod
    def of(cls, key: Watches, positions: Iterable[int], vocabulary: Vocabulary) -> Shortlist:
        """Of the watches at these positions alone."""
        of_figures, of_statuses = asked_by(key)
        figures: dict[OfFigures, list[int]] = {}
        statuses: dict[OfStatuses, list[int]] = {}
        for at in positions:
            for figure in of_figures[at]:
                figures.setdefault(figure, []).append(at)
            for status in of_statuses[at]:
                statuses.setdefault(status, []).append(at)
        return cls(key.watches, figures, statuses, present_in(vocabulary))

    @property
    def asked(self) -> Asked:
        return {key: {self.parties(at) for at in positions} for key, positions in self.statuses.items()}

    def parties(self, at: int) -> frozenset[str]:
        condition = self.watches[at].status
        return frozenset(condition.parties) if condition is not None else frozenset()

    def for_figure(self, mention: NumberMention) -> Iterator[tuple[int, Watch]]:
        """The watches, with their positions, whose group and action are those of the mention."""
        actions = (mention.action,) if mention.action is not None else self.present
        for key in product((None, *dict.fromkeys(mention.of)), (None, *actions)):
            yield from ((at, self.watches[at]) for at in self.figures.get(key, ()))

    def wants(self, mention: NumberMention) -> bool:
        """Whether some watch asks for the group and the action of a mention."""
        return next(self.for_figure(mention), None) is not None

    def for_status(self, mention: StatusMention) -> Iterator[tuple[int, Watch]]:
        of_kinds = (self.statuses.get((mention.ladder, thing), ()) for thing in mention.thing_kinds)
        for at in dict.fromkeys(chain.from_iterable(of_kinds)):
            yield at, self.watches[at]


@lru_cache(maxsize=8)
def present_in(vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(action.id for action in vocabulary.actions.values() if action.presence)


@lru_cache(maxsize=32)
def asked_by(key: Watches) -> tuple[Sequence[tuple[OfFigures, ...]], Sequence[tuple[OfStatuses, ...]]]:
    """What each watch asks for, found out once and not for every article."""
    figures = [tuple(asked_of_figures(watch)) for watch in key.watches]
    return figures, [tuple(asked_of_statuses(watch)) for watch in key.watches]


def asked_of_figures(watch: Watch) -> Iterator[OfFigures]:
    if watch.figure is not None:
        yield from ((member, watch.figure.action) for member in members(watch.figure))


def members(condition: FigureCondition) -> tuple[str | None, ...]:
    """Any of them alone, or all together: then one of them finds the watch."""
    if condition.of is None:
        return (None,)
    return (min(condition.of.members),) if condition.of.together else tuple(dict.fromkeys(condition.of.members))


def asked_of_statuses(watch: Watch) -> Iterator[OfStatuses]:
    if watch.status is not None:
        yield from ((watch.status.ladder.id, thing) for thing in dict.fromkeys(watch.status.thing))
