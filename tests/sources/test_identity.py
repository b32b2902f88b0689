from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.sources.identity import article_id, canonical_url, keys_of


@pytest.mark.parametrize(
    "spelling",
    [
        "https://koran.example/berita/gempa?id=5",
        "http://www.Koran.example:80/berita//gempa/?utm_source=rss&id=5#atas",
        "https://m.koran.example/berita/gempa?id=5&fbclid=abc",
        "https://koran.example/berita/gempa/amp?id=5",
        "https://koran.example/berita/gempa?amp=1&id=5",
        " https://koran.example/berita/g%65mpa?id=5&_ga=1.2 ",
        "https://koran.example:443/berita/gempa?id=5&mc_cid=1&mc_eid=2",
    ],
)
def test_one_article_has_one_canonical_url(spelling):
    assert canonical_url(spelling) == "https://koran.example/berita/gempa?id=5"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://e.example/news.asp?12345", "https://e.example/news.asp?12346"),
        ("https://e.example/view?cid=1", "https://e.example/view?cid=2"),
        ("https://e.example/view?gid=1", "https://e.example/view?gid=2"),
        ("https://e.example/view?source=a", "https://e.example/view?source=b"),
        ("https://e.example/A", "https://e.example/a"),
        ("https://e.example/a%2Fb", "https://e.example/a/b"),
        ("https://e.example/#!/news/1", "https://e.example/#!/news/2"),
        ("https://e.example:8080/a", "https://e.example/a"),
        ("https://m.co/a", "https://co/a"),
        ("https://e.example/?amp=7", "https://e.example/"),
    ],
)
def test_what_may_tell_two_articles_apart_is_kept(one, other):
    assert canonical_url(one) != canonical_url(other)


def test_a_name_in_another_script_is_spelt_one_way():
    assert canonical_url("https://münchen.example/x") == canonical_url("https://xn--mnchen-3ya.example/x")


@pytest.mark.parametrize("url", ["koran.example/a", "ftp://koran.example/a", "https://", "", "javascript:alert(1)"])
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(ValueError, match="no web address"):
        canonical_url(url)


PATHS = r"(/[\w%~ .-]{0,9}){0,3}(\?[\w=&%-]{0,20})?(#\w{0,5})?"


@given(st.from_regex(r"https?://[a-z]{2,8}\.example(:[1-9][0-9]{1,3})?" + PATHS, fullmatch=True))
def test_the_canonical_url_of_a_canonical_url_is_itself(url):
    assert canonical_url(canonical_url(url)) == canonical_url(url)


def test_the_id_of_an_article_never_changes():
    assert article_id("https://koran.example/a") == "4a3951b646291c26"


def test_the_keys_of_an_entry_are_its_canonical_url_and_then_its_guid_in_that_feed():
    keys = keys_of("https://www.koran.example/a", " 17 ", feed="koran")
    assert keys == ("https://koran.example/a", "guid:koran:17")


def test_an_entry_may_have_only_one_of_them():
    assert keys_of(None, "17", feed="koran") == ("guid:koran:17",)
    assert keys_of("https://koran.example/a", None, feed="koran") == ("https://koran.example/a",)
