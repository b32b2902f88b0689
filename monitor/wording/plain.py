"""A message as plain text: the plain part of a mail, and what a terminal shows."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.wording.message import READING, Message


def plain_text(said: Message) -> str:
    """Paragraphs between blank lines, in the order in which an alert is read."""
    return "\n\n".join("\n".join(lines) for lines in _paragraphs(said) if lines) + "\n"


def _paragraphs(said: Message) -> Iterator[list[str]]:
    yield [said.title]
    yield [said.value, sentence(said.verdict), *([f"Said by {said.speaker}"] if said.speaker else [])]
    yield [f"* {line}" for line in said.lines]
    yield [f"{fact.label}: {fact.text}" for fact in said.facts if fact.label not in READING]
    for quote in said.quotes:
        yield [*([f"{quote.label}:"] if quote.label else []), f"> {quote.text}"]
    yield [f"{fact.label}: {fact.text}" for fact in said.facts if fact.label in READING]
    if said.origin is not None:
        named = f"{said.origin.paper} · {said.origin.title}" if said.origin.title else said.origin.paper
        yield [named, *([said.origin.link] if said.origin.link else []), said.origin.time]
    yield [f"{command.label} {command.text}" for command in said.commands]


def sentence(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]
