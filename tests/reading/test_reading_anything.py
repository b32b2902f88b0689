"""No text makes the reader fail, and what it gives always lies in the text."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from fuzzing import codes, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.article import Article
from monitor.reading import claims_of, read
from monitor.rulebook import load
from monitor.rulebook.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
BOOK = load(ROOT / "rules").rulebook
WATCHES = tuple(BOOK.watches.values())
SEEN = datetime(2025, 3, 18, tzinfo=UTC)
WORDS = [
    "North", "Korea", "North Korean", "Russia", "Rusia", "Korea Utara", "soldiers", "tentara", "troops", "11,000",
    "of", "the", "dari", "and", "dan", "including", "termasuk", "said", "kata", "that", "bahwa", "denied", "in Kursk",
    "killed", "tewas", "sent", "mengirim", "a further", "treaty", "perjanjian", "signed", "diratifikasi", "will",
    "12/11/2024", "16.00", "tens of thousands", "puluhan ribu", "between", "5", "8,000", "'s", "U.S.", "there", "has",
    "akan", "12 ribu", "di Kursk", "$5",
]  # fmt: skip
MARKS = ["", ",", ".", ";", ":", "(", ")", '"', "“", "”", "-", " – ", "\n", "\n\n", "?", "\u00ad", "\x00"]
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS)), max_size=40).map(
    lambda parts: " ".join(word + mark for word, mark in parts)
)


def article(text, language):
    return Article(id="a", text=text, first_seen=SEEN, published=SEEN, language=language)


@given(text=TEXTS | st.text(max_size=200), language=st.sampled_from(["id", "en"]))
@settings(max_examples=300, deadline=None)
def test_whatever_is_read_lies_in_the_text(text, language):
    reading = read(article(text, language), BOOK.vocabulary, WATCHES)
    for mention in (*reading.numbers, *reading.statuses):
        assert text[mention.start : mention.end] == mention.text
    for claim in reading.claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.start <= claim.mention_start < claim.mention_end <= claim.end
    pairs = [(one.watch, one.start, one.end) for one in reading.dispositions if one.start >= 0]
    figures = sum(watch.figure is not None for watch in WATCHES)
    assert len(pairs) == len(reading.numbers) * figures + len(reading.statuses) * (len(WATCHES) - figures)


@given(texts(codes()))
@settings(max_examples=400, deadline=None)
def test_no_text_of_any_language_makes_the_reader_fail(one):
    language, text = one
    reading = read(article(text, language), BOOK.vocabulary, WATCHES)
    for mention in (*reading.numbers, *reading.statuses):
        assert text[mention.start : mention.end] == mention.text


@given(text=TEXTS, language=st.sampled_from(["id", "en"]))
@settings(max_examples=200, deadline=None)
def test_the_quick_way_never_loses_a_claim(text, language):
    assert (
        claims_of(article(text, language), BOOK.vocabulary, WATCHES)
        == read(article(text, language), BOOK.vocabulary, WATCHES).claims
    )


@pytest.mark.parametrize("text", ["1," * 20000, "said 5 " * 5000, "(" * 50000, "killed 5 " * 4000, "\n5\n" * 4000])
def test_a_hostile_text_is_read_or_cut_in_bounded_time(text):
    assert read(article(text, "en"), load_vocabulary(), WATCHES[:2]).scene is not None
