"""Receivers and sources as written to their values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from monitor.reading.vocabulary import Vocabulary
from monitor.route import ChannelConfig, Receiver
from monitor.rulebook.faults import shown, validated
from monitor.rulebook.models import ChannelShape, SourceShape
from monitor.rulebook.problem import Problem, did_you_mean
from monitor.rulebook.yaml import Location, Tree
from monitor.source import Source


def receiver_of(
    name: str,
    tree: Tree,
    at: Location,
    data: Any,
    *,
    channels: Mapping[str, type[BaseModel]] | None,
    problems: list[Problem],
    places: dict[Location, tuple[str, int | None]],
) -> Receiver:
    """The receiver with those of its channels that have no problem; the place of each is added to `places`."""
    if not isinstance(data, list) or not data:
        hint = "list its channels, each beginning with a hyphen: - channel: log"
        problems.append(tree.problem(at, f"the channels of {name!r} cannot be {shown(data or None)}", hint))
        return Receiver(name)
    found: dict[str, ChannelConfig] = {}
    for position, entry in enumerate(data):
        channel = _channel(tree, (*at, position), entry, channels, problems)
        if channel is not None and channel.label in found:
            hint = "give one of them a name, to tell their deliveries apart: name: night"
            problems.append(tree.problem((*at, position), f"a second channel {channel.label!r} in {name!r}", hint))
        elif channel is not None:
            found[channel.label] = channel
            places[*at, channel.label] = (tree.file, tree.line((*at, position)))
    return Receiver(name, tuple(found.values()))


def _channel(
    tree: Tree, at: Location, entry: Any, channels: Mapping[str, type[BaseModel]] | None, problems: list[Problem]
) -> ChannelConfig | None:
    shape = validated(ChannelShape, tree, at, entry, problems)
    if shape is None:
        return None
    settings = dict(shape.model_extra or {})
    if channels is not None:
        model = channels.get(shape.channel)
        if model is None:
            hint = did_you_mean(shape.channel, channels) or f"known channels: {', '.join(sorted(channels))}"
            problems.append(tree.problem((*at, "channel"), f"unknown channel {shape.channel!r}", hint))
            return None
        if validated(model, tree, at, settings, problems, secret=True) is None:
            return None
    return ChannelConfig(kind=shape.channel, name=shape.name or "", settings=settings, optional=shape.optional)


def source_of(
    name: str, tree: Tree, at: Location, data: Any, *, vocabulary: Vocabulary, problems: list[Problem]
) -> Source | None:
    shape = validated(SourceShape, tree, at, {"url": data} if isinstance(data, str) else data, problems)
    if shape is None:
        return None
    if shape.language is not None and shape.language not in vocabulary.languages:
        known = ", ".join(sorted(vocabulary.languages))
        problems.append(
            tree.problem((*at, "language"), f"{shape.language!r} is no language we read", f"known: {known}")
        )
        return None
    every = {} if shape.every is None else {"every": shape.every}
    return Source(name=name, url=shape.url, language=shape.language, content=shape.content, **every)
