"""Figures: every number with what it counts, of whom, doing what, where, who says so and how."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from monitor.claim import Modality, Prominence
from monitor.quantity import COUNT, Quantity
from monitor.reading.attribution import Speaker, speaker_of
from monitor.reading.counted import OTHERS, PEOPLE, QUALIFIERS, Counted, Place, counted_by, whole_of
from monitor.reading.deeds import deed_of, is_whole
from monitor.reading.groups import (
    BACK,
    WINDOW,
    Group,
    acting,
    before_noun,
    behind_noun,
    group_of,
    have_before,
    subject_of,
)
from monitor.reading.lookup import Hit, HitKind
from monitor.reading.modality import modality_of
from monitor.reading.number_found import AGE, DATE, DETERMINER, NAME, ORDINAL, SCORE, TIME, YEAR
from monitor.reading.numbers import Number
from monitor.reading.phrases import View
from monitor.reading.places import Where, is_there, place_of
from monitor.reading.scene import Scene
from monitor.reading.text import Sentence
from monitor.reading.vocabulary import Cue

TYPED = frozenset({DATE, TIME, YEAR, AGE, ORDINAL, NAME, SCORE, DETERMINER})
"""Units of numbers that tell nothing anybody could say otherwise: they get no speaker and no modality of their own."""
MOST_IN_SENTENCE, MOST_IN_TEXT = 30, 2_000
"""Numbers that are read with what surrounds them; of a table, which has more, the numbers alone are read."""
FURTHEST = 12
"""Sentences back, furniture included, that are looked at for what a sentence leaves out."""
HAVE = "have"
"""What those do who are only had: "a country that has 500,000 soldiers"; no action of the vocabulary."""
OBJECT_OF_VERB = 4
"""Tokens between a verb and the noun that is its object."""
ADJACENT = 3
"""Tokens between a number and the cue that makes it a part or an increment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """One number of the text. Offsets count characters; `start` to `end` is the number alone, without its noun."""

    start: int
    end: int
    text: str
    quantity: Quantity
    sentence: int
    """The index of its sentence in the document."""
    phrase_end: int
    """Where its noun ends, if that follows; else its own end."""
    counted: str | None = None
    """The noun as written."""
    noun: str | None = None
    """The noun's id in the vocabulary."""
    of: Group = ()
    """Entity ids of the group; several are counted together."""
    of_carried: bool = False
    """Whether the group was named in a sentence before."""
    action: str | None = None
    place: str | None = None
    """As written."""
    place_id: str | None = None
    place_carried: bool = False
    """Whether the place was named in a sentence before."""
    speaker: str | None = None
    speaker_id: str | None = None
    via: str | None = None
    modality: Modality = Modality.ASSERTED
    part: bool = False
    """Some of a larger number: "including 500", "500 of whom"."""
    included: bool = False
    """Stands behind "including", or is listed with one that does."""
    whole_noun: str | None = None
    """Of a part: the noun of the larger number."""
    whole: bool = False
    """The larger number of "4,000 of about 11,000"."""
    increment: bool = False
    """Comes on top of another number: "a further 3,000"."""
    boilerplate: bool = False

    @property
    def unit(self) -> str:
        return self.quantity.unit


@dataclass(slots=True)
class Memory:
    """What was read so far, for what later sentences leave out."""

    scene: Scene
    mentions: list[NumberMention] = field(default_factory=list)
    of_sentence: dict[int, list[NumberMention]] = field(default_factory=dict)

    def keep(self, sentence: Sentence, found: list[NumberMention]) -> None:
        self.mentions += found
        self.of_sentence[sentence.index] = found

    def before(self, sentence: Sentence) -> list[Sentence]:
        """The sentences just before, the nearest first, over furniture and within a window of characters."""
        sentences = self.scene.document.sentences
        found: list[Sentence] = []
        for index in range(sentence.index - 1, -1, -1):
            earlier = sentences[index]
            if sentence.start - earlier.start > WINDOW or sentence.index - index > FURTHEST or len(found) == BACK:
                break
            if not earlier.boilerplate:
                found.append(earlier)
        return found


def find_figures(scene: Scene) -> list[NumberMention]:
    """Every number of the text, counts and all others, from left to right."""
    memory = Memory(scene)
    for sentence in scene.document.sentences:
        numbers = scene.numbers[sentence.index]
        if numbers:
            memory.keep(sentence, in_sentence(memory, sentence, numbers))
    return [as_in_body(scene, mention, memory.mentions) for mention in memory.mentions]


def as_in_body(scene: Scene, mention: NumberMention, mentions: list[NumberMention]) -> NumberMention:
    """A headline drops "plans to": the same figure, put so in the text itself, has the modality of the text."""
    if scene.document.sentences[mention.sentence].prominence is not Prominence.TITLE or mention.quantity.unit != COUNT:
        return mention
    same = [other for other in mentions if other.sentence != mention.sentence and is_same(mention, other)]
    if not same or any(other.modality.may_stand for other in same):
        return mention
    return replace(mention, modality=same[0].modality)


def is_same(one: NumberMention, other: NumberMention) -> bool:
    ends = (one.quantity.nominal, one.quantity.low, one.quantity.high)
    others = (other.quantity.nominal, other.quantity.low, other.quantity.high)
    value = one.quantity.nominal == other.quantity.nominal if one.quantity.nominal is not None else ends == others
    return value and one.noun == other.noun and (one.of == other.of or not one.of or not other.of)


def in_sentence(memory: Memory, sentence: Sentence, numbers: tuple[Number, ...]) -> list[NumberMention]:
    if sentence.boilerplate:
        return [replace(bare(number, sentence), boilerplate=True) for number in numbers]
    view = View.of(memory.scene, sentence)
    places = [place_in(sentence, number) for number in numbers[:MOST_IN_SENTENCE] if number.quantity.unit == COUNT]
    found: list[NumberMention] = []
    for number in numbers:
        mention = bare(number, sentence)
        if len(found) >= MOST_IN_SENTENCE or len(memory.mentions) >= MOST_IN_TEXT:
            found.append(mention)
            continue
        if number.quantity.unit not in TYPED:
            mention = told(view, mention)
        if mention.unit == COUNT:
            counted = counts(view, mention, place_in(sentence, number), places)
            if found and found[-1].included and is_listed(view, found[-1], counted):
                counted = replace(counted, part=True, included=True)
            mention = carried(memory, view, counted, found)
        found.append(mention)
    return found


def bare(number: Number, sentence: Sentence) -> NumberMention:
    return NumberMention(
        start=number.start,
        end=number.end,
        text=number.text,
        quantity=number.quantity,
        sentence=sentence.index,
        phrase_end=number.end,
    )


def place_in(sentence: Sentence, number: Number) -> Place:
    first = sentence.token_at(number.start)
    return Place(first, max(first, min(sentence.token_at(number.end - 1), len(sentence.tokens) - 1)))


def told(view: View, mention: NumberMention) -> NumberMention:
    """With the speaker, the modality and the place, which every kind of figure has."""
    speaker: Speaker | None = speaker_of(view.scene, mention.start)
    first = view.sentence.token_at(mention.start)
    where = place_of(view, first, first)
    return replace(
        mention,
        speaker=speaker.text if speaker else None,
        speaker_id=speaker.id if speaker else None,
        via=speaker.via if speaker else None,
        modality=modality_of(view.scene, mention.start, mention.end),
        place=where.text if where else None,
        place_id=where.id if where else None,
    )


def counts(view: View, mention: NumberMention, number: Place, places: list[Place]) -> NumberMention:
    """With the noun, the action, the group and the place of a count, as far as its own sentence gives them."""
    counted = counted_by(view, number, places)
    deed = deed_of(view, number, counted, places)
    noun = counted.id if counted else None
    last = max(number.last, counted.last) if counted else number.last
    where = place_of(view, number.first, last)
    only_had = have_before(view, number) is not None and not is_adjacent(view, last, where)
    return replace(
        mention,
        counted=written(view, counted),
        noun=noun,
        action=HAVE if only_had else action_of(view, noun, deed),
        of=group_of(view, number, counted, deed, places),
        place=where.text if where else None,
        place_id=where.id if where else None,
        phrase_end=max(mention.end, view.tokens[last].end) if counted and not counted.before else mention.end,
        part=whole_of(view, number, places) is not None or is_part(view, number),
        included=is_part(view, number),
        whole=is_whole(view, number, places),
        increment=is_increment(view, number, last),
    )


def is_adjacent(view: View, last: int, where: Where | None) -> bool:
    """Whether a place follows the noun before any comma: "has 10,000 soldiers in Russia"."""
    following = view.tokens[last + 1 :]
    end = next((token.start for token in following if token.norm in {",", ";"}), view.sentence.end)
    return where is not None and where.start < end and where.start > view.tokens[last].start


def action_of(view: View, noun: str | None, deed: Hit | None) -> str | None:
    """The noun's own action ("the dead"), else the verb's."""
    term = view.scene.vocabulary.nouns.get(noun) if noun is not None else None
    own = term.action if term is not None else None
    return own or (deed.id if deed is not None else None)


def written(view: View, counted: Counted | None) -> str | None:
    if counted is None:
        return None
    return view.scene.document.text[view.tokens[counted.first].start : view.tokens[counted.last].end]


# What a sentence leaves out


def carried(memory: Memory, view: View, mention: NumberMention, earlier: list[NumberMention]) -> NumberMention:
    """With the noun, the group and the place that were named before, in this sentence or in one just before it."""
    if mention.increment and is_other_deed(mention, earlier):
        mention = replace(mention, increment=False)
    mention = as_part(mention, earlier)
    if mention.counted is None:
        mention = noun_carried(memory, view, mention, earlier)
    elif mention.noun == OTHERS or is_deed(view, mention):
        mention = as_those_before(view, mention, earlier)
    if mention.place is None and (where := place_before(memory, view)) is not None:
        mention = replace(mention, place=where.text, place_id=where.id, place_carried=True)
    return (
        mention if mention.of or mention.noun is None else group_carried(memory, view, mention, mention.noun, earlier)
    )


def group_carried(
    memory: Memory, view: View, mention: NumberMention, noun: str, earlier: list[NumberMention]
) -> NumberMention:
    for other in reversed(earlier):
        if other.noun == noun and other.of:
            return replace(mention, of=other.of)
    spoken = focus(view, noun, before=mention.start)
    if len(spoken) == 1:
        return replace(mention, of=next(iter(spoken)))
    if subject_of(view, view.sentence.token_at(mention.start)):
        return mention  # somebody else is spoken of
    for sentence in memory.before(view.sentence):
        groups = focus(View.of(memory.scene, sentence), noun)
        if len(groups) == 1:
            return replace(mention, of=next(iter(groups)), of_carried=True)
        if groups:
            break
    return mention


def as_part(mention: NumberMention, earlier: list[NumberMention]) -> NumberMention:
    """A part shares what is said of the whole before it; of another noun it is a full count of its own."""
    whole = next((other for other in reversed(earlier) if other.unit == COUNT and not other.included), None)
    if not mention.included or whole is None:
        return mention
    return replace(
        mention,
        part=True,
        whole_noun=whole.noun,
        of=mention.of or whole.of,
        action=mention.action or whole.action,
        modality=whole.modality if mention.modality.may_stand else mention.modality,
    )


def is_deed(view: View, mention: NumberMention) -> bool:
    """Whether the counted are named only by what befell them: "300 soldiers killed and 2,700 wounded"."""
    index = view.sentence.token_at(mention.end)
    term = view.scene.vocabulary.nouns.get(mention.noun) if mention.noun is not None else None
    nameless = mention.noun == PEOPLE or (term is not None and term.action is not None)
    return nameless and any(
        hit.kind is HitKind.ACTION and hit.end == mention.phrase_end for hit in view.at.get(index, ())
    )


def as_those_before(view: View, mention: NumberMention, earlier: list[NumberMention]) -> NumberMention:
    """Others, or the wounded beside the killed, are of the kind and the group that the sentence counted before."""
    nouns = view.scene.vocabulary.nouns
    for other in reversed(earlier):
        term = nouns.get(other.noun) if other.noun is not None else None
        if term is not None and PEOPLE in term.kind_of and term.action is None and other.noun != OTHERS:
            return replace(mention, noun=other.noun, of=mention.of or other.of)
    return replace(mention, noun=PEOPLE) if mention.noun == OTHERS else mention


def noun_carried(memory: Memory, view: View, mention: NumberMention, earlier: list[NumberMention]) -> NumberMention:
    """A number alone ("so far about 12,000 have been seen there") counts what the last one counted."""
    near = sorted(sentence.index for sentence in memory.before(view.sentence))
    known = [other for index in near for other in memory.of_sentence.get(index, ())] + earlier
    known = [other for other in known if other.unit == COUNT and other.noun is not None and not other.part]
    if not known:
        return mention
    other = max(reversed(known), key=lambda one: bool(one.of))
    inherits = not mention.whole and other.sentence != mention.sentence
    action = mention.action or (other.action if inherits else None)
    return replace(mention, noun=other.noun, of=mention.of or other.of, of_carried=True, action=action)


def focus(view: View, noun: str, *, before: int | None = None) -> set[Group]:
    """The groups of a noun that a sentence, or its beginning, names: beside the noun, or as who acts with his own."""
    actions = [hit for hit in view.hits if hit.kind is HitKind.ACTION]
    groups: set[Group] = set()
    for hit in view.hits:
        if hit.kind is not HitKind.NOUN or hit.id != noun or (before is not None and hit.end > before):
            continue
        counted = Counted(hit.id, hit.first, hit.last, before=True)
        verb = next((one for one in reversed(actions) if 0 < hit.first - one.last <= OBJECT_OF_VERB), None)
        groups.add(
            before_noun(view, counted)
            or behind_noun(view, counted, [])
            or acting(view, Place(hit.first, hit.first), verb)
        )
    return groups - {()}


def place_before(memory: Memory, view: View) -> Where | None:
    """The place of the sentences before: of the same paragraph, or of an earlier one where this one says "there"."""
    said = is_there(view)
    for sentence in memory.before(view.sentence):
        if not said and sentence.paragraph != view.sentence.paragraph:
            break
        where = place_of(View.of(memory.scene, sentence), 0, -1)
        if where is not None:
            return where
    return None


# Parts and increments


def is_part(view: View, number: Place) -> bool:
    """Whether "including" stands right before the number, or "of whom" right behind it."""
    if view.covers(number.last + 1, Cue.PART):
        return True
    index = number.first - 1
    while index >= 0 and number.first - index <= ADJACENT:
        if view.covers(index, Cue.PART):
            return True
        if not (view.covers(index, *QUALIFIERS) or view.tokens[index].norm in {",", "the"}):
            return False
        index -= 1
    return False


def is_listed(view: View, before: NumberMention, mention: NumberMention) -> bool:
    """Whether only "and" or a comma stands between two mentions: "including 500 officers and three generals"."""
    tokens = range(view.sentence.token_at(before.phrase_end), view.sentence.token_at(mention.start))
    return all(view.covers(index, Cue.COORDINATION) or view.tokens[index].norm == "," for index in tokens)


def is_increment(view: View, number: Place, last: int) -> bool:
    """Whether "a further", "another" stands right before the number, or "more", "tambahan" behind it or its noun."""
    before = (index for index in range(number.first - 1, max(-1, number.first - 1 - ADJACENT), -1))
    for index in before:
        cue = view.covers(index, Cue.INCREMENT, Cue.TOTAL)
        if cue is not None:
            return cue.id == Cue.INCREMENT
        if not view.covers(index, *QUALIFIERS):
            break
    behind = (number.last + 1, last + 1)
    return any(view.covers(index, Cue.INCREMENT) is not None for index in behind)


def is_other_deed(mention: NumberMention, earlier: list[NumberMention]) -> bool:
    """Whether the sentence counts others before: "killed 120 people and injured another 300" adds nothing to 120."""
    counted = [other for other in earlier if other.unit == COUNT and other.action is not None]
    return bool(counted) and mention.action is not None and counted[-1].action != mention.action
