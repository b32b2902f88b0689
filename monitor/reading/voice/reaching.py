"""Which of the attributions of a sentence holds at a place."""

from __future__ import annotations

from dataclasses import replace

from monitor.reading.view import View
from monitor.reading.vocabulary import Cue
from monitor.reading.voice.frames import Frame, Reach, Speaker
from monitor.reading.voice.verbs import is_count


def governing(view: View, frames: list[Frame], place: int) -> Frame | None:
    """The nearest frame that opens before the place, else the first that closes after it, else one for all."""
    opened = [frame for frame in frames if opens_before(view, frame, place)]
    closed = [frame for frame in frames if frame.reach is Reach.BEFORE and place < frame.first]
    nearest = max(opened, key=lambda frame: frame.last, default=None)
    if nearest is not None and (nearest.speaker is not None or not closed):
        return quoting(view, closed) if closed and says_otherwise(view, nearest, place, closed[0]) else nearest
    if closed:
        return inserted(view, frames, place, closed[0]) or quoting(view, closed)
    going_on = [frame for frame in reversed(frames) if said_on(view, frame)]
    here = (frame for frame in going_on if not cut(view, *sorted((frame.first, place))))
    return next(here, next(iter(going_on), None))


def inserted(view: View, frames: list[Frame], place: int, relay: Frame) -> Frame | None:
    """Who is named in the middle, whom the end only relays: "…, said the general, according to the agency".

    Or who ends a statement, before another one that somebody else says: "…, said X, and 900 died, according to Y".
    """
    for frame in frames:
        if frame.reach is Reach.ALL and frame.speaker is not None and place < frame.first < relay.first:
            if not any(view.tokens[index].is_word for index in range(frame.last + 1, relay.first)):
                return relaying(view, frame, frame.speaker, relay)
            if view.covers(frame.last + 2, Cue.COORDINATION, Cue.CLAUSE):
                return frame
    return None


def relaying(view: View, frame: Frame, named: Speaker, relay: Frame) -> Frame | None:
    """Of two that stand side by side, who speaks and who relays: "said X, according to Y", "wrote X, citing Y"."""
    if relay.speaker is None:
        return None
    if view.covers(relay.first, Cue.ACCORDING):
        return replace(frame, speaker=replace(named, via=relay.speaker.text))
    if view.covers(relay.first, Cue.RELAY):
        return replace(relay, speaker=replace(relay.speaker, via=named.text))
    return None


def says_otherwise(view: View, opened: Frame, place: int, closed: Frame) -> bool:
    """Whether another is cited for a later clause alone: "According to Kyiv …, while 900 died, according to Moscow"."""
    if view.covers(closed.first, Cue.ACCORDING) is None:
        return False
    borders = (at for at in range(opened.last + 2, place) if view.tokens[at].norm in {",", ":"})
    begins = any(
        view.tokens[at].norm == ":" or (view.covers(at + 1, Cue.CLAUSE) and not view.covers(at + 1, Cue.PART))
        for at in borders
    )
    return begins and not any(
        view.covers(at, Cue.CLAUSE, Cue.SPEECH) or view.tokens[at].norm == ";" or begins_other(view, at)
        for at in range(place, closed.first)
    )


def begins_other(view: View, index: int) -> bool:
    """Whether "and" goes on with something that is no figure: "and 40 fighters died" is still of the same statement."""
    joint = view.covers(index, Cue.COORDINATION)
    return joint is not None and not is_count(view, joint.last + 1)


def said_on(view: View, frame: Frame) -> bool:
    """Whether the speaker goes on behind what names him: in the middle of it, or before a semicolon at its end."""
    stop = frame.last + 1
    return frame.reach is Reach.ALL or (
        frame.reach is Reach.BEFORE and stop < len(view.tokens) and view.tokens[stop].norm == ";"
    )


def opens_before(view: View, frame: Frame, place: int) -> bool:
    """Whether the place is what a frame says after it, or before its verb."""
    if frame.reach is Reach.WITHIN:
        return frame.last < place and frame.until is not None and place < frame.until
    return frame.reach is Reach.AFTER and frame.last < place and not cut(view, frame.last, place)


def quoting(view: View, closed: list[Frame]) -> Frame:
    """The first frame, or whom it quotes: "…, the paper reported, citing officials"."""
    first = closed[0]
    for other in closed[1:]:
        if view.covers(other.first, Cue.RELAY) and not any(
            view.tokens[index].is_word for index in range(first.last + 1, other.first)
        ):
            if other.speaker is None or first.speaker is None:
                return first
            return replace(other, speaker=replace(other.speaker, via=first.speaker.text))
    return first


def cut(view: View, first: int, last: int) -> bool:
    """Whether a semicolon ends what was said before the place."""
    return any(view.tokens[index].norm == ";" for index in range(first, last))
