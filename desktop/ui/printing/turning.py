"""The bar above the sheets: which page is seen, turning pages, zoom."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.texts import mark
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.labels import button, icon_button, label
from desktop.ui.kit.look import Look

from .preview import PAGE, PERCENTS, WIDTH, Preview


class TurningBar(QWidget):
    """Moves a preview and says where it is."""

    def __init__(self, look: Look, preview: Preview) -> None:
        super().__init__()
        texts = look.texts
        self._look, self._preview = look, preview
        self.back = icon_button(look, "back", texts(mark("Page back")))
        self.next = icon_button(look, "next", texts(mark("Next page")))
        self._where = label("", "muted", wrap=False)
        self.smaller = button(texts(mark("Zoom −")), "quiet")
        self.larger = button(texts(mark("Zoom +")), "quiet")
        self.zoom = Choice(
            [
                (WIDTH, texts(mark("Page width"))),
                (PAGE, texts(mark("Whole page"))),
                *((percent, f"{percent} %") for percent in PERCENTS),
            ]
        )
        self.zoom.set_value(WIDTH)
        self.zoom.setAccessibleName(texts(mark("Zoom")))
        row = FlowLayout(self, look.theme.px(4))
        for each in (self.back, self._where, self.next, self.smaller, self.zoom, self.larger):
            row.addWidget(each)
        self.back.clicked.connect(lambda: preview.turn(-1))
        self.next.clicked.connect(lambda: preview.turn(1))
        self.smaller.clicked.connect(lambda: preview.zoom_by(-1))
        self.larger.clicked.connect(lambda: preview.zoom_by(1))
        self.zoom.chosen.connect(preview.set_zoom)
        preview.zoomed.connect(self.zoom.set_value)
        preview.turned.connect(self._tell)

    def _tell(self, page: int, count: int) -> None:
        words = self._look.texts(mark("page {number} of {count}"), number=page, count=count)
        self._where.setText(words if count else "")
        self.back.setEnabled(page > 1)
        self.next.setEnabled(page < count)
        self.setVisible(count > 0)
