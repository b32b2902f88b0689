"""The ledger: one step, once, whatever happens to the reply."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_values import NOON, article, claim, deliveries, entry, judged, later

from monitor.judge import Judged
from monitor.ledger import Fold, Record, Told
from monitor.store import EventKind, Retention, Store, connect


def record_one(store: Store, name: str = "a1", value: str = "11000", *, told: bool = True) -> Record:
    before = store.ledgers.load("troops")
    it = judged(before, entry(name, value), told=told)
    assert store.ledgers.commit(before, it, deliveries(it), NOON)
    return it.record


def test_a_watch_without_a_record_is_at_version_0(store):
    assert store.ledgers.load("troops") == Record(watch="troops")
    assert store.ledgers.load("troops", history=True).history == ()


def test_what_was_committed_is_loaded(store):
    assert record_one(store) == store.ledgers.load("troops")


@given(value=st.decimals(min_value=0, allow_nan=False, allow_infinity=False))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_figures_come_back_digit_for_digit(store, value):
    store.redis.flushall()
    record_one(store, value=str(value))
    assert str(store.ledgers.load("troops").fold.standing.quantity.nominal) == str(value)


def test_times_come_back_with_their_zone_and_position_as_it_was(store):
    state = record_one(store)
    assert store.ledgers.load("troops").fold.position == state.fold.position == (NOON, "a1")


def test_change_alert_delivery_and_events_are_written_together(store):
    record_one(store)
    assert [event.kind for event in store.events.tail(10)] == [EventKind.JUDGEMENT, EventKind.CHANGE, EventKind.ALERT]
    (unsent,) = store.outbox.unsent()
    assert unsent.alert.changes == (store.events.tail(10)[1].change,)
    assert store.ledgers.watches() == ["troops"]
    assert store.ledgers.watches_of("a1") == {"troops"}


def test_an_alert_that_is_not_delivered_yet_never_expires(store):
    record_one(store)
    (unsent,) = store.outbox.unsent()
    assert store.redis.ttl(f"monitor:alert:{unsent.alert.id}") == -1


def test_a_judgement_on_an_older_version_is_refused_and_writes_nothing(store):
    before = store.ledgers.load("troops")
    record_one(store, "a1")
    late = judged(before, entry("a2", "12000"), told=True)
    assert not store.ledgers.commit(before, late, deliveries(late), NOON)
    assert store.ledgers.seen("troops", ["a2"]) == set()
    assert len(store.outbox.unsent()) == 1
    assert len(store.events.tail(10)) == 3


def test_an_entry_that_is_there_already_is_refused(store):
    record_one(store, "a1")
    before = store.ledgers.load("troops")
    again = judged(before, entry("a1"), entry("a2"), told=True)
    assert not store.ledgers.commit(before, again, deliveries(again), NOON)
    assert store.ledgers.load("troops").version == 1


def test_seen_says_which_entries_the_ledger_has(store):
    record_one(store, "a1")
    known, new = entry("a1").id, entry("a2").id
    assert store.ledgers.seen("troops", [known, new]) == {known}
    assert store.ledgers.seen("other", [known]) == set()
    assert store.ledgers.seen("troops", []) == set()


def test_history_is_in_the_order_of_recording(store):
    for name in ("b", "c", "a"):
        record_one(store, name, told=False)
    names = [it.article.id for it in store.ledgers.load("troops", history=True).history]
    assert names == ["b", "c", "a"]
    assert [it.article.id for it in store.ledgers.entries("troops")] == names


def test_several_entries_of_one_step_keep_their_order(store):
    before = store.ledgers.load("troops")
    assert store.ledgers.commit(before, judged(before, *(entry(f"a{n}") for n in range(12))), (), NOON)
    assert [it.article.id for it in store.ledgers.entries("troops")] == [f"a{n}" for n in range(12)]


def test_a_ledger_longer_than_a_chunk_is_read_whole(store, monkeypatch):
    monkeypatch.setattr("monitor.store.ledgers.CHUNK", 3)
    for n in range(10):
        record_one(store, f"a{n}", told=False)
    assert len(store.ledgers.load("troops", history=True).history) == 10


def test_history_is_as_of_the_version_that_was_loaded(store):
    record_one(store, "a1", told=False)
    old = store.ledgers.load("troops")
    record_one(store, "a2", told=False)
    assert [it.article.id for it in store.ledgers._entries("troops", str(old.version))] == ["a1"]


def test_watches_do_not_see_each_other(store):
    record_one(store)
    other = store.ledgers.load("killed")
    assert other.version == 0
    assert store.ledgers.commit(other, judged(other, entry(watch="killed")), (), NOON)
    assert store.ledgers.watches_of("a1") == {"troops", "killed"}


def test_a_step_without_entries_is_recorded_too(store):
    before = store.ledgers.load("troops")
    muted = replace(judged(before), record=Record(watch="troops", version=1, told=Told(muted_until=later(hours=2))))
    assert store.ledgers.commit(before, muted, (), NOON)
    assert store.ledgers.load("troops").told.muted_until == later(hours=2)


def test_the_event_log_is_bounded(redis_url, store):
    small = connect(redis_url, retention=Retention(events=50))
    for n in range(200):
        record_one(small, f"a{n}")
    assert small.redis.xlen("monitor:events") < 300
    assert small.events.tail(1)[0].kind is EventKind.ALERT
    small.close()


def test_an_alert_without_receivers_is_kept_for_its_time_only(store):
    before = store.ledgers.load("troops")
    it = judged(before, entry(), told=True)
    assert store.ledgers.commit(before, it, (), NOON)
    assert store.outbox.unsent() == []
    assert 0 < store.redis.ttl(f"monitor:alert:{it.alerts[0].id}") <= 30 * 24 * 3600


def test_the_text_behind_a_quote_is_kept_word_for_word(store):
    it = article(text="Naïve “quotes” 11.000\n\ud800 tentara")
    store.texts.keep(it)
    assert store.texts.text(it.id, it.revision) == it.text
    assert store.texts.text(it.id, "0" * 16) is None


def test_kept_texts_are_compressed_and_expire(redis_url, store):
    it = article(text="tentara " * 10_000)
    store.texts.keep(it)
    (key,) = store.redis.keys("monitor:text:*")
    assert store.redis.strlen(key) < 1000
    assert 0 < store.redis.ttl(key) <= 365 * 24 * 3600


@pytest.mark.parametrize("forged", [b"no zlib", None])
def test_a_text_that_is_not_that_revisions_is_set_aside(store, forged):
    it, other = article(), article(text="forged")
    store.texts.keep(it)
    store.texts.keep(other)
    key = f"monitor:text:{it.id}:{it.revision}"
    store.redis.set(key, forged or store.redis.get(f"monitor:text:{it.id}:{other.revision}"))
    assert store.texts.text(it.id, it.revision) is None
    (aside,) = store.aside.all()
    assert aside.where == f"text:{it.id}:{it.revision}"


def test_an_empty_fold_and_a_standing_claim_are_told_apart(store):
    before = store.ledgers.load("troops")
    assert before.fold == Fold()
    record_one(store, told=False)
    assert store.ledgers.load("troops").fold.standing == claim()


def test_what_is_held_is_found_when_it_is_due_and_no_longer_when_it_is_told(store):
    record = record_one(store)
    held = replace(record, told=replace(record.told, held=(), due=later(minutes=30)))
    assert store.ledgers.commit(record, Judged(record=held), (), NOON)
    asked = ["troops", "never-recorded"]
    assert store.ledgers.holding(asked, later(minutes=29)) == []
    assert store.ledgers.holding(asked, later(minutes=30)) == ["troops"]
    before = store.ledgers.load("troops")
    assert store.ledgers.commit(before, Judged(record=replace(before, told=record.told)), (), NOON)
    assert store.ledgers.holding(asked, later(minutes=31)) == []
