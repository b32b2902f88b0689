"""One pass over a sentence that finds every known word and phrase: who, where, what, doing what, and the cues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache, partial
from itertools import chain, islice
from operator import itemgetter
from typing import NamedTuple

from monitor.reading.vocabulary import EVERY_LANGUAGE, Cue, LadderWords, Language, Lexicon, Vocabulary, Words
from monitor.reading.words import gapped
from monitor.reading.words.lemmas import lemma_of
from monitor.reading.words.text import PLAIN, Sentence, Spacing, Token, norm_of, normal, tokens_of

LONGEST_WORD = 40
"""Longer runs of letters are no words of any vocabulary, and lemmatising them would only cost time."""
LONGEST_ACRONYM = 6
COMPOUND = 3
"""Letters that a compound has before its last word."""
EXACT = "="
"""Marks what is found in capitals only: "US" is not "us", "AS" not "as"."""
HYPHEN = "-"
FUNCTION = (Cue.IN, Cue.OF, Cue.AGENT, Cue.ARTICLE, Cue.NEGATION, Cue.FILLER, Cue.CLAUSE)
"""Words that begin no verb."""
NOWHERE = (-1, -1)
MOST_KNOWN = 65_536
"""Words of a language that are kept, bounded since anybody can invent some."""
FARTHEST = itemgetter(0)
Named = tuple["HitKind", str]
"""A kind, and an id of it."""
SPACE = " "
"""Marks a space in a phrase of a language whose words no spaces part."""


class HitKind(StrEnum):
    ENTITY = "entity"
    SHORT = "short"
    """A name that means the entity only where the text has a full one; a scene holds none of this kind."""
    DEMONYM = "demonym"
    NOUN = "noun"
    """A counted noun, or a thing that has a status."""
    ACTION = "action"
    CUE = "cue"
    STATUS = "status"
    STEP = "step"
    """The noun of a status ("ratification"): names the step without saying that it was taken."""
    OFFICE = "office"
    """A body that speaks, without whose it is: "government"."""
    DONE = "done"
    """What completes a step's noun ("completed"); the id is the ladder's."""
    SCOPE = "scope"
    """Who or what makes a step the one of its id: a chamber's yes to a law is `approved`, the parliament's `passed`."""


FAMILY = {HitKind.DEMONYM: HitKind.ENTITY, HitKind.SHORT: HitKind.ENTITY}
"""Kinds among which the longest phrase wins: "North Korean army" the organisation holds no "North Korean"."""


class Hit(NamedTuple):
    """A phrase of the vocabulary in a sentence. `first` and `last` are token indexes, both inclusive.

    `id` is that of the entity, noun or action; the value of a `Cue`; "ladder/status", or "ladder/status/thing".
    """

    kind: HitKind
    id: str
    start: int
    end: int
    first: int
    last: int
    tail: int | None = None
    """Of a phrase whose words stand apart ("trat … in Kraft"), the first token of its second part."""

    @property
    def cue(self) -> Cue:
        """The cue of a hit of kind CUE. Raises ValueError for other kinds."""
        return Cue(self.id)

    @property
    def ladder(self) -> str:
        """The ladder's id of a hit of kind STATUS, STEP, DONE or SCOPE."""
        return self.id.partition("/")[0]

    @property
    def status(self) -> str:
        """The rung, exit or return of a hit of kind STATUS, STEP or SCOPE."""
        return self.id.split("/")[1]

    @property
    def of(self) -> str | None:
        """The only thing of which a hit of kind STATUS says its step ("joined", of a membership), or null."""
        return self.id.split("/")[2] if self.id.count("/") > 1 else None


HIT = partial(tuple.__new__, Hit)
"""Makes a hit of a tuple in half the time that its own call takes; a text has hundreds."""


@dataclass(slots=True)
class Node:
    """One step of a phrase: what may follow, and what ends here."""

    next: dict[str, Node] = field(default_factory=dict)
    ends: list[tuple[HitKind, str, bool]] = field(default_factory=list)
    """Kind, id, and whether the phrase begins with a capital wherever it is written: "Turkey", not "turkey"."""


def lookup(sentence: Sentence, vocabulary: Vocabulary, language: str) -> tuple[Hit, ...]:
    """All hits in order of start, longer before shorter. Hits of one family never overlap; those of several may."""
    tokens = sentence.tokens
    words = known_words(vocabulary, language)
    known = [words[text] for _, _, text, _ in tokens]
    final = len(known) - 1
    found: list[Hit] = []
    for first, word in enumerate(known):
        if word.longer and first < final and not word.following.isdisjoint(known[first + 1].forms):
            found += longest_from(tokens, known, first)
        elif word.named:
            start, end, _, _ = tokens[first]
            for kind, name in word.named:
                found.append(HIT((kind, name, start, end, first, first, None)))
    parted = parted_phrases(vocabulary, language)
    if not parted.keys().isdisjoint([norm for _, _, _, norm in tokens]):
        found += standing_apart(tokens, parted, vocabulary.languages.get(language))
        found.sort(key=place_of)
    return tuple(kept(found))


def place_of(hit: Hit) -> tuple[int, int]:
    return hit.first, -hit.last


def standing_apart(
    tokens: Sequence[Token], parted: Mapping[str, tuple[gapped.Gapped[Named], ...]], tongue: Language | None
) -> Iterator[Hit]:
    separable = tongue if tongue is not None and tongue.separable else None
    joints = frozenset(separable.cues.get(Cue.COORDINATION, ())) if separable is not None else None
    for one in gapped.find(tokens, parted, joints):
        kind, name = one.what
        yield Hit(kind, name, tokens[one.first].start, tokens[one.last].end, one.first, one.last, one.tail)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a word: its forms, what it is by itself, and what is longer and begins with it.

    `longer` says of each beginning whether it is the word itself, and no other form of it.
    """

    forms: tuple[str, ...]
    alone: Mapping[HitKind, tuple[Named, ...]]
    """By family."""
    named: tuple[Named, ...]
    """The same of all families."""
    longer: tuple[tuple[Node, bool], ...]
    following: frozenset[str]
    """What may follow the word in a longer one."""


class KnownWords(dict[str, Known]):
    """What is known of every word, as it is written: kept, since texts say the same ones again and again."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.language = language
        tongue = vocabulary.languages.get(language)
        self.writing = PLAIN if tongue is None else tongue.writing

    def __missing__(self, text: str) -> Known:
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[text] = found = known_of(text, norm_of(text, self.writing), self.vocabulary, self.language)
        return found


@lru_cache(maxsize=64)
def known_words(vocabulary: Vocabulary, language: str) -> KnownWords:
    return KnownWords(vocabulary, language)


def known_of(text: str, norm: str, vocabulary: Vocabulary, language: str) -> Known:
    root = trie_of(vocabulary, language)
    tongue = vocabulary.languages.get(language)
    forms = (EXACT + text, *forms_of(norm, tongue)) if is_acronym(text) else forms_of(norm, tongue)
    if tongue is not None and tongue.heads and not root.next.keys() & forms:
        forms = (*forms, *head_of(forms[-1], tongue))
    nodes = [(child, form == norm) for form in forms if (child := root.next.get(form))]
    alone = ended(nodes, text)
    longer = tuple(going_on(nodes))
    following = frozenset(chain([HYPHEN], *(node.next for node, _ in longer)))
    return Known(forms, alone, tuple(chain.from_iterable(alone.values())), longer, following)


def ended(nodes: Iterable[tuple[Node, bool]], opening: str) -> dict[HitKind, tuple[Named, ...]]:
    """What ends at the nodes of a phrase whose first word is `opening`, by family.

    Cues are function words: only the form that the language file lists will do, since a lemma may be another word
    ("dilaporkan", reported, is of the same root as "lapor", says).
    """
    found: dict[HitKind, tuple[Named, ...]] = {}
    lower = opening[0].islower()
    for node, exact in nodes:
        for kind, name, capital in node.ends:
            if (capital and lower) or (kind is HitKind.CUE and not exact):
                continue
            family = FAMILY.get(kind, kind)
            known = found.get(family, ())
            if (kind, name) not in known:
                found[family] = (*known, (kind, name))
    return found


def going_on(nodes: Iterable[tuple[Node, bool]]) -> list[tuple[Node, bool]]:
    return [(node, exact) for node, exact in nodes if node.next]


def longest_from(tokens: Sequence[Token], known: Sequence[Known], first: int) -> Iterator[Hit]:
    """The longest phrase of each family that starts at a token, longer before shorter. Hyphens inside are skipped."""
    word, start, text = known[first], tokens[first].start, tokens[first].text
    best = {family: (first, named) for family, named in word.alone.items()}
    nodes: Sequence[tuple[Node, bool]] = word.longer
    position = first + 1
    while nodes and position < len(tokens):
        norm, forms = tokens[position].norm, known[position].forms
        if norm != HYPHEN:
            reached = [
                (child, exact and form == norm)
                for node, exact in nodes
                for form in forms
                if (child := node.next.get(form))
            ]
            if not reached:
                break
            best |= {family: (position, named) for family, named in ended(reached, text).items()}
            nodes = going_on(reached)
        position += 1
    for last, named in sorted(best.values(), key=FARTHEST, reverse=True) if len(best) > 1 else best.values():
        for kind, name in named:
            yield HIT((kind, name, start, tokens[last].end, first, last, None))


def kept(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Drops what a longer phrase of the same family covers, and cues inside names and bodies: "Bank of America".

    The hits come in order of start, longer before shorter.
    """
    reach: dict[HitKind, tuple[int, int]] = {}
    named = NOWHERE
    for hit in hits:
        kind, _, _, _, first, last, _ = hit
        family = FAMILY.get(kind, kind)
        before = reach.get(family, NOWHERE)
        if first <= before[1] and (first, last) != before:
            continue
        if kind is HitKind.CUE and named[0] <= first and last <= named[1] and named[0] < named[1]:
            continue
        reach[family] = (first, last)
        if family is HitKind.ENTITY or (family is HitKind.OFFICE and last > first):
            named = (first, last)
        yield hit


@lru_cache(maxsize=65536)
def forms_of(word: str, language: Language | None) -> tuple[str, ...]:
    """The forms under which a normalised word is looked up: itself, without clitics, its lemma."""
    if language is None or len(word) > LONGEST_WORD or not word[:1].isalpha():
        return (word,)
    bare = [word, *without_clitics(word, language)]
    if language.lemmas is not None:
        bare += [normal(lemma_of(form, language.lemmas)) for form in tuple(bare)]
    return tuple(dict.fromkeys(bare))


def head_of(word: str, language: Language) -> tuple[str, ...]:
    """The end of a compound that nobody has listed: "Hochseeabkommen" is an "Abkommen"."""
    found = (head for head in language.heads if word.endswith(head) and len(word) >= len(head) + COMPOUND)
    return tuple(islice(found, 1))


def without_clitics(word: str, language: Language) -> Iterator[str]:
    for suffix in language.suffixes:
        if word.endswith(suffix) and len(word) >= len(suffix) + 2:
            yield word.removesuffix(suffix)
    for prefix in language.prefixes:
        if word.startswith(prefix) and len(word) >= len(prefix) + 2:
            yield word.removeprefix(prefix)


@lru_cache(maxsize=64)
def trie_of(vocabulary: Vocabulary, language: str) -> Node:
    root = Node()
    tongue = vocabulary.languages.get(language)
    for kind, name, phrase in phrases_of(vocabulary, language):
        if not gapped.is_gapped(phrase):
            add(root, kind, name, phrase, tongue)
    return root


@lru_cache(maxsize=64)
def parted_phrases(vocabulary: Vocabulary, language: str) -> Mapping[str, tuple[gapped.Gapped[Named], ...]]:
    """The phrases whose words stand apart, by their first words."""
    tongue = vocabulary.languages.get(language)
    every = phrases_of(vocabulary, language)
    return gapped.gapped(
        ((kind, name), phrase)
        for kind, name, phrase in every
        if gapped.is_gapped(phrase) or (kind is HitKind.STATUS and tongue is not None and separable(phrase, tongue))
    )


def separable(phrase: str, tongue: Language) -> bool:
    """Whether a status phrase is a verb with its particle, which come apart: "hob auf", "trat in Kraft"."""
    first, _, rest = phrase.partition(" ")
    return tongue.separable and bool(rest) and not any(first in tongue.cues.get(cue, ()) for cue in FUNCTION)


def add(root: Node, kind: HitKind, name: str, phrase: str, language: Language | None) -> None:
    node = root
    for key in keys_of(phrase, language):
        node = node.next.setdefault(key, Node())
    end = (kind, name, phrase[:1].isupper())
    if node is not root and end not in node.ends:
        node.ends.append(end)


def keys_of(phrase: str, language: Language | None) -> Iterator[str]:
    """The words of a phrase, as they are looked up one by one."""
    writing = PLAIN if language is None else language.writing
    divided = language is not None and language.spacing is not Spacing.WORDS
    words = [token for token in tokens_of(phrase, 0, len(phrase), writing) if token.norm != HYPHEN]
    for word in words:
        if divided and word is not words[0] and phrase[word.start - 1].isspace():
            yield SPACE
        yield EXACT + word.text if is_acronym(word.text) else word.norm


def is_acronym(word: str) -> bool:
    return 1 < len(word) <= LONGEST_ACRONYM and word.isupper()


def phrases_of(vocabulary: Vocabulary, language: str) -> Iterator[tuple[HitKind, str, str]]:
    """Every phrase that the vocabulary has for a language, names of every language included."""
    lexicon = vocabulary.lexicon(language)
    for entity in vocabulary.entities.values():
        yield from each(HitKind.ENTITY, entity.id, own(entity.names, language), lexicon.names)
        yield from each(HitKind.SHORT, entity.id, own(entity.short, language), lexicon.short)
        yield from each(HitKind.DEMONYM, entity.id, own(entity.demonyms, language), lexicon.demonyms)
    terms = (
        (HitKind.NOUN, vocabulary.nouns, lexicon.nouns),
        (HitKind.ACTION, vocabulary.actions, lexicon.actions),
        (HitKind.OFFICE, vocabulary.offices, lexicon.offices),
    )
    for kind, known, words in terms:
        for term in known.values():
            yield from each(kind, term.id, own(term.words, language), words)
    for ladder in vocabulary.ladders.values():
        yield from of_ladder(ladder, lexicon, language)
    tongue = vocabulary.languages.get(language)
    if tongue is not None:
        for cue, phrases in tongue.cues.items():
            if cue in (Cue.BOILERPLATE, Cue.DATELINE):
                continue  # labels of paragraphs, not words of sentences
            yield from ((HitKind.CUE, cue.value, phrase) for phrase in phrases)


def of_ladder(ladder: LadderWords, lexicon: Lexicon, language: str) -> Iterator[tuple[HitKind, str, str]]:
    name = ladder.ladder.id
    for status in sorted(ladder.ladder.statuses):
        step = f"{name}/{status}"
        yield from each(HitKind.STATUS, step, own(ladder.words.get(status, {}), language), lexicon.statuses)
        for thing in ladder.things:
            yield from each(HitKind.STATUS, f"{step}/{thing}", (), lexicon.statuses)
        yield from each(HitKind.STEP, step, own(ladder.nouns.get(status, {}), language), lexicon.steps)
        yield from each(HitKind.SCOPE, step, (), lexicon.scopes)
    yield from each(HitKind.DONE, name, own(ladder.done, language), lexicon.done)


def each(kind: HitKind, name: str, written: tuple[str, ...], words: Words) -> Iterator[tuple[HitKind, str, str]]:
    """The phrases of one id: the user's own, and those of the language file."""
    return ((kind, name, phrase) for phrase in dict.fromkeys((*written, *words.get(name, ()))))


def own(words: Mapping[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
    """The words of one language and those of every language."""
    return (*words.get(EVERY_LANGUAGE, ()), *words.get(language, ()))
