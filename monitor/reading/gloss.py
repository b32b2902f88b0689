"""What was counted, in plain English, so that an editor who lacks the article's language can check the reading."""

from __future__ import annotations

from functools import lru_cache

from monitor.reading.vocabulary import EntityKind, Vocabulary

ENGLISH = "en"


def gloss_of(vocabulary: Vocabulary, noun: str | None, of: tuple[str, ...]) -> str | None:
    """Such as "North Korean soldiers", "enemy soldiers", "soldiers of Wagner"; null where nothing was counted."""
    if noun is None:
        return None
    adjectives = [_adjective(vocabulary, name) for name in of]
    if all(adjectives):
        return " ".join([" and ".join(filter(None, adjectives)), noun]).strip()
    return f"{noun} of {' and '.join(of)}"


def _adjective(vocabulary: Vocabulary, name: str) -> str | None:
    entity = vocabulary.entities.get(name)
    if entity is None:
        return None
    if entity.kind is EntityKind.GROUP:
        return name
    english = (*entity.demonyms.get(ENGLISH, ()), *vocabulary.lexicon(ENGLISH).demonyms.get(name, ()))
    return next(iter(english), None)


@lru_cache(maxsize=4096)
def speaker_gloss(vocabulary: Vocabulary, speaker_id: str | None) -> str | None:
    """The English of a folded speaker: "United States government"; of one known in part, the names; else null."""
    if speaker_id is None or speaker_id in vocabulary.entities or _is_body(vocabulary, speaker_id):
        return speaker_id
    rest, found = f" {speaker_id} ", []
    for name in sorted(vocabulary.entities, key=len, reverse=True):
        if (at := rest.find(f" {name} ")) >= 0 and name[:1].isupper():
            found.append((at, name))
            rest = rest.replace(f" {name} ", f" {'_' * len(name)} ")
    return ", ".join(name for _, name in sorted(found)) or None


def _is_body(vocabulary: Vocabulary, speaker_id: str) -> bool:
    """Whether it is a known body of a known country and nothing else."""
    return any(speaker_id.removesuffix(f" {office}") in vocabulary.entities for office in vocabulary.offices)
