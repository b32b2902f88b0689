"""What an attribution is, and whom a noun phrase names: one identity for all the ways to write a speaker."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from monitor.reading.phrases import begins_name
from monitor.reading.view import Span, View
from monitor.reading.vocabulary import Cue, EntityKind
from monitor.reading.words.lookup import Hit, HitKind

SMALL_WORDS = (Cue.ARTICLE, Cue.FILLER, Cue.OF, Cue.COORDINATION)
"""Words that a speaker's identity can do without."""
SPEAKERS = (EntityKind.PERSON, EntityKind.ORGANISATION)
NAMELESS = (Cue.ANONYMOUS, Cue.OF, Cue.IN, Cue.FILLER, Cue.COORDINATION, Cue.PAST, Cue.NOW)
"""What leads up to a name and names nobody by itself: "reports from"."""
NOBODY = (Cue.ARTICLE, Cue.ANONYMOUS, Cue.OF, Cue.FILLER, Cue.PAST)
"""Words of which alone no name is made: "an earlier version of this article"."""
TRAILING = (Cue.ANONYMOUS, Cue.OF, Cue.IN, Cue.FILLER, Cue.TOPIC)
"""The same behind a name, where prepositions stand behind."""
OCCASION = 4
"""Tokens from a preposition to the "statement" or "address" in which somebody says it."""


class Reach(StrEnum):
    """What a frame governs."""

    AFTER = "after"
    BEFORE = "before"
    ALL = "all"
    WITHIN = "within"
    """What stands between the speaker and a verb at the end of the clause."""


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
    until: int | None = None
    """Of a frame that governs what stands within: the verb's first token."""


def speaker_in(view: View, phrase: Span) -> Speaker | None:
    """The speaker that a noun phrase names, or None for a pronoun or for "reports" and "sources" of nobody."""
    bare = without_head(view, phrase)
    phrase = phrase if phrase.first < bare.first and is_adjective(view, bare) else bare
    if phrase.first > phrase.last or is_pronoun(view, phrase):
        return None
    words = [index for index in range(phrase.first, phrase.last + 1) if view.tokens[index].is_word]
    if all(view.covers(index, *NOBODY) for index in words):
        return None
    return Speaker(view.words(phrase), identity(view, phrase))


def is_adjective(view: View, phrase: Span) -> bool:
    """Whether only what kind of source it is follows its head: "una fuente|hospitalaria"."""
    if phrase.first != phrase.last or not view.tongue.group_after_noun:
        return False
    known = view.entities(phrase) or any(hit.kind is HitKind.OFFICE for hit in view.ends.get(phrase.last, ()))
    return not known and view.tokens[phrase.first].text[:1].islower() and not view.covers(phrase.first, Cue.PRONOUN)


def is_pronoun(view: View, phrase: Span) -> bool:
    """Whether a phrase begins with a pronoun that is no title of a name behind it ("ông Zelensky")."""
    hit = view.covers(phrase.first, Cue.PRONOUN)
    if hit is None:
        return False
    return hit.last >= phrase.last or not view.tokens[hit.last + 1].text[:1].isupper()


def without_head(view: View, phrase: Span) -> Span:
    """Without a leading "reports (from)", "pernyataan", "sumber di", or such words behind: they name nobody."""
    first, last = phrase.first, phrase.last
    while first <= last and view.covers(first, *NAMELESS) and not begins_name(view, first):
        first += 1
    if phrase.first < first <= last and all(is_people(view, index) for index in range(first, last + 1)):
        first = phrase.first  # "مصادر|سودانية": of a people alone nobody is named
    while view.tongue.postpositions and first <= last and view.covers(last, *TRAILING):
        if first < last and any(hit.kind is HitKind.OFFICE for hit in view.ends.get(last, ())):
            break  # "米|当局者"
        last -= 1
    return Span(first, last if view.tongue.postpositions else before_occasion(view, first, last))


def is_people(view: View, index: int) -> bool:
    return any(hit.kind is HitKind.DEMONYM for hit in view.ends.get(index, ()))


def before_occasion(view: View, first: int, last: int) -> int:
    """The last token before "in a statement", "в вечернем обращении": where somebody says it names nobody."""
    for index in range(first + 1, last + 1):
        if view.covers(index, Cue.RELAY):
            return index - 1  # "Kyodo, citing sources, said"
        if view.covers(index, Cue.IN) and any(
            view.covers(at, Cue.ANONYMOUS) for at in range(index + 1, min(index + OCCASION, last + 1))
        ):
            return index - 1
    return last


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
    return surname(view, phrase, [*hits, *offices_in(view, phrase)]) or folded(view, phrase, hits)


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


def offices_in(view: View, phrase: Span) -> list[Hit]:
    return [
        hit for hit in view.hits if hit.kind is HitKind.OFFICE and phrase.first <= hit.first and hit.last <= phrase.last
    ]


def folded(view: View, phrase: Span, hits: list[Hit]) -> str:
    """Whose and which body, then the other words: "Pemerintah Amerika Serikat" and "the US government" are one."""
    offices = offices_in(view, phrase)
    held = {index for hit in (*hits, *offices) for index in range(hit.first, hit.last + 1)}
    rest = [
        view.tokens[index].norm
        for index in range(phrase.first, phrase.last + 1)
        if index not in held and view.tokens[index].is_word and not view.covers(index, *SMALL_WORDS)
    ]
    return " ".join((*(hit.id for hit in hits), *(hit.id for hit in offices), *rest))
