"""What the environment says, and that `.env.example` says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workers.settings import Settings, SettingsError, environment, load_settings, variable

EXAMPLE = Path(__file__).parents[2] / ".env.example"
ENTRY = re.compile(r"((?:# .*\n)+)#(\w+)=(.*)\n")


def shown(default: object) -> str:
    return "" if default is None else str(default).lower() if isinstance(default, bool) else str(default)


def entries() -> dict[str, tuple[str, str]]:
    found = ENTRY.findall(EXAMPLE.read_text("utf-8"))
    return {
        name: (" ".join(comment.replace("# ", "").split("\n")).strip(), default) for comment, name, default in found
    }


def test_the_example_has_every_variable_with_its_description_and_default():
    wanted = {
        variable(name): (field.description, shown(field.default)) for name, field in Settings.model_fields.items()
    }
    assert entries() == wanted


@pytest.fixture
def surroundings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(variable(name), raising=False)
    return monkeypatch


def test_nothing_needs_to_be_set(surroundings):
    settings = load_settings()
    assert settings.redis_url is None
    assert settings.workers == 2


def test_a_line_of_the_env_file_counts_and_the_environment_wins(surroundings, tmp_path):
    (tmp_path / ".env").write_text("MONITOR_WORKERS=5\nMONITOR_BATCH=7\n")
    surroundings.setenv("MONITOR_WORKERS", "3")
    settings = load_settings()
    assert (settings.workers, settings.batch) == (3, 7)


def test_an_empty_variable_is_unset(surroundings):
    surroundings.setenv("REDIS_URL", "")
    assert load_settings().redis_url is None


def test_a_wrong_value_is_named_with_what_was_found(surroundings):
    surroundings.setenv("MONITOR_WORKERS", "many")
    with pytest.raises(SettingsError, match=r"MONITOR_WORKERS: .*valid integer.*'many'"):
        load_settings()


def test_a_wrong_choice_is_answered_with_those_there_are(surroundings):
    surroundings.setenv("SMTP_SECURITY", "ssl")
    with pytest.raises(SettingsError, match=r"SMTP_SECURITY: write one of starttls tls none \(found: 'ssl'\)"):
        load_settings()


def test_an_env_file_that_is_no_text_is_named(surroundings, tmp_path):
    (tmp_path / ".env").write_bytes(b"\xff\xfeM")
    with pytest.raises(SettingsError, match=r"^\.env is not UTF-8"):
        load_settings()


def test_a_redis_url_of_another_kind_is_refused_without_showing_its_password(surroundings):
    surroundings.setenv("REDIS_URL", "http://:hush@redis.example:6379")
    with pytest.raises(SettingsError, match=r"^REDIS_URL: write redis://") as refused:
        load_settings()
    assert "hush" not in str(refused.value)


def test_a_secret_is_never_shown(surroundings):
    surroundings.setenv("SLACK_WEBHOOK_URL", "https://hooks.example/T1")
    assert "T1" not in repr(load_settings())


def test_receivers_find_their_secrets_in_the_environment_and_in_the_env_file(surroundings, tmp_path):
    (tmp_path / ".env").write_text("OTHER_WEBHOOK=https://hooks.example/T2\n")
    assert environment()["OTHER_WEBHOOK"] == "https://hooks.example/T2"


def test_rules_lie_beside_us_or_are_the_shipped_ones(surroundings, tmp_path):
    assert (load_settings().rules_path / "dprk-russia.yaml").is_file()
    (tmp_path / "rules").mkdir()
    assert load_settings().rules_path == Path("rules")
