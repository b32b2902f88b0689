"""`monitor check`: everything that is wrong with the rules, before it costs an alert."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import simplejson

from monitor.article import Article
from monitor.channels import CHANNELS
from monitor.reading import read
from monitor.rulebook import Loaded, Problem, Rulebook, Severity, Trial, load, rules_files
from monitor.rulebook.trials import failure
from monitor.sources.language import detect
from workers.rules import ways
from workers.settings import environment, load_settings


def check(*, rules: Path | None, json: bool, variables: Mapping[str, str] | None = None) -> int:
    """`variables` is the environment that receivers take their secrets from."""
    path = load_settings().rules_path if rules is None else rules
    loaded = load(path, channels={kind: channel.Config for kind, channel in CHANNELS.items()})
    problems = [*loaded.problems]
    if loaded.rulebook is not None:
        problems += missing_secrets(loaded, loaded.rulebook, environment() if variables is None else variables)
        problems += failed_trials(loaded.trials, loaded.rulebook)
    if loaded.rulebook is not None and not loaded.rulebook.watches and not loaded.errors:
        hint = "is it the right folder (--rules PATH, or MONITOR_RULES)? docs/rules.md shows how a watch is written"
        problems.append(Problem(str(path), None, "there is no watch in it: nothing is followed", hint, Severity.NOTE))
    for problem in problems:
        print(_for_programs(problem) if json else problem)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if not json:
        sys.stderr.write(_summary(path, loaded, errors))
    return 1 if errors else 0


def missing_secrets(loaded: Loaded, book: Rulebook, variables: Mapping[str, str]) -> Iterator[Problem]:
    for way in ways(book, variables):
        if not way.missing:
            continue
        file, line = loaded.places["receivers", way.receiver, way.channel.label]
        names = " and ".join(way.missing)
        said = f"{way.receiver}'s {way.channel.label} lacks {names} in the environment"
        if way.used:
            hint = f"set {names} in the environment or in .env; until then its alerts wait (see `monitor alerts`)"
            yield Problem(file, line, said, hint)
        else:
            yield Problem(file, line, f"{said}: it is optional, and left out", None, Severity.NOTE)


def failed_trials(trials: Iterable[Trial], book: Rulebook) -> Iterator[Problem]:
    for trial in trials:
        article = article_of(trial, book)
        reading = read(article, book.vocabulary, [book.watches[trial.watch]])
        said = failure(trial, reading.claims)
        if said is not None:
            kind = "a sentence that must never count" if trial.never else "an example"
            reasons = dict.fromkeys(f"{made.disposition}: {made.reason}" for made in reading.dispositions)
            hint = "; ".join(reasons) or "no number or status phrase was seen in it"
            yield Problem(trial.file, trial.line, f"{trial.watch}: {kind} is read otherwise: {said}", hint)


def article_of(trial: Trial, book: Rulebook) -> Article:
    """The sentence as an article; one without a date is of today, as a paper's would be."""
    sentence = trial.sentence
    seen = sentence.published if sentence.published is not None else datetime.now(UTC)
    language = sentence.language
    if language is None:
        language = detect(sentence.text, languages=book.vocabulary.languages)
    return Article(
        id=f"{trial.watch}:{trial.line}",
        text=sentence.text,
        language=language,
        published=sentence.published,
        first_seen=seen,
    )


def _for_programs(problem: Problem) -> str:
    return simplejson.dumps(
        {
            "file": problem.file,
            "line": problem.line,
            "severity": str(problem.severity),
            "message": problem.message,
            "hint": problem.hint,
        },
        ensure_ascii=False,
    )


def _summary(path: Path, loaded: Loaded, errors: int) -> str:
    book = loaded.rulebook
    if book is None:
        return f"{path}: no rules could be loaded.\n"
    counted = ", ".join(
        _count(number, what)
        for number, what in (
            (len(rules_files(path)), "file"),
            (len(book.watches), "watch"),
            (len(loaded.trials), "sentence"),
            (len(book.receivers), "receiver"),
            (len(book.sources), "source"),
        )
    )
    outcome = f"{_count(errors, 'error')}, see above" if errors else "all is well"
    return f"{path}: {counted}: {outcome}.\n"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}{'es' if what.endswith('ch') else 's'}"
