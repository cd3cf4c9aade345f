"""German is complete: every marked string has a German text with the same placeholders; none is stale."""

import ast
import string
from pathlib import Path

import polib

from desktop import resources

DESKTOP = Path(resources.path("..")).resolve() / "desktop"
FOLDER = resources.path("i18n", "de")
MARKS = {"mark", "ShapeError"}


def marked() -> dict[str, str]:
    """Every source string with a file that uses it."""
    found: dict[str, str] = {}
    for file in sorted(DESKTOP.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS and node.args:
                found |= dict.fromkeys(_strings(node.args[0]), file.name)
            elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "plural":
                found |= {text: file.name for part in node.args[:2] for text in _strings(part)}
    return found


def _strings(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _strings(node.body) + _strings(node.orelse)
    return []


def entries() -> list[polib.POEntry]:
    return [entry for file in sorted(FOLDER.glob("*.po")) for entry in polib.pofile(str(file))]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_marked_string_has_a_german_text():
    known = {text for entry in entries() for text in (entry.msgid, entry.msgid_plural) if text}
    missing = {text: file for text, file in marked().items() if text and text not in known}
    assert not missing


def test_no_german_text_is_left_over():
    used = marked()
    assert not [
        entry.msgid for entry in entries() if entry.msgid not in used and entry.msgid_plural not in used
    ]


def test_both_languages_have_the_same_placeholders():
    for entry in entries():
        source = placeholders(entry.msgid) | placeholders(entry.msgid_plural or "")
        if entry.msgid_plural:
            assert all(placeholders(text) <= source for text in entry.msgstr_plural.values()), entry.msgid
            assert all(entry.msgstr_plural.values()), entry.msgid
        else:
            assert placeholders(entry.msgstr) == source, entry.msgid
            assert entry.msgstr, entry.msgid


def test_no_string_is_translated_in_two_catalogues_differently():
    seen: dict[str, str] = {}
    for entry in entries():
        assert seen.setdefault(entry.msgid, entry.msgstr) == entry.msgstr, entry.msgid
