"""What became of one candidate in the fold."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.change import ChangeKind, Judgement
from monitor.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`kind` is given exactly where the standing value changed, and then `before` is what stood."""

    claim: Claim
    judgement: Judgement
    reason: str
    kind: ChangeKind | None = None
    before: Claim | None = None
    speaker_last: Claim | None = None
    """The claim's voice's own last candidate before this one."""
    parties: tuple[str, ...] = ()
    """Of a per-party rung: who has reached it after this step."""
