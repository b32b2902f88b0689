"""The jobs: what the workers do for the ids they are given. All that counts is in the store before a job ends.

    poll_sources   fetch the feed, identify its articles, offer the new ones for reading
    read_articles  fetch and clean the pages, read and judge them in order of publication, put on record what changed

A job that dies at any instruction leaves its sources and articles leased; they are due again when the lease runs out.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import structlog

from monitor.article import Article
from monitor.judge import Telling
from monitor.source import Source, SourceState
from monitor.sources import language, pages
from monitor.sources.http import Client
from monitor.sources.watching import Polled, poll
from monitor.store import Known, Offer
from workers.assess import Assessed, assess
from workers.boundary import attempt, outcome_of
from workers.desk import Desk, open_desk
from workers.fetching import SharedClient, Unread, texts_of
from workers.rules import LiveRules
from workers.settings import Settings

log = structlog.get_logger("monitor.work")

SUSPECT_AFTER = 3
"""So often was an article begun and never ended: from then on it is read alone, for it may be what kills the worker."""
GIVEN_UP_AFTER = 8
"""Then it is given up."""
LONGEST_RETRY = timedelta(days=1)
MOST_WAITS = 12
"""So often is an article tried whose host asks us to wait, which is no fault of the article: for two days and more."""

_desks: list[Desk] = []


def prepare(settings: Settings, url: str, rules: LiveRules) -> None:
    """Called once in the worker, before its children are forked: they are born with rules and libraries loaded."""
    _desks[:] = [open_desk(settings, url, rules)]
    preload()


def preload() -> None:
    pages.preload()
    language.preload()


def poll_sources(names: list[str]) -> None:
    desk = _desks[0]
    asyncio.run(_poll_all(desk, [desk.book.sources[name] for name in names if name in desk.book.sources]))


def read_articles(ids: list[str]) -> None:
    desk = _desks[0]
    found = {article_id: desk.store.articles.get(article_id) for article_id in ids}
    known = [item for item in found.values() if item is not None]
    desk.store.baselines.done([article_id for article_id, item in found.items() if item is None])
    suspects = [item for item in known if item.begun - item.attempts >= SUSPECT_AFTER]
    _read(desk, [item for item in known if item not in suspects])
    for suspect in suspects:
        if suspect.begun - suspect.attempts >= GIVEN_UP_AFTER:
            _put_off(desk, Unread(suspect, f"it was begun {suspect.begun} times and never ended", permanent=True))
        else:
            _read(desk, [suspect])


# --- polling


async def _poll_all(desk: Desk, sources: Sequence[Source]) -> None:
    async with SharedClient(desk.settings, desk.store.sources) as client:
        await asyncio.gather(*(_poll(desk, source, client) for source in sources))


async def _poll(desk: Desk, source: Source, client: Client) -> None:
    if desk.settings.poll_seconds is not None:
        source = replace(source, every=timedelta(seconds=desk.settings.poll_seconds))
    before = desk.store.sources.state(source.name)
    polled = await outcome_of(poll(source, before, client, datetime.now(UTC)))
    error = attempt("polling", lambda: _take_in(desk, source, before, polled()), source=source.name)
    if error is not None:
        later = datetime.now(UTC) + source.every
        desk.store.sources.save(replace(before, error=error, failures=before.failures + 1, next_due=later))


def _take_in(desk: Desk, source: Source, before: SourceState, polled: Polled) -> None:
    """Articles first, then the state: a poll that dies in between is made again, and offers the same articles."""
    now = datetime.now(UTC)
    articles = desk.store.articles
    found = [(*articles.identify(article.keys), article) for article in polled.found]
    if polled.baseline:
        desk.store.baselines.begin(source.name, [article_id for article_id, is_new, _ in found if is_new])
    offers = [articles.offer(article_id, article, now) for article_id, _, article in found]
    desk.store.sources.save(polled.state)
    new, changed = offers.count(Offer.NEW), offers.count(Offer.CHANGED)
    if polled.problem is not None and polled.problem.message != before.error:
        log.warning("source not well", source=source.name, reason=polled.problem.message)
    elif before.error is not None and polled.state.error is None:
        log.info("source well again", source=source.name)
    (log.info if new or changed else log.debug)("polled", source=source.name, new=new, changed=changed)


# --- reading


def _read(desk: Desk, known: Sequence[Known]) -> None:
    """Fetch, clean, assess, mark as read."""
    outcomes = texts_of(desk, known) if known else []
    for outcome in outcomes:
        if isinstance(outcome, Unread):
            _put_off(desk, outcome)
    readable = [article for article in outcomes if isinstance(article, Article)]
    baseline = desk.store.baselines.among([article.id for article in readable])
    for telling, group in (
        (Telling.BASELINE, [article for article in readable if article.id in baseline]),
        (Telling.ALERT, [article for article in readable if article.id not in baseline]),
    ):
        _assess(desk, sorted(group, key=lambda article: (article.time, article.id)), telling)


def _assess(desk: Desk, articles: Sequence[Article], telling: Telling) -> None:
    """All at once, so that a watch tells once what changed in many; one by one where one of them is not to be read."""
    if not articles:
        return
    error = attempt("reading", lambda: _record(desk, articles, telling), articles=[article.id for article in articles])
    if error is None:
        return
    for article in articles if len(articles) > 1 else ():
        _assess(desk, [article], telling)
    if len(articles) == 1:
        known = desk.store.articles.get(articles[0].id)
        if known is not None:
            _put_off(desk, Unread(known, f"reading failed: {error}", permanent=False))


def _record(desk: Desk, articles: Sequence[Article], telling: Telling) -> None:
    now = datetime.now(UTC)
    assessed = assess(desk.store, desk.book, articles, now, telling=telling, deliver=not desk.settings.shadow)
    for article in articles:
        desk.store.articles.read(article.id, article.revision, now)
    desk.store.baselines.done([article.id for article in articles])
    desk.store.languages.seen(article.language for article in articles if article.language is not None)
    log.info("read", articles=len(articles), changes=_count(assessed, "changes"), alerts=_count(assessed, "alerts"))


def _count(assessed: Sequence[Assessed], kind: str) -> int:
    return sum(len(getattr(item.judged, kind)) for item in assessed)


def _put_off(desk: Desk, unread: Unread) -> None:
    settings, known, now = desk.settings, unread.known, datetime.now(UTC)
    most = settings.read_attempts if unread.retry_after is None else max(settings.read_attempts, MOST_WAITS)
    last = unread.permanent or known.attempts + 1 >= most
    pause = min(timedelta(seconds=settings.read_retry_seconds * 2**known.attempts), LONGEST_RETRY)
    retry_at = None if last else now + max(pause, unread.retry_after or timedelta(0))
    desk.store.articles.failed(known.id, unread.reason, retry_at, now)
    if last:
        desk.store.baselines.done([known.id])
    repeated = unread.once is not None and not desk.store.sources.first_time(known.found.source, unread.once)
    (log.debug if repeated else log.warning)(
        "article not read" if unread.once is None else "article not read; likewise others of its source",
        source=known.found.source,
        reason=unread.reason,
        again=retry_at.isoformat(timespec="seconds") if retry_at else "no",
    )
