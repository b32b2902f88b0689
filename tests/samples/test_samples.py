"""The samples yield what `samples/expected.yaml` says: the main job on saved articles, as a fresh clone runs it."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
import simplejson

from monitor.rulebook.yaml import read_yaml

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
EXPECTED = read_yaml(SAMPLES / "expected.yaml").data
ARTICLES = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".html", ".jsonl", ".txt"})


def monitor(*words: str) -> list[dict]:
    """What a command of the monitor says in JSON."""
    command = [sys.executable, "-m", "workers.cli", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stderr
    return [simplejson.loads(line, use_decimal=True) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def events() -> list[dict]:
    return monitor("replay", "--rules", "rules", "--json", "samples")


@pytest.fixture(scope="module")
def articles() -> list[dict]:
    pages = [str(path) for path in ARTICLES if path.suffix != ".jsonl"]
    lines = [str(path) for path in ARTICLES if path.suffix == ".jsonl"]
    return [
        *monitor("read", "--rules", "rules", "--json", *pages),
        *monitor("read", "--rules", "rules", "--json", "--jsonl", *lines),
    ]


def value(claim: dict | None) -> str | int | None:
    return None if claim is None else claim.get("status") or claim["nominal"]


def change(event: dict) -> dict:
    """An event as expected.yaml writes one."""
    return {
        "article": event["article"]["id"],
        "watch": event["watch"],
        "kind": event["kind"],
        "relation": event["relation"],
        "from": value(event["from"]),
        "to": value(event["to"]),
    }


def as_expected(row: dict) -> dict:
    return {key: row.get(key) for key in ("article", "watch", "kind", "relation", "from", "to")}


def without_guesses(rows: list[dict]) -> list[dict]:
    """A relation is held to only where expected.yaml names one."""
    named = [row.get("relation") for row in EXPECTED["changes"]]
    return [
        row if position < len(named) and named[position] is not None else row | {"relation": None}
        for position, row in enumerate(rows)
    ]


def test_every_change_comes_in_order(events):
    found = [change(event) for event in events if event["event"] == "change"]
    assert without_guesses(found) == [as_expected(row) for row in EXPECTED["changes"]]


def test_exactly_the_expected_changes_are_told(events):
    told = [(event["article"]["id"], event["watch"]) for event in events if event["event"] == "alert"]
    assert told == [(row["article"], row["watch"]) for row in EXPECTED["changes"] if row["told"]]


def test_each_figure_has_its_qualifier(events):
    found = [event["to"].get("qualifier") for event in events if event["event"] == "change"]
    expected = [row.get("qualifier") for row in EXPECTED["changes"]]
    assert [got for got, want in zip(found, expected, strict=True) if want] == [want for want in expected if want]


def test_every_quote_is_found_verbatim_in_its_article(articles):
    for article in articles:
        for claim in article["claims"]:
            assert article["text"][claim["start"] : claim["end"]] == claim["quote"]


@pytest.mark.parametrize("figure", EXPECTED["never_recorded"])
def test_what_is_no_watch_s_business_reaches_none(articles, figure):
    claims = [claim for article in articles for claim in article["claims"]]
    assert not [claim["quote"] for claim in claims if claim.get("nominal") == Decimal(figure)]


def test_the_samples_are_in_both_languages(articles):
    assert {article["language"] for article in articles} == {"id", "en"}


def test_every_sample_but_the_plain_text_carries_its_date(articles):
    undated = [article["id"] for article in articles if article["published"] is None]
    assert undated == ["treaty-in-force.txt"]


def test_a_ratification_says_whose(events):
    (ratified,) = [event for event in events if event["event"] == "alert" and value(event["to"]) == "ratified"]
    assert ratified["to"]["by"] == "North Korea"
