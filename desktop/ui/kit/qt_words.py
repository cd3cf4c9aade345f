"""Qt's own words: the buttons of its dialogs, the names of keys (Strg), the way to write numbers."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.texts import Language

_NAME = "words of Qt"


def speak(application: QApplication, language: Language) -> None:
    """In the language of the window; asked again, the words before go."""
    QLocale.setDefault(QLocale(language))
    for old in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        application.installTranslator(translator)
