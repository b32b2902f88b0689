"""Who is cited. Each case: the language, a sentence with the place in [brackets], the speaker as written, or None."""

import pytest

from monitor.reading.voice.attribution import speaker_of

CASES = [
    # "we" is whoever is quoted
    ("en", "“We believe that [900] soldiers crossed the river,” General Anna Kovacs said.", "General Anna Kovacs"),
    ("id", "“Kami memperkirakan [900] tentara menyeberang,” kata Jenderal Anna Kovacs.", "Jenderal Anna Kovacs"),
    # the speaker before, then what was said
    ("en", "The defence ministry said on Monday that [4,200] soldiers had crossed the river.", "The defence ministry"),
    ("en", "General Anna Kovacs told reporters that [900] men were missing.", "General Anna Kovacs"),
    ("en", "The mayor, Luis Ortega, confirmed that [31] people had died.", "The mayor, Luis Ortega"),
    (
        "id",
        "Juru bicara militer, Budi Santosa, menyatakan bahwa [4.200] tentara telah tiba.",
        "Juru bicara militer, Budi Santosa",
    ),
    (
        "id",
        "Presiden Ukraina Volodymyr Zelenskyy pada Senin mengatakan [9.000] tentara berada di Kursk.",
        "Presiden Ukraina Volodymyr Zelenskyy",
    ),
    (
        "id",
        "Badan intelijen Jepang, Korea Selatan, dan Ukraina memperkirakan [8.000] tentara dikirim.",
        "Badan intelijen Jepang, Korea Selatan, dan Ukraina",
    ),
    # of a second predicate
    ("es", "El presidente cerró el puerto y anunció el envío de [900] policías.", "El presidente"),
    (
        "es",
        "El Banco Central de Chile recortó la tasa y prevé que la inflación sea del [3] %.",
        "El Banco Central de Chile",
    ),
    ("pt", "O governo fechou três portos, e informou que há [900] feridos.", "O governo"),
    ("en", "President Ortega closed the port and announced that [900] policemen would come.", "President Ortega"),
    # a subject ends where its predicate begins
    ("en", "Officials could not confirm reports that [900] soldiers had been moved.", "Officials"),
    ("en", "Reuters was unable to verify reports that [900] soldiers had been moved.", "Reuters"),
    ("en", "The ministry did not say how many of the [900] soldiers had been moved.", "The ministry"),
    ("en", "The number of confirmed cases rose to [900], the health agency said.", "the health agency"),
    ("en", "The IMF cut its growth forecast for Germany to [0.3] percent.", "The IMF"),
    (
        "de",
        "Nordkorea hat nach Angaben des Geheimdienstes weitere [900] Soldaten geschickt.",
        "Geheimdienstes",
    ),
    # who estimates says so, too
    ("es", "Seúl estima que [900] soldados murieron.", "Seúl"),
    ("fr", "Séoul pense que [900] soldats sont morts.", "Séoul"),
    ("it", "Seul ritiene che [900] soldati siano morti.", "Seul"),
    ("pt", "Seul acredita que [900] soldados morreram.", "Seul"),
    # said to somebody
    ("it", "«Abbiamo [44] feriti», ha detto all'emittente Rete Uno il generale Ivan Lesko.", "il generale Ivan Lesko"),
    ("fr", "« Nous avons [44] blessés », a assuré au Figaro un officier belge.", "un officier belge"),
    ("es", '"Hay [44] heridos", dijo a la cadena SER el alcalde de Soria.', "el alcalde de Soria"),
    # in the middle, relayed at the end
    ("it", "«Ci sono [44] feriti», ha detto il generale Ivan Lesko, secondo l'Ansa.", "il generale Ivan Lesko"),
    # a name that begins like a function word
    ("it", "Secondo lo Stato maggiore di Kiev, i morti sono [44].", "Stato maggiore di Kiev"),
    # who decides, in a clause behind that of another
    ("it", "Fiat ha annunciato 350 esuberi, mentre la Bce ha ridotto i tassi di [25] punti base.", "la Bce"),
    ("it", "Fiat ha annunciato [350] esuberi, mentre la Bce ha ridotto i tassi di 25 punti base.", "Fiat"),
    # another one for a later clause
    ("fr", "Selon Kiev, 900 hommes sont arrivés, alors que [300] ont été tués, d'après Moscou.", "Moscou"),
    ("en", "According to Kyiv, [900] men have come, while 300 were killed, according to Moscow.", "Kyiv"),
    ("en", "According to Kyiv, 900 men have come, while [300] were killed, according to Moscow.", "Moscow"),
    # after
    ("en", "Some [4,200] soldiers have crossed the river, General Anna Kovacs said.", "General Anna Kovacs"),
    ("en", "At least [31] people died, said Luis Ortega, the mayor.", "Luis Ortega"),
    (
        "en",
        "At least [31] people died, Ana Ruiz, a police spokeswoman, told Reuters.",
        "Ana Ruiz, a police spokeswoman",
    ),
    ("en", "Ana Ruiz, a spokeswoman, told Reuters that [31] people had died.", "Ana Ruiz, a spokeswoman"),
    ("en", "About [700] men were sent, two officials in Seoul told the agency on Friday.", "two officials in Seoul"),
    ("id", "Sebanyak [31] orang tewas, kata Wali Kota Rina Lestari kepada wartawan.", "Wali Kota Rina Lestari"),
    # according to
    ("en", "According to the Red Crescent, [31] people died.", "the Red Crescent"),
    ("en", "[31] people died, according to the Red Crescent.", "the Red Crescent"),
    ("id", "Menurut Palang Merah, [31] orang tewas.", "Palang Merah"),
    ("id", "Yang hilang, menurut Palang Merah, hanya [12] orang.", "Palang Merah"),
    ("en", "According to an estimate by the Pentagon, [31] people died.", "the Pentagon"),
    ("en", "According to estimates, [31] people died.", None),
    # relayed
    ("id", "Harian Surya mengutip pernyataan Rina Lestari bahwa [31] orang tewas.", "Rina Lestari"),
    ("id", "Laporan dari Seoul menyebutkan bahwa [9.000] tentara telah dikirim.", "Seoul"),
    # going on, behind a name in quotation marks, beside a name in apposition
    ("en", "Some 900 men have come, the Red Crescent said; a month earlier there were [700].", "the Red Crescent"),
    ("en", "The ministry said the toll had risen, giving a count of [900].", "The ministry"),
    ("en", "According to the mayor, Luis Ortega, [31] people died.", "the mayor, Luis Ortega"),
    (
        "en",
        "Some 1,900 homes were lost and [31] people died, the Bureau of Forests and Lakes said.",
        "the Bureau of Forests and Lakes",
    ),
    ("ru", "Как сообщает «Вестник», погибли [240] солдат.", "«Вестник»"),
    # in the sentence before
    ("ru", "При обвале погиб [31] человек. Об этом сообщила прокуратура.", "прокуратура"),
    # the subject behind its verb
    ("ar", "قال زيلينسكي إن [9] آلاف جندي على الحدود.", "زيلينسكي"),
    ("es", "Al menos [31] personas murieron, informó este martes el Ministerio de Salud.", "el Ministerio de Salud"),
    ("de", "Wie das Verteidigungsministerium mitteilte, starben [31] Menschen.", "das Verteidigungsministerium"),
    # the verb at the end
    ("ja", "ロシア国防省は、兵士[240]人が死亡したと発表した。", "ロシア国防省"),
    ("ja", "死者は[240]人に上ると消防が発表した。", "消防"),
    # nobody
    ("en", "An earlier version of this article said [31] people had died.", None),
    ("en", "[31] people died in the flood.", None),
    ("id", "Sebuah laporan menyebutkan [31] orang tewas.", None),
    ("id", "Ada laporan bahwa [31] orang tewas.", None),
    # the nearer of two
    ("en", "The governor, who denied any delay, said [31] people died.", "The governor"),
    ("id", "Palang Merah melaporkan bahwa [31] orang tewas, yang dapat bertambah, kata Rina Lestari.", "Palang Merah"),
]


@pytest.mark.parametrize(("language", "marked", "expected"), CASES)
def test_the_speaker_is_who_the_sentence_cites(scene_of, language, marked, expected):
    scene, start, _ = scene_of(marked, language)
    speaker = speaker_of(scene, start)
    assert (speaker.text if speaker else None) == expected


def test_spellings_of_one_name_are_one_speaker(scene_of):
    ids = set()
    for name in ("Volodymyr Zelensky", "President Zelenskyy", "Zelenskiy"):
        scene, start, _ = scene_of(f"{name} said that [9,000] soldiers were there.", "en")
        ids.add(speaker_of(scene, start).id)
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Pemerintah Amerika Serikat", "The US government"),
        ("Intelijen Ukraina", "Ukrainian intelligence"),
        ("Badan intelijen Korea Selatan", "South Korea's intelligence agency"),
        ("Kementerian Pertahanan Rusia", "Russia's defence ministry"),
    ],
)
def test_a_body_is_one_speaker_in_every_language(scene_of, indonesian, english):
    here, place, _ = scene_of(f"{indonesian} mengatakan [9.000] tentara berada di sana.", "id")
    there, spot, _ = scene_of(f"{english} said [9,000] soldiers were there.", "en")
    assert speaker_of(here, place).id == speaker_of(there, spot).id


def test_who_relays_a_speaker_is_kept_beside_the_speaker(scene_of):
    scene, start, _ = scene_of("Harian Surya mengutip pernyataan Rina Lestari bahwa [31] orang tewas.", "id")
    assert speaker_of(scene, start).via == "Harian Surya"


def test_the_origin_of_a_sentence_is_kept_beside_its_speaker(scene_of):
    scene, start, _ = scene_of(
        "Badan intelijen Ukraina memperkirakan [8.000] tentara dikirim, dilansir dari NTV.", "id"
    )
    speaker = speaker_of(scene, start)
    assert (speaker.text, speaker.via) == ("Badan intelijen Ukraina", "NTV")


def test_a_pronoun_is_the_speaker_named_before(scene_of):
    scene, start, _ = scene_of('Rina Lestari mengatakan banjir surut. "Ada [31] korban," ujarnya.', "id")
    assert speaker_of(scene, start).text == "Rina Lestari"


def test_who_relays_is_named_beside_who_is_quoted(scene_of):
    for marked in (
        "Al Jazeera quoted Zelensky as saying [3,000] soldiers had been killed.",
        "According to Al Jazeera, citing Zelensky, [3,000] soldiers have been killed.",
    ):
        scene, start, _ = scene_of(marked, "en")
        speaker = speaker_of(scene, start)
        assert (speaker.text, speaker.via) == ("Zelensky", "Al Jazeera")


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("The toll has climbed to [217], the ministry said, with 1,900 still missing.", "the ministry"),
        ("The toll has climbed to 217, the ministry said, with [1,900] still missing.", "the ministry"),
        ("Seven people died, police said on Monday, and [nine] others were hurt.", "police"),
        ("[Nine] people died, the ministry told reporters, adding that 30 were missing.", "the ministry"),
        ("Nine people died, the ministry told reporters, adding that [30] were missing.", "the ministry"),
        ("Three men were killed, the army said, denying that [12] had been captured.", "the army"),
    ],
)
def test_who_is_named_in_the_middle_says_what_stands_on_either_side(scene_of, marked, speaker):
    scene, start, _ = scene_of(marked, "en")
    assert speaker_of(scene, start).text == speaker
