"""Colours, type and spacing of the window: one palette, one small style sheet, the bundled font."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop import resources
from desktop.settings import ThemeName

from .style import style_sheet
from .tokens import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Colours, colour

BODY_POINTS = 10.5
_START_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_OTHER_SCRIPTS = ("NotoSans-Italic.ttf", "NotoSansArabic-Regular.ttf", "NotoSansEthiopic-Regular.ttf")
_FAMILIES = ["Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"]


class Theme(QObject):
    """Dresses the application; `changed` tells that colours or sizes are others now.

    The application is made by `fusion`, for asking for its style here would cost more than all the rest.
    """

    changed = Signal()

    def __init__(
        self, application: QApplication, name: ThemeName = "system", font_percent: int = 100
    ) -> None:
        super().__init__(application)
        self._application = application
        self._name: ThemeName = name
        self._percent = font_percent
        self.colours = LIGHT
        _register(_START_FONTS)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self._dress()

    def apply(self, name: ThemeName, font_percent: int) -> None:
        """Dress anew, at once; nothing happens if nothing is different."""
        if (name, font_percent) != (self._name, self._percent):
            self._name, self._percent = name, font_percent
            self._dress()
            self.changed.emit()

    def load_other_scripts(self) -> None:
        """Register the fonts that the unlock form does not need."""
        _register(_OTHER_SCRIPTS)

    def px(self, pixels: float) -> int:
        """A length of the design in pixels of this font size."""
        return round(pixels * self._percent / 100)

    def _follow_system(self) -> None:
        if self._colours() != self.colours:
            self._dress()
            self.changed.emit()

    def _colours(self) -> Colours:
        hints = QGuiApplication.styleHints()
        contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        system_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        if self._name == "contrast" or (contrast and self._name == "system"):
            return DARK_CONTRAST if system_dark else LIGHT_CONTRAST
        if self._name == "system":
            return DARK if system_dark else LIGHT
        return DARK if self._name == "dark" else LIGHT

    def _dress(self) -> None:
        self.colours = self._colours()
        font = QFont()
        font.setFamilies(_FAMILIES)
        font.setPointSizeF(BODY_POINTS * self._percent / 100)
        tabular = QFont.Tag.fromString("tnum")
        if tabular is not None:
            font.setFeature(tabular, 1)
        self._application.setFont(font)
        self._application.setPalette(_palette(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours, self._percent))


def fusion(arguments: Sequence[str]) -> QApplication:
    """The application in Qt's own style; the one there is, if there is one."""
    present = QApplication.instance()
    return present if isinstance(present, QApplication) else QApplication([*arguments, "-style", "fusion"])


def _register(names: tuple[str, ...]) -> None:
    for name in names:
        QFontDatabase.addApplicationFont(str(resources.path("fonts", name)))


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    tokens = {
        role.Window: colours.bg,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.on_accent,
        role.Highlight: colours.accent_weak,
        role.HighlightedText: colours.text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.Light: colours.surface,
        role.Midlight: colours.sunken,
        role.Mid: colours.border,
        role.Dark: colours.border,
        role.Shadow: colours.border,
    }
    palette = QPalette()
    for each, token in tokens.items():
        palette.setColor(each, colour(token))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, colour(colours.muted))
    return palette
