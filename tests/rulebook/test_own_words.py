"""Words that a watch brings along: found in texts, and no hindrance to other watches."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from problems_told import told

from monitor.article import Article
from monitor.reading import claims_of, read

RULES = """
    watches:
      damaged:
        title: A
        send: desk
        figure: {count: {id: [rumah rusak], en: [damaged houses, houses damaged]}, where: Palu}
      houses: {title: A, send: desk, figure: {count: {id: [rumah], en: [houses]}, where: Palu}}
      buildings: {title: A, send: desk, figure: {count: buildings, where: Palu}}
      flooded: {title: A, send: desk, figure: {count: buildings, action: {id: [terendam], en: [flooded]}, where: Palu}}
      soldiers: {title: A, send: desk, figure: {count: soldiers, of: North Korea}}
      strictly: {title: A, send: desk, figure: {count: {en: [soldiers]}, of: North Korea}}
      charter:
        title: A
        send: desk
        status:
          of: {thing: {id: [piagam], en: [charter, bill of duties]}, between: [Israel, Lebanon]}
          ladder: treaty
"""


@pytest.fixture
def book(rules):
    loaded = rules(RULES)
    assert loaded.problems == ()
    return loaded.rulebook


@pytest.mark.parametrize(
    ("language", "text", "watches"),
    [
        ("id", "Sekitar 1.200 rumah rusak di Palu akibat gempa.", {"damaged", "houses", "buildings"}),
        ("en", "About 1,200 damaged houses were counted in Palu.", {"damaged", "houses", "buildings"}),
        ("en", "In Palu, 300 houses were flooded.", {"houses", "buildings", "flooded"}),
        ("id", "Sebanyak 300 rumah terendam di Palu.", {"houses", "buildings", "flooded"}),
        ("en", "About 9,000 North Korean soldiers are in Kursk.", {"soldiers", "strictly"}),
        ("en", "About 9,000 North Korean troops are in Kursk.", {"soldiers"}),
    ],
)
def test_a_word_of_ones_own_takes_its_figures_and_leaves_those_of_others(book, language, text, watches):
    article = Article(id="a", text=text, first_seen=datetime(2024, 11, 1, tzinfo=UTC), language=language)
    claims = read(article, book.vocabulary, list(book.watches.values())).claims
    assert {claim.watch for claim in claims} == watches
    assert claims == claims_of(article, book.vocabulary, list(book.watches.values()))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Israel and Lebanon signed a charter on Monday."),
        ("id", "Israel dan Lebanon menandatangani piagam."),
    ],
)
def test_a_thing_in_words_of_ones_own_climbs_its_ladder(book, language, text):
    article = Article(id="a", text=text, first_seen=datetime(2024, 11, 1, tzinfo=UTC), language=language)
    claims = read(article, book.vocabulary, list(book.watches.values())).claims
    assert [(claim.watch, claim.status) for claim in claims] == [("charter", "signed")]


def test_two_watches_may_share_a_word(rules):
    book = rules(
        """
        watches:
          a: {title: A, send: desk, figure: {count: {en: [damaged houses]}}}
          b: {title: B, send: desk, figure: {count: {en: [damaged houses, ruined houses]}}}
        """
    ).rulebook
    first, second = (book.watches[name].figure.count for name in "ab")
    assert set(first) < set(second)


def test_a_word_is_read_in_the_languages_it_was_given_for(rules):
    book = rules("watches: {a: {title: A, send: desk, figure: {count: {id: [drone], en: [drone]}}}}").rulebook
    (noun,) = book.watches["a"].figure.count
    assert book.vocabulary.nouns[noun].words == {"id": ("drone",), "en": ("drone",)}


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("figure: {count: people, action: {en: [killed]}}", "'killed' is a word of 'killed' already"),
        (
            "status: {of: {thing: {en: [pact]}}, ladder: treaty}",
            "'pact' is a word of 'treaty' already\n    write treaty",
        ),
    ],
)
def test_an_action_or_thing_that_the_vocabulary_has_is_named_instead(rules, condition, words):
    assert words in told(rules(f"watches: {{a: {{title: A, send: desk, {condition}}}}}"))


def test_a_nouns_own_action_goes_over_to_an_equal_word(rules):
    book = rules("watches: {a: {title: A, send: desk, figure: {count: {id: [korban tewas]}}}}").rulebook
    (noun,) = book.watches["a"].figure.count
    assert book.vocabulary.nouns[noun].action == book.vocabulary.nouns["dead"].action == "killed"


def test_a_figure_in_words_of_ones_own_keeps_its_value(book):
    article = Article(
        id="a", text="Sekitar 1.200 rumah rusak di Palu.", first_seen=datetime(2024, 11, 1, tzinfo=UTC), language="id"
    )
    (claim,) = read(article, book.vocabulary, [book.watches["damaged"]]).claims
    assert claim.quantity.nominal == Decimal(1200)
