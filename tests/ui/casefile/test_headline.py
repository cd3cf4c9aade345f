from datetime import date

import pytest

from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.services import deadlines
from desktop.services.words.names import LawNames
from desktop.ui.casefile.headline import age, current_paper, headline

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def names(reference, texts):
    return LawNames(reference.pack, texts)


def paper(code, first, last=None):
    start = PartialDate.parse(first)
    return StatusPeriod(code, Period.on_paper(start, PartialDate.parse(last) if last else None))


def case(*periods, born="1992-03-01"):
    facts = {"birth_date": Answer(PartialDate.parse(born))}
    if periods:
        facts["status_periods"] = Answer(tuple(periods))
    return CaseFile(Client("Amal K."), facts)


def line(found, names, reference):
    made = headline(found, deadlines.of(reference, found, TODAY), names, TODAY)
    return made.rest.replace("\xa0", " "), made.urgency


def test_everything_that_matters_on_one_line(names, reference):
    rest, _ = line(case(paper("title:25_3", "2024-01-25", "2027-01-24")), names, reference)
    assert rest == "34 · § 25 Abs. 3 bis 24.01.2027 (noch 63 Tage) · sicher bis Fr 22.01.2027"


def test_without_a_paper_that_is_said(names, reference):
    assert line(case(), names, reference) == ("34 · kein Papier erfasst", "")
    rest, urgency = line(case(paper("D60b", "2024-01-01", "2026-11-10")), names, reference)
    assert rest == "34 · kein gültiges Papier seit 11.11.2026"
    assert urgency == "overdue"


def test_the_strongest_paper_counts_not_the_last_one():
    title, certificate = (
        paper("title:25_3", "2024-01-01", "2026-12-01"),
        paper("F81_4", "2026-11-01", "2027-08-01"),
    )
    assert current_paper([title, certificate], TODAY) is title
    tolerated, asylum = (
        paper("D60b", "2026-01-01", "2026-12-01"),
        paper("gestattung", "2026-01-01", "2027-12-01"),
    )
    assert current_paper([asylum, tolerated], TODAY) is tolerated


@pytest.mark.parametrize(
    ("born", "shown"),
    [
        ("1992-11-22", "34"),
        ("1992-11-23", "33"),
        ("1989", "36–37"),
        ("1995-11", "30–31"),
        ("2026-08-22", "3 Monate alt"),
    ],
)
def test_age(texts, born, shown):
    assert age(PartialDate.parse(born), TODAY, texts) == shown
