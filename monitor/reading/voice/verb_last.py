"""Who is cited where verbs stand last: "X は … と発表した", "X'e göre …", and "X ने कहा कि …", which turns it round."""

from __future__ import annotations

from dataclasses import replace

from monitor.reading.phrases import left_phrase, right_phrase
from monitor.reading.view import Span, View
from monitor.reading.vocabulary import Cue
from monitor.reading.voice.frames import Frame, Reach, speaker_in
from monitor.reading.voice.subjects import beside, can_speak, is_inner, opening, topic
from monitor.reading.words.lookup import Hit, HitKind

AHEAD = 2
"""Tokens from a verb to the word or mark that says that the said follows it."""
RELEASED = 8
"""Tokens from the verb of who brought out a report to the end of what it is called, its month included."""


def postposed(view: View, hit: Hit, frames: list[Frame]) -> Frame | None:
    """Read "X によると", "X'e göre", "X के हवाले से": the speaker precedes the cue, and who relays him."""
    phrase = left_phrase(view, hit.first)
    if phrase is None:
        return None
    relay = owned(view, phrase) if hit.id == Cue.RELAY else None
    if relay is not None:
        phrase = Span(relay.last + 2, phrase.last)  # "Yonhap|'ın|bir yetkiliye dayandırdığı habere göre"
    told = frames[-1].speaker if frames and is_released(view, frames[-1], hit.first) else None
    speaker = told or speaker_in(view, phrase)
    if hit.id == Cue.RELAY:
        relay = relay or topic(view, hit, 0) or opening(view, 0, phrase.first)
        teller = speaker_in(view, relay) if relay is not None and relay.last < phrase.first else None
        speaker = replace(speaker, via=teller.text) if speaker is not None and teller is not None else speaker or teller
    ends = not any(token.is_word for token in view.tokens[hit.last + 1 :])
    return Frame(phrase.first, hit.last, Reach.BEFORE if ends else Reach.AFTER, speaker)


def is_released(view: View, told: Frame, before: int) -> bool:
    """Whether the source is only what somebody has brought out, told before it: "통계청이 발표한|동향에 따르면"."""
    if told.reach is not Reach.AFTER or not 0 < before - told.last <= RELEASED or not is_verb(view, told.last):
        return False
    return not any(
        view.tokens[at].norm == "," or view.covers(at, Cue.TOPIC, Cue.CLAUSE) or somebody_at(view, at)
        for at in range(told.last + 1, before)
    )


def is_verb(view: View, last: int) -> bool:
    return any(hit.id == Cue.SPEECH for hit in view.ends.get(last, ()))


def somebody_at(view: View, index: int) -> bool:
    return any(hit.kind in (HitKind.ENTITY, HitKind.OFFICE) for hit in view.at.get(index, ()))


def owned(view: View, phrase: Span) -> Span | None:
    """Whose report it is: what stands before a genitive of one token within the phrase."""
    if view.cues.get(Cue.TOPIC):
        return None
    marks = (at for at in range(phrase.first + 1, phrase.last) if view.covers(at, Cue.GENITIVE))
    mark = next(marks, None)
    return Span(phrase.first, mark - 1) if mark is not None else None


def spoken_last(view: View, verb: Hit, start: int, frames: list[Frame]) -> Frame | None:
    """The frame of one verb of speech or denial: its subject, and whether the said stands before or behind it."""
    if is_participle(view, verb):
        return by_participle(view, verb)
    if frames and frames[-1].last + 1 == start and is_participle(view, frames[-1]):
        return replace(frames[-1], first=frames[-1].last, reach=Reach.WITHIN, until=verb.first)
    if says_ahead(view, verb):
        return said_ahead(view, verb, start, frames)
    return said_before(view, verb, start, frames)


def is_participle(view: View, at: Hit | Frame) -> bool:
    """Whether a verb of speech is a participle, which belongs to the noun behind it: "belirten|Hamas"."""
    return view.covers(at.first, Cue.RELATIVE) is not None and view.covers(at.first, Cue.SPEECH) is not None


def by_participle(view: View, verb: Hit) -> Frame | None:
    """Who stands behind a participle: "… olduğunu|belirten|Hamas, … yineledi"."""
    phrase = right_phrase(view, verb.last)
    return Frame(verb.first, phrase.last, Reach.BEFORE, speaker_in(view, phrase)) if phrase is not None else None


def said_ahead(view: View, verb: Hit, start: int, frames: list[Frame]) -> Frame | None:
    """The frame of a verb behind which the said stands."""
    phrase = beside(view, verb, start) or topic(view, verb, start) or opening(view, start, verb.first)
    phrase = phrase or left_phrase(view, verb.first)
    if phrase is None:
        return goes_on(view, verb, frames)
    if any(phrase.last < mark.first < verb.first for mark in view.all(Cue.OBJECT)):
        return Frame(phrase.first, phrase.last, Reach.ALL, speaker_in(view, phrase))  # "نرخ را ۷ درصد|اعلام کرد که …"
    return Frame(phrase.first, verb.last, Reach.AFTER, speaker_in(view, phrase))


def said_before(view: View, verb: Hit, start: int, frames: list[Frame]) -> Frame | None:
    """The frame of a verb before which the said stands."""
    near = beside(view, verb, start)
    if near is not None and has_words(view, start, near.first):
        return Frame(near.first, verb.last, Reach.BEFORE, speaker_in(view, near))
    if near is not None and is_attribute(view, verb):
        return Frame(near.first, verb.last, Reach.AFTER, speaker_in(view, near))
    phrase = topic(view, verb, start) or outer_opening(view, start, verb)
    if phrase is not None and is_bare(view, phrase):
        phrase = None
    if phrase is not None:
        reach = (
            Reach.ALL if behind_quotation(view, phrase, start) or behind_report(view, phrase, start) else Reach.WITHIN
        )
        return Frame(phrase.first, phrase.last, reach, speaker_in(view, phrase), verb.first)
    last = left_of_verb(view, verb, start)
    if last is not None:
        return Frame(last.first, verb.last, Reach.BEFORE, speaker_in(view, last))
    known = next((frame.speaker for frame in reversed(frames) if frame.reach is Reach.WITHIN), None)
    return Frame(verb.first, verb.last, Reach.BEFORE, known)


def goes_on(view: View, verb: Hit, frames: list[Frame]) -> Frame | None:
    """What is said behind a second verb of the same speaker: "… اعلام کرد|و گفت|…"."""
    if not frames or view.covers(verb.first - 1, Cue.COORDINATION) is None:
        return None
    return Frame(verb.first, verb.last, Reach.AFTER, frames[-1].speaker)


def is_attribute(view: View, verb: Hit) -> bool:
    """Whether a noun follows the verb that it belongs to: "総務省が|発表した|指数は …"."""
    following = verb.last + 1
    if not view.tongue.postpositions or following >= len(view.tokens) or not view.tokens[following].is_word:
        return False
    ends = (Cue.CLAUSE, Cue.FILLER, Cue.COORDINATION, Cue.IN, Cue.TOPIC, Cue.NEGATION, Cue.ACCORDING)
    return view.covers(following, *ends) is None and view.covers(verb.last, Cue.CLAUSE) is None


def outer_opening(view: View, start: int, verb: Hit) -> Span | None:
    """The phrase that opens the clause, but for the subject of an "if" clause."""
    phrase = opening(view, start, verb.first)
    if phrase is not None and view.covers(phrase.last, Cue.GENITIVE):
        return None  # "ロシア軍の|死傷者は": no whole phrase
    mark = view.covers(phrase.last + 1, Cue.TOPIC) if phrase is not None else None
    return None if mark is not None and is_inner(view, mark, verb, [mark]) else phrase


def is_bare(view: View, phrase: Span) -> bool:
    """Whether a phrase has no mark of a subject where the language has one: "費用|として"."""
    following = phrase.last + 1
    if not view.tongue.postpositions or not view.all(Cue.TOPIC) or following >= len(view.tokens):
        return False
    marked = any(view.covers(at, Cue.TOPIC) for at in (following, following + 1))  # "日産|自動車|は"
    return view.tokens[following].is_word and not marked


def left_of_verb(view: View, verb: Hit, start: int) -> Span | None:
    """An unmarked subject behind a comma or quotation, right before the verb: "…, Bakan açıkladı"."""
    phrase = left_phrase(view, verb.first)
    if phrase is None or phrase.first <= start or not can_speak(view, phrase):
        return None
    return phrase if view.tokens[phrase.first - 1].norm in {",", '"'} else None


def says_ahead(view: View, verb: Hit) -> bool:
    """Whether what is said stands behind the verb: after a word for it ("कहा कि"), a colon, or a comma and a quotation.

    Where prepositions stand before, the word may be left out: "گفت|۳۰۰۰ سرباز …".
    """
    for index in range(verb.last + 1, min(verb.last + 1 + AHEAD, len(view.tokens))):
        if view.covers(index, Cue.THAT) or view.tokens[index].norm == ":":
            return True
        if view.tokens[index].norm == "," and [token.norm for token in view.tokens[index + 1 : index + 2]] == ['"']:
            return True
    following = verb.last + 1
    if view.tongue.postpositions or following >= len(view.tokens):
        return False
    goes_on = view.tokens[following].is_word or view.tokens[following].text[:1].isdecimal()
    return goes_on and view.covers(following, Cue.COORDINATION, Cue.CLAUSE) is None


def behind_quotation(view: View, phrase: Span, start: int) -> bool:
    """Whether a quotation stands before the speaker: '"31 kişi öldü" diyen vali, … söyledi'."""
    return any(view.tokens[index].norm == '"' for index in range(start, phrase.first))


def behind_report(view: View, phrase: Span, start: int) -> bool:
    """Whether what he speaks of stands before the speaker: "…를 보냈다는 보도에 대해 관계자는 … 부인했다"."""
    return any(start <= hit.first and hit.last < phrase.first for hit in view.all(Cue.RELATIVE))


def has_words(view: View, first: int, before: int) -> bool:
    return any(view.tokens[index].is_word for index in range(first, before))
