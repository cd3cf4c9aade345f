"""The dates of a case on their page: derivation, distance, and what is said where there is none."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.cases.periods import PartialDate
from desktop.services.words.values import distance
from desktop.ui.deadlines.room import build
from desktop.ui.kit.jobs import HeldJobs
from tests.ui.deadlines.making import Others


def test_every_date_comes_with_its_derivation_and_sections(presented):
    page = presented("chancen-aufenthalt")
    view = page.view
    row = view.rows[0]
    assert row.day == "Mi 30.12.2026"
    assert row.urgency == "urgent"
    page.dates.choose(row.key)
    days = dict(view.details.days)
    assert days["Sicherer Tag"] == "Mi 30.12.2026"
    assert days["Letzter Tag"] == "Do 31.12.2026"
    assert len(view.details.derivation) >= 3
    assert any("VwVfG" in each.cite for each in view.details.derivation)
    assert "§ 25b" in view.details.action.text.replace("\xa0", " ")


def test_dates_that_come_too_late_are_dropped(presented):
    jobs = HeldJobs()
    page = presented("muenchen-abschiebungsverbot", jobs)
    page.context.answer("passports", ())
    while jobs.waiting:
        jobs.release(len(jobs.waiting) - 1)
    assert page.view.shown == 1


def test_dates_move_with_the_papers(presented):
    page = presented("muenchen-abschiebungsverbot")
    assert page.view.rows
    page.context.answer("status_periods", ())
    assert "Duldung §" not in " ".join(row.what for row in page.view.rows).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 22), "heute"),
        (date(2026, 11, 23), "in 1 Tag"),
        (date(2027, 1, 24), "in 63 Tagen"),
        (date(2026, 11, 20), "vor 2 Tagen"),
        (date(2027, 5, 22), "in 6 Monaten"),
        (date(2031, 1, 17), "in 4 Jahren"),
    ],
)
def test_distance(texts, day, words):
    assert distance(day, date(2026, 11, 22), texts) == words


def test_the_page_explains_the_date_under_the_keyboard(look, shown, context_of, sample, keyboard):
    context = context_of(sample("chancen-aufenthalt"))
    view = build(look, context, Others())
    context.desk.open("1")
    shown(view)
    view.dates.dates.setFocus()
    first = view.dates.details.what.text()
    keyboard.press(Qt.Key.Key_Down)
    assert view.dates.details.what.text() != first


def test_a_case_without_a_date_says_so_and_one_at_rest_says_until_when(presented, sample):
    page = presented(replace(sample("chancen-aufenthalt"), facts={}, papers=()))
    assert page.view.note.action == "next_date"
    page.standing.begin("rest")
    page.standing.answer(
        "rest", {"until": PartialDate.exactly(date(2027, 1, 31)), "reason": "wartet auf das Gericht"}
    )
    assert page.view.note.action == "take_up"
    assert "31.01.2027" in page.view.note.sentence
    assert "wartet auf das Gericht" in page.view.note.next_step
    page.standing.begin("take_up")
    assert page.case.rest is None
    page.standing.answer("close", {"reason": "Umzug nach Kiel"})
    assert page.view.note.sentence == "Diese Akte ist geschlossen."
    page.standing.answer("rest", {"until": None, "reason": "x"})
    assert page.view.problem is not None
