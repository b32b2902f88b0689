"""A child process that can be killed: for work on hostile input, done by libraries that may hang or eat all memory.

A signal does not help there: inside native code it is only seen when that code returns.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TimedOut
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

P = ParamSpec("P")
T = TypeVar("T")
MEMORY = 1 << 30
TASKS_A_CHILD = 200
"""Then a fresh child takes over: lxml gives memory back late."""


class Stopped(Exception):  # noqa: N818  it says what happened
    """The work exceeded a limit and its child was killed; the message says which limit."""


class Confined:
    """A context manager. The child is forked on the first use, lives on between uses and dies with its parent.

    `time_out` bounds both the clock and the processor; `memory` is what the work may add, in bytes, to the memory that
    the parent had when it forked.
    """

    def __init__(self, *, time_out: timedelta, memory: int = MEMORY) -> None:
        self._seconds = time_out.total_seconds()
        self._memory = memory
        self._pool: ProcessPool | None = None
        self._starting = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Give what `work` gives, or raise what it raises. Raises Stopped when it was killed."""
        with self._limits_in_words():
            try:
                return self._scheduled(work, args, kwargs).result()
            except BrokenProcessPool:  # the child died before it took the task
                self._stop()
                return self._scheduled(work, args, kwargs).result()

    async def wait(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`run` that holds up neither the event loop nor one of its threads, which look names up as well."""
        with self._limits_in_words():
            try:
                return await asyncio.wrap_future(self._scheduled(work, args, kwargs))
            except BrokenProcessPool:
                self._stop()
                return await asyncio.wrap_future(self._scheduled(work, args, kwargs))

    def _scheduled(self, work: Callable[..., T], args: tuple[object, ...], kwargs: dict[str, object]) -> Future[T]:
        task = (self._seconds, work, args, kwargs)
        try:
            return self._running().schedule(_limited, task, timeout=self._seconds)
        except RuntimeError:  # the child died between two tasks: pebble gives its pool up for that
            self._stop()
            return self._running().schedule(_limited, task, timeout=self._seconds)

    @contextmanager
    def _limits_in_words(self) -> Iterator[None]:
        try:
            yield
        except TimedOut:
            raise Stopped(f"it took longer than {self._seconds:g} s") from None
        except MemoryError:
            raise Stopped(f"it took more than {self._memory >> 20} MB") from None
        except ProcessExpired as expired:
            raise Stopped(self._cause(expired.exitcode)) from None

    def _running(self) -> ProcessPool:
        with self._starting:
            if self._pool is None:
                context = multiprocessing.get_context("fork")
                self._pool = ProcessPool(
                    1, max_tasks=TASKS_A_CHILD, initializer=_limit, initargs=(self._memory,), context=context
                )
            return self._pool

    def _stop(self) -> None:
        with self._starting:
            if self._pool is not None:
                self._pool.stop()  # type: ignore[no-untyped-call]
                self._pool.join()
                self._pool = None

    def _cause(self, exit_code: int) -> str:
        """In words. What the work raises comes back: an end with 1 is that of the child itself, for want of memory."""
        match -exit_code:
            case signal.SIGXCPU:
                return f"it took more than {self._seconds:g} s of computing"
            case signal.SIGSEGV | signal.SIGABRT | signal.SIGKILL | -1:
                return f"it took more than {self._memory >> 20} MB, or more than the machine has"
            case _:
                return f"its process ended with {exit_code}"


def _limit(memory: int) -> None:
    """Run in the child, once: bound its memory, and let it end on a signal even inside native code."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limited(seconds: float, work: Callable[..., T], args: tuple[object, ...], kwargs: dict[str, object]) -> T:
    """Run in the child, per task. The limit on computing counts from the child's start, so it moves along.

    It also ends a child whose parent was killed while it was at work; an idle one ends when its pipe closes.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 2, hard))
    try:
        return work(*args, **kwargs)
    except MemoryError:
        pass
    raise MemoryError  # anew: the first one's frames hold what filled the memory, and sending it takes some
