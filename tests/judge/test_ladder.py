"""A status climbs its ladder, leaves it and comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from timeline import EMERGENCY, Timeline, clock, entry_of, status

from monitor.candidates import SET
from monitor.change import Change
from monitor.claim import Modality, Prominence


def count(change: Change) -> str:
    return f"{len(change.parties)} of {change.parties_total}"


def test_a_higher_rung_advances():
    line = Timeline(status())
    line.at("09:00", "signed").first("signed")
    line.at("09:10", "in_force").news("advanced", "signed", "in_force")


def test_a_lower_rung_is_background():
    line = Timeline(status())
    line.at("09:00", "ratified/North Korea")
    line.at("09:10", "signed").silent("background")
    assert line.standing == "ratified/North Korea"


def test_the_same_rung_again_is_repeated():
    line = Timeline(status())
    line.at("09:00", "signed")
    line.at("09:10", "signed", by="KCNA").silent("repeated")


def test_a_planned_rung_is_never_reached():
    line = Timeline(status())
    line.at("09:00", "signed", "~in_force").first("signed")
    line.at("09:10", "~ratified/Russia").silent("uncertain")
    assert line.standing == "signed"


def test_each_partys_ratification_is_a_step_of_its_own():
    line = Timeline(status())
    line.at("09:00", "signed")
    assert (
        count(line.at("09:10", "ratified/North Korea").news("advanced", "signed", "ratified/North Korea")) == "1 of 2"
    )
    line.at("09:20", "ratified/North Korea").silent("repeated")
    second = line.at("09:30", "ratified/Russia").news("advanced", "ratified/North Korea", "ratified/Russia")
    assert count(second) == "2 of 2"
    line.at("09:40", "in_force").news("advanced", "ratified/Russia", "in_force")


def test_both_parties_in_one_article_are_two_steps_in_one_alert():
    line = Timeline(status())
    line.at("09:00", "signed")
    step = line.at("09:10", "ratified/North Korea", "ratified/Russia")
    assert [count(change) for change in step.judged.changes] == ["1 of 2", "2 of 2"]
    step.told("ratified/North Korea", "ratified/Russia")


def test_a_ratification_by_nobody_named_advances_and_the_first_party_named_after_it_restates():
    line = Timeline(status())
    line.at("09:00", "signed")
    assert count(line.at("09:10", "ratified").news("advanced", "signed", "ratified")) == "0 of 2"
    line.at("09:20", "ratified/Russia").silent("restated")
    line.at("09:30", "ratified").silent("repeated")
    line.at("09:40", "ratified/North Korea").news("advanced", "ratified/Russia", "ratified/North Korea")


def test_who_is_no_party_of_the_watch_is_not_counted():
    line = Timeline(status())
    line.at("09:00", "ratified/North Korea")
    line.at("09:10", "ratified/Iran").silent("repeated")


def test_of_one_article_the_highest_rung_counts_and_the_lower_is_background():
    step = Timeline(status()).at("09:00", "signed", "ratified/North Korea").first("ratified/North Korea")
    assert [str(each.judgement) for each in step.judged.judgements] == ["background", "stands"]


def test_an_exit_and_the_return_are_changes_and_the_rung_before_holds_again():
    line = Timeline(status())
    line.at("09:00", "in_force")
    line.at("09:10", "suspended").news("exited", "in_force", "suspended")
    line.at("09:20", "suspended").silent("repeated")
    line.at("09:30", "ratified/Russia").silent("background")
    line.at("09:40", "resumed").news("resumed", "suspended", "resumed")
    line.at("09:50", "in_force").silent("repeated")
    line.at("10:00", "terminated").news("exited", "resumed", "terminated")


def test_an_exit_goes_before_the_rungs_of_its_article_which_were_left():
    line = Timeline(status())
    line.at("09:00", "signed")
    line.at("09:10", "in_force", "suspended").news("exited", "signed", "suspended")
    line.at("09:20", "in_force").silent("background")


def test_an_article_that_tells_of_a_return_tells_of_the_exit_before_it():
    line = Timeline(status())
    line.at("09:00", "in_force")
    line.at("09:10", "suspended")
    line.at("09:20", "suspended@2026-03", "resumed").news("resumed", "suspended", "resumed")
    line.at("09:30", "suspended@2026-03").silent("background")


def test_a_rung_reached_in_spite_of_an_old_exit_in_the_same_article_counts():
    line = Timeline(status())
    line.at("09:00", "ratified/Russia")
    line.at("09:10", "suspended")
    line.at("09:20", "resumed")
    line.at("09:30", "suspended@2026-03", "in_force").news("advanced", "resumed", "in_force")


def test_a_return_from_nothing_is_background():
    line = Timeline(status())
    line.at("09:00", "in_force")
    line.at("09:10", "resumed").silent("background")


def test_an_emergency_can_be_declared_again_after_it_was_lifted():
    line = Timeline(status(EMERGENCY))
    line.at("09:00", "declared@2026-11-18")
    line.at("09:10", "lifted@2026-11-19").news("exited", "declared", "lifted")
    line.at("09:20", "declared@2026-11-18").silent("background")
    line.at("09:30", "declared@2026-11-20").news("advanced", "lifted", "declared")
    line.at("09:40", "declared").silent("repeated")


def test_an_undated_rung_after_an_exit_is_new_only_on_a_ladder_that_renews():
    line = Timeline(status(EMERGENCY))
    line.at("09:00", "declared")
    line.at("09:10", "lifted")
    line.at("09:20", "declared").news("advanced", "lifted", "declared")


@pytest.mark.parametrize("when", ["2023", "2024-05", "2024-06-18"])
def test_an_event_before_the_watchs_since_is_background(when):
    line = Timeline(status(since=clock("00:00").replace(year=2024, month=6, day=19)))
    line.at("09:00", f"signed@{when}").silent("background")


@pytest.mark.parametrize("when", ["2024", "2024-06", "2024-06-19", "--06-18"])
def test_an_event_that_may_lie_after_since_counts(when):
    line = Timeline(status(since=clock("00:00").replace(year=2024, month=6, day=19)))
    line.at("09:00", f"signed@{when}").first("signed")


def test_a_starting_status_makes_the_first_higher_rung_a_change():
    line = Timeline(status(last_status="signed"))
    line.at("09:00", "signed").silent("repeated")
    line.at("09:10", "ratified/Russia").news("advanced", "signed", "ratified/Russia")


def test_a_planned_status_is_told_once_where_the_watch_asks_for_it():
    line = Timeline(status(also=frozenset({Modality.PLANNED})))
    line.at("09:00", "signed")
    line.at("09:10", "~in_force").news("changed", "signed", "in_force")
    line.at("09:20", "~in_force").silent("uncertain")


def test_of_sentences_that_say_the_same_step_the_one_that_names_its_speaker_is_shown():
    watch = status()
    entry = entry_of(watch, clock("09:00"), "ratified/Russia", "ratified/Russia", article="a")
    said = replace(entry.claims[1], speaker="TASS", speaker_id="TASS")
    title = replace(entry.claims[0], prominence=Prominence.TITLE)
    line = Timeline(watch)
    line.judge([replace(entry, claims=(title, said))], clock("09:00")).first("ratified/Russia")
    assert line.record.fold.standing.speaker == "TASS"


def test_the_lowest_rung_after_an_exit_is_background_where_the_ladder_does_not_renew():
    line = Timeline(status())
    line.at("09:00", "in_force")
    line.at("09:10", "suspended")
    line.at("09:20", "negotiated").silent("background")


def test_another_rung_than_the_lowest_begins_nothing_anew():
    line = Timeline(status(EMERGENCY))
    line.at("09:00", "extended")
    line.at("09:10", "lifted")
    line.at("09:20", "extended").silent("background")


def test_a_rung_above_the_one_that_was_left_advances():
    line = Timeline(status())
    line.at("09:00", "negotiated")
    line.at("09:10", "suspended")
    line.at("09:20", "signed").news("advanced", "suspended", "signed")


def test_after_an_exit_that_was_the_first_sighting_an_undated_rung_is_background():
    line = Timeline(status())
    line.at("09:00", "suspended").first("suspended")
    line.at("09:10", "ratified/Russia").silent("background")


def test_the_same_rung_set_by_an_editor_for_another_party_is_a_change_and_no_advance():
    line = Timeline(status())
    line.at("09:00", "ratified/Russia")
    entry = entry_of(line.watch, clock("09:10"), "ratified/North Korea", article="edit:1", by="editor", rule=SET)
    change = line.judge([entry], clock("09:10")).news("changed", "ratified/Russia", "ratified/North Korea")
    assert change.parties == ("North Korea",)


@pytest.mark.parametrize("stands", ["ratified/Russia", "suspended", "in_force"])
def test_what_stands_set_once_more_by_an_editor_is_restated(stands):
    line = Timeline(status())
    line.at("09:00", stands)
    entry = entry_of(line.watch, clock("09:10"), stands, article="edit:1", by="editor", rule=SET)
    line.judge([entry], clock("09:10")).silent("restated")


def test_an_exit_set_by_an_editor_is_one():
    line = Timeline(status())
    line.at("09:00", "in_force")
    entry = entry_of(line.watch, clock("09:10"), "suspended", article="edit:1", by="editor", rule=SET)
    line.judge([entry], clock("09:10")).news("exited", "in_force", "suspended")
    line.at("09:20", "resumed").news("resumed", "suspended", "resumed")


def test_an_exit_set_by_an_editor_on_nothing_is_a_first_sighting():
    line = Timeline(status())
    entry = entry_of(line.watch, clock("09:10"), "suspended", article="edit:1", by="editor", rule=SET)
    line.judge([entry], clock("09:10")).first("suspended")
