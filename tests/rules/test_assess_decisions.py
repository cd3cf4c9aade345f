"""Which decisions are examined on which day, how titles are ordered, groups that are shared."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.rules.assess import assess, assess_title
from desktop.rules.conditions import Fixed
from desktop.rules.norms import NotCovered
from desktop.rules.packs import Pack
from desktop.rules.results import Assessment
from desktop.rules.stated import StatedFacts
from desktop.rules.verdict import Verdict
from tests.rules.assessing import EXTENSION, GRANT, ON
from tests.rules.builders import SMALL, build, examine, leaf, norm, pack_of, pair, route, version


def test_a_title_that_is_only_extended_is_always_examined_for_that() -> None:
    pack = pack_of(build(norm(version(), decisions=["extension"])))
    found = assess_title(pack, "1_1", StatedFacts(SMALL, {}), ON, GRANT)
    assert (found.decision_kind, found.verdict) == (EXTENSION, Verdict.ENTITLEMENT_INDICATED)


def closed_title() -> Pack:
    old = version(since="2022-12-31", until="2025-12-31")
    new = version(since="2025-12-31", closed_to=["grant"])
    return pack_of(
        build(norm(old | {"routes": []}, new | {"routes": []}, decisions=[], no_grant=pair("no new grants")))
    )


def test_a_title_that_is_not_granted_any_more_is_a_no_with_the_reason() -> None:
    found = assess_title(closed_title(), "1_1", StatedFacts(SMALL, {}), ON, GRANT)
    assert found.verdict is Verdict.NOT_AVAILABLE
    (reason,) = found.reasons()
    assert isinstance(reason.node, Fixed)
    assert reason.node.label.en == "no new grants"
    assert found.version is not None
    assert found.version.in_force.since == date(2025, 12, 31)
    assert found.open == ()


def test_a_title_that_is_only_held_has_no_verdict() -> None:
    pack = closed_title()
    for kind, on in ((EXTENSION, ON), (GRANT, date(2025, 12, 30)), (EXTENSION, date(2025, 12, 30))):
        found = assess_title(pack, "1_1", StatedFacts(SMALL, {}), on, kind)
        assert (found.verdict, found.routes, found.reasons(), found.open) == (None, (), (), ())
        assert (found.winner, found.finding, found.effect, found.cap, found.limited_by) == (
            None,
            None,
            None,
            None,
            "",
        )
    assert assess_title(pack, "1_1", StatedFacts(SMALL, {}), date(2025, 12, 31), GRANT).verdict is not None


def test_a_day_before_the_first_text_is_not_covered() -> None:
    pack = pack_of(build(norm(version())))
    with pytest.raises(NotCovered, match="not covered before"):
        assess_title(pack, "1_1", StatedFacts(SMALL, {}), date(2019, 12, 31), GRANT)


def test_a_title_without_a_text_for_the_day_stops_no_other() -> None:
    young = build(norm(version(route(requires=[leaf("p1")]), since="2026-11-23"), id="1_1"))
    ended = build(norm(version(route(), until="2026-11-22"), id="2_2"))
    covered = build(norm(version(route(requires=[leaf("p1")])), id="3_3"))
    pack = pack_of(young, ended, covered)
    stated = StatedFacts(SMALL, {"p1": "yes"})

    def found(on: date) -> dict[str, Verdict | None]:
        return {each.norm.id: each.verdict for each in assess(pack, lambda *_: stated, on).titles}

    best = Verdict.ENTITLEMENT_INDICATED
    assert list(found(date(2026, 11, 22)).items()) == [("3_3", best), ("1_1", None), ("2_2", None)]
    assert found(date(2026, 11, 21)) == {"1_1": None, "2_2": best, "3_3": best}
    assert found(date(2026, 11, 23)) == {"1_1": best, "2_2": None, "3_3": best}
    results = assess(pack, lambda *_: stated, date(2026, 11, 22))
    assert "before 2026-11-23" in str(results.title("1_1").not_covered)
    assert "from 2026-11-22" in str(results.title("2_2").not_covered)
    assert results.title("3_3").not_covered is None
    nothing = results.title("1_1")
    assert (nothing.version, nothing.routes, nothing.open, nothing.warnings, nothing.consequences) == (
        (None, (), (), (), ())
    )  # fmt: skip


def test_titles_are_ordered_by_verdict_and_then_as_in_the_pack() -> None:
    way = route(effect="may", requires=[leaf("p1")])
    norms = [
        build(norm(version(way), id="1_1")),
        build(norm(version(route()), id="2_2")),
        build(norm(version() | {"routes": []}, id="3_3", decisions=[], no_grant=pair("x"))),
        build(norm(version(route()), id="4_4")),
        build(norm(version(way), id="5_5")),
    ]
    found = assess(pack_of(*norms), lambda _norm, _kind: StatedFacts(SMALL, {"p1": "no"}), ON)
    assert isinstance(found, Assessment)
    assert [title.norm.id for title in found.titles] == ["2_2", "4_4", "1_1", "5_5", "3_3"]
    assert found.title("5_5").verdict is Verdict.NOT_AVAILABLE
    with pytest.raises(KeyError):
        found.title("9_9")


def test_a_route_and_a_condition_for_one_kind_of_decision() -> None:
    ways = [
        route("first", applies_to="grant", requires=[leaf("p1", "a")]),
        route("holder", requires=[leaf("p2", "b")]),
    ]
    common: dict[str, Any] = {
        "requires": [{"any": [leaf("p3", "c", applies_to="extension"), leaf("p4", "d")]}]
    }
    grant = examine(*ways, **common)
    extension = examine(*ways, kind=EXTENSION, **common)
    assert [each.id for each in grant.routes] == ["first", "holder"]
    assert [each.id for each in extension.routes] == ["holder"]
    assert [each.id for each in grant.leaves] == ["a", "b"]  # what does not apply counts as met
    assert [each.id for each in extension.leaves] == ["b", "c", "d"]


def test_a_group_is_put_in_and_may_be_shared() -> None:
    groups = {"integration": {"all": [leaf("p3", "g1"), leaf("p4", "g2")]}}
    found = examine(route(requires=[leaf("p1")]), usually=[{"group": "integration"}], groups=groups)
    assert [(each.id, each.cls.value) for each in found.leaves] == [
        ("p1", "requires"),
        ("g1", "usually"),
        ("g2", "usually"),
    ]


def test_of_titles_that_stand_alike_the_nearest_comes_first() -> None:
    far = build(norm(version(route(requires=[leaf("p1"), leaf("p2")])), id="1_1"))
    near = build(norm(version(route(requires=[leaf("p3"), leaf("p4")])), id="1_2"))
    found = assess(pack_of(far, near), lambda *_: StatedFacts(SMALL, {"p3": "yes"}), ON)
    assert [result.norm.id for result in found.titles] == ["1_2", "1_1"]
