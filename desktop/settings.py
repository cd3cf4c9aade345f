"""Preferences of one person on one computer. Nothing of a client, and no secret, ever stands here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from desktop.texts import LANGUAGES, Language

ThemeName = Literal["system", "light", "dark", "contrast"]
THEMES: tuple[ThemeName, ...] = get_args(ThemeName)
FONT_PERCENTS = (90, 100, 110, 125, 150, 175, 200)
LOCK_MINUTES = (1, 2, 5, 10, 15)
LetterFormName = Literal["B", "A"]
LETTER_FORMS: tuple[LetterFormName, ...] = get_args(LetterFormName)
MOST_RECENT = 6
AS_THE_PRINTER = ""
"""Duplex or tray as the printer itself is set."""
DUPLEX = (AS_THE_PRINTER, "DuplexNone", "DuplexAuto", "DuplexLongSide", "DuplexShortSide")
"""As Qt names them."""
TRAYS = (
    AS_THE_PRINTER,
    *("Auto", "Cassette", "Envelope", "EnvelopeManual", "FormSource", "LargeCapacity", "LargeFormat"),
    *("Lower", "MaxPageSource", "Middle", "Manual", "OnlyOne", "Tractor", "SmallFormat"),
    "CustomSource",
)
"""As Qt names them."""
MOST_COPIES = 20


class PrinterSetup(NamedTuple):
    """Where and how sheets are printed on this computer: one printer as it was last set."""

    printer: str = ""  # as the system calls it; empty until one was chosen
    copies: int = 1
    duplex: str = AS_THE_PRINTER
    tray: str = AS_THE_PRINTER


class Preferences(NamedTuple):
    """Everything a person can set. `lock_after_minutes` without a key or click; it cannot be switched off."""

    language: Language = "de"
    theme: ThemeName = "system"
    font_percent: int = 100
    lock_after_minutes: int = 5
    recent_offices: tuple[str, ...] = ()  # paths only, newest first
    login: str = ""  # the counsellor's own, so that unlocking takes the passphrase alone
    window: str = ""  # size and place, as Qt writes them
    letter_form: LetterFormName = "B"  # of DIN 5008: where a letter is folded and its address stands
    printer: PrinterSetup = PrinterSetup()  # the one used last

    def with_recent(self, office: str) -> Preferences:
        """The office file at the top of the list."""
        others = tuple(each for each in self.recent_offices if each != office)
        return self._replace(recent_offices=(office, *others)[:MOST_RECENT])


def load(path: Path, otherwise: Preferences | None = None) -> Preferences:
    """Read what is there. A missing file, an unknown key or an impossible value counts as not set."""
    preferences = otherwise or Preferences()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return preferences
    if not isinstance(found, dict):
        return preferences
    usable = {name: _usable(name, value) for name, value in found.items() if name in Preferences._fields}
    return preferences._replace(**{name: value for name, value in usable.items() if value is not None})


def save(preferences: Preferences, path: Path) -> bool:
    """Write them for the owner alone; False if the folder cannot be written (then they last for this run)."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = path.with_suffix(".new")
        beside.write_text(json.dumps(preferences._asdict(), ensure_ascii=False, indent=1), encoding="utf-8")
        beside.chmod(0o600)
        beside.replace(path)
    except OSError:
        return False
    return True


def _usable(name: str, value: Any) -> Any:
    """The value if it can be, else None."""
    match name:
        case "language":
            return value if value in LANGUAGES else None
        case "theme":
            return value if value in THEMES else None
        case "font_percent":
            return value if value in FONT_PERCENTS else None
        case "lock_after_minutes":
            return value if value in LOCK_MINUTES else None
        case "letter_form":
            return value if value in LETTER_FORMS else None
        case "printer":
            return _printer(value)
        case "recent_offices":
            if isinstance(value, list) and all(isinstance(each, str) for each in value):
                return tuple(value[:MOST_RECENT])
            return None
    return value if isinstance(value, str) else None


def _printer(value: Any) -> PrinterSetup | None:
    match value:
        case [str(name), int(copies), str(duplex), str(tray)]:
            usable = 1 <= copies <= MOST_COPIES and duplex in DUPLEX and tray in TRAYS
            return PrinterSetup(name, copies, duplex, tray) if usable else None
    return None
