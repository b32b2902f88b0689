"""Whom a text names where a thing is spoken of: told before it is asked who took a step of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from monitor.reading.scene import Scene
from monitor.reading.statuses.parties import Thing, aimed_at, country_of, located
from monitor.reading.view import Span, View
from monitor.reading.vocabulary import Cue, EntityKind


@dataclass(slots=True)
class Around:
    """Nobody else than who is named there can be found to be the party of a thing."""

    scene: Scene
    things: Sequence[Thing]
    named: dict[int, frozenset[str]] = field(default_factory=dict)
    """Per sentence, as far as asked."""
    together: dict[tuple[str, frozenset[str]], bool] = field(default_factory=dict)
    """Whether these are named in one sentence with such a thing, as far as asked."""

    def may_be_between(self, view: View, thing: Thing, parties: frozenset[str]) -> bool:
        """Whether the thing of a step may be found to be between these. Else its agents need not be looked for."""
        index = view.sentence.index
        before = {index - 1} if index > 0 and view.cues.get(Cue.PRONOUN) else set()
        own = self.missing(parties, {index, thing.sentence} | before)
        return not own or self.are_together(thing.id, parties)

    def are_together(self, noun: str, parties: frozenset[str]) -> bool:
        if (noun, parties) not in self.together:
            alike = {thing.sentence for thing in self.things if thing.id == noun}
            self.together[noun, parties] = any(not self.missing(parties, {sentence}) for sentence in alike)
        return self.together[noun, parties]

    def missing(self, parties: frozenset[str], sentences: Iterable[int]) -> frozenset[str]:
        """Those whom none of the sentences names, by an id or in so many letters."""
        text = self.scene.document
        for index in sentences if parties else ():
            sentence = text.sentences[index]
            parties = frozenset(one for one in parties if text.text.find(one, sentence.start, sentence.end) < 0)
            parties -= self.named_in(index)
        return parties

    def named_in(self, index: int) -> frozenset[str]:
        if index not in self.named:
            view = View.of(self.scene, self.scene.document.sentences[index])
            here = [thing for thing in self.things if thing.sentence == index]
            self.named[index] = frozenset(named_by(view, here))
        return self.named[index]


def named_by(view: View, things: Sequence[Thing]) -> Iterator[str]:
    """For whom those act who are named in a sentence; not the places where something happened."""
    vocabulary = view.scene.vocabulary
    for hit in view.entities(Span(0, len(view.tokens) - 1)):
        person = vocabulary.entities[hit.id].kind is EntityKind.PERSON
        if person or not located(view, hit) or any(aimed_at(view, thing, hit) for thing in things):
            yield country_of(vocabulary, hit.id)
