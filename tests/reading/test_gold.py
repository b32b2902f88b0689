"""The five saved articles and what a careful reader records from them, where they lie beside the checkout."""

from datetime import datetime
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from monitor.article import Article
from monitor.reading import claims_of, read
from monitor.rulebook import load

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
GOLD = SEEDS / "gold.yaml"
FILES = [
    "004_5992946f26e3ae86.txt",
    "002_6665a096ca233b72.txt",
    "003_6185801d148f6cd9.txt",
    "000_db318c1540906c80.txt",
    "001_37d2a75eefef454c.txt",
]
MAY_STAND = {"asserted", "estimated"}

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the saved articles do not lie beside this checkout")


@pytest.fixture(scope="module")
def gold():
    given = YAML(typ="safe", pure=True).load(GOLD)
    return {one["file"]: one for one in given["articles"]}


@pytest.fixture(scope="module")
def rulebook():
    return load(ROOT / "rules").rulebook


@pytest.fixture(scope="module")
def article_of_file(gold):
    def build(file):
        given = gold[file]
        assumed = given["assumed"]
        published = assumed if isinstance(assumed, datetime) else datetime.fromisoformat(assumed)
        text = (SEEDS / file).read_text(encoding="utf-8")
        return Article(id=file, text=text, first_seen=published, published=published, language="id")

    return build


def is_met(claim, wanted, text):
    """Whether a claim is the one that the gold describes, in everything it says of it."""
    quantity = claim.quantity
    for end in ("low", "high", "nominal"):
        if end in wanted and getattr(quantity, end) != wanted[end]:
            return False
    if "qualifier" in wanted and quantity.qualifier != wanted["qualifier"]:
        return False
    if claim.modality not in wanted["modality"] or claim.status != wanted.get("status"):
        return False
    if "by" in wanted and claim.by != (wanted["by"],):
        return False
    if "when" in wanted and claim.when != str(wanted["when"]):
        return False
    if "quote" in wanted and wanted["quote"] not in claim.quote:
        return False
    if "speaker_has" in wanted and not says(claim.speaker, wanted["speaker_has"]):
        return False
    place = text[claim.mention_start : claim.end] if claim.place is None else claim.place
    return not wanted.get("place_has") or any(word in place for word in wanted["place_has"])


def says(speaker, words):
    if words is None:
        return speaker is None
    return speaker is not None and any(word.casefold() in speaker.casefold() for word in words)


@pytest.mark.parametrize("file", FILES)
def test_every_claim_of_an_article_is_read(file, gold, rulebook, article_of_file):
    article = article_of_file(file)
    claims = claims_of(article, rulebook.vocabulary, list(rulebook.watches.values()))
    for watch, wanted in gold[file]["claims"].items():
        read_for_it = [claim for claim in claims if claim.watch == watch]
        for one in wanted:
            assert any(is_met(claim, one, article.text) for claim in read_for_it), (watch, one, read_for_it)


@pytest.mark.parametrize("file", FILES)
def test_no_other_figure_is_read(file, gold, rulebook, article_of_file):
    article = article_of_file(file)
    claims = claims_of(article, rulebook.vocabulary, list(rulebook.watches.values()))
    for claim in claims:
        if claim.quantity is not None:
            wanted = gold[file]["claims"].get(claim.watch, [])
            known = {(one.get("low", one.get("nominal")), one.get("nominal")) for one in wanted}
            found = {
                (claim.quantity.low, claim.quantity.nominal),
                (claim.quantity.nominal, claim.quantity.nominal),
            }
            assert known & found, claim


@pytest.mark.parametrize("file", FILES)
def test_nothing_stands_that_was_only_planned(file, gold, rulebook, article_of_file):
    article = article_of_file(file)
    claims = claims_of(article, rulebook.vocabulary, list(rulebook.watches.values()))
    reached = {claim.status for claim in claims if claim.status is not None and claim.modality in MAY_STAND}
    wanted = {
        one["status"]
        for one in gold[file]["claims"].get("dprk-russia-treaty", [])
        if MAY_STAND.intersection(one["modality"])
    }
    assert reached == wanted


@pytest.mark.parametrize("file", FILES)
def test_quotes_are_verbatim(file, rulebook, article_of_file):
    article = article_of_file(file)
    for claim in claims_of(article, rulebook.vocabulary, list(rulebook.watches.values())):
        assert claim.quote == article.text[claim.start : claim.end]
        assert claim.start <= claim.mention_start < claim.mention_end <= claim.end


@pytest.mark.parametrize("file", FILES)
def test_every_mention_has_one_disposition_for_each_watch(file, rulebook, article_of_file):
    watches = list(rulebook.watches.values())
    reading = read(article_of_file(file), rulebook.vocabulary, watches)
    figures = sum(watch.figure is not None for watch in watches)
    expected = len(reading.numbers) * figures + len(reading.statuses) * (len(watches) - figures)
    assert len(reading.dispositions) == expected
    assert all(one.reason for one in reading.dispositions)


@pytest.mark.parametrize("file", FILES)
def test_the_quick_way_gives_the_same_claims(file, rulebook, article_of_file):
    article, watches = article_of_file(file), list(rulebook.watches.values())
    assert claims_of(article, rulebook.vocabulary, watches) == read(article, rulebook.vocabulary, watches).claims
