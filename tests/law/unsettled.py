"""Cases with a point of law that is not settled, and what the services say of them in both languages.

The numbers of the tests are those of the list of unsettled points the pack was written from. Where a point
decides a title, the program never says yes or no by itself; where it is about what follows, it is shown as
open or disputed; where it is about practice, the program says what it does not examine and promises nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.rules.conditions import Leaf
from desktop.rules.results import TitleResult
from desktop.rules.sources import practice_for
from desktop.services import assessment, printing, summary
from desktop.services.reference import load_reference
from desktop.services.words.findings import FindingWords
from desktop.texts import Language
from tests.law.making import GRANT, TODAY, client, status
from tests.law.test_settlement import settled

REFERENCE = load_reference()


@dataclass(frozen=True)
class Told:
    """What the services say of one title of a case."""

    title: str
    case: CaseFile
    on: date = TODAY
    kind: DecisionKind = GRANT

    def result(self) -> TitleResult:
        found = assessment.assess(REFERENCE, self.case, self.on, title=self.title, decision=self.kind)
        return found.titles[0]

    @property
    def verdict(self) -> str:
        found = self.result().verdict
        assert found is not None
        return found.value

    def rows(self) -> dict[str, bool]:
        """Consequences and warnings that are shown; True for one of which it is open whether it applies."""
        result = self.result()
        follows = {each.row.id: each.open for each in result.consequences}
        return follows | {each.row.id: each.open for each in result.warnings}

    def said(self, language: Language) -> str:
        """Every sentence about the title: reasons with their notes, warnings, what follows, practice."""
        return "\n".join(self._sentences(language)).replace("\u00a0", " ")

    def _sentences(self, language: Language) -> Iterator[str]:
        texts = printing.texts_of(language)
        found = assessment.assess(REFERENCE, self.case, self.on, title=self.title, decision=self.kind)
        result = found.titles[0]
        (data,) = summary.as_data(REFERENCE, self.case, found, texts, today=self.on)["titles"]
        yield data["sentence"]
        for key in ("reasons", "warnings", "consequences"):
            yield from (each["text"] for each in data[key])
        words = FindingWords(REFERENCE.pack, texts)
        for reason in result.reasons():
            yield from words.notes(reason.value)
            if isinstance(reason.node, Leaf) and reason.node.note is not None:
                yield texts.pick(reason.node.note)
        if result.winner is not None and result.winner.route.note is not None:
            yield texts.pick(result.winner.route.note)
        if result.winner is not None:
            yield texts.pick(result.winner.route.title)
        if result.version is not None and result.version.note is not None:
            yield texts.pick(result.version.note)
        land = str(self.case.value("land") or "")
        for note in practice_for(REFERENCE.pack, self.title, self.on, land):
            yield texts.pick(note.text)


def decides(told: Told, expected: str, leaf: str, de: str, en: str) -> None:
    """The verdict, the leaf among its reasons, and the reason in German and in English."""
    assert told.verdict == expected
    assert leaf in {getattr(each.node, "id", "") for each in told.result().reasons()}
    assert de in told.said("de")
    assert en in told.said("en")


def shows(told: Told, row: str, de: str, en: str, *, open_: bool = False) -> None:
    """A consequence or warning is shown, certain or open, and says why in both languages."""
    assert told.rows().get(row) is open_, told.rows()
    assert de in told.said("de")
    assert en in told.said("en")


PROCEDURE = {"kind": "first", "filed_on": "2024-01-10", "decided_on": "2026-04-01", "final_on": "2026-05-01"}
HELD_104C = [
    status("D60a_2_1", "2018-01-01", "2025-11-01"),
    status("title:104c_holder", "2025-11-01", "2027-05-01"),
]


def recognised(outcome: str, title: str, **facts: Any) -> CaseFile:
    return client(
        asylum_procedures=[PROCEDURE | {"outcome": outcome, "own_status": "yes"}],
        status_periods=[status(f"title:{title}", "2026-06-01", "2029-06-01", issued_by="abh")],
        **facts,
    )


def family_of_a_refugee(title: str = "25_2_1", **facts: Any) -> CaseFile:
    finding = {"outcome": "family_art23", "own_status": "no", "anchor_status": "refugee"}
    found = PROCEDURE | {"filed_on": "2021-06-20", "decided_on": "2023-10-01", "final_on": "2023-10-15"}
    return settled(
        asylum_procedures=[found | finding],
        status_periods=[status(f"title:{title}", "2023-11-01", "2026-12-31", issued_by="abh")],
        **facts,
    )


STUCK = {"departure_impossible": "yes", "obstacle_not_ending_soon": "yes"}


def stuck(judgements: dict[str, str] | None = None, **facts: Any) -> CaseFile:
    known: dict[str, Any] = {"status_periods": [status("D60a_2_1", "2018-01-01")], "obstacles": "none"}
    return client(STUCK | (judgements or {}), **(known | facts))
