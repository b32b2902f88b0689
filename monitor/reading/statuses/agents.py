"""By whom a step is taken: whoever stands after "by", or the subject.

Somebody whom the gazetteer knows is given by id: the country he acts for where countries take the step, else himself.
Anybody else is given as written: "the upper house".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from monitor.reading.phrases import left_phrase, offices, right_phrase
from monitor.reading.statuses.parties import Thing, countries, country_of, heads, located, unique
from monitor.reading.statuses.steps import CLOSE, Step
from monitor.reading.statuses.subjects import begins_statement, clause_start, subject_of
from monitor.reading.view import Span, View, first_of_hit
from monitor.reading.vocabulary import Cue, EntityKind
from monitor.reading.voice.attribution import Frame, frames_of
from monitor.reading.voice.clauses import fenced
from monitor.reading.voice.subjects import opening, somebody
from monitor.reading.words.lookup import Hit, HitKind

VERBS = 12
"""Verbs of one list, whose subject is that of its first."""
LONGEST_BODY = 8
"""Tokens of a body given as written; longer phrases are no name."""
NAMES = (HitKind.ENTITY, HitKind.DEMONYM)
BODIES = (*NAMES, HitKind.OFFICE, HitKind.SCOPE)
NOBODY = (Cue.FILLER, Cue.PAST, Cue.NOW, Cue.THEIR)
"""Words of which alone nobody is named."""
ACTING = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP)


def agents_of(view: View, step: Step, thing: Thing) -> tuple[str, ...]:
    """Who took the step, as ids or as written; nobody where the subject is the thing itself."""
    if step.by_itself:
        return ()
    for verb in islice(listed(view, step), VERBS):
        found = agents_beside(view, verb, thing)
        if found is not None:
            return found
    return ()


def listed(view: View, step: Step) -> Iterator[Step]:
    """A verb, and those before it in a list of verbs."""
    verb: Step | None = step
    while verb is not None:
        yield verb
        verb = coordinated(view, verb)


def agents_beside(view: View, step: Step, thing: Thing) -> tuple[str, ...] | None:
    """Who took the step as far as the words around its verb say; None where they leave it open."""
    phrase = named_agent(view, step, thing)
    if phrase is not None:
        return () if holds(view, phrase, thing) else who(view, phrase, step)
    for phrase in subjects_of(view, step, thing):
        if belongs(view, phrase, thing):
            continue
        if found := who(view, phrase, step) or spoken_of(view, phrase, step, thing):
            return found
    return None


def coordinated(view: View, step: Step) -> Step | None:
    """The verb before "and", whose subject is this one's as well: "he vetoed twelve articles and signed the others"."""
    index = step.first - 1
    while index > 0 and view.covers(index, Cue.FILLER) and not view.covers(index, Cue.COORDINATION):
        index -= 1
    if index < 0 or view.covers(index, Cue.COORDINATION) is None:
        return None
    verbs = view.of_kind(HitKind.STATUS)
    at = bisect_left(verbs, index, key=first_of_hit) - 1
    while at >= 0 and verbs[at].last >= index:
        at -= 1
    return replace(step, first=verbs[at].first, last=verbs[at].last, tail=verbs[at].tail) if at >= 0 else None


def belongs(view: View, phrase: Span, thing: Thing) -> bool:
    """Whether a phrase is only the end of the thing's own: "the truce between A and | B | was extended"."""
    between = range(thing.last + 1, phrase.first)
    if thing.sentence != view.sentence.index or not between or fenced(view, between.start, between.stop):
        return False
    verbs = (HitKind.STATUS, HitKind.ACTION)
    if len(between) == 1 and view.tongue.verb_second and view.covers(between.start, Cue.FILLER):
        return view.covers(between.start, Cue.HAVE) is None  # "den Vertrag|mit|Nordkorea"
    return not any(
        view.covers(index, Cue.FILLER, Cue.PLAN, Cue.NOW, Cue.TOPIC)
        or any(hit.kind in verbs for hit in view.at.get(index, ()))
        for index in between
    )


def subjects_of(view: View, step: Step, thing: Thing) -> Iterator[Span]:
    """The phrases that may be the subject, the likeliest first; what holds the thing is none."""
    phrase = subject_of(view, step)
    if view.tongue.verb_first and begins_statement(view, step.first) and (own := subject_behind(view, step, thing)):
        yield own  # "…, بينما|مدد|لبنان"
    if view.tongue.verb_final and not view.cues.get(Cue.TOPIC):
        known = opening(view, clause_start(view, step.first) + 1, step.first)
        if known is not None and somebody(view, known) and not holds(view, known, thing):
            yield known
    if phrase is not None:
        yield from (part for part in parts(view, phrase) if not holds(view, part, thing))
    if phrase is None or holds(view, phrase, thing):
        behind = subject_behind(view, step, thing)
        if behind is not None:
            yield behind
    fronted = view.tongue.verb_first and phrase is not None and holds(view, phrase, thing)  # "Рада угоди не …"
    if (view.tongue.verb_final or view.tongue.verb_second or fronted) and not step.tail:
        first = opening(view, clause_start(view, step.first) + 1, step.first)
        if first is not None and not holds(view, first, thing):
            yield first
    if not view.tongue.verb_final and phrase is not None and not holds(view, phrase, thing):
        yield from before_auxiliary(view, step, thing)


def parts(view: View, phrase: Span) -> Iterator[Span]:
    """What auxiliaries, adverbs and other steps leave: "der Bundestag|hat|das Abkommen", "Parliament|passed|a law"."""
    first = phrase.first
    apart = (*view.all(Cue.FILLER, Cue.NOW, Cue.PLAN, Cue.NEGATION), *view.of_kind(HitKind.STATUS))
    for hit in (*sorted(apart, key=lambda one: one.first), None):
        start = hit.first if hit is not None else phrase.last + 1
        if phrase.first <= start <= phrase.last + 1 and start > first and view.covers(first, Cue.AGENT) is None:
            yield Span(first, start - 1)
        if hit is not None and hit.first >= first and hit.last < phrase.last:
            first = hit.last + 1


def before_auxiliary(view: View, step: Step, thing: Thing) -> Iterator[Span]:
    """Subjects before an auxiliary far from its verb: "der Bundestag hat es mit 393 Stimmen ratifiziert"."""
    for hit in reversed(view.all(Cue.FILLER)):
        if hit.last < step.first and not fenced(view, hit.last + 1, step.first):
            phrase = left_phrase(view, hit.first)
            if phrase is not None and not holds(view, phrase, thing):
                yield phrase


def spoken_of(view: View, phrase: Span, step: Step, thing: Thing) -> tuple[str, ...]:
    """Whom a pronoun means: who says so ("Hamas said|it had accepted …"), else the first name of the sentence before.

    Of who joins, it is the name next to what is joined.

    Not where the sentence names no thing: there "it" is the thing ("It lapses at midnight").
    """
    here = thing.sentence == view.sentence.index
    if view.covers(phrase.first, Cue.PRONOUN) is None or not (here or step.of):
        return ()
    said = [one for one in frames_of(view) if one.speaker is not None and one.last < phrase.first]
    if said and here:
        return himself(view, said[-1], phrase, step)
    if view.sentence.index == 0:
        return ()
    index = view.sentence.index - 1 if here else thing.sentence
    before = View.of(view.scene, view.scene.document.sentences[index])
    span = Span(0, len(before.tokens) - 1 if here else thing.first)
    names = [hit for hit in before.entities(span) if hit.kind is HitKind.ENTITY and not located(before, hit)]
    return (agent_id(view, names[0 if here else -1].id, step),) if names else ()


def himself(view: View, frame: Frame, phrase: Span, step: Step) -> tuple[str, ...]:
    """The speaker, if he is known to be somebody and nobody else is named before the pronoun."""
    entities = view.scene.vocabulary.entities
    known = frame.speaker.id if frame.speaker is not None else None
    if known is None or known not in entities or view.entities(Span(frame.last + 1, phrase.first)):
        return ()
    acting = agent_id(view, known, step)
    return (acting,) if entities[acting].kind is not EntityKind.PLACE else ()


def agent_id(view: View, entity: str, step: Step) -> str:
    return entity if step.ladder.bodies else country_of(view.scene.vocabulary, entity)


def holds(view: View, phrase: Span, thing: Thing) -> bool:
    return thing.sentence == view.sentence.index and phrase.first <= thing.first <= phrase.last


def named_agent(view: View, step: Step, thing: Thing | None = None) -> Span | None:
    """The phrase of "by X": behind the step, or before it where verbs stand last; X stands behind or before "by".

    Not "extended by two days", nor what belongs to the thing: "cleared the takeover of A by B".
    """
    post = view.tongue.postpositions
    for hit in sorted(view.all(Cue.AGENT), key=lambda one: one.first < step.first):  # behind before ahead
        behind = step.last < hit.first <= step.last + CLOSE and not post
        before = step.first - CLOSE <= hit.last < step.first and not parted(view, hit.last + 1, step.first)
        if not (behind or before) or (behind and taken(view, step, hit, thing)):
            continue
        phrase = (
            left_phrase(view, hit.first) if post else right_phrase(view, hit.last) if behind else until(view, hit, step)
        )
        if phrase is not None and not counted(view, phrase := before_votes(view, phrase)):
            return phrase
    return None


def before_votes(view: View, phrase: Span) -> Span:
    """Without the votes behind the name of a body: "by the Senate|51-50"."""
    starts = (view.sentence.token_at(number.start) for number in view.numbers)
    first = min((start for start in starts if phrase.first < start <= phrase.last), default=phrase.last + 1)
    named = any(hit.kind in BODIES for index in range(phrase.first, first) for hit in view.at.get(index, ()))
    return Span(phrase.first, first - 1) if named else phrase


def taken(view: View, step: Step, agent: Hit, thing: Thing | None) -> bool:
    """Whether another step, or the thing as an object, stands between a step and "by"."""
    between = range(step.last + 1, agent.first)
    if thing is not None and thing.sentence == view.sentence.index and thing.first in between:
        return True
    return any(hit.kind in (HitKind.STATUS, HitKind.STEP) for index in between for hit in view.at.get(index, ()))


def counted(view: View, phrase: Span) -> bool:
    """Whether a phrase says by how much: "extended by two days", "by a day"."""
    units = view.tongue.numbers.dates.span_units if view.tongue.numbers is not None else ()
    return view.tokens[phrase.last].norm in units or any(
        phrase.first <= view.sentence.token_at(number.start) <= phrase.last for number in view.numbers
    )


def until(view: View, agent: Hit, step: Step) -> Span | None:
    """The phrase between a preposition of the agent and the verb: "由全国人大|通过", "vom Bundestag|ratifiziert"."""
    phrase = right_phrase(view, agent.last)
    return Span(phrase.first, min(phrase.last, step.first - 1)) if phrase is not None else None


def subject_behind(view: View, step: Step, thing: Thing) -> Span | None:
    """A subject that follows its verb, as far as one is known to be somebody: "подписал президент", "وقّع الرئيس"."""
    if not (view.tongue.verb_first or view.tongue.verb_second) and step.tail is None:
        return None
    phrase = right_phrase(view, step.last if step.tail is None else step.first)
    if phrase is None:
        return None
    if holds(view, phrase, thing):
        phrase = Span(phrase.first, thing.first - 1)
    known = any(
        hit.kind in BODIES and phrase.first <= hit.first and hit.last <= phrase.last
        for index in range(phrase.first, phrase.last + 1)
        for hit in view.at.get(index, ())
    )
    return phrase if known and phrase.first <= phrase.last else None


def who(view: View, phrase: Span, step: Step) -> tuple[str, ...]:
    known = bodies(view, phrase) if step.ladder.bodies else countries(view, phrase)
    return known or (() if step.named else as_written(view, phrase))


def bodies(view: View, phrase: Span) -> tuple[str, ...]:
    """The persons and bodies that a phrase names; a country only where it stands alone: not in "Poland's president"."""
    entities = view.scene.vocabulary.entities
    known = [hit for hit in heads(view, phrase) if hit.kind is HitKind.ENTITY]
    acting = [hit for hit in known if entities[hit.id].kind in ACTING]
    return unique(hit.id for hit in (acting or (known if covers_all(view, phrase) else ())))


def covers_all(view: View, phrase: Span) -> bool:
    """Whether the phrase is nothing but names: "Yoon Suk Yeol", and not "Poland's president"."""
    named = {index for hit in view.entities(phrase) for index in range(hit.first, hit.last + 1)}
    return all(
        index in named or view.covers(index, Cue.ARTICLE, Cue.COORDINATION, Cue.FILLER) is not None
        for index in range(phrase.first, phrase.last + 1)
    )


def as_written(view: View, phrase: Span) -> tuple[str, ...]:
    """The phrase itself, if it can be somebody: no pronoun, no number, no thing that has a status, no long one."""
    first, last = trimmed(view, before_where(view, phrase))
    if first > 0 and not view.tongue.postpositions and view.covers(first - 1, Cue.IN):
        return ()  # "in New Caledonia"
    if not first <= last < first + LONGEST_BODY or view.covers(first, Cue.PRONOUN, Cue.ANONYMOUS):
        return ()
    tokens = view.tokens[first : last + 1]
    if not any(token.is_word for token in tokens) or counted(view, phrase):
        return ()
    if all(view.covers(index, *NOBODY) for index in range(first, last + 1)):
        return ()
    if view.covers(last, Cue.IN, Cue.OF, Cue.ARTICLE) or not may_act(view, first, last):
        return ()
    words = view.words(Span(first, last))
    lower = view.covers(first, Cue.ARTICLE) is not None and not view.tokens[first].text.isupper()
    return (words[:1].lower() + words[1:] if lower else words,)


def before_where(view: View, phrase: Span) -> Span:
    """Without a time or a place behind a name: "premier De Wever|het vorige zomer in Doha"."""
    for index in range(phrase.first + 2, phrase.last + 1):
        named = view.tokens[index - 1].text[:1].isupper() and view.tokens[index].text[:1].islower()
        if named and view.tongue.verb_second and view.covers(index, Cue.IN, Cue.ARTICLE):
            return Span(phrase.first, index - 1)
    return phrase


def may_act(view: View, first: int, last: int) -> bool:
    """Whether a phrase holds somebody, or at least nothing that is counted or climbs a ladder."""
    held = offices(view.scene.vocabulary)
    hits = [hit for index in range(first, last + 1) for hit in view.at.get(index, ())]
    if any(hit.kind in BODIES or (hit.kind is HitKind.NOUN and hit.id in held) for hit in hits):
        return True
    return not any(hit.kind in (HitKind.NOUN, HitKind.STEP, HitKind.STATUS) for hit in hits)


def trimmed(view: View, phrase: Span) -> tuple[int, int]:
    """Without adverbs, marks and case words around it."""
    first, last = phrase.first, phrase.last
    small = (Cue.FILLER, Cue.COORDINATION, Cue.TOPIC, Cue.NOW, Cue.NEGATION, Cue.PLAN, Cue.HYPOTHESIS)
    while first < last and (view.covers(first, *small) or not view.tokens[first].is_word):
        first += 1
    while first < last and (view.covers(last, *small, Cue.ARTICLE) or not view.tokens[last].is_word):
        last -= 1
    return first, last


def parted(view: View, first: int, before: int) -> bool:
    return any(
        view.covers(index, Cue.CLAUSE) or view.tokens[index].norm in {",", ";"} for index in range(first, before)
    )
