"""The alerts and the changes among what a replay gave."""

from __future__ import annotations

from monitor.change import Alert, Change
from workers.replay import Happened


def alerts(happened: list[Happened], watch: str | None = None) -> list[Alert]:
    events = [each.event for each in happened if isinstance(each.event, Alert)]
    return [event for event in events if watch in (None, event.watch)]


def changes(happened: list[Happened], watch: str | None = None) -> list[Change]:
    events = [each.event for each in happened if isinstance(each.event, Change)]
    return [event for event in events if watch in (None, event.watch)]
