"""The scheme reads as the rule file does: the author's words for bars, the classes, the exceptions."""

from __future__ import annotations

from desktop import resources
from desktop.rules.scheme import scheme
from desktop.rules.verdict import LeafClass
from desktop.rules.words import CLASS_WORDS
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


def test_every_class_and_every_kind_of_node_is_printed_in_the_order_of_the_file() -> None:
    inferred = leaf("p5", "guess", certainty="inferred")
    conditions = {
        "requires": [leaf("p1", "r", unless={"all": [leaf("p2", "e1"), leaf("p3", "e2")]})],
        "usually": [
            {"label": pair("choice"), "any": [leaf("p2", "u1"), {"all": [leaf("p3", "u2"), inferred]}]}
        ],
        "waivable": [leaf("p4", "w")],
        "waived": [leaf("p4", "wl")],
        "opens_discretion": [leaf("j1", "k")],
        "barred_by": [
            {"all": [leaf("p1", "x1"), leaf("p2", "x2")], "label": pair("together"), "cite": "§ 3"}
        ],
        "doubtful_by": [leaf("j2", "xs", unless=leaf("p5", "e3"))],
    }
    built = build(norm(version(route("only", "should", cap="needs_assessment", **conditions))))
    version_of, (examination, *_) = built.versions[0], built.versions[0].examinations.values()
    lines = scheme(built, version_of, ENGLISH).splitlines()
    start = next(number for number, row in enumerate(lines) if row.startswith("  1. only"))
    assert lines[start].endswith("as a rule to be granted (Soll), at most: needs assessment)")
    shown = [row.strip() for row in lines[start + 1 :]]
    ids = [row.removeprefix("– ").split(" [")[0] for row in shown if row.endswith("]") and "ProbeG" in row]
    assert ids == [each.label.en for each in examination.leaves]
    for row, each in zip((row for row in shown if "ProbeG" in row), examination.leaves, strict=True):
        assert ENGLISH(CLASS_WORDS[each.cls]) in row
    assert {each.cls for each in examination.leaves} == set(LeafClass)
    assert "– choice: at least one of:" in shown
    assert "– together: all of: [§ 3]" in shown
    assert shown.count("unless") == 2
    assert any(row.endswith("our own conclusion]") for row in shown)


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
