"""How long the window stands still while ten thousand clients are listed, searched and scrolled."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import resources
from desktop.services.office import create_office
from desktop.services.reference import load_reference
from desktop.store import clients as stored
from desktop.texts import Texts
from desktop.ui.clients.model import status_names
from desktop.ui.clients.presenter import FIRST_PAGE, ClientsPresenter
from desktop.ui.clients.source import ClientsOfOffice
from desktop.ui.clients.view import ClientsPage
from desktop.ui.kit.icons import Icons
from desktop.ui.kit.look import Look
from desktop.ui.kit.theme import Theme
from desktop.ui.kit.worker import Worker
from tests.invented import invented_cases
from tests.store.making import CHEAP

pytestmark = pytest.mark.bench

NOW = datetime(2026, 11, 24, 14, 3).astimezone()
CLIENTS = 10_000
BUDGET = 0.1
"""Seconds of the window's own thread between two turns of its loop: longer is felt as a stop."""


class Heartbeat:
    """The longest stretch of work between two turns of the event loop, in CPU seconds of this thread."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.thread_time()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now

    def over(self) -> float:
        """The longest since the last time asked."""
        self._beat()
        longest, self.longest = self.longest, 0.0
        return longest


def test_nothing_stands_still_over_ten_thousand_clients(qapp: QApplication, tmp_path, qtbot) -> None:
    path = tmp_path / "Musterstadt.akte"
    session = create_office(
        path, name="Musterstadt", login="mk", passphrase="vier ganz lose Worte",
        reference=load_reference(), now=NOW, kdf=CHEAP,
    ).session  # fmt: skip
    waiting = invented_cases(CLIENTS, seed=11, today=NOW.date())
    for _ in range(CLIENTS // 500):
        with session.office.change("add", "mk", NOW) as change:
            for _ in range(500):
                stored.write(change, uuid4(), next(waiting), None)
    theme = Theme(qapp, "light", 100)
    look = Look(Texts("de", resources.path("i18n")), theme, Icons(theme))
    page = ClientsPage(look, NOW.date, status_names(session.reference, look.texts))
    qtbot.addWidget(page)
    worker = Worker(print)
    source = ClientsOfOffice(session, lambda: NOW)
    presenter = ClientsPresenter(page, worker, source, look.texts, print, lambda *_: None)
    page.table.rows.wanted.connect(presenter.page)
    page.resize(1366, 768)
    page.show()
    heart = Heartbeat()

    def until(there: Callable[[], bool]) -> float:
        """What is asked for before this call counts too."""
        qtbot.waitUntil(there, timeout=60_000)
        return heart.over()

    rows, bar = page.table.rows, page.table.verticalScrollBar()
    presenter.enter()
    listed = until(lambda: rows.rowCount() == CLIENTS)
    presenter.type("muster")
    searched = until(lambda: rows.rowCount() not in (0, FIRST_PAGE, CLIENTS))
    presenter.type("")
    until(lambda: rows.rowCount() == CLIENTS)
    for place in range(0, bar.maximum(), 9973):
        bar.setValue(place)
        qapp.processEvents()
    bar.setValue(bar.maximum())
    scrolled = until(lambda: rows.row(CLIENTS - 1) is not None)
    worker.close(session.close)
    times = {"listed": listed, "searched": searched, "scrolled": scrolled}
    print("", *(f"{1000 * took:6.1f} ms: {what}" for what, took in times.items()), sep="\n")
    assert max(times.values()) <= BUDGET
