"""What must not be told, and what must, from the words of articles to alerts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from happenings import alerts, changes

TROOPS = "dprk-troops-in-russia"
TREATY = "dprk-russia-treaty"


def without_pause(book):
    """The shipped rules, with every change told at once."""
    return replace(
        book,
        watches={
            name: replace(watch, policy=replace(watch.policy, at_most_every=timedelta(0)))
            for name, watch in book.watches.items()
        },
    )


def test_three_thousand_killed_change_no_deployment(replay_texts):
    happened = replay_texts(
        ("2026-11-01T09:00Z", "About 11,000 North Korean soldiers are deployed in Kursk, Zelensky said."),
        ("2026-11-02T09:00Z", "3,000 North Korean soldiers were killed in Kursk, Zelensky said on Monday."),
    )
    assert [change.kind.value for change in changes(happened, TROOPS)] == ["first"]
    assert alerts(happened) == []


def test_two_speakers_repeated_by_ten_papers_give_one_alert_each_at_most(replay_texts, book):
    kyiv = "About 11,000 North Korean soldiers are deployed in Kursk, Zelensky said."
    pentagon = "About 10,000 North Korean soldiers are deployed in Kursk, the Pentagon said."
    lines = [("2026-10-30T08:00Z", "Some 9,000 North Korean soldiers are deployed in Kursk, Seoul's spy agency said.")]
    for paper in range(10):
        lines += [
            (
                f"2026-11-{paper + 1:02}T09:00Z",
                f"Paper {paper} reports. {kyiv}",
                {"url": f"https://k{paper}.example/a"},
            ),
            (
                f"2026-11-{paper + 1:02}T10:00Z",
                f"Paper {paper} adds. {pentagon}",
                {"url": f"https://p{paper}.example/a"},
            ),
        ]
    told = alerts(replay_texts(*lines, rules=without_pause(book)), TROOPS)
    assert [alert.changes[-1].to.quantity.nominal for alert in told] == [11000, 10000]


def test_an_article_dated_2099_does_not_silence_the_next_days(replay_texts, book):
    happened = replay_texts(
        ("2026-11-01T09:00Z", "About 9,000 North Korean soldiers are deployed in Kursk, Zelensky said."),
        ("2099-01-01T09:00Z", "About 10,000 North Korean soldiers are deployed in Kursk, Zelensky said."),
        ("2026-11-02T09:00Z", "About 12,000 North Korean soldiers are deployed in Kursk, Zelensky said."),
        rules=without_pause(book),
    )
    told = [alert.changes[-1].to.quantity.nominal for alert in alerts(happened, TROOPS)]
    assert told == [10000, 12000]


def test_a_live_page_that_goes_from_95_to_120_is_told(replay_texts):
    page = {"id": "live", "url": "https://live.example/quake"}
    happened = replay_texts(
        (
            "2026-11-01T09:00Z",
            "Palu quake live: At least 95 people have died in the Palu earthquake, officials said.",
            page,
        ),
        (
            "2026-11-01T10:00Z",
            "Palu quake live: At least 120 people have died in the Palu earthquake, officials said.",
            page,
        ),
    )
    last = alerts(happened, "palu-quake-dead")[-1].changes[-1]
    assert (last.before.quantity.nominal, last.to.quantity.nominal) == (95, 120)
    assert last.kind == "corrected"


def test_a_page_found_again_with_the_same_text_is_no_revision(replay_texts, store):
    page = {"id": "live", "url": "https://live.example/a"}
    text = "About 11,000 North Korean soldiers are deployed in Kursk, Zelensky said."
    replay_texts(("2026-11-01T09:00Z", text, page), ("2026-11-01T10:00Z", text, page))
    assert len(list(store.ledgers.entries(TROOPS))) == 1


def test_a_page_that_comes_back_to_an_earlier_text_is_told(replay_texts, store, book):
    page = {"id": "live", "url": "https://live.example/a"}
    first, second = (f"About {n},000 North Korean soldiers are deployed in Kursk, Zelensky said." for n in (11, 12))
    lines = [
        (f"2026-11-01T{9 + n}:00Z".replace("T9", "T09"), text, page) for n, text in enumerate([first, second, first])
    ]
    told = alerts(replay_texts(*lines, rules=without_pause(book)), TROOPS)
    assert [alert.changes[-1].to.quantity.nominal for alert in told] == [12000, 11000]
    assert store.ledgers.load(TROOPS).fold.standing.quantity.nominal == 11000


def test_what_happens_within_half_an_hour_is_told_in_one_alert_as_the_clock_passes(replay_texts):
    lines = [
        (f"2026-11-01T09:{minute:02}Z", f"About {n},000 North Korean soldiers are deployed in Kursk, Zelensky said.")
        for minute, n in ((0, 9), (5, 10), (10, 11), (20, 12))
    ]
    told = alerts(replay_texts(*lines), TROOPS)
    ways = [[int(change.to.quantity.nominal) for change in alert.changes] for alert in told]
    assert ways == [[10000], [11000, 12000]]
    assert f"{told[1].at:%H:%M}" == "09:35"


def test_a_treaty_ratified_by_both_is_two_steps(replay_texts):
    treaty = "the comprehensive strategic partnership treaty between North Korea and Russia"
    happened = replay_texts(
        ("2026-11-01T09:00Z", f"Putin and Kim Jong Un signed {treaty} on Tuesday."),
        ("2026-11-03T09:00Z", f"North Korea has ratified {treaty}, KCNA said."),
        ("2026-11-05T09:00Z", f"Russia has ratified {treaty}, TASS said."),
    )
    steps = [(change.kind.value, change.to.status, len(change.parties)) for change in changes(happened, TREATY)]
    assert steps == [("first", "signed", 0), ("advanced", "ratified", 1), ("advanced", "ratified", 2)]
