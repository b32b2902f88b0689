"""The command line: what it teaches, and how it exits."""

from __future__ import annotations

import subprocess
import sys

import pytest

from workers.arguments import app
from workers.overview import COMMANDS

ASKED = "import sys; sys.argv = ['monitor', '--help']; from workers.cli import main; main(); print(sorted(sys.modules))"


def monitor(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "workers.cli", *words], capture_output=True, text=True, check=False)


def test_help_names_every_command_and_exits_0():
    done = monitor("--help")
    assert done.returncode == 0
    assert all(f"  {name} " in done.stdout for name in COMMANDS)


def test_help_loads_no_library():
    loaded = subprocess.run(
        [sys.executable, "-c", ASKED], capture_output=True, text=True, check=True
    ).stdout.splitlines()[-1]
    assert "'typer'" not in loaded
    assert "'pydantic'" not in loaded


def test_the_overview_and_the_commands_agree():
    named = {command.name for command in app.registered_commands} | {group.name for group in app.registered_groups}
    assert named == set(COMMANDS)


@pytest.mark.parametrize("words", [[], ["nonsense"], ["replay"], ["mute", "x"], ["record", "set", "x", "1"]])
def test_usage_errors_exit_2_and_explain(words):
    done = monitor(*words)
    assert done.returncode == 2
    assert "Usage: monitor" in done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name):
    done = monitor(name, "--help")
    assert done.returncode == 0
    assert "Usage: monitor " + name in done.stdout


@pytest.mark.parametrize(("words", "missing"), [(["mute"], "WATCH"), (["record", "set", "x"], "VALUE")])
def test_what_is_missing_is_named_as_the_help_names_it(words, missing):
    assert f"Missing argument '{missing}'" in monitor(*words).stderr
