"""Whose ones are counted: named beside the noun, as owner of the number, as who acts with his own, or carried over."""

from __future__ import annotations

from monitor.reading.figures.nouns import QUALIFIERS, Counted, Place, ends_phrase, hit_at, noun_first
from monitor.reading.figures.relatives import relative_behind
from monitor.reading.figures.subjects import (
    CLAUSE_LENGTH,
    NAMES,
    NEAR,
    Group,
    acting,
    chain,
    coordinated_before,
    ending_at,
    groups_among,
    is_object,
    joint_before,
    named,
    owning,
    subject_of,
)
from monitor.reading.figures.walk import past_aside
from monitor.reading.statuses.parties import unique
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue
from monitor.reading.words.lookup import Hit, HitKind

BACK = 2
"""Sentences back from which a group is carried over."""
WINDOW = 600
"""Characters before a sentence within which its group may have been named."""

LOSSES = "casualties"
"""The noun of those whom a side lost."""


def group_of(view: View, number: Place, counted: Counted | None, action: Hit | None, places: list[Place]) -> Group:
    """The group of a number in its own sentence."""
    if told := told_of(view, number):
        return told
    if counted is not None and counted.id is not None:
        beside = beside_noun(view, number, counted, places, leaving=leaves(view, action))
        if beside:
            return with_included(view, counted, beside, places)
    group = owner(view, number.first) or having(view, number, action)
    if not group and (clause := relative_behind(view, counted)) is not None:
        group = chain(view, clause.name)
    group = group or on_side(view, number) or acting(view, number, action) or losing(view, number, counted)
    return with_included(view, counted, group, places) if counted is not None else group


def told_of(view: View, number: Place) -> Group:
    """Who a sentence says that they are: "Of those, 11,000|are|North Koreans"."""
    verb = view.covers(number.last + 1, Cue.FILLER)
    name = hit_at(view, verb.last + 1, HitKind.DEMONYM) if verb is not None else None
    return chain(view, name) if name is not None else ()


def on_side(view: View, number: Place) -> Group:
    """Whose side is spoken of: "auf|nordkoreanischer|Seite", "di pihak|Korea Utara"."""
    for side in reversed(view.all(Cue.SIDE)):
        if side.last < number.first <= side.last + CLAUSE_LENGTH and not cut_off(view, side.last + 1, number.first):
            name = ending_at(view, side.first - 1) if side.first > 0 else None
            name = name or hit_at(view, side.last + 1, *NAMES)
            return groups_among(view, [name]) if name is not None else ()
    return ()


def cut_off(view: View, first: int, before: int) -> bool:
    return any(
        view.tokens[index].norm in {";", ":"} or view.covers(index, Cue.SPEECH) for index in range(first, before)
    )


def with_included(view: View, counted: Counted, group: Group, places: list[Place]) -> Group:
    """Together with those of others that the number includes: "50,000 soldiers, including North Koreans".

    Those of whom it says how many they are, "including 11,000 North Koreans", are a figure of their own.
    """
    numbers = {place.first for place in places}
    for index in range(counted.last + 1, min(counted.last + 3, len(view.tokens))):
        cue = view.covers(index, Cue.PART)
        if cue is not None and group:
            near = range(cue.last + 1, min(cue.last + 1 + NEAR, len(view.tokens)))
            return group if numbers.intersection(near) else unique((*group, *named(view, near.start, near.stop - 1)))
    return group


def leaves(view: View, action: Hit | None) -> bool:
    return action is not None and view.scene.vocabulary.actions[action.id].leaves


def beside_noun(view: View, number: Place, counted: Counted, places: list[Place], *, leaving: bool = False) -> Group:
    """Of those who are `leaving`, a name behind "from" is where they were: "withdrew 1,000 troops|from Syria"."""
    start = counted.first if counted.before else past_aside(view, number)
    between = named(view, start, counted.last, but_places=True)
    before = before_noun(view, counted) if counted.before else ()
    parted = leaving and view.covers(counted.last + 1, Cue.OF) is not None
    behind = () if parted or view.tongue.postpositions else behind_noun(view, counted, places)
    return unique((*before, *between)) or behind or theirs(view, counted)


def theirs(view: View, counted: Counted) -> Group:
    """Read "its troops", "troops of that country": those of the subject."""
    behind = view.covers(counted.last + 1, Cue.THEIR) if noun_first(view) else None
    if behind is not None and behind.last > behind.first:
        return subject_of(view, counted.first, anaphor=True)
    for index in range(counted.first - 1, max(-1, counted.first - NEAR), -1):
        if view.covers(index, Cue.THEIR):
            return subject_of(view, index, anaphor=True)
        if ends_phrase(view, index):
            return ()
    return ()


def before_noun(view: View, counted: Counted) -> Group:
    """The adjectives right before a noun that stands before its number: "North Korean soldiers now number 11,000"."""
    first = counted.first
    while first > 0 and (hit := joined_before(view, first - 1)) is not None:
        first = hit.first
        first = joint_before(view, first) or first
    return named(view, first, counted.last, but_places=True)


def joined_before(view: View, index: int) -> Hit | None:
    """What says more of a noun behind it and ends at the token: a name, or a noun between the two, "북한군 사상자"."""
    name = ending_at(view, index)
    if name is not None or noun_first(view):
        return name
    genitive = view.covers(index, Cue.GENITIVE)
    if genitive is not None:
        index = genitive.first - 1
    return next((hit for hit in view.ends.get(index, ()) if hit.kind in (HitKind.NOUN, HitKind.OFFICE)), None)


def behind_noun(view: View, counted: Counted, places: list[Place]) -> Group:
    """Names behind the noun: "tentara Korea Utara", "tentara dari Rusia dan Korea Utara", "troops from Russia".

    Of "500 perwira dan tiga jenderal Korea Utara" the name belongs to both.
    """
    index, unknown, linked = counted.last + 1, 0, noun_first(view)
    starts = {place.first: place for place in places}
    if linked and (both := set_apart(view, index)):
        return both
    while index < len(view.tokens):
        name = hit_at(view, index, *NAMES)
        if name is not None:
            return chain(view, name) if linked else ()
        cue = view.covers(index, Cue.OF, Cue.COORDINATION)
        if cue is not None and cue.id == Cue.OF:
            linked, index = True, cue.last + 1
        elif cue is not None:
            following = starts.get(cue.last + 1)
            noun = hit_at(view, following.last + 1, HitKind.NOUN) if following is not None else None
            return behind_noun(view, Counted(noun.id, noun.first, noun.last), places) if noun is not None else ()
        elif ends_phrase(view, index) or view.covers(index, Cue.THERE) or hit_at(view, index, HitKind.ACTION):
            return ()
        else:
            unknown += view.tokens[index].is_word and view.covers(index, Cue.ARTICLE) is None
            if unknown > NEAR:
                return ()
            index += 1
    return ()


def set_apart(view: View, index: int) -> Group:
    """Several peoples behind a comma: "45 000 hommes|, Russes et Nord-Coréens confondus"."""
    if index >= len(view.tokens) or view.tokens[index].norm != ",":
        return ()
    name = hit_at(view, index + 1, HitKind.DEMONYM)
    found = chain(view, name) if name is not None else ()
    return found if len(found) > 1 else ()


def owner(view: View, before: int) -> Group:
    """A possessive right before the number: "North Korea's 11,000 soldiers"."""
    index = before - 1
    while index >= 0 and before - index <= NEAR + 1:
        if view.tokens[index].norm == "'s" or view.covers(index, Cue.GENITIVE):
            name = owning(view, index)
            return coordinated_before(view, name) if name is not None and not is_object(view, name) else ()
        if view.tongue.cues.get(Cue.GENITIVE) and not is_known(view, index):
            return ()  # "イスラエル軍の攻撃で4万人": the attack is theirs, not those who died
        index -= 1
    return ()


def is_known(view: View, index: int) -> bool:
    return bool(view.over.get(index) or view.at.get(index) or view.ends.get(index))


def having(view: View, number: Place, action: Hit | None) -> Group:
    """The subject of "has" right before the number: "North Korea has 10,000 soldiers in Russia".

    Not of an auxiliary: "Hamas hat 24 Geiseln freigelassen".
    """
    verb = have_before(view, number)
    if verb is None and has_behind(view, number):
        return subject_of(view, number.first)
    if view.tongue.verb_second and action is not None and not view.scene.vocabulary.actions[action.id].own:
        return ()
    return subject_of(view, verb.first) if verb is not None else ()


def losing(view: View, number: Place, counted: Counted | None) -> Group:
    """Whose losses they are of which the dead are told: "Russian losses in the battle reached 20,000 dead"."""
    term = view.scene.vocabulary.nouns.get(counted.id) if counted is not None and counted.id is not None else None
    if counted is None or term is None or term.action is None or counted.first < number.first:
        return ()
    for index in range(number.first - 1, max(-1, number.first - CLAUSE_LENGTH), -1):
        if view.tokens[index].norm in {",", ";", ":"} or view.covers(index, Cue.CLAUSE, Cue.SPEECH):
            return ()
        loss = next((hit for hit in view.ends.get(index, ()) if hit.kind is HitKind.NOUN and hit.id == LOSSES), None)
        if loss is not None:
            noun = Counted(loss.id, loss.first, loss.last, before=True)
            return before_noun(view, noun) or behind_noun(view, noun, []) or theirs(view, noun)
    return ()


def has_behind(view: View, number: Place) -> bool:
    """Whether "has" ends the number's clause, where verbs stand last without postpositions: "۹۰۰ سرباز|دارد"."""
    if not view.tongue.verb_final or view.tongue.postpositions:
        return False
    for index in range(number.last + 1, min(number.last + CLAUSE_LENGTH, len(view.tokens))):
        if view.covers(index, Cue.HAVE):
            return True
        if view.tokens[index].norm in {";", ":"} or view.covers(index, Cue.CLAUSE, Cue.SPEECH):
            return False
    return False


def have_before(view: View, number: Place) -> Hit | None:
    index = number.first - 1
    while index >= 0 and (cue := view.covers(index, *QUALIFIERS)) is not None:
        index = cue.first - 1
    return view.covers(index, Cue.HAVE) if index >= 0 else None
