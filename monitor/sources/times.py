"""Times as papers, feeds and files write them, made aware."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime

DATE = re.compile(r"\d{4}-\d\d-\d\d")
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Before the web: such a time is a default, not a date (1970, 1899, 0001)."""
END_OF_DAY = time(23, 59, 59, tzinfo=UTC)


def aware(written: str) -> datetime:
    """Read an ISO 8601 time. Raises ValueError for anything else.

    Without a zone it is taken as UTC. A date alone is taken as the end of that day: all that is known is that it was no
    later, and `Article.time` never lets it lie after first sight, so an article of today is not taken for an old one.
    """
    written = written.strip()
    if DATE.fullmatch(written):
        return datetime.combine(date.fromisoformat(written), END_OF_DAY)
    moment = datetime.fromisoformat(written)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def known(written: str) -> datetime | None:
    """Read a time from a page or feed, which may hold anything: ISO 8601, or as in e-mail; None for what is no date."""
    for read in (aware, _mail_time):
        try:
            moment = read(written)
        except (ValueError, OverflowError):
            continue
        return moment if moment >= EARLIEST else None
    return None


def _mail_time(written: str) -> datetime:
    moment = parsedate_to_datetime(written)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
