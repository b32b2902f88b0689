"""The door for YAML: what is refused, with which words, and in which line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.rulebook.yaml import LARGEST, parse_yaml, read_yaml


def problem(text: str) -> str:
    (found,) = parse_yaml(text, "f.yaml").problems
    return str(found)


def test_only_whole_numbers_and_truth_values_and_null_are_typed():
    tree = parse_yaml(
        "a: 11\nb: true\nc: null\nd: 11.000\ne: NO\nf: 2024-10-01\ng: 0x1F\nh: 12:30:45\ni: '11'\n", "f.yaml"
    )
    assert tree.data == {
        "a": 11,
        "b": True,
        "c": None,
        "d": "11.000",
        "e": "NO",
        "f": "2024-10-01",
        "g": "0x1F",
        "h": "12:30:45",
        "i": "11",
    }


def test_every_value_knows_its_line():
    tree = parse_yaml("a:\n  b:\n    - x\n    - y: 1\n", "f.yaml")
    assert tree.line(("a", "b", 1, "y")) == 4


def test_a_missing_value_is_placed_at_what_should_hold_it():
    tree = parse_yaml("a:\n  b: 1\n", "f.yaml")
    assert tree.line(("a", "absent")) == 1


def test_a_key_given_twice_is_refused_with_both_lines_and_the_first_stays():
    tree = parse_yaml("a: 1\nb: 2\na: 3\n", "f.yaml")
    assert tree.data == {"a": 1, "b": 2}
    assert str(tree.problems[0]) == "f.yaml:3: error: the key 'a' is here twice\n    it stands in line 1 already"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: &x 1\nb: *x\n", "f.yaml:1: error: anchors (&) and aliases (*) are not allowed"),
        ("a: !!python/object/apply:os.system [x]\n", "f.yaml:1: error: tags (!) are not allowed"),
        ("a: !mine 1\n", "f.yaml:1: error: tags (!) are not allowed"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2: error: a second document begins here"),
        ("a:\n\t- b\n", "indent with spaces, not tabs"),
        ("a: b: c\n", "a colon followed by a space inside text needs quotes"),
        ("a: [x\n", "a bracket or brace was opened and not closed"),
        ("a: {b: x\n", "a bracket or brace was opened and not closed"),
        ("a: [\n", "a bracket or brace was opened and not closed"),
        ("a: 'x\n", "a quote was opened and not closed"),
        ("a:\n  - x\n y: 1\n", "must be indented alike"),
        ("? [a]\n: 3\n", "a key must be plain text"),
        (": 3\n", "a key is missing before the colon"),
        ("[" * 100, "nested too deeply"),
        ("a: \x07\n", "no valid YAML"),
    ],
)
def test_what_is_no_plain_yaml_is_refused_in_words(text, words):
    assert words in problem(text)


def test_a_broken_file_gives_no_data():
    assert parse_yaml("a: 1\nb: [", "f.yaml").data is None


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    file = tmp_path / "f.yaml"
    file.write_bytes(b"#" * (LARGEST + 1))
    assert "too large" in str(read_yaml(file).problems[0])


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path):
    file = tmp_path / "f.yaml"
    file.write_bytes("a: 1\nb: café\n".encode("latin-1"))
    assert f"{file}:2: error: the file is not UTF-8" in str(read_yaml(file).problems[0])


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path):
    file = tmp_path / "f.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_yaml(file).data == {"a": 1}


def test_a_missing_file_is_a_problem(tmp_path):
    assert "cannot be read" in str(read_yaml(tmp_path / "none.yaml").problems[0])


@given(st.text(alphabet="ab:-[]{}&*!?,'\"|># \n\t0.%@`~\u2028", max_size=60))
def test_no_text_makes_the_reader_raise(text):
    tree = parse_yaml(text, "f.yaml")
    assert tree.data is None or not any("no valid YAML" in str(problem) for problem in tree.problems)
