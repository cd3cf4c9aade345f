"""Paints the lines of an outline: a sign, words that wrap, the sign's word in its colour, the section."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from desktop.ui.kit.look import Look
from desktop.ui.kit.tokens import colour

from .line import Line, pieces, unbroken
from .model import EDITOR, LINE

AnyIndex = QModelIndex | QPersistentModelIndex
_WRAPPED = Qt.TextFlag.TextWordWrap
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TALL = 10_000


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of a line stand, in a box that begins at 0, 0."""

    text: QRect
    word: QRect
    cite: QRect
    detail: QRect
    height: int


class LineDelegate(QStyledItemDelegate):
    """Rows are as high as their words need at the width of the tree."""

    def __init__(self, look: Look, tree: QTreeView) -> None:
        super().__init__(tree)
        self._look, self._tree = look, tree

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line: Line = index.data(LINE)
        if line.level == EDITOR:
            return super().sizeHint(option, index)
        width = self._width(index)
        return QSize(width, self._places(line, width, option.font).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line: Line = index.data(LINE)
        if line.level == EDITOR:
            return
        look, px = self._look, self._look.theme.px
        colours = look.theme.colours
        box = option.rect
        painter.save()
        self._paint_ground(painter, option, line)
        places = self._places(line, box.width(), option.font)
        painter.translate(box.topLeft())
        if line.sign is not None:
            size = 22 if line.level == "title" else 18
            icon = look.icons.icon(line.sign.icon, line.sign.token)
            place = QRect(px(6), places.text.top() + px(1), px(size), px(size))
            icon.paint(painter, place)
        painter.setFont(_text_font(option.font, line))
        painter.setPen(colour(colours.text))
        painter.drawText(places.text, int(_WRAPPED | _TOP_LEFT), _said(line))
        if line.word:
            painter.setFont(_bold(option.font))
            painter.setPen(colour(getattr(colours, line.sign.token)) if line.sign else colour(colours.text))
            painter.drawText(places.word, int(_WRAPPED | _TOP_LEFT), line.word)
        painter.setFont(_small(option.font))
        painter.setPen(colour(colours.muted))
        painter.drawText(places.cite, int(_WRAPPED | Qt.AlignmentFlag.AlignRight), unbroken(line.cite))
        painter.drawText(places.detail, int(_WRAPPED | _TOP_LEFT), line.detail)
        painter.restore()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _: AnyIndex) -> None:
        """A form in the tree has its row for itself."""
        editor.setGeometry(option.rect)

    # Places

    def _width(self, index: AnyIndex) -> int:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return max(120, self._tree.viewport().width() - depth * self._tree.indentation())

    def _places(self, line: Line, width: int, font: QFont) -> _Places:
        px = self._look.theme.px
        title = line.level == "title"
        pad = px(10) if title else px(5)
        left = px(36) if line.sign is not None or title else px(8)
        right = width - px(10)
        bold, small = QFontMetrics(_bold(font)), QFontMetrics(_small(font))
        word_width = min(bold.horizontalAdvance(line.word) + px(4), (right - left) // 3) if line.word else 0
        said = unbroken(line.cite)
        widest = max(map(small.horizontalAdvance, pieces(line.cite)))
        most = max((right - left) // 4, min(widest + px(4), (right - left) // 2))
        cite_width = min(small.horizontalAdvance(said) + px(4), most) if line.cite else 0
        side = max(word_width, cite_width) if title else 0
        text_width = right - left - (side or cite_width) - px(12)
        metrics = QFontMetrics(_text_font(font, line))
        text = _bounds(metrics, _said(line), text_width).translated(left, pad)
        if title:
            word = _bounds(bold, line.word, word_width).translated(right - word_width, pad)
            cite_top = word.bottom() + px(2)
            cite = _bounds(small, said, side).translated(right - side, cite_top)
            under = text.bottom() + px(3)
            detail_left = left
        else:
            cite = _bounds(small, said, cite_width).translated(right - cite_width, pad)
            word = _bounds(bold, line.word, text_width).translated(left, text.bottom() + px(1))
            under = word.top() if line.word else text.bottom() + px(1)
            detail_left = left + (
                min(bold.horizontalAdvance(line.word), text_width) + px(10) if line.word else 0
            )
        cite.setWidth(side if title else cite_width)
        beside_cite = title or (bool(line.cite) and cite.bottom() > under)
        room = right - detail_left - ((side or cite_width) + px(12) if beside_cite else 0)
        if not title and room < px(160) and line.detail:
            detail_left, under, room = left, word.bottom() + px(1), right - left
        detail = _bounds(small, line.detail, room).translated(detail_left, under + (0 if title else px(1)))
        bottom = max(
            text.bottom(),
            cite.bottom() if line.cite else 0,
            word.bottom() if line.word else 0,
            detail.bottom() if line.detail else 0,
        )
        return _Places(text, word, cite, detail, bottom + pad)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        colours, px = self._look.theme.colours, self._look.theme.px
        box = option.rect
        if line.level == "title":
            painter.setPen(QPen(colour(colours.border), 1))
            painter.drawLine(box.topLeft(), box.topRight())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colour(colours.accent_weak))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(colour(colours.accent), 2))
                painter.drawRect(box.adjusted(1, 1, -1, -1))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, _hover(colours.sunken))
        if line.deciding and line.sign is not None:
            ink = colour(getattr(colours, line.sign.token))
            painter.fillRect(QRect(box.left(), box.top() + px(3), px(3), box.height() - px(6)), ink)


def _said(line: Line) -> str:
    if not line.head:
        return line.text
    return f"{line.head}  {line.text}" if line.level == "title" else f"{line.head}: {line.text}"


def _bounds(metrics: QFontMetrics, text: str, width: int) -> QRect:
    if not text:
        return QRect(0, 0, 0, 0)
    found = metrics.boundingRect(QRect(0, 0, max(40, width), _TALL), int(_WRAPPED | _TOP_LEFT), text)
    return QRect(0, 0, max(40, width), found.height())


@cache
def _hover(token: str) -> QColor:
    return colour(token)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.9)
    return made


def _text_font(font: QFont, line: Line) -> QFont:
    return _bold(font) if line.level in ("title", "group") or line.deciding else QFont(font)
