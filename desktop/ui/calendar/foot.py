"""What the signs of the calendar mean, whose holidays it shows, and the ways out of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.texts import mark
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.signs import Sign

from .day_cell import SIGNS

_LETTERS = 24
"""Of the place that is chosen; the list shows all of a longer name."""


class Legend(QWidget):
    """Each sign with its word, in as many lines as it needs."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        flow = FlowLayout(self, look.theme.px(16))
        for sign in SIGNS.values():
            flow.addWidget(_sign(look, sign))


class Foot(QWidget):
    """`place_chosen` with the key of a place; `print_wanted`, `file_wanted`.

    The signs stand here, and the buttons have words, only where there is room for them.
    """

    place_chosen = Signal(object)
    print_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words = look.texts(mark("Holidays of"))
        self.legend = Legend(look)
        self.place = Choice()
        self.place.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.place.setMinimumContentsLength(_LETTERS)
        self.place.setAccessibleName(words)
        self.place.chosen.connect(self.place_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(8))
        row.addWidget(self.legend, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        self._buttons = {
            each: button("", "quiet", icon, look)
            for each, icon in ((look.texts(mark("Print …")), "print"), (_file_words(look), "calendar"))
        }
        for made, wanted in zip(self._buttons.values(), (self.print_wanted, self.file_wanted), strict=True):
            made.clicked.connect(wanted)
            row.addWidget(made)
        row.addWidget(label(words, "muted", wrap=False))
        row.addWidget(self.place)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def narrow(self, narrow: bool) -> None:
        """Only what has to be here."""
        self.legend.setVisible(not narrow)
        for words, made in self._buttons.items():
            made.setText("" if narrow else words)
            made.setAccessibleName(words)
            made.setToolTip(words)

    def show_place(self, places: Sequence[tuple[str, str]], chosen: str) -> None:
        """`places` are keys with names."""
        self.place.set_options(places)
        self.place.set_value(chosen)


def _file_words(look: Look) -> str:
    return look.texts(mark("Calendar file …"))


def _sign(look: Look, sign: Sign) -> QWidget:
    made, picture = QWidget(), QLabel()
    look.icons.put_picture(picture, sign.icon, sign.token, 15)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.theme.px(4))
    row.addWidget(picture)
    row.addWidget(label(look.texts(sign.word), "muted", wrap=False))
    return made
