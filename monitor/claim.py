"""A claim: one figure or one status that one article revision gives for one watch, with the words that prove it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from monitor.article import Article
from monitor.quantity import Quantity


class Kind(StrEnum):
    FIGURE = "figure"
    STATUS = "status"


class Modality(StrEnum):
    """How the article puts a claim."""

    ASSERTED = "asserted"
    ESTIMATED = "estimated"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    PAST = "past"
    """A figure of an earlier time ("up from 8,000 in October")."""

    @property
    def may_stand(self) -> bool:
        """Whether such a claim may be on record as the state of things."""
        return self in (Modality.ASSERTED, Modality.ESTIMATED)


class Prominence(StrEnum):
    TITLE = "title"
    LEAD = "lead"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRef:
    """The article revision a claim was read in, without its text. All times are aware."""

    id: str
    revision: str
    time: datetime
    """What orders the claim: see `Article.time`."""
    dated: bool
    """Whether `time` is the paper's own; else our first sight."""
    first_seen: datetime
    revised: bool = False
    """Whether this is a later revision than the one first seen."""
    url: str | None = None
    title: str | None = None
    published: datetime | None = None
    language: str | None = None
    source: str | None = None
    file: str | None = None

    @classmethod
    def of(cls, article: Article) -> ArticleRef:
        return cls(
            id=article.id,
            revision=article.revision,
            time=article.time,
            dated=article.dated,
            first_seen=article.first_seen,
            revised=article.revised is not None,
            url=article.url,
            title=article.title,
            published=article.published,
            language=article.language,
            source=article.source,
            file=article.file,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One figure or status. A figure has `quantity`; a status has `status` and perhaps `by` and `when`."""

    watch: str
    kind: Kind
    article: ArticleRef
    quote: str
    """The sentence that proves it, verbatim: equal to the article's `text[start:end]`."""
    start: int
    end: int
    mention_start: int
    """Where the number or status phrase itself lies, in characters of the article's text."""
    mention_end: int
    modality: Modality = Modality.ASSERTED
    prominence: Prominence = Prominence.BODY
    quantity: Quantity | None = None
    status: str | None = None
    """A rung, exit or return of the watch's ladder."""
    by: tuple[str, ...] = ()
    """Of a status: the parties who took the step, as entity names ("North Korea"); empty where the text names none."""
    said_at: datetime | None = None
    """The time of the live blog's entry that says it, aware; null in every other article."""
    when: str | None = None
    """Of a status: its date as far as the text gives it: 2024, 2024-06, 2024-06-19, or --06-19 without a year."""
    speaker: str | None = None
    """Who is cited, in the article's own words; null where the article says it itself."""
    speaker_id: str | None = None
    """The speaker with spellings folded, equal for "Zelensky" and "Zelenskyy"; null exactly when `speaker` is."""
    speaker_gloss: str | None = None
    """Who that is, by English names: "United States" of "Pemerintah Amerika Serikat"; null where we know none."""
    via: str | None = None
    """Who relays the speaker ("Al Jazeera quotes Zelensky")."""
    counted: str | None = None
    """As written."""
    gloss: str | None = None
    """What was counted, in English: "North Korean soldiers"."""
    of: str | None = None
    action: str | None = None
    place: str | None = None
    """As written."""
    place_id: str | None = None
    """The place with spellings and languages folded, as an entity name; null exactly when `place` is."""
    key: str = ""
    """Which standing claim of the watch it is compared with; "" while a watch keeps one for all."""
    rule: str = ""
    """The name of the reading rule that made it."""

    @property
    def id(self) -> str:
        """Equal exactly for the same mention, in the same revision, for the same watch."""
        article = self.article
        said = (self.watch, self.key, str(self.mention_start), self.status or "")
        seed = "\n".join((article.id, article.revision, *said))
        return sha256(seed.encode()).hexdigest()[:16]

    @property
    def voice(self) -> str:
        """Who says it, for "the same speaker": the speaker, else the paper (its host or source), else the article."""
        if self.speaker_id is not None:
            return self.speaker_id
        return "paper:" + (host_of(self.article.url) or self.article.source or self.article.id)


def host_of(url: str | None) -> str | None:
    """The host of an absolute URL in lower case without a leading "www.", or None."""
    if url is None or "//" not in url:
        return None
    authority = url.split("//", 1)[1].split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    host = authority.rsplit("@", 1)[-1].rsplit(":", 1)[0].lower()
    return host.removeprefix("www.") or None
