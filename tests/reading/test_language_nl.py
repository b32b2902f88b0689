"""Dutch: what is counted, of whom, who says so and how, and how far a treaty is. What is asked for is in [brackets]."""
# ruff: noqa: E501 - a case is one row

import pytest
from reading_sentences import counted, figure, modality, speaker, steps

LANGUAGE = "nl"
FIGURES = [
    ("Noord-Korea heeft volgens Seoul [900] militairen naar Rusland gestuurd.", "soldiers", "North Korea", "deployed", "Russia"),
    ("De Senaat verwierp de wet met [41] tegen 34 stemmen.", "votes", "", None, None),
    ("[11.000] Noord-Koreaanse soldaten bevinden zich in Koersk.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("Rusland heeft [50.000] militairen in Belgorod samengetrokken.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("Zo'n [12.000] soldaten uit Rusland en Noord-Korea werden naar Koersk gestuurd.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("Noord-Korea stuurde [1.500] elitesoldaten naar Rusland.", "soldiers", "North Korea", "deployed", "Russia"),
    ("Oekraïne doodde [3.000] soldaten in Koersk.", "soldiers", "", "killed", "Kursk"),
    ("In Koersk sneuvelden [3.000] Noord-Koreanen.", "people", "North Korea", "killed", "Kursk"),
    ("Rusland verloor op één dag [1.200] soldaten.", "soldiers", "Russia", "casualties", None),
    ("Het aantal Noord-Koreaanse soldaten in Koersk ligt op [11.000].", "soldiers", "North Korea", None, "Kursk"),
    ("Bij de aardbeving in Hatay vielen [95] doden en 310 gewonden.", "dead", "", "killed", "Hatay"),
    ("Bij de aardbeving in Hatay vielen 95 doden en [310] gewonden.", "injured", "", "wounded", "Hatay"),
    ("In Valencia kwamen zeker [158] mensen om het leven.", "people", "", "killed", "Valencia"),
    ("[2.500] inwoners werden geëvacueerd in Valencia.", "people", "", "displaced", "Valencia"),
    ("Het bedrijf schrapt [900] banen in Duitsland.", "workers", "", "laid off", "Germany"),
    ("De politie arresteerde [200] betogers in Parijs.", "protesters", "", "arrested", "Paris"),
    ("[Twee] Noord-Koreaanse brigades vechten in Koersk.", "brigades", "North Korea", "deployed", "Kursk"),
    ("De politie heeft [45] betogers opgepakt in Parijs.", "protesters", "", "arrested", "Paris"),
    ("Hamas heeft [24] gijzelaars vrijgelaten in Gaza.", "hostages", "", "rescued", "Gaza"),
]  # fmt: skip
QUALIFIERS = [
    ("Het dodental is opgelopen tot [43].", "exact"),
    ("De inflatie daalde in mei tot [3,3] procent.", "exact"),
    ("Ongeveer [300] mensen stierven.", "about"),
    ("Minstens [300] mensen stierven.", "at_least"),
    ("Tot [300] mensen stierven.", "at_most"),
    ("Meer dan [300] mensen stierven.", "more_than"),
    ("Minder dan [300] mensen stierven.", "less_than"),
    ("Tussen de [300 en 400] mensen stierven.", "range"),
]  # fmt: skip
SPEAKERS = [
    ("Seoul zei dat [11.000] Noord-Koreaanse soldaten in Rusland zijn.", "Seoul"),
    ("Er zijn [11.000] soldaten in Koersk, zei Zelensky.", "Zelensky"),
    ("Volgens het Pentagon zijn [11.000] soldaten in Rusland.", "het Pentagon"),
    ("Volgens de politie stierven [95] mensen.", "de politie"),
    ("[95] mensen kwamen om, aldus het Rode Kruis.", "het Rode Kruis"),
    ("Noord-Korea stuurt [3.000] soldaten, maakte het ministerie van Defensie bekend.", "het ministerie van Defensie"),
    ("De ECB verlaagde de rente met [0,25] procentpunt.", "De ECB"),
    ("In Syrië meldde het ministerie van Volksgezondheid [430] doden.", "het ministerie van Volksgezondheid"),
    ("In Turkije zijn volgens de autoriteiten [95] mensen omgekomen.", "de autoriteiten"),
    ("[95] mensen stierven bij de aardbeving.", None),
]  # fmt: skip
MODALITIES = [
    ("Noord-Korea zal [3.000] soldaten naar Rusland sturen.", "planned"),
    ("Noord-Korea is van plan [3.000] soldaten naar Rusland te sturen.", "planned"),
    ("Noord-Korea zou [3.000] soldaten naar Rusland kunnen sturen.", "hypothetical"),
    ("Mocht Noord-Korea [3.000] soldaten sturen, dan dreigt escalatie.", "hypothetical"),
    ("In Koersk zouden [3.000] Noord-Koreaanse soldaten zijn gesneuveld.", "estimated"),
    ("Naar verluidt zijn [3.000] soldaten gesneuveld.", "estimated"),
    ("Het Kremlin ontkende dat [3.000] Noord-Koreaanse soldaten in Koersk zijn.", "denied"),
    ("Moskou sprak tegen dat [3.000] soldaten gesneuveld zijn.", "denied"),
    ("Peking heeft geen [3.000] soldaten naar Rusland gestuurd.", "denied"),
    ("Het aantal steeg naar 217, tegenover [158] een dag eerder.", "past"),
    ("Het aantal steeg naar [217], tegenover 158 een dag eerder.", "asserted"),
    ("Het Pentagon kon niet bevestigen dat [3.000] soldaten gesneuveld zijn.", "hypothetical"),
    ("[3.000] soldaten zijn gedood of gewond geraakt.", "asserted"),
]  # fmt: skip
STEPS = [
    ("Rusland ratificeerde het verdrag met Noord-Korea.", [("ratified", "asserted", "Russia")]),
    ("Rusland heeft het verdrag met Noord-Korea geratificeerd.", [("ratified", "asserted", "Russia")]),
    ("Noord-Korea heeft het verdrag met Rusland nog niet geratificeerd.", [("ratified", "denied", "North Korea")]),
    ("Het verdrag tussen Rusland en Noord-Korea treedt maandag in werking.", [("in_force", "planned", "")]),
    ("Het verdrag met Noord-Korea is in werking getreden.", [("in_force", "asserted", "")]),
    ("Rusland en Belarus ondertekenden een defensiepact.", [("signed", "asserted", "Russia and Belarus")]),
    ("Het parlement verwierp de wet.", [("rejected", "asserted", "het parlement")]),
]  # fmt: skip
PARTS = [
    "11.000 soldaten kwamen aan, onder wie [500] officieren.",
    "Zo'n [3.000] van de 11.000 soldaten zijn gesneuveld.",
]  # fmt: skip
INCREMENTS = [
    "Noord-Korea stuurt nog eens [3.000] soldaten naar Rusland.",
    "Noord-Korea stuurt [3.000] extra soldaten naar Rusland.",
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
