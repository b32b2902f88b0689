"""What a name in a rule means: an id of the vocabulary, or any other name that it has for the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from monitor.reading.text import normal
from monitor.reading.vocabulary import Term, Vocabulary
from monitor.rulebook.problem import NEAR


class Unknown(LookupError):  # noqa: N818 - it names what is wrong
    """A name that means nothing, or several things. The message and the hint are for the user."""

    def __init__(self, message: str, hint: str | None) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(frozen=True, slots=True)
class Directory:
    """Ids by folded name. An id of its own comes before the other names of others."""

    what: str
    """What is looked up, for the messages: "country or place"."""
    ids: Mapping[str, str]
    names: Mapping[str, frozenset[str]]
    codes: Mapping[str, str]

    def find(self, name: str) -> str:
        """The id that a name means. Raises Unknown."""
        folded = fold(name)
        if folded in self.ids:
            return self.ids[folded]
        meant = sorted(self.names.get(folded, ()))
        if len(meant) == 1:
            return meant[0]
        if meant:
            raise Unknown(f"{name!r} may be {' or '.join(meant)}", f"write one of: {', '.join(meant)}")
        if name.upper() in self.codes:
            raise Unknown(
                f"{name!r} is no {self.what}", f"write the name instead of the code: {self.codes[name.upper()]}"
            )
        raise Unknown(f"{name!r} is no {self.what} we know", self.near(name))

    def near(self, name: str) -> str:
        """A hint with the ids that a mistyped name may mean."""
        meant = {
            **{word: sorted(ids) for word, ids in self.names.items()},
            **{word: [one] for word, one in self.ids.items()},
        }
        words = get_close_matches(fold(name), meant, n=3, cutoff=NEAR)
        ids = dict.fromkeys(one for word in words for one in meant[word])
        if not ids:
            return "what is not known yet can be added: docs/rules.md, Words of your own"
        return f"did you mean {' or '.join(map(repr, ids))}?"


@lru_cache(maxsize=4)
def entities(vocabulary: Vocabulary) -> Directory:
    every = vocabulary.entities.values()
    return _directory(
        "country, place, group or person",
        [(entity.id, _words(entity.names, entity.demonyms, entity.short)) for entity in every],
        {entity.code: entity.id for entity in every if entity.code is not None},
    )


@lru_cache(maxsize=4)
def nouns(vocabulary: Vocabulary) -> Directory:
    return _terms("counted noun or thing", vocabulary.nouns.values())


@lru_cache(maxsize=4)
def actions(vocabulary: Vocabulary) -> Directory:
    return _terms("action", vocabulary.actions.values())


@lru_cache(maxsize=4)
def ladders(vocabulary: Vocabulary) -> Directory:
    return _directory("ladder", [(name, ()) for name in vocabulary.ladders], {})


def among(what: str, known: Iterable[str]) -> Directory:
    return _directory(what, [(name, ()) for name in known], {})


def fold(name: str) -> str:
    return " ".join(normal(name).replace("_", " ").replace("-", " ").split())


def _terms(what: str, terms: Iterable[Term]) -> Directory:
    return _directory(what, [(term.id, _words(term.words)) for term in terms], {})


def _words(*per_language: Mapping[str, tuple[str, ...]]) -> Sequence[str]:
    return [word for words in per_language for of_one in words.values() for word in of_one]


def _directory(what: str, known: Sequence[tuple[str, Sequence[str]]], codes: Mapping[str, str]) -> Directory:
    names: dict[str, set[str]] = {}
    for name, words in known:
        for word in words:
            names.setdefault(fold(word), set()).add(name)
    return Directory(
        what,
        {fold(name): name for name, _ in known},
        {word: frozenset(meant) for word, meant in names.items()},
        codes,
    )
