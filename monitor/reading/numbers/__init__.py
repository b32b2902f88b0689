"""The number reader: numbers and dates of a text in any language. It knows nothing of groups, claims or watches."""

from monitor.reading.numbers.dates import DateSpan, find_dates
from monitor.reading.numbers.search import Number, find_all, find_numbers

__all__ = ["DateSpan", "Number", "find_all", "find_dates", "find_numbers"]
