"""`monitor check`: what it says, and how it ends."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
import simplejson

from workers.commands.check import check

RULES = Path(__file__).parents[2] / "rules"
SECRETS = {
    "SLACK_WEBHOOK_URL": "https://hooks.example/x",
    "SMTP_HOST": "h",
    "SMTP_FROM": "a@b.example",
    "SMTP_TO": "c@d.example",
}


def written(folder: Path, text: str) -> Path:
    (folder / "mine.yaml").write_text(dedent(text).lstrip("\n"), "utf-8")
    return folder


WATCH = """
    watches:
      troops:
        title: Troops
        figure: {count: soldiers, of: North Korea, action: deployed}
        send: [night]
        examples:
          - {text: "About 9,500 North Korean soldiers are now deployed in Russia.", figure: 9500}
        never:
          - Some 2,500 North Korean soldiers were killed in Kursk.
    receivers:
      night:
        - {channel: slack, webhook: NIGHT_WEBHOOK_URL}
"""


def test_the_shipped_rules_are_read_as_their_sentences_say(capsys):
    assert check(rules=RULES, json=False, variables=SECRETS) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "all is well" in said.err


def test_an_optional_channel_without_its_secret_is_a_note(capsys):
    assert check(rules=RULES, json=False, variables={}) == 0
    said = capsys.readouterr().out
    assert "receivers.yaml:9: note: desk's slack lacks SLACK_WEBHOOK_URL in the environment" in said


def test_any_other_channel_without_its_secret_is_an_error(tmp_path, capsys):
    assert check(rules=written(tmp_path, WATCH), json=False, variables={}) == 1
    said = capsys.readouterr().out
    assert "mine.yaml:12: error: night's slack lacks NIGHT_WEBHOOK_URL in the environment" in said
    assert "set NIGHT_WEBHOOK_URL in the environment or in .env" in said


def test_a_secret_that_is_set_is_neither_missed_nor_shown(tmp_path, capsys):
    variables = {"NIGHT_WEBHOOK_URL": "https://hooks.example/T0/secret"}
    assert check(rules=written(tmp_path, WATCH), json=False, variables=variables) == 0
    said = capsys.readouterr()
    assert "hooks.example" not in said.out + said.err


def test_an_example_that_is_read_otherwise_is_told_with_what_was_read(tmp_path, capsys):
    rules = written(tmp_path, WATCH.replace("figure: 9500", "figure: 9600").replace("NIGHT_WEBHOOK_URL", "SET"))
    assert check(rules=rules, json=False, variables={"SET": "x"}) == 1
    said = capsys.readouterr().out
    assert "mine.yaml:7: error: troops: an example is read otherwise: it gives about 9,500" in said
    assert "instead of 9,600" in said


def test_a_sentence_that_must_never_count_and_does_is_told(tmp_path, capsys):
    rules = written(tmp_path, WATCH.replace("were killed in", "are deployed in").replace("NIGHT_WEBHOOK_URL", "SET"))
    assert check(rules=rules, json=False, variables={"SET": "x"}) == 1
    said = capsys.readouterr().out
    assert "mine.yaml:9: error: troops: a sentence that must never count is read otherwise" in said


def test_an_example_that_is_not_taken_is_told_with_the_reason(tmp_path, capsys):
    rules = written(tmp_path, WATCH.replace("of: North Korea", "of: Russia").replace("NIGHT_WEBHOOK_URL", "SET"))
    assert check(rules=rules, json=False, variables={"SET": "x"}) == 1
    said = capsys.readouterr().out
    assert "it gives nothing instead of 9,500" in said
    assert "other group" in said


def test_a_broken_rule_does_not_keep_the_others_from_being_checked(tmp_path, capsys):
    (tmp_path / "broken.yaml").write_text("watches: [\n")
    rules = written(tmp_path, WATCH.replace("figure: 9500", "figure: 9600"))
    assert check(rules=rules, json=False, variables={"NIGHT_WEBHOOK_URL": "x"}) == 1
    said = capsys.readouterr().out
    assert "broken.yaml:2: error: no valid YAML" in said
    assert "an example is read otherwise" in said


def test_rules_that_are_not_there_are_said_to_be_missing(tmp_path, capsys):
    assert check(rules=tmp_path / "none", json=False, variables={}) == 1
    assert "no such file or folder" in capsys.readouterr().out


def test_programs_get_one_object_for_each_problem(tmp_path, capsys):
    check(rules=written(tmp_path, WATCH), json=True, variables={})
    (line,) = capsys.readouterr().out.splitlines()
    problem = simplejson.loads(line)
    assert (Path(problem["file"]).name, problem["line"], problem["severity"]) == ("mine.yaml", 12, "error")


def test_a_folder_without_a_watch_is_named(tmp_path, capsys):
    assert check(rules=tmp_path, json=False, variables=SECRETS) == 0
    assert f"{tmp_path}: note: there is no watch in it" in capsys.readouterr().out


def test_rules_that_may_not_be_read_are_named(tmp_path, capsys, monkeypatch):
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.scandir", refused)
    assert check(rules=tmp_path, json=False, variables=SECRETS) == 1
    assert f"{tmp_path}: error: cannot be read: Permission denied" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_file_of_rules_is_no_mistake(tmp_path, text):
    assert check(rules=written(tmp_path, text), json=False, variables=SECRETS) == 0
