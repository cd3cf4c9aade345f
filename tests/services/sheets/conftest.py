"""Letters and sheets of a case, made as the print page makes them."""

from dataclasses import replace

import pytest

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind, Request
from desktop.cases.decisions import Obstacle
from desktop.services import assessment, printing
from desktop.services.printing import PrintChoice
from tests.services.conftest import TODAY
from tests.services.sheets.making import GERMAN, choice, judged, period, with_fact
from tests.services.sheets.procedures import REFUSAL, THREAT


@pytest.fixture
def letter(law):
    def make(case, kind="letter", today=TODAY, **wishes):
        return printing.sheet(law, case, choice(law, case, kind, today, **wishes), today=today)

    return make


@pytest.fixture
def tolerated(samples):
    """Ten years here, never a title: § 25b and § 25 Abs. 5 both come into question."""
    case = samples["chancen-aufenthalt"]
    held = case.status_periods[:-1]
    last = replace(held[-1], period=period("2021-04-01", "2027-03-01"))
    case = with_fact(case, "status_periods", (*held[:-1], last), Proof.ORIGINAL)
    case = with_fact(case, "civic_proof", case.value("civic_proof"), Proof.COPY)
    case = with_fact(case, "obstacles", (Obstacle("factual", own_fault=False),), Proof.SEEN)
    case = judged(case, departure_impossible=True, obstacle_not_ending_soon=True)
    return replace(case, requests=(Request("25b_1", DecisionKind.GRANT),))


@pytest.fixture
def made(law):
    """The sheets of a letter, German first; answers as pairs."""

    def make(case, kind, *, answers=(), today=TODAY, **wishes):
        found = assessment.assess(law, case, today)
        choice = printing.defaults(law, case, found, kind=kind).but(**wishes)
        for question, answer in answers:
            choice = choice.answering(question, answer)
        return printing.sheets(law, case, choice, today=today, office="Beratungsstelle")

    return make


@pytest.fixture
def asked(law):
    def make(case, kind, which="", answers=()):
        found = assessment.assess(law, case, TODAY)
        choice = printing.defaults(law, case, found, kind=kind).but(which=which)
        for question, answer in answers:
            choice = choice.answering(question, answer)
        return printing.questions(law, case, choice, today=TODAY, texts=GERMAN)

    return make


@pytest.fixture
def client(samples):
    return replace(samples["chancen-aufenthalt"], letters=(REFUSAL, THREAT))


@pytest.fixture
def chosen(law, samples):
    def choose(name: str, kind: printing.SheetKind, **wishes) -> PrintChoice:
        found = assessment.assess(law, samples[name], TODAY)
        return printing.defaults(law, samples[name], found, kind=kind).but(**wishes)

    return choose


@pytest.fixture
def sheet(law, samples, chosen):
    def make(name: str, kind: printing.SheetKind, **wishes):
        return printing.sheet(law, samples[name], chosen(name, kind, **wishes), today=TODAY)

    return make
