"""`monitor read`, as people and programs call it."""

import json
from pathlib import Path

import pytest

from workers.commands.read import read

RULES = Path(__file__).parents[2] / "rules"
TEXT = "Sekitar 11.000 tentara Korea Utara telah dikerahkan di Kursk, kata Zelensky, pada Selasa (12/11/2024)."


@pytest.fixture
def run(capsys):
    def call(paths, *, rules=None, json=False, jsonl=False, language=None, published=None):
        code = read(paths, rules=rules, language=language, published=published, json=json, jsonl=jsonl)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_programs_get_one_object_with_offsets_into_its_text(run, article):
    code, out, _ = run([article], json=True, published="2024-11-12")
    given = json.loads(out)
    assert code == 0
    assert [(one["text"], one["unit"]) for one in given["numbers"]] == [("11.000", "count"), ("12/11/2024", "date")]
    assert all(one["text"] == given["text"][one["start"] : one["end"]] for one in given["numbers"])
    assert (given["numbers"][0]["of"], given["numbers"][0]["place"]) == ("North Korea", "Kursk")


def test_claims_are_given_for_named_rules_only(run, article):
    assert "claims" not in json.loads(run([article], json=True)[1])
    (claim,) = json.loads(run([article], json=True, rules=RULES)[1])["claims"]
    assert (claim["watch"], claim["nominal"], claim["disposition"]) == ("dprk-troops-in-russia", 11000, "claim")
    assert claim["quote"] == TEXT[claim["start"] : claim["end"]]


def test_articles_of_json_lines_come_in_their_order(run, tmp_path):
    path = tmp_path / "articles.jsonl"
    rows = [{"id": "b", "text": "Dua orang tewas.", "language": "id"}, {"id": "a", "text": "Satu.", "language": "xx"}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    code, out, err = run([str(path)], json=True, jsonl=True)
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["b", "a"]
    assert (code, "xx" in err) == (0, True)


def test_people_see_the_sentence_and_the_reason_per_watch(run, article):
    code, out, _ = run([article], rules=RULES)
    assert code == 0
    assert "11.000 tentara Korea Utara" in out
    assert "dprk-troops-in-russia: claim (asserted)" in out
    assert "counts soldiers, not officers" in " ".join(out.split())


def test_in_a_pipe_what_is_said_of_a_number_is_one_line(run, article):
    out = run([article], rules=RULES)[1]
    line = "about 11,000 · tentara · of North Korea · deployed · in Kursk · says Zelensky · asserted"
    assert f"  “11.000”: {line}\n" in out


def test_a_year_is_written_as_one(run, tmp_path):
    path = tmp_path / "year.txt"
    path.write_text("Pada 2024, sekitar 11.000 tentara Korea Utara dikerahkan di Kursk.", encoding="utf-8")
    out = run([str(path)])[1]
    assert "“2024”: year 2024 · asserted" in out


def test_a_file_that_is_not_there_is_said_and_the_rest_is_read(run, article, tmp_path):
    code, out, err = run([str(tmp_path / "none.txt"), article], json=True)
    assert (code, len(out.splitlines())) == (1, 1)
    assert "none.txt" in err


def test_a_wrong_time_is_a_usage_error(run, article):
    assert run([article], published="yesterday")[0] == 2


def test_an_article_cannot_command_the_terminal(run, tmp_path):
    path = tmp_path / "hostile.txt"
    path.write_text("About 11,000 North Korean \x1b]0;pwned\x07soldiers\r are deployed in Kursk.", encoding="utf-8")
    code, out, _ = run([str(path)], language="en")
    assert (code, "11,000" in out) == (0, True)
    assert not {"\x1b", "\x07", "\r"} & set(out)
