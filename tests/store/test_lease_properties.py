"""Leases under any order of events: quick, on an imitated server; test_sources.py has the real one."""

from datetime import UTC, datetime, timedelta

import fakeredis
from hypothesis import given
from hypothesis import strategies as st

from monitor.store.leader import Leader

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
LEASE = timedelta(seconds=10)

asked = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 8), st.booleans()), max_size=30)


@given(asked)
def test_at_every_time_one_at_most_leads_and_tokens_grow_with_each_new_leader(steps):
    leader = Leader(fakeredis.FakeRedis())
    now, ends, holder, last = NOON, NOON, None, 0
    for name, seconds, steps_down in steps:
        now += timedelta(seconds=seconds)
        free = holder is None or holder == name or ends <= now
        token = leader.lease("scheduler", name, now, LEASE)
        assert bool(token) == free
        if token:
            assert token == last if holder == name else token > last
            holder, ends, last = name, now + LEASE, token
        if steps_down and holder == name:
            leader.release("scheduler", name)
            holder = None
