"""Replay: saved articles through the same reading, judging and recording as the daemon's, on a clock that they set.

    survey the files once: which article lies where, and when it was published
    in order of time: release what was held and is due by then, then assess the article at its own time
    at the end release what is still held

Only the headers of the articles are held in memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from monitor.article import Article
from monitor.change import Alert, Change
from monitor.claim import ArticleRef
from monitor.judge import Judged, release
from monitor.ledger import Record
from monitor.reading import language_of
from monitor.rulebook import Rulebook
from monitor.sources.archives import ArchiveError, Problem, Saved, Skipped
from monitor.store import Store
from monitor.telling import due_at
from monitor.watch import Watch
from workers.assess import assess, deliveries, judge_again

Open = Callable[[Saved], Article]
"""Reads the article of a header; raises ArchiveError."""


@dataclass(frozen=True, slots=True)
class Happened:
    """A change or an alert, with the article that brought it about (for an alert that was held: its news)."""

    event: Change | Alert
    article: ArticleRef


@dataclass(slots=True)
class Replay:
    """One run. `opened` counts the articles that were tried, the unreadable ones included."""

    store: Store
    rulebook: Rulebook
    open: Open
    deliver: bool = False
    due: dict[str, datetime] = field(default_factory=dict)
    """Per watch, when what it holds may be told."""
    opened: int = 0

    def run(self, headers: Iterable[Saved]) -> Iterator[Happened | Problem | Skipped]:
        """Everything that happens, in order; headers are sorted here by (time, id)."""
        ordered = sorted(headers, key=lambda header: (header.time, header.id))
        revisions = _Revisions(ordered)
        for header in ordered:
            yield from self._released(header.time)
            self.opened += 1
            try:
                article = revisions.place(self.open(header))
            except ArchiveError as error:
                yield error.problem
            else:
                if language_of(article, self.rulebook.vocabulary) is None:
                    yield Skipped(file=header.named, reason=_not_read(article))
                yield from self._assessed(article)
        yield from self._released(None)

    def _assessed(self, article: Article) -> Iterator[Happened]:
        written = assess(self.store, self.rulebook, [article], article.time, deliver=self.deliver)
        for assessed in written:
            self._note_held(assessed.judged.record)
        yield from in_order_of_text([assessed.judged for assessed in written], ArticleRef.of(article))

    def _released(self, until: datetime | None) -> Iterator[Happened]:
        """Alerts that were held and are due by then, each at its own time; all of them where no time is given."""
        while ripe := [(at, watch) for watch, at in self.due.items() if until is None or at <= until]:
            at, watch_id = min(ripe)
            watch = self.rulebook.watches[watch_id]
            before = self.store.ledgers.load(watch_id)
            judged = release(before, watch, at)
            receivers = self.rulebook.receivers if self.deliver else None
            self.store.ledgers.commit(before, judged, deliveries(judged.alerts, receivers), at)
            self._note_held(judged.record)
            for alert in judged.alerts:
                yield Happened(alert, _news_of(alert))

    def begin(self, now: datetime) -> list[Watch]:
        """Take over what an earlier replay on the same record left; gives the watches edited since, judged again."""
        watches = self.rulebook.watches.values()
        edited = [each for each in watches if judge_again(self.store, self.store.ledgers.load(each.id), each, now)]
        for watch in watches:
            self._note_held(self.store.ledgers.load(watch.id))
        return edited

    def _note_held(self, record: Record) -> None:
        if record.told.due is None:
            self.due.pop(record.watch, None)
        else:  # by the watch as it is now: an edit may have made the wait longer since
            self.due[record.watch] = due_at(record.told, self.rulebook.watches[record.watch], record.told.due)


@dataclass(slots=True)
class _Revisions:
    """Articles that come more than once under one id: the later ones are revisions of the first."""

    headers: Sequence[Saved]
    seen: dict[str, ArticleRef | None] = field(init=False)

    def __post_init__(self) -> None:
        counts = Counter(header.id for header in self.headers)
        self.seen = {article_id: None for article_id, count in counts.items() if count > 1}

    def place(self, article: Article) -> Article:
        if article.id not in self.seen:
            return article
        before = self.seen[article.id]
        if before is None:
            placed = article
        elif before.revision == article.revision:
            revised = before.time if before.revised else None
            placed = replace(article, first_seen=before.first_seen, published=before.published, revised=revised)
        else:
            placed = replace(article, first_seen=before.first_seen, revised=article.time)
        self.seen[article.id] = ArticleRef.of(placed)
        return placed


def in_order_of_text(judged: Sequence[Judged], article: ArticleRef) -> Iterator[Happened]:
    """Changes in the order in which the article's text mentions what is new, each alert right after its last change."""
    changes = [change for each in judged for change in each.changes]
    changes.sort(key=lambda change: change.to.mention_start if change.to else 0)
    alerts = {alert.watch: alert for each in judged for alert in each.alerts}
    last = {change.watch: change for change in changes}
    for change in changes:
        yield Happened(change, article)
        if change is last[change.watch] and change.watch in alerts:
            yield Happened(alerts.pop(change.watch), article)
    for alert in alerts.values():
        yield Happened(alert, _news_of(alert))


def _not_read(article: Article) -> str:
    if article.language is None:
        return "not read: its language could not be told (--language says it)"
    return f"not read: there is no file for its language, {article.language!r}"


def _news_of(alert: Alert) -> ArticleRef:
    news = alert.changes[-1]
    claim = news.to or news.before
    if claim is None:
        raise ValueError(f"a change of watch {alert.watch} compares nothing with nothing")
    return claim.article
