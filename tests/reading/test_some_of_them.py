"""Some of those named before, what a clause about them says, and who speaks in or behind such a clause."""

from datetime import UTC, datetime

import pytest
from reading_sentences import figure, modality, speaker, steps

from monitor.reading.statuses.finding import find_statuses


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", "При взрыве погибли 12 человек; среди них — [трое] детей."),
        ("ru", "Среди раненых [5] детей."),
        ("pl", "Spośród 52 górników zginęło [9]."),
        ("ar", "من بين القتلى [7] أطفال."),
        ("tr", "Madende ölen 30 işçinin [12'sinin] kimliği belirlendi."),
        ("tr", "Yakalanan 14 askerin [altısının] yaralı olduğu bildirildi."),
    ],
)
def test_some_of_those_named_before_are_a_part(scene_of, language, marked):
    assert figure(scene_of, language, marked).part


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("pl", "Z 6 tysięcy liczba żołnierzy wzrosła do [9 tysięcy]."),
        ("en", "The toll rose from 12 to [19]."),
        ("tr", "Asker sayısı [12'ye] yükseldi."),
    ],
)
def test_what_a_number_came_to_is_no_part_of_it(scene_of, language, marked):
    assert not figure(scene_of, language, marked).part


def test_a_participle_set_off_behind_a_whole_is_said_of_it(scene_of):
    whole = figure(scene_of, "ru", "Из [800 солдат] КНДР, переброшенных в Курскую область, погибли 90.")
    part = figure(scene_of, "ru", "Из 800 солдат КНДР, переброшенных в Курскую область, погибли [90].")
    assert (whole.action, part.action, part.part) == ("deployed", "killed", True)


def test_what_some_of_them_do_is_not_done_by_all(scene_of):
    marked = "Irak'ta konuşlu [3 bin] Türk askerinden 800 kadarının geri çekileceği açıklandı."
    assert figure(scene_of, "tr", marked).action == "deployed"


@pytest.mark.parametrize(
    ("language", "marked", "currency"),
    [
        ("ru", "Прибыль составила 14 млрд рублей против [3,5 миллиарда] годом ранее.", "RUB"),
        ("pl", "Strata sięgnęła 1,3 mld zł, o [300 mln] więcej niż rok temu.", "PLN"),
        ("en", "Revenue was $14.6 billion, up from [3.2 billion].", "USD"),
    ],
)
def test_a_large_number_behind_money_is_of_the_same_currency(scene_of, language, marked, currency):
    assert figure(scene_of, language, marked).unit == currency


def test_a_large_number_of_something_behind_money_counts_that(scene_of):
    assert figure(scene_of, "en", "It paid $5 million for [3 million] vaccines.").unit == "count"


@pytest.mark.parametrize(
    ("language", "marked", "wanted"),
    [
        ("ar", "وفق وزارة الصحة التي أكدت أن [9] أشخاص قتلوا.", "وزارة الصحة"),
        ("tr", "Müzakerelerin sürdüğünü belirten Zelenskiy, [200] askerin öldüğünü yineledi.", "Zelenskiy"),
        ("fa", "سخنگوی ارتش آتش‌بس را اعلام کرد و گفت [۹] سرباز کشته شده‌اند.", "سخنگوی ارتش"),
        ("ar", "قالت مصادر سودانية إن [9] جنود قتلوا.", "مصادر سودانية"),
    ],
)
def test_who_speaks_in_a_clause_about_him_or_behind_it(scene_of, language, marked, wanted):
    assert speaker(scene_of, language, marked) == wanted


def test_the_troops_of_that_country_are_those_of_who_speaks_of_them(scene_of):
    assert figure(scene_of, "fa", "وزارت دفاع پاکستان گفت [۲۳] سرباز این کشور کشته شدند.").of == ("Pakistan",)


def test_a_number_told_of_an_object_counts_it(scene_of):
    mention = figure(scene_of, "fa", "سخنگوی دولت شمار نظامیان پاکستانی را [۵۸] نفر اعلام کرد.")
    assert (mention.noun, mention.of) == ("soldiers", ("Pakistan",))


def test_an_auxiliary_with_its_verb_far_off_is_no_doubt(scene_of):
    assert modality(scene_of, "ar", "وكان التضخم قد تباطأ إلى [1.9] بالمئة.") == "asserted"
    assert modality(scene_of, "ar", "التضخم قد يتباطأ إلى [1.9] بالمئة.") == "hypothetical"


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "ar",
            "علقت الجزائر المعاهدة، نافية أن تكون قد انسحبت منها.",
            [("suspended", "asserted"), ("withdrawn", "denied")],
        ),
        ("ar", "لن تدخل الاتفاقية حيز التنفيذ إلا بعد التصديق عليها.", [("in_force", "planned")]),
        (
            "tr",
            "Türkiye'nin onayladığı protokol yarın yürürlüğe girecek.",
            [("ratified", "asserted"), ("in_force", "planned")],
        ),
    ],
)
def test_a_step_is_put_as_its_own_clause_says(scene_of, language, text, wanted):
    assert [(status, put) for status, put, _ in steps(scene_of, language, text)] == wanted


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("ru", "Парламент ратифицировал договор в среду.", "2024-10-23"),
        ("ru", "Стороны подписали договор еще в марте.", "2024-03"),
        ("uk", "Парламент ратифікував угоду в середу.", "2024-10-23"),
        ("pl", "Parlament ratyfikował umowę w środę.", "2024-10-23"),
        ("tr", "Meclis anlaşmayı çarşamba günü onayladı.", "2024-10-23"),
        ("hi", "संसद ने बुधवार को संधि की पुष्टि कर दी।", "2024-10-23"),
    ],
)
def test_inflected_months_and_weekdays_say_when(scene_of, language, text, day):
    scene, _, _ = scene_of(text, language, published=datetime(2024, 10, 25, 12, tzinfo=UTC))
    assert {one.when for one in find_statuses(scene)} == {day}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ru", "Мажилис ратифицировал договор.", "Kazakhstan"),
        ("uk", "Стортинг ратифікував угоду.", "Norway"),
        ("ar", "رفعت واشنطن العقوبات عن سوريا، بينما مدد لبنان حالة الطوارئ.", "Lebanon"),
        ("fa", "وزیر گفت که ایران از پیمان خارج شده است.", "Iran"),
    ],
)
def test_who_took_the_last_step(scene_of, language, text, wanted):
    assert steps(scene_of, language, text)[-1][2] == wanted


def test_who_is_given_an_office_stands_before_a_verb_that_ends_its_clause(scene_of):
    (step, *_) = steps(scene_of, "tr", "Savunma Bakanı Selin Aksoy'u görevden alan Erdoğan, kararı açıkladı.")
    assert step[0] == "dismissed"


def test_a_unit_that_belongs_to_a_time_is_not_that_of_the_number(scene_of):
    marked = "Число солдат выросло до 9 тысяч с [6 тысяч] месяц назад."
    assert figure(scene_of, "ru", marked).unit == "count"


def test_a_people_behind_an_abbreviated_scale_begins_no_sentence(scene_of):
    assert figure(scene_of, "pl", "Na froncie walczy [14 tys.] Koreańczyków z Północy.").of == ("North Korea",)


def test_what_a_number_rose_to_counts_what_it_rose_from(scene_of):
    old, new = "شمار قربانیان از [۳۸] نفر به ۵۱ تن رسید.", "شمار قربانیان از ۳۸ نفر به [۵۱] تن رسید."
    assert (figure(scene_of, "fa", old).action, modality(scene_of, "fa", old)) == ("killed", "past")
    assert (figure(scene_of, "fa", new).action, modality(scene_of, "fa", new)) == ("killed", "asserted")


@pytest.mark.parametrize(
    ("language", "marked", "wanted"),
    [
        ("ru", "Аналитики банка «Север» оценивают убытки в [$25 млрд].", "Аналитики банка «Север»"),
        ("ru", "Киев обвинил Москву в нарушении перемирия: по словам Сырского, ранены [9] человек.", "Сырского"),
        ("pl", "Zginęło [9] osób, poinformował mł. bryg. Marcin Betleja.", "mł. bryg. Marcin Betleja"),
        ("fa", "مرکز آمار نرخ بیکاری را [۷.۴] درصد اعلام کرد که بالاتر است.", "مرکز آمار"),
    ],
)
def test_who_speaks_before_his_verb(scene_of, language, marked, wanted):
    assert speaker(scene_of, language, marked) == wanted


def test_whom_a_flood_made_its_victims_was_killed(scene_of):
    assert figure(scene_of, "ru", "Жертвами крушения парома стали [29] человек.").action == "killed"
