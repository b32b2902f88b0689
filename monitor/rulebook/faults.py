"""What pydantic finds, in words for the writer of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from monitor.rulebook.problem import Problem, did_you_mean
from monitor.rulebook.yaml import Location, Tree

Model = TypeVar("Model", bound=BaseModel)

ROUNDS = 4
"""Taking one fault out may show another: a block that lacks what it needs."""
HIDDEN = object()
VARIABLE_HINT = (
    "secrets stand in the environment or in .env; write the name of the variable here, like SLACK_WEBHOOK_URL"
)
KINDS = {dict: "a block of keys", list: "a list", tuple: "a list", type(None): "nothing", bool: "true or false"}
CHOICES = frozenset({"enum", "literal_error"})
LENGTHS = {"too_short": "needs at least {min_length}", "too_long": "takes no more than {max_length}"}


def validated(
    model: type[Model], tree: Tree, at: Location, data: Any, problems: list[Problem], *, secret: bool = False
) -> Model | None:
    """The part of a file at a location as its model; null, with the problems added, where it is not one.

    `secret`: what was found may be a password in the wrong place, and is not repeated.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            hidden = detail | {"input": HIDDEN} if secret and detail["type"] != "missing" else detail
            problems.append(_problem(hidden, model, tree, at))
        return None


def remaining(model: type[Model], data: dict[str, Any], stopgaps: Mapping[str, Any]) -> Model | None:
    """The model of what is left when all that is wrong is taken out, so that the rest can be checked too.

    `stopgaps` stand in for keys of the first level that are missing. Null where too little is left.
    """
    rest = deepcopy(data)
    for _ in range(ROUNDS):
        try:
            return model.model_validate(rest)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                location = detail["loc"]
                if detail["type"] == "missing" and location[0] in stopgaps:
                    rest[str(location[0])] = stopgaps[str(location[0])]
                else:
                    _take_out(rest, location)
    return None


def _take_out(data: Any, location: tuple[int | str, ...]) -> None:
    """Removes the deepest entry that a location leads to; of a list, the whole list, since positions would shift."""
    holder, name = data, None
    for part in location:
        inner = holder if name is None else holder[name]
        if not (isinstance(inner, dict) and part in inner):
            break
        holder, name = inner, part
    if name is not None:
        del holder[name]


def fits(annotation: Any, value: object) -> bool:
    try:
        TypeAdapter(annotation).validate_python(value)
    except ValidationError:
        return False
    return True


def _problem(detail: ErrorDetails, model: type[BaseModel], tree: Tree, at: Location) -> Problem:
    owner, field, name = _field(model, detail["loc"])
    message, hint = _in_words(detail, owner, name)
    if hint is None and field is not None:
        hint = field.description
    if hint is None and detail["input"] is HIDDEN:
        hint = VARIABLE_HINT
    return tree.problem((*at, *detail["loc"]), message, hint)


def _in_words(detail: ErrorDetails, owner: type[BaseModel], name: str) -> tuple[str, str | None]:
    found, kind, context = detail["input"], detail["type"], detail.get("ctx", {})
    if kind == "rule":
        return str(context["message"]), str(context["hint"])
    if kind == "extra_forbidden":
        return _unknown_key(str(detail["loc"][-1]), owner)
    hint = f"write one of: {context['expected']}".replace("'", "") if kind in CHOICES else None
    if kind == "missing":
        message = f"`{name}` is missing"
    elif kind in LENGTHS:
        message = f"`{name}` {LENGTHS[kind].format(**context)}" if found else f"`{name}` is empty"
    elif kind in CHOICES or kind.endswith(("_type", "_parsing", "_mismatch")):
        message = f"`{name}` cannot be {shown(found)}"
    else:
        message = f"`{name}`: {detail['msg']}"
    return message, hint


def shown(found: object) -> str:
    """What was found, short."""
    if found is HIDDEN:
        return "what is written here"
    return KINDS.get(type(found)) or repr(found)[:80]


def _unknown_key(key: str, owner: type[BaseModel]) -> tuple[str, str]:
    known = list(owner.model_fields)
    return f"unknown key `{key}`", did_you_mean(key, known) or f"known here: {', '.join(known)}"


def _field(model: type[BaseModel], location: tuple[int | str, ...]) -> tuple[type[BaseModel], FieldInfo | None, str]:
    """The model that holds, or should hold, the last field of a location; that field; and its name."""
    owner: type[BaseModel] = model
    field, name = None, str(location[-1]) if location else "this"
    inner: type[BaseModel] | None = model
    for part in location:
        if inner is None or not isinstance(part, str):
            continue
        owner = inner
        if part in inner.model_fields:
            field, name = inner.model_fields[part], part
            inner = next(_models_in(field.annotation), None) or (inner if part == "block" else None)
    if inner is not None:
        owner = inner
    return owner, field, name


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
