"""The subject of a verb that says a step: where it stands before the verb, and where its clause begins."""

from __future__ import annotations

from monitor.reading.phrases import BETWEEN, HARD, is_border, left_phrase
from monitor.reading.statuses.steps import Step
from monitor.reading.view import Span, View
from monitor.reading.vocabulary import Cue
from monitor.reading.voice.subjects import beside, topic
from monitor.reading.words.lookup import Hit, HitKind


def subject_of(view: View, step: Step) -> Span | None:
    """The noun phrase before a verb, over a relative pronoun ("only the Duma that approved it"); or a marked one."""
    if view.cues.get(Cue.TOPIC):
        own = view_hit(view, step)
        marked = beside(view, own, 0) or topic(view, own, clause_start(view, step.first))
        if marked is not None:
            return marked
    spoken = view.covers(step.first, Cue.SPEECH, Cue.DECISION)  # "ha declarado" begins with its auxiliary
    verb = past_object(view, step.first if spoken is None else min(step.first, spoken.first))
    phrase = left_phrase(view, verb) or denier_before(view, verb)
    if phrase is None and (relative := relative_before(view, verb)) is not None:
        phrase = left_phrase(view, relative.first - (view.tokens[relative.first - 1].norm == ","))
    return phrase


def denier_before(view: View, verb: int) -> Span | None:
    """Who says or denies, right before a verb, that he has done it: "le général|dément avoir|démissionné"."""
    index = verb - 1
    while index > 0 and (small := view.covers(index, Cue.FILLER, Cue.OF)) is not None:
        index = small.first - 1
    said = view.covers(index, Cue.DENIAL, Cue.SPEECH) if 0 < index < verb - 1 else None
    return left_phrase(view, said.first) if said is not None else None


def begins_statement(view: View, verb: int) -> bool:
    """Whether a clause word that stands for nobody is right before a verb."""
    border = view.covers(verb - 1, Cue.CLAUSE) if verb > 0 else None
    return border is not None and view.covers(verb - 1, Cue.RELATIVE) is None


def relative_before(view: View, verb: int) -> Hit | None:
    """The clause word that stands for the subject, over auxiliaries: "Roma,|que|todavía no lo ha ratificado"."""
    index = verb - 1
    while index > 0 and (hit := view.covers(index, *BETWEEN)) and view.covers(index, Cue.CLAUSE) is None:
        index = hit.first - 1
    return view.covers(index, Cue.CLAUSE) if index > 0 else None


def past_object(view: View, verb: int) -> int:
    """Before a pronoun that stands between a subject and its verb: "le Sénat l'examinera", "der Bundestag hat es …"."""
    index = verb - 1
    if index < 1 or not (view.covers(index, Cue.PRONOUN, Cue.ARTICLE) or view.tokens[index].norm.endswith("'")):
        return verb
    before = view.tokens[index - 1]
    apart = index - 1 in view.dated or is_border(view, index - 1) or view.covers(index - 1, Cue.IN, Cue.COORDINATION)
    return verb if apart or not before.is_word else index


def view_hit(view: View, step: Step) -> Hit:
    return view.at[step.first][0]


def clause_start(view: View, before: int) -> int:
    """Where the clause begins: behind the last step or strong mark, or the clause word of one with its verb last."""
    apart = view.tongue.verb_second
    for index in range(before - 1, -1, -1):
        if view.tokens[index].norm in HARD or (apart and view.covers(index, Cue.CLAUSE)):
            return index
        if index > 0 and view.covers(index, Cue.THAT) and view.covers(index - 1, Cue.SPEECH):
            return index
        if any(hit.kind is HitKind.STATUS for hit in view.ends.get(index, ())) and not is_participle(view, index + 1):
            return index
    return -1


def is_participle(view: View, behind: int) -> bool:
    """Whether a verb only tells of the noun behind it, where verbs stand last: "imzalanan|anlaşmayı onayladı"."""
    goes_on = view.tokens[behind].is_word and not view.covers(behind, Cue.CLAUSE, Cue.COORDINATION, Cue.PLAN)
    return view.tongue.verb_final and goes_on
