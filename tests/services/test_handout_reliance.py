"""A rule that changes flags the statements that rest on it, and they are not printed any more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest

from desktop import resources
from desktop.cases.casefile import CaseFile
from desktop.rules.entries import InForce
from desktop.rules.packs import Pack
from desktop.services.handouts import reliance
from desktop.services.handouts.choosing import chosen, subject_asked
from desktop.services.handouts.reliance import NORM, PAPER, changed, recorded
from desktop.services.handouts.statements import Statement, handouts
from desktop.services.reference import Reference
from desktop.services.rulebook import handout_lines
from desktop.services.sheets.ground import stamp_of
from desktop.services.sheets.handouts import handout_sheet
from desktop.texts import Texts

from .conftest import TODAY

LAWS = "AufenthG AsylG AsylbLG AufenthV BeschV VwGO SGB UkraineAufenthFGV UkraineAufenthÜV".split()
READ_BESIDE_THE_PACK = {
    ("7", "AufenthG"): "what a residence permit is",
    ("48", "AufenthG"): "what has to be shown",
    ("56", "AsylG"): "the area of an Aufenthaltsgestattung",
    ("59a", "AsylG"): "when that area ends",
    ("60", "AsylG"): "where to live with it",
    ("61", "AsylG"): "work with it",
    ("63", "AsylG"): "its certificate",
    ("67", "AsylG"): "how it ends",
}
"""Sections the statements cite that the pack has no rule for; read in the official text of 19 August 2026."""


def statements() -> list[Statement]:
    return [each for found in handouts().topics.values() for each in found]


def with_row(pack: Pack, row_id: str, **change: object) -> Pack:
    """The pack with one consequence changed."""
    rows = tuple(
        replace(each, row=each.row.model_copy(update=change)) if each.row.id == row_id else each
        for each in pack.tables.consequences
    )
    return replace(pack, tables=replace(pack.tables, consequences=rows), digest=pack.digest + row_id)


def cited(text: str) -> set[tuple[str, str]]:
    """The sections of a citation with their laws: {("25b", "AufenthG"), ...}.

    A law stands after the last of its sections: § 25a, § 25b AufenthG.
    """
    found: set[tuple[str, str]] = set()
    waiting: list[str] = []
    for part in re.split(r"(?=(?<!§)§)", text.replace("\N{NO-BREAK SPACE}", " ")):
        several = part.startswith("§§")
        law = next((each for each in LAWS if re.search(rf"\b{each}\b", part)), None)
        body = part.lstrip("§ ")
        numbers = re.match(r"\d+[a-z]*", body)
        if not part.startswith("§") or numbers is None:
            continue
        waiting.append(numbers[0])
        if several:
            head = re.split(r" (?:Abs|S)\.", body)[0]
            waiting += re.findall(r"(?:, | bis | und |mit §+ )(\d+[a-z]*)", head)
        if law is not None:
            found |= {(number, law) for number in waiting}
            waiting = []
    return found


def cites_of(pack: Pack) -> Iterable[str]:
    for norm in pack.norms:
        yield norm.cite
        for version in norm.versions:
            yield version.cite
            for examination in version.examinations.values():
                yield from (leaf.cite for leaf in examination.leaves)
    for table in (pack.tables.consequences, pack.tables.warnings):
        yield from (each.row.cite for each in table)
    for row in pack.time.remedies.rows:
        yield from (each.cite for each in row.remedies)
    yield from (each.cite or "" for each in pack.documents.values())
    yield from (each.cite for each in pack.terms.statuses.values())


def test_every_statement_rests_on_the_rules_of_the_pack_as_they_were_read(law: Reference) -> None:
    flagged = sorted(changed(law.pack))
    assert not flagged, (
        f"Read these statements of resources/handouts/de against the rules that changed: {flagged}. Then"
        " record that with: python packaging/handout_texts.py --relied"
    )
    assert recorded().keys() == {each.id for each in statements()}


def test_every_section_of_a_statement_is_one_the_pack_cites(law: Reference) -> None:
    known = set().union(*(cited(each) for each in cites_of(law.pack)))
    for each in statements():
        found = cited(each.sections)
        assert found, each.id
        assert found <= known | READ_BESIDE_THE_PACK.keys(), each.id


def test_what_is_read_beside_the_pack_is_cited(law: Reference) -> None:
    used = set().union(*(cited(each.sections) for each in statements()))
    assert READ_BESIDE_THE_PACK.keys() <= used


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("§ 25a Abs. 2, § 25b Abs. 4 AufenthG", {("25a", "AufenthG"), ("25b", "AufenthG")}),
        ("§ 29 Abs. 1, §§ 30, 32 AufenthG", {("29", "AufenthG"), ("30", "AufenthG"), ("32", "AufenthG")}),
        ("§ 60a Abs. 5 AufenthG; §§ 70, 74 VwGO", {("60a", "AufenthG"), ("70", "VwGO"), ("74", "VwGO")}),
        ("§ 7 Abs. 1 SGB II, § 1 AsylbLG", {("7", "SGB"), ("1", "AsylbLG")}),
    ],
)
def test_how_citations_are_read_here(text: str, sections: set[tuple[str, str]]) -> None:
    assert cited(text) == sections


def test_what_a_statement_relies_on_is_there(law: Reference) -> None:
    rows = {each.row.id for each in law.pack.tables.consequences}
    warnings = {each.row.id for each in law.pack.tables.warnings}
    for each in statements():
        for name in each.relies:
            if name.startswith(NORM):
                assert name.removeprefix(NORM) in law.pack.norm_ids, each.id
            elif name.startswith(PAPER):
                assert name.removeprefix(PAPER) in law.pack.documents, each.id
            else:
                assert name in rows | warnings, each.id


@pytest.mark.parametrize(
    "change",
    [
        {"cite": "§ 4a Abs. 2 AufenthG"},
        {"value": "permission"},
        {"titles": ("25_3",)},
        {"in_force": InForce(since=TODAY)},
    ],
)
def test_a_changed_rule_flags_its_statement_and_no_other(law: Reference, change: dict[str, object]) -> None:
    assert changed(with_row(law.pack, "work_free", **change)) == {"work_free"}


def test_a_rule_that_is_gone_flags_its_statement(law: Reference) -> None:
    rows = tuple(each for each in law.pack.tables.consequences if each.row.id != "st_path_60b")
    pack = replace(law.pack, tables=replace(law.pack.tables, consequences=rows), digest="gone")
    assert changed(pack) == {"paper_60b"}


def test_a_new_version_of_a_norm_flags_what_says_what_the_title_is(law: Reference) -> None:
    norms = []
    for norm in law.pack.norms:
        if norm.id == "25_5":
            last = norm.versions[-1]
            ended = replace(last, in_force=InForce(since=last.in_force.since, until=TODAY))
            norm = replace(norm, versions=(*norm.versions[:-1], ended))
        norms.append(norm)
    pack = replace(law.pack, norms=tuple(norms), digest="version")
    assert changed(pack) == {"paper_25_5", "paper_permit", "bring_history"}


def test_a_flagged_statement_gives_way_to_the_advice_to_ask(
    law: Reference, samples: dict[str, CaseFile]
) -> None:
    reference = replace(law, pack=with_row(law.pack, "work_free", value="permission"))
    case, subject = samples["muenchen-abschiebungsverbot"], subject_asked("25_3")
    found = [each for group in chosen(reference, case, subject, TODAY).values() for each in group]
    assert [each.statement.id for each in found if each.changed] == ["work_free"]
    sheet = handout_sheet(
        reference,
        case,
        subject,
        code="en",
        columns="both",
        stamp=stamp_of(reference, TODAY, "", approved=True),
        today=TODAY,
        texts=Texts("de", resources.path("i18n")),
    )
    (work,) = (topic for topic in sheet.topics if topic.topic == "work")
    assert [each.text.german for each in work.said] == [handouts().frame["ask"]]


def test_the_check_of_a_pack_names_them(law: Reference) -> None:
    texts = Texts("en", resources.path("i18n"))
    assert "every statement" in next(iter(handout_lines(law.pack, texts)))
    told = next(iter(handout_lines(with_row(law.pack, "work_free", value="none"), texts)))
    assert "work_free" in told


def test_the_hash_does_not_hang_on_the_process(law: Reference) -> None:
    free = next(each for each in statements() if each.id == "work_free")
    assert reliance.basis(law.pack, free) == recorded()["work_free"]
