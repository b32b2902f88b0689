"""Assessing: read articles, judge what they claim, record it in one step. The daemon's jobs and replay both come here.

read the claims of each article (pure)
for each watch: load the record, judge (pure), write it all at once
where another worker was first: load and judge again, without reading again
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from monitor.article import Article
from monitor.change import Alert
from monitor.claim import ArticleRef, Claim
from monitor.judge import Judged, Telling, judge, needs_history, outdated, rejudge
from monitor.ledger import Entry, EntryKind, Record
from monitor.reading import claims_of
from monitor.route import Delivery, Receiver, route
from monitor.rulebook import Rulebook
from monitor.store import Store
from monitor.watch import Watch

MOST_TRIES = 100
"""Each try that is lost is one that another worker won, so that many in a row mean that something is broken."""


class Contention(RuntimeError):  # noqa: N818 - it names what is wrong
    """The record of a watch could not be written, since it was another one at every try."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """What was written for one watch."""

    watch: Watch
    judged: Judged


def assess(
    store: Store,
    rulebook: Rulebook,
    articles: Sequence[Article],
    now: datetime,
    *,
    telling: Telling = Telling.ALERT,
    deliver: bool = True,
) -> list[Assessed]:
    """Read the articles and record what they claim; a watch gives at most one alert for all of them.

    Articles that were recorded already are passed over. Without `deliver` the alerts are recorded, and go to nobody.
    """
    receivers = rulebook.receivers if deliver else None
    written = []
    for watch_id, entries in read_entries(store, rulebook, articles, now).items():
        judged = record(store, rulebook.watches[watch_id], entries, now, receivers=receivers, telling=telling)
        if judged is not None:
            written.append(Assessed(rulebook.watches[watch_id], judged))
    return written


def read_entries(
    store: Store, rulebook: Rulebook, articles: Sequence[Article], now: datetime
) -> dict[str, list[Entry]]:
    """Per watch, the entries that the articles give. A revision without claims counts where one before it had some."""
    watches = tuple(rulebook.watches.values())
    entries: dict[str, list[Entry]] = {}
    for given in articles:
        before = store.ledgers.watches_of(given.id)
        article = _as_revision(store, given, before, now)
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims_of(article, rulebook.vocabulary, watches):
            claims[claim.watch].append(claim)
        if claims:
            store.texts.keep(article)
        dropped = before & set(rulebook.watches) if article.revised else set()
        for watch_id in sorted({*claims, *dropped}):
            entries.setdefault(watch_id, []).append(_entry(article, claims[watch_id], now))
    return entries


def record(
    store: Store,
    watch: Watch,
    entries: Sequence[Entry],
    now: datetime,
    *,
    receivers: Mapping[str, Receiver] | None,
    telling: Telling = Telling.ALERT,
) -> Judged | None:
    """Judge and write entries of one watch's ledger; None where it has all of them. Raises Contention."""
    for _ in range(MOST_TRIES):
        known = store.ledgers.seen(watch.id, [entry.id for entry in entries])
        fresh = [entry for entry in entries if entry.id not in known]
        if not fresh:
            return None
        before = _current(store, watch, fresh, now)
        if outdated(before, watch):
            continue  # another worker was faster, and knows another version of the rules
        judged = judge(fresh, before, watch, now, telling=telling)
        if not judged.entries:
            return None
        if store.ledgers.commit(before, judged, deliveries(judged.alerts, receivers), now):
            return judged
    raise Contention(f"the record of watch {watch.id} changed {MOST_TRIES} times while it was judged")


def deliveries(alerts: Sequence[Alert], receivers: Mapping[str, Receiver] | None) -> list[Delivery]:
    return [] if receivers is None else [delivery for alert in alerts for delivery in route(alert, receivers)]


def _current(store: Store, watch: Watch, entries: Sequence[Entry], now: datetime) -> Record:
    """The record, with its history where judging needs it; of an edited watch, judged again first."""
    before = store.ledgers.load(watch.id)
    if judge_again(store, before, watch, now):
        before = store.ledgers.load(watch.id)
    return store.ledgers.load(watch.id, history=True) if needs_history(before, entries, watch) else before


def judge_again(store: Store, before: Record, watch: Watch, now: datetime) -> bool:
    """Judge the ledger of an edited watch by what it is now, silently; whether there was need to."""
    if not outdated(before, watch):
        return False
    whole = store.ledgers.load(watch.id, history=True)
    store.ledgers.commit(whole, rejudge(whole, watch, now), (), now)
    return True


def _as_revision(store: Store, article: Article, watches: Iterable[str], now: datetime) -> Article:
    """The ledgers know the article by another text: a revision, though it was not called one."""
    if article.revised is None and any(not store.ledgers.seen(watch, [_name(article)]) for watch in watches):
        return replace(article, revised=max(now, article.time))
    return article


def _name(article: Article) -> str:
    """A revision is named by its time too, since a page may come back to a text that it had before."""
    name = f"{article.id}:{article.revision}"
    return name if article.revised is None else f"{name}:{article.revised.isoformat()}"


def _entry(article: Article, claims: Sequence[Claim], now: datetime) -> Entry:
    return Entry(
        id=_name(article),
        kind=EntryKind.READ,
        at=now,
        article=ArticleRef.of(article),
        claims=tuple(claims),
    )
