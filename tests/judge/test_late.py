"""What stands and what was told: articles that arrive late, are edited, or are taken back."""

from __future__ import annotations

from datetime import timedelta

from timeline import Timeline, clock, entry_of, figure, status

from monitor.candidates import SET
from monitor.change import Relation
from monitor.watch import When


def test_a_late_article_with_an_older_figure_is_silent():
    line = Timeline(figure())
    line.at("09:00", "10", by="A")
    line.at("10:00", "12", by="A")
    line.at("10:30", "11", by="A", dated="09:30").silent("late")
    assert line.standing == "12"


def test_a_late_article_that_came_before_the_first_is_silent():
    line = Timeline(figure())
    line.at("10:00", "12", by="A")
    line.at("10:30", "11", by="B", dated="09:00").silent("late")


def test_a_late_ratification_that_changes_what_stands_is_told():
    line = Timeline(status())
    line.at("09:00", "signed")
    line.at("10:00", "signed").silent("repeated")
    line.at("10:30", "ratified/Russia", dated="09:30").news("advanced", "signed", "ratified/Russia")


def test_a_late_ratification_by_the_other_party_is_told_though_the_same_claim_stands():
    line = Timeline(status())
    line.at("09:00", "ratified/Russia")
    change = line.at("09:30", "ratified/North Korea", dated="08:00").news(
        "advanced", "ratified/Russia", "ratified/North Korea"
    )
    assert set(change.parties) == {"Russia", "North Korea"}
    assert change.parties_total == 2


def test_a_live_page_that_goes_95_120_is_told_as_edited():
    line = Timeline(figure())
    line.at("09:00", "95", by="agency", article="live").first("95")
    change = line.at("09:30", "120", by="agency", article="live").news("corrected", "95", "120")
    assert change.relation is Relation.SAME_SPEAKER
    assert change.speaker_last.quantity.nominal == 95


def test_a_live_page_that_drops_the_only_claim_leaves_nothing_on_record():
    line = Timeline(figure())
    line.at("09:00", "95", by="agency", article="live")
    line.at("09:30", article="live").news("corrected", "95", None)
    assert line.record.told.last is None


def test_an_edit_that_drops_a_claim_brings_back_what_stood_before_it():
    line = Timeline(figure())
    line.at("09:00", "90", by="B")
    line.at("09:10", "95", by="A", article="live")
    line.at("09:30", "~100", article="live").news("corrected", "95", "90")


def test_mending_an_old_article_without_touching_its_figure_is_silent():
    line = Timeline(figure())
    line.at("09:00", "10", by="A", article="old")
    line.at("09:10", "11", by="B")
    line.at("09:30", "10", "~5", by="A", article="old").silent()
    assert line.standing == "11"


def test_an_edit_that_adds_a_figure_to_an_article_without_one_is_no_correction():
    line = Timeline(figure())
    line.at("09:00", "10", by="A")
    line.at("09:10", "~5", article="live")
    line.at("09:30", "12", by="A", article="live").news("rose", "10", "12")


def test_a_retracted_claim_gives_way_to_what_stood_before_it():
    line = Timeline(figure())
    line.at("09:00", "10", by="A")
    line.at("09:10", "9000", by="B")
    wrong = line.record.fold.standing
    assert line.retract("09:20", wrong).news("retracted", "9000", "10").relation is None


def test_a_retracted_figure_stays_retracted_when_its_article_is_edited():
    line = Timeline(figure())
    line.at("09:00", "10", by="A")
    line.at("09:10", "9000", by="B", article="wrong")
    line.retract("09:20", line.record.fold.standing)
    line.at("09:30", "9000", "~1", by="B", article="wrong").silent()
    assert line.standing == "10"


def test_a_retracted_high_no_longer_hides_the_next_one():
    line = Timeline(figure(when=When.NEW_HIGH))
    line.at("09:00", "95", by="A")
    line.at("09:10", "5000", by="B")
    line.retract("09:20", line.record.fold.standing).told("95")
    line.at("09:30", "120", by="A").told("120")


def test_what_an_editor_sets_stands_even_over_a_speaker_who_repeats_itself():
    line = Timeline(figure())
    line.at("09:00", "10", by="A")
    entry = entry_of(line.watch, clock("09:10"), "12", article="edit:1", by="editor", rule=SET)
    line.judge([entry], clock("09:10")).news("rose", "10", "12")
    line.at("09:20", "10", by="A").silent("repeated")
    again = entry_of(line.watch, clock("09:30"), "12", article="edit:2", by="editor", rule=SET)
    line.judge([again], clock("09:30")).silent("restated")


def test_an_editor_may_set_a_lower_rung_and_the_steps_above_it_are_forgotten():
    line = Timeline(status())
    line.at("09:00", "ratified/Russia")
    entry = entry_of(line.watch, clock("09:10"), "signed", article="edit:1", by="editor", rule=SET)
    line.judge([entry], clock("09:10")).news("changed", "ratified/Russia", "signed")
    line.at("09:20", "ratified/Russia").news("advanced", "signed", "ratified/Russia")


def test_an_article_dated_far_ahead_does_not_silence_the_next_days():
    """`Article.time` is never later than first sight, so the claim is placed at the moment it arrived."""
    line = Timeline(figure())
    line.at("09:00", "10", by="A")
    line.at("10:00", "12", by="A").news("rose", "10", "12")
    line.at("+1 09:00", "15", by="A").news("rose", "12", "15")


def test_late_and_new_articles_of_one_batch_are_told_together():
    line = Timeline(figure())
    line.at("10:00", "10", by="A")
    late = entry_of(line.watch, clock("09:00"), "9", article="late", by="B")
    new = entry_of(line.watch, clock("11:00"), "12", article="new", by="A")
    line.judge([new, late], clock("12:00")).told("12")


def test_the_first_of_two_papers_edited_at_once_does_not_hide_the_other():
    line = Timeline(figure(at_most_every=timedelta(0)))
    line.at("09:00", "10", by="A", article="x")
    line.at("09:10", "20", by="B", article="y")
    edits = [
        entry_of(line.watch, clock("09:20"), "11", article="x", by="A", first_seen=clock("09:00"), revised=True),
        entry_of(line.watch, clock("09:30"), "21", article="y", by="B", first_seen=clock("09:10"), revised=True),
    ]
    line.judge(edits, clock("09:40")).told("21")
    assert line.standing == "21"


def test_an_edited_page_that_tells_of_the_next_step_advances_and_corrects_nothing():
    line = Timeline(status())
    line.at("09:00", "signed", article="live")
    line.at("09:30", "signed", "ratified/Russia", article="live").news("advanced", "signed", "ratified/Russia")


def test_an_edited_page_that_takes_a_step_back_is_a_correction():
    line = Timeline(status())
    line.at("09:00", "ratified/Russia", article="live")
    line.at("09:30", "signed", article="live").news("corrected", "ratified/Russia", "signed")


def test_a_late_article_about_a_lower_rung_leaves_the_parties_step_as_it_was():
    line = Timeline(status())
    line.at("10:00", "ratified/Russia")
    line.at("10:30", "signed", dated="09:00").silent("late")
    line.at("10:40", "ratified/Russia", dated="09:30").silent("stands")


def test_a_late_article_that_only_names_the_party_of_the_step_on_record_is_silent():
    line = Timeline(status())
    line.at("10:00", "ratified")
    line.at("10:30", "ratified/Russia", dated="09:00").silent()
    line.at("10:40", "ratified/North Korea").news("advanced", "ratified/Russia", "ratified/North Korea")


def test_an_edited_page_that_names_the_other_party_is_a_correction():
    line = Timeline(status())
    line.at("09:00", "ratified/Russia", article="live")
    line.at("09:30", "ratified/North Korea", article="live").news(
        "corrected", "ratified/Russia", "ratified/North Korea"
    )


def test_an_edit_that_raises_an_older_figure_above_another_papers_is_a_correction():
    line = Timeline(figure())
    line.at("09:00", "10", by="A", article="x")
    line.at("09:10", "20", by="B")
    line.at("09:30", "30", by="A", article="x").news("corrected", "20", "30")


def test_an_edit_that_keeps_the_figure_makes_no_correction_of_what_another_article_changes():
    line = Timeline(figure())
    line.at("09:00", "10", by="A", article="x")
    edit = entry_of(
        line.watch, clock("09:30"), "10", "~1", article="x", by="A", first_seen=clock("09:00"), revised=True
    )
    late = entry_of(line.watch, clock("08:50"), "8", article="z", by="C")
    other = entry_of(line.watch, clock("09:10"), "15", article="y", by="B")
    line.judge([edit, late, other], clock("09:40")).news("rose", "10", "15")


def test_a_late_change_shows_what_its_speaker_had_said_before_it():
    line = Timeline(status())
    line.at("09:00", "signed", by="A")
    line.at("10:00", "signed", by="A")
    change = line.at("10:30", "ratified/Russia", by="A", dated="09:30").news("advanced", "signed", "ratified/Russia")
    assert change.speaker_last.article.time == clock("09:00")
