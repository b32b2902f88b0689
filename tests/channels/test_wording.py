"""What an alert says. Trusted within five seconds: who, what, what was, the proof, the doubt, the way out."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from alert_examples import (
    BASELINE,
    CORRECTED,
    EMPTIED,
    EXAMPLES,
    FIRST,
    HELD,
    HOSTILE,
    KYIV,
    KYIV_BEFORE,
    OTHER_SPEAKER,
    RATIFICATION,
    RETRACTED,
    SAME_SPEAKER,
    UNNAMED,
    WASHINGTON,
    alert,
    change,
)
from hypothesis import given
from hypothesis import strategies as st

from monitor.candidates import SET
from monitor.change import AlertKind, ChangeKind, Relation
from monitor.claim import ArticleRef, Modality
from monitor.fold import RULE_ARTICLE
from monitor.quantity import Qualifier, Quantity
from monitor.wording import (
    change_phrase,
    figure_phrase,
    headline,
    message,
    narrowing,
    number_phrase,
    one_line,
    path_phrase,
    plain_text,
    quantity_phrase,
    sighting_phrase,
    speaker_phrase,
    verdict,
)

NOON = datetime(2024, 11, 13, 12, 0, tzinfo=UTC)
UP_TO = replace(KYIV, quantity=Quantity.of(12000, Qualifier.AT_MOST))
RANGE = replace(KYIV, quantity=Quantity.between(10000, 12000))


def fact(said, label):
    return next((fact.text for fact in said.facts if fact.label == label), None)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity.of(11000), "11,000"),
        (Quantity.of(10000, Qualifier.ABOUT), "about 10,000"),
        (Quantity.of(12000, Qualifier.AT_MOST), "up to 12,000"),
        (Quantity.of(11000, Qualifier.AT_LEAST), "at least 11,000"),
        (Quantity.of(11000, Qualifier.MORE_THAN), "more than 11,000"),
        (Quantity.of(11000, Qualifier.LESS_THAN), "less than 11,000"),
        (Quantity.between(10000, 12000), "10,000 to 12,000"),
        (Quantity.between(10000, 99999, Qualifier.VAGUE), "tens of thousands (10,000 to 99,999)"),
        (Quantity.between(200, 900, Qualifier.VAGUE), "200 to 900, vaguely put"),
        (Quantity.of("2.5", unit="percent"), "2.5%"),
        (Quantity.of(25, unit="basis_point"), "25 basis points"),
        (Quantity.of("1.5E+6", Qualifier.ABOUT, "USD"), "about USD 1,500,000"),
    ],
)
def test_a_quantity_reads_as_a_newsroom_writes_it(quantity, words):
    assert quantity_phrase(quantity) == words


@given(st.integers(min_value=-(10**25), max_value=10**25))
def test_a_number_keeps_every_digit(value):
    assert int(number_phrase(Decimal(value)).replace(",", "")) == value


def test_a_number_of_absurd_length_is_not_written_out():
    assert len(number_phrase(Decimal("1E+1000000"))) < 20


def test_another_speakers_figure_neither_rose_nor_fell():
    said = message(OTHER_SPEAKER)
    assert said.headline == (
        "North Korean troops in Russia: about 11,000, a different figure (on record: about 10,000)"
    )
    assert said.verdict == "different figure, another speaker"
    assert "rose" not in plain_text(said)


def test_the_same_speakers_figure_rose():
    assert message(SAME_SPEAKER).headline == "North Korean troops in Russia: rose to about 11,000 (was up to 8,000)"
    assert verdict(SAME_SPEAKER.changes[0]) == "rose"


def test_a_figure_without_a_speaker_says_that_none_is_named():
    said = message(UNNAMED)
    assert said.verdict == "different figure; this one names no speaker"
    assert said.speaker == "warta.example itself, no speaker named"


@pytest.mark.parametrize("kind", [ChangeKind.ROSE, ChangeKind.FELL, ChangeKind.CHANGED])
@pytest.mark.parametrize("relation", [Relation.OTHER_SPEAKER, Relation.UNKNOWN, None])
def test_only_the_same_speaker_moves(kind, relation):
    moved = change(WASHINGTON, KYIV, kind, relation)
    assert verdict(moved).startswith("different figure")
    assert "different figure" in change_phrase(moved)
    assert "different figure" in headline(alert(moved))


def test_what_is_on_record_comes_with_who_said_it_and_where():
    assert fact(message(OTHER_SPEAKER), "On record") == (
        "about 10,000 · Pemerintah Amerika Serikat (United States government) · kabar.example"
        " · 12 Nov 2024, 20:00 +07:00"
    )


def test_the_speakers_own_last_figure_is_shown_where_it_is_another():
    assert (
        fact(message(OTHER_SPEAKER), "This speaker's own last") == "up to 8,000 · suara.example · 5 Nov 2024, 07:30 UTC"
    )
    assert fact(message(SAME_SPEAKER), "This speaker's own last") is None


def test_how_it_was_read_is_said_in_english():
    assert figure_phrase(KYIV) == "about 11,000 · North Korean soldiers · deployed · Kursk · Volodymyr Zelensky"


def test_who_said_it_is_read_in_english_where_the_name_is_known():
    assert figure_phrase(WASHINGTON).endswith(" · an estimate · United States government")
    assert figure_phrase(replace(KYIV, speaker_gloss=None)).endswith(" · Presiden Ukraina Volodymyr Zelenskyy")


def test_the_quote_stays_in_its_own_language_with_the_number_marked():
    (quote,) = message(OTHER_SPEAKER).quotes
    assert quote.text == KYIV.quote
    assert quote.mention == "Sekitar 11.000"
    assert quote.language == "id"


def test_a_long_quote_is_cut_around_the_number():
    words = "kata " * 500
    long = replace(KYIV, quote=f"{words}11.000 {words}", start=0, end=5007, mention_start=2500, mention_end=2506)
    (quote,) = message(alert(change(None, long, ChangeKind.FIRST, None))).quotes
    assert quote.mention == "11.000"
    assert quote.before.startswith("…")
    assert quote.after.endswith("…")
    assert len(quote.text) < 570


@pytest.mark.parametrize(
    ("before", "to", "note"),
    [
        (WASHINGTON, KYIV, "the one on record is an estimate"),
        (KYIV, WASHINGTON, "this is an estimate"),
        (KYIV_BEFORE, KYIV, "other place: Kursk; on record Russia"),
        (KYIV, replace(KYIV, place=None, place_id=None), "names no place; on record Kursk"),
        (replace(KYIV, place=None, place_id=None), KYIV, "said of Kursk; the one on record names no place"),
        (
            replace(KYIV, quantity=Quantity.of(12000, Qualifier.AT_MOST)),
            KYIV,
            "11,000 is within “up to 12,000” on record",
        ),
        (
            KYIV,
            replace(KYIV, quantity=Quantity.between(10000, 12000)),
            "“10,000 to 12,000” includes the 11,000 on record",
        ),
    ],
)
def test_what_narrows_the_comparison_is_said(before, to, note):
    assert note in narrowing(before, to)


def test_bounds_that_contradict_each_other_are_not_excused():
    assert narrowing(KYIV, replace(KYIV, quantity=Quantity.of(12000, Qualifier.AT_LEAST))) == ()
    more_than = replace(KYIV, quantity=Quantity.of(11000, Qualifier.MORE_THAN))
    assert narrowing(more_than, KYIV) == ()


GIVEN = replace(
    KYIV,
    rule=RULE_ARTICLE,
    speaker=None,
    speaker_id=None,
    speaker_gloss=None,
    quantity=Quantity.of(9000),
    article=ArticleRef(id=RULE_ARTICLE, revision="", time=NOON, dated=False, first_seen=NOON),
)
SET_BY_EDITOR = replace(
    KYIV,
    rule=SET,
    speaker="jane",
    speaker_id="editor:jane",
    speaker_gloss=None,
    quote="the ministry withdrew the figure",
    article=replace(GIVEN.article, id="edit:1", source="set", title="Set by jane"),
)


def test_a_starting_value_is_said_to_be_the_watchs_own():
    said = message(alert(change(GIVEN, KYIV, ChangeKind.ROSE, Relation.UNKNOWN)))
    assert said.verdict == "different figure than the watch's starting value"
    assert fact(said, "On record") == "9,000 · the watch's own starting value"
    assert "1970" not in plain_text(said)


def test_a_value_that_an_editor_set_says_so_with_the_reason():
    said = message(alert(change(WASHINGTON, SET_BY_EDITOR, ChangeKind.ROSE, Relation.OTHER_SPEAKER)))
    assert said.headline.endswith(": about 11,000, put on record by an editor (was about 10,000)")
    assert said.verdict == "put on record by an editor"
    assert said.speaker == "the editor jane"
    assert [(quote.label, quote.text) for quote in said.quotes] == [
        ("The editor's reason", "the ministry withdrew the figure")
    ]
    assert said.origin.time == "13 Nov 2024, 12:00 UTC"
    assert fact(said, "Read as") is None


def test_a_plan_is_not_taken_for_the_state_of_things():
    assert narrowing(None, replace(KYIV, modality=Modality.PLANNED)) == ("this is planned, not yet so",)


def test_a_ratification_says_whose_and_which_of_how_many():
    said = message(RATIFICATION)
    assert said.headline == "Treaty between North Korea and Russia: ratified by North Korea, 1 of 2 (was signed)"
    assert fact(said, "Read as") == "ratified by North Korea · on 11 November 2024 · KCNA"


def test_held_changes_tell_the_latest_value_and_the_way_it_took():
    said = message(HELD)
    assert said.headline == "North Korean troops in Russia: about 11,000 after 2 updates (was up to 8,000)"
    assert said.verdict == "2 updates since 12 Nov 2024, 20:00 +07:00, told in one"
    assert fact(said, "The way it took") == (
        "up to 8,000 (Volodymyr Zelensky) → about 10,000 (United States government) → about 11,000 (Volodymyr Zelensky)"
    )


def test_a_very_long_way_leaves_out_its_middle_and_says_how_much():
    path = path_phrase(HELD.changes * 20)
    assert path.startswith(
        "up to 8,000 (Volodymyr Zelensky) → about 10,000 (United States government) → … 34 more … → "
    )
    assert path.count("→") == 7


def test_an_edited_article_is_updated_and_shows_both_texts():
    said = message(CORRECTED)
    assert said.headline == "North Korean troops in Russia: updated to about 12,000 (was about 11,000)"
    assert [(quote.label, quote.mention) for quote in said.quotes] == [
        ("The text before", "Sekitar 11.000"),
        ("The text now", "Sekitar 12.000"),
    ]


def test_a_claim_taken_back_says_what_stands_again():
    assert message(RETRACTED).headline == (
        "North Korean troops in Russia: about 11,000 taken back; back to about 10,000"
    )
    assert message(EMPTIED).headline == "North Korean troops in Russia: about 11,000 taken back; nothing on record"


def test_a_first_sighting_compares_with_nothing():
    said = message(FIRST)
    assert said.headline == "North Korean troops in Russia: about 11,000, first on record"
    assert fact(said, "On record") is None


def test_a_baseline_is_one_summary():
    said = message(BASELINE)
    assert said.lines == BASELINE.lines
    assert said.value == "2 on record"


def test_a_sample_is_marked_as_a_test():
    assert headline(replace(OTHER_SPEAKER, kind=AlertKind.TEST)).startswith("Test · ")


def test_the_commands_to_mute_and_to_retract_are_exact():
    said = message(OTHER_SPEAKER)
    assert [command.text for command in said.commands] == [
        "monitor mute dprk-troops-in-russia 2h",
        f'monitor record retract dprk-troops-in-russia {KYIV.id} --reason "…"',
    ]


def test_the_time_says_whose_it_is():
    time = datetime(2024, 11, 13, 2, 5, tzinfo=UTC)
    ref = KYIV.article
    assert sighting_phrase(ref) == "13 Nov 2024, 09:05 +07:00 (the paper's own time)"
    undated = replace(ref, published=None, dated=False, time=time, first_seen=time)
    assert sighting_phrase(undated) == "13 Nov 2024, 02:05 UTC (our first sight; the paper gives no time)"
    future = replace(undated, published=time.replace(year=2099))
    assert "our first sight; the paper's own time, 13 Nov 2099, 02:05 UTC, was still to come" in sighting_phrase(future)
    revised = replace(undated, published=time, time=time + timedelta(hours=1))
    assert sighting_phrase(revised) == "13 Nov 2024, 03:05 UTC (when we first saw this version)"


def test_a_speaker_is_named_as_the_article_names_it_and_through_whom():
    assert speaker_phrase(KYIV_BEFORE) == "Zelensky"
    assert speaker_phrase(WASHINGTON) == "Pemerintah Amerika Serikat (United States government)"
    assert speaker_phrase(replace(KYIV_BEFORE, via="Al Jazeera")) == "Zelensky, via Al Jazeera"


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_text_holds_a_control_character_or_reorders_its_line(name):
    text = plain_text(message(EXAMPLES[name]))
    assert not [sign for sign in text if unicodedata.category(sign) in ("Cc", "Zl", "Zp") and sign != "\n"]
    assert "\u202e" not in text


@given(st.text())
def test_a_line_is_one_line(text):
    assert len(one_line(text).splitlines()) <= 1
    assert len(one_line(text, 20)) <= 20


def test_a_hostile_address_ends_no_link_early():
    assert message(HOSTILE).origin.link == "https://evil.example/a?b=1&c=%3C%7C%3E%22%27"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https://a.example/ b", "file:///etc/passwd"]
)
def test_what_is_no_web_address_is_not_linked(url):
    away = replace(KYIV, article=replace(KYIV.article, url=url))
    assert message(alert(change(None, away, ChangeKind.FIRST, None))).origin.link is None


def test_an_alert_with_nothing_to_say_is_refused():
    with pytest.raises(ValueError, match="carries no change"):
        message(replace(OTHER_SPEAKER, changes=()))
