"""Noun phrases around a word, as far as function words and punctuation show them. No grammar: borders and lists."""

from __future__ import annotations

from functools import lru_cache

from monitor.quantity import COUNT
from monitor.reading.view import Span, View
from monitor.reading.vocabulary import Cue, EntityKind, Vocabulary
from monitor.reading.words.lookup import Hit, HitKind

QUOTES = frozenset({'"', "'"})
HARD = frozenset({";", ":", "(", ")", "[", "]"}) | QUOTES
QUALIFIERS = (Cue.ABOUT, Cue.AT_LEAST, Cue.AT_MOST, Cue.MORE_THAN, Cue.LESS_THAN)
BETWEEN = (Cue.FILLER, Cue.NOW, Cue.PLAN, Cue.NEGATION, Cue.HYPOTHESIS, Cue.TOPIC)
"""What may stand between a subject and its verb."""
SPOKEN_OF = (HitKind.ACTION, HitKind.STATUS, HitKind.STEP)
SUBJECTS = (HitKind.ENTITY, HitKind.DEMONYM, HitKind.OFFICE)
BORDERS = (Cue.CLAUSE, Cue.SPEECH, Cue.DENIAL, Cue.ACCORDING, Cue.VIA)
BEHIND_NAME = (Cue.IN, Cue.FILLER, Cue.ESTIMATE, Cue.PLAN, Cue.HYPOTHESIS, Cue.RELAY, Cue.VIA)
"""What ends a noun phrase that begins before it."""
LONGEST_NAME = 5
ISSUED = 6
"""Tokens from a report to the "by" of who issued it."""
LONGEST = 16
"""Tokens a noun phrase may have; longer ones are a sentence gone wrong."""


def is_border(view: View, index: int) -> bool:
    """Whether the token ends a noun phrase anyhow: a strong mark, a clause word, a dash between words."""
    token = view.tokens[index]
    if token.norm in HARD or (index in view.over and view.covers(index, *BORDERS)):
        return True
    return token.norm == "-" and index > 0 and view.tokens[index - 1].end < token.start


def left_phrase(view: View, before: int) -> Span | None:
    """The noun phrase that ends just before token `before`, over adverbs, dates and one apposition between commas."""
    if before not in view.lefts:
        view.lefts[before] = left_of(view, before)
    return view.lefts[before]


def left_of(view: View, before: int) -> Span | None:
    last = skip_left(view, before - 1)
    if (quoted := quoted_name(view, last, -1)) is not None:
        return Span(start_of(view, quoted - 1) if quoted > 0 and view.tokens[quoted - 1].is_word else quoted, last)
    if last >= 0 and view.tokens[last].norm == ",":
        opening = previous_comma(view, last - 1)
        if opening is None:
            return None
        if (via := view.covers(opening + 1, Cue.VIA)) is not None and via.last + 1 < last:
            first, last = via.last + 1, skip_left(view, last - 1)  # "…,|podała agencja|Yonhap|, powołując się na …"
        elif view.covers(opening + 1, Cue.CLAUSE, Cue.RELAY) or is_date(view, opening + 1, last):
            last = skip_left(view, opening - 1)
            first = start_of(view, last)
        else:
            first = start_of(view, opening - 1)
            last = skip_left(view, last - 1)
    else:
        first = start_of(view, last)
    while first < last and view.covers(last, Cue.ARTICLE):
        last -= 1  # an object before its verb: "el Banco de Inglaterra | los | bajó"
    return Span(first, last) if 0 <= first <= last else None


def skip_left(view: View, index: int) -> int:
    """Over what may stand between a subject and its verb: fillers, dates in or out of brackets, auxiliaries."""
    tokens = view.tokens
    while index >= 0:
        if index in view.dated:
            index -= 1
        elif tokens[index].norm == ")" and (opening := bracket(view, index)) is not None:
            index = opening - 1
        elif hit := view.covers(index, *((*BETWEEN, Cue.IN, Cue.OF) if index + 1 in view.dated else BETWEEN)):
            index = hit.first - 1
        else:
            return index
    return index


def is_date(view: View, first: int, before: int) -> bool:
    """Whether nothing but a date stands between two places."""
    return all(index in view.dated or not view.tokens[index].is_word for index in range(first, before))


def bracket(view: View, closing: int) -> int | None:
    """The token that opens the bracket closed at `closing`, if it is near."""
    for index in range(closing - 1, max(-1, closing - 12), -1):
        if view.tokens[index].norm == "(":
            return index
    return None


def previous_comma(view: View, index: int) -> int | None:
    """The comma that opens the apposition or relative clause closed after `index`."""
    for position in range(index, max(-1, index - LONGEST), -1):
        if view.tokens[position].norm == ",":
            return position
        if is_border(view, position):
            relative = position > 0 and view.tokens[position - 1].norm == "," and view.covers(position, Cue.CLAUSE)
            if relative:
                return position - 1
            if view.tokens[position].norm in HARD:
                return None
    return None


def start_of(view: View, last: int) -> int:
    """The first token of the noun phrase that ends at `last`. A comma belongs to it only in a list ("A, B and C")."""
    index, first, listed = last, last + 1, False
    while index >= 0 and last - index < LONGEST:
        token = view.tokens[index]
        if token.is_word and index not in view.over and index not in view.dated:
            first = index  # a plain word, as most are
        elif token.norm == ",":
            if not listed or tells(view, index):
                break
        elif is_border(view, index) or index in view.dated or closes_phrase(view, index):
            break
        elif view.covers(index, Cue.COORDINATION):
            if tells(view, index):
                break
            listed = True
        else:
            first = index
        index -= 1
    while first <= last and view.covers(first, Cue.IN, Cue.FILLER, Cue.COORDINATION):
        first += 1
    return first


def tells(view: View, end: int) -> bool:
    """Whether what a comma or an "and" closes is no name of a list: a figure or a deed stands in it."""
    for index in range(end - 1, max(-1, end - LONGEST), -1):
        if view.tokens[index].norm == "," or is_border(view, index):
            return False
        if is_figure_or_deed(view, index):
            return True
    return False


def is_figure_or_deed(view: View, index: int) -> bool:
    figure = view.tokens[index].text[:1].isdecimal() and index not in view.dated
    return figure or any(hit.kind in (HitKind.ACTION, HitKind.STATUS) for hit in view.at.get(index, ()))


def closes_phrase(view: View, index: int) -> bool:
    """Whether the word ends a phrase of its own, being a postposition or the mark of a subject: "ソウルで|国防省"."""
    return view.tongue.postpositions and view.covers(index, Cue.IN, Cue.TOPIC) is not None


def right_phrase(view: View, after: int) -> Span | None:
    """The noun phrase that begins just after token `after`, past a head that names nobody ("an estimate by …")."""
    tokens, first = view.tokens, past_head(view, past_dates(view, after + 1))
    if tells_where(view, after + 1, first):
        return None
    index, last = first, first - 1
    while index < len(tokens) and index - first < LONGEST:
        if (quoted := quoted_name(view, index, 1)) is not None:
            last, index = quoted, quoted + 1
            continue
        if tokens[index].norm == "." and tokens[index - 1].norm in view.tongue.abbreviations:
            index += 1  # "mł.|bryg.|Marcin Betleja"
            continue
        if tokens[index].norm in {",", "."} or is_border(view, index) or index in view.dated:
            if tokens[index].norm == "," and listed_after(view, index):
                index += 1
                continue
            break
        if index > first and view.tongue.verb_first and is_object(view, index):
            break
        if index > first and view.covers(index, *BEHIND_NAME) and not begins_name(view, index):
            break
        if index > first and (
            begins_figure(view, index)
            or leads_to_figure(view, index)
            or begins_subject(view, index)
            or (view.tongue.verb_second and is_verb(view, index))
        ):
            break
        last = index
        index += 1
    return Span(first, appositive(view, last)) if first <= last < len(tokens) else None


def begins_name(view: View, index: int) -> bool:
    """Whether what looks like a function word begins a longer name: "lo|Stato maggiore"."""
    return any(hit.kind in SUBJECTS and hit.last > index for hit in view.at.get(index, ()))


def tells_where(view: View, start: int, first: int) -> bool:
    """Whether an occasion and a place follow a verb of speech and no speaker: "dijo|en una rueda de prensa en Kiev"."""
    if first >= len(view.tokens) or view.covers(first, Cue.IN) is None:
        return False
    words = view.tongue.cues.get(Cue.IN, ())
    return any(
        (hit := view.covers(index, Cue.FILLER)) is not None
        and hit.last > hit.first
        and view.tokens[hit.first].norm in words
        for index in range(start, first)
    )


def is_verb(view: View, index: int) -> bool:
    """Whether a word is a verb that may follow the phrase that opens a sentence: "laut Polizei|starben zwölf"."""
    if not view.tokens[index].text[0].islower() or view.covers(index - 1, Cue.ARTICLE):
        return False
    acts = any(hit.kind in (HitKind.ACTION, HitKind.STATUS) for hit in view.at.get(index, ()))
    return acts or view.covers(index, Cue.DECISION, Cue.AMOUNT, Cue.HAVE) is not None


def begins_figure(view: View, index: int) -> bool:
    """Whether a figure begins behind a name, or what qualifies it: "według Reutersa|około 300 osób zginęło"."""
    if view.covers(index - 1, Cue.ARTICLE, Cue.OF, Cue.COORDINATION):
        return False
    starts = {view.sentence.token_at(number.start) for number in view.numbers if number.quantity.unit == COUNT}
    while index not in starts and (hit := view.covers(index, *QUALIFIERS, Cue.INCREMENT)):
        index = hit.last + 1
    return index in starts


def leads_to_figure(view: View, index: int) -> bool:
    """Whether what a figure was begins behind a name: "nach Angaben des Dienstes|von 8.000 … auf 12.000"."""
    joint = view.covers(index, Cue.OF) if view.tongue.verb_second else None
    return joint is not None and joint.last + 1 < len(view.tokens) and view.tokens[joint.last + 1].text[:1].isdecimal()


def begins_subject(view: View, index: int) -> bool:
    """Whether the subject of what is said begins behind the name of who says it: "secondo la questura|i manifestanti".

    Not where an article stands for a genitive: "nach Angaben der Demonstranten".
    """
    article = view.covers(index, Cue.ARTICLE)
    if article is None or article.last > index or view.tongue.verb_second or index + 1 >= len(view.tokens):
        return False
    if view.covers(index - 1, Cue.ARTICLE, Cue.OF, Cue.COORDINATION, Cue.IN, Cue.AGENT):
        return False
    held = offices(view.scene.vocabulary)
    return any(hit.kind is HitKind.NOUN and hit.id not in held for hit in view.at.get(index + 1, ()))


def is_object(view: View, index: int) -> bool:
    """Whether what the verb is about begins behind its subject: a figure, a deed, a thing that has a status."""
    hits = view.at.get(index, ())
    if view.tokens[index].text[:1].isdecimal():
        return True
    speaks = any(hit.kind in SUBJECTS for hit in hits)
    return not speaks and any(hit.kind in SPOKEN_OF or is_thing(view, hit) for hit in hits)


def is_thing(view: View, hit: Hit) -> bool:
    """Whether a noun is of something that climbs a ladder, other than an office, whose holder may speak."""
    ladders = view.scene.vocabulary.ladders.values()
    return hit.kind is HitKind.NOUN and any(hit.id in one.things and not one.held for one in ladders)


@lru_cache(maxsize=8)
def offices(vocabulary: Vocabulary) -> frozenset[str]:
    """Nouns of offices, which name whoever holds them: "the president"."""
    return frozenset(noun for ladder in vocabulary.ladders.values() if ladder.held for noun in ladder.things)


def quoted_name(view: View, index: int, step: int) -> int | None:
    """The other mark of the quotation marks around a short name that opens or closes at a token: «Рейтер»."""
    tokens = view.tokens
    if not 0 <= index < len(tokens) or tokens[index].norm != '"':
        return None
    for at in range(index + step, index + step * (LONGEST_NAME + 2), step):
        if not 0 <= at < len(tokens) or not (tokens[at].is_word or tokens[at].norm == '"'):
            return None
        if tokens[at].norm == '"':
            first = min(index, at) + 1
            letter = tokens[first].text[:1]
            named = letter.isupper() or (view.tongue.verb_first and letter.isalpha() and not letter.islower())
            return at if abs(at - index) > 1 and named else None
    return None


def appositive(view: View, last: int) -> int:
    """The last token of a name that stands alone behind a comma: "the mayor, Luis Ortega, …"; else `last`."""
    tokens, start = view.tokens, last + 2
    if start >= len(tokens) or tokens[last + 1].norm != ",":
        return last
    person = next((hit for hit in view.at.get(start, ()) if hit.kind is HitKind.ENTITY and is_person(view, hit)), None)
    if person is not None and is_closed(view, person.last + 1):
        return person.last
    end = start
    while end < len(tokens) and end - start < LONGEST_NAME and tokens[end].text[:1].isupper():
        if is_border(view, end):
            break
        end += 1
    alone = is_closed(view, end) and end - start > 1
    return end - 1 if alone and not holds_place(view, Span(start, end - 1)) else last


def is_closed(view: View, index: int) -> bool:
    """Whether a mark or the sentence's end stands there."""
    return index >= len(view.tokens) or view.tokens[index].norm in {",", ".", *HARD}


def holds_place(view: View, span: Span) -> bool:
    """Whether a run of capitals names a place: "the mayor of Palu, Central Sulawesi, …"."""
    entities = view.scene.vocabulary.entities
    return any(entities[hit.id].kind in (EntityKind.PLACE, EntityKind.COUNTRY) for hit in view.entities(span))


def is_person(view: View, hit: Hit) -> bool:
    return view.scene.vocabulary.entities[hit.id].kind is EntityKind.PERSON


def past_dates(view: View, index: int) -> int:
    """Over a date and adverbs between a verb and its subject: "dijo el lunes|el ministro"."""
    while index < len(view.tokens):
        if index in view.dated or (index + 1 in view.dated and view.covers(index, Cue.IN, Cue.ARTICLE)):
            index += 1
        elif (hit := view.covers(index, Cue.FILLER, Cue.NOW)) and not view.covers(index, Cue.PRONOUN, Cue.ARTICLE):
            index = hit.last + 1
        else:
            break
    return index


def past_head(view: View, first: int) -> int:
    """The token after "an estimate by", "a report from"; `first` itself where no such head stands there."""
    index, headed = first, False
    while index < len(view.tokens) and (hit := view.covers(index, Cue.ARTICLE, Cue.ANONYMOUS, Cue.ESTIMATE)):
        headed = headed or hit.id != Cue.ARTICLE
        index = hit.last + 1
    if not headed or index >= len(view.tokens):
        return first
    joint = view.covers(index, Cue.OF, Cue.AGENT) or issued_by(view, index)
    return joint.last + 1 if joint else first


def issued_by(view: View, index: int) -> Hit | None:
    """The "by" behind what is told of a report: "un bilan|encore provisoire communiqué|par le ministère"."""
    for at in range(index, min(index + ISSUED, len(view.tokens))):
        if (agent := view.covers(at, Cue.AGENT, Cue.VIA)) is not None and agent.last > index:
            return None if at + 1 < len(view.tokens) and begins_figure(view, agent.last + 1) else agent
        if view.tokens[at].norm in {",", "."} or is_strong(view, at):
            return None
    return None


def is_strong(view: View, index: int) -> bool:
    """Whether a statement ends at a token: a strong mark, or a clause word."""
    return view.tokens[index].norm in HARD or view.covers(index, Cue.CLAUSE) is not None


def lists(view: View, joint: Hit) -> bool:
    """Whether one more name follows ", and", and no statement of its own: "said the police|, and|the deficit grew"."""
    index = joint.last + 1
    while index < len(view.tokens) and view.covers(index, Cue.ARTICLE):
        index += 1
    if index >= len(view.tokens) or begins_figure(view, index):
        return False
    named = view.tokens[index].text[:1].isupper() and not view.tongue.verb_second
    return named or any(hit.kind in SUBJECTS for hit in view.at.get(index, ()))


def listed_after(view: View, comma: int) -> bool:
    """Whether the comma stands in a list of names that a coordination closes soon after."""
    for index in range(comma + 1, min(len(view.tokens), comma + 8)):
        if joint := view.covers(index, Cue.COORDINATION):
            return bool(view.entities(Span(comma + 1, index - 1))) or (index == comma + 1 and lists(view, joint))
        if view.tokens[index].norm == "," and index == comma + 1:
            return False
        if is_border(view, index) or is_figure_or_deed(view, index) or view.covers(index, *QUALIFIERS):
            return False
    return False
