"""The one HTTP client, against a real local server."""

from __future__ import annotations

import asyncio
import gzip
import resource
import time
import zlib
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from werkzeug import Response

from monitor.source import ProblemKind
from monitor.sources.addresses import is_public
from monitor.sources.bodies import Broken, Unpacking
from monitor.sources.http import Client, FetchError, Validators, _retry_after

NOW = datetime(2024, 11, 12, 9, tzinfo=UTC)


def refused(fetch, url, **options) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, **options)
    return caught.value


def test_a_body_comes_with_what_is_needed_to_ask_again(httpserver, fetch):
    headers = {"ETag": 'W/"a-gzip"', "Last-Modified": "Tue, 12 Nov 2024 09:00:00 GMT"}
    httpserver.expect_request("/feed").respond_with_data(
        "<rss/>", headers=headers, content_type="text/xml; charset=utf-8"
    )
    fetched = fetch(httpserver.url_for("/feed"))
    assert (fetched.status, fetched.body, fetched.content_type, fetched.charset) == (
        200,
        b"<rss/>",
        "text/xml",
        "utf-8",
    )
    assert fetched.validators == Validators('W/"a-gzip"', "Tue, 12 Nov 2024 09:00:00 GMT")


def test_validators_go_back_byte_for_byte(httpserver, fetch):
    sent = Validators('W/"ä-gzip"', "yesterday, or so")

    def answer(request):
        etag = request.headers["If-None-Match"].encode("latin-1").decode()  # werkzeug reads headers as Latin-1
        return Response(
            status=304 if (etag, request.headers["If-Modified-Since"]) == ('W/"ä-gzip"', "yesterday, or so") else 200
        )

    httpserver.expect_request("/feed").respond_with_handler(answer)
    assert fetch(httpserver.url_for("/feed"), validators=sent).status == 304


def test_a_304_may_bring_new_validators(httpserver, fetch):
    httpserver.expect_request("/feed").respond_with_data(b"", status=304, headers={"ETag": '"b"'})
    fetched = fetch(httpserver.url_for("/feed"))
    assert (fetched.status, fetched.body, fetched.validators.etag) == (304, b"", '"b"')


def test_the_client_says_who_it_is_and_sends_no_cookies_back(httpserver, fetch):
    def answer(request):
        assert request.headers["User-Agent"].startswith("news-monitor/")
        assert "Cookie" not in request.headers
        return Response("ok", headers={"Set-Cookie": "a=b"})

    httpserver.expect_request("/").respond_with_handler(answer)

    async def twice():
        async with Client(allow_private=True, pace=timedelta(0)) as client:
            return [(await client.fetch(httpserver.url_for("/"))).status for _ in range(2)]

    assert asyncio.run(twice()) == [200, 200]
    httpserver.check_assertions()


@pytest.mark.parametrize("packing", ["gzip", "deflate", "raw deflate"])
def test_packed_bodies_are_unpacked(httpserver, fetch, packing):
    body = b"<rss>" + b"gempa " * 9999 + b"</rss>"
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(body),
        "deflate": zlib.compress(body),
        "raw deflate": raw.compress(body) + raw.flush(),
    }
    headers = {"Content-Encoding": packing.removeprefix("raw ")}
    httpserver.expect_request("/").respond_with_data(packed[packing], headers=headers)
    assert fetch(httpserver.url_for("/")).body == body


def test_gzip_of_several_members_and_with_padding_is_unpacked():
    unpacking = Unpacking(100)
    packed = gzip.compress(b"satu ") + gzip.compress(b"dua") + b"\0" * 9
    for start in range(0, len(packed), 7):
        unpacking.feed(packed[start : start + 7])
    assert unpacking.whole() == b"satu dua"


def test_a_gzip_bomb_is_left_at_the_limit(httpserver, fetch):
    bomb = zlib.compressobj(9, wbits=31)
    block = bytes(1 << 20)
    packed = b"".join(bomb.compress(block) for _ in range(1024)) + bomb.flush()  # 1 GiB in 1 MB
    httpserver.expect_request("/").respond_with_data(packed, headers={"Content-Encoding": "gzip"})
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    error = refused(fetch, httpserver.url_for("/"))
    assert error.kind is ProblemKind.TOO_LARGE
    assert "more than 4 MB" in str(error)
    assert time.monotonic() - start < 20
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40_000  # KiB


def test_a_body_packed_twice_is_refused(httpserver, fetch):
    packed = gzip.compress(gzip.compress(b"x"))
    httpserver.expect_request("/").respond_with_data(packed, headers={"Content-Encoding": "gzip, gzip"})
    assert "not asked for" in str(refused(fetch, httpserver.url_for("/")))


def test_packed_bytes_that_break_off_are_no_body():
    unpacking = Unpacking(100)
    unpacking.feed(gzip.compress(b"satu dua tiga")[:-9])
    with pytest.raises(Broken):
        unpacking.whole()


def test_a_page_of_50_mb_is_left_without_reading_it(httpserver, fetch):
    httpserver.expect_request("/").respond_with_data(b"x" * 50_000_000)
    assert refused(fetch, httpserver.url_for("/")).kind is ProblemKind.TOO_LARGE


def test_a_page_of_50_mb_that_does_not_say_so_is_left_at_the_limit(fetch, raw_server):
    sent = 0

    def answer(connection):
        nonlocal sent
        connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        for _ in range(50):
            connection.sendall(b"x" * 1_000_000)
            sent += 1

    with raw_server(answer) as url:
        assert refused(fetch, url).kind is ProblemKind.TOO_LARGE
    assert sent < 25


def test_a_server_that_drips_is_left_at_the_deadline(fetch, raw_server):
    def answer(connection):
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(100):
            connection.sendall(b"x")
            time.sleep(0.05)

    with raw_server(answer) as url:
        start = time.monotonic()
        error = refused(fetch, url, deadline=timedelta(seconds=0.5))
    assert "no whole answer within 0.5 s" in str(error)
    assert time.monotonic() - start < 8


def test_an_answer_shorter_than_it_says_is_no_answer(fetch, raw_server):
    with raw_server(lambda c: c.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>")) as url:
        error = refused(fetch, url)
    assert "breaks off" in str(error)
    assert not error.permanent


def test_what_is_no_http_is_told(fetch, raw_server):
    with raw_server(lambda c: c.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")) as url:
        assert refused(fetch, url).kind is ProblemKind.UNREACHABLE


def test_a_closed_port_is_told(fetch, raw_server):
    with raw_server(lambda c: None) as url:
        pass
    assert "no connection" in str(refused(fetch, url))


@pytest.mark.parametrize(
    ("status", "permanent"), [(500, False), (503, False), (404, True), (410, True), (429, False), (403, False)]
)
def test_an_error_status_is_told_and_whether_it_will_stay(httpserver, fetch, status, permanent):
    httpserver.expect_request("/").respond_with_data("no", status=status)
    error = refused(fetch, httpserver.url_for("/"))
    assert (error.status, error.permanent) == (status, permanent)
    assert f"answered {status}" in str(error)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "120"}, 120),
        ({"Retry-After": "Tue, 12 Nov 2024 08:02:00 GMT", "Date": "Tue, 12 Nov 2024 08:00:00 GMT"}, 120),
        ({"Retry-After": "Tue, 12 Nov 2024 09:01:00 GMT"}, 60),
        ({"Retry-After": "Tue, 12 Nov 2019 09:01:00 GMT"}, 0),
        ({"Retry-After": "9" * 30}, 30 * 86400),
        ({"Retry-After": "soon"}, None),
        ({}, None),
    ],
)
def test_a_server_may_say_how_long_to_wait_by_its_own_clock(headers, seconds):
    wait = _retry_after(headers, NOW)
    assert (None if wait is None else wait.total_seconds()) == seconds


def test_redirects_are_followed_and_noted(httpserver, fetch):
    httpserver.expect_request("/a").respond_with_data(status=301, headers={"Location": "/b"})
    httpserver.expect_request("/b").respond_with_data(status=302, headers={"Location": "c?x=1"})
    httpserver.expect_request("/c").respond_with_data("ok")
    fetched = fetch(httpserver.url_for("/a"))
    assert fetched.redirects == (301, 302)
    assert fetched.url.endswith("/c?x=1")


def test_a_loop_of_redirects_ends(httpserver, fetch):
    httpserver.expect_request("/a").respond_with_data(status=302, headers={"Location": "/a"})
    error = refused(fetch, httpserver.url_for("/a"))
    assert "redirects more than 5 times" in str(error)
    assert len(httpserver.log) == 6


@pytest.mark.parametrize("location", ["file:///etc/passwd", "gopher://x/", "http://[", "", "javascript:1"])
def test_a_redirect_to_what_is_no_web_address_is_refused(httpserver, fetch, location):
    httpserver.expect_request("/a").respond_with_data(status=302, headers={"Location": location})
    refused(fetch, httpserver.url_for("/a"))
    assert len(httpserver.log) == 1


def test_a_password_is_neither_sent_elsewhere_nor_shown(httpserver, fetch):
    secret = httpserver.url_for("/a").replace("localhost", "anna:geheim@localhost")
    httpserver.expect_request("/a").respond_with_data(status=500)
    assert "geheim" not in str(refused(fetch, secret))
    assert httpserver.log[0][0].authorization.password == "geheim"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.0.192",
        "168.63.129.16",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
    ],
)
def test_an_address_that_is_not_on_the_public_internet_is_known(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_a_public_address_is_known(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "127.1",
        "2130706433",
        "0x7f.1",
        "0",
        "localhost.",
        "①②⑦.0.0.1",
    ],
)
def test_a_private_address_is_never_asked_however_it_is_written(httpserver, host):
    async def once():
        async with Client(pace=timedelta(0)) as client:
            await client.fetch(f"http://{host}:{httpserver.port}/")

    with pytest.raises(FetchError) as caught:
        asyncio.run(once())
    assert httpserver.log == []
    assert host not in ("127.0.0.1", "localhost", "[::1]") or "not a public address" in str(caught.value)


def test_requests_to_one_host_keep_their_distance(httpserver):
    times = []
    httpserver.expect_request("/").respond_with_handler(
        lambda request: times.append(time.monotonic()) or Response("ok")
    )

    async def thrice():
        async with Client(allow_private=True, pace=timedelta(seconds=0.3)) as client:
            await asyncio.gather(*(client.fetch(httpserver.url_for("/")) for _ in range(3)))

    asyncio.run(thrice())
    assert all(later - earlier > 0.25 for earlier, later in pairwise(times))
