"""Russian: what is counted, of whom, who says so and how, and how far a treaty is. What is asked for is in [brackets]."""
# ruff: noqa: E501 - a case is one row

import pytest

from monitor.reading.figures.finding import find_figures
from monitor.reading.statuses.finding import find_statuses
from monitor.reading.voice.attribution import speaker_of
from monitor.reading.voice.modality import modality_of

LANGUAGE = "ru"
FIGURES = [
    ("КНДР отправила в Россию 9 тысяч солдат. Среди них [500] офицеров.", "officers", "North Korea", "deployed", "Russia"),
    ("В Одессе повреждены 12 домов и около [40] машин.", "vehicles", "", "damaged", "Odesa"),
    ("В плен попали [двое] солдат КНДР.", "soldiers", "North Korea", "captured", None),
    ("[11 000] солдат КНДР находятся в Курской области.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("В Курской области размещены [11 000] северокорейских солдат.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("Россия сосредоточила [50 тысяч] военнослужащих в Белгородской области.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("Под Курском собраны около [40 тысяч] российских и северокорейских военных.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("КНДР отправила в Россию [1 500] хорошо обученных бойцов спецназа.", "soldiers", "North Korea", "deployed", "Russia"),
    ("Во Владивосток прибыли [1 500] военных из Северной Кореи.", "soldiers", "North Korea", "deployed", "Vladivostok"),
    ("ВСУ уничтожили [3000] солдат в Курской области.", "soldiers", "", "killed", "Kursk"),
    ("В боях под Суджей погибли [3000] северокорейцев.", "people", "North Korea", "killed", "Sudzha"),
    ("Россия за сутки потеряла [1200] военных.", "soldiers", "Russia", "casualties", None),
    ("Численность северокорейских солдат в Курской области достигла [11 тысяч].", "soldiers", "North Korea", None, "Kursk"),
    ("При землетрясении в Турции погибли [95] человек, ещё 310 ранены.", "people", "", "killed", "Türkiye"),
    ("При землетрясении в Турции погибли 95 человек, ещё [310] ранены.", "people", "", "wounded", "Türkiye"),
    ("Число погибших в результате наводнения в Валенсии выросло до [158].", "dead", "", "killed", "Valencia"),
    ("Из зоны паводка эвакуированы [2,5 тысячи] жителей.", "people", "", "displaced", None),
    ("Компания уволит [900] сотрудников.", "workers", "", "laid off", None),
    ("Полиция задержала [200] протестующих в Тбилиси.", "protesters", "", "arrested", "Tbilisi"),
    ("Россия выпустила по Украине [90] ракет и 200 беспилотников.", "missiles", "", None, "Ukraine"),
    ("[Две] северокорейские бригады воюют в Курской области.", "brigades", "North Korea", "deployed", "Kursk"),
    ("Пропавшими без вести числятся [12] человек.", "people", "", "missing", None),
    ("КНДР передала России [7 тысяч] контейнеров со снарядами.", None, "", None, None),
]  # fmt: skip
QUALIFIERS = [
    ("По меньшей мере [31] человек погиб.", "at_least"),
    ("Не менее [31] человека погибли.", "at_least"),
    ("В Россию прибыли до [12 тысяч] солдат.", "at_most"),
    ("Число погибших выросло до [12 тысяч].", "exact"),
    ("Банк снизил ставку на 50 базисных пунктов, до [16%].", "exact"),
    ("Свыше [300] домов разрушены.", "more_than"),
    ("Более чем [300] домов разрушены.", "more_than"),
    ("Погибли менее [40] человек.", "less_than"),
    ("Около [8 тысяч] военных прибыли.", "about"),
    ("Погибли [десятки] человек.", "vague"),
    ("Погибли от [10 до 12] человек.", "range"),
]
SPEAKERS = [
    ("Министерство обороны Норвегии заявило, что [240] солдат погибли.", "Министерство обороны Норвегии"),
    ("Погибли [240] солдат, сообщила норвежская разведка.", "норвежская разведка"),
    ("Погибли [31] человек, сообщили в министерстве здравоохранения.", "министерстве здравоохранения"),
    ("По словам мэра Ивана Громова, погибли [31] человек.", "мэра Ивана Громова"),
    ("Погибли, по данным полиции, [31] человек.", "полиции"),
    ("Как сообщила пресс-служба губернатора, погибли [31] человек.", "пресс-служба губернатора"),
    ("«Погибли [31] человек», — сказал мэр города Иван Громов журналистам.", "мэр города Иван Громов"),
    ("Погибли [31] человек, передает Reuters со ссылкой на полицию.", "полицию"),
    ("Пентагон оценивает их число в [10 тысяч].", "Пентагон"),
    ("Банк России повысил ключевую ставку до [21%].", "Банк России"),
    ("В результате пожара погибли [12] человек.", None),
    ("По сообщениям СМИ, погибли [12] человек.", None),
]
MODALITIES = [
    ("«За» проголосовали 300 депутатов, против — [40].", "asserted"),
    ("Кремль опроверг сообщения о [9 тысячах] солдат на границе.", "denied"),
    ("Кремль отрицает, что [9 тысяч] солдат находятся на границе.", "denied"),
    ("КНДР не отправляла [9 тысяч] солдат.", "denied"),
    ("КНДР отправит [9 тысяч] солдат.", "planned"),
    ("КНДР планирует отправить [9 тысяч] солдат.", "planned"),
    ("До конца года на фронт прибудут [9 тысяч] солдат.", "planned"),
    ("КНДР может отправить [9 тысяч] солдат.", "hypothetical"),
    ("Если КНДР отправит [9 тысяч] солдат, война затянется.", "hypothetical"),
    ("Гибель [31] человека не подтверждена.", "hypothetical"),
    ("По оценкам разведки, погибли [9 тысяч] солдат.", "estimated"),
    ("Разведка полагает, что погибли [9 тысяч] солдат.", "estimated"),
    ("Сейчас их 11 тысяч, месяцем ранее было [8 тысяч].", "past"),
    ("Инфляция составила 8% против [9%] годом ранее.", "past"),
    ("Инфляция составила [8%] против 9% годом ранее.", "asserted"),
    ("Кремль, который опроверг потери, сообщил о [9 тысячах] солдат.", "asserted"),
]
STEPS = [
    ("Договор подписан не был, заявил он.", [("signed", "denied", "")]),
    ("Баку соглашение с Ираном пока не ратифицировал.", [("ratified", "denied", "Azerbaijan")]),
    ("Парламент Армении 5 мая 2025 года ратифицировал соглашение с Ираном.", [("ratified", "asserted", "Armenia")]),
    ("Госдума ратифицировала договор России с КНДР.", [("ratified", "asserted", "Russia")]),
    ("Договор между Россией и КНДР ратифицирован Госдумой.", [("ratified", "asserted", "Russia")]),
    ("Россия ратифицировала договор с КНДР, но КНДР ещё не ратифицировала его.", [("ratified", "asserted", "Russia"), ("ratified", "denied", "North Korea")]),
    ("Договор между Россией и КНДР вступил в силу.", [("in_force", "asserted", "")]),
    ("Договор между Россией и КНДР вступит в силу после обмена ратификационными грамотами.", [("in_force", "planned", "")]),
    ("КНДР готова ратифицировать договор с Россией.", [("ratified", "planned", "North Korea")]),
    ("Ким Чен Ын подписал указ о ратификации договора с Россией.", [("ratified", "asserted", "North Korea")]),
    ("Россия денонсировала договор с Норвегией.", [("terminated", "asserted", "Russia")]),
    ("Россия может выйти из договора с Норвегией.", [("withdrawn", "hypothetical", "Russia")]),
    ("Ратификация договора между Россией и КНДР обсуждалась в Пхеньяне.", []),
]  # fmt: skip
PARTS = [
    "КНДР отправила в Россию 10 тысяч солдат, в том числе [500] офицеров.",
    "Погибли 12 человек, из них [трое] — дети.",
]
INCREMENTS = ["КНДР отправила в Россию ещё [3 тысячи] солдат.", "В Россию прибыли дополнительные [3 тысячи] солдат."]
ALIKE = [
    ("По словам Зеленского, погибли [9] солдат.", "Владимир Зеленский заявил, что погибли [9] солдат."),
    ("По данным Минобороны России, погибли [9] солдат.", "Министерство обороны РФ сообщило о [9] погибших."),
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
