"""One claim in English: the value, who says it, where and when it was printed, how it was read.

Texts from outside come back on one line and without control characters, but unescaped: escaping is each channel's own.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta
from decimal import Decimal

from monitor.candidates import SET
from monitor.claim import ArticleRef, Claim, Modality, host_of
from monitor.fold import RULE_ARTICLE
from monitor.quantity import COUNT, Qualifier, Quantity

SEPARATOR = " · "
QUALIFIERS = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.AT_MOST: "up to ",
    Qualifier.LESS_THAN: "less than ",
}
ORDERS = (
    "",
    "tens",
    "hundreds",
    "thousands",
    "tens of thousands",
    "hundreds of thousands",
    "millions",
    "tens of millions",
)
"""Words for 10 to the power of the index, as newsrooms write vague figures."""
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MODALITIES = {
    Modality.ASSERTED: "",
    Modality.ESTIMATED: "an estimate",
    Modality.PLANNED: "planned, not yet so",
    Modality.HYPOTHETICAL: "hypothetical",
    Modality.DENIED: "denied",
    Modality.PAST: "of an earlier time",
}
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
"""Marks that change the order in which a reader sees text; a hostile title could hide its own words with them."""
DATE = re.compile(r"(?:(?P<year>\d{4})|-)(?:-(?P<month>\d{2}))?(?:-(?P<day>\d{2}))?")
LONGEST_PLAIN = 30
"""Digits; a longer number is not written out."""


def one_line(text: str, limit: int | None = None) -> str:
    """On one line, without control characters and reordering marks, cut to `limit` characters with an ellipsis."""
    plain = REORDERING.sub("", text)
    plain = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp", "Cs") else sign for sign in plain)
    plain = " ".join(plain.split())
    if limit is not None and len(plain) > limit:
        return plain[: limit - 1].rstrip() + "…"
    return plain


def number_phrase(value: Decimal, unit: str = COUNT) -> str:
    digits = f"{value:,f}" if abs(value.adjusted()) < LONGEST_PLAIN else f"{value:E}"
    if unit == COUNT:
        return digits
    if unit == "percent":
        return f"{digits}%"
    if re.fullmatch("[A-Z]{3}", unit):
        return f"{unit} {digits}"
    words = unit.replace("_", " ")
    return f"{digits} {words}s" if unit.endswith("_point") and value != 1 else f"{digits} {words}"


def quantity_phrase(quantity: Quantity) -> str:
    """Such as "about 10,000", "10,000 to 12,000", "tens of thousands (10,000 to 99,999)"."""
    if quantity.nominal is not None:
        return QUALIFIERS[quantity.qualifier] + number_phrase(quantity.nominal, quantity.unit)
    ends = [number_phrase(end, quantity.unit) for end in (quantity.low, quantity.high) if end is not None]
    span = " to ".join(ends)
    if not quantity.is_vague:
        return span
    words = _order(quantity)
    return f"{words} ({span})" if words else f"{span}, vaguely put"


def _order(quantity: Quantity) -> str | None:
    low, high = quantity.low, quantity.high
    if low is None or high is None or low <= 0 or high != low * 10 - 1 or low != Decimal(10) ** low.adjusted():
        return None
    return ORDERS[low.adjusted()] if low.adjusted() < len(ORDERS) else None


def status_phrase(status: str) -> str:
    return one_line(status.replace("_", " "))


def value_phrase(claim: Claim, *, parties_reached: int = 0, parties_total: int = 0) -> str:
    """The figure or the status alone; a per-party rung says whose step it is and how many have taken it."""
    if claim.quantity is not None:
        return quantity_phrase(claim.quantity)
    if claim.status is None:
        raise ValueError(f"claim {claim.id} of {claim.watch} has neither a quantity nor a status")
    by = f" by {_listed(claim.by)}" if claim.by else ""
    steps = f", {parties_reached} of {parties_total}" if parties_total else ""
    return status_phrase(claim.status) + by + steps


def _listed(names: tuple[str, ...]) -> str:
    plain = [one_line(name) for name in names]
    return plain[0] if len(plain) == 1 else f"{', '.join(plain[:-1])} and {plain[-1]}"


def speaker_phrase(claim: Claim) -> str:
    """Who says so, in the article's own words, and who that is; the paper itself where it names nobody."""
    if is_given(claim):
        return "the watch's own starting value"
    if is_set(claim):
        return f"the editor {one_line(claim.speaker or claim.article.id, 120)}"
    if claim.speaker is None:
        return f"{paper_phrase(claim.article)} itself, no speaker named"
    return f"{_named(claim)}, via {one_line(claim.via, 120)}" if claim.via else _named(claim)


def is_given(claim: Claim) -> bool:
    """Whether it is no article's: the watch itself gives it (`last:`)."""
    return claim.rule == RULE_ARTICLE


def is_set(claim: Claim) -> bool:
    """Whether an editor put it on record."""
    return claim.rule == SET


def _named(claim: Claim) -> str:
    """The article's words, with the English name behind them where they do not say it already."""
    words = one_line(claim.speaker, 120) if claim.speaker else "no speaker named"
    if claim.speaker_gloss is None or claim.article.language == "en":
        return words
    gloss = one_line(claim.speaker_gloss, 120)
    return words if gloss.split()[-1].casefold() in words.casefold() else f"{words} ({gloss})"


def short_speaker(claim: Claim) -> str:
    """The shortest name that still says who, for tables and paths."""
    if is_given(claim) or is_set(claim):
        return speaker_phrase(claim)
    if claim.speaker is None:
        return paper_phrase(claim.article)
    return one_line(_known(claim) or claim.speaker, 60)


def _known(claim: Claim) -> str | None:
    """The English name, where the speaker is that very person or body and not only somebody of it."""
    return claim.speaker_gloss if claim.speaker_gloss == claim.speaker_id else None


def figure_phrase(claim: Claim) -> str:
    """How the claim was read: "about 10,000 · North Korean soldiers · deployed · Kursk · United States"."""
    return SEPARATOR.join(part for part in _parts(claim) if part)


def _parts(claim: Claim) -> tuple[str, ...]:
    known = _known(claim)
    speaker = "no speaker named" if claim.speaker is None else _named(claim)
    return (
        value_phrase(claim),
        counted_phrase(claim),
        one_line(claim.action.replace("_", " "), 80) if claim.action else "",
        place_phrase(claim) or "",
        date_phrase(claim.when) if claim.when else "",
        MODALITIES[claim.modality],
        speaker if known is None else one_line(known, 120),
    )


def counted_phrase(claim: Claim) -> str:
    if claim.gloss is not None:
        return one_line(claim.gloss, 120)
    counted = one_line(claim.counted, 80) if claim.counted else ""
    group = one_line(claim.of, 80) if claim.of else ""
    return f"{counted} of {group}" if counted and group else counted or group


def place_phrase(claim: Claim) -> str | None:
    """The place in the gazetteer's English, else as written."""
    place = claim.place_id or claim.place
    return one_line(place, 80) if place else None


def date_phrase(when: str) -> str:
    """Write "2024-06-19" as "on 19 June 2024", "2024-06" as "in June 2024"; what is no such date stays as it is."""
    match = DATE.fullmatch(when)
    if match is None or not 0 < int(match["month"] or 1) <= len(MONTHS):
        return one_line(when, 40)
    day = str(int(match["day"])) if match["day"] else ""
    month = MONTHS[int(match["month"]) - 1] if match["month"] else ""
    words = " ".join(part for part in (day, month, match["year"] or "") if part)
    return f"on {words}" if day else f"in {words}"


def paper_phrase(article: ArticleRef) -> str:
    return one_line(host_of(article.url) or article.source or article.file or article.id, 120)


def time_phrase(time: datetime) -> str:
    """Such as "12 Nov 2024, 16:00 +07:00": in the zone in which the time was given."""
    offset = time.utcoffset() or timedelta()
    zone = f"{time:%z}"
    shown = f"{zone[:3]}:{zone[3:5]}" if offset else "UTC"
    return f"{time.day} {MONTHS[time.month - 1][:3]} {time.year}, {time:%H:%M} {shown}"


def sighting_phrase(article: ArticleRef) -> str:
    """The article's time, and whose time it is."""
    when = time_phrase(article.time)
    if article.dated:
        return f"{when} (the paper's own time)"
    if article.time > article.first_seen:
        return f"{when} (when we first saw this version)"
    if article.published is None:
        return f"{when} (our first sight; the paper gives no time)"
    return f"{when} (our first sight; the paper's own time, {time_phrase(article.published)}, was still to come)"


def origin_phrase(claim: Claim) -> str:
    """Value, speaker, paper and time in one line, as what is on record is told."""
    parts = [value_phrase(claim), speaker_phrase(claim)]
    if is_given(claim):
        return SEPARATOR.join(parts)
    if claim.speaker is not None and not is_set(claim):
        parts.append(paper_phrase(claim.article))
    return SEPARATOR.join([*parts, time_phrase(claim.article.time)])
