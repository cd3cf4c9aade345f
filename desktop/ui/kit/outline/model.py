"""The lines of an outline as a model; the parts of a lazy line come when it is opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from .line import Line

AnyIndex = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
EDITOR = "editor"
"""Level of the line under one that a person can act on; the view puts a form there."""


class _Row:
    """One line with its place; kept alive by its parent, for Qt only remembers a pointer."""

    __slots__ = ("above", "line", "number", "rows")

    def __init__(self, line: Line, above: _Row | None, number: int) -> None:
        self.line, self.above, self.number = line, above, number
        inside = list(line.parts)
        if line.act is not None and line.level != EDITOR:
            inside.insert(0, Line(f"{line.key} {EDITOR}", "", act=line.act, level=EDITOR))
        self.rows = [_Row(part, self, place) for place, part in enumerate(inside)]


class OutlineModel(QAbstractItemModel):
    """One column; a lazy line says it has parts before they are there."""

    def __init__(self) -> None:
        super().__init__()
        self._titles: list[_Row] = []
        self._old: list[_Row] = []

    # Lines in

    def reset(self, lines: Sequence[Line], parts: Mapping[str, Sequence[Line]]) -> None:
        """Other titles; `parts` for those that are open."""
        self.beginResetModel()
        self._old = self._titles  # indexes of views point at them until the reset has ended
        self._titles = [
            _Row(line, None, number) for number, line in enumerate(_filled(each, parts) for each in lines)
        ]
        self.endResetModel()

    def put_parts(self, key: str, parts: Sequence[Line]) -> None:
        """The lines of a title that was opened."""
        row = next((each for each in self._walk(self._titles) if each.line.key == key), None)
        if row is not None and not row.rows and parts:
            index = self.createIndex(row.number, 0, row)
            self.beginInsertRows(index, 0, len(parts) - 1)
            row.rows = [_Row(part, row, number) for number, part in enumerate(parts)]
            self.endInsertRows()

    def same(self, lines: Sequence[Line], parts: Mapping[str, Sequence[Line]]) -> bool:
        """Whether nothing would look different."""
        shown = [row.line for row in self._titles]
        return shown == [_filled(each, parts) for each in lines]

    # Finding

    def find(self, key: str) -> QModelIndex:
        """The place of a line; invalid if it is not there."""
        for row in self._walk(self._titles):
            if row.line.key == key:
                return self.createIndex(row.number, 0, row)
        return QModelIndex()

    def line(self, index: AnyIndex) -> Line:
        return self._row(index).line

    def every(self) -> Iterator[QModelIndex]:
        """Every line there is, from top to bottom."""
        for row in self._walk(self._titles):
            yield self.createIndex(row.number, 0, row)

    def _walk(self, rows: Sequence[_Row]) -> Iterator[_Row]:
        for row in rows:
            yield row
            yield from self._walk(row.rows)

    @staticmethod
    def _row(index: AnyIndex) -> _Row:
        row = index.internalPointer()
        assert isinstance(row, _Row)
        return row

    # What Qt asks

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008
        rows = self._row(parent).rows if parent.isValid() else self._titles
        return self.createIndex(row, column, rows[row]) if 0 <= row < len(rows) else QModelIndex()

    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]
        above = self._row(index).above if index.isValid() else None
        return QModelIndex() if above is None else self.createIndex(above.number, 0, above)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self._row(parent).rows if parent.isValid() else self._titles)

    def columnCount(self, _: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 1

    def hasChildren(self, parent: AnyIndex = QModelIndex()) -> bool:  # noqa: B008
        if not parent.isValid():
            return bool(self._titles)
        row = self._row(parent)
        return bool(row.rows) or row.line.lazy

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._row(index).line
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(filter(None, (line.head, line.text)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(line)
        return None


def spoken(line: Line) -> str:
    """A line for screen readers: what it is, how it stands, and why."""
    parts = (f"{line.head} {line.text}".strip(), line.word, line.detail, line.cite)
    return ". ".join(part for part in parts if part)


def _filled(line: Line, parts: Mapping[str, Sequence[Line]]) -> Line:
    """A line with the parts that came for it, or for lazy lines inside."""
    if line.key in parts:
        return replace(line, parts=tuple(parts[line.key]))
    if any(each.lazy for each in line.parts):
        return replace(line, parts=tuple(_filled(each, parts) for each in line.parts))
    return line
