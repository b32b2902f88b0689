"""The outbox: alerts on their way, each delivery taken under a lease, tried again, and delivered or given up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from monitor.change import Alert
from monitor.route import Delivery
from monitor.store import events
from monitor.store.connection import Client
from monitor.store.stored import Codec, SetAside, from_milliseconds, milliseconds

DELIVERIES = "monitor:outbox"
DUE = "monitor:outbox:due"
GIVEN_UP = "monitor:outbox:givenup"

TAKE = """
local ids = redis.call('ZRANGE', KEYS[1], '-inf', ARGV[1], 'BYSCORE', 'LIMIT', 0, ARGV[3])
for _, id in ipairs(ids) do redis.call('ZADD', KEYS[1], ARGV[2], id) end
return ids
"""
MOVE = """
-- Only what is still in the outbox: another sender may have delivered it after our lease.
local deliveries, from, also_from, to, log = unpack(KEYS)
local id, delivery, score, most_events, event = unpack(ARGV)
if redis.call('HEXISTS', deliveries, id) == 0 then return 0 end
local there = redis.call('ZSCORE', to, id)
redis.call('HSET', deliveries, id, delivery)
redis.call('ZREM', from, id)
redis.call('ZREM', also_from, id)
redis.call('ZADD', to, score, id)
if event and not there then redis.call('XADD', log, 'MAXLEN', '~', most_events, '*', 'e', event) end
return 1
"""
FINISH = """
local deliveries, due, given_up, alert, open, log = unpack(KEYS)
local id, life, most_events, event = unpack(ARGV)
if redis.call('HDEL', deliveries, id) == 0 then return 0 end
redis.call('ZREM', due, id)
redis.call('ZREM', given_up, id)
redis.call('SREM', open, id)
if redis.call('EXISTS', open) == 0 then redis.call('PEXPIRE', alert, life) end
redis.call('XADD', log, 'MAXLEN', '~', most_events, '*', 'e', event)
return 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A delivery in the outbox, with how it went so far."""

    delivery: Delivery
    since: datetime
    error: str | None = None
    """The last one, in words."""
    failed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """One line of a listing. `due` is null where the delivery was given up."""

    waiting: Waiting
    alert: Alert
    due: datetime | None


ALERT = Codec(Alert)
WAITING = Codec(Waiting)


def alert_key(alert_id: str) -> str:
    return f"monitor:alert:{alert_id}"


def open_key(alert_id: str) -> str:
    """The set of an alert's deliveries that are not done; while there is one, the alert is kept."""
    return f"monitor:alert:{alert_id}:open"


def _where(delivery_id: bytes) -> str:
    return f"delivery/{delivery_id.decode()}"


class Outbox:
    def __init__(self, redis: Client, aside: SetAside, *, keep_events: int, keep_alerts: timedelta) -> None:
        self._redis = redis
        self._aside = aside
        self._keep_events = keep_events
        self._life = round(keep_alerts.total_seconds() * 1000)
        self._take = redis.register_script(TAKE)
        self._move = redis.register_script(MOVE)
        self._finish = redis.register_script(FINISH)

    def due(self, now: datetime, *, lease: timedelta, limit: int) -> list[tuple[Delivery, Alert]]:
        """What is to be sent now, the longest due first. Nobody else gets it until the lease ends."""
        ids = self._take(keys=[DUE], args=[milliseconds(now), milliseconds(now + lease), limit])
        return [(waiting.delivery, alert) for waiting, alert in self._load(ids)]

    def delivered(self, delivery: Delivery, now: datetime) -> None:
        """The channel has accepted it. The alert is kept for a while once all its deliveries are done."""
        event = self._event(events.EventKind.DELIVERED, delivery, now)
        keys = [DELIVERIES, DUE, GIVEN_UP, alert_key(delivery.alert_id), open_key(delivery.alert_id), events.EVENTS]
        self._finish(keys=keys, args=[delivery.id, self._life, self._keep_events, event])

    def retry(self, delivery: Delivery, error: str, at: datetime, now: datetime) -> None:
        """It failed, and is due again at `at`."""
        self._put(self._failed(delivery, error, now), DUE, at)

    def put_off(self, delivery: Delivery, at: datetime) -> None:
        """It was not tried, since its channel is failing: due again at `at`, and nothing is counted."""
        self._redis.zadd(DUE, {delivery.id: milliseconds(at)}, xx=True)

    def give_up(self, delivery: Delivery, error: str, now: datetime) -> None:
        """It failed for good. It is kept and listed until someone asks for it `again`."""
        event = self._event(events.EventKind.GIVEN_UP, delivery, now, reason=error)
        self._put(self._failed(delivery, error, now), GIVEN_UP, now, event)

    def again(self, delivery_id: str) -> bool:
        """Try a delivery again from the start, and at once; False where there is none with this id."""
        for waiting, _ in self._load([delivery_id.encode()]):
            fresh = replace(waiting, delivery=replace(waiting.delivery, attempts=0))
            return self._put(fresh, DUE, from_milliseconds(0))
        return False

    def unsent(self) -> list[Unsent]:
        """What waits to be sent, the next one first."""
        return list(self._listed(DUE))

    def given_up(self) -> list[Unsent]:
        return list(self._listed(GIVEN_UP))

    def alert(self, alert_id: str) -> Alert | None:
        """None where it is no longer kept."""
        return self._alerts({alert_id})[alert_id]

    def counts(self) -> tuple[int, int]:
        """How many deliveries wait, and how many were given up."""
        return int(self._redis.zcard(DUE)), int(self._redis.zcard(GIVEN_UP))

    def _listed(self, place: str) -> Iterator[Unsent]:
        scored = dict(self._redis.zrange(place, 0, -1, withscores=True))
        for waiting, alert in self._load(list(scored)):
            due = from_milliseconds(scored[waiting.delivery.id.encode()]) if place == DUE else None
            yield Unsent(waiting=waiting, alert=alert, due=due)

    def _load(self, ids: list[bytes]) -> Iterator[tuple[Waiting, Alert]]:
        if not ids:
            return
        found = zip(ids, self._redis.hmget(DELIVERIES, ids), strict=True)
        waiting = {it: self._aside.load(WAITING, _where(it), raw) for it, raw in found if raw is not None}
        alerts = self._alerts({it.delivery.alert_id for it in waiting.values() if it is not None})
        for delivery_id, it in waiting.items():
            alert = None if it is None else alerts[it.delivery.alert_id]
            if it is not None and alert is not None:
                yield it, alert
                continue
            if it is not None:
                self._aside.put(_where(delivery_id), WAITING.dump(it), "its alert is missing or was set aside")
            self._remove(delivery_id)

    def _alerts(self, alert_ids: set[str]) -> dict[str, Alert | None]:
        if not alert_ids:
            return {}
        found = zip(alert_ids, self._redis.mget(map(alert_key, alert_ids)), strict=True)
        return {it: None if raw is None else self._aside.load(ALERT, f"alert/{it}", raw) for it, raw in found}

    def _remove(self, delivery_id: bytes) -> None:
        with self._redis.pipeline(transaction=True) as pipe:
            pipe.hdel(DELIVERIES, delivery_id)
            pipe.zrem(DUE, delivery_id)
            pipe.zrem(GIVEN_UP, delivery_id)
            pipe.execute()

    def _failed(self, delivery: Delivery, error: str, now: datetime) -> Waiting:
        """Counts from what the sender was given, so that a lost reply does not count twice."""
        raw = self._redis.hget(DELIVERIES, delivery.id)
        known = None if raw is None else self._aside.load(WAITING, f"delivery/{delivery.id}", raw)
        failed = replace(delivery, attempts=delivery.attempts + 1)
        return Waiting(delivery=failed, since=known.since if known else now, error=error, failed_at=now)

    def _put(self, waiting: Waiting, place: str, at: datetime, event: bytes | None = None) -> bool:
        keys = [DELIVERIES, DUE, GIVEN_UP, place, events.EVENTS]
        arguments: list[str | int | bytes] = [waiting.delivery.id, WAITING.dump(waiting), milliseconds(at)]
        arguments += [] if event is None else [self._keep_events, event]
        return bool(self._move(keys=keys, args=arguments))

    def _event(self, kind: events.EventKind, delivery: Delivery, now: datetime, reason: str | None = None) -> bytes:
        alert = self.alert(delivery.alert_id)
        return events.CODEC.dump(
            events.Event(
                kind=kind,
                at=now,
                watch=None if alert is None else alert.watch,
                alert_id=delivery.alert_id,
                receiver=delivery.receiver,
                channel=delivery.channel,
                reason=reason,
            )
        )
