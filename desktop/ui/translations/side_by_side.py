"""German, translation and standing of every text beside each other, wrapped, each in its own direction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop.texts import Texts, mark
from desktop.ui.kit.look import Look
from desktop.ui.kit.names import tooltip
from desktop.ui.kit.signs import Sign

if TYPE_CHECKING:
    from desktop.services.handouts.releases import Standing

AnyIndex = QModelIndex | QPersistentModelIndex
_GERMAN, _OTHER, _STANDING = range(3)
_STANDING_WIDTH = 150
_AROUND = 14
"""Room above and below the words of a row, in design pixels."""

REVIEWED = Sign("verdict_should", "entitled", mark("reviewed"))
OPEN = Sign("verdict_facts_missing", "facts_missing", mark("not reviewed"))
FAULTY = Sign("urgency_soon", "soon", mark("does not fit the German"))
_FAULTS = {
    "missing": mark("missing: the sheet shows the German"),
    "stale": mark("out of date: the sheet shows the German"),
    "placeholders": mark("a name, day or number to be filled in is missing: the sheet shows the German"),
    "citations": mark("sections, days or numbers differ: the sheet shows the German"),
}


def sign_of(text: Standing) -> Sign:
    """How one text stands."""
    return FAULTY if text.fault else REVIEWED if text.reviewed else OPEN


def words_of(text: Standing, texts: Texts) -> str:
    """How one text stands, with who released it and when."""
    if text.fault:
        return texts(_FAULTS[text.fault])
    word = texts(sign_of(text).word)
    if text.reviewed and text.on is not None:
        return f"{word}: {text.by}, {texts.day(text.on)}"
    return word


class _TextsModel(QAbstractTableModel):
    """A few hundred texts, all there at once."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[Standing, ...] = ()
        self.heads = ("", "", "")

    def reset(self, rows: Sequence[Standing], heads: tuple[str, str, str]) -> None:
        self.beginResetModel()
        self._rows, self.heads = tuple(rows), heads
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        text = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(text, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(self._words(text, index.column()))
            case Qt.ItemDataRole.DecorationRole if index.column() == _STANDING:
                sign = sign_of(text)
                return self._look.icons.icon(sign.icon, sign.token)
        return None

    def _words(self, text: Standing, column: int) -> str:
        if column == _STANDING:
            return words_of(text, self._look.texts)
        return text.german if column == _GERMAN else text.other


class _Wrapped(QStyledItemDelegate):
    """As high as its words need in the width of the column; a translation begins on its own side."""

    def __init__(self, look: Look, view: SideBySide) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() == _OTHER and self._view.right_to_left:
            option.direction = Qt.LayoutDirection.RightToLeft

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        width = self._view.columnWidth(index.column()) - 1
        option.rect.setWidth(width)
        height = super().sizeHint(option, index).height()
        return QSize(width, height + self._look.theme.px(_AROUND))


class SideBySide(QTableView):
    """Arrow keys go from text to text; Tab leaves."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.right_to_left = False
        self._look = look
        self.texts = _TextsModel(look)
        self.texts.setParent(self)
        self.setModel(self.texts)
        self.setItemDelegate(_Wrapped(look, self))
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.resizeRowsToContents)

    def show_texts(self, rows: Sequence[Standing], other: str, right_to_left: bool) -> None:
        """Other texts, from the first; `other` is the name of their language."""
        texts = self._look.texts
        self.right_to_left = right_to_left
        self.texts.reset(rows, (texts(mark("German")), other, texts(mark("Review"))))
        self._share_out()
        self.setCurrentIndex(self.texts.index(0, 0))
        self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._share_out()

    def _share_out(self) -> None:
        """The width to the columns: two texts alike, the standing what it needs."""
        width = self.viewport().width()
        standing = min(self._look.theme.px(_STANDING_WIDTH), width // 3)
        for column, share in ((_GERMAN, (width - standing) // 2), (_OTHER, (width - standing) // 2)):
            self.setColumnWidth(column, share)
        self.setColumnWidth(_STANDING, standing)
        self._fitting.start()
