"""Italian: what is counted, of whom, who says so and how, and how far a treaty is. What is asked for is in [brackets]."""
# ruff: noqa: E501 - a case is one row

import pytest
from reading_sentences import counted, figure, modality, speaker, steps

LANGUAGE = "it"
FIGURES = [
    ("[11.000] soldati nordcoreani si trovano a Kursk.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("La Russia ha ammassato [50mila] militari a Belgorod.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("Circa [12.000] soldati della Russia e della Corea del Nord sono stati inviati a Kursk.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("La Corea del Nord ha inviato in Russia [1.500] soldati d'élite.", "soldiers", "North Korea", "deployed", "Russia"),
    ("L'Ucraina ha ucciso [3.000] soldati a Kursk.", "soldiers", "", "killed", "Kursk"),
    ("[3.000] soldati nordcoreani sono stati uccisi a Kursk.", "soldiers", "North Korea", "killed", "Kursk"),
    ("La Russia ha perso [1.200] soldati in un giorno.", "soldiers", "Russia", "casualties", None),
    ("Il numero dei soldati nordcoreani a Kursk ammonta a [11.000].", "soldiers", "North Korea", None, "Kursk"),
    ("Il terremoto in Abruzzo ha causato [95] morti e 310 feriti.", "dead", "", "killed", "Abruzzo"),
    ("Il terremoto in Abruzzo ha causato 95 morti e [310] feriti.", "injured", "", "wounded", "Abruzzo"),
    ("Almeno [158] persone sono morte in Libia.", "people", "", "killed", "Libya"),
    ("[2.500] residenti sono stati evacuati a Bologna.", "people", "", "displaced", "Bologna"),
    ("L'azienda licenzierà [900] dipendenti in Italia.", "workers", "", "laid off", "Italy"),
    ("La polizia ha arrestato [200] manifestanti a Roma.", "protesters", "", "arrested", "Rome"),
    ("La Russia ha lanciato [90] missili contro l'Ucraina.", "missiles", "", None, "Ukraine"),
    ("[Due] brigate nordcoreane combattono a Kursk.", "brigades", "North Korea", "deployed", "Kursk"),
    ("Nell'attacco a Gaza sono morti [12] civili.", "civilians", "", "killed", "Gaza"),
]  # fmt: skip
QUALIFIERS = [
    ("Circa [300] persone sono morte.", "about"),
    ("Almeno [300] persone sono morte.", "at_least"),
    ("Fino a [300] persone sono morte.", "at_most"),
    ("Più di [300] persone sono morte.", "more_than"),
    ("Meno di [300] persone sono morte.", "less_than"),
    ("Tra [300 e 400] persone sono morte.", "range"),
]  # fmt: skip
SPEAKERS = [
    ("I manifestanti erano 300mila, per la questura [80mila].", "la questura"),
    ("Seul afferma che [11.000] soldati nordcoreani sono in Russia.", "Seul"),
    ("Ci sono [11.000] soldati nordcoreani in Russia, ha assicurato il Cremlino.", "il Cremlino"),
    ("Ci sono [11.000] soldati nordcoreani in Russia, ha detto il ministro della Difesa, Guido Crosetto.", "il ministro della Difesa, Guido Crosetto"),
    ("Secondo il Pentagono, [11.000] soldati sono in Russia.", "il Pentagono"),
    ("Sono morte [95] persone, ha reso noto la Croce Rossa.", "la Croce Rossa"),
    ("La Bce ha tagliato i tassi di [25] punti base.", "La Bce"),
    ("[95] persone sono morte nel terremoto.", None),
]  # fmt: skip
MODALITIES = [
    ("La Corea del Nord invierà [3.000] soldati in Russia.", "planned"),
    ("La Corea del Nord intende inviare [3.000] soldati in Russia.", "planned"),
    ("La Corea del Nord potrebbe inviare [3.000] soldati in Russia.", "hypothetical"),
    ("[3.000] soldati nordcoreani sarebbero morti.", "estimated"),
    ("Il Cremlino ha smentito che [3.000] soldati nordcoreani siano a Kursk.", "denied"),
    ("La Cina non ha inviato [3.000] soldati in Russia.", "denied"),
    ("Il bilancio è salito a 217 morti, rispetto ai [158] di ieri.", "past"),
    ("Si stima che [3.000] soldati siano morti.", "estimated"),
    ("Il Pentagono non ha confermato che [3.000] soldati siano morti.", "hypothetical"),
]  # fmt: skip
STEPS = [
    ("La Russia ha ratificato il trattato con la Corea del Nord.", [("ratified", "asserted", "Russia")]),
    ("La Corea del Nord non ha ancora ratificato il trattato con la Russia.", [("ratified", "denied", "North Korea")]),
    ("Il trattato tra la Russia e la Corea del Nord entrerà in vigore lunedì.", [("in_force", "planned", "")]),
    ("Il trattato con la Corea del Nord è entrato in vigore.", [("in_force", "asserted", "")]),
    ("La Russia e la Bielorussia hanno firmato un patto di difesa.", [("signed", "asserted", "Russia and Belarus")]),
    ("Si è discussa la ratifica del trattato con la Russia.", []),
    ("Il trattato, ratificato dalla Corea del Nord, non è ancora in vigore.", [("ratified", "asserted", "North Korea"), ("in_force", "denied", "")]),
    ("La Camera ha approvato il disegno di legge.", [("approved", "asserted", "la Camera")]),
]  # fmt: skip
PARTS = [
    "Sono arrivati 11.000 soldati, tra cui [500] ufficiali.",
    "Circa [3.000] degli 11.000 soldati sono morti.",
]  # fmt: skip
INCREMENTS = [
    "La Corea del Nord invierà altri [3.000] soldati in Russia.",
    "La Corea del Nord invierà ulteriori [3.000] soldati in Russia.",
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


def test_a_signed_figure_of_unnamed_points_is_read(scene_of):
    assert figure(scene_of, LANGUAGE, "Da 2 punti percentuali a 3, +[0,3] punti.").modality == "asserted"
