"""`monitor replay`: what saved articles would have alerted, as a table for people or JSON Lines for programs."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from monitor.change import Alert
from monitor.channels import CHANNELS
from monitor.rulebook import Rulebook, load
from monitor.sources.archives import STDIN, Placed, Problem, Saved, Skipped, open_saved, saved
from monitor.sources.pages import Cleaner
from monitor.sources.times import aware
from monitor.store import Store, connect
from workers.commands.replay_table import ReplayTable
from workers.json_out import Json, alert, change, line
from workers.replay import Happened, Replay
from workers.rules import usable
from workers.send import send_due
from workers.server import ServerError, embedded
from workers.settings import environment, load_settings

STOPPED = 130
"""The exit code of what Ctrl-C ended, as shells have it."""
LONG_RUN = 50
"""From so many articles on there is a progress bar."""
MOST_NAMED = 20
"""So many articles without a date are named; of the rest, the number is."""


def replay(
    paths: Sequence[str],
    *,
    rules: Path | None,
    published: str | None,
    language: str | None,
    state: Path | None,
    send: bool,
    json: bool,
) -> int:
    try:
        given = aware(published) if published else None
    except ValueError:
        say(f"--published {published!r} is no time: write 2024-11-08 or 2024-11-08T09:00+07:00")
        return 2
    settings = load_settings()
    if state is not None and (state.resolve() == settings.data.resolve()):
        say(f"--state {state} is where the live record is kept: name another folder")
        return 2
    report = Report()
    book = report.rules(rules or settings.rules_path)
    if book is None:
        return 1
    try:
        with Cleaner() as cleaner, scratch(state) as store:
            headers = report.survey(saved(paths, now=datetime.now(UTC), published=given, cleaner=cleaner))
            opened = partial(open_saved, cleaner=cleaner, language=language, languages=tuple(book.vocabulary.languages))
            run = Replay(store, book, opened, deliver=send)
            for watch in run.begin(datetime.now(UTC)):
                say(f"{watch.id} was edited since the record was made: its ledger was judged again, silently")
            try:
                show(run, headers, report, json=json)
            except KeyboardInterrupt:
                say(f"stopped after {run.opened:,} of {plural(len(headers), 'article')}")
                return STOPPED
            if send:
                report.unsent(store)
    except ServerError as error:
        say(str(error))
        return 1
    report.summary(len(headers), sent=send)
    return 1 if report.troubles else 0


@dataclass(slots=True)
class Report:
    """What the user is told on standard error; `troubles` counts what is to be mended."""

    troubles: int = 0
    changes: int = 0
    alerts: int = 0
    undated: int = 0
    skipped: int = 0

    def rules(self, path: Path) -> Rulebook | None:
        """The rulebook with the channels that can be used, without what is wrong in it; each problem is said."""
        loaded = load(path, channels={kind: channel.Config for kind, channel in CHANNELS.items()})
        for problem in loaded.errors:
            self.trouble(str(problem))
        return usable(loaded.rulebook, environment()) if loaded.rulebook else None

    def survey(self, found: Iterable[Saved | Problem | Skipped]) -> list[Saved]:
        headers = []
        for item in found:
            if isinstance(item, Saved):
                headers.append(item)
                self._placed(item)
            else:
                self.aside(item)
        if self.undated > MOST_NAMED:
            say(f"and {self.undated - MOST_NAMED} more articles without a date of their own")
        return headers

    def aside(self, item: Problem | Skipped) -> None:
        """What gives no article. A problem is to be mended; what is skipped is only named, if it is not too much."""
        if isinstance(item, Problem):
            self.trouble(str(item))
            return
        self.skipped += 1
        if self.skipped <= MOST_NAMED:
            say(str(item))

    def trouble(self, words: str) -> None:
        self.troubles += 1
        say(words)

    def unsent(self, store: Store) -> None:
        for item in (*store.outbox.unsent(), *store.outbox.given_up()):
            where = f"{item.waiting.delivery.receiver}'s {item.waiting.delivery.channel}"
            self.trouble(f"not delivered through {where}: {item.alert.title}: {item.waiting.error or 'not tried'}")

    def summary(self, articles: int, *, sent: bool) -> None:
        said = f"{plural(articles, 'article')}, {plural(self.changes, 'change')}, {plural(self.alerts, 'alert')}"
        if self.skipped > MOST_NAMED:
            say(f"{self.skipped - MOST_NAMED} more were skipped or are in a language that is not read")
        say(f"{said}; {'sent to their receivers' if sent else 'nothing was sent (--send would)'}")

    def _placed(self, header: Saved) -> None:
        if header.placed is Placed.OWN:
            return
        self.undated += 1
        if self.undated <= MOST_NAMED:
            ahead = header.published is not None and header.published > header.time
            why = "its date lies ahead" if ahead else "no date of its own"
            by = "now" if header.file == STDIN and header.placed is Placed.FILE else PLACES[header.placed]
            say(f"{header.named}: {why}; placed at {header.time:%Y-%m-%d %H:%M %Z} ({by})")


PLACES = {
    Placed.GIVEN: "--published",
    Placed.FILE: "when its file was written",
    Placed.LINE_BEFORE: "the time of the line before it",
}


@contextmanager
def scratch(state: Path | None) -> Iterator[Store]:
    """A record of the replay's own: kept in the folder, or forgotten at the end. Raises ServerError."""
    if state is not None:
        with embedded(state) as server, connect(server.url) as store:
            yield store
        return
    with (
        tempfile.TemporaryDirectory(prefix="monitor-replay-") as folder,
        embedded(Path(folder), append_only=False) as server,
        connect(server.url) as store,
    ):
        yield store


def show(run: Replay, headers: Sequence[Saved], report: Report, *, json: bool) -> None:
    """Print what happens as it happens, and send it where that is asked for."""
    screen = Console(stderr=not sys.stdout.isatty())
    table = ReplayTable(Console(highlight=False) if screen.stderr else screen)
    with progress_of(len(headers), screen) as progress:
        for happened in run.run(headers):
            progress(run.opened)
            if not isinstance(happened, Happened):
                report.aside(happened)
                continue
            count(report, happened)
            if json:
                print(line(as_json(happened)))
            else:
                table.add(happened)
            if run.deliver and isinstance(happened.event, Alert):
                send_due(run.store, run.rulebook.receivers, datetime.now(UTC), lambda: datetime.now(UTC))
    table.flush()


def count(report: Report, happened: Happened) -> None:
    if isinstance(happened.event, Alert):
        report.alerts += 1
    else:
        report.changes += 1


def as_json(happened: Happened) -> Json:
    if isinstance(happened.event, Alert):
        return alert(happened.event, happened.article)
    return change(happened.event, happened.article)


@contextmanager
def progress_of(total: int, screen: Console) -> Iterator[Callable[[int], None]]:
    """A bar for a long run that somebody watches. What is printed to a pipe or a file goes past it."""
    if total < LONG_RUN or not screen.is_terminal:
        yield lambda _: None
        return
    with Progress(console=screen, transient=True, redirect_stdout=not screen.stderr) as progress:
        task = progress.add_task("articles", total=total)
        yield lambda done: progress.update(task, completed=done)


def say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


def plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
