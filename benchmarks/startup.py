"""How long `monitor --help` takes as a whole process, in terms of `python -c pass`. Interleaved; medians of one run."""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter

RUNS = 30
LIMIT = 5


def seconds(*words: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def main() -> None:
    pairs = [(seconds("-c", "pass"), seconds("-m", "workers.cli", "--help")) for _ in range(RUNS)]
    bare, ours = (median(column) for column in zip(*pairs, strict=True))
    print(f"python -c pass    {bare * 1000:6.1f} ms")
    print(f"monitor --help    {ours * 1000:6.1f} ms")
    print(f"ratio             {ours / bare:6.2f}  (at most {LIMIT})")
    sys.exit(ours / bare > LIMIT)


if __name__ == "__main__":
    main()
