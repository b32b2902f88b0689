"""A real SMTP server on this machine, which takes mail or refuses it as a test wishes."""

from __future__ import annotations

from dataclasses import dataclass, field
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

PASSWORD = "correct horse"


@dataclass
class Mailbox:
    """What the server took; `answers` are given to RCPT in turn, and after them everything is accepted."""

    answers: list[str] = field(default_factory=list)
    envelopes: list = field(default_factory=list)
    logins: list = field(default_factory=list)
    mail: list = field(default_factory=list)

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - likewise
        self.envelopes.append(envelope)
        self.mail.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 taken"

    def authenticator(self, server, session, envelope, mechanism, data):
        self.logins.append((data.login.decode(), data.password.decode(), session.ssl is not None))
        return AuthResult(success=data.password.decode() == PASSWORD, handled=False)


class Local(Controller):
    """On a free port, which the system picks."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


def running(controller):
    controller.start()
    try:
        yield controller
    finally:
        controller.stop()
