"""What the commands that run one process share: settings, logs, signals, and errors in words."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

from workers.live import server_url
from workers.logs import configure
from workers.parent import die_with_supervisor
from workers.rules import RulesError
from workers.server import ServerError
from workers.settings import Settings, load_settings
from workers.stopping import on_signals

Body = Callable[[Settings, str, threading.Event], object]


def run_process(name: str, body: Body) -> int:
    """Run until a stop signal. Exit code 1 where there is something for the user to mend."""
    die_with_supervisor()
    stop = threading.Event()
    on_signals(stop)
    settings = load_settings()
    configure(settings, process=name)
    try:
        body(settings, server_url(settings), stop)
    except (ServerError, RulesError) as error:
        sys.stderr.write(f"monitor: {error}\n")
        return 1
    return 0
