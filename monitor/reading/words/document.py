"""A text parsed into paragraphs and sentences: title, lead, body, and what is a page's furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from statistics import median

from monitor.claim import Prominence
from monitor.reading.vocabulary import Cue, Language
from monitor.reading.words.text import Document, Sentence, normal, tokens_of

LONGEST_TEXT = 200_000
"""Characters that are read of one text; what follows is no news article."""
LONGEST_SENTENCE = 2_000
"""Characters of one sentence; a longer run without a full stop is cut at a space."""
HEADING_WORDS = 24
"""Words of the longest line without a full stop that may be a headline."""
PEOPLE = 4
"""Letters of an ending that shows a people: "-czyków"."""
DATELINE = 80
"""Characters within which a dateline must have ended."""

STOP = re.compile(r"[.!?…。！？؟।]+[\"'”’»)\]」』]*")
CLOSING = "”’」』"
AFTER_QUOTE = 25
"""Signs behind a quotation within which a sentence goes on that has no spaces: “……。”他说。"""
DATELINE_ENDS = frozenset({" ", "\u3000", "（", "(", "：", ":", "\n"})
OPENERS = "\"'“‘«„(["
FULL_WIDTH = "。！？"
ENDS = (
    ".",
    "!",
    "?",
    "…",
    "。",
    "！",
    "？",
    "؟",
    "।",
    ":",
    '."',
    ".”",
    '?"',
    "?”",
    '!"',
    "!”",
    ".)",
    ".'",
    ".’",
    ".»",
    "。”",
    "。」",
)
INITIAL = re.compile(r"(?:^|[\s(.“\"'‘])[^\W\d_]$")
DAY = re.compile(r"(?<!\d)\d{1,2}$")
LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
BLANK = re.compile(r"\n[^\S\n]*\n")
BRACKETED = re.compile(r"[(（【\[][^()（）【】\[\]]{1,40}[)）】\]]")
"""An agency and a place before the text: "(서울=연합뉴스)", "【ソウル共同】"."""
AGENCY = re.compile(r"[=＝【]")
DASH = re.compile(r"\s[-–—]\s|(?<=[A-Z)])—\s?")
CREDIT = re.compile(r"^[(\[]\s*([^()\[\]]{1,40}?)\s*[:/]")
DOTS = re.compile(r"^\W*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    start: int
    end: int
    prominence: Prominence
    boilerplate: bool


def parse(text: str, language: Language | str, title: str | None = None) -> Document:
    """The text in sentences. `title` is looked for at the beginning of the text."""
    tongue = language if isinstance(language, Language) else Language(code=language, name=language, cues={})
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs_of(text[:LONGEST_TEXT], tongue, title)):
        for start, end, furniture in sentences_in(text, paragraph, tongue):
            boilerplate = paragraph.boilerplate or furniture
            tokens = partial(tokens_of, text, start, end, tongue.writing)
            sentences.append(Sentence(len(sentences), number, start, end, paragraph.prominence, boilerplate, tokens))
    return Document(text, tongue.code, tuple(sentences))


def paragraphs_of(text: str, language: Language, title: str | None) -> list[Paragraph]:
    """Lines (or blocks, where the lines are wrapped) with what they are."""
    blocks = (
        list(wrapped(text)) if looks_wrapped(text) else [(line.start(), line.end()) for line in LINE.finditer(text)]
    )
    spans = [(start, end) for start, end in (trimmed(text, *block) for block in blocks) if start < end]
    furniture = furniture_of([text[start:end] for start, end in spans], language)
    headline = headline_of(text, spans, furniture, title)
    lead = next(
        (i for i, (start, end) in enumerate(spans) if i != headline and not furniture[i] and is_prose(text[start:end])),
        None,
    )
    rank = {headline: Prominence.TITLE, lead: Prominence.LEAD}
    return [
        Paragraph(start, end, rank.get(i, Prominence.BODY), furniture[i] and i != headline)
        for i, (start, end) in enumerate(spans)
    ]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def looks_wrapped(text: str) -> bool:
    """Whether paragraphs are broken into lines of about equal length, with blank lines between them."""
    if not BLANK.search(text):
        return False
    blocks = [[line for line in block.split("\n") if line.strip()] for block in BLANK.split(text)]
    inner = [line.rstrip() for block in blocks for line in block[:-1]]
    if len(inner) < 3:
        return False
    broken = sum(not line.endswith(ENDS) for line in inner)
    return broken > 0.6 * len(inner) and 50 <= median(map(len, inner)) <= max(map(len, inner)) <= 120


def wrapped(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for blank in BLANK.finditer(text):
        yield start, blank.start()
        start = blank.end()
    yield start, len(text)


def is_prose(line: str) -> bool:
    return len(line) > 40 and line.endswith(ENDS)


def headline_of(text: str, spans: list[tuple[int, int]], furniture: list[bool], title: str | None) -> int | None:
    """Which paragraph is the headline: the one that equals the title, else the longest short line before the prose."""
    if title is not None and title.strip():
        wanted = normal(title.strip())
        return next((i for i, (start, end) in enumerate(spans) if normal(text[start:end]) == wanted), None)
    best: int | None = None
    for i, (start, end) in enumerate(spans):
        line = text[start:end]
        if is_prose(line):
            break
        words = line.split()
        if (
            not furniture[i]
            and 4 <= len(words) <= HEADING_WORDS
            and (best is None or len(line) > spans[best][1] - spans[best][0])
        ):
            best = i
    return best


# A page's furniture


def furniture_of(lines: list[str], language: Language) -> list[bool]:
    """Per line: whether it is a menu, a link to other articles, a byline, a credit or a list of tags.

    A label alone in its line ("Tags", "Editor") covers the unpunctuated lines that follow it; above the prose,
    where the headline is still to come, only names.
    """
    if len(lines) == 1:
        return [False]
    labels = labels_of(language)
    found: list[bool] = []
    under_label = prose_seen = False
    for line in lines:
        alone = without_colon(line) in labels
        prose_seen = prose_seen or is_prose(line)
        short = not line.endswith(ENDS) and (len(line) < 200 if prose_seen else len(line.split()) < 4)
        found.append(alone or (under_label and short) or is_furniture(line, labels))
        under_label = alone or (under_label and short)
    return found


def is_furniture(line: str, labels: frozenset[str]) -> bool:
    return begins_with_label(line, labels) or is_menu(line) or bool(DOTS.match(line))


def begins_with_label(line: str, labels: frozenset[str]) -> bool:
    """Whether a line begins with a label of at least two words ("Baca juga …"), or with any label and a colon."""
    head = line[:60].lstrip("([*•-–—>| ")
    before, colon, _ = head.partition(":")
    if colon and without_colon(before) in labels:
        return True
    words = normal(head).split()
    return any(" ".join(words[:count]) in labels for count in (2, 3, 4) if len(words) > count - 1)


def is_menu(line: str) -> bool:
    """A line of many capitalised words without any punctuation or digit."""
    words = line.split()
    if len(words) < 12 or any(sign in line for sign in '.,;:!?"“0123456789'):
        return False
    return sum(word[:1].isupper() for word in words) >= 0.85 * len(words)


def without_colon(line: str) -> str:
    return " ".join(normal(line[:80].rstrip(" :")).split())


@lru_cache(maxsize=64)
def labels_of(language: Language) -> frozenset[str]:
    return frozenset(without_colon(label) for label in language.cues.get(Cue.BOILERPLATE, ()))


# Sentences


def sentences_in(text: str, paragraph: Paragraph, language: Language) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether the sentence is furniture: a dateline, or a credit in brackets."""
    labels = labels_of(language)
    start = paragraph.start
    if not paragraph.boilerplate and paragraph.prominence is not Prominence.TITLE:
        dateline = max(dateline_end(text, paragraph), opening_end(text, paragraph, language))
        if dateline > start:
            yield *trimmed(text, start, dateline), True
            start = dateline
    for begin, end in split(text, start, paragraph.end, language):
        for first, last in cut(text, *trimmed(text, begin, end)):
            credit = CREDIT.match(text[first : first + 60])
            furniture = credit is not None and without_colon(credit.group(1)) in labels
            opening = first == start and paragraph.prominence is Prominence.LEAD and is_place_line(text[first:last])
            yield first, last, furniture or opening


def is_place_line(sentence: str) -> bool:
    """Whether it is the place alone that opens a report: "MOSCOW."."""
    words = sentence.split()
    return len(words) <= 3 and len(sentence) < 40 and all(word[0].isupper() for word in words)


def dateline_end(text: str, paragraph: Paragraph) -> int:
    """Where a dateline ("SEOUL, Friday (Reuters) —") ends, or the paragraph's start where there is none.

    Of the lead it may be in mixed case; elsewhere it must be in capitals, since "Kim Jong Un – who …" begins so, too.
    """
    head = text[paragraph.start : min(paragraph.end, paragraph.start + DATELINE)]
    end = 0
    for dash in DASH.finditer(head):
        words = re.findall(r"[^\W\d_][^\W\d_.]*", head[: dash.start()])
        if not words or len(words) > 8 or not all(word[0].isupper() for word in words):
            break
        shouted = any(len(word) > 3 and word.isupper() for word in words)
        if paragraph.prominence is not Prominence.LEAD and not shouted:
            break
        end = dash.end()
    rest = text[paragraph.start + end : paragraph.end]
    if (
        end
        and not head[:end].isupper()
        and re.match(r"[^.]{0,200}\s[–—]\s", rest)
        and not re.search(r"[A-Z]{4}", head[:end])
    ):
        return paragraph.start  # a pair of dashes around an aside
    return paragraph.start + end


def opening_end(text: str, paragraph: Paragraph, language: Language) -> int:
    """Where an agency's mark in brackets and what the language ends a dateline with ("日电", "기자 =") end."""
    head = text[paragraph.start : min(paragraph.end, paragraph.start + DATELINE)]
    bracket = BRACKETED.match(head)
    end = bracket.end() if bracket is not None and AGENCY.search(bracket.group()) else 0
    for word in language.cues.get(Cue.DATELINE, ()):
        at = head.find(word, end)
        if at >= 0 and (not word[-1].isalnum() or head[at + len(word) : at + len(word) + 1] in DATELINE_ENDS):
            end = max(end, at + len(word))
    return paragraph.start + end


def split(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in STOP.finditer(text, start, end):
        if ends_sentence(text, begin, stop, end, language):
            yield begin, stop.end()
            begin = stop.end()
    if begin < end:
        yield begin, end


def ends_sentence(text: str, begin: int, stop: re.Match[str], end: int, language: Language) -> bool:
    after = stop.end()
    if after >= end:
        return True
    if text[stop.start()] in FULL_WIDTH:
        return not goes_on(text, stop, end)
    if not text[after].isspace():
        return False
    follows = text[after : after + 40].lstrip()[:2].lstrip(OPENERS)[:1]
    if follows.islower():
        return False
    if text[stop.start() : stop.end()] != ".":
        return True
    kept = is_abbreviated(text, begin, stop.start(), language) or is_day(text, begin, stop, language)
    return not (kept or is_of_people(text, stop, language))


def is_of_people(text: str, stop: re.Match[str], language: Language) -> bool:
    """Whether the full stop ends an abbreviated scale and a people follows that is counted: "14 tys. Koreańczyków"."""
    before = text[max(0, stop.start() - 10) : stop.end()].split()
    if language.numbers is None or not before or before[-1] not in language.numbers.scales:
        return False
    following = text[stop.end() : stop.end() + 30].split()
    endings = tuple(ending for ending in language.plurals if len(ending) >= PEOPLE)
    return bool(endings and following) and normal(following[0].strip(".,;:")).endswith(endings)


def is_day(text: str, begin: int, stop: re.Match[str], language: Language) -> bool:
    """Whether the full stop makes a number the day of a month: "am 1. Januar"."""
    following = text[stop.end() : stop.end() + 20].split()
    day = DAY.search(text[max(begin, stop.start() - 3) : stop.start()])
    return day is not None and bool(following) and normal(following[0].strip(".,;:")) in language.months


def goes_on(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether who said it follows a quotation that ends in a full stop."""
    after = stop.end()
    if text[after - 1] not in CLOSING or text[after] in "“「『" or text[after].isspace():
        return False
    following = STOP.search(text, after, min(end, after + AFTER_QUOTE))
    return following is not None or end - after <= AFTER_QUOTE


def is_abbreviated(text: str, begin: int, stop: int, language: Language) -> bool:
    """Whether the full stop follows an initial or an abbreviation of the language."""
    before = text[max(begin, stop - 30) : stop]
    if INITIAL.search(before):
        return True
    word = before.split()[-1] if before.split() else before
    return normal(word.lstrip(OPENERS)) in language.abbreviations


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence of bearable length as it is; a longer one in pieces."""
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        middle = space if space > 0 else start + LONGEST_SENTENCE
        yield trimmed(text, start, middle)
        start = middle
    if start < end:
        yield trimmed(text, start, end)
