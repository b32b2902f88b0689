"""Articles: one identity, read once, put back when reading did not come to its end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from store_values import LEASE, NOON, found, later

from monitor.store import Offer, Retention, State, Store, connect

URL, GUID = "https://example.org/a1", "guid:feed:17"


def offer(store: Store, name: str = "a1", **changes: str) -> str:
    article_id, _ = store.articles.identify([f"https://example.org/{name}"])
    store.articles.offer(article_id, found(name, **changes), NOON)
    return article_id


def test_any_of_its_keys_leads_to_the_article(store):
    article_id, new = store.articles.identify([URL, GUID])
    assert new
    assert store.articles.identify([GUID])[0] == article_id
    assert store.articles.identify(["https://example.org/moved", GUID])[0] == article_id
    assert store.articles.identify(["https://example.org/moved"])[0] == article_id


def test_other_keys_are_another_article(store):
    assert store.articles.identify([URL])[0] != store.articles.identify(["https://example.org/a2"])[0]


def test_a_key_that_leads_elsewhere_already_stays_there(store):
    first, _ = store.articles.identify([URL])
    second, _ = store.articles.identify([GUID])
    assert store.articles.identify([URL, GUID])[0] == first
    assert store.articles.identify([GUID])[0] == second


def test_an_article_is_new_until_it_is_offered(store):
    article_id, _ = store.articles.identify([URL])
    assert store.articles.identify([URL]) == (article_id, True)
    store.articles.offer(article_id, found(), NOON)
    assert store.articles.identify([URL]) == (article_id, False)


def test_an_article_without_a_key_is_refused(store):
    with pytest.raises(ValueError, match="key"):
        store.articles.identify([])


def test_an_offered_article_is_read_under_a_lease(store):
    article_id = offer(store)
    assert store.articles.unread_due(NOON, lease=LEASE, limit=10) == [article_id]
    assert store.articles.unread_due(later(seconds=119), lease=LEASE, limit=10) == []
    assert store.articles.unread_due(later(seconds=120), lease=LEASE, limit=10) == [article_id]


def test_a_lease_alone_is_no_beginning(store):
    article_id = offer(store)
    store.articles.unread_due(NOON, lease=LEASE, limit=10)
    assert store.articles.get(article_id).begun == 0
    store.articles.begin(article_id)
    assert store.articles.get(article_id).begun == 1
    offer(store, html="<p>12.000</p>")
    assert store.articles.get(article_id).begun == 0


def test_an_article_that_is_forgotten_does_not_begin(store):
    store.articles.begin("0" * 16)
    assert store.articles.get("0" * 16) is None
    assert store.redis.keys("monitor:article:*") == []


def test_what_was_read_is_read_no_more_and_its_body_is_dropped(store):
    article_id = offer(store)
    store.articles.unread_due(NOON, lease=LEASE, limit=10)
    store.articles.read(article_id, "r1", NOON)
    known = store.articles.get(article_id)
    assert (known.state, known.revision, known.found.html, known.found.title) == (State.READ, "r1", None, "Troops")
    assert store.articles.unread() == 0
    assert store.articles.offer(article_id, found(), later(hours=1)) is Offer.KNOWN
    assert store.articles.unread() == 0


def test_a_text_that_changed_in_the_feed_is_read_again(store):
    article_id = offer(store)
    store.articles.read(article_id, "r1", NOON)
    assert store.articles.offer(article_id, found(html="<p>12.000</p>"), later(hours=1)) is Offer.CHANGED
    assert store.articles.unread_due(later(hours=1), lease=LEASE, limit=10) == [article_id]
    known = store.articles.get(article_id)
    assert (known.state, known.revision, known.first_seen) == (State.UNREAD, "r1", NOON)
    assert store.redis.ttl(f"monitor:article:{article_id}") == -1


def test_an_article_that_the_feed_says_was_edited_is_read_again(store):
    article_id = offer(store)
    store.articles.read(article_id, "r1", NOON)
    edited = replace(found(), updated=later(minutes=30))
    assert store.articles.offer(article_id, edited, later(hours=1)) is Offer.CHANGED
    assert store.articles.offer(article_id, edited, later(hours=2)) is Offer.KNOWN


def test_a_text_that_changes_while_it_is_read_is_read_again(store):
    article_id = offer(store)
    store.articles.unread_due(NOON, lease=LEASE, limit=10)
    store.articles.offer(article_id, found(html="<p>12.000</p>"), NOON)
    store.articles.read(article_id, "r1", NOON)
    known = store.articles.get(article_id)
    assert (known.state, known.revision, known.found.html) == (State.UNREAD, "r1", "<p>12.000</p>")
    assert store.articles.unread_due(later(minutes=3), lease=LEASE, limit=10) == [article_id]
    store.articles.read(article_id, "r2", later(minutes=3))
    assert store.articles.get(article_id).state is State.READ


def test_first_seen_stays_what_it_was(store):
    article_id = offer(store)
    store.articles.offer(article_id, found(title="Other"), later(days=2))
    assert store.articles.get(article_id).first_seen == NOON


def test_a_failed_article_is_due_again_when_it_is_said(store):
    article_id = offer(store)
    store.articles.unread_due(NOON, lease=LEASE, limit=10)
    store.articles.failed(article_id, "503", later(minutes=10), NOON)
    known = store.articles.get(article_id)
    assert (known.state, known.attempts, known.error) == (State.UNREAD, 1, "503")
    assert store.articles.unread_due(later(minutes=9), lease=LEASE, limit=10) == []
    assert store.articles.unread_due(later(minutes=10), lease=LEASE, limit=10) == [article_id]


def test_an_article_that_is_given_up_is_not_taken_again(store):
    article_id = offer(store)
    store.articles.failed(article_id, "404", None, NOON)
    known = store.articles.get(article_id)
    assert (known.state, known.error) == (State.FAILED, "404")
    assert store.articles.unread() == 0


def test_a_failure_after_it_was_read_changes_nothing(store):
    article_id = offer(store)
    store.articles.read(article_id, "r1", NOON)
    store.articles.failed(article_id, "time-out", later(minutes=1), NOON)
    assert store.articles.get(article_id).state is State.READ
    assert store.articles.unread() == 0


def test_an_article_nobody_knows_any_more_does_not_wait_for_ever(store):
    article_id = offer(store)
    store.redis.delete(f"monitor:article:{article_id}")
    assert store.articles.unread_due(NOON, lease=LEASE, limit=10) == []
    assert store.articles.unread() == 0


def test_what_was_read_is_forgotten_in_time_and_what_is_unread_is_not(redis_url, store):
    article_id = offer(store)
    key = f"monitor:article:{article_id}"
    assert store.redis.ttl(key) == -1
    store.articles.read(article_id, "r1", NOON)
    assert 0 < store.redis.ttl(key) <= 90 * 24 * 3600


def test_an_article_that_a_feed_still_shows_is_not_forgotten(redis_url, store):
    article_id = offer(store)
    store.articles.read(article_id, "r1", NOON)
    keys = [f"monitor:article:{article_id}", *store.redis.keys("monitor:identity:*")]
    for key in keys:
        store.redis.expire(key, 60)
    store.articles.identify([URL])
    assert all(store.redis.ttl(key) > 60 for key in keys)


def test_identity_survives_a_new_connection(redis_url, store):
    article_id = offer(store)
    with connect(redis_url, retention=Retention()) as other:
        assert other.articles.identify([URL]) == (article_id, False)
