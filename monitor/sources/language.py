"""Which language a text is in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

OLD_CODES = {"in": "id", "iw": "he", "ji": "yi", "nb": "no", "nn": "no"}
NEWS = """
    af am ar az be bg bn bs ca cs da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky
    lo lt lv mk ml mn mr ms my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg th tl tr uk ur uz vi zh
"""
"""What a text may be taken for. The model knows more, but the small ones only draw short texts away from neighbours."""
SAMPLE = 1000
"""Characters that tell; the time is linear in them, and half a millisecond at this."""
LONG = 200
"""From so many letters on, the text decides and the hint does not."""
SURE = 0.9
LIKELY = 0.5
POSSIBLE = 0.3


def code_of(tag: str) -> str:
    """The ISO 639-1 code at the head of a language tag: "id" of "id-ID" and of the outdated "in"."""
    head = tag.strip().replace("_", "-").split("-")[0].lower()
    return OLD_CODES.get(head, head)


def detect(text: str, hint: str | None = None, *, languages: Collection[str] = ()) -> str | None:
    """The ISO 639-1 code of a text's language, or None where nothing tells.

    `hint` is what the source says; it decides for a text too short to be sure of. `languages` are those the desk reads:
    a doubtful text is taken for one of them. Malay is taken for Indonesian unless they hold "ms".
    """
    hint = code_of(hint) if hint else None
    sample = text if len(text) <= SAMPLE else _sample(text)
    letters = sum(map(str.isalpha, sample))
    if letters == 0:
        return hint
    shares = _shares(sample, malay="ms" in languages or hint == "ms")
    best = max(shares, key=shares.__getitem__)
    if shares[best] >= (LIKELY if letters >= LONG else SURE):
        return best
    if hint is not None:
        return hint
    if shares[best] >= LIKELY:
        return best
    return max(languages, key=lambda code: shares.get(code, 0.0), default=best if shares[best] >= POSSIBLE else None)


def unread(code: str | None, languages: Collection[str]) -> str:
    """In words, that a text's language is none of those that are read."""
    language = f"it is in {_name(code)}, which is" if code is not None else "its language cannot be told, so it is"
    return f"{language} not read; read are {' and '.join(sorted(map(_name, languages)))}"


def preload() -> None:
    """Load the model (0.7 s) before children are forked, so that each need not."""
    _identifier()


def _name(code: str) -> str:
    from babel import Locale  # noqa: PLC0415  only to say that something is not read

    return str(Locale("en").languages.get(code, code))


def _sample(text: str) -> str:
    """The beginning, and more of the middle: the beginning may be a menu."""
    middle = len(text) // 2
    return f"{text[: SAMPLE // 3]}\n{text[middle : middle + SAMPLE * 2 // 3]}"


def _shares(text: str, *, malay: bool) -> Mapping[str, float]:
    shares = dict(_identifier().rank(text))
    if not malay:
        shares["id"] = shares.get("id", 0.0) + shares.pop("ms", 0.0)
    return shares


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from numpy import ascontiguousarray  # noqa: PLC0415  0.1 s that most commands need not pay
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(set(NEWS.split()).intersection(identifier.nb_classes))
    identifier.nb_ptc = ascontiguousarray(identifier.nb_ptc)  # a text's features are rows; a third faster
    return identifier
