"""How many numbers of outside suites are read right, per suite and language, beside other systems.

    python benchmarks/numerals.py [FOLDER]       FOLDER: the suites, by default ../shared/numerals

Each row goes through `monitor read --jsonl`, as a program would call it. The figures of the other systems are those of
the suites' own README; what is measured is said there too: of news, figures that the English source holds and the
translation should hold; of Duckling, that the whole text is one number of that value; of Recognizers, that every number
of the text is found and nothing else (core: non-negative whole numbers); of the treebank, spans and values.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "shared" / "numerals"
LANGUAGES = [
    "id", "ms",
    "en", "ru", "uk", "ko", "zh", "ja", "ar", "tr", "es", "fr", "de", "pt", "it", "nl", "pl", "fa", "hi", "vi"
]  # fmt: skip
NOT_SCORED = ("measure", "time")
FIRST_LARGE = 1000
LONGER = 16
"""Characters that a span may have beyond the treebank's: a qualifier, a unit."""
NEAR = Decimal("1e-6")

Row = Mapping[str, Any]
Outcome = tuple[str, str, bool]
"""Suite, language, and whether it was read right."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One column: the floor of the mean over languages, that of each language, and where others stand."""

    title: str
    floor: str
    each: str | None = None
    others: Mapping[str, str] = field(default_factory=dict)


MEASURES = {
    "news, 1,000 or more": Measure(
        "NTREX >=1000", ".97", ".93", {"digits regex": ".43", "CLDR lexicon": ".88", "Duckling": ".51"}
    ),
    "news, all": Measure("NTREX all", ".98", None, {"best known": ".96"}),
    "treebank spans": Measure("UD spans", ".99", None, {"best known": ".97"}),
    "treebank values": Measure("UD values", ".995", None, {"best known": ".998"}),
    "duckling": Measure(
        "Duckling",
        ".93",
        None,
        {
            "digits regex": ".31",
            "CLDR lexicon": ".76",
            "Recognizers": ".84",
            "quantulum3 (en)": ".49",
            "Duckling": ".99",
        },
    ),
    "recognizers": Measure(
        "Recognizers",
        ".88",
        None,
        {
            "digits regex": ".13",
            "CLDR lexicon": ".58",
            "Recognizers": ".97",
            "quantulum3 (en)": ".64",
            "Duckling": ".52",
        },
    ),
}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    if not folder.is_dir():
        sys.exit(f"{folder}: no such folder; give the one that holds ntrex_news.jsonl and the other suites")
    tallies: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for file, outcomes in SUITES.items():
        rows = [row for row in rows_of(folder / file) if row["language"] in LANGUAGES]
        for measure, language, right in outcomes(rows, numbers_of(rows)):
            tallies[measure][language].append(right)
    sys.exit(printed(tallies))


def rows_of(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in lines)


def numbers_of(rows: list[Row]) -> list[list[Row]]:
    """The numbers of each row, as `monitor read` gives them."""
    given = "".join(
        json.dumps({"id": str(at), "text": row["text"], "language": row["language"]}) + "\n"
        for at, row in enumerate(rows)
    )
    command = [sys.executable, "-m", "workers.cli", "read", "--jsonl", "--json", "-"]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    answers = [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in done.stdout.splitlines()]
    if len(answers) != len(rows):
        sys.exit(f"{len(answers)} of {len(rows)} rows were answered: {done.stderr.strip()[-300:]}")
    return [answer["numbers"] for answer in answers]


def of_news(rows: list[Row], found: list[list[Row]]) -> Iterator[Outcome]:
    for row, numbers in zip(rows, found, strict=True):
        for figure in row["expected"]:
            if figure["class"] in NOT_SCORED:
                continue
            right = any(holds(number, figure["value"]) for number in numbers)
            yield "news, all", row["language"], right
            if figure["value"] >= FIRST_LARGE and figure["class"] != "year":
                yield "news, 1,000 or more", row["language"], right


def of_treebank(rows: list[Row], found: list[list[Row]]) -> Iterator[Outcome]:
    for row, numbers in zip(rows, found, strict=True):
        for figure in row["expected"]:
            near = [number for number in numbers if figure["text"].lower() in number["text"].lower()]
            close = any(len(number["text"]) <= len(figure["text"]) + LONGER for number in near)
            yield "treebank spans", row["language"], close
            if figure.get("value") is not None:
                right = any(holds(number, figure["value"]) for number in near)
                yield "treebank values", row["language"], right


def of_duckling(rows: list[Row], found: list[list[Row]]) -> Iterator[Outcome]:
    for row, numbers in zip(rows, found, strict=True):
        if is_core(row["value"]) and not row.get("region"):
            yield "duckling", row["language"], len(numbers) == 1 and holds(numbers[0], row["value"])


def of_recognizers(rows: list[Row], found: list[list[Row]]) -> Iterator[Outcome]:
    for row, numbers in zip(rows, found, strict=True):
        values = [figure["value"] for figure in row["expected"]]
        if all(map(is_core, values)):
            every = all(any(holds(number, value) for number in numbers) for value in values)
            yield "recognizers", row["language"], every and len(numbers) == len(values)


SUITES: Mapping[str, Callable[[list[Row], list[list[Row]]], Iterator[Outcome]]] = {
    "ntrex_news.jsonl": of_news,
    "ud_id.jsonl": of_treebank,
    "duckling_numeral.jsonl": of_duckling,
    "recognizers_number.jsonl": of_recognizers,
}


def is_core(value: Decimal) -> bool:
    return value >= 0 and value == int(value)


def holds(number: Row, value: Decimal) -> bool:
    ends = (number["nominal"], number["low"], number["high"])
    return any(end is not None and abs(end - value) <= NEAR * max(abs(value), NEAR) for end in ends)


def printed(tallies: Mapping[str, Mapping[str, list[bool]]]) -> int:
    """The table; 1 where a floor is not reached."""
    titles = [MEASURES[measure].title for measure in tallies]
    print(f"{'':18}" + "".join(f"{title:>14}" for title in titles))
    for language in LANGUAGES:
        cells = (cell(tally.get(language)) for tally in tallies.values())
        print(f"{language:18}" + "".join(f"{one:>14}" for one in cells))
    means = {measure: mean(map(share, tally.values())) for measure, tally in tallies.items()}
    print(f"{'mean of languages':18}" + "".join(f"{value:14.3f}" for value in means.values()))
    print(f"{'to reach':18}" + "".join(f"{MEASURES[measure].floor:>14}" for measure in tallies))
    for other in dict.fromkeys(name for measure in MEASURES.values() for name in measure.others):
        print(f"{other:18}" + "".join(f"{MEASURES[measure].others.get(other, '-'):>14}" for measure in tallies))
    short = [
        f"{MEASURES[name].title} {means[name]:.3f}" for name in tallies if means[name] < float(MEASURES[name].floor)
    ]
    for name, tally in tallies.items():
        each = MEASURES[name].each
        if each is not None:
            short += [f"{MEASURES[name].title} {code}" for code, one in tally.items() if share(one) < float(each)]
    print("all reached" if not short else f"not reached: {', '.join(short)}")
    return int(bool(short))


def cell(outcomes: list[bool] | None) -> str:
    return f"{share(outcomes):.3f} of {len(outcomes)}" if outcomes else "-"


def share(outcomes: list[bool]) -> float:
    return sum(outcomes) / len(outcomes)


def mean(values: Iterable[float]) -> float:
    known = list(values)
    return sum(known) / len(known)


if __name__ == "__main__":
    main()
