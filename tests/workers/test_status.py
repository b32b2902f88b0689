"""`monitor status`: what counts as well, in words and as an exit code, on a real server."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from rich.console import Console

from monitor.change import Alert, AlertKind
from monitor.route import Delivery
from monitor.source import SourceState
from workers.commands.status import as_json, screen
from workers.health import examine
from workers.heartbeat import Role, alive, beat, leave
from workers.rules import LiveRules
from workers.settings import Settings

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
RULES = """\
watches:
  quake-dead:
    title: Dead in the quake
    figure: {count: people, action: killed}
    send: [desk]
receivers:
  desk:
    - channel: log
    - {channel: slack, optional: true, webhook: STATUS_TEST_OPTIONAL}
    - {channel: slack, name: wanted, webhook: STATUS_TEST_WANTED}
sources:
  antara: {url: "https://antara.example/rss"}
  tempo: {url: "https://tempo.example/rss"}
"""
SET = {"STATUS_TEST_WANTED": "https://hooks.example/T1"}


@pytest.fixture
def look(store, tmp_path, monkeypatch):
    monkeypatch.setattr("workers.health.durability", lambda redis: [])  # the tests' server keeps no file
    rules = tmp_path / "rules.yaml"
    rules.write_text(RULES)
    for role in Role:
        beat(store.redis, role, "one", now=NOW, alive_seconds=60)

    def look(variables=SET):
        return examine(Settings(_env_file=None), store, LiveRules(rules, tell=False), variables, NOW)

    return look


def shown(health) -> str:
    console = Console(width=120, highlight=False)
    with console.capture() as capture:
        console.print(*screen(health), sep="\n")
    return capture.get()


def alert() -> Alert:
    return Alert(watch="quake-dead", title="Dead in the quake", at=NOW, kind=AlertKind.BASELINE, receivers=("desk",))


def deliver(store, since: datetime = NOW) -> Delivery:
    delivery = Delivery(alert().id, "desk", "log")
    store.baselines.begin("antara", [])
    store.baselines.close(["antara"], alert(), [delivery], since)
    return delivery


def test_all_is_well_when_every_kind_of_process_lives_and_nothing_fails(look):
    assert look().well
    assert "All is well" in shown(look())


@pytest.mark.parametrize(
    ("role", "words"), [(Role.SCHEDULE, "no scheduler"), (Role.WORK, "no worker"), (Role.SEND, "no sender")]
)
def test_a_kind_of_process_that_is_missing_is_named(look, store, role, words):
    leave(store.redis, role, "one")
    assert any(words in trouble for trouble in look().troubles)


def test_where_nothing_runs_it_says_how_to_start(look, store):
    for role in Role:
        leave(store.redis, role, "one")
    assert any("monitor run" in trouble for trouble in look().troubles)


def test_a_sign_of_life_expires(store):
    beat(store.redis, Role.WORK, "one", now=NOW, alive_seconds=0.001)
    time.sleep(0.05)
    assert not [sign for sign in alive(store.redis) if sign.role is Role.WORK]


def test_one_failed_poll_is_shown_and_is_no_trouble(look, store):
    store.sources.save(SourceState(name="tempo", failures=1, error="answered 500", next_due=NOW))
    health = look()
    assert health.well
    assert "answered 500" in shown(health)


def test_a_source_that_keeps_failing_is_trouble(look, store):
    store.sources.save(SourceState(name="tempo", failures=3, error="answered 500", next_due=NOW))
    assert any("tempo failed 3 times in a row: answered 500" in trouble for trouble in look().troubles)


def test_what_a_server_answers_cannot_command_the_terminal(look, store):
    store.sources.save(SourceState(name="tempo", failures=3, error="answered 500 \x1b]0;pwned\x07", next_due=NOW))
    assert not {"\x1b", "\x07"} & set(shown(look()))


def test_when_no_source_can_be_read_that_is_trouble_at_once(look, store):
    for name in ("antara", "tempo"):
        store.sources.save(SourceState(name=name, failures=1, error="its name is not known", next_due=NOW))
    assert any("no source can be read" in trouble for trouble in look().troubles)


def test_a_source_that_nobody_polls_is_trouble(look, store):
    store.sources.save(SourceState(name="tempo", next_due=NOW - timedelta(hours=1)))
    assert any("tempo was due at 11:00 UTC" in trouble for trouble in look().troubles)


def test_an_alert_given_up_is_trouble_and_listed(look, store):
    store.outbox.give_up(deliver(store), "550 no such user", NOW)
    assert any(trouble.startswith("1 delivery given up") for trouble in look().troubles)
    assert "550 no such user" in shown(look())


def test_an_alert_that_waits_too_long_is_trouble(look, store):
    deliver(store, since=NOW - timedelta(minutes=11))
    assert any("longer than 10 minutes" in trouble for trouble in look().troubles)


def test_a_channel_without_its_secret_is_trouble_and_an_optional_one_is_only_said(look):
    health = look(variables={})
    (trouble,) = [line for line in health.troubles if "STATUS_TEST" in line]
    assert "STATUS_TEST_WANTED not set; its alerts are kept" in trouble
    assert "left out: receiver desk, channel slack: STATUS_TEST_OPTIONAL not set" in shown(health)


def test_mistakes_in_the_rules_are_trouble(look, tmp_path):
    (tmp_path / "rules.yaml").write_text(RULES.replace("count: people", "count: peple"))
    assert any("monitor check" in trouble for trouble in look().troubles)


def test_a_server_that_may_lose_what_is_recorded_is_trouble(look, monkeypatch):
    monkeypatch.setattr("workers.health.durability", lambda redis: ["the append-only file is off"])
    assert "the append-only file is off" in look().troubles


def test_the_json_says_the_same(look, store):
    deliver(store)
    told = as_json(look())
    assert told["well"] is True
    assert told["unsent"][0]["receiver"] == "desk"
    assert {process["role"] for process in told["processes"]} == {"schedule", "work", "send"}
    assert [source["name"] for source in told["sources"]] == ["antara", "tempo"]
