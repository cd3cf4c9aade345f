"""The first window is there before anything heavy is imported."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import resources
from desktop.texts import Texts
from desktop.ui.kit.icons import Icons
from desktop.ui.kit.look import Look
from desktop.ui.office.view import OfficeGate

CHILD = Path(__file__).resolve().parents[1] / "bench" / "child_start.py"


def test_nothing_heavy_is_imported_before_the_form_is_painted(tmp_path):
    (tmp_path / "preferences.json").write_text('{"language": "de", "recent_offices": ["A.akte"]}')
    done = subprocess.run(
        [sys.executable, str(CHILD), "program", str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(CHILD.parents[2])},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert json.loads(done.stdout.splitlines()[-1])["heavy"] == []


def test_the_unlock_form_reads_one_catalogue_only(look, qtbot):
    texts = Texts("de", resources.path("i18n"))
    gate = OfficeGate(Look(texts, look.theme, Icons(look.theme)))
    qtbot.addWidget(gate)
    gate.show_open([Path("A.akte"), Path("B.akte")], Path("A.akte"), "mk", locked=False)
    assert [len(texts._catalogues)] == [1]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a new process is started instead")
def test_locking_replaces_the_process_by_one_on_the_same_office(tmp_path):
    script = tmp_path / "program.py"
    script.write_text(
        "import os, sys\n"
        "from pathlib import Path\n"
        "if sys.argv[1] == 'first':\n"
        "    from desktop.app import start_anew\n"
        "    print(os.getpid(), flush=True)\n"
        "    start_anew(Path('Büro Süd.akte'))\n"
        "print(os.getpid(), sys.argv[1:], 'desktop' in sys.modules)\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(script), "first", "more"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(CHILD.parents[2])},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    before, after = done.stdout.splitlines()
    assert after == f"{before} ['Büro Süd.akte'] False"
