"""The years ahead and what would have to change: what is shown, when, and that late answers do no harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel

from desktop.ui.assessment.ahead import Ahead
from desktop.ui.assessment.ahead_presenter import AheadPresenter
from desktop.ui.assessment.ahead_view import MOST_ROWS, AheadPart
from desktop.ui.assessment.presenter import AssessmentPresenter
from desktop.ui.kit.jobs import HeldJobs
from tests.ui.assessment.test_presenter import FakeView
from tests.ui.conftest import TODAY


class Strip:
    def __init__(self):
        self.shown: list[Ahead | None] = []

    def show_ahead(self, shown):
        self.shown.append(shown)


@pytest.fixture
def strip(context_of, sample):
    def make(name, jobs=None):
        context, view = context_of(sample(name), jobs), Strip()
        AheadPresenter(context, view)
        context.desk.open("1")
        return view, context

    return make


def test_a_title_that_runs_out_shows_until_when(strip):
    view, _ = strip("chancen-aufenthalt")
    shown = view.shown[-1]
    row = next(row for row in shown.rows if row.title.startswith("§\xa025b"))
    assert [each.verdict for each in row.stretches] == ["should_be_granted", "not_available"]
    assert row.stretches[0].end == row.stretches[1].start == date(2027, 1, 1)
    assert row.stretches[-1].end == shown.until + timedelta(days=1)
    assert "31.12.2026" in row.said[0]
    assert shown.rests_on


def test_stretches_follow_each_other_without_a_gap(strip):
    for name in ("chancen-aufenthalt", "sachsen-pflege", "hessen-haertefall"):
        view, _ = strip(name)
        for row in view.shown[-1].rows:
            for one, other in zip(row.stretches, row.stretches[1:], strict=False):
                assert one.end == other.start
                assert one.verdict != other.verdict


def test_a_late_answer_is_dropped(strip):
    jobs = HeldJobs()
    view, context = strip("chancen-aufenthalt", jobs)
    case = context.desk.case
    context.desk.change(replace(case, client=replace(case.client, notes="x")))
    jobs.release()
    assert view.shown == [None]
    jobs.release()
    assert view.shown[-1] is not None


def test_the_part_says_that_nothing_changes(look, shown):
    part = AheadPart(look)
    shown(part)
    assert _words(part) == ["Was die Zeit bringt, fünf Jahre voraus", "wird gesucht …"]
    part.show_ahead(Ahead(TODAY, TODAY + timedelta(days=1826), (), ""))
    assert "In diesen Jahren ändert sich von selbst nichts." in _words(part)
    assert not part.strip.isVisible()


def test_the_part_in_words(look, shown, strip):
    view, _ = strip("chancen-aufenthalt")
    part = AheadPart(look)
    shown(part)
    part.show_ahead(view.shown[-1])
    assert part.strip.isVisible()
    assert "ab 01.01.2027" in part.strip.accessibleDescription()
    assert not any("ab 01.01.2027" in words for words in _words(part))
    part.more.click()
    assert any("ab 01.01.2027" in words for words in _words(part))
    part.grab()  # paints


def test_many_titles_stay_few_bars(look, shown, strip):
    view, _ = strip("chancen-aufenthalt")
    found = view.shown[-1]
    part = AheadPart(look)
    shown(part)
    part.show_ahead(replace(found, rows=found.rows * 9))
    assert part.strip.sizeHint().height() < look.theme.px(30) * (MOST_ROWS + 1)


def _words(part):
    return [each.text() for each in part.findChildren(QLabel) if each.isVisible() and each.text()]


# What would have to change


@pytest.fixture
def opened(context_of, sample):
    def make(name, title, jobs=None):
        context, view = context_of(sample(name), jobs), FakeView()
        presenter = AssessmentPresenter(context, view)
        context.desk.open("1")
        if jobs is not None:
            jobs.release()
        presenter.open_title(f"title {title}", True)
        return view, context, presenter

    return make


def _changes(view, title):
    return next((line for line in view.parts[f"title {title}"] if line.key.endswith(" changes")), None)


def test_what_would_have_to_change_comes_with_the_title(opened):
    view, _, _ = opened("offene-fragen", "25b_1")
    group = _changes(view, "25b_1")
    assert group.text == "Was sich ändern müsste"
    assert "keine Zusage" in group.detail
    way = group.parts[0]
    assert way.text.startswith("Kommt in Betracht")
    steps = [line for line in way.all() if line.cite]
    assert steps
    assert all(line.text for line in steps)


def test_it_is_looked_for_while_the_rest_is_there(opened):
    jobs = HeldJobs()
    view, _, _ = opened("offene-fragen", "25b_1", jobs)
    assert "wird gesucht" in _changes(view, "25b_1").text
    jobs.release()
    assert _changes(view, "25b_1").parts


def test_a_title_at_its_best_has_nothing_to_change(opened):
    view, _, _ = opened("muenchen-abschiebungsverbot", "25_3")
    assert _changes(view, "25_3") is None


def test_another_case_forgets_what_was_found(opened):
    jobs = HeldJobs()
    view, context, _ = opened("offene-fragen", "25b_1", jobs)
    case = context.desk.case
    context.desk.change(replace(case, client=replace(case.client, notes="x")))
    while jobs.waiting:
        jobs.release()
    assert _changes(view, "25b_1").parts
