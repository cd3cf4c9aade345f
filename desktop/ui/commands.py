"""Every command once: what it is called, its keys, its menu. Rooms say what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from desktop.texts import mark

from .kit.look import Look

FILE, EDIT, GO, HELP = "file", "edit", "go", "help"
_MENUS = {FILE: mark("&File"), EDIT: mark("&Edit"), GO: mark("&View"), HELP: mark("&Help")}


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `text` has an & for Alt; `line_before` separates it in its menu."""

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    line_before: bool = False


COMMANDS = (
    Command("new_client", mark("&New client …"), FILE, ("Ctrl+N",), "add"),
    Command("print", mark("&Print …"), FILE, ("Ctrl+P",), "print"),
    Command("save", mark("&Save now"), FILE, ("Ctrl+S",), "save"),
    Command("close_case", mark("&Close client"), FILE, ("Ctrl+W",)),
    Command("lock", mark("&Lock"), FILE, ("Ctrl+L",), "lock", line_before=True),
    Command("quit", mark("&Quit"), FILE, ("Ctrl+Q",)),
    Command("undo", mark("&Undo"), EDIT, ("Ctrl+Z",), "undo"),
    Command("redo", mark("&Redo"), EDIT, ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
    Command("next_date", mark("Set &next date"), EDIT, ("F7",), "follow_up", line_before=True),
    Command("decision_letter", mark("&Enter decision letter"), EDIT, ("F8",), "letter"),
    Command("plan", mark("Start &plan"), EDIT, (), "checklist"),
    Command("rest", mark("&Let client's file rest"), EDIT, (), "deadlines"),
    Command("delete_client", mark("&Delete client"), EDIT, (), "delete", line_before=True),
    Command("find", mark("&Find client"), EDIT, ("Ctrl+F",), "search"),
    Command("palette", mark("&Search or command …"), EDIT, ("Ctrl+K",), "search"),
    Command("today", mark("&Today"), GO, ("Ctrl+1",), "today"),
    Command("clients", mark("&Clients"), GO, ("Ctrl+2",), "clients"),
    Command("case", mark("Cl&ient"), GO, ("Ctrl+3",), "case"),
    Command("calendar", mark("Cale&ndar"), GO, ("Ctrl+4",), "calendar"),
    Command("law", mark("&Law"), GO, ("Ctrl+5",), "law"),
    Command("ending", mark("Titles that end s&oon"), GO, ("Ctrl+6",), "deadlines", line_before=True),
    Command("papers_ending", mark("&Other papers that end soon"), GO, ()),
    Command("without", mark("Clients without a ne&xt date"), GO, ()),
    Command("resting", mark("Clients at &rest"), GO, ()),
    Command("own_letters", mark("O&wn letters"), GO, (), "letter"),
    Command("refresh", mark("Re&fresh"), GO, ("F5",), "again", line_before=True),
    Command("larger", mark("&Larger text"), GO, ("Ctrl++", "Ctrl+="), line_before=True),
    Command("smaller", mark("&Smaller text"), GO, ("Ctrl+-",)),
    Command("preferences", mark("S&ettings"), GO, ("Ctrl+,",), "settings", line_before=True),
    Command("office_profile", mark("The office on its &sheets"), GO, (), "document"),
    Command("approval", mark("Who a&pproves letters"), GO, (), "check"),
    Command("translations", mark("Check translations of &hand-outs"), GO, (), "check"),
    Command("help", mark("&First steps and keyboard"), HELP, ("F1",), "help"),
)


class Commands(QObject):
    """The commands as actions of a window. One that nobody has connected is shown but cannot be chosen."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._actions: dict[str, QAction] = {}
        self._does: dict[str, Callable[[], None]] = {}
        for command in COMMANDS:
            action = QAction(look.texts(command.text), window)
            action.setObjectName(command.id)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setEnabled(False)
            if command.icon:
                look.icons.put(action, command.icon)
            action.triggered.connect(lambda _=False, name=command.id: self.run(name))
            window.addAction(action)
            self._actions[command.id] = action

    def on(self, command: str, does: Callable[[], None]) -> None:
        """Say what a command does, and allow it."""
        self._does[command] = does
        self._actions[command].setEnabled(True)

    def allow(self, command: str, allowed: bool = True) -> None:
        """Grey a command out while it makes no sense."""
        self._actions[command].setEnabled(allowed and command in self._does)

    def run(self, command: str) -> None:
        if command in self._does:
            self._does[command]()

    def action(self, command: str) -> QAction:
        return self._actions[command]

    def all(self) -> list[tuple[str, str, str]]:
        """Id, text and keys of every command."""
        return [
            (name, action.text().replace("&", ""), keys_of(action)) for name, action in self._actions.items()
        ]

    def possible(self) -> list[tuple[str, str, str]]:
        """Of `all` those that can be chosen now."""
        return [each for each in self.all() if self._actions[each[0]].isEnabled()]

    def fill(self, bar: QMenuBar) -> None:
        """Put every command into its menu."""
        for menu_id, title in _MENUS.items():
            menu = bar.addMenu(self._look.texts(title))
            for command in COMMANDS:
                if command.menu == menu_id:
                    if command.line_before:
                        menu.addSeparator()
                    menu.addAction(self._actions[command.id])


def tip_of(action: QAction) -> str:
    """The command and its keys, for a tooltip."""
    text, keys = action.text().replace("&", ""), keys_of(action)
    return f"{text} ({keys})" if keys else text


def keys_of(action: QAction) -> str:
    """The first key sequence in the words of this system (Strg+N)."""
    keys = action.shortcuts()
    return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
