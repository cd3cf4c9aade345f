"""The scheme reads as the rule file does: the author's words for bars, the classes, the exceptions."""

from __future__ import annotations

from desktop import resources
from desktop.rules.scheme import scheme
from desktop.texts import Texts
from tests.rules.builders import build, leaf, norm, pair, route, version

ENGLISH = Texts("en", resources.path("i18n"))


def test_the_scheme_of_a_norm() -> None:
    bars = {
        "cite": "§ 2",
        "label": pair("one of the bars"),
        "any": [leaf("p3"), {"all": [leaf("p4"), leaf("p5")]}],
    }
    written = version(
        route("first", "should", requires=[leaf("p1", unless=leaf("j1"))]),
        route("second", "may", usually=[leaf("p2")]),
        barred_by=[bars],
    )
    built = build(norm(written))
    assert scheme(built, built.versions[0], ENGLISH).splitlines() == [
        "§ 1 Abs. 1 ProbeG: 1_1",
        "In force since 1 Jan 2020.",
        "Checked on 19 Aug 2026 against: text.",
        "",
        "First grant, Extension",
        "  1. first (§ 1 Abs. 1 ProbeG; as a rule to be granted (Soll))",
        "    – p1 [required; § 1 Abs. 1 ProbeG]",
        "      unless",
        "        – j1 [required; § 1 Abs. 1 ProbeG]",
        "  2. second (§ 1 Abs. 1 ProbeG; discretion (Kann))",
        "    – p2 [as a rule; § 1 Abs. 1 ProbeG]",
        "  Common to all:",
        "    – one of the bars: at least one of: [§ 2]",
        "      – p3 [bar; § 1 Abs. 1 ProbeG]",
        "      – all of:",
        "        – p4 [bar; § 1 Abs. 1 ProbeG]",
        "        – p5 [bar; § 1 Abs. 1 ProbeG]",
    ]


def test_decisions_that_differ_stand_apart() -> None:
    ways = [
        route("first", applies_to="grant"),
        route("holder", applies_to="extension", requires=[leaf("p1")]),
    ]
    built = build(norm(version(*ways, since="2020-01-01", until="2027-07-01")))
    lines = scheme(built, built.versions[0], ENGLISH).splitlines()
    assert "In force from 1 Jan 2020 until 1 Jul 2027 (that day not included)." in lines
    assert lines[lines.index("First grant") + 1] == "  1. first (§ 1 Abs. 1 ProbeG; entitlement (Anspruch))"
    assert lines[lines.index("Extension") + 1].startswith("  1. holder")


def test_a_title_that_is_not_granted_says_why() -> None:
    written = norm(
        version(closed_to=["grant"]) | {"routes": []}, decisions=[], no_grant=pair("no new grants")
    )
    built = build(written)
    assert "no new grants" in scheme(built, built.versions[0], ENGLISH)
