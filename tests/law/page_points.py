"""What the services show for the samples of the five pages, and the points of a page that are looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from desktop.deadlines.duedates import DueDate
from desktop.documents.reasons_sheet import ReasonsSheet
from desktop.documents.sheets import ChecklistSheet, FeeLine, LetterSheet, StayEffect
from desktop.rules.checklist import Need
from desktop.rules.conditions import Leaf
from desktop.rules.fees import FeeOutcome
from desktop.services import assessment, deadlines, papers, printing, summary
from desktop.services.printing import SheetKind
from desktop.services.reference import load_reference
from desktop.services.samples import sample_cases

TODAY = date(2026, 11, 24)
REFERENCE = load_reference()
PACK = REFERENCE.pack
CASES = sample_cases(REFERENCE, TODAY)
TEXTS = printing.texts_of("en")
NAMES = {TEXTS.pick(document.name): code for code, document in PACK.documents.items()}
FEES = {TEXTS.pick(fee.name): fee.id for fee in PACK.tables.fees}


@dataclass(frozen=True)
class Shown:
    """What the services show for one sample: nothing here is computed by the test."""

    sample: str
    page: str

    @cached_property
    def choice(self) -> printing.PrintChoice:
        found = assessment.assess(REFERENCE, CASES[self.sample], TODAY)
        return printing.defaults(REFERENCE, CASES[self.sample], found, language="en")

    @cached_property
    def titles(self) -> dict[str, dict[str, Any]]:
        found = assessment.assess(REFERENCE, CASES[self.sample], TODAY)
        return {
            each["id"]: each
            for each in summary.as_data(REFERENCE, CASES[self.sample], found, TEXTS, today=TODAY)["titles"]
        }

    @property
    def title(self) -> dict[str, Any]:
        return self.titles[self.choice.title_id]

    def sheet(self, kind: SheetKind) -> Any:
        return printing.sheet(REFERENCE, CASES[self.sample], self.choice.but(kind=kind), today=TODAY)

    @cached_property
    def checklist(self) -> ChecklistSheet:
        found: ChecklistSheet = self.sheet("checklist")
        return found

    @cached_property
    def letter(self) -> LetterSheet:
        found: LetterSheet = self.sheet("letter")
        return found

    @cached_property
    def reasons(self) -> ReasonsSheet:
        found: ReasonsSheet = self.sheet("reasons")
        return found

    @cached_property
    def papers(self) -> dict[str, Need]:
        """What the printed checklist lists, and why it stands there."""
        printed = {NAMES[row.name] for group in self.checklist.groups for row in group.rows}
        choice = self.choice
        decision, office = printing.DECISIONS[choice.occasion], REFERENCE.authority(choice.authority_id)
        found = papers.needed(REFERENCE, CASES[self.sample], choice.title_id, decision, office, TODAY)
        return {each.document.code: each.need for each in found if each.document.code in printed}

    @cached_property
    def fees(self) -> dict[str, FeeLine]:
        return {FEES[line.name]: line for group in self.checklist.fees for line in group.lines}

    @cached_property
    def dates(self) -> dict[str, DueDate]:
        return {due.kind: due for due in deadlines.of(REFERENCE, CASES[self.sample], TODAY)}

    @cached_property
    def claims(self) -> dict[str, str]:
        """Every claim the assessment shows, under whichever title, with its verdict."""
        return {each["id"]: each["verdict"] for title in self.titles.values() for each in title["sources"]}


SAXONY = Shown("sachsen-pflege", "S1")
BAVARIA = Shown("bayern-familie", "S2")
JENA = Shown("jena-aufnahmezusage", "S3")
HESSE = Shown("hessen-haertefall", "S4")
MUNICH = Shown("muenchen-abschiebungsverbot", "S5")
PAGES = [SAXONY, BAVARIA, JENA, HESSE, MUNICH]

Point = Callable[[Shown], None]


def verdict(expected: str, title: str = "") -> Point:
    def check(shown: Shown) -> None:
        assert (shown.titles[title] if title else shown.title)["verdict"] == expected

    return check


def effect(nature: str, cap: str) -> Point:
    def check(shown: Shown) -> None:
        assert (shown.title["effect"], shown.title["cap"]) == (nature, cap)

    return check


def condition(leaf: str, standing: str) -> Point:
    """The printed sheet of reasons has the condition, in this standing."""

    def check(shown: Shown) -> None:
        result = assessment.assess(REFERENCE, CASES[shown.sample], TODAY, title=shown.choice.title_id).titles[
            0
        ]
        assert result.finding is not None
        leaves = (each.node for each in result.finding.leaves())
        labels = {node.id: node.label for node in leaves if isinstance(node, Leaf)}
        lines = (*shown.reasons.deciding, *shown.reasons.open_points, *shown.reasons.met)
        found = {line.standing.value for line in lines if line.text == TEXTS.pick(labels[leaf])}
        assert found == {standing}

    return check


def paper(*codes: str, need: str = "") -> Point:
    def check(shown: Shown) -> None:
        for code in codes:
            assert code in shown.papers, code
            assert need in ("", shown.papers[code].value), (code, shown.papers[code])

    return check


def no_paper(*codes: str) -> Point:
    def check(shown: Shown) -> None:
        assert not set(codes) & set(shown.papers)

    return check


def fee(item: str, amount: str, outcome: FeeOutcome) -> Point:
    def check(shown: Shown) -> None:
        line = shown.fees[item]
        assert (line.amount, line.outcome) == (Decimal(amount), outcome)

    return check


def no_fee(*items: str) -> Point:
    def check(shown: Shown) -> None:
        assert not set(items) & set(shown.fees)

    return check


def day(kind: str, last: str, safe: str = "") -> Point:
    def check(shown: Shown) -> None:
        due = shown.dates[kind]
        assert due.day == date.fromisoformat(last)
        assert due.safe_day == (date.fromisoformat(safe) if safe else None)

    return check


def printed_day(last: str) -> Point:
    def check(shown: Shown) -> None:
        assert date.fromisoformat(last) in {line.day for line in shown.checklist.dates}

    return check


def follows(*rows: str, open_: bool = False) -> Point:
    def check(shown: Shown) -> None:
        found = {each["id"] for each in shown.title["consequences"] if each["open"] is open_}
        assert set(rows) <= found, set(rows) - found

    return check


def follows_not(*rows: str) -> Point:
    def check(shown: Shown) -> None:
        assert not set(rows) & {each["id"] for each in shown.title["consequences"]}

    return check


def warns(*rows: str) -> Point:
    def check(shown: Shown) -> None:
        assert set(rows) <= {each["id"] for each in shown.title["warnings"] if not each["open"]}

    return check


def pair(claim: str, judged: str) -> Point:
    """The program shows the page's statement beside the law's, with this judgement of it."""

    def check(shown: Shown) -> None:
        assert shown.claims[claim] == judged

    return check


def stay(expected: StayEffect) -> Point:
    def check(shown: Shown) -> None:
        assert shown.letter.effect is expected

    return check


def free_by(exempt: str) -> Point:
    """The letter founds its claim to be free of fees on this provision, or claims nothing."""

    def check(shown: Shown) -> None:
        assert exempt in shown.letter.fee_exempt_cite if exempt else shown.letter.fee_exempt_cite == ""

    return check


EXEMPT, PAYABLE, DISCRETIONARY = FeeOutcome.EXEMPT, FeeOutcome.PAYABLE, FeeOutcome.DISCRETIONARY
