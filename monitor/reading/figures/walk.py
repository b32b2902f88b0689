"""From a number to the noun behind it, word by word."""

from __future__ import annotations

from dataclasses import dataclass, field

from monitor.reading.figures.nouns import (
    ADJECTIVES,
    PEOPLE,
    QUALIFIERS,
    Counted,
    Place,
    ends_phrase,
    head_of,
    hit_at,
    is_adjective,
    is_people,
    joins_names,
    noun_first,
    of_before,
)
from monitor.reading.figures.places import cited
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue
from monitor.reading.words.lookup import Hit, HitKind

AHEAD = 9
"""Tokens between a number and its noun: "1,500 well trained North Korean special forces soldiers"."""
PREPOSITION = 2
"""Letters of a preposition at most, where a word stands between two numbers."""
SKIPPED = (Cue.OF, Cue.GENITIVE, Cue.INCREMENT, Cue.THEIR, Cue.TOTAL, Cue.ARTICLE, *QUALIFIERS)
"""What may stand between a number and its noun: "3,000 of its soldiers", "another 3,000 or so men"."""


def walk_ahead(view: View, number: Place, places: list[Place]) -> Walk:
    walk = Walk(view, number, {place.first: place for place in places}, past_aside(view, number))
    while walk.index < len(view.tokens) and walk.index - walk.start < AHEAD and walk.goes_on():
        pass
    return walk


def past_aside(view: View, number: Place) -> int:
    """Behind a number, over who is cited between commas: "Sono quasi 15mila,|stando a Seul,|i nordcoreani"."""
    start, comma = number.last + 1, number.last + 1
    if comma >= len(view.tokens) or view.tokens[comma].norm != "," or not view.covers(comma + 1, Cue.ACCORDING):
        return start
    spoken = cited(view)
    while comma + 1 < len(view.tokens) and comma + 1 in spoken:
        comma += 1
    closed = comma + 1 < len(view.tokens) and view.tokens[comma + 1].norm == ","
    named = closed and view.covers(comma + 2, Cue.ARTICLE) is not None
    return comma + 2 if named and noun_first(view) else start


@dataclass(slots=True)
class Walk:
    """From a number to its noun. What is passed on the way may have to do for one: a people, or what befell them."""

    view: View
    number: Place
    starts: dict[int, Place]
    index: int
    unknown: int = 0
    noun: Counted | None = None
    people: Counted | None = None
    fallen: Counted | None = None
    counter: Hit | None = None
    start: int = field(init=False)

    def __post_init__(self) -> None:
        self.start = self.index

    def goes_on(self) -> bool:
        """One step; False where the noun is found, or where there is none."""
        over = (
            self.number_here,
            self.counter_here,
            self.noun_here,
            self.name_here,
            self.cue_here,
            self.action_here,
            self.word_here,
        )
        return next(goes for step in over if (goes := step()) is not None)

    def result(self) -> Counted | None:
        if self.noun is not None or self.fallen is not None or self.people is not None:
            later = self.people is not None and self.fallen is not None and self.people.first > self.fallen.last
            return self.noun or (self.people if later else None) or self.fallen or self.people  # "400 gefallene|Russen"
        if not self.unknown:
            return None
        words = [at for at in range(self.start, self.index) if self.is_noun(at)]
        if not words:
            return None
        head = words[0] if noun_first(self.view) else words[-1]
        return Counted(None, head, head)

    def is_noun(self, index: int) -> bool:
        word, tongue = self.view.tokens[index], self.view.tongue
        small = tongue.capital_nouns and word.text[:1].islower()
        verb = tongue.verb_second and self.view.covers(index, Cue.DECISION, Cue.DOUBT) is not None
        return word.is_word and not (small or verb) and not is_adjective(self.view, index)

    def number_here(self) -> bool | None:
        """Another number ends the walk, unless this one is some of it: "3,000 of the 11,000 soldiers"."""
        if self.index not in self.starts:
            return None
        if not of_before(self.view, self.index):
            return False
        self.index = self.starts[self.index].last + 1
        return True

    def counter_here(self) -> bool | None:
        """Over a measure word. Where postpositions stand behind nouns, only a genitive leads on to one."""
        if self.counter is not None or self.unknown:
            return None
        counter = self.view.covers(self.index, Cue.COUNTER)
        if counter is None or counter.first != self.index:
            return None
        self.counter, self.index = counter, counter.last + 1
        if (qualifier := self.view.covers(self.index, *QUALIFIERS)) is not None:
            self.index = qualifier.last + 1  # "1万人超の兵力"
        return not self.view.tongue.postpositions or self.view.covers(self.index, Cue.GENITIVE) is not None

    def noun_here(self) -> bool | None:
        noun = hit_at(self.view, self.index, HitKind.NOUN) or self.noun_of_body()
        action = hit_at(self.view, self.index, HitKind.ACTION)
        if noun is None or (action is not None and noun.last < action.last):
            return None
        if self.counter is not None and action is not None and noun.last == action.last:
            return False  # what befell them: "4000人伤亡"
        head = head_of(self.view, noun)
        self.noun = Counted(head.id, head.first, head.last)
        return False

    def noun_of_body(self) -> Hit | None:
        """The noun at the end of what may also name a body: "una veintena|los militares|muertos"."""
        body = hit_at(self.view, self.index, HitKind.OFFICE) if noun_first(self.view) else None
        ends = self.view.ends.get(body.last, ()) if body is not None and body.last > body.first else ()
        return next((hit for hit in ends if hit.kind is HitKind.NOUN), None)

    def name_here(self) -> bool | None:
        name = hit_at(self.view, self.index, HitKind.ENTITY, HitKind.DEMONYM)
        if name is None:
            return None
        self.people = Counted(PEOPLE, name.first, name.last) if is_people(self.view, name) else None
        self.index = name.last + 1
        return True

    def cue_here(self) -> bool | None:
        """Over "of its", "or so"; but "7,000 containers of shells" are containers."""
        cue = self.view.covers(self.index, *SKIPPED)
        if cue is not None and cue.id in QUALIFIERS and self.view.covers(self.index, Cue.IN):
            return False  # "615|around those that the army runs"
        if cue is not None:
            self.index, behind_noun = cue.last + 1, self.unknown > 0 and cue.id == Cue.OF
            return not behind_noun
        if joins_names(self.view, self.index):
            self.index += 1
            return True
        return False if ends_phrase(self.view, self.index) or self.view.covers(self.index, Cue.AMOUNT) else None

    def action_here(self) -> bool | None:
        """A participle is passed over: "300 injured people", "1,500 well-trained soldiers"; a verb ends the walk."""
        action = hit_at(self.view, self.index, HitKind.ACTION)
        if action is None:
            return None
        if self.counter is not None and hit_at(self.view, action.last + 1, HitKind.NOUN) is None:
            return False
        if self.index == self.start or (noun_first(self.view) and self.is_behind_article()):
            self.fallen = Counted(PEOPLE, action.first, action.last)
        elif self.counter is None and self.view.tokens[self.index - 1].norm != "-":
            return False
        self.index = action.last + 1
        return True

    def is_behind_article(self) -> bool:
        """Whether only an article stands between the number and what befell them: "una sessantina|i|superstiti"."""
        return self.index == self.start + 1 and self.view.covers(self.start, Cue.ARTICLE) is not None

    def word_here(self) -> bool:
        """An adjective, perhaps; what is tied to the number ("1,500-strong") is passed over."""
        tokens, index = self.view.tokens, self.index
        if index in self.view.dated or self.leads_on():
            return False
        tied = tokens[index - 1].norm == "-" and tokens[index - 1].end == tokens[index].start
        self.unknown += tokens[index].is_word and not tied and not is_adjective(self.view, index)
        self.index += 1
        return self.unknown <= (0 if noun_first(self.view) else ADJECTIVES)

    def leads_on(self) -> bool:
        """Whether a word too short for a noun leads to the next number: "выросло до 12 тысяч|с|8 тысяч"."""
        tokens = self.view.tokens
        at = self.index if tokens[self.index].norm[:1].isdecimal() else self.index + 1  # or a cue that was passed over
        if at - 1 <= self.number.last or at >= len(tokens) or not tokens[at].norm[:1].isdecimal():
            return False
        return tokens[at - 1].is_word and len(tokens[at - 1].norm) <= PREPOSITION
