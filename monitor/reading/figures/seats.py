"""Where a rate or a vote holds that somebody decided: in the country that a central bank or a parliament acts for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from monitor.quantity import COUNT
from monitor.reading.figures.mentions import NumberMention
from monitor.reading.statuses.parties import country_of
from monitor.reading.view import View
from monitor.reading.vocabulary import EntityKind, Vocabulary
from monitor.reading.voice.deciding import decider_of, is_voted

RATES = frozenset({"percent", "percentage_point", "basis_point"})


def seated(view: View, mention: NumberMention, rates: Iterable[NumberMention]) -> NumberMention:
    """A figure without a place of its own with that of who decided it, or of the rates before it, the nearest first."""
    if mention.place is not None:
        return mention
    place = view.sentence.token_at(mention.start)
    if mention.unit not in RATES and not (mention.unit == COUNT and is_voted(view, place)):
        return mention
    decider = decider_of(view, place)
    country = seat_of(view.scene.vocabulary, decider.id) if decider is not None else None
    if country is not None:
        return replace(mention, place=name_of(view, country), place_id=country)
    other = in_country(view, rates) if mention.speaker is None else None
    if other is None:
        return mention
    return replace(mention, place=other.place, place_id=other.place_id, place_carried=True)


def seat_of(vocabulary: Vocabulary, decider: str) -> str | None:
    """The country or union that a body acts for."""
    if decider not in vocabulary.entities:
        return None
    country = country_of(vocabulary, decider)
    return country if country != decider else None


def name_of(view: View, country: str) -> str:
    """What the language calls it first."""
    names = view.scene.vocabulary.lexicon(view.scene.document.language).names.get(country, ())
    return names[0] if names else country


def in_country(view: View, rates: Iterable[NumberMention]) -> NumberMention | None:
    """The first that holds in a country."""
    entities = view.scene.vocabulary.entities
    known = (one for one in rates if one.place_id is not None)
    return next((one for one in known if entities[one.place_id or ""].kind is EntityKind.COUNTRY), None)
