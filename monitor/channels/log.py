"""The log as a channel: one line per alert, so that a monitor without any secret still says what it found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog
from pydantic import BaseModel, ConfigDict

from monitor.change import Alert
from monitor.wording import message


class Config(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    def variables(self) -> tuple[str, ...]:
        return ()


def render(alert: Alert) -> dict[str, Any]:
    said = message(alert)
    fields: dict[str, Any] = {"alert": said.headline, "watch": said.watch, "id": said.alert_id}
    if said.origin is not None:
        fields |= {"quote": said.quotes[-1].text, "paper": said.origin.paper, "url": said.origin.link}
    return {name: value for name, value in fields.items() if value is not None}


def send(alert: Alert, _config: Config, _environment: Mapping[str, str]) -> None:
    structlog.get_logger("monitor.alerts").info("alert", **render(alert))
