"""A page to its article; and pages that would hang the extractor or eat the machine's memory, for real."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import psutil
import pytest

from monitor.sources.decoding import decode
from monitor.sources.metadata import published_in
from monitor.sources.pages import Cleaner, PageError, clean
from monitor.sources.times import aware, known

BODY = """<p>Sedikitnya 95 orang tewas dalam gempa di Cianjur, kata BNPB pada hari Selasa di Jakarta.</p>
<p>Ribuan warga mengungsi ke tempat yang lebih aman, dan pencarian korban masih berlanjut.</p>"""
PAGE = f"""<!doctype html><html lang="id-ID"><head><title>Gempa - Koran</title>{{head}}</head><body>
<nav><ul><li><a href="/">Beranda</a></li><li><a href="/politik">Politik 2024</a></li></ul></nav>
<h1>Gempa Cianjur tewaskan 95 orang</h1><article>{BODY}</article>
<aside><h3>Terpopuler</h3><ul><li><a href="/x">12.000 tentara dikirim</a></li></ul></aside>
<div class="comments"><p>Komentar: 77 orang bohong</p></div>
<script>var jumlah = 13000;</script><footer>Hak cipta 2024</footer></body></html>"""
HANGS = "<html><body><p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</p></body></html>"
"""One tag with 100,000 attributes: more than a minute in the extractor."""
DEVOURS = "<html><body><table>" + "<tr><td>sel tabel di sini</td></tr>" * 90_000 + "</table></body></html>"
"""A table of 3 MB: some hundred megabytes in the extractor."""


@pytest.fixture
def children():
    """The child processes begun since the test began."""
    before = set(psutil.Process().children())
    return lambda: [child for child in psutil.Process().children() if child not in before]


def page(head: str = "") -> str:
    return PAGE.format(head=head)


def test_the_text_begins_with_the_title_and_holds_the_article_alone(cleaner):
    found = cleaner.clean(page())
    assert found.text.startswith("Gempa Cianjur tewaskan 95 orang\n")
    assert "pencarian korban masih berlanjut." in found.text
    for strange in ("Beranda", "12.000", "13000", "Hak cipta", "77 orang"):
        assert strange not in found.text


@pytest.mark.parametrize(
    "frame", ["<article>{}</article>", '<div class="post-content">{}</div>', '<div class="detail__body-text">{}</div>']
)
def test_a_short_article_takes_nothing_from_the_teasers_beside_it(cleaner, frame):
    short = "<p>Sekitar 11.000 tentara Korea Utara berada di Kursk, kata Zelensky.</p><p>Moskwa diam.</p>"
    card = (
        '<div class="card"><a href="/{0}"><b>Berita {0}</b></a><p>Sebanyak {0}.000 tentara dikirim, katanya.</p></div>'
    )
    teasers = "".join(card.format(number) for number in range(12, 30))
    html = f"<html><body>{frame.format(short)}<section>{teasers}</section></body></html>"
    assert (
        cleaner.clean(html).text == "Sekitar 11.000 tentara Korea Utara berada di Kursk, kata Zelensky.\nMoskwa diam."
    )


def test_the_page_says_in_which_language_it_claims_to_be(cleaner):
    assert cleaner.clean(page()).language == "id"


def test_the_heading_is_the_title_where_sharing_adds_the_papers_name(cleaner):
    shared = '<meta property="og:title" content="Gempa Cianjur tewaskan 95 orang | Koran Kita">'
    assert cleaner.clean(page(shared)).title == "Gempa Cianjur tewaskan 95 orang"


def test_what_is_given_for_sharing_is_the_title_where_the_heading_is_another(cleaner):
    shared = '<meta property="og:title" content="95 orang tewas di Cianjur">'
    assert cleaner.clean(page(shared)).title == "95 orang tewas di Cianjur"


def test_a_title_known_from_elsewhere_takes_the_place_of_the_pages_own(cleaner):
    assert cleaner.clean(page(), title="Gempa").text.startswith("Gempa")


def test_a_fragment_of_html_as_feeds_give_it_is_a_page_too(cleaner):
    assert "Sedikitnya 95 orang" in cleaner.clean(BODY).text


@pytest.mark.parametrize(
    ("html", "says"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"just words", "not HTML"),
        (b"%PDF-1.7\x00<a", "not HTML"),
        (b"<html><body><script>var a = 1</script></body></html>", "no text"),
        (b"<html><head></head></html>", "no text"),
        (b"<" * 5000, "not HTML"),
        (b"<p>" * 200_000, "no text|stopped"),
        (b"x" * 50_000_000, "longer than 4 MB"),
    ],
    ids=["empty", "blank", "words", "pdf", "script", "head", "brackets", "deep", "50 MB"],
)
def test_what_gives_no_article_is_told_in_words(cleaner, html, says):
    with pytest.raises(PageError, match=says):
        cleaner.clean(html)


def test_a_page_that_hangs_the_extractor_is_stopped_in_time_and_the_next_is_cleaned():
    with Cleaner(time_out=timedelta(seconds=3)) as cleaner:
        start = time.monotonic()
        with pytest.raises(PageError, match="longer than 3 s"):
            cleaner.clean(HANGS)
        assert time.monotonic() - start < 20
        assert "Sedikitnya" in cleaner.clean(page()).text


def test_a_page_that_takes_too_much_memory_is_stopped_and_the_next_is_cleaned():
    with Cleaner(memory=64 << 20) as cleaner:
        with pytest.raises(PageError, match="more than 64 MB"):
            cleaner.clean(DEVOURS)
        assert "Sedikitnya" in cleaner.clean(page()).text


def test_a_child_killed_between_two_pages_or_during_one_is_replaced(children):
    with Cleaner(time_out=timedelta(seconds=60)) as cleaner:
        cleaner.clean(page())
        for pause in (0.5, 0):
            (child,) = children()
            os.kill(child.pid, signal.SIGKILL)
            time.sleep(pause)
            assert "Sedikitnya" in cleaner.clean(page()).text
        with ThreadPoolExecutor(1) as thread:
            (child,) = children()
            idle = child.cpu_times().user
            stopped = thread.submit(cleaner.clean, HANGS)
            while child.cpu_times().user < idle + 0.2:
                time.sleep(0.05)
            child.kill()
            with pytest.raises(PageError, match="stopped"):
                stopped.result()
        assert "Sedikitnya" in cleaner.clean(page()).text


def test_no_child_outlives_its_cleaner(children):
    with Cleaner() as cleaner:
        cleaner.clean(page())
        assert len(children()) == 1
    assert children() == []


def test_a_cleaner_that_is_not_used_forks_nothing(children):
    with Cleaner():
        assert children() == []


def test_several_threads_may_share_a_cleaner():
    with Cleaner() as cleaner, ThreadPoolExecutor(4) as threads:
        assert {found.text for found in threads.map(cleaner.clean, [page()] * 20)} == {clean(page()).text}


def test_a_page_is_cleaned_in_a_forked_child_whose_death_by_kill_leaves_no_orphan_at_work(tmp_path):
    """As in a work-horse of RQ, which is a fork of a worker that has the extractor loaded already."""
    script = tmp_path / "worker.py"
    script.write_text(
        textwrap.dedent(
            f"""
            import os, signal, sys, time
            from datetime import timedelta
            from monitor.sources.pages import Cleaner, PageError, preload
            preload()
            done, says = os.pipe()
            horse = os.fork()
            if horse == 0:
                with Cleaner(time_out=timedelta(seconds=6)) as cleaner:
                    print(len(cleaner.clean({page()!r}).text), flush=True)
                    os.write(says, b".")
                    cleaner.clean({HANGS!r})
            os.read(done, 1)
            time.sleep(0.5)
            os.kill(horse, signal.SIGKILL)
            os.waitpid(horse, 0)
            """
        )
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=100, check=False)
    assert int(done.stdout) > 100, done.stderr
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        left = [p for p in psutil.process_iter(["cmdline"]) if str(script) in (p.info["cmdline"] or [])]
        if not left:
            break
        time.sleep(0.2)
    assert left == []


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ('<meta property="article:published_time" content="2024-11-12T16:00:00+07:00">', "2024-11-12T16:00:00+07:00"),
        ("<META CONTENT='2024-11-12T16:00:00Z' NAME='pubdate'>", "2024-11-12T16:00:00+00:00"),
        (
            '<script>{"@type":"NewsArticle","datePublished" : "2024-11-12T09:00:00.000Z"}</script>',
            "2024-11-12T09:00:00+00:00",
        ),
        ('<time itemprop="datePublished" datetime="2024-11-12T16:00:00+0700">', "2024-11-12T16:00:00+07:00"),
        ('<time datetime="2024-11-12T16:00" pubdate>', "2024-11-12T16:00:00+00:00"),
        ('<meta name="date" content="Tue, 12 Nov 2024 16:00:00 +0700">', "2024-11-12T16:00:00+07:00"),
        ('<meta name="dc.date" content="2024-11-12">', "2024-11-12T23:59:59+00:00"),
        (
            "<meta name=date content=1970-01-01><meta name=dc.date content=2024-11-12>",
            "2024-11-12T23:59:59+00:00",
        ),
        (
            "<meta name=date content=2024-01-01><meta property=article:published_time content=2024-11-12T16:00:00Z>",
            "2024-11-12T16:00:00+00:00",
        ),
    ],
)
def test_a_page_says_when_it_was_published(markup, published):
    assert published_in(page(markup)) == datetime.fromisoformat(published)


@pytest.mark.parametrize(
    "markup", ["", '<meta name="date" content="kemarin">', '<time datetime="2024-11-12T16:00:00Z">kini</time>']
)
def test_a_page_may_not_say_when_it_was_published(markup):
    assert published_in(page(markup)) is None


def test_the_day_in_the_address_is_taken_where_the_markup_gives_no_time(cleaner):
    found = cleaner.clean(page(), url="https://koran.example/2024/11/12/gempa")
    assert found.published == datetime(2024, 11, 12, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "hostile",
    [
        "<meta " * 600_000,
        "<meta " + "a" * 4_000_000,
        "<meta " + "a=" * 2_000_000,
        '<time datetime="' * 250_000,
        '"datePublished":' * 250_000,
    ],
)
def test_looking_for_a_time_in_hostile_markup_takes_no_time(hostile):
    start = time.monotonic()
    published_in(hostile[:4_000_000])
    assert time.monotonic() - start < 20


def test_a_time_without_a_zone_is_taken_as_utc():
    assert aware("2024-11-12T16:00") == datetime(2024, 11, 12, 16, tzinfo=UTC)


def test_a_date_alone_is_the_end_of_that_day():
    assert aware("2024-11-12") == datetime(2024, 11, 12, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "written", ["12/11/2024", "", "now", "2024-13-01", "Mo, 12 Nov", "0001-01-01", "1970-01-01T00:00:00Z"]
)
def test_what_is_no_date_of_an_article_is_no_date(written):
    assert known(written) is None


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("Žižek – 11.000 €".encode(), "iso-8859-1"),
        ("\ufeffŽižek – 11.000 €".encode(), None),
        ("Žižek – 11.000 €".encode("utf-16"), None),
        ("Žižek – 11.000 €".encode("cp1252"), "ISO-8859-1"),
        (b"<meta charset=windows-1252>" + "Žižek – 11.000 €".encode("cp1252"), None),
        (b"<meta charset=windows-1252>" + "Žižek – 11.000 €".encode("cp1252"), "no-such-charset"),
    ],
)
def test_bytes_are_decoded_as_browsers_do_and_utf8_is_never_mistaken(body, charset):
    assert decode(body, charset).endswith("Žižek – 11.000 €")


@pytest.mark.parametrize("charset", ["gb2312", "shift_jis", "euc-kr", "windows-1251", "koi8-r"])
def test_a_declared_charset_is_used(charset):
    text = {"gb2312": "朝鲜士兵", "shift_jis": "北朝鮮兵士", "euc-kr": "북한군 병사"}.get(
        charset, "северокорейских военных"
    )
    assert decode(text.encode(charset), charset) == text


def test_utf8_cut_in_its_last_character_stays_utf8():
    assert decode("Cianjur – gempa €".encode()[:-1]).startswith("Cianjur – gempa ")
