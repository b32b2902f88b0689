"""What is made of a sentence only when somebody asks for it."""

import pytest

from monitor.reading.lazily import Lazily
from monitor.reading.words.lookup import HitKind


@pytest.fixture
def squares():
    asked = []

    def square(number):
        asked.append(number)
        return number * number

    return Lazily(5, square), asked


def test_an_item_is_made_once_and_only_when_asked_for(squares):
    numbers, asked = squares
    assert (len(numbers), asked) == (5, [])
    assert (numbers[3], numbers[-2], asked) == (9, 9, [3])


def test_it_is_a_sequence_like_any_other(squares):
    numbers, _ = squares
    assert list(numbers[1:3]) == [1, 4]
    assert list(numbers) == [0, 1, 4, 9, 16]
    with pytest.raises(IndexError):
        numbers[5]


def test_a_short_name_is_the_one_that_stands_in_full_wherever_that_is(scene_of):
    scene, _, _ = scene_of("Kim left. He was gone. Kim Jong Un spoke. Nobody heard.", "en")
    found = [[hit.id for hit in scene.hits[index] if hit.kind is HitKind.ENTITY] for index in (0, 1, 2)]
    assert found == [["Kim Jong Un"], [], ["Kim Jong Un"]]


def test_sentences_of_which_nobody_asks_are_not_divided_into_words(scene_of):
    for text, language in (("One sentence. Another.", "en"), ("一句话。又一句话。", "zh"), ("جملة هنا. وجملة.", "ar")):
        scene, _, _ = scene_of(text, language)
        first, second = scene.document.sentences
        assert scene.hits[1] is scene.hits[1]
        assert second.tokens is second.tokens
        assert "tokens" not in vars(first)
