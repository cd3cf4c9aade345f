"""Invented clients in any number, the same for the same seed: for benchmarks and for trying out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from types import MappingProxyType
from typing import Any

from desktop.cases.answers import Answer, Proof
from desktop.cases.applications import DecisionKind, Request
from desktop.cases.casefile import CaseFile
from desktop.cases.decisions import AsylumProcedure, DatedValue
from desktop.cases.papers import Paper
from desktop.cases.people import Client, Employment, LanguageProof
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import Passport, StatusPeriod

MOST = 100_000

_FIRST = (
    "Amal Bahar Chinwe Daria Elif Farid Goran Hanna Ismail Jasmin Kidane Leyla Mahmoud Nasrin Omid Parwin "
    "Qais Rahel Samira Tesfay Umar Viyan Wafa Yonas Zahra Aylin Bilal Cemre Dilan Emre Fatou Gulnaz Hamid"
).split()
_LAST_BEGIN = "Muster Beispiel Probe Test Vorlage Übungs Exempel Platzhalter Erfunden Niemand".split()
_LAST_END = "mann berg stein dorf bach tal hof feld brück ler ow ić oğlu zadeh".split()
_LANGUAGES = "ar prs fa ti so ku uk ru en fr tr ps am".split()
_NATIONALITIES = "SY AF IR ER SO IQ UA RU NG CM TR PK ET".split()
_LAENDER = {"TH": "core:jena", "BY": "core:muenchen", "SN": "core:sachsen", "HE": "core:hessen"}


def invented_cases(count: int, *, seed: int, today: date) -> Iterator[CaseFile]:
    """`count` cases (1 to 100,000). Their dates lie around `today`, their names are plainly invented."""
    if not 1 <= count <= MOST:
        raise ValueError(f"between 1 and {MOST} cases")
    random = Random(seed)
    for number in range(1, count + 1):
        yield _Invention(random, number, today).case()


@dataclass(slots=True)
class _Invention:
    random: Random
    number: int
    today: date

    def case(self) -> CaseFile:
        land = self.random.choice(tuple(_LAENDER))
        situation = self.random.choice(
            (self._banned_from_removal, self._refugee, self._tolerated, self._opportunity, self._temporary)
        )
        facts, requests, ends = situation()
        born = self.today - timedelta(days=self.random.randint(18 * 366, 70 * 365))
        facts |= {
            "birth_date": PartialDate.exactly(born),
            "nationalities": (self.random.choice(_NATIONALITIES),),
            "land": land,
            "responsible_abh": _LAENDER[land],
            "order_58a": False,
            "pending_investigation": self.random.random() < 0.03,
        }
        known = {name: self._answer(value) for name, value in facts.items()}
        return CaseFile(
            client=self._client(),
            facts=MappingProxyType(known),
            papers=self._papers(ends),
            requests=requests,
        )

    def _client(self) -> Client:
        pick = self.random.choice
        return Client(
            name=f"{pick(_FIRST)} {pick(_LAST_BEGIN)}{pick(_LAST_END)}",
            contact=f"Telefon 0000 {self.number:06d}",
            address=(f"Musterstraße {self.random.randint(1, 200)}", "00000 Musterstadt"),
            language=pick(_LANGUAGES),
            file_number=f"E-{self.number:06d}",
            authority_file_number=f"ABH-{self.random.randint(1, 10**7):07d}",
        )

    def _answer(self, value: Any) -> Answer:
        proof = self.random.choice((Proof.CLAIMED, Proof.COPY, Proof.ORIGINAL))
        return Answer(value, by="muster", on=self._ago(200), proof=proof)

    def _papers(self, ends: date) -> tuple[Paper, ...]:
        return (
            Paper("titel", "current_title", Proof.COPY, seen_on=self._ago(90), valid_until=ends),
            Paper("kv", "health_insurance", self.random.choice(tuple(Proof)), seen_on=self._ago(300)),
        )

    # Situations: the facts, what is asked for, and the last day of the present paper

    def _banned_from_removal(self) -> tuple[dict[str, Any], tuple[Request, ...], date]:
        history, ends = self._history(("gestattung", 400, 900), ("title:25_3", 365, 1095))
        final = history[-1].period.start
        procedure = AsylumProcedure("first", history[0].period.start, final, final, self._either_ban())
        facts = {"status_periods": history, "asylum_procedures": (procedure,), "removal_ban_source": "bamf"}
        return facts, (Request("25_3", DecisionKind.EXTENSION),), ends

    def _refugee(self) -> tuple[dict[str, Any], tuple[Request, ...], date]:
        history, ends = self._history(("gestattung", 300, 700), ("title:25_2_1", 1000, 1095))
        final = history[-1].period.start
        procedure = AsylumProcedure(
            "first", history[0].period.start, final, final, "refugee", own_status=True
        )
        return {"status_periods": history, "asylum_procedures": (procedure,)}, (), ends

    def _tolerated(self) -> tuple[dict[str, Any], tuple[Request, ...], date]:
        history, ends = self._history(("gestattung", 700, 1200), ("D60a_2_1", 900, 2400))
        final = history[-1].period.start
        procedure = AsylumProcedure("first", history[0].period.start, final, final, "rejected")
        facts = {
            "status_periods": history,
            "asylum_procedures": (procedure,),
            "identity_status": (DatedValue(self.random.choice(("cleared", "not", "partly")), final),),
        }
        return facts | self._work(), (Request("25b_1", DecisionKind.GRANT),), ends

    def _opportunity(self) -> tuple[dict[str, Any], tuple[Request, ...], date]:
        history, ends = self._history(("D60a_2_1", 1800, 2500), ("title:104c_holder", 549, 549))
        facts = {
            "status_periods": history,
            "asylum_procedures": (),
            "identity_status": (DatedValue("cleared", history[-1].period.start),),
            "fdgo_declaration_on": history[-1].period.start,
        }
        return facts | self._work(), (Request("25b_1", DecisionKind.EXTENSION),), ends

    def _temporary(self) -> tuple[dict[str, Any], tuple[Request, ...], date]:
        history, ends = self._history(("visa_D", 60, 90), ("title:25_4_1", 120, 183))
        facts = {
            "status_periods": history,
            "asylum_procedures": (),
            "passports": (Passport("passport", Period(history[0].period.start, None)),),
            "health_insurance": "statutory",
        }
        return facts, (Request("25_4_2", DecisionKind.EXTENSION),), ends

    def _work(self) -> dict[str, Any]:
        net = Decimal(self.random.randint(500, 2200))
        since = PartialDate.exactly(self._ago(700))
        level = self.random.choice(("A1", "A2", "B1"))
        return {
            "employment_periods": (Employment(Period(since), Decimal(self.random.randint(10, 40)), net=net),),
            "household_need": Decimal(self.random.randint(900, 2100)),
            "language_proofs": (LanguageProof(level, "full", since),),
            "convictions": (),
        }

    def _history(self, first: tuple[str, int, int], last: tuple[str, int, int]) -> tuple[Any, date]:
        """Two adjoining papers; the second ends between 60 days ago and three years ahead."""
        ends = self.today + timedelta(days=self.random.randint(-60, 1095))
        begins = min(ends - timedelta(days=self.random.randint(*last[1:])), self._ago(1))
        before = begins - timedelta(days=self.random.randint(*first[1:]))
        periods = (
            StatusPeriod(first[0], Period.between(before, begins), paper=True),
            StatusPeriod(
                last[0],
                Period.on_paper(PartialDate.exactly(begins), PartialDate.exactly(ends)),
                issued_on=PartialDate.exactly(begins),
                issued_by="Ausländerbehörde Musterstadt",
                paper=True,
                number=f"Z{self.random.randint(0, 10**7):07d}",
            ),
        )
        return periods, ends

    def _either_ban(self) -> str:
        return self.random.choice(("ban_60_5", "ban_60_7"))

    def _ago(self, most: int) -> date:
        return self.today - timedelta(days=self.random.randint(1, most))
