"""A watch: what a user follows, with its conditions, its alert policy and its receivers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from monitor.claim import Kind, Modality
from monitor.ladder import Ladder
from monitor.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Group:
    """Whose ones are counted: one entity, or several together as one joint force.

    `members` are entity ids of the vocabulary. `together` counts all of them as one; without it the group is the single
    member.
    """

    members: tuple[str, ...]
    together: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCondition:
    """Which numbers a watch takes. Ids are those of the vocabulary (`monitor.reading.vocabulary`)."""

    count: tuple[str, ...]
    """Noun ids of what is counted; any of them will do."""
    of: Group | None = None
    """Null: the counted ones of anybody."""
    action: str | None = None
    """An action id; null: no action is asked for and none is refused."""
    where: tuple[str, ...] = ()
    """Entity ids of places, one of which must be in the claim's sentence or carried over; empty: anywhere."""
    plausible: tuple[Decimal, Decimal] | None = None
    """Inclusive bounds; a figure outside goes to review and never stands."""
    unit: str = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCondition:
    thing: tuple[str, ...]
    """Noun ids of the thing that has the status ("treaty"); any of them will do."""
    ladder: Ladder
    parties: tuple[str, ...] = ()
    """Entity ids that must be the thing's parties, all of them."""
    where: tuple[str, ...] = ()


class When(StrEnum):
    """Which changes of a figure are told."""

    DIFFERS = "differs"
    """Whenever the standing figure changes."""
    NEW_HIGH = "new high"
    """Only when it exceeds every figure told before (a toll of dead)."""
    NEW_LOW = "new low"


class First(StrEnum):
    SILENT = "silent"
    ALERT = "alert"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertPolicy:
    when: When = When.DIFFERS
    first: First = First.SILENT
    last: Quantity | None = None
    """A starting value: the first claim is compared with it instead of being a first sighting."""
    last_status: str | None = None
    at_most_every: timedelta = timedelta(minutes=30)
    """At most one alert per this time; what happens meanwhile is told in one message after. Zero: no limit."""
    also: frozenset[Modality] = frozenset()
    """Modalities that never stand, of which the watch asks to hear all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    id: str
    title: str
    kind: Kind
    figure: FigureCondition | None = None
    status: StatusCondition | None = None
    policy: AlertPolicy = field(default_factory=AlertPolicy)
    send: tuple[str, ...] = ()
    """Names of receivers."""
    languages: tuple[str, ...] = ()
    """ISO 639-1 codes of the articles it is for; empty: of every language."""
    since: datetime | None = None
    """Articles before this aware time are background: kept in the ledger, never told."""
    version: str = ""
    """A hash of everything above that judging depends on; set by the rulebook."""
