"""Statuses on ladders: which step, of what thing between whom, taken by whom and when.

A status phrase counts only with a thing that climbs its ladder: in its sentence, or the one spoken of before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from monitor.claim import Modality
from monitor.reading.attribution import Frame, frames_of, speaker_of
from monitor.reading.lookup import Hit, HitKind
from monitor.reading.modality import stance_at
from monitor.reading.numbers.dates import DateSpan
from monitor.reading.parties import Thing, countries, parties_of, things_of
from monitor.reading.phrases import Span, View, dates_of, left_phrase, right_phrase
from monitor.reading.scene import Scene
from monitor.reading.vocabulary import Cue, LadderWords

MOST = 500
"""Things and steps that are read of one text; what names more is no news article."""
CLOSE = 8
"""Tokens between a status verb and the noun of a step that is its subject or object."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusMention:
    """A status phrase with what it is said of. Offsets count characters of the text."""

    start: int
    end: int
    text: str
    status: str
    ladder: str
    thing: str
    """As written, in this sentence or in an earlier one."""
    thing_id: str
    """The noun of the vocabulary."""
    parties: tuple[str, ...]
    """Between whom the thing is, as far as the article says."""
    by: tuple[str, ...]
    when: str | None
    speaker: str | None
    speaker_id: str | None
    via: str | None
    modality: Modality


@dataclass(frozen=True, slots=True)
class Step:
    """A status said by the tokens `first` to `last`."""

    ladder: LadderWords
    status: str
    first: int
    last: int


def find_statuses(scene: Scene) -> list[StatusMention]:
    """All statuses of the text from left to right; a phrase without a thing in sight is none."""
    things = things_of(scene)[:MOST]
    found: list[StatusMention] = []
    for sentence in scene.document.sentences:
        hits = scene.hits[sentence.index]
        if len(found) < MOST and any(hit.kind in (HitKind.STATUS, HitKind.STEP) for hit in hits):
            view = View.of(scene, sentence)
            found += [mention for step in steps_of(view) if (mention := mention_of(view, step, things)) is not None]
    return found


def steps_of(view: View) -> Iterator[Step]:
    """The steps that a sentence says were, will be or were not taken."""
    ladders = view.scene.vocabulary.ladders
    for hit in view.hits:
        ladder = ladders[hit.ladder] if hit.kind in (HitKind.STATUS, HitKind.STEP) else None
        if ladder is None:
            continue
        if hit.kind is HitKind.STATUS and not covered(view, hit):
            yield Step(ladder, higher_step(view, hit, ladder), hit.first, hit.last)
        elif hit.kind is HitKind.STEP and (done := completion(view, hit)) is not None:
            yield Step(ladder, hit.status, min(hit.first, done.first), max(hit.last, done.last))


def covered(view: View, hit: Hit) -> bool:
    """Whether the phrase is only a part of a longer noun of a step ("signs" in "signs of")."""
    return any(
        step.kind is HitKind.STEP
        and step.first <= hit.first
        and hit.last <= step.last
        and step.last - step.first > hit.last - hit.first
        for step in view.hits
    )


def higher_step(view: View, hit: Hit, ladder: LadderWords) -> str:
    """The step that is really taken: who signs a decree of ratification ratifies."""
    rungs = ladder.ladder.rungs
    if hit.status not in rungs:
        return hit.status
    for step in view.hits:
        near = hit.last < step.first <= hit.last + CLOSE or step.last < hit.first <= step.last + CLOSE
        if step.kind is HitKind.STEP and step.ladder == hit.ladder and near and step.status in rungs:
            low, high = sorted((step.last, hit.first)) if step.last < hit.first else (hit.last, step.first)
            parted = any(
                view.covers(index, Cue.CLAUSE) or view.tokens[index].norm in {",", ";"}
                for index in range(low + 1, high)
            )
            if rungs.index(step.status) > rungs.index(hit.status) and not parted:
                return step.status
    return hit.status


def completion(view: View, step: Hit) -> Hit | None:
    """What says, in the same clause, that the step named by a noun was completed."""
    for hit in view.hits:
        if hit.kind is HitKind.DONE and hit.id == step.ladder:
            low, high = (step.last, hit.first) if step.last < hit.first else (hit.last, step.first)
            if high - low <= CLOSE and not any(view.tokens[index].norm in {",", ";"} for index in range(low + 1, high)):
                return hit
    return None


def mention_of(view: View, step: Step, things: list[Thing]) -> StatusMention | None:
    thing = thing_for(view, step, things)
    if thing is None:
        return None
    scene, tokens = view.scene, view.tokens
    start, end = tokens[step.first].start, tokens[step.last].end
    frames = frames_of(view)
    agents = agents_of(view, step, thing)
    speaker = speaker_of(scene, start)
    return StatusMention(
        start=start,
        end=end,
        text=scene.document.text[start:end],
        status=step.status,
        ladder=step.ladder.ladder.id,
        thing=scene.document.text[thing.start : thing.end],
        thing_id=thing.id,
        parties=parties_of(view, thing, agents, things),
        by=agents,
        when=when_of(view, step, frames),
        speaker=speaker.text if speaker else None,
        speaker_id=speaker.id if speaker else None,
        via=speaker.via if speaker else None,
        modality=status_modality(view, step),
    )


def thing_for(view: View, step: Step, things: list[Thing]) -> Thing | None:
    """The thing of this ladder nearest to the phrase in its sentence, else the last one spoken of before."""
    fitting = [thing for thing in things if thing.id in step.ladder.things]
    here = [thing for thing in fitting if thing.sentence == view.sentence.index]
    if here:
        near = min(here, key=lambda thing: distance(thing, step))
        return None if near.first > step.last and set_aside(view, near) else near
    before = [thing for thing in fitting if thing.sentence < view.sentence.index]
    return before[-1] if before else None


def set_aside(view: View, thing: Thing) -> bool:
    """Whether it is named only to say that it is something else: "signed a statement, not a treaty"."""
    before = thing.first - 1
    while before > 0 and view.covers(before, Cue.ARTICLE):
        before -= 1
    return before > 0 and view.covers(before, Cue.NEGATION) is not None and view.tokens[before - 1].norm == ","


def distance(thing: Thing, step: Step) -> int:
    """Tokens between a thing and a phrase; a thing inside the phrase has none."""
    return max(thing.first - step.last, step.first - thing.last, 0)


def status_modality(view: View, step: Step) -> Modality:
    """As of a figure; besides, an infinitive ("to ratify", "before taking effect") is a step not taken yet."""
    read = stance_at(view, step.first, step.last)
    if not read.may_stand:
        return read
    if waits(view, step):
        return Modality.PLANNED
    before = step.first - 1
    while before >= 0 and view.covers(before, Cue.FILLER, Cue.PRONOUN):
        before -= 1
    return Modality.PLANNED if before >= 0 and view.covers(before, Cue.INFINITIVE) else read


def waits(view: View, step: Step) -> bool:
    """Whether the words of a plan hold the step: "takes effect once …", "discussed signing"; and no day has come."""
    hit = view.covers(step.last, Cue.PLAN)
    if hit is None or (hit.first >= step.first and hit.last <= step.last):
        return False
    published = view.scene.published
    today = published.date().isoformat() if published is not None else None
    return not any(
        date.iso is not None and today is not None and len(date.iso) == len(today) and date.iso <= today
        for date in dates_of(view.scene, view.sentence)
    )


def agents_of(view: View, step: Step, thing: Thing) -> tuple[str, ...]:
    """Who took the step: after "by" where the text says so, else the subject, unless that is the thing itself."""
    by = [hit for hit in view.all(Cue.AGENT) if step.last < hit.first <= step.last + CLOSE]
    if by and (phrase := right_phrase(view, by[0].last)) is not None:
        return countries(view, phrase)
    subject = subject_of(view, step.first)
    if subject is None or (thing.sentence == view.sentence.index and subject.first <= thing.first <= subject.last):
        return ()
    return countries(view, subject)


def subject_of(view: View, verb: int) -> Span | None:
    """The noun phrase before a verb, over a relative pronoun ("only the Duma that approved it")."""
    phrase = left_phrase(view, verb)
    if phrase is None and verb > 0 and (relative := view.covers(verb - 1, Cue.CLAUSE)) is not None:
        phrase = left_phrase(view, relative.first)
    return phrase


def when_of(view: View, step: Step, frames: list[Frame]) -> str | None:
    """The date of the step: the nearest after the phrase in its clause, else one that opens its clause."""
    spans = [(place(view, date), date) for date in dates_of(view.scene, view.sentence)]
    after = [
        (span, date)
        for span, date in spans
        if span.first > step.last and reaches(view, step.last + 1, span.first - stands_apart(view, span))
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


def reaches(view: View, first: int, before: int) -> bool:
    """Whether a date after the phrase still belongs to it: no comma, no verb of speech, no other step in between."""
    return not any(
        view.tokens[index].norm in {",", ";"} or view.covers(index, Cue.SPEECH, Cue.ACCORDING, Cue.DENIAL)
        for index in range(first, before)
    ) and not any(
        hit.kind is HitKind.STATUS and first <= hit.first < before and not covered(view, hit) for hit in view.hits
    )


def stands_apart(view: View, date: Span) -> bool:
    """Whether a date behind a comma closes the statement: "… menyetujui perjanjian itu, Kamis (24/10)."."""
    if date.first == 0 or view.tokens[date.first - 1].norm != ",":
        return False
    behind = date.last + 1
    while behind < len(view.tokens) and (behind in view.dated or view.tokens[behind].norm in {"(", ")"}):
        behind += 1
    return behind >= len(view.tokens) or view.tokens[behind].norm in {",", "."}


def opens(view: View, date: Span, before: int, frames: list[Frame]) -> bool:
    """Whether a date before the phrase belongs to it and not to who said so ("said on Tuesday that …")."""
    if any(
        date.last < hit.first < before and hit.id in (Cue.SPEECH, Cue.DENIAL, Cue.ACCORDING) for hit in view.all(*Cue)
    ):
        return False
    for frame in frames:
        if frame.last < date.first:
            between = range(frame.last + 1, date.first)
            if not any(view.covers(index, Cue.CLAUSE) or view.tokens[index].norm == "," for index in between):
                return False
    steps = [hit for hit in view.hits if hit.kind is HitKind.STATUS]
    follows_another = any(hit.last < date.first and reaches(view, hit.last + 1, date.first) for hit in steps)
    return not follows_another and not any(date.last < hit.first < before for hit in steps)


def sharpest(dates: list[DateSpan]) -> str | None:
    """Of dates that stand together ("Monday (11/11/2024)"), the one that says most."""
    known = [date.iso for date in dates if date.iso is not None]
    return max(known, key=len) if known else None
