"""What a journalist writes in one field: names, figures, durations, dates. Errors say what to write instead."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

GROUPED = re.compile(r"-?\d{1,3}([.,' \u00a0\u202f]\d{3})+")
"""11.000 or 11,000: eleven thousand to some, eleven to others."""
LARGEST = Decimal(10) ** 15
DURATION_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+)\.?\s*")
UNITS = {
    **dict.fromkeys(("s", "sec", "second", "seconds"), timedelta(seconds=1)),
    **dict.fromkeys(("m", "min", "minute", "minutes"), timedelta(minutes=1)),
    **dict.fromkeys(("h", "hour", "hours"), timedelta(hours=1)),
    **dict.fromkeys(("d", "day", "days"), timedelta(days=1)),
    **dict.fromkeys(("w", "week", "weeks"), timedelta(weeks=1)),
}
LONGEST = timedelta(days=366)


class NotADuration(ValueError):  # noqa: N818 - it names what is wrong
    pass


def wrong(message: str, hint: str) -> PydanticCustomError:
    """An error whose message and hint reach the user as they are."""
    return PydanticCustomError("rule", "{message}", {"message": message, "hint": hint})


def duration(text: str) -> timedelta:
    """Of "30 min", "2h", "1 day 12 h". Raises NotADuration, also for what is longer than a year."""
    rest, total = text.strip().lower(), timedelta()
    if not rest:
        raise NotADuration("no time is given")
    while rest:
        part = DURATION_PART.match(rest)
        unit = UNITS.get(part.group(2)) if part is not None else None
        if part is None or unit is None or len(part.group(1)) > 9:
            raise NotADuration(f"{text!r} is no length of time")
        total += unit * float(part.group(1))
        rest = rest[part.end() :]
        if total > LONGEST:
            raise NotADuration(f"{text!r} is longer than a year")
    if not total:
        raise NotADuration(f"{text!r} is no time at all")
    return total


def _duration(value: object) -> object:
    if isinstance(value, timedelta):
        return value
    try:
        return duration(value) if isinstance(value, str) else duration(f"{value}")
    except NotADuration as error:
        raise wrong(str(error), "write for example 30 min, 2 h or 1 day") from None


def _pause(value: object) -> object:
    """Of "1 per 30 min" or "no limit"."""
    if isinstance(value, timedelta):
        return value
    text = str(value).strip().lower() if isinstance(value, str) else ""
    if text == "no limit":
        return timedelta()
    count, per, rest = text.partition(" per ")
    hint = "write for example: 1 per 30 min, 1 per 2 h, or: no limit"
    if not per or count.strip() != "1":
        raise wrong(f"{value!r} is no limit", hint)
    rest = rest.strip()
    try:
        return duration(rest if rest[:1].isdigit() else f"1 {rest}")
    except NotADuration as error:
        raise wrong(str(error), hint) from None


def _figure(value: object) -> Decimal:
    """A figure of plain digits. `11.000` is refused: nobody can tell 11 from 11,000."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise wrong(f"a figure was expected, not {_kind(value)}", "write digits alone, for example 11000")
    text = str(value).strip()
    if GROUPED.fullmatch(text):
        digits = re.sub(r"\D", "", text)
        whole = re.split(r"\D", text.removeprefix("-"))[0]
        sign = "-" if text.startswith("-") else ""
        hint = f"write {sign}{digits}, or {sign}{whole} if that is what you mean"
        raise wrong(f"{text} may be {sign}{int(digits):,} or {sign}{whole}", hint)
    try:
        number = Decimal(text.replace("_", ""))
    except InvalidOperation:
        raise wrong(f"{value!r} is no figure", "write digits alone, for example 11000 or 2.5") from None
    if not number.is_finite() or abs(number) > LARGEST:
        raise wrong(f"{value!r} is no figure that news gives", "write digits alone, for example 11000")
    return number


def _date(value: object) -> object:
    """A day is its beginning in UTC; a time needs its zone."""
    if isinstance(value, datetime):
        return value
    try:
        moment = datetime.fromisoformat(str(value).strip())
    except ValueError:
        raise wrong(f"{value!r} is no date", "write for example 2024-10-01 or 2024-10-01T09:00+07:00") from None
    if moment.tzinfo is not None:
        return moment
    if (moment.hour, moment.minute, moment.second) != (0, 0, 0):
        raise wrong(f"{value!r} has no time zone", "write for example 2024-10-01T09:00+07:00")
    return moment.replace(tzinfo=UTC)


def _text(value: object) -> object:
    if isinstance(value, bool):
        raise wrong(f"{str(value).lower()} is read as yes or no here", f'put quotes around it: "{str(value).lower()}"')
    if value is None:
        raise wrong("nothing is written here", "write the text, or take the line out")
    return value


def _names(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


def _kind(value: object) -> str:
    return {dict: "a block of keys", list: "a list", type(None): "nothing", bool: "yes or no"}.get(type(value), "text")


Text = Annotated[str, BeforeValidator(_text, json_schema_input_type=str), Field(min_length=1, max_length=2000)]
Name = Annotated[str, BeforeValidator(_text, json_schema_input_type=str), Field(min_length=1, max_length=200)]
Names = Annotated[
    tuple[Name, ...], BeforeValidator(_names, json_schema_input_type=str | list[str]), Field(min_length=1)
]
Figure = Annotated[Decimal, BeforeValidator(_figure, json_schema_input_type=int | float)]
Duration = Annotated[timedelta, BeforeValidator(_duration, json_schema_input_type=str)]
Pause = Annotated[timedelta, BeforeValidator(_pause, json_schema_input_type=str)]
Moment = Annotated[datetime, BeforeValidator(_date, json_schema_input_type=str)]
LanguageCode = Annotated[str, Field(pattern=r"^([a-z]{2,3}|\*)$")]
Words = dict[LanguageCode, Names]
"""Words of the user's own, per language: {id: [rumah rusak], en: [damaged houses]}."""
