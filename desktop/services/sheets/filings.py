"""The filing-proof sheet of one application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.cases.words import DECISION_WORDS, spoken_day
from desktop.deadlines.derivation import Named, Step
from desktop.documents.sheets import Stamp
from desktop.documents.time_sheets import FilingSheet, StepLine
from desktop.errors import Problem
from desktop.texts import Texts, mark

from .. import filing_proof
from ..filing_proof import FilingProof, Known, applications_of
from ..reference import UNKNOWN_AUTHORITY, Reference
from ..words.names import LawNames, step_names
from .authority import authority_of
from .ground import person_of


def subjects(reference: Reference, case: CaseFile, texts: Texts) -> list[tuple[str, str]]:
    """Every application with its words; those not decided first."""
    names = LawNames.of(reference, texts)
    return [
        (
            str(number),
            f"{spoken_day(each.filed_on, texts)} · {names.title_short(each.title_id)} ·"
            f" {texts(DECISION_WORDS[each.decision_kind])}",
        )
        for number, each in enumerate(applications_of(case), start=1)
    ]


def filing_sheet(
    reference: Reference, case: CaseFile, which: str, *, stamp: Stamp, today: date, texts: Texts
) -> FilingSheet:
    """The sheet of an application by its number in `subjects`; without one of the first.

    Raises Problem if none is recorded, or none of that number.
    """
    found = applications_of(case)
    if not found:
        raise Problem(
            mark("No application is recorded in this case, so its filing cannot be shown."),
            mark("Enter the application with the day on which it reached the authority."),
        )
    proof = filing_proof.of(reference, case, filing_proof.numbered(found, which), today)
    return _Words(reference, case, texts, step_names(reference, texts, case)).sheet(proof, stamp)


@dataclass(frozen=True)
class _Words:
    reference: Reference
    case: CaseFile
    texts: Texts
    names: Mapping[str, str]

    def sheet(self, proof: FilingProof, stamp: Stamp) -> FilingSheet:
        texts, law = self.texts, LawNames.of(self.reference, self.texts)
        norm = next((each for each in self.reference.pack.norms if each.id == proof.title_id), None)
        authority = self.reference.authorities.get(self.case.value("responsible_abh") or UNKNOWN_AUTHORITY)
        return FilingSheet(
            stamp=stamp,
            person=person_of(self.case, texts),
            title=texts.pick(norm.title) if norm is not None else law.title(proof.title_id),
            cite=norm.cite if norm is not None else law.title_short(proof.title_id),
            occasion=proof.occasion,
            known=tuple((texts(each.label), self._value(each)) for each in proof.known),
            protection=proof.protection,
            effect=texts(proof.effect),
            why=self._line(proof.why),
            authority=authority_of(authority, texts, stamp.printed_on) if authority is not None else None,
            otherwise=texts(proof.otherwise) if proof.otherwise else "",
            notes=tuple(self._line(each) for each in proof.notes),
            next_steps=tuple((self._line(each.what), each.by) for each in proof.next_steps),
            open_points=tuple(law.fact(each) for each in proof.open_points),
        )

    def _value(self, known: Known) -> str:
        """What is recorded; empty where it is filled in by hand."""
        return "" if known.value is None else value_words(known.value, self.texts, self.names)

    def _line(self, step: Step) -> StepLine:
        return StepLine(step.show(self.texts, self.names), step.cite)


def value_words(value: str | PartialDate | Named, texts: Texts, names: Mapping[str, str]) -> str:
    """What is recorded of an application, in a language."""
    match value:
        case PartialDate():
            if value.exact:
                return texts.day_with_weekday(value.earliest)
            return f"{texts.day(value.earliest)} – {texts.day(value.latest)}"
        case Named():
            return texts(names.get(value, value))
        case _:
            return texts(value)
