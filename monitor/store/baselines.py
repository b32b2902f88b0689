"""First polls of sources: which articles belong to one, and whether its summary was told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from monitor.change import Alert
from monitor.route import Delivery
from monitor.store import outbox
from monitor.store.connection import Client
from monitor.store.stored import milliseconds

ARTICLES = "monitor:baseline:articles"
"""Article id -> source, while the article is still to be read."""
OPEN = "monitor:baseline:open"
"""Sources whose summary is to be told when all their articles are read."""

CLOSE = """
local open, alert, waiting, deliveries, due = unpack(KEYS)
local body, now, n_sources = unpack(ARGV, 1, 3)
local first = 4 + tonumber(n_sources)
if redis.call('SREM', open, unpack(ARGV, 4, first - 1)) == 0 then return 0 end
if #ARGV >= first then redis.call('SET', alert, body) end  -- kept until all its deliveries are done
for i = first, #ARGV, 2 do
  redis.call('HSET', deliveries, ARGV[i], ARGV[i + 1])
  redis.call('ZADD', due, now, ARGV[i])
  redis.call('SADD', waiting, ARGV[i])
end
return 1
"""


class Baselines:
    def __init__(self, redis: Client) -> None:
        self._redis = redis
        self._close = redis.register_script(CLOSE)

    def begin(self, source: str, article_ids: Iterable[str]) -> None:
        """These were found by the source's first poll. To be called before they are offered for reading."""
        with self._redis.pipeline(transaction=True) as pipe:
            pipe.sadd(OPEN, source)
            for article_id in article_ids:
                pipe.hset(ARTICLES, article_id, source)
            pipe.execute()

    def among(self, article_ids: Sequence[str]) -> set[str]:
        """Those of the articles that belong to a first poll."""
        if not article_ids:
            return set()
        found = self._redis.hmget(ARTICLES, list(article_ids))
        return {article_id for article_id, source in zip(article_ids, found, strict=True) if source is not None}

    def done(self, article_ids: Sequence[str]) -> None:
        """They were read, or given up."""
        if article_ids:
            self._redis.hdel(ARTICLES, *article_ids)

    def ready(self) -> list[str]:
        """Sources whose first articles are all done, and whose summary is not told yet."""
        waiting = set(self._redis.hvals(ARTICLES))
        return sorted(source.decode() for source in self._redis.smembers(OPEN) if source not in waiting)

    def close(self, sources: Sequence[str], alert: Alert, deliveries: Sequence[Delivery], now: datetime) -> bool:
        """Put the summary of these sources into the outbox, once; False where it was told already."""
        keys = [OPEN, outbox.alert_key(alert.id), outbox.open_key(alert.id), outbox.DELIVERIES, outbox.DUE]
        arguments: list[str | int | bytes] = [outbox.ALERT.dump(alert), milliseconds(now), len(sources), *sources]
        for delivery in deliveries:
            arguments += (delivery.id, outbox.WAITING.dump(outbox.Waiting(delivery=delivery, since=now)))
        return bool(self._close(keys=keys, args=arguments))
