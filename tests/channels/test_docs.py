"""docs/alerts.md shows what is really sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from alert_examples import OTHER_SPEAKER

from monitor.change import ChangeKind
from monitor.channels import CHANNELS
from monitor.wording import message, plain_text
from monitor.wording.comparison import VERDICTS

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "alerts.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [DOCS / "alerts.md", DOCS.parent / "README.md"], ids=lambda page: page.name)
def test_the_example_is_the_message_that_is_sent(page):
    assert f"```text\n{plain_text(message(OTHER_SPEAKER))}```" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", CHANNELS)
def test_every_channel_is_described(kind):
    assert f"| `{kind}` |" in PAGE


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_verdict_is_described(kind):
    verdict = VERDICTS[kind].split(":")[0] if kind in VERDICTS else "different figure, another speaker"
    assert verdict in PAGE


@pytest.mark.parametrize("name", ["alert-slack.png", "alert-email.png"])
def test_the_pictures_are_there_and_small(name):
    assert 0 < (DOCS / name).stat().st_size < 150_000
