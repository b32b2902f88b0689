"""Whether the sentences that a watch brings along are read as it says."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from monitor.claim import Claim
from monitor.quantity import Quantity
from monitor.rulebook.book import Trial
from monitor.rulebook.models import Expected, FigureExample, StatusExample
from monitor.rulebook.names import fold


def failure(trial: Trial, claims: Sequence[Claim]) -> str | None:
    """What is wrong with the claims that were read for the trial's watch; null where all is as it should be."""
    if trial.never:
        standing = [claim for claim in claims if claim.modality.may_stand]
        return f"it gives {listed(standing)}" if standing else None
    if any(matches(trial.sentence, claim) for claim in claims):
        return None
    return f"it gives {listed(claims)} instead of {expected(trial.sentence)}"


def matches(wanted: object, claim: Claim) -> bool:
    if not isinstance(wanted, Expected) or not _put_alike(wanted, claim):
        return False
    if isinstance(wanted, FigureExample):
        return claim.quantity is not None and _same_figure(wanted, claim.quantity)
    if isinstance(wanted, StatusExample):
        return claim.status == fold(wanted.status).replace(" ", "_") and _same_step(wanted, claim)
    return False


def _put_alike(wanted: Expected, claim: Claim) -> bool:
    alike = claim.modality.may_stand if wanted.modality is None else claim.modality is wanted.modality
    return alike and (wanted.speaker is None or fold(wanted.speaker) in fold(claim.speaker or ""))


def _same_figure(wanted: FigureExample, quantity: Quantity) -> bool:
    if wanted.qualifier is not None and quantity.qualifier is not wanted.qualifier:
        return False
    if isinstance(wanted.figure, tuple):
        return (quantity.low, quantity.high) == wanted.figure
    return quantity.nominal == wanted.figure


def _same_step(wanted: StatusExample, claim: Claim) -> bool:
    by = {fold(party) for party in claim.by}
    return all(fold(party) in by for party in wanted.by) and wanted.when in (None, claim.when)


def listed(claims: Sequence[Claim]) -> str:
    return ", ".join(_claim(claim) for claim in claims) or "nothing"


def _claim(claim: Claim) -> str:
    if claim.quantity is not None:
        what = _quantity(claim.quantity)
    else:
        what = " ".join(filter(None, (claim.status, f"by {' and '.join(claim.by)}" if claim.by else "", claim.when)))
    return f"{what} [{claim.modality}]" if claim.speaker is None else f"{what} [{claim.modality}, {claim.speaker}]"


def _quantity(quantity: Quantity) -> str:
    if quantity.nominal is not None:
        return f"{quantity.qualifier} {quantity.nominal:,f}"
    return f"{quantity.qualifier} {_end(quantity.low)} to {_end(quantity.high)}"


def _end(value: Decimal | None) -> str:
    return "?" if value is None else f"{value:,f}"


def expected(wanted: object) -> str:
    if isinstance(wanted, FigureExample):
        figure = wanted.figure
        shown = f"{_end(figure[0])} to {_end(figure[1])}" if isinstance(figure, tuple) else _end(figure)
        return " ".join(filter(None, (wanted.qualifier, shown, wanted.modality and f"[{wanted.modality}]")))
    if isinstance(wanted, StatusExample):
        by = f"by {' and '.join(wanted.by)}" if wanted.by else None
        return " ".join(filter(None, (wanted.status, by, wanted.when, wanted.modality and f"[{wanted.modality}]")))
    return "a claim"
