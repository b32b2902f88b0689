"""Ctrl-C and SIGTERM mean: finish what is being done, then stop."""

from __future__ import annotations

import signal
import threading
from types import FrameType


def on_signals(stop: threading.Event) -> None:
    def asked(_signum: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGINT, asked)
    signal.signal(signal.SIGTERM, asked)
