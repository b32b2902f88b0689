"""Tables: what a number counts stands at the head of its column, and where at the head of its row.

A cleaned page gives a table as one line per row, its cells parted by bars.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from monitor.quantity import COUNT
from monitor.reading.figures.mentions import NumberMention
from monitor.reading.figures.nouns import PEOPLE
from monitor.reading.figures.places import KINDS
from monitor.reading.scene import Scene
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import Sentence

BAR = re.compile("[|｜]")
MOST_ROWS = 200
"""Rows below a heading that are still looked at; what is longer is no table of a news article."""
GAP = 3
"""Paragraphs between two rows of one table."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table. `cells` are spans in characters of the text."""

    sentence: int
    cells: tuple[tuple[int, int], ...]
    heading: int | None
    """The sentence that heads its columns."""


def tabled(scene: Scene, mention: NumberMention) -> NumberMention:
    """A count in a table, with the noun and the action of its column's heading and the place of its row."""
    row = rows_of(scene).get(mention.sentence)
    if row is None or row.heading is None or mention.unit != COUNT or mention.counted is not None:
        return mention
    column = next((at for at, (start, end) in enumerate(row.cells) if start <= mention.start < end), None)
    if column is None:
        return mention
    head = hits_in(scene, row.heading, rows_of(scene)[row.heading].cells[column])
    noun = next((hit for hit in head if hit.kind is HitKind.NOUN), None)
    action = next((hit for hit in head if hit.kind is HitKind.ACTION), None)
    place = next((hit for hit in hits_in(scene, mention.sentence, row.cells[0]) if is_place(scene, hit)), None)
    named = noun or action
    return replace(
        mention,
        counted=scene.document.text[named.start : named.end] if named is not None else None,
        noun=noun.id if noun is not None else PEOPLE if action is not None else None,
        action=own_action(scene, noun) or (action.id if action is not None else None),
        of=(),
        place=scene.document.text[place.start : place.end] if place is not None else mention.place,
        place_id=place.id if place is not None else mention.place_id,
        place_carried=place is None,
    )


@lru_cache(maxsize=16)
def rows_of(scene: Scene) -> dict[int, Row]:
    """The rows by their sentences. A heading is the last row of as many cells that holds no number."""
    found: dict[int, Row] = {}
    heading: Row | None = None
    last = None
    for sentence in scene.document.sentences:
        cells = cells_of(scene, sentence)
        if len(cells) < 2:
            continue
        if last is not None and sentence.paragraph - last.paragraph > GAP:
            heading = None
        last = sentence
        row = Row(sentence.index, cells, None)
        if not scene.numbers[sentence.index]:
            heading = row
        elif (
            heading is not None and len(heading.cells) == len(cells) and sentence.index - heading.sentence <= MOST_ROWS
        ):
            row = replace(row, heading=heading.sentence)
        found[sentence.index] = row
    return found


def cells_of(scene: Scene, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    if sentence.boilerplate:
        return ()
    bars = [bar.start() for bar in BAR.finditer(scene.document.text, sentence.start, sentence.end)]
    edges = [sentence.start, *bars, sentence.end]
    spans = [(start + (at > 0), end) for at, (start, end) in enumerate(pairwise(edges))]
    return tuple((start, end) for start, end in spans if scene.document.text[start:end].strip())


def hits_in(scene: Scene, sentence: int, cell: tuple[int, int]) -> list[Hit]:
    return [hit for hit in scene.hits[sentence] if cell[0] <= hit.start and hit.end <= cell[1]]


def is_place(scene: Scene, hit: Hit) -> bool:
    return hit.kind is HitKind.ENTITY and scene.vocabulary.entities[hit.id].kind in KINDS


def own_action(scene: Scene, noun: Hit | None) -> str | None:
    """What the noun says by itself: the dead were killed."""
    return scene.vocabulary.nouns[noun.id].action if noun is not None else None
