"""Names that attack the page, the screen or the terminal."""

import json
from pathlib import Path

import pytest

from tests.cli.bad_documents import written
from tests.documents.reading import pages

from .conftest import Line


def test_the_name_of_a_missing_relative_cannot_steer_or_fill_the_screen(line: Line, tmp_path: Path):
    for name in ("x" * 5000, "a\N{RIGHT-TO-LEFT OVERRIDE}lmay.b", "\x1b[31mb.yaml"):
        case = {"bleibelotse": 1, "client": {"name": "A"}, "household": [{"relation": "child", "file": name}]}
        result = line("evaluate", written(tmp_path, json.dumps(case).encode(), "a.json"))
        assert (result.code, len(result.sentences)) == (0, 1)
        assert len(result.err) < 250
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in result.err
        assert "\x1b" not in result.err


NAMES = {
    "override": "Am\N{RIGHT-TO-LEFT OVERRIDE}al Muster",
    "zero width": "Amal\N{ZERO WIDTH SPACE}\N{WORD JOINER} Muster",
    "HTML": "<b>Amal</b> &amp; <script>alert(1)</script>",
    "markup of the page": "<para><font color=red>Amal</font></para>",
    "Arabic": "أمل نموذج",
    "Ge'ez": "አማል",
    "200 letters": "Langername " * 18,
    "one word of 200 letters": "L" * 200,
    "braces": "{name} {0} %s",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_every_name_can_be_printed(line: Line, tmp_path: Path, name: str):
    case = {"bleibelotse": 1, "client": {"name": name, "address": [name, "01067 Dresden"]}}
    path = written(tmp_path, json.dumps(case).encode(), "fall.json")
    for kind in ("checklist", "letter", "reasons"):
        file = tmp_path / f"{kind}.pdf"
        result = line("print", kind, path, "--out", file, "--title", "25_3")
        assert (result.code, result.err) == (0, "")
        text = " ".join(pages(file.read_bytes()))
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text
        assert "\N{ZERO WIDTH SPACE}" not in text
        if name.isascii() and len(name) < 60:
            assert name.split()[0] in text  # as it was typed, not as markup


def test_nothing_steers_the_terminal(line: Line, tmp_path: Path, secret_file: Path):
    login = "a\x1b[31mb"
    result = line("office", "create", tmp_path / "A.akte", "--login", login, "--passphrase-file", secret_file)
    assert result.code == 0
    assert "\x1b" not in result.out
