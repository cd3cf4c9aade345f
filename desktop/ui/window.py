"""The one main window: what is in it changes, its size and place are remembered.

Its title is the name of the program and nothing else: a client's name would show in task bars.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

NAME = "Bleibelotse"


class Window(QMainWindow):
    """First the office gate stands in it, then the shell.

    `painted` once, when something stands on the screen; `closing` before it closes.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self) -> None:
        self._painted = False
        super().__init__()
        self.setWindowTitle(NAME)
        self.setMinimumSize(640, 480)

    def show_content(self, content: QWidget) -> None:
        """Replace what is in the window; the old content and its menus are deleted."""
        if self.menuWidget() is not None:
            self.setMenuBar(None)  # type: ignore[arg-type]
        self.setCentralWidget(content)

    def geometry_text(self) -> str:
        """Size and place for the preferences."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_geometry_text(self, text: str) -> None:
        if not text:
            self.resize(1366, 768)
            return
        from PySide6.QtCore import QByteArray

        if not self.restoreGeometry(QByteArray.fromBase64(text.encode("ascii", "ignore"))):
            self.resize(1366, 768)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if not self._painted and event.type() == QEvent.Type.Paint:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)  # what is in the window is painted after it
        return done

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
