"""What a number counts: the noun behind it, before it, or in the sentence before."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.reading.phrases import QUOTES, View
from monitor.reading.vocabulary import Cue, Vocabulary
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import Token

OTHERS = "others"
"""The noun that stands for whoever was counted before."""
PEOPLE = "people"
"""The noun of those who are named only by their people or by what befell them: "11,000 North Koreans", "3,000 dead"."""
AHEAD = 9
"""Tokens between a number and its noun: "1,500 well trained North Korean special forces soldiers"."""
PREPOSITION = 2
"""Letters of a preposition at most, where a word stands between two numbers."""
ADJECTIVES = 4
"""Unknown words among them, in a language whose nouns come last."""
SOME = 6
"""Tokens between a number and the larger one of which it is some: "of a total of about"."""
AMOUNTS = 5
"""Tokens between a number and the verb of amounting behind it, where verbs stand last."""
SHORT = 4
"""Tokens of a number and the "including" before it."""
BACK = 16
"""Tokens between a noun and the number it is the subject of: "the number of soldiers … has reached 11,000"."""
AGE_DIGITS = 3
MARKS = frozenset({",", ";", ":", ".", "(", ")", "[", "]", "?", "!", "…", "%"})
QUALIFIERS = (Cue.ABOUT, Cue.AT_LEAST, Cue.AT_MOST, Cue.MORE_THAN, Cue.LESS_THAN)
SKIPPED = (Cue.OF, Cue.GENITIVE, Cue.INCREMENT, Cue.THEIR, Cue.TOTAL, Cue.ARTICLE, *QUALIFIERS)
"""What may stand between a number and its noun: "3,000 of its soldiers", "another 3,000 or so men"."""

LINKS = (*QUALIFIERS, Cue.TOPIC, Cue.TOTAL, Cue.INCREMENT, Cue.AMOUNT, Cue.NOW, Cue.FILLER, Cue.GENITIVE, Cue.PART)
"""What may stand between a noun and the number behind it."""

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


def counted_by(view: View, number: Place, places: list[Place]) -> Counted | None:
    """The noun of a number; `places` are all numbers of the sentence. None where the sentence has none for it."""
    if (other := outvoted(view, number, places)) is not None:
        return counted_by(view, other, places)
    if is_bracketed(view, number):
        return None
    return dual(view, number) or counted_around(view, number, places)


def dual(view: View, number: Place) -> Counted | None:
    """The noun of a number that is one itself: "جنديان", two soldiers."""
    noun = hit_at(view, number.first, HitKind.NOUN)
    return Counted(noun.id, noun.first, noun.last) if noun is not None and noun.last == number.last else None


def counted_around(view: View, number: Place, places: list[Place]) -> Counted | None:
    walk = walk_ahead(view, number, places)
    ahead = walk.result()
    if walk.counter is not None and walk.noun is None:
        return noun_of_counter(view, number, places, walk.counter, ahead)
    if ahead is None:
        return named_by_verb(view, number) or noun_behind(view, number, places)
    if ahead.id == PEOPLE and not overlaps_name(view, ahead):
        special = noun_behind(view, number, places, kind=PEOPLE)
        if special is not None and amounts(view, special, number):
            return special
    return ahead


def is_bracketed(view: View, number: Place) -> bool:
    """Whether nothing but a short bare number stands between two brackets, as an age does: "관계자(52)는"."""
    before, behind = number.first - 1, number.last + 1
    if before < 0 or behind >= len(view.tokens) or number.first != number.last:
        return False
    text = view.tokens[number.first].text
    closed = view.tokens[before].norm == "(" and view.tokens[behind].norm == ")"
    return closed and text.isdecimal() and len(text) <= AGE_DIGITS


def outvoted(view: View, number: Place, places: list[Place]) -> Place | None:
    """The number behind "to" or "against", whose noun is that of both: "mit 393|zu 234 Stimmen"."""
    link = view.covers(number.last + 1, Cue.VERSUS)
    return next((place for place in places if link is not None and place.first == link.last + 1), None)


def named_by_verb(view: View, number: Place) -> Counted | None:
    """What a sentence says that a number of those named before are: "De ellos, medio millar|son|oficiales"."""
    verb = view.covers(number.last + 1, Cue.FILLER)
    if verb is None or verb.first != number.last + 1 or not noun_first(view):
        return None
    noun = hit_at(view, verb.last + 1, HitKind.NOUN)
    nouns = view.scene.vocabulary.nouns
    if noun is None or PEOPLE not in kinds_of(view.scene.vocabulary, noun.id) or nouns[noun.id].action is not None:
        return None  # "310 zostało rannych": what befell them
    return Counted(noun.id, noun.first, noun.last)


def overlaps_name(view: View, counted: Counted) -> bool:
    return hit_at(view, counted.first, HitKind.DEMONYM, HitKind.ACTION) is not None


def amounts(view: View, counted: Counted, number: Place) -> bool:
    """Whether a verb of amounting links a noun and the number: "jumlah tentara … mencapai 11.000 orang"."""
    if view.tongue.verb_final and any(view.covers(number.last + step, Cue.AMOUNT) for step in range(1, AMOUNTS + 1)):
        return True
    return any(view.covers(index, Cue.AMOUNT, Cue.SOURCE) for index in range(counted.last + 1, number.first))


def noun_of_counter(
    view: View, number: Place, places: list[Place], counter: Hit, ahead: Counted | None
) -> Counted | None:
    """Of "兵士1万人", "死者は計240人となった": the noun before the number, else what the counter itself counts.

    `ahead` is the unknown noun behind the counter, if there is one: "30门火炮".
    """
    predicate = predicate_noun(view, counter)
    if predicate is not None:
        return predicate
    beside = attached(view, number, max((place.last for place in places if place.last < number.first), default=-1))
    if beside is not None:
        return beside
    own = hit_at(view, counter.first, HitKind.NOUN)
    special = noun_behind(view, number, places, kind=PEOPLE if own is not None and own.id == PEOPLE else None)
    if special is not None and ((own is None and ahead is None) or amounts(view, special, number)):
        return special
    return Counted(own.id, own.first, own.last, measured=True) if own is not None else ahead


def predicate_noun(view: View, counter: Hit) -> Counted | None:
    """What a sentence says that the counted ones are: "1万1000人|が|北朝鮮|兵|だ", "1.1万人|是|朝鲜|士兵"."""
    link = view.covers(counter.last + 1, Cue.TOPIC, Cue.AMOUNT)
    if link is None:
        return None
    name = hit_at(view, link.last + 1, HitKind.ENTITY, HitKind.DEMONYM)
    noun = hit_at(view, name.last + 1 if name is not None else link.last + 1, HitKind.NOUN)
    if name is None or noun is None or view.covers(noun.last + 1, Cue.TOPIC, Cue.IN, Cue.GENITIVE):
        return None
    return Counted(noun.id, noun.first, noun.last)


def attached(view: View, number: Place, floor: int) -> Counted | None:
    """The noun that stands before a number with nothing but qualifiers, dates and the subject's mark between."""
    index, topic, unknown = number.first - 1, False, 0
    while index > max(floor, number.first - BACK):
        noun = next((hit for hit in view.ends.get(index, ()) if hit.kind is HitKind.NOUN), None)
        if noun is not None and not view.tongue.postpositions and is_verb_first(view, noun):
            return None  # "俘虏17人": a verb, whose object it counts
        if noun is not None and noun.first == floor + 1 and view.covers(noun.first, Cue.COUNTER):
            return None  # of the number before
        if noun is not None:
            office = any(hit.kind is HitKind.OFFICE for hit in view.ends.get(index, ()))
            return None if office and topic else Counted(noun.id, noun.first, noun.last, before=True)
        name = next((hit for hit in view.ends.get(index, ()) if hit.kind is HitKind.DEMONYM), None)
        if name is not None:
            return Counted(PEOPLE, name.first, name.last, before=True)
        cue = view.covers(index, *LINKS)
        if cue is not None and view.covers(index, Cue.IN) is None:
            topic, index = topic or cue.id == Cue.TOPIC, cue.first - 1
        elif index in view.dated or (view.tokens[index].norm == "," and not topic):
            index -= 1
        elif topic and not unknown and view.tokens[index].is_word and not view.over.get(index):
            unknown, index = unknown + 1, index - 1  # "the size of", "the number of"
        else:
            return None
    return None


def walk_ahead(view: View, number: Place, places: list[Place]) -> Walk:
    walk = Walk(view, number, {place.first: place for place in places}, number.last + 1)
    while walk.index < len(view.tokens) and walk.index - number.last <= AHEAD and walk.goes_on():
        pass
    return walk


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
            return self.noun or self.fallen or self.people
        if not self.unknown:
            return None
        words = [at for at in range(self.number.last + 1, self.index) if self.is_noun(at)]
        head = words[0] if noun_first(self.view) else words[-1]
        return Counted(None, head, head)

    def is_noun(self, index: int) -> bool:
        return self.view.tokens[index].is_word and not is_adjective(self.view, index)

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
        noun = hit_at(self.view, self.index, HitKind.NOUN)
        action = hit_at(self.view, self.index, HitKind.ACTION)
        if noun is None or (action is not None and noun.last < action.last):
            return None
        if self.counter is not None and action is not None and noun.last == action.last:
            return False  # what befell them: "4000人伤亡"
        head = head_of(self.view, noun)
        self.noun = Counted(head.id, head.first, head.last)
        return False

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
        if self.index == self.number.last + 1:
            self.fallen = Counted(PEOPLE, action.first, action.last)
        elif self.counter is None and self.view.tokens[self.index - 1].norm != "-":
            return False
        self.index = action.last + 1
        return True

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
    if is_result(view, number):
        return None
    for place in places:
        if 0 < place.first - number.last <= SOME and of_before(view, place.first) and not left_behind(view, number):
            between = range(number.last + 1, place.first)
            return None if any(parts_off(view, index) for index in between) else place
    return fronted_whole(view, number, places)


def is_result(view: View, number: Place) -> bool:
    """Whether the number is what a change led to: "has fallen to|8,000 from 12,000"."""
    index = number.first - 1
    while index > 0 and (cue := view.covers(index, *QUALIFIERS)) is not None:
        index = cue.first - 1
    return index >= 0 and view.covers(index, Cue.AMOUNT) is not None


def left_behind(view: View, number: Place) -> bool:
    """Whether a postposition makes the number what is left, the next one no whole of it: "37|'den 43'e yükseldi"."""
    return view.tongue.postpositions and view.covers(number.last + 1, Cue.OF) is not None


def parts_off(view: View, index: int) -> bool:
    if view.tokens[index].norm == "," or view.covers(index, Cue.CLAUSE, Cue.SPEECH) is not None:
        return True
    deeds = range(index + 1, index + 1 + SHORT)  # "the deaths of 12 soldiers and the capture of 5"
    return view.covers(index, Cue.COORDINATION) is not None and any(hit_at(view, at, HitKind.ACTION) for at in deeds)


def fronted_whole(view: View, number: Place, places: list[Place]) -> Place | None:
    """The larger number that opens the statement: "Of the 11,000 soldiers, 4,000 have died"."""
    before = max((place for place in places if place.last < number.first), key=lambda place: place.last, default=None)
    if before is None or not is_fronted(view, before):
        return None
    comma = any(view.tokens[index].norm == "," for index in range(before.last + 1, number.first))
    return before if comma else None


def is_fronted(view: View, number: Place) -> bool:
    """Whether "of", with an article or a qualifier at most, opens the statement before the number."""
    for index in range(number.first - 1, max(-1, number.first - 5), -1):
        if (of := view.covers(index, Cue.OF)) is not None:
            return of.first == 0 or view.tokens[of.first - 1].norm in MARKS or view.tokens[of.first - 1].norm in QUOTES
        if not view.covers(index, Cue.THEIR, Cue.TOTAL, Cue.ARTICLE, *QUALIFIERS):
            return False
    return False


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
    plural = not endings or view.tokens[name.last].norm.endswith(endings)
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
        name = next((hit for hit in view.ends.get(index, ()) if hit.kind is HitKind.DEMONYM), None)
        if noun is None and kind is None and within is None and name is not None and is_people(view, name):
            within = Counted(PEOPLE, name.first, name.last, before=True)
        if noun is None or (kind is not None and kind not in kinds_of(view.scene.vocabulary, noun.id)):
            continue
        if is_verb_first(view, noun) and noun.first > 0 and view.covers(noun.first - 1, Cue.FILLER):
            continue  # "300 soldados han muerto y 2.700 …"
        if taken and noun.first == floor + 1:
            continue  # of the number before: "12 тысяч человек против трех тысяч"
        if floor >= 0 and noun.first == floor + 1 and included_at(view, floor):
            continue  # "9,400 soldiers, including 450 officers, … up from 6,000"
        if not in_phrase(view, noun):
            return Counted(noun.id, noun.first, noun.last, before=True)
        if within is None:
            within = Counted(noun.id, noun.first, noun.last, before=True)
    return within


def included_at(view: View, last: int) -> bool:
    """Whether "including" stands before the number that ends at a token."""
    return any(view.covers(index, Cue.PART) for index in range(max(0, last - SHORT), last))


def in_phrase(view: View, noun: Hit) -> bool:
    """Whether a preposition governs the noun, so that another is the subject: "the toll from the quake has reached"."""
    if is_genitive(view, noun):
        return True
    for index in range(noun.first - 1, max(-1, noun.first - 4), -1):
        if view.covers(index, Cue.IN, Cue.OF):
            return True
        if view.covers(index, Cue.CLAUSE) or not view.tokens[index].is_word:
            return False
    return False


def is_genitive(view: View, noun: Hit) -> bool:
    """Whether the noun belongs to the one before it, in a language that puts it so: "число жертв|землетрясения"."""
    if not view.tongue.adjectives:
        return False
    index = noun.first - 1
    while index > 0 and is_adjective(view, index):
        index -= 1
    return any(hit.kind is HitKind.NOUN for hit in view.ends.get(index, ()))
