"""Spanish: what is counted, of whom, who says so and how, and how far a treaty is. What is asked for is in [brackets]."""
# ruff: noqa: E501 - a case is one row

import pytest
from reading_sentences import counted, figure, modality, speaker, steps

LANGUAGE = "es"
FIGURES = [
    ("[11.000] soldados norcoreanos se encuentran en Kursk.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("Rusia ha concentrado [50.000] militares en Bélgorod.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("Unos [12.000] soldados de Rusia y Corea del Norte fueron enviados a Kursk.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("Corea del Norte envió a Rusia [1.500] soldados de élite.", "soldiers", "North Korea", "deployed", "Russia"),
    ("Ucrania mató a [3.000] soldados en Kursk.", "soldiers", "", "killed", "Kursk"),
    ("Murieron [3.000] norcoreanos en Kursk.", "people", "North Korea", "killed", "Kursk"),
    ("Rusia perdió [1.200] soldados en un día.", "soldiers", "Russia", "casualties", None),
    ("El número de soldados norcoreanos en Kursk asciende a [11.000].", "soldiers", "North Korea", None, "Kursk"),
    ("El terremoto en Oaxaca dejó [95] muertos y 310 heridos.", "dead", "", "killed", "Oaxaca"),
    ("El terremoto en Oaxaca dejó 95 muertos y [310] heridos.", "injured", "", "wounded", "Oaxaca"),
    ("Al menos [158] personas han muerto por las inundaciones en Valencia.", "people", "", "killed", "Valencia"),
    ("[2.500] vecinos fueron evacuados en Valencia.", "people", "", "displaced", "Valencia"),
    ("La empresa despedirá a [900] trabajadores en España.", "workers", "", "laid off", "Spain"),
    ("La policía detuvo a [200] manifestantes en Caracas.", "protesters", "", "arrested", "Caracas"),
    ("Rusia lanzó [90] misiles contra Ucrania.", "missiles", "", None, "Ukraine"),
    ("[Dos] brigadas norcoreanas combaten en Kursk.", "brigades", "North Korea", "deployed", "Kursk"),
    ("El brote de cólera causó [1.200] contagios en Haití.", "cases", "", "infected", "Haiti"),
    ("Hamás liberó a [24] rehenes en Gaza.", "hostages", "", "rescued", "Gaza"),
]  # fmt: skip
QUALIFIERS = [
    ("Murieron unas [300] personas.", "about"),
    ("Murieron al menos [300] personas.", "at_least"),
    ("Murieron hasta [300] personas.", "at_most"),
    ("Murieron más de [300] personas.", "more_than"),
    ("Murieron menos de [300] personas.", "less_than"),
    ("Murieron entre [300 y 400] personas.", "range"),
]  # fmt: skip
SPEAKERS = [
    ("Según el presidente de la República los soldados muertos son [45].", "el presidente de la República"),
    ("Seúl afirmó que hay [11.000] soldados norcoreanos en Rusia.", "Seúl"),
    ("Hay [11.000] soldados norcoreanos en Rusia, aseguró el Kremlin.", "el Kremlin"),
    ("Hay [11.000] soldados norcoreanos en Rusia, dijo este lunes el presidente ucraniano, Volodímir Zelenski.", "el presidente ucraniano, Volodímir Zelenski"),
    ("Según el Pentágono, hay [11.000] soldados en Rusia.", "el Pentágono"),
    ("Murieron [95] personas, de acuerdo con Protección Civil.", "Protección Civil"),
    ("Murieron [95] personas, informó en un comunicado la Cruz Roja.", "la Cruz Roja"),
    ("El Banco de México recortó su tasa [0,25] puntos porcentuales.", "El Banco de México"),
    ("[95] personas murieron en el terremoto.", None),
]  # fmt: skip
MODALITIES = [
    ("Corea del Norte enviará [3.000] soldados a Rusia.", "planned"),
    ("Corea del Norte planea enviar [3.000] soldados a Rusia.", "planned"),
    ("Corea del Norte podría enviar [3.000] soldados a Rusia.", "hypothetical"),
    ("Combatirían en Kursk [3.000] soldados norcoreanos.", "estimated"),
    ("El Kremlin desmintió que haya [3.000] soldados norcoreanos en Kursk.", "denied"),
    ("Pekín no ha enviado [3.000] soldados a Rusia.", "denied"),
    ("La cifra subió a 217, frente a los [158] de la víspera.", "past"),
    ("La cifra subió a [217], frente a los 158 de la víspera.", "asserted"),
    ("Se estima que [3.000] soldados murieron.", "estimated"),
    ("El Pentágono no pudo confirmar que murieran [3.000] soldados.", "hypothetical"),
    ("Irán dijo que [300] soldados murieron.", "asserted"),
]  # fmt: skip
STEPS = [
    ("Rusia ratificó el tratado con Corea del Norte.", [("ratified", "asserted", "Russia")]),
    ("Corea del Norte aún no ha ratificado el tratado con Rusia.", [("ratified", "denied", "North Korea")]),
    ("El tratado entre Rusia y Corea del Norte entrará en vigor el lunes.", [("in_force", "planned", "")]),
    ("El tratado con Corea del Norte entró en vigor.", [("in_force", "asserted", "")]),
    ("Rusia y Bielorrusia firmaron un pacto de defensa.", [("signed", "asserted", "Russia and Belarus")]),
    ("Se debatió la ratificación del tratado con Rusia.", []),
    ("El Gobierno de Ecuador declaró el estado de excepción.", [("declared", "asserted", "Ecuador")]),
    ("El Congreso rechazó la ley.", [("rejected", "asserted", "el Congreso")]),
    ("El Senado aprobó la ley.", [("approved", "asserted", "el Senado")]),
    ("La ley fue promulgada y entrará en vigor en marzo.", [("enacted", "asserted", ""), ("in_force", "planned", "")]),
    ("Corea del Norte ratificará el tratado con Rusia.", [("ratified", "planned", "North Korea")]),
    ("Ninguna de las partes confirmó que la tregua se haya prorrogado.", [("extended", "hypothetical", "")]),
    ("La UE prorrogó las sanciones contra Rusia.", [("extended", "asserted", "European Union")]),
]  # fmt: skip
PARTS = [
    "Llegaron 11.000 soldados, entre ellos [500] oficiales.",
    "Unos [3.000] de los 11.000 soldados murieron.",
]  # fmt: skip
INCREMENTS = [
    "Corea del Norte enviará otros [3.000] soldados a Rusia.",
    "Corea del Norte enviará [3.000] soldados más a Rusia.",
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
