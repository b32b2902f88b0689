"""A change: the recorded outcome of a comparison that matters; and the alert that tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from monitor.claim import Claim, Kind


class ChangeKind(StrEnum):
    FIRST = "first"
    ROSE = "rose"
    FELL = "fell"
    CHANGED = "changed"
    """Neither up nor down: a range, a vague figure."""
    ADVANCED = "advanced"
    EXITED = "exited"
    RESUMED = "resumed"
    CORRECTED = "corrected"
    """The same article was edited."""
    RETRACTED = "retracted"
    """An editor took a claim back."""


class Relation(StrEnum):
    """Between the speakers of the old and the new claim."""

    SAME_SPEAKER = "same_speaker"
    OTHER_SPEAKER = "other_speaker"
    UNKNOWN = "unknown"
    """One of them names none."""


class Judgement(StrEnum):
    """What judging made of a claim; it goes to the event log."""

    STANDS = "stands"
    RESTATED = "restated"
    REPEATED = "repeated"
    VAGUE = "vague"
    LATE = "late"
    """An older article: in the ledger, and the standing claim is as it was."""
    BACKGROUND = "background"
    """A rung already reached, or an event before the watch's `since`."""
    UNCERTAIN = "uncertain"
    """Planned, hypothetical, denied or past: never stands."""
    IMPLAUSIBLE = "implausible"
    SECONDARY = "secondary"
    """Its article gives a better claim for the same watch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """`to` is null only where the last claim on record was taken back; `before` is null for a first sighting."""

    watch: str
    kind: ChangeKind
    at: datetime
    before: Claim | None
    to: Claim | None
    relation: Relation | None = None
    """Null for `first` and `retracted`."""
    speaker_last: Claim | None = None
    """The new claim's speaker's own last claim before this one, or null."""
    parties: tuple[str, ...] = ()
    """Of a per-party rung: who has reached it now, this claim's party included."""
    parties_total: int = 0
    """Of a per-party rung: how many parties the watch names; 0 otherwise."""

    @property
    def id(self) -> str:
        ends = (claim.id if claim else "" for claim in (self.before, self.to))
        return sha256("\n".join((self.watch, self.kind, *ends, self.at.isoformat())).encode()).hexdigest()[:16]


class AlertKind(StrEnum):
    CHANGE = "change"
    BASELINE = "baseline"
    """The one summary of a source's first poll."""
    TEST = "test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A change on its way to people; `changes` run from the oldest to the latest, and the last one is the news.

    The value is what is stored in the outbox: it carries all that rendering needs, so that a later edit of the rules
    does not change a message under way.
    """

    watch: str
    title: str
    """The watch's title."""
    at: datetime
    changes: tuple[Change, ...] = ()
    receivers: tuple[str, ...] = ()
    kind: AlertKind = AlertKind.CHANGE
    watch_kind: Kind = Kind.FIGURE
    lines: tuple[str, ...] = ()
    """Of a baseline summary: what is on record now, one line per watch."""

    @property
    def id(self) -> str:
        """Deterministic: equal for the same news to the same people, so that a repeated delivery can be recognised."""
        changes = (change.id for change in self.changes)
        seed = "\n".join((self.watch, self.kind, *changes, self.at.isoformat(), *self.receivers))
        return sha256(seed.encode()).hexdigest()[:16]
