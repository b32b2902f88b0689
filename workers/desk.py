"""What every step of a process needs: the settings, the store, the rules as they are now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from monitor.rulebook import Rulebook
from monitor.store import Retention, Store, connect
from workers.rules import LiveRules
from workers.settings import Settings


@dataclass(frozen=True, slots=True)
class Desk:
    settings: Settings
    store: Store
    rules: LiveRules

    @property
    def book(self) -> Rulebook:
        return self.rules.book


def open_desk(settings: Settings, url: str, rules: LiveRules) -> Desk:
    keep = Retention(texts=timedelta(days=settings.keep_text_days))
    return Desk(settings, connect(url, retention=keep), rules)
