"""Which norm is shown, by the law of which day, for which decision, and with which example. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from desktop.cases.applications import DecisionKind
from desktop.errors import Problem
from desktop.texts import Texts
from desktop.ui.kit.jobs import Jobs, Latest

if TYPE_CHECKING:
    from desktop.rules.examples import Example
    from desktop.services.lawbook import NormLine, Scheme
    from desktop.services.reference import Reference


class LawView(Protocol):
    """The page as the presenter knows it."""

    def show_norms(self, lines: Sequence[NormLine], chosen: str) -> None: ...

    def show_scheme(self, scheme: Scheme | None) -> None: ...

    def show_examples(self, examples: Sequence[Example], chosen: str) -> None: ...

    def show_problem(self, problem: Problem | None) -> None: ...


class LawPresenter:
    """Reads a norm anew whenever something else is chosen; an answer that came too late is dropped."""

    def __init__(
        self, jobs: Jobs, reference: Reference, texts: Texts, today: Callable[[], date], view: LawView
    ) -> None:
        self._jobs, self._reference, self._texts = Latest(jobs), reference, texts
        self._today, self._view = today, view
        self._day: date | None = None
        self._norm = ""
        self._decision: DecisionKind | None = None
        self._examples: Sequence[Example] = ()
        self._example = ""

    def enter(self) -> None:
        """The list, with the norm that was shown last, else the first."""
        self._norm = self._norm or self._reference.pack.norm_ids[0]
        self._list()
        self._read()

    def choose(self, norm_id: str) -> None:
        if norm_id != self._norm:
            self._norm, self._decision, self._example = norm_id, None, ""
            self._read()

    def by_the_law_of(self, day: date | None) -> None:
        """Another day; None for today. An example keeps its own day, so it is put away."""
        self._day, self._example = day, ""
        self._list()
        self._read()

    def decide(self, kind: DecisionKind) -> None:
        self._decision, self._example = kind, ""
        self._read()

    def open_example(self, example_id: str) -> None:
        """Show how a norm stands in an example case; empty for the scheme alone."""
        self._example = example_id
        self._read()

    def _list(self) -> None:
        from desktop.services import lawbook

        lines = lawbook.norms(self._reference, self._day or self._today(), self._texts)
        self._view.show_norms(lines, self._norm)

    def _read(self) -> None:
        norm = self._norm
        self._jobs.run(
            lambda: self._shown(norm),
            done=lambda found: self._take(norm, *found),
            failed=lambda problem: self._fail(norm, problem),
        )

    def _shown(self, norm: str) -> tuple[Sequence[Example], Scheme]:
        from desktop.services import lawbook

        found = lawbook.examples_of(self._reference, norm)
        example = next((each for each in found if each.id == self._example), None)
        day = self._day or self._today()
        return found, lawbook.scheme(self._reference, norm, day, self._texts, self._decision, example)

    def _take(self, norm: str, found: Sequence[Example], scheme: Scheme) -> None:
        if norm == self._norm:
            self._examples = found
            self._view.show_problem(None)
            self._view.show_examples(found, self._example)
            self._view.show_scheme(scheme)

    def _fail(self, norm: str, problem: Problem) -> None:
        if norm == self._norm:
            self._view.show_examples(self._examples_left(), "")
            self._view.show_scheme(None)
            self._view.show_problem(problem)

    def _examples_left(self) -> Sequence[Example]:
        """A day without a text does not take the examples away: they have days of their own."""
        from desktop.services import lawbook

        try:
            return lawbook.examples_of(self._reference, self._norm)
        except Problem:
            return ()
