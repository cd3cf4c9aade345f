"""From a decision letter to the remedies against it: what, until when, where, and what else may be open.

Every period is planned from the earliest day that can count as service, with the shortest length that
the table or the instruction has. What a missing or incorrect instruction leaves open is information. A lawyer
must check every one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from ..cases.letters import DecisionLetter
from ..texts import mark
from .announce_rules import FEDERAL, SOCIAL, AnnounceRules
from .announcement import Announced, announced
from .authorities import Authority
from .derivation import Step, step
from .formal_service import BY_AUTHORITY, BY_COURT, Formal
from .instruction import Printed, printed
from .one_remedy import Remedy, remedy, same_day
from .regimes import rows_of, told
from .remedy_notes import of_row, place_of
from .remedy_periods import Begin, Service
from .remedy_table import Act, Row, RowRemedy, Start
from .time_law import TimeLaw

LAWYER = mark("A lawyer must check this today: the program computes, it does not advise.")

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "lodged": mark("On which day was the asylum application lodged? It decides which law holds."),
        "withdrawal": mark("When did the withdrawal procedure begin? The file of BAMF says it."),
        "other_served_on": mark("On which day was the decision of the border authority served?"),
        "period": mark("Which period does the instruction print, and for which remedy?"),
        "place": mark("Where is the court or authority? Its holidays decide about the last day."),
        "land": mark("In which Land does the authority sit?"),
    }
)
"""What to ask about a decision, beside the questions about its arrival (`announcement.QUESTIONS`)."""


@dataclass(frozen=True, slots=True)
class Remedies:
    """Everything that follows from one letter. `rows` is empty if the table does not know the decision."""

    rows: tuple[Row, ...]
    announced: Announced | None = None
    remedies: tuple[Remedy, ...] = ()
    notes: tuple[Step, ...] = ()
    ask: tuple[str, ...] = ()  # keys of QUESTIONS

    @property
    def missing(self) -> Step | None:
        """Which day is needed before anything can be computed."""
        return self.announced.missing if self.announced is not None else None


def remedies_of(letter: DecisionLetter, law: TimeLaw, authority: Authority) -> Remedies:
    """The remedies against a decision, each planned by its shortest period from the earliest day of service.

    `authority` is the one of the case; the letter may name another Land, and the place where the remedy goes.
    Raises Problem for days that contradict each other. Source: the rows of the table, § 58 VwGO, § 66 SGG.
    """
    rows = rows_of(letter, law.remedies)
    if not rows:
        return Remedies(())
    rules = _rules(letter, rows[0], law, authority)
    arrived = announced(letter, rules, _formal(rows[0]))
    notes = (
        step(LAWYER),
        *told(letter, law.remedies.regime, rows),
        *of_row(rows[0], law.remedies),
        *arrived.notes,
    )
    found = Remedies(rows, arrived, (), notes, tuple(_ask(letter, rows, rules)))
    if arrived.day is None:
        return found
    acts = {each.act: None for row in rows for each in row.remedies}
    said = printed(letter, acts, law.remedies.land(rules.law))
    computed = _remedies(letter, law, authority, rows, arrived, arrived.day, said)
    return replace(found, remedies=tuple(computed.values()))


def _rules(letter: DecisionLetter, row: Row, law: TimeLaw, authority: Authority) -> AnnounceRules:
    """How many days the law of the deciding authority lets pass: federal, social, or that of its Land."""
    if row.law in ("federal", "court"):
        return law.announcement.of(FEDERAL)
    if row.law == "social":
        return law.announcement.of(SOCIAL)
    rules = law.announcement.of(letter.land or authority.land)
    return rules if letter.land else rules.confirmed_by(authority.announce_rule)


def _formal(row: Row) -> Formal | None:
    """Whether a decision must be served: its period runs from service, not from announcement."""
    if row.law == "court":
        return BY_COURT
    return BY_AUTHORITY if row.from_service else None


def _remedies(
    letter: DecisionLetter,
    law: TimeLaw,
    authority: Authority,
    rows: tuple[Row, ...],
    arrived: Announced,
    first: date,
    said: Printed,
) -> dict[Act, Remedy]:
    """Every act of the rows once, in the order of the first row; what the instruction adds stands first."""
    by_act: dict[Act, list[tuple[Row, RowRemedy]]] = {}
    if said.adds is not None:
        by_act[said.adds] = []
    for row in rows:
        for each in row.remedies:
            by_act.setdefault(each.act, []).append((row, each))
    done: dict[Act, Remedy] = {}
    for act, found in by_act.items():
        row, of_act = found[0] if found else (rows[0], RowRemedy(act, "§ 58 Abs. 1 VwGO"))
        place = place_of(said.as_named(act), row, letter, authority)
        service = Service(arrived, _begin(of_act, letter, arrived, first, done), place)
        on_paper = said.length is not None and act in (said.act, said.adds)
        if of_act.regular is None and not on_paper:
            done[act] = same_day(act, row, of_act, service, letter.departure_until, done, law.remedies)
        else:
            parts = [each for _, each in found] or [of_act]
            done[act] = remedy(act, row, parts, service, said, law.remedies)
    return done


def _begin(
    of_act: RowRemedy, letter: DecisionLetter, arrived: Announced, first: date, done: Mapping[Act, Remedy]
) -> Begin:
    """What a period runs from; where the second service is not noted, the first counts."""
    early = arrived.early or first
    before = {Start.AFTER_INTERIM: Act.INTERIM, Start.AFTER_REASONS: Act.REASONS}.get(of_act.start)
    former = done[before].ends if before is not None else None
    if former is not None:
        return Begin(former.end, former.raw_end, former)
    if of_act.start is Start.BOTH_SERVICES and letter.other_served_on is not None:
        return Begin(max(first, letter.other_served_on), min(early, letter.other_served_on), both=True)
    return Begin(first, early)


def _ask(letter: DecisionLetter, rows: tuple[Row, ...], rules: AnnounceRules) -> list[str]:
    """What would make the dates surer."""
    regime = rows[0].regime
    asked = []
    if len(rows) == 2 and regime is not None and regime.anchor != "open":
        asked.append(regime.anchor)
    if rows[0].both_services and letter.other_served_on is None:
        asked.append("other_served_on")
    if letter.period is None and letter.instruction.value in ("complete", "incomplete") and rows[0].remedies:
        asked.append("period")
    if not letter.place and rows[0].remedies:
        asked.append("place")
    if rows[0].law == "land" and rules.law == "land":
        asked.append("land")
    return asked
