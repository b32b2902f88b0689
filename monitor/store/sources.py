"""What is remembered of sources, which of them are due, and whose turn it is at a host."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from monitor.source import SourceState
from monitor.store.connection import Client
from monitor.store.stored import Codec, SetAside, from_milliseconds, milliseconds

STATES = "monitor:sources"
DUE = "monitor:sources:due"
SAID = "monitor:sources:said"
LONGEST_HOLD = timedelta(days=30)
"""A host that asks for more is not believed."""

TAKE = """
local now, lease_end = tonumber(ARGV[1]), ARGV[2]
local due = {}
for i = 3, #ARGV do
  local at = redis.call('ZSCORE', KEYS[1], ARGV[i])
  if not at or tonumber(at) <= now then
    redis.call('ZADD', KEYS[1], lease_end, ARGV[i])
    due[#due + 1] = ARGV[i]
  end
end
return due
"""
TURN = """
local now, gap, longest = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local at = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0'))
redis.call('SET', KEYS[1], string.format('%d', at + gap), 'PX', longest)
return string.format('%d', at)
"""
HOLD = """
local before = tonumber(redis.call('GET', KEYS[1]) or '0')
if before < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
"""
STATE = Codec(SourceState)


class Sources:
    def __init__(self, redis: Client, aside: SetAside) -> None:
        self._redis = redis
        self._aside = aside
        self._take = redis.register_script(TAKE)
        self._turn = redis.register_script(TURN)
        self._hold = redis.register_script(HOLD)

    def state(self, name: str) -> SourceState:
        """What is remembered of a source; of one never polled, nothing but its name."""
        raw = self._redis.hget(STATES, name)
        state = None if raw is None else self._aside.load(STATE, f"source/{name}", raw)
        if raw is not None and state is None:
            self._redis.hdel(STATES, name)
        return SourceState(name=name) if state is None else state

    def save(self, state: SourceState) -> None:
        """Remember it, and end its lease: it is due again at its `next_due`."""
        due = 0 if state.next_due is None else milliseconds(state.next_due)
        with self._redis.pipeline(transaction=True) as pipe:
            pipe.hset(STATES, state.name, STATE.dump(state))
            pipe.zadd(DUE, {state.name: due})
            pipe.execute()

    def due(self, names: Sequence[str], now: datetime, *, lease: timedelta) -> list[str]:
        """Those of the names that are to be polled now. Nobody else gets them until the lease ends."""
        arguments: list[str | int] = [milliseconds(now), milliseconds(now + lease), *names]
        return [name.decode() for name in self._take(keys=[DUE], args=arguments)]

    def first_time(self, name: str, what: str) -> bool:
        """Whether this was not asked of the source before: for what is said once of each."""
        return bool(self._redis.sadd(SAID, f"{name}/{what}"))

    def turn(self, host: str, now: datetime, *, gap: timedelta) -> datetime:
        """Reserve the next request to a host: when it may be made, at least `gap` after any other worker's."""
        arguments = [milliseconds(now), round(gap.total_seconds() * 1000), _longest(LONGEST_HOLD)]
        return from_milliseconds(int(self._turn(keys=[_host(host)], args=arguments)))

    def hold(self, host: str, until: datetime, now: datetime) -> None:
        """The host asked to be left alone until then."""
        until = min(until, now + LONGEST_HOLD)
        self._hold(keys=[_host(host)], args=[milliseconds(until), _longest(LONGEST_HOLD)])


def _longest(time: timedelta) -> int:
    return round(time.total_seconds() * 1000)


def _host(host: str) -> str:
    return f"monitor:host:{host}"
