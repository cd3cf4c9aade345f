"""Pick a client of the office for something else than opening the file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.texts import mark

from .desk import Desk
from .finder import Finder
from .kit.palette import Palette


class ClientPicker:
    """A palette with clients only; made when somebody first picks one."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        self._desk, self._over = desk, over
        self._palette: Palette | None = None
        self._picked: Callable[[str], None] = lambda _: None

    def pick(self, picked: Callable[[str], None]) -> None:
        """Open over the window; `picked` gets the id of the one that was chosen."""
        self._picked = picked
        if self._palette is None:
            self._palette = self._make()
        self._palette.open_over(self._over.window())

    def _make(self) -> Palette:
        from desktop.services import clients

        texts, session = self._desk.look.texts, self._desk.session
        title, hint = texts(mark("Choose a client")), texts(mark("Name, file number or birth date"))
        palette = Palette(self._desk.look, self._over, title, hint)
        finder = Finder(
            palette,
            self._desk.jobs,
            clients=lambda query, most: clients.lines(session, query, most),
            commands=lambda: (),
            open_client=lambda client_id: self._picked(client_id),
            run=lambda _: None,
        )
        # Qt does not keep alive whose method it calls; the lambdas do.
        palette.typed.connect(lambda text: finder.type(text))
        palette.chosen.connect(lambda key: finder.choose(key))
        return palette
