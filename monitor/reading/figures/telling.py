"""Who says a figure, how it is put and where it holds: told of the figures asked for, and of those they lean on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import takewhile

from monitor.quantity import COUNT
from monitor.reading.figures.mentions import Memory, NumberMention
from monitor.reading.figures.places import NAMES, Where, is_there, place_of
from monitor.reading.figures.putting import modality_in
from monitor.reading.figures.seats import RATES, seated
from monitor.reading.numbers.found import AGE, DATE, DETERMINER, NAME, ORDINAL, SCORE, TIME, YEAR
from monitor.reading.view import View
from monitor.reading.voice.attribution import frames_of, speaker_of

TYPED = frozenset({DATE, TIME, YEAR, AGE, ORDINAL, NAME, SCORE, DETERMINER})
"""Units of numbers that tell nothing anybody could say otherwise: they get no speaker and no modality of their own."""

PLACED = frozenset(NAMES)
Told = Mapping[int, NumberMention]
"""Mentions with all that is told of them, by where they start."""


def tell(memory: Memory, asked: Iterable[NumberMention]) -> Told:
    """The mentions asked for, and those that they lean on, with their speakers, modalities and places."""
    wanted = {mention.start for mention in asked}
    for mention in reversed(memory.mentions):
        if mention.start in wanted:
            wanted.update(other.start for other in leans_on(memory, mention))
    found: dict[int, NumberMention] = {}
    for mention in memory.mentions:
        if mention.start in wanted:
            found[mention.start] = told(memory, mention, found)
    return found


def leans_on(memory: Memory, mention: NumberMention) -> Iterator[NumberMention]:
    """Earlier mentions whose speaker or place this one may share."""
    if mention.start not in memory.last_tokens:
        return
    if mention.unit in RATES:
        yield from rates_before(memory, mention)
    elif mention.unit == COUNT and (mention.part or mention.whole):
        yield from same_before(memory, mention)


def told(memory: Memory, mention: NumberMention, known: Told) -> NumberMention:
    last = memory.last_tokens.get(mention.start)
    if last is None:
        return mention
    view = View.of(memory.scene, memory.scene.document.sentences[mention.sentence])
    speaker = speaker_of(memory.scene, mention.start)
    first = view.sentence.token_at(mention.start)
    where = (place_of(view, first, last) if last > first else None) or place_of(view, first, first)
    mention = replace(
        mention,
        speaker=speaker.text if speaker else None,
        speaker_id=speaker.id if speaker else None,
        via=speaker.via if speaker else None,
        modality=modality_in(memory.scene, mention, earlier_than(memory, mention)),
        place=where.text if where else None,
        place_id=where.id if where else None,
    )
    mention = seated(view, mention, (known[other.start] for other in rates_before(memory, mention)))
    if mention.unit != COUNT:
        return mention
    if mention.place is None and (before := place_before(memory, view)) is not None:
        mention = replace(mention, place=before.text, place_id=before.id, place_carried=True)
    return said_with(memory, view, mention, known)


def earlier_than(memory: Memory, mention: NumberMention) -> list[NumberMention]:
    """The mentions before it in its sentence."""
    return list(takewhile(lambda other: other.start < mention.start, memory.of_sentence[mention.sentence]))


def said_with(memory: Memory, view: View, mention: NumberMention, known: Told) -> NumberMention:
    """A share of a number that somebody gave just before is that speaker's: "1,000 of the 4,000 are dead"."""
    if mention.speaker is not None or not (mention.part or mention.whole) or frames_of(view):
        return mention
    said = (known[other.start] for other in same_before(memory, mention))
    other = next((one for one in said if one.speaker is not None), None)
    if other is None:
        return mention
    return replace(mention, speaker=other.speaker, speaker_id=other.speaker_id, via=other.via)


def same_before(memory: Memory, mention: NumberMention) -> Iterator[NumberMention]:
    """Counts of its paragraph, in the sentences just before, that give a number which its own sentence gives again."""
    here = {number.quantity.nominal for number in memory.scene.numbers[mention.sentence]} - {None}
    for sentence in memory.before_in_paragraph(memory.scene.document.sentences[mention.sentence]):
        for other in memory.of_sentence.get(sentence.index, ()):
            if other.unit == COUNT and other.quantity.nominal in here:
                yield other


def rates_before(memory: Memory, mention: NumberMention) -> Iterator[NumberMention]:
    """The rates of its paragraph that stand just before, the nearest first."""
    if mention.unit not in RATES:
        return
    yield from (one for one in reversed(earlier_than(memory, mention)) if one.unit in RATES)
    for sentence in memory.before_in_paragraph(memory.scene.document.sentences[mention.sentence]):
        yield from (one for one in reversed(memory.of_sentence.get(sentence.index, ())) if one.unit in RATES)


def place_before(memory: Memory, view: View) -> Where | None:
    """The place of the sentences before: of the same paragraph, or of an earlier one where this one says "there"."""
    said = is_there(view)
    for sentence in memory.before(view.sentence):
        if not said and sentence.paragraph != view.sentence.paragraph:
            break
        if not memory.scene.may_hold(sentence.index, PLACED):
            continue
        where = place_of(View.of(memory.scene, sentence), 0, -1)
        if where is not None:
            return where
    return None
