"""When a figure differs from the one on record."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from timeline import Timeline, clock, entry_of, figure, status

from monitor.candidates import candidates
from monitor.change import Relation
from monitor.claim import Modality, Prominence
from monitor.fold import MOST_VOICES, fold, start_of
from monitor.judge import Telling
from monitor.quantity import Quantity
from monitor.watch import First


def test_a_first_sighting_is_recorded_silently():
    Timeline(figure()).at("09:00", "12", by="agency").first("12")


def test_a_first_sighting_is_told_where_the_watch_asks_for_it():
    Timeline(figure(first=First.ALERT)).at("09:00", "12", by="agency").news("first", None, "12")


def test_a_starting_value_makes_the_first_claim_a_change():
    line = Timeline(figure(last=Quantity.of(10000)))
    change = line.at("09:00", "11000", by="agency").news("rose", "10000", "11000")
    assert change.before.article.id == "rule"
    assert change.relation is Relation.UNKNOWN


def test_a_claim_equal_to_the_starting_value_is_silent():
    Timeline(figure(last=Quantity.of(10000))).at("09:00", "about 10000").silent("restated")


def test_the_same_speaker_with_a_higher_figure_rose():
    line = Timeline(figure())
    line.at("09:00", "12", by="agency").first("12")
    change = line.at("09:10", "15", by="agency").news("rose", "12", "15")
    assert change.relation is Relation.SAME_SPEAKER
    assert change.speaker_last.quantity.nominal == 12


def test_another_speaker_with_a_lower_figure_differs_and_the_relation_says_so():
    line = Timeline(figure())
    line.at("09:00", "12000", by="Kyiv")
    change = line.at("09:10", "10000", by="Washington").news("fell", "12000", "10000")
    assert change.relation is Relation.OTHER_SPEAKER
    assert change.speaker_last is None


def test_a_paper_that_names_no_speaker_leaves_the_relation_unknown():
    line = Timeline(figure())
    line.at("09:00", "12", by="agency")
    assert line.at("09:10", "15").news("rose", "12", "15").relation is Relation.UNKNOWN


def test_an_alert_shows_the_speakers_own_last_figure():
    line = Timeline(figure())
    line.at("09:00", "10", by="A")
    line.at("09:10", "20", by="B")
    change = line.at("09:20", "30", by="A").news("rose", "20", "30")
    assert change.speaker_last.quantity.nominal == 10


@pytest.mark.parametrize("again", ["about 11000", ">=11000", "<=11000", ">11000", "?11000"])
def test_the_same_nominal_with_another_qualifier_is_restated(again):
    line = Timeline(figure())
    line.at("09:00", "11000", by="A")
    line.at("09:10", again, by="B").silent("restated")
    assert line.record.fold.standing.speaker == "B"


def test_a_range_is_compared_by_its_two_ends():
    line = Timeline(figure())
    line.at("09:00", "10-12", by="A").first("10-12")
    line.at("09:10", "10-12", by="B").silent("restated")
    line.at("09:20", "10-15", by="A").news("changed", "10-12", "10-15")
    line.at("09:30", "12-18", by="A").news("rose", "10-15", "12-18")
    line.at("09:40", "8-9", by="A").news("fell", "12-18", "8-9")


def test_a_range_around_the_figure_on_record_is_neither_up_nor_down():
    line = Timeline(figure())
    line.at("09:00", "11", by="A")
    line.at("09:10", "10-12", by="A").news("changed", "11", "10-12")


def test_a_vague_figure_stands_over_nothing_and_over_another_vague_one():
    line = Timeline(figure())
    line.at("09:00", "vague 100-999").first("100-999")
    line.at("09:10", "vague 1000-9999").news("changed", "100-999", "1000-9999")


def test_a_vague_figure_changes_nothing_beside_a_sharper_one_that_it_allows():
    line = Timeline(figure())
    line.at("09:00", "12000", by="A")
    line.at("09:10", "vague 10000-99999", by="B").silent("vague")
    assert line.standing == "12000"


def test_a_vague_figure_stands_over_a_sharper_one_that_it_excludes():
    line = Timeline(figure())
    line.at("09:00", "900", by="A")
    line.at("09:10", "vague 10000-99999", by="B").news("changed", "900", "10000-99999")


def test_a_sharp_figure_stands_over_a_vague_one():
    line = Timeline(figure())
    line.at("09:00", "vague 10000-99999")
    line.at("09:10", "11000", by="A").news("changed", "10000-99999", "11000")


def test_two_speakers_who_disagree_are_told_once_each_however_many_papers_repeat_them():
    line = Timeline(figure())
    line.at("08:00", "9000", by="Seoul").first("9000")
    for hour in range(10):
        line.at(f"{9 + hour}:00", "10000", by="Washington", paper=f"w{hour}.example")
        line.at(f"{9 + hour}:30", "11000", by="Kyiv", paper=f"k{hour}.example")
    assert [change.to.speaker for alert in line.alerts for change in alert.changes] == ["Washington", "Kyiv"]


def test_a_vague_remark_does_not_count_as_a_speakers_last_figure():
    line = Timeline(figure())
    line.at("09:00", "11000", by="A")
    line.at("09:10", "10000", by="B")
    line.at("09:20", "vague 10000-99999", by="A").silent("vague")
    line.at("09:30", "11000", by="A").silent("repeated")


@pytest.mark.parametrize("mark", ["~", "!"])
def test_planned_and_denied_figures_never_stand(mark):
    line = Timeline(figure())
    line.at("09:00", mark + "12", by="A").silent("uncertain")
    assert line.standing is None


def test_an_estimate_may_stand():
    Timeline(figure()).at("09:00", "?12", by="A").first("12")


def test_what_never_stands_is_told_once_where_the_watch_asks_for_it():
    line = Timeline(figure(also=frozenset({Modality.PLANNED})))
    line.at("09:00", "12", by="A").first("12")
    line.at("09:10", "~20", by="A").news("changed", "12", "20")
    line.at("09:20", "~20", by="B").silent("uncertain")
    assert line.standing == "12"


def test_a_figure_outside_the_plausible_bounds_never_stands():
    line = Timeline(figure(plausible=(Decimal(500), Decimal(50000))))
    line.at("09:00", "12000", by="A")
    line.at("09:10", "1200000", by="A").silent("implausible")
    line.at("09:20", "500", by="A").news("fell", "12000", "500")


def test_articles_before_since_are_background():
    line = Timeline(figure(since=clock("09:30")))
    line.at("09:00", "12", by="A").silent("background")
    line.at("09:30", "15", by="A").first("15")


def test_of_one_article_the_sharper_figure_is_compared():
    line = Timeline(figure())
    line.at("09:00", "vague 10000-99999", "12000", by="A").first("12000")


def test_of_one_article_the_asserted_figure_goes_before_the_estimated_one():
    Timeline(figure()).at("09:00", "?10", "12", by="A").first("12")


def test_a_headlines_rounding_yields_to_the_exact_figure_of_the_text():
    Timeline(figure()).at("09:00", ">100", "112", by="A").first("112")
    Timeline(figure()).at("09:00", ">100", "3", by="A").first("100")


def test_of_equal_figures_title_and_lead_go_before_the_rest():
    watch = figure()
    entry = entry_of(watch, clock("09:00"), "10", "12", article="a")
    lead = replace(entry.claims[1], prominence=Prominence.LEAD)
    Timeline(watch).judge([replace(entry, claims=(entry.claims[0], lead))], clock("09:00")).first("12")


def test_where_a_headline_repeats_the_figure_the_sentence_that_names_the_speaker_is_compared():
    watch = figure()
    entry = entry_of(watch, clock("09:00"), "12", "12", article="a", prominence=Prominence.TITLE)
    said = replace(entry.claims[1], prominence=Prominence.BODY, speaker="Kyiv", speaker_id="Kyiv")
    step = Timeline(watch).judge([replace(entry, claims=(entry.claims[0], said))], clock("09:00")).first("12")
    assert step.judged.record.fold.standing.speaker == "Kyiv"


def test_a_baseline_is_recorded_and_not_told():
    watch = figure()
    line = Timeline(watch)
    entries = [entry_of(watch, clock(f"09:0{n}"), str(n), article=f"a{n}", by="A") for n in range(1, 4)]
    step = line.judge(entries, clock("10:00"), Telling.BASELINE)
    step.told()
    assert line.standing == "3"
    line.at("10:10", "3", by="B").silent("restated")
    line.at("10:20", "4", by="A").news("rose", "3", "4")


def test_after_an_outage_a_watch_gives_one_alert_with_the_way_it_took():
    watch = figure()
    line = Timeline(watch)
    line.at("09:00", "10", by="A")
    entries = [
        entry_of(watch, clock(f"1{n}:00"), value, article=f"b{n}", by="A") for n, value in enumerate(["12", "15", "11"])
    ]
    line.judge(entries[::-1], clock("14:00")).told("12", "15", "11")


def test_an_entry_recorded_already_is_not_judged_again():
    watch = figure()
    line = Timeline(watch)
    entry = entry_of(watch, clock("09:00"), "10", article="a", by="A")
    line.judge([entry], clock("09:00"))
    line.at("09:10", "12", by="A")
    assert line.judge([entry], clock("09:20")).judged.entries == ()
    assert line.standing == "12"


def test_the_ledger_of_an_edited_watch_is_judged_again_silently():
    line = Timeline(figure())
    line.at("09:00", "12000", by="A")
    line.at("09:10", "90000", by="A")
    line.watch = replace(figure(plausible=(Decimal(500), Decimal(50000))), version="2")
    line.at("09:20", "12000", by="B").silent("restated")
    assert line.standing == "12000"
    line.at("09:30", "13000", by="B").news("rose", "12000", "13000")


def test_a_watch_that_was_made_from_a_status_into_a_figure_forgets_what_it_was():
    line = Timeline(replace(status(), id="troops"))
    line.at("09:00", "signed")
    line.at("09:10", "ratified/Russia")
    line.watch = replace(figure(), version="2")
    line.at("09:20", "12", by="A").news("first", None, "12")
    line.at("09:30", "13", by="A").news("rose", "12", "13")


def test_a_voice_not_heard_for_long_is_forgotten_so_that_the_record_stays_small():
    line = Timeline(figure())
    line.at("09:00", "10", by="A")
    line.at("09:01", "11", by="B")
    for number in range(MOST_VOICES - 2):
        line.at("09:02", "11", paper=f"paper{number}.example")
    line.at("09:03", "10", by="A").silent("repeated")
    line.at("09:04", "11", paper="one-more.example")
    assert len(line.record.fold.voices) == MOST_VOICES
    assert {"A", "paper:one-more.example"} <= set(line.record.fold.voices)
    assert "B" not in line.record.fold.voices
    whole, _ = fold(candidates(line.history, line.watch), start_of(line.watch), line.watch)
    assert list(whole.voices) == list(line.record.fold.voices)
