"""A pack loads whole or not at all, and every fault says file, line and what is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.cases.applications import DecisionKind
from desktop.errors import CannotOpen, Problem, Problems
from desktop.rules import packs
from desktop.rules.facts.terms import GROUPS_NEEDED, TERMS_NEEDED

PACK = """
id: proof
name: {de: Probe, en: Proof}
law_checked_on: 2026-08-19
jurisdiction: DE
norms: ['1_1']
"""
VOCABULARY = """
facts:
  - id: held
    kind: input
    type: bool
    label: {de: gehalten, en: held}
    question: {de: "gehalten?", en: "held?"}
  - id: stays
    kind: input
    type: list
    record: status_period
    label: {de: Zeiten, en: stays}
    question: {de: "Zeiten?", en: "stays?"}
  - {id: months, kind: derived, type: months, from: [stays], label: {de: Monate, en: months}}
  - id: word
    kind: input
    type: choice
    options: [a, b]
    label: {de: Wort, en: word}
    question: {de: "Wort?", en: "word?"}
  - {id: health, kind: derived, type: judgement, of: [school], from: [held], label: {de: g, en: health}}
"""
NORM = """
id: '1_1'
cite: § 1 Abs. 1 ProbeG
title: {de: Probe, en: Proof}
decisions: [grant]
versions:
  - in_force: {since: 2020-01-01}
    checked: {on: 2026-08-19, against: {de: Text, en: text}}
    routes:
      - id: only
        effect: should
        cite: § 1 Abs. 1 S. 1 ProbeG
        title: {de: Weg, en: way}
        requires:
          - {id: r1, cite: Abs. 2, label: {de: gehalten, en: held}, fact: held, is: yes}
"""
LEAF = "          - {id: r1, cite: Abs. 2, label: {de: gehalten, en: held}, fact: held, is: yes}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "norms").mkdir()
    (tmp_path / "groups").mkdir()
    (tmp_path / "pack.yaml").write_text(PACK)
    (tmp_path / "vocabulary.yaml").write_text(VOCABULARY)
    (tmp_path / "norms" / "1_1.yaml").write_text(NORM)
    return tmp_path


def faults(folder: Path) -> list[str]:
    with pytest.raises(Problems) as caught:
        packs.load(folder)
    return [str(problem) for problem in caught.value.problems]


def write(folder: Path, name: str, *changes: tuple[str, str], text: str | None = None) -> None:
    file = folder / name
    content = file.read_text() if text is None else text
    for old, new in changes:
        assert old in content
        content = content.replace(old, new)
    file.write_text(content)


def norm(folder: Path, *changes: tuple[str, str]) -> list[str]:
    write(folder, "norms/1_1.yaml", *changes)
    return faults(folder)


def leaf(folder: Path, written: str) -> list[str]:
    return norm(folder, (LEAF, f"          - {written}\n"))


def test_a_complete_pack_loads(folder: Path) -> None:
    pack = packs.load(folder)
    assert pack.norm_ids == ("1_1",)
    assert pack.law_checked_on == date(2026, 8, 19)
    assert set(pack.input_shapes) == {"held", "stays", "word"}
    (only,) = pack.norm("1_1").version(date(2026, 11, 22)).examinations[DecisionKind.GRANT].leaves
    assert (only.key, only.cite, only.fact) == ("1_1.r1", "§ 1 Abs. 2 ProbeG", "held")


def test_the_days_a_norm_is_covered(folder: Path) -> None:
    later = NORM.split("versions:\n")[1].replace("2020-01-01", "2026-07-01")
    write(folder, "norms/1_1.yaml", ("since: 2020-01-01", "since: 2020-01-01, until: 2026-06-12"))
    write(folder, "norms/1_1.yaml", text=(folder / "norms/1_1.yaml").read_text() + later)
    found = packs.load(folder).norm("1_1")
    assert found.version(date(2020, 1, 1)) is found.version(date(2026, 6, 11)) is found.versions[0]
    assert found.version(date(2026, 7, 1)) is found.versions[1]
    with pytest.raises(Problem, match="not covered before"):
        found.version(date(2019, 12, 31))
    with pytest.raises(Problem, match="was not in force"):
        found.version(date(2026, 6, 12))


def test_after_the_last_version_nothing_is_guessed(folder: Path) -> None:
    write(folder, "norms/1_1.yaml", ("since: 2020-01-01", "since: 2020-01-01, until: 2026-06-12"))
    with pytest.raises(Problem, match="not covered from"):
        packs.load(folder).norm("1_1").version(date(2026, 6, 12))


@pytest.mark.parametrize("until", ["", ", until: 2026-07-02"])
def test_versions_must_not_overlap(folder: Path, until: str) -> None:
    later = NORM.split("versions:\n")[1].replace("2020-01-01", "2026-07-01")
    write(folder, "norms/1_1.yaml", ("since: 2020-01-01", f"since: 2020-01-01{until}"))
    write(folder, "norms/1_1.yaml", text=(folder / "norms/1_1.yaml").read_text() + later)
    (fault,) = faults(folder)
    assert "norms/1_1.yaml" in fault
    assert "line 16" in fault
    assert "overlap" in fault


def test_an_unknown_fact(folder: Path) -> None:
    (fault,) = leaf(folder, "{id: r1, cite: Abs. 2, label: {de: x, en: x}, fact: hold, is: yes}")
    assert fault == "“norms/1_1.yaml”, line 15: the vocabulary has no fact “hold”."


def test_a_condition_without_citation(folder: Path) -> None:
    unless = "unless: {id: u, label: {de: x, en: x}, fact: held, is: yes}"
    (fault,) = norm(folder, ("cite: § 1 Abs. 1 ProbeG\n", "cite: ''\n"))
    assert "cite" in fault
    write(folder, "norms/1_1.yaml", text=NORM)
    write(folder, "groups/g.yaml", text="id: g\ntitle: {de: g, en: g}\ncondition: {all: []}\n")
    general = "leaves: [{id: G, label: {de: x, en: x}, fact: held, is: yes}]"
    write(folder, "general.yaml", text=general)
    (fault,) = norm(folder, ("    routes:\n", "    general: {G: requires}\n    routes:\n"))
    assert fault == "“general.yaml”, line 1: the condition “G” has no citation."
    assert unless


def test_a_citation_is_taken_from_the_node_around_it(folder: Path) -> None:
    inside = "{id: r1, label: {de: x, en: x}, fact: held, is: yes}"
    write(folder, "norms/1_1.yaml", (LEAF, f"          - {{cite: Abs. 3 S. 1, all: [{inside}]}}\n"))
    (only,) = packs.load(folder).norm("1_1").leaves()
    assert only.cite == "§ 1 Abs. 3 S. 1 ProbeG"


@pytest.mark.parametrize(
    ("test", "fragment"),
    [
        ("fact: held, at_least: 3", "“at_least” does not fit the fact “held” (bool)"),
        ("fact: held, is: maybe", "only yes or no is possible"),
        ("fact: word, is: c", "“c” is not an option of the fact “word”"),
        ("fact: word, in: [a, c, d]", "“c, d” is not an option"),
        ("fact: months, at_least: many", "“many” is not a number"),
        ("fact: months, at_least: '9999999999'", "“9999999999” is not a number"),
        ("fact: months, at_least: '7.5'", "“7.5” is not a number"),
        ("fact: months, is: yes", "“is” does not fit the fact “months” (months)"),
        ("fact: word, is: a, band: safe", "“band” belongs to a test of a number"),
        ("fact: held, known: yes", "“known” does not fit the fact “held”"),
        ("fact: held", "needs exactly one test, it has 0"),
        ("fact: word, is: a, not_in: [b]", "needs exactly one test, it has 2"),
        ("fact: health, is: yes", "has no topic “” (it has: school)"),
        ("fact: health, of: work, is: yes", "has no topic “work”"),
        ("fact: held, of: work, is: yes", "has no topic “work” (it has: –)"),
        ("fact: held, is: yes, iss: no", "“versions.0.routes.0.requires.0.iss” is not known here"),
        ("any: []", "requires.0.any is empty"),
        ("group: nowhere", "there is no group “nowhere”"),
    ],
)
def test_a_test_that_does_not_fit(folder: Path, test: str, fragment: str) -> None:
    head = "" if test.startswith(("any", "group")) else "id: r1, cite: Abs. 2, label: {de: x, en: x}, "
    (fault,) = leaf(folder, f"{{{head}{test}}}")
    assert fragment in fault
    assert fault.startswith("“norms/1_1.yaml”, line 15: ")


def test_a_text_needs_both_languages(folder: Path) -> None:
    (fault,) = leaf(folder, "{id: r1, cite: Abs. 2, label: {de: x}, fact: held, is: yes}")
    assert "lacks “en”" in fault
    write(folder, "norms/1_1.yaml", text=NORM)
    (fault,) = norm(folder, ("title: {de: Weg, en: way}", "title: {de: Weg, en: ''}"))
    assert "line 13" in fault
    assert "title.en is empty" in fault


def test_two_equal_keys_are_refused_by_the_reader(folder: Path) -> None:
    (fault,) = norm(folder, ("        effect: should\n", "        effect: should\n        effect: may\n"))
    assert "“effect” stands here twice" in fault


def test_a_cap_never_exceeds_the_legal_nature(folder: Path) -> None:
    (fault,) = norm(folder, ("effect: should", "effect: may\n        cap: should_be_granted"))
    assert "line 12" in fault
    assert "is better than the effect “may” allows" in fault


def test_a_norm_that_is_missing_and_one_nobody_named(folder: Path) -> None:
    write(folder, "pack.yaml", ("norms: ['1_1']", "norms: ['1_1', '2_2']"))
    write(folder, "norms/3_3.yaml", text=NORM)
    told = faults(folder)
    assert "The file “norms/2_2.yaml” of the rule pack is missing." in told
    assert "“norms/3_3.yaml” is not named in pack.yaml under “norms”." in told


def test_the_id_of_a_norm_is_the_name_of_its_file(folder: Path) -> None:
    (fault,) = norm(folder, ("id: '1_1'", "id: '1_2'"))
    assert fault == "“norms/1_1.yaml”, line 2: the id must be “1_1”."


def test_a_missing_vocabulary_and_a_missing_folder(folder: Path) -> None:
    (folder / "vocabulary.yaml").unlink()
    assert faults(folder) == ["The file “vocabulary.yaml” of the rule pack is missing."]
    with pytest.raises(CannotOpen):
        packs.load(folder / "nowhere")


def test_a_shared_condition_must_exist(folder: Path) -> None:
    write(folder, "general.yaml", text="leaves: []")
    (fault,) = norm(folder, ("    routes:\n", "    general: {G5_1_2: waivable}\n    routes:\n"))
    assert "line 9" in fault
    assert "general.yaml has no condition “G5_1_2”" in fault


def test_groups_that_refer_to_each_other(folder: Path) -> None:
    for name, other in (("one", "two"), ("two", "one")):
        text = f"id: {name}\ntitle: {{de: x, en: x}}\ncondition: {{all: [{{group: {other}}}]}}\n"
        write(folder, f"groups/{name}.yaml", text=text)
    (fault,) = leaf(folder, "{group: one}")
    assert "one → two → one" in fault
    assert fault.startswith("“groups/two.yaml”, line 3")


def test_groups_that_multiply_are_bounded(folder: Path) -> None:
    for number in range(30):
        inside = "held, is: yes" if number == 29 else ""
        node = (
            f"{{id: x, cite: § 1, label: {{de: x, en: x}}, fact: {inside}}}"
            if inside
            else f"{{all: [{{group: g{number + 1}}}, {{group: g{number + 1}}}]}}"
        )
        text = f"id: g{number}\ntitle: {{de: x, en: x}}\ncondition: {node}\n"
        write(folder, f"groups/g{number}.yaml", text=text)
    told = leaf(folder, "{group: g0}")
    assert any("too many levels or parts" in fault for fault in told)


@pytest.mark.parametrize("depth", [33, 50, 5000])
def test_conditions_that_are_too_deep(folder: Path, depth: int) -> None:
    inside = "{id: r1, cite: Abs. 2, label: {de: x, en: x}, fact: held, is: yes}"
    (fault,) = leaf(folder, "{all: [" * depth + inside + "]}" * depth)
    assert "too many levels" in fault


def test_two_conditions_with_one_id(folder: Path) -> None:
    (fault,) = norm(folder, (LEAF, LEAF + LEAF))
    assert "two conditions of this version have the id “r1”" in fault


@pytest.mark.parametrize("cls", ["requires", "usually", "waivable", "waived", "opens_discretion"])
def test_only_a_bar_stands_in_a_bar(folder: Path, cls: str) -> None:
    bars = f"    barred_by: [{{any: [{LEAF.strip()[2:-1].replace('r1', 'x1')}, class: {cls}}}]}}]\n"
    told = norm(folder, ("    routes:\n", f"{bars}    routes:\n"))
    assert f"the class “{cls}” cannot stand inside a bar" in told[0]


@pytest.mark.parametrize("cls", ["usually", "waivable", "waived", "doubtful_by"])
def test_an_exception_only_takes_classes_that_lift_nothing_unless_met(folder: Path, cls: str) -> None:
    exception = LEAF.strip()[2:].replace("r1", "e1").replace("}}", "}")[:-1] + f", class: {cls}}}"
    (fault,) = leaf(folder, LEAF.strip()[2:-1] + f", unless: {exception}}}")
    assert f"the class “{cls}” cannot stand in an exception" in fault


def test_faults_of_a_vocabulary(folder: Path) -> None:
    text = """
facts:
  - {id: one, kind: derived, type: bool, from: [two], label: {de: x, en: x}}
  - {id: three, kind: input, type: bool, label: {de: x, en: x}}
  - {id: three, kind: input, type: choice, label: {de: x, en: x}, question: {de: x, en: x}}
  - {id: four, kind: judgement, type: bool, label: {de: x, en: x}, question: {de: x, en: x}}
  - {id: five, kind: input, type: list, record: nobody, label: {de: x, en: x}, question: {de: x, en: x}}
  - {id: six, kind: derived, type: bool, label: {de: x, en: x}}
"""
    write(folder, "vocabulary.yaml", text=text)
    assert faults(folder) == [
        "“vocabulary.yaml”, line 5: the fact “three” stands twice.",
        "“vocabulary.yaml”, line 3: “one” is computed from “two”, which is no fact.",
        "“vocabulary.yaml”, line 4: the fact “three” has no question.",
        "“vocabulary.yaml”, line 5: the fact “three” needs options.",
        "“vocabulary.yaml”, line 6: the judgement “four” must have the type judgement.",
        "“vocabulary.yaml”, line 7: there is no record “nobody”.",
        "“vocabulary.yaml”, line 8: the derived fact “six” does not say what it is computed from.",
    ]


def test_facts_computed_in_a_circle(folder: Path) -> None:
    text = """
facts:
  - {id: one, kind: derived, type: bool, from: [two], label: {de: x, en: x}}
  - {id: two, kind: derived, type: bool, from: [one], label: {de: x, en: x}}
"""
    write(folder, "vocabulary.yaml", text=text)
    (fault,) = faults(folder)
    assert "one → two → one" in fault


def test_rows_of_tables_name_titles_facts_and_fees_that_exist(folder: Path) -> None:
    row = "cite: § 1, text: {de: x, en: x}, severity: note"
    condition = "if: {id: c, label: {de: x, en: x}, fact: nothing, is: yes}"
    write(
        folder,
        "warnings.yaml",
        text=f"warnings:\n  - {{id: w1, {row}, titles: ['9_9']}}\n  - {{id: w2, {row}, {condition}}}\n",
    )
    fee = "occasions: [{id: o, name: {de: x, en: x}, items: [none]}]"
    write(folder, "fees.yaml", text=f"fees: []\n{fee}\n")
    assert faults(folder) == [
        "“fees.yaml”, line 2: there is no fee “none”.",
        "“warnings.yaml”, line 2: there is no title “9_9”.",
        "“warnings.yaml”, line 3: the vocabulary has no fact “nothing”.",
    ]


def test_a_title_that_is_examined_needs_a_route(folder: Path) -> None:
    text = NORM[: NORM.index("    routes:")]
    write(folder, "norms/1_1.yaml", text=text)
    (fault,) = faults(folder)
    assert "a title that is examined needs a route" in fault


def test_too_many_facts_that_count_both_ways(folder: Path) -> None:
    facts = "".join(
        f"  - {{id: b{n}, kind: input, type: bool, label: {{de: x, en: x}}, question: {{de: x, en: x}}}}\n"
        for n in range(7)
    )
    write(folder, "vocabulary.yaml", text=VOCABULARY + facts)
    head = "cite: Abs. 2, label: {de: x, en: x}"
    both = [f"{{id: {w}{n}, {head}, fact: b{n}, is: {w}}}" for n in range(7) for w in ("yes", "no")]
    (fault,) = leaf(folder, "{any: [" + ", ".join(both) + "]}")
    assert "too many facts count both for and against (b0, b1, b2, b3, b4, b5, b6)" in fault


def test_terms_are_complete_of_their_unit_and_one_at_a_time(folder: Path) -> None:
    def term(name: str, value: str, unit: str = "months", more: str = "") -> str:
        return f"  - {{id: {name}, value: '{value}', unit: {unit}, cite: § 1{more}}}\n"

    names = sorted(TERMS_NEEDED - {"adult_age", "trivial_gap_days"})
    text = "terms:\n" + term("adult_age", "many", "years") + term("day", "2026-02-30", "day")
    text += term("twice", "1", more=", in_force: {since: 2020-01-01}")
    text += term("twice", "2", more=", in_force: {since: 2026-01-01, until: 2027-01-01}")
    text += "".join(term(name, "anything", "words") for name in names)
    groups = "".join(f"  {name}: [D60d]\n" for name in sorted(GROUPS_NEEDED - {"stay_25b"}))
    write(folder, "terms.yaml", text=text + "groups:\n" + groups)
    assert faults(folder) == [
        "“terms.yaml”, line 2: “many” is no value in years.",
        "“terms.yaml”, line 3: “2026-02-30” is no value in day.",
        "“terms.yaml”, line 5: “twice” has two values at the same time.",
        "“terms.yaml” lacks “trivial_gap_days”, which the program computes with.",
        "“terms.yaml” lacks “stay_25b”, which the program computes with.",
    ]
