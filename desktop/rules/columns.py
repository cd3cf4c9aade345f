"""From bytes kept client by client to long integers slot by slot: one bit a client, two integers a slot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

_BLOCK = 4096
"""Clients turned over at a time, so that what is read lies in the cache of the processor."""
_BITS, _BYTE = 8, 8


def columns(rows: Sequence[bytes], width: int) -> tuple[list[int], list[int]]:
    """For each slot the lowest bit of every client's byte, and the one above it; the first client lowest."""
    pieces: list[list[bytes]] = [[] for _ in range(width)]
    for begin in range(0, len(rows), _BLOCK):
        block = b"".join(rows[begin : begin + _BLOCK])
        for slot in range(width):
            pieces[slot].append(block[slot::width])
    low, high = [], []
    for found in pieces:
        column = int.from_bytes(b"".join(found), "little")
        low.append(_packed(column, len(rows)))
        high.append(_packed(column >> 1, len(rows)))
    return low, high


def _packed(column: int, clients: int) -> int:
    """The lowest bit of each byte, side by side: in pairs, in fours, in eights, then every eighth byte."""
    places = -(-clients // _BYTE) * _BYTE
    column &= _mask(b"\x01", places)
    column = (column | column >> 7) & _mask(b"\x03\x00", places)
    column = (column | column >> 14) & _mask(b"\x0f\x00\x00\x00", places)
    column = (column | column >> 28) & _mask(b"\xff\x00\x00\x00\x00\x00\x00\x00", places)
    return int.from_bytes(column.to_bytes(places, "little")[::_BITS], "little")


@cache
def _mask(pattern: bytes, places: int) -> int:
    return int.from_bytes(pattern * (places // len(pattern)), "little")
