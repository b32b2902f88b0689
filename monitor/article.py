"""An article: one publication at one canonical URL. Its text may be revised after publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256


def revision_of(text: str) -> str:
    """The name of a revision: the first 16 hexadecimal digits of SHA-256 over the cleaned text in UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One revision of an article, cleaned. All times are aware.

    `text` is what every offset counts, in characters; it begins with the title where the title is known.
    """

    id: str
    """Stable over restarts: made from the canonical URL, or from the saved file's own id."""
    text: str
    first_seen: datetime
    """When the monitor first saw the article (not this revision)."""
    url: str | None = None
    title: str | None = None
    language: str | None = None
    """ISO 639-1, or null where it is not known yet."""
    published: datetime | None = None
    """As the source says; may lie in the future or be missing. Use `time` to order."""
    revised: datetime | None = None
    """When this revision was first seen; null for the first one."""
    source: str | None = None
    """The name of the feed or archive it came from."""
    file: str | None = None
    """Where a saved article was read from."""

    @property
    def revision(self) -> str:
        return revision_of(self.text)

    @property
    def dated(self) -> bool:
        """Whether `time` is the paper's own time; otherwise it is our first sight of the article."""
        return self.revised is None and self.published is not None and self.published <= self.first_seen

    @property
    def time(self) -> datetime:
        """The time that orders claims: publication, never later than first sight; for a revised text, its revision."""
        if self.revised is not None:
            return self.revised
        if self.published is None:
            return self.first_seen
        return min(self.published, self.first_seen)
