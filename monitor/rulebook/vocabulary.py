"""The vocabulary from its files: languages, lexicon, gazetteer, ladders. CLDR names the countries in every language.

A folder may hold `languages/`, `lexicon/`, `gazetteer/` and `ladders/`, each with YAML files. The shipped folders come
first; those given are laid over them: what has the same id is joined, word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated, TypeVar

from babel import Locale
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

import monitor
from monitor.ladder import Ladder
from monitor.reading.text import normal
from monitor.reading.vocabulary import (
    EVERY_LANGUAGE,
    Cue,
    Entity,
    EntityKind,
    LadderWords,
    Language,
    Term,
    Vocabulary,
)
from monitor.rulebook.number_words import calendar_words, number_words
from monitor.rulebook.problem import Problem
from monitor.rulebook.shipped import shipped
from monitor.rulebook.yaml import read_yaml

LANGUAGES = Path(monitor.__file__).parent / "reading" / "languages"
TERRITORY = re.compile(r"[A-Z]{2}")
PSEUDO_TERRITORIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
"""Codes that CLDR names and that are no countries."""
BRACKETS = re.compile(r"\s*[（(]([^()（）]*)[)）]")

Words = Mapping[str, tuple[str, ...]]
Model = TypeVar("Model", bound=BaseModel)


class VocabularyError(ValueError):
    """Vocabulary files that cannot be used, with all that is wrong in them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


List = Annotated[tuple[str, ...], BeforeValidator(listed)]
PerLanguage = Annotated[
    dict[str, List], BeforeValidator(lambda value: {EVERY_LANGUAGE: value} if isinstance(value, (list, str)) else value)
]
"""Words per language code; a bare list holds those of every language."""


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EntityFile(Strict):
    kind: EntityKind = EntityKind.PLACE
    code: str | None = None
    names: PerLanguage = Field(default_factory=dict)
    demonyms: PerLanguage = Field(default_factory=dict)
    short: PerLanguage = Field(default_factory=dict)
    within: List = ()
    acts_for: str | None = None


class TermFile(Strict):
    words: PerLanguage = Field(default_factory=dict)
    part_of: List = ()
    kind_of: List = ()
    action: str | None = None
    own: bool = False
    presence: bool = False


class LadderFile(Strict):
    rungs: List
    exits: List = ()
    returns: List = ()
    per_party: List = ()
    renewable: bool = False
    things: List = ()
    words: dict[str, PerLanguage] = Field(default_factory=dict)
    nouns: dict[str, PerLanguage] = Field(default_factory=dict)
    done: PerLanguage = Field(default_factory=dict)


class GazetteerFile(Strict):
    entities: dict[str, EntityFile]


class LexiconFile(Strict):
    nouns: dict[str, TermFile] = Field(default_factory=dict)
    actions: dict[str, TermFile] = Field(default_factory=dict)
    offices: dict[str, TermFile] = Field(default_factory=dict)


class LaddersFile(Strict):
    ladders: dict[str, LadderFile]


class LanguageFile(Strict):
    code: str
    name: str
    cues: dict[Cue, List] = Field(default_factory=dict)
    lemmas: str | None = None
    suffixes: List = ()
    prefixes: List = ()
    plurals: List = ()
    abbreviations: List = ()
    group_after_noun: bool = False


def load_vocabulary(folders: Sequence[Path] = ()) -> Vocabulary:
    """The shipped vocabulary with the user's own laid over it. Raises VocabularyError where a file is wrong."""
    vocabulary, problems = read_vocabulary(folders)
    if problems:
        raise VocabularyError(problems)
    return vocabulary


def read_vocabulary(folders: Sequence[Path] = ()) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary of all files that are right, and what is wrong in the others.

    As long as no file changes, the same folders give the same vocabulary, with all that was built from it.
    """
    every = tuple(dict.fromkeys(folder.resolve() for folder in (shipped(), *folders)))
    stamps = tuple((str(file), file.stat().st_mtime_ns) for folder in every for file in files_of(folder))
    return loaded(every, stamps)


@lru_cache(maxsize=8)
def loaded(
    folders: tuple[Path, ...],
    stamps: tuple[tuple[str, int], ...],  # noqa: ARG001 - part of the key
) -> tuple[Vocabulary, tuple[Problem, ...]]:
    problems: list[Problem] = []
    languages = dict(languages_in(folders, problems))
    entities = countries(tuple(languages))
    nouns: dict[str, Term] = {}
    actions: dict[str, Term] = {}
    offices: dict[str, Term] = {}
    ladders: dict[str, LadderWords] = {}
    for folder in folders:
        for gazetteer in validated(folder / "gazetteer", GazetteerFile, problems):
            entities |= {name: joined_entity(entities.get(name), name, new) for name, new in gazetteer.entities.items()}
        for lexicon in validated(folder / "lexicon", LexiconFile, problems):
            nouns |= {name: joined_term(nouns.get(name), name, new) for name, new in lexicon.nouns.items()}
            actions |= {name: joined_term(actions.get(name), name, new) for name, new in lexicon.actions.items()}
            offices |= {name: joined_term(offices.get(name), name, new) for name, new in lexicon.offices.items()}
        for shelf in validated(folder / "ladders", LaddersFile, problems):
            ladders |= {name: joined_ladder(ladders.get(name), name, new) for name, new in shelf.ladders.items()}
    vocabulary = Vocabulary(
        languages=languages, entities=entities, nouns=nouns, actions=actions, ladders=ladders, offices=offices
    )
    return vocabulary, tuple(problems)


def files_of(folder: Path) -> Iterator[Path]:
    for part in ("languages", "gazetteer", "lexicon", "ladders"):
        yield from yaml_files(folder / part)


def yaml_files(folder: Path) -> list[Path]:
    """Its YAML files; those of number words (`id.numbers.yaml`) are read by their own module."""
    return [file for file in sorted(folder.glob("*.y*ml")) if ".numbers." not in file.name] if folder.is_dir() else []


def validated(folder: Path, model: type[Model], problems: list[Problem]) -> Iterator[Model]:
    """The files of a folder that are right; what is wrong in the others is added to `problems`."""
    for file in yaml_files(folder):
        tree = read_yaml(file)
        problems.extend(tree.problems)
        if tree.data is None:
            continue
        try:
            yield model.model_validate(tree.data)
        except ValidationError as error:
            for mistake in error.errors():
                where = " > ".join(map(str, mistake["loc"]))
                problems.append(tree.problem(mistake["loc"], f"{where}: {mistake['msg']}"))


# Joining


def joined(old: Words, new: Words) -> dict[str, tuple[str, ...]]:
    return {
        code: tuple(dict.fromkeys((*old.get(code, ()), *new.get(code, ())))) for code in dict.fromkeys((*old, *new))
    }


def joined_entity(old: Entity | None, name: str, new: EntityFile) -> Entity:
    known = old or Entity(id=name, kind=new.kind, names={EVERY_LANGUAGE: ()})
    names = new.names if old or new.names else {EVERY_LANGUAGE: (name,)}
    return Entity(
        id=name,
        kind=known.kind if old else new.kind,
        names=joined(known.names, names),
        demonyms=joined(known.demonyms, new.demonyms),
        short=joined(known.short, new.short),
        within=tuple(dict.fromkeys((*known.within, *new.within))),
        acts_for=new.acts_for or known.acts_for,
        code=new.code or known.code,
    )


def joined_term(old: Term | None, name: str, new: TermFile) -> Term:
    known = old or Term(id=name, words={})
    return Term(
        id=name,
        words=joined(known.words, new.words),
        part_of=tuple(dict.fromkeys((*known.part_of, *new.part_of))),
        kind_of=tuple(dict.fromkeys((*known.kind_of, *new.kind_of))),
        action=new.action or known.action,
        own=new.own or known.own,
        presence=new.presence or known.presence,
    )


def joined_ladder(old: LadderWords | None, name: str, new: LadderFile) -> LadderWords:
    ladder = Ladder(
        id=name,
        rungs=new.rungs,
        exits=frozenset(new.exits),
        returns=frozenset(new.returns),
        per_party=frozenset(new.per_party),
        renewable=new.renewable,
    )
    known = old or LadderWords(ladder=ladder, words={})
    return LadderWords(
        ladder=ladder,
        words={
            status: joined(known.words.get(status, {}), new.words.get(status, {}))
            for status in {**known.words, **new.words}
        },
        things=tuple(dict.fromkeys((*known.things, *new.things))),
        nouns={
            status: joined(known.nouns.get(status, {}), new.nouns.get(status, {}))
            for status in {**known.nouns, **new.nouns}
        },
        done=joined(known.done, new.done),
    )


# Languages and countries


def languages_in(folders: Sequence[Path], problems: list[Problem]) -> Iterator[tuple[str, Language]]:
    for folder in (LANGUAGES, *(folder / "languages" for folder in folders)):
        for given in validated(folder, LanguageFile, problems):
            yield given.code, language_of(given)


def language_of(given: LanguageFile) -> Language:
    months, weekdays = calendar_words(given.code)
    return Language(
        code=given.code,
        name=given.name,
        cues=given.cues,
        lemmas=given.lemmas,
        suffixes=tuple(sorted(given.suffixes, key=len, reverse=True)),
        prefixes=tuple(sorted(given.prefixes, key=len, reverse=True)),
        plurals=given.plurals,
        abbreviations=frozenset(map(normal, given.abbreviations)),
        group_after_noun=given.group_after_noun,
        months=months,
        weekdays=weekdays,
        numbers=number_words(given.code),
    )


@lru_cache(maxsize=8)
def country_names(codes: tuple[str, ...]) -> Mapping[str, tuple[str, Words]]:
    """Per territory code its English name, which is the entity's id, and its names per language."""
    english = Locale.parse("en").territories
    found: dict[str, tuple[str, Words]] = {}
    tongues = {code: Locale.parse(code).territories for code in codes}
    for territory, name in english.items():
        if TERRITORY.fullmatch(territory) and territory not in PSEUDO_TERRITORIES:
            per_language = {code: spellings(names[territory]) for code, names in tongues.items() if territory in names}
            found[territory] = (BRACKETS.sub("", name).replace("’", "'").replace("&", "and"), per_language)
    return found


def spellings(name: str) -> tuple[str, ...]:
    """Both names of "Myanmar (Burma)"."""
    inside = BRACKETS.findall(name)
    return tuple(dict.fromkeys((BRACKETS.sub("", name).strip(), *(part.strip() for part in inside))))


def countries(codes: tuple[str, ...]) -> dict[str, Entity]:
    return {
        name: Entity(id=name, kind=EntityKind.COUNTRY, names=per_language, code=territory)
        for territory, (name, per_language) in country_names(codes).items()
    }
