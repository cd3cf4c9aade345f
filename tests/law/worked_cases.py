"""Worked cases as a lawyer writes them, read and run against the pack.

    - case: four years, nothing known yet about the child
      on: 2026-11-22              # or a list of days on which it comes out alike
      rest: favourable            # every fact not named is as good as it can be; or unknown
      decision: grant             # or extension, or a list of both if it comes out alike; a grant if not said
      facts: {lives_with_minor_unmarried_child: unknown, stay_25b_months: 50}
      judgements: {forecast_full_livelihood: no}
      waivers: [25b_1.civic_knowledge]
      expect: {25b_1: needs_assessment}
      open: [family_members]      # what to ask, able to change this verdict; `[]`: nothing
      route: tolerated            # the route that won
      reasons: [stay_with_child]  # leaves that decided (all of these are among them)
      without_bar: should_be_granted
      warnings: [late_filing]     # shown, and certain
      no_warnings: [late_filing]  # not shown at all

An expectation of `none` means: this title is not examined. `not_covered`: the pack has no text for that day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from desktop import resources
from desktop.cases.answers import Waiver
from desktop.cases.applications import DecisionKind
from desktop.cases.plaindata import read_plain_file
from desktop.rules import packs
from desktop.rules.assess import assess_title
from desktop.rules.conditions import Leaf
from desktop.rules.packs import Pack
from desktop.rules.results import TitleResult
from desktop.rules.stated import Rest, StatedFacts

CASES = Path(__file__).parent / "cases"
PACK_FOLDER = resources.path("law", "de-2026-08")
PACK: Pack = packs.load(PACK_FOLDER)

_KEYS = {
    "case",
    "on",
    "rest",
    "decision",
    "facts",
    "judgements",
    "waivers",
    "expect",
    "open",
    "route",
    "reasons",
    "without_bar",
    "warnings",
    "no_warnings",
}


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """One case of a file. `raw` is what the lawyer wrote."""

    name: str
    file: str
    on: date
    decision_kind: DecisionKind
    raw: Mapping[str, Any] = field(repr=False)

    def words(self, key: str) -> tuple[str, ...]:
        return tuple(self.raw.get(key, ()))

    def facts(self, norm_id: str) -> StatedFacts:
        version = PACK.norm(norm_id).version(self.on)
        kind = PACK.norm(norm_id).decision(self.decision_kind)
        stated = dict(self.raw.get("facts", {})) | dict(self.raw.get("judgements", {}))
        waivers = {key: Waiver(key, "mk", self.on, "untypical") for key in self.words("waivers")}
        rest = Rest(self.raw.get("rest", "unknown"))
        return StatedFacts(PACK.vocabulary, stated, rest, version.examination(kind), waivers)

    def result(self, norm_id: str) -> TitleResult:
        return assess_title(PACK, norm_id, self.facts(norm_id), self.on, self.decision_kind)


def worked_cases(folder: Path = CASES) -> Iterator[WorkedCase]:
    """Every case of every file. Raises ValueError for a key nobody knows."""
    for file in sorted(folder.glob("*.yaml")):
        for raw in read_plain_file(file).value:
            unknown = set(raw) - _KEYS
            if unknown:
                raise ValueError(f"{file.name}: {raw.get('case')}: {', '.join(sorted(unknown))}")
            days, kinds = _several(raw["on"]), _several(raw.get("decision", "grant"))
            for day, kind in product(days, kinds):
                told = [day] * (len(days) > 1) + [kind] * (len(kinds) > 1)
                name = f"{raw['case']} ({', '.join(told)})" if told else raw["case"]
                yield WorkedCase(name, file.stem, date.fromisoformat(day), DecisionKind(kind), raw)


def _several(written: Any) -> list[str]:
    return written if isinstance(written, list) else [written]


def deciding(result: TitleResult) -> set[str]:
    """The ids of the leaves that decided."""
    return {finding.node.id for finding in result.reasons() if isinstance(finding.node, Leaf)}


def stated(facts: Mapping[str, Any]) -> StatedFacts:
    """Facts as a case writes them; everything not named is unknown."""
    return StatedFacts(PACK.vocabulary, facts)
