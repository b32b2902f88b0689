"""Languages from their files, each read when it is first asked for: twenty at once would cost seconds at every start.

The user's own folder may add a language, or words to one that is shipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field

import monitor
from monitor.reading.vocabulary import Cue, Language, Lexicon
from monitor.reading.words.text import Spacing, Writing, normal, piece_pattern
from monitor.rulebook.cldr import calendar_words, country_names
from monitor.rulebook.files import List, Strict, VocabularyError, joined, validated, yaml_files
from monitor.rulebook.number_words import KEYS, made_from
from monitor.rulebook.problem import Problem

LANGUAGES = Path(monitor.__file__).parent / "reading" / "languages"
Words = dict[str, List]


class LadderWordsFile(Strict):
    words: Words = Field(default_factory=dict)
    nouns: Words = Field(default_factory=dict)
    done: List = ()
    scopes: Words = Field(default_factory=dict)
    of: dict[str, Words] = Field(default_factory=dict)
    """Words that say a step of one thing alone: "joined", of a membership."""


def known_keys(numbers: dict[str, Any]) -> dict[str, Any]:
    for key in numbers.keys() - KEYS:
        raise ValueError(f"{key!r} says nothing of numbers")
    return numbers


class LanguageFile(Strict):
    code: str
    name: str | None = None
    based_on: str | None = None
    """A language whose words this one shares: Malay has those of Indonesian, and its own."""
    cues: dict[Cue, List] = Field(default_factory=dict)
    lemmas: str | None = None
    suffixes: List = ()
    heads: List = ()
    prefixes: List = ()
    stem: int | None = None
    plurals: List = ()
    abbreviations: List = ()
    group_after_noun: bool | None = None
    adjectives: List = ()
    postpositions: bool | None = None
    postposed: List = ()
    verb_final: bool | None = None
    verb_first: bool | None = None
    verb_second: bool | None = None
    capital_nouns: bool | None = None
    endings: dict[Cue, List] = Field(default_factory=dict)
    beginnings: dict[Cue, List] = Field(default_factory=dict)
    brackets: dict[Cue, List] = Field(default_factory=dict)
    separable: bool | None = None
    spacing: Spacing | None = None
    elisions: List = ()
    """Words that lose their vowel before another, without the apostrophe: l, d, qu."""
    endings_apart: bool | None = None
    """Whether what follows an apostrophe is a token of its own: Rusya'da."""
    proclitics: List = ()
    folds: str = ""
    """Pairs of signs, parted by spaces, the first of which is read as the second: 個个."""
    names: Words = Field(default_factory=dict)
    demonyms: Words = Field(default_factory=dict)
    short: Words = Field(default_factory=dict)
    nouns: Words = Field(default_factory=dict)
    actions: Words = Field(default_factory=dict)
    offices: Words = Field(default_factory=dict)
    ladders: dict[str, LadderWordsFile] = Field(default_factory=dict)
    numbers: Annotated[dict[str, Any], AfterValidator(known_keys)] = Field(default_factory=dict)


class Languages(Mapping[str, Language]):
    """All languages by code. Looking one up reads its file, once; raises VocabularyError where that is wrong."""

    def __init__(self, own: Mapping[str, LanguageFile]) -> None:
        self._own = own
        self._files = {file.stem: file for file in yaml_files(LANGUAGES)}
        self._codes = tuple(sorted({*self._files, *own}))
        self._read: dict[str, Language] = {}

    def __getitem__(self, code: str) -> Language:
        if code not in self._read:
            if code not in self._codes:
                raise KeyError(code)
            self._read[code] = self._made(code)
        return self._read[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    def _made(self, code: str) -> Language:
        given = [*self._shipped(code), *([self._own[code]] if code in self._own else [])]
        base = next((self[one.based_on] for one in given if one.based_on is not None), None)
        language = base
        for one in given:
            language = laid_over(language, one, code)
        if language is None:
            raise KeyError(code)
        months, weekdays = calendar_words(code)
        numbers = made_from(code, numbers_of(given))
        return replace(language, months=months, weekdays=weekdays, numbers=numbers)

    def _shipped(self, code: str) -> list[LanguageFile]:
        if code not in self._files:
            return []
        problems: list[Problem] = []
        given = list(validated([self._files[code]], LanguageFile, problems))
        if problems:
            raise VocabularyError(problems)
        return given


def laid_over(base: Language | None, given: LanguageFile, code: str) -> Language:
    """A language with what a file adds: words are joined, and what the file says of its grammar takes their place."""
    known = base or Language(code=code, name=code, cues={})
    return Language(
        code=code,
        name=given.name or known.name,
        cues=joined(known.cues, given.cues),
        lexicon=wider(known.lexicon, given, code),
        lemmas=given.lemmas or known.lemmas,
        suffixes=longest_first(known.suffixes, given.suffixes),
        heads=longest_first(known.heads, given.heads),
        prefixes=longest_first(known.prefixes, given.prefixes),
        stem=given.stem or known.stem,
        plurals=(*known.plurals, *given.plurals),
        abbreviations=known.abbreviations | frozenset(map(normal, given.abbreviations)),
        group_after_noun=known.group_after_noun if given.group_after_noun is None else given.group_after_noun,
        adjectives=(*known.adjectives, *given.adjectives),
        postpositions=known.postpositions if given.postpositions is None else given.postpositions,
        verb_final=known.verb_final if given.verb_final is None else given.verb_final,
        verb_first=known.verb_first if given.verb_first is None else given.verb_first,
        postposed=known.postposed | frozenset(map(normal, given.postposed)),
        verb_second=known.verb_second if given.verb_second is None else given.verb_second,
        capital_nouns=known.capital_nouns if given.capital_nouns is None else given.capital_nouns,
        endings=joined(known.endings, given.endings),
        beginnings=joined(known.beginnings, given.beginnings),
        brackets={**known.brackets, **by_opening(given.brackets)},
        separable=known.separable if given.separable is None else given.separable,
        spacing=given.spacing or known.spacing,
        proclitics=longest_first(known.proclitics, given.proclitics),
        writing=writing_of(given) or known.writing,
    )


def writing_of(given: LanguageFile) -> Writing | None:
    """How the language of a file is written, or None where the file says nothing of it."""
    if not (given.spacing or given.elisions or given.endings_apart or given.folds):
        return None
    pattern = piece_pattern(given.spacing or Spacing.WORDS, given.elisions, apart=bool(given.endings_apart))
    return Writing(pattern, str.maketrans({pair[0]: pair[1] for pair in given.folds.split()}))


def by_opening(brackets: Mapping[Cue, List]) -> dict[str, tuple[tuple[str, Cue], ...]]:
    """Pairs "wies … zurück" by their first word."""
    found: dict[str, tuple[tuple[str, Cue], ...]] = {}
    for cue, pairs in brackets.items():
        for pair in pairs:
            opening, _, closing = (normal(part.strip()) for part in pair.partition("…"))
            found[opening] = (*found.get(opening, ()), (closing, cue))
    return found


def numbers_of(given: Sequence[LanguageFile]) -> dict[str, Any]:
    """What files say of numbers: words are joined, and of whatever else the later file is right."""
    said: dict[str, Any] = {}
    for key, value in ((key, value) for one in given for key, value in one.numbers.items()):
        known = said.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            said[key] = known | value
        elif isinstance(known, list) and isinstance(value, list):
            said[key] = [*known, *value]
        else:
            said[key] = value
    return said


def longest_first(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys((*old, *new)), key=len, reverse=True))


def wider(known: Lexicon, given: LanguageFile, code: str) -> Lexicon:
    return Lexicon(
        names=joined(joined(known.names, country_names(code)), given.names),
        demonyms=joined(known.demonyms, given.demonyms),
        short=joined(known.short, given.short),
        nouns=joined(known.nouns, given.nouns),
        actions=joined(known.actions, given.actions),
        offices=joined(known.offices, given.offices),
        statuses=joined(
            joined(known.statuses, by_step({name: one.words for name, one in given.ladders.items()})), by_thing(given)
        ),
        steps=joined(known.steps, by_step({name: one.nouns for name, one in given.ladders.items()})),
        done=joined(known.done, {name: one.done for name, one in given.ladders.items() if one.done}),
        scopes=joined(known.scopes, by_step({name: one.scopes for name, one in given.ladders.items()})),
    )


def by_thing(given: LanguageFile) -> Words:
    return {
        f"{name}/{status}/{thing}": phrases
        for name, one in given.ladders.items()
        for thing, words in one.of.items()
        for status, phrases in words.items()
    }


def by_step(ladders: Mapping[str, Words]) -> Words:
    return {f"{name}/{status}": phrases for name, words in ladders.items() for status, phrases in words.items()}
