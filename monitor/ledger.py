"""The ledger of one watch, and the record: what stands and what was told.

Values only; `judge` computes them, the store keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from monitor.change import Change
from monitor.claim import ArticleRef, Claim


class EntryKind(StrEnum):
    READ = "read"
    """The claims of one article revision; it replaces the entry of an earlier revision of the same article."""
    SET = "set"
    """An editor put a value on record."""
    RETRACT = "retract"
    """An editor took the claims with ids `retracts` back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One append-only line of the ledger.

    `id` is what makes recording idempotent: (article, revision), or the edit's own id.
    """

    id: str
    kind: EntryKind
    at: datetime
    """When it was recorded."""
    article: ArticleRef | None = None
    claims: tuple[Claim, ...] = ()
    retracts: tuple[str, ...] = ()
    reason: str | None = None
    by: str | None = None
    """Who edited the record, for `set` and `retract`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """The state after folding the candidates up to `position`; it does not depend on the order of arrival."""

    standing: Claim | None = None
    voices: Mapping[str, Claim] = field(default_factory=dict)
    """The last candidate of each voice (`Claim.voice`), the longest silent first; of many, the last to be heard."""
    parties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of per-party rungs: who has reached each."""
    left_from: str | None = None
    """Of a status after an exit: the rung it left from."""
    position: tuple[datetime, str] | None = None
    """(time, article id) of the last article folded, also where it gave no candidate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What people were told, and what waits to be told. A log of what happened: it depends on the order of arrival."""

    last: Claim | None = None
    at: datetime | None = None
    high: str | None = None
    """The greatest nominal told or recorded as first, as a decimal string (for `new high`)."""
    low: str | None = None
    held: tuple[Change, ...] = ()
    """Changes that wait for the end of `at_most_every` or of a mute; empty when all is quiet."""
    due: datetime | None = None
    """When `held` may be told; null exactly when `held` is empty."""
    muted_until: datetime | None = None
    passed: tuple[Change, ...] = ()
    """Changes that the watch does not ask to hear of (lower ones, of `new high`). They tell nobody by themselves, and
    go along with the next news, so that the way from what was told last is whole."""
    heard: tuple[str, ...] = ()
    """Marks of the claims that never stand (planned, denied …) and were told because the watch asks for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is on record for one watch. `version` counts the writes and guards them."""

    watch: str
    watch_version: str = ""
    version: int = 0
    fold: Fold = field(default_factory=Fold)
    told: Told = field(default_factory=Told)
    history: tuple[Entry, ...] | None = None
    """The whole ledger in the order of recording, or null where it was not loaded (see `judge.needs_history`)."""
