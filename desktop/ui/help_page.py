"""First steps, every key, and whose work this is: one page, without a network."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtWidgets import QGridLayout

from desktop.texts import mark

from .commands import Commands
from .kit.labels import label
from .kit.look import Look
from .kit.page import Card, Page

_STEPS = (
    mark("Create a client: Ctrl+N. A name is enough; who is there already is shown while you type."),
    mark("Enter the papers the client brings. Their dates and what follows from them appear by themselves."),
    mark("Look at the assessment: what is possible, why, and what to ask next."),
    mark("Print the checklist or the letter to the authority: Ctrl+P."),
    mark("Everything is saved by itself. Ctrl+Z takes back a step, Ctrl+L locks the office."),
)
_QUESTIONS = mark(
    "In the assessment: F6 goes to the first question, Ctrl+Enter to the next, Shift+F6 to the titles."
)
_DATES = mark(
    "Dates can be typed as 22.11.2026, 22.11., 221126, 11.2026, 2026, heute, +14 (days), +2W (weeks), "
    "+3M (months) or +1J (years)."
)
_LISTS = mark("In every list: arrow keys move, Enter opens, Delete removes, Esc goes back.")


class HelpPage(Page):
    """Nothing to set, nothing to click; scrolls with the keyboard."""

    def __init__(self, look: Look, commands: Commands) -> None:
        texts, px = look.texts, look.theme.px
        super().__init__(look, texts(mark("First steps and keyboard")), scrolls=True)
        first = Card(look, texts(mark("First steps")))
        for number, step in enumerate(_STEPS, start=1):
            first.body.addWidget(label(f"{number}.  {texts(step)}"))
        keyboard = Card(look, texts(mark("Keyboard")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        with_keys = [(words, keys) for _, words, keys in commands.all() if keys]
        for row, (words, keys) in enumerate(with_keys):
            grid.addWidget(label(keys, "strong", wrap=False), row, 0)
            grid.addWidget(label(words), row, 1)
        keyboard.body.addLayout(grid)
        for words in (_LISTS, _QUESTIONS, _DATES):
            keyboard.body.addWidget(label(texts(words)))
        about = Card(look, texts(mark("About Bleibelotse")))
        version = texts(mark("Version {version}. Free software under the MIT licence."), version=_version())
        about.body.addWidget(label(version))
        for words in (
            mark("It counsels counsellors: every result names its sections and replaces no legal advice."),
            mark("Built with Qt (LGPL), SQLCipher, ReportLab and the Noto fonts (OFL)."),
            mark("The program never connects to a network."),
        ):
            about.body.addWidget(label(texts(words)))
        for card in (first, keyboard, about):
            self.body.addWidget(card)
        self.body.addStretch()


def _version() -> str:
    try:
        return metadata.version("bleibelotse")
    except metadata.PackageNotFoundError:
        return "?"
