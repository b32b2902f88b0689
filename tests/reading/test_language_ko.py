"""Korean: what is counted, of whom, who says so and how, and how far a treaty is. Verbs stand last."""

import pytest
from reading_sentences import counted, figure, modality, speaker, steps

LANGUAGE = "ko"
FIGURES = [
    ("이 사고로 어린이 [3]명을 포함해 12명이 숨졌다.", "children", "", "killed", None),
    ("사망자 가운데 남성이 84명, 여성이 [85]명이다.", "women", "", "killed", None),
    ("러시아에 파병된 북한군 약 [1만1000]명이 전투에 투입됐다.", "soldiers", "North Korea", "deployed", "Russia"),
    ("북한은 병력 [1500]명을 러시아에 파병했다.", "soldiers", "North Korea", "deployed", "Russia"),
    ("러시아는 벨고로드에 병력 [5만]명을 집결시켰다.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("쿠르스크에서 싸우는 적군 5만 명 중 [1만1000]명이 북한군이다.", "soldiers", "North Korea", None, "Kursk"),
    ("쿠르스크에서 북한군 [3000]명이 숨졌다.", "soldiers", "North Korea", "killed", "Kursk"),
    ("북한군 사상자는 [3000]명이다.", "casualties", "North Korea", "casualties", None),
    ("지진으로 [95]명이 숨지고 310명이 다쳤다.", "people", "", "killed", None),
    ("지진으로 95명이 숨지고 [310]명이 다쳤다.", "people", "", "wounded", None),
    ("사망자가 [217]명으로 늘었다.", "dead", "", "killed", None),
    ("실종자는 [12]명으로 집계됐다.", "missing", "", "missing", None),
    ("주민 [2500]명이 대피했다.", "people", "", "displaced", None),
    ("경찰은 시위대 [200]명을 체포했다.", "protesters", "", "arrested", None),
    ("우크라이나군은 드론 [12]대를 격추했다.", "drones", "", "damaged", None),
    ("이 회사는 직원 [900]명을 해고했다.", "workers", "", "laid off", None),
    ("북한의 병사 [1만]명이 러시아에 도착했다.", "soldiers", "North Korea", "deployed", "Russia"),
    ("튀르키예 지진으로 [4만4천] 명 이상이 숨졌다.", "people", "", "killed", "Türkiye"),
    ("북한은 병력 [6천] 명을 보냈다.", "soldiers", "North Korea", "deployed", None),
    ("우크라이나군은 자주포 [30]문을 파괴했다.", "artillery", "", "damaged", None),
]  # fmt: skip
QUALIFIERS = [
    ("약 [300]명이 숨졌다.", "about"),
    ("최소 [300]명이 숨졌다.", "at_least"),
    ("최대 [300]명이 숨졌다.", "at_most"),
    ("[300]명 이상이 숨졌다.", "at_least"),
    ("[300]명 미만이 숨졌다.", "less_than"),
]  # fmt: skip
SPEAKERS = [
    ("국정원은 러시아에 파병된 북한군이 [1만1000]명이라고 밝혔다.", "국정원"),
    ("북한군 [1만1000]명이 러시아에 있다고 젤렌스키 대통령이 말했다.", "젤렌스키 대통령"),
    ("통계청이 16일 발표한 고용동향에 따르면 취업자는 [13만]명 늘었다.", "통계청"),
    ("국방부에 따르면 북한군 [1만1000]명이 러시아에 파병됐다.", "국방부"),
    ("한국은행은 기준금리를 [0.25]%포인트 내렸다.", "한국은행"),
    ("지진으로 [95]명이 숨졌다.", None),
    ("버스가 추락해 [19]명이 숨졌다고 현지 경찰이 8일(현지시간) 밝혔다.", "현지 경찰"),
    ("통계청에 따르면 실업률은 [2.2]%다.", "통계청"),
]  # fmt: skip
MODALITIES = [
    ("사망자가 [100]명에서 120명으로 늘었다.", "past"),
    ("북한은 병력 [3000]명을 러시아에 보낼 계획이다.", "planned"),
    ("북한은 병력 [3000]명을 파병할 예정이다.", "planned"),
    ("북한이 병력 [3000]명을 파병할 가능성이 있다.", "hypothetical"),
    ("북한군 [3000]명이 숨진 것으로 추정된다.", "estimated"),
    ("크렘린궁은 북한군 [3000]명이 쿠르스크에 있다는 보도를 부인했다.", "denied"),
    ("북한은 병력 [3000]명을 파병하지 않았다.", "denied"),
    ("사망자가 217명으로, 전날 [158]명보다 늘었다.", "past"),
    ("북한은 병력 [3000]명을 파병했다.", "asserted"),
    ("실업률은 [2.2]%로 전월보다 0.1%포인트 하락했다.", "asserted"),
    ("사망자는 9명으로 전날보다 [2]명 늘었다.", "asserted"),
]  # fmt: skip
STEPS = [
    ("러시아는 북한과의 조약을 비준했다.", [("ratified", "asserted", "Russia")]),
    ("북한은 러시아와의 조약을 비준하지 않았다.", [("ratified", "denied", "North Korea")]),
    ("러시아와 북한의 조약이 발효됐다.", [("in_force", "asserted", "")]),
    ("러시아는 조약을 비준했지만 북한은 아직이다.",
     [("ratified", "asserted", "Russia"), ("ratified", "denied", "North Korea")]),
]  # fmt: skip
PARTS = [
    "북한군 1만1000명 가운데 [4000]명이 숨졌다.",
    "사상자는 3000명이며 이 가운데 사망자는 [300]명이다.",
    "이 사고로 어린이 [3]명을 포함해 12명이 숨졌다.",
]
INCREMENTS = ["북한은 추가로 병력 [3000]명을 파병했다.", "북한은 병력 [3000]명을 추가로 보냈다."]


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
