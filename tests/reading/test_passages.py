"""Labelled passages of our own: what stands must be what an editor would record, and the scores may not sink."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from monitor.article import Article
from monitor.reading import claims_of
from monitor.rulebook import load

HERE = Path(__file__).parent
PASSAGES = YAML(typ="safe", pure=True).load(HERE / "passages.yaml")["passages"]
PUBLISHED = datetime(2024, 11, 18, 12, tzinfo=UTC)
FLOORS = {"read": 0.98, "qualifier": 0.98, "modality": 0.98, "speaker": 0.97, "by": 1.0, "when": 0.95}
FALSE_ALARMS = 0
"""Claims of all passages together that stand and should not."""


@pytest.fixture(scope="module")
def read():
    rulebook = load(HERE.parents[1] / "rules").rulebook

    def claims(passage):
        text, language = passage["text"], passage["language"]
        article = Article(id="a", text=text, first_seen=PUBLISHED, published=PUBLISHED, language=language)
        return claims_of(article, rulebook.vocabulary, list(rulebook.watches.values()))

    return {passage["id"]: claims(passage) for passage in PASSAGES}


def value_of(claim):
    if claim.quantity is None:
        return claim.status
    quantity = claim.quantity
    return quantity.nominal if quantity.nominal is not None else [quantity.low, quantity.high]


def wanted_value(one):
    if "status" in one:
        return one["status"]
    value = one["value"]
    return list(map(Decimal, value)) if isinstance(value, list) else Decimal(value)


def allowed(one):
    modality = one["modality"]
    return modality if isinstance(modality, list) else [modality]


def best(claims, watch, one):
    """The claim that is meant: of the wanted value, rather with the wanted modality and speaker."""
    found = [claim for claim in claims if claim.watch == watch and value_of(claim) == wanted_value(one)]
    return max(found, key=lambda claim: sum(checks(claim, one).values()), default=None)


def checks(claim, one):
    """Per label of a wanted claim, whether the claim has it."""
    found = {"modality": claim.modality in allowed(one)}
    if "qualifier" in one:
        found["qualifier"] = claim.quantity.qualifier == one["qualifier"]
    if "speaker" in one:
        found["speaker"] = claim.speaker is not None and any(word in claim.speaker for word in one["speaker"])
    if "by" in one:
        found["by"] = list(claim.by) == one["by"]
    if "when" in one:
        found["when"] = claim.when == str(one["when"])
    return found


def labelled():
    return [
        (passage["id"], watch, one)
        for passage in PASSAGES
        for watch, wanted in passage.get("record", {}).items()
        for one in wanted
    ]


def false_alarms(passage, claims):
    """What stands although no label says that it does."""
    standing = [claim for claim in claims if claim.modality.may_stand]
    return [claim for claim in standing if not is_labelled(passage, claim)]


def is_labelled(passage, claim):
    wanted = passage.get("record", {}).get(claim.watch, ())
    stands = any(
        value_of(claim) == wanted_value(one) and {"asserted", "estimated"}.intersection(allowed(one)) for one in wanted
    )
    return stands or value_of(claim) in passage.get("may", {}).get(claim.watch, ())


def scores(read):
    counts = {name: [0, 0] for name in FLOORS}
    for name, watch, one in labelled():
        claim = best(read[name], watch, one)
        counts["read"][0] += claim is not None
        counts["read"][1] += 1
        for label, met in (checks(claim, one) if claim is not None else {}).items():
            counts[label][0] += met
            counts[label][1] += 1
    return {name: met / asked for name, (met, asked) in counts.items()}


def test_nothing_stands_that_an_editor_would_not_record(read):
    found = [(passage["id"], claim) for passage in PASSAGES for claim in false_alarms(passage, read[passage["id"]])]
    assert len(found) <= FALSE_ALARMS, [(name, claim.watch, value_of(claim), claim.modality) for name, claim in found]


@pytest.mark.parametrize("label", FLOORS)
def test_what_an_editor_would_record_is_read(read, label):
    assert scores(read)[label] >= FLOORS[label]


def test_half_of_the_passages_are_in_each_language():
    languages = [passage["language"] for passage in PASSAGES]
    assert languages.count("en") == languages.count("id") == 40
