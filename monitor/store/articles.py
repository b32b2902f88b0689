"""Articles by identity, and which of them are still to be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from uuid import uuid4

from pydantic import TypeAdapter, ValidationError

from monitor.source import FoundArticle
from monitor.store.connection import Client
from monitor.store.stored import Codec, SetAside, milliseconds

UNREAD = "monitor:unread"
PREFIX = "monitor:article:"

IDENTIFY = """
local fresh, life = ARGV[1], tonumber(ARGV[2])
local id = fresh
for _, key in ipairs(KEYS) do
  local known = redis.call('GET', key)
  if known then id = known break end
end
for _, key in ipairs(KEYS) do
  if not redis.call('SET', key, id, 'NX', 'PX', life) and redis.call('PTTL', key) < life / 2 then
    redis.call('PEXPIRE', key, life)  -- a feed still shows it; half the time, since every write costs a sync
  end
end
local article = ARGV[3] .. id
local left = redis.call('PTTL', article)
if left > 0 and left < life / 2 then redis.call('PEXPIRE', article, life) end
return {id, redis.call('EXISTS', article)}
"""
OFFER = """
local article, unread = unpack(KEYS)
local id, found, digest, now, first_seen = unpack(ARGV)
local before = redis.call('HGET', article, 'digest')
if before == digest then return 'known' end
redis.call('HSET', article, 'found', found, 'digest', digest, 'state', 'unread', 'attempts', '0', 'begun', '0')
redis.call('HSETNX', article, 'first_seen', first_seen)
redis.call('PERSIST', article)
redis.call('ZADD', unread, now, id)
return before and 'changed' or 'new'
"""
TAKE = """
local ids = redis.call('ZRANGE', KEYS[1], '-inf', ARGV[1], 'BYSCORE', 'LIMIT', 0, ARGV[3])
local taken = {}
for _, id in ipairs(ids) do
  local article = ARGV[4] .. id
  local digest = redis.call('HGET', article, 'digest')
  if digest then
    redis.call('ZADD', KEYS[1], ARGV[2], id)
    redis.call('HSET', article, 'taken', digest)
    taken[#taken + 1] = id
  else
    redis.call('ZREM', KEYS[1], id)
  end
end
return taken
"""
BEGIN = """
if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HINCRBY', KEYS[1], 'begun', 1) end
"""
CLOSE = """
local article, unread = unpack(KEYS)
local id, state, revision, now, found, life, error = unpack(ARGV)
local digest, taken = redis.call('HGET', article, 'digest'), redis.call('HGET', article, 'taken')
if not digest then redis.call('ZREM', unread, id) return 0 end
redis.call('HSET', article, 'revision', revision, 'closed_at', now, 'error', error)
if taken and taken ~= digest then return 0 end  -- offered anew while the old one was being read
redis.call('HSET', article, 'state', state, 'found', found)
redis.call('PEXPIRE', article, life)
redis.call('ZREM', unread, id)
return 1
"""
POSTPONE = """
local article, unread = unpack(KEYS)
local id, error, call, at = unpack(ARGV)
if redis.call('HGET', article, 'state') ~= 'unread' then return 0 end
if redis.call('HGET', article, 'call') == call then return 1 end  -- the reply was lost, and this is asked again
redis.call('HSET', article, 'error', error, 'call', call)
redis.call('HINCRBY', article, 'attempts', 1)
redis.call('ZADD', unread, at, id)
return 1
"""


class Offer(StrEnum):
    """What became of an article that a source named."""

    NEW = "new"
    CHANGED = "changed"
    """Its title, its text or its time of editing in the feed is another: it is to be read again."""
    KNOWN = "known"


class State(StrEnum):
    UNREAD = "unread"
    READ = "read"
    FAILED = "failed"
    """Given up: it could not be fetched or cleaned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An article as the store knows it. Once it is read, `found` has no text and no HTML."""

    id: str
    found: FoundArticle
    state: State
    first_seen: datetime
    revision: str | None = None
    """The last one that was read."""
    attempts: int = 0
    """How often reading it failed."""
    begun: int = 0
    """How often reading it began: far more than `attempts` where reading it kills the worker."""
    error: str | None = None


FOUND = Codec(FoundArticle)
KNOWN = TypeAdapter(Known)


class Articles:
    def __init__(self, redis: Client, aside: SetAside, *, keep: timedelta) -> None:
        self._redis = redis
        self._aside = aside
        self._life = round(keep.total_seconds() * 1000)
        self._identify = redis.register_script(IDENTIFY)
        self._offer = redis.register_script(OFFER)
        self._take = redis.register_script(TAKE)
        self._begin = redis.register_script(BEGIN)
        self._close = redis.register_script(CLOSE)
        self._postpone = redis.register_script(POSTPONE)

    def identify(self, keys: Sequence[str]) -> tuple[str, bool]:
        """The id of the article that any of these keys is known for, and whether it was never offered.

        All keys lead to that id from now on, except those that already lead to another article. Keys are forgotten
        when no feed has shown them for the retention time. Raises ValueError without a key.
        """
        if not keys:
            raise ValueError("an article needs at least one key to be identified by")
        fresh = sha256(keys[0].encode("utf-8", "surrogatepass")).hexdigest()[:16]
        article_id, exists = self._identify(keys=[_identity(key) for key in keys], args=[fresh, self._life, PREFIX])
        return article_id.decode(), not exists

    def offer(self, article_id: str, found: FoundArticle, now: datetime) -> Offer:
        """Put an article up for reading, unless the very same was offered before."""
        arguments: list[str | int | bytes] = [
            article_id,
            FOUND.dump(found),
            _digest(found),
            milliseconds(now),
            now.isoformat(),
        ]
        return Offer(self._offer(keys=[_key(article_id), UNREAD], args=arguments).decode())

    def unread_due(self, now: datetime, *, lease: timedelta, limit: int) -> list[str]:
        """Ids of articles to read now. Nobody else gets them until the lease ends."""
        arguments: list[str | int] = [milliseconds(now), milliseconds(now + lease), limit, PREFIX]
        return [article_id.decode() for article_id in self._take(keys=[UNREAD], args=arguments)]

    def begin(self, article_id: str) -> None:
        """Reading it begins now. A lease alone is no beginning: its job may wait for a worker in vain."""
        self._begin(keys=[_key(article_id)])

    def read(self, article_id: str, revision: str | None, now: datetime) -> None:
        """It was read, and this revision found; null where there was no text to read."""
        self._finish(article_id, State.READ, revision, now, error=None)

    def failed(self, article_id: str, error: str, retry_at: datetime | None, now: datetime) -> None:
        """It could not be read: it is due again at `retry_at`, or given up where that is null."""
        if retry_at is None:
            self._finish(article_id, State.FAILED, None, now, error=error)
            return
        arguments: list[str | int] = [article_id, error, uuid4().hex, milliseconds(retry_at)]
        self._postpone(keys=[_key(article_id), UNREAD], args=arguments)

    def get(self, article_id: str) -> Known | None:
        """None where it is not known, or no longer."""
        fields = {name.decode(): value for name, value in self._redis.hgetall(_key(article_id)).items()}
        if "found" not in fields:
            return None
        try:
            return _known(article_id, fields)
        except ValidationError as error:
            self._drop(article_id, fields, error)
            return None

    def unread(self) -> int:
        """How many wait to be read, those on lease included."""
        return int(self._redis.zcard(UNREAD))

    def _finish(self, article_id: str, state: State, revision: str | None, now: datetime, *, error: str | None) -> None:
        known = self.get(article_id)
        if known is None:
            self._redis.zrem(UNREAD, article_id)
            return
        kept = revision if revision is not None else known.revision
        slim = FOUND.dump(replace(known.found, text=None, html=None))
        arguments: list[str | int | bytes] = [
            article_id,
            state.value,
            kept or "",
            now.isoformat(),
            slim,
            self._life,
            error or "",
        ]
        self._close(keys=[_key(article_id), UNREAD], args=arguments)

    def _drop(self, article_id: str, fields: dict[str, bytes], error: ValidationError) -> None:
        raw = b"\n".join(name.encode() + b" " + value for name, value in sorted(fields.items()))
        self._aside.put(f"article/{article_id}", raw, error)
        with self._redis.pipeline(transaction=True) as pipe:
            pipe.delete(_key(article_id))
            pipe.zrem(UNREAD, article_id)
            pipe.execute()


def _known(article_id: str, fields: dict[str, bytes]) -> Known:
    found = FOUND.load(fields.pop("found"))
    plain = {name: fields[name].decode() for name in ("state", "first_seen", "attempts", "begun") if name in fields}
    given = {name: fields[name].decode() for name in ("revision", "error") if fields.get(name)}
    return KNOWN.validate_python({"id": article_id, "found": found, **plain, **given})


def _digest(found: FoundArticle) -> str:
    """Of what a reader sees; dates and addresses with tokens change on their own."""
    seen = FOUND.dump(replace(found, keys=(), url=None, published=None, source=""))
    return sha256(seen).hexdigest()[:16]


def _identity(key: str) -> str:
    return "monitor:identity:" + sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _key(article_id: str) -> str:
    return PREFIX + article_id
