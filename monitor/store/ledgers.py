"""The ledgers: per watch, what is on record and every entry behind it, written in one step with what it has to tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

from monitor.judge import Judged
from monitor.ledger import Entry, Fold, Record, Told
from monitor.route import Delivery
from monitor.store import events, outbox
from monitor.store.connection import Client
from monitor.store.stored import Codec, SetAside, milliseconds

WATCHES = "monitor:watches"
CHUNK = 500
"""Entries read at a time."""

COMMIT = """
-- Identity and version are all that is checked here; to this script figures are strings.
local record, ids, ledger, watches, log, deliveries, due = unpack(KEYS, 1, 7)
local commit, expected, watch, state, held_until = unpack(ARGV, 1, 5)
local now, most_events, article_life, alert_life = unpack(ARGV, 6, 9)
local n_entries, n_events, n_alerts = tonumber(ARGV[10]), tonumber(ARGV[11]), tonumber(ARGV[12])
local n_deliveries, n_articles = tonumber(ARGV[13]), tonumber(ARGV[14])

if redis.call('HGET', record, 'commit') == commit then return 1 end  -- the reply was lost, and this is asked again
local version = redis.call('HGET', record, 'version') or '0'
if version ~= expected then return 0 end
local at = 15
for i = 0, n_entries - 1 do
  if redis.call('SISMEMBER', ids, ARGV[at + 2 * i]) == 1 then return 0 end
end

version = string.format('%d', tonumber(version) + 1)
redis.call('HSET', record, 'version', version, 'commit', commit, 'state', state, 'held_until', held_until)
redis.call('SADD', watches, watch)
for i = 1, n_entries do
  redis.call('SADD', ids, ARGV[at])
  redis.call('XADD', ledger, version .. '-' .. i, 'e', ARGV[at + 1])
  at = at + 2
end
for i = 1, n_events do
  redis.call('XADD', log, 'MAXLEN', '~', most_events, '*', 'e', ARGV[at])
  at = at + 1
end
for i = 1, n_alerts do
  redis.call('SET', KEYS[7 + i], ARGV[at], 'PX', alert_life)
  at = at + 1
end
for i = 1, n_deliveries do
  local id, delivery, alert = unpack(ARGV, at, at + 2)
  redis.call('HSET', deliveries, id, delivery)
  redis.call('ZADD', due, now, id)
  redis.call('PERSIST', KEYS[7 + alert])  -- as long as it is not delivered
  redis.call('SADD', KEYS[7 + n_alerts + alert], id)
  at = at + 3
end
for i = 1, n_articles do
  local key = KEYS[7 + 2 * n_alerts + i]
  redis.call('SADD', key, watch)
  redis.call('PEXPIRE', key, article_life)
end
return 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What is stored of a record: all but the ledger, and the version, which the script counts."""

    watch_version: str = ""
    fold: Fold = field(default_factory=Fold)
    told: Told = field(default_factory=Told)


STATE = Codec(State)
ENTRY = Codec(Entry)


class Ledgers:
    def __init__(
        self, redis: Client, aside: SetAside, *, keep_events: int, keep_articles: timedelta, keep_alerts: timedelta
    ) -> None:
        self._redis = redis
        self._aside = aside
        self._keep_events = keep_events
        self._keep_articles = keep_articles
        self._keep_alerts = keep_alerts
        self._commit = redis.register_script(COMMIT)

    def load(self, watch_id: str, *, history: bool = False) -> Record:
        """What is on record; with `history`, the whole ledger as of the same version.

        A stored state that no longer validates is set aside; the record then comes with its history, an empty fold and
        no watch version, as one that has to be judged again.
        """
        version, raw = self._redis.hmget(_record(watch_id), "version", "state")
        state = State() if raw is None else self._aside.load(STATE, f"record/{watch_id}", raw)
        if state is None:
            state, history = State(), True
        number = int(version or 0)
        return Record(
            watch=watch_id,
            watch_version=state.watch_version,
            version=number,
            fold=state.fold,
            told=state.told,
            history=tuple(self._entries(watch_id, str(number))) if history else None,
        )

    def holding(self, watch_ids: Sequence[str], now: datetime) -> list[str]:
        """Those of the watches that hold something which was to be told by now, without reading their records."""
        with self._redis.pipeline(transaction=False) as pipe:
            for watch_id in watch_ids:
                pipe.hget(_record(watch_id), "held_until")
            found = zip(watch_ids, pipe.execute(), strict=True)
        return [watch_id for watch_id, until in found if until and int(until) <= milliseconds(now)]

    def seen(self, watch_id: str, entry_ids: Sequence[str]) -> set[str]:
        """Those of the ids that the ledger has."""
        if not entry_ids:
            return set()
        known = self._redis.smismember(_ids(watch_id), list(entry_ids))
        return {entry_id for entry_id, there in zip(entry_ids, known, strict=True) if there}

    def commit(self, before: Record, judged: Judged, deliveries: Sequence[Delivery], now: datetime) -> bool:
        """Record all of it, or nothing: False where the record has another version by now or has one of the entries.

        False asks to load, drop the entries that are `seen`, and judge again. It never means "unchanged": a reply that
        was lost may have been a success.
        """
        watch = before.watch
        alert_ids = [alert.id for alert in judged.alerts]
        articles = sorted({entry.article.id for entry in judged.entries if entry.article is not None})
        log = _events(judged, now)
        keys = [
            *(_record(watch), _ids(watch), _ledger(watch), WATCHES),
            *(events.EVENTS, outbox.DELIVERIES, outbox.DUE),
            *map(outbox.alert_key, alert_ids),
            *map(outbox.open_key, alert_ids),
            *map(_watching, articles),
        ]
        state = State(watch_version=judged.record.watch_version, fold=judged.record.fold, told=judged.record.told)
        arguments: list[str | int | bytes] = [
            *(uuid4().hex, before.version, watch, STATE.dump(state)),
            "" if state.told.due is None else milliseconds(state.told.due),
            *(milliseconds(now), self._keep_events, _life(self._keep_articles), _life(self._keep_alerts)),
            *(len(judged.entries), len(log), len(alert_ids), len(deliveries), len(articles)),
        ]
        for entry in judged.entries:
            arguments += (entry.id, ENTRY.dump(entry))
        arguments += (events.CODEC.dump(event) for event in log)
        arguments += (outbox.ALERT.dump(alert) for alert in judged.alerts)
        for delivery in deliveries:
            waiting = outbox.WAITING.dump(outbox.Waiting(delivery=delivery, since=now))
            arguments += (delivery.id, waiting, 1 + alert_ids.index(delivery.alert_id))
        return bool(self._commit(keys=keys, args=arguments))

    def entries(self, watch_id: str) -> Iterator[Entry]:
        """The ledger in the order of recording, a chunk at a time."""
        return self._entries(watch_id, "+")

    def _entries(self, watch_id: str, last: str) -> Iterator[Entry]:
        start = "-"
        while chunk := self._redis.xrange(_ledger(watch_id), start, last, count=CHUNK):
            for place, fields in chunk:
                entry = self._aside.load(ENTRY, f"ledger/{watch_id}/{place.decode()}", fields.get(b"e", b""))
                if entry is None:
                    self._redis.xdel(_ledger(watch_id), place)
                else:
                    yield entry
            start = f"({chunk[-1][0].decode()}"

    def watches(self) -> list[str]:
        """All watches that anything was recorded for, those no longer in the rules included."""
        return sorted(watch.decode() for watch in self._redis.smembers(WATCHES))

    def watches_of(self, article_id: str) -> set[str]:
        """The watches whose ledgers have entries of this article."""
        return {watch.decode() for watch in self._redis.smembers(_watching(article_id))}


def _events(judged: Judged, now: datetime) -> list[events.Event]:
    watch = judged.record.watch
    kind = events.EventKind
    return [
        *(
            events.Event(
                kind=kind.JUDGEMENT,
                at=now,
                watch=watch,
                claim_id=judgement.claim_id,
                judgement=judgement.judgement,
                reason=judgement.reason,
            )
            for judgement in judged.judgements
        ),
        *(events.Event(kind=kind.CHANGE, at=now, watch=watch, change=change) for change in judged.changes),
        *(events.Event(kind=kind.ALERT, at=now, watch=watch, alert_id=alert.id) for alert in judged.alerts),
    ]


def _life(time: timedelta) -> int:
    return round(time.total_seconds() * 1000)


def _record(watch_id: str) -> str:
    return f"monitor:record:{watch_id}"


def _ids(watch_id: str) -> str:
    return f"monitor:ledger:{watch_id}:ids"


def _ledger(watch_id: str) -> str:
    return f"monitor:ledger:{watch_id}"


def _watching(article_id: str) -> str:
    return f"monitor:article:{article_id}:watches"
