"""`monitor run`: everything on this machine, from one terminal."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from itertools import groupby

from monitor import __version__
from monitor.rulebook import Rulebook
from workers import jobs
from workers.commands.schedule import schedule
from workers.commands.send import send
from workers.commands.work import work
from workers.logs import configure
from workers.rules import LiveRules, RulesError, Way, ways
from workers.server import Server, ServerError, embedded
from workers.settings import Settings, environment, load_settings
from workers.stopping import on_signals
from workers.supervise import Child, Supervisor

MOST_NAMES = 8


def run(*, shadow: bool) -> int:
    stop = threading.Event()
    on_signals(stop)
    settings = load_settings()
    configure(settings, process="run")
    shadow = shadow or settings.shadow
    try:
        rules = LiveRules(settings.rules_path, tell=False)  # the scheduler tells what is wrong
        with served(settings) as (url, server):
            print(banner(settings, rules.whole, shadow=shadow), flush=True)
            variables = {"REDIS_URL": url, "MONITOR_SHADOW": str(shadow).lower()}
            jobs.preload()
            Supervisor(children(settings), variables, server, stop).run()
    except (ServerError, RulesError) as error:
        sys.stderr.write(f"monitor: {error}\n")
        return 1
    print("Stopped. Everything is kept; `monitor run` goes on from here.", flush=True)
    return 0


@contextmanager
def served(settings: Settings) -> Iterator[tuple[str, Server | None]]:
    if settings.redis_url is not None:
        yield settings.redis_url.get_secret_value(), None
        return
    with embedded(settings.data) as server:
        yield server.url, server


def children(settings: Settings) -> list[Child]:
    """In the order of stopping: nothing new is asked for, what was begun is ended, what is on record is sent."""
    workers = [f"worker-{number}" for number in range(1, settings.workers + 1)]
    return [
        Child("schedule", schedule, stage=0),
        *(Child(name, partial(work, name=name), stage=1) for name in workers),
        Child("send", partial(send, shadow=False), stage=2),
    ]


def banner(settings: Settings, book: Rulebook, *, shadow: bool) -> str:
    """What it does, and where to look."""
    every = timedelta(seconds=settings.poll_seconds) if settings.poll_seconds else None
    kept = "the server of REDIS_URL" if settings.redis_url else f"{settings.data.resolve()} (embedded server)"
    lines = [
        ("follows", listed(book.watches) + f"   rules: {settings.rules_path}"),
        ("polls", listed(f"{name} ({minutes(every or source.every)})" for name, source in book.sources.items())),
        *(("tells", line) for line in told(ways(book, environment()), shadow=shadow)),
        ("keeps", kept),
        ("runs", f"scheduler, {settings.workers} workers, sender; each is started again when it dies"),
        ("look", "monitor status · monitor record · monitor alerts"),
        ("log", f"below ({settings.log_format}; MONITOR_LOG_FORMAT and MONITOR_LOG_LEVEL choose)"),
        ("stop", "Ctrl-C"),
    ]
    return "\n".join((f"News monitor {__version__}", *(f"  {label:<8} {text}" for label, text in lines), ""))


def told(channels: list[Way], *, shadow: bool) -> Iterator[str]:
    if shadow:
        yield "nobody: --shadow records and sends nothing"
        return
    for receiver, group in groupby(channels, key=lambda way: way.receiver):
        yield f"{receiver}: " + " · ".join(_channel(way) for way in group)


def _channel(way: Way) -> str:
    if not way.missing:
        return way.channel.label
    lack = f"{' and '.join(way.missing)} not set"
    return f"{way.channel.label} ({'left out' if way.channel.optional else 'alerts are kept'}: {lack})"


def listed(names: Iterable[str]) -> str:
    shown = list(names)
    more = f" and {len(shown) - MOST_NAMES} more" if len(shown) > MOST_NAMES else ""
    return ", ".join(shown[:MOST_NAMES]) + more if shown else "nothing yet: the rules name none"


def minutes(time: timedelta) -> str:
    seconds = time.total_seconds()
    return f"{seconds / 60:g} min" if seconds >= 60 else f"{seconds:g} s"
