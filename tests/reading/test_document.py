"""How a text is cut into paragraphs and sentences, and what is furniture."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.claim import Prominence
from monitor.reading.words.document import LONGEST_SENTENCE, parse

PROSE = "The council met on Monday and talked about the new bridge for two hours."


@pytest.fixture
def sentences_of(vocabulary):
    def cut(text, language="en", title=None):
        document = parse(text, vocabulary.languages[language], title)
        return [(text[one.start : one.end], one) for one in document.sentences]

    return cut


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "It rained. It snowed.", 2),
        ("en", "Gen. J. Smith met Dr. Brown in the U.S. capital.", 1),
        ("en", "Prices rose 3.5 percent. They fell later.", 2),
        ("en", '"We have no such data." He left.', 2),
        ("en", '"We have no such data," he said.', 1),
        ("en", "Did it rain? Yes! It did.", 3),
        ("en", "He said … nothing.", 1),
        ("id", "Sebanyak 11.000 tentara tiba. Mereka menuju Kursk.", 2),
        ("id", "Jend. Budi bertemu Dr. Ani pukul 16.00 WIB.", 1),
        ("id", "“Itu kabar bohong.” Ia pergi.", 2),
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences_of, language, text, count):
    assert len(sentences_of(text, language)) == count


def test_the_headline_the_lead_and_the_body_are_told_apart(sentences_of):
    text = f"Council talks about the new bridge\n\n{PROSE}\n\n{PROSE}"
    assert [one.prominence for _, one in sentences_of(text)] == [Prominence.TITLE, Prominence.LEAD, Prominence.BODY]


def test_a_known_title_is_the_headline_and_no_other_line(sentences_of):
    text = f"A longer line above the real headline of this page\n\nNew bridge\n\n{PROSE}"
    titles = [text for text, one in sentences_of(text, title="New bridge") if one.prominence is Prominence.TITLE]
    assert titles == ["New bridge"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("id", "Baca juga: Pemerintah kirim 12.000 tentara ke perbatasan"),
        ("id", "Baca Juga Pemerintah kirim 12.000 tentara ke perbatasan"),
        ("id", "Penulis : Ani Lestari - Editor : Budi Santoso"),
        ("id", "Sumber: kantor berita"),
        ("id", "Komentar"),
        ("en", "Read also: 12,000 soldiers at the border"),
        ("en", "Photo: Jane Doe / agency"),
        ("en", "Sign up for our newsletter"),
        ("en", "Home World Politics Business Sport Culture Travel Science Health Opinion Video Weather Games"),
    ],
)
def test_furniture_is_known_as_such(sentences_of, language, line):
    found = sentences_of(f"{PROSE}\n\n{line}\n\n{PROSE}", language)
    assert [text for text, one in found if one.boilerplate] == [line]


def test_a_label_alone_covers_the_tags_below_it(sentences_of):
    found = sentences_of(f"{PROSE}\n\nTags\n\nArmy Border Bridge\n\n{PROSE}")
    assert [text for text, one in found if one.boilerplate] == ["Tags", "Army Border Bridge"]


def test_a_credit_in_brackets_is_furniture_and_its_caption_is_not(sentences_of):
    found = sentences_of(f"{PROSE}\n\nSoldiers cross the bridge. (Photo: Jane Doe/agency)")
    assert [text for text, one in found if one.boilerplate] == ["(Photo: Jane Doe/agency)"]


@pytest.mark.parametrize(
    "dateline", ["SEOUL — ", "SEOUL (Reuters) - ", "PARIS, Monday – ", "Harian Surya – Jakarta – "]
)
def test_a_dateline_is_no_part_of_its_sentence(sentences_of, dateline):
    found = sentences_of(f"{dateline}{PROSE}")
    assert [text for text, one in found if not one.boilerplate] == [PROSE]


def test_a_name_before_a_pair_of_dashes_is_no_dateline(sentences_of):
    text = "Anna Smith – the mayor of the town – said that the bridge would be built next year."
    assert [one for one, _ in sentences_of(text)] == [text]


def test_wrapped_lines_are_one_paragraph(sentences_of):
    line = "the council met again and talked about the new bridge over the river"
    text = f"On Monday {line}\nand {line}\nand {line}.\n\nOn Tuesday {line}\nand {line}\nand {line}."
    assert len(sentences_of(text)) == 2


def test_a_run_without_a_full_stop_is_cut(sentences_of):
    assert all(one.end - one.start <= LONGEST_SENTENCE for _, one in sentences_of("word " * 5000))


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_sentences_never_overlap_and_lose_no_word(text):
    document = parse(text, "en")
    spans = [(one.start, one.end) for one in document.sentences]
    assert spans == sorted(spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    rest = "".join(
        text[end:start]
        for end, start in zip([0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)], strict=True)
    )
    assert not any(map(str.isalnum, rest))
