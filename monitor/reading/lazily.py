"""A sequence of what is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

Made = TypeVar("Made")


class Lazily(Sequence[Made]):
    """Makes each of its items when it is first asked for. Two threads may make the same: what they make is equal."""

    __slots__ = ("_made", "_make")

    def __init__(self, length: int, make: Callable[[int], Made]) -> None:
        self._make = make
        self._made: list[Made | None] = [None] * length

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Made: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Made]: ...
    def __getitem__(self, index: int | slice) -> Made | Sequence[Made]:
        if isinstance(index, slice):
            return [self[at] for at in range(len(self))[index]]
        made = self._made[index]
        if made is None:
            made = self._made[index] = self._make(range(len(self))[index])
        return made
