"""The one queue of jobs. A job is a hint with ids; what is true lies in the store, so a lost job costs time only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from redis import Redis
from rq import Queue
from rq.job import Job
from rq.serializers import JSONSerializer

NAME = "monitor"
ALLOWED = frozenset({"workers.jobs.poll_sources", "workers.jobs.read_articles"})
KEEP_FAILED_SECONDS = 24 * 3600


class ForbiddenJobError(Exception):
    """Somebody who can write to the server put a job there that is not ours."""


class AllowedJob(Job):
    """Calls our own functions with lists of ids and nothing else: whoever can write to the server cannot run code."""

    def restore(self, raw_data: dict[bytes, bytes]) -> Any:
        restored = super().restore(raw_data)
        self._success_callback_name = self._failure_callback_name = self._stopped_callback_name = None
        self.webhooks = []
        return restored

    @property
    def func(self) -> Callable[..., object]:
        if self.instance is not None or self.func_name not in ALLOWED:
            raise ForbiddenJobError(f"job {self.id} asks for {self.func_name!r}, which is none of ours; it was not run")
        if self.kwargs or not _is_list_of_ids(self.args):
            raise ForbiddenJobError(f"job {self.id} carries something else than a list of ids; it was not run")
        found: Callable[..., object] = super().func
        return found


def _is_list_of_ids(arguments: Any) -> bool:
    match arguments:
        case [[*ids]]:
            return all(isinstance(item, str) for item in ids)
        case _:
            return False


def jobs_of(connection: Redis) -> Queue:
    return Queue(NAME, connection=connection, serializer=JSONSerializer, job_class=AllowedJob)


def put(queue: Queue, function: str, ids: Sequence[str], *, seconds: int, keep_seconds: int) -> None:
    """Ask for `function` of `workers.jobs`. Unstarted after `keep_seconds` it is dropped, and its ids put back."""
    queue.enqueue_call(
        f"workers.jobs.{function}",
        args=(list(ids),),
        timeout=seconds,
        ttl=keep_seconds,
        result_ttl=0,
        failure_ttl=KEEP_FAILED_SECONDS,
        description=f"{function}: {len(ids)}",
    )
