"""Jobs are hints: ids only, our own functions only, whoever wrote them to the server."""

from __future__ import annotations

import json
import sys
import types
import zlib
from importlib import import_module

import pytest
from rq import Queue, SimpleWorker
from rq.job import Job
from rq.serializers import JSONSerializer

from workers import queue as queues
from workers.queue import NAME, AllowedJob, jobs_of, put


@pytest.fixture
def called(monkeypatch):
    """Our jobs' module, replaced by one that writes down what it is called with."""
    calls = []
    stand_in = types.ModuleType("workers.jobs")
    for name in ("poll_sources", "read_articles"):
        setattr(stand_in, name, lambda ids, name=name: calls.append((name, ids)))
    monkeypatch.setitem(sys.modules, "workers.jobs", stand_in)
    return calls


@pytest.fixture
def run(store):
    def run() -> None:
        worker = SimpleWorker(
            [jobs_of(store.redis)], connection=store.redis, job_class=AllowedJob, serializer=JSONSerializer
        )
        worker.work(burst=True, logging_level="CRITICAL")

    return run


def forged(store, function: str, *arguments, **fields) -> Job:
    """As somebody else who can write to the server would put it."""
    queue = Queue(NAME, connection=store.redis, serializer=JSONSerializer)
    return queue.enqueue_call(function, args=arguments, **fields)


def test_a_job_calls_our_function_with_the_ids(store, called, run):
    put(jobs_of(store.redis), "read_articles", ["a", "b"], seconds=10, keep_seconds=60)
    run()
    assert called == [("read_articles", ["a", "b"])]


def test_a_finished_job_leaves_nothing_behind(store, called, run):
    put(jobs_of(store.redis), "poll_sources", ["a"], seconds=10, keep_seconds=60)
    run()
    assert not list(store.redis.scan_iter("rq:job:*"))


def test_what_lies_in_the_server_is_json(store):
    put(jobs_of(store.redis), "poll_sources", ["antara"], seconds=10, keep_seconds=60)
    (key,) = store.redis.scan_iter("rq:job:*")
    data = store.redis.hget(key, "data")
    assert json.loads(zlib.decompress(data)) == ["workers.jobs.poll_sources", None, [["antara"]], {}]


@pytest.mark.parametrize("function", ["os.mkdir", "builtins.exec", "workers.jobs.prepare", "shutil.rmtree"])
def test_another_function_is_refused(store, called, run, tmp_path, function):
    target = tmp_path / "made"
    forged(store, function, str(target))
    run()
    assert not target.exists()
    assert called == []


def test_a_method_of_an_instance_is_refused(store, called, run):
    job = forged(store, "workers.jobs.poll_sources", ["a"])
    store.redis.hset(job.key, "data", json.dumps(["format", "{0}", ["x"], {}]))
    run()
    assert called == []


@pytest.mark.parametrize("arguments", [(), ("text",), ([1, 2],), (["a"], ["b"]), ([["a"]],), ({"a": 1},)])
def test_our_function_with_anything_but_one_list_of_ids_is_refused(store, called, run, arguments):
    forged(store, "workers.jobs.poll_sources", *arguments)
    run()
    assert called == []


@pytest.mark.parametrize("field", ["success_callback_name", "failure_callback_name", "stopped_callback_name"])
def test_callbacks_are_not_called(store, called, run, tmp_path, field, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for function in ("workers.jobs.poll_sources", "os.mkdir"):
        job = forged(store, function, ["a"])
        store.redis.hset(job.key, field, "os.getcwdb")
        assert AllowedJob.fetch(job.id, connection=store.redis, serializer=JSONSerializer).success_callback is None
    run()
    assert called == [("poll_sources", ["a"])]


def test_a_job_that_nobody_took_is_dropped_after_its_lease(store):
    put(jobs_of(store.redis), "poll_sources", ["a"], seconds=10, keep_seconds=60)
    (key,) = store.redis.scan_iter("rq:job:*")
    assert 0 < store.redis.ttl(key) <= 60


def test_only_functions_that_exist_are_allowed():
    jobs = import_module("workers.jobs")
    assert all(callable(getattr(jobs, name.rsplit(".", 1)[1])) for name in queues.ALLOWED)
