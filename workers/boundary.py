"""The job boundary, the one place that catches what nobody foresaw: one bad thing must not hold up all the others."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import structlog
from rq.timeouts import BaseTimeoutException

from monitor.store import UNREACHABLE

T = TypeVar("T")
log = structlog.get_logger("monitor.work")


def attempt(what: str, step: Callable[[], object], **about: object) -> str | None:
    """Do the step; the error in words, or None. A server that is away and a job's time-out are of the whole job."""
    try:
        step()
    except (*UNREACHABLE, BaseTimeoutException):
        raise
    except Exception as error:
        log.exception("a mistake of ours", step=what, **about)
        return f"{type(error).__name__}: {error}"
    return None


async def outcome_of(work: Coroutine[Any, Any, T]) -> Callable[[], T]:
    """Wait for the work; its outcome is a function that gives what it gave, or raises what it raised: an `attempt`."""
    outcomes: tuple[T | BaseException] = await asyncio.gather(work, return_exceptions=True)

    def taken() -> T:
        outcome = outcomes[0]
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    return taken
