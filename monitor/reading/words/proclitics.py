"""Words written together with the next, as "and" in Arabic. Before a known word each is a token of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from monitor.reading.vocabulary import Language, Vocabulary
from monitor.reading.words.lookup import Node, forms_of, trie_of
from monitor.reading.words.text import Document, Sentence, Token, normal

MOST = 2
"""Clitics before one word."""
SHORTEST = 2
"""Signs of a word that a clitic may stand before."""


def apart(document: Document, vocabulary: Vocabulary, language: Language) -> Document:
    """The document with such words as tokens of their own."""

    def divided(sentence: Sentence) -> tuple[Token, ...]:
        return tuple(piece for token in sentence.tokens for piece in pieces_of(token, vocabulary, language))

    return document.with_tokens(divided)


def pieces_of(token: Token, vocabulary: Vocabulary, language: Language) -> Iterator[Token]:
    """The clitics of a token and the word that they stand before."""
    start, rest = token.start, token.text
    for clitic in clitics_of(token.norm, vocabulary, language) if token.is_word else ():
        width = width_of(rest, clitic)
        yield Token(start, start + width, rest[:width], clitic)
        start, rest = start + width, rest[width:]
    yield token if start == token.start else Token(start, token.end, rest, normal(rest))


def width_of(text: str, clitic: str) -> int:
    """Signs that the clitic takes in the text, vowel signs and strokes among them."""
    width = 1
    while width < len(text) and (normal(text[:width]) != clitic or not normal(text[width])):
        width += 1
    return width


@lru_cache(maxsize=65536)
def clitics_of(word: str, vocabulary: Vocabulary, language: Language) -> tuple[str, ...]:
    """The clitics at the beginning of a word in normal form; none of one that is known as it stands."""
    known = words_of(vocabulary, language.code)
    found: tuple[str, ...] = ()
    while word not in known and len(found) < MOST:
        clitic = next((one for one in language.proclitics if word.startswith(one)), None)
        if clitic is None or not is_word(word.removeprefix(clitic), known, language):
            break
        word, found = word.removeprefix(clitic), (*found, clitic)
    return found


def is_word(rest: str, known: frozenset[str], language: Language) -> bool:
    return len(rest) >= SHORTEST and any(form in known for form in forms_of(rest, language))


@lru_cache(maxsize=64)
def words_of(vocabulary: Vocabulary, language: str) -> frozenset[str]:
    """Every word of every phrase that the language knows."""
    found: set[str] = set()
    nodes: list[Node] = [trie_of(vocabulary, language)]
    while nodes:
        node = nodes.pop()
        found.update(node.next)
        nodes.extend(node.next.values())
    return frozenset(found)
