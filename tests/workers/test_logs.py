"""What is logged: readable for people, JSON for machines, and never a secret."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

PROGRAM = """
import logging
import structlog
from workers.logs import configure
from workers.settings import load_settings

configure(load_settings(), process="worker-1")
log = structlog.get_logger("monitor")
log.info("source polled", source="antara", url="redis://user:pa55word@host/0")
log.warning("posting to https://hooks.example/T1/verysecret failed")
logging.getLogger("aiohttp").info("chatter")
logging.getLogger("foreign").warning("again %s", "https://hooks.example/T1/verysecret")
"""


def lines(monkeypatch, tmp_path, log_format: str) -> list[str]:
    monkeypatch.setenv("MONITOR_LOG_FORMAT", log_format)
    monkeypatch.setenv("SLACK_WEBHOOK_URL", "https://hooks.example/T1/verysecret")
    return subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    ).stderr.splitlines()


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_no_secret_is_logged(monkeypatch, tmp_path, log_format):
    whole = "\n".join(lines(monkeypatch, tmp_path, log_format))
    assert "verysecret" not in whole
    assert "pa55word" not in whole
    assert whole.count("[secret]") == 3


def test_json_lines_carry_event_level_time_and_process(monkeypatch, tmp_path):
    first = json.loads(lines(monkeypatch, tmp_path, "json")[0])
    assert (first["event"], first["level"], first["process"], first["source"]) == (
        "source polled",
        "info",
        "worker-1",
        "antara",
    )
    assert first["timestamp"].endswith("Z")


def test_libraries_keep_quiet(monkeypatch, tmp_path):
    assert "chatter" not in "\n".join(lines(monkeypatch, tmp_path, "text"))
