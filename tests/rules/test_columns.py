"""Rows turned over into columns, bit by bit, for any number of rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.columns import columns


def slowly(rows: list[bytes], width: int) -> tuple[list[int], list[int]]:
    low = [sum((row[slot] & 1) << place for place, row in enumerate(rows)) for slot in range(width)]
    high = [sum((row[slot] >> 1 & 1) << place for place, row in enumerate(rows)) for slot in range(width)]
    return low, high


@given(
    st.integers(1, 4).flatmap(lambda width: st.lists(st.binary(min_size=width, max_size=width), max_size=40))
)
def test_every_bit_stands_where_it_belongs(rows: list[bytes]) -> None:
    width = len(rows[0]) if rows else 3
    assert columns(rows, width) == slowly(rows, width)


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 1023, 1024, 1025, 2049])
def test_blocks_join_without_a_seam(count: int) -> None:
    rows = [bytes((48 + number % 4, 48 + number // 7 % 4)) for number in range(count)]
    assert columns(rows, 2) == slowly(rows, 2)
