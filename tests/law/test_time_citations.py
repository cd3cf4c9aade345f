"""Every section that a date cites in its derivation exists in the statutes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop.deadlines
from tests.law.citations import places
from tests.law.test_citations import OLD, OTHER_ACTS, TABLE, fault, has_paragraph

pytestmark = pytest.mark.law

SECTION = re.compile(r"§§?\s\d")
FOLDER = Path(desktop.deadlines.__file__).parent

# Sections that the folder of texts lacks: that they exist is known, their words were not compared here.
BEYOND = {
    ("AsylG", "66"),
    ("AufenthG", "33"),
    ("AufenthV", "56"),
    ("VwGO", "56"),
    ("VwGO", "67"),
    ("VwGO", "87b"),
    ("VwGO", "161"),
    *(("ZPO", section) for section in ("178", "179", "180", "181", "189")),
}


def cited() -> set[tuple[str, str]]:
    """Module and citation: every whole text in the code that begins with a section and is shown to nobody."""
    return {
        (path.name, text)
        for path in sorted(FOLDER.glob("*.py"))
        for text in _texts(ast.parse(path.read_bytes()))
        if SECTION.match(text) and not OLD.search(text)
    }


def _texts(tree: ast.Module) -> Iterator[str]:
    """The texts of a module without descriptions of code, parts of longer texts and sentences for people."""
    left_out: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            left_out.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            left_out.update(node.values)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "mark":
            left_out.update(node.args)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in left_out:
            yield node.value


def test_the_sections_of_dates_exist():
    faults = []
    for module, cite in sorted(cited()):
        for place in places(cite, has_paragraph):
            if place.act in OTHER_ACTS or (place.act, place.section) in BEYOND:
                continue
            assert place.act in TABLE, (module, cite)
            if fault(place):
                faults.append((module, cite, fault(place)))
    assert not faults


def test_the_sections_of_counting_and_announcement_are_among_them():
    found = {cite for _, cite in cited()}
    assert {"§ 187 Abs. 1 BGB", "§ 190 BGB", "§ 10 Abs. 4 S. 4 AsylG", "§ 8 VwZG"} <= found
