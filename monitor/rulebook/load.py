"""Rules files to a rulebook. Every problem is found and told; what is not touched by one is loaded."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from monitor.reading.vocabulary import Term, Vocabulary
from monitor.route import Receiver
from monitor.rulebook.book import Loaded, Rulebook, Trial
from monitor.rulebook.faults import fits, remaining, shown, validated
from monitor.rulebook.models import FigureWatch, Identifier, RulesFile, Sentence, StatusWatch
from monitor.rulebook.own_words import folded_in
from monitor.rulebook.problem import Problem, did_you_mean
from monitor.rulebook.receivers import receiver_of, source_of
from monitor.rulebook.shipped import shipped
from monitor.rulebook.vocabulary import LANGUAGES, files_of, read_vocabulary, yaml_files
from monitor.rulebook.watches import Resolving, resolve
from monitor.rulebook.yaml import Location, Tree, read_yaml
from monitor.source import Source
from monitor.watch import Watch

RECEIVERS_FILE = "receivers.yaml"

KINDS: Mapping[str, type[FigureWatch | StatusWatch]] = {"figure": FigureWatch, "status": StatusWatch}
NOBODY = "nobody at all"
"""No receiver can have this name."""
STOPGAPS = {"title": "a watch", "send": [NOBODY]}

Channels = Mapping[str, type[BaseModel]]
"""The settings of each kind of channel, by its kind."""


@dataclass(slots=True)
class _Loading:
    vocabulary: Vocabulary
    channels: Channels | None
    watches: dict[str, Watch] = field(default_factory=dict)
    receivers: dict[str, Receiver] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    nouns: dict[str, Term] = field(default_factory=dict)
    actions: dict[str, Term] = field(default_factory=dict)
    trials: list[Trial] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    places: dict[Location, tuple[str, int | None]] = field(default_factory=dict)
    """File and line where each name was given first."""
    things: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def take(self, resolving: Resolving) -> None:
        """Keeps the private terms of a watch; a word that several watches have is one noun."""
        for name, term in resolving.nouns.items():
            known = self.nouns.get(name, term)
            self.nouns[name] = replace(term, words={**known.words, **term.words})
        self.actions |= resolving.actions
        for ladder, things in resolving.things.items():
            self.things[ladder] = (*self.things.get(ladder, ()), *things)


def load(path: Path, *, channels: Channels | None = None) -> Loaded:
    """The rulebook of a folder of rules, or of one file. With `channels`, the settings of receivers are checked too.

    A folder's `lexicon/`, `gazetteer/`, `ladders/` and `languages/` are laid over the shipped ones. Where the rules
    name no receivers, those of `receivers.yaml` beside a single file apply, or else the shipped ones.
    """
    lacking = _lacking(path)
    if lacking is not None:
        hint = "give a folder of rules or one file: --rules PATH, or MONITOR_RULES"
        return Loaded(None, (Problem(str(path), None, lacking, hint),))
    trees = [read_yaml(file) for file in rules_files(path)]
    problems = [problem for tree in trees for problem in tree.problems]
    folder = folder_of(path)
    vocabulary, faults = read_vocabulary([folder] if any(files_of(folder)) else [])
    loading = _Loading(vocabulary, channels, problems=[*problems, *faults])
    sections = [section for tree in trees for section in _sections(tree, loading.problems)]
    _receivers_and_sources(sections, loading)
    if not loading.receivers:
        _receivers_and_sources(_receivers_elsewhere(path, loading), loading)
    for name, tree, at, data in _named(sections, "watches", loading):
        _watch(name, tree, at, data, loading)
    return _loaded(path, loading)


def _lacking(path: Path) -> str | None:
    try:
        if not path.exists():
            return "no such file or folder"
        if path.is_dir():
            os.scandir(path / ".").close()
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return None


def rules_files(path: Path) -> list[Path]:
    """The files of watches, receivers and sources; those of the vocabulary are not among them."""
    return [path] if path.is_file() else [file for file in yaml_files(path) if not file.name.startswith(".")]


def stamp(path: Path) -> tuple[tuple[str, int, int], ...]:
    """Changes whenever a file changes that a rulebook is made from: name, time of change and size of each.

    Empty where the folder is not there or cannot be read.
    """
    if _lacking(path) is not None:
        return ()
    found = []
    for file in _every_file(path):
        about = file.stat()
        found.append((str(file), about.st_mtime_ns, about.st_size))
    return tuple(found)


def folder_of(path: Path) -> Path:
    return path.parent if path.is_file() else path


def _every_file(path: Path) -> list[Path]:
    folders = dict.fromkeys(folder.resolve() for folder in (shipped(), folder_of(path)))
    files = [*rules_files(path), *yaml_files(LANGUAGES), *(file for folder in folders for file in files_of(folder))]
    beside = folder_of(path) / RECEIVERS_FILE
    return list(dict.fromkeys([*files, *(file for file in (beside, shipped() / RECEIVERS_FILE) if file.is_file())]))


def _sections(tree: Tree, problems: list[Problem]) -> Iterator[tuple[str, Tree, dict[str, Any]]]:
    if tree.data is None:
        return
    known = list(RulesFile.model_fields)
    if not isinstance(tree.data, dict):
        problems.append(
            tree.problem((), f"{shown(tree.data)} is no file of rules", f"begin with one of: {', '.join(known)}")
        )
        return
    for key, data in tree.data.items():
        if key not in known:
            hint = did_you_mean(key, known) or f"known here: {', '.join(known)}"
            problems.append(tree.problem((key,), f"unknown key `{key}`", hint))
        elif isinstance(data, dict):
            yield key, tree, data
        elif data is not None:
            field_ = RulesFile.model_fields[key]
            problems.append(tree.problem((key,), f"`{key}` cannot be {shown(data)}", field_.description))


def _named(
    sections: list[tuple[str, Tree, dict[str, Any]]], wanted: str, loading: _Loading
) -> Iterator[tuple[str, Tree, Location, Any]]:
    """The entries of one kind of section, each name once and well-formed."""
    for section, tree, entries in sections:
        if section != wanted:
            continue
        for name, data in entries.items():
            at: Location = (section, name)
            if not fits(Identifier, name):
                hint = f"write lower-case letters, digits and hyphens: {_slug(name)}"
                loading.problems.append(tree.problem(at, f"{name!r} cannot be a name", hint))
            elif at in loading.places:
                file, line = loading.places[at]
                hint = f"it is taken in {file}:{line}: choose another name"
                loading.problems.append(tree.problem(at, f"a second {name!r} among the {section}", hint))
            else:
                loading.places[at] = (tree.file, tree.line(at))
                yield name, tree, at, data


def _slug(name: str) -> str:
    words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in name.lower()).split()
    return "-".join(words) or "troops-in-kursk"


def _receivers_and_sources(sections: list[tuple[str, Tree, dict[str, Any]]], loading: _Loading) -> None:
    for name, tree, at, data in _named(sections, "receivers", loading):
        loading.receivers[name] = receiver_of(
            name, tree, at, data, channels=loading.channels, problems=loading.problems, places=loading.places
        )
    for name, tree, at, data in _named(sections, "sources", loading):
        source = source_of(name, tree, at, data, vocabulary=loading.vocabulary, problems=loading.problems)
        if source is not None:
            loading.sources[name] = source


def _receivers_elsewhere(path: Path, loading: _Loading) -> list[tuple[str, Tree, dict[str, Any]]]:
    beside = folder_of(path) / RECEIVERS_FILE
    tree = read_yaml(beside if beside.is_file() else shipped() / RECEIVERS_FILE)
    loading.problems.extend(tree.problems)
    return [section for section in _sections(tree, loading.problems) if section[0] == "receivers"]


def _watch(name: str, tree: Tree, at: Location, data: Any, loading: _Loading) -> None:
    found: list[Problem] = []
    model = _model(tree, at, data, found)
    shape = None if model is None else validated(model, tree, at, data, found)
    rest = shape if shape is not None or model is None else remaining(model, data, STOPGAPS)
    if rest is not None:
        resolving = Resolving(loading.vocabulary, tree, at)
        watch = resolve(name, rest, resolving)
        found += resolving.problems
        unknown = [receiver for receiver in rest.send if receiver not in {*loading.receivers, NOBODY}]
        found += [_unknown_receiver(tree, at, receiver, loading) for receiver in unknown]
        if not found:
            loading.watches[name] = watch
            loading.take(resolving)
            loading.trials += _trials(name, tree, at, rest)
    loading.problems += found


def _model(tree: Tree, at: Location, data: Any, problems: list[Problem]) -> type[FigureWatch | StatusWatch] | None:
    """Which kind of watch it is; null, with the problem added, where it is none."""
    if not isinstance(data, dict):
        problems.append(tree.problem(at, f"a watch cannot be {shown(data)}", "write title, figure or status, and send"))
        return None
    kinds = [kind for kind in KINDS if kind in data]
    if len(kinds) == 1:
        return KINDS[kinds[0]]
    found = "follows a figure and a status" if kinds else "follows nothing"
    near = next((hint for key in data if (hint := did_you_mean(key, KINDS)) is not None), None)
    hint = "make two watches of it" if kinds else (near or "add `figure:` or `status:`")
    problems.append(tree.problem(at, f"the watch {found}", hint))
    return None


def _unknown_receiver(tree: Tree, at: Location, receiver: str, loading: _Loading) -> Problem:
    known = sorted(loading.receivers)
    hint = did_you_mean(receiver, known) or f"known receivers: {', '.join(known)}; add yours to {RECEIVERS_FILE}"
    return tree.problem((*at, "send"), f"unknown receiver {receiver!r}", hint)


def _trials(name: str, tree: Tree, at: Location, shape: FigureWatch | StatusWatch) -> Iterator[Trial]:
    for position, example in enumerate(shape.examples):
        yield Trial(name, tree.file, tree.line((*at, "examples", position)), example)
    for position, never in enumerate(shape.never):
        sentence = Sentence(text=never) if isinstance(never, str) else never
        yield Trial(name, tree.file, tree.line((*at, "never", position)), sentence, never=True)


def _loaded(path: Path, loading: _Loading) -> Loaded:
    vocabulary = loading.vocabulary
    climbing = {name: vocabulary.ladders[name].things for name in loading.things}
    if loading.nouns or loading.actions or any(set(loading.things[name]) - set(climbing[name]) for name in climbing):
        vocabulary = folded_in(vocabulary, loading.nouns, loading.actions, loading.things)
    rulebook = Rulebook(
        watches=loading.watches,
        receivers=loading.receivers,
        sources=loading.sources,
        vocabulary=vocabulary,
        version=_version(path),
    )
    ordered = sorted(loading.problems, key=lambda problem: (problem.file, problem.line or 0))
    return Loaded(rulebook, tuple(ordered), tuple(loading.trials), loading.places)


def _version(path: Path) -> str:
    digest = sha256()
    for file in _every_file(path):
        with suppress(OSError):  # reading it has said so already
            digest.update(file.name.encode() + b"\0" + sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]
