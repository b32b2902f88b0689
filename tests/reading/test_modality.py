"""How an article puts a figure. Each case: the language, a sentence with the place in [brackets], the modality."""

import pytest

from monitor.reading.voice.modality import modality_of

CASES = [
    ("en", "[4,200] soldiers have crossed the river.", "asserted"),
    ("en", "The ministry said [4,200] soldiers had crossed the river.", "asserted"),
    ("en", "The ministry denied that [4,200] soldiers had crossed the river.", "denied"),
    ("en", "The governor, who denied any delay, said [31] people died.", "asserted"),
    ("en", "They did not send [4,200] soldiers.", "denied"),
    ("en", "They plan to send [4,200] soldiers.", "planned"),
    ("en", "They have sent 900 men and plan to send [4,200] in all.", "planned"),
    ("en", "They have sent [900] men and plan to send 4,200 in all.", "asserted"),
    ("en", "[4,200] soldiers will be sent to the border.", "planned"),
    ("en", "They could send [4,200] soldiers.", "hypothetical"),
    ("en", "Were they to send [4,200] soldiers, the neighbours would answer.", "hypothetical"),
    ("de", "Sollten sie [4.200] Soldaten schicken, antworten die Nachbarn.", "hypothetical"),
    ("it", "Sarebbero [4.200] i soldati al confine.", "estimated"),
    ("en", "The toll is [4,200] compared with 3,900 a month earlier.", "asserted"),
    ("en", "A day earlier, [3,900] dead had been reported.", "past"),
    ("pt", "O banco elevou a taxa de [12,25]% para 13,25%.", "past"),
    ("ja", "政府は兵士[4200]人を派遣していない。", "denied"),
    ("ja", "政府は、兵士[4200]人が派遣されたとの報道を否定した。", "denied"),
    ("ja", "政府は兵士[4200]人を派遣する計画だ。", "planned"),
    ("ja", "兵士[4200]人が派遣されたとみられる。", "estimated"),
    ("en", "[4,200] soldiers may be sent to the border.", "hypothetical"),
    ("en", "[4,200] soldiers are believed to be at the border.", "estimated"),
    ("en", "The agency estimates that [4,200] soldiers are at the border.", "estimated"),
    ("en", "The number rose to 4,200, up from [3,900] a month earlier.", "past"),
    ("en", "The number rose to [4,200], up from 3,900 a month earlier.", "asserted"),
    ("en", "Neither side confirmed that [31] people had died.", "hypothetical"),
    ("id", "[4.200] tentara telah tiba di perbatasan.", "asserted"),
    ("id", "Kementerian membantah bahwa [4.200] tentara telah tiba.", "denied"),
    ("id", "Kementerian tidak mengirim [4.200] tentara.", "denied"),
    ("id", "Mereka tidak hanya mengirim senjata tetapi juga mengirim [4.200] tentara.", "asserted"),
    ("id", "Mereka berencana mengirim [4.200] tentara.", "planned"),
    ("id", "[4.200] tentara akan dikirim ke perbatasan.", "planned"),
    ("id", "Mereka bisa mengirim [4.200] tentara jika diminta.", "hypothetical"),
    ("id", "Badan intelijen memperkirakan bahwa [4.200] tentara telah dikirim, kemungkinan lewat laut.", "estimated"),
    ("id", "Jumlahnya menjadi 4.200, naik dari [3.900] sebulan sebelumnya.", "past"),
    ("en", "There is no confirmation that [4,200] soldiers have crossed the river.", "hypothetical"),
    ("en", "The army could not independently verify reports of [31] dead.", "hypothetical"),
    ("en", "The ministry would neither confirm nor deny that [31] people had died.", "hypothetical"),
    ("en", "The ministry has not confirmed the loss of the ship, but the navy said [31] sailors died.", "asserted"),
    ("en", "The ministry rejected foreign claims that [4,200] soldiers had crossed the river.", "denied"),
    ("en", "The ministry denied any delay and said [31] people died.", "asserted"),
    ("en", "The ministry, which has sent [4,200] soldiers, denied any part in the war.", "asserted"),
    ("en", "None of the [4,200] soldiers has crossed the river.", "asserted"),
    ("en", "[4,200] soldiers, two brigades and a field hospital, are expected to be sent.", "planned"),
    ("en", "[4,200] soldiers, including 31 officers, will be sent.", "planned"),
    ("en", "[4,200] soldiers who trained at home will be sent.", "planned"),
    ("en", "[4,200] soldiers who will fight in the north have arrived.", "asserted"),
    ("en", "[4,200] soldiers have been sent, and the neighbours will answer.", "asserted"),
    ("en", "An earlier version of this page said that [31] people had died.", "past"),
    ("id", "Belum ada konfirmasi bahwa [4.200] tentara telah tiba.", "hypothetical"),
    ("id", "Belum dapat dipastikan apakah [4.200] tentara telah tiba.", "hypothetical"),
    ("id", "Kementerian tidak membantah bahwa [4.200] tentara telah tiba.", "hypothetical"),
    ("id", "Kementerian, yang telah mengirim [4.200] tentara, membantah ikut berperang.", "asserted"),
    ("id", "Laporan, yang menyebut [4.200] tentara telah dikirim, dibantah kementerian.", "denied"),
    ("id", "Kementerian mengusulkan agar [4.200] tentara dikirim.", "planned"),
    ("id", "[4.200] tentara yang dilatih di dalam negeri akan dikirim.", "planned"),
    ("id", "[4.200] tentara, termasuk 31 perwira, akan dikirim.", "planned"),
    ("id", "[4.200] tentara telah dikirim, dan negara tetangga akan membalas.", "asserted"),
]


@pytest.mark.parametrize(("language", "marked", "expected"), CASES)
def test_the_modality_follows_the_words_that_reach_the_figure(scene_of, language, marked, expected):
    scene, start, end = scene_of(marked, language)
    assert modality_of(scene, start, end) == expected
