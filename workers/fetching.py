"""From articles that are known by name to their texts, many pages at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from yarl import URL

from monitor.article import Article
from monitor.source import ProblemKind
from monitor.sources.http import Client, Fetched, FetchError
from monitor.sources.language import unread
from monitor.sources.pages import Cleaner, PageError
from monitor.sources.watching import read_article
from monitor.store import Known
from monitor.store.sources import Sources
from workers.boundary import attempt, outcome_of
from workers.desk import Desk
from workers.settings import Settings

AT_ONCE = 10
"""Pages under way at the same time; the client keeps each host's pace."""
LONGEST_TURN = timedelta(seconds=60)
"""A job does not wait longer for its turn at a host; its article or source is tried again later."""


@dataclass(frozen=True, slots=True)
class Unread:
    """An article that gave no text this time. `permanent`: another try cannot help."""

    known: Known
    reason: str
    permanent: bool
    retry_after: timedelta | None = None
    once: str | None = None
    """What it has in common with other articles of its source, of which it is said once."""


class SharedClient(Client):
    """Takes turns at each host with every other worker, and obeys what a host asked of any of them."""

    def __init__(self, settings: Settings, sources: Sources) -> None:
        self._gap = timedelta(seconds=settings.host_pause_seconds)
        self._sources = sources
        super().__init__(allow_private=settings.allow_private_addresses, pace=self._gap)

    async def fetch(self, url: str, **options: Any) -> Fetched:
        try:
            return await super().fetch(url, **options)
        except FetchError as error:
            if error.retry_after is not None and (host := urlsplit(url).hostname):
                now = datetime.now(UTC)
                self._sources.hold(host, now + error.retry_after, now)
            raise

    async def _wait_for_turn(self, url: URL) -> None:
        await super()._wait_for_turn(url)
        now = datetime.now(UTC)
        wait = self._sources.turn(url.host or "", now, gap=self._gap) - now
        if wait > LONGEST_TURN:
            raise FetchError(f"{url.host} asked to be left alone", kind=ProblemKind.THROTTLED, retry_after=wait)
        await asyncio.sleep(wait.total_seconds())


def texts_of(desk: Desk, known: Sequence[Known]) -> list[Article | Unread]:
    """One outcome for each article, in the same order, but for those that half the job's time was not enough for.

    They stay on lease, and are due again when it ends: many pages of one host may take longer than a job.
    """
    outcomes = asyncio.run(_texts(desk, known))
    return [outcome for outcome in outcomes if outcome is not None]


async def _texts(desk: Desk, known: Sequence[Known]) -> list[Article | Unread | None]:
    slots, clock = asyncio.Semaphore(AT_ONCE), asyncio.get_running_loop().time
    begin_by = clock() + desk.settings.job_seconds / 2
    with Cleaner(time_out=timedelta(seconds=desk.settings.clean_seconds)) as cleaner:
        async with SharedClient(desk.settings, desk.store.sources) as client:

            async def one(item: Known) -> Article | Unread | None:
                async with slots:
                    if clock() >= begin_by:
                        return None
                    desk.store.articles.begin(item.id)
                    outcome = await outcome_of(_text(desk, item, client, cleaner))
                texts: list[Article | Unread] = []
                error = attempt("fetching", lambda: texts.append(outcome()), article=item.id)
                return texts[0] if error is None else Unread(item, f"fetching failed: {error}", permanent=False)

            return await asyncio.gather(*map(one, known))


async def _text(desk: Desk, known: Known, client: Client, cleaner: Cleaner) -> Article | Unread:
    languages = desk.book.vocabulary.languages
    try:
        article = await read_article(
            known.found, client, cleaner, article_id=known.id, first_seen=known.first_seen, languages=languages
        )
    except FetchError as error:
        return Unread(known, str(error), error.permanent, error.retry_after)
    except PageError as error:
        return Unread(known, f"{known.found.url or known.id}: {error}", permanent=True)
    if article.language not in languages:
        reason = unread(article.language, languages)
        said = f"language {article.language}"
        return Unread(known, f"{known.found.url or known.id}: {reason}", permanent=True, once=said)
    if known.revision is not None and known.revision != article.revision:
        return replace(article, revised=datetime.now(UTC))
    return article
