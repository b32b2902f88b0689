"""What the commands share that look at the live record or mend it: where it is, and errors in words."""

from __future__ import annotations

import sys
from collections.abc import Callable

from monitor.rulebook import Rulebook
from monitor.store import UNREACHABLE, Store, unreachable
from monitor.watch import Watch
from workers.assess import Contention
from workers.live import live_store
from workers.rules import LiveRules, RulesError
from workers.server import ServerError
from workers.settings import load_settings


class RecordError(Exception):
    """What the user asked for cannot be done; the message says why and what to write instead."""


def on_live(edit: Callable[[Rulebook, Store], None]) -> int:
    """Run an edit on the live record, and give the exit code."""

    def step() -> None:
        settings = load_settings()
        book = LiveRules(settings.rules_path, tell=False).book
        with live_store(settings) as store:
            reaching(store, lambda: edit(book, store))

    return said(step)


def said(step: Callable[[], None]) -> int:
    """Exit code 1 where the step cannot be done, and why on standard error."""
    try:
        step()
    except (Contention, RecordError, RulesError, ServerError) as error:
        sys.stderr.write(f"monitor: {error}\n")
        return 1
    return 0


def followed() -> frozenset[str]:
    """The watches of the rules. Raises RulesError."""
    return frozenset(LiveRules(load_settings().rules_path, tell=False).book.watches)


def watch_of(book: Rulebook, watch: str) -> Watch:
    if watch not in book.watches:
        raise RecordError(f"the rules have no watch {watch!r}; there is: {', '.join(sorted(book.watches))}")
    return book.watches[watch]


def reaching(store: Store, step: Callable[[], None]) -> None:
    """Raises ServerError where the server does not answer."""
    try:
        step()
    except UNREACHABLE as error:
        raise ServerError(unreachable(store.url, error)) from None
