"""An article as its readers see it: the parsed text with all that was looked up in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from monitor.reading.numbers import Number, find_numbers
from monitor.reading.numbers.dates import DateSpan, find_dates
from monitor.reading.numbers.days import with_bare_days
from monitor.reading.numbers.found import UNQUALIFIED
from monitor.reading.vocabulary import Language, Vocabulary
from monitor.reading.words.division import divide
from monitor.reading.words.document import parse
from monitor.reading.words.lookup import Hit, HitKind, lookup
from monitor.reading.words.proclitics import apart
from monitor.reading.words.text import Document, Sentence, Spacing

Spanned = TypeVar("Spanned", DateSpan, Number)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    document: Document
    vocabulary: Vocabulary
    published: datetime | None
    """The article's publication time, aware, or null where it is not known."""
    hits: tuple[tuple[Hit, ...], ...]
    """Per sentence, by its index; none for boilerplate."""
    numbers: tuple[tuple[Number, ...], ...] = ()
    """Per sentence, by its index: everything `numbers.find_numbers` found, counts or not."""
    dates: tuple[tuple[DateSpan, ...], ...] = ()
    """Per sentence, by its index: everything `dates.find_dates` found."""

    @property
    def language(self) -> Language | None:
        return self.vocabulary.languages.get(self.document.language)

    def sentence_of(self, offset: int) -> Sentence:
        return self.document.sentence_of(offset)


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
    counts = find_numbers(body, language, published)
    spans = find_dates(body, language, published)
    if language.spacing is not Spacing.WORDS:
        spans = with_bare_days(body, spans, counts, language, published)
    numbers, dates = per_sentence(document, counts), per_sentence(document, spans)
    if language.spacing is Spacing.WORDS:
        document = apart(document, vocabulary, language) if language.proclitics else document
        found = [() if one.boilerplate else lookup(one, vocabulary, document.language) for one in document.sentences]
    else:
        document, found = in_words(document, vocabulary, language, numbers, dates)
        numbers = tuple(map(tuple, map(outside_names, numbers, found)))
    return Scene(
        document=document,
        vocabulary=vocabulary,
        published=published,
        hits=without_short(found),
        numbers=numbers,
        dates=dates,
    )


def in_words(
    document: Document,
    vocabulary: Vocabulary,
    language: Language,
    numbers: tuple[tuple[Number, ...], ...],
    dates: tuple[tuple[DateSpan, ...], ...],
) -> tuple[Document, list[tuple[Hit, ...]]]:
    """The document with its sentences divided into words, and the hits of each."""
    sentences: list[Sentence] = []
    found: list[tuple[Hit, ...]] = []
    for sentence in document.sentences:
        counts = [(one.start, one.end) for one in numbers[sentence.index] if one.quantity.unit not in UNQUALIFIED]
        dated = [(one.start, one.end) for one in dates[sentence.index]]
        divided, hits = divide(sentence, vocabulary, language, counts, dated)
        sentences.append(divided)
        found.append(() if sentence.boilerplate else hits)
    return replace(document, sentences=tuple(sentences)), found


def outside_names(numbers: tuple[Number, ...], hits: tuple[Hit, ...]) -> Iterator[Number]:
    """Without the numerals that are but a sign of a longer word or phrase: 三星, 한국은행, 한 달 전."""
    longest: dict[int, Hit] = {}
    for hit in hits:
        for place in range(hit.start, hit.end):
            if place not in longest or longest[place].end - longest[place].start < hit.end - hit.start:
                longest[place] = hit
    for one in numbers:
        held = longest.get(one.start)
        if held is None or one.end > held.end or one.end - one.start == held.end - held.start:
            yield one


def per_sentence(document: Document, spans: list[Spanned]) -> tuple[tuple[Spanned, ...], ...]:
    found: list[list[Spanned]] = [[] for _ in document.sentences]
    for span in spans:
        found[document.sentence_of(span.start).index].append(span)
    return tuple(map(tuple, found))


def without_short(found: list[tuple[Hit, ...]]) -> tuple[tuple[Hit, ...], ...]:
    """The hits per sentence. Short names count where the text has the entity in full."""
    full = {hit.id for hits in found for hit in hits if hit.kind is HitKind.ENTITY}
    return tuple(tuple(settled(hits, full)) for hits in found)


def settled(hits: tuple[Hit, ...], full: set[str]) -> Iterator[Hit]:
    for hit in hits:
        if hit.kind is not HitKind.SHORT:
            yield hit
        elif hit.id in full:
            yield hit._replace(kind=HitKind.ENTITY)
