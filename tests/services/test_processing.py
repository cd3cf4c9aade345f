"""How long an authority took, measured from the office's own cases."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

import pytest

from desktop import resources
from desktop.cases.answers import Answer, Unknown
from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate
from desktop.services import clients, processing
from desktop.services.office import Session
from desktop.services.processing import Measured
from desktop.texts import Texts

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)


def add(session: Session, *applications: Application, authority: str | None = "core:jena") -> str:
    facts = {"applications": Answer(applications)}
    if authority is not None:
        facts["responsible_abh"] = Answer(authority)
    return clients.add(session, CaseFile(Client("Test"), MappingProxyType(facts)), NOW)


def decided(days: int, on: str = "2026-11-02", result: str = "granted") -> Application:
    end = date.fromisoformat(on)
    return Application(
        "25_5",
        DecisionKind.EXTENSION,
        PartialDate.exactly(end - timedelta(days)),
        decided_on=PartialDate.exactly(end),
        result=result,
    )


def found(session: Session, authority: str | None = "core:jena") -> Measured | None:
    return processing.measured(session, authority, TODAY)


def test_begun_weeks_of_what_was_decided(session: Session):
    """0, 7, 8, 42 and 43 days are 0, 1, 2, 6 and 7 begun weeks; half of five lies within the third."""
    for days in (43, 0, 8, 42, 7):
        add(session, decided(days))
    assert found(session) == Measured(5, 0, 2, 7)
    assert processing.told(Measured(5, 1, 2, 7), Texts("de", resources.path("i18n"))) == (
        "Bei Ihnen zuletzt 1 bis 7 Wochen bis zur Entscheidung, die Hälfte in höchstens 2 (n = 5)."
    )


def test_several_applications_of_one_client_all_count(session: Session):
    add(session, *(decided(each) for each in (7, 14, 21)))
    add(session, *(decided(each, result="refused") for each in (28, 35)))
    assert found(session) == Measured(5, 1, 3, 5)


def test_four_cases_say_nothing(session: Session):
    for days in (7, 14, 21, 28):
        add(session, decided(days))
    assert found(session) is None
    assert found(session, None) is None
    assert found(session, "core:muenchen") is None


@pytest.mark.parametrize(
    "odd",
    [
        (decided(7, on="2024-11-23"),),  # longer ago than 24 months
        (decided(7, result="withdrawn"),),
        (Application("25_5", DecisionKind.GRANT, PartialDate.parse("2026-05-04")),),  # not decided
        (
            Application(
                "25_5",
                DecisionKind.GRANT,
                PartialDate.parse("2026-05"),
                decided_on=PartialDate.parse("2026-11-02"),
                result="granted",
            ),
        ),
        (
            Application(
                "25_5",
                DecisionKind.GRANT,
                PartialDate.parse("2026-11-03"),
                decided_on=PartialDate.parse("2026-11-02"),
                result="granted",
            ),
        ),
        (),
    ],
    ids=["long ago", "withdrawn", "open", "only the month", "the wrong way round", "none"],
)
def test_what_does_not_count(session: Session, odd: tuple[Application, ...]):
    for days in (7, 14, 21, 28):
        add(session, decided(days))
    add(session, *odd)
    assert found(session) is None
    add(session, decided(35, on="2024-11-24"))  # exactly 24 months ago
    assert found(session) == Measured(5, 1, 3, 5)


def test_other_authorities_unknown_answers_and_the_recycle_bin_do_not_count(session: Session):
    for days in (7, 14, 21, 28):
        add(session, decided(days))
    add(session, decided(70), authority="core:muenchen")
    add(session, decided(70), authority=None)
    unknown = {"applications": Answer(Unknown.NOT_ASKED), "responsible_abh": Answer("core:jena")}
    clients.add(session, CaseFile(Client("Test"), MappingProxyType(unknown)), NOW)
    gone = add(session, decided(70))
    clients.remove(session, gone, NOW)
    assert found(session) is None
