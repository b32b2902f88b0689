"""Words of a watch's own as terms of the vocabulary, so that no other watch reads otherwise because of them.

Each counted word becomes a noun by itself: two watches may share a word. It is a kind of every noun that the vocabulary
already sees in it: "damaged houses" are houses still, for a watch that counts those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from monitor.reading.vocabulary import EVERY_LANGUAGE, LadderWords, Term, Vocabulary
from monitor.reading.words.document import parse
from monitor.reading.words.lookup import HitKind, lookup, own
from monitor.rulebook.names import fold

PerLanguage = Mapping[str, tuple[str, ...]]


def nouns_of(words: PerLanguage, vocabulary: Vocabulary) -> dict[str, Term]:
    """One noun for each word. An id depends on the word alone, and is no id of the vocabulary."""
    terms: dict[str, Term] = {}
    for language, of_one in words.items():
        for word in of_one:
            name = f"{word} (own)" if word in vocabulary.nouns else word
            known = terms.get(name, Term(id=name, words={}))
            terms[name] = replace(known, words={**known.words, language: (word,)})
    return terms


def taken(
    words: PerLanguage, known: Mapping[str, Term], said: Callable[[str], PerLanguage]
) -> Iterator[tuple[str, int, str]]:
    """Language and position of each word that a known term has already, and that term.

    `said` gives the words of a language by the ids of the terms.
    """
    for language, of_one in words.items():
        in_language = said(language)
        spelt = {
            fold(one): term.id
            for term in reversed(tuple(known.values()))
            for one in (*own(term.words, language), *in_language.get(term.id, ()))
        }
        for position, word in enumerate(of_one):
            if fold(word) in spelt:
                yield language, position, spelt[fold(word)]


def folded_in(
    vocabulary: Vocabulary,
    nouns: Mapping[str, Term],
    actions: Mapping[str, Term],
    things: Mapping[str, tuple[str, ...]],
) -> Vocabulary:
    """The vocabulary with private terms; they come first, and so win over equal words. `things` are per ladder."""
    private = {name: _placed(term, nouns.values(), vocabulary) for name, term in nouns.items()}
    return replace(
        vocabulary,
        nouns={**private, **vocabulary.nouns},
        actions={**actions, **vocabulary.actions},
        ladders={name: _climbed(ladder, things.get(name, ())) for name, ladder in vocabulary.ladders.items()},
    )


def _placed(term: Term, others: Iterable[Term], vocabulary: Vocabulary) -> Term:
    """The term as a kind of all that is seen in its words; what equals a known word says all that it says."""
    kinds: dict[str, None] = {}
    for language, word in _phrases(term):
        for code in vocabulary.languages if language == EVERY_LANGUAGE else (language,):
            for known, whole in _seen(word, code, vocabulary):
                kinds |= dict.fromkeys((known.id, *known.kind_of))
                if whole:
                    term = replace(term, action=known.action, part_of=known.part_of)
    inside = [other.id for other in others if other.id != term.id and _holds(term, other)]
    return replace(term, kind_of=(*kinds, *inside))


def _phrases(term: Term) -> Iterator[tuple[str, str]]:
    return ((language, word) for language, of_one in term.words.items() for word in of_one)


def _seen(word: str, language: str, vocabulary: Vocabulary) -> Iterator[tuple[Term, bool]]:
    """The nouns in a phrase, and whether each is the whole phrase."""
    for sentence in parse(word, vocabulary.languages.get(language, language)).sentences:
        for hit in lookup(sentence, vocabulary, language):
            if hit.kind is HitKind.NOUN:
                yield vocabulary.nouns[hit.id], (hit.start, hit.end) == (sentence.start, sentence.end)


def _holds(term: Term, other: Term) -> bool:
    return any(
        f" {fold(inner)} " in f" {fold(outer)} "
        for language, outer in _phrases(term)
        for inner in other.words.get(language, ())
    )


def _climbed(ladder: LadderWords, things: tuple[str, ...]) -> LadderWords:
    return replace(ladder, things=tuple(dict.fromkeys((*ladder.things, *things)))) if things else ladder
