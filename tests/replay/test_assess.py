"""Reading, judging and recording together, on a real server: once, in one step, whoever else writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from monitor.article import Article
from monitor.judge import Telling
from workers.assess import assess, read_entries, record
from workers.replay import Replay

NINE = datetime(2026, 11, 20, 9, tzinfo=UTC)
TROOPS = "dprk-troops-in-russia"


def article(
    figure: str, *, name: str = "a", hour: int = 0, revised: datetime | None = None, speaker="Zelensky"
) -> Article:
    return Article(
        id=name,
        text=f"About {figure} North Korean soldiers are deployed in Kursk, {speaker} said.",
        first_seen=NINE + timedelta(hours=hour),
        url=f"https://{name}.example/a",
        language="en",
        revised=revised,
    )


@pytest.fixture
def standing(store):
    def nominal(watch: str = TROOPS):
        claim = store.ledgers.load(watch).fold.standing
        return None if claim is None else int(claim.quantity.nominal)

    return nominal


def test_a_claim_gets_on_record_with_its_text(store, book, standing):
    given = article("11,000")
    assess(store, book, [given], NINE)
    assert standing() == 11000
    assert store.texts.text(given.id, given.revision) == given.text


def test_an_alert_goes_out_with_its_record_to_the_watchs_receivers(store, book):
    assess(store, book, [article("11,000")], NINE)
    assess(store, book, [article("12,000", name="b", hour=1)], NINE + timedelta(hours=1))
    [unsent] = {item.alert.id for item in store.outbox.unsent()}
    [waiting] = [item for item in store.outbox.unsent() if item.waiting.delivery.channel == "log"]
    assert waiting.alert.id == unsent
    assert waiting.alert.changes[-1].to.quantity.nominal == 12000


def test_without_delivery_alerts_are_recorded_and_go_to_nobody(store, book):
    assess(store, book, [article("11,000")], NINE)
    [told] = assess(store, book, [article("12,000", name="b", hour=1)], NINE + timedelta(hours=1), deliver=False)
    assert told.judged.alerts
    assert list(store.outbox.unsent()) == []


def test_assessing_the_same_article_again_writes_nothing(store, book):
    assess(store, book, [article("11,000")], NINE)
    version = store.ledgers.load(TROOPS).version
    assert assess(store, book, [article("11,000")], NINE) == []
    assert store.ledgers.load(TROOPS).version == version


def test_many_articles_at_once_give_one_alert_with_the_way(store, book):
    batch = [article(f"{n},000", name=f"a{n}", hour=n) for n in (9, 10, 11)]
    [told] = assess(store, book, batch, NINE + timedelta(hours=12))
    [alert] = told.judged.alerts
    assert [int(change.to.quantity.nominal) for change in alert.changes] == [10000, 11000]


def test_a_first_poll_is_recorded_and_told_to_nobody(store, book, standing):
    batch = [article(f"{n},000", name=f"a{n}", hour=n) for n in (9, 10)]
    [told] = assess(store, book, batch, NINE + timedelta(hours=12), telling=Telling.BASELINE)
    assert told.judged.alerts == ()
    assert standing() == 10000
    assert (
        assess(store, book, [article("10,000", name="c", hour=13)], NINE + timedelta(hours=13))[0].judged.alerts == ()
    )


def test_a_revision_that_drops_the_claim_takes_it_off_the_record(store, book, standing):
    assess(store, book, [article("11,000")], NINE)
    edited = replace(article("11,000"), text="The report was withdrawn.", revised=NINE + timedelta(hours=1))
    [told] = assess(store, book, [edited], NINE + timedelta(hours=1))
    assert told.judged.changes[0].kind == "corrected"
    assert standing() is None


def test_a_revision_with_another_figure_is_a_correction(store, book, standing):
    assess(store, book, [article("11,000")], NINE)
    [told] = assess(store, book, [article("1,100", revised=NINE + timedelta(hours=1))], NINE + timedelta(hours=1))
    assert told.judged.changes[0].kind == "corrected"
    assert standing() == 1100


def test_another_text_of_a_known_article_is_a_revision_though_nobody_says_so(store, book, standing):
    assess(store, book, [article("11,000")], NINE)
    [told] = assess(store, book, [article("12,000", hour=1)], NINE + timedelta(hours=1))
    assert told.judged.changes[0].kind == "corrected"
    assert assess(store, book, [article("12,000", hour=1)], NINE + timedelta(hours=2)) == []
    assert standing() == 12000


def test_a_late_article_with_an_older_figure_changes_nothing(store, book, standing):
    assess(store, book, [article("10,000", hour=1)], NINE + timedelta(hours=1))
    assess(store, book, [article("11,000", name="b", hour=2)], NINE + timedelta(hours=2))
    late = replace(article("9,000", name="late", hour=3), published=NINE)
    [told] = assess(store, book, [late], NINE + timedelta(hours=3))
    assert (told.judged.changes, standing()) == ((), 11000)


def test_a_late_ratification_that_changes_what_stands_is_told(store, book):
    treaty = "the comprehensive strategic partnership treaty between North Korea and Russia"
    signed = replace(article(""), text=f"Putin and Kim Jong Un signed {treaty} on Tuesday.")
    again = replace(signed, id="b", first_seen=NINE + timedelta(hours=2))
    late = replace(signed, id="late", published=NINE + timedelta(hours=1), first_seen=NINE + timedelta(hours=3))
    late = replace(late, text=f"North Korea has ratified {treaty}, KCNA said.")
    assess(store, book, [signed], NINE)
    assess(store, book, [again], NINE + timedelta(hours=2))
    [told] = assess(store, book, [late], NINE + timedelta(hours=3))
    [change] = told.judged.alerts[0].changes
    assert (change.kind, change.before.status, change.to.status) == ("advanced", "signed", "ratified")


def test_an_article_dated_2099_is_placed_where_we_saw_it_and_silences_nothing(store, book, standing):
    assess(store, book, [article("9,000")], NINE)
    ahead = replace(article("10,000", name="ahead", hour=1), published=datetime(2099, 1, 1, tzinfo=UTC))
    assert assess(store, book, [ahead], NINE + timedelta(hours=1))[0].judged.alerts
    next_day = article("12,000", name="next", hour=24)
    assert assess(store, book, [next_day], NINE + timedelta(hours=24))[0].judged.alerts
    assert standing() == 12000


def test_a_worker_that_loses_the_race_judges_again_without_reading_again(store, book, standing, monkeypatch):
    watch = book.watches[TROOPS]
    mine = read_entries(store, book, [article("12,000", name="b", hour=1)], NINE)[TROOPS]
    commit, rivals = store.ledgers.commit, [article("11,000")]

    def beaten(before, *arguments):
        if rivals:
            record(store, watch, read_entries(store, book, [rivals.pop()], NINE)[TROOPS], NINE, receivers=None)
        return commit(before, *arguments)

    monkeypatch.setattr(store.ledgers, "commit", beaten)
    judged = record(store, watch, mine, NINE + timedelta(hours=1), receivers=None)
    assert judged.changes[0].before.quantity.nominal == 11000
    assert standing() == 12000


def test_the_ledger_of_an_edited_watch_is_judged_again_first(store, book, standing):
    assess(store, book, [article("11,000")], NINE)
    watch = book.watches[TROOPS]
    stricter = replace(watch, version="edited", figure=replace(watch.figure, plausible=(1, 10000)))
    edited = replace(book, watches={**book.watches, TROOPS: stricter})
    [told] = assess(store, edited, [article("9,000", name="b", hour=1)], NINE + timedelta(hours=1))
    assert [change.kind for change in told.judged.changes] == ["first"]
    assert standing() == 9000


def test_mentions_of_no_watch_touch_no_record(store, book):
    other = replace(article("11,000"), text="Prices rose by 3 percent. The village has 11,000 inhabitants.")
    assert assess(store, book, [other], NINE) == []
    assert store.ledgers.watches() == []


def test_a_replay_goes_on_where_the_watch_was_edited_to_wait_longer_for_what_is_held(store, book):
    for hour, figure in enumerate(("10,000", "11,000", "12,000")):
        given = article(figure, name=f"a{hour}")
        now = NINE + timedelta(minutes=hour)
        assess(store, book, [replace(given, first_seen=now)], now)
    watch = book.watches[TROOPS]
    slower = replace(watch, policy=replace(watch.policy, at_most_every=timedelta(hours=2)))
    edited = replace(book, watches={**book.watches, TROOPS: slower})
    run = Replay(store, edited, open=lambda _: article("0"))
    run.begin(NINE + timedelta(hours=1))
    [happened] = run.run([])
    assert happened.event.at == NINE + timedelta(hours=2, minutes=1)
