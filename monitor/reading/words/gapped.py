"""Phrases whose words stand apart: "trat am Sonntag in Kraft", "lehnte den Entwurf ab".

A language file writes them with a gap: "trat … in Kraft".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from monitor.reading.words.text import Token, normal

What = TypeVar("What")

GAP = "…"
WIDEST = 18
"""Tokens between the two parts."""
ENDS = frozenset({",", ";", ":", ".", "?", "!", '"', "(", ")"})
"""What no gap reaches over, and what follows a part that is one short word: "auf", "ab"."""
SHORT = 6
"""Letters of a last word that is also a preposition, and must end its clause to count."""


@dataclass(frozen=True, slots=True)
class Gapped(Generic[What]):
    """One phrase, its parts in normal form. `what` is the caller's."""

    head: tuple[str, ...]
    tail: tuple[str, ...]
    what: What


@dataclass(frozen=True, slots=True)
class Found(Generic[What]):
    what: What
    first: int
    last: int
    tail: int
    """The first token of the second part."""


def is_gapped(phrase: str) -> bool:
    return GAP in phrase


def gapped(phrases: Iterable[tuple[What, str]]) -> dict[str, tuple[Gapped[What], ...]]:
    """The phrases by their first words; where no gap is written, it is behind the first."""
    found: dict[str, list[Gapped[What]]] = {}
    for what, phrase in phrases:
        head, _, tail = phrase.partition(GAP if is_gapped(phrase) else " ")
        one = Gapped(tuple(map(normal, head.split())), tuple(map(normal, tail.split())), what)
        if one.head and one.tail:
            found.setdefault(one.head[0], []).append(one)
    return {first: tuple(ones) for first, ones in found.items()}


def find(
    tokens: Sequence[Token], known: Mapping[str, tuple[Gapped[What], ...]], joints: frozenset[str] | None
) -> Iterator[Found[What]]:
    """All of them in a sentence.

    `joints` are the words that may follow the end of a clause ("and"), in a language whose verbs come apart: there a
    short last word is a preposition, unless it ends its clause. Null of others.
    """
    norms = [token.norm for token in tokens]
    for first, norm in enumerate(norms):
        for one in known.get(norm, ()):
            start = first + len(one.head)
            if tuple(norms[first:start]) == one.head and (tail := tail_of(norms, start, one, joints)) is not None:
                yield Found(one.what, first, tail + len(one.tail) - 1, tail)


def tail_of(norms: Sequence[str], start: int, one: Gapped[What], joints: frozenset[str] | None) -> int | None:
    for index in range(start, min(start + WIDEST, len(norms))):
        if norms[index] in ENDS:
            return None
        behind = index + len(one.tail)
        if tuple(norms[index:behind]) == one.tail:
            if joints is None or len(one.tail) > 1 or len(one.tail[0]) >= SHORT:
                return index
            if behind >= len(norms) or norms[behind] in ENDS or norms[behind] in joints:
                return index
    return None
