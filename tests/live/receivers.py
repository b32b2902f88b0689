"""Where alerts arrive: an endpoint of Slack's shape, and a real SMTP server."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler
from typing import Any

from aiosmtpd.controller import Controller
from paper import serve


@dataclass
class Slack:
    """Keeps the body of every message that it accepted. `hold` makes the next one wait, unanswered."""

    accepted: list[dict[str, Any]] = field(default_factory=list)
    tried: int = 0
    statuses: list[int] = field(default_factory=list)
    """What to answer before anything is accepted."""
    held: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.released.set()
        self.server = serve(self._handler())
        self.url = f"http://127.0.0.1:{self.server.server_port}/services/T0/B0/verysecret"

    def hold(self) -> None:
        self.held.clear()
        self.released.clear()

    def texts(self) -> list[str]:
        return [json.dumps(body, ensure_ascii=False) for body in self.accepted]

    def headlines(self) -> list[str]:
        return [body["text"] for body in self.accepted]

    def close(self) -> None:
        self.released.set()
        self.server.shutdown()
        self.server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        slack = self

        class Hook(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                slack.tried += 1
                if not slack.released.is_set():
                    slack.held.set()
                    slack.released.wait(100)
                    return  # whoever asked was killed meanwhile: nothing was accepted
                status = slack.statuses.pop(0) if slack.statuses else 200
                if status == 200:
                    slack.accepted.append(body)
                self.send_response(status)
                self.end_headers()
                self.wfile.write(b"ok" if status == 200 else b"internal_error")

            def log_message(self, *arguments: object) -> None:
                pass

        return Hook


class OnFreePort(Controller):
    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@dataclass
class Mail:
    received: list[EmailMessage] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.controller = OnFreePort(self, hostname="127.0.0.1", port=0)
        self.controller.start()
        self.port = self.controller.port

    async def handle_DATA(self, server: object, session: object, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 accepted"

    def subjects(self) -> list[str]:
        return [mail["Subject"] for mail in self.received]

    def bodies(self) -> list[str]:
        return [mail.get_body(("plain",)).get_content() for mail in self.received]

    def close(self) -> None:
        self.controller.stop()
