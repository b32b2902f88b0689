"""How an article puts what stands at a place: asserted, estimated, planned, hypothetical, denied, or past.

Each cue has a scope. Auxiliaries ("will", "could", "not") reach over their own clause, from their place to what
they govern. Verbs that take a whole clause ("denied that", "estimates that") reach over clause words, until
another one says it anew.
"""

from __future__ import annotations

from collections.abc import Collection

from monitor.claim import Modality
from monitor.reading.phrases import QUALIFIERS
from monitor.reading.scene import Scene
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue
from monitor.reading.voice import behind
from monitor.reading.voice.attribution import frames_of
from monitor.reading.voice.clauses import broken, fenced, in_aside, is_subject_of, partitive
from monitor.reading.voice.past import is_past
from monitor.reading.voice.reaching import governing
from monitor.reading.voice.verb_last import says_ahead
from monitor.reading.words.lookup import Hit, HitKind

PREDICATE = 18
"""Tokens between a figure and the verb phrase that it is the subject of."""
NEGATED = 3
"""Tokens from a negation to the word that it makes a doubt: "has not yet been confirmed"."""
UNSURE = 5
"""The same where it cannot be anything else: "no independent body has verified"."""
HOLDER = 8
"""Tokens from a step to the office, past who held it: "dismissed General Ana Ruiz as commander"."""
VOTES = ("votes",)
VOTED = 14
"""Tokens from a step to what it is done to, past the votes: "verwierp|met 41 tegen 34|het wetsvoorstel"."""
VERB = 3
"""Tokens from a number to the verb of those whom it counts."""
OBJECT = 4
"""Tokens from a denial to a noun that looks like a verb of speech: "rejected all such Ukrainian claims"."""


def modality_of(scene: Scene, start: int, end: int) -> Modality:
    """The modality of what stands from `start` to `end` (characters of the text)."""
    sentence = scene.sentence_of(start)
    view = View.of(scene, sentence)
    first, last = sentence.token_at(start), sentence.token_at(max(start, end - 1))
    return modality_at(view, first, last)


def modality_at(view: View, first: int, last: int) -> Modality:
    """The modality of a figure at the tokens `first` to `last`; the strongest cue that reaches them wins."""
    return Modality.PAST if is_past(view, first, last) else stance_at(view, first, last)


def stance_at(view: View, first: int, last: int) -> Modality:
    """Likewise for a step, which a time gone by makes no less taken ("signed a year ago")."""
    if is_denied(view, first, last):
        return Modality.DENIED
    reaching = reaching_cues(view, first, last)
    if Cue.HYPOTHESIS in reaching or unconfirmed(view, first, last):
        return Modality.HYPOTHETICAL
    if reaching & {Cue.PLAN, Cue.FUTURE}:
        return Modality.PLANNED
    if Cue.ESTIMATE in reaching or is_estimated(view, first):
        return Modality.ESTIMATED
    return Modality.ASSERTED


def is_denied(view: View, first: int, last: int) -> bool:
    """Whether a denial reaches the place, or a negation of its clause does."""
    for hit in view.all(Cue.DENIAL):
        if is_negated(view, hit) or takes_step(view, hit):
            continue
        if hit.last < first and governs_ahead(view, hit) and not said_anew(view, hit, first):
            return True
        if hit.first > last and not said_between(view, last, hit.first) and reaches_back(view, first, last, hit):
            return True
    return any(not unsure(view, hit) and negates(view, first, last, hit) for hit in view.all(Cue.NEGATION))


def takes_step(view: View, denial: Hit) -> bool:
    """Whether what looks like a denial is a step: "dismissed the army chief", "rejected the bill"."""
    for step in view.at.get(denial.first, ()):
        if step.kind is HitKind.STATUS:
            ladder = view.scene.vocabulary.ladders[step.ladder]
            reach = HOLDER if ladder.held else VOTED
            behind = range(step.last + 1, min(step.last + 1 + reach, len(view.tokens)))
            if any(is_thing(view, at, VOTES) for at in behind):
                return True  # "ont rejeté, par|180 voix|contre 154, la motion"
            thing = next((at for at in behind if is_thing(view, at, ladder.things)), None)
            if thing is not None and (
                ladder.held or not (fenced(view, behind.start, thing) or told(view, behind.start, thing))
            ):
                return True
            if denial.first == 0 and is_fronted(view, denial, ladder.things):
                return True
    return False


def is_thing(view: View, index: int, things: Collection[str]) -> bool:
    return any(hit.kind is HitKind.NOUN and hit.id in things for hit in view.at.get(index, ()))


def told(view: View, first: int, before: int) -> bool:
    """Whether what somebody says stands there: "rejected reports that the treaty …"."""
    return any(view.covers(index, Cue.SPEECH, Cue.ANONYMOUS) for index in range(first, before))


def is_fronted(view: View, participle: Hit, things: Collection[str]) -> bool:
    """Whether a participle with its own comma opens the sentence, before the thing: "Rejetée en commission, la loi"."""
    near = range(participle.last + 1, min(participle.last + 1 + HOLDER, len(view.tokens)))
    comma = next((at for at in near if view.tokens[at].norm == ","), None)
    if comma is None:
        return False
    subject = comma + 1 + (view.covers(comma + 1, Cue.ARTICLE) is not None)
    return is_thing(view, subject, things)


def negates(view: View, first: int, last: int, hit: Hit) -> bool:
    """Whether a negation stands in the clause before the place, or behind it where verbs stand last."""
    if view.tongue.verb_final:
        return behind.negates(view, first, last, hit)
    if hit.last >= first or fenced(view, hit.last + 1, first) or partitive(view, hit, first):
        return False
    return not any(planned_anew(view, index) for index in range(hit.last + 1, first)) and not begins_anew(
        view, first, last
    )


def begins_anew(view: View, first: int, last: int) -> bool:
    """Whether "and" stands before a figure with a verb of its own: "cannot go home|and 4,500 cars|were wrecked"."""
    before = first - 1
    while before > 0 and (cue := view.covers(before, *QUALIFIERS)) is not None:
        before = cue.first - 1
    if view.covers(before, Cue.COORDINATION) is None:
        return False
    return any(view.covers(index, Cue.HAVE, Cue.FILLER) for index in range(last + 1, last + 1 + VERB))


def planned_anew(view: View, index: int) -> bool:
    """Whether "and" begins a predicate of its own there: "has not ratified it|and will leave"."""
    joint = view.covers(index, Cue.COORDINATION)
    following = joint.last + 1 if joint is not None else len(view.tokens)
    return following < len(view.tokens) and view.covers(following, Cue.PLAN, Cue.FUTURE) is not None


def governs_ahead(view: View, verb: Hit) -> bool:
    """Whether what a verb says follows it: always, but where verbs stand last only behind a word for it ("कहा कि")."""
    return not view.tongue.verb_final or says_ahead(view, verb)


def reaches_back(view: View, first: int, last: int, denial: Hit) -> bool:
    """Whether what stands before a denial is what is denied.

    Not where it is only told of who denies, nor where ", and" begins a statement of its own, nor where another speaker
    has said it: "Kyiv says so, which Moscow denies" is Kyiv's word.
    """
    between = range(last + 1, denial.first - 1)
    begins = any(view.tokens[index].norm == "," and view.covers(index + 1, Cue.COORDINATION) for index in between)
    if begins or broken(view, last + 1, denial.first) or in_aside(view, first, last, denial.first):
        return False
    if view.tongue.verb_final and any(contrasts(view, index) for index in between):
        return False
    if not view.tongue.verb_final and view.covers(denial.last + 1, Cue.CLAUSE) is not None:
        return False  # "Algiers suspended the treaty, denying|that it had left it"
    frame = governing(view, frames_of(view), first)
    if frame is not None and frame.until == denial.first:
        return True
    others = frame is not None and frame.speaker is not None and frame.last < first
    return not (others and fenced(view, last + 1, denial.first))


def contrasts(view: View, comma: int) -> bool:
    """Whether a statement of its own begins behind a comma: "extended the sanctions, but … denied"."""
    if view.tokens[comma].norm != ",":
        return False
    return view.covers(comma + 1, Cue.CLAUSE) is not None and not view.covers(comma + 1, Cue.RELATIVE, Cue.THAT)


def said_anew(view: View, cue: Hit, first: int) -> bool:
    """Whether another verb of speech takes over between a cue and the place, or the cue's clause has ended."""
    if broken(view, past_quotation(view, cue.last + 1, first), first):
        return True
    spoken = view.all(Cue.SPEECH, Cue.ACCORDING)
    return any(cue.last < hit.first < first and not is_object_noun(view, cue, hit) for hit in spoken)


def is_object_noun(view: View, cue: Hit, hit: Hit) -> bool:
    """Whether what looks like a verb of speech is a noun: "denied reports that", "rejected Seoul's claims"."""
    if view.tongue.verb_final and says_ahead(view, hit):
        return False  # "का खंडन करते हुए|कहा कि"
    between = range(past_quotation(view, cue.last + 1, hit.first), hit.first)
    return len(between) <= OBJECT and not any(
        view.tokens[index].norm == "," or view.covers(index, Cue.CLAUSE, Cue.COORDINATION, Cue.PRONOUN, Cue.FILLER)
        for index in between
        if index not in view.dated  # "denied|on Friday|reports that"
    )


def past_quotation(view: View, first: int, before: int) -> int:
    """Behind what a verb quotes besides its object: "dismissed|as "a fairy tale"|a claim that"."""
    marks = [index for index in range(first, before) if view.tokens[index].norm == '"'][:2]
    return marks[1] + 1 if len(marks) == len('""') and marks[0] <= first + 1 else first


def said_between(view: View, after: int, before: int) -> bool:
    return any(after < hit.first < before for hit in view.all(Cue.SPEECH, Cue.ACCORDING))


def is_negated(view: View, hit: Hit) -> bool:
    """Whether a negation stands right before: "did not deny", "no independent confirmation"; or right behind it."""
    return any(governs_word(view, negation, hit) for negation in view.all(Cue.NEGATION))


def governs_word(view: View, negation: Hit, hit: Hit) -> bool:
    """Whether a negation is that of a word close by: before it, or right behind it where verbs stand last."""
    if view.tongue.verb_final:
        return hit.last < negation.first <= hit.last + NEGATED and not fenced(view, hit.last + 1, negation.first)
    if view.tongue.verb_second and hit.last < negation.first and closes_clause(view, negation):
        return not fenced(view, hit.last + 1, negation.first)
    far = UNSURE if hit.id == Cue.DOUBT else NEGATED
    if view.tongue.verb_second and hit.id == Cue.DOUBT and closes_clause(view, hit):
        far = PREDICATE  # "weder … noch … haben die Entsendung bestätigt"
    return negation.last < hit.first <= negation.last + far and not fenced(view, negation.last + 1, hit.first)


def closes_clause(view: View, negation: Hit) -> bool:
    """Whether a negation ends its clause: "bestätigten den Tod von 31 Menschen|nicht"."""
    following = negation.last + 1
    return following >= len(view.tokens) or not view.tokens[following].is_word


def unsure(view: View, negation: Hit) -> bool:
    """Whether the negation is one of saying or knowing: "has not confirmed" leaves open what follows."""
    governed = (hit for hit in view.all(Cue.SPEECH, Cue.DOUBT, Cue.DENIAL) if governs_word(view, negation, hit))
    negations = view.all(Cue.NEGATION)
    return any(  # of "neither accepted nor rejected" the first says nothing of the rejection
        not any(negation.last < other.first < hit.first for other in negations) for hit in governed
    )


def unconfirmed(view: View, first: int, last: int) -> bool:
    """Whether a negated confirmation governs the place: "neither side confirmed that …", "… is not verified"."""
    for hit in view.all(Cue.SPEECH, Cue.DOUBT, Cue.DENIAL):
        before = hit.last < first and governs_ahead(view, hit) and not said_anew(view, hit, first)
        after = hit.id == Cue.DOUBT and last < hit.first <= last + PREDICATE and not fenced(view, last + 1, hit.first)
        back = view.tongue.verb_final and behind.reaches_back(view, last, hit)
        if (before or after or back) and is_negated(view, hit):
            return True
    return False


def reaching_cues(view: View, first: int, last: int) -> set[str]:
    """The plan, hypothesis and estimate cues whose own clause holds the place, as object before or as subject after."""
    found = {Cue.HYPOTHESIS.value} if inverted(view) else set()
    for hit in view.all(Cue.PLAN, Cue.FUTURE, Cue.HYPOTHESIS, Cue.ESTIMATE):
        before = hit.last < first and not fenced(view, hit.last + 1, first)
        if hit.id == Cue.HYPOTHESIS and (hit.first in view.dated or is_excepted(view, hit)):
            continue  # the month of May
        if before or ahead(view, first, last, hit) or conditional(view, hit, last):
            found.add(hit.id)
    return found


def is_excepted(view: View, hit: Hit) -> bool:
    """Whether a bracket makes of the very word one that says nothing: "كان التضخم|قد|تباطأ"."""
    return any(other.id == Cue.FILLER and other.last == hit.last for other in view.at[hit.first])


def ahead(view: View, first: int, last: int, hit: Hit) -> bool:
    """Whether a cue behind the place heads the predicate that the place belongs to, or lies in the place's own verb."""
    shapes = view.tongue.endings or view.tongue.beginnings or view.tongue.brackets
    own = bool(view.tongue.verb_final or shapes) and is_ending(view, hit, first, last)
    if own or behind.tells_of(view, last):
        return own
    if view.tongue.verb_final and behind.reaches_back(view, last, hit):
        return True
    if view.tongue.verb_final and any(one.kind is HitKind.STATUS for one in view.ends.get(last, ())):
        return False  # a verb is no subject of the next
    return last < hit.first <= last + PREDICATE and heads(view, hit) and is_subject_of(view, first, last, hit)


def is_ending(view: View, hit: Hit, first: int, last: int) -> bool:
    """Whether the last word of the place has the cue by its ending, and is not such a word itself ("agreed")."""
    listed = view.tokens[hit.first].norm in view.tongue.cues.get(hit.cue, ())
    at = hit.first == first if view.tongue.beginnings else hit.last == last
    return behind.within(hit, first, last) and at and not (listed and hit.first == first)


def inverted(view: View) -> bool:
    """Whether the sentence begins as a condition: "Were the North to send 10,000, …", "Sollte der Norden …"."""
    first = next((index for index, token in enumerate(view.tokens) if token.is_word), 0)
    return view.covers(first, Cue.INVERSION) is not None and view.tokens[-1].norm != "?"


def heads(view: View, hit: Hit) -> bool:
    """Whether a cue after the place begins the predicate of which the place is the subject, and not a second one.

    "900 men will go", "900 men and 20 tanks will go"; but "sent 900 men and will send more" begins anew.
    """
    before = hit.first - 1
    while before >= 0 and view.covers(before, Cue.FILLER, Cue.PRONOUN, Cue.PLAN):
        before -= 1
    if before >= 0 and before < hit.first - 1 and view.covers(before, Cue.SPEECH):
        return False  # "froze its membership and has|said it|will leave"
    verb = view.covers(before, Cue.DECISION) if before >= 0 else None
    if verb is not None:
        before = verb.first - 1  # "kept its rate at 15.5 %|and cut its forecast"
    return before < 0 or view.covers(before, Cue.COORDINATION) is None


def conditional(view: View, hit: Hit, last: int) -> bool:
    """Whether an "if" clause right after the place's clause, or before it, makes it conditional."""
    if hit.id != Cue.HYPOTHESIS or view.covers(hit.first, Cue.CLAUSE) is None:
        return False
    if hit.first > last:
        between = range(last + 1, hit.first)
        inner = any(view.covers(index, Cue.CLAUSE, Cue.SPEECH) for index in between)
        return not inner and not broken(view, last + 1, hit.first)
    return hit.first == 0


def is_estimated(view: View, first: int) -> bool:
    """Whether a verb of estimating takes the clause: "estimates that up to 12,000 …"."""
    return any(
        hit.last < first
        and governs_ahead(view, hit)
        and not said_between(view, hit.last, first)
        and not broken(view, hit.last + 1, first)
        for hit in view.all(Cue.ESTIMATE)
    )
