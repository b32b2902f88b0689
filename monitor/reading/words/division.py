"""Words where spaces show none: what the vocabulary, the numbers and the changes of script leave are the words.

A sentence comes as signs (Chinese, Japanese) or syllables (Korean). Of all ways to divide it into known words, numbers
and unknown signs the one with the fewest pieces and the fewest unknown signs is taken; only what is known there is a
hit. Then the signs are joined to words, so that whoever counts tokens counts words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from monitor.reading.vocabulary import Cue, Language, Vocabulary
from monitor.reading.words.lookup import EXACT, FAMILY, HYPHEN, SPACE, Hit, HitKind, Node, is_acronym, trie_of
from monitor.reading.words.text import Sentence, Spacing, Token

UNKNOWN, KNOWN, NUMBER = 1.5, 1.0, 0.5
"""What a piece of each sort costs."""
EARLY, LONG = 0.001, 10
"""What a word saves, by the square of its length: of two ways that are equal, the longer word goes first."""
ALONE, SURE = 1, 2
"""How many unknown signs stand right before a place: one, which may begin any word, or at least two."""
INNER = (HitKind.ENTITY, HitKind.DEMONYM, HitKind.OFFICE)
"""What counts even inside a longer phrase of another family."""
PARTICLES = frozenset({Cue.TOPIC, Cue.IN, Cue.GENITIVE, Cue.COORDINATION})
"""What one syllable says only behind a word."""
ATTACHED = PARTICLES | {Cue.OF, Cue.FILLER, Cue.CLAUSE, Cue.AGENT}
"""What it may say behind a word or by itself; other cues of one syllable stand by themselves or behind a number."""
CLEAR = 3
"""Syllables of a word that is known even behind one unknown syllable."""
CLOSING = frozenset(")）」』》”’\"'")
SCRIPT = re.compile(
    r"(?P<kana>[\u3040-\u309f])|(?P<katakana>[\u30a0-\u30ff])|(?P<han>[\u3005\u3400-\u9fff\uf900-\ufaff])"
    r"|(?P<hangul>[\uac00-\ud7a3])"
)

HYPHENS = (HYPHEN,)
"""The forms of one."""
NOTHING: Mapping[int, tuple[tuple[HitKind, str], ...]] = {}
Range = tuple[int, int]
"""Tokens, first and last, both inclusive."""
Named = tuple[HitKind, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """Known signs, or a number, of which nothing is known here."""

    first: int
    last: int
    known: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one sentence, and what may begin at each."""

    tokens: Sequence[Token]
    spacing: Spacing
    scripts: Sequence[str | None]
    """Null for marks, digits and letters of other scripts, which are words already."""
    gaps: Sequence[bool]
    """Whether a space stands before the sign."""
    joined: Sequence[bool]
    """Whether the sign goes on in the script of the one before it, without a space."""
    numbers: Mapping[int, int]
    """The first and the last sign of a number."""
    held: Mapping[int, int]
    """Signs in numbers, and the number's first."""
    starts: Sequence[Mapping[int, tuple[Named, ...]]]
    """What is known at each sign, by its last."""


class Divided(NamedTuple):
    tokens: tuple[Token, ...]
    hits: tuple[Hit, ...]


def divide(
    sentence: Sentence, vocabulary: Vocabulary, language: Language, numbers: Iterable[Range], dates: Iterable[Range]
) -> Divided:
    """The words of a sentence that comes in signs, and its hits. Numbers and dates are given by their characters."""
    signs = signs_of(sentence, vocabulary, language, numbers)
    pieces = cheapest(signs)
    found = [(piece.first, piece.last, named) for piece in pieces for named in piece.known]
    found += [inner for piece in pieces if piece.known for inner in within(signs, piece)]
    borders = {border for piece in pieces for border in (piece.first, piece.last + 1)}
    borders |= {sentence.token_at(offset) for date in dates for offset in date}
    divided = tuple(words(signs, borders, known_signs(pieces)))
    held = list(word_of_each(signs, divided))
    hits = (
        Hit(*named, sentence.tokens[first].start, sentence.tokens[last].end, held[first], held[last])
        for first, last, named in found
    )
    return Divided(divided, tuple(sorted(hits, key=lambda hit: (hit.first, -hit.last))))


def word_of_each(signs: Signs, tokens: Sequence[Token]) -> Iterator[int]:
    """Per sign, the word that holds it."""
    word = 0
    for sign in signs.tokens:
        while tokens[word].end <= sign.start:
            word += 1
        yield word


def signs_of(sentence: Sentence, vocabulary: Vocabulary, language: Language, numbers: Iterable[Range]) -> Signs:
    tokens = sentence.tokens
    spans = apart(sentence, numbers)
    held = {index: first for first, last in spans.items() for index in range(first, last + 1)}
    root = trie_of(vocabulary, language.code)
    gaps = [False, *(after.start > before.end for before, after in pairwise(tokens))]
    scripts = [script_of(token.text) for token in tokens]
    forms = [forms_of(token.text, token.norm) for token in tokens]
    return Signs(
        tokens,
        language.spacing,
        scripts,
        gaps,
        [False, *(not gap and one == two for gap, (one, two) in zip(gaps[1:], pairwise(scripts), strict=False))],
        spans,
        held,
        [
            {
                last: known
                for last, known in known_from(root, tokens, forms, gaps, first).items()
                if is_whole(spans, held, first, last)
            }
            if not root.next.keys().isdisjoint(forms[first])
            else NOTHING
            for first in range(len(tokens))
        ],
    )


def apart(sentence: Sentence, numbers: Iterable[Range]) -> dict[int, int]:
    """Numbers by their first and last sign. Of two that share a sign ("10-12'10-12'") the first has it."""
    spans: dict[int, int] = {}
    reach, final = -1, len(sentence.tokens) - 1
    for start, end in sorted(numbers):
        first, last = sentence.token_at(start), min(sentence.token_at(end - 1), final)
        if reach < first <= last:
            spans[first] = reach = last
    return spans


@lru_cache(maxsize=65536)
def forms_of(text: str, norm: str) -> tuple[str, ...]:
    """The forms under which a sign, or a word of letters, is looked up."""
    return (EXACT + text, norm) if is_acronym(text) else (norm,)


@lru_cache(maxsize=65536)
def script_of(text: str) -> str | None:
    match = SCRIPT.match(text)
    return match.lastgroup if match else None


def is_whole(numbers: Mapping[int, int], held: Mapping[int, int], first: int, last: int) -> bool:
    """Whether a phrase cuts no number, and is more than a number itself: "one month before"."""
    if held.get(first, first) != first or (last in held and numbers[held[last]] != last):
        return False
    return numbers.get(first) != last


def known_from(
    root: Node, tokens: Sequence[Token], forms: Sequence[tuple[str, ...]], gaps: Sequence[bool], first: int
) -> dict[int, tuple[Named, ...]]:
    """Every phrase that begins at a sign, by its last sign. Spaces in a phrase may be left out, but none be added."""
    found: dict[int, tuple[Named, ...]] = {}
    nodes, position = led_to([root], forms[first]), first
    while nodes:
        if any(node.ends for node in nodes):
            lower = tokens[first].text[0].islower()
            ends = [(kind, name) for node in nodes for kind, name, capital in node.ends if not (capital and lower)]
            if ends:
                found[position] = tuple(dict.fromkeys(ends))
        position += 1
        while position < len(tokens) and forms[position] == HYPHENS and not gaps[position]:
            position += 1
        if position == len(tokens):
            break
        spaced = [node.next[SPACE] for node in nodes if SPACE in node.next]
        nodes = led_to(spaced if gaps[position] else nodes + spaced if spaced else nodes, forms[position])
    return found


def led_to(nodes: Sequence[Node], forms: tuple[str, ...]) -> list[Node]:
    """What a sign leads to; from one place in one form, as nearly always, by a single look."""
    if len(nodes) == len(forms) == 1:
        child = nodes[0].next.get(forms[0])
        return [] if child is None else [child]
    return [child for node in nodes for form in forms if (child := node.next.get(form)) is not None]


# The cheapest way


class Step(NamedTuple):
    """How a place was reached: at what cost, and from where with how many unknown signs before."""

    cost: float
    before: Range | None
    known: tuple[Named, ...]


STEP = partial(tuple.__new__, Step)
"""Makes a step of a tuple in half the time that its own call takes."""


def cheapest(signs: Signs) -> list[Piece]:
    """The known pieces and numbers of the cheapest way. Linear: a phrase has a bounded length."""
    count = len(signs.tokens)
    ways: list[dict[int, Step]] = [{} for _ in range(count + 1)]
    ways[0][0] = Step(0.0, None, ())
    for index in range(count):
        here = ways[index]
        if len(here) > 1 and not signs.joined[index]:
            least = min(here, key=lambda unknown: here[unknown].cost)
            here = ways[index] = {least: here[least]}  # what stands before matters no longer
        for unknown, (before, _, _) in here.items():
            for last, after, cost, known in steps_from(signs, index, unknown):
                total = before + cost
                reached = ways[last + 1]
                if after not in reached or total < reached[after][0]:
                    reached[after] = STEP((total, (index, unknown), known))
    return list(reversed(list(walked_back(signs, ways))))


def walked_back(signs: Signs, ways: Sequence[Mapping[int, Step]]) -> Iterator[Piece]:
    index = len(signs.tokens)
    step = min(ways[index].values(), key=lambda one: one.cost)
    while step.before is not None:
        before, unknown = step.before
        if step.known or before in signs.numbers:
            yield Piece(before, index - 1, step.known)
        index, step = before, ways[before][unknown]


Way = tuple[int, int, float, tuple[Named, ...]]
"""The last sign of a piece, how many unknown ones stand there, its cost, what it is."""


def steps_from(signs: Signs, index: int, unknown: int) -> list[Way]:
    """The pieces that may follow."""
    found = known_steps(signs, index, unknown) if signs.starts[index] else []
    if index in signs.numbers:
        found.append((signs.numbers[index], 0, NUMBER, ()))
    elif index not in signs.held:
        follows = SURE if unknown and signs.joined[index] else ALONE
        found.append((index, follows if signs.scripts[index] else 0, UNKNOWN, ()))
    return found


def known_steps(signs: Signs, index: int, unknown: int) -> list[Way]:
    early = EARLY * (len(signs.tokens) - index) / len(signs.tokens)
    found: list[Way] = []
    for last, known in signs.starts[index].items():
        allowed = tuple([named for named in known if may_stand(signs, index, last, named, unknown)])
        if allowed:
            length = min(last + 1 - index, LONG)
            found.append((last, 0, KNOWN - early * length * length, allowed))
    return found


def may_stand(signs: Signs, first: int, last: int, named: Named, unknown: int) -> bool:
    """Whether a phrase can be a word there, and not letters of a longer one that is unknown."""
    if signs.scripts[first] is None:
        return True
    behind = unknown if signs.joined[first] else 0
    if signs.spacing is Spacing.PHRASES:
        return may_stand_in_phrase(signs, first, last, named, behind)
    if signs.scripts[first] == "han":
        if first == last and named[1] == Cue.COUNTER:
            return first - 1 in signs.held
        return last > first or named[0] is HitKind.CUE or (not behind and follows_word(signs, first))
    return not behind or last - first >= CLEAR or ends_word(signs, first, last, named)


def ends_word(signs: Signs, first: int, last: int, named: Named) -> bool:
    """Whether one sign ends an unknown word as a particle does, before another script: "失われ|た|と|軍が"."""
    following = last + 1
    if first != last or named[1] not in (Cue.TOPIC, Cue.COORDINATION) or following >= len(signs.tokens):
        return False
    return signs.scripts[following] is not None and signs.scripts[following] != signs.scripts[last]


def may_stand_in_phrase(signs: Signs, first: int, last: int, named: Named, behind: int) -> bool:
    """Particles end a phrase and stand behind something; words begin it, or stand behind others that are known."""
    ends = not signs.joined[last + 1] if last + 1 < len(signs.tokens) else True
    if named[0] is HitKind.CUE:
        if first == last:
            if named[1] == Cue.COUNTER and first - 1 in signs.held:
                return True  # "1만|명|을", with a space or without
            follows = follows_word(signs, first) and (named[1] in ATTACHED or first - 1 in signs.held)
            alone = ends and not follows_word(signs, first) and named[1] not in PARTICLES
            return alone or (follows and behind != ALONE and (ends or bool(signs.starts[last + 1])))
        return ends or not behind
    if first == last:
        return not behind and (ends or bool(signs.starts[last + 1]))
    return behind != ALONE or last - first + 1 >= CLEAR


def follows_word(signs: Signs, index: int) -> bool:
    """Whether a word or a number, or a quotation or bracket that closes, stands right before the sign."""
    if index == 0 or signs.gaps[index]:
        return False
    before = signs.tokens[index - 1].text[0]
    return before.isalnum() or (before in CLOSING and index > 1)


def within(signs: Signs, piece: Piece) -> Iterator[tuple[int, int, Named]]:
    """Names and bodies inside a longer phrase of another family."""
    families = {FAMILY.get(kind, kind) for kind, _ in piece.known}
    if HitKind.CUE in families or piece.last - piece.first < CLEAR - 1:
        return
    for first in range(piece.first, piece.last):
        for last, known in signs.starts[first].items():
            if first < last <= piece.last:
                yield from (
                    (first, last, named)
                    for named in known
                    if named[0] in INNER and FAMILY.get(named[0], named[0]) not in families
                )


# Words


def known_signs(pieces: Iterable[Piece]) -> frozenset[int]:
    return frozenset(index for piece in pieces for index in range(piece.first, piece.last + 1))


def words(signs: Signs, borders: set[int], known: frozenset[int]) -> Iterator[Token]:
    """Signs joined up to the next border, space or other script; inside known words only up to the next border."""
    tokens = signs.tokens
    first = 0
    for index in range(1, len(tokens) + 1):
        if index < len(tokens) and index not in borders and goes_on(signs, index, known):
            continue
        yield joined(tokens[first:index])
        first = index


def goes_on(signs: Signs, index: int, known: frozenset[int]) -> bool:
    if index in known or index - 1 in known:
        inside = signs.scripts[index] is not None or signs.scripts[index - 1] is not None
        return inside and index in known and index - 1 in known
    return signs.scripts[index] is not None and signs.joined[index]


def joined(tokens: Sequence[Token]) -> Token:
    if len(tokens) == 1:
        return tokens[0]
    first, last = tokens[0], tokens[-1]
    text = "".join(token.text for token in tokens)
    return Token(first.start, last.end, text, "".join(token.norm for token in tokens))
