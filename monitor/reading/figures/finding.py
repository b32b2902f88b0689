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
from monitor.reading.figures.nouns import QUALIFIERS, Counted, Place
from monitor.reading.figures.places import place_of
from monitor.reading.figures.shares import shared
from monitor.reading.figures.tables import tabled
from monitor.reading.figures.telling import TYPED, tell
from monitor.reading.figures.wholes import whole_of
from monitor.reading.numbers import Number
from monitor.reading.scene import Scene
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue
from monitor.reading.voice.clauses import STRONG
from monitor.reading.voice.past import is_benchmark
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import Sentence

MOST_IN_SENTENCE, MOST_IN_TEXT = 30, 2_000
"""Numbers that are read with what surrounds them; of a table, which has more, the numbers alone are read."""
MOST_ALIKE = 40
"""Mentions of one value that a headline's figure is compared with."""
HAVE = "have"
"""What those do who are only had: "a country that has 500,000 soldiers"; no action of the vocabulary."""
CLAUSE = 14
"""Tokens from "in this place alone" to the figure that it is said of."""
ADJACENT = 3
"""Tokens between a number and the cue that makes it a part or an increment."""
WHOLE = 8
"""Tokens between "including", where it stands behind a part, and the number that includes it."""

Value = tuple[Decimal | None, ...]
"""What makes two quantities one figure: the nominal, else both ends."""
STEP = 3
"""Tokens from what a count rose by to what it rose to: "by 19 people to 2,056"."""


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
            if (noun is None or noun.before) and is_label(view, mention):
                found.append(mention)
                continue
            memory.last_tokens[mention.start] = last_of(place, noun)
            counted = counts(view, mention, place, noun, places)
            if found and found[-1].included and is_listed(view, found[-1], counted) and is_alike(found[-1], counted):
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


def last_of(number: Place, counted: Counted | None) -> int:
    return max(number.last, counted.last) if counted is not None else number.last


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
    last = last_of(number, counted)
    counter = view.covers(number.last + 1, Cue.COUNTER)
    end = max(last, counter.last) if counter is not None else last
    behind = deed is not None and deed.first > number.last
    done = deed is not None and behind and (view.tongue.verb_second or deed.first == end + 1)  # "hat 45 getötet"
    befell = is_befallen(view, counted, deed)
    only_had = have_before(view, number) is not None and not (done or befell) and not is_in_place(view, number, last)
    return replace(
        mention,
        quantity=as_benchmark(view, mention.quantity, number),
        counted=written(view, counted),
        noun=noun,
        measured=counted is not None and counted.measured,
        action=HAVE if only_had else action_of(view, noun, deed) or befallen(view, number, counted),
        of=group_of(view, number, counted, deed, places),
        phrase_end=max(mention.end, view.tokens[last].end) if counted and not counted.before else mention.end,
        part=whole_of(view, number, places) is not None or is_part(view, number, counted),
        included=is_part(view, number, counted),
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


def befallen(view: View, number: Place, counted: Counted | None) -> str | None:
    """What befell those of whom the number is a part, by their noun: "मृतकों में 22 बच्चे", "사망자 가운데 여성이 85명"."""
    part = part_before(view, number.first)
    if part is None and counted is not None and counted.before:
        part = part_before(view, counted.first)
    if part is None:
        return None
    nouns = view.scene.vocabulary.nouns
    genitive = view.covers(part.first - 1, Cue.GENITIVE) if part.first > 0 else None
    before = (genitive or part).first - 1
    within = (hit for index in range(part.first, part.last + 1) for hit in view.at.get(index, ()))
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


# Parts and increments


def is_part(view: View, number: Place, counted: Counted | None) -> bool:
    """Whether "including" stands right before the number, or before its noun, or "of whom" right behind it."""
    if view.covers(number.last + 1, Cue.PART) or included_behind(view, number, counted) is not None:
        return True
    if is_alone(view, number.first):
        return True
    if counted is None or not counted.before or not view.tongue.verb_final:
        return part_before(view, number.first) is not None
    return (part_before(view, counted.first) or part_before(view, number.first)) is not None  # "사망자|가운데|4명"


def included_behind(view: View, number: Place, counted: Counted | None) -> Hit | None:
    """A word behind the number, its measure word or its noun that makes it a part of what follows: "2人|を含む"."""
    counter = view.covers(number.last + 1, Cue.COUNTER)
    last = max(counter.last if counter is not None else number.last, last_of(number, counted))
    return view.covers(last + 1, Cue.INCLUDED)


def includer_of(view: View, number: Place, counted: Counted | None, places: list[Place]) -> Place | None:
    """The larger number that includes this one and follows it: "日本人2人を含む|17人"."""
    cue = included_behind(view, number, counted)
    return next((one for one in places if cue is not None and 0 < one.first - cue.last <= WHOLE), None)


def part_before(view: View, first: int) -> Hit | None:
    """The "including" right before a number."""
    index = first - 1
    for _ in range(ADJACENT):
        if index < 0 or (part := view.covers(index, Cue.PART)) is not None:
            return part if index >= 0 else None
        hit = view.covers(index, *QUALIFIERS, Cue.FILLER, Cue.AMOUNT, Cue.HAVE)
        if hit is None and view.tokens[index].norm not in {",", "the"}:
            return None
        index = hit.first - 1 if hit is not None else index - 1
    return None


def is_alone(view: View, first: int) -> bool:
    """Whether the clause opens with a place of which alone it tells: "Só em Juiz de Fora|foram 31 óbitos"."""
    for hit in view.all(Cue.ALONE):
        if 0 <= first - hit.last <= CLAUSE:
            begins = hit.first == 0 or not view.tokens[hit.first - 1].is_word or view.covers(hit.first - 1, Cue.CLAUSE)
            commas = sum(view.tokens[index].norm == "," for index in range(hit.last, first))
            if begins and commas <= 1 and not any(view.tokens[at].norm in STRONG for at in range(hit.last, first)):
                return True
    return False


def is_listed(view: View, before: NumberMention, mention: NumberMention) -> bool:
    """Whether only "and" or a comma stands between two mentions: "including 500 officers and three generals"."""
    tokens = range(view.sentence.token_at(before.phrase_end), view.sentence.token_at(mention.start))
    marks = (Cue.COORDINATION, Cue.COUNTER, Cue.TOPIC) if view.tongue.verb_final else (Cue.COORDINATION,)
    return all(
        view.covers(index, *marks) or view.tokens[index].norm == "," or is_own_noun(view, index, mention)
        for index in tokens
    )


def is_own_noun(view: View, index: int, mention: NumberMention) -> bool:
    """Whether a word is what the mention counts, said before its number: "将校が500人、|将官が|3人"."""
    return any(hit.kind is HitKind.NOUN and hit.id == mention.noun for hit in view.at.get(index, ()))


def is_alike(one: NumberMention, other: NumberMention) -> bool:
    """Whether two mentions may be said of one whole: nothing else befell the second."""
    return one.action is None or other.action in (None, one.action)


def is_increment(view: View, number: Place, counted: Counted | None, last: int) -> bool:
    """Whether "a further", "another" stands right before the number, or "more", "tambahan" behind it or its noun."""
    first = counted.first if counted is not None and counted.before and view.tongue.verb_final else number.first
    for index in range(first - 1, max(-1, first - 1 - ADJACENT), -1):
        cue = view.covers(index, Cue.INCREMENT, Cue.TOTAL)
        if cue is not None:
            return cue.id == Cue.INCREMENT
        if not view.covers(index, *QUALIFIERS, Cue.FILLER):
            break
    counter = view.covers(number.last + 1, Cue.COUNTER)
    behind = [number.last + 1, last + 1]
    if counter is not None:
        particle = view.tongue.postpositions  # "3000명|을|추가로"
        behind += range(counter.last + 1, counter.last + 2 + particle)
    return any(view.covers(index, Cue.INCREMENT) is not None for index in behind)


def is_step(view: View, number: Place, places: list[Place]) -> bool:
    """Whether a count rose by the number to another one: "by nineteen to 2,056", "um vier auf 17"."""
    words = view.tongue.numbers
    before = number.first - 1
    while before > 0 and (hit := view.covers(before, *QUALIFIERS)) is not None:
        before = hit.first - 1
    if words is None or before < 0 or view.tokens[before].norm not in words.step_before:
        return False
    result = next((place for place in places if 0 < place.first - number.last <= STEP), None)
    return result is not None and view.covers(result.first - 1, Cue.IN, Cue.AMOUNT) is not None
