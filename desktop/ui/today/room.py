"""The start page, put together."""

from __future__ import annotations

from collections.abc import Callable

from desktop.texts import mark
from desktop.ui.desk import Desk
from desktop.ui.kit.dates_out import dates_on_paper
from desktop.ui.kit.due_entry import DueEntry
from desktop.ui.kit.due_words import words_of_dates
from desktop.ui.kit.room import Room
from desktop.ui.kit.way_out import WayOut

from .presenter import TodayPresenter
from .source import DueDatesOfOffice
from .view import TodayPage


def build(desk: Desk) -> Room:
    page = TodayPage(desk.look)
    texts = desk.look.texts

    def changing(client_id: str, work: Callable[[], None]) -> None:
        def done(_: None) -> None:
            presenter.enter()
            sentence = texts(mark("Done, and kept in the client's dates."))
            desk.say(sentence, texts(mark("Undo")), lambda: desk.commands.run("undo"))

        desk.change_elsewhere(client_id, work, done, page.show_problem)

    presenter = TodayPresenter(
        page,
        desk.jobs,
        DueDatesOfOffice(desk.session, desk.now),
        texts,
        desk.today,
        what=words_of_dates(desk.session.reference, texts),
        cite=lambda title: desk.session.reference.norm(title).cite,
        changing=changing,
        say=lambda sentence: desk.say(sentence, "", None),
    )

    def open_date(entry: DueEntry) -> None:
        desk.open_at(entry.client_id, "assessment" if entry.verdict else "deadlines", entry.key)

    page.opened.connect(open_date)
    page.ticked.connect(presenter.tick)
    page.wanted.connect(presenter.more)
    page.list_opened.connect(desk.go)
    page.first_client.connect(lambda: desk.go("new_client"))
    out = WayOut(page.out, desk.jobs, texts)
    page.out.print_wanted.connect(out.print)
    page.out.save_wanted.connect(out.save)
    page.out.closed.connect(out.close)

    def on_paper() -> None:
        out.open(dates_on_paper(desk.session, "today", desk.today(), desk.today(), texts))

    page.print.clicked.connect(on_paper)
    return Room(
        "today",
        page,
        mark("Today"),
        "today",
        enter=presenter.enter,
        leave=page.out.shut,
        escape=page.out.shut,
        does={"print": on_paper},
    )
