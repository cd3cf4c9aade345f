"""Papers in the folder, and cards that end before their title: no recorded day is lost."""

from datetime import date

import pytest

from desktop.cases.papers import Paper
from desktop.cases.periods import Period
from desktop.cases.status import Passport, StatusPeriod
from desktop.deadlines.duedates import Nature
from tests.deadlines.making import MUNICH, card, case, day, kinds, only, said

CARD = (Paper("p1", "current_title", valid_until=date(2027, 2, 28)),)
PASSPORT = (Paper("p1", "passport", valid_until=date(2027, 2, 28)),)
SETTLED = StatusPeriod("title:26_4", Period(day("2017-03-01")))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (SETTLED, "eat_card"),  # an unlimited title on a card of ten years
        (card("title:25_3", "2024-01-01", "2028-02-28"), "eat_card"),  # the passport shortened the card
        (card("title:25_3", "2024-01-01", "2027-02-28"), "ae_validity"),  # the same end: one date
        (card("title:25_3", "2024-01-01", "2026-12-31"), "ae_validity"),  # the card of something else
        (None, "paper_end"),  # nobody has entered the title yet
    ],
)
def test_the_card_of_a_title(title, kind: str):
    file = case(*((title,) if title else ()), papers=CARD)
    ends = [
        each for each in kinds(file, authority=MUNICH) if each in ("eat_card", "ae_validity", "paper_end")
    ]
    assert ends == ([kind, "ae_validity"] if kind == "eat_card" and title.period.end else [kind])


@pytest.mark.parametrize(("code", "kind"), [("D60a_2_1", "duldung_cert"), ("gestattung", "gestattung_cert")])
@pytest.mark.parametrize(
    ("until", "twice"), [("2027-02-28", False), ("2027-02-27", True), ("2027-03-01", True)]
)
def test_the_end_of_a_certificate_comes_up_once(code: str, kind: str, until: str, twice: bool):
    """The paper in the folder is the one of the history; with another day somebody has to look."""
    ends = kinds(case(card(code, "2026-08-01", until), papers=CARD))
    assert sorted(each for each in ends if each in (kind, "paper_end")) == [kind, *(["paper_end"] * twice)]


def test_a_card_that_ends_leaves_the_title():
    due = only("eat_card", case(SETTLED, papers=CARD), authority=MUNICH)
    assert (due.day, due.safe_day) == (date(2027, 2, 28), date(2027, 2, 26))
    assert due.start_on == date(2026, 12, 4)  # twelve weeks before is Sunday 06.12.
    assert due.nature is Nature.VALIDITY
    assert due.title_id == "26_4"
    assert "only the proof ends" in said(due.derivation)


@pytest.mark.parametrize(
    ("until", "expected"),
    [(None, ["paper_end"]), ("2027-01-31", ["passport", "paper_end"]), ("2027-02-28", ["passport"])],
)
def test_a_passport_in_the_folder_that_the_list_does_not_know(until, expected):
    known = {} if until is None else {"passports": (Passport("passport", period("2020-01-01", until)),)}
    found = [each for each in kinds(case(papers=PASSPORT, **known)) if each in ("passport", "paper_end")]
    assert sorted(found) == sorted(expected)


def period(first: str, last: str) -> Period:
    return Period.on_paper(day(first), day(last))


def test_powers_of_attorney_and_releases_run_out_too():
    papers = (Paper("p1", "power_of_attorney", valid_until=date(2027, 2, 28)),)
    due = only("paper_end", case(papers=papers))
    assert (due.day, due.code) == (date(2027, 2, 28), "power_of_attorney")
