"""Everything stored is versioned JSON. What no longer validates is set aside with the reason, and never dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache, cached_property
from types import NoneType
from typing import Annotated, Any, Generic, Literal, TypeVar, get_args, get_type_hints

import structlog
from pydantic import AfterValidator, TypeAdapter, ValidationError

from monitor.claim import Claim, Kind
from monitor.store.connection import Client

T = TypeVar("T")
PLAIN = (str, int, Decimal, NoneType)
SET_ASIDE = "monitor:setaside"
REASONS = "monitor:setaside:reasons"
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Versioned(Generic[T]):
    v: Literal[1]
    value: T


@dataclass(frozen=True, slots=True)
class Aside:
    """Something stored that did not validate. `raw` is as it was found, `where` says where."""

    where: str
    reason: str
    raw: bytes


class Codec(Generic[T]):
    """A value to versioned JSON and back. Decimals are strings; every time must have a zone."""

    def __init__(self, kind: type[T]) -> None:
        self._kind = kind

    @cached_property
    def _adapter(self) -> TypeAdapter[Versioned[T]]:
        """Built at first use: it takes longer than most commands."""
        return TypeAdapter(Versioned[Annotated[self._kind, AfterValidator(_sound)]])  # type: ignore[name-defined]

    def dump(self, value: T) -> bytes:
        return self._adapter.dump_json(Versioned(1, value))

    def load(self, raw: bytes) -> T:
        """Raises pydantic's ValidationError."""
        return self._adapter.validate_json(raw).value


class SetAside:
    """What could not be understood, kept for a person to look at."""

    def __init__(self, redis: Client) -> None:
        self._redis = redis

    def put(self, where: str, raw: bytes, error: ValidationError | str) -> None:
        reason = error if isinstance(error, str) else _in_words(error)
        with self._redis.pipeline(transaction=True) as pipe:
            pipe.hset(SET_ASIDE, where, raw)
            pipe.hset(REASONS, where, reason)
            pipe.execute()
        log.error("stored entry set aside", where=where, reason=reason)

    def load(self, codec: Codec[T], where: str, raw: bytes) -> T | None:
        """The value, or None where it was set aside. The caller removes it from where it was found, afterwards."""
        try:
            return codec.load(raw)
        except ValidationError as error:
            self.put(where, raw, error)
            return None

    def all(self) -> Iterator[Aside]:
        for where, raw in self._redis.hscan_iter(SET_ASIDE):
            reason = self._redis.hget(REASONS, where)
            yield Aside(where.decode(), reason.decode() if reason else "no reason was noted", raw)

    def __len__(self) -> int:
        return int(self._redis.hlen(SET_ASIDE))


def milliseconds(time: datetime) -> int:
    """Since 1970, as Redis keeps times to sort by."""
    return round(time.timestamp() * 1000)


def from_milliseconds(score: float) -> datetime:
    return datetime.fromtimestamp(score / 1000, UTC)


def _sound(value: Any) -> Any:
    """Refuses what types alone cannot: a time without a zone, a claim without what its kind needs."""
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError(f"{value} has no time zone")
    if isinstance(value, Claim) and (value.quantity is None) == (value.kind is Kind.FIGURE):
        raise ValueError(f"a {value.kind} {'without' if value.quantity is None else 'with'} a quantity")
    for part in _parts(value):
        _sound(part)
    return value


def _parts(value: Any) -> Iterator[Any]:
    kind: type[Any] = type(value)
    if is_dataclass(kind):
        yield from (getattr(value, name) for name in _not_plain(kind))
    elif isinstance(value, tuple | list):
        yield from value
    elif isinstance(value, Mapping):
        yield from value.values()


@cache
def _not_plain(kind: type) -> tuple[str, ...]:
    """The fields that may hold a time or a claim: looking at all of them takes longer than validating."""
    return tuple(name for name, hint in get_type_hints(kind).items() if not _is_plain(hint))


def _is_plain(hint: Any) -> bool:
    parts = [part for part in get_args(hint) if part is not ...]
    return all(map(_is_plain, parts)) if parts else isinstance(hint, type) and issubclass(hint, PLAIN)


def _in_words(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}"
        for problem in error.errors(include_url=False, include_input=False)[:3]
    )
