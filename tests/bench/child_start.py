"""Run as a program: open a window, and say what it took until something stood on the screen.

child_start.py bare              a bare main window
child_start.py program FOLDER    the program with its preferences in FOLDER
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

HEAVY = ("sqlalchemy", "sqlmodel", "pydantic", "reportlab", "sqlcipher3", "alembic", "yaml", "cryptography")


def main() -> None:
    if sys.argv[1] in ("bare", "empty"):
        from PySide6.QtCore import QEvent, QTimer
        from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

        class Bare(QMainWindow):
            def event(self, event: QEvent) -> bool:
                done = super().event(event)
                if event.type() == QEvent.Type.Paint:
                    QTimer.singleShot(0, painted)
                return done

        application = QApplication(sys.argv[:1])
        window = Bare()
        if sys.argv[1] == "bare":
            from PySide6.QtCore import Qt

            window.setCentralWidget(QLabel("Bare", alignment=Qt.AlignmentFlag.AlignCenter))
        window.resize(1366, 768)
        window.show()
    else:
        from desktop.app import Program
        from desktop.ui.kit.theme import fusion

        application = fusion(sys.argv[:1])
        program = Program(application, Path(sys.argv[2]))
        program.window.painted.connect(painted)
        program.start()
    application.exec()


def painted() -> None:
    import resource

    told = {
        "cpu": time.process_time(),
        "resident": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
        "heavy": sorted(name for name in HEAVY if name in sys.modules),
    }
    print(json.dumps(told), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
