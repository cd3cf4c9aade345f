"""The recovery code, shown once, and the proof that it was written down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.form import Form, text_field
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look


class RecoverySheet(QWidget):
    """First the groups to write down, then two of them asked for with the sheet out of sight."""

    proven = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        texts, px = look.texts, look.theme.px
        self.groups = QFrame()
        self.groups.setProperty("role", "well")
        self._grid = QGridLayout(self.groups)
        self._grid.setContentsMargins(px(16), px(16), px(16), px(16))
        self._grid.setHorizontalSpacing(px(24))
        self.written = button(texts(mark("I have &written it down")), "primary")
        shown = QVBoxLayout()
        shown.setSpacing(px(12))
        shown.addWidget(
            label(
                texts(
                    mark(
                        "This code opens the office file if all passphrases are lost. It is shown only now. "
                        "Write the seven groups on paper, with the date and the name of the office, and lock "
                        "the sheet away. Do not keep it on this computer."
                    )
                )
            )
        )
        shown.addWidget(self.groups)
        row = QHBoxLayout()
        row.addWidget(self.written)
        row.addStretch()
        shown.addLayout(row)
        shown.addStretch()
        self.form = Form(look)
        self.first, self.second = text_field(most=12), text_field(most=12)
        self._first = self.form.add("first", texts(mark("Group")), self.first)
        self._second = self.form.add("second", texts(mark("Group")), self.second)
        self.prove = button(texts(mark("&Check and open the office")), "primary")
        self.show_again = button(texts(mark("&Show the code again")), "quiet")
        asked = QVBoxLayout()
        asked.setSpacing(px(12))
        self._question = label("")
        asked.addWidget(self._question)
        asked.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(self.prove)
        row.addWidget(self.show_again)
        row.addStretch()
        asked.addLayout(row)
        asked.addStretch()
        pages = QVBoxLayout(self)
        pages.setContentsMargins(0, 0, 0, 0)
        self._shown, self._asked = QWidget(), QWidget()
        for page, layout in ((self._shown, shown), (self._asked, asked)):
            layout.setContentsMargins(0, 0, 0, 0)
            page.setLayout(layout)
            pages.addWidget(page)
        self.written.clicked.connect(self._ask)
        self.show_again.clicked.connect(lambda: self._turn(asking=False))
        self.prove.clicked.connect(self._prove)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self._prove)

    def show_groups(self, groups: Sequence[str], asked: tuple[int, int]) -> None:
        for number, group in enumerate(groups, start=1):
            cell = QHBoxLayout()
            cell.setSpacing(self._look.theme.px(8))
            cell.addWidget(label(f"{number}", "muted", wrap=False))
            code = label(group, "code", wrap=False)
            code.setAccessibleName(f"{number}: {' '.join(group)}")
            cell.addWidget(code)
            cell.addStretch()
            self._grid.addLayout(cell, (number - 1) // 4, (number - 1) % 4)
        self.groups.setAccessibleName(self._look.texts(mark("Recovery code")))
        for field, number in zip((self._first, self._second), asked, strict=True):
            self.form.rename(field, self._look.texts(mark("Group {number}"), number=number))
        self._question.setText(
            self._look.texts(
                mark("Please type group {first} and group {second} from your sheet."),
                first=asked[0],
                second=asked[1],
            )
        )
        self._turn(asking=False)
        self.written.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_wrong(self) -> None:
        self._second.say_problem(
            self._look.texts(mark("This does not match the code. Compare with your sheet, letter by letter."))
        )
        self.first.setFocus()
        self.first.selectAll()

    def _turn(self, asking: bool) -> None:
        self._shown.setVisible(not asking)
        self._asked.setVisible(asking)

    def _ask(self) -> None:
        self.first.clear()
        self.second.clear()
        self.form.clear_problems()
        self._turn(asking=True)
        self.first.setFocus()

    def _prove(self) -> None:
        self.form.clear_problems()
        self.proven.emit(self.first.text(), self.second.text())
