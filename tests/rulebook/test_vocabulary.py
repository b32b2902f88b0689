"""The vocabulary from its files, and what a wrong file is told."""

import pytest

from monitor.reading.vocabulary import Cue
from monitor.reading.words.lookup import phrases_of
from monitor.rulebook.vocabulary import VocabularyError, load_vocabulary, read_vocabulary


def write(folder, part, text):
    (folder / part).mkdir(exist_ok=True)
    (folder / part / "own.yaml").write_text(text, encoding="utf-8")


def names(vocabulary, language):
    """What is looked up in a language, as (id, phrase)."""
    return {(name, phrase) for _, name, phrase in phrases_of(vocabulary, language)}


def test_countries_are_known_in_every_language_without_an_entry():
    vocabulary = load_vocabulary()
    assert ("Mongolia", "Mongolia") in names(vocabulary, "en")
    assert ("Netherlands", "Belanda") in names(vocabulary, "id")
    assert ("Netherlands", "Нидерланды") in names(vocabulary, "ru")


def test_own_words_join_the_shipped_ones(tmp_path):
    write(tmp_path, "lexicon", "nouns:\n  soldiers:\n    words: {en: [warrior]}\n  llamas:\n    words: {en: [llama]}\n")
    found = names(load_vocabulary([tmp_path]), "en")
    assert {("soldiers", "warrior"), ("soldiers", "soldier"), ("llamas", "llama")} <= found


def test_own_names_join_those_of_cldr(tmp_path):
    write(tmp_path, "gazetteer", "entities:\n  Mongolia:\n    kind: country\n    names: {en: [Land of the Blue Sky]}\n")
    found = names(load_vocabulary([tmp_path]), "en")
    assert {("Mongolia", "Mongolia"), ("Mongolia", "Land of the Blue Sky")} <= found


def test_an_own_entity_without_a_name_is_found_by_its_id_everywhere(tmp_path):
    write(tmp_path, "gazetteer", "entities:\n  Ankh: {}\n")
    assert ("Ankh", "Ankh") in names(load_vocabulary([tmp_path]), "ru")


def test_an_own_file_adds_words_to_a_shipped_language(tmp_path):
    write(tmp_path, "languages", "code: en\nnouns:\n  soldiers: [warrior]\ncues:\n  about: [or thereabouts]\n")
    vocabulary = load_vocabulary([tmp_path])
    assert {("soldiers", "warrior"), ("soldiers", "soldier")} <= names(vocabulary, "en")
    assert {"or thereabouts", "roughly"} <= set(vocabulary.languages["en"].cues[Cue.ABOUT])


def test_three_lines_make_a_language_that_reads_numbers_and_countries(tmp_path):
    write(tmp_path, "languages", "code: sv\nname: Swedish\nlemmas: sv\n")
    vocabulary = load_vocabulary([tmp_path])
    assert ("Germany", "Tyskland") in names(vocabulary, "sv")
    assert vocabulary.languages["sv"].numbers.scales["miljoner"] == 10**6


def test_what_says_nothing_of_numbers_is_told(tmp_path):
    write(tmp_path, "languages", "code: sv\nnumbers:\n  bifore: {}\n")
    _, (problem,) = read_vocabulary([tmp_path])
    assert "'bifore' says nothing of numbers" in str(problem)


def test_malay_shares_the_words_of_indonesian():
    assert ("soldiers", "tentara") in names(load_vocabulary(), "ms")


@pytest.mark.parametrize("code", load_vocabulary().languages)
def test_every_language_names_only_what_the_rulebook_knows(code):
    vocabulary = load_vocabulary()
    lexicon = vocabulary.lexicon(code)
    steps = {f"{name}/{status}" for name, one in vocabulary.ladders.items() for status in one.ladder.statuses}
    assert {*lexicon.names, *lexicon.demonyms, *lexicon.short} <= set(vocabulary.entities)
    assert set(lexicon.nouns) <= set(vocabulary.nouns)
    assert set(lexicon.actions) <= set(vocabulary.actions)
    assert set(lexicon.offices) <= set(vocabulary.offices)
    of_things = {f"{step}/{thing}" for step in steps for thing in vocabulary.ladders[step.split("/")[0]].things}
    assert set(lexicon.statuses) <= steps | of_things
    assert {*lexicon.steps, *lexicon.scopes} <= steps
    assert set(lexicon.done) <= set(vocabulary.ladders)


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
