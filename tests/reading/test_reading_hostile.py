"""What nobody writes is read in bounded time, too: a million signs of anything."""

from pathlib import Path
from time import process_time

import pytest

from monitor.reading import claims_of, read
from monitor.rulebook import load

MILLION = 1_000_000
MOST_SECONDS = 20
"""Of one core's time; four times what a slow machine needs."""
ABOVE = """The treaty of Russia and North Korea.

North Korea sent 12,000 soldiers to Kursk. An earthquake killed people in Palu.

"""
"""Words of every watch, so that the article is not put aside unread."""


def repeated(text):
    return (text * (MILLION // len(text) + 1))[:MILLION]


HOSTILE = {
    "one long number": repeated("7"),
    "many numbers": repeated("12 345 "),
    "a list of digits": repeated("1,"),
    "number words": repeated("twenty one thousand "),
    "dates": repeated("on 12 November 2024 "),
    "nested brackets": "(" * 100_000 + "12,000 North Korean soldiers in Russia" + ")" * 100_000,
    "one sentence": repeated("North Korean troops sent to Russia with 12,000 soldiers in Kursk "),
    "one treaty after another": repeated("treaty signed Russia North Korea "),
    "verbs and things": repeated("signed ratified treaty "),
    "bills and verbs": repeated("bill law passed approved signed "),
    "verbs and days": repeated("treaty signed on Monday ratified on Tuesday "),
    "nouns of steps": repeated("ratification treaty signing "),
    "readings and chambers": repeated("Senate passed bill lower house approved law first reading "),
    "verbs in a list": repeated("treaty signed and ratified and approved and "),
    "agents": repeated("treaty ratified by by by Russia "),
    "one speaker after another": repeated('he said, she said "they denied" '),
    "relative clauses": repeated("12,000 soldiers, who will, which may, that could, "),
    "lines": repeated("x\n\n"),
    "full stops": repeated(". "),
    "one word": repeated("a"),
}


OTHER_LANGUAGES = {
    "id": repeated("menandatangani meratifikasi perjanjian "),
    "de": repeated("unterzeichnet ratifiziert Vertrag "),
    "zh": repeated("签署批准条约"),
    "ko": repeated("조약을 서명 비준했다 "),
    "ja": repeated("条約を署名し批准した"),
    "ar": repeated("وقعت صادقت معاهدة روسيا "),
}


@pytest.fixture(scope="module")
def rulebook():
    return load(Path(__file__).parents[2] / "rules").rulebook


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_million_signs_are_read_in_seconds_with_what_stands_above_them(rulebook, article_of, text):
    article, watches = article_of(ABOVE + text, "en"), list(rulebook.watches.values())
    began = process_time()
    claims = claims_of(article, rulebook.vocabulary, watches)
    assert process_time() - began < MOST_SECONDS
    assert claims[0].quantity.nominal == 12000


@pytest.mark.parametrize(("language", "text"), OTHER_LANGUAGES.items(), ids=OTHER_LANGUAGES)
def test_a_million_signs_of_verbs_and_things_are_read_in_seconds(rulebook, article_of, language, text):
    article = article_of(text, language)
    began = process_time()
    reading = read(article, rulebook.vocabulary)
    assert process_time() - began < MOST_SECONDS
    assert reading.statuses
