"""What a sentence leaves out of what it counts: the noun and the group that were named before it."""

from __future__ import annotations

from dataclasses import replace

from monitor.claim import Modality
from monitor.quantity import COUNT
from monitor.reading.figures.counted import is_bracketed
from monitor.reading.figures.deeds import befalling
from monitor.reading.figures.groups import before_noun, behind_noun
from monitor.reading.figures.mentions import Memory, NumberMention
from monitor.reading.figures.nouns import OTHERS, PEOPLE, Counted, Place
from monitor.reading.figures.places import cited
from monitor.reading.figures.putting import modality_in, whole_before
from monitor.reading.figures.subjects import Group, acting, subject_of
from monitor.reading.numbers.magnitude import is_whole
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue, Vocabulary
from monitor.reading.words.lookup import HitKind

NOUNS = frozenset({HitKind.NOUN})
STREET = 3
"""Tokens from "street" to the number of a house behind its name."""
OBJECT_OF_VERB = 4
"""Tokens between a verb and the noun that is its object."""


def carried(memory: Memory, view: View, mention: NumberMention, earlier: list[NumberMention]) -> NumberMention:
    """With the noun and the group that were named before, in this sentence or in one just before it."""
    if mention.increment and is_other_deed(mention, earlier):
        mention = replace(mention, increment=False)
    mention = as_part(mention, earlier)
    if earlier and earlier[-1].increment and mention.action is None and is_result(view, mention):
        mention = replace(mention, action=earlier[-1].action, of=mention.of or earlier[-1].of)
    if mention.counted is None and not is_bracketed(view, tokens_of(view, mention)):
        mention = noun_carried(memory, view, mention, earlier)
    elif mention.measured and earlier and earlier[-1].unit == COUNT:
        mention = measured_as(mention, earlier[-1], view.scene.vocabulary)
    elif mention.measured and mention.noun == PEOPLE and not mention.of and goes_on(view, mention, earlier):
        mention = of_last(memory, view, mention)
    elif mention.noun == OTHERS or is_deed(view, mention):
        mention = as_those_before(view, mention, earlier)
    if mention.noun is not None and not mention.of:
        mention = group_carried(memory, view, mention, mention.noun, earlier)
    if mention.part and mention.of and any(other.of not in ((), mention.of) for other in earlier if not other.part):
        return replace(mention, of_others=True)  # "among the 50,000 soldiers whom Russia has massed are|11,000|Koreans"
    return of_whole_before(memory, view, mention) if mention.included and mention.whole_noun is None else mention


def of_whole_before(memory: Memory, view: View, mention: NumberMention) -> NumberMention:
    """A part of the last count of the sentences before: "… sent 11,000 soldiers. Of those,|8,000|are in Kursk"."""
    for sentence in memory.before(view.sentence):
        for whole in reversed(memory.of_sentence.get(sentence.index, ())):
            if whole.unit == COUNT and whole.noun is not None and not whole.included:
                return replace(mention, whole_noun=whole.noun) if mention.of in ((), whole.of) else mention
    return mention


def tokens_of(view: View, mention: NumberMention) -> Place:
    return Place(view.sentence.token_at(mention.start), view.sentence.token_at(mention.end - 1))


def is_label(view: View, mention: NumberMention, places: list[Place]) -> bool:
    """Whether bare digits stand right behind an unknown name, and so belong to it: "un Renault|5", "via Roma|12".

    `places` are all counts of the sentence: "In Codogno|12 were killed", "12 in Lodi, in Codogno|14" are some.
    """
    before = view.sentence.token_at(mention.start) - 1
    if before < 1 or not mention.text.isdecimal():
        return False
    if view.tongue.verb_second and not view.tongue.capital_nouns:
        return False
    if not view.tokens[before].text[:1].isupper() or view.tokens[before].end + 1 != mention.start:
        return False
    heads = view.tongue.numbers.name_before if view.tongue.numbers is not None else ()
    headed = any(view.tokens[index].norm in heads for index in range(max(0, before - STREET), before))
    if headed or view.ends.get(before) or view.over.get(before):
        return headed
    name = before
    while name > 0 and view.tokens[name - 1].text[:1].isupper() and not view.covers(name - 1, Cue.IN):
        name -= 1
    behind = tokens_of(view, mention).last + 1
    if name > 0 and view.covers(name - 1, Cue.IN):
        return len(places) == 1 and not any(token.is_word for token in view.tokens[behind : behind + 1])
    while (verb := view.covers(behind, Cue.FILLER)) is not None:
        behind = verb.last + 1
    return not any(hit.kind is HitKind.ACTION for hit in view.at.get(behind, ()))


def goes_on(view: View, mention: NumberMention, earlier: list[NumberMention]) -> bool:
    """Whether a sentence only tells how a number said before has changed: "先月末の4200人から増えた"."""
    changes = view.all(Cue.AMOUNT, Cue.INCREMENT, Cue.SOURCE)
    words = (hit for hit in view.hits if hit.kind in (HitKind.NOUN, HitKind.ACTION))
    if not all(view.covers(hit.first, Cue.COUNTER) for hit in words):
        return False
    return bool(changes) or modality_in(view.scene, mention, earlier) is Modality.PAST


def of_last(memory: Memory, view: View, mention: NumberMention) -> NumberMention:
    """The same, of whom the last full count of the paragraph was."""
    nouns = memory.scene.vocabulary.nouns
    for sentence in memory.before(view.sentence):
        if sentence.paragraph != view.sentence.paragraph:
            break
        full = [one for one in memory.of_sentence.get(sentence.index, ()) if one.unit == COUNT and not one.part]
        for other in reversed(full):
            term = nouns.get(other.noun) if other.noun is not None else None
            if term is not None and PEOPLE in (term.id, *term.kind_of) and term.action is None:
                return replace(mention, noun=other.noun, of=other.of, of_carried=True)
    return mention


def measured_as(mention: NumberMention, other: NumberMention, vocabulary: Vocabulary) -> NumberMention:
    """A measure word alone counts what the number before it counted: "死者は30人増えて計240人となった"."""
    term = vocabulary.nouns.get(other.noun) if other.noun is not None else None
    if term is None or mention.noun not in (other.noun, *term.kind_of):
        return mention
    if term.action is not None and mention.action not in (None, term.action):
        return mention
    return replace(mention, noun=other.noun, of=mention.of or other.of, action=mention.action or other.action)


def is_result(view: View, mention: NumberMention) -> bool:
    """Whether the number is what a rise led to: "bertambah 12 orang menjadi 51 orang"."""
    before = view.sentence.token_at(mention.start) - 1
    return before >= 0 and view.covers(before, Cue.AMOUNT) is not None


def group_carried(
    memory: Memory, view: View, mention: NumberMention, noun: str, earlier: list[NumberMention]
) -> NumberMention:
    if earlier and names_another(view, earlier[-1], mention):
        return mention
    for other in reversed(earlier):
        if other.noun == noun and other.of:
            return befallen_alike(replace(mention, of=other.of), earlier)
    if mention.included and not earlier:
        return as_included(memory, view, mention)
    spoken = focus(view, noun, before=mention.start)
    if len(spoken) == 1:
        return befallen_alike(replace(mention, of=next(iter(spoken))), earlier)
    more = mention.increment and is_human(memory.scene.vocabulary, noun)
    subject = subject_of(view, view.sentence.token_at(mention.start))
    if subject and not (more and subject == added_to(memory, view)):
        return mention  # somebody else is spoken of
    of = group_before(memory, view, mention, noun) or (added_to(memory, view) if more else ())
    return replace(mention, of=of, of_carried=True) if of else mention


def befallen_alike(mention: NumberMention, earlier: list[NumberMention]) -> NumberMention:
    """People of whom only the number is said are in the plight of those of their group counted just before.

    "4.000 tentara Korea Utara tewas atau terluka, sementara perkiraan AS lebih rendah, yakni sekitar 1.200|orang".
    """
    if mention.noun != PEOPLE or mention.action is not None or not earlier or earlier[-1].of != mention.of:
        return mention
    return replace(mention, action=earlier[-1].action)


def group_before(memory: Memory, view: View, mention: NumberMention, noun: str) -> Group:
    """The group of the sentences before: of those that a change is told of, or the only one that a noun has there."""
    for sentence in memory.before(view.sentence):
        for other in memory.of_sentence.get(sentence.index, ()):
            if other.of and continues(view, mention, other):
                return other.of
        if not memory.scene.may_hold(sentence.index, NOUNS, frozenset({noun})):
            continue
        groups = focus(View.of(memory.scene, sentence), noun)
        if groups:
            return next(iter(groups)) if len(groups) == 1 else ()
    return ()


def as_included(memory: Memory, view: View, mention: NumberMention) -> NumberMention:
    """As some of those counted in the sentences before: "Among them are 500 …"."""
    before = [
        other
        for sentence in memory.before(view.sentence)
        for other in reversed(memory.of_sentence.get(sentence.index, ()))
        if other.unit == COUNT and other.noun is not None and is_human(memory.scene.vocabulary, other.noun)
    ]
    of = next((other.of for other in before if other.of), ())
    whole = next((other for other in before if not other.part), None)
    action = mention.action or (whole.action if whole is not None else None)
    return replace(mention, of=of, of_carried=True, action=action)


def is_human(vocabulary: Vocabulary, noun: str) -> bool:
    """Whether people are counted, as soldiers or the dead are."""
    term = vocabulary.nouns.get(noun)
    return noun == PEOPLE or (term is not None and PEOPLE in term.kind_of)


def added_to(memory: Memory, view: View) -> Group:
    """The group of those to whom a further number is added, whatever they were called: "2,000 men … 6,000 more"."""
    for sentence in memory.before(view.sentence):
        for other in reversed(memory.of_sentence.get(sentence.index, ())):
            human = other.noun is not None and is_human(memory.scene.vocabulary, other.noun)
            if other.unit == COUNT and human and not other.part:
                return other.of
    return ()


def continues(view: View, mention: NumberMention, other: NumberMention) -> bool:
    """Whether people are those counted before, since a change leads to or from them: "up from 3,000 people"."""
    term = view.scene.vocabulary.nouns.get(other.noun) if other.noun is not None else None
    if mention.noun != PEOPLE or term is None or PEOPLE not in term.kind_of or term.action is not None:
        return False
    before = view.sentence.token_at(mention.start) - 1
    changed = before >= 0 and view.covers(before, Cue.PAST, Cue.AMOUNT, Cue.AT_MOST, Cue.TOTAL) is not None
    return changed and mention.action in (None, other.action)


def as_part(mention: NumberMention, earlier: list[NumberMention]) -> NumberMention:
    """A part shares what is said of the whole before it; of another noun or group it is a full count of its own."""
    whole = whole_before(earlier)
    if not mention.included or whole is None:
        listed = earlier[-1].action if mention.included and earlier and mention.action is None else None
        return mention if listed is None else replace(mention, action=listed)  # "가운데 남성이 84명, 여성이 85명"
    return replace(
        mention,
        part=True,
        whole_noun=whole.noun if mention.of in ((), whole.of) else None,
        of=mention.of or whole.of,
        action=mention.action or whole.action,
    )


def is_deed(view: View, mention: NumberMention) -> bool:
    """Whether the counted are named only by what befell them: "300 soldiers killed and 2,700 wounded"."""
    first, last = view.sentence.token_at(mention.end), view.sentence.token_at(max(mention.end, mention.phrase_end - 1))
    term = view.scene.vocabulary.nouns.get(mention.noun) if mention.noun is not None else None
    nameless = mention.noun == PEOPLE or (term is not None and term.action is not None)
    return nameless and any(
        hit.kind is HitKind.ACTION and hit.end == mention.phrase_end
        for index in range(first, last + 1)
        if index == first or view.covers(index - 1, Cue.ARTICLE)  # "600|los fallecidos"
        for hit in view.at.get(index, ())
    )


def as_those_before(view: View, mention: NumberMention, earlier: list[NumberMention]) -> NumberMention:
    """Others, or the wounded beside the killed, are of the kind and the group that the sentence counted before."""
    nouns = view.scene.vocabulary.nouns
    for other in reversed(earlier):
        term = nouns.get(other.noun) if other.noun is not None else None
        if term is None or PEOPLE not in term.kind_of or other.noun == OTHERS or (other.part and not mention.part):
            continue
        of = mention.of or (() if names_another(view, other, mention) else other.of)
        noun = other.noun if term.action is None else mention.noun  # "300 deaths and 2,700 wounded"
        return replace(mention, noun=noun, of=of)
    return replace(mention, noun=PEOPLE) if mention.noun == OTHERS else mention


def names_another(view: View, other: NumberMention, mention: NumberMention) -> bool:
    """Whether a clause between two counts tells of somebody else's: "…; Russia's losses were 350,000 killed"."""
    between = range(view.sentence.token_at(other.end), view.sentence.token_at(mention.start))
    return any(view.tokens[index].norm == ";" for index in between) and any(
        hit.kind is HitKind.ENTITY and hit.id not in other.of for index in between for hit in view.at.get(index, ())
    )


def noun_carried(memory: Memory, view: View, mention: NumberMention, earlier: list[NumberMention]) -> NumberMention:
    """A number alone ("so far about 12,000 have been seen there") counts what the last one counted."""
    last = earlier[-1] if earlier else None
    if (
        last is not None
        and last.part
        and not last.included
        and mention.action is None
        and not is_told_of(view, mention)
    ):
        return replace(
            mention, noun=last.noun, of=mention.of or last.of, of_carried=True, action=last.action, part=True
        )
    if mention.quantity.nominal is not None and not is_whole(mention.quantity.nominal):
        return mention  # "put its magnitude at|7.1"
    near = sorted(sentence.index for sentence in memory.before(view.sentence))
    known = [other for index in near for other in memory.of_sentence.get(index, ())] + earlier
    known = [other for other in known if other.unit == COUNT and other.noun is not None and not other.part]
    if mention.action is None and is_told_of(view, mention):
        known = [other for other in known if other.action not in befalling(view.scene.vocabulary)]
    if not known:
        return mention
    here = [other for other in earlier if other in known] if mention.part else []
    other = here[-1] if here else max(reversed(known), key=lambda one: bool(one.of))
    inherits = not mention.whole
    term = memory.scene.vocabulary.nouns.get(other.noun) if other.noun is not None else None
    own = term.action if term is not None else None
    action = mention.action or own or (other.action if inherits else None)
    return replace(mention, noun=other.noun, of=mention.of or other.of, of_carried=True, action=action)


def is_told_of(view: View, mention: NumberMention) -> bool:
    """Whether a verb of its own says what a number alone does: "4,000 were killed, so that 7,000|are left"."""
    return view.covers(view.sentence.token_at(mention.end), Cue.FILLER) is not None


def focus(view: View, noun: str, *, before: int | None = None) -> set[Group]:
    """The groups of a noun that a sentence, or its beginning, names: beside the noun, or as who acts with his own."""
    actions = [hit for hit in view.hits if hit.kind is HitKind.ACTION]
    groups: set[Group] = set()
    spoken = cited(view)
    for hit in view.hits:
        if hit.kind is not HitKind.NOUN or hit.id != noun or (before is not None and hit.end > before):
            continue
        if hit.first in spoken:
            continue  # "联合国儿童基金会": part of a speaker's name
        counted = Counted(hit.id, hit.first, hit.last, before=True)
        verb = next((one for one in reversed(actions) if 0 < hit.first - one.last <= OBJECT_OF_VERB), None)
        groups.add(
            before_noun(view, counted)
            or behind_noun(view, counted, [])
            or acting(view, Place(hit.first, hit.first), verb)
        )
    return groups - {()}


def is_other_deed(mention: NumberMention, earlier: list[NumberMention]) -> bool:
    """Whether the sentence counts others before: "killed 120 people and injured another 300" adds nothing to 120."""
    counted = [other for other in earlier if other.unit == COUNT and other.action is not None]
    return bool(counted) and mention.action is not None and counted[-1].action != mention.action
