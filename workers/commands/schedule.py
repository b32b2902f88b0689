from __future__ import annotations

from workers.commands.process import run_process
from workers.schedule import run_schedule


def schedule() -> int:
    return run_process("schedule", lambda settings, url, stop: run_schedule(settings, url, stop=stop))
