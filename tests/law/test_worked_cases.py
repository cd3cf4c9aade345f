"""Every worked case of the folder comes out as its author says."""

from __future__ import annotations

from collections import Counter

import pytest

from desktop.rules.norms import NotCovered
from tests.law.worked_cases import PACK, WorkedCase, deciding, worked_cases

WORKED = list(worked_cases())


@pytest.mark.parametrize("case", WORKED, ids=lambda case: f"{case.file}: {case.name}")
def test_worked_case(case: WorkedCase) -> None:
    for norm_id, expected in case.raw["expect"].items():
        if expected == "not_covered":
            with pytest.raises(NotCovered):
                case.result(norm_id)
            continue
        result = case.result(norm_id)
        found = "none" if result.verdict is None else result.verdict.value
        assert found == expected, f"decided by {sorted(deciding(result))}"
        if "open" in case.raw:
            asked = set(case.words("open"))
            assert asked <= set(result.open) if asked else not result.open, result.open
        if "route" in case.raw:
            assert result.winner is not None
            assert result.winner.route.id == case.raw["route"]
        assert set(case.words("reasons")) <= deciding(result)
        if "without_bar" in case.raw:
            without = "none" if result.without_bar is None else result.without_bar.value
            assert without == case.raw["without_bar"]
        certain = {shown.row.id for shown in result.warnings if not shown.open}
        assert set(case.words("warnings")) <= certain, certain
        shown = {each.row.id for each in result.warnings}
        assert not set(case.words("no_warnings")) & shown


def test_no_case_stands_twice() -> None:
    names = Counter((case.file, case.name) for case in WORKED)
    assert not [name for name, count in names.items() if count > 1]


def test_every_norm_has_its_cases() -> None:
    assert {norm.id for norm in PACK.norms} <= {case.file for case in WORKED}


def test_each_norm_reaches_its_best_verdict_in_some_case() -> None:
    best: dict[str, set[str]] = {norm.id: set() for norm in PACK.norms if norm.examined}
    for case in WORKED:
        for norm_id, expected in case.raw["expect"].items():
            if norm_id in best:
                best[norm_id].add(expected)
    for norm_id, reached in best.items():
        versions = PACK.norm(norm_id).versions
        caps = {
            examination.best.value for version in versions for examination in version.examinations.values()
        }
        assert caps & reached, norm_id
        assert {"not_available", "needs_assessment"} <= reached, norm_id
