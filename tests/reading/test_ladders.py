"""Each ladder in English, Indonesian and Malay: the step, how it is put, of what, by whom."""

from datetime import UTC, datetime

import pytest

from monitor.reading.statuses.finding import find_statuses

PUBLISHED = datetime(2025, 3, 20, 12, tzinfo=UTC)  # a Thursday


def steps(scene_of, text, language, ladder):
    scene, _, _ = scene_of(text, language, published=PUBLISHED)
    return [(one.status, str(one.modality), one.by) for one in find_statuses(scene) if one.ladder == ladder]


STEPS = [
    # law
    ("law", "en", "The Senate passed the bill by 51 votes to 48.", "approved", "asserted", ("the Senate",)),
    ("law", "en", "Parliament approved the pension law on Thursday.", "passed", "asserted", ("Parliament",)),
    ("law", "en", "Parliament approved the bill in a first reading.", "approved", "asserted", ("Parliament",)),
    ("law", "en", "The president signed the bill into law.", "enacted", "asserted", ("the president",)),
    ("law", "en", "The president vetoed the bill.", "vetoed", "asserted", ("the president",)),
    (
        "law",
        "en",
        "Lawmakers can still override the veto of the bill.",
        "veto_overridden",
        "hypothetical",
        ("Lawmakers",),
    ),
    ("law", "en", "The court struck down the immigration law.", "struck_down", "asserted", ("the court",)),
    ("law", "en", "The law will take effect in July.", "in_force", "planned", ()),
    ("law", "en", "The bill was rejected by the upper house.", "rejected", "asserted", ("the upper house",)),
    ("law", "id", "DPR mengesahkan RUU itu dalam rapat paripurna.", "passed", "asserted", ("DPR",)),
    ("law", "id", "Senat menyetujui RUU itu dengan 51 suara.", "approved", "asserted", ("Senat",)),
    (
        "law",
        "id",
        "Mahkamah Konstitusi membatalkan undang-undang itu.",
        "struck_down",
        "asserted",
        ("Mahkamah Konstitusi",),
    ),
    ("law", "ms", "Parlimen meluluskan rang undang-undang itu.", "passed", "asserted", ("Parlimen",)),
    ("law", "ms", "Dewan Negara akan membahaskan akta itu.", "examined", "planned", ("Dewan Negara",)),
    # ceasefire
    ("ceasefire", "en", "The ceasefire between Israel and Hamas took effect on Sunday.", "in_force", "asserted", ()),
    ("ceasefire", "en", "Mediators proposed a 60-day ceasefire.", "proposed", "asserted", ("Mediators",)),
    ("ceasefire", "en", "The truce was extended by three days.", "extended", "asserted", ()),
    ("ceasefire", "en", "The truce collapsed on Tuesday.", "broken", "asserted", ()),
    ("ceasefire", "id", "Gencatan senjata itu belum diperpanjang.", "extended", "denied", ()),
    ("ceasefire", "id", "Gencatan senjata itu mulai berlaku pada Minggu.", "in_force", "asserted", ()),
    ("ceasefire", "ms", "Gencatan senjata itu mula berkuat kuasa pada Ahad.", "in_force", "asserted", ()),
    # merger
    ("merger", "en", "Regulators cleared the takeover on Friday.", "approved", "asserted", ("Regulators",)),
    ("merger", "en", "Nippon Steel completed its acquisition of a rival.", "completed", "asserted", ("Nippon Steel",)),
    ("merger", "en", "The two companies called off the merger.", "abandoned", "asserted", ()),
    ("merger", "id", "KPPU menyetujui akuisisi itu.", "approved", "asserted", ("KPPU",)),
    ("merger", "ms", "Pemegang saham meluluskan penggabungan itu.", "approved", "asserted", ("Pemegang saham",)),
    # sanction
    (
        "sanction",
        "en",
        "The European Union extended its sanctions by six months.",
        "extended",
        "asserted",
        ("European Union",),
    ),
    ("sanction", "en", "Washington imposed new tariffs on China.", "imposed", "asserted", ("United States",)),
    ("sanction", "en", "Brussels said that it would not lift the sanctions.", "lifted", "denied", ()),
    ("sanction", "en", "No decision on lifting the sanctions has been taken.", "lifted", "denied", ()),
    ("sanction", "id", "Amerika Serikat mencabut sanksi terhadap Suriah.", "lifted", "asserted", ("United States",)),
    (
        "sanction",
        "ms",
        "Kesatuan Eropah melanjutkan sekatan terhadap Rusia.",
        "extended",
        "asserted",
        ("European Union",),
    ),
    # office: the step is that of who holds or loses it
    (
        "office",
        "en",
        "Prime Minister Michel Barnier resigned on Thursday.",
        "resigned",
        "asserted",
        ("Michel Barnier",),
    ),
    (
        "office",
        "en",
        "Emmanuel Macron appointed Francois Bayrou prime minister.",
        "appointed",
        "asserted",
        ("Francois Bayrou",),
    ),
    (
        "office",
        "en",
        "Zelensky dismissed the defence minister, Ivan Petrov.",
        "dismissed",
        "asserted",
        ("Ivan Petrov",),
    ),
    ("office", "en", "Petrov was elected speaker of parliament.", "elected", "asserted", ("Petrov",)),
    ("office", "en", "The Fed chair, Jerome Powell, will step down in May.", "resigned", "planned", ("Jerome Powell",)),
    (
        "office",
        "id",
        "Menteri Keuangan Sri Mulyani dicopot oleh Presiden Prabowo.",
        "dismissed",
        "asserted",
        ("Sri Mulyani",),
    ),
    (
        "office",
        "id",
        "Joko Widodo melantik Agus Subiyanto sebagai Panglima TNI.",
        "sworn_in",
        "asserted",
        ("Agus Subiyanto",),
    ),
    (
        "office",
        "ms",
        "Perdana Menteri Ismail Sabri Yaakob meletak jawatan.",
        "resigned",
        "asserted",
        ("Ismail Sabri Yaakob",),
    ),
    # treaty
    ("treaty", "en", "The agreement was initialled in Geneva.", "negotiated", "asserted", ()),
    (
        "treaty",
        "en",
        "The pact between Japan and Chile was signed on Monday.",
        "signed",
        "asserted",
        ("Japan", "Chile"),
    ),
    ("treaty", "en", "The accord needs the approval of both parliaments.", "ratified", "planned", ()),
    ("treaty", "en", "The treaty has not yet been ratified by the Senate.", "ratified", "denied", ("the Senate",)),
    ("treaty", "en", "The treaty must be ratified by Norway.", "ratified", "planned", ("Norway",)),
    ("treaty", "ms", "Perjanjian itu belum diratifikasi oleh Dewan Negara.", "ratified", "denied", ("Dewan Negara",)),
    ("treaty", "ms", "Perjanjian itu dijangka berkuat kuasa pada 1 Julai.", "in_force", "planned", ()),
]


@pytest.mark.parametrize(("ladder", "language", "text", "status", "modality", "by"), STEPS)
def test_a_step_is_read_with_its_modality_and_by_whom(scene_of, ladder, language, text, status, modality, by):
    assert (status, modality, by) in steps(scene_of, text, language, ladder)


CARRIED = [
    (
        "ceasefire",
        "The truce was agreed in May. It lapses at midnight unless the mediators announce otherwise.",
        "expired",
    ),
    ("treaty", "Sweden would be outside the alliance. It joined on 7 March 2024 as the 32nd member.", "in_force"),
    ("law", "Parliament had passed the bill. The president vetoed it on Monday.", "vetoed"),
    ("merger", "The takeover was announced in May. Shareholders approved the deal on Monday.", "approved"),
]


@pytest.mark.parametrize(("ladder", "text", "status"), CARRIED)
def test_a_pronoun_or_the_deal_is_what_was_named_before(scene_of, ladder, text, status):
    assert status in [found for found, _, _ in steps(scene_of, text, "en", ladder)]


NO_STEPS = [
    ("en", "The treaty was on the table. The minister approved a loan on Monday."),
    ("en", "The ceasefire was on the agenda. The president ended the meeting."),
    ("en", "The bill was printed. The lawmakers left the room."),
    ("en", "There were signs of a ceasefire."),
    ("en", "He joined the protest against the treaty."),
    ("en", "Law enforcement officials passed the house."),
    ("en", "Twenty people died in the floods, the governor said."),
    ("en", "The prime minister dismissed the allegations."),
    ("en", "The former president died on Monday."),
    ("en", "Talks on a ceasefire began in Cairo."),
    ("en", "They want a truce to end the war."),
    ("id", "Polisi penegak hukum menolak laporan itu."),
    ("id", "Perundingan gencatan senjata dimulai di Kairo."),
]


@pytest.mark.parametrize(("language", "text"), NO_STEPS)
def test_ordinary_words_are_no_step(scene_of, language, text):
    scene, _, _ = scene_of(text, language, published=PUBLISHED)
    assert [(one.ladder, one.status, one.text) for one in find_statuses(scene) if one.modality.may_stand] == []


def test_who_joins_is_found_beside_what_is_joined(scene_of):
    text = "Sweden would be outside the alliance. It joined on 7 March 2024 as the 32nd member."
    assert steps(scene_of, text, "en", "treaty") == [("in_force", "asserted", ("Sweden",))]


def test_a_veto_threat_hides_no_other_step(scene_of):
    text = "Despite a veto threat, parliament passed the bill."
    assert steps(scene_of, text, "en", "law") == [("passed", "asserted", ("parliament",))]


def test_the_dismissal_of_somebody_denies_nothing(scene_of):
    text = "The state of emergency was lifted after the president dismissed the army chief."
    assert steps(scene_of, text, "en", "emergency")[0][:2] == ("lifted", "asserted")


def test_the_month_of_may_is_no_doubt(scene_of):
    assert steps(scene_of, "The takeover was announced in May.", "en", "merger") == [("announced", "asserted", ())]
