"""`monitor status`: whether all is well, in one screen or as JSON."""

from __future__ import annotations

import json as json_format
import sys
from collections import Counter
from datetime import UTC, datetime
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from monitor.source import SourceState
from monitor.store import UNREACHABLE, Unsent, unreachable
from monitor.wording import one_line
from workers.health import Health, examine, lacks
from workers.live import live_store
from workers.logs import configure
from workers.rules import LiveRules, RulesError
from workers.server import ServerError
from workers.settings import Settings, environment, load_settings

MOST_LINES = 12


def status(*, json: bool) -> int:
    settings = load_settings()
    configure(settings.model_copy(update={"log_level": "error"}), process="status")
    try:
        health = _look(settings)
    except (ServerError, RulesError) as error:
        return _unknown(str(error), json=json)
    if json:
        print(json_format.dumps(as_json(health), ensure_ascii=False))
    else:
        Console(highlight=False).print(*screen(health), sep="\n")
    return 0 if health.well else 1


def _look(settings: Settings) -> Health:
    rules = LiveRules(settings.rules_path, tell=False)
    with live_store(settings) as store:
        try:
            return examine(settings, store, rules, environment(), datetime.now(UTC))
        except UNREACHABLE as error:
            raise ServerError(unreachable(store.url, error)) from None


def _unknown(trouble: str, *, json: bool) -> int:
    if json:
        print(json_format.dumps({"well": False, "troubles": [trouble]}, ensure_ascii=False))
    else:
        sys.stderr.write(f"monitor: {trouble}\n")
    return 1


def screen(health: Health) -> list[Any]:
    waiting = len(health.unsent) + len(health.given_up)
    parts: list[Any] = [_verdict(health), _numbers(health), _sources(health)]
    parts += [_deliveries(health)] if waiting else []
    left_out = [f"left out: {lacks(way)}" for way in health.ways if way.missing and not way.used]
    return parts + [Text(line, style="dim") for line in left_out]


def _verdict(health: Health) -> Text:
    if health.well:
        return Text("All is well.", style="bold green")
    lines = [f"Not well: {len(health.troubles)} to mend.", *(f"  • {one_line(trouble)}" for trouble in health.troubles)]
    return Text("\n".join(lines), style="bold red")


def _numbers(health: Health) -> Table:
    table = Table.grid(padding=(0, 2))
    running = Counter(beat.role for beat in health.processes)
    table.add_row("record", health.where)
    table.add_row("running", ", ".join(f"{count} {role}" for role, count in running.items()) or "nothing")
    table.add_row("queue", f"{health.jobs} jobs · {health.unread} articles unread")
    table.add_row("alerts", f"{len(health.unsent)} unsent · {len(health.given_up)} given up")
    return table


def _sources(health: Health) -> Table:
    table = Table("source", "polled", "last article", "next", "", box=None, pad_edge=False, header_style="dim")
    for source in health.sources:
        table.add_row(
            source.name,
            ago(source.last_polled, health.at),
            ago(source.last_article_at, health.at),
            "never" if source.gone else due(source.next_due, health.at),
            Text(one_line(source.error or ""), style="red"),  # with words of its server's own
        )
    return table


def _deliveries(health: Health) -> Table:
    table = Table("alert", "to", "tries", "last error", box=None, pad_edge=False, header_style="dim")
    for item in (*health.given_up, *health.unsent)[:MOST_LINES]:
        delivery = item.waiting.delivery
        to = f"{delivery.receiver}/{delivery.channel}"
        table.add_row(
            Text(item.alert.title), to, str(delivery.attempts), Text(one_line(item.waiting.error or ""), style="red")
        )
    return table


def ago(time: datetime | None, now: datetime) -> str:
    return "never" if time is None else f"{_span((now - time).total_seconds())} ago"


def due(time: datetime | None, now: datetime) -> str:
    return "now" if time is None or time <= now else f"in {_span((time - now).total_seconds())}"


def _span(seconds: float) -> str:
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{max(0, seconds):.0f} s"


def as_json(health: Health) -> dict[str, Any]:
    return {
        "well": health.well,
        "troubles": list(health.troubles),
        "at": health.at.isoformat(),
        "sources": [_source(source) for source in health.sources],
        "processes": [{"role": b.role, "name": b.name, "host": b.host, "pid": b.pid} for b in health.processes],
        "jobs": health.jobs,
        "unread": health.unread,
        "unsent": [_delivery(item) for item in health.unsent],
        "given_up": [_delivery(item) for item in health.given_up],
        "set_aside": health.set_aside,
        "channels": [
            {"receiver": way.receiver, "channel": way.channel.label, "missing": way.missing, "used": way.used}
            for way in health.ways
        ],
    }


def _source(source: SourceState) -> dict[str, Any]:
    times = {"last_polled": source.last_polled, "last_article": source.last_article_at, "next_due": source.next_due}
    shown = {name: time.isoformat() if time else None for name, time in times.items()}
    return {"name": source.name, "failures": source.failures, "error": source.error, "gone": source.gone, **shown}


def _delivery(item: Unsent) -> dict[str, Any]:
    delivery = item.waiting.delivery
    return {
        "id": delivery.id,
        "watch": item.alert.watch,
        "receiver": delivery.receiver,
        "channel": delivery.channel,
        "attempts": delivery.attempts,
        "error": item.waiting.error,
        "since": item.waiting.since.isoformat(),
    }
