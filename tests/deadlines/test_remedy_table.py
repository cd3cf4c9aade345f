"""The table of remedies is read strictly: file, line and key of every fault; and the shipped one is whole."""

from pathlib import Path

import pytest

from desktop import resources
from desktop.deadlines.remedy_reading import read_remedy_table
from desktop.deadlines.remedy_table import Act, length_of
from desktop.deadlines.time_law import FILES
from desktop.errors import Problem
from desktop.rules import packs
from tests.deadlines.remedy_letters import LAW

PACK = resources.path("law", "de-2026-08")
SHIPPED = PACK / "remedies.yaml"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("period: 2 weeks, outer", "period: two weeks, outer", "A length is written “2 weeks”"),
        ("period: 2 weeks, outer", "period: 0 weeks, outer", "A length is written “2 weeks”"),
        ("period: 2 weeks, outer", "period: -3 weeks, outer", "A length is written “2 weeks”"),
        ("act: action", "act: complaint", "rows.0.remedies.0.act"),
        ("  - id: A2\n", "  - id: A1\n", "“A1” stands here twice."),
        ("other: B1}", "other: A2}", "must stand under the other law"),
        ("other: B1}", "other: B9}", "must stand under the other law"),
        (
            "notes: [dep_30, entry_ban_week, no_court_fees]",
            "notes: [dep_31]",
            "There is no note of that name.",
        ),
        ("land: DE-BW", "land: DE-BY", "Every Land stands here once."),
        ("suspends: depends", "suspends: perhaps", "rows.0.suspends"),
        ("suspends: depends", "suspends: depends\n    colour: red", "“colour” is not known here"),
        ('    cite: "§\N{NO-BREAK SPACE}38 Abs. 2, 4 AsylG"\n', "", "“cite” is missing"),
        ("since: 2026-06-12", "since: 2026-06-31", "regime.since"),
    ],
)
def test_a_damaged_table_names_file_line_and_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    damaged = tmp_path / "remedies.yaml"
    damaged.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Problem) as caught:
        read_remedy_table(damaged)
    assert said in str(caught.value)
    assert "remedies.yaml" in str(caught.value)


def test_a_period_follows_one_that_stands_before_it(tmp_path: Path) -> None:
    """Without the reasons of ten days nothing is left for the application that follows them."""
    text = SHIPPED.read_text(encoding="utf-8")
    (line,) = (each for each in text.splitlines(keepends=True) if "act: reasons, period: 10 days" in each)
    damaged = tmp_path / "remedies.yaml"
    damaged.write_text(text.replace(line, ""), encoding="utf-8")
    with pytest.raises(Problem, match=r"rows\.4\.remedies\.2\.start"):
        read_remedy_table(damaged)


@pytest.mark.parametrize("name", FILES)
def test_a_pack_is_whole_or_not_at_all(tmp_path: Path, name: str) -> None:
    """`rules check` names a file that is missing and one that is damaged."""
    import shutil

    pack = tmp_path / "pack"
    shutil.copytree(PACK, pack)
    (pack / name).unlink()
    with pytest.raises(Problem, match=name):
        packs.load(pack)
    (pack / name).write_text("rows: []\n", encoding="utf-8")
    with pytest.raises(Problem, match=name):
        packs.load(pack)


def test_the_table_belongs_to_the_pack() -> None:
    pack = packs.load(PACK)
    assert pack.time == LAW
    assert pack.time.remedies.checked_on == pack.law_checked_on


def test_every_act_has_its_form_where_one_goes_to_a_court_or_an_authority() -> None:
    for row in LAW.remedies.rows:
        for remedy in row.remedies:
            if remedy.act in (Act.OBJECTION, Act.ACTION, Act.EITHER, Act.INTERIM):
                assert list(LAW.remedies.form(remedy.act, row.law)), (row.id, remedy.act)


def test_outer_limits_are_longer_than_what_is_planned() -> None:
    days = {"days": 1, "weeks": 7, "months": 30, "years": 365}
    for row in LAW.remedies.rows:
        for remedy in row.remedies:
            spans = [
                length.count * days[length.unit.value]
                for text in (remedy.plan, remedy.period, remedy.safe, remedy.outer)
                if (length := length_of(text)) is not None
            ]
            assert spans == sorted(spans), (row.id, remedy.act)
