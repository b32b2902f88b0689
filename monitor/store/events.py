"""The log of what happened: changes, alerts, judgements and deliveries, bounded, the oldest going first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from monitor.change import Change, Judgement
from monitor.store.connection import Client
from monitor.store.stored import Codec, SetAside

EVENTS = "monitor:events"


class EventKind(StrEnum):
    CHANGE = "change"
    ALERT = "alert"
    JUDGEMENT = "judgement"
    DELIVERED = "delivered"
    GIVEN_UP = "given up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened; which of the fields are given depends on the kind."""

    kind: EventKind
    at: datetime
    watch: str | None
    """Null only where a delivery's alert was no longer kept."""
    change: Change | None = None
    alert_id: str | None = None
    """Of an alert and its deliveries: the alert itself is in the outbox while it is kept there."""
    claim_id: str | None = None
    judgement: Judgement | None = None
    reason: str | None = None
    """Of a judgement; and of a delivery given up, its last error."""
    receiver: str | None = None
    channel: str | None = None


CODEC = Codec(Event)


class Events:
    def __init__(self, redis: Client, aside: SetAside) -> None:
        self._redis = redis
        self._aside = aside

    def tail(self, count: int) -> list[Event]:
        """The latest ones, in the order in which they happened."""
        found = []
        for place, entry in self._redis.xrevrange(EVENTS, count=count):
            event = self._aside.load(CODEC, f"events/{place.decode()}", entry.get(b"e", b""))
            if event is None:
                self._redis.xdel(EVENTS, place)
            else:
                found.append(event)
        return found[::-1]
