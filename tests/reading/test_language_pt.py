"""Portuguese: what is counted, of whom, who says so and how, and how far a treaty is. What is asked for is in [brackets]."""
# ruff: noqa: E501 - a case is one row

import pytest
from reading_sentences import counted, figure, modality, speaker, steps

LANGUAGE = "pt"
FIGURES = [
    ("[11.000] soldados norte-coreanos estão em Kursk.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("A Rússia concentrou [50 mil] militares em Belgorod.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("Cerca de [12.000] soldados da Rússia e da Coreia do Norte foram enviados para Kursk.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("A Coreia do Norte enviou para a Rússia [1.500] soldados de elite.", "soldiers", "North Korea", "deployed", "Russia"),
    ("A Ucrânia matou [3.000] soldados em Kursk.", "soldiers", "", "killed", "Kursk"),
    ("[3.000] soldados norte-coreanos foram mortos em Kursk.", "soldiers", "North Korea", "killed", "Kursk"),
    ("A Rússia perdeu [1.200] soldados num dia.", "soldiers", "Russia", "casualties", None),
    ("O número de soldados norte-coreanos em Kursk subiu para [11.000].", "soldiers", "North Korea", None, "Kursk"),
    ("As chuvas no Rio Grande do Sul deixaram [95] mortos e 310 feridos.", "dead", "", "killed", "Rio Grande do Sul"),
    ("As chuvas no Rio Grande do Sul deixaram 95 mortos e [310] feridos.", "injured", "", "wounded", "Rio Grande do Sul"),
    ("Ao menos [158] pessoas morreram em Petrópolis.", "people", "", "killed", "Petrópolis"),
    ("[2.500] moradores foram evacuados em Porto Alegre.", "people", "", "displaced", "Porto Alegre"),
    ("A empresa vai demitir [900] funcionários no Brasil.", "workers", "", "laid off", "Brazil"),
    ("A polícia prendeu [200] manifestantes em Brasília.", "protesters", "", "arrested", "Brasília"),
    ("A Rússia lançou [90] mísseis contra a Ucrânia.", "missiles", "", None, "Ukraine"),
    ("[Duas] brigadas norte-coreanas combatem em Kursk.", "brigades", "North Korea", "deployed", "Kursk"),
    ("O Hamas libertou [24] reféns em Gaza.", "hostages", "", "rescued", "Gaza"),
]  # fmt: skip
QUALIFIERS = [
    ("Morreram cerca de [300] pessoas.", "about"),
    ("Morreram pelo menos [300] pessoas.", "at_least"),
    ("Morreram até [300] pessoas.", "at_most"),
    ("Morreram mais de [300] pessoas.", "more_than"),
    ("Morreram menos de [300] pessoas.", "less_than"),
    ("Morreram entre [300 e 400] pessoas.", "range"),
]  # fmt: skip
SPEAKERS = [
    ("De acordo com os sindicatos foram 200 mil; a polícia fala em [80 mil].", "a polícia"),
    ("Seul afirmou que há [11.000] soldados norte-coreanos na Rússia.", "Seul"),
    ("Há [11.000] soldados norte-coreanos na Rússia, garantiu o Kremlin.", "o Kremlin"),
    ("Há [11.000] soldados norte-coreanos na Rússia, disse o presidente ucraniano, Volodymyr Zelensky.", "o presidente ucraniano, Volodymyr Zelensky"),
    ("Segundo o Pentágono, há [11.000] soldados na Rússia.", "o Pentágono"),
    ("Morreram [95] pessoas, de acordo com a Defesa Civil.", "a Defesa Civil"),
    ("O Copom elevou a Selic em [1] ponto percentual.", "O Copom"),
    ("[95] pessoas morreram no terremoto.", None),
]  # fmt: skip
MODALITIES = [
    ("A Coreia do Norte enviará [3.000] soldados para a Rússia.", "planned"),
    ("A Coreia do Norte vai enviar [3.000] soldados para a Rússia.", "planned"),
    ("A Coreia do Norte poderia enviar [3.000] soldados para a Rússia.", "hypothetical"),
    ("[3.000] soldados norte-coreanos teriam morrido em Kursk.", "estimated"),
    ("O Kremlin negou que [3.000] soldados norte-coreanos estejam em Kursk.", "denied"),
    ("A China não enviou [3.000] soldados para a Rússia.", "denied"),
    ("O total subiu para 217, contra [158] na véspera.", "past"),
    ("O total subiu para [217], contra 158 na véspera.", "asserted"),
    ("Estima-se que [3.000] soldados morreram.", "estimated"),
    ("O Pentágono não confirmou que [3.000] soldados morreram.", "hypothetical"),
]  # fmt: skip
STEPS = [
    ("A Rússia ratificou o tratado com a Coreia do Norte.", [("ratified", "asserted", "Russia")]),
    ("A Coreia do Norte ainda não ratificou o tratado com a Rússia.", [("ratified", "denied", "North Korea")]),
    ("O tratado entre a Rússia e a Coreia do Norte entrará em vigor na segunda-feira.", [("in_force", "planned", "")]),
    ("O tratado com a Coreia do Norte entrou em vigor.", [("in_force", "asserted", "")]),
    ("A Rússia e a Bielorrússia assinaram um pacto de defesa.", [("signed", "asserted", "Russia and Belarus")]),
    ("Discutiu-se a ratificação do tratado com a Rússia.", []),
    ("O presidente vetou a lei.", [("vetoed", "asserted", "O presidente")]),
    ("O tratado, ratificado pela Coreia do Norte, entrou em vigor.", [("ratified", "asserted", "North Korea"), ("in_force", "asserted", "")]),
    ("Nenhuma das partes confirmou que a trégua tenha sido prorrogada.", [("extended", "hypothetical", "")]),
]  # fmt: skip
PARTS = [
    "Chegaram 11.000 soldados, entre eles [500] oficiais.",
    "Cerca de [3.000] dos 11.000 soldados morreram.",
]  # fmt: skip
INCREMENTS = [
    "A Coreia do Norte enviará mais [3.000] soldados para a Rússia.",
    "A Coreia do Norte enviará outros [3.000] soldados para a Rússia.",
]  # fmt: skip


@pytest.mark.parametrize(("marked", "noun", "group", "action", "place"), FIGURES)
def test_what_is_counted_of_whom_doing_what_where(scene_of, marked, noun, group, action, place):
    assert counted(scene_of, LANGUAGE, marked) == (noun, group, action, place)


@pytest.mark.parametrize(("marked", "qualifier"), QUALIFIERS)
def test_a_figure_is_qualified_by_the_words_beside_it(scene_of, marked, qualifier):
    assert figure(scene_of, LANGUAGE, marked).quantity.qualifier == qualifier


@pytest.mark.parametrize(("marked", "expected"), SPEAKERS)
def test_the_speaker_stands_before_or_behind_the_verb(scene_of, marked, expected):
    assert speaker(scene_of, LANGUAGE, marked) == expected


@pytest.mark.parametrize(("marked", "expected"), MODALITIES)
def test_a_figure_is_put_as_the_words_around_it_say(scene_of, marked, expected):
    assert modality(scene_of, LANGUAGE, marked) == expected


@pytest.mark.parametrize(("text", "expected"), STEPS)
def test_a_step_is_read_with_how_it_is_put_and_by_whom(scene_of, text, expected):
    assert steps(scene_of, LANGUAGE, text) == expected


@pytest.mark.parametrize("marked", PARTS)
def test_some_of_a_figure_are_a_part_of_it(scene_of, marked):
    assert figure(scene_of, LANGUAGE, marked).part


@pytest.mark.parametrize("marked", INCREMENTS)
def test_more_of_a_figure_are_an_increment(scene_of, marked):
    assert figure(scene_of, LANGUAGE, marked).increment
