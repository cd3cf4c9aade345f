"""Where pages break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.page import Frame, Strip, paginate


def nothing(page, top):
    pass


def strip(height, **more):
    return Strip(height, nothing, **more)


FRAME = Frame(first_top=30, top=10, bottom=110)


def heights(pages):
    return [[(round(top), each.height) for top, each in page] for page in pages]


def test_strips_follow_each_other_and_turn_the_page_when_it_is_full():
    assert heights(paginate([strip(50), strip(30), strip(20)], FRAME)) == [[(30, 50), (80, 30)], [(10, 20)]]


def test_the_gap_above_a_strip_vanishes_at_the_top_of_a_page():
    assert heights(paginate([strip(50, gap=9), strip(70, gap=9)], FRAME)) == [[(30, 50)], [(10, 70)]]


def test_a_heading_goes_with_what_follows():
    heading, text = strip(20, keeps=True), strip(40)
    assert heights(paginate([strip(30), heading, text], FRAME)) == [[(30, 30)], [(10, 20), (30, 40)]]


def test_the_head_of_a_table_is_drawn_again():
    head = strip(5)
    rows = [strip(40, head=head) for _ in range(3)]
    assert heights(paginate([head, *rows], FRAME)) == [[(30, 5), (35, 40)], [(10, 5), (15, 40), (55, 40)]]


def test_what_is_kept_together_but_higher_than_a_page_is_cut():
    group = [strip(40, keeps=True) for _ in range(4)]
    assert [len(page) for page in paginate(group, FRAME)] == [2, 2]


@given(st.lists(st.tuples(st.floats(1, 80), st.booleans(), st.floats(0, 9)), max_size=40))
def test_no_strip_leaves_the_frame_and_none_is_lost(given_strips):
    strips = [strip(height, keeps=keeps, gap=gap) for height, keeps, gap in given_strips]
    pages = paginate(strips, FRAME)
    assert [each for page in pages for _, each in page] == strips
    for page in pages:
        for top, each in page:
            assert top + each.height <= FRAME.bottom + 0.1
    assert all(page for page in pages[1:])


def test_nothing_is_one_empty_page():
    assert paginate([], FRAME) == [[]]


@pytest.mark.parametrize("height", [101, 500])
def test_a_strip_higher_than_a_page_still_gets_a_page(height):
    assert len(paginate([strip(10), strip(height)], FRAME)) == 2
