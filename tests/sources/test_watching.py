"""Polling a source, against a real local server."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from werkzeug import Response

from monitor.source import Content, FoundArticle, ProblemKind, Source, SourceState
from monitor.sources.http import Client, FetchError
from monitor.sources.pages import Cleaner, PageError
from monitor.sources.watching import Polled, poll, read_article

NOW = datetime(2024, 11, 12, 12, tzinfo=UTC)
EVERY = timedelta(minutes=15)
ITEM = """<item><guid isPermaLink="false">{n}</guid><link>{url}</link><title>Gempa {n}</title>
<pubDate>Tue, 12 Nov 2024 0{n}:00:00 GMT</pubDate><description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"""
TEXT = "Sedikitnya 95 orang tewas dalam gempa di Cianjur, kata BNPB pada hari Selasa di Jakarta. " * 2
PAGE = f"""<html lang=id><head><title>Judul halaman</title></head>
<body><h1>Judul halaman</h1><article><p>{TEXT}</p></article></body></html>"""


def feed(*numbers: int, url: str = "https://koran.example/{n}?utm_source=rss", text: str = TEXT) -> str:
    items = "".join(ITEM.format(n=n, url=url.format(n=n), text=text) for n in sorted(numbers, reverse=True))
    return f'<rss version="2.0"><channel><title>Koran</title><language>id</language>{items}</channel></rss>'


@pytest.fixture
def source(httpserver):
    return Source(name="koran", url=httpserver.url_for("/feed"), every=EVERY)


def run(work):
    async def once():
        async with Client(allow_private=True, pace=timedelta(0)) as client:
            return await work(client)

    return asyncio.run(once())


def polled(source: Source, state: SourceState | None = None, now: datetime = NOW) -> Polled:
    return run(lambda client: poll(source, state or SourceState(name=source.name), client, now))


def answer(httpserver, body="", **options):
    httpserver.clear()
    httpserver.expect_request("/feed").respond_with_data(body, **options)


def atom(*edited: str) -> str:
    entries = "".join(
        f'<entry><id>a{n}</id><link href="https://koran.example/{n}"/><title>Gempa {n}</title>'
        f"<published>2024-11-12T01:00:00Z</published><updated>{when}</updated></entry>"
        for n, when in enumerate(edited)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Koran</title>{entries}</feed>'


def test_when_an_article_was_edited_comes_with_it(httpserver, source):
    answer(httpserver, atom("2024-11-12T01:00:00Z", "2024-11-12T02:30:00Z"))
    assert {article.updated for article in polled(source).found} == {
        datetime(2024, 11, 12, 1, tzinfo=UTC),
        datetime(2024, 11, 12, 2, 30, tzinfo=UTC),
    }


def test_one_time_on_all_entries_is_when_the_feed_was_made_and_says_nothing_of_edits(httpserver, source):
    answer(httpserver, atom("2024-11-12T03:00:00Z", "2024-11-12T03:00:00Z"))
    assert {article.updated for article in polled(source).found} == {None}


def test_a_first_poll_finds_all_articles_the_oldest_first_and_is_the_baseline(httpserver, source):
    answer(httpserver, feed(1, 2, 3))
    first = polled(source)
    assert [article.title for article in first.found] == ["Gempa 1", "Gempa 2", "Gempa 3"]
    assert first.baseline
    assert first.problem is None
    assert first.state.baseline_done
    assert first.state.next_due == NOW + EVERY
    assert first.state.last_article_at == datetime(2024, 11, 12, 3, tzinfo=UTC)


def test_a_find_is_known_by_its_canonical_url_and_by_its_id_in_that_feed(httpserver, source):
    answer(httpserver, feed(1))
    (found,) = polled(source).found
    assert found.keys == ("https://koran.example/1", "guid:koran:1")
    assert found.url == "https://koran.example/1?utm_source=rss"
    assert (found.source, found.language) == ("koran", "id")
    assert found.published == datetime(2024, 11, 12, 1, tzinfo=UTC)


def test_a_second_poll_is_no_baseline(httpserver, source):
    answer(httpserver, feed(1))
    first = polled(source)
    answer(httpserver, feed(1, 2))
    second = polled(source, first.state)
    assert not second.baseline
    assert len(second.found) == 2


def test_a_feed_that_did_not_change_is_not_parsed_again(httpserver, source):
    answer(httpserver, feed(1), headers={"ETag": '"a"'})
    first = polled(source)
    answer(httpserver, feed(1), headers={"ETag": '"b"'})
    second = polled(source, first.state, NOW + EVERY)
    assert second.found == ()
    assert second.state.etag == '"b"'
    assert second.state.next_due == NOW + 2 * EVERY


def test_what_the_server_gave_to_ask_again_is_sent_and_a_304_finds_nothing(httpserver, source):
    def handler(request):
        if request.headers.get("If-None-Match") == 'W/"a"':
            return Response(status=304)
        return Response(feed(1), headers={"ETag": 'W/"a"', "Last-Modified": "Tue, 12 Nov 2024 09:00:00 GMT"})

    httpserver.expect_request("/feed").respond_with_handler(handler)
    first = polled(source)
    second = polled(source, first.state, NOW + EVERY)
    assert second.found == ()
    assert second.problem is None
    assert (second.state.etag, second.state.last_modified) == ('W/"a"', "Tue, 12 Nov 2024 09:00:00 GMT")


def test_a_feed_that_is_html_is_told_and_what_was_learnt_is_kept(httpserver, source):
    answer(httpserver, feed(1), headers={"ETag": '"a"'})
    first = polled(source)
    answer(httpserver, PAGE, content_type="text/html", headers={"ETag": '"consent"'})
    second = polled(source, first.state, NOW + EVERY)
    assert second.problem.kind is ProblemKind.NOT_A_FEED
    assert source.url in second.problem.message
    assert (second.state.etag, second.state.body_hash, second.state.baseline_done) == (
        '"a"',
        first.state.body_hash,
        True,
    )
    assert second.state.error == second.problem.message


def test_a_source_that_was_no_feed_at_first_has_its_baseline_still_before_it(httpserver, source):
    answer(httpserver, PAGE)
    first = polled(source)
    assert not first.state.baseline_done
    answer(httpserver, feed(1))
    assert polled(source, first.state).baseline


def test_a_feed_that_answers_500_is_asked_ever_more_seldom_and_says_so(httpserver, source):
    answer(httpserver, status=500)
    state, waits = SourceState(name="koran"), []
    for _ in range(12):
        result = polled(source, state)
        state = result.state
        waits.append(state.next_due - NOW)
    assert "answered 500" in state.error
    assert (state.failures, result.problem.kind) == (12, ProblemKind.REFUSED)
    assert EVERY <= waits[0] <= EVERY * 1.25
    assert waits == sorted(waits[:7]) + waits[7:]
    assert max(waits) <= timedelta(days=1) * 1.25


def test_a_good_poll_forgets_the_failures(httpserver, source):
    answer(httpserver, feed(1))
    state = SourceState(name="koran", failures=7, error="answered 500", gone=True)
    after = polled(source, state).state
    assert (after.failures, after.error, after.gone, after.next_due) == (0, None, False, NOW + EVERY)


def test_a_server_that_asks_us_to_wait_is_obeyed_for_its_whole_host(httpserver, source):
    answer(httpserver, status=429, headers={"Retry-After": "7200"})
    result = polled(source)
    assert result.problem.kind is ProblemKind.THROTTLED
    assert result.state.next_due == NOW + timedelta(hours=2)


def test_a_source_that_is_gone_is_told_and_left_alone_for_a_month(httpserver, source):
    answer(httpserver, status=410)
    result = polled(source)
    assert result.state.gone
    assert result.state.next_due == NOW + timedelta(days=30)
    assert "remove it from the feeds or give its new URL" in result.problem.message


def test_a_server_that_is_not_there_is_told(source):
    result = polled(replace(source, url="http://127.0.0.1:9/feed"))
    assert result.problem.kind is ProblemKind.UNREACHABLE
    assert result.state.failures == 1


def test_a_private_address_is_refused_unless_allowed(source):
    async def once():
        async with Client() as client:
            return await poll(source, SourceState(name="koran"), client, NOW)

    assert "MONITOR_ALLOW_PRIVATE_ADDRESSES" in asyncio.run(once()).problem.message


def test_one_id_on_several_entries_identifies_none_of_them(httpserver, source):
    items = (ITEM.format(n=1, url=f"https://koran.example/{letter}", text="x") for letter in "ab")
    answer(httpserver, f'<rss version="2.0"><channel>{"".join(items)}</channel></rss>')
    assert [found.keys for found in polled(source).found] == [
        ("https://koran.example/b",),
        ("https://koran.example/a",),
    ]


def test_an_entry_with_neither_link_nor_id_is_known_by_its_title_and_time(httpserver, source):
    answer(httpserver, '<rss version="2.0"><channel><item><title>Gempa</title></item><item></item></channel></rss>')
    (found,) = polled(source).found
    assert found.keys[0].startswith("entry:koran:")


def test_undated_articles_come_last_as_feeds_have_them_newest_on_top(httpserver, source):
    undated = "".join(f"<item><guid>{n}</guid><title>{n}</title></item>" for n in (9, 8))
    answer(httpserver, feed(2, 1).replace("<item>", undated + "<item>", 1))
    assert [found.title for found in polled(source).found] == ["Gempa 1", "Gempa 2", "8", "9"]


def test_a_date_in_the_future_is_kept_for_the_article_to_judge_but_is_no_last_article(httpserver, source):
    answer(httpserver, feed(1).replace("2024", "2099"))
    result = polled(source)
    assert result.found[0].published.year == 2099
    assert result.state.last_article_at == NOW


def test_a_source_may_give_the_whole_text_itself(httpserver, source):
    answer(httpserver, feed(1))
    (found,) = polled(replace(source, content=Content.FEED)).found
    assert TEXT.strip() in found.html
    (found,) = polled(source).found
    assert found.html is None


def test_what_could_be_read_of_a_broken_feed_is_used_and_the_damage_told(httpserver, source):
    answer(httpserver, feed(1, 2).removesuffix("</channel></rss>"))
    result = polled(source)
    assert len(result.found) == 2
    assert result.problem.kind is ProblemKind.BROKEN
    assert result.state.failures == 0


def article(found: FoundArticle, cleaner):
    return run(
        lambda client: read_article(found, client, cleaner, article_id="a", first_seen=NOW, languages=("id", "en"))
    )


@pytest.fixture
def found(httpserver):
    published = datetime(2024, 11, 12, 1, tzinfo=UTC)
    return FoundArticle(
        keys=("k",),
        source="koran",
        url=httpserver.url_for("/a"),
        title="Judul umpan",
        published=published,
        language="id",
    )


def test_an_article_is_read_from_its_page(httpserver, found, cleaner):
    httpserver.expect_request("/a").respond_with_data(PAGE, content_type="text/html")
    read = article(found, cleaner)
    assert read.text.startswith("Judul halaman\n")
    assert (read.title, read.language, read.source, read.url) == ("Judul halaman", "id", "koran", found.url)
    assert (read.published, read.first_seen) == (found.published, NOW)


def test_the_feeds_time_counts_before_the_pages_own(httpserver, found, cleaner):
    page = PAGE.replace("<head>", '<head><meta name="date" content="2024-11-11T05:00:00Z">')
    httpserver.expect_request("/a").respond_with_data(page)
    assert article(found, cleaner).published == found.published
    assert article(replace(found, published=None), cleaner).published == datetime(2024, 11, 11, 5, tzinfo=UTC)


def test_an_article_whose_feed_gives_its_text_needs_no_page(httpserver, found, cleaner):
    read = article(replace(found, html=f"<p>{TEXT}</p>"), cleaner)
    assert read.text == f"Judul umpan\n\n{TEXT.strip()}"
    assert article(replace(found, text=TEXT), cleaner).text == f"Judul umpan\n\n{TEXT}"
    assert httpserver.log == []


def test_a_page_in_a_language_that_nobody_reads_is_an_article_in_that_language(httpserver, found, cleaner):
    french = "Environ onze mille soldats ont été déployés dans la région de Koursk, selon le président ukrainien. " * 3
    httpserver.expect_request("/a").respond_with_data(f"<html><body><article><p>{french}</p></article></body></html>")
    assert article(found, cleaner).language == "fr"


def test_a_link_to_what_is_no_page_is_told(httpserver, found, cleaner):
    httpserver.expect_request("/a").respond_with_data(b"%PDF-1.7", content_type="application/pdf")
    with pytest.raises(PageError, match="is application/pdf, not a page"):
        article(found, cleaner)


def test_an_entry_with_neither_link_nor_text_is_told(found, cleaner):
    with pytest.raises(PageError, match="neither a link to a page nor a text"):
        article(replace(found, url=None), cleaner)


def test_a_page_that_answers_404_is_told(httpserver, found, cleaner):
    httpserver.expect_request("/a").respond_with_data("no", status=404)
    with pytest.raises(FetchError, match="answered 404") as caught:
        article(found, cleaner)
    assert caught.value.permanent


def test_a_page_without_a_content_type_is_a_page(raw_server, found, cleaner):
    answer = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + PAGE.encode()
    with raw_server(lambda connection: connection.sendall(answer)) as url:
        assert article(replace(found, url=url), cleaner).title == "Judul halaman"


def test_a_page_that_hangs_the_extractor_does_not_hold_up_the_fetching_of_others(httpserver, found):
    hangs = "<html><body><p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</p></body></html>"
    httpserver.expect_request("/hangs").respond_with_data(hangs)
    httpserver.expect_request("/a").respond_with_data(PAGE)
    good = httpserver.url_for("/a")

    async def both(client):
        with Cleaner(time_out=timedelta(seconds=2)) as cleaner:
            hanging = replace(found, url=httpserver.url_for("/hangs"))
            stopped = asyncio.gather(
                *(read_article(hanging, client, cleaner, article_id="b", first_seen=NOW) for _ in range(2)),
                return_exceptions=True,
            )
            start = time.monotonic()
            fetched = [await client.fetch(good) for _ in range(5)]
            return fetched, time.monotonic() - start, await stopped

    fetched, seconds, stopped = run(both)
    assert [answer.status for answer in fetched] == [200] * 5
    assert seconds < 1.5
    assert all(isinstance(error, PageError) and "stopped" in str(error) for error in stopped)
