"""Rates, shares, votes and money: where they hold, and what and whose they are."""

import pytest
from reading_sentences import figure


@pytest.mark.parametrize(
    ("language", "marked", "country"),
    [
        ("en", "The Federal Reserve cut its rate by [25] basis points.", "United States"),
        ("en", "The Bank of England kept its rate at [4.5] percent.", "United Kingdom"),
        ("id", "Bank Indonesia menurunkan suku bunga sebesar [25] basis poin.", "Indonesia"),
        ("es", "El Banco de México recortó la tasa [0,25] puntos porcentuales.", "Mexico"),
        ("zh", "美联储将利率下调[25]个基点。", "United States"),
        ("ja", "日銀は政策金利を[0.25]ポイント引き上げた。", "Japan"),
        ("ko", "한국은행은 기준금리를 [0.25]%포인트 인하했다.", "South Korea"),
    ],
)
def test_a_rate_holds_where_the_bank_that_decides_it_acts(scene_of, language, marked, country):
    assert figure(scene_of, language, marked).place_id == country


def test_a_rate_holds_where_the_one_decided_before_it_holds(scene_of):
    text = "The Federal Reserve cut its rate by 25 basis points. Inflation was [2.4] percent."
    assert figure(scene_of, "en", text).place_id == "United States"


def test_a_rate_of_nobody_has_no_place(scene_of):
    assert figure(scene_of, "en", "Inflation rose to [5.2] percent.").place is None


def test_a_place_of_a_share_is_not_that_of_the_next_rate(scene_of):
    text = "About 30 percent of the soldiers in Kursk were killed. Inflation rose to [5.2] percent."
    assert figure(scene_of, "en", text).place is None


@pytest.mark.parametrize(
    ("language", "marked", "noun", "group"),
    [
        ("en", "About [30] percent of North Korean soldiers in Kursk have been killed.", "soldiers", ("North Korea",)),
        ("en", "The company will lay off more than [10]% of its workers.", "workers", ()),
        ("en", "Inflation rose to [5.2] percent.", None, ()),
        ("id", "Sekitar [30] persen dari tentara Korea Utara tewas.", "soldiers", ("North Korea",)),
        ("zh", "该公司将裁减[10]%的员工。", "workers", ()),
        ("ja", "同社は従業員の[10]％を解雇する。", "workers", ()),
        ("ko", "이 회사는 직원의 [30]%를 해고할 계획이다.", "workers", ()),
    ],
)
def test_a_share_is_one_of_something(scene_of, language, marked, noun, group):
    mention = figure(scene_of, language, marked)
    assert (mention.noun, mention.of) == (noun, group)


def test_an_amount_of_money_is_whose_it_is(scene_of):
    assert figure(scene_of, "en", "Germany's [5] billion euros in aid arrived.").of == ("Germany",)
