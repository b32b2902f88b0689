"""French: what is counted, of whom, who says so and how, and how far a treaty is. What is asked for is in [brackets]."""
# ruff: noqa: E501 - a case is one row

import pytest
from reading_sentences import counted, figure, modality, speaker, steps

LANGUAGE = "fr"
FIGURES = [
    ("[11 000] soldats nord-coréens se trouvent à Koursk.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("La Russie a massé [50 000] militaires à Belgorod.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("Quelque [12 000] soldats de Russie et de Corée du Nord ont été envoyés à Koursk.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("La Corée du Nord a envoyé en Russie [1 500] soldats d'élite.", "soldiers", "North Korea", "deployed", "Russia"),
    ("L'Ukraine a tué [3 000] soldats à Koursk.", "soldiers", "", "killed", "Kursk"),
    ("[3 000] soldats nord-coréens ont été tués à Koursk.", "soldiers", "North Korea", "killed", "Kursk"),
    ("La Russie a perdu [1 200] soldats en une journée.", "soldiers", "Russia", "casualties", None),
    ("Le nombre de soldats nord-coréens à Koursk s'élève à [11 000].", "soldiers", "North Korea", None, "Kursk"),
    ("Le séisme au Maroc a fait [95] morts et 310 blessés.", "dead", "", "killed", "Morocco"),
    ("Le séisme au Maroc a fait 95 morts et [310] blessés.", "injured", "", "wounded", "Morocco"),
    ("Au moins [158] personnes sont mortes à Mayotte.", "people", "", "killed", "Mayotte"),
    ("[2 500] habitants ont été évacués à Marseille.", "people", "", "displaced", "Marseille"),
    ("Le groupe supprimera [2 900] postes en Europe.", "workers", "", "laid off", "Europe"),
    ("La police a interpellé [200] manifestants à Paris.", "protesters", "", "arrested", "Paris"),
    ("La Russie a tiré [90] missiles sur l'Ukraine.", "missiles", "", None, "Ukraine"),
    ("[Deux] brigades nord-coréennes combattent à Koursk.", "brigades", "North Korea", "deployed", "Kursk"),
    ("L'armée d'Ukraine compte [900 000] soldats.", "soldiers", "Ukraine", "have", None),
]  # fmt: skip
QUALIFIERS = [
    ("Environ [300] personnes sont mortes.", "about"),
    ("Au moins [300] personnes sont mortes.", "at_least"),
    ("Jusqu'à [300] personnes sont mortes.", "at_most"),
    ("Plus de [300] personnes sont mortes.", "more_than"),
    ("Moins de [300] personnes sont mortes.", "less_than"),
    ("Entre [300 et 400] personnes sont mortes.", "range"),
]  # fmt: skip
SPEAKERS = [
    ("Pour l'OMS, [300 000] personnes sont menacées.", "l'OMS"),
    ("Séoul affirme que [11 000] soldats nord-coréens sont en Russie.", "Séoul"),
    ("Il y a [11 000] soldats nord-coréens en Russie, a assuré le Kremlin.", "le Kremlin"),
    ("Il y a [11 000] soldats nord-coréens en Russie, a déclaré jeudi le président ukrainien Volodymyr Zelensky.", "le président ukrainien Volodymyr Zelensky"),
    ("Selon le Pentagone, [11 000] soldats sont en Russie.", "le Pentagone"),
    ("[95] personnes sont mortes, d'après la Croix-Rouge.", "la Croix-Rouge"),
    ("La Banque centrale européenne a abaissé son taux de [25] points de base.", "La Banque centrale européenne"),
    ("[95] personnes sont mortes dans le séisme.", None),
]  # fmt: skip
MODALITIES = [
    ("La Corée du Nord enverra [3 000] soldats en Russie.", "planned"),
    ("La Corée du Nord prévoit d'envoyer [3 000] soldats en Russie.", "planned"),
    ("La Corée du Nord pourrait envoyer [3 000] soldats en Russie.", "hypothetical"),
    ("[3 000] soldats nord-coréens auraient été tués.", "estimated"),
    ("Le Kremlin a démenti que [3 000] soldats nord-coréens soient à Koursk.", "denied"),
    ("La Chine n'a pas envoyé [3 000] soldats en Russie.", "denied"),
    ("Le bilan est de 217 morts, contre [158] la veille.", "past"),
    ("Le bilan est de [217] morts, contre 158 la veille.", "asserted"),
    ("On estime que [3 000] soldats sont morts.", "estimated"),
    ("Le Pentagone n'a pas confirmé que [3 000] soldats étaient morts.", "hypothetical"),
]  # fmt: skip
STEPS = [
    ("Le ministre de la Justice, Éric Dupond-Moretti, a démissionné.", [("resigned", "asserted", "Éric Dupond-Moretti")]),
    ("La Russie a ratifié le traité avec la Corée du Nord.", [("ratified", "asserted", "Russia")]),
    ("La Corée du Nord n'a pas encore ratifié le traité avec la Russie.", [("ratified", "denied", "North Korea")]),
    ("Le traité entre la Russie et la Corée du Nord entrera en vigueur lundi.", [("in_force", "planned", "")]),
    ("Le traité avec la Corée du Nord est entré en vigueur.", [("in_force", "asserted", "")]),
    ("La Russie et la Biélorussie ont signé un pacte de défense.", [("signed", "asserted", "Russia and Belarus")]),
    ("La ratification du traité avec la Russie a été débattue.", []),
    ("L'accord n'entrera en vigueur qu'après sa publication.", [("in_force", "planned", "")]),
    ("L'Assemblée nationale a adopté le projet de loi en première lecture.", [("approved", "asserted", "L'Assemblée nationale")]),
    ("Le Parlement a définitivement adopté la loi.", [("passed", "asserted", "le Parlement")]),
    ("La Hongrie a ratifié l'adhésion de la Suède.", [("ratified", "asserted", "Hungary")]),
]  # fmt: skip
PARTS = [
    "11 000 soldats sont arrivés, dont [500] officiers.",
    "Environ [3 000] des 11 000 soldats sont morts.",
]  # fmt: skip
INCREMENTS = [
    "La Corée du Nord enverra [3 000] soldats supplémentaires en Russie.",
    "La Corée du Nord enverra encore [3 000] soldats en Russie.",
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
