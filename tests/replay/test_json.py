"""The JSON that programs rely on."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from workers import json_out

LINES = (
    ("2026-11-01T09:00+07:00", "Sekitar 10.000 tentara Korea Utara telah dikerahkan di Kursk, kata Zelensky."),
    ("2026-11-02T09:00+07:00", "Sekitar 11.000 tentara Korea Utara telah dikerahkan di Kursk, kata Zelensky."),
)


@pytest.fixture
def events(replay_texts):
    happened = replay_texts(*LINES)
    kinds = {"Alert": json_out.alert, "Change": json_out.change}
    made = [kinds[type(each.event).__name__](each.event, each.article) for each in happened]
    return [json.loads(json_out.line(each)) for each in made]


def test_events_are_changes_and_the_alerts_right_after_them(events):
    assert [(each["event"], each["kind"]) for each in events] == [
        ("change", "first"),
        ("change", "rose"),
        ("alert", "rose"),
    ]


def test_an_event_has_the_fields_of_the_contract(events):
    fields = {"event", "watch", "kind", "relation", "from", "to", "speaker_last", "article", "at"}
    assert all(fields <= set(each) for each in events)
    assert set(events[0]["article"]) == {"id", "url", "title", "published", "file"}


def test_the_relation_of_a_first_sighting_is_null(events):
    assert (events[0]["relation"], events[0]["from"]) == (None, None)
    assert events[1]["relation"] == "same_speaker"


def test_a_claim_has_the_fields_of_the_contract(events):
    fields = "watch kind low high nominal qualifier unit counted of action speaker place modality quote start end"
    assert {*fields.split(), "disposition", "reason"} <= set(events[1]["to"])


def test_figures_are_numbers_and_times_have_a_zone(events):
    assert events[1]["to"]["nominal"] == 11000
    assert isinstance(events[1]["to"]["nominal"], int)
    assert events[1]["article"]["published"] == "2026-11-02T09:00:00+07:00"


def test_a_quote_is_the_articles_own_text_at_its_place(events):
    to = events[1]["to"]
    assert LINES[1][1][to["start"] : to["end"]] == to["quote"]
    assert LINES[1][1][to["mention_start"] : to["mention_end"]] == to["text"]


def test_letters_of_every_script_are_written_as_they_are():
    assert json_out.line({"speaker": "Зеленський"}) == '{"speaker": "Зеленський"}'


@pytest.mark.parametrize(
    ("value", "written"), [("11000", "11000"), ("1.1E+4", "11000"), ("2.50", "2.50"), ("0.1", "0.1"), ("1E+3", "1000")]
)
def test_a_figure_never_goes_through_float(value, written):
    assert json_out.line({"figure": json_out.figure(Decimal(value))}) == f'{{"figure": {written}}}'


def test_the_page_on_records_names_every_field_of_an_event(events):
    page = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")
    fields = {field for event in events for field in (*event, *event["to"])} - {
        "id",
        "start",
        "end",
        "disposition",
        "reason",
    }
    assert {field for field in fields if f"`{field}`" not in page} == set()
