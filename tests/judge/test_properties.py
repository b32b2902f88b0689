"""What holds for every order of arrival, and whenever all is quiet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise, permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from timeline import EMERGENCY, Timeline, clock, entry_of, figure, status, value_of

from monitor.candidates import candidates, same_news
from monitor.claim import Kind
from monitor.fold import fold, start_of

FIGURES = ("10", "11", "about 11", ">=12", "8-12", "vague 10-99", "vague 1-9", "~15")
STATUSES = (
    "signed",
    "ratified",
    "ratified/North Korea",
    "ratified/Russia",
    "in_force",
    "suspended",
    "suspended@2026-11-19",
    "resumed",
    "terminated",
    "~in_force",
)
EMERGENCIES = ("declared", "declared@2026-11-19", "extended", "lifted", "lifted@2026-11-20")
WATCHES = (figure(), status(), status(EMERGENCY))


def values_of(watch):
    if watch.kind is Kind.FIGURE:
        return FIGURES
    return EMERGENCIES if watch.status.ladder is EMERGENCY else STATUSES


@st.composite
def ledgers(draw, least=1, most=5):
    """A watch and distinct entries: articles of some papers and speakers, some of them with revisions."""
    watch = draw(st.sampled_from(WATCHES))
    texts = st.lists(st.sampled_from(values_of(watch)), max_size=2)
    speakers = st.sampled_from([None, "A", "B"])
    entries = {}
    for _ in range(draw(st.integers(least, most))):
        name, minute = draw(st.sampled_from("abcd")), draw(st.integers(0, 5))
        revised = any(each.article.id == name for each in entries.values())
        time = clock(f"{10 if revised else 9}:0{minute}")
        entry = entry_of(
            watch, time, *draw(texts), article=name, by=draw(speakers), first_seen=clock("09:00"), revised=revised
        )
        entries[entry.id] = entry
    return watch, list(entries.values())


def arrive(watch, entries, every=timedelta(0)):
    """Judge the entries one by one, each as soon as the one before it."""
    line = Timeline(replace(watch, policy=replace(watch.policy, at_most_every=every)))
    for minute, entry in enumerate(entries):
        line.judge([entry], clock("11:00") + timedelta(minutes=minute))
    return line


@given(ledgers())
@settings(max_examples=150, deadline=None)
def test_any_order_of_arrival_ends_in_the_same_fold(ledger):
    watch, entries = ledger
    whole, _ = fold(candidates(entries, watch), start_of(watch), watch)
    folds = [arrive(watch, order).record.fold for order in permutations(entries)]
    assert all(each == folds[0] for each in folds)
    assert replace(folds[0], position=whole.position) == whole


@given(ledgers(most=8), st.data())
@settings(max_examples=150, deadline=None)
def test_batches_end_in_the_same_fold_as_single_articles(ledger, data):
    watch, entries = ledger
    cut = data.draw(st.integers(0, len(entries)))
    line = Timeline(watch)
    line.judge(entries[:cut], clock("11:00"))
    line.judge(entries[cut:], clock("12:00"))
    assert line.record.fold == arrive(watch, entries).record.fold


@given(ledgers(most=8), st.sampled_from([0, 3, 30]))
@settings(max_examples=200, deadline=None)
def test_when_all_is_quiet_what_was_last_told_agrees_with_what_stands(ledger, minutes):
    watch, entries = ledger
    line = arrive(watch, entries, timedelta(minutes=minutes))
    line.release("+1 12:00")
    standing, last = line.record.fold.standing, line.record.told.last
    assert line.record.told.held == ()
    if watch.kind is Kind.FIGURE:
        assert (standing is None) == (last is None)
        assert standing is None or same_news(standing, last)
    else:
        assert (standing and standing.status) == (last and last.status)


@given(ledgers(most=8))
@settings(max_examples=150, deadline=None)
def test_alerts_chain_from_what_was_told_to_what_is_told_next(ledger):
    """Without a window every change is told at once, and each begins where the one before it ended."""
    watch, entries = ledger
    if watch.kind is not Kind.FIGURE:
        return
    changes = [change for alert in arrive(watch, entries).alerts for change in alert.changes]
    for earlier, later in pairwise(changes):
        assert value_of(earlier.to) == value_of(later.before)


@given(ledgers(most=8))
@settings(max_examples=100, deadline=None)
def test_recording_the_same_entries_again_changes_nothing(ledger):
    watch, entries = ledger
    line = arrive(watch, entries)
    record = replace(line.record, version=0)
    line.judge(entries, clock("+1 09:00"))
    assert replace(line.record, version=0) == record


@given(ledgers(most=8))
@settings(max_examples=100, deadline=None)
def test_every_claim_gets_exactly_one_judgement(ledger):
    watch, entries = ledger
    judged = Timeline(watch).judge(entries, clock("12:00")).judged
    assert [each.claim_id for each in judged.judgements] == [claim.id for entry in entries for claim in entry.claims]
