"""Leases on names: of several processes that would lead, one does."""

from __future__ import annotations

from datetime import datetime, timedelta

from monitor.store.connection import Client
from monitor.store.stored import milliseconds

LEASE = """
local holder, now, ends = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local before = redis.call('HMGET', KEYS[1], 'holder', 'ends')
if before[1] ~= holder then
  if before[1] and before[1] ~= '' and tonumber(before[2]) > now then return 0 end
  redis.call('HINCRBY', KEYS[1], 'token', 1)
end
redis.call('HSET', KEYS[1], 'holder', holder, 'ends', ends)
return tonumber(redis.call('HGET', KEYS[1], 'token'))
"""
RELEASE = """
if redis.call('HGET', KEYS[1], 'holder') == ARGV[1] then redis.call('HSET', KEYS[1], 'holder', '', 'ends', '0') end
"""


class Leader:
    def __init__(self, redis: Client) -> None:
        self._lease = redis.register_script(LEASE)
        self._release = redis.register_script(RELEASE)

    def lease(self, name: str, holder: str, now: datetime, ttl: timedelta) -> int:
        """Take or prolong a lease: 0 where another holds it, else the fencing token, which grows with each new holder.

        Times are the callers' own: clocks of several machines should agree to well within `ttl`.
        """
        return int(self._lease(keys=[_key(name)], args=[holder, milliseconds(now), milliseconds(now + ttl)]))

    def release(self, name: str, holder: str) -> None:
        """Let the next one lead at once."""
        self._release(keys=[_key(name)], args=[holder])


def _key(name: str) -> str:
    return f"monitor:lease:{name}"
