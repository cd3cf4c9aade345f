"""An outline of plain values: sentences with a sign, a citation on the right, and parts beneath them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from .look import Look
from .signs import Sign


@dataclass(frozen=True, slots=True)
class Branch:
    """One line. `cite` stands on the right (§ ...), `note` after the text, `key` is for the program."""

    text: str
    sign: Sign | None = None
    note: str = ""
    cite: str = ""
    parts: tuple[Branch, ...] = ()
    open: bool = False
    key: object = None


class Outline(QTreeWidget):
    """Shows branches; the sign's word is read out and shown as a tooltip, so colour never speaks alone."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIconSize(QSize(look.theme.px(20), look.theme.px(20)))
        self.setIndentation(look.theme.px(20))
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._branches: tuple[Branch, ...] = ()
        look.theme.changed.connect(lambda: self.show_branches(self._branches))

    def show_branches(self, branches: Iterable[Branch]) -> None:
        self._branches = tuple(branches)
        self.clear()
        for branch in self._branches:
            self._add(self.invisibleRootItem(), branch)

    def _add(self, parent: QTreeWidgetItem, branch: Branch) -> None:
        text = f"{branch.text}  {branch.note}" if branch.note else branch.text
        item = QTreeWidgetItem(parent, [text, branch.cite])
        item.setData(0, Qt.ItemDataRole.UserRole, branch.key)
        if branch.sign is not None:
            word = self._look.texts(branch.sign.word)
            item.setIcon(0, self._look.icons.icon(branch.sign.icon, branch.sign.token))
            item.setToolTip(0, word)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{word}: {text}")
        for part in branch.parts:
            self._add(item, part)
        item.setExpanded(branch.open)
