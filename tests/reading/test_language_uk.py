"""Ukrainian: what is counted, of whom, who says so and how, and how far a treaty is. What is asked for is in [brackets]."""
# ruff: noqa: E501 - a case is one row

import pytest

from monitor.reading.figures.finding import find_figures
from monitor.reading.statuses.finding import find_statuses
from monitor.reading.voice.attribution import speaker_of
from monitor.reading.voice.modality import modality_of

LANGUAGE = "uk"
FIGURES = [
    ("[11 000] солдатів КНДР перебувають у Курській області.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("У Курській області розміщено [11 000] північнокорейських військових.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("Росія зосередила [50 тисяч] військовослужбовців на Бєлгородщині.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("Під Курськом зібрано близько [40 тисяч] російських та північнокорейських солдатів.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("КНДР відправила до Росії [1 500] добре підготовлених бійців.", "soldiers", "North Korea", "deployed", "Russia"),
    ("До Владивостока прибули [1 500] військових із Північної Кореї.", "soldiers", "North Korea", "deployed", "Vladivostok"),
    ("Сили оборони знищили [3000] солдатів у Курській області.", "soldiers", "", "killed", "Kursk"),
    ("У боях під Суджею загинули [3000] північнокорейців.", "people", "North Korea", "killed", "Sudzha"),
    ("Росія за добу втратила [1200] військових.", "soldiers", "Russia", "casualties", None),
    ("Чисельність північнокорейських солдатів у Курській області сягнула [11 тисяч].", "soldiers", "North Korea", None, "Kursk"),
    ("Унаслідок землетрусу в Туреччині загинули [95] людей, ще 310 поранено.", "people", "", "killed", "Türkiye"),
    ("Унаслідок землетрусу в Туреччині загинули 95 людей, ще [310] поранено.", "people", "", "wounded", "Türkiye"),
    ("Кількість загиблих унаслідок повені у Валенсії зросла до [158].", "dead", "", "killed", "Valencia"),
    ("З небезпечної зони евакуювали [2,5 тисячі] мешканців.", "people", "", "displaced", None),
    ("Компанія звільнила [900] працівників.", "workers", "", "laid off", None),
    ("Поліція затримала [200] протестувальників у Тбілісі.", "protesters", "", "arrested", "Tbilisi"),
    ("Росія випустила по Україні [90] ракет і 200 безпілотників.", "missiles", "", None, "Ukraine"),
    ("[Дві] північнокорейські бригади воюють на Курщині.", "brigades", "North Korea", "deployed", "Kursk"),
    ("Зниклими безвісти вважаються [12] людей.", "people", "", "missing", None),
    ("КНДР передала Росії [7 тисяч] контейнерів зі снарядами.", None, "", None, None),
]  # fmt: skip
QUALIFIERS = [
    ("Щонайменше [31] людина загинула.", "at_least"),
    ("Не менше [31] людини загинули.", "at_least"),
    ("До Росії прибули до [12 тисяч] солдатів.", "at_most"),
    ("Кількість загиблих зросла до [12 тисяч].", "exact"),
    ("Банк знизив ставку на 50 базисних пунктів, до [16%].", "exact"),
    ("Понад [300] будинків зруйновано.", "more_than"),
    ("Загинуло менше [40] людей.", "less_than"),
    ("Близько [8 тисяч] військових прибули.", "about"),
    ("Загинули [десятки] людей.", "vague"),
    ("Загинули від [10 до 12] людей.", "range"),
]
SPEAKERS = [
    ("Міністерство оборони Норвегії заявило, що [240] солдатів загинули.", "Міністерство оборони Норвегії"),
    ("Загинули [240] солдатів, повідомила норвезька розвідка.", "норвезька розвідка"),
    ("Загинула [31] людина, повідомили у пресслужбі міністерства.", "пресслужбі міністерства"),
    ("За словами мера Івана Бондаря, загинула [31] людина.", "мера Івана Бондаря"),
    ("Загинула, за даними поліції, [31] людина.", "поліції"),
    ("Як повідомила прессекретарка губернатора, загинула [31] людина.", "прессекретарка губернатора"),
    ("«Загинула [31] людина», – сказав мер міста Іван Бондар журналістам.", "мер міста Іван Бондар"),
    ("Загинула [31] людина, передає Reuters із посиланням на поліцію.", "поліцію"),
    ("Пентагон оцінює їх кількість у [10 тисяч].", "Пентагон"),
    ("НБУ підвищив облікову ставку до [15,5%].", "НБУ"),
    ("Унаслідок пожежі загинули [12] людей.", None),
    ("За повідомленнями ЗМІ, загинули [12] людей.", None),
]
MODALITIES = [
    ("Кремль спростував повідомлення про [9 тисяч] солдатів на кордоні.", "denied"),
    ("Кремль заперечує, що [9 тисяч] солдатів перебувають на кордоні.", "denied"),
    ("КНДР не відправляла [9 тисяч] солдатів.", "denied"),
    ("КНДР відправить [9 тисяч] солдатів.", "planned"),
    ("КНДР планує відправити [9 тисяч] солдатів.", "planned"),
    ("До кінця року на фронт прибудуть [9 тисяч] солдатів.", "planned"),
    ("КНДР може відправити [9 тисяч] солдатів.", "hypothetical"),
    ("Якщо КНДР відправить [9 тисяч] солдатів, війна затягнеться.", "hypothetical"),
    ("За оцінками розвідки, загинули [9 тисяч] солдатів.", "estimated"),
    ("Розвідка вважає, що загинули [9 тисяч] солдатів.", "estimated"),
    ("Нині їх 11 тисяч, місяцем раніше було [8 тисяч].", "past"),
    ("Інфляція становила 8% проти [9%] рік тому.", "past"),
    ("Інфляція становила [8%] проти 9% рік тому.", "asserted"),
    ("Кремль, який спростував втрати, повідомив про [9 тисяч] солдатів.", "asserted"),
]
STEPS = [
    ("Договір підписано не було.", [("signed", "denied", "")]),
    ("Баку угоди з Іраном досі не ратифікував.", [("ratified", "denied", "Azerbaijan")]),
    ("Верховна Рада ратифікувала договір України з Норвегією.", [("ratified", "asserted", "Ukraine")]),
    ("Росія ратифікувала договір із КНДР, але КНДР ще не ратифікувала його.", [("ratified", "asserted", "Russia"), ("ratified", "denied", "North Korea")]),
    ("Договір між Росією та КНДР набув чинності.", [("in_force", "asserted", "")]),
    ("Договір між Росією та КНДР набуде чинності після обміну ратифікаційними грамотами.", [("in_force", "planned", "")]),
    ("КНДР готова ратифікувати договір із Росією.", [("ratified", "planned", "North Korea")]),
    ("Кім Чен Ин підписав указ про ратифікацію договору з Росією.", [("ratified", "asserted", "North Korea")]),
    ("Росія денонсувала договір із Норвегією.", [("terminated", "asserted", "Russia")]),
    ("Росія може вийти з договору з Норвегією.", [("withdrawn", "hypothetical", "Russia")]),
    ("Ратифікацію договору між Росією та КНДР обговорили в Пхеньяні.", []),
]  # fmt: skip
PARTS = [
    "КНДР відправила до Росії 10 тисяч солдатів, зокрема [500] офіцерів.",
    "Загинули 12 людей, з них [троє] — діти.",
]
INCREMENTS = ["КНДР відправила до Росії ще [3 тисячі] солдатів.", "До Росії прибули додаткові [3 тисячі] солдатів."]
ALIKE = [
    ("За словами Зеленського, загинули [9] солдатів.", "Володимир Зеленський заявив, що загинули [9] солдатів."),
    ("За даними Міноборони Росії, загинули [9] солдатів.", "Міністерство оборони РФ повідомило про [9] загиблих."),
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
