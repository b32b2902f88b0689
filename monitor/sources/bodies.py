"""The body of an answer, bounded as it is unpacked: a megabyte of gzip may hold a gigabyte."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterable

GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
RAW_DEFLATE = -zlib.MAX_WBITS
PACKINGS = frozenset({"gzip", "x-gzip", "deflate"})
ACCEPTED = "gzip, deflate"


class TooLarge(Exception):  # noqa: N818  it says what was found
    """A body over the limit; nothing beyond the limit was unpacked."""


class Broken(Exception):  # noqa: N818  likewise
    """A body that ends too early, or is packed in a way we did not ask for."""


async def unpacked(chunks: AsyncIterable[bytes], packing: str, limit: int) -> bytes:
    """Read a body of at most `limit` bytes, unpacked by its Content-Encoding. Raises TooLarge and Broken."""
    packing = packing.strip().lower()
    if packing in ("", "identity"):
        return await _plain(chunks, limit)
    if packing not in PACKINGS:
        raise Broken(f"it is packed as {packing[:40]!r}, which was not asked for")
    unpacking = Unpacking(limit)
    async for chunk in chunks:
        unpacking.feed(chunk)
    return unpacking.whole()


async def _plain(chunks: AsyncIterable[bytes], limit: int) -> bytes:
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > limit:
            raise TooLarge
    return bytes(body)


class Unpacking:
    """Unpack gzip (of several members too), zlib and raw deflate, which servers give for "deflate" alike."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._body = bytearray()
        self._member = zlib.decompressobj(GZIP_OR_ZLIB)
        self._begun = False

    def feed(self, chunk: bytes) -> None:
        while chunk:
            if self._member.eof:
                if not chunk.startswith(b"\x1f\x8b"):
                    return  # padding after the last member
                self._member = zlib.decompressobj(GZIP_OR_ZLIB)
            self._body += self._inflate(chunk)
            if len(self._body) > self._limit:
                raise TooLarge
            chunk = self._member.unused_data or self._member.unconsumed_tail

    def whole(self) -> bytes:
        if self._begun and not self._member.eof:
            raise Broken("it breaks off in the middle")
        return bytes(self._body)

    def _inflate(self, chunk: bytes) -> bytes:
        room = self._limit + 1 - len(self._body)
        first, self._begun = not self._begun, True
        try:
            return self._member.decompress(chunk, room)
        except zlib.error as error:
            if not first:
                raise Broken(f"it cannot be unpacked ({error})") from error
        self._member = zlib.decompressobj(RAW_DEFLATE)
        try:
            return self._member.decompress(chunk, room)
        except zlib.error as error:
            raise Broken(f"it cannot be unpacked ({error})") from error
