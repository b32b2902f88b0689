"""What a page says of itself in its markup: when it was published, and its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape

from monitor.sources.times import known

META = re.compile(r"<(?:meta|time)\b[^<>]{0,2000}>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]{1,60})\s{0,5}=\s{0,5}(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))""")
JSON_DATE = re.compile(r'"datePublished"\s{0,20}:\s{0,20}"([^"<>]{4,60})"')
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "date",
)
"""Names under which pages give the time of publication, the most reliable first."""


def published_in(page: str) -> datetime | None:
    """When a page says it was published, from its markup alone; linear in the page's length."""
    named: dict[str, datetime] = {}
    for name, written in _dates(page):
        moment = known(unescape(written))
        if moment is not None:
            named.setdefault(name, moment)
    return next((named[name] for name in PUBLISHED if name in named), None)


def _dates(page: str) -> Iterator[tuple[str, str]]:
    for tag in META.finditer(page):
        attributes = {name.lower(): a or b or c for name, a, b, c in ATTRIBUTE.findall(tag.group())}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name is None and re.search(r"\bpubdate\b", tag.group(), re.IGNORECASE):
            name = "pubdate"
        written = attributes.get("content") or attributes.get("datetime")
        if name is not None and written is not None:
            yield name.lower(), written
    for match in JSON_DATE.finditer(page):
        yield "datepublished", match.group(1)
