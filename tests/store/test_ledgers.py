"""The ledger: one step, once, whatever happens to the reply."""

from __future__ import annotations

from store_values import NOON, deliveries, entry, judged

from monitor.ledger import Record
from monitor.store import EventKind, Store


def record_one(store: Store, name: str = "a1", value: str = "11000", *, told: bool = True) -> None:
    before = store.ledgers.load("troops")
    it = judged(before, entry(name, value), told=told)
    assert store.ledgers.commit(before, it, deliveries(it), NOON)


def test_a_watch_without_a_record_is_at_version_0(store):
    assert store.ledgers.load("troops") == Record(watch="troops")
    assert store.ledgers.load("troops", history=True).history == ()


def test_what_was_committed_is_loaded_with_exact_figures(store):
    before = store.ledgers.load("troops")
    it = judged(before, entry(value="10000.50"), told=True)
    assert store.ledgers.commit(before, it, deliveries(it), NOON)
    assert store.ledgers.load("troops") == it.record
    assert str(store.ledgers.load("troops").fold.standing.quantity.nominal) == "10000.50"


def test_change_alert_delivery_and_events_are_written_together(store):
    record_one(store)
    assert [event.kind for event in store.events.tail(10)] == [EventKind.JUDGEMENT, EventKind.CHANGE, EventKind.ALERT]
    (unsent,) = store.outbox.unsent()
    assert unsent.alert.changes == (store.events.tail(10)[1].change,)
    assert store.ledgers.watches() == ["troops"]
    assert store.ledgers.watches_of("a1") == {"troops"}
