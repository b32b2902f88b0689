"""`./do`: the README's two commands, from wherever they are called."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

DO = Path(__file__).parents[1] / "do"
PYTHON = """\
#!/bin/sh
# Stands for a Python whose venv and pip only say that they were called.
case "$*" in
    *"-m venv"*)
        echo venv >>"$CALLED"
        rm -rf .venv && mkdir -p .venv/bin
        cp "$0" .venv/bin/python && cp "$MONITOR" .venv/bin/monitor ;;
    *"pip install"*) echo "pip $*" >>"$CALLED" ;;
    *pytest*) echo "$@" ;;
esac
"""
MONITOR = """\
#!/bin/sh
pwd -P
for word in "$@"; do echo "$word"; done
"""


class Checkout:
    def __init__(self, folder: Path) -> None:
        self.home = folder / "check out"
        self.elsewhere = folder / "elsewhere"
        for made in (self.home / "rules", self.elsewhere / "rules", folder / "bin"):
            made.mkdir(parents=True)
        shutil.copy(DO, self.home)
        (self.home / "pyproject.toml").touch()
        for name, script in (("python3", PYTHON), ("monitor", MONITOR)):
            path = folder / "bin" / name
            path.write_text(script)
            path.chmod(0o755)
        self.called = folder / "called"
        self.environment = {
            "PATH": os.defpath,
            "CALLED": str(self.called),
            "MONITOR": str(folder / "bin" / "monitor"),
            "PYTHON": str(folder / "bin" / "python3"),
        }

    def do(self, *words: str, cwd: Path | None = None) -> list[str]:
        path = os.path.relpath(self.home / "do", cwd or self.home)
        done = subprocess.run(
            ["sh", path, *words],
            cwd=cwd or self.home,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    def setups(self) -> list[str]:
        """What was called to set up, since the last look."""
        calls = self.called.read_text().splitlines() if self.called.exists() else []
        self.called.unlink(missing_ok=True)
        return [call.split()[0] for call in calls]


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path)


def test_the_first_run_sets_up_and_the_second_does_not(checkout):
    checkout.do("status")
    assert checkout.setups() == ["venv", "pip"]
    checkout.do("status")
    assert checkout.setups() == []


def test_what_tests_need_serves_to_run(checkout):
    checkout.do("test")
    checkout.setups()
    checkout.do("status")
    assert checkout.setups() == []


def test_a_changed_list_of_libraries_is_installed(checkout):
    checkout.do("status")
    checkout.setups()
    later = (checkout.home / ".venv/.ready-run").stat().st_mtime + 10
    os.utime(checkout.home / "pyproject.toml", (later, later))
    checkout.do("status")
    assert checkout.setups() == ["pip"]


@pytest.mark.parametrize("harm", ["python gone", "python dangles", "moved"])
def test_an_environment_that_cannot_work_is_made_anew(checkout, harm):
    checkout.do("status")
    checkout.setups()
    python = checkout.home / ".venv/bin/python"
    if harm == "moved":
        checkout.home = checkout.home.rename(checkout.home.with_name("moved"))
    else:
        python.unlink()
    if harm == "python dangles":
        python.symlink_to("/nowhere/python3")
    checkout.do("status")
    assert checkout.setups() == ["venv", "pip"]


def test_an_installation_that_was_broken_off_is_made_again(checkout):
    checkout.do("status")
    checkout.setups()
    (checkout.home / ".venv/.ready-run").unlink()
    checkout.do("status")
    assert checkout.setups() == ["pip"]


def test_in_the_checkout_words_are_passed_as_they_are(checkout):
    words = ["replay", "rules", "--rules", "rules", "a  b", "-", "--published", "2024-11-08", "*"]
    assert checkout.do(*words) == [str(checkout.home), *words]


def test_from_elsewhere_a_command_runs_there(checkout):
    words = ["replay", "an article.txt", "--rules", "../rules", "-"]
    assert checkout.do(*words, cwd=checkout.elsewhere) == [str(checkout.elsewhere), *words]


def test_without_a_fit_python_it_says_what_to_do(checkout):
    bare = checkout.home.parent / "bare"
    bare.mkdir()
    for name in ("dirname", "sh"):
        (bare / name).symlink_to(shutil.which(name))
    environment = {"PATH": str(bare)}
    done = subprocess.run(
        [bare / "sh", "do", "run"], cwd=checkout.home, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert not (checkout.home / ".venv").exists()
