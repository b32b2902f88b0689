"""At most one alert in a time, mutes, new high."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from timeline import Timeline, clock, figure, status, value_of

from monitor.claim import Modality
from monitor.judge import mute, rejudge
from monitor.quantity import Quantity
from monitor.watch import When

HALF_HOUR = timedelta(minutes=30)


def test_changes_within_the_window_are_told_in_one_alert_after_it():
    line = Timeline(figure(at_most_every=HALF_HOUR))
    line.at("09:00", "10", by="A")
    line.at("09:10", "12", by="A").told("12")
    line.at("09:20", "13", by="A").told()
    line.at("09:30", "14", by="A").told()
    line.release("09:39").told()
    line.release("09:40").told("13", "14")
    line.release("10:30").told()


def test_a_value_that_came_back_within_the_window_is_told_with_its_way():
    line = Timeline(figure(at_most_every=HALF_HOUR))
    line.at("09:00", "10", by="A")
    line.at("09:10", "12", by="A")
    line.at("09:20", "13", by="A")
    line.at("09:25", "12", by="A")
    line.release("09:40").told("13", "12")


def test_a_change_after_the_window_takes_the_held_ones_along():
    line = Timeline(figure(at_most_every=HALF_HOUR))
    line.at("09:00", "10", by="A")
    line.at("09:10", "12", by="A")
    line.at("09:20", "13", by="A").told()
    line.at("09:50", "14", by="A").told("13", "14")


def test_a_window_begins_with_the_alert_that_was_told():
    line = Timeline(figure(at_most_every=HALF_HOUR))
    line.at("09:00", "10", by="A")
    line.at("09:10", "12", by="A").told("12")
    line.at("09:39", "13", by="A").told()
    line.release("09:40").told("13")
    line.at("09:41", "14", by="A").told()
    line.release("10:09").told()
    line.release("10:10").told("14")


def test_a_mute_holds_everything_and_tells_it_in_one_alert_after():
    line = Timeline(figure())
    line.at("09:00", "10", by="A")
    line._keep(mute(line.record, line.watch, clock("11:00"), clock("09:05")))
    line.at("09:10", "12", by="A").told()
    line.at("10:10", "13", by="A").told()
    line.release("10:59").told()
    line.release("11:00").told("12", "13")
    line.at("11:10", "14", by="A").told("14")


def test_ending_a_mute_early_tells_what_it_held():
    line = Timeline(figure())
    line.at("09:00", "10", by="A")
    line._keep(mute(line.record, line.watch, clock("11:00"), clock("09:05")))
    line.at("09:10", "12", by="A").told()
    line._keep(mute(line.record, line.watch, None, clock("09:20")))
    assert line.record.told.due == clock("09:20")
    line.release("09:20").told("12")


def test_new_high_tells_only_what_exceeds_everything_told():
    line = Timeline(figure(when=When.NEW_HIGH))
    line.at("09:00", "12", by="A").first("12")
    line.at("09:10", "10", by="B").told()
    line.at("09:20", "12", by="C").told()
    line.at("09:30", "15", by="A").told("10", "12", "15")
    line.at("09:40", "14", by="C").told()
    line.at("09:50", "vague 100-999", by="C").told()
    line.at("10:00", ">=20", by="C").told("14", "100-999", "20")


def test_every_change_is_recorded_also_where_only_new_highs_are_told():
    line = Timeline(figure(when=When.NEW_HIGH))
    line.at("09:00", "12", by="A")
    line.at("09:10", "10", by="B").expect("fell", "12", "10")


def test_what_new_high_passed_over_goes_along_with_the_next_news():
    line = Timeline(figure(when=When.NEW_HIGH))
    line.at("09:00", "58", by="A").first("58")
    line.at("09:10", "47", by="B").told()
    line.at("09:20", "61", by="A").told("47", "61")
    line.at("09:30", "63", by="A").told("63")


def test_new_low_is_its_mirror():
    line = Timeline(figure(when=When.NEW_LOW))
    line.at("09:00", "12", by="A")
    line.at("09:10", "15", by="A").told()
    line.at("09:20", "11", by="A").told("15", "11")


def test_a_starting_value_counts_as_told_for_new_high():
    line = Timeline(figure(when=When.NEW_HIGH, last=Quantity.of(100)))
    line.at("09:00", "90", by="A").told()
    line.at("09:10", "110", by="A").told("90", "110")


def test_a_live_toll_that_is_edited_downwards_is_no_new_high():
    line = Timeline(figure(when=When.NEW_HIGH))
    line.at("09:00", "95", by="A", article="live")
    line.at("09:10", "120", by="A", article="live").told("120")
    line.at("09:20", "118", by="A", article="live").told()
    line.at("09:30", "119", by="A", article="live").told("118", "119")


def test_a_first_sighting_after_a_retraction_was_told_is_told():
    line = Timeline(figure())
    line.at("09:00", "9000", by="A")
    line.retract("09:10", line.record.fold.standing).told(None)
    line.at("09:20", "10", by="A").told("10")


def test_the_alert_names_the_watch_its_receivers_and_the_time():
    line = Timeline(status())
    line.at("09:00", "signed")
    alert = line.at("09:10", "in_force").told("in_force")
    assert (alert.watch, alert.title, alert.receivers, alert.at) == ("treaty", "Treaty", ("desk",), clock("09:10"))


def test_an_edit_of_the_watch_does_not_lose_what_is_held():
    line = Timeline(figure(at_most_every=HALF_HOUR))
    line.at("09:00", "10", by="A")
    line.at("09:10", "12", by="A").told("12")
    line.at("09:20", "13", by="A").told()
    line._keep(
        rejudge(replace(line.record, history=tuple(line.history)), replace(line.watch, version="2"), clock("09:30"))
    )
    line.release("09:40").told("13")


def test_an_edit_of_the_watch_by_which_another_value_stands_drops_what_was_held():
    line = Timeline(figure(at_most_every=HALF_HOUR))
    line.at("09:00", "10", by="A")
    line.at("09:10", "12", by="A").told("12")
    line.at("09:20", "90", by="A").told()
    stricter = replace(figure(at_most_every=HALF_HOUR, plausible=(Decimal(1), Decimal(50))), version="2")
    line._keep(rejudge(replace(line.record, history=tuple(line.history)), stricter, clock("09:30")))
    assert line.standing == "12"
    line.release("09:40").told()


def test_what_is_planned_is_told_also_below_the_high_and_is_none_itself():
    line = Timeline(figure(when=When.NEW_HIGH, also=frozenset({Modality.PLANNED})))
    line.at("09:00", "12", by="A")
    line.at("09:10", "~10", by="A").told("10")
    line.at("09:20", "~100", by="A").told("100")
    line.at("09:30", "50", by="A").told("50")


def test_a_figure_that_comes_back_to_the_low_is_no_new_low():
    line = Timeline(figure(when=When.NEW_LOW))
    line.at("09:00", "12", by="A")
    line.at("09:10", "15", by="A").told()
    line.at("09:20", "12", by="B").told()


def test_of_a_very_long_way_the_beginning_and_the_latest_are_told():
    line = Timeline(figure())
    line.at("09:00", "1000", by="A")
    line._keep(mute(line.record, line.watch, clock("+1 00:00"), clock("09:00")))
    for minute in range(150):
        line.at(f"{10 + minute // 60}:{minute % 60:02}", str(1001 + minute), by="A").told()
    way = [int(value_of(change.to)) for change in line.release("+1 00:00").judged.alerts[0].changes]
    assert way == [1001, *range(1052, 1151)]


def test_before_anything_is_due_there_is_nothing_to_write():
    line = Timeline(figure(at_most_every=HALF_HOUR))
    line.at("09:00", "10", by="A")
    line.at("09:10", "12", by="A")
    line.at("09:20", "13", by="A")
    record = line.record
    assert line.release("09:39").judged.record is record


def test_an_edited_watch_still_knows_its_high():
    line = Timeline(figure(when=When.NEW_HIGH))
    line.at("09:00", "12", by="A")
    line.at("09:10", "15", by="A").told("15")
    line.watch = replace(line.watch, version="2")
    line.at("09:20", "14", by="A").told()
    line.at("09:30", "16", by="A").told("14", "16")
