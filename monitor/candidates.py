"""Which claims of an article take part in the fold: of its latest revision, the best figure or the furthest status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from monitor.claim import Claim, Kind, Modality, Prominence
from monitor.compare import overlaps, same_value, sharper
from monitor.ladder import Ladder
from monitor.ledger import Entry, EntryKind
from monitor.watch import Watch


def candidates(entries: Iterable[Entry], watch: Watch) -> list[Claim]:
    """The claims to fold, in order of (time, article id); the result does not depend on the order of the entries.

    A revision that repeats the value of the one before it does not make the claim newer: it is placed at the revision
    that first gave the value, so that mending a typing error in an old article does not bring its old figure back.
    """
    stories = _stories(entries)
    retracted = _retracted(stories)
    found: list[Claim] = []
    for story in stories.values():
        found.extend(_of_story(story, retracted, watch))
    return sorted(found, key=lambda claim: (*position(claim), claim.rule != SET))


SET = "set"
"""`Claim.rule` of a value that an editor put on record."""


def position(claim: Claim) -> tuple[datetime, str]:
    return claim.article.time, claim.article.id


def best(claims: Sequence[Claim], watch: Watch) -> list[Claim]:
    """Of the claims of one revision, those that take part: at most one figure; of a status, one a party at its rung."""
    of_kind = [claim for claim in claims if claim.kind is watch.kind]  # a watch may have been of the other kind
    able = _latest([claim for claim in of_kind if claim.modality.may_stand and plausible(claim, watch)])
    if not able:
        return []
    if watch.kind is Kind.FIGURE:
        return [_best_figure(able)]
    return _best_statuses(able, watch)


def _latest(claims: Sequence[Claim]) -> list[Claim]:
    """Of a live blog's entries the last one; what stands above them all, as its headline, goes with it."""
    last = max((claim.said_at for claim in claims if claim.said_at is not None), default=None)
    return [claim for claim in claims if claim.said_at is None or claim.said_at == last]


def plausible(claim: Claim, watch: Watch) -> bool:
    bounds = watch.figure.plausible if watch.figure else None
    return bounds is None or claim.quantity is None or claim.rule == SET or overlaps(claim.quantity, *bounds)


def same_news(a: Claim, b: Claim) -> bool:
    """Whether two claims of one watch give the same value: the same figure, or the same status by the same parties."""
    if a.quantity is not None and b.quantity is not None:
        return same_value(a.quantity, b.quantity)
    return a.status == b.status and set(a.by) == set(b.by)


@dataclass(slots=True)
class _Story:
    """The revisions of one article, and the ids of the claims that editors took back."""

    revisions: list[Entry] = field(default_factory=list)
    retracts: set[str] = field(default_factory=set)


def _stories(entries: Iterable[Entry]) -> dict[str, _Story]:
    stories: dict[str, _Story] = {}
    retracts: set[str] = set()
    for entry in entries:
        if entry.kind is EntryKind.RETRACT:
            retracts.update(entry.retracts)
        elif entry.article is not None:
            stories.setdefault(entry.article.id, _Story()).revisions.append(entry)
    for story in stories.values():
        story.revisions.sort(key=_revision_order)
        story.retracts = retracts
    return stories


def _revision_order(entry: Entry) -> tuple[datetime, str]:
    assert entry.article is not None  # noqa: S101  _stories puts no other entry into a story
    return entry.article.time, entry.article.revision


def _retracted(stories: dict[str, _Story]) -> dict[str, list[Claim]]:
    """Per article, the claims taken back. They stay so in later revisions that give the same value."""
    return {
        article: [claim for entry in story.revisions for claim in entry.claims if claim.id in story.retracts]
        for article, story in stories.items()
    }


def _of_story(story: _Story, retracted: dict[str, list[Claim]], watch: Watch) -> list[Claim]:
    newest_first = [_kept(entry, retracted, watch) for entry in reversed(story.revisions)]
    return [_placed(claim, newest_first[1:]) for claim in newest_first[0]]


def _kept(entry: Entry, retracted: dict[str, list[Claim]], watch: Watch) -> list[Claim]:
    gone = retracted.get(entry.article.id, []) if entry.article else []
    return best([claim for claim in entry.claims if not any(same_news(claim, taken) for taken in gone)], watch)


def _placed(claim: Claim, earlier: Sequence[Sequence[Claim]]) -> Claim:
    first = claim.article
    for revision in earlier:
        alike = [old for old in revision if same_news(old, claim)]
        if not alike:
            break
        first = alike[0].article
    return replace(claim, article=replace(claim.article, time=first.time, dated=first.dated))


_MODALITY = {Modality.ASSERTED: 0, Modality.ESTIMATED: 1}


def _rank(claim: Claim) -> tuple[int, bool, int]:
    return _MODALITY[claim.modality], claim.prominence is Prominence.BODY, claim.mention_start


def _rank_among_alike(claim: Claim) -> tuple[bool, int, bool, int]:
    """Of sentences that say the same, one that says who says so: it can be trusted or doubted."""
    return claim.speaker_id is None, *_rank(claim)


def _best_figure(claims: Sequence[Claim]) -> Claim:
    """The sharpest, best supported, most prominent figure."""
    sharpest = [claim for claim in claims if not any(_sharper(other, claim) for other in claims)]
    chosen = min(sharpest, key=_rank)
    alike = [claim for claim in claims if same_news(claim, chosen)]  # headlines drop "about", and who says so
    return min(alike, key=_rank_among_alike)


def _sharper(a: Claim, b: Claim) -> bool:
    return a.quantity is not None and b.quantity is not None and sharper(a.quantity, b.quantity)


def _best_statuses(claims: Sequence[Claim], watch: Watch) -> list[Claim]:
    """An exit or return first, then the highest rung, which counts where that exit is old news."""
    assert watch.status is not None  # noqa: S101  a status watch has one
    ladder = watch.status.ladder
    moves = [claim for claim in claims if claim.status in ladder.exits | ladder.returns]
    rungs = [claim for claim in claims if claim.status in ladder.rungs]
    return _last_move(moves, ladder) + _highest(rungs, ladder, watch.status.parties)


def _last_move(moves: Sequence[Claim], ladder: Ladder) -> list[Claim]:
    """The later by its date, else the more prominent, else the return: who tells of it tells of the exit as well."""
    if not moves:
        return []
    latest = max((claim.when for claim in moves if claim.when and claim.when[0] != "-"), default=None)
    dated = [
        claim for claim in moves if latest is None or claim.when is None or claim.when >= latest[: len(claim.when)]
    ]
    return [min(dated, key=lambda claim: (_rank(claim)[:2], claim.status in ladder.exits, claim.mention_start))]


def _highest(rungs: Sequence[Claim], ladder: Ladder, parties: Sequence[str]) -> list[Claim]:
    if not rungs:
        return []
    top = max(rungs, key=lambda claim: ladder.height(claim.status or "")).status
    ranked = sorted((claim for claim in rungs if claim.status == top), key=_rank_among_alike)
    if top not in ladder.per_party:
        return ranked[:1]
    chosen: list[Claim] = []
    named: set[str] = set()
    for claim in ranked:
        by = set(claim.by) & set(parties) if parties else set(claim.by)
        if by - named:
            chosen.append(claim)
            named |= by
    return chosen or ranked[:1]
