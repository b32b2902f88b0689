"""Whether a watch's own sentences are read as it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from monitor.claim import ArticleRef, Claim, Kind, Modality
from monitor.quantity import Qualifier, Quantity
from monitor.rulebook import Trial
from monitor.rulebook.models import FigureExample, Sentence, StatusExample
from monitor.rulebook.trials import failure

MOMENT = datetime(2024, 11, 12, tzinfo=UTC)
ARTICLE = ArticleRef(id="a", revision="r", time=MOMENT, dated=True, first_seen=MOMENT)
ABOUT_9000 = Claim(
    watch="w",
    kind=Kind.FIGURE,
    article=ARTICLE,
    quote="q",
    start=0,
    end=1,
    mention_start=0,
    mention_end=1,
    quantity=Quantity.of(9000, Qualifier.ABOUT),
    speaker="the Pentagon",
    speaker_id="Pentagon",
)
VAGUE = replace(ABOUT_9000, quantity=Quantity.between(10000, 99999, Qualifier.VAGUE))
RATIFIED = replace(
    ABOUT_9000, kind=Kind.STATUS, quantity=None, status="ratified", by=("North Korea",), when="2024-11-11"
)


def trial(sentence, *, never: bool = False) -> Trial:
    return Trial("w", "f.yaml", 1, sentence, never)


@pytest.mark.parametrize(
    "wanted",
    [
        FigureExample(text="t", figure=Decimal(9000)),
        FigureExample(text="t", figure=Decimal(9000), qualifier=Qualifier.ABOUT),
        FigureExample(text="t", figure=Decimal(9000), speaker="pentagon"),
        FigureExample(text="t", figure=Decimal(9000), modality=Modality.ASSERTED),
    ],
)
def test_an_example_is_met_by_a_claim_that_has_all_it_names(wanted):
    assert failure(trial(wanted), [ABOUT_9000]) is None


@pytest.mark.parametrize(
    "wanted",
    [
        FigureExample(text="t", figure=Decimal(9001)),
        FigureExample(text="t", figure=Decimal(9000), qualifier=Qualifier.EXACT),
        FigureExample(text="t", figure=Decimal(9000), speaker="Kyiv"),
        FigureExample(text="t", figure=Decimal(9000), modality=Modality.PLANNED),
        FigureExample(text="t", figure=(Decimal(9000), Decimal(9000))),
    ],
)
def test_an_example_is_missed_by_a_claim_that_differs(wanted):
    assert failure(trial(wanted), [ABOUT_9000]) is not None


def test_an_example_that_names_no_modality_wants_a_claim_that_may_stand():
    wanted = FigureExample(text="t", figure=Decimal(9000))
    assert failure(trial(wanted), [replace(ABOUT_9000, modality=Modality.DENIED)]) is not None


def test_a_vague_example_is_met_by_its_two_ends():
    assert failure(trial(FigureExample(text="t", figure=(Decimal(10000), Decimal(99999)))), [VAGUE]) is None


def test_a_status_example_is_met_by_rung_party_and_date():
    wanted = StatusExample(text="t", status="ratified", by=("North Korea",), when="2024-11-11")
    assert failure(trial(wanted), [RATIFIED]) is None


def test_a_status_example_is_missed_by_another_party():
    assert failure(trial(StatusExample(text="t", status="ratified", by=("Russia",))), [RATIFIED]) is not None


def test_what_was_read_instead_is_told():
    said = failure(
        trial(FigureExample(text="t", figure=Decimal(9500), qualifier=Qualifier.AT_LEAST)), [ABOUT_9000, RATIFIED]
    )
    assert said == (
        "it gives about 9,000 [asserted, the Pentagon], ratified by North Korea 2024-11-11 [asserted, the Pentagon]"
        " instead of at_least 9,500"
    )


def test_an_example_that_gives_nothing_says_so():
    assert failure(trial(FigureExample(text="t", figure=Decimal(9500))), []) == "it gives nothing instead of 9,500"


def test_a_sentence_that_must_never_count_may_give_a_claim_that_cannot_stand():
    assert failure(trial(Sentence(text="t"), never=True), [replace(ABOUT_9000, modality=Modality.PLANNED)]) is None


def test_a_sentence_that_must_never_count_fails_with_what_it_gives():
    said = failure(trial(Sentence(text="t"), never=True), [ABOUT_9000])
    assert said == "it gives about 9,000 [asserted, the Pentagon]"
