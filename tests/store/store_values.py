"""Values for the tests of the store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from monitor.article import Article
from monitor.change import Alert, Change, ChangeKind, Judgement
from monitor.claim import ArticleRef, Claim, Kind
from monitor.judge import ClaimJudgement, Judged
from monitor.ledger import Entry, EntryKind, Fold, Record, Told
from monitor.quantity import Quantity
from monitor.route import Delivery
from monitor.source import FoundArticle

NOON = datetime(2024, 11, 8, 12, tzinfo=UTC)
LEASE = timedelta(minutes=2)


def later(**units: float) -> datetime:
    return NOON + timedelta(**units)


def article(name: str = "a1", text: str = "Sekitar 11.000 tentara Korea Utara.") -> Article:
    return Article(id=name, text=text, first_seen=NOON, url=f"https://example.org/{name}", published=NOON)


def claim(value: str = "11000", *, of: str = "a1", watch: str = "troops") -> Claim:
    return Claim(
        watch=watch,
        kind=Kind.FIGURE,
        article=ArticleRef.of(article(of)),
        quote="Sekitar 11.000 tentara Korea Utara.",
        start=0,
        end=35,
        mention_start=8,
        mention_end=14,
        quantity=Quantity.of(value),
        speaker="Zelenskyy",
        speaker_id="zelensky",
    )


def entry(name: str = "a1", value: str = "11000", *, watch: str = "troops") -> Entry:
    it = claim(value, of=name, watch=watch)
    return Entry(id=f"{name}@{it.article.revision}", kind=EntryKind.READ, at=NOON, article=it.article, claims=(it,))


def judged(before: Record, *entries: Entry, told: bool = False) -> Judged:
    """As if the last entry's claim now stands; with `told`, with a change and an alert."""
    claims = [it for each in entries for it in each.claims]
    record = Record(
        watch=before.watch,
        watch_version="w1",
        version=before.version + 1,
        fold=Fold(standing=claims[-1], voices={it.voice: it for it in claims}, position=(NOON, "a1"))
        if claims
        else before.fold,
        told=Told(last=claims[-1], at=NOON, high="11000") if claims and told else before.told,
    )
    changes = (Change(watch=before.watch, kind=ChangeKind.FIRST, at=NOON, before=None, to=claims[-1]),) if told else ()
    return Judged(
        record=record,
        entries=entries,
        changes=changes,
        alerts=(alert(*changes, watch=before.watch),) if told else (),
        judgements=tuple(ClaimJudgement(claim_id=it.id, judgement=Judgement.STANDS, reason="first") for it in claims),
    )


def alert(*changes: Change, watch: str = "troops", receivers: tuple[str, ...] = ("desk",)) -> Alert:
    return Alert(watch=watch, title="North Korean troops", at=NOON, changes=changes, receivers=receivers)


def deliveries(it: Judged, *channels: str) -> tuple[Delivery, ...]:
    return tuple(Delivery(each.id, "desk", channel) for each in it.alerts for channel in channels or ("slack",))


def found(name: str = "a1", *, title: str = "Troops", html: str | None = "<p>11.000 tentara</p>") -> FoundArticle:
    return FoundArticle(
        keys=(f"https://example.org/{name}",), source="feed", url=f"https://example.org/{name}", title=title, html=html
    )
