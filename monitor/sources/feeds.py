"""A feed's bytes to its entries: RSS and Atom through feedparser, JSON Feed by itself."""

from __future__ import annotations

import re
from calendar import timegm
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import feedparser

from monitor.source import ProblemKind
from monitor.sources.identity import canonical_url
from monitor.sources.jsonfeed import NotJsonFeed, items_of
from monitor.sources.language import code_of
from monitor.sources.times import EARLIEST

MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,1000}>")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
LINKED_FEED = re.compile(
    rb"<link\b[^<>]{0,500}\btype\s*=\s*[\"']?application/(?:rss\+xml|atom\+xml|feed\+json)[^<>]{0,500}>", re.IGNORECASE
)
HREF = re.compile(rb"\bhref\s*=\s*[\"']?([^\"'\s>]{1,500})", re.IGNORECASE)
HARMLESS = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
"""What feedparser remarks of a feed that it read all the same."""

FEEDPARSER_FAILS = (ValueError, TypeError, AttributeError, LookupError, RecursionError)
"""What its own mistakes on odd bytes raise, such as an encoding declared in bytes that are no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    guid: str | None
    """The feed's own id of it, as written."""
    url: str | None
    """Absolute, http or https."""
    title: str | None
    """Plain text in one line."""
    published: datetime | None
    summary: str | None = None
    """HTML, hostile; often only a teaser."""
    content_html: str | None = None
    """The whole article, where the feed gives it; hostile."""
    content_text: str | None = None
    updated: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedProblem:
    kind: ProblemKind
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """With a problem of kind `broken` the entries are those that could be read; with another there are none."""

    title: str | None = None
    language: str | None = None
    entries: tuple[FeedEntry, ...] = ()
    problem: FeedProblem | None = None


def parse(body: bytes, *, url: str, content_type: str = "") -> Feed:
    """Read a feed that came from `url`. Never raises: what is no feed is told as `problem`."""
    if not body.strip():
        return _no_feed("is empty")
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return _json(body, url)
    # Only ever BytesIO: feedparser opens what looks like a path or URL. Without a Content-Location it leaves relative
    # ids as they are, so that they survive a move of the feed.
    headers = {"content-type": content_type} if content_type else {}
    try:
        read = feedparser.parse(
            BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except FEEDPARSER_FAILS as error:
        return _no_feed(f"cannot be read as a feed ({type(error).__name__}: {str(error)[:100]})")
    if not read.get("version") and not read.entries:
        return _no_feed(_likeness(body, url))
    return Feed(
        title=plain(read.feed.get("title")),
        language=code_of(read.feed["language"]) if read.feed.get("language") else None,
        entries=tuple(_entry(entry, url) for entry in read.entries),
        problem=_damage(read),
    )


def plain(title: str | None) -> str | None:
    """A title without markup, entities and control characters, in one line."""
    if title is None:
        return None
    text = CONTROLS.sub(" ", MARKUP.sub("", unescape(MARKUP.sub("", title))))  # some escape their markup once too often
    return " ".join(text.split()) or None


def _entry(entry: Any, feed_url: str) -> FeedEntry:
    contents = [content.value for content in entry.get("content", ()) if content.get("value")]
    return FeedEntry(
        guid=entry.get("id") or None,
        url=_link(entry.get("feedburner_origlink") or entry.get("link"), feed_url),
        title=plain(entry.get("title")),
        published=_moment(entry.get("published_parsed")) or _moment(entry.get("created_parsed")) or _updated(entry),
        summary=entry.get("summary") or None,
        content_html=max(contents, key=len, default=None),
        updated=_updated(entry),
    )


def _link(link: str | None, feed_url: str) -> str | None:
    if not link:
        return None
    try:
        target = urljoin(feed_url, link.strip())
        canonical_url(target)
    except ValueError:
        return None  # "javascript:…", "http://[": no web address
    return target


def _updated(entry: Any) -> datetime | None:
    return _moment(entry["updated_parsed"]) if "updated_parsed" in entry else None


def _moment(parsed: Any) -> datetime | None:
    """What feedparser parsed, in UTC. Before the web existed means that it could not."""
    if parsed is None:
        return None
    try:
        moment = datetime.fromtimestamp(timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return moment if moment >= EARLIEST else None


def _damage(read: Any) -> FeedProblem | None:
    error = read.get("bozo_exception")
    if not read.bozo or error is None or isinstance(error, HARMLESS):
        return None
    told = " ".join(str(error).split())[:150]
    return FeedProblem(
        kind=ProblemKind.BROKEN, reason=f"is damaged ({told}); {len(read.entries)} entries could be read"
    )


def _json(body: bytes, url: str) -> Feed:
    try:
        title, language, items, unreadable = items_of(body)
    except NotJsonFeed as error:
        return _no_feed(str(error))
    entries = tuple(
        FeedEntry(
            guid=item.id,
            url=_link(item.url, url),
            title=plain(item.title),
            published=item.published,
            summary=item.summary,
            content_html=item.html,
            content_text=item.text,
            updated=item.updated,
        )
        for item in items
    )
    reason = f"is damaged: {unreadable} of its items could not be read"
    problem = FeedProblem(kind=ProblemKind.BROKEN, reason=reason) if unreadable else None
    return Feed(title=plain(title), language=code_of(language) if language else None, entries=entries, problem=problem)


def _no_feed(reason: str) -> Feed:
    return Feed(problem=FeedProblem(kind=ProblemKind.NOT_A_FEED, reason=reason))


def _likeness(body: bytes, url: str) -> str:
    """What a thing that is no feed seems to be, and which feed was perhaps meant."""
    start = body[:2000].lower()
    if b"<urlset" in start or b"<sitemapindex" in start:
        return "is a sitemap, not a feed"
    if b"<html" not in start and b"<!doctype html" not in start:
        return "is not a feed: neither RSS nor Atom nor JSON Feed"
    named = (HREF.search(tag) for tag in LINKED_FEED.findall(body[:200_000]))
    links = [_link(match.group(1).decode("utf-8", "replace"), url) for match in named if match]
    feeds = ", ".join(dict.fromkeys(link for link in links if link))
    return "is an HTML page, not a feed" + (f"; the page names these feeds: {feeds[:500]}" if feeds else "")
