"""Of an office: who holds or loses it, and which office a step is of.

"Macron appointed Barnier prime minister" is a step of Barnier's, and so is "Prime Minister Barnier resigned".
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.reading.phrases import HARD, offices, right_phrase
from monitor.reading.statuses.agents import BODIES, as_written, named_agent
from monitor.reading.statuses.parties import Thing
from monitor.reading.statuses.steps import Step
from monitor.reading.statuses.subjects import subject_of
from monitor.reading.view import Span, View
from monitor.reading.vocabulary import Cue, EntityKind
from monitor.reading.voice.clauses import fenced
from monitor.reading.words.lookup import HitKind

BESIDE = 6
"""Tokens between the noun of an office and the name of who holds it."""
NAME = 4
"""More tokens that the name itself may have: "Éric Dupond-Moretti"."""
ROLE = 5
"""Tokens between "as" and the noun of an office: "as the new transitional president"."""
NAMED = (HitKind.ENTITY, HitKind.DEMONYM, HitKind.NOUN, HitKind.OFFICE, HitKind.SCOPE, HitKind.STATUS)
"""What a capital letter may begin besides a person's name."""


def office_of(view: View, step: Step, offices: Sequence[Thing]) -> Thing | None:
    """The office that is given or taken: behind the verb rather than before it, and never that of who gives it."""
    agent = named_agent(view, step)
    free = [one for one in offices if agent is None or not agent.first <= one.first <= agent.last]
    behind = right_phrase(view, step.last)
    given = [one for one in free if behind is not None and behind.first <= one.first <= behind.last]
    if view.covers(step.last, Cue.ROLE):
        free = [one for one in free if one.first > step.last]  # "became law": whoever becomes something is not yet it
    if agent is None and behind is not None and not given and not view.tongue.verb_final and person(view, behind):
        free = outside(subject_of(view, step), free)  # "President Macron named|François Bayrou to replace him"
        given = [one for one in free if one.first > behind.last and is_role(view, one)]
    borne = given or [one for one in free if bears(view, step, one)]
    return min(borne, key=lambda one: abs(one.first - step.first), default=None)


def outside(subject: Span | None, offices: list[Thing]) -> list[Thing]:
    return [one for one in offices if subject is None or not subject.first <= one.first <= subject.last]


def is_role(view: View, office: Thing) -> bool:
    """Whether "as" stands before an office in its phrase: "swore in Ana Ruiz, 54,|as the country's prime minister"."""
    for index in range(office.first - 1, max(-1, office.first - 1 - ROLE), -1):
        if view.covers(index, Cue.ROLE):
            return True
        if not view.tokens[index].is_word and view.tokens[index].norm != "'s":
            return False
    return False


def bears(view: View, step: Step, office: Thing) -> bool:
    """Whether an office is in the clause of the verb: not in "20 people died, the governor said"."""
    if office.first >= step.first:
        named = office.first == step.last + 2 and view.tokens[step.last + 1].is_word  # "sworn in|as|premier"
        return named or office.last <= step.last or not fenced(view, step.last + 1, office.first)
    subject = subject_of(view, step)
    inside = subject is not None and subject.first <= office.last <= subject.last
    between = range(office.last + 1, step.first)
    told = any(view.covers(index, Cue.SPEECH, Cue.ACCORDING) for index in between)
    return inside or not (told or fenced(view, between.start, between.stop))


def holder_of(view: View, step: Step, office: Thing) -> tuple[str, ...]:
    """Whose step it is, by a name, or by what stands for one where names have no capitals."""
    found = named_holder(view, step, office)
    here = office.sentence == view.sentence.index
    return found or (uncased(view, step, office) if here else ())


def named_holder(view: View, step: Step, office: Thing) -> tuple[str, ...]:
    """Whose step it is: a name beside the office behind the verb, else the object, else the subject."""
    here = office.sentence == view.sentence.index
    if here and office.first > step.last:
        behind = right_phrase(view, step.last)
        if behind is not None and behind.last < office.first and is_role(view, office) and person(view, behind):
            return person(view, behind)
        named = beside(view, office, step.last + 1) or person(view, Span(step.last + 1, office.first - 1))
        if named:
            return named
    elif not here and (behind := right_phrase(view, step.last)) is not None and (named := person(view, behind)):
        return named
    subject = subject_of(view, step)
    if here and office.last < step.first:
        return beside(view, office, 0) or (person(view, subject) if subject is not None else ())
    if subject is None or view.covers(subject.first, Cue.PRONOUN):
        return ()
    return person(view, subject) or (() if gives(view, subject) else as_written(view, subject))


def uncased(view: View, step: Step, office: Thing) -> tuple[str, ...]:
    """Where no capitals show names, the phrase with the office: "石破首相"."""
    for phrase in (subject_of(view, step), right_phrase(view, step.last)):
        if phrase is None or not phrase.first <= office.first <= phrase.last:
            continue
        if phrase.last - phrase.first > office.last - office.first and not is_cased(view.words(phrase)):
            return as_written(view, phrase)
    return ()


def is_cased(text: str) -> bool:
    return text.lower() != text.upper()


def gives(view: View, subject: Span) -> bool:
    """Whether a subject is a body or holds an office itself: "the president dismissed the army chief"."""
    held = offices(view.scene.vocabulary)
    return any(
        hit.kind in BODIES or hit.id in held
        for index in range(subject.first, subject.last + 1)
        for hit in view.at.get(index, ())
    )


def beside(view: View, office: Thing, start: int) -> tuple[str, ...]:
    """The name that stands with an office: "Prime Minister Michel Barnier", "the defence minister, Ivan Petrov,"."""
    after = person(view, Span(office.last + 1, min(office.last + BESIDE + NAME, len(view.tokens) - 1)), near=True)
    return after or person(view, Span(max(start, office.first - BESIDE), office.first - 1), last=True)


def person(view: View, span: Span, *, near: bool = False, last: bool = False) -> tuple[str, ...]:
    """The person that a phrase names: a known one, else the first (or last) run of words with capitals."""
    for index in range(span.first, span.last + 1):
        for hit in view.at.get(index, ()):
            known = view.scene.vocabulary.entities.get(hit.id) if hit.kind is HitKind.ENTITY else None
            if known is not None and known.kind is EntityKind.PERSON and hit.last <= span.last:
                return (hit.id,)
    runs = runs_of(view, span, near=near)
    if not runs:
        return ()
    long = [run for run in runs if run.last > run.first] or runs  # "Opposition leader Ana Torres"
    return (view.words(long[-1] if last else long[0]),)


def runs_of(view: View, span: Span, *, near: bool) -> list[Span]:
    """Runs of words with capitals that are neither countries nor offices. `near`: up to the first other word."""
    found: list[Span] = []
    first = -1
    for index in range(span.first, span.last + 2):
        if index <= span.last and (is_name(view, index) or (first >= 0 and is_inner_hyphen(view, index))):
            first = index if first < 0 else first
            continue
        if first >= 0:
            if first == 0 or view.covers(first - 1, Cue.OF) is None:  # "the minister of Health, Ana Gómez"
                found.append(Span(first, index - 1))
            first = -1
        if near and (found or (index <= span.last and not passes(view, index))):
            break
    return found


def is_inner_hyphen(view: View, index: int) -> bool:
    """Whether a hyphen joins two words of a name: "Jean|-|Noël Barrot"."""
    tokens = view.tokens
    if tokens[index].norm != "-" or index + 1 >= len(tokens):
        return False
    return tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start


def is_name(view: View, index: int) -> bool:
    """Whether a word with a capital belongs to a name. One that opens the sentence may be any word."""
    token = view.tokens[index]
    if not token.text[:1].isupper() or index in view.dated:
        return False
    if view.over.get(index) and not (index > 0 and view.tokens[index - 1].text[:1].isupper()):
        return False
    return not any(
        hit.kind in NAMED and hit.first <= index <= hit.last
        for at in range(max(0, index - BESIDE), index + 1)
        for hit in view.at.get(at, ())
    )


def passes(view: View, index: int) -> bool:
    """Whether a name may still follow: behind a comma, an article or "of Japan"."""
    token = view.tokens[index]
    if token.norm in HARD:
        return False
    named = any(hit.kind in (HitKind.ENTITY, HitKind.DEMONYM) for hit in view.at.get(index, ()))
    return token.norm == "," or named or view.covers(index, Cue.ARTICLE, Cue.OF, Cue.FILLER) is not None
