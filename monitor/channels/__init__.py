"""The ways to reach people. Each is a module of one shape: Config, render(…), send(alert, config, environment)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from monitor.change import Alert
from monitor.channels import email, log, slack
from monitor.channels.base import DeliveryError
from monitor.route import ChannelConfig
from monitor.wording import message

CHANNELS: Mapping[str, Any] = {"slack": slack, "email": email, "log": log}


def send(alert: Alert, channel: ChannelConfig, environment: Mapping[str, str]) -> None:
    """Deliver; returning means that the other side has accepted. Raises DeliveryError."""
    try:
        config = config_of(channel)
    except ValueError as error:
        raise DeliveryError(str(error)) from None
    try:
        message(alert)
    except ValueError as error:  # a stored alert that cannot be worded must not block those behind it
        raise DeliveryError(f"the alert cannot be put into words: {error}", permanent=True) from None
    CHANNELS[channel.kind].send(alert, config, environment)


def missing(channel: ChannelConfig, environment: Mapping[str, str]) -> tuple[str, ...]:
    """The environment variables that the channel needs and that are not set. Raises ValueError for wrong settings."""
    return tuple(name for name in config_of(channel).variables() if not environment.get(name, "").strip())


def config_of(channel: ChannelConfig) -> Any:
    """The channel's own settings. Raises ValueError that names the setting and what is wrong, not what was found."""
    if channel.kind not in CHANNELS:
        raise ValueError(f"there is no channel {channel.kind!r}: write one of {', '.join(sorted(CHANNELS))}")
    try:
        return CHANNELS[channel.kind].Config.model_validate(dict(channel.settings))
    except ValidationError as error:
        raise ValueError("; ".join(_in_words(problem) for problem in error.errors())) from None


def _in_words(problem: Mapping[str, Any]) -> str:
    return f"{'.'.join(str(part) for part in problem['loc'])}: {problem['msg']}"


__all__ = ["CHANNELS", "DeliveryError", "config_of", "missing", "send"]
