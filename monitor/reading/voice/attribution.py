"""Who is cited for what stands at a place: "X said that …", "…, X said", "according to X, …", "Y quotes X"."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from monitor.reading.phrases import left_phrase, right_phrase, skip_left
from monitor.reading.scene import Scene
from monitor.reading.view import Span, View
from monitor.reading.vocabulary import Cue, EntityKind
from monitor.reading.voice.deciding import clause_start, decider_before, decider_of, goes_on
from monitor.reading.voice.frames import Frame, Reach, Speaker, speaker_in
from monitor.reading.voice.reaching import governing
from monitor.reading.voice.subjects import holds_figure, opener
from monitor.reading.voice.verb_last import postposed, spoken_last
from monitor.reading.voice.verbs import (
    adds,
    before_report,
    closes,
    inverted,
    is_at,
    is_himself,
    is_mark,
    is_somebody,
    leads,
    next_mark,
    opens_late,
    past_addressee,
    stands_alone,
    verb_opens,
)
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import Sentence

__all__ = ["Frame", "Speaker", "frames_of", "speaker_of"]

EARLY = 7
"""Tokens of a sentence among which "this" stands that refers to the one before."""
BACK = 3
"""How many sentences back a pronoun or an open quotation looks for its speaker."""


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
    if not any(hit.first < EARLY for hit in view.all(Cue.ABOVE)):
        return None
    return next((frame.speaker for frame in frames_of(view, carry=False) if frame.speaker is not None), None)


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
        if hit.id == Cue.SPEECH and plans(view, hit):
            continue
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


def plans(view: View, verb: Hit) -> bool:
    """Whether a verb that may say something says what its subject will do: "prévoit|d'envoyer 900 hommes"."""
    if view.covers(verb.first, Cue.PLAN) is None or view.tongue.verb_final:
        return False
    joint = view.covers(verb.last + 1, Cue.OF, Cue.INFINITIVE)
    at = joint.last + 1 if joint is not None else verb.last + 1
    return any(hit.kind is HitKind.ACTION for hit in view.at.get(at, ()))


def after_relay(view: View, hit: Hit, frame: Frame | None, frames: list[Frame]) -> Frame | None:
    """Of "X quotes Y as saying" the verb of speech has Y for its speaker, and X relays; "X said so, denying" is X."""
    if frame is None or not frames or frames[-1].speaker is None:
        return frame
    if frame.first < hit.first and not view.tokens[frame.first].is_word and frames[-1].reach is Reach.AFTER:
        return replace(frame, speaker=frames[-1].speaker)  # "Die Armee bestritt, …, räumte|aber ein, dass"
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
            return postposed(view, hit, frames)
        return by_teller(view, relayed(view, hit), frames) if hit.id == Cue.RELAY else after_cue(view, hit)
    return spoken_last(view, hit, start, frames) if view.tongue.verb_final else spoken(view, hit)


def in_view_of(view: View, hit: Hit) -> Frame | None:
    """Read "Per i servizi ucraini, …", "…, per la questura 80mila": of a body that speaks, where a statement begins."""
    phrase = right_phrase(view, hit.last) if hit.first == 0 or is_mark(view, hit.first - 1) else None
    if phrase is None or not is_body(view, phrase):
        return None
    following = phrase.last + 1
    figure = any(view.sentence.token_at(number.start) == following for number in view.numbers)
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
        phrase = left_phrase(view, verb.first)
        if phrase is None:
            return before_relative(view, verb)
        governed = view.covers(phrase.last, Cue.OF)  # "the number of|confirmed|cases"
        return before_predicate(view, phrase) if governed is None else None
    return next((one for at in (clause_start(view, verb.first), 0) if (one := opener(view, at, verb.first))), None)


def before_predicate(view: View, phrase: Span) -> Span:
    """Without the predicate whose object was taken for a verb of speech: "Officials|could not confirm|reports"."""
    named = phrase.first
    while named < phrase.last and view.covers(named, Cue.ARTICLE):
        named += 1
    for index in range(named + 1, phrase.last + 1):
        if view.covers(index, Cue.DOUBT, Cue.NEGATION, Cue.DECISION):
            return Span(phrase.first, max(named, skip_left(view, index - 1)))
    return phrase


def before_relative(view: View, verb: Hit) -> Span | None:
    """Whom a relative clause tells of, whose verb it opens with: "the network,|which|clarified that …"."""
    relative = view.covers(verb.first - 1, Cue.RELATIVE) if verb.first > 1 else None
    if relative is None or not (view.covers(relative.first, Cue.CLAUSE) and view.covers(verb.last + 1, Cue.CLAUSE)):
        return None
    return left_phrase(view, relative.first - (view.tokens[relative.first - 1].norm == ","))


def is_second(view: View, verb: Hit) -> bool:
    """Whether "and" stands right before a verb and its auxiliaries."""
    return view.covers(skip_left(view, verb.first - 1), Cue.COORDINATION) is not None


def reach_of(view: View, phrase: Span, hit: Hit) -> Reach:
    """Which way "X said" looks: back at its end, both ways between two commas ("…, X said, with nine missing")."""
    if closes(view, phrase, hit):
        return Reach.BEFORE
    inserted = opens_late(view, phrase) and not view.tongue.verb_final and stands_alone(view, hit)
    return Reach.ALL if inserted else Reach.AFTER


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


def after_cue(view: View, hit: Hit) -> Frame | None:
    """Read "according to X, …", "…, kata X": the speaker follows the cue."""
    himself = hit.id == Cue.ACCORDING and view.covers(hit.first, Cue.PRONOUN)  # "по его словам"
    phrase = Span(hit.first, hit.last) if himself else right_phrase(view, past_addressee(view, hit))
    if phrase is None:
        return None
    follows = any(token.is_word for token in view.tokens[phrase.last + 1 :])
    words = [index for index in range(hit.first) if view.tokens[index].is_word]
    opens = all(view.covers(index, Cue.COORDINATION) for index in words)
    if opens or leads(view, hit) or view.tokens[hit.first - 1].norm in {";", ":"}:
        reach = Reach.AFTER
    else:
        middle = follows and next_mark(view, phrase.last + 1) == "," and view.tokens[hit.first - 1].norm == ","
        inside = view.tongue.verb_second and follows and not is_mark(view, hit.first - 1)
        reach = Reach.ALL if middle or inside else Reach.BEFORE
    return Frame(hit.first, phrase.last, reach, speaker_in(view, phrase))


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
