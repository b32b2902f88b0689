"""The command `monitor`. Its overview is printed without loading anything, so that asking for help costs nothing."""

from __future__ import annotations

import sys

from workers.overview import overview


def main() -> None:
    words = sys.argv[1:]
    if not words:
        sys.stderr.write(overview())
        raise SystemExit(2)
    if words in (["--help"], ["-h"], ["help"]):
        sys.stdout.write(overview())
        return
    from workers.arguments import run_command  # noqa: PLC0415 - typer alone would make --help six times slower

    run_command()


if __name__ == "__main__":
    main()
