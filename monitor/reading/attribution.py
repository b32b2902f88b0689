"""Who is cited for what stands at a place: "X said that …", "…, X said", "according to X, …", "Y quotes X"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from monitor.reading.lookup import Hit, HitKind
from monitor.reading.phrases import QUOTES, Span, View, left_phrase, right_phrase
from monitor.reading.scene import Scene
from monitor.reading.text import Sentence
from monitor.reading.vocabulary import Cue, EntityKind

BACK = 3
"""How many sentences back a pronoun or an open quotation looks for its speaker."""
TAIL = 10
"""Tokens that may follow ", X said" at the end of a sentence: "told reporters in Moscow on Tuesday"."""
SMALL_WORDS = (Cue.ARTICLE, Cue.FILLER, Cue.OF, Cue.COORDINATION)
"""Words that a speaker's identity can do without."""
SPEAKERS = (EntityKind.PERSON, EntityKind.ORGANISATION)


class Reach(StrEnum):
    """What a frame governs."""

    AFTER = "after"
    BEFORE = "before"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Speaker:
    """`text` as written; `id` with spellings folded; `via` who relays."""

    text: str
    id: str
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution of a sentence. `speaker` is null where the text cites somebody without saying whom."""

    first: int
    last: int
    reach: Reach
    speaker: Speaker | None


def speaker_of(scene: Scene, start: int) -> Speaker | None:
    """Who says what stands at `start` (characters of the text), or None where the article says it itself."""
    sentence = scene.sentence_of(start)
    view = View.of(scene, sentence)
    place = sentence.token_at(start)
    frames = frames_of(view)
    frame = governing(view, frames, place)
    if frame is None and in_quotation(view, place):
        return spoken_before(scene, sentence)
    if frame is None or frame.speaker is None:
        return None
    via = relay_of(view)
    return (
        replace(frame.speaker, via=via)
        if via and frame.speaker.via is None and via != frame.speaker.text
        else frame.speaker
    )


def governing(view: View, frames: list[Frame], place: int) -> Frame | None:
    """The nearest frame that opens before the place, else the first that closes after it, else one for all."""
    opened = [
        frame
        for frame in frames
        if frame.reach is Reach.AFTER and frame.last < place and not cut(view, frame.last, place)
    ]
    closed = [frame for frame in frames if frame.reach is Reach.BEFORE and place < frame.first]
    if opened and (opened[-1].speaker is not None or not closed):
        return opened[-1]
    if closed:
        return quoting(view, closed)
    return next((frame for frame in frames if frame.reach is Reach.ALL), None)


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


@lru_cache(maxsize=512)
def frames_of(view: View, *, carry: bool = True) -> list[Frame]:
    """All attributions of a sentence from left to right. Without `carry`, pronouns are not resolved."""
    frames: list[Frame] = []
    for hit in view.all(Cue.SPEECH, Cue.DENIAL, Cue.ACCORDING, Cue.RELAY):
        if hit.id == Cue.ACCORDING and view.covers(hit.first, Cue.PRONOUN):
            continue  # "katanya" is "kata" with a clitic that is the speaker himself
        frame = (
            relayed(view, hit)
            if hit.id == Cue.RELAY
            else after_cue(view, hit)
            if hit.id == Cue.ACCORDING
            else spoken(view, hit)
        )
        if frame is not None and frame.speaker is None and carry and refers_back(view, frame):
            frame = replace(frame, speaker=spoken_before(view.scene, view.sentence))
        if frame is not None:
            frames.append(frame)
    return frames


def spoken(view: View, hit: Hit) -> Frame | None:
    """Read "X said that …", "…, X said", "…, said X", "ujarnya"."""
    if inverted(view, hit):
        return after_cue(view, hit)
    phrase = left_phrase(view, hit.first)
    if phrase is None:
        ends = not any(view.covers(index, Cue.CLAUSE) for index in range(hit.last + 1, len(view.tokens)))
        pronoun = view.covers(hit.first, Cue.PRONOUN)
        return Frame(hit.first, hit.last, Reach.BEFORE if ends else Reach.AFTER, None) if pronoun else None
    if all(view.covers(index, Cue.ARTICLE) for index in range(phrase.first, phrase.last + 1)):
        return None  # "the confirmed toll", "a reported 900"
    reach = Reach.BEFORE if closes(view, phrase, hit) else Reach.AFTER
    return Frame(phrase.first, hit.last, reach, speaker_in(view, phrase))


def inverted(view: View, hit: Hit) -> bool:
    """Whether the subject follows the verb: the verb stands after a comma or a quotation and before a name."""
    following = hit.last + 1
    if hit.id != Cue.SPEECH or hit.first == 0 or following >= len(view.tokens) or view.covers(hit.first, Cue.PRONOUN):
        return False
    after_mark = view.tokens[hit.first - 1].norm in {",", "?", "!"} | QUOTES
    token = view.tokens[following]
    return (
        after_mark
        and token.is_word
        and (token.text[:1].isupper() or view.covers(following, Cue.CLAUSE, Cue.IN, Cue.OF) is None)
    )


def closes(view: View, phrase: Span, hit: Hit) -> bool:
    """Whether "X said" ends the sentence after what was said."""
    opens_late = phrase.first > 0 and view.tokens[phrase.first - 1].norm in {","} | QUOTES
    rest = range(hit.last + 1, len(view.tokens))
    return opens_late and len(rest) <= TAIL and not any(view.covers(index, Cue.CLAUSE) for index in rest)


def after_cue(view: View, hit: Hit) -> Frame | None:
    """Read "according to X, …", "…, kata X": the speaker follows the cue."""
    phrase = right_phrase(view, hit.last)
    if phrase is None:
        return None
    follows = any(token.is_word for token in view.tokens[phrase.last + 1 :])
    opens = hit.first == 0 or not any(token.is_word for token in view.tokens[: hit.first])
    if opens or view.tokens[hit.first - 1].norm == ";":
        reach = Reach.AFTER
    else:
        middle = follows and next_mark(view, phrase.last + 1) == "," and view.tokens[hit.first - 1].norm == ","
        reach = Reach.ALL if middle else Reach.BEFORE
    return Frame(hit.first, phrase.last, reach, speaker_in(view, phrase))


def next_mark(view: View, index: int) -> str:
    """The first comma or stop after a noun phrase, past a date or a place that belongs to it."""
    return next(
        (view.tokens[at].norm for at in range(index, len(view.tokens)) if view.tokens[at].norm in {",", "."}), ""
    )


def relayed(view: View, hit: Hit) -> Frame | None:
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


def relay_of(view: View) -> str | None:
    """Who relays the whole sentence ("melansir Reuters", "as reported by NTV")."""
    for hit in view.all(Cue.VIA):
        phrase = right_phrase(view, hit.last)
        speaker = speaker_in(view, phrase) if phrase else None
        if speaker is not None:
            return speaker.text
    return None


def refers_back(view: View, frame: Frame) -> bool:
    """Whether the nameless speaker is one named before: a pronoun, or "the report", "laporan tersebut"."""
    return any(view.covers(index, Cue.PRONOUN) for index in range(frame.first, frame.last + 1))


def speaker_in(view: View, phrase: Span) -> Speaker | None:
    """The speaker that a noun phrase names, or None for a pronoun or for "reports" and "sources" of nobody."""
    phrase = without_head(view, phrase)
    if phrase.first > phrase.last or view.covers(phrase.first, Cue.PRONOUN):
        return None
    if not any(view.tokens[index].is_word for index in range(phrase.first, phrase.last + 1)):
        return None
    return Speaker(view.words(phrase), identity(view, phrase))


def without_head(view: View, phrase: Span) -> Span:
    """Without a leading "reports (from)", "pernyataan", "sumber di": they name nobody by themselves."""
    first = phrase.first
    while first <= phrase.last and view.covers(first, Cue.ANONYMOUS, Cue.OF, Cue.IN, Cue.FILLER, Cue.COORDINATION):
        first += 1
    return Span(first, phrase.last)


def identity(view: View, phrase: Span) -> str:
    """The speaker with spellings folded: a known person or body; else a name as written last; else the words."""
    hits = view.entities(phrase)
    known = [hit for hit in hits if hit.kind is HitKind.ENTITY]
    for kind in SPEAKERS:
        for hit in known:
            if view.scene.vocabulary.entities[hit.id].kind is kind:
                return hit.id
    if len(known) == 1 and (known[0].first, known[0].last) == (phrase.first, phrase.last):
        return known[0].id
    return surname(view, phrase, hits) or folded(view, phrase, hits)


def surname(view: View, phrase: Span, hits: list[Hit]) -> str | None:
    """The last word of a name that the vocabulary does not hold ("General Oleksandr Syrskyi"), in normal form."""
    inside = {index for hit in hits for index in range(hit.first, hit.last + 1)}
    capital = [
        index
        for index in range(phrase.first, phrase.last + 1)
        if index not in inside
        and index > 0
        and view.tokens[index].text[:1].isupper()
        and not view.covers(index, Cue.ANONYMOUS)
    ]
    run = [index for index in capital if index - 1 in capital or index + 1 in capital]
    return view.tokens[run[-1]].norm if run else None


def folded(view: View, phrase: Span, hits: list[Hit]) -> str:
    """Whose and which body, then the other words: "Pemerintah Amerika Serikat" and "the US government" are one."""
    offices = [
        hit for hit in view.hits if hit.kind is HitKind.OFFICE and phrase.first <= hit.first and hit.last <= phrase.last
    ]
    held = {index for hit in (*hits, *offices) for index in range(hit.first, hit.last + 1)}
    rest = [
        view.tokens[index].norm
        for index in range(phrase.first, phrase.last + 1)
        if index not in held and view.tokens[index].is_word and not view.covers(index, *SMALL_WORDS)
    ]
    return " ".join((*(hit.id for hit in hits), *(hit.id for hit in offices), *rest))
