"""Applications that have reached an authority, put into a case."""

from __future__ import annotations

from datetime import date

from desktop.cases.answers import Proof
from desktop.cases.applications import Application
from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.errors import Problem
from desktop.texts import mark

from .assessment import answered, decision_kinds
from .reference import Reference

FACT = "applications"


def filed(
    reference: Reference,
    case: CaseFile,
    title_id: str,
    filed_on: PartialDate,
    *,
    proven: bool,
    by: str,
    on: date,
) -> CaseFile:
    """The case with an application that reached the authority on a day; `proven`: the receipt is on file.

    Grant or extension follows from what is asked for and held. The list of applications is as well proven
    as its weakest part. Raises Problem for a day yet to come and for an application that is there already.
    """
    if filed_on.earliest > on:
        raise Problem(
            mark("{day} has not come yet."),
            mark("Enter the application once it has reached the authority."),
            day=filed_on.earliest,
        )
    known: tuple[Application, ...] = case.value(FACT) or ()
    if any((each.title_id, each.filed_on) == (title_id, filed_on) for each in known):
        raise Problem(
            mark("This application is in the case already."), mark("Look at the facts of the case.")
        )
    kind = decision_kinds(reference, case, filed_on.earliest)[title_id]
    made = Application(title_id, kind, filed_on, received_proof=proven)
    proof = Proof.SEEN if proven else Proof.CLAIMED
    if known:
        proof = min(proof, case.answer(FACT).proof, key=list(Proof).index)
    return answered(case, FACT, (*known, made), by=by, on=on, proof=proof)
