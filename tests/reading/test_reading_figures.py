"""What a number counts, of whom, doing what, where. Each case: a sentence with the number in [brackets]."""
# ruff: noqa: E501 - a case is one row

import pytest

from monitor.reading.figures.finding import find_figures

EN = [
    # the group beside the noun, in every position
    ("[11,000] North Korean soldiers are in Kursk.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("Russia has massed [50,000] troops in Belgorod.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("About [12,000] troops from Russia and North Korea were sent to the Kursk region.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("Some [40,000] Russian and North Korean soldiers have gathered near Kursk.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("North Korea's [11,000] soldiers have arrived in Russia.", "soldiers", "North Korea", "deployed", "Russia"),
    ("Kyiv says its forces face [50,000] enemy troops in the Kursk region.", "soldiers", "enemy", None, "Kursk"),
    ("[10,000] of Iran's soldiers were moved to Syria.", "soldiers", "Iran", "deployed", "Syria"),
    ("As many as [6,000] Cuban fighters are serving in Ukraine.", "soldiers", "Cuba", "deployed", "Ukraine"),
    ("[300] American military personnel remain in Niger.", "soldiers", "United States", None, "Niger"),
    ("[1,500] well-trained North Korean special forces soldiers landed in Vladivostok.", "soldiers", "North Korea", None, "Vladivostok"),
    # the subject that acts with its own
    ("North Korea has sent [10,000] soldiers to Russia.", "soldiers", "North Korea", "deployed", "Russia"),
    ("The Pentagon said that North Korea had sent [10,000] soldiers to Russia.", "soldiers", "North Korea", "deployed", "Russia"),
    ("Pyongyang dispatched [1,500] troops to Vladivostok.", "soldiers", "North Korea", "deployed", "Vladivostok"),
    ("[10,000] soldiers were sent to Russia by North Korea.", "soldiers", "North Korea", "deployed", "Russia"),
    ("North Korea, which has already sent [10,000] soldiers to Russia, denied it.", "soldiers", "North Korea", "deployed", "Russia"),
    ("France will deploy [2,000] troops to Romania.", "soldiers", "France", "deployed", "Romania"),
    # who kills or captures says nothing of whose they were
    ("Ukraine killed [3,000] soldiers in Kursk.", "soldiers", "", "killed", "Kursk"),
    ("Ukraine killed [3,000] North Korean soldiers in Kursk.", "soldiers", "North Korea", "killed", "Kursk"),
    ("[3,000] North Korean soldiers were killed in Kursk.", "soldiers", "North Korea", "killed", "Kursk"),
    ("[3,000] North Korean soldiers sent to Kursk have been killed.", "soldiers", "North Korea", "killed", "Kursk"),
    ("Russia lost [1,200] soldiers in a day.", "soldiers", "Russia", "casualties", None),
    # but who suffers losses suffers his own
    ("Russia has suffered [1,200] casualties in a day.", "casualties", "Russia", "casualties", None),
    ("North Korea had sustained [100] deaths and 1,000 wounded.", "dead", "North Korea", "killed", None),
    ("North Korea had sustained 100 deaths and [1,000] wounded.", "people", "North Korea", "wounded", None),
    ("Two North Koreans and [5] Russians were captured.", "people", "Russia", "captured", None),
    # who acts with his own in a clause about the noun
    ("11,000 North Korean soldiers are among [50,000] troops Russia has gathered in Kursk.", "soldiers", "Russia", "deployed", "Kursk"),
    ("11,000 North Korean soldiers are among [50,000] men whom Russia has sent there.", "soldiers", "Russia", "deployed", None),
    # what undoes a plight, and a verb around its count
    ("Israel released [90] Palestinian prisoners.", "prisoners", "Palestinian Territories", "rescued", None),
    ("Ukraine took [90] Russian prisoners.", "prisoners", "Russia", "captured", None),
    ("The company will cut [1,500] jobs in Germany.", "workers", "", "laid off", "Germany"),
    # a number alone counts those before it, in their plight
    ("Kyiv put the number of killed or wounded North Koreans at 4,000, though U.S. estimates were lower at around [1,200].", "people", "North Korea", "casualties", None),
    ("Of 11,000 North Koreans in Kursk, 4,000 are dead or wounded, meaning [7,000] are left.", "people", "North Korea", None, "Kursk"),
    ("The bus was carrying [45] passengers when it left the road, killing 31.", "passengers", "", None, None),
    ("An opposition group put the toll at [2,418].", "dead", "", "killed", None),
    ("In Palu [1,900] people were reported missing.", "people", "", "missing", "Palu"),
    ("Officials confirmed 12 cases in children, bringing the total this year to [66].", "cases", "", None, None),
    ("The quake damaged 3,600 houses. The survey put its magnitude at [7.1].", None, "", None, None),
    ("Ukraine has lost 46,000 soldiers; Russia's losses, he said, were [350,000] killed.", "soldiers", "", "killed", None),
    # where they were, and not whose
    ("The U.S. will withdraw [1,000] troops from Syria.", "soldiers", "United States", "withdrawn", None),
    # the noun before the number, or none
    ("The number of North Korean soldiers in Kursk has reached [11,000].", "soldiers", "North Korea", None, "Kursk"),
    ("At least 9,400 North Korean soldiers, including 450 officers, are in Kursk, up from [6,000].", "soldiers", "North Korea", None, "Kursk"),
    ("The army confirmed the deaths of [12] soldiers and the capture of 5 others in Kursk.", "soldiers", "", "killed", "Kursk"),
    ("The army confirmed the deaths of 12 soldiers and the capture of [5] others in Kursk.", "soldiers", "", "captured", "Kursk"),
    ("The death toll from the quake in Palu rose to [95].", "dead", "", "killed", "Palu"),
    ("At least [62] people were killed and 310 injured in Palu.", "people", "", "killed", "Palu"),
    ("At least 62 people were killed and [310] injured in Palu.", "people", "", "wounded", "Palu"),
    ("The quake killed 62 people and injured another [310].", "people", "", "wounded", None),
    ("[120] dead, 40 missing after a flood in Valencia.", "dead", "", "killed", "Valencia"),
    ("120 dead, [40] missing after a flood in Valencia.", "people", "", "missing", "Valencia"),
    ("[9] children died.", "children", "", "killed", None),
    ("The company laid off [900] employees.", "workers", "", "laid off", None),
    ("Police arrested [200] protesters in Tbilisi.", "protesters", "", "arrested", None),
    # what a change led to
    ("North Korean troops in Kursk have fallen to [8,000] from 12,000 after heavy losses.", "soldiers", "North Korea", None, "Kursk"),
    ("North Korean troops in Kursk have fallen to 8,000 from [12,000] after heavy losses.", "soldiers", "North Korea", None, "Kursk"),
    # other nouns
    ("North Korea sent Russia 11,000 soldiers and [7,000] containers of shells.", None, None, None, None),
    ("Russia fired [90] missiles and 200 drones at Ukraine.", "missiles", None, None, "Ukraine"),
    ("500 officers and [three] generals of North Korea arrived in Russia.", "generals", "North Korea", "deployed", "Russia"),
    ("[500] officers and three generals of North Korea arrived in Russia.", "officers", "North Korea", "deployed", "Russia"),
    ("[Two] North Korean brigades are fighting in the Kursk region.", "brigades", "North Korea", "deployed", "Kursk"),
]  # fmt: skip

ID = [
    ("11.000 tentara Korea Utara bergabung dengan [50.000] tentara yang dikerahkan Rusia di Kursk.", "soldiers", "Russia", "deployed", "Kursk"),
    ("Korea Utara menderita [3.000] korban tewas di Kursk.", "dead", "North Korea", "killed", "Kursk"),
    ("[11.000] tentara Korea Utara telah dikerahkan di Kursk.", "soldiers", "North Korea", "deployed", "Kursk"),
    ("Rusia telah mengerahkan [50.000] tentara di Belgorod.", "soldiers", "Russia", "deployed", "Belgorod"),
    ("Sekitar [12.000] tentara dari Rusia dan Korea Utara dikirim ke wilayah Kursk.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("Sekitar [12.000] tentara Rusia dan Korea Utara dikirim ke wilayah Kursk.", "soldiers", "Russia and North Korea", "deployed", "Kursk"),
    ("Ukraina bertempur melawan [50.000] tentara musuh di Kursk.", "soldiers", "enemy", "deployed", "Kursk"),
    ("Korea Utara telah mengirim [10.000] prajurit ke Rusia.", "soldiers", "North Korea", "deployed", "Rusia"),
    ("Pyongyang disebut mengirim [10 ribu] personel militer ke Rusia.", "soldiers", "North Korea", "deployed", "Rusia"),
    ("[10.000] tentara dikirim oleh Korea Utara ke Rusia.", "soldiers", "North Korea", "deployed", "Rusia"),
    ("Sebanyak [12 ribu] pasukan khusus Korut tiba di Vladivostok.", "soldiers", "North Korea", "deployed", "Vladivostok"),
    ("Ukraina menewaskan [3.000] tentara di Kursk.", "soldiers", "", "killed", "Kursk"),
    ("Ukraina menewaskan [3.000] tentara Korea Utara di Kursk.", "soldiers", "North Korea", "killed", "Kursk"),
    ("[3.000] tentara Korea Utara tewas di Kursk.", "soldiers", "North Korea", "killed", "Kursk"),
    ("[3.000] tentara Korea Utara yang dikirim ke Kursk telah tewas.", "soldiers", "North Korea", "killed", "Kursk"),
    ("Rusia kehilangan [1.200] tentara dalam sehari.", "soldiers", "Russia", "casualties", None),
    ("Jumlah tentara Korea Utara di Kursk mencapai [11.000].", "soldiers", "North Korea", None, "Kursk"),
    ("Jumlah tentara Korea Utara di Kursk mencapai [11.000] orang.", "soldiers", "North Korea", None, "Kursk"),
    ("Korban tewas akibat gempa di Palu bertambah menjadi [95] orang.", "dead", "", "killed", "Palu"),
    ("Sedikitnya [62] orang tewas dan 310 lainnya luka-luka akibat gempa di Palu.", "people", "", "killed", "Palu"),
    ("Sedikitnya 62 orang tewas dan [310] lainnya luka-luka akibat gempa di Palu.", "people", "", "wounded", "Palu"),
    ("Gempa itu menewaskan 62 orang dan melukai [310] orang.", "people", "", "wounded", None),
    ("Sebanyak [11] orang perwira Korea Utara tewas.", "officers", "North Korea", "killed", None),
    ("[12] jenazah ditemukan.", "dead", "", "killed", None),
    ("Lebih dari [2.000] warga mengungsi ke Lumajang.", "people", "", "displaced", "Lumajang"),
    ("Rusia menembakkan [90] rudal ke Ukraina.", "missiles", None, None, "Ukraina"),
    ("Korea Utara mengirim 12 ribu ton amunisi dan [3.000] tentara ke Rusia.", "soldiers", "North Korea", "deployed", "Rusia"),
    ("[500] perwira dan tiga jenderal Korea Utara tiba di Rusia.", "officers", "North Korea", "deployed", "Rusia"),
    ("Perusahaan itu memecat [900] karyawan.", "workers", None, "laid off", None),
    ("[Tiga] brigade Korea Utara bertempur di Kursk.", "brigades", "North Korea", "deployed", "Kursk"),
]  # fmt: skip

CASES = [("en", *case) for case in EN] + [("id", *case) for case in ID]


@pytest.mark.parametrize(("language", "marked", "noun", "group", "action", "place"), CASES)
def test_a_figure_is_read_with_all_that_belongs_to_it(scene_of, language, marked, noun, group, action, place):
    scene, start, _ = scene_of(marked, language)
    (mention,) = [one for one in find_figures(scene) if one.start == start]
    assert mention.noun == noun
    if group is not None:
        assert " and ".join(mention.of) == group
    if action is not None:
        assert mention.action == action
    if place is not None:
        assert mention.place == place


def test_a_share_of_a_number_somebody_gave_is_that_speaker_s(scene_of):
    scene, _, _ = scene_of("Norway lost 600 of its 2,000 men, a Danish official said. Fifty of the 600 are dead.", "en")
    *_, fifty, six_hundred = find_figures(scene)
    assert (fifty.speaker, six_hundred.speaker) == ("a Danish official", "a Danish official")
    assert fifty.part


def test_who_is_quoted_at_the_end_is_the_speaker(scene_of):
    scene, start, _ = scene_of("The dam holds [900] tonnes, The Guardian reported, citing Kenyan officials.", "en")
    (mention,) = [one for one in find_figures(scene) if one.start == start]
    assert (mention.speaker, mention.via) == ("Kenyan officials", "The Guardian")


def test_a_short_number_alone_in_brackets_is_an_age_and_counts_nothing(scene_of):
    scene, start, _ = scene_of("북한군 300명이 전사했다. 탈북자 김철수 씨([52])는 그렇게 말했다.", "ko")
    (mention,) = [one for one in find_figures(scene) if one.start == start]
    assert mention.noun is None
