"""The tables of a pack applied to a case: papers, fees, consequences, warnings, claims, the next question."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.errors import Problem
from desktop.rules import packs
from desktop.rules.assess import assess_title
from desktop.rules.checklist import ChecklistItem, Need, items
from desktop.rules.consequences import consequences_of, warnings_of
from desktop.rules.fees import FeeLine, FeeOutcome, fees
from desktop.rules.questions import open_questions
from desktop.rules.sources import claims_for, practice_for
from desktop.rules.stated import StatedFacts
from desktop.rules.tables import Severity, Topic
from desktop.rules.vocabulary import FactKind
from tests.rules.builders import fact, leaf, norm, pair, route, version

ON = date(2026, 11, 22)
GRANT, EXTENSION = DecisionKind.GRANT, DecisionKind.EXTENSION


def condition(name: str, answer: str = "yes") -> dict[str, Any]:
    return leaf(name, f"if_{name}", **{"is": answer})


def document(code: str, hand_in: str, *needed: dict[str, Any], **more: Any) -> dict[str, Any]:
    plain = {"code": code, "name": pair(code), "hand_in": hand_in, "why": pair(f"why {code}")}
    return plain | {"needed": list(needed)} | more


def needed(*occasions: str, **more: Any) -> dict[str, Any]:
    return {"occasions": list(occasions)} | more


def fee(name: str, adult: str, minor: str, **columns: str) -> dict[str, Any]:
    return {"id": name, "name": pair(name), "cite": "§ 45 ProbeV", "adult": adult, "minor": minor} | columns


def row(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "cite": "§ 1", "text": pair(name)} | more


FILES: dict[str, Any] = {
    "pack.yaml": {
        "id": "proof",
        "name": pair("proof"),
        "law_checked_on": "2026-08-19",
        "jurisdiction": "DE",
        "norms": ["1_1", "2_2"],
    },
    "vocabulary.yaml": {
        "facts": [
            fact("p1", effort="1", documents=["passport"]),
            fact("p2", effort="5"),
            fact("p3"),
            fact("j1", "judgement", "judgement"),
            fact("d1", "derived", "bool", **{"from": ["p1", "p2"]}),
        ]
    },
    "norms/1_1.yaml": norm(version(route(requires=[leaf("p1"), leaf("p2")], barred_by=[leaf("j1")]))),
    "norms/2_2.yaml": norm(version(route(requires=[leaf("p2"), leaf("p3")])), id="2_2"),
    "documents.yaml": {
        "documents": [
            document("form", "original", needed("first", "extension")),
            document("passport", "copy_original_at_visit", needed("first", titles=["1_1"]), proves=["p1"]),
            document(
                "notice",
                "copy",
                needed("first", **{"if": condition("p2")}),
                needed("first", titles=["2_2"], why=pair("because of 2_2"), **{"if": condition("p3")}),
            ),
            document("photo", "digital", needed("extension")),
            document("power_of_attorney", "original"),
        ]
    },
    "fees.yaml": {
        "fees": [
            fee("grant", "100", "50", benefits="exempt", protected="exempt", admitted_23_2="to_be_claimed"),
            fee("purpose", "98", "49", benefits="discretionary"),
            fee("photo", "6", "6"),
            fee("work", "0", "0"),
            {**fee("old", "90", "45"), "in_force": {"since": "2000-01-01", "until": "2020-01-01"}},
        ],
        "occasions": [
            {"id": "first", "name": pair("first"), "decision": "grant", "items": ["grant", "old"]},
            {
                "id": "change",
                "name": pair("change"),
                "titles": ["1_1"],
                "decision": "extension",
                "items": ["grant", "purpose"],
                "choice": "one_of",
                "if": condition("p3"),
            },
            {"id": "extra", "name": pair("extra"), "titles": ["2_2"], "items": ["photo", "work"]},
        ],
        "relief": {
            "protected": condition("p1"),
            "benefits": condition("p2"),
            "admitted_23_2": condition("p3"),
        },
        "waiver": {"cite": "§ 53", "text": pair("apply for it")},
    },
    "consequences.yaml": {
        "consequences": [
            row("way", topic="path"),
            row("job", topic="work", titles=["1_1"], **{"if": condition("p1")}),
            row("none", topic="work", titles=["2_2"]),
            row("until", topic="validity", in_force={"since": "2026-06-12"}),
        ]
    },
    "warnings.yaml": {
        "warnings": [
            row("small", severity="note"),
            row("big", severity="strong", **{"if": condition("p1")}),
            row("only_extension", severity="strong", decision="extension"),
            row("past", severity="note", in_force={"since": "2000-01-01", "until": "2020-01-01"}),
        ]
    },
    "sources.yaml": {
        "pages": [
            {
                "id": "S1",
                "authority": pair("an office"),
                "name": pair("a page"),
                "claims": [
                    {
                        "id": "c1",
                        "titles": ["1_1"],
                        "topic": "fee",
                        "claim": pair("it costs 50"),
                        "verdict": "wrong",
                        "law": pair("it costs 100"),
                        "cite": "§ 45",
                    },
                    {
                        "id": "c2",
                        "topic": "paper",
                        "claim": pair("bring a photo"),
                        "verdict": "correct",
                        "law": pair("yes"),
                        "cite": "§ 60",
                    },
                ],
            }
        ],
        "literature": [{"id": "act", "name": pair("the Act")}],
    },
    "practice.yaml": {
        "practice": [
            {
                "id": "n1",
                "topic": "course",
                "text": pair("stopped"),
                "source": "BAMF",
                "in_force": {"since": "2026-02-09"},
            },
            {"id": "n2", "topic": "share", "text": pair("51 %"), "source": "decree", "land": "NI"},
        ]
    },
    "fact_notes.yaml": {"notes": {"gap": pair("a gap of {days} days")}},
}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> packs.Pack:
    folder: Path = tmp_path_factory.mktemp("pack")
    (folder / "norms").mkdir()
    for name, content in FILES.items():
        (folder / name).write_text(yaml.safe_dump(content, allow_unicode=True, default_style='"'))
    return packs.load(folder)


def facts(pack: packs.Pack, **stated: Any) -> StatedFacts:
    return StatedFacts(pack.vocabulary, stated)


# Papers ----------------------------------------------------------------------------------------------------


def codes(found: list[ChecklistItem]) -> list[tuple[str, Need]]:
    return [(item.document.code, item.need) for item in found]


def test_papers_for_a_title_and_an_occasion(pack: packs.Pack) -> None:
    found = items(pack, facts(pack, p2="no"), "1_1", GRANT)
    assert codes(found) == [("form", Need.NEEDED), ("passport", Need.NEEDED)]
    assert codes(items(pack, facts(pack, p2="no"), "1_1", EXTENSION)) == [
        ("form", Need.NEEDED),
        ("photo", Need.NEEDED),
    ]


def test_a_paper_whose_condition_is_open_is_listed_as_open(pack: packs.Pack) -> None:
    found = items(pack, facts(pack), "1_1", GRANT)
    assert codes(found)[-1] == ("notice", Need.OPEN)


def test_of_several_rules_the_strongest_gives_the_reason(pack: packs.Pack) -> None:
    (notice,) = [i for i in items(pack, facts(pack, p3="yes"), "2_2", GRANT) if i.document.code == "notice"]
    assert (notice.need, notice.why.en) == (Need.NEEDED, "because of 2_2")
    (notice,) = [i for i in items(pack, facts(pack, p2="yes"), "2_2", GRANT) if i.document.code == "notice"]
    assert (notice.need, notice.why.en) == (Need.NEEDED, "why notice")


def test_what_only_the_authority_asks_is_added_and_what_it_does_not_ask_is_marked(pack: packs.Pack) -> None:
    found = items(
        pack, facts(pack, p2="no"), "1_1", GRANT, asked_here={"power_of_attorney": True, "passport": False}
    )
    assert codes(found)[-1] == ("power_of_attorney", Need.ASKED_HERE)
    assert [item.asked_here for item in found] == [None, False, True]


@pytest.mark.parametrize(
    ("code", "paper", "there"),
    [
        ("form", Proof.COPY, False),
        ("form", Proof.ORIGINAL, True),
        ("passport", Proof.COPY, True),
        ("passport", Proof.SEEN, False),
        ("passport", Proof.OUT_OF_DATE, False),
        ("passport", Proof.CLAIMED, False),
    ],
)
def test_a_paper_is_there_in_the_form_that_is_asked_for(
    pack: packs.Pack, code: str, paper: Proof, there: bool
) -> None:
    found = items(pack, facts(pack), "1_1", GRANT, papers={code: paper})
    assert [item.there for item in found if item.document.code == code] == [there]


def test_a_digital_photo_is_there_once_seen(pack: packs.Pack) -> None:
    (photo,) = [
        item
        for item in items(pack, facts(pack), "1_1", EXTENSION, papers={"photo": Proof.SEEN})
        if item.document.code == "photo"
    ]
    assert photo.there


# Fees ------------------------------------------------------------------------------------------------------


def line(pack: packs.Pack, name: str, *, minor: bool = False, **stated: Any) -> FeeLine:
    title, kind = (
        ("2_2", GRANT) if name in ("photo", "work") else ("1_1", EXTENSION if name == "purpose" else GRANT)
    )
    sheet = fees(pack, facts(pack, **stated), title, kind, ON, minor=minor)
    return next(each for group in sheet.groups for each in group.lines if each.fee.id == name)


@pytest.mark.parametrize(
    ("stated", "outcome", "is_open"),
    [
        ({"p1": "no", "p2": "no", "p3": "no"}, FeeOutcome.PAYABLE, False),
        ({"p1": "yes"}, FeeOutcome.EXEMPT, False),
        ({"p1": "no", "p2": "yes"}, FeeOutcome.EXEMPT, False),
        ({"p1": "no", "p2": "no", "p3": "yes"}, FeeOutcome.TO_BE_CLAIMED, False),
        ({"p2": "no", "p3": "yes"}, FeeOutcome.TO_BE_CLAIMED, True),
        ({"p1": "no", "p2": "no"}, FeeOutcome.PAYABLE, True),
    ],
)
def test_what_becomes_of_a_fee(
    pack: packs.Pack, stated: dict[str, Any], outcome: FeeOutcome, is_open: bool
) -> None:
    found = line(pack, "grant", **stated)
    assert (found.amount, found.outcome, found.open) == (Decimal(100), outcome, is_open)


def test_a_fee_on_no_list_is_only_eased_by_discretion(pack: packs.Pack) -> None:
    assert line(pack, "purpose", p1="yes", p2="yes", p3="yes").outcome is FeeOutcome.DISCRETIONARY
    assert line(pack, "purpose", p1="yes", p2="no", p3="yes").outcome is FeeOutcome.PAYABLE


def test_minors_pay_half_and_may_contest_more(pack: packs.Pack) -> None:
    nobody = {"p1": "no", "p2": "no", "p3": "no"}
    assert line(pack, "grant", minor=True, **nobody).amount == Decimal(50)
    assert line(pack, "photo", minor=True).outcome is FeeOutcome.CONTESTABLE
    assert line(pack, "photo").outcome is FeeOutcome.PAYABLE
    assert line(pack, "work").outcome is FeeOutcome.EXEMPT


def test_fees_of_an_occasion(pack: packs.Pack) -> None:
    sheet = fees(pack, facts(pack, p3="unknown"), "1_1", EXTENSION, ON)
    (group,) = sheet.groups
    assert (group.one_of, group.open, [each.fee.id for each in group.lines]) == (
        True,
        True,
        ["grant", "purpose"],
    )
    assert fees(pack, facts(pack, p3="no"), "1_1", EXTENSION, ON).groups == ()
    assert sheet.waiver is not None
    (first,) = fees(pack, facts(pack), "1_1", GRANT, ON).groups
    assert [each.fee.id for each in first.lines] == ["grant"]  # the old fee is not in force any more


# Consequences, warnings, sources ---------------------------------------------------------------------------


def test_consequences_by_topic_with_what_is_open(pack: packs.Pack) -> None:
    found = consequences_of(pack, facts(pack), "1_1", ON)
    assert [(each.row.id, each.open) for each in found] == [("until", False), ("job", True), ("way", False)]
    assert [each.row.topic for each in found] == [Topic.VALIDITY, Topic.WORK, Topic.PATH]
    early = consequences_of(pack, facts(pack, p1="no"), "1_1", date(2026, 6, 11))
    assert [each.row.id for each in early] == ["way"]


def test_warnings_strong_ones_first(pack: packs.Pack) -> None:
    found = warnings_of(pack, facts(pack, p1="yes"), "1_1", GRANT, ON)
    assert [(each.row.id, each.row.severity) for each in found] == [
        ("big", Severity.STRONG),
        ("small", Severity.NOTE),
    ]
    found = warnings_of(pack, facts(pack), "1_1", EXTENSION, ON)
    assert [(each.row.id, each.open) for each in found] == [
        ("only_extension", False),
        ("big", True),
        ("small", False),
    ]


def test_what_pages_say_and_what_the_law_says(pack: packs.Pack) -> None:
    assert [each.claim.id for each in claims_for(pack, "1_1")] == ["c1", "c2"]
    assert [each.claim.id for each in claims_for(pack, "2_2")] == ["c2"]
    assert [each.claim.id for each in claims_for(pack, "1_1", "fee")] == ["c1"]
    assert claims_for(pack, "1_1")[0].page.authority.en == "an office"


def test_practice_notes_of_the_day_and_the_land(pack: packs.Pack) -> None:
    assert [note.id for note in practice_for(pack, "1_1", ON)] == ["n1"]
    assert [note.id for note in practice_for(pack, "1_1", ON, "NI")] == ["n1", "n2"]
    assert [note.id for note in practice_for(pack, "1_1", date(2026, 2, 8), "NI")] == ["n2"]


def test_a_result_carries_its_rows(pack: packs.Pack) -> None:
    found = assess_title(pack, "1_1", facts(pack, p1="yes", p2="yes", j1="no"), ON, GRANT)
    assert [each.row.id for each in found.warnings] == ["big", "small"]
    assert [each.row.id for each in found.consequences] == ["until", "job", "way"]
    assert len(found.sources) == 2


def test_terms_of_a_pack_without_any(pack: packs.Pack) -> None:
    with pytest.raises(Problem, match="does not say what"):
        pack.terms.value("trivial_gap_days", ON)
    with pytest.raises(Problem, match="no group of statuses"):
        pack.terms.group("duldung")


# Questions -------------------------------------------------------------------------------------------------


def test_the_next_question_tells_most_for_least(pack: packs.Pack) -> None:
    known = facts(pack)
    results = [assess_title(pack, name, known, ON, GRANT) for name in ("1_1", "2_2")]
    found = open_questions(results, pack)
    assert [question.input_id for question in found] == ["p1", "p2", "p3", "j1"]
    assert found[1].titles == ("1_1", "2_2")
    assert [question.effort for question in found] == [1, 5, 3, 3]
    assert found[3].kind is FactKind.JUDGEMENT
    assert found[3].decides == ()  # missing facts hold the verdict, the judgement only matters later
    assert found[0].decides == ("1_1",)


def test_nothing_is_asked_for_a_title_that_is_out_of_reach(pack: packs.Pack) -> None:
    results = [assess_title(pack, "1_1", facts(pack, p1="no"), ON, GRANT)]
    assert open_questions(results, pack) == []


def test_what_a_fact_rests_on(pack: packs.Pack) -> None:
    assert pack.vocabulary.roots("d1") == ("p1", "p2")
    assert pack.vocabulary.roots("p1") == ("p1",)
    assert pack.vocabulary.derived == {"d1"}
    assert pack.judgements == {"j1"}
    assert "p1" in pack.vocabulary
    assert pack.vocabulary.get("nothing") is None
