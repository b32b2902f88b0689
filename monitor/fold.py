"""The fold: from candidates in order to what stands. The same for any order of arrival, since it starts from a set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from monitor.candidates import SET, position
from monitor.change import ChangeKind, Judgement, Relation
from monitor.claim import ArticleRef, Claim, Kind, Prominence
from monitor.climb import climb
from monitor.compare import direction, excludes, same_value
from monitor.ledger import Fold
from monitor.step import Step
from monitor.watch import Watch

RULE_ARTICLE = "rule"
"""The article id of a starting value that the watch itself gives (`last:`)."""
MOST_VOICES = 200
"""The record is read and written whole: of all who ever gave a figure, the last so many to be heard are remembered."""


def start_of(watch: Watch) -> Fold:
    """The fold before any article: empty, or the watch's own starting value."""
    policy = watch.policy
    if policy.last is None and policy.last_status is None:
        return Fold()
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    quantity, status = (policy.last, None) if watch.kind is Kind.FIGURE else (None, policy.last_status)
    given = Claim(
        watch=watch.id,
        kind=watch.kind,
        article=ArticleRef(id=RULE_ARTICLE, revision="", time=epoch, dated=False, first_seen=epoch),
        quote="",
        start=0,
        end=0,
        mention_start=0,
        mention_end=0,
        prominence=Prominence.TITLE,
        quantity=quantity,
        status=status,
        rule=RULE_ARTICLE,
    )
    return Fold(standing=given)


def fold(candidates: Sequence[Claim], start: Fold, watch: Watch) -> tuple[Fold, list[Step]]:
    """Fold candidates that all sort after `start.position`, in one pass; the steps say what became of each."""
    voices = dict(start.voices)
    state = replace(start, voices=voices)
    steps = []
    for claim in candidates:
        state, step = _step(state, claim, watch)
        if step.judgement in _HEARD:
            voices.pop(claim.voice, None)
            voices[claim.voice] = claim  # in the order in which they were last heard
            if len(voices) > MOST_VOICES:
                del voices[next(iter(voices))]
        state = replace(state, position=position(claim))
        steps.append(step)
    return state, steps


def relation(before: Claim, to: Claim) -> Relation:
    if before.speaker_id is None or to.speaker_id is None:
        return Relation.UNKNOWN
    return Relation.SAME_SPEAKER if before.speaker_id == to.speaker_id else Relation.OTHER_SPEAKER


_HEARD = (Judgement.STANDS, Judgement.RESTATED, Judgement.REPEATED)
"""What counts as a voice's own last figure; a vague figure kept beside a sharper one does not."""


def _step(state: Fold, claim: Claim, watch: Watch) -> tuple[Fold, Step]:
    own = state.voices.get(claim.voice)
    if watch.since is not None and claim.article.time < watch.since:
        return state, Step(
            claim=claim, judgement=Judgement.BACKGROUND, reason="its article is older than the watch's since"
        )
    state, step = climb(state, claim, watch) if watch.kind is Kind.STATUS else _weigh(state, claim, own)
    return state, replace(step, speaker_last=own)


def _weigh(state: Fold, claim: Claim, own: Claim | None) -> tuple[Fold, Step]:
    """A figure against the one that stands: restated, repeated, vague or another, asked in this order."""
    standing = state.standing
    stands = replace(state, standing=claim)
    if standing is None:
        return stands, Step(
            claim=claim, judgement=Judgement.STANDS, reason="the first on record", kind=ChangeKind.FIRST
        )
    if standing.quantity is None or claim.quantity is None:
        raise ValueError(f"a figure without a quantity was folded for watch {claim.watch}")
    if same_value(standing.quantity, claim.quantity):
        return stands, Step(claim=claim, judgement=Judgement.RESTATED, reason="the value on record, said again")
    if claim.rule != SET:
        kept = _kept(standing, claim, own)
        if kept is not None:
            return state, kept
    return stands, Step(
        claim=claim,
        judgement=Judgement.STANDS,
        reason="another value than the one on record",
        kind=direction(standing.quantity, claim.quantity),
        before=standing,
    )


def _kept(standing: Claim, claim: Claim, own: Claim | None) -> Step | None:
    """Why a differing figure does not stand, or None where it does."""
    if standing.quantity is None or claim.quantity is None:
        return None
    if own is not None and own.quantity is not None and same_value(own.quantity, claim.quantity):
        return Step(claim=claim, judgement=Judgement.REPEATED, reason="its speaker's own last figure, said again")
    if claim.quantity.is_vague and not standing.quantity.is_vague and not excludes(claim.quantity, standing.quantity):
        return Step(
            claim=claim, judgement=Judgement.VAGUE, reason="vague, and it does not exclude the figure on record"
        )
    return None
