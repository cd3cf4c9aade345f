from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.kit.segments import Segments

OPTIONS = ((True, "Ja"), (False, "Nein"), ("unknown", "unbekannt"), ("silent", "möchte nicht sagen"))


def made(look, shown, width=900):
    around = QWidget()
    layout = QVBoxLayout(around)
    segments = Segments(look, OPTIONS, name="Frage")
    layout.addWidget(segments)
    layout.addStretch()
    shown(around, width, 300)
    said: list[object] = []
    segments.chosen.connect(said.append)
    segments.setFocus()
    return segments, said


def test_first_letters_and_numbers_choose(look, shown, keyboard):
    segments, said = made(look, shown)
    keyboard.type("j")
    keyboard.type("m")
    keyboard.press(Qt.Key.Key_3)
    assert said == [True, "silent", "unknown"]
    assert segments.value() == "unknown"


def test_arrows_only_move_and_enter_chooses(look, shown, keyboard):
    segments, said = made(look, shown)
    segments.set_value(True)
    keyboard.press(Qt.Key.Key_Right)
    assert not said
    keyboard.press(Qt.Key.Key_Return)
    assert said == [False]


def test_yes_is_not_one(look, shown):
    segments, _ = made(look, shown)
    segments.set_value(1)
    assert segments.value() is None


def test_buttons_wrap_where_there_is_no_room(look, shown):
    segments, _ = made(look, shown, width=260)
    tops = {each.y() for each in segments.findChildren(QPushButton)}
    assert len(tops) > 1
    assert all(each.geometry().right() <= segments.width() for each in segments.findChildren(QPushButton))
