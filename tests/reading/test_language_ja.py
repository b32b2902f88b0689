"""Japanese: what is counted, of whom, who says so and how, and how far a treaty is. Verbs stand last."""

import pytest
from reading_sentences import counted, figure, modality, speaker, steps

LANGUAGE = "ja"
FIGURES = [
    ("この事故で日本人[2]人を含む17人が死亡した。", "people", "Japan", "killed", "Japan"),
    ("沖縄県で漁船が沈没し、[8]人の安否が分かっていない。", "people", "", "missing", "Okinawa"),
    ("クルスク州に派遣された北朝鮮兵約[1万]人が戦闘に参加した。", "soldiers", "North Korea", "deployed", "Kursk"),
    ("約[1万1000]人の北朝鮮兵がロシアに派遣された。", "soldiers", "North Korea", "deployed", "Russia"),
    ("北朝鮮は兵士[1500]人をロシアに派遣した。", "soldiers", "North Korea", "deployed", "Russia"),
    ("ロシアはベルゴロド州に部隊[5万]人を集結させた。", "soldiers", "Russia", "deployed", "Belgorod"),
    ("クルスク州の敵の兵士5万人のうち、[1万1000]人が北朝鮮兵だ。", "soldiers", "North Korea", None, "Kursk"),
    ("クルスク州で北朝鮮の兵士[3000]人が死亡した。", "soldiers", "North Korea", "killed", "Kursk"),
    ("派遣された北朝鮮兵1万人のうち、[4000]人が死傷した。", "soldiers", "North Korea", "casualties", None),
    ("地震で[95]人が死亡し、310人が負傷した。", "people", "", "killed", None),
    ("地震で95人が死亡し、[310]人が負傷した。", "people", "", "wounded", None),
    ("死者は30人増えて計[240]人となった。", "dead", "", "killed", None),
    ("行方不明者は[12]人に上った。", "missing", "", "missing", None),
    ("住民[2500]人が避難した。", "people", "", "displaced", None),
    ("警察はデモ参加者[200]人を逮捕した。", "protesters", "", "arrested", None),
    ("ウクライナ軍は無人機[12]機を撃墜した。", "drones", "", "damaged", None),
    ("同社は従業員[900]人を解雇する。", "workers", "", "laid off", None),
    ("四川省地震で少なくとも[62]人が死亡した。", "people", "", "killed", "Sichuan"),
    ("ロシア軍は榴弾砲[30]門を破壊した。", "artillery", "", "damaged", None),
    ("ロシア軍と北朝鮮軍からなる約[4万]人の部隊が集結した。", "soldiers", "Russia and North Korea", "deployed", None),
]  # fmt: skip
QUALIFIERS = [
    ("約[300]人が死亡した。", "about"),
    ("少なくとも[300]人が死亡した。", "at_least"),
    ("最大[300]人が死亡した。", "at_most"),
    ("[300]人以上が死亡した。", "at_least"),
    ("[300]人未満が死亡した。", "less_than"),
]  # fmt: skip
SPEAKERS = [
    ("山田社長は会見で「残念だ」と語り、改革費用として[1300]億円を計上する考えを示した。", "山田社長"),
    ("聯合ニュースは、国家情報院が北朝鮮の兵士[1000]人がロシアに入ったと報告したと伝えた。", "国家情報院"),
    ("国家情報院は、北朝鮮兵[1万1000]人がロシアにいると発表した。", "国家情報院"),
    ("ロシアに北朝鮮兵[1万1000]人がいるとゼレンスキー大統領は述べた。", "ゼレンスキー大統領"),
    ("国防総省によると、北朝鮮兵[1万1000]人がロシアに派遣された。", "国防総省"),
    ("日銀は政策金利を[0.25]ポイント引き上げた。", "日銀"),
    ("地震で[95]人が死亡した。", None),
    ("労働省が発表した失業率は[4.1]%で、前月から低下した。", "労働省"),
    ("兵士[450]人が失われたとウクライナ軍が発表した。", "ウクライナ軍"),
    ("欧米が動かなければ、[10万]人に膨らむ恐れがあると政府は警告した。", "政府"),
]  # fmt: skip
MODALITIES = [
    ("行方不明者は139人から[300]人に増加した。", "asserted"),
    ("死者は前日の[1520]人を上回り、1770人になった。", "past"),
    ("北朝鮮は兵士[3000]人をロシアに派遣する計画だ。", "planned"),
    ("北朝鮮は兵士[3000]人を派遣する予定だ。", "planned"),
    ("北朝鮮が兵士[3000]人を派遣する可能性がある。", "hypothetical"),
    ("北朝鮮兵[3000]人が死亡したとみられる。", "estimated"),
    ("ロシアは北朝鮮兵[3000]人がいるとの報道を否定した。", "denied"),
    ("北朝鮮は兵士[3000]人を派遣していない。", "denied"),
    ("死者は217人に達した。前日は[158]人だった。", "past"),
    ("北朝鮮は兵士[3000]人を派遣した。", "asserted"),
    ("失業率は[4.1]%で、前月から0.1ポイント低下した。", "asserted"),
    ("失業率は4.1%で、前月から[0.1]ポイント低下した。", "asserted"),
]  # fmt: skip
STEPS = [
    ("ロシアは北朝鮮との条約を批准した。", [("ratified", "asserted", "Russia")]),
    ("北朝鮮はロシアとの条約を批准していない。", [("ratified", "denied", "North Korea")]),
    ("ロシアと北朝鮮の条約が発効した。", [("in_force", "asserted", "")]),
    ("ロシアは条約を批准したが、北朝鮮はまだだ。",
     [("ratified", "asserted", "Russia"), ("ratified", "denied", "North Korea")]),
    ("条約は30日後に発効する。", [("in_force", "planned", "")]),
]  # fmt: skip
PARTS = [
    "派遣された1万1000人のうち、将校は[500]人だ。",
    "北朝鮮兵1万人のうち[4000]人が死亡した。",
    "事故で子ども[3]人を含む12人が死亡した。",
]
INCREMENTS = ["北朝鮮は追加で兵士[3000]人を派遣した。", "死者は[30]人増えて計240人となった。"]


@pytest.mark.parametrize(("marked", "noun", "group", "action", "place"), FIGURES)
def test_what_is_counted_of_whom_doing_what_where(scene_of, marked, noun, group, action, place):
    assert counted(scene_of, LANGUAGE, marked) == (noun, group, action, place)


@pytest.mark.parametrize(("marked", "qualifier"), QUALIFIERS)
def test_a_figure_is_qualified_by_the_words_beside_it(scene_of, marked, qualifier):
    assert figure(scene_of, LANGUAGE, marked).quantity.qualifier == qualifier


@pytest.mark.parametrize(("marked", "expected"), SPEAKERS)
def test_the_speaker_is_named_far_from_a_verb_that_stands_last(scene_of, marked, expected):
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
