"""What the counted ones do or suffer: the verb that governs a number, or the one behind its noun."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from monitor.reading.figures.nouns import PEOPLE, QUALIFIERS, Counted, Place, kinds_of
from monitor.reading.figures.places import cited_besides, new_subject
from monitor.reading.figures.relatives import relative_behind
from monitor.reading.figures.wholes import fronted_whole, whole_of
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue, Vocabulary
from monitor.reading.words.lookup import Hit, HitKind

OBJECT = 5
"""Tokens between a verb and the number that is its object: "has sent in all at least 1,500"."""
NAMES = (HitKind.ENTITY, HitKind.DEMONYM)
OWNER = 3
"""Tokens from a noun to the comma behind whose it is: "солдат|КНДР|,"."""
REACH = 28
"""Tokens behind a noun within which its verb stands."""


def deed_of(view: View, number: Place, counted: Counted | None, places: list[Place]) -> Hit | None:
    """The action of a number: as the verb's object, else behind the noun, else the nearest before in the clause."""
    found = nearest_deed(view, number, counted, places)
    unknown = counted is not None and counted.id is None
    return found if found is None or not unknown or found.id in befalling(view.scene.vocabulary) else None


@lru_cache(maxsize=8)
def befalling(vocabulary: Vocabulary) -> frozenset[str]:
    """What befalls people, whatever they are called: "twelve hikers died"."""
    people = (noun for noun in vocabulary.nouns.values() if PEOPLE in noun.kind_of)
    return frozenset(noun.action for noun in people if noun.action is not None)


def nearest_deed(view: View, number: Place, counted: Counted | None, places: list[Place]) -> Hit | None:
    own = overlapping(view, counted) if counted is not None else None
    if own is not None and counted is not None and not is_plight(view, counted):
        return own
    return told_deed(view, number, counted, places) or own


def told_deed(view: View, number: Place, counted: Counted | None, places: list[Place]) -> Hit | None:
    last = max(number.last, counted.last) if counted is not None else number.last
    if counted is not None and not counted.before and (own := between(view, number, counted)) is not None:
        return own
    larger = whole_of(view, number, places)
    behind = actions_behind(view, max(last, larger.last) if larger is not None else last, places)
    if has_parts(view, number, counted) or is_aside(view, number, last) or is_shared_out(view, last, places):
        behind = []
    elif is_fronted_whole(view, number, places) or view.covers(number.last + 1, Cue.PART):
        behind = before_comma(view, behind, last)
    whole = is_whole(view, number, places)
    modified = view.tongue.verb_final and behind  # a verb right before the number belongs to a clause about the noun
    governing = (
        None
        if whole or modified
        else governing_verb(view, with_noun(view, number, counted), places) or personal_verb(view, number, counted)
    )
    if governing is not None:
        return governing
    if behind:
        return behind[-1] if larger is not None and larger.first > number.first else main_verb(view, behind)
    clause = relative_behind(view, counted)
    untold = whole and not has_parts(view, number, counted)
    return clause.action if clause is not None else None if untold else nearest_before(view, number, places)


def with_noun(view: View, number: Place, counted: Counted | None) -> Place:
    """A number with the noun, and its names, that a measure word lets stand before it: "击毙|乌军逾350人"."""
    if counted is None or not counted.before or not view.tongue.cues.get(Cue.COUNTER):
        return number
    if not all(view.covers(index, *QUALIFIERS, Cue.AMOUNT) for index in range(counted.last + 1, number.first)):
        return number
    first = counted.first
    while first > 0 and (name := next((hit for hit in view.ends.get(first - 1, ()) if hit.kind in NAMES), None)):
        first = name.first
    return Place(first, number.last)


def before_comma(view: View, found: list[Hit], last: int) -> list[Hit]:
    """What is said of the whole itself: "Of the 11,000 troops sent to Kursk, 4,000 have been killed".

    Some languages set a participle off: "из 4 тысяч солдат,|переброшенных туда,|осталось три".
    """
    commas = [at for at in range(last + 1, len(view.tokens)) if view.tokens[at].norm == ","]
    apart = len(commas) > 1 and bool(view.tongue.adjectives) and commas[0] - last <= OWNER
    participle = apart and any(hit.kind is HitKind.ACTION for hit in view.at.get(commas[0] + 1, ()))
    end = commas[1] if participle else next(iter(commas), len(view.tokens))
    return [hit for hit in found if hit.last < end]


def overlapping(view: View, counted: Counted) -> Hit | None:
    """The action that the counted word itself is, or whose second part it is: "3,000 dead", "cut|1,500 jobs"."""
    own = (hit for hit in view.at.get(counted.first, ()) if hit.kind is HitKind.ACTION and hit.last >= counted.last)
    parted = (hit for hit in view.ends.get(counted.last, ()) if hit.kind is HitKind.ACTION and hit.tail is not None)
    return next(own, None) or next(parted, None)


def is_plight(view: View, counted: Counted) -> bool:
    """Whether the word says what has befallen people as long as nothing undoes it: prisoners may be released."""
    term = view.scene.vocabulary.nouns.get(counted.id) if counted.id is not None else None
    return term is not None and term.action is None and PEOPLE in term.kind_of


def between(view: View, number: Place, counted: Counted) -> Hit | None:
    """A participle between number and noun: "300 injured people"."""
    indexes = range(number.last + 1, counted.first)
    return next((hit for index in indexes for hit in view.at.get(index, ()) if hit.kind is HitKind.ACTION), None)


def is_whole(view: View, number: Place, places: list[Place]) -> bool:
    """Whether the number is the larger one of "4,000 of about 11,000": what befell the part says nothing of it."""
    if has_parts(view, number, None):
        return True
    for index in range(number.first - 1, max(-1, number.first - 5), -1):
        if view.covers(index, Cue.OF):
            total = any(view.covers(between, Cue.TOTAL) for between in range(index + 1, number.first))
            return total or any(place.last == index - 1 for place in places)
    return False


def is_fronted_whole(view: View, number: Place, places: list[Place]) -> bool:
    """Whether what follows is said of some of them: "Of the 52 passengers, 31 died"."""
    return any(place.first > number.last and fronted_whole(view, place, places) == number for place in places)


def has_parts(view: View, number: Place, counted: Counted | None) -> bool:
    """Whether a postposed "of whom" stands behind the number or its noun: "1万人|の|うち", "1万名士兵|中，"."""
    counter = view.covers(number.last + 1, Cue.COUNTER)
    if counter is None and not view.tongue.postpositions:
        return False
    last = counter.last if counter is not None else number.last
    if counted is not None and not counted.before:
        last = max(counted.last, last)
    genitive = view.covers(last + 1, Cue.GENITIVE)
    part = view.covers(genitive.last + 1 if genitive is not None else last + 1, Cue.PART)
    return part is not None and (view.tongue.postpositions or view.tokens[part.last].norm.endswith(","))


def is_shared_out(view: View, last: int, places: list[Place]) -> bool:
    """Whether a number right behind tells of some of them: "askerinden|bin kadarının geri çekileceğini"."""
    share = next((place for place in places if place.first == last + 1), None)
    return share is not None and view.covers(share.last + 1, Cue.SHARE) is not None


def governing_verb(view: View, number: Place, places: list[Place]) -> Hit | None:
    """The verb right before a number whose object it is; a noun, a clause or another number between ends it.

    Who is cited may stand between: "starben nach Angaben der Polizei mindestens 44 Menschen".
    """
    if not any(number.first - REACH < hit.last < number.first for hit in view.of_kind(HitKind.ACTION)):
        return None
    taken = {index for place in places if place != number for index in range(place.first, place.last + 1)}
    spoken = cited_besides(view, number.first)
    near = (index for index in range(number.first - 1, max(-1, number.first - REACH), -1) if index not in spoken)
    for index in islice(near, OBJECT):
        action = next((hit for hit in view.ends.get(index, ()) if hit.kind is HitKind.ACTION), None)
        verb = action is not None and (not is_noun_only(view, action) or is_object_of(view, action, number))
        if action is not None and (verb or names_deed(view, action, number, taken)):
            return action
        if (
            index in taken
            or view.tokens[index].norm in {",", ";", ":"}
            or view.covers(index, Cue.CLAUSE, Cue.IN, Cue.COORDINATION)
        ):
            return None
        if any(hit.kind in (HitKind.NOUN, HitKind.ENTITY) for hit in view.ends.get(index, ())):
            return None
    return None


def is_object_of(view: View, action: Hit, number: Place) -> bool:
    """Whether a word that is a noun, too, is a verb right before a number with its measure word: "俘虏|17人"."""
    counter = view.covers(number.last + 1, Cue.COUNTER)
    return counter is not None and action.last == number.first - 1 and not view.tongue.postpositions


def names_deed(view: View, action: Hit, number: Place, taken: set[int]) -> bool:
    """Whether a noun says what befell those behind "of": "the deaths of 12 men", and not "300 dead of the 1,000"."""
    if taken.intersection((action.first - 1, action.first - 2)):
        return False
    return any(view.covers(index, Cue.OF) for index in range(action.last + 1, number.first))


def personal_verb(view: View, number: Place, counted: Counted | None) -> Hit | None:
    """The verb whose persons a preposition marks as its object: "evacuar a 5.500 personas"."""
    index = number.first - 1
    while index >= 0 and (cue := view.covers(index, *QUALIFIERS)) is not None:
        index = cue.first - 1
    if counted is None or index < 1 or view.covers(index, Cue.IN) is None:
        return None
    if counted.id != PEOPLE and PEOPLE not in kinds_of(view.scene.vocabulary, counted.id or PEOPLE):
        return None
    return next((hit for hit in view.ends.get(index - 1, ()) if hit.kind is HitKind.ACTION), None)


def is_noun_only(view: View, action: Hit) -> bool:
    """Whether the word is here a noun that happens to be an action, too: "the death toll"."""
    return any(hit.kind is HitKind.NOUN and hit.last >= action.last for hit in view.at.get(action.first, ()))


def actions_behind(view: View, last: int, places: list[Place]) -> list[Hit]:
    """The verbs behind a noun, up to the next number, statement or clause of another subject."""
    stop = max((hit.first + 1 for hit in view.of_kind(HitKind.ACTION)), default=0)
    starts = {place.first for place in places}
    included = opened = False
    found: list[Hit] = []
    for index in range(last + 1, min(last + 1 + REACH, stop)):
        token = view.tokens[index]
        if token.norm in {";", ":"} or (is_cited(view, index) and not is_phrase(view, index)):
            break
        if index in starts:
            included = aside(view, index) or (included and view.covers(index - 1, Cue.COORDINATION) is not None)
            if not included and (found or not coordinated(view, last, index)):
                break
            opened = opened or (included and follows_comma(view, index))
        if new_subject(view, index):
            break
        if found and view.covers(index, Cue.COORDINATION) and not verb_follows(view, index):
            break
        opened = opened and token.norm != ","
        if opened:
            continue  # "12,000 men, of whom 1,000 were killed": of the part alone
        counts = any(place.last == index - 1 for place in places)
        found.extend(
            hit
            for hit in view.at.get(index, ())
            if hit.kind is HitKind.ACTION
            and not (is_noun_only(view, hit) and (counts or is_occasion(view, hit)))
            and not takes_next(view, hit, starts)
        )
    return found


def follows_comma(view: View, number: int) -> bool:
    """Whether the "of whom" before a number opens behind a comma, so that another one closes what it says."""
    part = next((hit for at in range(number - 1, max(-1, number - 4), -1) if (hit := view.covers(at, Cue.PART))), None)
    return part is not None and part.first > 0 and view.tokens[part.first - 1].norm == ","


def takes_next(view: View, action: Hit, starts: set[int]) -> bool:
    """Whether a verb's object is another number behind it: "a bus with 45 passengers crashed,|killing|31"."""
    if view.tongue.verb_final or view.tongue.verb_second or action.first == 0:
        return False
    index = action.last + 1
    while (hit := view.covers(index, *QUALIFIERS)) is not None:
        index = hit.last + 1
    return index in starts and view.tokens[action.first - 1].norm == ","


def is_phrase(view: View, index: int) -> bool:
    """Whether a verb of speech begins what befell them: "1,900 people were|reported missing"."""
    return any(hit.kind is HitKind.ACTION and hit.last > hit.first for hit in view.at.get(index, ()))


def is_occasion(view: View, noun: Hit) -> bool:
    """Whether a noun of a deed only says when or why: "fell to 8,000|after heavy losses"."""
    near = range(noun.first - 1, max(-1, noun.first - 3), -1)
    return any(view.covers(index, Cue.IN, Cue.OF, Cue.CLAUSE) for index in near)


def is_cited(view: View, index: int) -> bool:
    """Whether somebody is cited there, other than in the middle of a clause whose verb ends it: "10|laut Kiew|tot"."""
    if view.covers(index, Cue.SPEECH, Cue.VIA):
        return True
    inside = view.tongue.verb_second and view.tokens[index - 1].norm != ","
    return not inside and view.covers(index, Cue.ACCORDING) is not None


def is_aside(view: View, number: Place, last: int) -> bool:
    """Whether the number is only included and closed by a comma: "twelve dead, among them three children, and …"."""
    return aside(view, number.first) and last + 1 < len(view.tokens) and view.tokens[last + 1].norm == ","


def aside(view: View, number: int) -> bool:
    """Whether the number only says how many are included: "16 people, among them three soldiers, died"."""
    return any(view.covers(index, Cue.PART) for index in range(max(0, number - 3), number))


def coordinated(view: View, last: int, number: int) -> bool:
    """Whether nothing but "and" stands before the number: "500 officers and three generals arrived"."""
    return all(
        view.covers(index, Cue.COORDINATION) or view.tokens[index].norm == "," for index in range(last + 1, number)
    )


def verb_follows(view: View, joint: int) -> bool:
    return any(
        hit.kind is HitKind.ACTION
        for index in range(joint + 1, min(joint + 4, len(view.tokens)))
        for hit in view.at.get(index, ())
    )


def main_verb(view: View, found: list[Hit]) -> Hit:
    """The last verb with an auxiliary where the first is but a participle: "sent to Kursk … have been killed"."""
    first = found[0]
    for hit in reversed(found[1:]):
        if has_auxiliary(view, hit) and not has_auxiliary(view, first) and not in_relative(view, first.last, hit):
            return hit
    return first


def has_auxiliary(view: View, hit: Hit) -> bool:
    index = hit.first - 1
    while index >= 0 and (filler := view.covers(index, Cue.FILLER)) is not None:
        index = filler.first - 1
    return index < hit.first - 1 and (index < 0 or view.covers(index, Cue.INFINITIVE) is None)


def in_relative(view: View, after: int, hit: Hit) -> bool:
    """Whether a clause word or "and" stands between: the verb is not the main one of the first clause."""
    return any(view.covers(index, Cue.CLAUSE, Cue.COORDINATION) for index in range(after + 1, hit.first))


def nearest_before(view: View, number: Place, places: list[Place]) -> Hit | None:
    if not any(number.first - REACH < hit.last < number.first for hit in view.of_kind(HitKind.ACTION)):
        return None
    before = number.first - 1
    while before > 0 and (cue := view.covers(before, *QUALIFIERS)) is not None:
        before = cue.first - 1
    told = view.covers(number.last + 1, Cue.FILLER) is not None  # "4,000 were killed, meaning 7,000|are left"
    listed = before >= 0 and (view.covers(before, Cue.COORDINATION) or view.tokens[before].norm == ",")
    floor = -1 if listed else max((place.last for place in places if place.last < number.first), default=-1)
    spoken = cited_besides(view, number.first)
    for index in range(number.first - 1, max(floor, number.first - REACH), -1):
        if index in spoken:
            continue
        if view.tokens[index].norm in {";", ":"} or (told and view.tokens[index].norm == ","):
            return None
        action = next((hit for hit in view.ends.get(index, ()) if hit.kind is HitKind.ACTION), None)
        if action is not None:
            return action
    return None
