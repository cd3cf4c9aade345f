"""The German statements: they name what the pack has, cite what the pack cites, and stay plain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.errors import Problem
from desktop.services.handouts.statements import Statement, handouts, read_handouts, text_hash
from desktop.services.reference import Reference, load_reference

LEFT_OUT = {
    "nothing a client has to know": {
        "extension_no_course_duty",
        "fiction_certificate",  # said by extend_in_time
        "lapse_asylum_not",
        "lapse_settlement",
        "path_settled",
        "st_time_26_4",
    },
    "for the talk at the desk": {
        "path_35_25a",
        "path_eu_long_term",
        "path_eu_long_term_23_2",
        "path_eu_open_16a",
        "path_eu_open_family",
    },
}
"""Consequences without a statement. Those of law that has ended need no reason."""


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def statements() -> list[Statement]:
    return [each for found in handouts().topics.values() for each in found]


def test_every_consequence_in_force_has_a_statement_or_a_reason(reference: Reference) -> None:
    day = reference.pack.law_checked_on
    said = {row for each in statements() for row in each.rows}
    left_out = set().union(*LEFT_OUT.values())
    rows = {each.row.id: each.row for each in reference.pack.tables.consequences}
    assert said <= rows.keys()
    ended = {
        name
        for name, row in rows.items()
        if row.in_force is not None and row.in_force.until is not None and row.in_force.until <= day
    }
    assert rows.keys() - ended - said == left_out
    assert not said & left_out


def test_what_a_statement_is_for_is_known_to_the_pack(reference: Reference) -> None:
    terms = reference.pack.terms
    known = {*reference.pack.norm_ids, *terms.statuses, *terms.groups}
    for each in statements():
        assert each.for_ == "all" or set(each.for_) <= known, each.id


def test_sentences_are_short_and_spaces_after_the_sign_do_not_break() -> None:
    for each in statements():
        for sentence in re.split(r"(?<=[.?!:])\s+(?=[A-ZÄÖÜ„])", each.text):
            assert len(sentence.split()) <= 15, (each.id, sentence)
        assert not re.search("§ ", each.text + each.sections), each.id


def test_the_whole_text_stays_small() -> None:
    assert sum(len(each.text.split()) for each in statements()) <= 2500


def test_the_hash_follows_the_text_and_not_its_encoding() -> None:
    assert text_hash("für") == text_hash("fu\N{COMBINING DIAERESIS}r") != text_hash("fur")


def test_a_statement_that_nothing_chooses_does_not_load(tmp_path: Path) -> None:
    for file in Path("resources/handouts/de").glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    work = tmp_path / "work.yaml"
    work.write_text(work.read_text("utf-8").replace("    rows: [work_23_1_allowed]\n", ""), "utf-8")
    with pytest.raises(Problem):
        read_handouts(tmp_path)
