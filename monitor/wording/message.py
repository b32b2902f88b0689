"""An alert as a message in English, in the order in which it is read; every channel lays out the same message."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.change import Alert, AlertKind, Change, ChangeKind
from monitor.claim import Claim
from monitor.wording.comparison import (
    SET_BY_EDITOR,
    narrowing,
    new_value,
    old_value,
    path_phrase,
    short_verdict,
    verdict,
)
from monitor.wording.phrases import (
    figure_phrase,
    is_set,
    one_line,
    origin_phrase,
    paper_phrase,
    sighting_phrase,
    speaker_phrase,
    time_phrase,
    value_phrase,
)

READING = ("Read as", "Mind")
"""The facts that say how we read it; they follow the quote, the others precede it."""
LONGEST_QUOTE = 560
"""Characters of a quote that are shown."""
UNFIT = {ord(sign): f"%{ord(sign):02X}" for sign in "<>\"'|\\^`{}"}
"""Signs that no URL needs bare, and that end a link in one markup or another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    label: str
    text: str
    value: str = ""
    """The figure or status that `text` begins with, where it does: what the eye should find first."""

    @property
    def rest(self) -> str:
        return self.text[len(self.value) :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The sentence that proves it; `mention` is the number or status phrase itself, empty where the quote lacks it."""

    before: str
    mention: str
    after: str
    language: str | None
    label: str | None = None
    """Where two texts are shown, which one this is."""

    @property
    def text(self) -> str:
        return self.before + self.mention + self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    paper: str
    title: str | None
    link: str | None
    """An http or https address without blanks; None where the article has none that is fit to be followed."""
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """All text is plain and unescaped, each item on one line."""

    alert_id: str
    watch: str
    headline: str
    """Everything in one line: a subject, a notification."""
    title: str
    value: str
    verdict: str
    speaker: str | None
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    origin: Origin | None = None
    lines: tuple[str, ...] = ()
    commands: tuple[Fact, ...] = ()


def headline(alert: Alert) -> str:
    """One line that tells the watch, the new value and what it was."""
    if alert.kind is AlertKind.BASELINE or not alert.changes:
        return _title(alert)
    return f"{_title(alert)}: {_news(alert)}"


def _title(alert: Alert) -> str:
    title = one_line(alert.title, 120)
    return f"Test · {title}" if alert.kind is AlertKind.TEST else title


def _news(alert: Alert) -> str:
    last = alert.changes[-1]
    value = new_value(last)
    old = old_value(alert.changes[0])
    was = f" (was {old})" if old is not None else ""
    if len(alert.changes) > 1:
        return f"{value} after {len(alert.changes)} updates{was}"
    match last.kind:
        case ChangeKind.FIRST:
            return f"{value}, first on record"
        case ChangeKind.RETRACTED:
            return f"{old} taken back; {value}"
        case ChangeKind.CORRECTED:
            return f"updated to {value}{was}"
        case ChangeKind.ADVANCED | ChangeKind.EXITED | ChangeKind.RESUMED:
            return f"{value}{was}"
    return _moved(last, value, old, was)


def _moved(last: Change, value: str, old: str | None, was: str) -> str:
    word = short_verdict(last)
    if word == last.kind.value:
        return f"{word} to {value}{was}"
    return f"{value}, {word}{was}" if word == SET_BY_EDITOR else f"{value}, a {word} (on record: {old})"


def message(alert: Alert) -> Message:
    """Raises ValueError for an alert without anything to say."""
    if alert.kind is AlertKind.BASELINE:
        return _summary(alert)
    if not alert.changes:
        raise ValueError(f"alert {alert.id} of {alert.watch} carries no change")
    last = alert.changes[-1]
    return Message(
        alert_id=alert.id,
        watch=alert.watch,
        headline=headline(alert),
        title=_title(alert),
        value=new_value(last),
        verdict=_verdict(alert),
        speaker=speaker_phrase(last.to) if last.to is not None else None,
        facts=tuple(_facts(alert.changes)),
        quotes=_quotes(last),
        origin=_origin(last.to) if last.to is not None else None,
        commands=_commands(alert.watch, last.to),
    )


def _summary(alert: Alert) -> Message:
    return Message(
        alert_id=alert.id,
        watch=alert.watch,
        headline=headline(alert),
        title=_title(alert),
        value=f"{len(alert.lines)} on record" if alert.lines else "nothing on record yet",
        verdict="recorded without alerts; changes from now on are told",
        speaker=None,
        lines=tuple(one_line(line, 300) for line in alert.lines),
        commands=(Fact(label="Look", text="monitor record"),),
    )


def _verdict(alert: Alert) -> str:
    if len(alert.changes) == 1:
        return verdict(alert.changes[0])
    return f"{len(alert.changes)} updates since {time_phrase(alert.changes[0].at)}, told in one"


def _facts(changes: tuple[Change, ...]) -> list[Fact]:
    last, before = changes[-1], changes[0].before
    facts = [_valued(_label_of_old(changes), origin_phrase(before), before)] if before is not None else []
    if len(changes) > 1:
        facts.append(Fact(label="The way it took", text=path_phrase(changes)))
    own = last.speaker_last
    if own is not None and (before is None or own.id != before.id):
        facts.append(_valued("This speaker's own last", _own_last(own), own))
    if last.to is not None and not is_set(last.to):
        facts.append(Fact(label=READING[0], text=figure_phrase(last.to)))
    if notes := narrowing(before, last.to):
        facts.append(Fact(label=READING[1], text="; ".join(notes)))
    return facts


def _valued(label: str, text: str, claim: Claim) -> Fact:
    return Fact(label=label, text=text, value=value_phrase(claim))


def _label_of_old(changes: tuple[Change, ...]) -> str:
    if len(changes) > 1:
        return "On record before"
    return {ChangeKind.CORRECTED: "Before the edit", ChangeKind.RETRACTED: "Taken back"}.get(
        changes[0].kind, "On record"
    )


def _own_last(claim: Claim) -> str:
    return f"{value_phrase(claim)} · {paper_phrase(claim.article)} · {time_phrase(claim.article.time)}"


def _quotes(change: Change) -> tuple[Quote, ...]:
    if change.to is None:
        return (_quote(change.before),) if change.before is not None else ()
    if change.kind is ChangeKind.CORRECTED and change.before is not None:
        return (_quote(change.before, "The text before"), _quote(change.to, "The text now"))
    return (_quote(change.to, "The editor's reason" if is_set(change.to) else None),)


def _quote(claim: Claim, label: str | None = None) -> Quote:
    start, end = claim.mention_start - claim.start, claim.mention_end - claim.start
    if not 0 <= start < end <= len(claim.quote):
        start = end = 0
    before, mention, after = claim.quote[:start], claim.quote[start:end], claim.quote[end:]
    room = max(LONGEST_QUOTE - len(mention), 0) // 2
    return Quote(
        before=_tail(before, room) if mention else "",
        mention=_spaced(mention, LONGEST_QUOTE),
        after=_spaced(after, room if mention else LONGEST_QUOTE),
        language=claim.article.language,
        label=label,
    )


def _spaced(text: str, limit: int) -> str:
    """One line, with the space at either end kept, so that the three parts of a quote still join."""
    lead = " " if text[:1].isspace() else ""
    line = one_line(text, limit)
    trail = " " if line and text[-1:].isspace() and not line.endswith("…") else ""
    return lead + line + trail


def _tail(text: str, limit: int) -> str:
    spaced = _spaced(text, len(text) + 1)
    return spaced if len(spaced) <= limit else "…" + spaced[len(spaced) - limit + 1 :].lstrip()


def _origin(claim: Claim) -> Origin:
    article = claim.article
    if is_set(claim):
        return Origin(paper="the record itself", title=None, link=None, time=time_phrase(article.time))
    return Origin(
        paper=paper_phrase(article),
        title=one_line(article.title, 200) if article.title else None,
        link=_link(article.url),
        time=sighting_phrase(article),
    )


def _link(url: str | None) -> str | None:
    if url is None or not url.lower().startswith(("http://", "https://")) or one_line(url) != url or " " in url:
        return None
    return url.translate(UNFIT)


def _commands(watch: str, to: Claim | None) -> tuple[Fact, ...]:
    mute = Fact(label="Mute", text=f"monitor mute {watch} 2h")
    if to is None:
        return (mute,)
    return (mute, Fact(label="Wrong?", text=f'monitor record retract {watch} {to.id} --reason "…"'))
