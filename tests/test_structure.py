"""The import contract names every module of the pure part, so that a new one cannot slip past it."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def contract(name):
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    return next(one for one in contracts if name in one["name"])


def test_every_module_beside_the_doors_is_held_to_purity():
    doors = {"rulebook", "sources", "store", "channels"}
    modules = {
        path.stem for path in (ROOT / "monitor").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    pure = {module.removeprefix("monitor.") for module in contract("pure part")["source_modules"]}
    assert modules - doors - {"__init__", "shipped"} == pure
