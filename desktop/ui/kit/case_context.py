"""What every room of an open case works with. No Qt; nothing heavy is imported before it is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from desktop.cases.answers import Answer, Proof, Ternary, Unknown
from desktop.cases.casefile import CaseFile
from desktop.services.words.answers import AnswerWords
from desktop.services.words.countries import countries
from desktop.services.words.names import LawNames, own_names, step_names
from desktop.texts import Texts

from .jobs import Jobs
from .open_case import OpenCase

if TYPE_CHECKING:
    from desktop.services.reference import Reference


@dataclass(frozen=True)
class CaseContext:
    """The case on the desk, the law it is read with, who works and on which day."""

    desk: OpenCase
    jobs: Jobs
    reference: Reference
    texts: Texts
    user: str
    today: Callable[[], date]

    @cached_property
    def words(self) -> AnswerWords:
        """Answers in the language of the window."""
        return AnswerWords(LawNames.of(self.reference, self.texts))

    @property
    def names(self) -> LawNames:
        return self.words.names

    @property
    def step_names(self) -> Mapping[str, str]:
        """Names behind the ids in a derivation; a title outside the pack is called as the case calls it."""
        case = self.desk.case
        return self._law_names if case is None else self._law_names | own_names(self.names, case)

    @cached_property
    def _law_names(self) -> dict[str, str]:
        return dict(step_names(self.reference, self.texts))

    @cached_property
    def choices(self) -> dict[str, Sequence[tuple[Any, str]]]:
        """Options for inputs that are free text for the pack."""
        return {
            "responsible_abh": [
                (key, name)
                for key, name in self.names.authorities.items()
                if self.reference.authorities[key].active
            ],
            "nationalities": list(countries(self.texts.language).items()),
        }

    # Changing the case

    def answer(self, fact: str, value: Any, proof: Proof = Proof.CLAIMED) -> None:
        """Put an answer (or why there is none) into the open case; NOT_ASKED takes it out."""
        case = self.desk.case
        if case is None:
            return
        if value is Unknown.NOT_ASKED:
            self.desk.change(case.without_fact(fact))
        else:
            from desktop.services.assessment import answered

            self.desk.change(answered(case, fact, value, by=self.user, on=self.today(), proof=proof))

    def put_back(self, fact: str, answer: Answer | None) -> None:
        """Undo: the answer as it was before, or none."""
        if self.desk.case is not None:
            case = self.desk.case
            self.desk.change(case.without_fact(fact) if answer is None else case.with_fact(fact, answer))

    def judge(self, name: str, value: Ternary, reason: str) -> None:
        """Put a judgement into the open case, with author and day."""
        if self.desk.case is not None:
            from desktop.services.assessment import judged

            self.desk.change(
                judged(self.desk.case, name, value, by=self.user, on=self.today(), reason=reason)
            )

    def is_open(self, case: CaseFile) -> bool:
        """Whether this is still the newest value of the open case: later answers are dropped."""
        return self.desk.case is case
