"""One HTTP client for feeds and pages: polite, bounded in size and time, and blind to what is not public."""

from __future__ import annotations

import asyncio
import ssl
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

from monitor import __version__
from monitor.source import ProblemKind
from monitor.sources.addresses import PrivateAddress, VettingResolver, refuse_private
from monitor.sources.bodies import ACCEPTED, Broken, TooLarge, unpacked

USER_AGENT = f"news-monitor/{__version__}"
ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, text/html, */*;q=0.5"
DEADLINE = timedelta(seconds=30)
"""For everything: name, connection, redirects and the last byte. A server that drips does not hold us longer."""
CONNECT = 10.0
"""Seconds for a connection."""
MAX_BYTES = 4_000_000
MAX_REDIRECTS = 5
PACE = timedelta(seconds=1)
"""Between two requests to one host."""
LONGEST_WAIT = timedelta(days=30)
"""What we obey of a Retry-After."""
CHUNK = 1 << 16
REDIRECTS = frozenset({301, 302, 303, 307, 308})
WORTH_TRYING_AGAIN = frozenset({401, 403, 407, 408, 409, 421, 423, 425, 429})
"""Of 4xx: what often passes by itself, so that only the others are permanent."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier answer gave to ask "anything new?" with; sent back byte for byte."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer with a body, or with status 304 and none."""

    status: int
    url: str
    """Where the body came from, after redirects."""
    body: bytes
    validators: Validators = Validators()
    content_type: str = ""
    """In lower case, without parameters; empty where the server gives none."""
    charset: str | None = None
    redirects: tuple[int, ...] = ()
    """The status of each redirect on the way."""


class FetchError(Exception):
    """No usable answer; the message is for the user and names the URL."""

    def __init__(
        self,
        message: str,
        *,
        kind: ProblemKind,
        status: int | None = None,
        permanent: bool = False,
        retry_after: timedelta | None = None,
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.status = status
        self.permanent = permanent
        """Whether asking again without a change of the URL is of no use."""
        self.retry_after = retry_after


class Client:
    """An async context manager; one for a process's whole life, so that connections are used again."""

    def __init__(
        self,
        *,
        user_agent: str = USER_AGENT,
        allow_private: bool = False,
        pace: timedelta = PACE,
        connections: int = 100,
    ) -> None:
        self._headers = {"User-Agent": user_agent, "Accept": ACCEPT, "Accept-Encoding": ACCEPTED}
        self._allow_private = allow_private
        self._pace = pace.total_seconds()
        self._connections = connections
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._free_at: dict[str, float] = {}

    async def __aenter__(self) -> Self:
        resolver = None if self._allow_private else VettingResolver()
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self._connections, resolver=resolver),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT),
            auto_decompress=False,  # bounded by us
            trust_env=False,  # no proxy or password from the environment for a stranger's URL
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def fetch(
        self,
        url: str,
        *,
        validators: Validators = Validators(),
        deadline: timedelta = DEADLINE,
        max_bytes: int = MAX_BYTES,
    ) -> Fetched:
        """Get a URL. Raises FetchError for everything that is neither 2xx nor 304, and for what exceeds the limits."""
        try:
            target = _vetted_url(url)
            await self._wait_for_turn(target)
            async with asyncio.timeout(deadline.total_seconds()):
                return await self._follow(target, validators, max_bytes)
        except TimeoutError as error:
            raise FetchError(
                f"{_shown(url)} gave no whole answer within {deadline.total_seconds():g} s",
                kind=ProblemKind.UNREACHABLE,
            ) from error
        except PrivateAddress as error:
            raise FetchError(
                f"{_shown(url)} was not asked: {error} (MONITOR_ALLOW_PRIVATE_ADDRESSES=true allows it)",
                kind=ProblemKind.REFUSED,
                permanent=True,
            ) from error
        except TooLarge as error:
            raise FetchError(
                f"{_shown(url)} gives more than {max_bytes / 1_000_000:g} MB and was left", kind=ProblemKind.TOO_LARGE
            ) from error
        except (Broken, aiohttp.ClientError, OSError, ssl.CertificateError, ValueError) as error:
            raise FetchError(f"{_shown(url)}: {_told(error)}", kind=ProblemKind.UNREACHABLE) from error

    async def _follow(self, url: URL, validators: Validators, max_bytes: int) -> Fetched:
        passed: list[int] = []
        while True:
            if not self._allow_private:
                refuse_private(url.raw_host or "")
            headers = self._headers | _conditions(validators)
            async with self._session.get(url, headers=headers, allow_redirects=False) as response:
                if response.status not in REDIRECTS:
                    return await _received(response, tuple(passed), max_bytes)
                passed.append(response.status)
                url = _next(url, response, len(passed))

    async def _wait_for_turn(self, url: URL) -> None:
        """One request after another per host. Workers extend it, to take turns with each other as well."""
        host, clock = url.host or "", asyncio.get_running_loop().time
        async with self._turns[host]:
            wait = self._free_at.get(host, 0.0) - clock()
            if wait > 0:
                await asyncio.sleep(wait)
            self._free_at[host] = clock() + self._pace


async def _received(response: aiohttp.ClientResponse, redirects: tuple[int, ...], max_bytes: int) -> Fetched:
    if response.status != 304 and not 200 <= response.status < 300:
        raise _refusal(response)
    if (response.content_length or 0) > max_bytes:
        raise TooLarge
    packing = response.headers.get("Content-Encoding", "")
    body = b"" if response.status == 304 else await unpacked(response.content.iter_chunked(CHUNK), packing, max_bytes)
    return Fetched(
        status=response.status,
        url=str(response.url),
        body=body,
        validators=Validators(_raw(response, b"etag"), _raw(response, b"last-modified")),
        content_type=response.content_type if "Content-Type" in response.headers else "",
        charset=response.charset,
        redirects=redirects,
    )


def _refusal(response: aiohttp.ClientResponse) -> FetchError:
    status, shown = response.status, _shown(str(response.url))
    kind = {410: ProblemKind.GONE, 429: ProblemKind.THROTTLED}.get(status, ProblemKind.REFUSED)
    if response.headers.get("cf-mitigated") == "challenge":
        message = f"{shown} lets only browsers in (Cloudflare's challenge, {status})"
    else:
        message = f"{shown} answered {status} {(response.reason or '')[:60]}".rstrip()
    permanent = 400 <= status < 500 and status not in WORTH_TRYING_AGAIN
    return FetchError(
        message,
        kind=kind,
        status=status,
        permanent=permanent,
        retry_after=_retry_after(response.headers, datetime.now(UTC)),
    )


def _retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """Seconds, or a time that is taken relative to the server's own clock."""
    written = headers.get("Retry-After", "").strip()
    try:
        if written.isascii() and written.isdigit():
            return min(timedelta(seconds=min(int(written), 10**9)), LONGEST_WAIT)
        wait = parsedate_to_datetime(written) - _server_time(headers, now)
        return min(max(wait, timedelta(0)), LONGEST_WAIT)
    except (ValueError, TypeError, OverflowError):
        return None  # none given, or none that can be read


def _server_time(headers: Mapping[str, str], now: datetime) -> datetime:
    try:
        return parsedate_to_datetime(headers["Date"])
    except (KeyError, ValueError, TypeError, OverflowError):
        return now


def _next(url: URL, response: aiohttp.ClientResponse, count: int) -> URL:
    location = response.headers.get("Location", "")
    if not location:
        raise Broken(f"answered {response.status} without saying where to go")
    if count > MAX_REDIRECTS:
        raise FetchError(
            f"{_shown(str(url))} redirects more than {MAX_REDIRECTS} times", kind=ProblemKind.REFUSED, permanent=True
        )
    target = _vetted_url(str(url.join(URL(location))))
    return target if target.origin() == url.origin() else target.with_user(None)


def _vetted_url(url: str) -> URL:
    target = URL(url.strip())
    if target.scheme not in ("http", "https") or not target.host:
        raise FetchError(
            f"{_shown(url)} is no web address: it must begin with https:// or http:// and name a host",
            kind=ProblemKind.REFUSED,
            permanent=True,
        )
    return target


def _conditions(validators: Validators) -> dict[str, str]:
    conditions = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in conditions.items() if value is not None}


def _raw(response: aiohttp.ClientResponse, name: bytes) -> str | None:
    """A header as it came. One that is not UTF-8 could not be sent back as it is, and is dropped."""
    for key, value in response.raw_headers:
        if key.lower() == name:
            try:
                return value.decode("utf-8") or None
            except UnicodeDecodeError:
                return None
    return None


def _shown(url: str) -> str:
    """A URL for messages, without a password and not too long."""
    try:
        shown = str(URL(url).with_user(None))
    except ValueError:
        shown = repr(url)
    return shown if len(shown) <= 200 else shown[:200] + "…"


def _told(error: Exception) -> str:
    match error:
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientConnectorSSLError() | ssl.SSLError():
            return "its certificate is not valid, so it is not trusted"
        case aiohttp.ClientConnectorDNSError():
            return "its name is not known"
        case aiohttp.ClientConnectorError():
            return f"no connection ({error.os_error.strerror or error.os_error})"
        case aiohttp.ServerDisconnectedError():
            return "it closed the connection without an answer"
        case aiohttp.ClientPayloadError():
            return "its answer breaks off"
        case _:
            return str(error) or type(error).__name__
