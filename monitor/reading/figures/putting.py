"""How a figure is put: as its place in the sentence has it, and a part as the whole before it."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.claim import Modality
from monitor.quantity import COUNT
from monitor.reading.figures.mentions import NumberMention
from monitor.reading.scene import Scene
from monitor.reading.voice.modality import modality_of


def modality_in(scene: Scene, mention: NumberMention, earlier: Sequence[NumberMention]) -> Modality:
    """`earlier` are the mentions before it in its sentence."""
    own = modality_of(scene, mention.start, mention.end)
    whole = whole_before(earlier) if mention.included and own.may_stand else None
    return own if whole is None else modality_of(scene, whole.start, whole.end)


def whole_before(earlier: Sequence[NumberMention]) -> NumberMention | None:
    """The larger number of which one that is included is a part."""
    return next((other for other in reversed(earlier) if other.unit == COUNT and not other.included), None)
