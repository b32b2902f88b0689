"""A number as it was read, and the memory of what a text has given so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from monitor.claim import Modality
from monitor.quantity import Quantity
from monitor.reading.figures.groups import BACK, WINDOW
from monitor.reading.figures.subjects import Group
from monitor.reading.scene import Scene
from monitor.reading.words.text import Sentence

FURTHEST = 12
"""Sentences back, furniture included, that are looked at for what a sentence leaves out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """One number of the text. Offsets count characters; `start` to `end` is the number alone, without its noun."""

    start: int
    end: int
    text: str
    quantity: Quantity
    sentence: int
    """The index of its sentence in the document."""
    phrase_end: int
    """Where its noun ends, if that follows; else its own end."""
    counted: str | None = None
    """The noun as written."""
    noun: str | None = None
    """The noun's id in the vocabulary."""
    measured: bool = False
    """Whether a measure word ("240人") is all that its own sentence gives for a noun."""
    of: Group = ()
    """Entity ids of the group; several are counted together."""
    of_carried: bool = False
    """Whether the group was named in a sentence before."""
    action: str | None = None
    place: str | None = None
    """As written."""
    place_id: str | None = None
    place_carried: bool = False
    """Whether the place was named in a sentence before."""
    speaker: str | None = None
    speaker_id: str | None = None
    via: str | None = None
    modality: Modality = Modality.ASSERTED
    part: bool = False
    """Some of a larger number: "including 500", "500 of whom"."""
    included: bool = False
    """Stands behind "including", or is listed with one that does."""
    whole_noun: str | None = None
    """Of a part: the noun of the larger number."""
    of_others: bool = False
    """Of a part: whether the larger number is that of another group, so that the part is all there are of its own."""
    whole: bool = False
    """The larger number of "4,000 of about 11,000"."""
    increment: bool = False
    """Comes on top of another number: "a further 3,000"."""
    boilerplate: bool = False

    @property
    def unit(self) -> str:
        return self.quantity.unit


@dataclass(slots=True)
class Memory:
    """What was read so far, for what later sentences leave out."""

    scene: Scene
    mentions: list[NumberMention] = field(default_factory=list)
    of_sentence: dict[int, list[NumberMention]] = field(default_factory=dict)

    last_tokens: dict[int, int] = field(default_factory=dict)
    """The last token of each number that was read with what surrounds it, its noun included, by where it starts."""

    def keep(self, sentence: Sentence, found: list[NumberMention]) -> None:
        self.mentions += found
        self.of_sentence[sentence.index] = found

    def before(self, sentence: Sentence) -> list[Sentence]:
        """The sentences just before, the nearest first, over furniture and within a window of characters."""
        sentences = self.scene.document.sentences
        found: list[Sentence] = []
        for index in range(sentence.index - 1, -1, -1):
            earlier = sentences[index]
            if sentence.start - earlier.start > WINDOW or sentence.index - index > FURTHEST or len(found) == BACK:
                break
            if not earlier.boilerplate:
                found.append(earlier)
        return found

    def before_in_paragraph(self, sentence: Sentence) -> list[Sentence]:
        return [earlier for earlier in self.before(sentence) if earlier.paragraph == sentence.paragraph]
