"""Texts that nobody wrote, in every language that is read, and a run that reads many of them.

    python tests/reading/fuzzing.py [COUNT] [LANGUAGE...]     COUNT inputs, by default 200,000

Each is made of the language's own words (names, nouns, actions, cues, statuses, number words), of numbers in all
shapes, of other languages' words and of raw signs. The run ends with 1 where reading raises, or where it takes an input
more than 50 times as long per character as the median of its language: measured again, since a clock can be unlucky.
"""

import sys
from collections import defaultdict
from datetime import UTC, datetime
from functools import lru_cache
from statistics import median
from time import process_time

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rich.progress import Progress

from monitor.article import Article
from monitor.reading import read
from monitor.reading.words.lookup import phrases_of
from monitor.rulebook.vocabulary import load_vocabulary

COUNT = 200_000
SLOWEST = 50
"""Times the median per character that an input may take."""
SHORTEST = 100
"""Characters from which on the time per character means something."""
SEEN = datetime(2025, 3, 18, tzinfo=UTC)
SHAPES = (
    *("11,000", "11.000", "11 000", "11\u202f000", "1,5", "3.14", "12:30", "18/11/2024", "2024-11-18", "10-12", "2–3"),
    *(
        "١١٬٠٠٠",
        "۱۲۳",
        "१२,०००",
        "１１",
        "1万1000",
        "一万二千",
        "1.1億",
        "3천여",
        "12K",
        "$5",
        "€1.2bn",
        "Rp1,461",
        "7%",
    ),
    *(
        "+0.25",
        "-3",
        "½",
        "T-72",
        "G7",
        "5th",
        "1990s",
        "XIV",
        "10^9",
        "0x1F",
        "1e5",
        "9" * 26,
        "0,000,000",
        "1/2",
        "12'000",
    ),
)
MARKS = (
    *(
        " ",
        " ",
        " ",
        " ",
        ", ",
        ". ",
        "; ",
        ": ",
        " (",
        ") ",
        " “",
        "” ",
        ' "',
        "'",
        "’",
        " – ",
        "-",
        "\n",
        "\n\n",
        "? ",
    ),
    *(
        "、",
        "。",
        "，",
        "「",
        "」",
        "؟ ",
        "، ",
        "।",
        "…",
        "\u00ad",
        "\u200b",
        "\u200d",
        "\u200f",
        "\ufeff",
        "\x00",
        "\x1b[31m",
    ),
    *("\ud7ff", "｜", "|", "/"),
)


@lru_cache
def words_of(code):
    """All phrases of a language, with its number words."""
    vocabulary = load_vocabulary()
    numbers = vocabulary.languages[code].numbers
    phrases = {phrase for _, _, phrase in phrases_of(vocabulary, code)}
    numeric = (numbers.atoms, numbers.scales, numbers.vague, numbers.some, numbers.before, numbers.after, numbers.units)
    phrases.update(*numeric)
    return (*sorted(phrases), *SHAPES * (len(phrases) // (4 * len(SHAPES)) + 1))


def codes():
    return tuple(load_vocabulary().languages)


@st.composite
def texts(draw, languages):
    """(language, text): a text of a language's words in any order, with a foreign stretch and raw signs in it."""
    code = draw(st.sampled_from(languages))
    other = draw(st.sampled_from(languages))
    raw = draw(st.text(max_size=40))
    times = draw(st.sampled_from([1, 1, 1, 1, 1, 20]))
    picks = draw(st.lists(st.integers(0, 2**32), min_size=8, max_size=60))
    split = draw(st.integers(0, len(picks)))
    pieces = [*(piece(code, pick) for pick in picks[:split]), raw, *(piece(other, pick) for pick in picks[split:])]
    return code, "".join(pieces) * times


def piece(code, pick):
    words = words_of(code)
    return words[pick % len(words)] + MARKS[pick // len(words) % len(MARKS)]


def article(text, code):
    return Article(id="a", text=text, first_seen=SEEN, published=SEEN, language=code)


def timed(text, code):
    began = process_time()
    read(article(text, code), load_vocabulary())
    return process_time() - began


def main():
    given_codes = tuple(sys.argv[2:]) or codes()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    for code in given_codes:
        timed(" ".join(words_of(code)[:2000]), code)  # loads the language
    per_character, suspects = read_many(count, given_codes)
    medians = {code: median(shares) for code, shares in per_character.items()}
    for code, share in sorted(medians.items()):
        say(f"{code}: {len(per_character[code]):,} inputs, median {share * 1e6:.2f} µs a character")
    again = [(ratio(code, text, medians), code, text) for code, text in suspects]
    for worst, code, text in sorted(again, reverse=True)[:3]:
        say(f"slowest, measured again: {worst:.1f} times the median of {code}: {text[:120]!r}")
    say(f"{count:,} inputs, {sum(map(len, per_character.values())):,} of {SHORTEST} characters and more; none raised")
    sys.exit(any(worst > SLOWEST for worst, *_ in again))


def read_many(count, languages):
    """Seconds per character by language, and the inputs that took suspiciously long."""
    per_character, suspects = defaultdict(list), []
    checks = list(HealthCheck)
    with Progress() as progress:
        task = progress.add_task("reading what nobody wrote", total=count)

        @settings(
            max_examples=count, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=checks
        )
        @given(texts(languages))
        def run(one):
            code, text = one
            seconds = timed(text, code)
            progress.advance(task)
            if len(text) >= SHORTEST:
                shares = per_character[code]
                shares.append(seconds / len(text))
                if len(shares) > SLOWEST and shares[-1] > SLOWEST / 2 * median(shares[-1000:]):
                    suspects.append((code, text))

        run()
    return per_character, suspects


def ratio(code, text, medians):
    return min(timed(text, code) for _ in range(3)) / len(text) / medians[code]


def say(words):
    sys.stdout.write(f"{words}\n")


if __name__ == "__main__":
    main()
