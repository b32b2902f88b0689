"""What all files of the vocabulary share: how they are found, validated, and joined word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from monitor.rulebook.problem import Problem
from monitor.rulebook.yaml import read_yaml

Model = TypeVar("Model", bound=BaseModel)
Key = TypeVar("Key", bound=str)


class VocabularyError(ValueError):
    """Vocabulary files that cannot be used, with all that is wrong in them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


List = Annotated[tuple[str, ...], BeforeValidator(listed)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def yaml_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.y*ml")) if folder.is_dir() else []


def validated(files: Iterable[Path], model: type[Model], problems: list[Problem]) -> Iterator[Model]:
    """The files that are right; what is wrong in the others is added to `problems`."""
    for file in files:
        tree = read_yaml(file)
        problems.extend(tree.problems)
        if tree.data is None:
            continue
        try:
            yield model.model_validate(tree.data)
        except ValidationError as error:
            for mistake in error.errors():
                where = " > ".join(map(str, mistake["loc"]))
                problems.append(tree.problem(mistake["loc"], f"{where}: {mistake['msg']}"))


def joined(old: Mapping[Key, tuple[str, ...]], new: Mapping[Key, tuple[str, ...]]) -> dict[Key, tuple[str, ...]]:
    return {key: tuple(dict.fromkeys((*old.get(key, ()), *new.get(key, ())))) for key in dict.fromkeys((*old, *new))}
