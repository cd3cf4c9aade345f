"""From bytes kept client by client to long integers slot by slot: one bit a client, two integers a slot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

_BLOCK = 1024
"""Clients turned over at a time, so that what is read lies in the cache of the processor."""
_EVEN = bytes(code & 1 | code >> 1 & 2 | code >> 2 & 4 | code >> 3 & 8 for code in range(256))
_ODD = bytes(code >> 1 & 1 | code >> 2 & 2 | code >> 3 & 4 | code >> 4 & 8 for code in range(256))


def columns(rows: Sequence[bytes], width: int) -> tuple[list[int], list[int]]:
    """For each slot the lowest bit of every client's byte, and the one above it; the first client lowest."""
    pieces: list[list[bytes]] = [[] for _ in range(width)]
    for begin in range(0, len(rows), _BLOCK):
        block = b"".join(rows[begin : begin + _BLOCK])
        for slot in range(width):
            pieces[slot].append(block[slot::width])
    both = [_packed(b"".join(found)) for found in pieces]
    return [low for low, _ in both], [high for _, high in both]


def _packed(column: bytes) -> tuple[int, int]:
    """The two lowest bits of each byte: first those of four clients side by side, then each by itself."""
    places = -(-len(column) // 8) * 8
    bits = int.from_bytes(column, "little") & _mask(b"\x03", places)
    bits = (bits | bits >> 6) & _mask(b"\x0f\x00", places)
    bits |= bits >> 12
    fours = bits.to_bytes(places, "little")[::4]
    return _halves(fours.translate(_EVEN)), _halves(fours.translate(_ODD))


def _halves(fours: bytes) -> int:
    """Bytes that hold four bits each, two in a byte."""
    bits = int.from_bytes(fours, "little")
    bits |= bits >> 4
    return int.from_bytes(bits.to_bytes(len(fours), "little")[::2], "little")


@cache
def _mask(pattern: bytes, places: int) -> int:
    return int.from_bytes(pattern * (places // len(pattern)), "little")
