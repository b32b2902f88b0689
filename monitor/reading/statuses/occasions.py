"""When a step was taken: the date of its clause, not that of who said so."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from monitor.reading.numbers.dates import DateSpan
from monitor.reading.statuses.steps import Step, covered
from monitor.reading.view import Span, View, dates_of, first_of_hit
from monitor.reading.vocabulary import Cue
from monitor.reading.voice.frames import Frame
from monitor.reading.words.lookup import HitKind


def when_of(view: View, step: Step, frames: list[Frame]) -> str | None:
    """The date of the step: the nearest after the phrase in its clause, else one that opens its clause."""
    dates = ((place(view, date), date) for date in dates_of(view.scene, view.sentence))
    spans = [(span, date) for span, date in dates if not is_end(view, span)]
    if inside := [date for span, date in spans if step.first < span.first and span.last < step.last]:
        return sharpest(inside)
    after = [
        (span, date)
        for span, date in spans
        if span.first > step.last
        and reaches(view, step.last + 1, span.first - stands_apart(view, span))
        and not is_of_next(view, span)
    ]
    if after:
        nearest = after[0][0]
        return sharpest([date for span, date in after if span.first - nearest.last <= 2])
    before = [(span, date) for span, date in spans if span.last < step.first and opens(view, span, step.first, frames)]
    if before:
        nearest = before[-1][0]
        return sharpest([date for span, date in before if nearest.first - span.last <= 2])
    return None


def place(view: View, date: DateSpan) -> Span:
    return Span(view.sentence.token_at(date.start), view.sentence.token_at(max(date.start, date.end - 1)))


def is_end(view: View, date: Span) -> bool:
    """Whether something lasts until the day: "extended the truce|until 1 March"."""
    before = date.first - 1
    while before > 0 and view.covers(before, Cue.ARTICLE):
        before -= 1
    ending = date.last + 1 < len(view.tokens) and view.tokens[date.last + 1].norm.startswith("'")  # "2025'e|kadar"
    return any(view.covers(index, Cue.UNTIL) is not None for index in (before, date.last + 1 + ending))


def reaches(view: View, first: int, before: int) -> bool:
    """Whether a date after the phrase still belongs to it: no comma, no verb of speech, no other step in between."""
    ends = barriers(view)
    nearest = bisect_left(ends, first)
    return nearest == len(ends) or ends[nearest] >= before


@lru_cache(maxsize=8)
def barriers(view: View) -> tuple[int, ...]:
    """The tokens that part a date from a step, from left to right."""
    steps = {hit.first for hit in view.of_kind(HitKind.STATUS) if not covered(view, hit)}
    return tuple(
        index
        for index, token in enumerate(view.tokens)
        if token.norm in {",", ";"}
        or index in steps
        or view.covers(index, Cue.SPEECH, Cue.ACCORDING, Cue.DENIAL) is not None
    )


def is_of_next(view: View, date: Span) -> bool:
    """Whether a date belongs to a step behind it, where verbs stand last: "imzalanan anlaşmayı 12 Mart'ta|onayladı"."""
    steps = view.of_kind(HitKind.STATUS)
    behind = bisect_left(steps, date.last + 1, key=first_of_hit)
    return view.tongue.verb_final and behind < len(steps) and reaches(view, date.last + 1, steps[behind].first)


def stands_apart(view: View, date: Span) -> int:
    """How many tokens lead up to a date that only a comma sets apart: "… perjanjian itu, Kamis (24/10).", else 0."""
    comma = date.first - 1
    while comma > 0 and view.covers(comma, Cue.ARTICLE, Cue.IN):
        comma -= 1  # "a ratifié, le 6 juin, l'accord"
    if comma < 0 or view.tokens[comma].norm != ",":
        return 0
    behind = date.last + 1
    while behind < len(view.tokens) and (behind in view.dated or view.tokens[behind].norm in {"(", ")"}):
        behind += 1
    closed = behind >= len(view.tokens) or view.tokens[behind].norm in {",", "."}
    return date.first - comma if closed else 0


def opens(view: View, date: Span, before: int, frames: list[Frame]) -> bool:
    """Whether a date before the phrase belongs to it and not to who said so ("said on Tuesday that …")."""
    steps = view.of_kind(HitKind.STATUS)
    behind = bisect_left(steps, date.last + 1, key=first_of_hit)
    if behind < len(steps) and steps[behind].first < before:
        return False
    if any(date.last < hit.first < before for hit in view.all(Cue.SPEECH, Cue.DENIAL, Cue.ACCORDING)):
        return False
    for frame in frames:
        if frame.last < date.first and frame.until != before:  # "संसद ने|गुरुवार को|संधि की पुष्टि कर दी"
            between = range(frame.last + 1, date.first)
            if not any(view.covers(index, Cue.CLAUSE) or view.tokens[index].norm == "," for index in between):
                return False
    follows_another = not view.tongue.verb_final and any(
        hit.last < date.first and reaches(view, hit.last + 1, date.first) for hit in steps
    )
    return not follows_another


def sharpest(dates: list[DateSpan]) -> str | None:
    """Of dates that stand together ("Monday (11/11/2024)"), the one that says most."""
    known = [date.iso for date in dates if date.iso is not None]
    return max(known, key=len) if known else None
