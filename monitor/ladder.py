"""A ladder: the ordered statuses a thing goes through, with exits and the way back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """`rungs` run from the lowest to the highest. An exit ends or interrupts; a return undoes an exit."""

    id: str
    rungs: tuple[str, ...]
    exits: frozenset[str] = frozenset()
    """Statuses that leave the ladder from any rung (suspended, withdrawn, terminated, lifted …)."""
    returns: frozenset[str] = frozenset()
    """Statuses that undo an exit (resumed, reinstated); the rung before the exit holds again."""
    per_party: frozenset[str] = frozenset()
    """Rungs that each party takes for itself: one party's ratification is one step, the next party's another."""
    renewable: bool = False
    """Whether the lowest rung, reached after an exit, starts anew (a state of emergency can be declared again)."""

    @property
    def statuses(self) -> frozenset[str]:
        return frozenset(self.rungs) | self.exits | self.returns

    def height(self, status: str) -> int:
        """The index of a rung from 0. Raises ValueError for what is no rung."""
        return self.rungs.index(status)
