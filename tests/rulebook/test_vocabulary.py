"""The vocabulary from its files, and what a wrong file is told."""

import pytest

from monitor.rulebook.vocabulary import VocabularyError, load_vocabulary, read_vocabulary


def write(folder, part, text):
    (folder / part).mkdir(exist_ok=True)
    (folder / part / "own.yaml").write_text(text, encoding="utf-8")


def test_countries_are_known_in_every_language_without_an_entry():
    vocabulary = load_vocabulary()
    assert "Mongolia" in vocabulary.entities["Mongolia"].names["en"]
    assert "Belanda" in vocabulary.entities["Netherlands"].names["id"]


def test_own_words_join_the_shipped_ones(tmp_path):
    write(tmp_path, "lexicon", "nouns:\n  soldiers:\n    words: {en: [warrior]}\n  llamas:\n    words: {en: [llama]}\n")
    vocabulary = load_vocabulary([tmp_path])
    assert {"warrior", "soldier"} <= set(vocabulary.nouns["soldiers"].words["en"])
    assert vocabulary.nouns["llamas"].words["en"] == ("llama",)


def test_own_names_join_those_of_cldr(tmp_path):
    write(tmp_path, "gazetteer", "entities:\n  Mongolia:\n    kind: country\n    names: {en: [Land of the Blue Sky]}\n")
    names = load_vocabulary([tmp_path]).entities["Mongolia"].names["en"]
    assert {"Mongolia", "Land of the Blue Sky"} <= set(names)


def test_the_same_files_give_the_same_vocabulary(tmp_path):
    write(tmp_path, "lexicon", "nouns:\n  llamas:\n    words: {en: [llama]}\n")
    assert load_vocabulary([tmp_path]) is load_vocabulary([tmp_path])


def test_a_wrong_file_is_told_with_its_line_and_the_rest_is_loaded(tmp_path):
    write(tmp_path, "lexicon", "nouns:\n  llamas:\n    word: {en: [llama]}\n")
    write(tmp_path, "gazetteer", "entities:\n  Ankh: {names: {en: [Ankh]}}\n")
    vocabulary, (problem,) = read_vocabulary([tmp_path])
    assert (problem.file, problem.line) == (str(tmp_path / "lexicon" / "own.yaml"), 3)
    assert "Ankh" in vocabulary.entities
    with pytest.raises(VocabularyError, match=r"own\.yaml:3"):
        load_vocabulary([tmp_path])
