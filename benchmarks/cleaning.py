"""What reading costs beside cleaning, on pages of 100 to 200 kB that concern no watch.

    python benchmarks/cleaning.py [COUNT]

Reading the clean text must take less than 5 % of trafilatura's time on its page. Interleaved, in one process, on
processor time; each ratio is of the sums of one run, since absolute figures do not travel.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from typing import TypeVar

import trafilatura
from pages import pages

from monitor.article import Article
from monitor.reading import claims_of, read
from monitor.rulebook import load
from monitor.sources.language import detect
from monitor.sources.pages import Cleaner, clean

LIMIT = 0.05
T = TypeVar("T")


class Clock:
    """Sums processor seconds per station."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, station: str, work: Callable[[], T]) -> T:
        start = process_time()
        result = work()
        self.seconds[station] = self.seconds.get(station, 0.0) + process_time() - start
        return result


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    rulebook = load(Path(__file__).parents[1] / "rules").rulebook
    if rulebook is None:
        sys.exit("the shipped rules cannot be loaded: see monitor check")
    watches, vocabulary = tuple(rulebook.watches.values()), rulebook.vocabulary
    clock, sizes, lengths, claims = Clock(), [], [], 0
    with Cleaner() as cleaner:
        for number, (language, body) in enumerate(pages(count + 4)):
            if number == 4:
                clock = Clock()  # the first pages load models and fill caches
            html = body.decode()
            clock.time(
                "trafilatura, fast, text alone",
                lambda html=html: trafilatura.bare_extraction(
                    html, fast=True, include_comments=False, with_metadata=False
                ),
            )
            page = clock.time("our cleaning (decoding, title, time, text)", lambda body=body: clean(body))
            clock.time("the trip to the child and back, without its work", lambda body=body: cleaner.clean(body))
            found = clock.time(
                "telling the language", lambda page=page: detect(page.text, languages=vocabulary.languages)
            )
            if found != language:
                sys.exit(f"page {number} is {language}, and was taken for {found}")
            article = Article(
                id=str(number), text=page.text, first_seen=datetime.now(UTC), title=page.title, language=language
            )
            claims += len(
                clock.time("reading for the shipped watches", lambda a=article: claims_of(a, vocabulary, watches))
            )
            clock.time("reading everything (monitor read)", lambda a=article: read(a, vocabulary))
            sizes.append(len(body))
            lengths.append(len(page.text))
    base = clock.seconds["trafilatura, fast, text alone"]
    mean = sum(lengths) // len(lengths)
    print(
        f"{count} pages of {min(sizes) // 1000} to {max(sizes) // 1000} kB, texts of {mean} characters, {claims} claims"
    )
    for station, seconds in clock.seconds.items():
        print(f"{station:50} {seconds / count * 1000:7.2f} ms   {seconds / base:7.2%}")
    ratio = clock.seconds["reading for the shipped watches"] / base
    print(f"reading / trafilatura = {ratio:.2%} (at most {LIMIT:.0%})")
    sys.exit(ratio > LIMIT)


if __name__ == "__main__":
    main()
