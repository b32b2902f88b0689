"""Chinese, in both scripts: what is counted, of whom, who says so and how, and how far a treaty is."""

import pytest
from reading_sentences import counted, figure, modality, speaker, steps

LANGUAGE = "zh"
FIGURES = [
    ("俄军一昼夜击毙乌军[350]人、俘虏17人。", "soldiers", "Ukraine", "killed", None),
    ("约[1.1万]名朝鲜士兵部署在库尔斯克。", "soldiers", "North Korea", "deployed", "Kursk"),
    ("約[1.1萬]名北韓士兵部署在庫爾斯克。", "soldiers", "North Korea", "deployed", "Kursk"),
    ("朝鲜向俄罗斯派遣了[1500]名特种兵。", "soldiers", "North Korea", "deployed", "Russia"),
    ("俄罗斯在别尔哥罗德集结了[5万]名士兵。", "soldiers", "Russia", "deployed", "Belgorod"),
    ("俄罗斯和朝鲜的联军共[5万]人已集结。", "soldiers", "Russia and North Korea", "deployed", None),
    ("乌克兰军队在库尔斯克打死[3000]名朝鲜士兵。", "soldiers", "North Korea", "killed", "Kursk"),
    ("俄军一天内损失[1200]名士兵。", "soldiers", "Russia", "casualties", None),
    ("部署在库尔斯克的1.1万名朝鲜士兵中，已有[4000]人伤亡。", "soldiers", "North Korea", "casualties", "Kursk"),
    ("地震造成[95]人死亡、310人受伤。", "people", "", "killed", None),
    ("地震造成95人死亡、[310]人受伤。", "people", "", "wounded", None),
    ("死亡人数升至[217]人。", "dead", "", "killed", None),
    ("超过[2500]名居民被疏散。", "people", "", "displaced", None),
    ("该公司宣布裁员[900]人。", "people", "", "laid off", None),
    ("警方逮捕了[200]名示威者。", "protesters", "", "arrested", None),
    ("乌克兰击落了[12]架无人机。", "drones", "", "damaged", None),
    ("朝鲜已向俄罗斯运送了[600]万枚炮弹。", "shells", "North Korea", "deployed", "Russia"),
    ("四川地震造成至少[68]人死亡。", "people", "", "killed", "Sichuan"),
    ("俄军摧毁乌军[24]门火炮。", "artillery", "", "damaged", None),
    ("由俄罗斯和朝鲜士兵组成的[4万]人的联合部队已抵达。", "soldiers", "Russia and North Korea", "deployed", None),
]  # fmt: skip
QUALIFIERS = [
    ("约[300]人死亡。", "about"),
    ("至少[300]人死亡。", "at_least"),
    ("多达[300]人死亡。", "at_most"),
    ("超过[300]人死亡。", "more_than"),
    ("不到[300]人死亡。", "less_than"),
    ("[300至400]人死亡。", "range"),
]  # fmt: skip
SPEAKERS = [
    ("韩国国家情报院表示，[1.1万]名朝鲜士兵在俄罗斯。", "韩国国家情报院"),
    ("泽连斯基说，[1.1万]名朝鲜士兵部署在库尔斯克。", "泽连斯基"),
    ("据五角大楼称，[1.1万]名朝鲜士兵在俄罗斯。", "五角大楼"),
    ("“我们有[1万]名士兵。”泽连斯基周一说。", "泽连斯基"),
    ("美联储宣布降息[25]个基点。", "美联储"),
    ("地震造成[95]人死亡。", None),
    ("特斯拉将在全球裁员[1.4万]人。", "特斯拉"),
    ("米勒4日在记者会上表示，[1万]名士兵已抵达。", "米勒"),
]  # fmt: skip
MODALITIES = [
    ("新增岗位1.2万个，远低于9月的[22.3万]个。", "past"),
    ("朝鲜将向俄罗斯派遣[3000]名士兵。", "planned"),
    ("朝鲜计划派遣[3000]名士兵。", "planned"),
    ("朝鲜可能派遣[3000]名士兵。", "hypothetical"),
    ("如果朝鲜派遣[3000]名士兵，局势将升级。", "hypothetical"),
    ("据估计有[3000]名士兵死亡。", "estimated"),
    ("克里姆林宫否认有[3000]名朝鲜士兵在库尔斯克。", "denied"),
    ("俄罗斯没有派遣[3000]名士兵。", "denied"),
    ("死亡人数升至217人，此前为[158]人。", "past"),
    ("死亡人数升至[217]人，此前为158人。", "asserted"),
    ("央行将一年期利率下调[10]个基点。", "asserted"),
    ("央行将下调利率[10]个基点。", "planned"),
    ("死亡人数从[37]人上升至43人。", "past"),
    ("失业率比上月回落[0.1]个百分点。", "asserted"),
]  # fmt: skip
STEPS = [
    ("俄罗斯批准了与朝鲜的条约。", [("ratified", "asserted", "Russia")]),
    ("朝鲜尚未批准与俄罗斯的条约。", [("ratified", "denied", "North Korea")]),
    ("俄罗斯与朝鲜的条约已正式生效。", [("in_force", "asserted", "")]),
    ("俄罗斯与朝鲜的条约将在互换批准书后生效。", [("in_force", "planned", "")]),
]  # fmt: skip
PARTS = ["这1.1万名士兵中，其中包括[500]名军官。", "1.1万名士兵中有[4000]人死亡。"]
INCREMENTS = ["朝鲜又增派了[3000]名士兵。", "朝鲜另外派遣了1万名士兵，新增[3000]名士兵。"]


@pytest.mark.parametrize(("marked", "noun", "group", "action", "place"), FIGURES)
def test_what_is_counted_of_whom_doing_what_where(scene_of, marked, noun, group, action, place):
    assert counted(scene_of, LANGUAGE, marked) == (noun, group, action, place)


@pytest.mark.parametrize(("marked", "qualifier"), QUALIFIERS)
def test_a_figure_is_qualified_by_the_words_beside_it(scene_of, marked, qualifier):
    assert figure(scene_of, LANGUAGE, marked).quantity.qualifier == qualifier


@pytest.mark.parametrize(("marked", "expected"), SPEAKERS)
def test_the_speaker_is_named_before_the_verb_or_behind_a_quotation(scene_of, marked, expected):
    assert speaker(scene_of, LANGUAGE, marked) == expected


@pytest.mark.parametrize(("marked", "expected"), MODALITIES)
def test_a_figure_is_put_as_the_words_around_it_say(scene_of, marked, expected):
    assert modality(scene_of, LANGUAGE, marked) == expected


@pytest.mark.parametrize(("text", "expected"), STEPS)
def test_a_step_is_read_with_how_it_is_put_and_by_whom(scene_of, text, expected):
    assert steps(scene_of, LANGUAGE, text) == expected


@pytest.mark.parametrize("marked", PARTS)
def test_some_of_a_larger_number_is_a_part(scene_of, marked):
    assert figure(scene_of, LANGUAGE, marked).part


@pytest.mark.parametrize("marked", INCREMENTS)
def test_what_comes_on_top_is_an_increment(scene_of, marked):
    assert figure(scene_of, LANGUAGE, marked).increment
