"""Arabic: what is counted, of whom, who says so and how, and how far a treaty is. What is asked for is in [brackets]."""
# ruff: noqa: E501 - a case is one row

import pytest
from reading_sentences import counted, figure, modality, speaker, steps

LANGUAGE = "ar"
FIGURES = [
    ("أُسر [جنديان] روسيان قرب سودجا.", "soldiers", "Russia", "captured", "Sudzha"),
    ("وقُتلت [امرأتان] في غارة على غزة.", "women", "", "killed", "Gaza"),
    ("أسقطت أوكرانيا [طائرتين] في كورسك.", "aircraft", "", "damaged", "Kursk"),
    ("ينتشر [11000] جندي كوري شمالي في كورسك.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("حشدت روسيا [50] ألف جندي في بيلغورود.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("نقل [12000] جندي من روسيا وكوريا الشمالية إلى كورسك.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("أرسلت كوريا الشمالية [1500] جندي إلى روسيا.", "soldiers", "North Korea", "deployed", "Russia"),
    ("قتلت أوكرانيا [3000] جندي في كورسك.", "soldiers", "", "killed", "Kursk"),
    ("قُتل [3000] كوري شمالي في كورسك.", "people", "North Korea", "killed", "Kursk"),
    ("خسرت روسيا [1200] جندي في يوم واحد.", "soldiers", "Russia", "casualties", None),
    ("بلغ عدد الجنود الكوريين الشماليين في كورسك [11000].", "soldiers", "North Korea", None, "Kursk"),
    ("خلف الزلزال في هاتاي [95] قتيلا و310 جرحى.", "dead", "", "killed", "Hatay"),
    ("خلف الزلزال في هاتاي 95 قتيلا و[310] جرحى.", "injured", "", "wounded", "Hatay"),
    ("لقي [158] شخصا حتفهم في فالنسيا.", "people", "", "killed", "Valencia"),
    ("تم إجلاء [2500] من السكان في فالنسيا.", "people", "", "displaced", "Valencia"),
    ("تلغي الشركة [900] وظيفة في ألمانيا.", "workers", "", "laid off", "Germany"),
    ("اعتقلت الشرطة [200] متظاهر في باريس.", "protesters", "", "arrested", "Paris"),
    ("أطلق سراح [24] رهينة في غزة.", "hostages", "", "rescued", "Gaza"),
]  # fmt: skip
QUALIFIERS = [
    ("قُتل نحو [300] شخص.", "about"),
    ("قُتل ما لا يقل عن [300] شخص.", "at_least"),
    ("قُتل ما يصل إلى [300] شخص.", "at_most"),
    ("قُتل أكثر من [300] شخص.", "more_than"),
    ("قُتل أقل من [300] شخص.", "less_than"),
]  # fmt: skip
SPEAKERS = [
    ('ونقلت صحيفة "الشرق الجديد" عن مسؤول أمريكي قوله إن [8000] جندي في كورسك.', "مسؤول أمريكي"),
    ("قالت سيول إن [11000] جندي كوري شمالي في روسيا.", "سيول"),
    ("وأعلنت وزارة الدفاع أن [300] جندي قُتلوا.", "وزارة الدفاع"),
    ("قُتل [95] شخصا، بحسب الهلال الأحمر.", "الهلال الأحمر"),
    ("وبحسب البنتاغون، فإن [11000] جندي وصلوا إلى روسيا.", "البنتاغون"),
    ("ونقلت رويترز عن مسؤول أمريكي قوله إن [8000] جندي في كورسك.", "مسؤول أمريكي"),
    ("وكان زيلينسكي قد أعلن أن [3000] جندي قُتلوا.", "زيلينسكي"),
    ("من جهتها، قالت أوكرانيا إنها أسرت [200] جندي روسي.", "أوكرانيا"),
    ("وأفاد مصدر طبي بأن [30] شخصا لقوا مصرعهم.", None),
    ("قُتل [95] شخصا في الزلزال.", None),
]  # fmt: skip
MODALITIES = [
    ("سترسل كوريا الشمالية [3000] جندي إلى روسيا.", "planned"),
    ("تعتزم كوريا الشمالية إرسال [3000] جندي إلى روسيا.", "planned"),
    ("قد ترسل كوريا الشمالية [3000] جندي إلى روسيا.", "hypothetical"),
    ("وإذا أرسلت كوريا الشمالية [3000] جندي فسترد سيول.", "hypothetical"),
    ("يعتقد أن [3000] جندي قُتلوا في كورسك.", "estimated"),
    ("نفى الكرملين وجود [3000] جندي كوري شمالي في كورسك.", "denied"),
    ("لم ترسل بكين [3000] جندي إلى روسيا.", "denied"),
    ("وقد أرسلت كوريا الشمالية [3000] جندي إلى روسيا.", "asserted"),
    ("ارتفعت الحصيلة إلى 217 قتيلا مقارنة مع [158] في اليوم السابق.", "past"),
    ("ارتفعت الحصيلة إلى [217] قتيلا مقارنة مع 158 في اليوم السابق.", "asserted"),
    ("ولم يعلق الكرملين على تقارير عن نشر [3000] جندي.", "hypothetical"),
    ("لم يؤكد البنتاغون مقتل [3000] جندي.", "hypothetical"),
]  # fmt: skip
STEPS = [
    ("صادقت روسيا على المعاهدة مع كوريا الشمالية.", [("ratified", "asserted", "Russia")]),
    ("لم تصادق كوريا الشمالية بعد على المعاهدة مع روسيا.", [("ratified", "denied", "North Korea")]),
    ("ستدخل المعاهدة بين روسيا وكوريا الشمالية حيز التنفيذ يوم الاثنين.", [("in_force", "planned", "")]),
    ("دخلت المعاهدة مع كوريا الشمالية حيز التنفيذ.", [("in_force", "asserted", "")]),
    ("وقعت روسيا وبيلاروسيا معاهدة دفاعية.", [("signed", "asserted", "Russia and Belarus")]),
    ("رفض البرلمان القانون.", [("rejected", "asserted", "البرلمان")]),
]  # fmt: skip
PARTS = [
    "وصل 11000 جندي بينهم [500] ضابط.",
    "قُتل [3000] من أصل 11000 جندي.",
]  # fmt: skip
INCREMENTS = [
    "سترسل كوريا الشمالية [3000] جندي إضافي إلى روسيا.",
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
