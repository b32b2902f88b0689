"""What a number counts: the noun behind it, before it, or in the sentence before."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.reading.lookup import Hit, HitKind
from monitor.reading.phrases import QUOTES, View
from monitor.reading.text import Token
from monitor.reading.vocabulary import Cue, Vocabulary

PEOPLE = "people"
"""The noun of counted ones who are named only by their people or by what befell them: "11,000 North Koreans", "3,000 dead"."""
AHEAD = 9
"""Tokens between a number and its noun: "1,500 well trained North Korean special forces soldiers"."""
ADJECTIVES = 4
"""Unknown words among them, in a language whose nouns come last."""
SOME = 6
"""Tokens between a number and the larger one of which it is some: "of a total of about"."""
BACK = 16
"""Tokens between a noun and the number it is the subject of: "the number of soldiers … has reached 11,000"."""
MARKS = frozenset({",", ";", ":", ".", "(", ")", "[", "]", "?", "!", "…", "%"})
QUALIFIERS = (Cue.ABOUT, Cue.AT_LEAST, Cue.AT_MOST, Cue.MORE_THAN, Cue.LESS_THAN)
SKIPPED = (Cue.OF, Cue.INCREMENT, Cue.THEIR, Cue.TOTAL, Cue.ARTICLE, *QUALIFIERS)
"""What may stand between a number and its noun: "3,000 of its soldiers", "another 3,000 or so men"."""


@dataclass(frozen=True, slots=True)
class Place:
    """A number by its tokens, first and last, both inclusive."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted noun: its id where the vocabulary has it, and its tokens. `before`: it stands before the number."""

    id: str | None
    first: int
    last: int
    before: bool = False


def counted_by(view: View, number: Place, places: list[Place]) -> Counted | None:
    """The noun of a number; `places` are all numbers of the sentence. None where the sentence has none for it."""
    ahead = noun_ahead(view, number, places)
    if ahead is None:
        return noun_behind(view, number, places)
    if ahead.id == PEOPLE and not overlaps_name(view, ahead):
        special = noun_behind(view, number, places, kind=PEOPLE)
        if special is not None and amounts(view, special, number):
            return special
    return ahead


def overlaps_name(view: View, counted: Counted) -> bool:
    return hit_at(view, counted.first, HitKind.DEMONYM, HitKind.ACTION) is not None


def amounts(view: View, counted: Counted, number: Place) -> bool:
    """Whether a verb of amounting links a noun and the number: "jumlah tentara … mencapai 11.000 orang"."""
    return any(view.covers(index, Cue.AMOUNT) for index in range(counted.last + 1, number.first))


def noun_ahead(view: View, number: Place, places: list[Place]) -> Counted | None:
    tokens = view.tokens
    index, unknown, people, fallen = number.last + 1, 0, None, None
    starts = {place.first: place for place in places}
    while index < len(tokens) and index - number.last <= AHEAD:
        if index in starts:
            if not of_before(view, index):
                break
            index = starts[index].last + 1
            continue
        noun = hit_at(view, index, HitKind.NOUN)
        action = hit_at(view, index, HitKind.ACTION)
        if noun is not None and (action is None or noun.last >= action.last):
            noun = head_of(view, noun)
            return Counted(noun.id, noun.first, noun.last)
        name = hit_at(view, index, HitKind.ENTITY, HitKind.DEMONYM)
        cue = view.covers(index, *SKIPPED)
        if name is not None:
            people = Counted(PEOPLE, name.first, name.last) if is_people(view, name) else None
            index = name.last + 1
        elif cue is not None:
            if unknown and cue.id == Cue.OF:
                break
            index = cue.last + 1
        elif joins_names(view, index):
            index += 1
        elif ends_phrase(view, index):
            break
        elif action is not None:
            if index > number.last + 1 and tokens[index - 1].norm != "-":
                break
            fallen = Counted(PEOPLE, action.first, action.last) if index == number.last + 1 else fallen
            index = action.last + 1
        elif tokens[index].is_word and tokens[index].norm != "an":
            unknown += 1
            if unknown > (0 if noun_first(view) else ADJECTIVES):
                return fallen or people or Counted(None, index, index)
            index += 1
        else:
            index += 1
    if fallen is None and people is None and unknown and not noun_first(view):
        last = last_word(view, number.last, index)
        return Counted(None, last, last)
    return fallen or people


def joins_names(view: View, index: int) -> bool:
    """Whether the token only joins two names before a noun: "Russian and North Korean soldiers"."""
    joint = view.covers(index, Cue.COORDINATION)
    if joint is None and view.tokens[index].norm != ",":
        return False
    names = (HitKind.DEMONYM, HitKind.ENTITY)
    before = any(hit.kind in names for hit in view.ends.get(index - 1, ()))
    return before and hit_at(view, index + 1, *names) is not None


def whole_of(view: View, number: Place, places: list[Place]) -> Place | None:
    """The larger number of which this one is some: "3,000 of the 11,000 soldiers"."""
    for place in places:
        if 0 < place.first - number.last <= SOME and of_before(view, place.first):
            return place
    return None


def last_word(view: View, after: int, before: int) -> int:
    return max(index for index in range(after + 1, before) if view.tokens[index].is_word)


def noun_first(view: View) -> bool:
    language = view.scene.language
    return language is not None and language.group_after_noun


def ends_phrase(view: View, index: int) -> bool:
    token = view.tokens[index]
    if token.norm in MARKS or token.norm in QUOTES and index + 1 >= len(view.tokens):
        return True
    if is_loose_dash(view, token, index):
        return True
    return (
        view.covers(
            index,
            Cue.CLAUSE,
            Cue.IN,
            Cue.SPEECH,
            Cue.ACCORDING,
            Cue.COORDINATION,
            Cue.FILLER,
            Cue.PLAN,
            Cue.HYPOTHESIS,
            Cue.ESTIMATE,
            Cue.NEGATION,
            Cue.AGENT,
            Cue.PART,
            Cue.PAST,
            Cue.INFINITIVE,
            Cue.NOW,
            Cue.DENIAL,
        )
        is not None
    )


def is_loose_dash(view: View, token: Token, index: int) -> bool:
    return token.norm == "-" and index > 0 and view.tokens[index - 1].end < token.start


def of_before(view: View, index: int) -> bool:
    """Whether "of", perhaps with an article or a qualifier, stands right before the token."""
    for back in range(index - 1, max(-1, index - 4), -1):
        if view.covers(back, Cue.OF):
            return True
        if not view.covers(back, Cue.THEIR, Cue.TOTAL, Cue.ARTICLE, *QUALIFIERS):
            return False
    return False


def hit_at(view: View, index: int, *kinds: HitKind) -> Hit | None:
    """The longest hit of these kinds that begins at the token."""
    found = [hit for hit in view.at.get(index, ()) if hit.kind in kinds]
    return max(found, key=lambda hit: hit.last, default=None)


def head_of(view: View, noun: Hit) -> Hit:
    """The noun that counts in a row of nouns: the last in English ("infantry soldiers"), the first in Indonesian.

    A general word yields to a special one beside it: "11 orang perwira" are officers.
    """
    following = hit_at(view, noun.last + 1, HitKind.NOUN)
    if following is None or is_verb_first(view, following):
        return noun
    if not noun_first(view):
        return head_of(view, following)
    return following if noun.id == PEOPLE or noun.id in kinds_of(view.scene.vocabulary, following.id) else noun


def is_verb_first(view: View, noun: Hit) -> bool:
    """Whether the word is rather what the counted ones do: "300 people missing"."""
    action = hit_at(view, noun.first, HitKind.ACTION)
    return action is not None and action.last >= noun.last


def kinds_of(vocabulary: Vocabulary, noun: str) -> tuple[str, ...]:
    term = vocabulary.nouns.get(noun)
    return (*term.kind_of, *term.part_of) if term is not None else ()


def is_people(view: View, name: Hit) -> bool:
    """Whether the name itself is what is counted: "11,000 North Koreans are …"."""
    if name.kind is not HitKind.DEMONYM:
        return False
    plural = view.tokens[name.last].norm.endswith("s")
    following = name.last + 1
    return plural and (
        following >= len(view.tokens) or ends_phrase(view, following) or not is_noun_near(view, following)
    )


def is_noun_near(view: View, index: int) -> bool:
    return any(hit_at(view, at, HitKind.NOUN) for at in range(index, min(index + ADJECTIVES, len(view.tokens))))


def noun_behind(view: View, number: Place, places: list[Place], kind: str | None = None) -> Counted | None:
    """The nearest noun to the left that no other number takes: "jumlah tentara … mencapai 11.000"; or one of a kind."""
    taken = [place for place in places if place.last < number.first]
    floor = max((place.last for place in taken), default=-1)
    within: Counted | None = None
    for index in range(number.first - 1, max(floor, number.first - BACK - 1), -1):
        token = view.tokens[index]
        if token.norm in {";", ":"} or view.covers(index, Cue.SPEECH, Cue.ACCORDING, Cue.DENIAL):
            break
        noun = next((hit for hit in view.ends.get(index, ()) if hit.kind is HitKind.NOUN), None)
        if noun is None or (kind is not None and kind not in kinds_of(view.scene.vocabulary, noun.id)):
            continue
        if not in_phrase(view, noun):
            return Counted(noun.id, noun.first, noun.last, before=True)
        if within is None:
            within = Counted(noun.id, noun.first, noun.last, before=True)
    return within


def in_phrase(view: View, noun: Hit) -> bool:
    """Whether a preposition governs the noun, so that another one is the subject: "the toll from the quake has reached"."""
    for index in range(noun.first - 1, max(-1, noun.first - 4), -1):
        if view.covers(index, Cue.IN, Cue.OF):
            return True
        if view.covers(index, Cue.CLAUSE) or not view.tokens[index].is_word:
            return False
    return False
