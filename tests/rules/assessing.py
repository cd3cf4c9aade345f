"""The assessment of one small norm for a grant, and routes that lead to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop.cases.answers import Waiver
from desktop.cases.applications import DecisionKind
from desktop.rules.assess import assess_title
from desktop.rules.results import TitleResult
from desktop.rules.stated import StatedFacts
from tests.rules.builders import SMALL, build, leaf, norm, pack_of, route, version

ON = date(2026, 11, 22)
GRANT, EXTENSION = DecisionKind.GRANT, DecisionKind.EXTENSION


def result(
    *routes: dict[str, Any], stated: dict[str, Any], waivers: tuple[str, ...] = (), **common: Any
) -> TitleResult:
    """The assessment of a norm with one version, for a grant."""
    pack = pack_of(build(norm(version(*routes, **common))))
    granted = {key: Waiver(key, "mk", ON, "untypical") for key in waivers}
    return assess_title(pack, "1_1", StatedFacts(SMALL, stated, waivers=granted), ON, GRANT)


TOLERATED = route("tolerated", "should", requires=[leaf("p1", "t1", **{"is": "no"}), leaf("p2", "t2")])
CLEARED = route("cleared", "should", requires=[leaf("p1", "c1"), leaf("p3", "c2")])
STEPS = route("steps", "may", requires=[leaf("p1", "s1"), leaf("j1", "s2")])
