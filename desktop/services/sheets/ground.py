"""What every sheet of one case starts from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.papers import Paper
from desktop.cases.periods import PartialDate
from desktop.deadlines.authorities import Authority, PaperRule
from desktop.documents import sheets
from desktop.rules.checklist import ChecklistItem
from desktop.rules.facts.view import CaseFacts
from desktop.rules.results import Assessment, TitleResult
from desktop.rules.tables import HandIn
from desktop.rules.verdict import Verdict
from desktop.texts import Texts, mark

from .. import assessment, papers
from ..reference import Reference
from ..words.countries import country
from ..words.findings import FindingWords
from .authority import authority_of


@dataclass(frozen=True)
class Ground:
    """One case, one title and one decision, for one authority on one day, in one language."""

    reference: Reference
    case: CaseFile
    title_id: str
    decision: DecisionKind
    authority: Authority
    today: date
    texts: Texts
    office: str
    approved: bool
    beside: tuple[tuple[str, DecisionKind], ...] = ()
    """Further titles that one letter asks for: their papers are needed, too."""

    @cached_property
    def words(self) -> FindingWords:
        return FindingWords(self.reference.pack, self.texts)

    @cached_property
    def facts(self) -> CaseFacts:
        return assessment.facts_of(self.reference, self.case, self.today, self.title_id, self.decision)

    @cached_property
    def result(self) -> TitleResult:
        found = assessment.assess(
            self.reference, self.case, self.today, title=self.title_id, decision=self.decision
        )
        return found.titles[0]

    @cached_property
    def assessed(self) -> Assessment:
        """Every title of the pack for this case, best first."""
        return assessment.assess(self.reference, self.case, self.today)

    @cached_property
    def items(self) -> list[ChecklistItem]:
        """The papers this decision needs, in the order of the catalogue; then what others beside it need."""
        found: dict[str, ChecklistItem] = {}
        for title, decision in ((self.title_id, self.decision), *self.beside):
            for item in papers.needed(self.reference, self.case, title, decision, self.authority, self.today):
                found.setdefault(item.document.code, item)
        return list(found.values())

    def rule_of(self, item: ChecklistItem) -> PaperRule | None:
        """How the authority departs from the catalogue for a paper."""
        return next((each for each in self.authority.papers if each.code == item.document.code), None)

    def hand_in(self, item: ChecklistItem) -> HandIn:
        """In which form this authority wants a paper."""
        rule = self.rule_of(item)
        return HandIn(rule.hand_in) if rule is not None and rule.hand_in else item.document.hand_in

    def paper_of(self, item: ChecklistItem) -> Paper | None:
        """The best paper of the folder that the item speaks of."""
        there = (each for each in self.case.papers if each.code == item.document.code)
        return next(
            (each for each in there if papers.proof_of(self.reference, each, self.today) is item.paper), None
        )

    @property
    def stamp(self) -> sheets.Stamp:
        return stamp_of(self.reference, self.today, self.office, approved=self.approved)

    @property
    def person(self) -> sheets.Person:
        return person_of(self.case, self.texts)

    def recipient(self) -> sheets.Authority:
        """The authority as a sheet names it."""
        return authority_of(self.authority, self.texts, self.today)


def stamp_of(reference: Reference, today: date, office: str, *, approved: bool) -> sheets.Stamp:
    """What every sheet carries."""
    return sheets.Stamp(reference.pack.law_checked_on, printed_on=today, office=office, approved=approved)


def person_of(case: CaseFile, texts: Texts) -> sheets.Person:
    """The client as sheets name them."""
    client = case.client
    born = case.value("birth_date")
    return sheets.Person(
        name=client.name,
        original_name=client.original_name,
        born=born if isinstance(born, PartialDate) else None,
        nationality=", ".join(country(code, texts.language) for code in case.value("nationalities") or ()),
        address=client.address,
        contact=client.contact,
        file_number=client.file_number,
        authority_file_number=client.authority_file_number,
    )


def sender_of(case: CaseFile) -> sheets.Sender:
    """The client, or who represents a client by law."""
    client = case.client
    representative = case.value("legal_representative") or ""
    role = sheets.SenderRole.LEGAL_REPRESENTATIVE if representative else sheets.SenderRole.CLIENT
    return sheets.Sender(representative or client.name, client.address, role=role)


def town(address: tuple[str, ...]) -> str:
    """The town of a German address: what follows the postcode on the last line."""
    postcode, _, found = address[-1].partition(" ") if address else ("", "", "")
    return found if postcode.isdigit() else ""


def left_out(person: sheets.Person, authority: sheets.Authority, texts: Texts) -> Iterator[str]:
    """What an authority expects in every letter and this one lacks, and what to confirm before it is sent.

    A letter is not held up by it.
    """
    missing = [
        texts(words)
        for words, there in (
            (mark("address of the client"), any(line.strip() for line in person.address)),
            (mark("date of birth"), person.born is not None),
            (mark("nationality"), bool(person.nationality.strip())),
            (mark("postal address of the authority"), any(line.strip() for line in authority.address)),
        )
        if not there
    ]
    if missing:
        yield texts(mark("Missing in this letter: {parts}."), parts=", ".join(missing))
    yield from authority.doubts


def out_of_question(ground: Ground) -> Iterator[str]:
    """What a sheet for a title must say first where the title does not come into question today."""
    if ground.result.verdict is Verdict.NOT_AVAILABLE:
        yield ground.texts(
            mark("By what is recorded {cite} does not come into question today: read the reasons first."),
            cite=ground.result.norm.cite,
        )
