"""Sources, hosts and leaders: who is due, whose turn it is, who leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_values import LEASE, NOON, later

from monitor.source import SourceState

STATE = SourceState(name="feed", etag='W/"a\xff"', next_due=later(minutes=15), baseline_done=True, last_polled=NOON)
SECOND = timedelta(seconds=1)


def test_a_source_never_polled_is_due_at_once_and_then_leased(store):
    assert store.sources.due(["feed", "other"], NOON, lease=LEASE) == ["feed", "other"]
    assert store.sources.due(["feed", "other"], later(seconds=119), lease=LEASE) == []
    assert store.sources.due(["feed"], later(seconds=120), lease=LEASE) == ["feed"]


def test_only_sources_that_are_asked_about_are_due(store):
    assert store.sources.due([], NOON, lease=LEASE) == []


def test_a_source_is_due_again_when_its_state_says(store):
    store.sources.due(["feed"], NOON, lease=LEASE)
    store.sources.save(STATE)
    assert store.sources.due(["feed"], later(minutes=14), lease=LEASE) == []
    assert store.sources.due(["feed"], later(minutes=15), lease=LEASE) == ["feed"]


def test_what_is_remembered_of_a_source_comes_back_byte_for_byte(store):
    store.sources.save(STATE)
    assert store.sources.state("feed") == STATE
    store.sources.save(replace(STATE, failures=3, error="500"))
    assert store.sources.state("feed").failures == 3


def test_requests_to_one_host_take_turns(store):
    turns = [store.sources.turn("example.org", NOON, gap=SECOND) for _ in range(3)]
    assert turns == [NOON, later(seconds=1), later(seconds=2)]
    assert store.sources.turn("other.org", NOON, gap=SECOND) == NOON
    assert store.sources.turn("example.org", later(minutes=1), gap=SECOND) == later(minutes=1)


def test_a_host_that_asks_to_wait_is_left_alone_by_all(store):
    store.sources.hold("example.org", later(minutes=5), NOON)
    store.sources.hold("example.org", later(minutes=1), NOON)
    assert store.sources.turn("example.org", NOON, gap=SECOND) == later(minutes=5)


def test_a_host_is_not_believed_for_more_than_30_days(store):
    store.sources.hold("example.org", later(days=3650), NOON)
    assert store.sources.turn("example.org", NOON, gap=SECOND) == later(days=30)


def test_one_of_two_leads_until_its_lease_ends(store):
    first = store.leader.lease("scheduler", "a", NOON, LEASE)
    assert first
    assert not store.leader.lease("scheduler", "b", later(seconds=119), LEASE)
    assert store.leader.lease("scheduler", "a", later(seconds=60), LEASE) == first
    assert not store.leader.lease("scheduler", "b", later(seconds=120), LEASE)
    assert store.leader.lease("scheduler", "b", later(seconds=180), LEASE) > first


def test_a_leader_that_steps_down_is_followed_at_once(store):
    token = store.leader.lease("scheduler", "a", NOON, LEASE)
    store.leader.release("scheduler", "b")
    assert not store.leader.lease("scheduler", "b", NOON, LEASE)
    store.leader.release("scheduler", "a")
    assert store.leader.lease("scheduler", "b", NOON, LEASE) > token


@given(steps=st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 90)), max_size=30))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_there_is_never_more_than_one_leader(store, steps):
    store.redis.flushall()
    now, leader, until, token = NOON, None, NOON, 0
    for holder, wait in steps:
        now += timedelta(seconds=wait)
        got = store.leader.lease("scheduler", holder, now, timedelta(seconds=60))
        assert bool(got) == (holder == leader or leader is None or until <= now)
        if got:
            assert got == (token if holder == leader else token + 1)
            leader, until, token = holder, now + timedelta(seconds=60), got
