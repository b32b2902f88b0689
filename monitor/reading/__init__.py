"""Reading: from an article's text to the figures and statuses it gives, and the claims that watches ask for. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from monitor.article import Article
from monitor.claim import ArticleRef, Claim, Kind
from monitor.reading.claiming import figure_claim, status_claim
from monitor.reading.figures.finding import find_figures
from monitor.reading.figures.mentions import NumberMention
from monitor.reading.matching import CLAIMS, Disposition, Outcome, match_figure, match_status
from monitor.reading.prefilter import Watches, concerned, filter_of
from monitor.reading.scene import Scene, see
from monitor.reading.shortlist import Shortlist
from monitor.reading.statuses.finding import StatusMention, find_statuses
from monitor.reading.vocabulary import Language, Vocabulary
from monitor.reading.words.lookup import forms_of, trie_of
from monitor.watch import Watch

__all__ = ["Disposition", "NumberMention", "Outcome", "Reading", "StatusMention", "claims_of", "make_ready", "read"]


ANY_TEXT = "1 2."
"""Reading it builds what is built once per language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one article gives, in the order of its text. `numbers` and `statuses` do not depend on any watch."""

    numbers: tuple[NumberMention, ...] = ()
    statuses: tuple[StatusMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    dispositions: tuple[Disposition, ...] = ()
    """One for every number and figure watch, and for every status and status watch; in the order of the watches."""
    scene: Scene | None = None
    """What was seen in the text; null where its language is not read."""


def read(article: Article, vocabulary: Vocabulary, watches: Sequence[Watch] = ()) -> Reading:
    """Everything that the article gives: nothing, where the vocabulary lacks its language or none is known."""
    language = language_of(article, vocabulary)
    if language is None:
        return Reading()
    scene = see(article.text, vocabulary, language, published=article.published, title=article.title)
    numbers = tuple(find_figures(scene))
    statuses = tuple(find_statuses(scene))
    reference = ArticleRef.of(article)
    claims: list[Claim] = []
    dispositions: list[Disposition] = []
    for watch in watches:
        of_watch, found = matched(scene, reference, watch, numbers, statuses)
        dispositions += of_watch
        claims += found
    return Reading(
        numbers=numbers, statuses=statuses, claims=tuple(claims), dispositions=tuple(dispositions), scene=scene
    )


def claims_of(article: Article, vocabulary: Vocabulary, watches: Sequence[Watch]) -> tuple[Claim, ...]:
    """The same claims as `read` gives, faster: an article that can concern no watch is not parsed at all."""
    language = language_of(article, vocabulary)
    if language is None:
        return ()
    key = Watches(tuple(watches))
    wanted = concerned(article.text, vocabulary, language.code, key)
    if not wanted:
        return ()
    scene = see(article.text, vocabulary, language, published=article.published, title=article.title)
    return tuple(claims_in(scene, ArticleRef.of(article), Shortlist.of(key, wanted, vocabulary)))


def make_ready(code: str, vocabulary: Vocabulary, watches: Sequence[Watch]) -> None:
    """Load what reading a language for these watches takes, ahead of the first article. Others are let be."""
    language = vocabulary.languages.get(code)
    if language is None:
        return
    key = Watches(tuple(watches))
    filter_of(vocabulary, code, key)
    forms_of(code, language)
    trie_of(vocabulary, code)
    shortlist = Shortlist.of(key, range(len(key.watches)), vocabulary)
    scene = see(ANY_TEXT, vocabulary, language)
    find_figures(scene, shortlist.wants)
    find_statuses(scene, shortlist.asked)


def claims_in(scene: Scene, article: ArticleRef, shortlist: Shortlist) -> list[Claim]:
    """In the order of the watches, and of the text."""
    found: list[tuple[int, Claim]] = []
    for number in find_figures(scene, shortlist.wants) if shortlist.figures else ():
        for at, watch in shortlist.for_figure(number):
            if watch.figure and match_figure(scene, number, watch, watch.figure).disposition in CLAIMS:
                found.append((at, figure_claim(scene, article, number, watch)))
    for status in find_statuses(scene, shortlist.asked) if shortlist.statuses else ():
        for at, watch in shortlist.for_status(status):
            if watch.status and match_status(scene, status, watch, watch.status).disposition in CLAIMS:
                found.append((at, status_claim(scene, article, status, watch)))
    return [claim for _, claim in sorted(found, key=itemgetter(0))]


def language_of(article: Article, vocabulary: Vocabulary) -> Language | None:
    return vocabulary.languages.get(article.language) if article.language is not None else None


def matched(
    scene: Scene,
    reference: ArticleRef,
    watch: Watch,
    numbers: tuple[NumberMention, ...],
    statuses: tuple[StatusMention, ...],
) -> tuple[list[Disposition], list[Claim]]:
    dispositions: list[Disposition] = []
    claims: list[Claim] = []
    if watch.kind is Kind.FIGURE and watch.figure is not None:
        for number in numbers:
            dispositions.append(match_figure(scene, number, watch, watch.figure))
            if dispositions[-1].disposition in CLAIMS:
                claims.append(figure_claim(scene, reference, number, watch))
    if watch.kind is Kind.STATUS and watch.status is not None:
        for status in statuses:
            dispositions.append(match_status(scene, status, watch, watch.status))
            if dispositions[-1].disposition in CLAIMS:
                claims.append(status_claim(scene, reference, status, watch))
    return dispositions, claims
