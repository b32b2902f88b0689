"""Lemmas of words, by simplemma's dictionaries in the form that takes little memory."""

from __future__ import annotations

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import StreamDictionaryFactory

MOST_DICTIONARIES = 64
"""Kept once loaded, which takes up to two seconds each: more than there are languages to read."""
LEMMATIZER = Lemmatizer(
    lemmatization_strategy=DefaultStrategy(
        dictionary_factory=StreamDictionaryFactory(cache_max_size=MOST_DICTIONARIES)
    ),
)


def lemma_of(word: str, code: str) -> str:
    """The lemma of a word, or the word itself. Raises ValueError for a language that simplemma does not know."""
    return LEMMATIZER.lemmatize(word, code)
