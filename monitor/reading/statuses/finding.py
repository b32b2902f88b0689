"""Statuses on ladders: which step, of what thing between whom, taken by whom and when.

A status phrase counts only with a thing that climbs its ladder: in its sentence, or the one spoken of before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from monitor.claim import Modality
from monitor.reading.scene import Scene
from monitor.reading.statuses.agents import agents_of
from monitor.reading.statuses.anaphora import may_refer, speaks_of_another
from monitor.reading.statuses.around import Around
from monitor.reading.statuses.holders import holder_of, office_of
from monitor.reading.statuses.occasions import when_of
from monitor.reading.statuses.parties import Namings, Thing, climbing_of, country_of, parties_of, things_of, unique
from monitor.reading.statuses.steps import Step, steps_of
from monitor.reading.view import Span, View, dates_of
from monitor.reading.vocabulary import Cue, LadderWords, Vocabulary
from monitor.reading.voice.attribution import frames_of, speaker_of
from monitor.reading.voice.modality import closes_clause, stance_at
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import Sentence, normal

MOST = 500
"""Things, and sentences that say steps, which are read of one text; what has more is no news article."""
BACK = 6
"""Sentences back to the thing of which a sentence without any speaks."""
STEPS = frozenset({HitKind.STATUS, HitKind.STEP})
NOUNS = frozenset({HitKind.NOUN})
Asked = Mapping[tuple[str, str], Collection[frozenset[str]]]
"""By a ladder and a thing, the parties between whom it is asked for; of no party where any will do."""
AUXILIARY = 2
"""Tokens from a participle to the negated auxiliary behind it."""
PUT_OFF = frozenset({Modality.PLANNED, Modality.DENIED, Modality.HYPOTHETICAL})
"""How a step may be put that only a noun names: "awaits ratification", "no ratification"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusMention:
    """A status phrase with what it is said of. Offsets count characters of the text."""

    start: int
    end: int
    text: str
    status: str
    ladder: str
    thing: str
    """As written, in this sentence or in an earlier one."""
    thing_id: str
    """The noun of the vocabulary."""
    thing_kinds: tuple[str, ...]
    """The same, and the wider nouns of it: a watch's own "media bill" is a law for every other watch."""
    parties: tuple[str, ...]
    """Between whom the thing is, as far as the article says."""
    by: tuple[str, ...]
    """Ids of the gazetteer; whom it does not know, as written. Of an office: who holds or loses it."""
    when: str | None
    speaker: str | None
    speaker_id: str | None
    via: str | None
    modality: Modality


def find_statuses(scene: Scene, asked: Asked | None = None) -> list[StatusMention]:
    """All statuses of the text, or those asked for, from left to right; a phrase without a thing in sight is none."""
    ladders = frozenset(scene.vocabulary.ladders) if asked is None else frozenset(ladder for ladder, _ in asked)
    telling, naming = telling_sentences(scene, ladders)
    things = things_of(scene, naming, MOST) if telling else []
    around, namings = Around(scene, things), Namings(scene, things)
    found: list[StatusMention] = []
    for sentence in telling:
        view = View.of(scene, sentence)
        may_be = partial(is_asked, view, asked, around)
        in_reach = [thing for thing in things if 0 <= sentence.index - thing.sentence <= BACK]
        if any(map(may_be, in_reach)):
            told = told_of(view, in_reach, ladders)
            found += [mention_of(view, step, thing, namings) for step, thing in told if may_be(thing, step.ladder)]
    return found


def telling_sentences(scene: Scene, ladders: frozenset[str]) -> tuple[list[Sentence], list[Sentence]]:
    """Those that say a step of one of the ladders and have a thing in reach that may climb it; and all with things."""
    saying: Sequence[Sentence] = scene.document.sentences
    if len(saying) > MOST:
        saying = [one for one in saying if scene.may_hold(one.index, STEPS) and says_step(scene.hits[one.index])][:MOST]
    saying = [one for one in saying if scene.may_hold(one.index, STEPS, ladders)]
    if not saying:
        return [], []
    climbing, things = climbing_of(scene.vocabulary), things_on(scene.vocabulary, ladders)
    naming = [one for one in scene.document.sentences if scene.may_hold(one.index, NOUNS, climbing)]
    near = {at for one in naming if scene.may_hold(one.index, NOUNS, things) for at in reached(one)}
    return [one for one in saying if one.index in near and says_step(scene.hits[one.index], ladders)], naming


def reached(sentence: Sentence) -> range:
    """The sentences that may speak of what one names."""
    return range(sentence.index, sentence.index + BACK + 1)


def things_on(vocabulary: Vocabulary, ladders: frozenset[str]) -> frozenset[str]:
    return frozenset(thing for ladder in ladders for thing in vocabulary.ladders[ladder].things)


def says_step(hits: tuple[Hit, ...], ladders: frozenset[str] | None = None) -> bool:
    """Whether a sentence may say a step, of one of the ladders."""
    return any(hit.kind in STEPS and (ladders is None or hit.ladder in ladders) for hit in hits)


def is_asked(view: View, asked: Asked | None, around: Around, thing: Thing, ladder: LadderWords | None = None) -> bool:
    """Whether a watch may take a step of the thing, or one of a ladder, by what is known before its agents are."""
    if asked is None:
        return True
    kinds = kinds_of(view.scene, thing)
    return any(
        around.may_be_between(view, thing, parties)
        for (name, kind), wanted in asked.items()
        if kind in kinds and (ladder is None or name == ladder.ladder.id)
        for parties in wanted
    )


def kinds_of(scene: Scene, thing: Thing) -> tuple[str, ...]:
    return (thing.means, *scene.vocabulary.nouns[thing.means].kind_of)


def told_of(view: View, things: list[Thing], ladders: frozenset[str]) -> Iterator[tuple[Step, Thing]]:
    """Each step with its thing. Words that say steps of several ladders say that of the thing that stands nearest.

    Of words that say no step of the ladders asked for, nothing is told.
    """
    steps = tuple(steps_of(view))
    things_told = {
        index: told_thing(view, step, things) for index, step in enumerate(steps) if step.ladder.ladder.id in ladders
    }
    places = {(steps[index].first, steps[index].last) for index, thing in things_told.items() if thing is not None}
    together: dict[tuple[int, int], list[tuple[Step, Thing]]] = {}
    for index, step in enumerate(steps):
        place = step.first, step.last
        alike = together.get(place, [])
        if place not in places or any((one.ladder, one.status) == (step.ladder, step.status) for one, _ in alike):
            continue
        thing = things_told[index] if index in things_told else told_thing(view, step, things)
        if thing is not None:
            together.setdefault(place, []).append((step, thing))
    for alike in together.values():
        best = min(nearness(view, *one) for one in alike)
        yield from (one for one in alike if one[0].raised or nearness(view, *one) == best)


def told_thing(view: View, step: Step, things: list[Thing]) -> Thing | None:
    """The thing of a step that is told: a noun alone tells only of one that is put off."""
    thing = thing_for(view, step, things)
    return thing if thing is None or not step.named or status_modality(view, step) in PUT_OFF else None


def nearness(view: View, step: Step, thing: Thing) -> tuple[int, int]:
    away = view.sentence.index - thing.sentence
    return (0, distance(thing, step)) if away == 0 else (away, -thing.first)


def mention_of(view: View, step: Step, thing: Thing, namings: Namings) -> StatusMention:
    scene, tokens = view.scene, view.tokens
    start, end = tokens[step.first].start, tokens[step.last].end
    held = step.ladder.held
    agents = holder_of(view, step, thing) if held else agents_of(view, step, thing)
    parties = parties_of(view, thing, acting(scene, agents), namings)
    if not agents and step.is_joint and len(parties) > 1:
        agents = parties
    speaker = speaker_of(scene, start)
    return StatusMention(
        start=start,
        end=end,
        text=scene.document.text[start:end],
        status=step.status,
        ladder=step.ladder.ladder.id,
        thing=scene.document.text[thing.start : thing.end],
        thing_id=thing.means,
        thing_kinds=kinds_of(scene, thing),
        parties=parties,
        by=agents,
        when=when_of(view, step, frames_of(view)),
        speaker=speaker.text if speaker else None,
        speaker_id=speaker.id if speaker else None,
        via=speaker.via if speaker else None,
        modality=status_modality(view, step),
    )


def thing_for(view: View, step: Step, things: list[Thing]) -> Thing | None:
    """The thing in reach of this ladder nearest to the phrase in its sentence, else the last one spoken of before."""
    fitting = [thing for thing in things if thing.id in step.ladder.things and step.of in (None, thing.id)]
    here = [thing for thing in fitting if thing.sentence == view.sentence.index]
    before = [thing for thing in fitting if thing.sentence < view.sentence.index]
    if not (here or before) or speaks_of_another(view, step, here):
        return None
    if here:
        near = office_of(view, step, here) if step.ladder.held else min(here, key=lambda one: distance(one, step))
        return None if near is None or (near.first > step.last and set_aside(view, near)) else near
    return before[-1] if not step.named and may_refer(view, step) else None


def set_aside(view: View, thing: Thing) -> bool:
    """Whether it is named only to say that it is something else: "signed a statement, not a treaty"."""
    before = thing.first - 1
    while before > 0 and view.covers(before, Cue.ARTICLE):
        before -= 1
    return before > 0 and view.covers(before, Cue.NEGATION) is not None and view.tokens[before - 1].norm == ","


def distance(thing: Thing, step: Step) -> int:
    """Tokens between a thing and a phrase; a thing inside the phrase has none."""
    return max(thing.first - step.last, step.first - thing.last, 0)


def status_modality(view: View, step: Step) -> Modality:
    """As of a figure; besides, an infinitive ("to ratify", "before taking effect") is a step not taken yet."""
    read = Modality.DENIED if undone(view, step) else stance_at(view, step.core, step.last)
    if not read.may_stand:
        return read
    if waits(view, step) or lies_ahead(view, step):
        return Modality.PLANNED
    before = step.core - 1
    while before >= 0 and view.covers(before, Cue.FILLER, Cue.PRONOUN):
        before -= 1
    return Modality.PLANNED if before >= 0 and view.covers(before, Cue.INFINITIVE) else read


def undone(view: View, step: Step) -> bool:
    """Whether an auxiliary behind a participle denies it: "продлено|не будет", "запроваджено його|не було"."""
    for hit in view.all(Cue.NEGATION):
        if step.last < hit.first <= step.last + AUXILIARY and hit.last > hit.first and closes_clause(view, hit):
            return all(view.tokens[index].is_word for index in range(step.last + 1, hit.first))
    return False


def waits(view: View, step: Step) -> bool:
    """Whether the words of a plan hold the step: "takes effect once …", "discussed signing"; and no day has come."""
    if any(view.covers(index, Cue.FUTURE) for index in range(step.first, step.last + 1)):
        return True
    if waits_for_days(view, step):
        return True
    hit = view.covers(step.last, Cue.PLAN)
    if hit is None or (hit.first >= step.first and hit.last <= step.last):
        return False
    published = view.scene.published
    today = published.date().isoformat() if published is not None else None
    return not any(
        date.iso is not None and today is not None and len(date.iso) == len(today) and date.iso <= today
        for date in dates_of(view.scene, view.sentence)
    )


def waits_for_days(view: View, step: Step) -> bool:
    """Whether the words of such a plan are parted by a length of time: "takes effect|30 days|after …"."""
    words = view.tongue.numbers
    if words is None or not step.by_itself:
        return False
    counted = counted_tokens(view)
    index = step.last + 1
    while index < len(view.tokens) and (
        index in counted or view.tokens[index].norm in words.dates.span_units or view.covers(index, Cue.ARTICLE)
    ):
        index += 1
    if index in (step.last + 1, len(view.tokens)):
        return False
    phrase = f"{normal(view.words(Span(step.first, step.last)))} {view.tokens[index].norm}"
    return phrase in view.tongue.cues.get(Cue.PLAN, ())


def counted_tokens(view: View) -> frozenset[int]:
    """The tokens of all numbers of the sentence."""
    places = ((view.sentence.token_at(one.start), view.sentence.token_at(one.end - 1)) for one in view.numbers)
    return frozenset(at for first, last in places for at in range(first, last + 1))


def lies_ahead(view: View, step: Step) -> bool:
    """Whether what comes by itself has its day after publication: "the law takes effect on 1 July"."""
    published = view.scene.published
    if published is None or not step.by_itself:
        return False
    day, today = when_of(view, step, frames_of(view)), published.date().isoformat()
    return day is not None and day[:1].isdecimal() and day > today[: len(day)]


def acting(scene: Scene, agents: tuple[str, ...]) -> tuple[str, ...]:
    """The countries for which those act whom the gazetteer knows."""
    known = scene.vocabulary.entities
    return unique(country_of(scene.vocabulary, name) for name in agents if name in known)
