"""What stands around a sentence that leaves nothing out changes nothing of what the sentence gives.

Only what a sentence leaves out is carried over to it; each of these says all: who, what, where, and who says so.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.reading.figures.finding import find_figures
from monitor.reading.scene import see

SENTENCES = {
    "en": (
        "Ukrainian intelligence said on Tuesday that at least 9,400 North Korean soldiers had been sent to Kursk.",
        "Twelve people were killed by a flood in Vietnam, the police said.",
    ),
    "id": (
        "Intelijen Ukraina mengatakan bahwa sedikitnya 9.400 tentara Korea Utara telah dikirim ke Kursk.",
        "Dua belas orang tewas akibat banjir di Vietnam, kata polisi.",
    ),
    "ms": (
        "Perisikan Ukraine berkata sekurang-kurangnya 9,400 tentera Korea Utara telah dihantar ke Kursk.",
        "Dua belas orang terbunuh dalam banjir di Vietnam, kata polis.",
    ),
    "ru": (
        "Украинская разведка сообщила, что в Курск направлены не менее 9400 северокорейских солдат.",
        "Двенадцать человек погибли при наводнении во Вьетнаме, сообщила полиция.",
    ),
    "uk": (
        "Українська розвідка повідомила, що до Курська відправили щонайменше 9400 північнокорейських солдатів.",
        "Дванадцять людей загинули через повінь у В'єтнамі, повідомила поліція.",
    ),
    "ko": (
        "우크라이나 정보당국은 북한군 최소 9400명이 쿠르스크에 파병됐다고 밝혔다.",
        "경찰은 베트남 홍수로 12명이 사망했다고 밝혔다.",
    ),
    "zh": (
        "乌克兰情报部门表示，至少9400名朝鲜士兵已被派往库尔斯克。",
        "警方表示，越南洪水造成12人死亡。",
    ),
    "ja": (
        "ウクライナの情報機関は、少なくとも9400人の北朝鮮兵がクルスク州に派遣されたと発表した。",
        "警察は、ベトナムの洪水で12人が死亡したと発表した。",
    ),
    "ar": (
        "قالت الاستخبارات الأوكرانية إن ما لا يقل عن 9400 جندي كوري شمالي أرسلوا إلى كورسك.",
        "قالت الشرطة إن 12 شخصا قتلوا في فيضانات في فيتنام.",
    ),
    "tr": (
        "Ukrayna istihbaratı, en az 9.400 Kuzey Kore askerinin Kursk'a gönderildiğini açıkladı.",
        "Polis, Vietnam'daki selde 12 kişinin öldüğünü açıkladı.",
    ),
    "es": (
        "La inteligencia ucraniana dijo que al menos 9.400 soldados norcoreanos han sido enviados a Kursk.",
        "Doce personas murieron en una inundación en Vietnam, dijo la policía.",
    ),
    "fr": (
        "Le renseignement ukrainien a affirmé qu'au moins 9 400 soldats nord-coréens avaient été envoyés à Koursk.",
        "Douze personnes ont été tuées par une inondation au Vietnam, a indiqué la police.",
    ),
    "de": (
        "Der ukrainische Geheimdienst sagte, mindestens 9.400 nordkoreanische Soldaten seien in Kursk angekommen.",
        "Zwölf Menschen kamen bei einer Überschwemmung in Vietnam ums Leben, teilte die Polizei mit.",
    ),
    "pt": (
        "A inteligência ucraniana disse que pelo menos 9.400 soldados norte-coreanos foram enviados para Kursk.",
        "Doze pessoas morreram numa enchente no Vietnã, disse a polícia.",
    ),
    "it": (
        "L'intelligence ucraina ha detto che almeno 9.400 soldati nordcoreani sono stati inviati a Kursk.",
        "Dodici persone sono morte in un'alluvione in Vietnam, ha detto la polizia.",
    ),
    "nl": (
        "De Oekraïense inlichtingendienst zei dat minstens 9.400 Noord-Koreaanse soldaten naar Koersk zijn gestuurd.",
        "Twaalf mensen kwamen om bij een overstroming in Vietnam, zei de politie.",
    ),
    "pl": (
        "Ukraiński wywiad poinformował, że do Kurska wysłano co najmniej 9400 północnokoreańskich żołnierzy.",
        "Dwanaście osób zginęło w powodzi w Wietnamie, poinformowała policja.",
    ),
    "fa": (
        "سازمان اطلاعات اوکراین گفت که دست‌کم ۹۴۰۰ سرباز کره شمالی به کورسک اعزام شده‌اند.",
        "پلیس گفت که ۱۲ نفر در سیل ویتنام کشته شدند.",
    ),
    "hi": (
        "यूक्रेनी खुफिया एजेंसी ने कहा कि कम से कम 9,400 उत्तर कोरियाई सैनिक कुर्स्क भेजे गए हैं।",
        "पुलिस ने कहा कि वियतनाम में बाढ़ से 12 लोगों की मौत हो गई।",
    ),
    "vi": (
        "Tình báo Ukraine cho biết ít nhất 9.400 binh sĩ Triều Tiên đã được điều đến Kursk.",
        "Cảnh sát cho biết 12 người đã thiệt mạng trong trận lũ ở Việt Nam.",
    ),
}


def given_by(text, vocabulary, code):
    """What each number of a text gives, with where it stands."""
    found = find_figures(see(text, vocabulary, vocabulary.languages[code]))
    return [
        (one.start, (one.text, one.quantity, one.noun, one.of, one.action, one.speaker, one.modality)) for one in found
    ]


@pytest.mark.parametrize("code", SENTENCES)
def test_a_whole_sentence_gives_the_same_wherever_it_stands(code, vocabulary):
    alone = {one: [what for _, what in given_by(one, vocabulary, code)] for one in SENTENCES[code]}

    @settings(deadline=None, max_examples=30)
    @given(st.lists(st.sampled_from(SENTENCES[code]), min_size=2, max_size=5), st.sampled_from([" ", "\n\n"]))
    def gives_the_same(order, between):
        text = between.join(order)
        expected = [what for one in order for what in alone[one]]
        assert [what for _, what in given_by(text, vocabulary, code)] == expected

    gives_the_same()


@pytest.mark.parametrize("code", SENTENCES)
def test_the_same_sentence_is_read_alike_in_every_language(code, vocabulary):
    """At least 9,400 North Korean soldiers, sent; twelve people, killed; each said by somebody."""
    troops, toll = (given_by(one, vocabulary, code) for one in SENTENCES[code])
    (_, (_, soldiers, noun, of, action, speaker, modality)), *_ = troops
    assert (soldiers.nominal, soldiers.qualifier, noun, of, action) == (
        9400,
        "at_least",
        "soldiers",
        ("North Korea",),
        "deployed",
    )
    (_, (_, dead, _, _, killed, police, told)), *_ = toll
    assert (dead.nominal, dead.qualifier, killed) == (12, "exact", "killed")
    assert speaker is not None
    assert police is not None
    assert {modality, told} <= {"asserted", "estimated"}
