from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from monitor.rulebook import Rulebook, load
from monitor.sources.archives import Problem, Saved, open_saved, saved
from monitor.sources.pages import Cleaner
from monitor.store import Store
from workers.replay import Happened, Replay

CHECKOUT = Path(__file__).parents[2]
PRESENT = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def book() -> Rulebook:
    """The shipped rules."""
    loaded = load(CHECKOUT / "rules")
    assert loaded.rulebook is not None, loaded.problems
    return loaded.rulebook


@pytest.fixture(scope="session")
def seeds() -> Path:
    folder = CHECKOUT.parent / "shared" / "seeds"
    if not (folder / "gold.yaml").exists():
        pytest.skip("the five saved articles are not beside this checkout (../shared/seeds)")
    return folder


@pytest.fixture(scope="session")
def cleaner():
    with Cleaner() as cleaner:
        yield cleaner


@pytest.fixture
def replay(store: Store, book: Rulebook, cleaner: Cleaner) -> Callable[..., list[Happened]]:
    """Replay files, on a real server."""

    def run(*paths: Path, rules: Rulebook = book, expect_problems: bool = False) -> list[Happened]:
        headers = [item for item in saved(paths, now=PRESENT) if isinstance(item, Saved)]
        opened = partial(open_saved, cleaner=cleaner, languages=tuple(rules.vocabulary.languages))
        happened = list(Replay(store, rules, opened).run(headers))
        assert expect_problems or not any(isinstance(each, Problem) for each in happened)
        return happened

    return run


@pytest.fixture
def replay_texts(tmp_path: Path, replay) -> Callable[..., list[Happened]]:
    """Replay texts given as (time, text) or (time, text, more fields)."""

    def run(*lines: tuple, rules: Rulebook | None = None) -> list[Happened]:
        file = tmp_path / "articles.jsonl"
        with file.open("w", encoding="utf-8") as out:
            for number, (published, text, *more) in enumerate(lines):
                fields = {"id": f"a{number:03}", "published": published, "text": text, **(more[0] if more else {})}
                out.write(json.dumps(fields, ensure_ascii=False) + "\n")
        return replay(file, **({"rules": rules} if rules else {}))

    return run
