"""The outbox: every delivery is sent until it is accepted or given up, by one sender at a time."""

from __future__ import annotations

import pytest
from outboxes import put_in
from store_values import LEASE, NOON, alert, later

from monitor.change import Alert
from monitor.route import ChannelConfig, Delivery, Receiver, UnknownReceiver, route
from monitor.store import EventKind, Store

DESK = Receiver("desk", (ChannelConfig(kind="slack"), ChannelConfig(kind="email")))
NIGHT = Receiver("night", (ChannelConfig(kind="slack", name="slack-night"),))
RECEIVERS = {"desk": DESK, "night": NIGHT}


def put(store: Store, *channels: str, at=NOON, watch: str = "troops") -> tuple[Alert, list[Delivery]]:
    it = alert(watch=watch)
    deliveries = [Delivery(it.id, "desk", channel) for channel in channels or ("slack",)]
    put_in(store, it, deliveries, at)
    return it, deliveries


def take(store: Store, at=NOON, limit: int = 10) -> list[Delivery]:
    return [delivery for delivery, _ in store.outbox.due(at, lease=LEASE, limit=limit)]


def test_an_alert_goes_to_every_channel_of_every_receiver_once():
    it = alert(receivers=("night", "desk", "desk"))
    assert [(d.receiver, d.channel) for d in route(it, RECEIVERS)] == [
        ("night", "slack-night"),
        ("desk", "slack"),
        ("desk", "email"),
    ]


def test_a_receiver_that_the_rules_do_not_have_is_named():
    with pytest.raises(UnknownReceiver, match="'nobody'"):
        route(alert(receivers=("nobody",)), RECEIVERS)


def test_deliveries_of_one_alert_have_ids_of_their_own():
    assert len({delivery.id for delivery in route(alert(receivers=("desk", "night")), RECEIVERS)}) == 3


def test_what_is_taken_is_hidden_until_the_lease_ends(store):
    it, (delivery,) = put(store)
    assert store.outbox.due(NOON, lease=LEASE, limit=10) == [(delivery, it)]
    assert take(store, later(seconds=119)) == []
    assert take(store, later(seconds=120)) == [delivery]


def test_a_sender_takes_no_more_than_it_asks_for(store):
    put(store, "slack", "email", "log")
    assert len(take(store, limit=2)) == 2
    assert len(take(store, limit=2)) == 1


def test_the_longest_due_comes_first(store):
    put(store, at=later(minutes=2), watch="second")
    put(store, at=later(minutes=1), watch="first")
    assert [it.watch for _, it in store.outbox.due(later(hours=1), lease=LEASE, limit=10)] == ["first", "second"]


def test_what_was_delivered_is_never_taken_again(store):
    _, (delivery,) = put(store)
    take(store)
    store.outbox.delivered(delivery, NOON)
    assert take(store, later(days=1)) == []
    assert store.outbox.unsent() == []
    assert store.outbox.counts() == (0, 0)


def test_delivering_twice_is_marked_once(store):
    _, (delivery,) = put(store)
    store.outbox.delivered(delivery, NOON)
    store.outbox.delivered(delivery, NOON)
    (event,) = store.events.tail(5)
    assert (event.kind, event.watch, event.channel) == (EventKind.DELIVERED, "troops", "slack")


def test_a_failed_delivery_is_due_again_later_with_its_error(store):
    it, (delivery,) = put(store)
    take(store)
    store.outbox.retry(delivery, "500 from hooks.example.org", later(minutes=5), NOON)
    (unsent,) = store.outbox.unsent()
    assert (unsent.due, unsent.alert, unsent.waiting.error) == (later(minutes=5), it, "500 from hooks.example.org")
    assert take(store, later(minutes=4)) == []
    (again,) = take(store, later(minutes=5))
    assert (again, again.attempts) == (delivery, 1)


def test_attempts_add_up_over_the_tries(store):
    put(store)
    for minute in range(0, 30, 10):
        (delivery,) = take(store, later(minutes=minute))
        store.outbox.retry(delivery, "500", later(minutes=minute + 5), later(minutes=minute))
    assert take(store, later(hours=1))[0].attempts == 3


def test_a_failure_told_twice_counts_once(store):
    _, (delivery,) = put(store)
    for _ in range(2):
        store.outbox.retry(delivery, "500", later(minutes=5), NOON)
    assert store.outbox.unsent()[0].waiting.delivery.attempts == 1


def test_a_failing_channel_does_not_hold_up_another(store):
    _, (slack, email) = put(store, "slack", "email")
    take(store)
    store.outbox.retry(slack, "500", later(hours=1), NOON)
    store.outbox.delivered(email, NOON)
    assert [unsent.waiting.delivery for unsent in store.outbox.unsent()] == [slack]


def test_a_late_failure_does_not_bring_back_what_another_sender_delivered(store):
    _, (delivery,) = put(store)
    store.outbox.delivered(delivery, NOON)
    store.outbox.retry(delivery, "time-out", later(minutes=1), NOON)
    store.outbox.give_up(delivery, "time-out", NOON)
    assert store.outbox.counts() == (0, 0)
    assert take(store, later(days=1)) == []


def test_what_was_given_up_is_kept_and_listed(store):
    it, (delivery,) = put(store)
    store.outbox.give_up(delivery, "550 no such user", NOON)
    assert take(store, later(days=1)) == []
    (given_up,) = store.outbox.given_up()
    assert (given_up.alert, given_up.waiting.error, given_up.due) == (it, "550 no such user", None)
    assert given_up.waiting.delivery.attempts == 1
    assert store.outbox.counts() == (0, 1)
    assert store.events.tail(1)[0].reason == "550 no such user"


def test_what_was_given_up_can_be_tried_again_from_the_start(store):
    _, (delivery,) = put(store)
    store.outbox.give_up(delivery, "550", NOON)
    assert store.outbox.again(delivery.id)
    assert take(store)[0].attempts == 0
    assert store.outbox.counts() == (1, 0)
    assert not store.outbox.again("nothing")


def test_an_alert_is_kept_while_a_delivery_is_open_and_for_a_while_after(store):
    it, (slack, email) = put(store, "slack", "email")
    store.outbox.delivered(slack, NOON)
    assert store.redis.ttl(f"monitor:alert:{it.id}") == -1
    store.outbox.delivered(email, NOON)
    assert 0 < store.redis.ttl(f"monitor:alert:{it.id}") <= 30 * 24 * 3600
    assert store.outbox.alert(it.id) == it
