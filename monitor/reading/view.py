"""A sentence with its hits, ready to be asked about by token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from monitor.reading.numbers import DateSpan, Number
from monitor.reading.scene import Scene
from monitor.reading.vocabulary import Cue, Language
from monitor.reading.words.brackets import bracketed
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import Sentence, Token

WORDS = (HitKind.CUE, HitKind.ENTITY, HitKind.DEMONYM, HitKind.NOUN, HitKind.OFFICE)
"""Words whose endings say nothing: "Irán" is no future."""
STEM = 2
"""Signs that a word has before an ending that is a cue."""


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens first to last, both inclusive."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A sentence with its hits sorted by what they are, for the readers of clauses."""

    scene: Scene
    sentence: Sentence
    tokens: tuple[Token, ...]
    hits: tuple[Hit, ...]
    cues: dict[str, tuple[Hit, ...]]
    dated: frozenset[int]
    """Tokens that belong to a date."""
    at: dict[int, list[Hit]]
    """The hits that begin at a token."""
    ends: dict[int, list[Hit]]
    """The hits that end at a token."""
    over: dict[int, list[Hit]]
    """The cues that cover a token."""
    tongue: Language
    names: tuple[Hit, ...]
    """Entities and demonyms from left to right."""
    sorted: dict[tuple[Cue, ...], tuple[Hit, ...]] = field(default_factory=dict)
    """What `all` gave so far: many numbers of a sentence ask for the same."""
    kinds: dict[HitKind, tuple[Hit, ...]] = field(default_factory=dict)
    """What `of_kind` gave so far."""
    longest: dict[HitKind, int] = field(default_factory=dict)
    """How far the longest hit of a kind goes on behind its first token."""
    lefts: dict[int, Span | None] = field(default_factory=dict)
    """What `left_phrase` gave so far."""

    @classmethod
    def of(cls, scene: Scene, sentence: Sentence) -> View:
        return view_of(scene, sentence.index)

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers of the sentence."""
        return self.scene.numbers[self.sentence.index] if self.scene.numbers else ()

    def all(self, *wanted: Cue) -> tuple[Hit, ...]:
        """The hits of these cues from left to right."""
        if wanted not in self.sorted:
            hits = (hit for cue in wanted for hit in self.cues.get(cue, ()))
            self.sorted[wanted] = tuple(sorted(hits, key=place_of_hit))
        return self.sorted[wanted]

    def of_kind(self, kind: HitKind) -> tuple[Hit, ...]:
        """The hits of a kind from left to right."""
        if kind not in self.kinds:
            self.kinds[kind] = tuple(sorted((hit for hit in self.hits if hit.kind is kind), key=first_of_hit))
            self.longest[kind] = max((hit.last - hit.first for hit in self.kinds[kind]), default=0)
        return self.kinds[kind]

    def among(self, kind: HitKind, first: int, last: int) -> Iterator[Hit]:
        """The hits of a kind that have one of the tokens `first` to `last`, from left to right."""
        hits = self.of_kind(kind)
        for at in range(bisect_left(hits, first - self.longest[kind], key=first_of_hit), len(hits)):
            if hits[at].first > last:
                break
            if hits[at].last >= first:
                yield hits[at]

    def covers(self, index: int, *wanted: Cue) -> Hit | None:
        """The hit of one of these cues that covers the token, or None."""
        over = self.over.get(index)
        if over is not None:
            for hit in over:
                if hit.id in wanted:
                    return hit
        return None

    def words(self, span: Span) -> str:
        return self.scene.document.text[self.tokens[span.first].start : self.tokens[span.last].end]

    def entities(self, span: Span) -> list[Hit]:
        begin = bisect_left(self.names, span.first, key=first_of_hit)
        end = bisect_left(self.names, span.last + 1, lo=begin, key=first_of_hit)
        return [hit for hit in self.names[begin:end] if hit.last <= span.last]


@lru_cache(maxsize=128)  # each keeps a whole article, of which few sentences may be looked at
def view_of(scene: Scene, index: int) -> View:
    sentence = scene.document.sentences[index]
    tongue = scene.language or Language(code=scene.document.language, name=scene.document.language, cues={})
    hits = scene.hits[index]
    if tongue.endings or tongue.beginnings:
        hits = tuple(sorted((*hits, *shaped(scene, sentence, hits)), key=lambda hit: (hit.first, -hit.last)))
    if tongue.brackets:
        hits = bracketed(sentence, hits, tongue)
    cues: dict[str, list[Hit]] = {}
    at: dict[int, list[Hit]] = {}
    ends: dict[int, list[Hit]] = {}
    over: dict[int, list[Hit]] = {}
    for hit in hits:
        at.setdefault(hit.first, []).append(hit)
        ends.setdefault(hit.last, []).append(hit)
        if hit.kind is HitKind.CUE:
            cues.setdefault(hit.id, []).append(hit)
            for token in range(hit.first, hit.last + 1):
                over.setdefault(token, []).append(hit)
    listed = {cue: tuple(found) for cue, found in cues.items()}
    names = (hit for hit in hits if hit.kind in (HitKind.ENTITY, HitKind.DEMONYM))
    return View(
        scene,
        sentence,
        sentence.tokens,
        hits,
        listed,
        dated_tokens(scene, sentence),
        at,
        ends,
        over,
        tongue,
        names=tuple(sorted(names, key=first_of_hit)),
    )


def place_of_hit(hit: Hit) -> tuple[int, int]:
    return hit.first, hit.last


def first_of_hit(hit: Hit) -> int:
    return hit.first


def shaped(scene: Scene, sentence: Sentence, hits: Iterable[Hit]) -> Iterator[Hit]:
    """The cues that a word's ending or beginning gives where no listed cue covers it: no name, no noun, no number."""
    tongue = scene.language
    if tongue is None:
        return
    known = {index for hit in hits if hit.kind in WORDS for index in range(hit.first, hit.last + 1)}
    for number in scene.numbers[sentence.index] if scene.numbers else ():
        known.update(range(sentence.token_at(number.start), sentence.token_at(max(number.start, number.end - 1)) + 1))
    for index, token in enumerate(sentence.tokens):
        if index in known or not token.is_word or (index > 0 and token.text[0].isupper()):
            continue
        for cue in shape_of(token.norm, tongue):
            yield Hit(HitKind.CUE, cue.value, token.start, token.end, index, index)


def shape_of(word: str, tongue: Language) -> Iterator[Cue]:
    """The cues of a word's ending and beginning."""
    for cue, endings in tongue.endings.items():
        if any(word.endswith(ending) and len(word) >= len(ending) + STEM for ending in endings):
            yield cue
    for cue, beginnings in tongue.beginnings.items():
        if any(word.startswith(beginning) and len(word) >= len(beginning) + STEM for beginning in beginnings):
            yield cue


def dated_tokens(scene: Scene, sentence: Sentence) -> frozenset[int]:
    found: set[int] = set()
    for date in dates_of(scene, sentence):
        found.update(range(sentence.token_at(date.start), sentence.token_at(max(date.start, date.end - 1)) + 1))
    return frozenset(found)


def dates_of(scene: Scene, sentence: Sentence) -> tuple[DateSpan, ...]:
    return scene.dates[sentence.index] if scene.dates else ()
