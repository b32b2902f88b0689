"""The whole thing for real: a newspaper, the daemon on its embedded server, a Slack-shaped endpoint, an SMTP server."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from daemon import Daemon
from paper import Paper
from receivers import Mail, Slack
from stories import BEFORE, RULES


@dataclass
class Live:
    paper: Paper
    slack: Slack
    mail: Mail
    daemon: Daemon

    def begin(self) -> None:
        """Start, and wait until the first poll is read and its summary told."""
        self.paper.publish(BEFORE, ago=timedelta(hours=1))
        self.daemon.start()
        self.told(1)

    def told(self, count: int) -> None:
        """Wait until both channels have accepted so many messages, or more."""
        self.daemon.until(
            lambda: len(self.slack.accepted) >= count and len(self.mail.received) >= count, f"{count} messages are told"
        )

    def read(self, name: str) -> None:
        self.daemon.until(lambda: self.asked(name) and self.daemon.unread() == 0, f"{name} is read")

    def quiet(self) -> None:
        """Wait until nothing is left to be sent."""
        self.daemon.until(lambda: self.daemon.unsent() == 0, "everything is sent")

    def asked(self, name: str) -> int:
        return sum(count for path, count in self.paper.asked.items() if path.endswith("/" + name))


@pytest.fixture
def live(tmp_path):
    paper, slack, mail = Paper(), Slack(), Mail()
    rules = tmp_path / "rules.yaml"
    rules.write_text(RULES.replace("ROOT", paper.root))
    daemon = Daemon(
        tmp_path,
        {
            "MONITOR_DATA": str(tmp_path / "data"),
            "MONITOR_RULES": str(rules),
            "MONITOR_WORKERS": "1",
            "MONITOR_TICK_SECONDS": "0.2",
            "MONITOR_POLL_SECONDS": "0.5",
            "MONITOR_HOST_PAUSE_SECONDS": "0",
            "MONITOR_ALLOW_PRIVATE_ADDRESSES": "true",
            "MONITOR_LEASE_SECONDS": "3",
            "MONITOR_JOB_SECONDS": "30",
            "MONITOR_LEADER_SECONDS": "2",
            "MONITOR_READ_RETRY_SECONDS": "1",
            "MONITOR_SEND_LEASE_SECONDS": "3",
            "MONITOR_SEND_RETRY_SECONDS": "0.5",
            "SLACK_WEBHOOK_URL": slack.url,
            "SMTP_HOST": "127.0.0.1",
            "SMTP_PORT": str(mail.port),
            "SMTP_FROM": "monitor@example.org",
            "SMTP_TO": "desk@example.org",
        },
    )
    yield Live(paper, slack, mail, daemon)
    print(daemon.log)  # noqa: T201 - shown where the test fails
    daemon.clean_up()
    for server in (paper, slack, mail):
        server.close()
