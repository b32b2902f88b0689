"""What alerts say, in English, for every channel and for replay's table. Pure: values in, text out."""

from __future__ import annotations

from monitor.wording.comparison import change_phrase, narrowing, path_phrase, short_verdict, verdict
from monitor.wording.message import READING, Fact, Message, Origin, Quote, headline, message
from monitor.wording.phrases import (
    figure_phrase,
    number_phrase,
    one_line,
    origin_phrase,
    paper_phrase,
    quantity_phrase,
    short_speaker,
    sighting_phrase,
    speaker_phrase,
    time_phrase,
    value_phrase,
)
from monitor.wording.plain import plain_text, sentence

__all__ = [
    "READING",
    "Fact",
    "Message",
    "Origin",
    "Quote",
    "change_phrase",
    "figure_phrase",
    "headline",
    "message",
    "narrowing",
    "number_phrase",
    "one_line",
    "origin_phrase",
    "paper_phrase",
    "path_phrase",
    "plain_text",
    "quantity_phrase",
    "sentence",
    "short_speaker",
    "short_verdict",
    "sighting_phrase",
    "speaker_phrase",
    "time_phrase",
    "value_phrase",
    "verdict",
]
