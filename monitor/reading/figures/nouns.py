"""The words around a number: its noun and what may stand between the two."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.reading.phrases import QUOTES
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue, Vocabulary
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import Token

OTHERS = "others"
"""The noun that stands for whoever was counted before."""
PEOPLE = "people"
"""The noun of those who are named only by their people or by what befell them: "11,000 North Koreans", "3,000 dead"."""
ADJECTIVES = 4
"""Unknown words among them, in a language whose nouns come last."""
BEFORE = 3
"""Small words between "of" and a number: "of the|in all|about 14,000"."""
MARKS = frozenset({",", ";", ":", ".", "(", ")", "[", "]", "?", "!", "…", "%"})
QUALIFIERS = (Cue.ABOUT, Cue.AT_LEAST, Cue.AT_MOST, Cue.MORE_THAN, Cue.LESS_THAN)
BORDERS = (
    Cue.CLAUSE, Cue.IN, Cue.SPEECH, Cue.ACCORDING, Cue.COORDINATION, Cue.FILLER, Cue.PLAN, Cue.HYPOTHESIS, Cue.ESTIMATE,
    Cue.NEGATION, Cue.AGENT, Cue.PART, Cue.PAST, Cue.INFINITIVE, Cue.NOW, Cue.DENIAL, Cue.TOPIC,
    Cue.SOURCE,
)  # fmt: skip
"""What ends a noun phrase."""


@dataclass(frozen=True, slots=True)
class Place:
    """A number by its tokens, first and last, both inclusive."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted noun: its id where the vocabulary has it, and its tokens. `before`: it stands before the number.

    `measured`: a measure word is all that the sentence gives, "240人".
    """

    id: str | None
    first: int
    last: int
    before: bool = False
    measured: bool = False


def joins_names(view: View, index: int) -> bool:
    """Whether the token only joins two names before a noun: "Russian and North Korean soldiers"."""
    joint = view.covers(index, Cue.COORDINATION)
    if joint is None and view.tokens[index].norm != ",":
        return False
    names = (HitKind.DEMONYM, HitKind.ENTITY)
    before = any(hit.kind in names for hit in view.ends.get(index - 1, ()))
    return before and hit_at(view, index + 1, *names) is not None


def noun_first(view: View) -> bool:
    language = view.scene.language
    return language is not None and language.group_after_noun


def is_adjective(view: View, index: int) -> bool:
    """Whether the word ends as only adjectives do, in a language that says how."""
    endings = view.tongue.adjectives
    return bool(endings) and view.tokens[index].norm.endswith(endings)


def ends_phrase(view: View, index: int) -> bool:
    token = view.tokens[index]
    if token.norm in MARKS or (token.norm in QUOTES and closes_quotation(view, index)):
        return True
    return is_loose_dash(view, token, index) or view.covers(index, *BORDERS) is not None


def closes_quotation(view: View, index: int) -> bool:
    """Whether a quotation mark is the last sign of the sentence, or a mark follows it: "…", he said."""
    return index + 1 >= len(view.tokens) or view.tokens[index + 1].norm in MARKS


def is_loose_dash(view: View, token: Token, index: int) -> bool:
    return token.norm == "-" and index > 0 and view.tokens[index - 1].end < token.start


def of_before(view: View, index: int) -> bool:
    """Whether "of", perhaps with an article or a qualifier, stands right before the token."""
    back = index - 1
    for _ in range(BEFORE):
        if back < 0 or view.covers(back, Cue.OF):
            return back >= 0
        small = view.covers(back, Cue.THEIR, Cue.TOTAL, Cue.ARTICLE, *QUALIFIERS)
        if small is None:
            return False
        back = small.first - 1
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
    return (
        following if noun.id in (PEOPLE, OTHERS) or noun.id in kinds_of(view.scene.vocabulary, following.id) else noun
    )


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
    language = view.scene.language
    endings = language.plurals if language is not None else ()
    words = view.tokens[name.first : name.last + 1]  # "Koreańczyków|z Północy"
    plural = not endings or any(word.norm.endswith(endings) for word in words)
    following = name.last + 1
    return plural and (
        following >= len(view.tokens) or ends_phrase(view, following) or not is_noun_near(view, following)
    )


def is_noun_near(view: View, index: int) -> bool:
    for at in range(index, min(index + ADJECTIVES, len(view.tokens))):
        if ends_phrase(view, at):
            return False
        if hit_at(view, at, HitKind.NOUN):
            return True
    return False
