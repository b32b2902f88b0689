"""A time line: what articles say when, and what is expected of it.

    line = Timeline(figure())
    line.at("09:00", "12", by="the agency").first("12")
    line.at("09:10", "15", by="the agency").news("rose", "12", "15")

A value is written as in `quantity`: "12", "about 12", ">=12", "<=12", "10-15", "vague 10-99"; a status by its name, its
date after an @ and its parties after a slash ("ratified@2024-11-11/North Korea"). `~` before it makes it planned,
`?` estimated, `!` denied.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from monitor.article import revision_of
from monitor.change import Alert, Change, ChangeKind
from monitor.claim import ArticleRef, Claim, Kind, Modality, Prominence
from monitor.judge import Judged, Telling, judge, needs_history, outdated, rejudge, release
from monitor.ladder import Ladder
from monitor.ledger import Entry, EntryKind, Record
from monitor.quantity import Qualifier, Quantity
from monitor.watch import AlertPolicy, FigureCondition, StatusCondition, Watch

DAY = datetime(2026, 11, 20, tzinfo=UTC)
TREATY = Ladder(
    id="treaty",
    rungs=("negotiated", "signed", "ratified", "in_force"),
    exits=frozenset({"suspended", "terminated"}),
    returns=frozenset({"resumed"}),
    per_party=frozenset({"ratified"}),
)
EMERGENCY = Ladder(id="emergency", rungs=("declared", "extended"), exits=frozenset({"lifted"}), renewable=True)
PARTIES = ("North Korea", "Russia")


def figure(**policy) -> Watch:
    plausible, since = policy.pop("plausible", None), policy.pop("since", None)
    condition = FigureCondition(count=("soldiers",), plausible=plausible)
    policy.setdefault("at_most_every", timedelta(0))
    return Watch(
        id="troops",
        title="Troops",
        kind=Kind.FIGURE,
        figure=condition,
        policy=AlertPolicy(**policy),
        send=("desk",),
        since=since,
        version="1",
    )


def status(ladder: Ladder = TREATY, *, since: datetime | None = None, **policy) -> Watch:
    policy.setdefault("at_most_every", timedelta(0))
    parties = PARTIES if ladder.per_party else ()
    return Watch(
        id="treaty",
        title="Treaty",
        kind=Kind.STATUS,
        status=StatusCondition(thing=("treaty",), ladder=ladder, parties=parties),
        policy=AlertPolicy(**policy),
        send=("desk",),
        since=since,
        version="1",
    )


def clock(text: str) -> datetime:
    """ "09:10" on the first day, "+2 09:10" two days later."""
    days, _, time = text.rpartition(" ")
    hours, minutes = time.split(":")
    return DAY + timedelta(days=int(days or 0), hours=int(hours), minutes=int(minutes))


def quantity(text: str) -> Quantity:
    for sign, qualifier in (
        ("about ", Qualifier.ABOUT),
        (">=", Qualifier.AT_LEAST),
        ("<=", Qualifier.AT_MOST),
        (">", Qualifier.MORE_THAN),
        ("<", Qualifier.LESS_THAN),
    ):
        if text.startswith(sign):
            return Quantity.of(text.removeprefix(sign), qualifier)
    if "-" in text:
        low, high = text.removeprefix("vague ").split("-")
        return Quantity.between(low, high, Qualifier.VAGUE if text.startswith("vague") else Qualifier.RANGE)
    return Quantity.of(text)


def claim_of(watch: Watch, text: str, article: ArticleRef, place: int = 0, by: str | None = None, **more) -> Claim:
    modality = {"~": Modality.PLANNED, "?": Modality.ESTIMATED, "!": Modality.DENIED}.get(text[0], Modality.ASSERTED)
    text = text.lstrip("~?!")
    given: dict = {}
    if watch.kind is Kind.FIGURE:
        given["quantity"] = quantity(text)
    else:
        name, _, parties = text.partition("/")
        name, _, when = name.partition("@")
        given |= {"status": name, "when": when or None, "by": tuple(parties.split("+")) if parties else ()}
    return replace(
        Claim(
            watch=watch.id,
            kind=watch.kind,
            article=article,
            quote=text,
            start=place,
            end=place + len(text),
            mention_start=place,
            mention_end=place + len(text),
            modality=modality,
            prominence=Prominence.BODY,
            speaker=by,
            speaker_id=by,
            **given,
        ),
        **more,
    )


def entry_of(
    watch: Watch,
    time: datetime,
    *texts: str,
    article: str,
    by: str | None = None,
    paper: str = "paper.example",
    first_seen: datetime | None = None,
    revised: bool = False,
    **more,
) -> Entry:
    seen = first_seen or time
    revision = revision_of("\n".join((article, *texts, time.isoformat())))
    ref = ArticleRef(
        id=article,
        revision=revision,
        time=time,
        dated=True,
        first_seen=seen,
        revised=revised,
        url=f"https://{paper}/{article}",
        published=time,
    )
    claims = tuple(claim_of(watch, text, ref, 10 * place, by, **more) for place, text in enumerate(texts))
    return Entry(id=f"{article}:{revision}", kind=EntryKind.READ, at=time, article=ref, claims=claims)


def value_of(claim: Claim | None) -> str | None:
    """A claim in short: "12", ">=12", "10-15", "signed", "ratified/North Korea"."""
    if claim is None:
        return None
    if claim.quantity is None:
        return "/".join(filter(None, (claim.status, "+".join(claim.by))))
    nominal = claim.quantity.nominal
    return f"{nominal}" if nominal is not None else f"{claim.quantity.low}-{claim.quantity.high}"


@dataclass
class Step:
    """What one moment of the time line gave; every expectation leaves nothing unexplained."""

    judged: Judged
    now: datetime

    def expect(self, kind: ChangeKind, before: str | None, to: str | None) -> Change:
        assert [(change.kind, value_of(change.before), value_of(change.to)) for change in self.judged.changes] == [
            (kind, before, to)
        ]
        return self.judged.changes[0]

    def told(self, *values: str | None) -> Alert | None:
        """One alert with these values on its way; none where no value is given."""
        assert [[value_of(change.to) for change in alert.changes] for alert in self.judged.alerts] == (
            [list(values)] if values else []
        )
        return self.judged.alerts[0] if values else None

    def first(self, to: str) -> Step:
        self.expect(ChangeKind.FIRST, None, to)
        self.told()
        return self

    def news(self, kind: str, before: str | None, to: str | None) -> Change:
        """A change that is told at once."""
        change = self.expect(ChangeKind(kind), before, to)
        self.told(to)
        return change

    def silent(self, judgement: str | None = None) -> Step:
        assert self.judged.changes == ()
        self.told()
        if judgement is not None:
            assert [str(each.judgement) for each in self.judged.judgements] == [judgement]
        return self


@dataclass
class Timeline:
    watch: Watch
    history: list[Entry] = field(default_factory=list)
    record: Record | None = None
    alerts: list[Alert] = field(default_factory=list)
    number: int = 0

    def __post_init__(self) -> None:
        self.record = self.record or Record(watch=self.watch.id)

    def at(self, moment: str, *texts: str, dated: str | None = None, article: str | None = None, **more) -> Step:
        """An article that arrives at `moment`, dated then or as given. A known article is a revision."""
        now = clock(moment)
        revisions = [each.article for each in self.history if each.article and each.article.id == article]
        self.number += 1
        name = article or f"a{self.number:03}"
        time = clock(dated) if dated else now
        first_seen = revisions[0].first_seen if revisions else None
        return self.judge(
            [entry_of(self.watch, time, *texts, article=name, first_seen=first_seen, revised=bool(revisions), **more)],
            now,
        )

    def judge(self, entries: list[Entry], now: datetime, telling: Telling = Telling.ALERT) -> Step:
        if outdated(self.record, self.watch):
            self._keep(rejudge(replace(self.record, history=tuple(self.history)), self.watch, now))
        whole = tuple(self.history) if needs_history(self.record, entries, self.watch) else None
        judged = judge(entries, replace(self.record, history=whole), self.watch, now, telling=telling)
        self.history += judged.entries
        return self._keep(judged, now)

    def release(self, moment: str) -> Step:
        return self._keep(release(self.record, self.watch, clock(moment)), clock(moment))

    def retract(self, moment: str, claim: Claim) -> Step:
        now = clock(moment)
        return self.judge([Entry(id=f"retract {claim.id}", kind=EntryKind.RETRACT, at=now, retracts=(claim.id,))], now)

    def _keep(self, judged: Judged, now: datetime | None = None) -> Step:
        self.record = judged.record
        self.alerts += judged.alerts
        return Step(judged, now)

    @property
    def standing(self) -> str | None:
        return value_of(self.record.fold.standing)
