"""One tick of the scheduler, on a real server: what is due is asked for, once, and again when it was left lying."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain

import pytest
import structlog

from monitor.article import Article
from monitor.judge import Judged
from monitor.source import FoundArticle, SourceState
from monitor.store import State
from workers.assess import assess
from workers.queue import jobs_of
from workers.rules import LiveRules
from workers.schedule import LEADER, SETTLE, WAITING_JOBS, Schedule, batches, run_schedule
from workers.settings import Settings

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
RULES = """\
watches:
  quake-dead:
    title: Dead in the quake
    figure: {count: people, action: killed}
    send: [desk]
receivers:
  desk: [{channel: log}]
sources:
  antara: {url: "https://antara.example/rss"}
  tempo: {url: "https://tempo.example/rss"}
"""


@pytest.fixture
def schedule(store, tmp_path):
    rules = tmp_path / "rules.yaml"
    rules.write_text(RULES)
    settings = Settings(_env_file=None, lease_seconds=300, leader_seconds=20, batch=2)
    return Schedule(settings, store, jobs_of(store.redis), LiveRules(rules), holder="first")


def asked(schedule) -> list[tuple[str, list[str]]]:
    return [(job.func_name.rsplit(".", 1)[1], job.args[0]) for job in schedule.queue.jobs]


def offer(store, *names: str, now: datetime = NOON - SETTLE) -> list[str]:
    ids = []
    for name in names:
        article_id, _ = store.articles.identify([f"https://antara.example/{name}"])
        store.articles.offer(article_id, FoundArticle(keys=(name,), source="antara", title=name), now)
        ids.append(article_id)
    return ids


def test_due_sources_are_asked_for_in_batches(schedule):
    schedule.tick(NOON)
    assert asked(schedule) == [("poll_sources", ["antara", "tempo"])]


def test_what_is_asked_for_is_not_asked_for_again(schedule):
    schedule.tick(NOON)
    schedule.tick(NOON + timedelta(seconds=2))
    assert len(asked(schedule)) == 1


def test_a_source_whose_job_was_lost_is_asked_for_again_when_its_lease_runs_out(schedule):
    schedule.tick(NOON)
    schedule.queue.empty()
    schedule.tick(NOON + timedelta(seconds=301))
    assert asked(schedule) == [("poll_sources", ["antara", "tempo"])]


def test_the_stored_due_time_counts_after_a_restart(schedule, store):
    for name in ("antara", "tempo"):
        store.sources.save(SourceState(name=name, next_due=NOON + timedelta(minutes=10)))
    schedule.tick(NOON)
    assert asked(schedule) == []


def test_unread_articles_are_asked_for_in_batches_of_ids(schedule, store):
    ids = offer(store, "one", "two", "three")
    schedule.tick(NOON)
    batches_asked = [found for name, found in asked(schedule) if name == "read_articles"]
    assert [len(batch) for batch in batches_asked] == [2, 1]
    assert sorted(chain(*batches_asked)) == sorted(ids)


def test_what_was_found_just_now_waits_for_the_rest_of_its_poll(schedule, store):
    offer(store, "one", now=NOON)
    schedule.tick(NOON)
    assert [name for name, _ in asked(schedule)] == ["poll_sources"]
    schedule.tick(NOON + SETTLE)
    assert [name for name, _ in asked(schedule)] == ["poll_sources", "read_articles"]


def test_articles_of_a_worker_that_died_are_put_back(schedule, store):
    offer(store, "one")
    schedule.tick(NOON)
    schedule.queue.empty()
    schedule.tick(NOON + timedelta(seconds=301))
    assert [name for name, _ in asked(schedule)].count("read_articles") == 1


def test_a_backlog_waits_in_the_store_and_not_in_the_queue(schedule, store):
    offer(store, *(f"article-{number}" for number in range(2 * WAITING_JOBS + 10)))
    schedule.tick(NOON)
    assert len(schedule.queue) == WAITING_JOBS


def test_of_two_schedulers_one_leads_and_the_other_takes_over_when_it_is_silent(schedule, store):
    other = Schedule(schedule.settings, store, schedule.queue, schedule.rules, holder="second")
    schedule.tick(NOON)
    schedule.queue.empty()
    offer(store, "one")
    other.tick(NOON + timedelta(seconds=10))
    assert asked(schedule) == []
    other.tick(NOON + timedelta(seconds=31))
    assert [name for name, _ in asked(schedule)] == ["read_articles"]


def test_a_scheduler_that_stops_lets_the_next_one_lead_at_once(schedule, store):
    settings = schedule.settings.model_copy(update={"rules": schedule.rules.path, "leader_seconds": 3600})
    stop = threading.Event()
    running = threading.Thread(target=run_schedule, args=(settings, store.url), kwargs={"stop": stop})
    running.start()
    while not asked(schedule):
        time.sleep(0.02)
    assert not store.leader.lease(LEADER, "next", datetime.now(UTC), timedelta(seconds=20))
    stop.set()
    running.join()
    assert store.leader.lease(LEADER, "next", datetime.now(UTC), timedelta(seconds=20))


def test_the_first_polls_are_told_in_one_message_when_all_their_articles_are_read(schedule, store):
    (article_id,) = offer(store, "one")
    store.baselines.begin("antara", [article_id])
    store.baselines.begin("tempo", [])
    schedule.summarise(NOON)
    assert titles(store) == ["Now following tempo"]
    store.articles.read(article_id, "r1", NOON)
    store.baselines.done([article_id])
    schedule.summarise(NOON)
    schedule.summarise(NOON)
    assert titles(store) == ["Now following antara", "Now following tempo"]


def test_sources_that_are_ready_together_share_one_summary(schedule, store):
    store.baselines.begin("antara", [])
    store.baselines.begin("tempo", [])
    schedule.summarise(NOON)
    assert titles(store) == ["Now following antara, tempo"]


def test_in_shadow_no_summary_is_sent(schedule, store):
    schedule.settings = schedule.settings.model_copy(update={"shadow": True})
    store.baselines.begin("antara", [])
    schedule.summarise(NOON)
    assert titles(store) == []
    assert store.baselines.ready() == []


def recorded(schedule, figure: str, minute: int = 0) -> None:
    """An article that gives a figure was read with the rules as they are now."""
    now = NOON + timedelta(minutes=minute)
    text = f"The quake killed {figure} people, officials said."
    article = Article(id=f"a{minute}", text=text, first_seen=now, published=now, language="en")
    assess(schedule.store, schedule.rules.book, [article], now)


def edit(schedule, old: str, new: str) -> None:
    path = schedule.rules.path
    path.write_text(path.read_text().replace(old, new))
    os.utime(path, (2_000_000_000, 2_000_000_000))


def test_the_ledger_of_an_edited_watch_is_judged_again_and_nothing_told(schedule, store):
    recorded(schedule, "4,000")
    assert store.ledgers.load("quake-dead").fold.standing is not None
    edit(schedule, "action: killed}", "action: killed, plausible: [1, 1000]}")
    with structlog.testing.capture_logs() as lines:
        schedule.tick(NOON)
    assert store.ledgers.load("quake-dead").fold.standing is None
    assert titles(store) == []
    assert any("judged again" in line["event"] for line in lines)


def test_a_watch_that_was_edited_while_nothing_ran_is_judged_again_at_the_start(schedule, store):
    recorded(schedule, "4,000")
    edit(schedule, "action: killed}", "action: killed, plausible: [1, 1000]}")
    fresh = Schedule(schedule.settings, store, schedule.queue, LiveRules(schedule.rules.path), holder="first")
    fresh.tick(NOON)
    assert store.ledgers.load("quake-dead").fold.standing is None


def test_what_a_mute_held_back_is_told_when_it_ends(schedule, store):
    recorded(schedule, "4,000")
    record = store.ledgers.load("quake-dead")
    watch = schedule.rules.book.watches["quake-dead"]
    muted = replace(record, told=replace(record.told, muted_until=NOON + timedelta(hours=1)))
    assert store.ledgers.commit(record, Judged(record=muted), (), NOON)
    later = Article(
        id="b",
        text="The quake killed 5,000 people, officials said.",
        first_seen=NOON + timedelta(minutes=5),
        published=NOON + timedelta(minutes=5),
        language="en",
    )
    assess(store, schedule.rules.book, [later], NOON + timedelta(minutes=5))
    schedule.tick(NOON + timedelta(minutes=30))
    assert titles(store) == []
    schedule.tick(NOON + timedelta(minutes=61))
    assert titles(store) == [watch.title]


def test_what_is_held_waits_quietly_where_an_edit_makes_the_wait_longer(schedule, store):
    recorded(schedule, "4,000")
    for minute, figure in ((5, "5,000"), (10, "6,000")):
        recorded(schedule, figure, minute)
    edit(schedule, "    send: [desk]", "    alert: {at_most: 1 per 2 h}\n    send: [desk]")
    with structlog.testing.capture_logs() as lines:
        schedule.tick(NOON + timedelta(minutes=40))
        version = store.ledgers.load("quake-dead").version
        schedule.tick(NOON + timedelta(minutes=41))
    assert store.ledgers.load("quake-dead").version == version
    assert [line for line in lines if "held" in line["event"]] == []
    assert len(titles(store)) == 1
    schedule.tick(NOON + timedelta(minutes=126))
    assert len(titles(store)) == 2


def test_one_watch_that_cannot_be_told_holds_up_neither_the_others_nor_the_polls(schedule, store, monkeypatch):
    def broken(*_arguments):
        raise ZeroDivisionError

    monkeypatch.setattr("workers.schedule.outdated", broken)
    with structlog.testing.capture_logs() as lines:
        schedule.tick(NOON)
    assert asked(schedule) == [("poll_sources", ["antara", "tempo"])]
    assert any(line["event"] == "a mistake of ours" for line in lines)


def titles(store) -> list[str]:
    return sorted(item.alert.title for item in store.outbox.unsent())


def test_batches_keep_the_order():
    assert list(batches(["a", "b", "c"], 2)) == [["a", "b"], ["c"]]


def test_an_article_that_was_read_is_not_asked_for(schedule, store):
    (article_id,) = offer(store, "one")
    store.articles.read(article_id, "r1", NOON)
    schedule.tick(NOON)
    assert store.articles.get(article_id).state is State.READ
    assert [name for name, _ in asked(schedule)] == ["poll_sources"]
