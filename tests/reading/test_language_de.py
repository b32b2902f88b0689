"""German: what is counted, of whom, who says so and how, and how far a treaty is. What is asked for is in [brackets]."""
# ruff: noqa: E501 - a case is one row

import pytest
from reading_sentences import counted, figure, modality, speaker, steps

LANGUAGE = "de"
FIGURES = [
    ("Die Zahl der Toten in Valencia stieg von 87 auf [112].", "dead", "", "killed", "Valencia"),
    ("Russland hat nach Angaben aus Kiew [50.000] Soldaten in Belgorod zusammengezogen.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("Rund [900] Mann hat Russland nach Kursk geschickt.", "soldiers", "Russia", "deployed", "Kursk"),
    ("In Kursk wurden [40] Soldaten nach Darstellung der Armee getötet.", "soldiers", "", "killed", "Kursk"),
    ("Der Bundestag verabschiedete das Gesetz mit [393] zu 234 Stimmen.", "votes", "", None, "Germany"),
    ("[300] Gebirgsjägersoldaten wurden nach Norwegen verlegt.", "soldiers", "", "deployed", "Norway"),
    ("[11.000] nordkoreanische Soldaten befinden sich in Kursk.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("Russland hat [50.000] Soldaten in Belgorod zusammengezogen.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("Rund [12.000] Soldaten aus Russland und Nordkorea wurden nach Kursk verlegt.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("Nordkorea schickte [1.500] Elitesoldaten nach Russland.", "soldiers", "North Korea", "deployed", "Russia"),
    ("Die Ukraine tötete [3.000] Soldaten in Kursk.", "soldiers", "", "killed", "Kursk"),
    ("In Kursk fielen [3.000] Nordkoreaner.", "people", "North Korea", "killed", "Kursk"),
    ("Russland verlor an einem Tag [1.200] Soldaten.", "soldiers", "Russia", "casualties", None),
    ("Die Zahl der nordkoreanischen Soldaten in Kursk liegt bei [11.000].", "soldiers", "North Korea", None, "Kursk"),
    ("Das Erdbeben in Hatay forderte [95] Tote und 310 Verletzte.", "dead", "", "killed", "Hatay"),
    ("Das Erdbeben in Hatay forderte 95 Tote und [310] Verletzte.", "injured", "", "wounded", "Hatay"),
    ("In Valencia kamen mindestens [158] Menschen ums Leben.", "people", "", "killed", "Valencia"),
    ("In Valencia starben nach Angaben der Polizei mindestens [158] Menschen, 90 wurden verletzt.", "people", "", "killed", "Valencia"),
    ("[2.500] Bewohner wurden in Valencia evakuiert.", "people", "", "displaced", "Valencia"),
    ("Der Konzern streicht in Deutschland [900] Stellen.", "workers", "", "laid off", "Germany"),
    ("Die Polizei nahm in Paris [200] Demonstranten fest.", "protesters", "", None, "Paris"),
    ("[Zwei] nordkoreanische Brigaden kämpfen in Kursk.", "brigades", "North Korea", "deployed", "Kursk"),
    ("In Paris hat die Polizei [45] Demonstranten festgenommen.", "protesters", "", "arrested", "Paris"),
    ('"In Kursk kämpfen [11.000] Nordkoreaner", sagte Selenskyj.', "people", "North Korea", "deployed", "Kursk"),
    ("In Gaza gelten [24] Geiseln als vermisst.", "hostages", "", "missing", "Gaza"),
]  # fmt: skip
QUALIFIERS = [
    ("Moskau wies Berichte über [300] Tote zurück.", "exact"),
    ("Unter den [300] Opfern sind Kinder.", "exact"),
    ("Rund [300] Menschen starben.", "about"),
    ("Mindestens [300] Menschen starben.", "at_least"),
    ("Bis zu [300] Menschen starben.", "at_most"),
    ("Mehr als [300] Menschen starben.", "more_than"),
    ("Weniger als [300] Menschen starben.", "less_than"),
    ("[300 bis 400] Menschen starben.", "range"),
]  # fmt: skip
SPEAKERS = [
    ("Das Finanzministerium rechnet 2027 mit Einnahmen von [90] Milliarden Euro.", "Das Finanzministerium"),
    ("Seoul erklärte, dass [11.000] nordkoreanische Soldaten in Russland sind.", "Seoul"),
    ("Rund [11.000] Soldaten sind in Kursk, sagte Selenskyj.", "Selenskyj"),
    ("Laut Pentagon sind [11.000] Soldaten in Russland.", "Pentagon"),
    ("Laut Polizei starben [95] Menschen.", "Polizei"),
    ("[95] Menschen starben, teilte das Rote Kreuz mit.", "das Rote Kreuz"),
    ("Nordkorea wird [3.000] Soldaten entsenden, gab das Verteidigungsministerium bekannt.", "das Verteidigungsministerium"),
    ("Die EZB senkte den Leitzins um [0,25] Prozentpunkte.", "Die EZB"),
    ("In Syrien meldete das Gesundheitsministerium [430] Tote.", "das Gesundheitsministerium"),
    ("Der Polizei zufolge starben [95] Menschen.", "Polizei"),
    ("In der Türkei starben laut Katastrophenschutz [95] Menschen.", "Katastrophenschutz"),
    ("Die Opposition sprach dagegen von [40] Toten.", "Die Opposition"),
    ("Die Zahl der bestätigten Fälle liegt bei [3.500], so die WHO.", "die WHO"),
    ("[95] Menschen starben bei dem Erdbeben.", None),
]  # fmt: skip
MODALITIES = [
    ("Weder Moskau noch Teheran haben die Entsendung von [300] Soldaten bestätigt.", "hypothetical"),
    ("Nordkorea wird [3.000] Soldaten nach Russland entsenden.", "planned"),
    ("Nordkorea plant, [3.000] Soldaten nach Russland zu entsenden.", "planned"),
    ("Nordkorea könnte [3.000] Soldaten nach Russland entsenden.", "hypothetical"),
    ("Sollte Nordkorea [3.000] Soldaten entsenden, droht eine Eskalation.", "hypothetical"),
    ("In Kursk sollen [3.000] nordkoreanische Soldaten gefallen sein.", "estimated"),
    ("Die Zahl der Soldaten wird auf [3.000] geschätzt.", "estimated"),
    ("[24] Menschen werden vermisst.", "asserted"),
    ("Der Kreml dementierte, dass [3.000] nordkoreanische Soldaten in Kursk sind.", "denied"),
    ("Moskau wies Berichte zurück, [3.000] Soldaten seien gefallen.", "denied"),
    ("Peking hat keine [3.000] Soldaten nach Russland geschickt.", "denied"),
    ("Die Zahl stieg auf 217, gegenüber [158] am Vortag.", "past"),
    ("Die Zahl stieg auf [217], gegenüber 158 am Vortag.", "asserted"),
    ("Das Pentagon konnte nicht bestätigen, dass [3.000] Soldaten gefallen sind.", "hypothetical"),
]  # fmt: skip
STEPS = [
    ("Russland ratifizierte den Vertrag mit Nordkorea.", [("ratified", "asserted", "Russia")]),
    ("Russland hat den Vertrag mit Nordkorea ratifiziert.", [("ratified", "asserted", "Russia")]),
    ("Nordkorea hat den Vertrag mit Russland noch nicht ratifiziert.", [("ratified", "denied", "North Korea")]),
    ("Der Vertrag zwischen Russland und Nordkorea tritt am Montag in Kraft.", [("in_force", "planned", "")]),
    ("Der Vertrag mit Nordkorea ist in Kraft getreten.", [("in_force", "asserted", "")]),
    ("Russland und Belarus unterzeichneten einen Verteidigungspakt.", [("signed", "asserted", "Russia and Belarus")]),
    ("Das Abkommen tritt am 1. Januar in Kraft.", [("in_force", "planned", "")]),
    ("Das Parlament lehnte das Gesetz ab.", [("rejected", "asserted", "das Parlament")]),
]  # fmt: skip
PARTS = [
    "11.000 Soldaten trafen ein, darunter [500] Offiziere.",
    "Etwa [3.000] der 11.000 Soldaten sind gefallen.",
]  # fmt: skip
INCREMENTS = [
    "Nordkorea wird weitere [3.000] Soldaten nach Russland schicken.",
    "Nordkorea schickt zusätzlich [3.000] Soldaten nach Russland.",
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
