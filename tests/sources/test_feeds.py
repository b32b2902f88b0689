"""Bytes to the entries of a feed, whatever the bytes are."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.source import ProblemKind
from monitor.sources.feeds import parse

URL = "https://koran.example/rss/index.xml"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Koran</title><language>id-ID</language>{items}</channel></rss>"""


def rss(*items: str) -> bytes:
    return RSS.format(items="".join(f"<item>{item}</item>" for item in items)).encode()


def only(body: bytes):
    feed = parse(body, url=URL)
    assert feed.problem is None
    (entry,) = feed.entries
    return entry


def test_an_item_of_rss_gives_its_id_link_title_and_time():
    feed = parse(
        rss(
            "<guid isPermaLink='false'>17</guid><link>https://koran.example/a</link><title>Gempa</title>"
            "<pubDate>Tue, 12 Nov 2024 16:00:00 +0700</pubDate><description>Ringkasan</description>"
            "<content:encoded><![CDATA[<p>Seluruh isi</p>]]></content:encoded>"
        ),
        url=URL,
        content_type="application/rss+xml",
    )
    (entry,) = feed.entries
    assert (feed.title, feed.language) == ("Koran", "id")
    assert (entry.guid, entry.url, entry.title) == ("17", "https://koran.example/a", "Gempa")
    assert entry.published == datetime(2024, 11, 12, 9, tzinfo=UTC)
    assert (entry.summary, entry.content_html) == ("Ringkasan", "<p>Seluruh isi</p>")


def test_an_entry_of_atom_gives_the_same():
    entry = only(
        b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://koran.example/berita/"><title>Koran</title>
        <entry><id>tag:koran.example,2024:17</id>
        <link rel="alternate" href="a?id=5"/><link rel="self" href="/x"/>
        <title type="html">Gempa &amp;amp; banjir</title><updated>2024-11-12T10:00:00Z</updated>
        <published>2024-11-12T16:00:00+07:00</published>
        <content type="html">&lt;p&gt;Isi&lt;/p&gt;</content></entry></feed>"""
    )
    assert (entry.guid, entry.url) == ("tag:koran.example,2024:17", "https://koran.example/berita/a?id=5")
    assert (entry.title, entry.content_html) == ("Gempa & banjir", "<p>Isi</p>")
    assert entry.published == datetime(2024, 11, 12, 9, tzinfo=UTC)


def test_an_item_of_json_feed_gives_the_same():
    item = {
        "id": 17,
        "url": "/a",
        "title": "Gempa",
        "date_published": "2024-11-12T16:00:00+07:00",
        "content_html": "<p>Isi</p>",
        "content_text": "Isi",
        "summary": "Ringkasan",
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Koran", "language": "id", "items": [item]}
    entry = only(json.dumps(feed).encode("utf-8-sig"))
    assert (entry.guid, entry.url, entry.title) == ("17", "https://koran.example/a", "Gempa")
    assert (entry.content_html, entry.content_text, entry.summary) == ("<p>Isi</p>", "Isi", "Ringkasan")
    assert entry.published == datetime(2024, 11, 12, 9, tzinfo=UTC)


def test_a_json_feed_with_unreadable_items_gives_the_others_and_says_so():
    feed = {"version": "https://jsonfeed.org/version/1", "items": [3, {"id": "a", "title": ["x"]}]}
    read = parse(json.dumps(feed).encode(), url=URL)
    assert [(entry.guid, entry.title) for entry in read.entries] == [("a", None)]
    assert read.problem.kind is ProblemKind.BROKEN
    assert "1 of its items" in read.problem.reason


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"<!doctype html><html><body>Selamat datang</body></html>", "is an HTML page"),
        (b"<HTML><HEAD></HEAD></HTML>", "is an HTML page"),
        (b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>', "is a sitemap"),
        (b"{", "neither RSS nor Atom nor JSON"),
        (b'{"items": []}', "not a JSON Feed"),
        (b'{"version": "https://jsonfeed.org/version/1"}', 'without "items"'),
        (b"[" * 100_000, "neither RSS nor Atom nor JSON"),
        (b"/etc/passwd", "is not a feed"),
        (b"file:///etc/passwd", "is not a feed"),
        (b"http://169.254.169.254/latest/meta-data/", "is not a feed"),
        (b"\x00\x01\x02\x03", "is not a feed"),
        (b"just a moment...", "is not a feed"),
    ],
)
def test_what_is_no_feed_is_told(body, says):
    feed = parse(body, url=URL)
    assert feed.entries == ()
    assert feed.problem.kind is ProblemKind.NOT_A_FEED
    assert says in feed.problem.reason


def test_a_page_that_names_its_feeds_is_told_with_them():
    page = b"""<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml" title="RSS">
    <link href='https://koran.example/atom' type='application/atom+xml' rel=alternate></head></html>"""
    reason = parse(page, url=URL).problem.reason
    assert "https://koran.example/feed.xml, https://koran.example/atom" in reason


def test_a_feed_without_entries_is_a_feed():
    feed = parse(rss(), url=URL)
    assert (feed.entries, feed.problem) == ((), None)


def test_of_a_feed_that_breaks_off_what_can_be_read_is_used_and_the_damage_told():
    items = [f"<guid>{n}</guid><title>Gempa {n}</title>" for n in range(3)]
    feed = parse(rss(*items)[:-60], url=URL)
    assert [entry.guid for entry in feed.entries][:2] == ["0", "1"]
    assert feed.problem.kind is ProblemKind.BROKEN


@pytest.mark.parametrize("charset", ["cp1251", "utf-16", "koi8-r"])
def test_a_feed_in_another_charset_is_read(charset):
    body = RSS.format(items="<item><title>Северокорейские военные</title></item>").replace("utf-8", charset)
    assert parse(body.encode(charset), url=URL).entries[0].title == "Северокорейские военные"


def test_a_relative_id_stays_as_written_so_that_it_survives_a_move_of_the_feed():
    assert only(rss("<guid isPermaLink='false'>g1</guid><title>a</title>")).guid == "g1"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("95 &amp;lt;b&amp;gt;tewas&amp;lt;/b&amp;gt;", "95 tewas"),
        ("<![CDATA[95 <i>tewas</i> &amp; 3\n hilang]]>", "95 tewas & 3 hilang"),
        ("Korban 5 &lt; 7", "Korban 5 < 7"),
        ("Gempa\u2028Cianjur", "Gempa Cianjur"),
        ("<![CDATA[<script>alert(1)</script>]]>", "alert(1)"),
        (" ", None),
    ],
)
def test_a_title_is_plain_text_in_one_line(written, plain):
    assert only(rss(f"<guid>1</guid><title>{written}</title>")).title == plain


@pytest.mark.parametrize(
    "date", ["", "Mo, 12 Nov 2024 16:00:00 +0100 Uhr", "Thu, 01 Jan 1970 00:00:00 GMT", "0", "kemarin"]
)
def test_a_date_that_is_none_is_none(date):
    assert only(rss(f"<guid>1</guid><pubDate>{date}</pubDate>")).published is None


def test_an_entry_without_a_publication_time_has_the_time_of_its_update():
    entry = only(
        b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><updated>2024-11-12T10:00:00Z</updated></entry></feed>"
    )
    assert entry.published == datetime(2024, 11, 12, 10, tzinfo=UTC)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.example", "http://["])
def test_a_link_to_what_is_no_page_is_no_link(link):
    assert only(rss(f"<guid isPermaLink='false'>1</guid><link>{link}</link>")).url is None


def test_entities_neither_explode_nor_open_files():
    start = time.monotonic()
    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(20))
    body = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "gempa">{bomb}<!ENTITY x SYSTEM "file:///etc/passwd">]>
    <rss version="2.0"><channel><item><guid>1</guid><title>&a20;&x;</title></item></channel></rss>"""
    feed = parse(body.encode(), url=URL)
    assert time.monotonic() - start < 30
    assert all("root:" not in (entry.title or "") and len(entry.title or "") < 1000 for entry in feed.entries)


@given(
    st.sampled_from(
        (rss("<guid>1</guid><link>https://a.example/1</link><pubDate>Tue, 12 Nov 2024 16:00:00 GMT</pubDate>"),)
    ),
    st.lists(st.tuples(st.integers(0, 400), st.binary(max_size=6)), max_size=8),
)
def test_no_bytes_whatever_raise(body, edits):
    for place, written in edits:
        body = body[:place] + written + body[place + len(written) // 2 :]
    parse(body, url=URL)


def test_an_encoding_declared_in_bytes_that_are_no_text_is_told():
    feed = parse(rss().replace(b"utf-8", b"ut\xfd-8"), url=URL)
    assert "cannot be read as a feed" in feed.problem.reason


def test_a_number_of_thousands_of_digits_is_no_json_feed():
    assert parse(b'{"version": ' + b"9" * 5000 + b"}", url=URL).problem.kind is ProblemKind.NOT_A_FEED


@pytest.mark.parametrize("link", ["https://koran.example:99999/a", "https:///a", "https://ex%00ample/"])
def test_an_odd_link_does_no_harm(link):
    feed = parse(rss(f"<guid isPermaLink='false'>1</guid><link>{link}</link>"), url=URL)
    assert feed.entries[0].guid == "1"
