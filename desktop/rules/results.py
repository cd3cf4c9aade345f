"""What an assessment holds: each title with its verdict and reasons, and what is shown beside a verdict.

The verdict and everything that explains it is there from the start. What stands beside it (open answers,
warnings, consequences, claims of authorities) is made when it is first asked for and then kept: whoever only
wants verdicts derives no fact for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from threading import RLock
from typing import NamedTuple

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.errors import Problem

from .carriers import FactRef, ScalarFacts
from .conditions import Finding
from .consequences import ShownConsequence, ShownWarning, consequences_of, warnings_of
from .entries import Pair
from .facts.value import FactValue
from .held import NOTHING_HELD, HeldStatus
from .norms import Examination, Norm, Route, Version
from .packs import Pack
from .relevance import Explained, open_answers
from .sources import SourcedClaim, claims_for
from .verdict import BEST, Effect, Verdict

Assumed = tuple[tuple[FactRef, FactValue], ...]
"""Facts that count both ways, each with the answer that was tried."""


class RouteResult(NamedTuple):
    """What one route comes to. `finding` is its tree with the common conditions, before the cap."""

    route: Route
    verdict: Verdict
    finding: Finding
    own: Verdict
    """What the route's own conditions come to; tells apart routes that a common bar closes alike."""

    @property
    def limited_by(self) -> str:
        """`cap` if everything is met beyond what the legal nature can carry, else empty."""
        return "cap" if self.finding.verdict > self.verdict else ""

    def reasons(self) -> list[Finding]:
        """The leaves that decided (of the uncapped tree, where the cap limited it)."""
        return self.finding.reasons()


class Beside:
    """What is shown beside the verdict of one title: made when asked for, out of the facts it came from.

    The titles of a case share what is known of it, so only one thread at a time makes something.
    """

    def __init__(
        self,
        pack: Pack,
        facts: ScalarFacts,
        title_id: str,
        decision_kind: DecisionKind,
        on: date,
        examination: Examination | None = None,
        findings: Explained = ((), ()),
    ) -> None:
        self._pack, self._facts, self._on = pack, facts, on
        self._title_id, self._decision_kind = title_id, decision_kind
        self._examination, self._findings = examination, findings

    @cached_property
    def open_answers(self) -> tuple[str, ...]:
        """The inputs and judgements whose answers can still change the verdict, in the order of the norm."""
        if self._examination is None:
            return ()
        with _ONE_AT_A_TIME:
            return open_answers(self._examination, self._findings, self._facts)

    @property
    def judgements(self) -> frozenset[str]:
        """The names of all value judgements of the pack."""
        return self._pack.judgements

    @cached_property
    def warnings(self) -> tuple[ShownWarning, ...]:
        """What to watch, the strong ones first."""
        with _ONE_AT_A_TIME:
            return warnings_of(self._pack, self._facts, self._title_id, self._decision_kind, self._on)

    @cached_property
    def consequences(self) -> tuple[ShownConsequence, ...]:
        """What follows from the title, by topic."""
        with _ONE_AT_A_TIME:
            return consequences_of(self._pack, self._facts, self._title_id, self._on)

    @cached_property
    def sources(self) -> tuple[SourcedClaim, ...]:
        """What authorities' pages say about the title."""
        return claims_for(self._pack, self._title_id)

    def made(self) -> tuple[object, ...]:
        """All of it."""
        return self.open_answers, self.warnings, self.consequences, self.sources

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Beside) and self.made() == other.made()

    __hash__ = None  # type: ignore[assignment]


_ONE_AT_A_TIME = RLock()


@dataclass(frozen=True)
class TitleResult:
    """What one title comes to on one day.

    `verdict` is None for a title that is only held and no longer granted, and for one whose text of that day
    the pack does not hold (`not_covered` says so; then `version` is None and nothing else is claimed); then
    `routes` is empty. `assumed` names the answers under which the reasons are shown, where an open fact leads
    to the same on every answer.

    `open_inputs`, `open_judgements`, `warnings`, `consequences` and `sources` are made when first asked for.
    """

    norm: Norm
    version: Version | None
    decision_kind: DecisionKind
    verdict: Verdict | None = None
    routes: tuple[RouteResult, ...] = ()
    without_bar: Verdict | None = None
    bar_ends: tuple[Pair, ...] = ()
    assumed: Assumed = ()
    proof: Proof | None = None
    not_covered: Problem | None = None
    decisive: tuple[Finding, ...] = ()
    """The leaves of the winner that decided, in the order of the file."""
    beside: Beside | None = field(default=None, repr=False, hash=False)

    @property
    def winner(self) -> RouteResult | None:
        """The best route."""
        return self.routes[0] if self.routes else None

    @property
    def finding(self) -> Finding | None:
        """The winner's tree, common conditions included, before its cap."""
        return self.routes[0].finding if self.routes else None

    @property
    def effect(self) -> Effect | None:
        """The winner's legal nature."""
        return self.routes[0].route.effect if self.routes else None

    @property
    def cap(self) -> Verdict | None:
        """The best verdict the winner can carry."""
        return self.routes[0].route.cap if self.routes else None

    @property
    def limited_by(self) -> str:
        """`cap` if the winner's legal nature limits the verdict, else empty."""
        return self.routes[0].limited_by if self.routes else ""

    @property
    def nearness(self) -> float:
        """How far the case is along the winner's own way: the share of its own conditions that are met."""
        if not self.routes:
            return 0.0
        winner = self.routes[0]
        own = winner.finding.parts[: len(winner.route.conditions)]
        return len([part for part in own if part.verdict is BEST]) / len(own) if own else 0.0

    def reasons(self) -> tuple[Finding, ...]:
        """The leaves that decided, in the order of the file."""
        return self.decisive

    # Beside the verdict

    @cached_property
    def open_inputs(self) -> tuple[str, ...]:
        """The inputs whose answers can still change the verdict, in the order of the norm."""
        beside = self.beside
        if beside is None:
            return ()
        return tuple([name for name in beside.open_answers if name not in beside.judgements])

    @cached_property
    def open_judgements(self) -> tuple[str, ...]:
        """The judgements that can still change it."""
        beside = self.beside
        if beside is None:
            return ()
        return tuple([name for name in beside.open_answers if name in beside.judgements])

    @property
    def open(self) -> tuple[str, ...]:
        """Every input and judgement whose answer can still change the verdict."""
        return self.open_inputs + self.open_judgements

    @property
    def warnings(self) -> tuple[ShownWarning, ...]:
        """What to watch with this title, the strong ones first."""
        return self.beside.warnings if self.beside is not None else ()

    @property
    def consequences(self) -> tuple[ShownConsequence, ...]:
        """What follows from it, by topic."""
        return self.beside.consequences if self.beside is not None else ()

    @property
    def sources(self) -> tuple[SourcedClaim, ...]:
        """What authorities' pages say about it."""
        return self.beside.sources if self.beside is not None else ()

    def complete(self) -> None:
        """Make what is shown beside the verdict, so that reading it takes no time. Raises Problem."""
        if self.beside is not None:
            self.beside.made()


@dataclass(frozen=True, slots=True)
class Assessment:
    """All titles of a pack for one client on one day: best first, then in the order of the pack.

    `status`: what follows from what the client holds on that day, whatever title may come.
    """

    on: date
    law_checked_on: date
    pack_id: str
    titles: tuple[TitleResult, ...]
    status: HeldStatus = NOTHING_HELD

    def title(self, norm_id: str) -> TitleResult:
        """The result of one title. Raises KeyError."""
        for result in self.titles:
            if result.norm.id == norm_id:
                return result
        raise KeyError(norm_id)

    def complete(self) -> None:
        """Make everything that is shown beside the verdicts. A window asks for it on its worker thread."""
        for result in self.titles:
            result.complete()
