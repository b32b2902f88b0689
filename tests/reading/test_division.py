"""Words where spaces show none, and the tokens of languages that join words with an apostrophe."""

from datetime import UTC, datetime
from time import process_time

import pytest

from monitor.reading.figures.finding import find_figures
from monitor.reading.scene import see
from monitor.reading.words.text import Spacing, Writing, piece_pattern, tokens_of

LONG = 100_000
MOST_SECONDS = 20
"""Of one core's time; four times what a slow machine needs."""


@pytest.fixture
def words_of(scene_of):
    def build(text, language):
        scene, _, _ = scene_of(text, language)
        return "|".join(token.text for sentence in scene.document.sentences for token in sentence.tokens)

    return build


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("zh", "克里姆林宫否认有1万名朝鲜士兵", "克里姆林宫|否认|有|1万|名|朝鲜|士兵"),
        ("zh", "克里姆林宮否認有1萬名朝鮮士兵", "克里姆林宮|否認|有|1萬|名|朝鮮|士兵"),
        ("ja", "クルスク州に派遣された北朝鮮兵約1万人", "クルスク州|に|派遣された|北朝鮮|兵|約|1万|人"),
        ("ko", "러시아에 파병된 북한군이 1만1000명", "러시아|에|파병된|북한|군|이|1만1000|명"),
        ("ko", "국정원은 밝혔다", "국정원|은|밝혔다"),
    ],
)
def test_the_vocabulary_and_the_numbers_show_where_words_end(words_of, language, text, words):
    assert words_of(text, language) == words


def test_unknown_signs_of_one_script_are_one_word(words_of):
    assert words_of("渔业协会说", "zh") == "渔业协会|说"


def test_a_particle_is_none_at_the_beginning_of_a_phrase(scene_of):
    scene, _, _ = scene_of("이발사 은행 가수", "ko")
    assert [hit for hit in scene.hits[0] if hit.id == "topic"] == []


def test_a_particle_is_none_behind_one_unknown_syllable(scene_of):
    scene, _, _ = scene_of("휴가 계획", "ko")
    assert [hit for hit in scene.hits[0] if hit.id == "topic"] == []


def test_a_space_parts_words_that_a_phrase_does_not_part(scene_of):
    scene, _, _ = scene_of("위한 국가", "ko")
    assert [hit.id for hit in scene.hits[0] if hit.id == "South Korea"] == []


def test_a_numeral_inside_a_name_is_no_number(scene_of):
    scene, _, _ = scene_of("한국은행은 금리를 3%로 결정했다.", "ko")
    assert [mention.text for mention in find_figures(scene)] == ["3"]


def test_a_traditional_name_is_the_simplified_one(scene_of):
    scene, _, _ = scene_of("俄羅斯總統普京", "zh")
    assert {hit.id for hit in scene.hits[0]} >= {"Russia", "president", "Vladimir Putin"}


def test_offsets_count_signs_of_the_text(scene_of):
    text = "約1萬1000名北韓士兵被派往俄羅斯。"
    scene, _, _ = scene_of(text, "zh")
    assert all(
        text[token.start : token.end] == token.text
        for sentence in scene.document.sentences
        for token in sentence.tokens
    )


def test_who_is_quoted_may_stand_behind_the_quotation(words_of):
    assert words_of("“我们有1万名士兵。”泽连斯基说。", "zh").endswith("泽连斯基|说|。")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "(서울=연합뉴스) 홍길동 기자 = 북한군 1만명이 러시아에 있다고 국정원이 밝혔다."),
        ("zh", "新华社莫斯科11月7日电 俄罗斯国防部说，乌军损失450名士兵。"),
    ],
)
def test_an_agencys_mark_is_furniture(scene_of, language, text):
    scene, _, _ = scene_of(text, language)
    assert [sentence.boilerplate for sentence in scene.document.sentences] == [True, False]


def test_elided_words_are_tokens_of_their_own():
    writing = Writing(piece_pattern(Spacing.WORDS, ("l", "d", "qu"), apart=False))
    text = "L’armée d'environ qu'il aujourd'hui"
    assert [token.text for token in tokens_of(text, 0, len(text), writing)] == [
        "L’", "armée", "d'", "environ", "qu'", "il", "aujourd'hui",
    ]  # fmt: skip


def test_endings_behind_an_apostrophe_are_tokens_of_their_own():
    writing = Writing(piece_pattern(Spacing.WORDS, (), apart=True))
    text = "Rusya'da 31'e"
    assert [token.norm for token in tokens_of(text, 0, len(text), writing)] == ["rusya", "'da", "31", "'e"]


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("zh", "朝鲜士兵1万名被派往俄罗斯"),
        ("zh", "人"),
        ("ja", "は"),
        ("ja", "北朝鮮兵1万人がロシアに、"),
        ("ko", "북한군이 1만명을 "),
        ("ko", "이"),
    ],
)
def test_a_text_without_an_end_is_read_in_seconds(vocabulary, language, piece):
    text = (piece * (LONG // len(piece) + 1))[:LONG]
    began = process_time()
    find_figures(see(text, vocabulary, vocabulary.languages[language], published=datetime(2025, 1, 1, tzinfo=UTC)))
    assert process_time() - began < MOST_SECONDS


def test_two_numbers_that_share_a_sign_end_no_reading(scene_of):
    scene, *_ = scene_of("北朝鮮 10-12'10-12'分間、18/11/2024", "ja")
    assert scene.document.sentences
