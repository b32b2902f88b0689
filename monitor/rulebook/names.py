"""What a name in a rule means: an id of the vocabulary, or any other name that it has for the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from monitor.reading.vocabulary import Term, Vocabulary
from monitor.reading.words.text import normal
from monitor.rulebook.problem import NEAR

ENGLISH = "en"


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
    """The English names, and those of the rules' own folder."""
    codes: Mapping[str, str]
    elsewhere: Callable[[], Mapping[str, frozenset[str]]]
    """The names in all languages, which take a while to load: for a name that is none of the others."""

    def find(self, name: str) -> str:
        """The id that a name means. Raises Unknown."""
        folded = fold(name)
        if folded in self.ids:
            return self.ids[folded]
        meant = sorted(self.names.get(folded) or self.elsewhere().get(folded) or ())
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
        ids = self._near(name, self.names) or self._near(name, self.elsewhere())
        if not ids:
            return "what is not known yet can be added: docs/rules.md, Words of your own"
        return f"did you mean {' or '.join(map(repr, ids))}?"

    def _near(self, name: str, names: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
        meant = {
            **{word: sorted(ids) for word, ids in names.items()},
            **{word: [one] for word, one in self.ids.items()},
        }
        words = get_close_matches(fold(name), meant, n=3, cutoff=NEAR)
        return tuple(dict.fromkeys(one for word in words for one in meant[word]))


@lru_cache(maxsize=4)
def entities(vocabulary: Vocabulary) -> Directory:
    every = vocabulary.entities.values()
    written = [(entity.id, _words(entity.names, entity.demonyms, entity.short)) for entity in every]
    codes = {entity.code: entity.id for entity in every if entity.code is not None}
    return _of_all("country, place, group or person", vocabulary, written, ("names", "demonyms", "short"), codes)


@lru_cache(maxsize=4)
def nouns(vocabulary: Vocabulary) -> Directory:
    return _terms("counted noun or thing", vocabulary, vocabulary.nouns.values(), "nouns")


@lru_cache(maxsize=4)
def actions(vocabulary: Vocabulary) -> Directory:
    return _terms("action", vocabulary, vocabulary.actions.values(), "actions")


@lru_cache(maxsize=4)
def ladders(vocabulary: Vocabulary) -> Directory:
    return among("ladder", vocabulary.ladders)


def among(what: str, known: Iterable[str]) -> Directory:
    return Directory(what, {fold(name): name for name in known}, {}, {}, dict)


def fold(name: str) -> str:
    return " ".join(normal(name).replace("_", " ").replace("-", " ").split())


def _terms(what: str, vocabulary: Vocabulary, terms: Iterable[Term], part: str) -> Directory:
    return _of_all(what, vocabulary, [(term.id, _words(term.words)) for term in terms], (part,), {})


def _of_all(
    what: str,
    vocabulary: Vocabulary,
    written: Sequence[tuple[str, Sequence[str]]],
    parts: Sequence[str],
    codes: Mapping[str, str],
) -> Directory:
    """A directory of ids with their names: those `written` in the rules' folder, and those of the languages."""
    known = {name for name, _ in written}

    def said(languages: Iterable[str]) -> list[tuple[str, Sequence[str]]]:
        lexicons = (vocabulary.lexicon(language) for language in languages)
        words = (getattr(lexicon, part) for lexicon in lexicons for part in parts)
        return [(name, listed) for of_part in words for name, listed in of_part.items() if name in known]

    return Directory(
        what,
        {fold(name): name for name in known},
        _by_name([*written, *said((ENGLISH,))]),
        codes,
        lru_cache(maxsize=1)(lambda: _by_name(said(vocabulary.languages))),
    )


def _words(*per_language: Mapping[str, tuple[str, ...]]) -> Sequence[str]:
    return [word for words in per_language for of_one in words.values() for word in of_one]


def _by_name(known: Iterable[tuple[str, Sequence[str]]]) -> Mapping[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for name, words in known:
        for word in words:
            names.setdefault(fold(word), set()).add(name)
    return {word: frozenset(meant) for word, meant in names.items()}
