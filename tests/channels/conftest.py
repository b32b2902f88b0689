from __future__ import annotations

import pytest
from mail_server import Local, Mailbox, running


@pytest.fixture
def mailbox():
    return Mailbox()


@pytest.fixture
def server(mailbox):
    controller = Local(
        mailbox, hostname="127.0.0.1", port=0, authenticator=mailbox.authenticator, auth_require_tls=False
    )
    yield from running(controller)
