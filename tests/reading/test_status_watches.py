"""Watches on laws, truces, mergers, sanctions and offices: how each names its thing, and what it takes."""

from datetime import UTC, datetime

import pytest

from monitor.reading import claims_of
from monitor.rulebook import load

WATCHES = """
watches:
  media-bill:
    title: The media bill
    send: desk
    status: {of: {thing: {en: [media bill], id: [RUU penyiaran]}}, ladder: law}
  laws-of-poland:
    title: Laws in Poland
    send: desk
    status: {of: {thing: law, between: [Poland]}, ladder: law}
  gaza-truce:
    title: The truce in Gaza
    send: desk
    status: {of: {thing: ceasefire, between: [Israel, Hamas]}, ladder: ceasefire}
  sanctions-on-russia:
    title: Sanctions of the EU against Russia
    send: desk
    status: {of: {thing: sanctions, between: [European Union, Russia]}, ladder: sanction}
  president-of-south-korea:
    title: The president of South Korea
    send: desk
    status: {of: {thing: president, between: [South Korea]}, ladder: office}
  steel:
    title: The takeover of Sumber Baja
    send: desk
    status: {of: {thing: {en: [takeover of Sumber Baja, Sumber Baja deal], id: [akuisisi Sumber Baja]}}, ladder: merger}
"""
SEEN = datetime(2025, 3, 20, 12, tzinfo=UTC)


@pytest.fixture
def taken(tmp_path, article_of):
    (tmp_path / "watches.yaml").write_text(WATCHES, encoding="utf-8")
    (tmp_path / "receivers.yaml").write_text("receivers: {desk: [{channel: log}]}\n", encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.problems == ()
    book = loaded.rulebook

    def of(text, language="en"):
        claims = claims_of(article_of(text, language, published=SEEN), book.vocabulary, list(book.watches.values()))
        return [(claim.watch, claim.status, str(claim.modality)) for claim in claims]

    return of


def test_a_thing_in_words_of_ones_own_is_meant_by_its_short_name_too(taken):
    text = "Lawmakers debated the media bill for weeks. The Senate passed the bill on Monday."
    assert ("media-bill", "approved", "asserted") in taken(text)


def test_another_bill_is_another_thing(taken):
    text = "The media bill is disputed. The Senate passed the budget bill on Monday."
    assert taken(text) == []


def test_it_is_the_thing_named_before(taken):
    text = "The president vetoed the media bill on Monday, a week after parliament had passed it."
    assert taken(text) == [("media-bill", "vetoed", "asserted"), ("media-bill", "passed", "asserted")]


def test_a_thing_in_words_of_ones_own_is_found_in_another_language(taken):
    assert taken("DPR mengesahkan RUU penyiaran pada Kamis.", "id") == [("media-bill", "passed", "asserted")]


def test_a_law_of_ones_own_words_is_a_law_for_other_watches(taken):
    found = taken("Poland's parliament passed the media bill on Thursday.")
    assert ("laws-of-poland", "passed", "asserted") in found
    assert ("media-bill", "passed", "asserted") in found


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The ceasefire between Israel and Hamas took effect on Sunday.", [("gaza-truce", "in_force", "asserted")]),
        ("The ceasefire between Israel and Hezbollah took effect on Sunday.", []),
        (
            "The European Union extended its sanctions against Russia by six months.",
            [("sanctions-on-russia", "extended", "asserted")],
        ),
        ("The United States lifted sanctions on Syria.", []),
        (
            "South Korea's parliament impeached President Yoon Suk Yeol on Saturday.",
            [("president-of-south-korea", "impeached", "asserted")],
        ),
        ("The president of Chad resigned on Saturday.", []),
        ("Regulators approved the takeover of Sumber Baja on Friday.", [("steel", "approved", "asserted")]),
    ],
)
def test_the_parties_tell_one_thing_from_another(taken, text, claims):
    assert taken(text) == claims
