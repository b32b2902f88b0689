"""Where in a text numbers and dates can begin: at digits, and at the first words of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick

RUN, ASCII_RUN = re.compile(r"\d\d*"), re.compile(r"[0-9][0-9]*")
"""`re` runs to the first sign of a kind much faster than to the first of a repetition."""
Place = tuple[int, int]
"""Where something can begin: anywhere in a run of digits, or at one character."""


def runs_in(flat: str) -> list[Place]:
    """The runs of digits."""
    return [match.span() for match in (ASCII_RUN if flat.isascii() else RUN).finditer(flat)]


class Openings:
    """The first words of the phrases of one language, found by one pass of an automaton.

    What it finds need not be a phrase, but every phrase is found.
    """

    def __init__(self, phrases: Iterable[str], *, apart: bool) -> None:
        """`apart` says that a phrase begins where no letter stands before it."""
        words = sorted({phrase.split(" ")[0] for phrase in phrases if phrase})
        self._automaton = AhoCorasick(words) if words else None
        self._apart = apart

    def among(self, runs: list[Place], flat: str) -> list[Place]:
        """The runs and the words of the text in order."""
        if self._automaton is None:
            return runs
        begins = {begin for _, begin, _ in self._automaton.find_matches_as_indexes(flat, overlapping=True)}
        if self._apart:
            begins = {begin for begin in begins if not flat[begin - 1 : begin].isalnum()}
        return sorted([*runs, *((begin, begin + 1) for begin in begins)])
