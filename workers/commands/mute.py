"""`monitor mute`: quiet a watch for a while; what happens meanwhile is told in one message after."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

from monitor.judge import mute as hold
from monitor.rulebook import Rulebook
from monitor.rulebook.scalars import NotADuration, duration
from monitor.store import Store
from monitor.watch import Watch
from workers.assess import MOST_TRIES, Contention
from workers.commands.editing import on_live, watch_of


def mute(watch: str, length: str | None, *, off: bool) -> int:
    try:
        lasts = None if off or length is None else duration(length)
    except NotADuration as error:
        sys.stderr.write(f"monitor: {error}: write for example 30m, 2h or 1d\n")
        return 2
    return on_live(lambda book, store: _mute(book, store, watch, lasts))


def _mute(book: Rulebook, store: Store, watch: str, lasts: timedelta | None) -> None:
    now = datetime.now(UTC)
    until = None if lasts is None else now + lasts
    held = mute_until(store, watch_of(book, watch), until, now)
    said = "tells again" if until is None else f"muted until {until:%Y-%m-%d %H:%M %Z}"
    print(f"{watch}: {said}{f'; {held} held' if held else ''}")


def mute_until(store: Store, watch: Watch, until: datetime | None, now: datetime) -> int:
    """How many changes are held now. Raises Contention where others write all the time."""
    for _ in range(MOST_TRIES):
        before = store.ledgers.load(watch.id)
        muted = hold(before, watch, until, now)
        if store.ledgers.commit(before, muted, (), now):
            return len(muted.record.told.held)
    raise Contention(f"the record of watch {watch.id} changed {MOST_TRIES} times while it was to be muted")
