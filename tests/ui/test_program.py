"""The whole program on a real encrypted office file, with the keyboard alone."""

import json
import shutil
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from desktop.app import Program
from desktop.cases.people import Client
from desktop.services import clients
from desktop.services.office import create_office, open_office, restore_with_recovery
from desktop.ui.kit.names import isolated
from desktop.ui.kit.palette import Palette
from desktop.ui.office.create_form import CreateForm
from desktop.ui.office.door import OfficeDoor
from desktop.ui.office.open_form import OpenForm
from desktop.ui.office.restore_form import RestoreForm
from tests.invented import invented_cases
from tests.store.making import CHEAP

NOW = datetime(2026, 11, 22, 14, 3).astimezone()
PASSPHRASE = "vier ganz lose Worte"
CONTROL = Qt.KeyboardModifier.ControlModifier


class CheapDoor(OfficeDoor):
    """Opens files whose key derivation costs nothing."""

    def open(self, path, login, passphrase):
        reference = self._loaded()
        return open_office(path, login=login, passphrase=passphrase, reference=reference, now=NOW, kdf=CHEAP)

    def create(self, path, name, login, passphrase):
        return create_office(
            path, name=name, login=login, passphrase=passphrase, reference=self._loaded(), now=NOW, kdf=CHEAP
        )

    def restore_with_recovery(self, backup, path, code):
        return restore_with_recovery(backup, path, code, reference=self._loaded(), now=NOW, kdf=CHEAP)


class Clock:
    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture(scope="module")
def finished_office(reference, tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "Beratung Süd.akte"
    session = create_office(
        path, name="Beratung Süd", login="mk", passphrase=PASSPHRASE, reference=reference, now=NOW, kdf=CHEAP
    ).session
    for case in invented_cases(12, seed=5, today=NOW.date()):
        clients.add(session, case, NOW)
    clients.create(session, Client("Ömer Testöğlu", file_number="Z-77"), {}, NOW)
    session.close()
    return path


@pytest.fixture
def office(finished_office, tmp_path):
    path = tmp_path / finished_office.name
    shutil.copytree(finished_office, path)
    return path


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def restarts():
    return []


@pytest.fixture
def program(qapp, qtbot, tmp_path, office, clock, restarts):
    settings = tmp_path / "settings"
    settings.mkdir()
    (settings / "preferences.json").write_text(json.dumps({"language": "de", "login": "mk"}))
    made = Program(qapp, settings, office, clock, restarts.append, CheapDoor(clock))
    with qtbot.waitActive(made.window):
        made.start()
        made.window.activateWindow()
    qtbot.waitSignal(made.window.painted, timeout=2000)
    yield made
    made.window.close()
    made.window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def entered(program, qtbot, keyboard):
    """The office is open and the start page has its dates."""
    keyboard.type(PASSPHRASE)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.shell is not None, timeout=10_000)
    settle(qtbot, program)
    return program


def settle(qtbot, program):
    """Wait until everything asked of the worker has been answered."""
    for _ in range(6):
        done: list[int] = []
        program.jobs.run(lambda: 1, done=done.append)
        qtbot.waitUntil(lambda done=done: bool(done), timeout=10_000)


def shown(window, kind=QWidget):
    return [each for each in window.findChildren(kind) if each.isVisible()]


def test_the_passphrase_alone_unlocks_and_the_day_is_there(entered, qtbot):
    window = entered.window
    words = {each.text() for each in shown(window, QLabel)}
    assert "Heute" in words
    assert any(word.startswith("13 Akten") for word in words)
    assert "Beratung Süd · mk" in words
    assert any(word.startswith("Rechtsstand ") for word in words)


def test_a_wrong_passphrase_is_one_sentence_and_another_try(program, qtbot, keyboard):
    keyboard.type("falsch falsch falsch")
    keyboard.press(Qt.Key.Key_Return)
    gate = program.window.centralWidget()
    qtbot.waitUntil(lambda: gate.banner.sentence != "", timeout=10_000)
    field = program.window.findChild(OpenForm).passphrase
    assert field.text() == ""
    assert field.hasFocus()
    keyboard.type(PASSPHRASE)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.shell is not None, timeout=10_000)
    settle(qtbot, program)


def test_a_client_is_open_after_eight_inputs(entered, qtbot, keyboard):
    keyboard.inputs = 0
    keyboard.press(Qt.Key.Key_F, modifier=CONTROL)
    keyboard.type("omer")  # typed without the dots
    settle(qtbot, entered)
    keyboard.press(Qt.Key.Key_Return)
    settle(qtbot, entered)
    assert entered.shell.current == "case"
    assert entered._case.case.client.name == "Ömer Testöğlu"
    assert keyboard.inputs <= 8


def test_everything_is_found_from_anywhere(entered, qtbot, keyboard):
    keyboard.press(Qt.Key.Key_K, modifier=CONTROL)
    palette = entered.window.findChild(Palette)
    qtbot.waitUntil(lambda: palette.field.hasFocus())
    keyboard.type("testoglu")
    settle(qtbot, entered)
    keyboard.press(Qt.Key.Key_Return)
    settle(qtbot, entered)
    assert entered._case.case.client.name == "Ömer Testöğlu"
    keyboard.press(Qt.Key.Key_K, modifier=CONTROL)
    qtbot.waitUntil(lambda: palette.field.hasFocus())
    keyboard.type("option")
    settle(qtbot, entered)
    keyboard.press(Qt.Key.Key_Return)
    assert entered.shell.current == "preferences"


def test_a_new_client_needs_a_name_and_enter(entered, qtbot, keyboard):
    keyboard.press(Qt.Key.Key_N, modifier=CONTROL)
    keyboard.type("Amina Übung")
    settle(qtbot, entered)
    keyboard.press(Qt.Key.Key_Return)
    settle(qtbot, entered)
    assert entered.shell.current == "case"
    assert entered._case.case.client.name == "Amina Übung"
    keyboard.press(Qt.Key.Key_2, modifier=CONTROL)
    settle(qtbot, entered)
    assert "14 Akten" in {each.text() for each in shown(entered.window, QLabel)}


def test_deleting_can_be_undone_with_one_key(entered, qtbot, keyboard):
    keyboard.press(Qt.Key.Key_F, modifier=CONTROL)
    keyboard.type("testoglu")
    settle(qtbot, entered)
    keyboard.press(Qt.Key.Key_Tab)  # the clear button is no stop
    keyboard.press(Qt.Key.Key_Delete)
    settle(qtbot, entered)
    assert entered.shell.banner.sentence == "Die Akte wurde gelöscht."
    session = entered._entered.session
    assert clients.count(session) == 12
    keyboard.press(Qt.Key.Key_Z, modifier=CONTROL)
    settle(qtbot, entered)
    assert clients.count(session) == 13


def test_locking_saves_closes_and_starts_anew(entered, qtbot, keyboard, restarts, office, reference):
    name_edited_and_not_yet_saved(entered, qtbot)
    keyboard.press(Qt.Key.Key_L, modifier=CONTROL)
    assert restarts == [office]
    with open_office(
        office, login="mk", passphrase=PASSPHRASE, reference=reference, now=NOW, kdf=CHEAP
    ) as again:
        assert [line.name for line in clients.lines(again, "umbenannt")] == ["Umbenannt"]


def test_nobody_at_the_desk_locks(entered, qtbot, clock, restarts, office):
    clock.now = NOW + timedelta(minutes=4, seconds=59)
    entered._idle.look()
    assert restarts == []
    clock.now = NOW + timedelta(minutes=5)
    entered._idle.look()
    assert restarts == [office]


def test_a_key_keeps_the_office_open(entered, keyboard, clock, restarts):
    clock.now = NOW + timedelta(minutes=4)
    keyboard.press(Qt.Key.Key_1, modifier=CONTROL)
    QApplication.sendEvent(entered.window.windowHandle(), key_event())
    clock.now = NOW + timedelta(minutes=8)
    entered._idle.look()
    assert restarts == []


def test_another_language_and_text_size_hold_at_once(entered, qtbot, keyboard):
    name_edited_and_not_yet_saved(entered, qtbot)
    entered.shell.go("preferences")
    entered._apply(entered.preferences._replace(language="en", font_percent=150))
    settle(qtbot, entered)
    assert entered.shell.current == "preferences"
    assert "Settings" in {each.text() for each in shown(entered.window, QLabel)}
    assert entered._case.case.client.name == "Umbenannt"
    assert QApplication.font().pointSizeF() == pytest.approx(15.75)
    entered._apply(entered.preferences._replace(language="de", font_percent=100))


def test_the_window_comes_back_as_it_was(entered, tmp_path):
    entered.window.resize(720, 540)
    text = entered.window.geometry_text()
    entered.window.resize(640, 480)
    entered.window.restore_geometry_text(text)
    assert (entered.window.width(), entered.window.height()) == (720, 540)
    entered.end()
    stored = json.loads((tmp_path / "settings" / "preferences.json").read_text(encoding="utf-8"))
    entered.window.restore_geometry_text(stored["window"])
    assert (entered.window.width(), entered.window.height()) == (720, 540)


def test_no_name_leaves_the_window(entered, qtbot, keyboard, tmp_path):
    name_edited_and_not_yet_saved(entered, qtbot)
    titles = {each.windowTitle() for each in QApplication.topLevelWidgets() if each.windowTitle()}
    assert titles <= {"Bleibelotse", "Suchen oder Befehl"}
    stored = (tmp_path / "settings" / "preferences.json").read_text(encoding="utf-8")
    for word in ("Umbenannt", "Test", PASSPHRASE):
        assert word not in stored
    assert str(tmp_path / "Beratung Süd.akte") in json.loads(stored)["recent_offices"]


def test_a_new_office_from_the_first_window(qapp, qtbot, tmp_path, keyboard, clock, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    program = Program(qapp, tmp_path / "settings", None, clock, print, CheapDoor(clock))
    with qtbot.waitActive(program.window):
        program.start()
        program.window.activateWindow()
    program._gate.want_new()
    keyboard.type("Beratung Nord")
    form = program.window.findChild(CreateForm)
    assert form is not None
    form.login.setText("mk")
    form.passphrase.setText(PASSPHRASE)
    form.again.setText(PASSPHRASE)
    form.submit.click()
    qtbot.waitUntil(lambda: program._gate._groups != (), timeout=10_000)
    first, second = (program._gate._groups[number - 1] for number in program._gate._asked)
    assert form.passphrase.text() == ""  # no secret waits in a hidden form
    program._gate.prove(first, second)
    qtbot.waitUntil(lambda: program.shell is not None, timeout=10_000)
    settle(qtbot, program)
    assert (tmp_path / "Bleibelotse" / "Beratung Nord.akte").is_dir()
    program.window.close()
    program.window.deleteLater()
    qapp.processEvents()


def test_a_backup_is_restored_with_the_recovery_sheet(
    qapp, qtbot, tmp_path, keyboard, clock, monkeypatch, reference
):
    monkeypatch.setenv("HOME", str(tmp_path))
    made = create_office(
        tmp_path / "Süd.akte", name="Süd", login="mk", passphrase=PASSPHRASE, reference=reference, now=NOW,
        kdf=CHEAP,
    )  # fmt: skip
    made.session.office.back_up(tmp_path / "Stick", "mk", NOW)
    made.session.close()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "Stick"))
    program = Program(qapp, tmp_path / "settings", None, clock, print, CheapDoor(clock))
    with qtbot.waitActive(program.window):
        program.start()
        program.window.activateWindow()
    gate: Any = program.window.centralWidget()
    gate.open_form.restore.click()
    qtbot.waitUntil(lambda: program.window.findChild(RestoreForm) is not None, timeout=10_000)
    form = program.window.findChild(RestoreForm)
    assert form is not None
    qtbot.waitUntil(lambda: form.name.text() == "Süd", timeout=10_000)
    assert form.backup.itemText(0) == f"22.11.2026, 14:03 · {isolated('Süd')}"
    form.way_in.turn.click()
    keyboard.type(made.recovery_code[:-1] + ("A" if made.recovery_code[-1] != "A" else "B"))
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: gate.banner.sentence != "", timeout=10_000)
    assert not (tmp_path / "Bleibelotse" / "Süd.akte").exists()
    keyboard.type(made.recovery_code)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.shell is not None, timeout=10_000)
    settle(qtbot, program)
    assert (tmp_path / "Bleibelotse" / "Süd.akte").is_dir()
    program.window.close()
    program.window.deleteLater()
    qapp.processEvents()


def name_edited_and_not_yet_saved(program, qtbot):
    session = program._entered.session
    done: list[str] = []
    program.jobs.run(lambda: clients.lines(session, "testoglu")[0].id, done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    program._case.open(done[0])
    settle(qtbot, program)
    program.shell.go("case")
    case = program._case.case
    program._case.change(type(case)(Client("Umbenannt", file_number="Z-77")))


def key_event():
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
