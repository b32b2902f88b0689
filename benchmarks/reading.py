"""What reading costs: numbers beside Recognizers-Text, whole articles beside trafilatura, many watches beside few.

    pip install '.[bench]'                       once, for Recognizers-Text
    python benchmarks/reading.py [COUNT]         COUNT pages, by default 60

1. Numbers of English text: at least 4 times the characters a second of Recognizers-Text's Python package.
2. An article that concerns watches, read whole for 100 of them: less than a quarter of trafilatura's time on its page,
   as the monitor calls it (fast, no comments). Beside it stands the share of the time that its own defaults take.
3. The same for 10,000 watches: less than twice the time for 100.

One process, one core, interleaved, on processor time; ratios are of the sums of one run.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import islice, product
from pathlib import Path

import trafilatura
from cleaning import Clock
from pages import pages

from monitor.article import Article
from monitor.claim import Kind
from monitor.reading import claims_of
from monitor.reading.numbers import find_numbers
from monitor.reading.vocabulary import EntityKind, Vocabulary
from monitor.rulebook import load
from monitor.sources.pages import clean
from monitor.watch import FigureCondition, Group, Watch

FASTER, SHARE, MANY = 4.0, 0.25, 2.0
FEW, LOTS = 100, 10_000
WARM = 6
"""Pages at the beginning that load models and fill caches."""
OPENING = b'<article class="post-content">'
CLOSING = b"</article>"
SENTENCES = 30
"""Of an article of some 4 kB; with five to six numbers in 1,000 characters, as news has them."""
COUNTED = {
    "id": (
        "Intelijen Korea Selatan menyebut sekitar {n}.300 tentara Korea Utara telah dikirim ke Kursk sejak Oktober.",
        "Dari jumlah itu, {n}00 orang tewas atau terluka, kata juru bicara militer Ukraina, Senin (18/11/2024).",
        "Moskow membantah bahwa {n}.000 prajurit tambahan akan tiba bulan depan.",
        "Badan penanggulangan bencana mencatat {n}4 orang tewas dan {n}.067 rumah rusak akibat gempa di Palu.",
        "Pemerintah menyiapkan Rp{n},5 triliun untuk pemulihan, naik {n} persen dari tahun lalu.",
    ),
    "en": (
        "South Korean intelligence said that about {n},300 North Korean soldiers had been sent to Kursk since October.",
        "Of these, {n}00 have been killed or wounded, a spokesman for the army told reporters on 18 November 2024.",
        "Moscow denied that a further {n},000 troops would arrive next month.",
        "The disaster agency has counted {n}4 dead and {n},067 damaged houses after the earthquake in Palu.",
        "The government set aside ${n}.5 billion for repairs, {n} percent more than last year.",
    ),
}
PLAIN = {
    "id": (
        "Zelensky meminta sekutunya untuk menanggapi langkah itu, yang menurutnya mengancam keamanan seluruh kawasan.",
        "Kementerian luar negeri Rusia belum menjawab pertanyaan wartawan hingga berita ini diturunkan.",
        "Para pengamat menilai bahwa kerja sama kedua negara itu akan terus meluas ke bidang teknologi dan energi.",
        "Warga di perbatasan mendengar ledakan sepanjang malam, dan banyak yang memilih tinggal di rumah kerabat.",
        "Perjanjian kemitraan itu ditandatangani di Pyongyang, lalu disahkan parlemen Rusia tanpa banyak perdebatan.",
    ),
    "en": (
        "Zelensky urged his allies to answer the move, which he said threatened the security of the whole region.",
        "The Russian foreign ministry had not replied to questions from reporters by the time of publication.",
        "Analysts believe that cooperation between the two countries will go on to reach technology and energy.",
        "People near the border heard explosions through the night, and many went to stay with their relatives.",
        "The partnership treaty was signed in Pyongyang and approved by the Russian parliament without a long debate.",
    ),
}


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    rulebook = load(Path(__file__).parents[1] / "rules").rulebook
    if rulebook is None:
        sys.exit("the shipped rules cannot be loaded: see monitor check")
    every = tuple(islice(watches(rulebook.vocabulary), LOTS - len(rulebook.watches)))
    lots = (*rulebook.watches.values(), *every)
    clock = read_pages(count, rulebook.vocabulary, lots)
    whole = clock.seconds[f"an article for {FEW} watches"]
    ratios = [
        ("an article / trafilatura, fast, on its page", whole / clock.seconds["trafilatura, fast, text alone"], SHARE),
        ("an article / trafilatura's defaults", whole / clock.seconds["trafilatura, its defaults"], SHARE),
        (f"{LOTS:,} watches / {FEW}", clock.seconds[f"an article for {LOTS:,} watches"] / whole, MANY),
    ]
    for station, seconds in clock.seconds.items():
        print(f"{station:45} {seconds / count * 1000:8.2f} ms")
    failed = False
    for name, ratio, limit in ratios:
        print(f"{name:45} {ratio:8.3f} (less than {limit})")
        failed = failed or ratio >= limit
    faster = numbers_beside_recognizers(rulebook.vocabulary, count)
    print(f"{'numbers, times as fast as Recognizers-Text':45} {faster:8.2f} (at least {FASTER})")
    sys.exit(failed or faster < FASTER)


def read_pages(count: int, vocabulary: Vocabulary, lots: Sequence[Watch]) -> Clock:
    clock = Clock()
    few = tuple(lots[:FEW])
    claims = 0
    for number, (language, body) in enumerate(pages(count + WARM)):
        if number == WARM:
            clock, claims = Clock(), 0
        html = with_article(body, number, language)
        clock.time(
            "trafilatura, fast, text alone",
            partial(trafilatura.bare_extraction, html, fast=True, include_comments=False, with_metadata=False),
        )
        clock.time("trafilatura, its defaults", partial(trafilatura.bare_extraction, html))
        page = clean(html.encode())
        article = Article(
            id=str(number), text=page.text, first_seen=datetime.now(UTC), title=page.title, language=language
        )
        claims += len(clock.time(f"an article for {FEW} watches", partial(claims_of, article, vocabulary, few)))
        clock.time(f"an article for {LOTS:,} watches", partial(claims_of, article, vocabulary, lots))
    if claims < count:
        sys.exit(f"only {claims} claims were read of {count} articles that hold some each")
    return clock


def with_article(body: bytes, number: int, language: str) -> str:
    """The page with another article: every third sentence counts, and most of them concern a watch."""
    chance = random.Random(number)
    told = [
        chance.choice(COUNTED[language] if at % 3 == 0 else PLAIN[language]).format(n=chance.randint(2, 90))
        for at in range(SENTENCES)
    ]
    paragraphs = "".join(f"<p>{first} {second}</p>" for first, second in zip(told[::2], told[1::2], strict=True))
    before, _, rest = body.partition(OPENING)
    _, _, after = rest.partition(CLOSING)
    return (before + OPENING + paragraphs.encode() + CLOSING + after).decode()


def watches(vocabulary: Vocabulary) -> Iterator[Watch]:
    """Figure watches, each another: countries, nouns, actions and places in all combinations."""
    countries = [one.id for one in vocabulary.entities.values() if one.kind is EntityKind.COUNTRY]
    nouns = [one for one in vocabulary.nouns.values() if one.kind_of]
    combinations = product(nouns, vocabulary.actions, countries)
    for number, (noun, action, country) in enumerate(combinations):
        condition = FigureCondition(count=(noun.id,), of=Group((country,)), action=action)
        yield Watch(id=f"watch-{number}", title=f"watch {number}", kind=Kind.FIGURE, figure=condition)


def numbers_beside_recognizers(vocabulary: Vocabulary, count: int) -> float:
    """How many times as many characters a second are read for numbers, on the English articles of the pages."""
    try:
        from recognizers_number import Culture, NumberRecognizer  # type: ignore[import-untyped]  # noqa: PLC0415 - of this benchmark alone
    except ImportError as error:
        sys.exit(f"Recognizers-Text is not installed ({error}): pip install '.[bench]'")
    model = NumberRecognizer(Culture.English).get_number_model()
    english = vocabulary.languages["en"]
    clock = Clock()
    for number, (language, body) in enumerate(pages(2 * min(count, 20) + WARM)):
        if number == WARM:
            clock = Clock()
        if language != "en":
            continue
        text = clean(body).text
        clock.time("theirs", partial(model.parse, text))
        clock.time("ours", partial(find_numbers, text, english))
    return clock.seconds["theirs"] / clock.seconds["ours"]


if __name__ == "__main__":
    main()
