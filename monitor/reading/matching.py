"""Which mentions are a watch's: a disposition with its reason for every mention, and a claim for those that are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from monitor.claim import Modality
from monitor.quantity import COUNT
from monitor.reading.figures.groups import BACK
from monitor.reading.figures.mentions import NumberMention
from monitor.reading.figures.nouns import PEOPLE
from monitor.reading.figures.places import held_by
from monitor.reading.numbers.found import AGE, DATE, DETERMINER, FRACTION, NAME, ORDINAL, SCORE, TIME, YEAR
from monitor.reading.scene import Scene
from monitor.reading.statuses.finding import StatusMention
from monitor.reading.vocabulary import EntityKind, Term, Vocabulary
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import Sentence
from monitor.watch import FigureCondition, Group, StatusCondition, Watch

CAPITALS = 3
"""Letters of an ISO 4217 code, which is the unit of money."""
KEPT_UNITS = frozenset({DATE, TIME, YEAR, AGE, ORDINAL, NAME, SCORE, FRACTION})


class Outcome(StrEnum):
    """What reading made of a mention for a watch. The first ones are claims."""

    CLAIM = "claim"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    PAST = "past"
    # no claims
    OTHER_LANGUAGE = "other language"
    BOILERPLATE = "boilerplate"
    DATE = "date"
    TIME = "time"
    YEAR = "year"
    AGE = "age"
    ORDINAL = "ordinal"
    NAME = "name"
    SCORE = "score"
    FRACTION = "fraction"
    DETERMINER = "determiner"
    MONEY = "money"
    OTHER_UNIT = "other unit"
    NOTHING_COUNTED = "nothing counted"
    OTHER_NOUN = "other noun"
    PART = "part"
    INCREMENT = "increment"
    GROUP_UNKNOWN = "group unknown"
    OTHER_GROUP = "other group"
    ACTION_UNKNOWN = "action unknown"
    OTHER_ACTION = "other action"
    PLACE_UNKNOWN = "place unknown"
    OTHER_PLACE = "other place"
    OTHER_LADDER = "other ladder"
    OTHER_THING = "other thing"
    PARTIES_UNKNOWN = "parties unknown"
    OTHER_PARTIES = "other parties"


OUTCOME_OF = {
    Modality.ASSERTED: Outcome.CLAIM,
    Modality.ESTIMATED: Outcome.CLAIM,
    Modality.PLANNED: Outcome.PLANNED,
    Modality.HYPOTHETICAL: Outcome.HYPOTHETICAL,
    Modality.DENIED: Outcome.DENIED,
    Modality.PAST: Outcome.PAST,
}
CLAIMS = frozenset(OUTCOME_OF.values())


@dataclass(frozen=True, slots=True)
class Disposition:
    """`start` and `end` are those of the mention, in characters of the text."""

    watch: str
    start: int
    end: int
    disposition: Outcome
    reason: str


Refusal = tuple[Outcome, str]


# Figures


def match_figure(scene: Scene, mention: NumberMention, watch: Watch, condition: FigureCondition) -> Disposition:
    refusal = (
        wrong_language(scene, watch)
        or wrong_unit(mention, condition)
        or wrong_noun(scene, mention, condition)
        or wrong_group(mention, condition)
        or wrong_action(scene.vocabulary, mention, condition)
        or wrong_place(scene, mention, condition.where)
        or some_only(mention, condition)
    )
    if refusal is None:
        refusal = OUTCOME_OF[mention.modality], carried_reason(mention, condition)
    return Disposition(watch.id, mention.start, mention.end, *refusal)


def wrong_language(scene: Scene, watch: Watch) -> Refusal | None:
    code = scene.document.language
    if not watch.languages or code in watch.languages:
        return None
    return Outcome.OTHER_LANGUAGE, f"the article is in {code}, the watch is for {listed(watch.languages)}"


def wrong_unit(mention: NumberMention, condition: FigureCondition) -> Refusal | None:
    if mention.boilerplate:
        return Outcome.BOILERPLATE, "in a menu, a link or a credit"
    unit = mention.unit
    if unit == condition.unit:
        return None
    if unit in KEPT_UNITS:
        return Outcome(unit), f"a {unit}, not a {condition.unit}"
    if unit == DETERMINER:
        return Outcome.DETERMINER, "picks one out, and counts nothing"
    if len(unit) == CAPITALS and unit.isupper():
        return Outcome.MONEY, f"an amount of {unit}"
    return Outcome.OTHER_UNIT, f"{unit}, not {condition.unit}"


def wrong_noun(scene: Scene, mention: NumberMention, condition: FigureCondition) -> Refusal | None:
    noun, wanted = mention.noun, condition.count
    if not wanted or (noun is not None and is_counted(scene, mention, noun, wanted)):
        return None
    if mention.unit != COUNT and any(spoken_of(scene, mention, one, back=0) for one in wanted):
        return None  # a share or a sum is of whatever its sentence speaks of
    if noun is None:
        if mention.counted is None:
            return (
                Outcome.NOTHING_COUNTED,
                f"counts nothing that the vocabulary knows, while {listed(wanted)} are asked for",
            )
        return Outcome.OTHER_NOUN, f"counts “{mention.counted}”, not {listed(wanted)}"
    term = scene.vocabulary.nouns.get(noun)
    if term is not None and set(wanted).intersection(term.part_of):
        return Outcome.PART, f"{noun} are a part of: {listed(wanted)}"
    return Outcome.OTHER_NOUN, f"counts {noun}, not {listed(wanted)}"


def is_counted(scene: Scene, mention: NumberMention, noun: str, wanted: tuple[str, ...]) -> bool:
    """Whether the noun is one of those asked for, a kind of it, or a wider word that stands for it."""
    nouns = scene.vocabulary.nouns
    if noun in wanted or any(named_by_action(scene.vocabulary, mention, one) for one in wanted):
        return True
    term = nouns.get(noun)
    if term is not None and set(wanted).intersection(term.kind_of):
        return True
    return noun == PEOPLE and any(
        one in nouns and is_wide(nouns[one]) and spoken_of(scene, mention, one) for one in wanted
    )


def is_wide(term: Term) -> bool:
    """Whether "people" may be these: soldiers, but not the generals among them, who are few and speak for the many."""
    return PEOPLE in term.kind_of and not term.part_of


def named_by_action(vocabulary: Vocabulary, mention: NumberMention, wanted: str) -> bool:
    """Whether people who were killed are the "dead" that the watch counts."""
    term = vocabulary.nouns.get(wanted)
    if term is None or term.action is None or mention.noun is None:
        return False
    own = vocabulary.nouns.get(mention.noun)
    alike = mention.noun in term.kind_of or (own is not None and own.action == term.action)
    return alike and mention.action == term.action


def spoken_of(scene: Scene, mention: NumberMention, wanted: str, *, back: int = 1) -> bool:
    """Whether the special noun stands in the sentence or just before it: "11,000 North Koreans … 50,000 troops"."""
    first = max(0, mention.sentence - back)
    return any(
        hit.kind is HitKind.NOUN and hit.id == wanted
        for hits in scene.hits[first : mention.sentence + 1]
        for hit in hits
    )


def wrong_group(mention: NumberMention, condition: FigureCondition) -> Refusal | None:
    if condition.of is None or is_group(mention.of, condition.of):
        return None
    if not mention.of:
        return Outcome.GROUP_UNKNOWN, f"the text does not say that they are of {listed(condition.of.members)}"
    together = " together" if len(mention.of) > 1 else ""
    return Outcome.OTHER_GROUP, f"of {listed(mention.of)}{together}, not of {listed(condition.of.members)}"


def is_group(found: tuple[str, ...], wanted: Group) -> bool:
    if wanted.together:
        return set(found) == set(wanted.members)
    return len(found) == 1 and found[0] in wanted.members


def wrong_action(vocabulary: Vocabulary, mention: NumberMention, condition: FigureCondition) -> Refusal | None:
    if condition.action is None or mention.action == condition.action:
        return None
    if mention.action is None:
        term = vocabulary.actions.get(condition.action)
        if term is not None and term.presence:
            return None
        return Outcome.ACTION_UNKNOWN, f"the text does not say that they were {condition.action}"
    return Outcome.OTHER_ACTION, f"{mention.action}, not {condition.action}"


def wrong_place(scene: Scene, mention: NumberMention, where: tuple[str, ...]) -> Refusal | None:
    if not where or (mention.place_id is not None and lies_in(scene.vocabulary, mention.place_id, where)):
        return None
    sentence = scene.document.sentences[mention.sentence]
    own = set(mention.of)
    if any(lies_in(scene.vocabulary, name, where) for name in named_places(scene, sentence) - own):
        return None
    if mention.place is not None and not mention.place_carried:
        return Outcome.OTHER_PLACE, f"in {mention.place}, not in {listed(where)}"
    if place_before(scene, sentence, where, own):
        return None
    return Outcome.PLACE_UNKNOWN, f"neither the sentence nor those before it name {listed(where)}"


def place_before(scene: Scene, sentence: Sentence, where: tuple[str, ...], own: set[str]) -> bool:
    """Whether the sentences just before, or the headline, name one of the places."""
    before = [other for other in scene.document.sentences[: sentence.index] if not other.boilerplate]
    near = [*before[-BACK - 1 :], *before[:1]]
    return any(lies_in(scene.vocabulary, name, where) for other in near for name in named_places(scene, other) - own)


def named_places(scene: Scene, sentence: Sentence) -> set[str]:
    return {hit.id for hit in scene.hits[sentence.index] if is_place(scene.vocabulary, hit)}


def is_place(vocabulary: Vocabulary, hit: Hit) -> bool:
    return hit.kind is HitKind.ENTITY and vocabulary.entities[hit.id].kind in (EntityKind.COUNTRY, EntityKind.PLACE)


def lies_in(vocabulary: Vocabulary, place: str, where: tuple[str, ...]) -> bool:
    return any(outer in where for outer in held_by(vocabulary, place))


def some_only(mention: NumberMention, condition: FigureCondition) -> Refusal | None:
    """Increments, and parts. "12,000 soldiers, including 500 officers" gives the officers' number in full."""
    if mention.increment:
        return Outcome.INCREMENT, "comes on top of a number, and is no total"
    own = mention.included and mention.noun in condition.count and mention.noun != mention.whole_noun
    if mention.part and not (own or mention.of_others):
        return Outcome.PART, "is a part of a larger number"
    return None


def carried_reason(mention: NumberMention, condition: FigureCondition) -> str:
    """What the reader took from outside the mention's own words."""
    notes = [str(mention.modality)]
    if condition.of is not None and mention.of_carried:
        notes.append(f"{listed(mention.of)} from what is said before")
    if condition.action is not None and mention.action is None:
        notes.append(f"no action named: taken as {condition.action}")
    if condition.where and (mention.place_id is None or mention.place_carried):
        notes.append("place from the context")
    return ", ".join(notes)


def listed(names: tuple[str, ...]) -> str:
    return " and ".join(names)


# Statuses


def match_status(scene: Scene, mention: StatusMention, watch: Watch, condition: StatusCondition) -> Disposition:
    refusal = (
        wrong_language(scene, watch)
        or wrong_thing(mention, condition)
        or wrong_parties(mention, condition)
        or wrong_where(scene, mention, condition)
    )
    if refusal is None:
        refusal = OUTCOME_OF[mention.modality], str(mention.modality)
    return Disposition(watch.id, mention.start, mention.end, *refusal)


def wrong_thing(mention: StatusMention, condition: StatusCondition) -> Refusal | None:
    if mention.ladder != condition.ladder.id:
        return Outcome.OTHER_LADDER, f"a step of the ladder {mention.ladder}, not of {condition.ladder.id}"
    if set(condition.thing).isdisjoint(mention.thing_kinds):
        return Outcome.OTHER_THING, f"said of {mention.thing}, not of {listed(condition.thing)}"
    return None


def wrong_parties(mention: StatusMention, condition: StatusCondition) -> Refusal | None:
    wanted, named = set(condition.parties), set(mention.parties)
    agents = named.intersection(mention.by)
    if wanted and len(agents) > 1 and wanted.isdisjoint(agents):
        return Outcome.OTHER_PARTIES, f"a step of {listed(mention.by)}"
    if wanted <= named:
        return None
    if named <= wanted:
        return Outcome.PARTIES_UNKNOWN, f"the text does not say that it is between {listed(condition.parties)}"
    return Outcome.OTHER_PARTIES, f"between {listed(mention.parties)}, not {listed(condition.parties)}"


def wrong_where(scene: Scene, mention: StatusMention, condition: StatusCondition) -> Refusal | None:
    where = condition.where
    sentence = scene.sentence_of(mention.start)
    if not where or any(lies_in(scene.vocabulary, name, where) for name in named_places(scene, sentence)):
        return None
    if named_places(scene, sentence):
        return Outcome.OTHER_PLACE, f"the sentence names other places than {listed(where)}"
    if place_before(scene, sentence, where, set()):
        return None
    return Outcome.PLACE_UNKNOWN, f"neither the sentence nor those before it name {listed(where)}"
