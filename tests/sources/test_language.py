from __future__ import annotations

import pytest

from monitor.sources.language import code_of, detect, unread

READ = ("id", "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sekitar 11.000 tentara Korea Utara telah dikerahkan di Kursk.", "id"),
        ("Gempa Cianjur", "id"),
        ("Tewas 95", "id"),
        ("About 10,000 North Korean soldiers", "en"),
        ("Death toll rises to 95", "en"),
        ("Environ 11 000 soldats nord-coréens ont été déployés à Koursk, selon Zelensky.", "fr"),
        ("Около 11 000 северокорейских военных", "ru"),
    ],
)
def test_a_text_tells_its_language(text, language):
    assert detect(text, languages=READ) == language


def test_malay_is_taken_for_indonesian_unless_malay_is_read():
    text = "Kira-kira 50,000 askar musuh berada di Kursk, kata Presiden Zelensky kepada pemberita semalam."
    assert detect(text, languages=READ) == "id"
    assert detect(text, languages=("id", "en", "ms")) == "ms"


def test_a_short_text_is_in_the_language_of_its_source():
    assert detect("Zelensky: 11.000", "id-ID") == "id"


def test_a_long_text_is_in_its_own_language_whatever_the_source_says():
    text = (
        "The president said on Tuesday that about eleven thousand soldiers had been sent to the region of Kursk. " * 3
    )
    assert detect(text, "id") == "en"


def test_a_text_without_letters_is_in_the_language_of_its_source_or_in_none():
    assert detect("12345 …", "id") == "id"
    assert detect("12345 …") is None


@pytest.mark.parametrize(
    ("tag", "code"), [("id-ID", "id"), ("en_US", "en"), ("in", "id"), ("iw", "he"), (" EN ", "en")]
)
def test_a_language_tag_begins_with_its_code(tag, code):
    assert code_of(tag) == code


def test_a_language_that_is_not_read_is_told_in_words():
    assert unread("fr", READ) == "it is in French, which is not read; read are English and Indonesian"
    assert unread("xx", READ) == "it is in xx, which is not read; read are English and Indonesian"
    assert unread(None, READ) == "its language cannot be told, so it is not read; read are English and Indonesian"
