"""Parts and increments: "including 500 officers", "a further 3,000"."""

from __future__ import annotations

from monitor.reading.figures.mentions import NumberMention
from monitor.reading.figures.nouns import QUALIFIERS, Counted, Place
from monitor.reading.figures.places import cited_besides
from monitor.reading.figures.wholes import goes_on
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue
from monitor.reading.voice.clauses import STRONG
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import Spacing

CLAUSE = 14
"""Tokens from "in this place alone" to the figure that it is said of."""
ADJACENT = 3
"""Tokens between a number and the cue that makes it a part or an increment."""
OPENING = 20
"""Tokens from a part that opens a sentence to its number, who is cited between them included."""
WHOLE = 8
"""Tokens between "including", where it stands behind a part, and the number that includes it."""
AGAIN = 6
"""Tokens from "once more" over the place to the verb of the number."""
STEP = 3
"""Tokens from what a count rose by to what it rose to: "by 19 people to 2,056"."""


def last_of(number: Place, counted: Counted | None) -> int:
    return max(number.last, counted.last) if counted is not None else number.last


def is_part(view: View, number: Place, counted: Counted | None) -> bool:
    """Whether "including" stands right before the number, or before its noun, or "of whom" right behind it."""
    if view.covers(number.last + 1, Cue.PART) or included_behind(view, number, counted) is not None:
        return True
    if is_alone(view, number.first) or is_of_opening(view, number):
        return True
    if counted is None or not counted.before or not view.tongue.verb_final:
        return part_before(view, number.first) is not None
    return (part_before(view, counted.first) or part_before(view, number.first)) is not None  # "사망자|가운데|4명"


def is_some(view: View, mention: NumberMention, number: Place) -> bool:
    """Whether a number has the ending of some of those named before it: "yaralıların 40|'ının", "altı|sının"."""
    if view.covers(number.last + 1, Cue.SHARE) is not None:
        return True
    ending = view.scene.document.text[mention.end : view.tokens[number.last].end].lower()
    return bool(ending) and f"'{ending}" in view.tongue.cues.get(Cue.SHARE, ())


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
    """The "including" right before a number, over a dash, or over those among whom: "среди раненых|— 5 детей"."""
    index = first - 1
    for _ in range(ADJACENT):
        if index < 0 or (part := view.covers(index, Cue.PART)) is not None:
            return part if index >= 0 else None
        hit = view.covers(index, *QUALIFIERS, Cue.FILLER, Cue.AMOUNT, Cue.HAVE)
        if hit is None and index == first - 1 and not view.tongue.postpositions:
            hit = view.covers(index, Cue.OF)  # "rozstać się z 3,5 tys. pracowników, w tym|z|400 osobami"
        if hit is None and (among := among_whom(view, index)) is not None:
            return among
        if hit is None and view.tokens[index].norm not in {",", "-", "the"}:
            return None
        index = hit.first - 1 if hit is not None else index - 1
    return None


def among_whom(view: View, last: int) -> Hit | None:
    """The "among" right before a noun that ends at the token and says what befell them: "من بين|القتلى"."""
    nouns = view.scene.vocabulary.nouns
    fallen = next((hit for hit in view.ends.get(last, ()) if hit.kind is HitKind.NOUN and nouns[hit.id].action), None)
    return view.covers(fallen.first - 1, Cue.PART) if fallen is not None and fallen.first > 0 else None


def is_of_opening(view: View, number: Place) -> bool:
    """Whether a sentence opens with "among the dead", and its verb alone parts that from the number."""
    part = next(iter(view.all(Cue.PART)), None)
    if part is None or part.first != 0 or number.first - part.last > OPENING:
        return False
    spoken = cited_besides(view, number.first)
    return all(
        at in spoken or view.tokens[at].norm == "," or view.covers(at, *QUALIFIERS, Cue.FILLER, Cue.AMOUNT, Cue.HAVE)
        for at in range(part.last + 1, number.first)
    )


def is_alone(view: View, first: int) -> bool:
    """Whether the clause opens with a place of which alone it tells: "Só em Juiz de Fora|foram 31 óbitos"."""
    for hit in view.all(Cue.ALONE):
        if 0 <= first - hit.last <= CLAUSE:
            begins = hit.first == 0 or not view.tokens[hit.first - 1].is_word or view.covers(hit.first - 1, Cue.CLAUSE)
            commas = sum(view.tokens[index].norm == "," for index in range(hit.last, first))
            if begins and commas <= 1 and not any(view.tokens[at].norm in STRONG for at in range(hit.last, first)):
                return True
    return False


def is_next_part(view: View, before: NumberMention, mention: NumberMention) -> bool:
    """Whether a list of parts goes on: "including 500 men and three women", "Of these, 200 came, and 9 left"."""
    if not before.included:
        return False
    opening = next(iter(view.all(Cue.PART)), None)
    between = range(view.sentence.token_at(before.end), view.sentence.token_at(mention.start))
    return is_listed(view, before, mention) or (opening is not None and opening.first == 0 and goes_on(view, between))


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
            if index == first - 1 and is_more_of(view, index):
                return True
            break
    counter = view.covers(number.last + 1, Cue.COUNTER)
    if is_difference(view, number) or is_done_again(view, number):
        return True
    behind = [number.last + 1, last + 1]
    if counter is not None:
        particle = view.tongue.postpositions  # "3000명|을|추가로"
        behind += range(counter.last + 1, counter.last + 2 + particle)
    return any(view.covers(index, Cue.INCREMENT) is not None for index in behind)


def is_done_again(view: View, number: Place) -> bool:
    """Whether what is done to them is done once more: "再|向俄罗斯派遣|3000名士兵", "又|派出|3000人"."""
    again = view.all(Cue.INCREMENT) if view.tongue.spacing is Spacing.NONE else ()
    verb = number.first - 1
    while again and verb > 0 and (hit := view.covers(verb, *QUALIFIERS, Cue.FILLER)) is not None:
        verb = hit.first - 1
    done = next((hit for hit in view.ends.get(verb, ()) if hit.kind is HitKind.ACTION), None) if again else None
    if done is None:
        return False
    return any(
        0 < done.first - cue.last <= AGAIN
        and (cue.last + 1 == done.first or view.covers(cue.last + 1, Cue.IN) is not None)
        and not any(view.tokens[at].norm == "," for at in range(cue.last + 1, done.first))
        for cue in again
    )


def is_difference(view: View, number: Place) -> bool:
    """Whether the number is only how many more there are than at another time: "ten|more than|a week earlier"."""
    more = view.covers(number.last + 1, Cue.MORE_THAN) if not view.tongue.postpositions else None
    if more is None or more.first == more.last or more.last + 1 >= len(view.tokens):
        return False
    return view.covers(more.last + 1, Cue.PAST) is not None or more.last + 1 in view.dated


def is_more_of(view: View, index: int) -> bool:
    """Whether a further body of some is told of, by its number: "un contingent supplémentaire|de 6 000 soldats"."""
    joint = view.covers(index, Cue.OF)
    before = joint.first - 1 if joint is not None else -1
    more = view.covers(before, Cue.INCREMENT) if before > 0 else None
    if more is None and before > 0 and noun_at(view, before):
        before -= 1
        more = view.covers(before, Cue.INCREMENT)
    return more is not None and (noun_at(view, more.first - 1) or noun_at(view, more.last + 1))


def noun_at(view: View, index: int) -> bool:
    return any(hit.kind is HitKind.NOUN for hit in view.ends.get(index, ()))


def is_step(view: View, number: Place, places: list[Place]) -> bool:
    """Whether a count rose by the number to another one: "by nineteen to 2,056", "um vier auf 17"."""
    words = view.tongue.numbers
    before = number.first - 1
    while before > 0 and (hit := view.covers(before, *QUALIFIERS)) is not None:
        before = hit.first - 1
    if words is None or before < 0 or view.tokens[before].norm not in words.step_before:
        return False
    result = next((place for place in places if 0 < place.first - number.last <= STEP), None)
    if result is None or view.covers(result.first - 1, Cue.VERSUS):
        return False  # "met 79|tegen 71 stemmen"
    return view.covers(result.first - 1, Cue.IN, Cue.AMOUNT) is not None
