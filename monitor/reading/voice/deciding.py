"""Who decides a figure and so says it: "BI cut its rate by 25 basis points", "parliament passed it by 287 votes".

Never of people: who sends 11,000 soldiers has not said how many they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from monitor.quantity import COUNT
from monitor.reading.numbers.search import Number
from monitor.reading.phrases import left_phrase, right_phrase
from monitor.reading.view import Span, View
from monitor.reading.vocabulary import Cue
from monitor.reading.voice.clauses import STRONG
from monitor.reading.voice.frames import Speaker, speaker_in
from monitor.reading.voice.subjects import KNOWN, can_speak, opening, somebody, topic
from monitor.reading.words.lookup import Hit, HitKind

REACH = 24
"""Tokens between a verb of deciding and its figure."""
BEHIND = 8
"""Tokens between a figure and such a verb behind it."""
NOUN = 4
"""Tokens between a count and its noun: "81 votes to 34"."""
AFTER_COMMA = 8
"""Tokens from a comma to a figure that still belongs to the verb: "…, hasta el 10,25 %"."""
SUBJECT = 3
"""Tokens from a verb to the name of its subject behind it."""
MOST = 4
"""Verbs and figures that are tried, the nearest first."""
PEOPLE = "people"


def decider_of(view: View, place: int) -> Speaker | None:
    """The subject of the verb of deciding that the figure at a token belongs to."""
    number = number_at(view, place)
    if number is None:
        return None
    decisions = decisions_of(view)
    counted = number.quantity.unit == COUNT
    voted = counted and is_voted(view, place)
    for hit in sorted(decisions, key=lambda hit: abs(hit.first - place))[:MOST]:
        if counted and not voted and not may_lay_off(view, hit, place):
            continue
        if not governs(view, hit, place) and not (voted and hit.first < place):
            continue
        if (phrase := subject_of(view, hit, place, named=not counted)) is not None:
            return speaker_in(view, phrase)
    return None


def may_lay_off(view: View, hit: Hit, place: int) -> bool:
    """Whether a verb is one that somebody does to people, and not what befell those whom the clause begins with."""
    return hit.kind is HitKind.ACTION and (view.tongue.verb_final or view.tongue.verb_second or hit.last < place)


def decider_before(view: View, place: int) -> Speaker | None:
    """Who decided a figure earlier in the sentence: whom a pronoun stands for in "…; it had announced 3,200"."""
    if not view.numbers or not (view.cues.get(Cue.DECISION) or decisions_of(view)):
        return None
    places = (view.sentence.token_at(number.start) for number in view.numbers)
    before = [at for at in places if at < place]
    found = (decider_of(view, at) for at in before[-MOST:])
    return next((speaker for speaker in found if speaker is not None), None)


def goes_on(view: View, place: int) -> bool:
    """Whether a pronoun begins the statement after a semicolon that the place stands in."""
    mark = next((at for at in range(place - 1, -1, -1) if view.tokens[at].norm == ";"), None)
    return mark is not None and view.covers(mark + 1, Cue.PRONOUN) is not None


def decisions_of(view: View) -> list[Hit]:
    """The verbs of deciding, and those of actions that somebody decides ("lays off")."""
    known = view.scene.vocabulary.actions
    actions = [hit for hit in view.hits if hit.kind is HitKind.ACTION and known[hit.id].decided]
    return [hit for hit in view.all(Cue.DECISION) if not is_noun(view, hit)] + actions


def is_noun(view: View, hit: Hit) -> bool:
    """Whether what looks like the verb is what is counted: "81 votes to 34"."""
    return any(other.kind is HitKind.NOUN for other in view.at.get(hit.first, ()))


def number_at(view: View, place: int) -> Number | None:
    return next((number for number in view.numbers if view.sentence.token_at(number.start) == place), None)


def is_voted(view: View, place: int) -> bool:
    """Whether a count is one of votes, articles or other things that nobody is."""
    nouns = view.scene.vocabulary.nouns
    after = [hit for at in range(place + 1, place + 1 + NOUN) for hit in view.at.get(at, ())]
    before = [hit for at in range(place - 1, max(-1, place - 1 - NOUN), -1) for hit in view.at.get(at, ())]
    for hit in (*after, *before):
        if hit.kind is HitKind.NOUN and hit.id in nouns:
            return hit.id != PEOPLE and PEOPLE not in nouns[hit.id].kind_of
    return False


def governs(view: View, verb: Hit, place: int) -> bool:
    """Whether the figure belongs to the verb: no other statement begins in between."""
    low, high = (verb.last + 1, place) if verb.last < place else (place + 1, verb.first)
    if high - low > (REACH if verb.last < place or view.tongue.verb_final else BEHIND):
        return False
    between = range(low, high)
    if any(ends_statement(view, at) for at in between):
        return False
    comma = next((at for at in reversed(between) if view.tokens[at].norm == ","), None)
    return comma is None or verb.last > place or (place - comma <= AFTER_COMMA and adds(view, comma + 1))


def ends_statement(view: View, index: int) -> bool:
    """Whether another statement begins there; "of whom" begins none."""
    if view.tokens[index].norm in STRONG or view.covers(index, Cue.SPEECH):
        return True
    return view.covers(index, Cue.CLAUSE) is not None and view.covers(index, Cue.PART) is None


def adds(view: View, index: int) -> bool:
    """Whether what begins behind a comma still belongs to the verb: a figure or a word before one, no new subject."""
    if view.covers(index, Cue.COORDINATION):
        return False
    return view.tokens[index].text[:1].isdecimal() or bool(view.over.get(index))


def subject_of(view: View, verb: Hit, place: int, *, named: bool) -> Span | None:
    """Who decides: `named` wants a body or person that is known, since prices and inflation rise, too."""
    return next(
        (one for one in before_plans(view, verb, place) if is_subject(view, one, place, named=named)),
        None,
    )


def before_plans(view: View, verb: Hit, place: int) -> Iterator[Span]:
    """The subjects up to what plans the verb: "特斯拉|将在全球 裁员", "der Konzern|will weltweit …"."""
    for phrase in subjects(view, verb, place):
        if phrase is not None:
            plans = (hit.first for hit in view.all(Cue.PLAN, Cue.FUTURE) if phrase.first < hit.first <= phrase.last)
            yield Span(phrase.first, next(plans, phrase.last + 1) - 1)


def is_subject(view: View, phrase: Span, place: int, *, named: bool) -> bool:
    if phrase.first <= place <= phrase.last or view.covers(phrase.first, Cue.PRONOUN):
        return False
    if not view.tongue.postpositions and view.covers(phrase.last, Cue.IN):
        return False  # "i dipendenti in|esubero"
    return can_speak(view, phrase) and (somebody(view, phrase) or (not named and has_word(view, phrase)))


def subjects(view: View, verb: Hit, place: int) -> tuple[Span | None, ...]:
    """Where the subject may stand, likeliest first."""
    if view.tongue.verb_final:
        return topic(view, verb, 0), opening(view, 0, min(verb.first, place))
    if verb.first > place:
        return (opening(view, clause_start(view, place), place),)
    agents = [hit for hit in view.all(Cue.AGENT) if verb.last < hit.first <= verb.last + BEHIND]
    first = opening(view, clause_start(view, verb.first), verb.first) if view.tongue.verb_second else None
    return (
        left_phrase(view, verb.first),
        first,
        behind_verb(view, verb),
        right_phrase(view, verb.last) if view.tongue.verb_second else None,
        *(right_phrase(view, by.last) for by in agents),
    )


def behind_verb(view: View, verb: Hit) -> Span | None:
    """The known name right behind a verb, where verbs stand first: "خفض البنك المركزي …"."""
    if not view.tongue.verb_first:
        return None
    for index in range(verb.last + 1, min(verb.last + 1 + SUBJECT, len(view.tokens))):
        for hit in view.at.get(index, ()):
            if hit.kind in KNOWN:
                return Span(hit.first, hit.last)
    return None


def clause_start(view: View, place: int) -> int:
    marks = (at for at in range(place - 1, -1, -1) if view.tokens[at].norm in STRONG or view.covers(at, Cue.CLAUSE))
    return next(marks, -1) + 1


def has_word(view: View, phrase: Span) -> bool:
    return any(
        view.tokens[at].is_word and view.covers(at, Cue.ARTICLE) is None for at in range(phrase.first, phrase.last + 1)
    )
