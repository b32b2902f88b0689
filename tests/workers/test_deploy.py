"""The deployment files name what exists."""

from __future__ import annotations

import re
from pathlib import Path

from ruamel.yaml import YAML

from workers.overview import COMMANDS
from workers.settings import Settings, variable

DEPLOY = Path(__file__).parents[2] / "deploy"
VARIABLES = {variable(name) for name in Settings.model_fields}


def services() -> dict:
    return YAML(typ="safe").load(DEPLOY / "compose.yaml")["services"]


def test_compose_runs_a_server_the_scheduler_two_workers_and_the_sender():
    parts = services()
    assert set(parts) == {"redis", "schedule", "work", "send"}
    assert parts["work"]["deploy"]["replicas"] == 2
    assert all(parts[name]["command"] == [name] and name in COMMANDS for name in ("schedule", "work", "send"))


def test_the_server_writes_its_append_only_file_before_it_answers():
    command = services()["redis"]["command"]
    options = dict(zip(command[1::2], command[2::2], strict=True))
    assert options["--appendonly"] == "yes"
    assert options["--appendfsync"] == "always"
    assert options["--maxmemory-policy"] == "noeviction"


def test_every_variable_that_is_set_is_one_of_ours():
    in_compose = set(services()["work"]["environment"])
    in_unit = set(re.findall(r"\b(MONITOR_[A-Z_]+)=", (DEPLOY / "monitor.service").read_text("utf-8")))
    assert in_compose | in_unit <= VARIABLES


def test_the_unit_starts_the_monitor():
    assert re.search(r"^ExecStart=\S+/monitor run$", (DEPLOY / "monitor.service").read_text("utf-8"), re.MULTILINE)
