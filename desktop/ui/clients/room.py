"""The list of clients and the form for a new one, put together."""

from __future__ import annotations

from desktop.texts import mark
from desktop.ui.desk import Desk
from desktop.ui.kit.room import LaterRoom, Room

from .languages import language_options
from .model import status_names
from .new_presenter import NewClientPresenter
from .new_view import NewClientPage
from .presenter import ClientsPresenter
from .source import ClientsOfOffice
from .view import ClientsPage


def build(desk: Desk) -> tuple[Room, LaterRoom]:
    """The list, and the form as a room without a place on the rail."""
    source = ClientsOfOffice(desk.session, desk.now)
    page = ClientsPage(desk.look, desk.today, status_names(desk.session.reference, desk.look.texts))
    presenter = ClientsPresenter(
        page,
        desk.jobs,
        source,
        desk.look.texts,
        open_client=desk.open_client,
        say_removed=lambda client_id, sentence: _say_removed(desk, client_id, sentence),
    )
    named: list[str] = []  # what was searched for in vain

    page.typed.connect(presenter.type)
    page.opened.connect(presenter.open)
    page.remove_asked.connect(presenter.remove)
    page.page_wanted.connect(presenter.page)

    def form_room() -> Room:
        form = NewClientPage(desk.look, desk.today, language_options(desk.look.texts))
        new = NewClientPresenter(form, desk.jobs, source, desk.user, desk.today, opened=desk.open_client)
        form.typed.connect(new.typed)
        form.created.connect(new.create)
        form.similar_opened.connect(new.open_similar)
        form.cancelled.connect(lambda: desk.go("clients"))
        return Room(
            "new_client",
            form,
            enter=lambda: new.start(named.pop() if named else ""),
            escape=lambda: desk.go("clients"),
        )

    def begin(name: str) -> None:
        named.append(name)
        desk.go("new_client")

    def find() -> None:
        desk.go("clients")
        presenter.find()

    def delete_chosen() -> None:
        line = page.table.chosen()
        if line is not None and page.isVisible():
            presenter.remove(line)

    page.new_wanted.connect(begin)
    desk.commands.on("find", find)
    desk.commands.on("delete_client", delete_chosen)
    return (
        Room(
            "clients",
            page,
            mark("Clients"),
            "clients",
            enter=presenter.enter,
            leave=presenter.leave,
            escape=presenter.find,
        ),
        LaterRoom("new_client", form_room),
    )


def _say_removed(desk: Desk, client_id: str, sentence: str) -> None:
    """Say so, offer to undo, and take the case off the desk if it is this one."""
    if desk.case.client_id == client_id:
        desk.case.close()
    desk.say(sentence, desk.look.texts(mark("Undo")), lambda: desk.commands.run("undo"))
