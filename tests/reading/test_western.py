"""What papers of western Europe do with a sentence: asides, reports of reports, second statements, parts and additions.

Each case: the language, a sentence with the number in [brackets], and what is read.
"""

import pytest

from monitor.reading.figures.finding import find_figures
from monitor.reading.statuses.finding import find_statuses

SPEAKERS = [
    # whom or where it is said stands between the verb and its subject
    (
        "fr",
        "[900] hommes ont péri, a déclaré lundi devant les sénateurs le général Paul Morel.",
        "le général Paul Morel",
    ),
    (
        "it",
        "«I morti sono [12]», riferisce da Beirut la portavoce della Croce Rossa.",
        "la portavoce della Croce Rossa",
    ),
    # a report that somebody issued
    ("fr", "D'après un bilan encore partiel diffusé par la préfecture, [12] personnes sont mortes.", "la préfecture"),
    ("pt", "Há [12] mortos, segundo boletim divulgado às 18h pela Defesa Civil.", "Defesa Civil"),
    # a second statement has a speaker of its own
    (
        "fr",
        "Les prix ont augmenté de [2] %, a indiqué l'Insee, et le déficit serait de 5 %, selon la Cour des comptes.",
        "l'Insee",
    ),
    (
        "en",
        "The army accused the rebels of shelling a market: [12] people died, according to Mayor Ana Ruiz.",
        "Mayor Ana Ruiz",
    ),
    (
        "de",
        "Die Armee bestritt, das Dorf beschossen zu haben, räumte aber ein, dass [12] Zivilisten starben.",
        "Die Armee",
    ),
    # what is said begins with a pronoun
    ("en", "The company, which employs 9,100 people, says it will shed [700].", "The company"),
    # each half of a sentence has who says it in its middle
    (
        "it",
        "Sono [26] i morti, fa sapere l'Onu; una sessantina i superstiti, secondo la polizia, mentre si cercano altri.",
        "l'Onu",
    ),
    # a source of some kind, an infinitive behind who says so, a subject with an article that is a genitive, too
    ("fr", "Selon une source sécuritaire, [900] civils ont fui.", "une source sécuritaire"),
    ("es", "Moscú, que no publica sus bajas, asegura haber abatido a [480] soldados.", "Moscú"),
    (
        "de",
        "Kiew habe im Mai [9200] Soldaten verloren, behauptete der russische Minister Andrej Below.",
        "russische Minister Andrej Below",
    ),
    # who plans says nothing of others
    ("fr", "Le Canada prévoit d'envoyer [900] soldats, rapporte Le Monde citant un diplomate.", "un diplomate"),
    ("es", "Los precios subieron un [3,1] % en octubre, confirmó el INE.", "el INE"),
]
COUNTED = [
    # a further body of some
    (
        "fr",
        "Pyongyang a perdu 2 000 hommes. Un contingent supplémentaire de [6 000] soldats est en route.",
        "soldiers",
        "North Korea",
        None,
    ),
    (
        "pt",
        "A Coreia do Norte enviou 10 mil soldados. Outros [3 mil] homens estão a caminho.",
        "people",
        "North Korea",
        None,
    ),
    ("de", "Nordkorea hat 10.000 Soldaten verlegt. Weitere [5000] könnten folgen.", None, "North Korea", None),
    # who is cited between a number and its noun, or its noun and a number
    ("it", "Sono già 12, secondo la polizia, i morti; [40] i feriti.", "injured", "", "wounded"),
    ("es", "Son ya [223], según el Gobierno, los fallecidos.", "dead", "", "killed"),
    ("de", "Die Zahl der Toten ist nach Angaben der Polizei auf [12] gestiegen.", "dead", "", "killed"),
    # what is done to a part says nothing of the whole
    (
        "pt",
        "Há 12 mil soldados norte-coreanos estacionados em Kursk, dos quais [mil] foram mortos.",
        None,
        "North Korea",
        "killed",
    ),
    ("en", "Police put the crowd at 61 people, [nine] of them children.", "children", "", None),
    (
        "en",
        "Of the 14 Russian soldiers captured in May, [two] have died of their wounds.",
        "soldiers",
        "Russia",
        "killed",
    ),
    ("de", "Das Hochwasser hat 134 Menschen getötet. Unter ihnen sind [zwölf] Kinder.", "children", "", "killed"),
    ("es", "El tren mató a 43 personas. Entre los muertos hay [cinco] menores.", "children", "", "killed"),
    ("en", "Around 90 people remain in hospital, [14] of them in intensive care.", "people", "", None),
    (
        "pt",
        "Morreram 64 pessoas, entre elas quatro policiais; a Defensoria fala em [132] mortos.",
        "dead",
        "",
        "killed",
    ),
    ("de", "Er sprach von [400] gefallenen Ukrainern.", "people", "Ukraine", "killed"),
    ("nl", "Rusland zou in november [31.000] militairen hebben verloren.", "soldiers", "Russia", "casualties"),
    ("it", "Hanno precisato che tra le vittime vi sono [due] italiani.", "people", "Italy", "killed"),
    (
        "pt",
        "A Intel cortará 24 mil vagas, disse o presidente-executivo, que já demitira [15] mil em 2024.",
        "workers",
        "",
        "laid off",
    ),
    ("es", "El Senado aprobó por 44 votos contra [20] la ley de presupuesto.", "votes", "", None),
    # a verb behind a number is no noun
    ("de", "Die Zahl der Todesopfer hat sich auf [134] erhöht.", "dead", "", "killed"),
]
MODALITIES = [
    ("fr", "Paris a démenti mardi les informations selon lesquelles [900] soldats auraient été envoyés.", "denied"),
    ("nl", "Parijs ontkende dinsdag berichten dat [900] soldaten zijn gestuurd.", "denied"),
    ("fr", "Rejetée en commission, la loi a été votée par [121] voix.", "asserted"),
    ("fr", "Les sénateurs ont rejeté mercredi, par [180] voix contre 154, la motion.", "asserted"),
    ("es", "Los vecinos no han vuelto y [4.500] coches han quedado destruidos.", "asserted"),
    ("fr", "Leur nombre est passé de [8 000] il y a un mois à 12 000.", "past"),
    ("fr", "Leur nombre est passé de 8 000 il y a un mois à [12 000].", "asserted"),
    ("de", "Ihre Zahl ist von [8.000] vor einem Monat auf 12.000 gestiegen.", "past"),
]


@pytest.mark.parametrize(("language", "marked", "name"), SPEAKERS)
def test_who_says_so(scene_of, language, marked, name):
    scene, start, _ = scene_of(marked, language)
    (mention,) = [one for one in find_figures(scene) if one.start == start]
    assert mention.speaker == name


@pytest.mark.parametrize(("language", "marked", "noun", "group", "action"), COUNTED)
def test_what_is_counted_of_whom_doing_what(scene_of, language, marked, noun, group, action):
    scene, start, _ = scene_of(marked, language)
    (mention,) = [one for one in find_figures(scene) if one.start == start]
    assert " and ".join(mention.of) == group
    if noun is not None:
        assert mention.noun == noun
    if action is not None:
        assert mention.action == action


@pytest.mark.parametrize(("language", "marked", "put"), MODALITIES)
def test_how_it_is_put(scene_of, language, marked, put):
    scene, start, _ = scene_of(marked, language)
    (mention,) = [one for one in find_figures(scene) if one.start == start]
    assert mention.modality == put


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("fr", "Un contingent supplémentaire de [6 000] soldats est en route."),
        ("de", "Nordkorea könnte weitere [5000] schicken."),
    ],
)
def test_a_further_body_is_an_increment(scene_of, language, marked):
    scene, start, _ = scene_of(marked, language)
    (mention,) = [one for one in find_figures(scene) if one.start == start]
    assert mention.increment


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("nl", "Er zijn 48 gevallen, [tien] meer dan een week eerder."),
        ("en", "It counted 48 cases, [ten] more than a week earlier."),
    ],
)
def test_how_many_more_there_are_is_an_increment(scene_of, language, marked):
    scene, start, _ = scene_of(marked, language)
    (mention,) = [one for one in find_figures(scene) if one.start == start]
    assert mention.increment


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("it", "Tra i morti, ha precisato il prefetto, ci sono [due] bambini."),
        ("fr", "Parmi les victimes, a précisé la préfecture, figurent [deux] enfants."),
    ],
)
def test_those_among_the_dead_are_a_part(scene_of, language, marked):
    scene, start, _ = scene_of(marked, language)
    (mention,) = [one for one in find_figures(scene) if one.start == start]
    assert mention.part


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "Le chef d'état-major, Eyal Zamir, dément avoir démissionné.", ("resigned", "denied")),
        ("fr", "Le traité n'entrera en vigueur qu'en 2026.", ("in_force", "planned")),
        ("nl", "De Eerste Kamer verwierp dinsdag met 41 stemmen tegen 34 het wetsvoorstel.", ("rejected", "asserted")),
        ("nl", "Maandag werd Jan Peters beëdigd als premier.", ("sworn_in", "asserted")),
    ],
)
def test_how_a_step_is_put(scene_of, language, text, wanted):
    scene, _, _ = scene_of(text, language)
    (step,) = find_statuses(scene)
    assert (step.status, step.modality) == wanted
