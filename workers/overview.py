"""The commands and what each does, in a line: the overview that `monitor --help` prints."""

from __future__ import annotations

COMMANDS = {
    "run": "Start everything on this machine: server, scheduler, workers and sender.",
    "replay": "Show what saved articles would have alerted; nothing is sent.",
    "read": "Show every number and status phrase of an article, and what became of it.",
    "record": "Show what is on record, put a value on record, or take a claim back.",
    "mute": "Quiet a watch for a while; what happens meanwhile is told in one message after.",
    "alerts": "List alerts that are not delivered yet or were given up, and try them again.",
    "alert": "Send a sample alert through a receiver's real channels.",
    "status": "Say in one screen whether all is well; the exit code is for probes.",
    "check": "Check the rules: names, receivers, secrets, and each watch's own examples.",
    "schema": "Print the JSON Schema of the rules, for editors.",
    "schedule": "Run the scheduler alone (for several machines and one REDIS_URL).",
    "work": "Run one worker alone.",
    "send": "Run the sender alone.",
}

OVERVIEW = """\
Usage: monitor [OPTIONS] COMMAND [ARGS]...

  Tells you the moment a figure in the news changes: the right figure, of the
  right group, with the sentence that proves it.

  First look, without a network:    monitor replay samples
  For real:                         monitor run

Options:
  --version  Show the version and exit.
  --help     Show this message and exit.

Commands:
{commands}

  monitor COMMAND --help says more. Settings are environment variables: see
  .env.example. Exit codes: 0 done, 1 something for you to mend, 2 usage.
"""


def overview() -> str:
    width = max(map(len, COMMANDS))
    return OVERVIEW.format(commands="\n".join(f"  {name:<{width}}  {line}" for name, line in COMMANDS.items()))
