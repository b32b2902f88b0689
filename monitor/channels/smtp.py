"""One mail to one SMTP server. Certificates are always verified, and no password leaves this machine unencrypted."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum

from monitor.channels.base import DeliveryError, is_loopback, redacted

TIMEOUT_SECONDS = 20
"""Of each exchange with the server."""


class Security(StrEnum):
    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    host: str
    port: int
    security: Security
    insist: bool = True
    """Whether to give up where the server offers no STARTTLS."""
    login: tuple[str, str] | None = field(default=None, repr=False)
    """Name and password."""


def deliver(server: Server, mail: bytes, sender: str, recipients: Sequence[str]) -> None:
    """Returns when the server has taken the mail for every recipient. Raises DeliveryError."""
    try:
        with _session(server) as session:
            refused = session.sendmail(sender, list(recipients), mail)
    except smtplib.SMTPRecipientsRefused as error:
        raise _refused(server, error.recipients, recipients) from None
    except smtplib.SMTPResponseException as error:
        raise _answered(server, error) from None
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        raise DeliveryError(_hidden(server, f"the mail server {server.host} failed: {_reason(error)}")) from None
    if refused:
        raise _refused(server, refused, recipients)


@contextmanager
def _session(server: Server) -> Iterator[smtplib.SMTP]:
    session = _connected(server)
    try:
        _log_in(session, server)
        yield session
    finally:
        # What was accepted stays accepted, however the server says good-bye.
        with suppress(smtplib.SMTPException, OSError):
            session.quit()
        session.close()


def _connected(server: Server) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.security is Security.TLS:
        return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT_SECONDS, context=context)
    session = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_SECONDS)
    try:
        session.ehlo_or_helo_if_needed()
        if server.security is Security.STARTTLS and (server.insist or session.has_extn("starttls")):
            session.starttls(context=context)
    except (smtplib.SMTPException, OSError):
        session.close()
        raise
    return session


def _log_in(session: smtplib.SMTP, server: Server) -> None:
    if server.login is None:
        return
    if not isinstance(session.sock, ssl.SSLSocket) and not is_loopback(_peer(session)):
        raise DeliveryError(
            f"the password is not sent: the connection to {server.host} is not encrypted. "
            "Set SMTP_SECURITY to starttls or tls, or log in without a password"
        )
    session.login(*server.login)


def _peer(session: smtplib.SMTP) -> str:
    if session.sock is None:
        raise smtplib.SMTPServerDisconnected("the connection is closed")
    return str(session.sock.getpeername()[0])


def _refused(server: Server, refused: Mapping[str, tuple[int, bytes]], recipients: Sequence[str]) -> DeliveryError:
    """Permanent only where every refusal is for good: those who refused for now are tried again, with all others."""
    each = "; ".join(f"{recipient}: {code} {_text(reply)}" for recipient, (code, reply) in refused.items())
    taken = f" (accepted for the other {left})" if (left := len(recipients) - len(refused)) else ""
    permanent = all(_for_good(code) for code, _ in refused.values())
    return DeliveryError(_hidden(server, f"the mail server refused {each}{taken}"), permanent=permanent)


def _answered(server: Server, error: smtplib.SMTPResponseException) -> DeliveryError:
    """A wrong password is not permanent: the user can mend it, and the alert should still go out then."""
    words = f"the mail server {server.host} refused: {error.smtp_code} {_text(error.smtp_error)}"
    mendable = isinstance(error, smtplib.SMTPAuthenticationError)
    return DeliveryError(_hidden(server, words), permanent=_for_good(error.smtp_code) and not mendable)


def _for_good(code: int) -> bool:
    return 500 <= code < 600


def _text(reply: bytes | str) -> str:
    return reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({error.verify_message})"
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return f"{error}; set SMTP_SECURITY to tls, or to none where no encryption is wanted"
    return str(error) or type(error).__name__


def _hidden(server: Server, text: str) -> str:
    return redacted(text, server.login[1:] if server.login else ())


def security_of(given: str, port: str, variable: str) -> Security:
    """Encryption as asked for; else as the port implies. Raises DeliveryError."""
    if not given:
        return Security.TLS if port == str(PORTS[Security.TLS]) else Security.STARTTLS
    if given.lower() not in set(Security):
        raise DeliveryError(f"{variable} is {given!r}: write starttls, tls or none")
    return Security(given.lower())


def port_of(given: str, security: Security, variable: str) -> int:
    if not given:
        return PORTS[security]
    if not given.isascii() or not given.isdigit() or not 0 < int(given) < 65536:
        raise DeliveryError(f"{variable} is {given!r}: write a number such as {PORTS[security]}")
    return int(given)
