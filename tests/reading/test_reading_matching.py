"""Which numbers a watch takes, and why it refuses the others."""
# ruff: noqa: E501 - a case is one row

from dataclasses import replace

import pytest

from monitor.claim import Kind, Modality
from monitor.ladder import Ladder
from monitor.quantity import Qualifier
from monitor.reading import claims_of, read
from monitor.watch import FigureCondition, Group, StatusCondition, Watch

TROOPS = Watch(
    id="troops",
    title="North Korean troops in Russia",
    kind=Kind.FIGURE,
    figure=FigureCondition(count=("soldiers",), of=Group(("North Korea",)), action="deployed", where=("Russia",)),
)
TOLL = Watch(
    id="toll",
    title="Dead",
    kind=Kind.FIGURE,
    figure=FigureCondition(count=("people",), action="killed", where=("Indonesia",)),
)
TREATY = Watch(
    id="treaty",
    title="Treaty",
    kind=Kind.STATUS,
    status=StatusCondition(
        thing=("treaty",),
        ladder=Ladder(id="treaty", rungs=("negotiated", "signed", "ratified", "in_force")),
        parties=("North Korea", "Russia"),
    ),
)

REFUSED = [
    ("en", "[3,000] North Korean soldiers were killed in Kursk.", "other action"),
    ("en", "[3,000] North Korean soldiers have been wounded in Russia.", "other action"),
    ("en", "[11,000] South Korean soldiers are deployed in Kursk.", "other group"),
    ("en", "[50,000] Russian and North Korean soldiers are deployed in Kursk.", "other group"),
    ("en", "[50,000] enemy soldiers are deployed in Kursk.", "other group"),
    ("en", "[50,000] soldiers are deployed in Kursk.", "group unknown"),
    ("en", "North Korea sent [500] officers to Russia.", "part"),
    ("en", "North Korea sent 12,000 soldiers, including [1,500] special forces soldiers, to Russia.", "part"),
    ("en", "[4,000] of the 11,000 North Korean soldiers in Kursk are at the front.", "part"),
    ("en", "North Korea sent a further [3,000] soldiers to Russia.", "increment"),
    ("en", "North Korea sent [3,000] more soldiers to Russia.", "increment"),
    ("en", "North Korea sent [3,000] additional troops to Russia.", "increment"),
    ("en", "North Korea has stationed [11,000] soldiers in Pyongyang.", "other place"),
    ("en", "Russia has mustered [50,000] soldiers, including North Korean troops, in Kursk.", "other group"),
    ("en", "There are [50,000] soldiers, among them North Korean troops, in Kursk.", "group unknown"),
    ("en", "Pyongyang sent 12,000 soldiers to Russia, [1,500] of whom are at the front.", "part"),
    ("en", "Kyiv said 300 North Korean soldiers were killed in Kursk and [2,700] wounded.", "other action"),
    ("en", "North Korea has sent troops to Russia. The US keeps [28,500] soldiers in South Korea.", "other group"),
    ("en", "South Korea, which has [500,000] soldiers, condemned the dispatch of North Korean troops to Russia.", "other group"),
    ("en", "North Korea's army has [1.2 million] soldiers, of whom some have gone to Russia.", "other action"),
    ("en", "North Korea sent 11,000 soldiers to Russia. Of those, 8,000 are in Kursk and [500] in Bryansk.", "part"),
    ("en", "Of the 11,000 North Korean soldiers in Kursk, about [4,000] have been killed or wounded.", "other action"),
    ("en", "Russia recruited [190,000] soldiers, while North Korea sent 11,000 soldiers to Kursk.", "other group"),
    ("id", "Dari 11.000 tentara Korea Utara di Kursk, sekitar [4.000] tewas atau terluka.", "other action"),
    ("id", "Korea Utara memiliki [1,28 juta] tentara, dan sebagian telah dikirim ke Rusia.", "other action"),
    ("en", "South Korea put its soldiers on alert after North Korea sent [7] balloons to Russia.", "other noun"),
    ("en", "North Korea paid its soldiers in Russia [$2,000] each.", "money"),
    ("en", "North Korea sent [70] percent of its shells and soldiers to Russia.", "other unit"),
    ("en", "North Korea sent soldiers to Russia on [12] November.", "date"),
    ("en", "North Korea sent soldiers to Russia in [2024].", "year"),
    ("en", "North Korea sent soldiers and [200] howitzers to Russia.", "other noun"),
    ("en", "North Korean troops are in Kursk. Kyiv put the number of killed or wounded North Koreans at 4,000, though U.S. estimates were lower at around [1,200].", "other action"),
    ("id", "Zelensky menyebut jumlah tentara Korea Utara yang tewas atau terluka di Kursk 4.000 orang, sementara perkiraan AS lebih rendah, yakni [1.200] orang.", "other action"),
    ("en", "Of the 11,000 North Korean soldiers in Russia, 8,000 are in Kursk, 2,000 in Belgorod and [500] in Bryansk.", "part"),
    ("id", "[3.000] tentara Korea Utara tewas di Kursk.", "other action"),
    ("id", "Sekitar [50.000] tentara Rusia dan Korea Utara dikerahkan di Kursk.", "other group"),
    ("id", "Sekitar [50.000] tentara musuh dikerahkan di Kursk.", "other group"),
    ("id", "Korea Utara mengirim [500] perwira ke Rusia.", "part"),
    ("id", "Korea Utara mengirim 12.000 tentara, termasuk [1.500] pasukan khusus, ke Rusia.", "part"),
    ("id", "Korea Utara mengirim tambahan [3.000] tentara ke Rusia.", "increment"),
    ("id", "Korea Utara mengirim [3.000] tentara lagi ke Rusia.", "increment"),
    ("id", "Korea Utara mengirim [3.000] tentara tambahan ke Rusia.", "increment"),
    ("id", "Korea Utara mengirim tentara ke Rusia pada [12] November.", "date"),
    ("id", "Baca juga: Korea Utara kirim [12.000] tentara ke Rusia\n\nPemerintah belum menanggapi kabar itu kemarin sore.", "boilerplate"),
]  # fmt: skip

TAKEN = [
    ("en", "Russia has massed 50,000 enemy soldiers, including [11,000] North Korean soldiers, in Kursk.", "claim", "exact"),
    ("en", "Russia has massed 50,000 soldiers in Kursk. Among them are [11,000] North Korean soldiers.", "claim", "exact"),
    ("en", "About [11,000] North Korean soldiers are deployed in Kursk.", "claim", "about"),
    ("en", "North Korea sent a further 3,000 soldiers to Russia, bringing the total to [14,000].", "claim", "exact"),
    ("en", "North Korea plans to send [12,000] soldiers to Russia.", "planned", "exact"),
    ("en", "The Kremlin denied that [11,000] North Korean soldiers were in Russia.", "denied", "exact"),
    ("en", "North Korea could send up to [100,000] soldiers to Russia.", "hypothetical", "at_most"),
    ("en", "There are [11,000] North Korean soldiers in Russia, up from 8,000 in October.", "claim", "exact"),
    ("en", "There are 11,000 North Korean soldiers in Russia, up from [8,000] in October.", "past", "exact"),
    ("en", "North Korea has sent soldiers to Kursk. At least [11,000] troops have arrived there, Kyiv said.", "claim", "at_least"),
    ("en", "North Korean soldiers are fighting in Kursk.\n\nSome [11,000] soldiers have been sent so far, NATO said.", "claim", "about"),
    ("en", "Between [10,000 and 12,000] North Korean troops are in Russia.", "claim", "range"),
    ("en", "North Korea has [10,000] troops in Russia, NATO said.", "claim", "exact"),
    ("en", "Roughly [12,000] troops from North Korea are now on Russian soil.", "claim", "about"),
    ("en", "North Korea has increased its troops in Russia to [12,000].", "claim", "exact"),
    ("id", "Korea Utara sudah menyumbang [12.000] prajurit bagi pasukan di Rusia.", "claim", "exact"),
    ("en", "[Tens of thousands] of North Korean troops are in Russia.", "claim", "vague"),
    ("en", "Some [11,000] North Koreans are among 50,000 troops in the Kursk region.", "claim", "about"),
    ("en", "North Korea sent 3,000 more soldiers to Russia, on top of [11,000] sent earlier.", "past", "exact"),
    ("en", "There is no evidence that North Korea sent [10,000] soldiers to Russia.", "denied", "exact"),
    ("id", "Tidak ada bukti bahwa Korea Utara mengirim [10.000] tentara ke Rusia.", "denied", "exact"),
    ("id", "Sekitar [11.000] tentara Korea Utara telah dikerahkan di Kursk.", "claim", "about"),
    ("id", "Korea Utara mengirim tambahan 3.000 tentara ke Rusia sehingga totalnya menjadi [14.000] orang.", "claim", "exact"),
    ("id", "Korea Utara akan mengirim [12.000] tentara ke Rusia.", "planned", "exact"),
    ("id", "Kremlin membantah bahwa [11.000] tentara Korea Utara berada di Rusia.", "denied", "exact"),
    ("id", "Korea Utara mengirim pasukannya ke Kursk. Setidaknya [11.000] tentara telah tiba di sana.", "claim", "at_least"),
    ("id", "Ada [10.000-12.000] tentara Korea Utara di Rusia.", "claim", "range"),
]  # fmt: skip


@pytest.fixture
def made_of(article_of, vocabulary):
    """The dispositions and claims of the number in [brackets]."""

    def made(marked, language, watch):
        start = marked.index("[")
        text = marked.replace("[", "").replace("]", "")
        reading = read(article_of(text, language), vocabulary, [watch])
        start += text[start] == "$"
        (one,) = [made for made in reading.dispositions if made.start == start]
        return one, [claim for claim in reading.claims if claim.mention_start == start]

    return made


@pytest.mark.parametrize(("language", "marked", "disposition"), REFUSED)
def test_a_number_that_is_not_the_watchs_is_refused_with_the_reason(made_of, language, marked, disposition):
    one, claims = made_of(marked, language, TROOPS)
    assert (one.disposition, claims) == (disposition, [])


def test_people_are_not_the_generals_one_of_whom_speaks_of_them(made_of):
    generals = replace(TROOPS, figure=replace(TROOPS.figure, count=("generals",)))
    one, claims = made_of("There are [10,000] North Koreans in Kursk, the general said.", "en", generals)
    assert (one.disposition, claims) == ("other noun", [])


@pytest.mark.parametrize(("language", "marked", "disposition", "qualifier"), TAKEN)
def test_a_number_that_is_the_watchs_is_a_claim(made_of, language, marked, disposition, qualifier):
    one, (claim,) = made_of(marked, language, TROOPS)
    assert one.disposition == disposition
    assert claim.quantity.qualifier == Qualifier(qualifier)


def test_a_headline_is_put_as_the_text_puts_it(article_of, vocabulary):
    text = "North Korea sends 12,000 troops to Russia\n\nNorth Korea plans to send 12,000 troops to Russia, Seoul said."
    claims = read(article_of(text, "en"), vocabulary, [TROOPS]).claims
    assert [claim.modality for claim in claims] == [Modality.PLANNED, Modality.PLANNED]


def test_a_claim_quotes_its_whole_sentence(article_of, vocabulary):
    text = "It rained. Some 11,000 North Korean soldiers are in Kursk. It snowed."
    (claim,) = read(article_of(text, "en"), vocabulary, [TROOPS]).claims
    assert claim.quote == "Some 11,000 North Korean soldiers are in Kursk."
    assert text[claim.mention_start : claim.mention_end] == "11,000 North Korean soldiers"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "North Korea plans to send 12,000 soldiers, including 500 officers and three generals, to Russia."),
        ("id", "Korea Utara berencana mengirim 12.000 tentara, termasuk 500 perwira dan tiga jenderal, ke Rusia."),
    ],
)
def test_a_part_of_another_noun_is_a_count_of_its_own_and_put_like_the_whole(article_of, vocabulary, language, text):
    for noun, value in (("officers", 500), ("generals", 3)):
        figure = FigureCondition(count=(noun,), of=Group(("North Korea",)), action="deployed", where=("Russia",))
        watch = Watch(id=noun, title=noun, kind=Kind.FIGURE, figure=figure)
        (claim,) = read(article_of(text, language), vocabulary, [watch]).claims
        assert (claim.quantity.nominal, claim.modality) == (value, Modality.PLANNED)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Some 300 North Korean soldiers were killed in Kursk and 2,700 wounded, Seoul said."),
        ("id", "Sekitar 300 tentara Korea Utara tewas di Kursk dan 2.700 lainnya terluka, kata Seoul."),
    ],
)
def test_the_others_are_of_those_counted_before(article_of, vocabulary, language, text):
    figure = FigureCondition(count=("soldiers",), of=Group(("North Korea",)), action="wounded")
    watch = Watch(id="wounded", title="Wounded", kind=Kind.FIGURE, figure=figure)
    (claim,) = read(article_of(text, language), vocabulary, [watch]).claims
    assert claim.quantity.nominal == 2700


def test_a_watch_may_ask_for_a_share(article_of, vocabulary):
    figure = FigureCondition(count=("workers",), unit="percent")
    watch = Watch(id="share", title="Share of workers", kind=Kind.FIGURE, figure=figure)
    article = article_of("The firm cut 7 percent of its workers. Prices rose 3 percent, and 12 people left.", "en")
    assert [int(claim.quantity.nominal) for claim in claims_of(article, vocabulary, [watch])] == [7]


TOLLS = [
    ("en", "At least 62 people were killed and 310 injured in the Palu earthquake.", [62]),
    ("en", "The death toll from the Palu earthquake has risen to 95, the agency said.", [95]),
    ("en", "The quake in Palu killed 62 people, including 9 children.", [62]),
    ("en", "At least 16 people, among them three soldiers, died in Palu.", [16]),
    ("en", "Sixty-two bodies have been found in Palu.", [62]),
    ("en", "An earthquake in Peru killed 84 people.", []),
    ("en", "A quake of magnitude 6.1 struck Palu at 5.12 a.m., 10 km deep.", []),
    ("id", "Sedikitnya 62 orang tewas dan 310 lainnya luka-luka akibat gempa di Palu.", [62]),
    ("id", "Korban tewas akibat gempa di Palu bertambah menjadi 95 orang.", [95]),
    ("id", "Jumlah korban jiwa gempa Palu mencapai 95 orang.", [95]),
    ("id", "Sebanyak 12 jenazah ditemukan di Palu.", [12]),
    ("id", "Gempa di Palu merusak 300 rumah dan menewaskan 62 orang.", [62]),
    ("id", "Gempa berkekuatan 6,1 mengguncang Palu pada pukul 05.12.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLLS)
def test_a_toll_is_the_dead_alone(article_of, vocabulary, language, text, expected):
    claims = read(article_of(text, language), vocabulary, [TOLL]).claims
    assert [int(claim.quantity.nominal) for claim in claims] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The city council approved a budget of $12 million for 40 schools in Bandung."),
        ("id", "Pemerintah Kota Bandung menyetujui anggaran Rp12 miliar untuk 40 sekolah."),
        ("en", ""),
    ],
)
def test_an_article_that_concerns_no_watch_gives_no_claim(article_of, vocabulary, language, text):
    assert claims_of(article_of(text, language), vocabulary, [TROOPS, TREATY]) == ()


@pytest.mark.parametrize(("language", "marked"), [(case[0], case[1]) for case in TAKEN])
def test_the_quick_way_refuses_nothing_that_reading_takes(article_of, vocabulary, language, marked):
    article = article_of(marked.replace("[", "").replace("]", ""), language)
    assert claims_of(article, vocabulary, [TREATY, TROOPS]) == read(article, vocabulary, [TREATY, TROOPS]).claims


def test_a_language_without_a_file_gives_nothing(article_of, vocabulary):
    assert read(article_of("11 000 soldat", "xx"), vocabulary, [TROOPS]).numbers == ()


def test_a_watch_for_some_languages_takes_nothing_of_others(article_of, vocabulary):
    watch = replace(TROOPS, languages=("id",))
    english = article_of("North Korea sent 11,000 soldiers to Kursk.", "en")
    indonesian = article_of("Korea Utara mengirim 11.000 tentara ke Kursk.", "id")
    assert [len(claims_of(one, vocabulary, [watch])) for one in (english, indonesian)] == [0, 1]
    assert {one.disposition for one in read(english, vocabulary, [watch]).dispositions} == {"other language"}
