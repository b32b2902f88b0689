from __future__ import annotations

from workers.commands.process import run_process
from workers.send import run_sender


def send(*, shadow: bool) -> int:
    return run_process("send", lambda settings, url, stop: run_sender(settings, url, stop=stop, shadow=shadow))
