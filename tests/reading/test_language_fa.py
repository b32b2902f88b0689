"""Persian: who says a figure and how, whose it is, and how far a treaty is. The place in [brackets] is asked for."""

import pytest

from monitor.reading.figures.finding import find_figures
from monitor.reading.statuses.finding import find_statuses
from monitor.reading.voice.attribution import speaker_of
from monitor.reading.voice.modality import modality_of

SPEAKERS = [
    ("وزارت دفاع روسیه اعلام کرد که [240] سرباز کشته شدند.", "وزارت دفاع روسیه"),
    ("وزارت دفاع روسیه از کشته شدن [240] سرباز خبر داد.", "وزارت دفاع روسیه"),
    ("به گفته سئول، [9000] سرباز در مرز مستقر شده\u200cاند.", "سئول"),
    ("زلنسکی گفت که [3000] نفر کشته یا زخمی شده\u200cاند.", "زلنسکی"),
    ("خبرگزاری رویترز گزارش داد: «[31] نفر جان باختند».", "خبرگزاری رویترز"),
    ("مجلس لایحه را با [311] رأی تصویب کرد.", "مجلس"),
    ("در سیل [12] نفر جان باختند.", None),
]
MODALITIES = [
    ("بودجه طرح انتقال برق [۳] میلیارد ریال تعیین شد.", "asserted"),
    ("کرملین حضور [9000] سرباز در مرز را تکذیب کرد.", "denied"),
    ("کرملین تکذیب کرد که [9000] سرباز در مرز هستند.", "denied"),
    ("کره شمالی [9000] سرباز به مرز نفرستاده است.", "denied"),
    ("کره شمالی [9000] سرباز به مرز اعزام خواهد کرد.", "planned"),
    ("کره شمالی قصد دارد [9000] سرباز به مرز بفرستد.", "planned"),
    ("کره شمالی می\u200cتواند [9000] سرباز به مرز بفرستد.", "hypothetical"),
    ("برآورد می\u200cشود [500] نفر مفقود شده\u200cاند.", "estimated"),
    ("یک ماه پیش [800] سرباز در آنجا بودند.", "past"),
    ("وزارت دفاع اعلام کرد که [240] سرباز کشته شدند.", "asserted"),
]
FIGURES = [
    ("تلفات روسیه به [۷۰۰] کشته رسید.", "dead", ("Russia",), "killed"),
    ("کره شمالی [۹۰۰] سرباز در کورسک دارد.", "soldiers", ("North Korea",), None),
    ("در زلزله [31] نفر زخمی شدند.", "people", (), "wounded"),
    ("در جبهه [900] سرباز کره شمالی کشته شدند.", "soldiers", ("North Korea",), "killed"),
    ("در تظاهرات [80] نفر بازداشت شدند.", "people", (), "arrested"),
]
STEPS = [
    ("دو کشور این پیمان را امضا کرده بودند.", [("signed", "asserted")]),
    (
        "روسیه معاهده را تصویب کرده است، اما کره شمالی هنوز آن را تصویب نکرده است.",
        [("ratified", "asserted"), ("ratified", "denied")],
    ),
    ("این معاهده ماه آینده لازم\u200cالاجرا خواهد شد.", [("in_force", "planned")]),
]


@pytest.mark.parametrize(("marked", "expected"), SPEAKERS)
def test_the_speaker_is_found_before_behind_and_far_from_the_verb(scene_of, marked, expected):
    scene, start, _ = scene_of(marked, "fa")
    speaker = speaker_of(scene, start)
    assert (speaker.text if speaker else None) == expected


@pytest.mark.parametrize(("marked", "expected"), MODALITIES)
def test_verbs_and_their_endings_behind_a_figure_say_how_it_is_put(scene_of, marked, expected):
    scene, start, end = scene_of(marked, "fa")
    assert modality_of(scene, start, end) == expected


@pytest.mark.parametrize(("marked", "noun", "of", "action"), FIGURES)
def test_a_figure_has_its_noun_its_group_and_its_action(scene_of, marked, noun, of, action):
    scene, start, _ = scene_of(marked, "fa")
    figure = next(one for one in find_figures(scene) if one.start == start)
    assert (figure.noun, figure.of, figure.action) == (noun, of, action)


@pytest.mark.parametrize(("text", "expected"), STEPS)
def test_a_treaty_climbs_by_each_step_that_is_taken(scene_of, text, expected):
    scene, *_ = scene_of(text, "fa")
    assert [(one.status, str(one.modality)) for one in find_statuses(scene)] == expected
