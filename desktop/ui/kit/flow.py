"""A row that goes on in the next line where the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Places widgets one after the other like words, at their preferred size."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    # What Qt asks

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """All in one column."""
        hints = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((hint.width() for hint in hints), default=0),
            max((hint.height() for hint in hints), default=0),
        )

    # Placing

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, move: bool) -> int:
        """Height needed for the width of `rect`. What stands in one line is centred on it."""
        x, y = rect.x(), rect.y()
        line: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._shown():
            size = self._size(item, rect.width())
            if line and x + size.width() > rect.x() + rect.width():
                y += self._finish(line, y, move) + self.spacing()
                x, line = rect.x(), []
            line.append((item, x, size))
            x += size.width() + self.spacing()
        return y + self._finish(line, y, move) - rect.y()

    @staticmethod
    def _size(item: QLayoutItem, room: int) -> QSize:
        size = item.sizeHint()
        if not 0 < room < size.width():
            return size
        return QSize(room, item.heightForWidth(room) if item.hasHeightForWidth() else size.height())

    @staticmethod
    def _finish(line: list[tuple[QLayoutItem, int, QSize]], y: int, move: bool) -> int:
        height = max((size.height() for _, _, size in line), default=0)
        for item, x, size in line if move else ():
            item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
        return height
