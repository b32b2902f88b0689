"""Replay's memory: the peak for 10,000 synthetic articles beside that for 1,000. It must stay below 1.3 times.

    python benchmarks/replay_memory.py [MANY]

Each replay is a process of its own, run as `monitor replay` is, on articles of which one in five gives a figure.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[1]
FEW, MANY, LIMIT = 1_000, 10_000, 1.3
FILLER = (
    "Rain fell over the northern provinces for the third day, and markets closed early. The ministry promised a report "
    "on the 14 bridges that were damaged in 2024. Traders said that prices had risen by 3.5 percent within a week. "
) * 8
SPEAKERS = ("Zelensky", "the Pentagon", "Seoul's spy agency", "KCNA", "Ukrainian intelligence")


def article(number: int) -> dict[str, str]:
    """One in five gives a figure of the shipped watches, in varying amounts by varying speakers."""
    published = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=40 * number)
    text = f"Report number {number} of the day.\n\n{FILLER}"
    if number % 5 == 0:
        figure = f"{8 + number // 500 % 7},000"
        speaker = SPEAKERS[number // 5 % len(SPEAKERS)]
        text += f"\n\nAbout {figure} North Korean soldiers are deployed in Kursk, {speaker} said."
    return {
        "id": f"synthetic-{number}",
        "url": f"https://paper{number % 40}.example/{number}",
        "published": published.isoformat(),
        "language": "en",
        "text": text,
    }


def peak_of(count: int, folder: Path) -> tuple[float, float]:
    """Peak resident memory in MB and seconds of one replay."""
    file = folder / f"{count}.jsonl"
    with file.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(article(number)) + "\n" for number in range(count))
    begin = time.monotonic()
    command = [sys.executable, "-m", "workers.cli", "replay", str(file), "--rules", str(ROOT / "rules"), "--json"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the replay of {count} articles failed: {' '.join(command)}")
    return usage.ru_maxrss / 1024, time.monotonic() - begin


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory() as folder:
        few_peak, few_seconds = peak_of(FEW, Path(folder))
        many_peak, many_seconds = peak_of(many, Path(folder))
    print(f"{FEW:>7,} articles: peak {few_peak:6.1f} MB in {few_seconds:6.1f} s")
    print(f"{many:>7,} articles: peak {many_peak:6.1f} MB in {many_seconds:6.1f} s")
    ratio = many_peak / few_peak
    print(f"ratio {ratio:.3f} (at most {LIMIT})")
    if ratio > LIMIT:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
