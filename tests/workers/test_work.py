"""A worker whose server goes away: it comes back, and says so once."""

from __future__ import annotations

import logging
import threading
from types import SimpleNamespace

import pytest
from redis.exceptions import ConnectionError as Unreachable
from redis.exceptions import TimeoutError as Silent

from workers import work
from workers.queue import jobs_of
from workers.reach import Reach
from workers.work import JobWorker, _SaidOnce, run_worker


@pytest.fixture
def rules(monkeypatch):
    """None are needed: no job runs here."""
    stand_in = SimpleNamespace(refresh=lambda: False)
    monkeypatch.setattr(work, "LiveRules", lambda path, tell: stand_in)
    monkeypatch.setattr(work.jobs, "prepare", lambda settings, url, rules: None)
    return stand_in


def test_one_that_was_cut_off_from_its_server_may_register_again_at_once(store, rules):
    for _ in range(2):
        JobWorker(jobs_of(store.redis), name="worker-1", rules=rules, stop=threading.Event()).register_birth()


@pytest.mark.parametrize("error", [Unreachable("refused"), Silent("no answer")])
def test_a_server_that_goes_away_during_a_job_ends_no_worker(store, rules, monkeypatch, error):
    """RQ then ends its loop, and cannot say good-bye."""
    stop, begun = threading.Event(), []

    def cut_off(worker, **options):
        worker.register_birth()
        begun.append(worker.name)
        if len(begun) == 2:
            stop.set()
            return
        raise error

    monkeypatch.setattr(JobWorker, "work", cut_off)
    run_worker(SimpleNamespace(rules_path="rules"), store.url, name="worker-1", stop=stop)
    assert len(begun) == 2


def test_the_languages_of_earlier_articles_are_loaded_before_a_child_is_born(store, monkeypatch):
    store.languages.seen(["tr", "id", "tr"])
    made_ready = []
    monkeypatch.setattr(work, "make_ready", lambda code, vocabulary, watches: made_ready.append((code, watches)))
    book = SimpleNamespace(vocabulary=None, watches={"w": "a watch"})
    rules = SimpleNamespace(refresh=lambda: False, book=book)
    JobWorker(jobs_of(store.redis), name="worker-1", rules=rules, stop=threading.Event()).load_languages()
    assert made_ready == [("id", ("a watch",)), ("tr", ("a watch",))]


def test_what_rq_says_of_a_server_that_is_away_is_said_once_and_in_words():
    reach = Reach()
    said = _SaidOnce(reach)

    def record(message, error=None):
        about = (type(error), error, None) if error else None
        return logging.LogRecord("rq.worker", logging.ERROR, "worker.py", 1, message, (), about)

    assert not said.filter(record("found an unhandled exception, quitting...", Unreachable("refused")))
    assert not said.filter(record("Could not connect to Redis instance"))
    assert reach.lost
    assert said.filter(record("found an unhandled exception, quitting...", ValueError("another")))
