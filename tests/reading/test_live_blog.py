"""Live blogs: each entry has its own time, and the latest tells how things stand."""

from datetime import UTC, datetime

import pytest

from monitor.candidates import best
from monitor.claim import Kind
from monitor.reading import claims_of
from monitor.reading.live_blog import entries_of
from monitor.watch import FigureCondition, Watch

PUBLISHED = datetime(2025, 3, 28, 18, 0, tzinfo=UTC)
DEAD = Watch(id="dead", title="Dead", kind=Kind.FIGURE, figure=FigureCondition(count=("dead",), action="killed"))
NEWEST_FIRST = """Earthquake: what we know

17:05 - At least 31 people were killed, the fire brigade says.

14:40 - The number of dead has risen: 26 people were killed.

09:15 - Twelve people were killed, the mayor says."""


@pytest.fixture
def times(scene_of):
    def read(text, published=PUBLISHED):
        scene, *_ = scene_of(text, "en", published=published)
        return [f"{entry.at:%d %H:%M}" for entry in entries_of(scene)]

    return read


def test_each_entry_has_its_own_time(times):
    assert times(NEWEST_FIRST) == ["28 17:05", "28 14:40", "28 09:15"]


def test_a_time_may_stand_in_a_line_of_its_own(times):
    assert times("5.15 pm\nIt rained.\n\n1.05 pm\nIt snowed.\n\n11.30 am\nIt hailed.") == [
        "28 17:15",
        "28 13:05",
        "28 11:30",
    ]


def test_an_entry_later_than_the_publication_is_of_the_day_before(times):
    assert times("23:50 - It rained.\n\n23:10 - It snowed.\n\n22:00 - It hailed.")[0] == "27 23:50"


def test_two_times_make_no_live_blog(times):
    assert times("17:05 - It rained.\n\n14:40 - It snowed.") == []


def test_times_without_order_make_no_live_blog(times):
    assert times("08:00 - Breakfast.\n\n13:00 - Lunch.\n\n07:00 - Sports.") == []


def test_without_a_publication_time_no_entry_is_dated(times):
    assert times(NEWEST_FIRST, None) == []


@pytest.mark.parametrize("order", [1, -1])
def test_the_latest_entry_is_the_candidate_wherever_it_stands(article_of, vocabulary, order):
    title, *entries = NEWEST_FIRST.split("\n\n")
    text = "\n\n".join([title, *entries[::order]])
    claims = claims_of(article_of(text, "en", published=PUBLISHED), vocabulary, [DEAD])
    assert [claim.quantity.nominal for claim in best(claims, DEAD)] == [31]


def test_a_claim_outside_a_live_blog_has_no_time_of_its_own(article_of, vocabulary):
    (claim,) = claims_of(article_of("At least 31 people were killed.", "en", published=PUBLISHED), vocabulary, [DEAD])
    assert claim.said_at is None
