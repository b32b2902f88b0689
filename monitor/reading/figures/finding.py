"""Figures: every number with what it counts, of whom, doing what, where, who says so and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from monitor.claim import Prominence
from monitor.quantity import COUNT, Qualifier, Quantity
from monitor.reading.figures.carrying import carried, is_label
from monitor.reading.figures.counted import counted_by
from monitor.reading.figures.deeds import deed_of, is_whole
from monitor.reading.figures.groups import group_of, have_before
from monitor.reading.figures.mentions import Memory, NumberMention
from monitor.reading.figures.nouns import Counted, Place
from monitor.reading.figures.parts import (
    includer_of,
    is_alike,
    is_increment,
    is_next_part,
    is_of_opening,
    is_part,
    is_some,
    is_step,
    last_of,
    part_before,
)
from monitor.reading.figures.places import place_of
from monitor.reading.figures.shares import as_money, shared
from monitor.reading.figures.tables import tabled
from monitor.reading.figures.telling import TYPED, tell
from monitor.reading.figures.wholes import whole_of
from monitor.reading.numbers import Number
from monitor.reading.scene import Scene
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue
from monitor.reading.voice.past import is_benchmark
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import Sentence

MOST_IN_SENTENCE, MOST_IN_TEXT = 30, 2_000
"""Numbers that are read with what surrounds them; of a table, which has more, the numbers alone are read."""
MOST_ALIKE = 40
"""Mentions of one value that a headline's figure is compared with."""
HAVE = "have"
"""What those do who are only had: "a country that has 500,000 soldiers"; no action of the vocabulary."""

Value = tuple[Decimal | None, ...]
"""What makes two quantities one figure: the nominal, else both ends."""


def find_figures(scene: Scene, asked: Callable[[NumberMention], bool] | None = None) -> list[NumberMention]:
    """Every number of the text, counts and all others, from left to right; or those asked for by what they count.

    `asked` sees a mention before it is known who says it, how it is put and where it holds.
    """
    memory = Memory(scene)
    for sentence in scene.document.sentences:
        numbers = scene.numbers[sentence.index]
        if numbers:
            memory.keep(sentence, in_sentence(memory, sentence, numbers))
    wanted = [mention for mention in memory.mentions if asked is None or asked(tabled(scene, mention))]
    in_body = said_again(scene, memory.mentions, wanted)
    told = tell(memory, chain(wanted, *in_body.values()))
    return [
        tabled(scene, as_in_body(told[mention.start], [told[other.start] for other in in_body.get(mention.start, ())]))
        for mention in wanted
    ]


def said_again(
    scene: Scene, mentions: list[NumberMention], wanted: list[NumberMention]
) -> dict[int, list[NumberMention]]:
    """For the counts of the headline, by where they start: those of the text that give the same figure."""
    sentences = scene.document.sentences
    headlines = [one for one in wanted if one.unit == COUNT and sentences[one.sentence].prominence is Prominence.TITLE]
    alike = by_value(mentions) if headlines else {}
    return {
        one.start: [
            other for other in alike.get(value_of(one), ()) if other.sentence != one.sentence and is_same(one, other)
        ]
        for one in headlines
    }


def by_value(mentions: list[NumberMention]) -> dict[Value, list[NumberMention]]:
    """The first few counts of something that have a value."""
    found: dict[Value, list[NumberMention]] = {}
    for mention in mentions:
        if mention.noun is not None and mention.unit == COUNT:
            known = found.setdefault(value_of(mention), [])
            if len(known) < MOST_ALIKE:
                known.append(mention)
    return found


def value_of(mention: NumberMention) -> Value:
    quantity = mention.quantity
    return (quantity.nominal,) if quantity.nominal is not None else (quantity.low, quantity.high)


def as_in_body(mention: NumberMention, same: list[NumberMention]) -> NumberMention:
    """A headline drops "plans to": the same figure, put so in the text itself, has the modality of the text."""
    if not same or any(other.modality.may_stand for other in same):
        return mention
    return replace(mention, modality=same[0].modality)


def is_same(one: NumberMention, other: NumberMention) -> bool:
    """Whether two counts of one value are of the same."""
    return one.noun == other.noun and (one.of == other.of or not one.of or not other.of)


def in_sentence(memory: Memory, sentence: Sentence, numbers: tuple[Number, ...]) -> list[NumberMention]:
    if sentence.boilerplate:
        return [replace(bare(number, sentence), boilerplate=True) for number in numbers]
    if all(number.quantity.unit in TYPED for number in numbers):
        return [bare(number, sentence) for number in numbers]
    view = View.of(memory.scene, sentence)
    places = [place_in(sentence, number) for number in numbers[:MOST_IN_SENTENCE] if number.quantity.unit == COUNT]
    found: list[NumberMention] = []
    for number in numbers:
        mention = bare(number, sentence)
        untold = mention.unit in TYPED or len(found) >= MOST_IN_SENTENCE or len(memory.mentions) >= MOST_IN_TEXT
        if untold:
            found.append(mention)
            continue
        place = place_in(sentence, number)
        memory.last_tokens[mention.start] = place.first
        if mention.unit == COUNT:
            noun = counted_by(view, place, places)
            if (noun is None or noun.before) and is_label(view, mention, places):
                found.append(mention)
                continue
            if noun is not None and noun.id is None and is_some(view, mention, place):
                noun = None  # the verb behind it: "40|'ının taburcu edildiğini"
            mention = as_money(view, mention, noun, found)
        if mention.unit == COUNT:
            memory.last_tokens[mention.start] = last_of(place, noun)
            counted = counts(view, mention, place, noun, places)
            if found and is_next_part(view, found[-1], counted) and is_alike(found[-1], counted):
                counted = replace(counted, part=True, included=True)
            mention = carried(memory, view, counted, found)
        else:
            mention = shared(view, mention, place, places)
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


def counts(
    view: View, mention: NumberMention, number: Place, counted: Counted | None, places: list[Place]
) -> NumberMention:
    """With the noun, the action and the group of a count, as far as its own sentence gives them."""
    larger = includer_of(view, number, counted, places)
    deed = (
        deed_of(view, number, counted, places)
        if larger is None
        else deed_of(view, larger, counted_by(view, larger, places), places)
    )
    noun = counted.id if counted else None
    included = is_part(view, number, counted)
    last = last_of(number, counted)
    counter = view.covers(number.last + 1, Cue.COUNTER)
    end = max(last, counter.last) if counter is not None else last
    behind = deed is not None and deed.first > number.last
    done = deed is not None and behind and (view.tongue.verb_second or deed.first == end + 1)  # "hat 45 getötet"
    befell = is_befallen(view, counted, deed)
    told = done_to(view, number, deed)
    only_had = have_before(view, number) is not None and not (done or befell) and not is_in_place(view, number, last)
    return replace(
        mention,
        quantity=as_benchmark(view, mention.quantity, number),
        counted=written(view, counted),
        noun=noun,
        measured=counted is not None and counted.measured,
        action=HAVE if only_had else action_of(view, noun, told) or befallen(view, number, counted),
        of=group_of(view, number, counted, deed, places),
        phrase_end=max(mention.end, view.tokens[last].end) if counted and not counted.before else mention.end,
        part=included or whole_of(view, number, places) is not None or is_some(view, mention, number),
        included=included,
        whole=is_whole(view, number, places),
        increment=is_increment(view, number, counted, last) or is_step(view, number, places),
    )


def is_befallen(view: View, counted: Counted | None, deed: Hit | None) -> bool:
    """Whether the noun itself says what befell whom it counts: "suffered|300 deaths", "has|1,200 wounded"."""
    if counted is None or counted.id is None:
        return False
    own = view.scene.vocabulary.nouns[counted.id].action
    return own is not None or (deed is not None and deed.first == counted.first)


def is_in_place(view: View, number: Place, last: int) -> bool:
    """Whether a place follows the noun before any comma: "has 10,000 soldiers in Russia"."""
    where = place_of(view, number.first, last)
    following = view.tokens[last + 1 :]
    end = next((token.start for token in following if token.norm in {",", ";"}), view.sentence.end)
    return where is not None and where.start < end and where.start > view.tokens[last].start


def action_of(view: View, noun: str | None, deed: Hit | None) -> str | None:
    """The noun's own action ("the dead"), else the verb's."""
    term = view.scene.vocabulary.nouns.get(noun) if noun is not None else None
    own = term.action if term is not None else None
    return own or (deed.id if deed is not None else None)


def done_to(view: View, number: Place, deed: Hit | None) -> Hit | None:
    """The verb, but for one that only says that some are among those: "among the dead|there are|five children"."""
    if deed is None or not view.scene.vocabulary.actions[deed.id].presence or deed.first > number.first:
        return deed
    among = part_before(view, number.first) is not None or is_of_opening(view, number)
    return None if among else deed


def befallen(view: View, number: Place, counted: Counted | None) -> str | None:
    """What befell those of whom the number is a part, by their noun: "मृतकों में 22 बच्चे", "사망자 가운데 여성이 85명"."""
    part = part_before(view, number.first) or (view.all(Cue.PART)[0] if is_of_opening(view, number) else None)
    if part is None and counted is not None and counted.before:
        part = part_before(view, counted.first)
    if part is None:
        return None
    nouns = view.scene.vocabulary.nouns
    genitive = view.covers(part.first - 1, Cue.GENITIVE) if part.first > 0 else None
    before = (genitive or part).first - 1
    behind = part.last + (not view.tongue.postpositions)
    within = (hit for index in range(part.first, behind + 1) for hit in view.at.get(index, ()))
    hits = (*within, *(view.ends.get(before, ()) if view.tongue.postpositions else ()))
    return next((nouns[hit.id].action for hit in hits if hit.kind is HitKind.NOUN and hit.id in nouns), None)


def as_benchmark(view: View, quantity: Quantity, number: Place) -> Quantity:
    """The old figure that a new one is more than is exact: "前日の1520人を上回り"."""
    compared = quantity.qualifier in (Qualifier.MORE_THAN, Qualifier.LESS_THAN) and view.tongue.postpositions
    if not compared or quantity.nominal is None or not is_benchmark(view, number.first, number.last):
        return quantity
    return Quantity.of(quantity.nominal, unit=quantity.unit)


def written(view: View, counted: Counted | None) -> str | None:
    if counted is None:
        return None
    return view.scene.document.text[view.tokens[counted.first].start : view.tokens[counted.last].end]
