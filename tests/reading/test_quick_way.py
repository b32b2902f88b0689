"""The quick way to the claims, which skips what cannot concern a watch, gives what reading gives, in every language."""

from datetime import UTC, datetime
from itertools import count, product

import pytest
from labelled import codes, passages

from monitor.article import Article
from monitor.claim import Kind
from monitor.reading import claims_of, make_ready, read
from monitor.reading.figures.finding import find_figures
from monitor.reading.numbers.dates import calendar_of
from monitor.reading.numbers.search import tools_of
from monitor.reading.prefilter import filter_of
from monitor.reading.scene import see
from monitor.reading.words.lookup import trie_of
from monitor.watch import FigureCondition, Group, StatusCondition, Watch

SEEN = datetime(2025, 6, 30, 12, tzinfo=UTC)
NAMES = count()


def watch(**condition):
    kind = Kind.FIGURE if "figure" in condition else Kind.STATUS
    return Watch(id=f"watch-{next(NAMES)}", title="a watch", kind=kind, **condition)


def watches_for(article, vocabulary):
    """A watch for everything that the article gives, so that each would be missed."""
    reading = read(article, vocabulary)
    for number in reading.numbers:
        if number.noun is not None and number.unit == "count":
            group = Group(number.of, together=len(number.of) > 1) if number.of else None
            condition = FigureCondition(count=(number.noun,), of=group, action=number.action)
            yield watch(figure=condition)
    for status in reading.statuses:
        ladder = vocabulary.ladders[status.ladder].ladder
        yield watch(status=StatusCondition(thing=(status.thing_id,), ladder=ladder, parties=status.parties))


@pytest.mark.parametrize("code", codes())
def test_what_reading_takes_is_not_refused_beforehand(code, vocabulary):
    for passage in passages(code):
        article = Article(id="a", text=passage["text"], first_seen=SEEN, language=code)
        watches = list(watches_for(article, vocabulary))
        assert claims_of(article, vocabulary, watches) == read(article, vocabulary, watches).claims, passage["id"]


@pytest.mark.parametrize("code", codes())
def test_a_figure_that_alone_is_asked_for_is_what_it_is_among_all(code, vocabulary):
    for passage in passages(code):
        scene = see(passage["text"], vocabulary, vocabulary.languages[code], published=SEEN)
        for figure in find_figures(scene):
            assert find_figures(scene, lambda mention, start=figure.start: mention.start == start) == [figure]


def test_a_language_that_is_not_read_needs_nothing_made_ready(vocabulary):
    make_ready("xx", vocabulary, [])


@pytest.mark.parametrize("code", ["en", "nl", "ja"])
def test_nothing_of_a_language_that_was_made_ready_is_left_to_build(code, vocabulary):
    built = (tools_of, calendar_of, trie_of, filter_of)
    watches = [watch(figure=FigureCondition(count=("soldiers",)))]
    make_ready(code, vocabulary, watches)
    before = [one.cache_info().misses for one in built]
    for passage in passages(code):
        claims_of(Article(id="a", text=passage["text"], first_seen=SEEN, language=code), vocabulary, watches)
    assert [one.cache_info().misses for one in built] == before


def test_many_watches_give_the_claims_that_each_gives_alone(vocabulary):
    text = "North Korea sent 11,000 soldiers to Kursk, and Russian and North Korean troops lost 900 men there."
    article = Article(id="a", text=text, first_seen=SEEN, language="en")
    groups = [
        None,
        *(Group((name,)) for name in ("North Korea", "Russia")),
        Group(("Russia", "North Korea"), together=True),
    ]
    conditions = product(("soldiers", "people", "dead"), groups, (None, "deployed", "casualties"))
    watches = [watch(figure=FigureCondition(count=(noun,), of=of, action=action)) for noun, of, action in conditions]
    alone = [claim for one in watches for claim in read(article, vocabulary, [one]).claims]
    assert alone
    assert list(claims_of(article, vocabulary, watches)) == alone
