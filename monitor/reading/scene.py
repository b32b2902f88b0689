"""An article as its readers see it: the parsed text with all that was looked up in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from monitor.quantity import COUNT
from monitor.reading.lazily import Lazily
from monitor.reading.numbers import DateSpan, Number, find_all
from monitor.reading.numbers.days import with_bare_days
from monitor.reading.numbers.found import AGE, UNQUALIFIED
from monitor.reading.vocabulary import Cue, EntityKind, Language, Vocabulary
from monitor.reading.words.division import Divided, divide
from monitor.reading.words.document import parse
from monitor.reading.words.glance import glance
from monitor.reading.words.lookup import Hit, HitKind, lookup
from monitor.reading.words.proclitics import apart
from monitor.reading.words.text import Document, Sentence, Spacing

Spanned = TypeVar("Spanned", DateSpan, Number)
Hits = Sequence[tuple[Hit, ...]]
"""Per sentence, by its index; none for boilerplate."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    document: Document
    vocabulary: Vocabulary
    published: datetime | None
    """The article's publication time, aware, or null where it is not known."""
    hits: Hits
    numbers: Sequence[tuple[Number, ...]] = ()
    """Per sentence, by its index: everything `numbers.find_numbers` found, counts or not."""
    dates: Sequence[tuple[DateSpan, ...]] = ()
    """Per sentence, by its index: everything `dates.find_dates` found."""

    @property
    def language(self) -> Language | None:
        return self.vocabulary.languages.get(self.document.language)

    def sentence_of(self, offset: int) -> Sentence:
        return self.document.sentence_of(offset)

    def may_hold(self, index: int, kinds: frozenset[HitKind], ids: frozenset[str] | None = None) -> bool:
        """Whether a sentence can have a hit of these kinds and ids (of statuses and steps, ladders) in `hits`.

        A no is sure, and costs far less than the hits themselves.
        """
        sentence, language = self.document.sentences[index], self.language
        if sentence.boilerplate or language is None:
            return False
        held = glance(self.vocabulary, language, kinds)(self.document.text[sentence.start : sentence.end])
        return bool(held) if ids is None else not held.isdisjoint(ids)


def see(
    text: str,
    vocabulary: Vocabulary,
    language: Language,
    *,
    published: datetime | None = None,
    title: str | None = None,
) -> Scene:
    """Everything that is found in a text before anything is made of it."""
    document = parse(text, language, title)
    body = text[: document.sentences[-1].end] if document.sentences else ""
    counts, spans = find_all(body, language, published)
    if language.spacing is not Spacing.WORDS:
        spans = with_bare_days(body, spans, counts, language, published)
    numbers, dates = per_sentence(document, counts), per_sentence(document, spans)
    if language.spacing is Spacing.WORDS:
        document = apart(document, vocabulary, language) if language.proclitics else document
        found = hits_in(document, lambda sentence: lookup(sentence, vocabulary, language.code))
        numbers = no_ages_of_places(numbers, found, document.text, vocabulary)
    else:
        document, found = in_words(document, vocabulary, language, numbers, dates)
        numbers = outside_names(numbers, found)
    return Scene(
        document=document,
        vocabulary=vocabulary,
        published=published,
        hits=without_short(found),
        numbers=numbers,
        dates=dates,
    )


def hits_in(document: Document, find: Callable[[Sentence], tuple[Hit, ...]]) -> Hits:
    def found(index: int) -> tuple[Hit, ...]:
        sentence = document.sentences[index]
        return () if sentence.boilerplate else find(sentence)

    return Lazily(len(document.sentences), found)


def in_words(
    document: Document,
    vocabulary: Vocabulary,
    language: Language,
    numbers: Sequence[tuple[Number, ...]],
    dates: Sequence[tuple[DateSpan, ...]],
) -> tuple[Document, Hits]:
    """The document with its sentences divided into words, and the hits of each."""

    def divided(index: int) -> Divided:
        counts = [(one.start, one.end) for one in numbers[index] if one.quantity.unit not in UNQUALIFIED]
        dated = [(one.start, one.end) for one in dates[index]]
        return divide(document.sentences[index], vocabulary, language, counts, dated)

    words = Lazily(len(document.sentences), divided)
    found = hits_in(document, lambda sentence: words[sentence.index].hits)
    return document.with_tokens(lambda sentence: words[sentence.index].tokens), found


def outside_names(numbers: Sequence[tuple[Number, ...]], found: Hits) -> Sequence[tuple[Number, ...]]:
    """Per sentence, without the numerals that are but a sign of a longer word or phrase: 三星, 한국은행, 한 달 전."""
    return Lazily(len(numbers), lambda at: tuple(whole(numbers[at], found[at])) if numbers[at] else ())


def no_ages_of_places(
    numbers: Sequence[tuple[Number, ...]], found: Hits, text: str, vocabulary: Vocabulary
) -> Sequence[tuple[Number, ...]]:
    """Per sentence, with what is set off behind a place, and so is nobody's age, as a count: "New York (54)"."""

    def typed(at: int) -> Iterator[Number]:
        for one in numbers[at]:
            place = place_before(one, found[at], text, vocabulary) if one.quantity.unit == AGE else None
            yield one if place is None else replace(one, quantity=replace(one.quantity, unit=COUNT))

    aged = [any(one.quantity.unit == AGE for one in sentence) for sentence in numbers]
    return Lazily(len(numbers), lambda at: tuple(typed(at)) if aged[at] else numbers[at]) if any(aged) else numbers


def place_before(number: Number, hits: tuple[Hit, ...], text: str, vocabulary: Vocabulary) -> Hit | None:
    """The place whose name stands right before a number set off, and is not the end of a longer name: "Jack London"."""
    for hit in hits:
        known = vocabulary.entities.get(hit.id) if hit.kind is HitKind.ENTITY else None
        if known is None or known.kind not in (EntityKind.COUNTRY, EntityKind.PLACE):
            continue
        ends = text[hit.end : number.start].strip() in {"(", ","}
        governed = any(one.id == Cue.IN and one.last == hit.first - 1 for one in hits)
        if ends and (governed or hit.last > hit.first):
            return hit
    return None


def whole(numbers: tuple[Number, ...], hits: tuple[Hit, ...]) -> Iterator[Number]:
    longest: dict[int, Hit] = {}
    for hit in hits:
        for place in range(hit.start, hit.end):
            if place not in longest or longest[place].end - longest[place].start < hit.end - hit.start:
                longest[place] = hit
    for one in numbers:
        held = longest.get(one.start)
        if held is None or one.end > held.end or one.end - one.start == held.end - held.start:
            yield one


def per_sentence(document: Document, spans: list[Spanned]) -> Sequence[tuple[Spanned, ...]]:
    found: list[list[Spanned]] = [[] for _ in document.sentences]
    for span in spans:
        found[document.sentence_of(span.start).index].append(span)
    return tuple(map(tuple, found))


def without_short(found: Hits) -> Hits:
    """The hits per sentence. Short names count where the text has the entity in full."""
    full = InFull(found)
    return Lazily(len(found), lambda at: tuple(settled(found[at], full)))


def settled(hits: tuple[Hit, ...], full: InFull) -> Iterator[Hit]:
    for hit in hits:
        if hit.kind is not HitKind.SHORT:
            yield hit
        elif full.names(hit.id):
            yield hit._replace(kind=HitKind.ENTITY)


@dataclass(slots=True)
class InFull:
    """Which entities a text has in full, found by going only as far as it takes."""

    hits: Hits
    known: set[str] = field(default_factory=set)
    before: int = 0
    """The sentence up to which they are known."""

    def names(self, entity: str) -> bool:
        while entity not in self.known and self.before < len(self.hits):
            index = self.before
            self.known.update(hit.id for hit in self.hits[index] if hit.kind is HitKind.ENTITY)
            self.before = index + 1
        return entity in self.known
