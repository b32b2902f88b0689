"""The one way to the server: time-outs, few retries, and words for what is wrong with it."""

from __future__ import annotations

from typing import Any, TypeAlias
from urllib.parse import urlsplit

from redis import Redis
from redis.backoff import ExponentialWithJitterBackoff
from redis.exceptions import ConnectionError, NoPermissionError, TimeoutError  # noqa: A004 - redis names them so
from redis.retry import Retry

Client: TypeAlias = Any
"""A Redis that was opened here. Its own annotations cannot say that replies are bytes."""
UNREACHABLE = (ConnectionError, TimeoutError)
"""What a call raises when the server cannot be reached, after a few retries. Repeating the call is always safe."""
ANSWER = 5.0
"""Seconds until an answer; scripts and chunks are short."""
RETRIES = 3
"""A lost reply makes a command run twice. Everything the store writes gives the same when it does."""
OLDEST_SERVER = (6, 2)


def open_redis(url: str) -> Redis:
    """Bytes in, bytes out; nothing is asked of the server yet. Raises ValueError for what is no redis URL."""
    return Redis.from_url(
        url,
        socket_timeout=ANSWER,
        socket_connect_timeout=ANSWER,
        retry=Retry(ExponentialWithJitterBackoff(cap=1, base=0.05), RETRIES),
        health_check_interval=30,
    )


def unreachable(url: str, error: Exception) -> str:
    """What to tell the user, without the password."""
    parts = urlsplit(url)
    where = parts.path if parts.scheme == "unix" else f"{parts.hostname}:{parts.port or 6379}"
    return f"the Redis server at {where} does not answer ({error}). Is it running, and is REDIS_URL right?"


def durability(redis: Redis) -> list[str]:
    """What would make the server lose what was recorded, in words; empty when nothing would."""
    info = redis.info()
    problems = []
    version = str(info["redis_version"])
    if tuple(map(int, version.split(".")[:2])) < OLDEST_SERVER:
        problems.append(f"the server is version {version}; 6.2 or newer is needed")
    if not info["aof_enabled"]:
        problems.append(
            "the append-only file is off: whatever was recorded is lost when the server dies. "
            "Set `appendonly yes` and `appendfsync always` in its configuration"
        )
    elif info.get("aof_last_write_status", "ok") != "ok":
        problems.append("the server cannot write its append-only file: look at its disk and its log")
    elif _setting(redis, "appendfsync") == "no":
        problems.append("the append-only file is never synced: a power cut loses it. Set `appendfsync always`")
    if info["maxmemory_policy"] != "noeviction":
        problems.append(
            f"the server throws entries away when its memory is full (maxmemory-policy {info['maxmemory_policy']}). "
            "Set `maxmemory-policy noeviction`"
        )
    return problems


def _setting(redis: Redis, name: str) -> str | None:
    """None where the server does not let us ask."""
    try:
        value = redis.config_get(name).get(name)
    except NoPermissionError:
        return None
    return None if value is None else str(value)
