"""The steps that a sentence speaks of: a status phrase, or the noun of a step with what completes or puts it off.

Whoever takes a step may make it another one: a chamber's yes to a law is its approval, not the parliament's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from monitor.reading.view import Span, View
from monitor.reading.vocabulary import Cue, LadderWords
from monitor.reading.voice.clauses import fenced
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import normal

CLOSE = 8
"""Tokens between a status verb and the noun of a step that is its subject or object."""
SCOPE = 14
"""Tokens between a step and whoever, or whatever reading, makes it another one."""
MARKS = frozenset({",", ";", "、", "，", "；"})


@dataclass(frozen=True, slots=True)
class Step:
    """A status said by the tokens `first` to `last`."""

    ladder: LadderWords
    status: str
    first: int
    last: int
    tail: int | None = None
    """Of words that stand apart ("trat … in Kraft"), where the second of them begin."""
    of: str | None = None
    """The only thing that the words can be said of."""
    raised: bool = False
    """Whether a noun makes of it a higher step than the verb says: "signed a law ratifying it"."""
    named: bool = False
    """Whether only a noun names it: "ratification" can say that it is put off or denied, never that it is taken."""

    @property
    def core(self) -> int:
        """The token from which on nothing comes between its words."""
        return self.first if self.tail is None else self.tail

    @property
    def by_itself(self) -> bool:
        """Whether nobody takes the step: "the treaty took effect"."""
        return self.of is None and self.status in self.ladder.by_itself

    @property
    def is_joint(self) -> bool:
        """Whether all parties take the step together, as they sign before each ratifies."""
        rungs, apart = self.ladder.ladder.rungs, self.ladder.ladder.per_party
        own = [rungs.index(status) for status in apart if status in rungs]
        return self.of is None and bool(own) and self.status in rungs[: min(own)]


def steps_of(view: View) -> Iterator[Step]:
    """The steps that a sentence says were, will be or were not taken."""
    ladders = view.scene.vocabulary.ladders
    for hit in view.hits:
        ladder = ladders[hit.ladder] if hit.kind in (HitKind.STATUS, HitKind.STEP) else None
        if ladder is None:
            continue
        if hit.kind is HitKind.STATUS and not (covered(view, hit) or ends_step(view, hit, ladder)):
            higher = higher_step(view, hit, ladder)
            status = within_scope(view, hit, higher, ladder)
            yield Step(ladder, status, hit.first, hit.last, hit.tail, hit.of, raised=higher != hit.status)
        elif hit.kind is HitKind.STEP:
            done = completion(view, hit)
            if done is not None:
                yield Step(ladder, hit.status, min(hit.first, done.first), max(hit.last, done.last))
            elif not (conceals(view, hit) or beside_another(view, hit)):
                yield Step(ladder, hit.status, hit.first, hit.last, named=True)


def covered(view: View, hit: Hit) -> bool:
    """Whether the phrase is only a part of a longer noun of a step ("signs" in "signs of"), or such a noun itself."""
    return any(
        step.first <= hit.first
        and hit.last <= step.last
        and (step.last - step.first > hit.last - hit.first or is_noun(view, step, hit))
        for step in view.among(HitKind.STEP, hit.first, hit.last)
    )


def ends_step(view: View, hit: Hit, ladder: LadderWords) -> bool:
    """Whether it is a step, and not the thing, that is given up: "the signing was|cancelled"."""
    if hit.status in ladder.ladder.rungs:
        return False
    before = hit.first - 1
    while before >= 0 and view.covers(before, Cue.FILLER):
        before -= 1
    steps = (HitKind.STATUS, HitKind.STEP)
    return any(one.kind in steps and one.ladder == hit.ladder for one in view.ends.get(before, ()))


def is_noun(view: View, step: Hit, hit: Hit) -> bool:
    """Whether the very form is listed as the noun of the step, which shares its lemma with the verb: "podpisanie"."""
    if step.id != hit.id:
        return False
    lexicon = view.tongue.lexicon
    forms = {normal(view.words(Span(hit.first, last))) for last in (hit.first, hit.last)}  # "التصديق|عليها"
    return not forms.isdisjoint(lexicon.steps.get(hit.id, ())) and forms.isdisjoint(lexicon.statuses.get(hit.id, ()))


def conceals(view: View, step: Hit) -> bool:
    """Whether the noun is listed for the words in it, which say no step there ("signs of"), or is part of a verb."""
    return any(
        hit.ladder == step.ladder and not is_noun(view, step, hit)
        for hit in view.among(HitKind.STATUS, step.first, step.last)
    )


def beside_another(view: View, step: Hit) -> bool:
    """Whether a verb close by says another step: "will take effect after the exchange of ratification documents".

    Not where a statement of its own follows: "signed in May and awaits ratification".
    """
    return any(
        hit.ladder == step.ladder
        and -CLOSE <= hit.first - step.first <= CLOSE
        and not begins_anew(view, *sorted((hit, step), key=lambda one: one.first))
        and not any(view.tokens[index].norm[-1:] in MARKS for index in between(hit, step))
        for hit in view.among(HitKind.STATUS, step.first - CLOSE, step.first + CLOSE)
    )


def between(one: Hit, other: Hit) -> range:
    left, right = sorted((one, other), key=lambda hit: hit.first)
    return range(left.last + 1, right.first)


def begins_anew(view: View, left: Hit, right: Hit) -> bool:
    gap = range(left.last + 1, right.first)
    return any(view.covers(index, Cue.COORDINATION) for index in gap) and any(
        plan.kind is HitKind.CUE and plan.id in (Cue.PLAN, Cue.FUTURE, Cue.NEGATION) and plan.last < right.first
        for index in gap
        for plan in view.at.get(index, ())
    )


def higher_step(view: View, hit: Hit, ladder: LadderWords) -> str:
    """The step that is really taken: who signs a decree of ratification ratifies."""
    rungs = ladder.ladder.rungs
    if hit.status not in rungs:
        return hit.status
    for step in view.among(HitKind.STEP, hit.first - CLOSE, hit.last + CLOSE):
        near = hit.last < step.first <= hit.last + CLOSE or step.last < hit.first <= step.last + CLOSE
        if step.ladder == hit.ladder and near and step.status in rungs and not conceals(view, step):
            low, high = sorted((step.last, hit.first)) if step.last < hit.first else (hit.last, step.first)
            left, right = (step, hit) if step.last < hit.first else (hit, step)
            parted = begins_anew(view, left, right) or any(
                view.covers(index, Cue.CLAUSE) or view.tokens[index].norm in MARKS for index in range(low + 1, high)
            )
            if rungs.index(step.status) > rungs.index(hit.status) and not parted:
                return step.status
    close = view.among(HitKind.STATUS, hit.first - CLOSE - 1, hit.last + CLOSE + 1)
    verbs = (other for other in close if other.ladder == hit.ladder and other.status in rungs)
    raised = (other for other in verbs if rungs.index(other.status) > rungs.index(hit.status))
    return next((other.status for other in raised if through(view, hit, other, ladder)), hit.status)


def through(view: View, hit: Hit, other: Hit, ladder: LadderWords) -> bool:
    """Whether a step is taken by another's paper: "signed|a decree that|ratifies", "签署|批准条约的法律"."""
    gap = between(hit, other)
    if len(gap) > CLOSE or any(
        view.tokens[index].norm in MARKS or view.covers(index, Cue.COORDINATION) for index in gap
    ):
        return False
    papers = {noun for one in view.scene.vocabulary.ladders.values() for noun in one.things} - set(ladder.things)
    nouns = {one.id for index in gap for one in view.at.get(index, ()) if one.kind is HitKind.NOUN}
    if not papers.isdisjoint(nouns):
        return True
    return other.first > hit.last and all(view.covers(index, Cue.FILLER) for index in gap)


def within_scope(view: View, hit: Hit, status: str, ladder: LadderWords) -> str:
    """The step as far as it goes: "the Senate passed", "approved in first reading" is `approved`, and no more."""
    name = ladder.ladder.id
    close = view.among(HitKind.SCOPE, hit.first - SCOPE, hit.last + SCOPE)
    scopes = [scope for scope in close if scope.ladder == name]
    if not scopes or f"{name}/{status}" not in view.scene.vocabulary.lexicon(view.tongue.code).scopes:
        return status
    rungs = ladder.ladder.rungs
    alike = [scope for scope in scopes if (scope.status in rungs) == (status in rungs)]
    inside = [scope.status for scope in alike if hit.first <= scope.first and scope.last <= hit.last]
    near = inside or [scope.status for scope in alike if bears_on(view, hit, scope)]  # "il via libera definitivo"
    return min(near, key=rungs.index if status in rungs else near.index, default=status)


def bears_on(view: View, hit: Hit, scope: Hit) -> bool:
    """Whether a scope stands in the clause of the step, and not with another step."""
    low, high = (scope.last, hit.first) if scope.last < hit.first else (hit.last, scope.first)
    if high - low > SCOPE or fenced(view, low + 1, high):
        return False
    others = view.among(HitKind.STATUS, low + 1, high - 1)
    return not any(low < one.first and one.ladder == hit.ladder for one in others)


def completion(view: View, step: Hit) -> Hit | None:
    """What says, in the same clause, that the step named by a noun was completed."""
    for hit in view.among(HitKind.DONE, step.first - CLOSE, step.last + CLOSE):
        if hit.id == step.ladder:
            low, high = (step.last, hit.first) if step.last < hit.first else (hit.last, step.first)
            if high - low <= CLOSE and not any(view.tokens[index].norm in MARKS for index in range(low + 1, high)):
                return hit
    return None
