"""The sheet as it will lie on the desk: white paper in every theme, fitted to the width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.look import Look
from desktop.ui.kit.pdf_pages import SCREEN_DPI, PageImage
from desktop.ui.kit.printer import picture
from desktop.ui.kit.tokens import colour

_WIDEST = 1.25
"""How much larger than the rendered picture a page is shown at most."""


class PageView(QWidget):
    """One page with a thin border."""

    def __init__(self, look: Look, page: PageImage, number: int, count: int) -> None:
        super().__init__()
        self._look = look
        self._image: QImage = picture(page)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.texts(mark("page {number} of {count}"), number=number, count=count))
        self.setAccessibleDescription(page.text)

    def fit(self, width: int) -> None:
        """Be as wide as there is room, in the proportions of the sheet."""
        width = min(width, round(self._image.width() * _WIDEST * self._look.theme.px(96) / SCREEN_DPI))
        self.setFixedSize(QSize(width, round(width * self._image.height() / self._image.width())))

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image)
        painter.setPen(QPen(colour(self._look.theme.colours.border), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Preview(QScrollArea):
    """All pages under each other; arrows and Page Down move through them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pages: list[PageView] = []
        self._whole = False
        inner = QWidget()
        inner.setProperty("role", "page")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, look.theme.px(8), 0)
        self._column.setSpacing(look.theme.px(16))
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(look.texts(mark("Preview of the sheet")))

    def show_pages(self, pages: Sequence[PageImage]) -> None:
        """Other pages; one looks at the same place if there are as many."""
        place = self.verticalScrollBar().value() if len(pages) == len(self._pages) else 0
        empty(self._column)
        self._pages = [
            PageView(self._look, page, number, len(pages)) for number, page in enumerate(pages, start=1)
        ]
        for view in self._pages:
            self._column.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()
        self.verticalScrollBar().setValue(place)

    def show_whole(self, whole: bool) -> None:
        """As tall as its pages, for a page that scrolls itself."""
        bars = Qt.ScrollBarPolicy
        self._whole = whole
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if whole else bars.ScrollBarAlwaysOn)
        self._fit()

    def _fit(self) -> None:
        for view in self._pages:
            view.fit(max(200, self.viewport().width() - self._look.theme.px(12)))
        self.setMinimumHeight(self._column.sizeHint().height() if self._whole else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With nothing to scroll here, the keys move the page around it."""
        if self._whole:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._whole:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
