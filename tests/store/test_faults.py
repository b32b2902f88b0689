"""Real faults on real servers: killed in mid-write, replies lost, four processes at once."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import threading
import time
from collections import Counter
from datetime import timedelta

import pytest
from losing_proxy import LosingProxy
from store_values import LEASE, NOON, deliveries, entry, found, judged, later

from monitor.store import UNREACHABLE, EventKind, Store, connect, durability, unreachable
from workers.server import embedded


def commit_until_recorded(store: Store, name: str, *, told: bool = True) -> int:
    """As the jobs do it: judge again while another was faster. Returns how often it was judged."""
    new, tries = entry(name), 0
    while True:
        before = store.ledgers.load("troops")
        if store.ledgers.seen("troops", [new.id]):
            return tries
        tries += 1
        it = judged(before, new, told=told)
        if store.ledgers.commit(before, it, deliveries(it), NOON):
            return tries


def race(url: str, names: list[str]) -> None:
    with connect(url) as store:
        for name in names:
            commit_until_recorded(store, name)


def recorded(store: Store) -> Counter[str]:
    return Counter(it.article.id for it in store.ledgers.entries("troops"))


@pytest.fixture
def proxy(redis_server, store, tmp_path):
    proxy = LosingProxy(tmp_path / "p.sock", redis_server.url.removeprefix("unix://"))
    yield proxy
    proxy.close()


def test_four_processes_that_race_on_the_same_entries_record_each_once(store):
    names = [f"a{n}" for n in range(60)]
    spawn = multiprocessing.get_context("spawn")
    racers = [spawn.Process(target=race, args=(store.url, names)) for _ in range(4)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join(60)
    assert [racer.exitcode for racer in racers] == [0, 0, 0, 0]
    assert recorded(store) == Counter(names)
    assert store.ledgers.load("troops").version == len(names)
    assert store.outbox.counts() == (len(names), 0)
    assert len({unsent.alert.id for unsent in store.outbox.unsent()}) == len(names)


def test_a_step_whose_reply_is_lost_is_written_once_and_known_to_be(store, proxy):
    with connect(proxy.url) as behind:
        behind.ledgers.commit(behind.ledgers.load("other"), judged(behind.ledgers.load("other")), (), NOON)
        before = behind.ledgers.load("troops")
        it = judged(before, entry("a1"), told=True)
        proxy.lose = 2
        assert behind.ledgers.commit(before, it, deliveries(it), NOON)
    assert proxy.lost == 2
    assert recorded(store) == Counter(["a1"])
    assert store.ledgers.load("troops").version == 1
    assert store.outbox.counts() == (1, 0)
    assert len([event for event in store.events.tail(50) if event.watch == "troops"]) == 3


def test_a_step_overtaken_after_its_reply_was_lost_is_still_recorded_once(store):
    before = store.ledgers.load("troops")
    it = judged(before, entry("a1"), told=True)
    assert store.ledgers.commit(before, it, deliveries(it), NOON)
    commit_until_recorded(store, "a2")
    assert not store.ledgers.commit(before, it, deliveries(it), NOON)
    assert commit_until_recorded(store, "a1") == 0
    assert recorded(store) == Counter(["a1", "a2"])
    assert store.outbox.counts() == (2, 0)


def test_lost_replies_of_the_outbox_and_the_articles_change_nothing(store, proxy):
    commit_until_recorded(store, "a1")
    with connect(proxy.url) as behind:
        ((delivery, _),) = behind.outbox.due(NOON, lease=LEASE, limit=5)
        behind.outbox.retry(delivery, "warm", NOON, NOON)
        ((delivery, _),) = behind.outbox.due(NOON, lease=LEASE, limit=5)
        proxy.lose = 1
        behind.outbox.retry(delivery, "500", later(minutes=1), NOON)
        assert behind.outbox.unsent()[0].waiting.delivery.attempts == 2
        proxy.lose = 1
        behind.outbox.give_up(delivery, "500", NOON)
        proxy.lose = 1
        behind.outbox.delivered(delivery, NOON)
        kinds = [event.kind for event in store.events.tail(50) if event.receiver is not None]

        proxy.lose = 1
        article_id, new = behind.articles.identify(["https://example.org/a1"])
        assert new
        behind.articles.offer(article_id, found(), NOON)
        proxy.lose = 1
        behind.articles.failed(article_id, "503", later(minutes=1), NOON)
        assert store.articles.get(article_id).attempts == 1
    assert proxy.lost == 5
    assert kinds == [EventKind.GIVEN_UP, EventKind.DELIVERED]
    assert store.outbox.counts() == (0, 0)


def test_a_server_killed_in_mid_write_loses_nothing_that_it_acknowledged(tmp_path):
    acknowledged, stop = [], threading.Event()
    with embedded(tmp_path) as server, connect(server.url) as store:

        def write() -> None:
            n = 0
            while not stop.is_set():
                try:
                    commit_until_recorded(store, f"a{n}")
                except UNREACHABLE:
                    time.sleep(0.02)
                    continue
                acknowledged.append(f"a{n}")
                n += 1

        writers = threading.Thread(target=write)
        writers.start()
        for goal in (50, 100, 150):
            while len(acknowledged) < goal:
                time.sleep(0.005)
            os.kill(server.pid, signal.SIGKILL)
            while server.running:
                time.sleep(0.005)
            assert server.revive()
        stop.set()
        writers.join(30)
        assert not writers.is_alive()
        assert len(acknowledged) >= 150
        assert recorded(store) == Counter(acknowledged)
        assert store.ledgers.load("troops").version == len(acknowledged)
        assert store.outbox.counts() == (len(acknowledged), 0)


def test_a_server_that_is_not_there_is_one_clear_error_soon(tmp_path):
    with connect(f"unix://{tmp_path}/nothing.sock") as store:
        started = time.monotonic()
        with pytest.raises(UNREACHABLE) as error:
            store.ledgers.load("troops")
        assert time.monotonic() - started < 10
        assert f"{tmp_path}/nothing.sock does not answer" in unreachable(store.url, error.value)


def test_a_refused_port_is_the_same_error():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with connect(f"redis://:secret@127.0.0.1:{port}/0") as store:
        with pytest.raises(UNREACHABLE) as error:
            store.sources.state("feed")
        said = unreachable(store.url, error.value)
        assert f"127.0.0.1:{port}" in said
        assert "secret" not in said


def test_the_password_is_in_no_representation_of_the_store():
    with connect("rediss://user:secret@127.0.0.1/0") as store:
        assert "secret" not in repr(store)


def test_the_store_comes_back_when_the_server_does(tmp_path):
    with embedded(tmp_path) as server, connect(server.url) as store:
        commit_until_recorded(store, "a1")
        os.kill(server.pid, signal.SIGKILL)
        while server.running:
            time.sleep(0.005)
        with pytest.raises(UNREACHABLE):
            store.ledgers.load("troops")
        server.revive()
        assert commit_until_recorded(store, "a2") == 1


def test_a_server_without_an_append_only_file_is_found_wanting(store):
    said = durability(store.redis)
    assert len(said) == 1
    assert "appendonly yes" in said[0]


def test_a_server_that_evicts_or_never_syncs_is_found_wanting(tmp_path):
    with embedded(tmp_path) as server, connect(server.url) as store:
        store.redis.config_set("maxmemory-policy", "allkeys-lru")
        store.redis.config_set("appendfsync", "no")
        unsynced, evicts = durability(store.redis)
        assert "power cut" in unsynced
        assert "noeviction" in evicts


def test_leases_outlast_their_worker_only_for_their_time(store):
    article_id, _ = store.articles.identify(["https://example.org/a1"])
    store.articles.offer(article_id, found(), NOON)
    assert store.articles.unread_due(NOON, lease=timedelta(seconds=1), limit=1) == [article_id]
    assert store.articles.unread_due(later(seconds=1), lease=timedelta(seconds=1), limit=1) == [article_id]


def test_a_url_that_is_none_is_refused():
    with pytest.raises(ValueError, match="redis://"):
        connect("http://example.org")
