"""The client's own sheet and those of the file: every day that runs, nothing that harms who carries it."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.cases.agenda import Entry, EntryKind
from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.deadlines.duedates import Nature
from desktop.documents.form_sheet import FormSheet, FormTable
from desktop.documents.residence_sheet import ResidenceSheet
from desktop.documents.sheets import ChecklistSheet, PaperRow
from desktop.documents.typography import one_line
from desktop.services import deadlines, printing
from desktop.services.declarations.frames import frame
from desktop.services.declarations.profile import NO_PROFILE
from desktop.services.printing import PrintChoice
from tests.documents.reading import pages

from .conftest import TODAY
from .test_declarations import PROFILE


def held(*papers):
    """Status periods: code, first day, last day as printed."""
    periods = tuple(
        StatusPeriod(
            code,
            Period.on_paper(PartialDate.parse(first), PartialDate.parse(last) if last else None),
        )
        for code, first, last in papers
    )
    return CaseFile(Client("Probe Person")).with_fact("status_periods", Answer(periods))


def made(law, case, today=TODAY, language="de", kind="residence", profile=PROFILE):
    choice = PrintChoice(kind, "25b_1", "core:unknown", "first", language, approved=True)
    (sheet,) = printing.sheets(law, case, choice, today=today, profile=profile)
    return sheet


def printed(law, case, kind, language="de", today=TODAY):
    choice = PrintChoice(kind, "25b_1", "core:unknown", "first", language, approved=True)
    pdf = printing.printed(law, case, choice, today=today, profile=PROFILE)
    return one_line(" ".join(pages(pdf.pdf))).replace("\N{NO-BREAK SPACE}", " ")


def test_both_languages_have_the_same_words_with_the_same_places():
    german, english = frame("residence", "de"), frame("residence", "en")
    assert german.keys() == english.keys()
    for key, text in german.items():
        assert ("{day}" in text, "{first}" in text, "{last}" in text) == (
            "{day}" in english[key],
            "{first}" in english[key],
            "{last}" in english[key],
        )


def test_every_day_on_which_something_is_lost_stands_there_with_its_safe_day(law, samples):
    for case in samples.values():
        sheet = made(law, case)
        texts = printing.texts_of("de")
        for due in deadlines.of(law, case, TODAY):
            if (
                due.nature in (Nature.VALIDITY, Nature.FILING)
                and not due.settled
                and due.kind != "end_missing"
            ):
                shown = texts.day_with_weekday(due.day if due.day < TODAY else due.act_by)
                assert any(shown in each.by for each in sheet.days), due.kind


@pytest.mark.parametrize(
    ("today", "by", "passed"),
    [
        (date(2026, 12, 19), "bis Fr 18.12.2026", False),  # the safe day is over, the last day is not
        (date(2026, 12, 20), "bis Fr 18.12.2026", False),
        (date(2026, 12, 21), "bis So 20.12.2026", True),
    ],
)
def test_a_day_that_has_passed_says_so_and_names_the_last_day(law, today, by, passed):
    case = held(("title:25_3", "2024-12-01", "2026-12-20"))
    first = made(law, case, today=today).days[0]
    assert (first.by.replace("\N{NO-BREAK SPACE}", " "), first.passed) == (by, passed)
    assert ("20.12.2026" in first.day) is not passed
    assert ("Kommen Sie heute in die Beratung" in printed(law, case, "residence", today=today)) is passed


def test_a_time_without_papers_is_not_carried_around(law):
    case = held(
        ("gestattung", "2018-01-01", "2019-05-31"),
        ("none", "2019-06-01", "2021-02-28"),
        ("D60a_2_1", "2021-03-01", "2027-02-28"),
    )
    assert [each.first for each in made(law, case).papers] == [date(2018, 1, 1), date(2021, 3, 1)]
    assert [each.now for each in made(law, case).papers] == [False, True]


def test_plans_of_the_office_and_settled_days_stay_in_the_office(law):
    case = replace(
        held(("title:25_3", "2024-12-01", "2027-12-20")),
        entries=(Entry("e1", EntryKind.FOLLOW_UP, date(2026, 12, 1), "Heimlicher Vermerk"),),
    )
    assert "Heimlicher Vermerk" in printed(law, case, "cover")
    assert "Heimlicher Vermerk" not in printed(law, case, "residence")


def test_titles_are_named_by_their_section_only(law):
    """§ 25 Abs. 4a tells enough; what it is for is nobody's business who sees the sheet."""
    sheet = made(law, held(("title:25_4a_1", "2026-01-01", "2027-01-01")))
    assert sheet.papers[0].name == law.pack.norm("25_4a_1").cite


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", ["residence", "cover"])
def test_an_empty_case_has_a_sheet_to_fill_in(law, kind, language):
    text = printed(law, CaseFile(Client("")), kind, language)
    assert text
    if kind == "residence":
        assert frame("residence", language)["no_days"] in text
        assert frame("residence", language)["no_papers"] in text


def test_forty_papers_and_one_day(law):
    many = [
        ("D60a_2_1", f"{year}-{month:02}-01", f"{year}-{month:02}-27")
        for year in range(2006, 2026)
        for month in (1, 7)
    ]
    sheet = made(law, held(*many))
    assert len(sheet.papers) == 40
    assert "40." in printed(law, held(*many), "residence")
    one = held(("title:25_3", TODAY.isoformat(), TODAY.isoformat()))
    assert isinstance(made(law, one), ResidenceSheet)
    assert "§ 25 Abs. 3" in printed(law, one, "residence")


def test_what_the_office_has_not_said_is_written_by_hand(law, samples):
    sheet = made(law, samples["bayern-familie"], profile=NO_PROFILE)
    assert dict(sheet.helpers)["Beratung"] == ""


def test_the_cover_lists_what_runs_and_what_was_signed(law, samples):
    sheet = made(law, samples["bayern-familie"], kind="cover")
    days, declarations = (each for each in sheet.blocks if isinstance(each, FormTable))
    running = [each for each in deadlines.of(law, samples["bayern-familie"], TODAY) if not each.settled]
    assert len(days.rows) == len(running)
    assert all(each.ticked is False and not any(each.cells[1:]) for each in declarations.rows)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_papers_for_the_file_are_ticked_where_they_are_there(law, samples, language):
    case = samples["bayern-familie"]
    choice = PrintChoice("filelist", "25_2_1", "core:bayern", "first", language, approved=True)
    (listed,) = printing.sheets(law, case, choice, today=TODAY)
    (checklist,) = printing.sheets(law, case, replace(choice, kind="checklist"), today=TODAY)
    assert isinstance(listed, FormSheet)
    assert isinstance(checklist, ChecklistSheet)
    rows = [row for block in listed.blocks if isinstance(block, FormTable) for row in block.rows]
    asked: list[PaperRow] = [row for group in checklist.groups for row in group.rows]
    assert [(each.cells[0], each.ticked) for each in rows] == [(each.name, each.ticked) for each in asked]
    assert any(each.ticked and each.cells[2] for each in rows)
    made = printing.printed(law, case, choice, today=TODAY)
    assert "25_2_1" in made.file_name
    assert "Yusuf" not in made.file_name


def test_every_step_says_by_itself_what_to_do(law, samples):
    """How the office works through a date is no step of the client; what must arrive is named."""
    own = made(law, samples["muenchen-abschiebungsverbot"])
    assert "Mitwirkung beim Sozialamt beantworten: bis Fr 04.12.2026" in own.steps
    refused = made(law, samples["derzeit-nicht-moeglich"])
    assert any(
        each.startswith("Widerspruch: Muss bis Mi 16.12.2026 eingegangen sein") for each in refused.steps
    )
    for case in samples.values():
        assert not [each for each in made(law, case).steps if each.startswith(("Muss ", "Bis zum sicheren"))]
