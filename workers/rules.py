"""The rules as they are now: loaded again whenever a file changes, and the last good ones where an edit is bad."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import structlog

from monitor.channels import CHANNELS, missing
from monitor.route import ChannelConfig, Receiver
from monitor.rulebook import Loaded, Problem, Rulebook, load, stamp
from workers.settings import environment

log = structlog.get_logger("monitor.rules")


class RulesError(Exception):
    """There are no rules to begin with; the message lists the problems."""


@dataclass(frozen=True, slots=True)
class Way:
    """One channel of a receiver, and the variables it lacks."""

    receiver: str
    channel: ChannelConfig
    missing: tuple[str, ...]

    @property
    def used(self) -> bool:
        """Without its secrets an optional channel is left out; any other keeps its alerts until they are there."""
        return not (self.missing and self.channel.optional)


def ways(book: Rulebook, variables: Mapping[str, str]) -> list[Way]:
    return [
        Way(receiver.name, channel, missing(channel, variables))
        for receiver in book.receivers.values()
        for channel in receiver.channels
    ]


def usable(book: Rulebook, variables: Mapping[str, str]) -> Rulebook:
    """The rulebook without the optional channels whose secrets are not set."""
    used: dict[str, list[ChannelConfig]] = {name: [] for name in book.receivers}
    for way in ways(book, variables):
        if way.used:
            used[way.receiver].append(way.channel)
    return replace(book, receivers={name: Receiver(name, tuple(channels)) for name, channels in used.items()})


def _load(path: Path) -> Loaded:
    return load(path, channels={kind: channel.Config for kind, channel in CHANNELS.items()})


class LiveRules:
    """`book` is the last good rulebook, with the channels that can be used. Raises RulesError where none is.

    Several processes of one machine look at the same files; `tell` says which of them logs what is wrong.
    """

    def __init__(self, path: Path, *, tell: bool = True) -> None:
        self.path = path
        self._tells = tell
        self._told: frozenset[str] = frozenset()
        self._seen = stamp(path)
        loaded = _load(path)
        self._tell(loaded.problems)
        if loaded.rulebook is None:
            raise RulesError("\n".join(map(str, loaded.problems)))
        self.loaded = loaded
        self.whole: Rulebook = loaded.rulebook
        """As written, with the channels that cannot be used."""
        self.book: Rulebook = usable(self.whole, environment())

    def refresh(self) -> bool:
        """Look at the files; whether there are new rules now. A bad edit is told once and changes nothing."""
        try:
            now = stamp(self.path)
        except OSError:  # an editor is just replacing a file: look again later
            return False
        if now == self._seen:
            return False
        self._seen = now
        return self._take_over(_load(self.path))

    def _take_over(self, loaded: Loaded) -> bool:
        mended = bool(self.loaded.errors)
        self.loaded = loaded
        self._tell(loaded.problems)
        if loaded.rulebook is None or loaded.errors:
            if self._tells:
                log.error("the edited rules have mistakes; the last good ones stay in force", rules=str(self.path))
            return False
        if loaded.rulebook.version == self.book.version:
            if mended and self._tells:
                log.info("the rules are right again", rules=str(self.path))
            return False
        self.whole, self.book = loaded.rulebook, usable(loaded.rulebook, environment())
        if self._tells:
            log.info("edited rules taken over", rules=str(self.path), watches=len(self.book.watches))
        return True

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        words = [str(problem).replace("\n    ", " · ") for problem in problems]
        for line in dict.fromkeys(words) if self._tells else ():
            if line not in self._told:
                log.warning("a problem in the rules", problem=line)
        self._told = frozenset(words)
