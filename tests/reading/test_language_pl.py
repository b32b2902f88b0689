"""Polish: what is counted, of whom, who says so and how, and how far a treaty is. What is asked for is in [brackets]."""
# ruff: noqa: E501 - a case is one row

import pytest

from monitor.reading.figures.finding import find_figures
from monitor.reading.statuses.finding import find_statuses
from monitor.reading.voice.attribution import speaker_of
from monitor.reading.voice.modality import modality_of

LANGUAGE = "pl"
FIGURES = [
    ("W Kursku zginęło [dziewięcioro] dzieci.", "children", "", "killed", "Kursk"),
    ("[11 000] żołnierzy Korei Północnej przebywa w obwodzie kurskim.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("W obwodzie kurskim rozmieszczono [11 000] północnokoreańskich żołnierzy.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("[11 000] żołnierzy północnokoreańskich walczy pod Kurskiem.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("Rosja zgromadziła [50 tysięcy] żołnierzy w Biełgorodzie.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("Pod Kurskiem zgromadzono około [40 tysięcy] rosyjskich i północnokoreańskich żołnierzy.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("Korea Północna wysłała do Rosji [1500] dobrze wyszkolonych żołnierzy.", "soldiers", "North Korea", "deployed", "Russia"),
    ("Do Władywostoku przybyło [1500] żołnierzy z Korei Północnej.", "soldiers", "North Korea", "deployed", "Vladivostok"),
    ("Ukraińcy zabili [3000] żołnierzy w obwodzie kurskim.", "soldiers", "", "killed", "Kursk"),
    ("Rosja straciła w ciągu doby [1200] żołnierzy.", "soldiers", "Russia", "casualties", None),
    ("Liczba północnokoreańskich żołnierzy w obwodzie kurskim sięgnęła [11 tysięcy].", "soldiers", "North Korea", None, "Kursk"),
    ("W trzęsieniu ziemi w Turcji zginęło [95] osób, a 310 zostało rannych.", "people", "", "killed", "Türkiye"),
    ("W trzęsieniu ziemi w Turcji zginęło 95 osób, a [310] zostało rannych.", "people", "", "wounded", "Türkiye"),
    ("Liczba ofiar powodzi w Walencji wzrosła do [158].", "dead", "", "killed", "Valencia"),
    ("Z zagrożonych terenów ewakuowano [2,5 tysiąca] mieszkańców.", "people", "", "displaced", None),
    ("Firma zwolni [900] pracowników.", "workers", "", "laid off", None),
    ("Policja zatrzymała [200] demonstrantów w Tbilisi.", "protesters", "", "arrested", "Tbilisi"),
    ("Rosja wystrzeliła w kierunku Ukrainy [90] rakiet i 200 dronów.", "missiles", "", None, "Ukraine"),
    ("[Dwie] północnokoreańskie brygady walczą w obwodzie kurskim.", "brigades", "North Korea", "deployed", "Kursk"),
    ("Za zaginione uznaje się [12] osób.", "people", "", "missing", None),
    ("Korea Północna przekazała Rosji [7 tysięcy] kontenerów z amunicją.", None, "", None, None),
]  # fmt: skip
QUALIFIERS = [
    ("Co najmniej [31] osób zginęło.", "at_least"),
    ("Zginęło nie mniej niż [31] osób.", "at_least"),
    ("Do Rosji trafiło do [12 tysięcy] żołnierzy.", "at_most"),
    ("Liczba ofiar wzrosła do [12 tysięcy].", "exact"),
    ("Bank obniżył stopę o 50 punktów bazowych, do [5,25%].", "exact"),
    ("Ponad [300] domów zostało zniszczonych.", "more_than"),
    ("Zginęło mniej niż [40] osób.", "less_than"),
    ("Około [8 tysięcy] żołnierzy przybyło.", "about"),
    ("Zginęły [dziesiątki] osób.", "vague"),
    ("Zginęło od [10 do 12] osób.", "range"),
]
SPEAKERS = [
    ("Ministerstwo obrony Norwegii oświadczyło, że zginęło [240] żołnierzy.", "Ministerstwo obrony Norwegii"),
    ("Zginęło [240] żołnierzy, poinformował norweski wywiad.", "norweski wywiad"),
    ("Zginęło [31] osób, poinformowano w ministerstwie zdrowia.", "ministerstwie zdrowia"),
    ("Według burmistrza Jana Kowalskiego zginęło [31] osób.", "burmistrza Jana Kowalskiego"),
    ("Zdaniem policji zginęło [31] osób.", "policji"),
    ("Zginęło, według policji, [31] osób.", "policji"),
    ("Jak poinformowała rzeczniczka wojewody, zginęło [31] osób.", "rzeczniczka wojewody"),
    ("„Zginęło [31] osób” – powiedział dziennikarzom burmistrz miasta Jan Kowalski.", "burmistrz miasta Jan Kowalski"),
    ("Zginęło [31] osób, podał Reuters, powołując się na policję.", "policję"),
    ("Pentagon szacuje ich liczbę na [10 tysięcy].", "Pentagon"),
    ("Narodowy Bank Polski obniżył stopę referencyjną do [5,25%].", "Narodowy Bank Polski"),
    ("W pożarze zginęło [12] osób.", None),
    ("Według doniesień medialnych zginęło [12] osób.", None),
]
MODALITIES = [
    ("Kreml zdementował doniesienia o [9 tysiącach] żołnierzy na granicy.", "denied"),
    ("Kreml zaprzecza, że [9 tysięcy] żołnierzy jest na granicy.", "denied"),
    ("Korea Północna nie wysłała [9 tysięcy] żołnierzy.", "denied"),
    ("Korea Północna wyśle [9 tysięcy] żołnierzy.", "planned"),
    ("Korea Północna planuje wysłać [9 tysięcy] żołnierzy.", "planned"),
    ("Na front trafi [9 tysięcy] żołnierzy.", "planned"),
    ("Korea Północna może wysłać [9 tysięcy] żołnierzy.", "hypothetical"),
    ("Jeśli Korea Północna wyśle [9 tysięcy] żołnierzy, wojna się przedłuży.", "hypothetical"),
    ("Według szacunków wywiadu zginęło [9 tysięcy] żołnierzy.", "estimated"),
    ("Wywiad szacuje, że zginęło [9 tysięcy] żołnierzy.", "estimated"),
    ("Obecnie jest ich 11 tysięcy, miesiąc wcześniej było [8 tysięcy].", "past"),
    ("Inflacja wyniosła 8% wobec [9%] rok wcześniej.", "past"),
    ("Inflacja wyniosła [8%] wobec 9% rok wcześniej.", "asserted"),
    ("Kreml, który zaprzeczył stratom, poinformował o [9 tysiącach] żołnierzy.", "asserted"),
]
STEPS = [
    ("Sejm odrzucił w środę prezydenckie weto do ustawy.", [("veto_overridden", "asserted", "Sejm")]),
    ("Traktat podpisany nie został.", [("signed", "denied", "")]),
    ("Sejm ratyfikował umowę z Norwegią.", [("ratified", "asserted", "Poland")]),
    ("Traktat między Rosją a Koreą Północną został ratyfikowany przez Dumę Państwową.", [("ratified", "asserted", "Russia")]),
    ("Rosja ratyfikowała traktat z Koreą Północną, ale Korea Północna jeszcze go nie ratyfikowała.", [("ratified", "asserted", "Russia"), ("ratified", "denied", "North Korea")]),
    ("Traktat między Rosją a Koreą Północną wszedł w życie.", [("in_force", "asserted", "")]),
    ("Traktat między Rosją a Koreą Północną wejdzie w życie po wymianie dokumentów ratyfikacyjnych.", [("in_force", "planned", "")]),
    ("Korea Północna jest gotowa ratyfikować traktat z Rosją.", [("ratified", "planned", "North Korea")]),
    ("Kim Dzong Un podpisał dekret o ratyfikacji traktatu z Rosją.", [("ratified", "asserted", "North Korea")]),
    ("Rosja wypowiedziała traktat z Norwegią.", [("terminated", "asserted", "Russia")]),
    ("Rosja może wystąpić z traktatu z Norwegią.", [("withdrawn", "hypothetical", "Russia")]),
    ("O ratyfikacji traktatu między Rosją a Koreą Północną rozmawiano w Pjongjangu.", []),
]  # fmt: skip
PARTS = [
    "Korea Północna wysłała do Rosji 10 tysięcy żołnierzy, w tym [500] oficerów.",
    "Zginęło 12 osób, z których [troje] to dzieci.",
]
INCREMENTS = ["Korea Północna wysłała do Rosji kolejne [3 tysiące] żołnierzy.", "Do Rosji przybyło dodatkowe [3 tysiące] żołnierzy."]  # fmt: skip
ALIKE = [
    ("Według Zełenskiego zginęło [9] żołnierzy.", "Wołodymyr Zełenski oświadczył, że zginęło [9] żołnierzy."),
    ("Zdaniem MON zginęło [9] żołnierzy.", "Ministerstwo Obrony Narodowej podało, że zginęło [9] żołnierzy."),
]


def figure(scene_of, marked):
    scene, start, _ = scene_of(marked, LANGUAGE)
    (mention,) = [one for one in find_figures(scene) if one.start == start]
    return mention


@pytest.mark.parametrize(("marked", "noun", "group", "action", "place"), FIGURES)
def test_what_is_counted_of_whom_doing_what_where(scene_of, marked, noun, group, action, place):
    mention = figure(scene_of, marked)
    assert (mention.noun, " and ".join(mention.of), mention.action, mention.place_id) == (noun, group, action, place)


@pytest.mark.parametrize(("marked", "qualifier"), QUALIFIERS)
def test_a_figure_is_qualified_by_the_words_beside_it(scene_of, marked, qualifier):
    assert figure(scene_of, marked).quantity.qualifier == qualifier


@pytest.mark.parametrize(("marked", "speaker"), SPEAKERS)
def test_the_speaker_stands_before_or_behind_the_verb(scene_of, marked, speaker):
    scene, start, _ = scene_of(marked, LANGUAGE)
    found = speaker_of(scene, start)
    assert (found.text if found else None) == speaker


@pytest.mark.parametrize(("marked", "modality"), MODALITIES)
def test_a_figure_is_put_as_the_words_around_it_say(scene_of, marked, modality):
    scene, start, end = scene_of(marked, LANGUAGE)
    assert modality_of(scene, start, end) == modality


@pytest.mark.parametrize(("text", "steps"), STEPS)
def test_a_step_is_read_with_how_it_is_put_and_by_whom(scene_of, text, steps):
    scene, _, _ = scene_of(text, LANGUAGE)
    assert [(one.status, str(one.modality), " and ".join(one.by)) for one in find_statuses(scene)] == steps


@pytest.mark.parametrize("marked", PARTS)
def test_some_of_a_figure_are_a_part_of_it(scene_of, marked):
    assert figure(scene_of, marked).part


@pytest.mark.parametrize("marked", INCREMENTS)
def test_more_of_a_figure_are_an_increment(scene_of, marked):
    assert figure(scene_of, marked).increment


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_a_speaker_is_the_same_in_every_case_and_spelling(scene_of, one, other):
    ids = []
    for marked in (one, other):
        scene, start, _ = scene_of(marked, LANGUAGE)
        ids.append(speaker_of(scene, start).id)
    assert ids[0] == ids[1]
