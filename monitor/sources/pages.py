"""A page to the text of its article. Pages are hostile: some take the extractor a minute or two gigabytes.

So a page is cleaned in a child process with limits, which is killed when it exceeds them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from configparser import ConfigParser
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from types import TracebackType
from typing import Any, Self

from lxml.etree import LxmlError

from monitor.sources.confined import MEMORY, Confined, Stopped
from monitor.sources.decoding import decode
from monitor.sources.language import code_of
from monitor.sources.metadata import published_in
from monitor.sources.times import known

MAX_PAGE_BYTES = 4_000_000
TOO_LONG = f"the page is longer than {MAX_PAGE_BYTES // 1_000_000} MB and was not read"
TIME_OUT = timedelta(seconds=20)
EXTRACTOR_FAILS = (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError)
"""What the extractor's own mistakes on odd pages raise."""
SHORTEST = 60
"""Characters. Where the article seems shorter, the extractor gathers paragraphs from the whole page. By default it does
so under 250, and then the teasers beside a news flash of two sentences, with their figures, become part of it."""
TAG = re.compile("<[a-zA-Z!?]")


class PageError(Exception):
    """A page that gives no article; the message says why, in words for the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    text: str
    """Begins with the title where there is one."""
    title: str | None = None
    published: datetime | None = None
    language: str | None = None
    """What the page declares, an ISO 639-1 code; a hint, for templates lie."""


def headed(title: str | None, body: str) -> str:
    """The text of an article: its body, after its title unless the body begins with it."""
    if title is None or " ".join(body[: 2 * len(title) + 20].split()).startswith(" ".join(title.split())):
        return body
    return f"{title}\n\n{body}"


def clean(html: bytes | str, *, url: str | None = None, charset: str | None = None, title: str | None = None) -> Page:
    """Extract the article of a page, in this process and without limits of time: see `Cleaner`. Raises PageError.

    A `title` known from elsewhere takes the place of the page's own.
    """
    if len(html) > MAX_PAGE_BYTES:
        raise PageError(TOO_LONG)
    page = html if isinstance(html, str) else decode(html, charset)
    if not page.strip():
        raise PageError("the page is empty")
    if "\0" in page[:1000] or not TAG.search(page):
        raise PageError("the page is not HTML")
    import trafilatura  # noqa: PLC0415  0.3 s that most commands need not pay
    from trafilatura.metadata import extract_title  # noqa: PLC0415
    from trafilatura.utils import load_html  # noqa: PLC0415

    tree = load_html(f"<html>{page}" if "<html" not in page[:5000].lower() else page)
    if tree is None:
        raise PageError("the page is not HTML")
    title = title or _title(tree, extract_title)
    published = published_in(page) or _day_of(tree, url)
    language = tree.get("lang") or tree.get("xml:lang")
    found = trafilatura.bare_extraction(
        tree, url=url, fast=True, include_comments=False, with_metadata=False, config=_settings()
    )
    body = getattr(found, "text", None)  # a Document, or None
    if not body or not body.strip():
        raise PageError("no text of an article was found in the page")
    return Page(
        text=headed(title, body.strip()),
        title=title,
        published=published,
        language=code_of(language) if language else None,
    )


@lru_cache(maxsize=1)
def _settings() -> ConfigParser:
    from trafilatura.settings import use_config  # noqa: PLC0415  as above

    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(SHORTEST))
    return settings


def _title(tree: Any, extract_title: Any) -> str | None:
    """The headline: as given for sharing, shortened to the heading where that lacks only the paper's name."""
    shared = tree.xpath("string(.//meta[@property='og:title'][1]/@content)").strip()
    if not shared:
        return extract_title(tree) or None
    headings = {" ".join(heading.text_content().split()) for heading in tree.iterfind(".//h1")}
    return max((h for h in headings if len(h) > 10 and h in shared), key=len, default=" ".join(shared.split()))


def _day_of(tree: Any, url: str | None) -> datetime | None:
    """The day that the page's address or visible text gives, for a page whose markup gives no time."""
    from htmldate import find_date  # noqa: PLC0415  rarely needed

    day = find_date(tree, extensive_search=False, original_date=True, url=url)
    return known(day) if day else None


class Cleaner:
    """`clean` in a child process that is killed when a page takes too long or too much memory. A context manager.

    It may be used from several threads; pages are cleaned one after another.
    """

    def __init__(self, *, time_out: timedelta = TIME_OUT, memory: int = MEMORY) -> None:
        self._confined = Confined(time_out=time_out, memory=memory)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._confined.__exit__(kind, error, trace)

    def clean(
        self, html: bytes | str, *, url: str | None = None, charset: str | None = None, title: str | None = None
    ) -> Page:
        """Do as `clean` does. Raises PageError, also for a page that had to be stopped."""
        with _told(html):
            return self._confined.run(clean, html, url=url, charset=charset, title=title)

    async def cleaned(
        self, html: bytes | str, *, url: str | None = None, charset: str | None = None, title: str | None = None
    ) -> Page:
        """Do the same within an event loop."""
        with _told(html):
            return await self._confined.wait(clean, html, url=url, charset=charset, title=title)


@contextmanager
def _told(html: bytes | str) -> Iterator[None]:
    if len(html) > MAX_PAGE_BYTES:  # not worth a trip through the pipe
        raise PageError(TOO_LONG)
    preload()
    try:
        yield
    except Stopped as stopped:
        raise PageError(f"cleaning the page was stopped: {stopped}") from None
    except EXTRACTOR_FAILS as error:
        raise PageError(f"the extractor failed on the page ({type(error).__name__}: {str(error)[:100]})") from error


def preload() -> None:
    """Import the extractor before children are forked, so that each need not."""
    import trafilatura  # noqa: F401, PLC0415  0.3 s

    for library in ("trafilatura", "htmldate"):
        logging.getLogger(library).setLevel(logging.CRITICAL)  # what they say of a page, a PageError says better
