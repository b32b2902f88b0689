"""Logs: lines for people on a terminal, JSON for machines, and no secret in either."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any

import structlog

from workers.settings import SECRETS, LogFormat, Settings, environment

REDACTED = "[secret]"
CREDENTIALS = re.compile(r"(?<=://)[^/\s@]*:[^/\s@]*(?=@)")
SECRET_NAME = re.compile(r"PASSWORD|SECRET|TOKEN|WEBHOOK|API_KEY", re.IGNORECASE)
CHATTY = {
    logging.WARNING: ("rq", "rq.worker", "rq.job", "rq.queue", "aiohttp", "asyncio", "urllib3", "slack_sdk"),
    logging.ERROR: ("apscheduler",),
    logging.CRITICAL: ("trafilatura", "htmldate", "courlan", "justext", "readability"),
}
"""The least level of libraries that would tell of every request, every job, every odd page."""


class Redactor:
    """Replaces every secret of the environment, and the credentials of every URL, in whatever is logged."""

    def __init__(self, secrets: Iterable[str]) -> None:
        found = sorted((secret for secret in secrets if len(secret) >= 4), key=len, reverse=True)
        self.pattern = re.compile("|".join(map(re.escape, found))) if found else None

    def clean(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {key: self.clean(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.clean(item) for item in value]
        if value is None or isinstance(value, (bool, int, float)):
            return value
        text = CREDENTIALS.sub(REDACTED, str(value))
        return self.pattern.sub(REDACTED, text) if self.pattern else text

    def __call__(self, _logger: Any, _method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
        return {key: self.clean(value) for key, value in event.items()}


def secrets_of(variables: Mapping[str, str]) -> list[str]:
    return [value for name, value in variables.items() if name in SECRETS or SECRET_NAME.search(name)]


def configure(settings: Settings, *, process: str) -> None:
    """Send our own log and the libraries' to standard error; `process` is shown in every line."""
    shared: list[structlog.typing.Processor] = [
        _named(process),
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(
            fmt="iso" if settings.log_format is LogFormat.JSON else "%H:%M:%S",
            utc=settings.log_format is LogFormat.JSON,
        ),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
    ]
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            Redactor(secrets_of(environment())),
            *_renderers(settings.log_format),
        ],
    )
    output = logging.StreamHandler(sys.stderr)
    output.setFormatter(formatter)
    logging.basicConfig(handlers=[output], level=settings.log_level.upper(), force=True)
    for level, names in CHATTY.items():
        for name in names:
            logging.getLogger(name).setLevel(level)
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,  # a forked child configures anew
    )


def _named(process: str) -> structlog.typing.Processor:
    def name(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        event["process"] = process
        return event

    return name


def _in_columns(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    event["event"] = f"{event.pop('process', ''):<9} {event['event']}"
    return event


def _renderers(wanted: LogFormat) -> list[structlog.typing.Processor]:
    if wanted is LogFormat.JSON:
        return [structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True)]
    return [_in_columns, structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event_to=0, sort_keys=False)]
