"""Vietnamese: what is counted, of whom, who says so and how, and how far a treaty is. What is asked for is in [brackets]."""
# ruff: noqa: E501 - a case is one row

import pytest
from reading_sentences import counted, figure, modality, speaker, steps

LANGUAGE = "vi"
FIGURES = [
    ("[11.000] binh sĩ Triều Tiên đang có mặt ở Kursk.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("Nga đã tập trung [50.000] quân tại Belgorod.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("Khoảng [12.000] binh sĩ Nga và Triều Tiên đã được đưa tới Kursk.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("Triều Tiên đã gửi [1.500] lính đặc nhiệm sang Nga.", "soldiers", "North Korea", "deployed", "Russia"),
    ("Ukraine đã tiêu diệt [3.000] binh sĩ tại Kursk.", "soldiers", "", "killed", "Kursk"),
    ("[3.000] binh sĩ Triều Tiên đã thiệt mạng ở Kursk.", "soldiers", "North Korea", "killed", "Kursk"),
    ("Số binh sĩ Triều Tiên ở Kursk đã lên tới [11.000].", "soldiers", "North Korea", None, "Kursk"),
    ("Động đất ở Myanmar làm [95] người chết và 310 người bị thương.", "dead", "", "killed", "Myanmar"),
    ("Động đất ở Myanmar làm 95 người chết và [310] người bị thương.", "injured", "", "wounded", "Myanmar"),
    ("Mưa lũ khiến [34] người mất tích tại Lào Cai.", "missing", "", "missing", "Lao Cai"),
    ("[2.500] người dân được sơ tán tại Quảng Ninh.", "people", "", "displaced", "Quang Ninh"),
    ("Công ty sẽ sa thải [900] nhân viên tại Việt Nam.", "workers", "", "laid off", "Vietnam"),
    ("Cảnh sát bắt giữ [200] người biểu tình tại Paris.", "protesters", "", "arrested", "Paris"),
    ("Nga phóng [90] tên lửa vào Ukraine.", "missiles", "", None, "Ukraine"),
    ("[Hai] lữ đoàn Triều Tiên đang chiến đấu ở Kursk.", "brigades", "North Korea", "deployed", "Kursk"),
]  # fmt: skip
QUALIFIERS = [
    ("Số người chết do lũ quét đã lên đến [17] người.", "exact"),
    ("Khoảng [300] người thiệt mạng.", "about"),
    ("Ít nhất [300] người thiệt mạng.", "at_least"),
    ("Hơn [300] người thiệt mạng.", "more_than"),
    ("Chưa đến [300] người thiệt mạng.", "less_than"),
    ("Từ [300 đến 400] người thiệt mạng.", "range"),
]  # fmt: skip
SPEAKERS = [
    ("Hàn Quốc cho biết [11.000] binh sĩ Triều Tiên đang ở Nga.", "Hàn Quốc"),
    ("[11.000] binh sĩ Triều Tiên đang ở Nga, Điện Kremlin khẳng định.", "Điện Kremlin"),
    ("Theo Nhà Trắng, [11.000] binh sĩ đang ở Nga.", "Nhà Trắng"),
    ("[95] người thiệt mạng, theo Tân Hoa xã.", "Tân Hoa xã"),
    ("Ngân hàng Nhà nước giảm lãi suất [0,25] điểm phần trăm.", "Ngân hàng Nhà nước"),
    ("[95] người thiệt mạng trong trận động đất.", None),
]  # fmt: skip
MODALITIES = [
    ("Triều Tiên sẽ gửi [3.000] binh sĩ sang Nga.", "planned"),
    ("Triều Tiên có kế hoạch gửi [3.000] binh sĩ sang Nga.", "planned"),
    ("Triều Tiên có thể gửi [3.000] binh sĩ sang Nga.", "hypothetical"),
    ("Điện Kremlin bác bỏ thông tin [3.000] binh sĩ Triều Tiên đang ở Kursk.", "denied"),
    ("Trung Quốc không gửi [3.000] binh sĩ sang Nga.", "denied"),
    ("Số người chết tăng lên 217, so với [158] một ngày trước.", "past"),
    ("Số người chết tăng lên [217], so với 158 một ngày trước.", "asserted"),
    ("Ước tính [3.000] binh sĩ đã thiệt mạng.", "estimated"),
    ("Lầu Năm Góc chưa xác nhận việc [3.000] binh sĩ thiệt mạng.", "hypothetical"),
]  # fmt: skip
STEPS = [
    ("Nga đã phê chuẩn hiệp ước với Triều Tiên.", [("ratified", "asserted", "Russia")]),
    ("Triều Tiên chưa phê chuẩn hiệp ước với Nga.", [("ratified", "denied", "North Korea")]),
    ("Hiệp ước giữa Nga và Triều Tiên sẽ có hiệu lực vào thứ Hai.", [("in_force", "planned", "")]),
    ("Hiệp ước với Triều Tiên đã có hiệu lực.", [("in_force", "asserted", "")]),
    ("EU gia hạn các biện pháp trừng phạt Nga.", [("extended", "asserted", "European Union")]),
    ("Nga và Belarus ký hiệp ước quốc phòng.", [("signed", "asserted", "Russia and Belarus")]),
    ("Việc phê chuẩn hiệp ước với Nga đang được thảo luận.", []),
    ("Chưa bên nào xác nhận lệnh ngừng bắn được gia hạn.", [("extended", "hypothetical", "")]),
    ("Tổng thống Hàn Quốc ban bố thiết quân luật.", [("declared", "asserted", "South Korea")]),
]  # fmt: skip
PARTS = [
    "11.000 binh sĩ đã đến, trong đó có [500] sĩ quan.",
]  # fmt: skip
INCREMENTS = [
    "Triều Tiên sẽ gửi thêm [3.000] binh sĩ sang Nga.",
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
