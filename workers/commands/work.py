from __future__ import annotations

import os

from workers.commands.process import run_process
from workers.work import run_worker


def work(*, name: str | None) -> int:
    name = name or f"worker-{os.getpid()}"
    return run_process(name, lambda settings, url, stop: run_worker(settings, url, name=name, stop=stop))
