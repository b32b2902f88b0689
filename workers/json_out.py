"""The JSON that programs rely on: numbers, statuses, claims, changes and alerts. The one place that makes it.

Figures are JSON numbers that never went through float; times are ISO 8601 with their zone.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import simplejson

from monitor.change import Alert, Change
from monitor.claim import ArticleRef, Claim, Kind
from monitor.quantity import Quantity

if TYPE_CHECKING:
    from monitor.article import Article
    from monitor.reading import NumberMention, StatusMention

Json = dict[str, Any]


def line(value: Mapping[str, Any]) -> str:
    """One line of JSON; letters of every script as they are."""
    return str(simplejson.dumps(value, use_decimal=True, ensure_ascii=False, allow_nan=False))


def number(mention: NumberMention) -> Json:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        **quantity(mention.quantity),
        "counted": mention.counted,
        "of": " and ".join(mention.of) or None,
        "action": mention.action,
        "speaker": mention.speaker,
        "place": mention.place,
        "modality": mention.modality.value,
    }


def status(mention: StatusMention) -> Json:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "status": mention.status,
        "thing": mention.thing,
        "by": parties(mention.by),
        "when": mention.when,
        "speaker": mention.speaker,
        "modality": mention.modality.value,
    }


def claim(given: Claim, *, disposition: str = "claim", reason: str | None = None) -> Json:
    """`start` and `end` are the quote's; `mention_start` and `mention_end` those of the number or status phrase."""
    mention = given.quote[given.mention_start - given.start : given.mention_end - given.start]
    return {
        "id": given.id,
        "watch": given.watch,
        "kind": given.kind.value,
        "text": mention,
        **(_figure(given) if given.kind is Kind.FIGURE else _status(given)),
        "speaker": given.speaker,
        "speaker_id": given.speaker_id,
        "via": given.via,
        "place": given.place,
        "modality": given.modality.value,
        "said_at": time(given.said_at),
        "quote": given.quote,
        "start": given.start,
        "end": given.end,
        "mention_start": given.mention_start,
        "mention_end": given.mention_end,
        "disposition": disposition,
        "reason": given.rule if reason is None else reason,
    }


def change(given: Change, read_in: ArticleRef) -> Json:
    """`read_in` is the article that brought the change about."""
    return {"event": "change", **_compared(given), "article": article(read_in), "at": time(given.at)}


def alert(given: Alert, read_in: ArticleRef) -> Json:
    """The fields of its news, the last of its changes, from where the first one began; `changes` is the way it took."""
    first, news = given.changes[0], given.changes[-1]
    return {
        "event": "alert",
        **_compared(news),
        "from": _or_null(first.before),
        "article": article(read_in),
        "at": time(given.at),
        "id": given.id,
        "title": given.title,
        "send": list(given.receivers),
        "changes": [{**_compared(each), "at": time(each.at)} for each in given.changes],
    }


def article(given: ArticleRef | Article) -> Json:
    return {
        "id": given.id,
        "url": given.url,
        "title": given.title,
        "published": time(given.published),
        "file": given.file,
    }


def quantity(given: Quantity) -> Json:
    return {
        "low": figure(given.low),
        "high": figure(given.high),
        "nominal": figure(given.nominal),
        "qualifier": given.qualifier.value,
        "unit": given.unit,
    }


def figure(value: Decimal | None) -> Decimal | int | None:
    """As a plain JSON number: a whole number without a point or an exponent."""
    return int(value) if value is not None and value == value.to_integral_value() else value


def time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def parties(by: tuple[str, ...]) -> str | None:
    return "; ".join(by) if by else None


def _compared(given: Change) -> Json:
    compared: Json = {
        "watch": given.watch,
        "kind": given.kind.value,
        "relation": given.relation.value if given.relation else None,
        "from": _or_null(given.before),
        "to": _or_null(given.to),
        "speaker_last": _or_null(given.speaker_last),
    }
    if given.parties_total:
        compared |= {"parties": list(given.parties), "parties_total": given.parties_total}
    return compared


def _or_null(given: Claim | None) -> Json | None:
    return None if given is None else claim(given)


def _figure(given: Claim) -> Json:
    if given.quantity is None:
        raise ValueError(f"the figure {given.id} has no quantity")
    return {**quantity(given.quantity), "counted": given.counted, "of": given.of, "action": given.action}


def _status(given: Claim) -> Json:
    return {"status": given.status, "by": parties(given.by), "when": given.when}
