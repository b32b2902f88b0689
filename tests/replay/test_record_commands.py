"""`monitor record`, `record set`, `record retract` and `monitor mute`, on a real server."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.article import Article
from monitor.ledger import EntryKind
from monitor.store.ledgers import Ledgers
from workers.assess import assess
from workers.commands.mute import mute
from workers.commands.record import retract, set_value, show

TROOPS, TREATY = "dprk-troops-in-russia", "dprk-russia-treaty"
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def live(store, redis_url, monkeypatch):
    monkeypatch.setenv("REDIS_URL", redis_url)
    monkeypatch.setenv("MONITOR_RULES", str(Path(__file__).parents[2] / "rules"))


@pytest.fixture
def read(store, book):
    """Read a sentence as an article of some hours ago."""

    def read(text: str, *, hours: int, name: str = "a"):
        now = datetime.now(UTC) - hours * HOUR
        given = Article(id=name, text=text, first_seen=now, url=f"https://{name}.example/1", language="en")
        return assess(store, book, [given], now)

    read("About 11,000 North Korean soldiers are deployed in Kursk, Zelensky said.", hours=5)
    return read


@pytest.fixture
def standing(store):
    return lambda watch=TROOPS: store.ledgers.load(watch).fold.standing


def test_record_shows_what_stands_and_who_says_so(read, capsys):
    assert show(None, json=False, state=None) == 0
    said = capsys.readouterr().out
    assert TROOPS in said
    assert "about 11,000" in said
    assert "Zelensky" in said


def test_the_record_of_one_watch_shows_the_ledger_with_the_ids_to_retract(read, standing, capsys):
    assert show(TROOPS, json=False, state=None) == 0
    assert standing().id in capsys.readouterr().out


def test_programs_get_the_standing_claim_and_all_claims_in_order(read, capsys):
    read("About 12,000 North Korean soldiers are deployed in Kursk, Zelensky said.", hours=3, name="b")
    assert show(TROOPS, json=True, state=None) == 0
    given = json.loads(capsys.readouterr().out)
    assert given["watch"] == TROOPS
    assert given["standing"]["nominal"] == 12000
    assert [claim["nominal"] for claim in given["ledger"]] == [11000, 12000]


def test_a_watch_without_a_record_is_named_with_those_that_have_one(read, capsys):
    assert show("nothing", json=False, state=None) == 1
    assert TROOPS in capsys.readouterr().err


def test_a_watch_of_the_rules_of_which_nothing_was_read_has_an_empty_record(read, capsys):
    assert show(TREATY, json=True, state=None) == 0
    given = json.loads(capsys.readouterr().out)
    assert (given["watch"], given["standing"], given["ledger"]) == (TREATY, None, [])


def test_a_server_that_cannot_be_reached_is_said_in_words(monkeypatch, capsys):
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:1/0")
    assert show(None, json=False, state=None) == 1
    assert "127.0.0.1:1 does not answer" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["absent", "."])
def test_a_folder_that_keeps_no_record_is_refused_and_left_as_it_is(tmp_path, name, capsys):
    assert show(None, json=False, state=tmp_path / name) == 1
    assert "no record is kept in" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_figure_put_on_record_stands_and_is_told(read, store, standing, capsys):
    assert set_value(TROOPS, "10500", reason="ministry's table", by="Ana") == 0
    assert standing().quantity.nominal == 10500
    assert "about 11,000 → 10,500" in capsys.readouterr().out
    assert {item.alert.changes[-1].to.speaker for item in store.outbox.unsent()} == {"Ana"}


def test_an_edit_is_kept_with_its_reason_and_its_author(read, store):
    set_value(TROOPS, "10500", reason="ministry's table", by="Ana")
    [edit] = [entry for entry in store.ledgers.entries(TROOPS) if entry.kind is EntryKind.SET]
    assert (edit.reason, edit.by) == ("ministry's table", "Ana")


def test_a_status_is_put_on_record_with_its_party(read, standing):
    assert set_value(TREATY, "ratified by Russia", reason="the Duma's site", by="Ana") == 0
    assert (standing(TREATY).status, standing(TREATY).by) == ("ratified", ("Russia",))


@pytest.mark.parametrize(
    ("watch", "value", "hint"),
    [
        (TROOPS, "11.000", "write 11000, or 11"),
        (TROOPS, "many", "write digits alone"),
        (TREATY, "agreed", "write one of"),
        (TREATY, "ratified by Peru", "North Korea"),
        ("nothing", "12", TROOPS),
    ],
)
def test_what_cannot_be_put_on_record_is_refused_with_what_to_write(read, watch, value, hint, capsys):
    assert set_value(watch, value, reason="r", by="Ana") == 1
    assert hint in capsys.readouterr().err


def test_a_claim_taken_back_gives_way_to_what_stood_before(read, standing, capsys):
    read("About 12,000 North Korean soldiers are deployed in Kursk, Zelensky said.", hours=3, name="b")
    assert retract(TROOPS, standing().id, reason="misread", by="Ana") == 0
    assert standing().quantity.nominal == 11000
    assert "taken back" in capsys.readouterr().out


def test_a_claim_that_is_not_in_the_ledger_cannot_be_taken_back(read, capsys):
    assert retract(TROOPS, "0" * 16, reason="misread", by="Ana") == 1
    assert f"monitor record {TROOPS}" in capsys.readouterr().err


def test_a_muted_watch_records_and_holds(read, store, standing, capsys):
    assert mute(TROOPS, "2h", off=False) == 0
    read("About 12,000 North Korean soldiers are deployed in Kursk, Zelensky said.", hours=0, name="b")
    assert standing().quantity.nominal == 12000
    assert list(store.outbox.unsent()) == []
    assert "muted until" in capsys.readouterr().out
    assert mute(TROOPS, None, off=True) == 0
    assert "1 held" in capsys.readouterr().out


def test_a_record_that_others_write_all_the_time_is_said_in_words(read, capsys, monkeypatch):
    monkeypatch.setattr(Ledgers, "commit", lambda *_: False)
    assert mute(TROOPS, "2h", off=False) == 1
    assert "changed 100 times" in capsys.readouterr().err


def test_a_length_of_time_that_is_none_is_a_usage_error(read, capsys):
    assert mute(TROOPS, "soon", off=False) == 2
    assert "30m" in capsys.readouterr().err
    assert mute(TROOPS, "0 min", off=False) == 2
    assert "'0 min' is no time at all" in capsys.readouterr().err
