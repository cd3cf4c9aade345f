"""Rows of cases are written one by one through a Change, or the journal would not know of them."""

import ast
import re
from pathlib import Path

from desktop.store import journal
from desktop.store.rows import JOURNALED

STORE = Path(journal.__file__).parent
WRITING = re.compile(r"\b(?:UPDATE|DELETE\s+FROM|INSERT\s+INTO|REPLACE\s+INTO)\s+[\"{]?(\w+)", re.IGNORECASE)


def modules():
    for path in sorted(STORE.rglob("*.py")):
        if "versions" not in path.parts:  # migration steps are logged case by case when they are done
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_no_statement_in_plain_sql_writes_a_journaled_table():
    for path, tree in modules():
        texts = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        written = {table for text in texts for table in WRITING.findall(text)}
        assert not written & set(JOURNALED), path


def test_only_the_journal_builds_updates_and_each_names_one_row():
    assert any(path.name == "journal.py" for path, _ in modules())
    for path, tree in modules():
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        updates = [ast.unparse(call) for call in calls if getattr(call.func, "id", "") == "update"]
        updates += [
            ast.unparse(call)
            for call in calls
            if getattr(call.func, "attr", "") == "update" and "table" in ast.unparse(call.func)
        ]
        if path.name != "journal.py":
            assert not updates, path
            continue
        statements = [
            ast.unparse(call) for call in calls if ast.unparse(call).startswith("self._link.execute(update(")
        ]
        assert len(updates) == len(statements) == 1
        assert ".where(_is(kind, before))" in statements[0]


def test_this_would_be_found():
    assert WRITING.findall("UPDATE client SET notes = ''") == ["client"]
    assert WRITING.findall('delete from "answer"') == ["answer"]
