"""Saved articles: what is read from files, where it is placed in time, and what is said of files that give nothing."""

from __future__ import annotations

import io
import json
import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.sources.archives import ArchiveError, Kind, Placed, Problem, Saved, Skipped, open_saved, saved
from monitor.sources.lines import MAX_LINE_BYTES

NOW = datetime(2024, 11, 20, 12, tzinfo=UTC)
WRITTEN = datetime(2024, 11, 14, 8, tzinfo=UTC)
PAGE = """<!doctype html><html lang="id"><head><title>Gempa Cianjur - Koran</title>
<meta property="og:title" content="Gempa Cianjur tewaskan 95 orang - Koran">
<meta property="article:published_time" content="2024-11-12T16:00:00+07:00"></head>
<body><nav><a href="/">Beranda</a> <a href="/politik">Politik</a></nav><h1>Gempa Cianjur tewaskan 95 orang</h1><article>
<p>Sedikitnya 95 orang tewas dalam gempa di Cianjur, kata BNPB pada hari Selasa di Jakarta.</p>
<p>Ribuan warga mengungsi ke tempat yang lebih aman, dan pencarian korban masih berlanjut.</p>
</article></body></html>"""


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    os.utime(path, (WRITTEN.timestamp(), WRITTEN.timestamp()))
    return path


def jsonl(path: Path, *lines: dict[str, object] | str) -> Path:
    return write(path, "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))


def survey(*paths: Path | str, **options):
    return list(saved(paths, now=NOW, **options))


def test_a_text_keeps_its_characters_exactly(tmp_path, cleaner):
    text = "  Judul\r\n\r\n\tSekitar 11.000 tentara… \u200b\n"
    (header,) = survey(write(tmp_path / "a.txt", text))
    assert open_saved(header, cleaner=cleaner).text == text


def test_a_byte_order_mark_is_no_character_of_the_text(tmp_path, cleaner):
    (header,) = survey(write(tmp_path / "a.txt", "\ufeffJudul\n\nSekitar 11.000 tentara di Kursk."))
    assert open_saved(header, cleaner=cleaner).text.startswith("Judul")


def test_a_text_in_another_charset_is_read(tmp_path, cleaner):
    text = "Около 11 000 северокорейских военных находятся в Курской области, сообщил президент Украины."
    (header,) = survey(write(tmp_path / "a.txt", text.encode("cp1251")))
    assert open_saved(header, cleaner=cleaner).text == text


def test_an_undated_text_is_placed_by_its_files_time_and_carries_no_date(tmp_path, cleaner):
    (header,) = survey(write(tmp_path / "a.txt", "Sekitar 11.000 tentara."))
    article = open_saved(header, cleaner=cleaner)
    assert (header.time, header.placed) == (WRITTEN, Placed.FILE)
    assert (article.time, article.published, article.dated) == (WRITTEN, None, False)


def test_an_undated_text_is_placed_by_the_time_given(tmp_path, cleaner):
    given = NOW - timedelta(days=3)
    (header,) = survey(write(tmp_path / "a.txt", "Sekitar 11.000 tentara."), published=given)
    assert (header.time, header.placed, open_saved(header, cleaner=cleaner).published) == (given, Placed.GIVEN, given)


def test_a_file_from_the_future_is_placed_at_the_present(tmp_path):
    path = write(tmp_path / "a.txt", "Sekitar 11.000 tentara.")
    os.utime(path, (4e9, 4e9))
    assert survey(path)[0].time == NOW


def test_a_page_gives_its_text_title_time_and_language(tmp_path, cleaner):
    (header,) = survey(write(tmp_path / "a.html", PAGE))
    article = open_saved(header, cleaner=cleaner)
    assert header.placed is Placed.OWN
    assert article.published == datetime.fromisoformat("2024-11-12T16:00:00+07:00")
    assert article.title == "Gempa Cianjur tewaskan 95 orang"
    assert article.text.startswith(article.title)
    assert article.text.count(article.title) == 1
    assert "Beranda" not in article.text
    assert article.language == "id"


def test_a_page_without_text_is_named(tmp_path, cleaner):
    (header,) = survey(write(tmp_path / "a.html", "<html><body><script>var a = 1</script></body></html>"))
    with pytest.raises(ArchiveError, match=r"a\.html: no text of an article was found"):
        open_saved(header, cleaner=cleaner)


def test_a_page_whose_markup_gives_no_time_is_asked_for_the_day_in_its_text(tmp_path, cleaner):
    page = PAGE.replace("article:published_time", "x").replace(
        "<article>", '<span class="date">2024-11-10</span><article>'
    )
    (header,) = survey(write(tmp_path / "a.html", page), cleaner=cleaner)
    assert header.placed is Placed.OWN
    assert header.time.date().isoformat() == "2024-11-10"


def test_a_line_gives_its_own_fields(tmp_path, cleaner):
    line = {
        "id": 7,
        "url": "https://koran.example/a?utm_source=x",
        "title": "Judul",
        "published": "2024-11-12T16:00:00+07:00",
        "language": "id-ID",
        "text": "Sekitar 11.000 tentara.",
    }
    (header,) = survey(jsonl(tmp_path / "a.jsonl", line))
    article = open_saved(header, cleaner=cleaner)
    assert (article.id, article.url, article.title) == ("7", line["url"], "Judul")
    assert article.published == datetime.fromisoformat(line["published"])
    assert article.language == "id"
    assert article.text == "Judul\n\nSekitar 11.000 tentara."


def test_a_title_with_which_the_text_begins_is_not_written_twice(tmp_path, cleaner):
    (header,) = survey(jsonl(tmp_path / "a.jsonl", {"title": "Judul  satu", "text": "\nJudul satu\n\nIsi."}))
    assert open_saved(header, cleaner=cleaner).text == "\nJudul satu\n\nIsi."


def test_a_line_of_html_is_cleaned_like_a_page(tmp_path, cleaner):
    (header,) = survey(jsonl(tmp_path / "a.jsonl", {"html": PAGE}))
    article = open_saved(header, cleaner=cleaner)
    assert header.placed is Placed.OWN
    assert article.text.startswith("Gempa Cianjur tewaskan 95 orang")
    assert "Beranda" not in article.text


def test_an_undated_line_takes_the_time_of_the_line_before_it_and_keeps_its_place(tmp_path):
    own = "2024-11-12T16:00:00+00:00"
    first, second, third = survey(
        jsonl(tmp_path / "a.jsonl", {"text": "a", "published": own}, {"text": "b"}, {"text": "c", "published": None})
    )
    assert second.placed is Placed.LINE_BEFORE
    assert first.time < second.time < third.time < first.time + timedelta(seconds=1)


def test_a_line_dated_later_than_the_present_takes_the_time_of_the_line_before_it(tmp_path, cleaner):
    lines = {"text": "a", "published": "2024-11-12T16:00:00+00:00"}, {"text": "b", "published": "2099-01-01T00:00:00Z"}
    first, second = survey(jsonl(tmp_path / "a.jsonl", *lines))
    assert second.placed is Placed.LINE_BEFORE
    article = open_saved(second, cleaner=cleaner)
    assert article.time == second.time < first.time + timedelta(seconds=1)
    assert not article.dated


def test_undated_lines_keep_their_order_at_the_time_given(tmp_path):
    headers = survey(jsonl(tmp_path / "a.jsonl", *({"text": str(n)} for n in range(12))), published=WRITTEN)
    assert {header.placed for header in headers} == {Placed.GIVEN}
    assert [header.line for header in sorted(headers, key=lambda h: h.time)] == list(range(1, 13))


def test_a_first_line_without_a_date_is_placed_by_its_files_time(tmp_path):
    assert survey(jsonl(tmp_path / "a.jsonl", {"text": "a"}))[0].time == WRITTEN


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "not JSON"),
        ('{"text": "a\x01"}', "not JSON (Invalid control character at character 12)"),
        ("[1]", "found a list"),
        ('"x"', "found a string"),
        ('{"text": 3}', '"text" must be a string, found a number'),
        ('{"txt": "a"}', 'neither "text" nor "html"'),
        ('{"text": "  "}', "empty"),
        ('{"text": "a", "published": "12/11/2024"}', "write it as 2024-11-12T16:00:00"),
        ('{"text": "a", "published": 17}', '"published" must be a string, found a number'),
        ('{"text": "a", "url": "example.com/x"}', "no web address"),
        ("[" * 100_000, "not JSON"),
        ('{"id": ' + "9" * 5000 + "}", "not JSON"),
    ],
)
def test_a_bad_line_is_named_by_file_and_line_and_the_rest_goes_on(tmp_path, line, says):
    path = jsonl(tmp_path / "a.jsonl", {"text": "a"}, "", line, {"text": "b"})
    first, problem, last = survey(path)
    assert str(problem).startswith(f"{path}:3: ")
    assert says in problem.message
    assert (first.line, last.line) == (1, 4)


def test_a_line_that_is_not_utf8_is_named(tmp_path):
    path = write(tmp_path / "a.jsonl", b'{"text": "\xe9"}\n{"text": "b"}')
    problem, header = survey(path)
    assert "not UTF-8" in problem.message
    assert header.line == 2


def test_a_very_long_line_is_named_without_being_held(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(MAX_LINE_BYTES // (1 << 20) + 2):
            file.write(b"x" * (1 << 20))
        file.write(b'"}\n{"text": "b"}\n')
    problem, header = survey(path)
    assert "longer than 16 MB" in problem.message
    assert header.line == 2


def test_half_a_surrogate_pair_becomes_one_sign_so_that_offsets_hold(tmp_path, cleaner):
    (header,) = survey(write(tmp_path / "a.jsonl", r'{"text": "a\ud83d b"}'))
    assert open_saved(header, cleaner=cleaner).text == "a\ufffd b"


def test_a_folder_is_read_in_order_of_name_and_other_files_are_named(tmp_path):
    for name in ("b/2.txt", "a.txt", "b/1.html", "gold.yaml", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / name, PAGE)
    found = survey(tmp_path)
    assert [header.id for header in found if isinstance(header, Saved)] == ["a.txt", "b/1.html", "b/2.txt"]
    (skipped,) = [item for item in found if isinstance(item, Skipped)]
    assert "gold.yaml: skipped" in str(skipped)


def test_an_id_does_not_depend_on_where_one_stands(tmp_path, monkeypatch):
    path = write(tmp_path / "folder" / "a.txt", "Sekitar 11.000 tentara.")
    monkeypatch.chdir(tmp_path)
    ids = {
        survey(given)[0].id for given in (path, path.parent, Path("folder"), Path("folder/a.txt"), "folder/../folder")
    }
    assert ids == {"a.txt"}


def test_files_of_one_name_in_two_folders_are_two_articles(tmp_path):
    headers = survey(write(tmp_path / "jan" / "a.txt", "Satu."), write(tmp_path / "feb" / "a.txt", "Dua."))
    assert [header.id for header in headers] == ["jan/a.txt", "feb/a.txt"]


def test_a_missing_an_empty_and_a_binary_file_are_named_and_the_rest_goes_on(tmp_path):
    missing, empty = tmp_path / "missing.txt", write(tmp_path / "empty.txt", "")
    blank, binary = write(tmp_path / "blank.txt", " \n"), write(tmp_path / "binary.txt", b"\x00\x01\x02" * 9)
    found = survey(missing, empty, blank, binary, write(tmp_path / "good.txt", "Sekitar 11.000 tentara."))
    assert [str(item).removeprefix(f"{tmp_path}/") for item in found if isinstance(item, Problem)] == [
        "missing.txt: No such file or directory",
        "empty.txt: the file is empty",
        "blank.txt: the file holds no text",
        "binary.txt: the file is not text (it holds NUL bytes)",
    ]
    assert isinstance(found[-1], Saved)


def test_a_file_too_long_for_an_article_is_named(tmp_path):
    (problem,) = survey(write(tmp_path / "a.txt", b"x" * 4_000_001))
    assert "longer than 4 MB" in problem.message


def test_an_empty_folder_is_named(tmp_path):
    (problem,) = survey(tmp_path)
    assert problem.message == "the folder holds no files"


def test_standard_input_is_one_text(cleaner):
    (header,) = survey("-", stdin=io.BytesIO(b"Sekitar 11.000 tentara Korea Utara."))
    assert (header.file, header.kind, header.time) == ("-", Kind.TEXT, NOW)
    assert open_saved(header, cleaner=cleaner).text == "Sekitar 11.000 tentara Korea Utara."


def test_standard_input_may_be_lines(cleaner):
    stdin = io.BytesIO(b'{"text": "satu", "id": "a"}\n{"text": "dua", "id": "b"}\n')
    headers = survey("-", stdin=stdin, jsonl=True)
    assert [open_saved(header, cleaner=cleaner).text for header in headers] == ["satu", "dua"]


def test_standard_input_that_begins_with_an_object_is_lines(cleaner):
    stdin = io.BytesIO(b'\n{"text": "satu", "id": "a"}\nno object\n')
    header, problem = survey("-", stdin=stdin)
    assert open_saved(header, cleaner=cleaner).text == "satu"
    assert str(problem).startswith("-:3: the line is not JSON")


def test_standard_input_that_begins_with_a_brace_only_is_text(cleaner):
    (header,) = survey("-", stdin=io.BytesIO(b"{Jakarta} Sekitar 11.000 tentara."))
    assert header.kind is Kind.TEXT


def test_a_pipe_is_read_like_standard_input(tmp_path, cleaner):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"Sekitar 11.000 tentara Korea Utara.",))
    writer.start()
    (header,) = survey(pipe)
    writer.join()
    assert open_saved(header, cleaner=cleaner).text == "Sekitar 11.000 tentara Korea Utara."


def test_standard_input_may_be_a_page(cleaner):
    (header,) = survey("-", stdin=io.BytesIO(PAGE.encode()))
    assert header.kind is Kind.HTML


def test_the_copy_of_standard_input_is_removed_when_nothing_needs_it():
    (header,) = survey("-", stdin=io.BytesIO(b"Sekitar 11.000 tentara."))
    path = header.path
    assert path.exists()
    del header
    assert not path.exists()


def test_the_language_named_by_the_user_counts_before_all_others(tmp_path, cleaner):
    (header,) = survey(jsonl(tmp_path / "a.jsonl", {"text": "Sekitar 11.000 tentara.", "language": "en"}))
    assert open_saved(header, cleaner=cleaner, language="ms").language == "ms"
    assert open_saved(header, cleaner=cleaner).language == "en"


def test_a_line_without_id_is_known_by_its_url_however_that_is_spelt(tmp_path):
    urls = "https://www.koran.example/a?utm_source=rss", "http://koran.example/a/#top"
    headers = survey(jsonl(tmp_path / "a.jsonl", *({"text": "a", "url": url} for url in urls)))
    assert headers[0].id == headers[1].id
