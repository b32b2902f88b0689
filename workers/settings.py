"""What the surroundings say: environment variables and `.env`. Rules say what to follow; settings, where and how."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from monitor.rulebook.shipped import shipped

ENV_FILE = Path(".env")
REDIS_URLS = ("redis://", "rediss://", "unix://")
Seconds = Annotated[float, Field(gt=0)]


class SettingsError(Exception):
    """The message names the variable, what was found and what is wrong with it."""


class LogFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


class Settings(BaseSettings):
    """Every variable with its default; `.env.example` shows the same, and a test holds it to this."""

    model_config = SettingsConfigDict(
        env_prefix="MONITOR_", env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", frozen=True
    )

    redis_url: SecretStr | None = Field(
        None,
        validation_alias="REDIS_URL",
        description="The Redis-compatible server to work against. Unset: one of its own in MONITOR_DATA.",
    )
    data: Path = Field(
        Path("data"), description="Where the embedded server keeps what is on record. Back this folder up."
    )
    rules: Path | None = Field(
        None,
        description="The folder of watches, receivers and sources. Unset: ./rules, or the shipped ones.",
    )
    workers: int = Field(2, ge=1, le=64, description="How many workers `monitor run` starts.")
    shadow: bool = Field(False, description="Read and record, but send nothing to anybody.")

    log_format: LogFormat = Field(LogFormat.TEXT, description="text for people, json for machines.")
    log_level: str = Field(
        "info",
        pattern="^(debug|info|warning|error)$",
        description="The least level that is logged: debug, info, warning or error.",
    )

    tick_seconds: Seconds = Field(2, description="How often the scheduler looks for what is due.")
    leader_seconds: Seconds = Field(
        20, description="After how long without a sign of life another scheduler takes over."
    )
    lease_seconds: Seconds = Field(
        300, description="How long a worker has a source or a batch of articles to itself; then it is given to another."
    )
    batch: int = Field(50, ge=1, le=1000, description="How many sources or articles one job takes.")
    job_seconds: int = Field(240, ge=1, description="When a job is stopped. Keep it below MONITOR_LEASE_SECONDS.")
    read_attempts: int = Field(5, ge=1, description="How often an article is tried that cannot be fetched or cleaned.")
    read_retry_seconds: Seconds = Field(60, description="The pause after the first failed try; it doubles with each.")

    poll_seconds: Seconds | None = Field(
        None,
        description="Poll every source this often, whatever the rules say: for trying out only.",
    )
    host_pause_seconds: float = Field(1, ge=0, description="The least time between two requests to one host.")
    clean_seconds: Seconds = Field(20, description="When cleaning one page is stopped.")
    allow_private_addresses: bool = Field(
        False,
        description="Let sources lie in private networks (localhost …): only where every feed is trusted.",
    )
    keep_text_days: int = Field(365, ge=1, description="How long the text of an article that gave a claim is kept.")

    send_attempts: int = Field(
        60, ge=1, description="How often an alert is tried before it is given up (it stays in `monitor alerts`)."
    )
    send_retry_seconds: Seconds = Field(
        5, description="The pause after the first failed delivery; it doubles with each."
    )
    send_lease_seconds: Seconds = Field(
        120, description="How long a sender has an alert to itself; then another may send it."
    )

    slack_webhook_url: SecretStr | None = Field(
        None,
        validation_alias="SLACK_WEBHOOK_URL",
        description="Slack: the incoming webhook that the receiver `desk` posts to.",
    )
    smtp_host: str | None = Field(
        None, validation_alias="SMTP_HOST", description="E-mail: the server that takes our mail."
    )
    smtp_port: int | None = Field(
        None, validation_alias="SMTP_PORT", ge=1, le=65535, description="E-mail: its port. Unset: 587, or 465 with tls."
    )
    smtp_security: str | None = Field(
        None,
        validation_alias="SMTP_SECURITY",
        pattern="^(starttls|tls|none)$",
        description="E-mail: starttls, tls or none. Unset: starttls, which a server on this machine may do without.",
    )
    smtp_user: str | None = Field(
        None, validation_alias="SMTP_USER", description="E-mail: the name to log in with, if it asks."
    )
    smtp_password: SecretStr | None = Field(
        None, validation_alias="SMTP_PASSWORD", description="E-mail: the password to log in with."
    )
    smtp_from: str | None = Field(None, validation_alias="SMTP_FROM", description="E-mail: the address it comes from.")
    smtp_to: str | None = Field(
        None, validation_alias="SMTP_TO", description="E-mail: the addresses it goes to, separated by commas."
    )

    @field_validator("redis_url")
    @classmethod
    def _names_a_server(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None and not url.get_secret_value().startswith(REDIS_URLS):
            raise ValueError("write redis://HOST:6379/0, rediss://… (TLS) or unix:///path/to/socket")
        return url

    @property
    def lease(self) -> timedelta:
        return timedelta(seconds=self.lease_seconds)

    @property
    def send_lease(self) -> timedelta:
        return timedelta(seconds=self.send_lease_seconds)

    @property
    def rules_path(self) -> Path:
        if self.rules is not None:
            return self.rules
        here = Path("rules")
        return here if here.is_dir() else shipped()


def load_settings() -> Settings:
    """Raises SettingsError naming every variable that is wrong, or the file that cannot be read."""
    try:
        return Settings()
    except UnicodeDecodeError:
        raise SettingsError(f"{ENV_FILE} is not UTF-8: save it as UTF-8 in your editor") from None
    except OSError as error:
        raise SettingsError(f"{ENV_FILE} cannot be read: {error.strerror}") from None
    except ValidationError as error:
        raise SettingsError("\n".join(_in_words(problem) for problem in error.errors(include_url=False))) from None


def environment() -> Mapping[str, str]:
    """The environment with `.env` beneath it: where receivers find their secrets."""
    return {name: value for name, value in {**dotenv_values(ENV_FILE), **os.environ}.items() if value}


def variable(field: str) -> str:
    """The environment variable that sets a field."""
    return str(Settings.model_fields[field].validation_alias or f"MONITOR_{field}".upper())


def _in_words(problem: Mapping[str, object]) -> str:
    location = problem["loc"]
    name = str(location[0]) if isinstance(location, tuple) and location else "settings"
    shown = name if name.isupper() else variable(name)
    found = "" if name in SECRETS or shown in SECRETS else f" (found: {problem['input']!r})"
    said = str(problem["msg"]).removeprefix("Value error, ")
    if problem["type"] == "string_pattern_mismatch":
        said = said.replace("String should match pattern", "write one of").translate(WITHOUT_SIGNS)
    return f"{shown}: {said}{found}. Mend it in the environment or in {ENV_FILE}."


WITHOUT_SIGNS = str.maketrans({"^": None, "$": None, "(": None, ")": None, "'": None, "|": " "})
"""Leaves the words of a pattern such as '^(text|json)$': no setting has one that is not a choice."""
SECRETS = frozenset(
    variable(name) for name, field in Settings.model_fields.items() if "SecretStr" in str(field.annotation)
)
