"""Sentences that look like a watch's claim: what stands of each for the shipped watches, or None.

Others' troops, others' treaties, plans, wishes, denials, rates and increments: a wrong alert in waiting, each of them.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.reading import claims_of
from monitor.rulebook import load

PUBLISHED = datetime(2024, 11, 18, 12, tzinfo=UTC)
CASES = [
    ("en", "Russia wants North Korea to send 20,000 more soldiers to Kursk, Kyiv said.", None),
    ("en", "As many as 3,000 North Korean soldiers died in Kursk, Seoul estimated.", None),
    (
        "en",
        "Of the 12,000 North Korean soldiers sent to Russia, 3,000 have been killed, Seoul said.",
        "dprk-troops-in-russia 12000",
    ),
    ("en", "North Korea lost 4,000 of its troops in Kursk.", None),
    (
        "en",
        "Zelensky said 10,000 North Korean soldiers were fighting in Kursk and that another 5,000 would follow.",
        "dprk-troops-in-russia 10000",
    ),
    ("en", "Ukraine denied that it had captured 10,000 North Korean soldiers.", None),
    ("en", "South Korea has sent 10,000 soldiers to the border with North Korea, Russian media said.", None),
    ("en", "South Korea said Russia had deployed 10,000 troops near the North Korean border.", None),
    ("en", "About 10,000 Russian soldiers were replaced by North Koreans in Kursk.", None),
    ("en", "Hundreds of North Korean soldiers surrendered in Kursk, Kyiv said.", None),
    ("en", "Kyiv has evidence that 10,000 shells from North Korea reached Russian troops in Kursk.", None),
    ("en", "Reports of 15,000 North Korean troops in Russia are false, the Kremlin said.", None),
    ("en", "No North Korean troops are in Russia, the Kremlin said; Kyiv's figure of 10,000 is invented.", None),
    ("en", "Pyongyang may have sent 30,000 soldiers to Russia.", None),
    ("en", "Pyongyang appears to have sent 30,000 soldiers to Russia.", "dprk-troops-in-russia 30000"),
    ("en", "Russia asked North Korea for 30,000 soldiers for Kursk.", None),
    ("en", "North Korea agreed to send 30,000 soldiers to Russia.", None),
    ("en", "North Korea has offered 30,000 soldiers to Russia.", None),
    (
        "en",
        "In the Korean War, 36,000 American soldiers died fighting North Korea and China. Russia sent pilots.",
        None,
    ),
    ("en", "In 1950, 200,000 North Korean soldiers crossed the border. Russia backed them.", None),
    ("en", "During the 1968 crisis, North Korea mobilised 70,000 troops. Today it sends some to Russia.", None),
    ("en", "Russia and North Korea have not ratified the treaty yet.", None),
    ("en", "Moscow and Pyongyang discussed ratifying the treaty.", None),
    ("en", "Lawmakers in Moscow will debate a bill ratifying the treaty with North Korea.", None),
    ("en", "Seoul called the treaty signed by Iran and Russia a threat; North Korea praised it.", None),
    ("en", "South Korea and Japan signed a treaty against North Korea and Russia.", None),
    (
        "en",
        "The treaty, signed by Putin and Kim Jong Un in June, obliges Russia and North Korea to aid each other.",
        "dprk-russia-treaty signed",
    ),
    ("en", "South Korea suspended a military agreement with North Korea. Russia criticised it.", None),
    ("en", "Ukraine and North Korea's enemy signed a treaty. Russia did not.", None),
    ("en", "Russia terminated its grain agreement with Ukraine, and North Korea applauded.", None),
    ("en", "Russia pulled out of the nuclear test ban treaty, while North Korea never joined it.", None),
    ("en", "Putin and Kim Jong Un failed to sign a treaty, Russia and North Korea said.", None),
    ("en", "Putin refused to sign the treaty with North Korea.", None),
    ("en", "Russia threatened to withdraw from the treaty with North Korea.", None),
    ("en", "The treaty between Russia and North Korea has yet to enter into force.", None),
    ("en", "The treaty between Russia and North Korea could be ratified this week.", None),
    ("en", "Kim Jong Un and Putin signed a joint statement, not a treaty.", None),
    ("en", "A false alarm in Palu: nobody died, the mayor said; a toll of 40 had been reported.", None),
    ("en", "The quake in Palu killed no one, but 12 cows died.", None),
    ("en", "About 300 people in Palu fear that 40 of their relatives died in the quake.", None),
    ("en", "The state of emergency in Palu will be lifted on Friday.", None),
    ("en", "The mayor of Palu refused to declare a state of emergency.", None),
    ("en", "The mayor of Palu has declared a state of emergency.", "palu-state-of-emergency declared"),
    ("en", "Critics urged the governor to end the state of emergency in Palu.", None),
    ("en", "The state of emergency in Jakarta was lifted. Aid reached Palu.", None),
    ("id", "Rusia meminta Korea Utara mengirim 20.000 tentara ke Kursk.", None),
    ("id", "Korea Utara setuju mengirim 20.000 tentara ke Rusia.", None),
    ("id", "Korea Utara menawarkan 20.000 tentara kepada Rusia.", None),
    ("id", "Sebanyak 3.000 tentara Korut gugur di Kursk, menurut Seoul.", None),
    ("id", "Kabar bahwa 15.000 tentara Korut berada di Rusia tidak benar, kata Kremlin.", None),
    ("id", "Tidak ada 15.000 tentara Korut di Rusia, kata Peskov.", None),
    (
        "id",
        "Zelensky mengatakan 10.000 tentara Korut bertempur di Kursk dan 5.000 lagi akan menyusul.",
        "dprk-troops-in-russia 10000",
    ),
    ("id", "Seandainya 30.000 tentara Korut masuk ke Ukraina, NATO akan turun tangan.", None),
    ("id", "Rusia menempatkan 10.000 tentara di dekat perbatasan Korea Utara.", None),
    ("id", "Korea Selatan mengerahkan 10.000 tentara di perbatasan dengan Korea Utara, kata media Rusia.", None),
    ("id", "Pada 1950, sekitar 200.000 tentara Korea Utara menyerbu Selatan dengan dukungan Rusia.", None),
    ("id", "Ukraina menangkap dua tentara Korut dan 40 tentara Rusia di Kursk.", None),
    ("id", "Rusia dan Korea Utara belum meratifikasi perjanjian itu.", None),
    ("id", "Perjanjian Rusia dan Korea Utara gagal diratifikasi.", None),
    ("id", "Rusia mengancam akan keluar dari perjanjian dengan Korea Utara.", None),
    ("id", "DPR Rusia akan membahas RUU ratifikasi perjanjian dengan Korea Utara.", None),
    ("id", "Korea Selatan dan Jepang menandatangani pakta menghadapi Korea Utara dan Rusia.", None),
    ("id", "Rusia mengakhiri perjanjian gandum dengan Ukraina, dan Korea Utara mendukungnya.", None),
    (
        "id",
        "Perjanjian yang ditandatangani Putin dan Kim Jong Un itu mewajibkan Rusia dan Korea Utara saling membantu.",
        "dprk-russia-treaty signed",
    ),
    ("id", "Gempa Palu tidak menimbulkan korban jiwa; 12 orang sempat dilaporkan tewas.", None),
    ("id", "Korban tewas gempa Palu bertambah 12 orang.", None),
    ("id", "Korban tewas gempa Palu bertambah 12 orang menjadi 51 orang.", "palu-quake-dead 51"),
    ("id", "Status tanggap darurat di Palu akan dicabut Jumat.", None),
    ("id", "Warga Palu menuntut status tanggap darurat dicabut.", None),
    ("id", "Pemerintah membantah telah mencabut status tanggap darurat di Palu.", None),
    ("id", "Status tanggap darurat di Jakarta dicabut. Bantuan tiba di Palu.", None),
    (
        "en",
        "An earthquake in Palu killed 12 people, and the mayor rejected criticism of the rescue.",
        "palu-quake-dead 12",
    ),
    ("en", "Kyiv says 12,000 North Korean troops are in Russia, which Moscow denies.", "dprk-troops-in-russia 12000"),
    ("id", "Gempa di Palu menewaskan 12 orang, dan wali kota membantah bantuan terlambat.", "palu-quake-dead 12"),
    ("en", "Reports that 12,000 North Korean troops are in Russia were denied by the Kremlin.", None),
]


@pytest.fixture(scope="module")
def rulebook():
    return load(Path(__file__).parents[2] / "rules").rulebook


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_only_what_a_watch_asks_for_stands(rulebook, article_of, language, text, expected):
    article = article_of(text, language, published=PUBLISHED)
    claims = claims_of(article, rulebook.vocabulary, list(rulebook.watches.values()))
    standing = [
        f"{claim.watch} {claim.status or claim.quantity.nominal}" for claim in claims if claim.modality.may_stand
    ]
    assert standing == ([expected] if expected else [])
