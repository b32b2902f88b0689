"""E-mail over SMTP: a plain and an HTML part of the same message. The server's settings come from the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Annotated

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from monitor.change import Alert
from monitor.channels.base import VARIABLE, DeliveryError, Variable, is_loopback, secret
from monitor.channels.smtp import Server, deliver, port_of, security_of
from monitor.wording import READING, Message, message, one_line, plain_text, sentence

LONGEST_SUBJECT = 180
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


class Config(BaseModel):
    """Names of environment variables, so that two receivers can have two servers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    to: Annotated[
        tuple[Annotated[str, Field(pattern=rf"{VARIABLE}|@")], ...], BeforeValidator(_as_tuple), Field(min_length=1)
    ] = ("SMTP_TO",)
    """Addresses, or names of variables that hold addresses separated by commas."""
    sender: Annotated[Variable, Field(alias="from")] = "SMTP_FROM"
    host: Variable = "SMTP_HOST"
    port: Variable = "SMTP_PORT"
    user: Variable = "SMTP_USER"
    password: Variable = "SMTP_PASSWORD"  # noqa: S105 - the name of the variable, not the password
    security: Variable = "SMTP_SECURITY"

    def variables(self) -> tuple[str, ...]:
        """Those without which nothing can be sent."""
        return (self.host, self.sender, *(item for item in self.to if "@" not in item))

    def server(self, environment: Mapping[str, str]) -> Server:
        """Raises DeliveryError naming the variable to mend."""
        given = {name: environment.get(name, "").strip() for name in (self.port, self.user, self.security)}
        user, password = given[self.user], environment.get(self.password, "")
        if bool(user) != bool(password):
            raise DeliveryError(f"only one of {self.user} and {self.password} is set: set both, or none")
        security = security_of(given[self.security], given[self.port], self.security)
        host = secret(self.host, environment)
        return Server(
            host=host,
            port=port_of(given[self.port], security, self.port),
            security=security,
            insist=bool(given[self.security]) or not is_loopback(host),
            login=(user, password) if user else None,
        )


def render(alert: Alert, sender: str, recipients: tuple[str, ...]) -> EmailMessage:
    """The whole mail. It depends on the arguments alone: a redelivery has the same bytes and the same Message-ID."""
    said = message(alert)
    address = _address(sender)
    mail = EmailMessage(policy=SMTP_POLICY)
    mail["Subject"] = one_line(said.headline, LONGEST_SUBJECT)
    mail["From"] = address
    mail["To"] = tuple(_address(recipient) for recipient in recipients)
    mail["Date"] = format_datetime(alert.at)
    mail["Message-ID"] = f"<{alert.id}@{address.domain}>"
    mail["References"] = f"<{_slug(alert.watch)}@{address.domain}>"
    mail["List-Id"] = f"<{_slug(alert.watch)}.{address.domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(plain_text(said), cte="quoted-printable")
    mail.add_alternative(_html(said), subtype="html", cte="quoted-printable")
    mail.set_boundary(f"=_{alert.id}")
    return mail


def _html(said: Message) -> str:
    return TEMPLATES.get_template("email.html.jinja").render(
        said=said,
        verdict=sentence(said.verdict),
        comparing=[fact for fact in said.facts if fact.label not in READING],
        reading=[fact for fact in said.facts if fact.label in READING],
    )


def send(alert: Alert, config: Config, environment: Mapping[str, str]) -> None:
    server = config.server(environment)
    sender = secret(config.sender, environment)
    recipients = tuple(dict.fromkeys(address for item in config.to for address in _addresses(item, environment)))
    mail = render(alert, sender, recipients)
    addresses = [_address(recipient).addr_spec for recipient in recipients]
    deliver(server, mail.as_bytes(), _address(sender).addr_spec, addresses)


def _addresses(item: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    given = item if "@" in item else secret(item, environment)
    return tuple(part.strip() for part in given.split(",") if part.strip())


def _address(given: str) -> Address:
    """Raises DeliveryError, which shows what was found: an address is no secret."""
    name, spec = parseaddr(one_line(given))
    try:
        address = Address(display_name=name, addr_spec=spec)
        address.addr_spec.encode("ascii")
    except (MessageError, ValueError, IndexError):
        address = None
    if address is None or not address.username or not address.domain:
        raise DeliveryError(f"{given!r} is no mail address: write name@example.org, or Name <name@example.org>")
    return address


def _slug(watch: str) -> str:
    return re.sub(r"[^A-Za-z0-9-]+", "-", watch).strip("-") or "monitor"
