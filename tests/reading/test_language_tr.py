"""Turkish: who says a figure and how, whose it is, and how far a treaty is. The place in [brackets] is asked for."""

import pytest

from monitor.reading.figures.finding import find_figures
from monitor.reading.statuses.finding import find_statuses
from monitor.reading.voice.attribution import speaker_of
from monitor.reading.voice.modality import modality_of

SPEAKERS = [
    ("Savunma Bakanlığı, çatışmalarda [240] askerin öldüğünü açıkladı.", "Savunma Bakanlığı"),
    (
        "Ukrayna Devlet Başkanı Zelenskiy, cephede [9] bin askerin bulunduğunu söyledi.",
        "Ukrayna Devlet Başkanı Zelenskiy",
    ),
    ("Güney Kore istihbaratı Rusya'ya [9] bin asker gönderildiğini açıkladı.", "Güney Kore istihbaratı"),
    ("Seul'e göre sınıra [9] bin asker yığıldı.", "Seul"),
    ("Genelkurmay Başkanlığı'ndan yapılan açıklamada, [80] askerin öldüğü belirtildi.", "Genelkurmay Başkanlığı"),
    (
        '"Depremde [31] kişi hayatını kaybetti" diyen Vali Selin Aksoy, aramaların sürdüğünü söyledi.',
        "Vali Selin Aksoy",
    ),
    ("Merkez Bankası politika faizini [250] baz puan düşürdü.", "Merkez Bankası"),
    ("Meclis teklifi [311] oyla kabul etti.", "Meclis"),
    ("Selde [12] kişi öldü.", None),
]
MODALITIES = [
    ("Sınırdaki asker sayısı [8 bin]den 11 bine çıktı.", "past"),
    ("Sınırdaki asker sayısı 8 binden [11 bin]e çıktı.", "asserted"),
    ("Seul ise sınırda [10] bin asker olduğunu tahmin ediyor.", "estimated"),
    ("Sınırdaki [50] bin asker saldırıya hazırlanıyor.", "asserted"),
    ("Kremlin, sınırda [9] bin asker bulunduğu iddiasını yalanladı.", "denied"),
    ("Kuzey Kore sınıra [9] bin asker göndermedi.", "denied"),
    ("Kuzey Kore sınıra [9] bin asker gönderecek.", "planned"),
    ("Şirket [900] kişiyi işten çıkaracağını duyurdu.", "planned"),
    ("Kuzey Kore sınıra [9] bin asker gönderebilir.", "hypothetical"),
    ("Yetkililer, [31] kişinin öldüğü haberlerini doğrulamadı.", "hypothetical"),
    ("Selde [31] kişinin öldüğü tahmin ediliyor.", "estimated"),
    ("Bir ay önce [800] asker vardı.", "past"),
    ("Selde [31] kişi öldü, 40 kişinin kurtarılması bekleniyor.", "asserted"),
]
FIGURES = [
    ("Selde ölü sayısı 21'den [26]'ya yükseldi.", "dead", (), "killed"),
    ("Banka geçen yıl [700] işçiyi işten çıkardığını duyurdu.", "workers", (), "laid off"),
    ("Depremde [31] kişi yaralandı.", "people", (), "wounded"),
    ("Cephede [900] Kuzey Koreli asker öldü.", "soldiers", ("North Korea",), "killed"),
    ("Gösterilerde [80] kişi gözaltına alındı.", "people", (), "arrested"),
]
STEPS = [
    ("Moskova anlaşmayı onaylamayacağını duyurdu.", [("ratified", "denied")]),
    ("Anlaşma 1 Mart'ta yürürlüğe girmişti.", [("in_force", "asserted")]),
    ("Anlaşma imzalandı, ancak Macaristan henüz onaylamadı.", [("signed", "asserted"), ("ratified", "denied")]),
    ("Anlaşma gelecek ay yürürlüğe girecek.", [("in_force", "planned")]),
]


@pytest.mark.parametrize(("marked", "expected"), SPEAKERS)
def test_the_speaker_is_found_before_behind_and_far_from_the_verb(scene_of, marked, expected):
    scene, start, _ = scene_of(marked, "tr")
    speaker = speaker_of(scene, start)
    assert (speaker.text if speaker else None) == expected


@pytest.mark.parametrize(("marked", "expected"), MODALITIES)
def test_verbs_and_their_endings_behind_a_figure_say_how_it_is_put(scene_of, marked, expected):
    scene, start, end = scene_of(marked, "tr")
    assert modality_of(scene, start, end) == expected


@pytest.mark.parametrize(("marked", "noun", "of", "action"), FIGURES)
def test_a_figure_has_its_noun_its_group_and_its_action(scene_of, marked, noun, of, action):
    scene, start, _ = scene_of(marked, "tr")
    figure = next(one for one in find_figures(scene) if one.start == start)
    assert (figure.noun, figure.of, figure.action) == (noun, of, action)


@pytest.mark.parametrize(("text", "expected"), STEPS)
def test_a_treaty_climbs_by_each_step_that_is_taken(scene_of, text, expected):
    scene, *_ = scene_of(text, "tr")
    assert [(one.status, str(one.modality)) for one in find_statuses(scene)] == expected
