"""`monitor read`: every number and status phrase of an article, with what became of it for each watch, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from monitor.article import Article
from monitor.reading import Reading
from monitor.reading import read as read_article
from monitor.reading.vocabulary import Vocabulary
from monitor.rulebook import load
from monitor.rulebook.vocabulary import VocabularyError, load_vocabulary
from monitor.sources.archives import ArchiveError, Problem, Saved, open_saved, saved
from monitor.sources.language import unread
from monitor.sources.pages import Cleaner
from monitor.sources.times import aware
from monitor.watch import Watch
from workers.commands.read_screen import ReadScreen
from workers.json_out import Json, claim, line, number, status, time
from workers.settings import load_settings


class NothingToRead(Exception):  # noqa: N818 - it is no error of the program
    """What the user must mend before anything can be read."""


def read(
    paths: Sequence[str],
    *,
    rules: Path | None,
    language: str | None,
    published: str | None,
    json: bool,
    jsonl: bool,
) -> int:
    try:
        given = aware(published) if published else None
    except ValueError:
        say(f"--published {published!r} is no time: write 2024-11-08 or 2024-11-08T09:00+07:00")
        return 2
    try:
        vocabulary, watches, problems = knowledge(rules, json=json)
    except NothingToRead as nothing:
        say(str(nothing))
        return 1
    screen = ReadScreen(Console(highlight=False), vocabulary)
    with Cleaner() as cleaner:
        for item in articles(paths, given, language, vocabulary, cleaner, jsonl=jsonl):
            if isinstance(item, Problem):
                problems += 1
                say(str(item))
                continue
            reading = read_article(item, vocabulary, list(watches.values()))
            if item.language not in vocabulary.languages:
                say(f"{item.file or item.id}: {unread(item.language, vocabulary.languages)}")
            if json:
                print(line(as_json(item, reading, with_claims=rules is not None)))
            else:
                screen.show(item, reading, watches)
    return 1 if problems else 0


def knowledge(rules: Path | None, *, json: bool) -> tuple[Vocabulary, Mapping[str, Watch], int]:
    """The vocabulary, the watches to read for, and how many problems the rules have. Raises NothingToRead.

    Programs get claims only for rules they name; for people the rules of the settings will do.
    """
    path = rules or (None if json else load_settings().rules_path)
    if path is None or (rules is None and not path.exists()):
        try:
            return load_vocabulary(), {}, 0
        except VocabularyError as error:
            raise NothingToRead(str(error)) from error
    loaded = load(path)
    for problem in loaded.errors:
        say(str(problem))
    if loaded.rulebook is None:
        raise NothingToRead(f"{path} holds no rules that could be read")
    return loaded.rulebook.vocabulary, loaded.rulebook.watches, len(loaded.errors)


def articles(
    paths: Sequence[str],
    published: datetime | None,
    language: str | None,
    vocabulary: Vocabulary,
    cleaner: Cleaner,
    *,
    jsonl: bool,
) -> Iterator[Article | Problem]:
    """The articles in the order of the input, and what could not be read."""
    for header in saved(paths, now=datetime.now(UTC), published=published, jsonl=jsonl, cleaner=cleaner):
        if isinstance(header, Problem):
            yield header
        elif not isinstance(header, Saved):
            say(str(header))
        else:
            try:
                yield open_saved(header, cleaner=cleaner, language=language, languages=tuple(vocabulary.languages))
            except ArchiveError as error:
                yield error.problem


def as_json(article: Article, reading: Reading, *, with_claims: bool) -> Json:
    given: Json = {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "language": article.language,
        "published": time(article.published),
        "text": article.text,
        "numbers": [number(mention) for mention in reading.numbers if not mention.boilerplate],
        "statuses": [status(mention) for mention in reading.statuses],
    }
    if with_claims:
        made = {(one.watch, one.start): one for one in reading.dispositions}
        told = [(found, made[found.watch, found.mention_start]) for found in reading.claims]
        given["claims"] = [claim(found, disposition=one.disposition, reason=one.reason) for found, one in told]
        given["dispositions"] = [
            {
                "watch": one.watch,
                "start": one.start,
                "end": one.end,
                "disposition": one.disposition,
                "reason": one.reason,
            }
            for one in reading.dispositions
        ]
    return given


def say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
