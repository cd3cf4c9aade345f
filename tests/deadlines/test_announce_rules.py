"""The table of days after sending: complete, in one row for every day, and read strictly."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from desktop import resources
from desktop.deadlines.announce_rules import (
    BY_LAND,
    FEDERAL,
    FILE,
    LAENDER,
    LAND,
    SOCIAL,
    Way,
    read_announce_table,
)
from desktop.errors import Problem

SHIPPED = resources.path("law", "de-2026-08", FILE)


def test_sixteen_laender_each_with_rows_of_its_own():
    table = read_announce_table(SHIPPED)
    assert len(LAENDER) == 16
    for land in LAENDER:
        assert table.of(land).law == land
        assert {row.certainty for row in table.of(land).rows if set(row.ways) & set(BY_LAND)} <= {
            "secondary",
            "inferred",
        }


@pytest.mark.parametrize(
    ("place", "law"),
    [
        ("DE-BY+assumption", "DE-BY"),
        ("DE-BY-AUGSBURG", "DE-BY"),
        ("by", "DE-BY"),
        ("DE-TH+corpus", "DE-TH"),
        ("DE", LAND),
        ("", LAND),
        ("XX", LAND),
        (FEDERAL, FEDERAL),
        (SOCIAL, SOCIAL),
    ],
)
def test_a_place_follows_the_law_of_its_land(place: str, law: str):
    assert read_announce_table(SHIPPED).of(place).law == law


def test_every_law_way_and_day_has_one_row_and_no_later_row_counts_fewer_days():
    table = read_announce_table(SHIPPED)
    for law in (FEDERAL, SOCIAL, LAND, *LAENDER):
        for way in Way:
            found = [table.of(law).on(way, date(2019, 1, 1) + timedelta(weeks=week)) for week in range(500)]
            assert all(one.days[-1] <= other.days[-1] for one, other in pairwise(found))


def test_every_row_has_its_source_in_both_languages_and_the_day_it_was_checked():
    for row in read_announce_table(SHIPPED).rules:
        assert row.source.de
        assert row.source.en
        assert row.cite.startswith("§")
        assert row.checked_on is not None
        assert not (row.certainty == "read" and not row.confirmed)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("days: [3]", "days: [4, 3]", "rising order"),
        ("days: [3]", "days: []", "rising order"),
        ("days: [3]", "days: [0]", "rising order"),
        ("days: [3]", "days: [31]", "rising order"),
        ("days: [3]", "days: [drei]", "rules.0.days.0"),
        ("laws: [federal]", "laws: [bavaria]", "This law is not known"),
        ("ways: [letter, electronic]", "ways: [letter, mailbox]", "stand apart"),
        ("ways: [letter, electronic]", "ways: [letter]", "exactly one row"),
        ("ways: [letter, electronic]", "ways: [pigeon]", "rules.0.ways.0"),
        ("    cite: §\u00a041 Abs. 2 VwVfG\n", "", "“cite” is missing"),
        ("certainty: read", "certainty: sure", "rules.0.certainty"),
        ("days: [3]", "days: [3]\n    weeks: 2", "“weeks” is not known here"),
        ("valid_from: 2025-01-01", "valid_from: 2025-02-30", "rules.1.valid_from"),
    ],
)
def test_a_damaged_table_names_file_line_and_key(tmp_path: Path, old: str, new: str, said: str):
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / FILE
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Problem) as caught:
        read_announce_table(path)
    assert said in str(caught.value)
    assert FILE in str(caught.value)
