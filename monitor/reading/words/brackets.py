"""Words that mean something only with what closes their clause: "wies … zurück" denies, "wird … entsenden" plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from monitor.reading.vocabulary import Cue, Language
from monitor.reading.words.lemmas import lemma_of
from monitor.reading.words.lookup import Hit, HitKind
from monitor.reading.words.text import Sentence

ENDS = frozenset({",", ";", ":", "(", ")", '"', "!", "?"})
LONGEST = 40
"""Tokens between the two halves."""
NAME = 5
"""Tokens from one quotation mark of a name to the other."""
NEXT = "+"
"""Before a beginning: the very next word begins so."""
ITSELF = ">"
"""Before a closing word that has the cue instead of the opening one."""
INFINITIVE = "*"
"""Before an ending: the last word of the clause ends so, and is its own lemma."""


def bracketed(sentence: Sentence, hits: tuple[Hit, ...], tongue: Language) -> tuple[Hit, ...]:
    """The hits, with the cue of a bracket in place of those that its opening word has by itself."""
    longer = {hit.first for hit in hits if hit.kind is HitKind.CUE and hit.first < hit.last}
    found = [hit for hit in brackets_in(sentence, tongue) if hit.first not in longer]
    opened = {hit.first for hit in found}
    kept = (hit for hit in hits if hit.first not in opened or not yields(hit))
    return tuple(sorted((*kept, *found), key=lambda hit: (hit.first, -hit.last))) if found else hits


def yields(hit: Hit) -> bool:
    """Whether a bracket that opens at a word takes the place of its hit; what opens a sentence as a condition stays."""
    return hit.kind is HitKind.CUE and hit.first == hit.last and hit.id != Cue.INVERSION


def brackets_in(sentence: Sentence, tongue: Language) -> Iterator[Hit]:
    for index, token in enumerate(sentence.tokens):
        pairs = tongue.brackets.get(token.norm)
        if pairs is None:
            continue
        yield from closed(sentence, index, pairs)
        cues = cues_of(sentence, index, pairs, tongue)
        for cue in cues:
            yield Hit(HitKind.CUE, cue.value, token.start, token.end, index, index)
        if Cue.SPEECH in cues:
            yield from closed(sentence, index, [(ITSELF + closing, Cue.FILLER) for closing, _ in pairs])


def closed(sentence: Sentence, index: int, pairs: Iterable[tuple[str, Cue]]) -> Iterator[Hit]:
    """The closing words that have a cue themselves: "نقلت … عن" quotes whoever stands behind it."""
    wanted = {closing[1:]: cue for closing, cue in pairs if closing[:1] == ITSELF}
    for at in range(index + 1, min(index + 1 + LONGEST, len(sentence.tokens))) if wanted else ():
        token = sentence.tokens[at]
        if token.norm in ENDS and not is_around_name(sentence, at):
            return
        if token.norm in wanted:
            yield Hit(HitKind.CUE, wanted[token.norm].value, token.start, token.end, at, at)
            return


def cues_of(sentence: Sentence, index: int, pairs: Iterable[tuple[str, Cue]], tongue: Language) -> list[Cue]:
    """What the word opens: with listed words of its clause, else with an infinitive at the end."""
    clause = list(clause_after(sentence, index))
    last = clause[-1] if clause else own_infinitive(sentence, index)
    listed: list[Cue] = []
    plain: list[Cue] = []
    for closing, cue in pairs:
        if closing[:1] == INFINITIVE:
            plain += [cue] if last is not None and is_infinitive(last, closing[1:], tongue) else []
        elif closing in clause or (closing[:1] == NEXT and clause and clause[0].startswith(closing[1:])):
            listed.append(cue)
    return list(dict.fromkeys(listed or plain))


def clause_after(sentence: Sentence, index: int) -> Iterator[str]:
    """The words behind a token up to the next mark."""
    for at in range(index + 1, min(index + 1 + LONGEST, len(sentence.tokens))):
        token = sentence.tokens[at]
        if token.norm in ENDS and not is_around_name(sentence, at):
            return
        if token.is_word:
            yield token.norm


def is_around_name(sentence: Sentence, at: int) -> bool:
    """Whether a quotation mark opens or closes a short name: نقلت صحيفة "نيويورك تايمز" عن."""
    if sentence.tokens[at].norm != '"':
        return False
    near = range(max(0, at - NAME), min(at + NAME + 1, len(sentence.tokens)))
    return any(other != at and sentence.tokens[other].norm == '"' for other in near)


def own_infinitive(sentence: Sentence, index: int) -> str | None:
    """The word before one that closes a clause itself: "dass er sie entsenden|wird"."""
    return sentence.tokens[index - 1].norm if index > 0 else None


def is_infinitive(word: str, ending: str, tongue: Language) -> bool:
    return word.endswith(ending) and tongue.lemmas is not None and lemma_of(word, tongue.lemmas) == word
