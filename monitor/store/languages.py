"""The languages that articles came in, so that workers have their words loaded before they need them."""

from __future__ import annotations

from collections.abc import Iterable

from monitor.store.connection import Client

LANGUAGES = "monitor:languages"


class Languages:
    def __init__(self, redis: Client) -> None:
        self._redis = redis

    def seen(self, codes: Iterable[str]) -> None:
        if found := sorted(set(codes)):
            self._redis.sadd(LANGUAGES, *found)

    def all(self) -> list[str]:
        return sorted(code.decode(errors="replace") for code in self._redis.smembers(LANGUAGES))
