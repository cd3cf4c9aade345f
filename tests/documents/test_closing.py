"""A last page of a few lines is saved where a little less space between the strips is enough."""

from __future__ import annotations

import pytest

from desktop.documents import handout as sheet
from desktop.documents.closing import closed_up
from desktop.documents.handout_sheet import Said, SaidTopic, Twin
from desktop.documents.page import Frame, Strip, paginate

from .samples import texts
from .test_handout import ARABIC, GERMAN, made

FRAME = Frame(0, 0, 590)


def strips(count: int, last: float = 40) -> list[Strip]:
    """Pieces of 40 points, 20 apart: ten fill a page of 590."""
    heights = [40.0] * (count - 1) + [last]
    return [Strip(height, lambda _page, _top: None, gap=20) for height in heights]


@pytest.mark.parametrize(
    ("count", "last", "pages"),
    [
        (10, 40, 1),  # fits as it is
        (11, 40, 1),  # 440 + 10 x 14 = 580
        (11, 60, 2),  # 600 would not fit even then
        (11, 200, 2),  # the last page is filled well enough
        (21, 40, 2),
    ],
)
def test_a_nearly_empty_last_page_is_saved_where_that_can_be(count, last, pages):
    given = strips(count, last)
    made_closer = closed_up(given, FRAME)
    assert len(paginate(made_closer, FRAME)) == pages
    if len(paginate(given, FRAME)) == pages:  # nothing was to be won, so nothing has moved
        assert [each.gap for each in made_closer] == [each.gap for each in given]


def test_nothing_at_all_stays_nothing():
    assert closed_up([], FRAME) == []


def test_a_hand_out_ends_with_a_page_worth_its_paper(monkeypatch):
    def pages(count: int) -> int:
        said = tuple(Said(number, Twin(GERMAN, ARABIC)) for number in range(1, count + 1))
        document = sheet.handout(
            made(topics=(SaidTopic("work", Twin("Arbeit", "العمل"), said),)), texts("de")
        )
        return len(paginate(document.strips, document.frame))

    closer = [pages(count) for count in range(8, 30)]
    monkeypatch.setattr(sheet, "closed_up", lambda strips, _frame: strips)
    loose = [pages(count) for count in range(8, 30)]
    assert closer != loose
    assert all(one <= other for one, other in zip(closer, loose, strict=True))
