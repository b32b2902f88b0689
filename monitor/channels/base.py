"""What every channel shares: how a delivery fails, and how a secret is found and kept out of error texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from ipaddress import ip_address
from typing import Annotated

from pydantic import Field

from monitor.wording import one_line

LONGEST_ERROR = 300
VARIABLE = r"^[A-Z_][A-Z0-9_]*$"
"""The name of an environment variable. A pasted URL or address does not match, and stays out of the rules."""
Variable = Annotated[str, Field(pattern=VARIABLE)]


class DeliveryError(Exception):
    """The message is for the user and holds no secret. `permanent`: another try cannot help; the alert is given up."""

    def __init__(self, message: str, *, permanent: bool = False, retry_after: timedelta | None = None) -> None:
        super().__init__(one_line(message, LONGEST_ERROR))
        self.permanent = permanent
        self.retry_after = retry_after
        """How long the receiving side asked us to wait."""


def secret(name: str, environment: Mapping[str, str]) -> str:
    """The value of an environment variable. Raises DeliveryError, not permanent: the user can still set it."""
    value = environment.get(name, "").strip()
    if not value:
        raise DeliveryError(f"the environment variable {name} is not set: set it in the environment or in .env")
    return value


def redacted(text: str, secrets: Iterable[str]) -> str:
    for value in secrets:
        text = text.replace(value, "***") if value else text
    return text


def is_loopback(host: str) -> bool:
    """Whether the host is this machine itself, by its name or address; nothing is looked up."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
