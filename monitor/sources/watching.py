"""Polling a source: fetch, parse, identify. What comes of it is a value; the caller keeps the state and the finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from monitor.article import Article
from monitor.source import Content, FoundArticle, ProblemKind, Source, SourceProblem, SourceState
from monitor.sources.feeds import Feed, FeedEntry, parse
from monitor.sources.http import Client, Fetched, FetchError, Validators
from monitor.sources.identity import keys_of
from monitor.sources.language import detect
from monitor.sources.pages import Cleaner, Page, PageError, headed

LONGEST_BACK_OFF = timedelta(days=1)
GONE_FOR = timedelta(days=30)
"""A server that says 410 is asked again after this, in case it was a mistake."""

NO_PAGES = frozenset(
    {"image", "audio", "video", "font", "application/pdf", "application/zip", "application/octet-stream"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What one poll came to. `found` runs from the oldest to the newest, with articles already known among them."""

    state: SourceState
    found: tuple[FoundArticle, ...] = ()
    baseline: bool = False
    """Whether this is the source's first good poll: its articles are recorded and not told."""
    problem: SourceProblem | None = None


async def poll(source: Source, state: SourceState, client: Client, now: datetime) -> Polled:
    """Ask a source once. Never raises for what the source does."""
    try:
        fetched = await client.fetch(source.url, validators=Validators(state.etag, state.last_modified))
    except FetchError as error:
        return failed(source, state, error, now)
    return received(source, state, fetched, now)


def received(source: Source, state: SourceState, fetched: Fetched, now: datetime) -> Polled:
    """What an answer comes to: nothing new, new articles, or no feed at all."""
    digest = sha256(fetched.body).hexdigest()
    if fetched.status == 304 or (digest == state.body_hash and state.baseline_done):
        return Polled(state=_good(source, state, fetched, now))
    feed = parse(fetched.body, url=fetched.url, content_type=_content_type(fetched))
    problem = None
    if feed.problem is not None:
        problem = SourceProblem(
            source=source.name, kind=feed.problem.kind, message=f"{source.url} {feed.problem.reason}", at=now
        )
        if feed.problem.kind is ProblemKind.NOT_A_FEED:
            return Polled(state=_bad(source, state, problem.message, now), problem=problem)
    found = found_in(feed, source)
    shown = [min(article.published, now) for article in found if article.published is not None]
    newest = max(shown, default=now if found else None)
    good = _good(source, state, fetched, now)
    seen = [moment for moment in (state.last_article_at, newest) if moment is not None]
    return Polled(
        state=replace(good, body_hash=digest, baseline_done=True, last_article_at=max(seen, default=None)),
        found=found,
        baseline=not state.baseline_done,
        problem=problem,
    )


def failed(source: Source, state: SourceState, error: FetchError, now: datetime) -> Polled:
    """What no answer, or a refusal, comes to: a longer wait, and words for the user."""
    kind, message = error.kind, str(error)
    worse = _bad(source, state, message, now)
    if kind is ProblemKind.GONE:
        message = f"{message}: the source is gone; remove it from the feeds or give its new URL"
        worse = replace(worse, error=message, gone=True, next_due=now + GONE_FOR)
    if error.retry_after is not None:
        worse = replace(worse, next_due=now + max(error.retry_after, source.every))
    problem = SourceProblem(source=source.name, kind=kind, message=message, at=now)
    return Polled(state=worse, problem=problem)


def found_in(feed: Feed, source: Source) -> tuple[FoundArticle, ...]:
    """A feed's entries as articles, the oldest first; undated ones last, as feeds have them: newest on top."""
    guids = Counter(entry.guid for entry in feed.entries)
    found = [_found(entry, feed, source, shared=guids[entry.guid] > 1) for entry in reversed(feed.entries)]
    if len(found) > 1 and len({article.updated for article in found}) == 1:
        found = [
            replace(article, updated=None) for article in found
        ]  # when the feed was made, not when each was edited
    articles = [article for article in found if article.keys]
    dated = [(article.published, article) for article in articles if article.published is not None]
    undated = [article for article in articles if article.published is None]
    return (*(article for _, article in sorted(dated, key=lambda pair: pair[0])), *undated)


async def read_article(
    found: FoundArticle,
    client: Client,
    cleaner: Cleaner,
    *,
    article_id: str,
    first_seen: datetime,
    languages: Collection[str] = (),
) -> Article:
    """The article of a find: from the feed where it gives the whole text, else from its page.

    The feed's time counts before the page's own. Raises FetchError and PageError.
    """
    if found.text is not None:
        title, text, published, hint = found.title, headed(found.title, found.text), found.published, found.language
    else:
        page = await _page(found, client, cleaner)
        title, text = page.title, page.text
        published, hint = found.published or page.published, found.language or page.language
    return Article(
        id=article_id,
        text=text,
        first_seen=first_seen,
        url=found.url,
        title=title,
        language=detect(text, hint, languages=languages),
        published=published,
        source=found.source,
    )


async def _page(found: FoundArticle, client: Client, cleaner: Cleaner) -> Page:
    if found.html is not None:
        return await cleaner.cleaned(found.html, url=found.url, title=found.title)
    if found.url is None:
        raise PageError("the feed gives neither a link to a page nor a text")
    fetched = await client.fetch(found.url)
    if fetched.content_type.partition("/")[0] in NO_PAGES or fetched.content_type in NO_PAGES:
        raise PageError(f"{found.url} is {fetched.content_type}, not a page")
    page = await cleaner.cleaned(fetched.body, url=fetched.url, charset=fetched.charset)
    if page.title is None and found.title is not None:
        return replace(page, title=found.title, text=headed(found.title, page.text))
    return page


def _found(entry: FeedEntry, feed: Feed, source: Source, *, shared: bool) -> FoundArticle:
    """One id on several entries of a feed identifies none of them."""
    whole = source.content is Content.FEED
    return FoundArticle(
        keys=keys_of(entry.url, None if shared else entry.guid, feed=source.name) or _last_resort(entry, source),
        source=source.name,
        url=entry.url,
        title=entry.title,
        published=entry.published,
        language=source.language or feed.language,
        html=entry.content_html or entry.summary if whole and entry.content_text is None else None,
        text=entry.content_text if whole else None,
        updated=entry.updated,
    )


def _last_resort(entry: FeedEntry, source: Source) -> tuple[str, ...]:
    """An entry with neither a link nor an id is known by its title and time, if it has a title."""
    if entry.title is None:
        return ()
    when = entry.published.isoformat() if entry.published is not None else ""
    seed = f"{entry.title}\n{when}"
    digest = sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()
    return (f"entry:{source.name}:{digest[:16]}",)


def _good(source: Source, state: SourceState, fetched: Fetched, now: datetime) -> SourceState:
    """An answer without new validators withdraws the old ones, unless it says that nothing changed."""
    given, kept = fetched.validators, state if fetched.status == 304 else Validators()
    return replace(
        state,
        etag=given.etag or kept.etag,
        last_modified=given.last_modified or kept.last_modified,
        next_due=now + source.every,
        failures=0,
        error=None,
        last_polled=now,
        gone=False,
    )


def _bad(source: Source, state: SourceState, message: str, now: datetime) -> SourceState:
    """Everything learnt is kept; the next wait doubles with each failure in a row, up to a day."""
    wait = min(source.every * 2 ** min(state.failures, 10), max(LONGEST_BACK_OFF, source.every))
    spread = int(sha256(f"{source.name} {state.failures}".encode()).hexdigest()[:4], 16) / 0xFFFF
    return replace(
        state,
        next_due=now + wait * (1 + spread / 4),  # so that sources that failed together do not return together
        failures=state.failures + 1,
        error=message,
        last_polled=now,
    )


def _content_type(fetched: Fetched) -> str:
    return fetched.content_type + (f"; charset={fetched.charset}" if fetched.charset else "")
