"""Bytes to text: the one decoder of pages and saved files."""

from __future__ import annotations

import codecs
import re

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^<>]{0,500}?(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?([\w.:-]{1,40})", re.IGNORECASE
)
HEAD = 4096
"""Where a page declares its charset, in bytes from its beginning."""
AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""Names that pages use for a larger character set (WHATWG Encoding Standard)."""


def decode(body: bytes, charset: str | None = None) -> str:
    """Decode a page: by its byte-order mark, else as UTF-8 if it is, else as it declares, else by a guess.

    Bytes that are valid UTF-8 beyond ASCII are nothing else, whatever the server says of them.
    """
    for mark, encoding in BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    declared = _codec(charset) or _declared(body)
    if declared is not None and declared.startswith(("utf-16", "utf-32", "iso2022", "hz")):
        return body.decode(declared, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(body) - 4:  # cut in the middle of its last character
            return body.decode("utf-8", "replace")
    if declared is None or declared == "utf-8":
        declared = _guessed(body) if declared is None else "utf-8"
    return body.decode(declared, "replace")


def _codec(charset: str | None) -> str | None:
    if charset is None:
        return None
    try:
        name = codecs.lookup(charset.strip(" \"'")).name
    except (LookupError, ValueError):
        return None  # a name nobody knows says nothing
    return AS_BROWSERS_DO.get(name, name)


def _declared(body: bytes) -> str | None:
    match = DECLARED.search(body, 0, HEAD)
    return _codec(match.group(1).decode("ascii", "replace")) if match else None


def _guessed(body: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  rarely needed

    best = from_bytes(body[:HEAD] + body[-HEAD:]).best()
    return best.encoding if best is not None else "cp1252"
