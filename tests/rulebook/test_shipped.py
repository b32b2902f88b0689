"""The rules that come along."""

from __future__ import annotations

from pathlib import Path

import pytest
import simplejson

from monitor.channels import CHANNELS
from monitor.rulebook import load
from monitor.rulebook.models import (
    FigureWatch,
    SourceShape,
    StatusWatch,
)
from workers.commands.schema import rules_schema

RULES = Path(__file__).parents[2] / "rules"
SEEDS = {
    "dprk-troops-in-russia",
    "dprk-officers-in-russia",
    "dprk-generals-in-russia",
    "enemy-troops-in-kursk",
    "joint-force-for-kursk",
    "dprk-brigades",
    "dprk-russia-treaty",
}


@pytest.fixture(scope="module")
def shipped():
    return load(RULES, channels={kind: channel.Config for kind, channel in CHANNELS.items()})


def test_the_shipped_rules_have_no_problem(shipped):
    assert shipped.problems == ()


def test_the_pack_for_north_korea_and_russia_has_its_seven_watches(shipped):
    assert set(shipped.rulebook.watches) >= SEEDS


def test_a_second_pack_is_on_another_subject(shipped):
    assert {"palu-quake-dead", "palu-quake-injured", "palu-state-of-emergency"} <= set(shipped.rulebook.watches)


def test_every_shipped_watch_brings_examples_and_sentences_that_never_count(shipped):
    for name in shipped.rulebook.watches:
        kinds = {trial.never for trial in shipped.trials if trial.watch == name}
        assert kinds == {False, True}, name


def test_the_exported_schema_is_the_one_of_the_models():
    stored = simplejson.loads((RULES / "schema" / "rules.schema.json").read_text("utf-8"))
    assert stored == rules_schema(), "run: monitor schema > rules/schema/rules.schema.json"


@pytest.mark.parametrize("model", [FigureWatch, StatusWatch, SourceShape])
def test_every_key_of_the_rules_is_described_for_editors(model):
    described = rules_schema()["$defs"][model.__name__]["properties"]
    assert all(about.get("description") for about in described.values())


def test_every_shipped_file_names_its_schema_for_editors():
    for file in RULES.glob("*.yaml"):
        assert file.read_text("utf-8").startswith("# yaml-language-server: $schema=schema/rules.schema.json\n"), file
