"""The vocabulary from its files: languages, lexicon, gazetteer, ladders. CLDR names the countries in every language.

A folder may hold `languages/`, `lexicon/`, `gazetteer/` and `ladders/`, each with YAML files. The shipped folders come
first; those given are laid over them: what has the same id is joined, word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from monitor.ladder import Ladder
from monitor.reading.vocabulary import EVERY_LANGUAGE, Entity, EntityKind, LadderWords, Term, Vocabulary
from monitor.rulebook.cldr import country_codes
from monitor.rulebook.files import List, Strict, VocabularyError, joined, validated, yaml_files
from monitor.rulebook.language_files import LANGUAGES, LanguageFile, Languages
from monitor.rulebook.problem import Problem
from monitor.rulebook.shipped import shipped

__all__ = ["LANGUAGES", "VocabularyError", "files_of", "load_vocabulary", "read_vocabulary", "yaml_files"]

PerLanguage = Annotated[
    dict[str, List], BeforeValidator(lambda value: {EVERY_LANGUAGE: value} if isinstance(value, (list, str)) else value)
]
"""Words per language code; a bare list holds those of every language."""


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
    decided: bool = False
    leaves: bool = False


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
    bodies: bool = False
    held: bool = False
    by_itself: List = ()


class GazetteerFile(Strict):
    entities: dict[str, EntityFile]


class LexiconFile(Strict):
    nouns: dict[str, TermFile] = Field(default_factory=dict)
    actions: dict[str, TermFile] = Field(default_factory=dict)
    offices: dict[str, TermFile] = Field(default_factory=dict)


class LaddersFile(Strict):
    ladders: dict[str, LadderFile]


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
    languages = Languages(own_languages(folders, problems))
    entities = countries()
    nouns: dict[str, Term] = {}
    actions: dict[str, Term] = {}
    offices: dict[str, Term] = {}
    ladders: dict[str, LadderWords] = {}
    for folder in folders:
        for gazetteer in validated(yaml_files(folder / "gazetteer"), GazetteerFile, problems):
            entities |= {
                name: joined_entity(entities.get(name), name, new, named=folder == shipped())
                for name, new in gazetteer.entities.items()
            }
        for lexicon in validated(yaml_files(folder / "lexicon"), LexiconFile, problems):
            nouns |= {name: joined_term(nouns.get(name), name, new) for name, new in lexicon.nouns.items()}
            actions |= {name: joined_term(actions.get(name), name, new) for name, new in lexicon.actions.items()}
            offices |= {name: joined_term(offices.get(name), name, new) for name, new in lexicon.offices.items()}
        for shelf in validated(yaml_files(folder / "ladders"), LaddersFile, problems):
            ladders |= {name: joined_ladder(ladders.get(name), name, new) for name, new in shelf.ladders.items()}
    vocabulary = Vocabulary(
        languages=languages, entities=entities, nouns=nouns, actions=actions, ladders=ladders, offices=offices
    )
    return vocabulary, tuple(problems)


def own_languages(folders: Sequence[Path], problems: list[Problem]) -> dict[str, LanguageFile]:
    files = (file for folder in folders for file in yaml_files(folder / "languages"))
    return {given.code: given for given in validated(files, LanguageFile, problems)}


def files_of(folder: Path) -> Iterator[Path]:
    for part in ("languages", "gazetteer", "lexicon", "ladders"):
        yield from yaml_files(folder / part)


# Joining


def joined_entity(old: Entity | None, name: str, new: EntityFile, *, named: bool) -> Entity:
    """`named`: the language files say what it is called. Else, without a name, it is found by its id everywhere."""
    known = old or Entity(id=name, kind=new.kind, names={})
    names = new.names if old or new.names or named else {EVERY_LANGUAGE: (name,)}
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
        decided=new.decided or known.decided,
        leaves=new.leaves or known.leaves,
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
        bodies=new.bodies or known.bodies,
        held=new.held or known.held,
        by_itself=tuple(dict.fromkeys((*known.by_itself, *new.by_itself))),
    )


def countries() -> dict[str, Entity]:
    """Every country of CLDR by its English name; its names are in the languages."""
    return {
        name: Entity(id=name, kind=EntityKind.COUNTRY, names={}, code=territory)
        for territory, name in country_codes().items()
    }
