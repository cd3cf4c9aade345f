"""The filing-proof sheet on paper: of which application, and nothing told as running that has ended."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.cases.answers import Answer
from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.decisions import AsylumProcedure
from desktop.cases.letters import Arrival, DecisionLetter
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.documents.time_sheets import FilingSheet, Protection
from desktop.errors import Problem
from desktop.services import filing_proof, printing
from desktop.services.printing import PrintChoice
from tests.documents.reading import pages

from .conftest import TODAY

CHOICE = PrintChoice("filing", "25b_1", "core:unknown", "first", "de")


def day(text):
    return PartialDate.parse(text)


def held(*papers):
    """Status periods: code, first day, last day as printed."""
    periods = tuple(
        StatusPeriod(code, Period.on_paper(day(first), day(last))) for code, first, last in papers
    )
    return CaseFile(Client("Probe")).with_fact("status_periods", Answer(periods))


def filed(case, title="25_3", on="2026-11-20", **more):
    application = Application(title, DecisionKind.EXTENSION, day(on), **more)
    return case.with_fact("applications", Answer((application,)))


def proof(law, case, today=TODAY):
    return filing_proof.of(law, case, filing_proof.applications_of(case)[0], today)


TITLE = held(("title:25_3", "2024-12-01", "2026-11-30"))


@pytest.mark.parametrize(
    ("more", "today", "protection"),
    [
        ({"decided_on": day("2026-12-05"), "result": "refused"}, date(2026, 12, 4), Protection.RUNS),
        ({"decided_on": day("2026-12-05"), "result": "refused"}, date(2026, 12, 5), Protection.NONE),
        ({"decided_on": day("2026-12")}, date(2026, 12, 1), Protection.NONE),  # perhaps since the 1st
        ({"result": "withdrawn"}, TODAY, Protection.NONE),
    ],
)
def test_a_decision_ends_the_effect(law, more, today, protection):
    found = proof(law, filed(TITLE, **more), today=today)
    assert found.protection is protection
    if protection is Protection.NONE:
        assert "has ended" in found.effect
        assert not found.otherwise
        assert len(found.next_steps) == 1


@pytest.mark.parametrize(
    ("decision", "served", "protection"),
    [
        ("D1", date(2026, 11, 22), Protection.NONE),  # refused; nobody recorded it with the application
        ("D8", date(2026, 11, 22), Protection.UNCLEAR),  # an expulsion; it may be annulled
        ("D4", date(2026, 11, 22), Protection.RUNS),
        ("D1", date(2026, 11, 19), Protection.RUNS),  # refused what was filed before
    ],
)
def test_a_letter_that_ends_the_effect_is_seen_before_it_is_recorded(law, decision, served, protection):
    letter = DecisionLetter("l1", decision, arrival=Arrival.DELIVERED, served_on=served)
    found = proof(law, replace(filed(TITLE), letters=(letter,)), today=date(2026, 11, 22))
    assert found.protection is protection


def test_what_has_ended_since_filing_is_not_told_as_running(law):
    """§ 55 Abs. 2 AsylG, § 51 Abs. 1 Nr. 8: an asylum application ends the effect and the title before it."""
    case = filed(held(("title:25_4_1", "2026-07-01", "2026-11-30")), "25_4_1")
    assert proof(law, case).protection is Protection.RUNS
    for filed_on, protection in (("2026-11-22", Protection.NONE), ("2026-11-25", Protection.RUNS)):
        later = AsylumProcedure("first", filed_on=day(filed_on))
        found = proof(law, case.with_fact("asylum_procedures", Answer((later,))))
        ended = "it has ended since" in " ".join(each.text for each in found.notes)
        assert (found.protection is Protection.RUNS) == (protection is Protection.RUNS)
        assert ended == (protection is Protection.NONE)


def test_a_suspended_removal_is_no_permitted_stay(law):
    """§ 81 Abs. 3 S. 2: late, after a lawful stay without a title."""
    case = held(("visa_free", "2026-09-01", "2026-11-15"))
    assert proof(law, filed(case, "25_4_1")).protection is Protection.SUSPENDED
    in_time = proof(law, filed(case, "25_4_1", on="2026-11-15"))
    assert in_time.protection is Protection.RUNS
    assert "§ 4a Abs. 4 AufenthG" in {each.cite for each in in_time.notes}  # permitted is not allowed to work
    assert "§ 4a Abs. 4 AufenthG" not in {each.cite for each in proof(law, filed(TITLE)).notes}


def test_a_recognition_permits_the_stay_without_any_application(law):
    """§ 25 Abs. 1 S. 3, Abs. 2 S. 3: until the card is issued; § 81 Abs. 5 proves effects of filing only."""
    recognised = AsylumProcedure("first", decided_on=day("2026-11-02"), outcome="refugee")
    case = held(("gestattung", "2025-01-01", "2026-12-31")).with_fact(
        "asylum_procedures", Answer((recognised,))
    )
    found = proof(law, filed(case, "25_2_1"))
    assert found.protection is Protection.RUNS
    told = {each.cite for each in found.notes} | {each.what.cite for each in found.next_steps}
    assert "§ 25 Abs. 1 S. 3, Abs. 2 S. 3 AufenthG" in told
    assert not {"§ 81 Abs. 5, 7 AufenthG", "§ 81 Abs. 5 AufenthG", "§ 55 Abs. 2 AsylG"} & told


def test_where_something_is_lost_a_lawyer_is_called_for(law):
    late = proof(law, filed(TITLE, on="2026-12-01"), today=date(2026, 12, 1))
    assert any("lawyer" in each.text for each in late.notes)
    assert not any("lawyer" in each.text for each in proof(law, filed(TITLE)).notes)


def test_undecided_applications_come_first_and_each_can_be_chosen(law):
    old = Application("25_5", DecisionKind.GRANT, day("2026-10-01"), result="refused")
    new = Application("25_3", DecisionKind.EXTENSION, day("2026-09"))
    case = TITLE.with_fact("applications", Answer((old, new)))
    offered = printing.subjects(law, case, "filing", today=TODAY, texts=printing.texts_of("de"))
    assert [words.replace("\xa0", " ") for _, words in offered] == [
        "September 2026 · § 25 Abs. 3 · Verlängerung",
        "01.10.2026 · § 25 Abs. 5 · Ersterteilung",
    ]
    first, second = (
        each
        for which, _ in offered
        for each in printing.sheets(law, case, replace(CHOICE, which=which), today=TODAY)
        if isinstance(each, FilingSheet)
    )
    cites = [each.cite.replace("\xa0", " ") for each in (first, second)]
    assert cites == ["§ 25 Abs. 3 AufenthG", "§ 25 Abs. 5 AufenthG"]
    assert second.effect == "Es ist entschieden; damit ist die Wirkung des Antrags beendet."


@pytest.mark.parametrize("which", ["0", "2", "x", "all"])
def test_an_application_that_is_not_there_is_one_sentence(law, which):
    with pytest.raises(Problem, match="not among"):
        printing.sheets(law, filed(TITLE), replace(CHOICE, which=which), today=TODAY)
    with pytest.raises(Problem, match="No application"):
        printing.sheets(law, TITLE, CHOICE, today=TODAY)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sheet_on_paper_with_how_it_was_filed(law, samples, language):
    case = filed(samples["hessen-haertefall"], "25_4_2", channel="fax", receipt="fax_report")
    made = printing.printed(law, case, replace(CHOICE, language=language, approved=True), today=TODAY)
    text = " ".join(pages(made.pdf))
    assert "Lidia Exempel" in text
    assert {"de": "Per Fax", "en": "By fax"}[language] in text
    assert {"de": "20.11.2026", "en": "20 Nov 2026"}[language] in text
    assert made.file_name.startswith("B-2026-004_")
    assert "Lidia" not in made.file_name


def test_every_application_of_every_sample_can_be_printed(law, samples):
    for case in samples.values():
        for which, _ in printing.subjects(law, case, "filing", today=TODAY, texts=printing.texts_of("de")):
            assert printing.printed(law, case, replace(CHOICE, which=which), today=TODAY).pdf


def test_what_to_do_next_stands_in_order_of_time(law):
    """What has no day is for today."""
    for case in (filed(TITLE), filed(TITLE, on="2026-10-20"), filed(TITLE, complete=False)):
        days = [each.by or TODAY for each in proof(law, case).next_steps]
        assert days == sorted(days)
        assert len(set(days)) > 2


def test_the_proof_of_receipt_is_asked_for_once_a_day_and_not_where_it_is_there(law):
    def asking(case, today=TODAY):
        return [each.by for each in proof(law, case, today=today).next_steps if "receipt" in each.what.text]

    old = date(2026, 12, 4)  # two weeks after filing: the plan asks on the day on which this sheet does
    assert asking(filed(TITLE, on="2026-11-20"), old) == [old]
    assert len(asking(filed(TITLE, on="2026-11-20"), date(2026, 11, 20))) == 2
    assert asking(filed(TITLE, on="2026-11-20", received_proof=True), date(2026, 11, 20)) == []
