"""Who is cited for what stands at a place: "X said that …", "…, X said", "according to X, …", "Y quotes X"."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from monitor.quantity import COUNT
from monitor.reading.phrases import HARD, QUOTES, Span, View, left_phrase, past_dates, right_phrase, skip_left
from monitor.reading.scene import Scene
from monitor.reading.vocabulary import Cue, EntityKind
from monitor.reading.voice.deciding import clause_start, decider_before, decider_of, goes_on
from monitor.reading.voice.frames import Frame, Reach, Speaker, speaker_in
from monitor.reading.voice.subjects import holds_figure, opener, somebody
from monitor.reading.voice.verb_last import postposed, spoken_last
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import Sentence

__all__ = ["Frame", "Speaker", "frames_of", "governing", "speaker_of"]

OPENING = 3
"""Tokens of a sentence among which "this" stands that refers to the one before."""
BACK = 3
"""How many sentences back a pronoun or an open quotation looks for its speaker."""
LEADING = (Cue.FILLER, Cue.NOW, Cue.COORDINATION, Cue.CLAUSE, Cue.ABOVE, Cue.ACCORDING)
"""What may stand before a verb that opens its clause."""
OPENING = 7
"""Tokens of a time or a place before a verb that stands second."""
ADDRESSEE = 5
"""Tokens of whom something is said to, between a verb and its subject."""
TAIL = 10
"""Tokens that may follow ", X said" at the end of a sentence: "told reporters in Moscow on Tuesday"."""


def speaker_of(scene: Scene, start: int) -> Speaker | None:
    """Who says what stands at `start` (characters of the text), or None where the article says it itself."""
    sentence = scene.sentence_of(start)
    view = View.of(scene, sentence)
    place = sentence.token_at(start)
    frame = governing(view, frames_of(view), place)
    if frame is None:
        quoted = spoken_before(scene, sentence) if in_quotation(view, place) else None
        decided = decider_before(view, place) if goes_on(view, place) else decider_of(view, place)
        return quoted or decided or said_above(scene, sentence) or teller_of(view) or reported(view)
    if frame.speaker is None:
        return decider_before(view, place) if refers_back(view, frame) else None
    if opens_late_clause(view, frame, place) and (decided := decider_of(view, place)) is not None:
        return decided
    via = relay_of(view)
    return (
        replace(frame.speaker, via=via)
        if via and frame.speaker.via is None and via != frame.speaker.text
        else frame.speaker
    )


def reported(view: View) -> Speaker | None:
    """Who speaks on where the form of the verb says that somebody does: "Sieben|seien|durchgekommen"."""
    return spoken_before(view.scene, view.sentence) if view.cues.get(Cue.REPORTED) else None


def opens_late_clause(view: View, frame: Frame, place: int) -> bool:
    """Whether "while" begins a clause of its own between who speaks and the place, without a verb of speech."""
    if frame.reach is not Reach.AFTER:
        return False
    later = any(
        view.tokens[at].norm == "," and view.covers(at + 1, Cue.CLAUSE) and not view.covers(at + 1, Cue.RELATIVE)
        for at in range(frame.last + 2, place)
    )
    return later and not view.all(Cue.ACCORDING)


def said_above(scene: Scene, sentence: Sentence) -> Speaker | None:
    """Who says a sentence in the next one: "Об этом сообщила разведка", "Así lo informó el ministerio"."""
    if sentence.index + 1 >= len(scene.document.sentences):
        return None
    later = scene.document.sentences[sentence.index + 1]
    if later.paragraph - sentence.paragraph > 1:
        return None
    view = View.of(scene, later)
    if not any(hit.first < OPENING for hit in view.all(Cue.ABOVE)):
        return None
    return next((frame.speaker for frame in frames_of(view, carry=False) if frame.speaker is not None), None)


def governing(view: View, frames: list[Frame], place: int) -> Frame | None:
    """The nearest frame that opens before the place, else the first that closes after it, else one for all."""
    opened = [frame for frame in frames if opens_before(view, frame, place)]
    closed = [frame for frame in frames if frame.reach is Reach.BEFORE and place < frame.first]
    nearest = max(opened, key=lambda frame: frame.last, default=None)
    if nearest is not None and (nearest.speaker is not None or not closed):
        return quoting(view, closed) if closed and says_otherwise(view, nearest, place, closed[0]) else nearest
    if closed:
        return inserted(view, frames, place, closed[0]) or quoting(view, closed)
    return next((frame for frame in reversed(frames) if said_on(view, frame)), None)


def inserted(view: View, frames: list[Frame], place: int, relay: Frame) -> Frame | None:
    """Who is named in the middle, whom the end only relays: "…, said the general, according to the agency"."""
    for frame in frames:
        if frame.reach is Reach.ALL and frame.speaker is not None and place < frame.first < relay.first:
            near = not any(view.tokens[index].is_word for index in range(frame.last + 1, relay.first))
            named = relay.speaker is not None and view.covers(relay.first, Cue.ACCORDING) is not None
            if near and named and relay.speaker is not None:
                return replace(frame, speaker=replace(frame.speaker, via=relay.speaker.text))
    return None


def says_otherwise(view: View, opened: Frame, place: int, closed: Frame) -> bool:
    """Whether another is cited for a later clause alone: "According to Kyiv …, while 900 died, according to Moscow"."""
    if view.covers(closed.first, Cue.ACCORDING) is None:
        return False
    borders = (at for at in range(opened.last + 2, place) if view.tokens[at].norm == ",")
    begins = any(view.covers(at + 1, Cue.CLAUSE) and not view.covers(at + 1, Cue.PART) for at in borders)
    return begins and not any(
        view.covers(at, Cue.CLAUSE, Cue.SPEECH, Cue.COORDINATION) or view.tokens[at].norm == ";"
        for at in range(place, closed.first)
    )


def said_on(view: View, frame: Frame) -> bool:
    """Whether the speaker goes on behind what names him: in the middle of it, or before a semicolon at its end."""
    stop = frame.last + 1
    return frame.reach is Reach.ALL or (
        frame.reach is Reach.BEFORE and stop < len(view.tokens) and view.tokens[stop].norm == ";"
    )


def opens_before(view: View, frame: Frame, place: int) -> bool:
    """Whether the place is what a frame says after it, or before its verb."""
    if frame.reach is Reach.WITHIN:
        return frame.last < place and frame.until is not None and place < frame.until
    return frame.reach is Reach.AFTER and frame.last < place and not cut(view, frame.last, place)


def quoting(view: View, closed: list[Frame]) -> Frame:
    """The first frame, or whom it quotes: "…, the paper reported, citing officials"."""
    first = closed[0]
    for other in closed[1:]:
        if view.covers(other.first, Cue.RELAY) and not any(
            view.tokens[index].is_word for index in range(first.last + 1, other.first)
        ):
            if other.speaker is None or first.speaker is None:
                return first
            return replace(other, speaker=replace(other.speaker, via=first.speaker.text))
    return first


def cut(view: View, first: int, last: int) -> bool:
    """Whether a semicolon ends what was said before the place."""
    return any(view.tokens[index].norm == ";" for index in range(first, last))


def in_quotation(view: View, place: int) -> bool:
    """Whether the place lies in a quotation, also one begun before: an odd number of marks on either side."""
    before = sum(view.tokens[index].norm == '"' for index in range(place))
    after = sum(view.tokens[index].norm == '"' for index in range(place, len(view.tokens)))
    return before % 2 == 1 or after % 2 == 1


def spoken_before(scene: Scene, sentence: Sentence) -> Speaker | None:
    """The last speaker named in the sentences just before, within the same paragraph or the one before it."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - BACK), -1):
        earlier = scene.document.sentences[index]
        if earlier.boilerplate or sentence.paragraph - earlier.paragraph > 1:
            continue
        named = [
            frame.speaker for frame in frames_of(View.of(scene, earlier), carry=False) if frame.speaker is not None
        ]
        if named:
            return named[-1]
    return None


@lru_cache(maxsize=128)
def frames_of(view: View, *, carry: bool = True) -> list[Frame]:
    """All attributions of a sentence from left to right. Without `carry`, pronouns are not resolved."""
    frames: list[Frame] = []
    start = 0
    for hit in view.all(Cue.SPEECH, Cue.DENIAL, Cue.ACCORDING, Cue.RELAY, Cue.VIEW):
        if hit.id == Cue.ACCORDING and hit.first == hit.last and view.covers(hit.first, Cue.PRONOUN):
            continue  # "katanya" is "kata" with a clitic that is the speaker himself
        frame = after_relay(view, hit, frame_of(view, hit, start, frames), frames)
        if frame is not None and frame.reach is not Reach.BEFORE and view.covers(frame.first, Cue.SELF):
            continue
        if frame is not None and frame.speaker is None and carry and refers_back(view, frame):
            here = next((one.speaker for one in reversed(frames) if one.speaker is not None), None)
            named = here or spoken_before(view.scene, view.sentence) or definite(view, frame)
            frame = replace(frame, speaker=named)
        if frame is not None:
            frames.append(frame)
            start = start if hit.id == Cue.RELAY else max(frame.last, hit.last) + 1
    return frames


def after_relay(view: View, hit: Hit, frame: Frame | None, frames: list[Frame]) -> Frame | None:
    """Of "X quotes Y as saying" the verb of speech has Y for its speaker, and X relays; "X said so, denying" is X."""
    if frame is None or not frames or frames[-1].speaker is None:
        return frame
    if frames[-1].speaker.via is None and (view.tongue.verb_final or not adds(view, hit.first - 1)):
        return frame
    return replace(frame, speaker=frames[-1].speaker) if frame.first <= frames[-1].last else frame


def definite(view: View, frame: Frame) -> Speaker | None:
    """A body that the text calls only "the ministry", where no fuller name stands before it."""
    hit = next((hit for hit in view.all(Cue.PRONOUN) if frame.first <= hit.first and hit.last <= frame.last), None)
    if hit is None or hit.first == hit.last:
        return None
    word = view.tokens[hit.last].norm
    if word in view.tongue.cues.get(Cue.ANONYMOUS, ()):
        return None
    return Speaker(view.words(Span(hit.first, hit.last)), word)


def frame_of(view: View, hit: Hit, start: int, frames: list[Frame]) -> Frame | None:
    """The frame of one cue. `start` is where the last one ended; `frames` stand before it."""
    if hit.id == Cue.VIEW:
        return in_view_of(view, hit)
    if hit.id in (Cue.ACCORDING, Cue.RELAY):
        if view.tongue.postpositions or view.tokens[hit.first].norm in view.tongue.postposed:
            return postposed(view, hit)
        return by_teller(view, relayed(view, hit), frames) if hit.id == Cue.RELAY else after_cue(view, hit)
    return spoken_last(view, hit, start, frames) if view.tongue.verb_final else spoken(view, hit)


def in_view_of(view: View, hit: Hit) -> Frame | None:
    """Read "Per i servizi ucraini, …", "…, per la questura 80mila": of a body that speaks, where a statement begins."""
    phrase = right_phrase(view, hit.last) if hit.first == 0 or is_mark(view, hit.first - 1) else None
    if phrase is None or not is_body(view, phrase):
        return None
    numbers = view.scene.numbers[view.sentence.index] if view.scene.numbers else ()
    following = phrase.last + 1
    figure = any(view.sentence.token_at(number.start) == following for number in numbers)
    closed = following < len(view.tokens) and view.tokens[following].norm == ","
    return Frame(hit.first, phrase.last, Reach.AFTER, speaker_in(view, phrase)) if closed or figure else None


def is_body(view: View, phrase: Span) -> bool:
    """Whether a phrase names a body or a capital that stands for a government, and not a country or a person."""
    entities = view.scene.vocabulary.entities
    organs = any(
        hit.kind is HitKind.ENTITY
        and entities[hit.id].kind in (EntityKind.ORGANISATION, EntityKind.PLACE)
        and (entities[hit.id].kind is EntityKind.ORGANISATION or entities[hit.id].acts_for is not None)
        for hit in view.entities(phrase)
    )
    return organs or any(
        hit.kind is HitKind.OFFICE for at in range(phrase.first, phrase.last + 1) for hit in view.at.get(at, ())
    )


def spoken(view: View, hit: Hit) -> Frame | None:
    """Read "X said that …", "…, X said", "…, said X", "ujarnya"."""
    if inverted(view, hit):
        return after_cue(view, hit)
    if (first := verb_opens(view, hit)) is not None and (frame := after_verb(view, hit, first)) is not None:
        return frame
    if view.tongue.verb_second and hit.first > 0 and view.covers(hit.first - 1, Cue.ARTICLE):
        return None  # "die Zahl der bestätigten Fälle"
    participle = hit.first > 0 and view.tokens[hit.first - 1].norm == "," and is_himself(view, hit)
    phrase = None if participle else subject_before(view, hit)
    if phrase is None:
        ends = not any(view.covers(index, Cue.CLAUSE) for index in range(hit.last + 1, len(view.tokens)))
        pronoun = view.covers(hit.first, Cue.PRONOUN)
        return Frame(hit.first, hit.last, Reach.BEFORE if ends else Reach.AFTER, None) if pronoun else None
    if all(view.covers(index, Cue.ARTICLE) for index in range(phrase.first, phrase.last + 1)):
        return None  # "the confirmed toll", "a reported 900"
    return said_by(view, phrase, hit)


def said_by(view: View, phrase: Span, hit: Hit) -> Frame:
    """The frame of a verb and the phrase before it, or the pronoun that is its subject instead."""
    himself = view.covers(hit.last + 1, Cue.PRONOUN) if view.tongue.verb_second else None
    if himself is not None and holds_figure(view, phrase):
        return Frame(hit.first, himself.last, Reach.AFTER, None)  # "Für 2026|erwartet|sie"
    pronoun = view.covers(phrase.last, Cue.PRONOUN)
    if pronoun is not None and pronoun.last == phrase.last and pronoun.first > phrase.first:
        phrase = Span(pronoun.first, phrase.last)  # "nearly three times the 3,000|it counted in May"
    first = hit.first if is_second(view, hit) else phrase.first
    return Frame(first, hit.last, reach_of(view, phrase, hit), speaker_in(view, phrase))


def subject_before(view: View, verb: Hit) -> Span | None:
    """The subject before a verb; of a second predicate that of the first: "the mayor closed the port|and announced"."""
    if not is_second(view, verb):
        return left_phrase(view, verb.first)
    return next((one for at in (clause_start(view, verb.first), 0) if (one := opener(view, at, verb.first))), None)


def is_second(view: View, verb: Hit) -> bool:
    """Whether "and" stands right before a verb and its auxiliaries."""
    return view.covers(skip_left(view, verb.first - 1), Cue.COORDINATION) is not None


def reach_of(view: View, phrase: Span, hit: Hit) -> Reach:
    """Which way "X said" looks: back at its end, both ways between two commas ("…, X said, with nine missing")."""
    if closes(view, phrase, hit):
        return Reach.BEFORE
    inserted = opens_late(view, phrase) and not view.tongue.verb_final and stands_alone(view, hit)
    return Reach.ALL if inserted else Reach.AFTER


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
    if governs_object(view, hit) or named_before(view, hit):
        return False
    after_mark = view.tokens[hit.first - 1].norm in {",", "?", "!"} | QUOTES
    token = view.tokens[following]
    return (
        after_mark
        and token.is_word
        and (
            token.text[:1].isupper()
            or view.covers(following, Cue.CLAUSE, Cue.IN, Cue.OF) is None
            or is_at(view, following)
        )
    )


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
    return index + 1


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


def after_verb(view: View, verb: Hit, first: int) -> Frame | None:
    """The frame of a verb that stands before its subject with no mark between them and what is said."""
    phrase = right_phrase(view, verb.last)
    if phrase is not None and verb.id == Cue.DENIAL:
        phrase = before_report(view, phrase)
    if phrase is None:
        return None
    following = phrase.last + 1
    ends = following >= len(view.tokens) or not view.tokens[following].is_word or view.covers(following, Cue.CLAUSE)
    closed = bool(ends) and verb.id != Cue.DENIAL  # "keine Belege dafür, dass …" has no subject
    object_first = view.covers(phrase.first, Cue.IN, Cue.OF) and not is_at(view, phrase.first)
    if object_first or not (closed or is_somebody(view, phrase)):
        return None
    opens = not any(token.is_word for token in view.tokens[:first])
    return Frame(first, phrase.last, Reach.AFTER if opens else Reach.BEFORE, speaker_in(view, phrase))


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
    numbers = view.scene.numbers[view.sentence.index] if view.scene.numbers else ()
    return any(number.quantity.unit == COUNT and view.sentence.token_at(number.start) == index for number in numbers)


def after_cue(view: View, hit: Hit) -> Frame | None:
    """Read "according to X, …", "…, kata X": the speaker follows the cue."""
    himself = hit.id == Cue.ACCORDING and view.covers(hit.first, Cue.PRONOUN)  # "по его словам"
    phrase = Span(hit.first, hit.last) if himself else right_phrase(view, past_addressee(view, hit))
    if phrase is None:
        return None
    follows = any(token.is_word for token in view.tokens[phrase.last + 1 :])
    words = [index for index in range(hit.first) if view.tokens[index].is_word]
    opens = all(view.covers(index, Cue.COORDINATION) for index in words)
    if opens or leads(view, hit) or view.tokens[hit.first - 1].norm == ";":
        reach = Reach.AFTER
    else:
        middle = follows and next_mark(view, phrase.last + 1) == "," and view.tokens[hit.first - 1].norm == ","
        inside = view.tongue.verb_second and follows and not is_mark(view, hit.first - 1)
        reach = Reach.ALL if middle or inside else Reach.BEFORE
    return Frame(hit.first, phrase.last, reach, speaker_in(view, phrase))


def past_addressee(view: View, verb: Hit) -> int:
    """The last token of whom it is said to, before the subject: "ha detto|all'emittente Suspilne|il generale"."""
    joint = view.covers(verb.last + 1, Cue.IN) if verb.id == Cue.SPEECH else None
    if joint is None or view.tongue.postpositions or view.tongue.verb_second:
        return verb.last
    for index in range(joint.last + 2, min(joint.last + 2 + ADDRESSEE, len(view.tokens))):
        if is_mark(view, index):
            break
        article = view.tokens[index].text[:1].islower() and view.covers(index, Cue.ARTICLE)
        if article and not view.covers(index - 1, Cue.IN, Cue.OF):
            return index - 1
    return verb.last


def leads(view: View, verb: Hit) -> bool:
    """Whether a verb that may stand first has nothing before it but adverbs: "من جهتها، قالت أوكرانيا إن …"."""
    told = (HitKind.ACTION, HitKind.STATUS, HitKind.NOUN)
    before = any(hit.kind in told and hit.first < verb.first for hit in view.hits)
    numbers = view.scene.numbers[view.sentence.index] if view.scene.numbers else ()
    counted = any(one.quantity.unit == COUNT and one.start < verb.start for one in numbers)
    return view.tongue.verb_first and verb.id == Cue.SPEECH and not before and not counted


def next_mark(view: View, index: int) -> str:
    """The first comma or stop after a noun phrase, past a date or a place that belongs to it."""
    return next(
        (view.tokens[at].norm for at in range(index, len(view.tokens)) if view.tokens[at].norm in {",", "."}), ""
    )


def relayed(view: View, hit: Hit) -> Frame:
    """Read "Y quotes X (as saying that) …": X speaks, Y relays. Where the quoted one is nameless, Y speaks."""
    phrase = right_phrase(view, hit.last)
    quoted = speaker_in(view, phrase) if phrase else None
    relay = left_phrase(view, hit.first)
    teller = speaker_in(view, relay) if relay else None
    if quoted is not None and teller is not None:
        quoted = replace(quoted, via=teller.text)
    last = phrase.last if phrase else hit.last
    ends = not any(token.is_word for token in view.tokens[last + 1 :])
    return Frame(hit.first, last, Reach.BEFORE if ends else Reach.AFTER, quoted or teller)


def by_teller(view: View, frame: Frame, frames: list[Frame]) -> Frame:
    """The same, relayed by whom the frame right before names: "according to X, citing Y"."""
    if not frames or frame.speaker is None or frame.speaker.via is not None or frames[-1].reach is not Reach.AFTER:
        return frame
    teller = frames[-1].speaker
    near = not any(view.tokens[index].is_word for index in range(frames[-1].last + 1, frame.first))
    return replace(frame, speaker=replace(frame.speaker, via=teller.text)) if near and teller is not None else frame


def relay_of(view: View) -> str | None:
    """Who relays the whole sentence ("melansir Reuters", "as reported by NTV")."""
    teller = teller_of(view)
    return teller.text if teller is not None else None


def teller_of(view: View) -> Speaker | None:
    """The same as a speaker: whose report a sentence is that cites nobody else."""
    for hit in view.all(Cue.VIA):
        phrase = right_phrase(view, hit.last)
        speaker = speaker_in(view, phrase) if phrase else None
        if speaker is not None:
            return speaker
    return None


def refers_back(view: View, frame: Frame) -> bool:
    """Whether the nameless speaker is one named before: a pronoun, or "the report"; or a verb alone, standing last."""
    if view.tongue.verb_final and view.covers(frame.first, Cue.SPEECH, Cue.DENIAL):
        return True
    return any(view.covers(index, Cue.PRONOUN) for index in range(frame.first, frame.last + 1))
