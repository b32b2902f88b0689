"""What was forged, damaged or written by another version is set aside with the reason, and the rest goes on."""

from __future__ import annotations

import json

import pytest
from outboxes import put_in
from store_values import LEASE, NOON, alert, deliveries, entry, found, judged

from monitor.route import Delivery
from monitor.source import SourceState
from monitor.store.ledgers import ENTRY

LEDGER = "monitor:ledger:troops"


@pytest.fixture
def recorded(store):
    for name in ("a1", "a2"):
        before = store.ledgers.load("troops")
        it = judged(before, entry(name), told=True)
        assert store.ledgers.commit(before, it, deliveries(it), NOON)
    return store


def forged(change) -> bytes:
    stored = json.loads(ENTRY.dump(entry("forged")))
    change(stored)
    return json.dumps(stored).encode()


def no_zone(stored):
    stored["value"]["at"] = "2024-11-08T12:00:00"


def no_quantity(stored):
    stored["value"]["claims"][0]["quantity"] = None


def not_a_number(stored):
    stored["value"]["claims"][0]["quantity"]["nominal"] = "NaN"


def other_version(stored):
    stored["v"] = 2


def unknown_kind(stored):
    stored["value"]["kind"] = "exec"


@pytest.mark.parametrize("change", [no_zone, no_quantity, not_a_number, other_version, unknown_kind])
def test_a_forged_entry_is_set_aside_and_the_rest_of_the_ledger_is_read(recorded, change):
    raw = forged(change)
    recorded.redis.xadd(LEDGER, {"e": raw}, id="2-9")
    history = recorded.ledgers.load("troops", history=True).history
    assert [it.article.id for it in history] == ["a1", "a2"]
    (aside,) = recorded.aside.all()
    assert (aside.where, aside.raw) == ("ledger/troops/2-9", raw)
    assert aside.reason
    assert len(recorded.aside) == 1
    assert recorded.redis.xlen(LEDGER) == 2


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"cos\nsystem\n(S'true'\ntR.", b"[1,2]"])
def test_bytes_that_are_no_json_are_set_aside_as_they_were(recorded, raw):
    recorded.redis.xadd(LEDGER, {"e": raw}, id="2-9")
    assert len(list(recorded.ledgers.entries("troops"))) == 2
    assert [aside.raw for aside in recorded.aside.all()] == [raw]


def test_a_damaged_state_is_set_aside_and_comes_with_its_ledger_to_be_judged_again(recorded):
    recorded.redis.hset("monitor:record:troops", "state", b'{"v":1}')
    record = recorded.ledgers.load("troops")
    assert (record.version, record.watch_version, record.fold.standing) == (2, "", None)
    assert len(record.history) == 2
    assert [aside.where for aside in recorded.aside.all()] == ["record/troops"]


def test_a_record_judged_again_after_damage_is_whole(recorded):
    recorded.redis.hset("monitor:record:troops", "state", b"?")
    before = recorded.ledgers.load("troops")
    it = judged(before, entry("a3"))
    assert recorded.ledgers.commit(before, it, (), NOON)
    assert recorded.ledgers.load("troops") == it.record


def test_a_forged_alert_is_set_aside_and_the_others_are_sent(store):
    good, bad = alert(receivers=("desk",)), alert(receivers=("night",))
    for each in (good, bad):
        put_in(store, each, [Delivery(each.id, each.receivers[0], "slack")], NOON)
    store.redis.set(f"monitor:alert:{bad.id}", b'{"v":1,"value":{"watch":"<!channel>"}}')
    assert [it for _, it in store.outbox.due(NOON, lease=LEASE, limit=10)] == [good]
    assert sorted(aside.where.split("/")[0] for aside in store.aside.all()) == ["alert", "delivery"]
    assert store.outbox.counts() == (1, 0)


def test_a_forged_delivery_is_set_aside(store):
    store.redis.hset("monitor:outbox", "x", b"?")
    store.redis.zadd("monitor:outbox:due", {"x": 0})
    assert store.outbox.due(NOON, lease=LEASE, limit=10) == []
    assert [aside.where for aside in store.aside.all()] == ["delivery/x"]
    assert store.outbox.counts() == (0, 0)


def test_a_forged_article_is_set_aside_and_no_longer_waits(store):
    article_id, _ = store.articles.identify(["https://example.org/a1"])
    store.articles.offer(article_id, found(), NOON)
    store.redis.hset(f"monitor:article:{article_id}", "state", "exec")
    assert store.articles.get(article_id) is None
    assert store.articles.unread() == 0
    assert [aside.where for aside in store.aside.all()] == [f"article/{article_id}"]


def test_a_source_whose_state_is_damaged_starts_anew(store):
    store.redis.hset("monitor:sources", "feed", b"?")
    assert store.sources.state("feed") == SourceState(name="feed")
    assert [aside.where for aside in store.aside.all()] == ["source/feed"]


def test_a_forged_event_is_set_aside(store):
    store.redis.xadd("monitor:events", {"e": b"?"})
    assert store.events.tail(5) == []
    assert len(store.aside) == 1
