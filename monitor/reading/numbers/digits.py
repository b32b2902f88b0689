"""Numbers in digits: a separator is judged by the shape, then by the language, then by the rest of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

LONGEST = 24
"""Digits a number may have; longer runs are keys, hashes or hostile."""
SPACES = "\u00a0\u2007\u2009\u202f"
"""Spaces that do not break a line: inside a number they always group."""
APOSTROPHES = "'’，،"
"""With the commas of other scripts: between digits these only group."""
ARABIC_DECIMAL, ARABIC_GROUP = "\u066b", "\u066c"
CHAIN = re.compile(rf"\d+(?:[.,{APOSTROPHES}{SPACES}{ARABIC_DECIMAL}{ARABIC_GROUP}]\d+){{0,9}}")
"""No longer than the longest number, so that a text of nothing else is read once and not once per link."""
RUN = re.compile(r"\d+")
SPACED = re.compile(r"(?!0)\d{1,3}(?: \d{3}){1,8}(?!\d| \d)(?:[.,]\d+)?(?!\d)")
"""Groups set apart by plain spaces; with more digits behind another space it is a list or a telephone number."""
POWER = re.compile(r"e([+-]?\d{1,2})(?!\w)")
RAISED = re.compile(r"\^(\d{1,2})(?![\w^])")
IDLE = "000"
FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
SLASHED = re.compile(r"(?<!/)\d{1,3}/\d{1,2}(?![\d/.,])")
SEPARATOR = re.compile(r"(\D)")
LINKING = frozenset(f" .,{APOSTROPHES}{SPACES}{ARABIC_DECIMAL}{ARABIC_GROUP}")
"""Behind digits, these may lead to more of the same number."""
GOING_ON = frozenset((*FRACTIONS, "e", "^"))
"""Behind digits, these may be part of the number."""


class Shape(NamedTuple):
    """Digits as they stand. `value` is None for a chain that is one number in no writing (an address, a version)."""

    end: int
    value: Decimal | None
    other: Decimal | None = None
    """The other reading of "1.234", where the language decided; `decided_by` is its separator."""
    separator: str = ""


@dataclass(frozen=True, slots=True)
class Habits:
    """What separators surely mean elsewhere in the document."""

    decimal: frozenset[str]
    group: frozenset[str]

    def groups(self, separator: str, *, decimal: str) -> bool | None:
        """Whether `separator` groups, as far as the document tells; None where it does not."""
        if separator in self.group and separator not in self.decimal:
            return True
        other = "," if separator == "." else "."
        if separator != decimal and separator in self.decimal and separator not in self.group and other in self.group:
            return False
        return None


SURE_GROUP = re.compile(r"\d(?<![\d.,]\d)\d{0,2}(?:([.,])\d{3})(?:\1\d{3}|(?!\1)[.,]\d{1,2}(?!\d))")
SURE_DECIMAL = re.compile(r"\d(?<![\d.,:/]\d)(?:\d*(,)\d{1,2}|\d{0,2}(\.)\d|\d{2,}(\.)\d{2})(?![\d.,:/]{0,4}\d)")
"""Never "16.00": in many languages that is a time. What follows is looked at as far as a link of a chain is long.

Both look behind only where a digit stands: `re` runs over everything else much faster.
"""


def habits_of(text: str) -> Habits:
    group = {match[1] for match in SURE_GROUP.finditer(text)}
    decimal = {match[1] or match[2] or match[3] for match in SURE_DECIMAL.finditer(text)}
    return Habits(frozenset(decimal), frozenset(group))


def read_digits(text: str, start: int, stop: int, *, decimal: str) -> Shape:
    """The number in digits at `start`, which holds a digit, as far as `stop`."""
    run = RUN.match(text, start, stop)
    if run is None:
        raise ValueError(f"no digit at {start}")
    sign, behind = text[run.end() : run.end() + 1], text[run.end() + 1 : run.end() + 2]
    if sign not in GOING_ON and (sign not in LINKING or not behind.isdecimal()):
        return Shape(run.end(), _value(run[0], run[0]))
    if sign == " " and (spaced := SPACED.match(text, start, stop)):
        return Shape(spaced.end(), _value(spaced[0].replace(" ", "").replace(",", "."), spaced[0]))
    shape = _unspaced(text, start, stop, decimal)
    part = FRACTIONS.get(text[shape.end : shape.end + 1])
    if part and shape.value is not None and shape.value == int(shape.value):
        return Shape(shape.end + 1, shape.value + part)
    return _with_power(text, shape, stop) if shape.value and text[shape.end : shape.end + 1] in ("e", "^") else shape


def _with_power(text: str, shape: Shape, stop: int) -> Shape:
    """As in 1.5e6 and 10^6."""
    if shape.value is None:
        return shape
    if power := POWER.match(text, shape.end, stop):
        return Shape(power.end(), Decimal(0) + shape.value.scaleb(int(power[1])))  # 200000, and not 2E+5
    raised = RAISED.match(text, shape.end, stop)
    exponent = int(raised[1]) if raised else 0
    if raised is None or (shape.value.adjusted() + 1) * exponent > LONGEST:
        return shape
    return Shape(raised.end(), shape.value**exponent)


def read_slashed(text: str, start: int, stop: int) -> Shape | None:
    """۱۲/۵ as a decimal; None for digits with no or with several slashes."""
    match = SLASHED.match(text, start, stop)
    return Shape(match.end(), Decimal(match[0].replace("/", "."))) if match else None


def _unspaced(text: str, start: int, stop: int, decimal: str) -> Shape:
    listed = start > 1 and text[start - 1] == "," and text[start - 2].isdecimal()
    chain = (RUN if listed else CHAIN).match(text, start, stop)
    if chain is None:
        raise ValueError(f"no digit at {start}")
    return _read_chain(chain[0], start, decimal)


def _read_chain(chain: str, start: int, decimal: str) -> Shape:
    links = SEPARATOR.split(chain)
    parts, separators = links[::2], links[1::2]
    end = start + len(chain)
    if not separators:
        return Shape(end, _value(chain, chain))
    if len(separators) == 1:
        return _one_separator(parts[0], parts[1], separators[0], end, decimal)
    first, last = separators[0], separators[-1]
    if len(set(separators)) == 1 and _grouped(parts, first):
        return Shape(end, _value("".join(parts), chain))
    if first != last and set(separators[:-1]) == {first} and _grouped(parts[:-1], first):
        return Shape(end, _value("".join(parts[:-1]) + "." + parts[-1], chain))
    if set(separators) == {","}:
        return Shape(start + len(parts[0]), _value(parts[0], parts[0]))
    return Shape(end, None)


def _one_separator(head: str, tail: str, separator: str, end: int, decimal: str) -> Shape:
    groupable = len(head) <= 3 and len(tail) == 3 and head[0] != "0"
    joined = _value(head + tail, head + tail) if groupable else None
    if separator in SPACES or separator in APOSTROPHES or separator == ARABIC_GROUP:
        return Shape(end, joined) if groupable else Shape(end - len(tail) - 1, _value(head, head))
    pointed = _value(f"{head}.{tail}", head + tail)
    if not groupable or separator == ARABIC_DECIMAL:
        return Shape(end, pointed)
    if tail == IDLE:
        return Shape(end, joined)
    if separator == decimal:
        return Shape(end, pointed, joined, separator)
    return Shape(end, joined, pointed, separator)


def _grouped(parts: list[str], separator: str) -> bool:
    head, *groups = parts
    if len(head) > 3 or head.startswith("0") or not groups:
        return False
    if all(len(group) == 3 for group in groups):
        return True
    indian = separator == "," and len(head) <= 2 and len(groups[-1]) == 3
    return indian and all(len(group) == 2 for group in groups[:-1])


def _value(digits: str, whole: str) -> Decimal | None:
    return Decimal(digits) if len(whole) <= LONGEST else None
