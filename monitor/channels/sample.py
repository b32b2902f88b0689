"""A sample alert, to see a receiver's real channels work. It says that it is a test, and its article is nobody's."""

from __future__ import annotations

from datetime import datetime, timedelta

from monitor.article import revision_of
from monitor.change import Alert, AlertKind, Change, ChangeKind, Relation
from monitor.claim import ArticleRef, Claim, Kind
from monitor.quantity import Qualifier, Quantity

WATCH = "sample-watch"
OLD = "The rescue service said on Monday that 95 people had been injured."
NEW = "At least 120 people were injured, the Ministry of Health said."


def sample(receiver: str, now: datetime) -> Alert:
    before = _claim(OLD, "95", Quantity.of(95), "The rescue service", now - timedelta(hours=3))
    to = _claim(NEW, "At least 120", Quantity.of(120, Qualifier.AT_LEAST), "the Ministry of Health", now)
    change = Change(watch=WATCH, kind=ChangeKind.ROSE, at=now, before=before, to=to, relation=Relation.OTHER_SPEAKER)
    return Alert(
        watch=WATCH,
        title="Injured in a sample earthquake",
        at=now,
        changes=(change,),
        receivers=(receiver,),
        kind=AlertKind.TEST,
    )


def _claim(text: str, mention: str, quantity: Quantity, speaker: str, time: datetime) -> Claim:
    article = ArticleRef(
        id="sample",
        revision=revision_of(text),
        time=time,
        dated=True,
        first_seen=time,
        published=time,
        url="https://news.example/sample",
        title="A sample article",
        language="en",
    )
    start = text.index(mention)
    return Claim(
        watch=WATCH,
        kind=Kind.FIGURE,
        article=article,
        quote=text,
        start=0,
        end=len(text),
        mention_start=start,
        mention_end=start + len(mention),
        quantity=quantity,
        speaker=speaker,
        speaker_id=speaker.casefold(),
        counted="people",
        action="injured",
    )
