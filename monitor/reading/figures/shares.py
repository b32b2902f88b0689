"""Of what a share or an amount is told: "30 percent of North Korean soldiers", "従業員の30％"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monitor.reading.figures.groups import group_of
from monitor.reading.figures.mentions import NumberMention
from monitor.reading.figures.nouns import QUALIFIERS, Counted, Place, hit_at
from monitor.reading.figures.seats import RATES
from monitor.reading.figures.telling import TYPED
from monitor.reading.figures.walk import walk_ahead
from monitor.reading.view import View
from monitor.reading.vocabulary import Cue
from monitor.reading.words.lookup import HitKind

CAPITALS = 3
"""Letters of an ISO 4217 code, which is the unit of money."""
LARGE = 1_000_000
"""The least amount that a paper gives in words of scale without its currency."""
UNIT = 3
"""Tokens that a unit may have behind its number."""


def shared(view: View, mention: NumberMention, number: Place, places: list[Place]) -> NumberMention:
    """A share with the noun and the group that its sentence gives for it; an amount of money with the group."""
    money = is_money(mention.unit)
    if mention.unit not in RATES and not money:
        return mention
    counted = None if money else noun_of(view, number, places)
    if counted is None and not money:
        return mention
    group = group_of(view, number, counted, None, places)
    if counted is None:
        return replace(mention, of=group)
    written = view.scene.document.text[view.tokens[counted.first].start : view.tokens[counted.last].end]
    return replace(mention, noun=counted.id, counted=written, of=group)


def as_money(
    view: View, mention: NumberMention, counted: Counted | None, before: Sequence[NumberMention]
) -> NumberMention:
    """A large number that counts nothing, behind an amount of money: "14.6 billion rubles against|3.2 billion"."""
    last = next((one for one in reversed(before) if one.unit not in TYPED), None)
    if last is None or not is_money(last.unit) or not any(sign.isalpha() for sign in mention.text):
        return mention
    ends = (mention.quantity.nominal, mention.quantity.low, mention.quantity.high)
    if max(end for end in ends if end is not None) < LARGE:
        return mention
    if counted is not None and not counted.before and hit_at(view, counted.first, HitKind.NOUN, HitKind.DEMONYM):
        return mention
    if counted is not None and counted.id is None:
        return mention
    return replace(mention, quantity=replace(mention.quantity, unit=last.unit))


def is_money(unit: str) -> bool:
    return len(unit) == CAPITALS and unit.isupper()


def noun_of(view: View, number: Place, places: list[Place]) -> Counted | None:
    """The known noun behind "of", or before a genitive that stands right before the number."""
    for index in range(number.last + 1, min(number.last + 2 + UNIT, len(view.tokens))):
        if (link := view.covers(index, Cue.OF, Cue.GENITIVE)) is not None:
            return walk_ahead(view, Place(number.first, link.first - 1), places).noun
        if view.over.get(index) or view.at.get(index):
            break
    index = number.first - 1
    while index >= 0 and (cue := view.covers(index, *QUALIFIERS)) is not None:
        index = cue.first - 1
    genitive = view.covers(index, Cue.GENITIVE) if index > 0 else None
    if genitive is None:
        return None
    nouns = (hit for hit in view.ends.get(genitive.first - 1, ()) if hit.kind is HitKind.NOUN)
    return next((Counted(hit.id, hit.first, hit.last, before=True) for hit in nouns), None)
