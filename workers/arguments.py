"""What each command takes. Bodies import lazily, so that one command never pays for another's libraries."""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from workers.overview import COMMANDS

app = typer.Typer(
    name="monitor", add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True
)

Rules = Annotated[
    Path | None, typer.Option("--rules", metavar="PATH", help="A rules folder or file; else MONITOR_RULES or ./rules.")
]
Json = Annotated[bool, typer.Option("--json", help="For programs: JSON, one object per line.")]
Language = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="The articles' language (id, en); else it is detected.")
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="TIME",
        help="The time of articles that carry none: 2024-11-08 or 2024-11-08T09:00+07:00.",
    ),
]
State = Annotated[
    Path | None, typer.Option("--state", metavar="DIR", help="A scratch record kept by `monitor replay --state DIR`.")
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept in the ledger.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who; else the name you are logged in with.")]
Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files or folders; - is standard input.")]
WatchName = Annotated[str, typer.Argument(metavar="WATCH", help="A watch's name in the rules.", show_default=False)]


def command(name: str, group: typer.Typer = app) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return group.command(name, short_help=COMMANDS.get(name))


def finish(code: int) -> None:
    raise typer.Exit(code)


@command("run")
def run(
    shadow: Annotated[bool, typer.Option("--shadow", help="Read and record, but send nothing to anybody.")] = False,
) -> None:
    """Start everything on this machine: server, scheduler, workers and sender.

    Without REDIS_URL the monitor starts a server of its own, with its file in MONITOR_DATA (./data). A process that
    dies is started again. Ctrl-C stops everything cleanly, and the next start goes on where this one was.
    """
    from workers.commands.run import run

    finish(run(shadow=shadow))


@command("schedule")
def schedule() -> None:
    """Run the scheduler alone. Several may run against one REDIS_URL: one of them leads, the others stand by."""
    from workers.commands.schedule import schedule

    finish(schedule())


@command("work")
def work(
    name: Annotated[str | None, typer.Option(metavar="NAME", help="The worker's name in `monitor status`.")] = None,
) -> None:
    """Run one worker alone. Start as many as you like, on as many machines as you like, against one REDIS_URL."""
    from workers.commands.work import work

    finish(work(name=name))


@command("send")
def send(shadow: Annotated[bool, typer.Option("--shadow", help="Send nothing to anybody.")] = False) -> None:
    """Run the sender alone: it delivers what the workers put on record, again until it is accepted."""
    from workers.commands.send import send

    finish(send(shadow=shadow))


@command("status")
def status(json: Json = False) -> None:
    """Say in one screen whether all is well: sources, what waits, alerts, processes, durability.

    Exit code 0 where all is well, 1 where something is not.
    """
    from workers.commands.status import status

    finish(status(json=json))


@command("replay")
def replay(  # noqa: PLR0917 - typer passes them by name
    paths: Paths,
    rules: Rules = None,
    published: Published = None,
    language: Language = None,
    state: Annotated[
        Path | None,
        typer.Option("--state", metavar="DIR", help="Keep the scratch record here, and go on from it next time."),
    ] = None,
    send: Annotated[bool, typer.Option("--send", help="Really send the alerts. Without this nobody is told.")] = False,
    json: Json = False,
) -> None:
    """Show what saved articles would have alerted: plain text, HTML or JSON Lines, a file or a folder.

    Articles are read in order of publication, with the clock at each one's time and a scratch record that is never the
    live one. Exit code 1 where something could not be read; the rest was done all the same.
    """
    from workers.commands.replay import replay

    finish(replay(paths, rules=rules, published=published, language=language, state=state, send=send, json=json))


@command("read")
def read(  # noqa: PLR0917 - likewise
    paths: Paths,
    rules: Rules = None,
    language: Language = None,
    published: Published = None,
    json: Json = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="The input is JSON Lines with `text` or `html` in each.")
    ] = False,
) -> None:
    """Show every number and status phrase of an article, with what became of it for each watch, and why.

    What a rule writer needs: `monitor read --rules rules article.html` says which numbers your watch takes.
    """
    from workers.commands.read import read

    finish(read(paths, rules=rules, language=language, published=published, json=json, jsonl=jsonl))


class _ShowByDefault(TyperGroup):
    """`monitor record WATCH` is `monitor record show WATCH`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] != "--help"):
            args = ["show", *args]
        return list(super().parse_args(ctx, args))


record_app = typer.Typer(
    cls=_ShowByDefault, rich_markup_mode=None, help="Show what is on record (`monitor record [WATCH]`), or mend it."
)
app.add_typer(record_app, name="record", short_help=COMMANDS["record"])


@command("show", record_app)
def record_show(
    watch: Annotated[str | None, typer.Argument(metavar="WATCH", help="One watch; else all.")] = None,
    json: Json = False,
    state: State = None,
) -> None:
    """Show what is on record; of one watch, with the ledger behind it. `monitor record WATCH` does the same."""
    from workers.commands.record import show

    finish(show(watch, json=json, state=state))


@command("set", record_app)
def record_set(
    watch: WatchName,
    value: Annotated[str, typer.Argument(metavar="VALUE", help='11000, ratified, or "ratified by North Korea".')],
    reason: Reason,
    by: By = None,
) -> None:
    """Put a value on record: a figure (11000) or a status (ratified). Kept in the ledger, with the reason."""
    from workers.commands.record import set_value

    finish(set_value(watch, value, reason=reason, by=by))


@command("retract", record_app)
def record_retract(
    watch: WatchName,
    claim_id: Annotated[str, typer.Argument(metavar="CLAIM", help="Its id in `monitor record WATCH`.")],
    reason: Reason,
    by: By = None,
) -> None:
    """Take a claim back, so that what stood before it stands again. `monitor record WATCH` shows the claims' ids."""
    from workers.commands.record import retract

    finish(retract(watch, claim_id, reason=reason, by=by))


@command("mute")
def mute(
    watch: WatchName,
    duration: Annotated[str | None, typer.Argument(metavar="DURATION", help="30m, 2h, 1d …")] = None,
    off: Annotated[bool, typer.Option("--off", help="Tell again from now on.")] = False,
) -> None:
    """Quiet a watch for a while. What happens meanwhile is recorded, and told in one message after."""
    if (duration is None) != off:
        raise typer.BadParameter("say for how long (monitor mute WATCH 2h), or --off")
    from workers.commands.mute import mute

    finish(mute(watch, duration, off=off))


@command("alerts")
def alerts(
    json: Json = False,
    retry: Annotated[
        list[str] | None,
        typer.Option("--retry", metavar="ID", help="Try a given-up delivery again, or `all`."),
    ] = None,
) -> None:
    """List alerts that are not delivered yet or were given up, with the last error of each."""
    from workers.commands.alerts import alerts

    finish(alerts(json=json, retry=tuple(retry) if retry else ()))


@command("alert")
def alert(
    test: Annotated[str, typer.Option("--test", metavar="RECEIVER", help="Whom to send the sample to.")],
    rules: Rules = None,
) -> None:
    """Send a sample alert to a receiver through its real channels, and say what each of them answered."""
    from workers.commands.alerts import alert_test

    finish(alert_test(test, rules=rules))


@command("check")
def check(rules: Rules = None, json: Json = False) -> None:
    """Check the rules: names, receivers, secrets, and each watch's own examples, by really reading them.

    Every mistake is named with its file and line, what was found, and what to write
    instead. Exit code 1 where there is one.
    """
    from workers.commands.check import check

    finish(check(rules=rules, json=json))


@command("schema")
def schema() -> None:
    """Print the JSON Schema of the rules: editors complete and check YAML with it."""
    from workers.commands.schema import schema

    finish(schema())


@app.callback(invoke_without_command=True)
def version(show: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False) -> None:
    if show:
        from monitor import __version__

        typer.echo(f"monitor {__version__}")
        raise typer.Exit


def run_command() -> None:
    from workers.settings import SettingsError

    try:
        app(prog_name="monitor")
    except SettingsError as error:
        sys.stderr.write(f"monitor: {error}\n")
        raise SystemExit(1) from None
