"""Signs of life of the processes, as `monitor status` shows them. They expire by themselves."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import TypeAdapter
from redis import Redis

PREFIX = "monitor:process:"


class Role(StrEnum):
    SCHEDULE = "schedule"
    WORK = "work"
    SEND = "send"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    role: Role
    name: str
    host: str
    pid: int
    at: datetime


ADAPTER = TypeAdapter(Beat)


def beat(redis: Redis, role: Role, name: str, *, now: datetime, alive_seconds: float) -> None:
    """Say that this process is alive, and would have said so again within `alive_seconds`."""
    sign = Beat(role=role, name=name, host=socket.gethostname(), pid=os.getpid(), at=now)
    redis.set(_key(role, name), ADAPTER.dump_json(sign), px=int(alive_seconds * 1000))


def leave(redis: Redis, role: Role, name: str) -> None:
    redis.delete(_key(role, name))


def _key(role: Role, name: str) -> str:
    return f"{PREFIX}{role}:{socket.gethostname()}:{name}"


def alive(redis: Redis) -> Iterator[Beat]:
    keys = sorted(redis.scan_iter(match=PREFIX + "*", count=1000))
    if keys:
        yield from (ADAPTER.validate_json(value) for value in redis.mget(keys) if value is not None)
