"""A source of articles, what is remembered of it between polls, and what a poll finds. All times are aware."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Content(StrEnum):
    """Where the text of a source's articles comes from."""

    PAGE = "page"
    """The page that an entry links to, fetched and cleaned."""
    FEED = "feed"
    """The feed itself: it gives whole texts, and the page is not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A feed to follow. `name` is unique within a rulebook; articles and state refer to it."""

    name: str
    url: str
    every: timedelta = timedelta(minutes=15)
    language: str | None = None
    """ISO 639-1 of its articles where the user says so; it decides where a text is too short to tell."""
    content: Content = Content.PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What is remembered of a source. It changes only by polling it."""

    name: str
    etag: str | None = None
    """As the server gave it, byte for byte, and sent back so."""
    last_modified: str | None = None
    """Likewise."""
    body_hash: str | None = None
    """SHA-256 of the last body that was a feed: an equal one need not be parsed."""
    next_due: datetime | None = None
    """Not polled before; null: never polled, due at once."""
    failures: int = 0
    """In a row; what makes the next wait longer."""
    error: str | None = None
    """Why the last poll failed, in words for the user; null after a good one."""
    last_polled: datetime | None = None
    last_article_at: datetime | None = None
    """The time of the newest article that the source has shown, never later than when it was shown."""
    baseline_done: bool = False
    """Whether a first good poll was made, whose articles are recorded and not told."""
    gone: bool = False
    """The server said 410; it is asked again after a month only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArticle:
    """An article that a source names; its page may not have been read yet."""

    keys: tuple[str, ...]
    """What identifies it, any of them: the canonical URL first where it has one, then the feed's own id within it."""
    source: str
    url: str | None = None
    """The address to fetch, as the source gives it."""
    title: str | None = None
    published: datetime | None = None
    language: str | None = None
    text: str | None = None
    """The whole plain text, where the feed itself gives it."""
    html: str | None = None
    """The whole text as HTML, where the feed itself gives it; hostile like any page."""
    updated: datetime | None = None
    """When it was edited last, where the source says so of this one: another time asks for another reading."""


class ProblemKind(StrEnum):
    UNREACHABLE = "unreachable"
    """No answer: name, connection, certificate, time-out."""
    REFUSED = "refused"
    """An answer with an error status, or an address we do not ask."""
    THROTTLED = "throttled"
    """The server asks us to wait; no fault of the source."""
    GONE = "gone"
    NOT_A_FEED = "not a feed"
    TOO_LARGE = "too large"
    BROKEN = "broken"
    """A feed that is damaged; what could be read of it was used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceProblem:
    """Why a poll gave nothing, or less than it should. `message` is for the user and names the source's URL."""

    source: str
    kind: ProblemKind
    message: str
    at: datetime
