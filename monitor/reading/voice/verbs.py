"""What stands around a verb of speech: whom it has for its subject, and where what it says begins."""

from __future__ import annotations

from monitor.quantity import COUNT
from monitor.reading.phrases import HARD, QUOTES, left_phrase, past_dates, quoted_name, right_phrase
from monitor.reading.view import Span, View
from monitor.reading.vocabulary import Cue
from monitor.reading.voice.subjects import somebody
from monitor.reading.words.lookup import Hit, HitKind

LEADING = (Cue.FILLER, Cue.NOW, Cue.COORDINATION, Cue.CLAUSE, Cue.ABOVE, Cue.ACCORDING)
"""What may stand before a verb that opens its clause."""
OPENING = 7
"""Tokens of a time or a place before a verb that stands second."""
ADDRESSEE = 5
"""Tokens of whom something is said to, between a verb and its subject."""
TAIL = 10
"""Tokens that may follow ", X said" at the end of a sentence: "told reporters in Moscow on Tuesday"."""


def stands_alone(view: View, hit: Hit) -> bool:
    """Whether a comma follows a verb of speech, behind a date or before "adding": "…, X said on Monday, …"."""
    following = past_dates(view, hit.last + 1)
    following = past_occasion(view, following)
    if following < len(view.tokens) and view.tokens[following].norm == ",":
        return True
    return any(adds(view, index) for index in range(hit.last + 1, min(hit.last + 1 + TAIL, len(view.tokens))))


def past_occasion(view: View, index: int) -> int:
    """Behind where something is said, up to the comma: "said|in a report to lawmakers|, and …"; else the same token."""
    if index >= len(view.tokens) or view.covers(index, Cue.IN) is None:
        return index
    for at in range(index, min(index + TAIL, len(view.tokens))):
        if view.tokens[at].norm == ",":
            return at
        if not view.tokens[at].is_word or starts_clause(view, at):
            break
    return index


def is_himself(view: View, verb: Hit) -> bool:
    """Whether a verb of speech is a form that has the speaker before it for its subject: "محذرا من أن", "ujarnya"."""
    pronoun = view.covers(verb.first, Cue.PRONOUN)
    return pronoun is not None and pronoun.first == verb.first and pronoun.last <= verb.last


def inverted(view: View, hit: Hit) -> bool:
    """Whether the subject follows the verb: the verb stands after a comma or a quotation and before a name."""
    following = past_dates(view, past_addressee(view, hit) + 1)
    if hit.id != Cue.SPEECH or hit.first == 0 or following >= len(view.tokens) or view.covers(hit.first, Cue.PRONOUN):
        return False
    if governs_object(view, hit) or named_before(view, hit) or opens_statement(view, following):
        return False
    after_mark = view.tokens[hit.first - 1].norm in {",", "?", "!"} | QUOTES
    token = view.tokens[following]
    return (
        after_mark
        and quoted_name(view, hit.first - 1, -1) is None
        and token.is_word
        and (
            token.text[:1].isupper()
            or view.covers(following, Cue.CLAUSE, Cue.IN, Cue.OF) is None
            or (view.tongue.verb_second and view.covers(following, Cue.ARTICLE) is not None)
            or is_at(view, following)
        )
    )


def opens_statement(view: View, index: int) -> bool:
    """Whether a pronoun and its verb stand there, which begin what is said: "…, says|it will close"."""
    himself = view.covers(index, Cue.PRONOUN)
    if view.covers(index - 1, Cue.FILLER) and any(hit.kind is HitKind.ACTION for hit in view.at.get(index, ())):
        return True  # "…, asegura haber|abatido"
    return himself is not None and view.covers(himself.last + 1, Cue.PLAN, Cue.HAVE, Cue.HYPOTHESIS) is not None


def named_before(view: View, verb: Hit) -> bool:
    """Whether a name and its apposition between commas stand before a verb: "Ana Ruiz, a spokeswoman, told|Reuters"."""
    if view.tokens[verb.first - 1].norm != ",":
        return False
    phrase = left_phrase(view, verb.first)
    if phrase is None or not (phrase.first == 0 or opens_late(view, phrase)) or not is_somebody(view, phrase):
        return False
    return not any(is_told(view, index) for index in range(phrase.first, verb.first))


def is_told(view: View, index: int) -> bool:
    """Whether a count or a deed stands there, which belongs to what is said."""
    return is_count(view, index) or any(hit.kind in (HitKind.ACTION, HitKind.STATUS) for hit in view.at.get(index, ()))


def governs_object(view: View, verb: Hit) -> bool:
    """Whether what is said follows the verb, by its last word: "habló|de", "dice|que"."""
    words = (*view.tongue.cues.get(Cue.OF, ()), *view.tongue.cues.get(Cue.CLAUSE, ()))
    return verb.last > verb.first and view.tokens[verb.last].norm in words


def is_at(view: View, index: int) -> bool:
    """Whether it is said "in" a body, as some languages have it: "сообщили в|Генштабе"."""
    joint = view.covers(index, Cue.IN) if view.tongue.verb_first else None
    if joint is None or joint.last + 1 >= len(view.tokens):
        return False
    return is_somebody(view, Span(index, joint.last + 1)) or closes_behind(view, joint.last)


def closes_behind(view: View, index: int) -> bool:
    """Whether only one noun phrase stands behind the token, before a mark: "…, сообщили в|пресс-службе мэра."."""
    phrase = right_phrase(view, index)
    if phrase is None or phrase.first in view.dated or view.covers(phrase.first, Cue.ANONYMOUS):
        return False
    return phrase.last + 1 >= len(view.tokens) or view.tokens[phrase.last + 1].norm in {",", ".", "-", *QUOTES}


def verb_opens(view: View, verb: Hit) -> int | None:
    """Where the clause begins that the verb opens: "قال المتحدث", "Об этом сообщила разведка". None: it opens none."""
    if governs_object(view, verb):
        return None
    if verb.first == 0 and view.covers(0, Cue.ABOVE) and view.tongue.verb_second:
        return 0  # "Das teilte|der Konzern mit"
    second = second_of(view, verb) if view.tongue.verb_second else None
    if second is not None or not view.tongue.verb_first:
        return second
    index = verb.first - 1
    while index >= 0 and not is_mark(view, index):
        if hit := view.covers(index, *LEADING):
            index = hit.first - 1
        elif index in view.dated or (index + 1 in view.dated and view.covers(index, Cue.IN)):
            index -= 1
        else:
            return None
    return index + 1 if index < 0 or quoted_name(view, index, -1) is None else None  # "«Ренессанс»|оценивает доходы"


def second_of(view: View, verb: Hit) -> int | None:
    """Where a clause begins whose verb stands behind a time or a place: "In Syrien|meldete das Ministerium"."""
    first = verb.first
    while first > 0 and not is_mark(view, first - 1) and view.covers(first - 1, Cue.CLAUSE) is None:
        first -= 1
    if not 0 < verb.first - first <= OPENING or view.covers(first, Cue.ACCORDING):
        return None
    placed = view.covers(first, Cue.IN) or first in view.dated
    return first if placed and not any(view.covers(at, Cue.FILLER) for at in range(first, verb.first)) else None


def is_mark(view: View, index: int) -> bool:
    return view.tokens[index].norm in {",", "-"} | HARD


def before_report(view: View, phrase: Span) -> Span:
    """Who denies, without the "reports" that he denies: "نفت الشركة|أنباء", "опровергла компания|слухи"."""
    reports = (at for at in range(phrase.first + 1, phrase.last + 1) if view.covers(at, Cue.ANONYMOUS))
    return Span(phrase.first, next(reports, phrase.last + 1) - 1)


def is_somebody(view: View, phrase: Span) -> bool:
    """Whether a phrase names a body or a person: known, or written with a capital."""
    capital = any(view.tokens[index].text[:1].isupper() for index in range(phrase.first, phrase.last + 1))
    return capital or somebody(view, phrase)


def closes(view: View, phrase: Span, hit: Hit) -> bool:
    """Whether "X said", "as X said" ends the sentence after what was said: no figure and no clause follows."""
    stop = next((at for at in range(hit.last + 1, len(view.tokens)) if view.tokens[at].norm == ";"), len(view.tokens))
    rest = range(hit.last + 1, stop)
    ends = len(rest) <= TAIL and not any(starts_clause(view, index) or adds(view, index) for index in rest)
    return ends and opens_late(view, phrase)


def opens_late(view: View, phrase: Span) -> bool:
    """Whether what names a speaker stands behind a mark, over "as": "…, X said", "…, as X said"."""
    before = phrase.first - 1
    if before > 0 and (joint := view.covers(before, Cue.CLAUSE)):
        before = joint.first - 1
    return before >= 0 and view.tokens[before].norm in {","} | QUOTES


def adds(view: View, index: int) -> bool:
    """Whether the speaker goes on there: ", adding that …"."""
    return view.tokens[index].norm == "," and view.covers(index + 1, Cue.SPEECH, Cue.DENIAL) is not None


def starts_clause(view: View, index: int) -> bool:
    """Whether a clause word stands there, or a figure, of which something is said."""
    figure = view.tokens[index].text[:1].isdecimal() and index not in view.dated
    return figure or view.covers(index, Cue.CLAUSE) is not None or is_count(view, index)


def is_count(view: View, index: int) -> bool:
    return any(
        number.quantity.unit == COUNT and view.sentence.token_at(number.start) == index for number in view.numbers
    )


def past_addressee(view: View, verb: Hit) -> int:
    """The last token of whom it is said to, before the subject: "ha detto|all'emittente Suspilne|il generale"."""
    after = past_dates(view, verb.last + 1)
    joint = addressed(view, after) if verb.id == Cue.SPEECH and after < len(view.tokens) else None
    if joint is None or view.tongue.postpositions or view.tongue.verb_second:
        return verb.last
    for index in range(joint.last + 2, min(joint.last + 2 + ADDRESSEE, len(view.tokens))):
        if is_mark(view, index):
            break
        article = view.tokens[index].text[:1].islower() and view.covers(index, Cue.ARTICLE)
        if article and not view.covers(index - 1, Cue.IN, Cue.OF):
            return index - 1
    return verb.last


def addressed(view: View, index: int) -> Hit | None:
    """The preposition of whom or where something is said: "ha detto|all'Ansa", "riferisce|da Beirut"."""
    placed = index + 1 < len(view.tokens) and view.tokens[index + 1].text[:1].isupper()
    return view.covers(index, Cue.IN) or (view.covers(index, Cue.OF) if placed else None)


def leads(view: View, verb: Hit) -> bool:
    """Whether a verb that may stand first has nothing before it but adverbs: "من جهتها، قالت أوكرانيا إن …"."""
    told = (HitKind.ACTION, HitKind.STATUS, HitKind.NOUN)
    before = any(hit.kind in told and hit.first < verb.first for hit in view.hits)
    counted = any(
        one.start < verb.start and view.sentence.token_at(one.start) not in view.dated for one in view.numbers
    )
    return view.tongue.verb_first and verb.id == Cue.SPEECH and not before and not counted


def next_mark(view: View, index: int) -> str:
    """The first comma or stop after a noun phrase, past a date or a place that belongs to it."""
    return next(
        (view.tokens[at].norm for at in range(index, len(view.tokens)) if view.tokens[at].norm in {",", "."}), ""
    )
