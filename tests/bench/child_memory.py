"""Run as a program: resident memory (KiB) of a window.

child_memory.py bare                          a main window with one line of text
child_memory.py program OFFICE PASSPHRASE     the program with an office open and every client listed
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer


def main() -> None:
    if sys.argv[1] == "bare":
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

        application = QApplication(sys.argv[:1])
        window = QMainWindow()
        window.setCentralWidget(QLabel("Bare", alignment=Qt.AlignmentFlag.AlignCenter))
        window.resize(1366, 768)
        window.show()
        QTimer.singleShot(500, told)
    else:
        open_office()
        return
    application.exec()


def open_office() -> None:
    from desktop.app import Program, now
    from desktop.services.office import open_office as opened
    from desktop.ui.kit.theme import fusion
    from desktop.ui.office.door import OfficeDoor
    from tests.store.making import CHEAP

    class CheapDoor(OfficeDoor):
        def open(self, path, login, passphrase):
            return opened(
                path, login=login, passphrase=passphrase, reference=self._loaded(), now=now(), kdf=CHEAP
            )

    office, passphrase = Path(sys.argv[2]), sys.argv[3]
    application = fusion(sys.argv[:1])
    program = Program(application, office.parent / "settings", office, door=CheapDoor(now))
    program.start()

    def look() -> None:
        if program.shell is None:
            QTimer.singleShot(100, look)
        elif program.shell.current == "today":
            program.shell.go("clients")
            QTimer.singleShot(3000, told)

    program.window.painted.connect(lambda: program._gate.open(office, "mk", passphrase))
    QTimer.singleShot(100, look)
    application.exec()


def told() -> None:
    resident = next(
        line for line in Path("/proc/self/status").read_text("ascii").splitlines() if line.startswith("VmRSS")
    )
    print(resident.split()[1], flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
