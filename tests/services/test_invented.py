"""Invented clients: as many as asked for, the same for the same seed, plainly invented."""

from datetime import date
from itertools import islice

import pytest

from tests.invented import invented_cases

TODAY = date(2026, 11, 24)


def test_the_same_seed_gives_the_same_clients():
    assert list(invented_cases(50, seed=7, today=TODAY)) == list(invented_cases(50, seed=7, today=TODAY))
    assert list(invented_cases(50, seed=7, today=TODAY)) != list(invented_cases(50, seed=8, today=TODAY))


def test_a_longer_row_begins_like_a_shorter_one():
    assert list(islice(invented_cases(500, seed=1, today=TODAY), 5)) == list(
        invented_cases(5, seed=1, today=TODAY)
    )


def test_file_numbers_are_unique_and_nobody_is_real():
    cases = list(invented_cases(1000, seed=3, today=TODAY))
    assert len({case.client.file_number for case in cases}) == 1000
    assert all(case.client.address[1].startswith("00000") for case in cases)


@pytest.mark.parametrize("count", [0, -1, 100_001])
def test_the_number_is_bounded(count):
    with pytest.raises(ValueError):
        next(invented_cases(count, seed=1, today=TODAY))
