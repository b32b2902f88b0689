"""The cleaned texts of articles that gave a claim, compressed: every quote can be checked against them for a while."""

from __future__ import annotations

import zlib
from datetime import timedelta

from monitor.article import Article, revision_of
from monitor.store.connection import Client
from monitor.store.stored import SetAside

LARGEST = 50_000_000
"""Bytes of one text; more is no article but a bomb."""


class Texts:
    def __init__(self, redis: Client, aside: SetAside, *, keep: timedelta) -> None:
        self._redis = redis
        self._aside = aside
        self._keep = keep

    def keep(self, article: Article) -> None:
        """Keep this revision's text for the retention time, counted from now."""
        packed = zlib.compress(article.text.encode("utf-8", "surrogatepass"))
        self._redis.set(_key(article.id, article.revision), packed, px=round(self._keep.total_seconds() * 1000))

    def text(self, article_id: str, revision: str) -> str | None:
        """The very text of this revision, or None where it is no longer kept."""
        key = _key(article_id, revision)
        packed = self._redis.get(key)
        if packed is None:
            return None
        try:
            text = zlib.decompressobj().decompress(packed, LARGEST).decode("utf-8", "surrogatepass")
        except (zlib.error, UnicodeDecodeError) as error:
            self._refuse(key, packed, str(error))
            return None
        if revision_of(text) != revision:
            self._refuse(key, packed, f"it is not the text of revision {revision}")
            return None
        return text

    def _refuse(self, key: str, packed: bytes, reason: str) -> None:
        self._aside.put(key.removeprefix("monitor:"), packed, reason)
        self._redis.delete(key)


def _key(article_id: str, revision: str) -> str:
    return f"monitor:text:{article_id}:{revision}"
