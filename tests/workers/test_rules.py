"""Rules are taken over while everything runs; a bad edit changes nothing and is told once."""

from __future__ import annotations

import os
from itertools import count

import pytest
import structlog

from monitor.route import ChannelConfig
from workers.rules import LiveRules, RulesError

GOOD = """\
watches:
  quake-dead:
    title: Dead in the quake
    figure: {count: people, action: killed}
    send: [desk]
receivers:
  desk:
    - channel: log
    - {channel: slack, webhook: RULES_TEST_WEBHOOK}
    - {channel: slack, name: other, webhook: RULES_TEST_OTHER, optional: true}
"""
BETTER = GOOD.replace("Dead in the quake", "Killed by the quake")
BAD = GOOD.replace("send: [desk]", "send: [nobody]")
later = count(1_900_000_000)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "rules.yaml"
    path.write_text(GOOD)
    return path


def edit(file, text: str) -> None:
    """An edit that no clock is too coarse to notice."""
    file.write_text(text)
    time = next(later)
    os.utime(file, (time, time))


def test_an_edit_is_taken_over(file):
    rules = LiveRules(file)
    edit(file, BETTER)
    assert rules.refresh()
    assert rules.book.watches["quake-dead"].title == "Killed by the quake"


def test_without_an_edit_nothing_is_loaded(file):
    rules = LiveRules(file)
    before = rules.book
    assert not rules.refresh()
    assert rules.book is before


def test_a_bad_edit_leaves_the_last_good_version_in_force(file):
    rules = LiveRules(file)
    edit(file, BAD)
    assert not rules.refresh()
    assert rules.book.watches["quake-dead"].send == ("desk",)


def test_each_problem_is_told_once(file):
    rules = LiveRules(file)
    with structlog.testing.capture_logs() as lines:
        edit(file, BAD)
        rules.refresh()
        edit(file, BAD + "# still the same\n")
        rules.refresh()
    told = [line["problem"] for line in lines if line["event"] == "a problem in the rules"]
    assert len(told) == 1
    assert "nobody" in told[0]


def test_problems_are_told_in_the_order_of_their_lines(file):
    wrong = "\n".join(f"  w{n}: {{title: W, figure: {{count: people}}, send: [x{n}]}}" for n in range(1, 12))
    with structlog.testing.capture_logs() as told:
        edit(file, GOOD.replace("receivers:", f"{wrong}\nreceivers:"))
        LiveRules(file)
    lines = [int(entry["problem"].split(":")[1]) for entry in told if "problem" in entry]
    assert lines == sorted(lines)
    assert len(lines) == 11


def test_processes_under_one_supervisor_do_not_repeat_each_other(file):
    rules = LiveRules(file, tell=False)
    with structlog.testing.capture_logs() as lines:
        edit(file, BAD)
        rules.refresh()
    assert lines == []


def test_going_back_from_a_bad_edit_is_said(file):
    rules = LiveRules(file)
    with structlog.testing.capture_logs() as told:
        edit(file, BAD)
        rules.refresh()
        edit(file, GOOD)
        rules.refresh()
    assert told[-1]["event"] == "the rules are right again"


def test_mending_the_edit_is_taken_over(file):
    rules = LiveRules(file)
    edit(file, BAD)
    rules.refresh()
    edit(file, BETTER)
    assert rules.refresh()


def test_no_rules_at_all_is_an_error_in_words(tmp_path):
    with pytest.raises(RulesError, match="no such file"):
        LiveRules(tmp_path / "nowhere")


def test_an_optional_channel_is_left_out_without_its_secret_and_any_other_keeps_its_alerts(file, monkeypatch):
    monkeypatch.delenv("RULES_TEST_WEBHOOK", raising=False)
    monkeypatch.delenv("RULES_TEST_OTHER", raising=False)
    assert labels(LiveRules(file)) == ["log", "slack"]


def test_an_optional_channel_is_used_with_its_secret(file, monkeypatch):
    monkeypatch.setenv("RULES_TEST_OTHER", "https://hooks.example/T9")
    assert labels(LiveRules(file)) == ["log", "slack", "other"]


def labels(rules: LiveRules) -> list[str]:
    channels: tuple[ChannelConfig, ...] = rules.book.receivers["desk"].channels
    return [channel.label for channel in channels]
