"""The shape of rules files: what a user may write where. Names are resolved later, by `watches`.

Descriptions are for the user: editors show them from the JSON Schema, and they are the hint beside a mistake.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from monitor.claim import Modality
from monitor.quantity import Qualifier
from monitor.rulebook.scalars import Duration, Figure, LanguageCode, Moment, Name, Names, Pause, Text, Words, wrong
from monitor.source import Content
from monitor.watch import First, When


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True, str_strip_whitespace=True)


def plain_or_block(value: object) -> str:
    return "block" if isinstance(value, dict) else "plain"


PLAIN, BLOCK, SHAPE = Tag("plain"), Tag("block"), Discriminator(plain_or_block)

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A name of the user's making: it appears in commands, links and mail headers."""
Terms = Annotated[Annotated[Names, PLAIN] | Annotated[Words, BLOCK], SHAPE]
"""Terms of the lexicon by name, or words of the user's own per language."""


class Together(Shape):
    together: Annotated[Names, Field(min_length=2)] = Field(
        description="those whose people are counted as one: [Russia, North Korea]"
    )


class AnyOf(Shape):
    any: Names = Field(description="places, one of which must be named: [Russia, Kursk]")


class Thing(Shape):
    thing: Terms = Field(description="what has the status: treaty; or words of your own: {id: [gencatan], en: [truce]}")
    between: Names = Field((), description="its parties, all of them: [North Korea, Russia]")


def ordered(bounds: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    low, high = bounds
    if low > high:
        raise wrong(f"plausible runs from {low} down to {high}", f"write [{high}, {low}]")
    return bounds


class FigureShape(Shape):
    count: Terms = Field(
        description="what is counted: a noun of the lexicon (soldiers), several ([soldiers, fighters]), "
        "or words of your own per language ({id: [rumah rusak], en: [damaged houses]})"
    )
    of: Annotated[Annotated[Name, PLAIN] | Annotated[Together, BLOCK], SHAPE] | None = Field(
        None,
        description="whose they are: one group (North Korea), or {together: [Russia, North Korea]} for a joint force",
    )
    action: Terms | None = Field(
        None, description="what they do or suffer: deployed, killed, injured; another action is another figure"
    )
    where: Annotated[Annotated[Names, PLAIN] | Annotated[AnyOf, BLOCK], SHAPE] = Field(
        (), description="where: a place (Kursk), or {any: [Russia, Kursk]}"
    )
    plausible: Annotated[tuple[Figure, Figure], AfterValidator(ordered)] | None = Field(
        None, description="the lowest and highest figure to believe, for example [500, 200000]; others are never told"
    )


class StatusShape(Shape):
    of: Annotated[Annotated[Names, PLAIN] | Annotated[Thing, BLOCK], SHAPE] = Field(
        description="what has the status: treaty, or {thing: treaty, between: [North Korea, Russia]}"
    )
    ladder: Name = Field(description="the ladder it climbs, a name of rules/ladders: treaty")
    where: Annotated[Annotated[Names, PLAIN] | Annotated[AnyOf, BLOCK], SHAPE] = Field(
        (), description="where: a place (Palu), or {any: [Palu, Donggala]}"
    )


class AlertShape(Shape):
    first: First = Field(First.SILENT, description="whether the first sighting is told: silent or alert")
    at_most: Pause | None = Field(None, description="how often at most: 1 per 30 min, 1 per 2 h, or no limit")
    also: Annotated[tuple[Literal["planned", "hypothetical", "denied", "past"], ...], Field(max_length=4)] = Field(
        (), description="claims to hear of that never stand: [planned, denied, hypothetical, past]"
    )


class FigureAlert(AlertShape):
    when: When | None = Field(None, description="which changes are told: differs, new high or new low")
    new: Literal["high", "low"] | None = Field(None, description="short for `when: new high` (a toll), or low")
    last: Figure | None = Field(None, description="the figure last known, in digits: 11000")

    @model_validator(mode="after")
    def said_once(self) -> Self:
        if self.when is not None and self.new is not None:
            raise wrong("`when` and `new` both say which changes are told", "keep one of them")
        return self


class StatusAlert(AlertShape):
    last: Name | None = Field(None, description="the status last known, a rung of the ladder: signed")


class Sentence(Shape):
    text: Text = Field(description="a sentence as a paper writes it")
    language: LanguageCode | None = Field(None, description="its language where it is too short to tell: id, en")
    published: Moment | None = Field(None, description="when it was written, for 'yesterday': 2024-11-12")


class Expected(Sentence):
    modality: Modality | None = Field(None, description="how it is put: asserted, estimated, planned, denied, past")
    speaker: Name | None = Field(None, description="who is cited, as the sentence names them")


class FigureExample(Expected):
    figure: Annotated[
        Annotated[Figure, PLAIN] | Annotated[tuple[Figure, Figure], Tag("list")],
        Discriminator(lambda value: "list" if isinstance(value, list | tuple) else "plain"),
    ] = Field(description="the figure to be read: 11000, or [10000, 99999] for a range or a vague figure")
    qualifier: Qualifier | None = Field(
        None, description="exact, about, at_least, at_most, more_than, less_than, range, vague"
    )


class StatusExample(Expected):
    status: Name = Field(description="the status to be read: a rung or exit of the ladder")
    by: Names = Field((), description="whose step it is: [North Korea]")
    when: Name | None = Field(None, description="when it was taken: 2024-06-19, or 2024-06")


Never = Annotated[Annotated[Text, PLAIN] | Annotated[Sentence, BLOCK], SHAPE]


class WatchShape(Shape):
    title: Text = Field(description="its name in alerts: North Korean troops in Russia")
    send: Annotated[Names, Field(min_length=1)] = Field(description="who is told: receivers, [desk]")
    languages: tuple[LanguageCode, ...] = Field((), description="articles in these languages alone: [id, en]")
    since: Moment | None = Field(None, description="articles before this day are background: 2024-10-01")
    never: tuple[Never, ...] = Field((), description="sentences from which nothing may get on record")


class FigureWatch(WatchShape):
    figure: FigureShape = Field(description="which figure: count, of, action, where, plausible")
    alert: FigureAlert = Field(FigureAlert(), description="when to tell: {when: differs, at_most: 1 per 30 min}")
    examples: tuple[FigureExample, ...] = Field((), description="sentences and the figure to be read from each")


class StatusWatch(WatchShape):
    status: StatusShape = Field(description="which status: of, ladder")
    alert: StatusAlert = Field(StatusAlert(), description="when to tell: {first: alert, at_most: 1 per 30 min}")
    examples: tuple[StatusExample, ...] = Field((), description="sentences and the status to be read from each")


class ChannelShape(BaseModel):
    """The settings beside these are the channel's own: its own model checks them."""

    model_config = ConfigDict(extra="allow", frozen=True)

    channel: Name = Field(description="slack, email or log")
    name: Identifier | None = Field(None, description="to tell two channels of one kind apart: night")
    optional: bool = Field(False, description="true: left out without a fuss where its secrets are not set")


class SourceShape(Shape):
    url: Annotated[str, Field(pattern=r"^https?://[^\s/?#]+\S*$", max_length=2000)] = Field(
        description="the address of the feed: https://…"
    )
    every: Duration | None = Field(None, description="how often it is asked: 15 min, 1 h")
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] | None = Field(
        None, description="the language of its articles: id, en"
    )
    content: Content = Field(Content.PAGE, description="page: fetch each article; feed: the feed holds the whole text")


class RulesFile(Shape):
    """A file of rules: watches, receivers, sources, any of them."""

    watches: dict[Identifier, FigureWatch | StatusWatch] = Field({}, description="what is followed, each by its name")
    receivers: dict[Identifier, Annotated[tuple[ChannelShape, ...], Field(min_length=1)]] = Field(
        {}, description="who is told, each with the channels to them"
    )
    sources: dict[Identifier, SourceShape] = Field({}, description="feeds to follow, each by its name")
