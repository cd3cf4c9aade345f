"""The schedule of a case as a whole: what is odd, its order, and what holds for every case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.decisions import AsylumProcedure, CourseRecord
from desktop.cases.notices import NOTICE_KINDS, Notice
from desktop.cases.papers import Paper
from desktop.cases.people import Client, Education, Employment, FamilyMember
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import STATUS_CODES, Absence, Exemption12a, Passport, StatusPeriod
from desktop.deadlines.derivation import Step
from desktop.deadlines.duedates import DueDate, Nature, Stage, StageKind
from desktop.deadlines.holidays import calendar_of
from desktop.deadlines.schedule import KINDS, history_notes, schedule
from tests.deadlines.making import DIRECTORY, ENGLISH, GERMAN, LAW, TODAY, UNKNOWN, card, case, day, said


def test_what_is_odd_in_a_history_is_said_not_refused():
    file = case(
        card("gestattung", "2022-01-01", "2024-01-31"),
        card("D60a_2_1", "2024-01-15", "2025-06-30"),
        card("D60a_2_1", "2025-08-01", "2026-10-31"),
    )
    notes = said(history_notes(file, TODAY))
    assert "overlap from Mon 15 Jan 2024 to Wed 31 Jan 2024" in notes
    assert "No paper is recorded from Tue 1 Jul 2025 to Thu 31 Jul 2025 (31 days)." in notes
    assert "No valid paper is recorded since Sun 1 Nov 2026." in notes
    assert history_notes(case(), TODAY) == ()
    open_end = case(card("gestattung", "2022-01-01", None), card("D60a_2_1", "2024-01-15", "2026-12-31"))
    assert "its end is not recorded" in said(history_notes(open_end, TODAY))


def test_an_empty_case_has_no_dates():
    assert schedule(CaseFile(Client("Test")), TODAY, UNKNOWN, LAW) == ()


some_days = st.dates(date(2023, 1, 1), date(2030, 12, 31))
loose_days = st.none() | st.builds(PartialDate.exactly, some_days)
codes = st.sampled_from(
    [*sorted(STATUS_CODES), *(f"title:{each}" for each in "25_3 104c_holder 24 25_2_1 25_5 26_4".split())]
)


@st.composite
def files(draw):
    def period() -> Period:
        first, last = sorted((draw(some_days), draw(some_days)))
        loose = draw(st.booleans())
        start = PartialDate.parse(f"{first:%Y-%m}") if loose else PartialDate.exactly(first)
        end = PartialDate.parse(f"{last:%Y-%m}") if loose else PartialDate.exactly(last)
        return Period(start, draw(st.sampled_from([end, None])))

    history = tuple(StatusPeriod(draw(codes), period()) for _ in range(draw(st.integers(0, 5))))
    applications = tuple(
        Application(
            draw(st.sampled_from(["25_3", "25b_1"])),
            DecisionKind.EXTENSION,
            PartialDate.exactly(draw(some_days)),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    procedures = tuple(
        AsylumProcedure(
            "first",
            filed_on=PartialDate.exactly(draw(some_days)),
            outcome=draw(st.sampled_from(["refugee", "pending"])),
        )
        for _ in range(draw(st.integers(0, 1)))
    )
    facts: dict[str, Any] = {
        "applications": applications,
        "asylum_procedures": procedures,
        "birth_date": draw(st.sampled_from([day("2000-02-29"), day("2008-02-29"), day("2026-08")])),
        "family_members": (FamilyMember("child", birth_date=PartialDate.exactly(draw(some_days))),),
        "integration_course": draw(
            st.builds(
                CourseRecord,
                admitted_on=loose_days,
                registered_on=loose_days,
                interrupted_on=loose_days,
            )
        ),
        "exemptions_12a": (Exemption12a("job", "self", period()),),
        "notices": tuple(
            Notice(
                draw(st.sampled_from(NOTICE_KINDS.split())),
                PartialDate.exactly(draw(some_days)),
                draw(loose_days),
            )
            for _ in range(draw(st.integers(0, 2)))
        ),
        "education_periods": (
            Education("apprenticeship", period(), in_de=True, successful=draw(st.booleans())),
        ),
        "employment_periods": (Employment(period()),),
        "absence_periods": (Absence(period()),),
        "entry_date": draw(st.sampled_from([None, day("2026-11-01")])),
    }
    papers = tuple(
        Paper(code, code, valid_until=draw(some_days))
        for code in ("current_title", "passport", "power_of_attorney")
    )
    passports = (Passport("passport", period()),)
    return case(*history, papers=papers, **facts, passports=passports, ukr_group="ukr_national")


def test_a_list_begins_with_what_is_overdue_and_goes_on_by_day():
    def due(on: str, **more: Any) -> DueDate:
        return DueDate("paper_end", Nature.VALIDITY, date.fromisoformat(on), Step(""), Step(""), **more)

    today = date(2026, 11, 24)
    overdue, possible = due("2026-11-20"), replace(due("2026-10-01"), nature=Nature.EARLIEST)
    red = (Stage(StageKind.RED, date(2026, 11, 1)),)
    soon, urgent, settled = due("2026-12-01"), due("2026-12-20", stages=red), due("2026-11-25", settled=True)
    late = due("2026-11-27", safe_day=date(2026, 11, 23))
    ordered = sorted([settled, urgent, soon, late, possible, overdue], key=lambda each: each.place(today))
    assert ordered == [overdue, possible, late, soon, urgent, settled]


@settings(max_examples=150)
@given(files(), some_days, st.sampled_from([*DIRECTORY.values()]))
def test_laws_of_every_schedule(file: CaseFile, on: date, authority):
    place = calendar_of(authority.holiday_key)
    found = schedule(file, on, authority, LAW)
    assert [each.place(on) for each in found] == sorted(each.place(on) for each in found)
    for due in found:
        assert due.kind in KINDS
        assert due.derivation
        for text in (due.name, due.action, *due.derivation, *due.notes):
            assert "{" not in text.show(GERMAN)
            assert "{" not in text.show(ENGLISH)
        assert due.latest is None or due.latest >= due.day
        if due.nature is Nature.VALIDITY and due.safe_day is not None:
            assert due.safe_day <= due.day
            assert due.stages == tuple(sorted(due.stages, key=lambda stage: stage.day))
        if due.safe_day is not None and 2020 <= due.safe_day.year <= 2040:
            assert place.is_open(due.safe_day)
        if due.nature is Nature.FILING:
            assert not place.is_free(due.day) or due.kind == "intcourse_claim"
    for note in history_notes(file, on):
        assert "{" not in note.show(GERMAN)
