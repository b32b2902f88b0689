"""Statuses on ladders: the step, whose, when, of which thing, and how it is put."""

from datetime import UTC, datetime

import pytest

from monitor.reading.statuses.finding import find_statuses

PUBLISHED = datetime(2025, 3, 20, 12, tzinfo=UTC)  # a Thursday


def statuses(scene_of, text, language):
    scene, _, _ = scene_of(text, language, published=PUBLISHED)
    return find_statuses(scene)


def one(scene_of, text, language):
    (mention,) = statuses(scene_of, text, language)
    return mention


def test_what_takes_effect_on_a_day_to_come_has_not_yet(scene_of):
    assert one(scene_of, "The law takes effect on 1 July 2025.", "en").modality == "planned"
    assert one(scene_of, "Luật có hiệu lực từ ngày 1/7/2025.", "vi").modality == "planned"
    assert one(scene_of, "The law took effect on 1 March 2025.", "en").modality == "asserted"


STEPS = [
    ("en", "North Korea has ratified its treaty with Russia.", "ratified", "asserted"),
    ("en", "The State Duma on Thursday voted to ratify the treaty with North Korea.", "ratified", "asserted"),
    ("en", "Russia and Belarus signed a defence pact on 4 March 2025.", "signed", "asserted"),
    ("en", "The treaty between Russia and North Korea took effect on Monday.", "in_force", "asserted"),
    (
        "en",
        "The treaty between Russia and North Korea will take effect after the exchange of documents.",
        "in_force",
        "planned",
    ),
    ("en", "Russia is expected to ratify its treaty with North Korea.", "ratified", "planned"),
    ("en", "Russia has not ratified its treaty with North Korea.", "ratified", "denied"),
    ("en", "Russia may withdraw from the treaty with North Korea.", "withdrawn", "hypothetical"),
    ("en", "Russia suspended the treaty with Georgia.", "suspended", "asserted"),
    ("id", "Korea Utara telah meratifikasi perjanjian dengan Rusia.", "ratified", "asserted"),
    ("id", "Perjanjian Rusia dan Korea Utara itu belum diratifikasi.", "ratified", "denied"),
    (
        "id",
        "Perjanjian antara Rusia dan Korea Utara akan berlaku setelah pertukaran dokumen ratifikasi.",
        "in_force",
        "planned",
    ),
    ("id", "Pakta antara Rusia dan Korea Utara mulai berlaku pada Senin.", "in_force", "asserted"),
    ("id", "Dekrit pengesahan perjanjian dengan Rusia telah ditandatangani oleh Kim Jong Un.", "ratified", "asserted"),
    ("id", "Prosedur ratifikasi perjanjian Rusia dan Korea Utara sudah diselesaikan.", "ratified", "asserted"),
]


@pytest.mark.parametrize(("language", "text", "status", "modality"), STEPS)
def test_a_step_is_read_with_how_it_is_put(scene_of, language, text, status, modality):
    mention = one(scene_of, text, language)
    assert (mention.status, mention.modality) == (status, modality)


def test_naming_a_ratification_does_not_say_that_it_happened(scene_of):
    assert (
        statuses(scene_of, "The ratification of the treaty between Russia and North Korea was discussed.", "en") == []
    )


def test_a_status_phrase_without_a_thing_is_none(scene_of):
    assert statuses(scene_of, "Russia signed the guest book.", "en") == []


PARTIES = [
    ("en", "The treaty was ratified by North Korea.", ("North Korea",)),
    ("en", "Russia and Belarus signed a defence pact.", ("Russia", "Belarus")),
    (
        "id",
        "Perjanjian itu ditandatangani oleh Presiden Rusia Vladimir Putin dan pemimpin Korea Utara Kim Jong Un.",
        ("Russia", "North Korea"),
    ),
    ("id", "Kim Jong Un meratifikasi perjanjian dengan Rusia.", ("North Korea",)),
    ("id", "Perjanjian itu ditandatangani di Pyongyang.", ()),
    ("en", "Russia said on Monday that it had ratified the treaty with North Korea.", ("Russia",)),
    ("en", "Parliament passed a law approving the treaty with Norway.", ("Parliament",)),
]


@pytest.mark.parametrize(("language", "text", "by"), PARTIES)
def test_the_step_is_taken_by_whom_the_text_names(scene_of, language, text, by):
    (mention,) = [one for one in statuses(scene_of, text, language) if one.ladder == "treaty"]
    assert set(mention.by) == set(by)


DATES = [
    ("en", "Russia and Belarus signed a defence pact on 4 March 2025.", "2025-03-04"),
    ("en", "The agency said on Tuesday that North Korea had ratified the treaty with Russia.", None),
    ("id", "Perjanjian Rusia dan Korea Utara itu ditandatangani pada Juni 2024 di Pyongyang.", "2024-06"),
    ("id", "Korea Utara meratifikasi perjanjian dengan Rusia, kata kantor berita itu pada Selasa (18/3).", None),
    (
        "id",
        "Perjanjian dengan Rusia diratifikasi oleh Korea Utara pada hari Senin, dan dilaporkan pada Selasa.",
        "2025-03-17",
    ),
    (
        "id",
        "Laporan itu menyebutkan bahwa pada 11 Maret 2025, Korea Utara meratifikasi perjanjian dengan Rusia.",
        "2025-03-11",
    ),
]


@pytest.mark.parametrize(("language", "text", "when"), DATES)
def test_the_date_is_that_of_the_step_and_not_of_who_said_so(scene_of, language, text, when):
    assert one(scene_of, text, language).when == when


def test_that_treaty_is_the_one_named_before(scene_of):
    text = "Ada perjanjian antara Rusia dan Korea Utara. Perjanjian tersebut diratifikasi kemarin."
    assert set(one(scene_of, text, "id").parties) == {"Russia", "North Korea"}


def test_another_treaty_in_the_same_article_has_its_own_parties(scene_of):
    text = "Russia signed a treaty with Iran. The treaty between Russia and North Korea took effect last year."
    first, second = statuses(scene_of, text, "en")
    assert set(first.parties) == {"Russia", "Iran"}
    assert set(second.parties) == {"Russia", "North Korea"}


PAPERS = [
    ("en", "Vladimir Putin signed a decree that ratifies the treaty with North Korea."),
    ("id", "Kim Jong Un menandatangani dekrit yang meratifikasi perjanjian dengan Rusia."),
    ("ko", "푸틴 대통령은 북한과의 조약을 비준하는 법안에 서명했다."),
    ("zh", "普京签署了批准俄朝条约的法律。"),
]


@pytest.mark.parametrize(("language", "text"), PAPERS)
def test_whoever_signs_the_paper_by_which_it_is_ratified_signs_no_treaty(scene_of, language, text):
    steps = {mention.status for mention in statuses(scene_of, text, language) if mention.ladder == "treaty"}
    assert steps == {"ratified"}


def test_votes_between_a_verb_and_its_step_leave_the_step_taken(scene_of):
    step = one(scene_of, "Parliament voted 204-85 to impeach President Luis Ortega.", "en")
    assert (step.status, step.modality, step.by) == ("impeached", "asserted", ("Luis Ortega",))


def test_who_is_given_an_office_as_something_else_than_his_giver_is_named_with_his_own(scene_of):
    text = "The republic's president swore in Ana Ruiz, 54, as prime minister after her predecessor left."
    step = one(scene_of, text, "en")
    assert (step.status, step.thing, step.by) == ("sworn_in", "prime minister", ("Ana Ruiz",))


def test_a_president_who_names_somebody_is_given_no_office(scene_of):
    assert statuses(scene_of, "President Luis Ortega named Ana Ruiz to replace him.", "en") == []


def test_each_of_two_chambers_takes_its_own_step(scene_of):
    text = "The bill, passed by the House in May, was approved by the Senate 51-50."
    assert [step.by for step in statuses(scene_of, text, "en")] == [("the House",), ("the Senate",)]


def test_who_becomes_something_else_is_given_no_office(scene_of):
    text = "Presiden Luis Ortega menandatanganinya menjadi undang-undang."
    assert [step.status for step in statuses(scene_of, text, "id")] == ["enacted"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia and Iran exchanged instruments on Tuesday, bringing their treaty into force.",
            ("in_force", "asserted", (), "2025-03-18"),
        ),
        (
            "Luis Ortega signed a decree on Tuesday ratifying the treaty, the agency reported on Wednesday.",
            ("ratified", "asserted", ("Luis Ortega",), "2025-03-18"),
        ),
        ("Iran would pull Russia out of the treaty.", ("withdrawn", "planned", ("Iran",), None)),
        ("The truce was extended by a day.", ("extended", "asserted", (), None)),
        ("Hamas has neither accepted nor rejected the truce.", ("agreed", "denied", ("Hamas",), None)),
    ],
)
def test_steps_in_other_words(scene_of, text, expected):
    step = one(scene_of, text, "en")
    assert (step.status, step.modality, step.by, step.when) == expected


def test_a_cancelled_signing_ends_no_treaty(scene_of):
    found = statuses(scene_of, "Iran and Russia left the treaty alone after the signing was cancelled.", "en")
    assert "terminated" not in [step.status for step in found]


def test_what_somebody_says_he_will_do_leaves_what_he_did(scene_of):
    text = "Armenia froze its membership last year and has said it will leave the bloc."
    assert [(step.status, step.modality) for step in statuses(scene_of, text, "en")] == [
        ("suspended", "asserted"),
        ("withdrawn", "planned"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The governor extended the state of emergency until 30 June 2025."),
        ("id", "Gubernur memperpanjang masa tanggap darurat hingga 30 Juni 2025."),
        ("fr", "Le gouvernement a prolongé l'état d'urgence jusqu'au 30 juin 2025."),
        ("pl", "Rząd przedłużył stan wyjątkowy do 30 czerwca 2025 roku."),
        ("tr", "Hükümet olağanüstü hali 30 Haziran 2025'e kadar uzattı."),
        ("ko", "정부는 비상사태를 2025년 6월 30일까지 연장했다."),
        ("vi", "Chính phủ gia hạn tình trạng khẩn cấp đến ngày 30/6/2025."),
    ],
)
def test_the_day_until_which_something_lasts_is_not_that_of_the_step(scene_of, language, text):
    step = one(scene_of, text, language)
    assert (step.status, step.when) == ("extended", None)
    assert step.by != ("phủ",)
