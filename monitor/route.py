"""Who hears of an alert, and through what: one delivery for each channel of each receiver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from monitor.change import Alert


class UnknownReceiver(LookupError):  # noqa: N818 - it names what is wrong
    """An alert names a receiver that the rules do not have. The rulebook refuses such rules before they are used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelConfig:
    """One way to reach a receiver."""

    kind: str
    """slack, email, log …"""
    name: str = ""
    """Unique within its receiver; the kind where the user gave none."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """As written in the rules; the channel's own model validates them. Secrets by the name of their variable."""
    optional: bool = False
    """Used where its secrets are set, left out without a fuss where they are not."""

    @property
    def label(self) -> str:
        return self.name or self.kind


@dataclass(frozen=True, slots=True)
class Receiver:
    name: str
    channels: tuple[ChannelConfig, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """One alert to one channel of one receiver: what is sent, tried again and marked as a whole."""

    alert_id: str
    receiver: str
    channel: str
    """The channel's label."""
    attempts: int = field(default=0, compare=False)
    """How often it was tried and failed."""

    @property
    def id(self) -> str:
        return sha256(f"{self.alert_id}\n{self.receiver}\n{self.channel}".encode()).hexdigest()[:16]


def route(alert: Alert, receivers: Mapping[str, Receiver]) -> tuple[Delivery, ...]:
    """The deliveries of an alert, each once, in the order of its receivers and channels. Raises UnknownReceiver."""
    deliveries: dict[Delivery, None] = {}
    for name in alert.receivers:
        if name not in receivers:
            raise UnknownReceiver(f"watch {alert.watch} sends to {name!r}, which is no receiver of the rules")
        for channel in receivers[name].channels:
            deliveries.setdefault(Delivery(alert.id, name, channel.label))
    return tuple(deliveries)
