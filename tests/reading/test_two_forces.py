"""One sentence in twenty languages: 11,000 soldiers of one country, where another has gathered 50,000 of its own.

Those 50,000 are what must never be counted to the first.
"""
# ruff: noqa: E501 - a sentence is one row

import pytest

from monitor.reading.figures.finding import find_figures

SENTENCES = {
    "en": "Some 11,000 North Korean soldiers are in Kursk, where Russia has gathered about 50,000 troops, Zelensky said.",
    "id": "Sekitar 11.000 tentara Korea Utara berada di Kursk, tempat Rusia mengerahkan sekitar 50.000 tentara, kata Zelensky.",
    "ms": "Kira-kira 11,000 askar Korea Utara berada di Kursk, tempat Rusia mengumpulkan kira-kira 50,000 askar, kata Zelensky.",
    "ru": "Около 11 тысяч северокорейских солдат находятся в Курской области, где Россия сосредоточила около 50 тысяч военных, заявил Зеленский.",
    "uk": "Близько 11 тисяч північнокорейських солдатів перебувають у Курській області, де Росія зосередила близько 50 тисяч військових, заявив Зеленський.",
    "de": "Rund 11.000 nordkoreanische Soldaten sind in Kursk, wo Russland etwa 50.000 Soldaten zusammengezogen hat, sagte Selenskyj.",
    "fr": "Quelque 11 000 soldats nord-coréens se trouvent à Koursk, où la Russie a massé environ 50 000 soldats, a déclaré Zelensky.",
    "es": "Unos 11.000 soldados norcoreanos están en Kursk, donde Rusia ha concentrado a unos 50.000 efectivos, dijo Zelenski.",
    "pt": "Cerca de 11 mil soldados norte-coreanos estão em Kursk, onde a Rússia concentrou cerca de 50 mil soldados, disse Zelensky.",
    "it": "Circa 11.000 soldati nordcoreani si trovano nel Kursk, dove la Russia ha ammassato circa 50.000 uomini, ha detto Zelensky.",
    "nl": "Zo'n 11.000 Noord-Koreaanse soldaten zijn in Koersk, waar Rusland ongeveer 50.000 soldaten heeft samengetrokken, zei Zelensky.",
    "pl": "Około 11 tysięcy północnokoreańskich żołnierzy przebywa w obwodzie kurskim, gdzie Rosja zgromadziła około 50 tysięcy żołnierzy, powiedział Zełenski.",
    "tr": "Zelenskiy, Kursk'ta yaklaşık 11 bin Kuzey Kore askerinin bulunduğunu, Rusya'nın bölgeye 50 bin asker yığdığını söyledi.",
    "ar": "قال زيلينسكي إن نحو 11 ألف جندي كوري شمالي موجودون في كورسك، حيث حشدت روسيا نحو 50 ألف جندي.",
    "fa": "زلنسکی گفت حدود ۱۱ هزار سرباز کره شمالی در کورسک هستند، جایی که روسیه حدود ۵۰ هزار نیرو مستقر کرده است.",
    "hi": "ज़ेलेंस्की ने कहा कि कुर्स्क में करीब 11,000 उत्तर कोरियाई सैनिक हैं, जहाँ रूस ने लगभग 50,000 सैनिक तैनात किए हैं।",
    "vi": "Khoảng 11.000 binh sĩ Triều Tiên đang ở Kursk, nơi Nga tập trung khoảng 50.000 quân, ông Zelensky nói.",
    "zh": "泽连斯基表示，约1.1万名朝鲜士兵在库尔斯克，俄罗斯在当地集结了约5万名士兵。",
    "ja": "ゼレンスキー大統領は、約1万1千人の北朝鮮兵がクルスクにおり、ロシアは同地に約5万人の兵士を集結させたと述べた。",
    "ko": "젤렌스키 대통령은 북한군 약 1만1000명이 쿠르스크에 있으며 러시아가 이 지역에 약 5만명의 병력을 집결시켰다고 말했다.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_each_force_belongs_to_whom_the_sentence_says(scene_of, language):
    scene, _, _ = scene_of(SENTENCES[language], language)
    forces = [(int(number.quantity.nominal), number.of, number.place_id) for number in find_figures(scene)]
    assert forces == [(11_000, ("North Korea",), "Kursk"), (50_000, ("Russia",), "Kursk")]


@pytest.mark.parametrize("language", SENTENCES)
def test_both_are_said_by_whom_the_sentence_cites(scene_of, language):
    scene, _, _ = scene_of(SENTENCES[language], language)
    assert {number.speaker_id for number in find_figures(scene)} == {"Volodymyr Zelensky"}
