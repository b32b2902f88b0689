"""The five saved articles: what a careful reader records of them is recorded, in whatever order they come."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations

import pytest
from happenings import alerts, changes
from ruamel.yaml import YAML

from monitor.change import Change
from monitor.sources.archives import Saved, open_saved, saved
from workers import json_out
from workers.assess import read_entries, record

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def gold(seeds):
    return YAML(typ="safe").load((seeds / "gold.yaml").read_text(encoding="utf-8"))


def value_of(claim):
    if claim is None:
        return None
    return claim.status if claim.quantity is None else int(claim.quantity.nominal)


def row(change, article):
    return change.watch, article, change.kind.value, value_of(change.before), value_of(change.to)


@pytest.fixture
def expected(gold):
    return [
        (each["watch"], each["article"], each["kind"], each.get("from"), each["to"])
        for each in gold["expected_changes"]
    ]


def test_the_expected_changes_come_in_their_order(replay, seeds, expected):
    happened = replay(seeds / "seeds.jsonl")
    watched = {each[0] for each in expected}
    rows = [row(each.event, each.article.id) for each in happened if isinstance(each.event, Change)]
    assert [each for each in rows if each[0] in watched] == expected


def test_their_relations_are_the_expected_ones(replay, seeds, gold):
    happened = changes(replay(seeds / "seeds.jsonl"))
    relations = {(each.watch, value_of(each.to)): each.relation and each.relation.value for each in happened}
    for each in gold["expected_changes"]:
        if "relation" in each:
            assert relations[each["watch"], each["to"]] == each["relation"]


def test_the_other_watches_have_first_sightings_at_most(replay, seeds, expected):
    watched = {each[0] for each in expected}
    others = [each for each in changes(replay(seeds / "seeds.jsonl")) if each.watch not in watched]
    assert {each.kind.value for each in others} <= {"first"}


def test_three_alerts_are_told(replay, seeds, gold):
    told = alerts(replay(seeds / "seeds.jsonl"))
    assert [each.changes[-1].kind.value for each in told] == ["advanced", "fell", "rose"]
    assert len(told) == gold["expected_alerts"]


def test_every_quote_is_found_in_its_article_at_its_place(replay, seeds, store, cleaner):
    replay(seeds / "seeds.jsonl")
    texts = {header.id: open_saved(header, cleaner=cleaner).text for header in headers(seeds)}
    for watch in store.ledgers.watches():
        for entry in store.ledgers.entries(watch):
            for claim in entry.claims:
                assert texts[claim.article.id][claim.start : claim.end] == claim.quote


def headers(seeds):
    return [item for item in saved([seeds / "seeds.jsonl"], now=NOW) if isinstance(item, Saved)]


def test_all_orders_of_arrival_end_in_the_same_claims_and_the_same_standing_ones(store, book, seeds, cleaner):
    articles = [open_saved(header, cleaner=cleaner) for header in headers(seeds)]
    read = [read_entries(store, book, [article], NOW) for article in articles]
    ends = []
    for order in permutations(read):
        store.redis.flushall()
        for entries in order:
            for watch, given in entries.items():
                record(store, book.watches[watch], given, NOW, receivers=None)
        ends.append(end_of(store))
    assert len(ends) == 120
    assert all(end == ends[0] for end in ends)


def end_of(store):
    """Per watch: the claims, in whatever order they were written, and what stands."""
    ends = {}
    for watch in store.ledgers.watches():
        claims = [claim for entry in store.ledgers.entries(watch) for claim in entry.claims]
        ends[watch] = (sorted(json_out.line(json_out.claim(claim)) for claim in claims), store.ledgers.load(watch).fold)
    return ends


def test_the_folder_itself_replays(replay, seeds):
    assert "dprk-troops-in-russia" in {event.watch for event in changes(replay(seeds))}
