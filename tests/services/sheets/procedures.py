"""Decisions and cases that give occasion for a letter about a procedure."""

from dataclasses import replace
from datetime import date

from desktop.cases.applications import Application, DecisionKind
from desktop.cases.letters import Arrival, DecisionLetter
from desktop.cases.periods import PartialDate
from desktop.services import print_set
from desktop.services.print_choice import PROCEDURAL
from tests.services.conftest import TODAY
from tests.services.sheets.making import GERMAN, with_fact

REFUSAL = DecisionLetter(
    id="d1",
    decision="D1",
    dated_on=date(2026, 11, 10),
    arrival=Arrival.DELIVERED,
    served_on=date(2026, 11, 13),
    remedy="action",
    period=1,
    unit="months",
)
THREAT = replace(REFUSAL, id="d2", decision="D2", departure_until=date(2026, 12, 20))
EXPULSION = replace(REFUSAL, id="d8", decision="D8")
BORDER = DecisionLetter(
    id="a4",
    decision="A4",
    dated_on=date(2026, 11, 12),
    arrival=Arrival.DELIVERED,
    served_on=date(2026, 11, 16),
    other_served_on=date(2026, 11, 17),
    remedy="interim_relief",
    period=1,
    unit="weeks",
    procedure_began=PartialDate.parse("2026-10-02"),
)


def applied(case, filed="2026-10-20", **given):
    application = Application("25b_1", DecisionKind.GRANT, PartialDate.parse(filed), **given)
    return with_fact(case, "applications", (application,))


def offered(law, case):
    kinds = dict(print_set.situation(law, case, TODAY, GERMAN).kinds)
    return {kind for kind in ("handover", *PROCEDURAL) if kind in kinds}


def ruled(samples):
    return samples["bayern-familie"]
