"""`monitor replay` as a user runs it."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workers.commands.record import show
from workers.commands.replay import replay

RULES = Path(__file__).parents[2] / "rules"
KYIV = "About {} North Korean soldiers are deployed in Kursk, Zelensky said."


@pytest.fixture
def run(monkeypatch, tmp_path):
    for name in ("REDIS_URL", "SLACK_WEBHOOK_URL", "SMTP_HOST"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*paths, **options):
        given = {"rules": RULES, "published": None, "language": None, "state": None, "send": False, "json": True}
        return replay([str(path) for path in paths], **{**given, **options})

    return run


@pytest.fixture
def archive(tmp_path):
    file = tmp_path / "wire.jsonl"
    lines = [("2026-11-01T09:00Z", "9,000"), ("2026-11-02T09:00Z", "11,000")]
    file.write_text("".join(json.dumps({"published": at, "text": KYIV.format(n)}) + "\n" for at, n in lines))
    return file


def events(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_events_are_json_lines(run, archive, capsys):
    assert run(archive) == 0
    assert [(each["event"], each["to"]["nominal"]) for each in events(capsys)] == [
        ("change", 9000),
        ("change", 11000),
        ("alert", 11000),
    ]


def test_people_get_a_table_of_what_is_told_and_what_is_recorded(run, archive, capsys):
    assert run(archive, json=False) == 0
    out, err = capsys.readouterr()
    assert "recorded  dprk-troops-in-russia: about 9,000 (first on record)" in out
    assert "ALERT     North Korean troops in Russia: rose to about 11,000 (was about 9,000)" in out
    assert "2 articles, 2 changes, 1 alert; nothing was sent" in err


def test_an_article_without_a_date_is_placed_and_named(run, tmp_path, capsys):
    file = tmp_path / "story.txt"
    file.write_text(KYIV.format("9,000"))
    written = datetime(2026, 11, 1, 9, tzinfo=UTC)
    os.utime(file, (written.timestamp(), written.timestamp()))
    assert run(file) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["at"] == "2026-11-01T09:00:00+00:00"
    assert "story.txt: no date of its own; placed at 2026-11-01 09:00 UTC (when its file was written)" in err


def test_published_places_articles_without_a_date(run, tmp_path, capsys):
    file = tmp_path / "story.txt"
    file.write_text(KYIV.format("9,000"))
    assert run(file, published="2026-10-05T10:00+07:00") == 0
    assert events(capsys)[0]["at"] == "2026-10-05T10:00:00+07:00"


def test_a_date_ahead_is_named_and_does_not_hide_the_next_article(run, tmp_path, capsys):
    file = tmp_path / "wire.jsonl"
    lines = [("2026-11-01T09:00Z", "9,000"), ("2099-01-01T09:00Z", "10,000"), ("2026-11-03T09:00Z", "11,000")]
    file.write_text("".join(json.dumps({"published": at, "text": KYIV.format(n)}) + "\n" for at, n in lines))
    assert run(file) == 0
    out, err = capsys.readouterr()
    told = [json.loads(line)["to"]["nominal"] for line in out.splitlines() if '"alert"' in line]
    assert told == [10000, 11000]
    assert "wire.jsonl:2: its date lies ahead" in err


def test_ctrl_c_ends_a_replay_with_how_far_it_came(run, archive, monkeypatch, capsys):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("workers.commands.replay.show", interrupted)
    assert run(archive) == 130
    assert "stopped after 0 of 2 articles" in capsys.readouterr().err


def test_a_paper_that_speaks_for_itself_is_named_once(run, tmp_path, capsys):
    file = tmp_path / "wire.jsonl"
    lines = [("2026-11-01T09:00Z", "9,000"), ("2026-11-02T09:00Z", "11,000")]
    told = "About {} North Korean soldiers are deployed in Kursk."
    file.write_text(
        "".join(
            json.dumps({"published": at, "url": f"https://paper.example/{n}", "text": told.format(n)}) + "\n"
            for at, n in lines
        )
    )
    assert run(file, json=False) == 0
    assert capsys.readouterr().out.count("paper.example") == 1


def test_an_unreadable_file_is_named_and_the_rest_is_done(run, archive, tmp_path, capsys):
    (tmp_path / "empty.txt").touch()
    assert run(tmp_path) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 3
    assert "empty.txt" in err


def test_a_file_that_is_not_there_is_named(run, capsys):
    assert run("nowhere.txt") == 1
    assert "nowhere.txt" in capsys.readouterr().err


def test_a_time_that_is_none_is_a_usage_error(run, archive, capsys):
    assert run(archive, published="yesterday") == 2
    assert "2024-11-08" in capsys.readouterr().err


def test_bad_rules_are_named_and_the_good_watches_still_run(run, archive, tmp_path, capsys):
    folder = tmp_path / "rules"
    folder.mkdir()
    good = "good: {title: Troops, figure: {count: soldiers, of: North Korea, action: deployed}, send: [desk]}"
    bad = "bad: {title: Troops, figure: {count: soldiers, of: Nowhere Land}, send: [desk]}"
    text = f"receivers:\n  desk: [{{channel: log}}]\nwatches:\n  {good}\n  {bad}\n"
    (folder / "rules.yaml").write_text(text)
    assert run(archive, rules=folder) == 1
    out, err = capsys.readouterr()
    assert {json.loads(line)["watch"] for line in out.splitlines()} == {"good"}
    assert "Nowhere Land" in err


def test_a_state_folder_keeps_the_record_and_the_next_replay_goes_on_from_it(run, archive, tmp_path, capsys):
    state = tmp_path / "state"
    state.mkdir()
    assert run(archive, state=state) == 0
    assert len(events(capsys)) == 3
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps({"published": "2026-11-03T09:00Z", "text": KYIV.format("12,000")}) + "\n")
    assert run(archive, more, state=state) == 0
    assert [each["from"]["nominal"] for each in events(capsys)] == [11000, 11000]
    assert show("dprk-troops-in-russia", json=True, state=state) == 0
    assert json.loads(capsys.readouterr().out)["standing"]["nominal"] == 12000


def test_the_live_record_is_refused_as_a_scratch_record(run, archive, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MONITOR_DATA", str(tmp_path / "data"))
    assert run(archive, state=tmp_path / "data") == 2
    assert "live record" in capsys.readouterr().err


def test_an_article_in_a_language_that_is_not_read_is_named(run, archive, tmp_path, capsys):
    swedish = tmp_path / "kursk.txt"
    swedish.write_text("Omkring 11 000 nordkoreanska soldater har skickats till Kursk, sade ministeriet i måndags.")
    assert run(archive, swedish) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 3
    assert "kursk.txt: not read: there is no file for its language, 'sv'" in err


def test_sent_alerts_go_through_their_channels_and_what_fails_is_named(run, archive, monkeypatch, capsys):
    monkeypatch.setenv("SLACK_WEBHOOK_URL", "http://127.0.0.1:9/nobody-listens")
    assert run(archive, send=True) == 1
    err = capsys.readouterr().err
    assert "not delivered through desk's slack: North Korean troops in Russia" in err
    assert "nobody-listens" not in err
