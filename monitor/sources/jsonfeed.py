"""JSON Feed (jsonfeed.org, versions 1 and 1.1)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from monitor.sources.times import known

VERSION = "https://jsonfeed.org/version/"


class NotJsonFeed(Exception):  # noqa: N818  it says what was found
    """The message says what the thing is instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    id: str | None
    url: str | None
    title: str | None
    published: datetime | None
    summary: str | None
    html: str | None
    text: str | None
    updated: datetime | None


def items_of(body: bytes) -> tuple[str | None, str | None, Sequence[Item], int]:
    """Title, language, items, and how many items could not be read. Raises NotJsonFeed."""
    try:
        feed = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotJsonFeed("is not a feed: neither RSS nor Atom nor JSON") from error
    if not isinstance(feed, dict) or not str(feed.get("version", "")).startswith(VERSION):
        raise NotJsonFeed(f'is JSON but not a JSON Feed: its "version" does not begin with {VERSION}')
    written = feed.get("items")
    if not isinstance(written, list):
        raise NotJsonFeed('is a JSON Feed without "items"')
    items = [_item(item) for item in written if isinstance(item, dict)]
    return _string(feed, "title"), _string(feed, "language"), items, len(written) - len(items)


def _item(item: dict[str, Any]) -> Item:
    updated = _string(item, "date_modified")
    published = _string(item, "date_published") or updated
    return Item(
        id=_string(item, "id"),
        url=_string(item, "url") or _string(item, "external_url"),
        title=_string(item, "title"),
        published=known(published) if published else None,
        summary=_string(item, "summary"),
        html=_string(item, "content_html"),
        text=_string(item, "content_text"),
        updated=known(updated) if updated else None,
    )


def _string(fields: dict[str, Any], name: str) -> str | None:
    """A number is taken as written, for ids; anything else that is no string counts as not given."""
    value = fields.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value else None
