"""How the tests of numbers and dates say what they expect: "about 11000", "10000..12000 percent"."""

from datetime import UTC, datetime

from monitor.reading.numbers import find_numbers
from monitor.reading.numbers.dates import find_dates
from monitor.rulebook.vocabulary import load_vocabulary

WEDNESDAY = datetime(2024, 11, 13, 9, tzinfo=UTC)


def language(code):
    return load_vocabulary().languages[code]


def described(quantity):
    value = f"{quantity.low}..{quantity.high}" if quantity.nominal is None else f"{quantity.nominal}"
    qualifier = "" if quantity.qualifier in ("exact", "range") else quantity.qualifier
    return " ".join(filter(None, (qualifier, value, quantity.unit if quantity.unit != "count" else "")))


def numbers(code, text, published=WEDNESDAY):
    """Every number of a text as (text, description)."""
    return [(number.text, described(number.quantity)) for number in find_numbers(text, language(code), published)]


def read(code, text):
    """The descriptions alone."""
    return [description for _, description in numbers(code, text)]


def dates(code, text, published=WEDNESDAY):
    """Every date of a text as {text: iso}."""
    return {text[span.start : span.end]: span.iso for span in find_dates(text, language(code), published)}
