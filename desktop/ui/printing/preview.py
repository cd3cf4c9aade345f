"""The sheets as they will lie on the desk: white paper in every theme, drawn from the bytes that are printed.

A page gets its picture when it comes into sight, as sharp as the zoom asks for, and gives it back when it is
far away: a stack of thirty pages takes no more memory than one of three.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.look import Look
from desktop.ui.kit.pdf_pages import POINTS_PER_INCH, PageImage, PageOutline
from desktop.ui.kit.printer import picture
from desktop.ui.kit.tokens import colour

WIDTH, PAGE = "width", "page"
"""Zoom that follows the window: as wide as there is room, or a whole page."""
PERCENTS = (50, 75, 100, 125, 150, 200, 300)
_DOTS = (60, 96, 120, 144, 192, 240, 300, 450)
"""Resolutions that are drawn; what is between is scaled down."""
_WIDEST = 1.5
"""How much larger than paper a page is at most while it follows the window."""
_SOON = 10
"""Milliseconds until places are looked at again."""
_KEPT = 2
"""So many pages before and after those in sight keep their pictures."""


class PageView(QWidget):
    """One page with a thin border; white until its picture is there."""

    def __init__(self, look: Look, page: PageOutline, number: int, count: int) -> None:
        super().__init__()
        self._look, self.outline = look, page
        self.image: QImage | None = None
        self.dpi = 0  # of the picture that is there or was asked for
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.texts(mark("page {number} of {count}"), number=number, count=count))
        self.setAccessibleDescription(page.text)

    def fit(self, width: int) -> None:
        """Be so wide, in the proportions of the paper."""
        self.setFixedSize(QSize(width, round(width * self.outline.height / self.outline.width)))

    @property
    def dots(self) -> int:
        """The resolution in which every dot of the screen is one of the picture, or the next above it."""
        wanted = self.width() * self.devicePixelRatioF() / (self.outline.width / POINTS_PER_INCH)
        return next((dpi for dpi in _DOTS if dpi >= wanted - 1), _DOTS[-1])

    def forget(self) -> None:
        self.image, self.dpi = None, 0

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.image is None:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
        else:
            painter.drawImage(QRectF(self.rect()), self.image)
        painter.setPen(QPen(colour(self._look.theme.colours.border), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Preview(QScrollArea):
    """All pages under each other. Page Up and Down turn pages, + and - zoom, 0 fits the width again."""

    picture_wanted = Signal(int, int)  # page from 0, dots to the inch
    turned = Signal(int, int)  # page in sight from 1 (0 of none), how many there are
    zoomed = Signal(object)  # a number of percents, WIDTH or PAGE

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pages: list[PageView] = []
        self._whole = False
        self._zoom: int | str = WIDTH
        self._wanted: int | None = None
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
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(0)
        self._looking.timeout.connect(self._look_around)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._looking.start(0))

    @property
    def count(self) -> int:
        return len(self._pages)

    @property
    def zoom(self) -> int | str:
        return self._zoom

    def show_pages(self, pages: Sequence[PageOutline]) -> None:
        """Other pages; one looks at the same place if there are as many. Pictures are asked for."""
        place = self.verticalScrollBar().value() if len(pages) == len(self._pages) else 0
        empty(self._column)
        self._pages = [
            PageView(self._look, page, number, len(pages)) for number, page in enumerate(pages, start=1)
        ]
        for view in self._pages:
            self._column.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()
        self.verticalScrollBar().setValue(place)
        self.turned.emit(min(1, len(self._pages)), len(self._pages))
        self._looking.start(0)

    def show_picture(self, number: int, dpi: int, page: PageImage) -> None:
        """The picture of a page, if it is still wanted."""
        if number < len(self._pages) and self._pages[number].dpi == dpi:
            self._pages[number].image = picture(page)
            self._pages[number].update()

    def show_whole(self, whole: bool) -> None:
        """As tall as its pages, for a page that scrolls itself."""
        bars = Qt.ScrollBarPolicy
        self._whole = whole
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if whole else bars.ScrollBarAlwaysOn)
        self._fit()

    def set_zoom(self, zoom: int | str) -> None:
        """Percents of the size on paper, WIDTH or PAGE; one goes on looking at the same place."""
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        self._zoom = zoom
        self._fit()
        bar.setValue(round(place * bar.maximum()))
        self.zoomed.emit(zoom)

    def zoom_by(self, steps: int) -> None:
        """The next larger or smaller step."""
        shown = self.percent
        larger = [percent for percent in PERCENTS if percent > shown + 1]
        smaller = [percent for percent in PERCENTS if percent < shown - 1]
        if steps > 0 and larger:
            self.set_zoom(larger[0])
        elif steps < 0 and smaller:
            self.set_zoom(smaller[-1])

    @property
    def percent(self) -> int:
        """How large pages are now, in percents of their size on paper."""
        return round(100 * self._pages[0].width() / self._natural(self._pages[0])) if self._pages else 100

    def turn_to(self, number: int) -> None:
        """Bring a page (from 0) to the top."""
        if 0 <= number < len(self._pages):
            self._wanted = number
            self._looking.start(0)  # once the pages have their places

    def turn(self, pages: int) -> None:
        """So many pages on, or back."""
        here = self.in_sight if self._wanted is None else self._wanted
        self.turn_to(min(max(here + pages, 0), len(self._pages) - 1))

    @property
    def in_sight(self) -> int:
        """The page (from 0) at the top of what is seen."""
        top = self.verticalScrollBar().value() + self.viewport().height() // 4
        return next((number for number, view in enumerate(self._pages) if view.y() + view.height() >= top), 0)

    def _natural(self, view: PageView) -> float:
        """The width on paper, in pixels of the screen."""
        return view.outline.width / POINTS_PER_INCH * 96

    def _fit(self) -> None:
        room = max(200, self.viewport().width() - self._look.theme.px(12))
        for view in self._pages:
            natural = self._natural(view)
            if isinstance(self._zoom, int):
                width = round(natural * self._zoom / 100)
            elif self._zoom == PAGE and not self._whole:
                tall = max(200, self.viewport().height() - self._look.theme.px(8))
                width = min(room, round(tall * view.outline.width / view.outline.height))
            else:
                width = min(room, round(natural * _WIDEST * max(1.0, self._look.theme.px(96) / 96)))
            view.fit(width)
        self.setMinimumHeight(self._column.sizeHint().height() if self._whole else 0)
        self._looking.start(0)

    def _look_around(self) -> None:
        """Ask for the pictures of what is seen, and let go of those far away."""
        if not self.isVisible():
            return
        if not self._placed:
            self._looking.start(_SOON)
            return
        if self._wanted is not None and self._wanted < len(self._pages):
            self.verticalScrollBar().setValue(self._pages[self._wanted].y())
        self._wanted = None
        seen = [number for number, view in enumerate(self._pages) if not view.visibleRegion().isEmpty()]
        first, last = (seen[0], seen[-1]) if seen else (0, min(0, len(self._pages) - 1))
        for number, view in enumerate(self._pages):
            if not first - _KEPT <= number <= last + _KEPT:
                view.forget()
            elif first <= number <= last + 1 and view.dpi != view.dots:
                view.dpi = view.dots
                self.picture_wanted.emit(number, view.dpi)
        self.turned.emit(self.in_sight + 1 if self._pages else 0, len(self._pages))

    @property
    def _placed(self) -> bool:
        """Whether the pages have their places already, and the column its height."""
        inner, last = self.widget(), self._pages[-1] if self._pages else None
        if last is None or inner is None:
            return True
        return (len(self._pages) == 1 or last.y() > 0) and inner.height() >= last.y() + last.height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With nothing to scroll here, the keys move the page around it."""
        match event.key():
            case Qt.Key.Key_Plus:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case Qt.Key.Key_0:
                self.set_zoom(WIDTH)
            case _ if self._whole:
                event.ignore()
            case Qt.Key.Key_PageDown:
                self.turn(1)
            case Qt.Key.Key_PageUp:
                self.turn(-1)
            case Qt.Key.Key_Home:
                self.turn_to(0)
            case Qt.Key.Key_End:
                self.turn_to(len(self._pages) - 1)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        elif self._whole:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._looking.start(0)
