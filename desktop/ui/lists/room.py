"""The lists, put together. They have no place on the rail: the start page and the menu lead here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.services.due import CERTIFICATES
from desktop.texts import Texts, mark
from desktop.ui.desk import Desk
from desktop.ui.kit.choice import Option
from desktop.ui.kit.due_words import words_of_dates
from desktop.ui.kit.room import Room

from .columns import ending_columns, resting_columns, without_columns
from .letters import Letters
from .presenter import ListPresenter
from .source import Ending, Resting, Without
from .view import EndingPage, ListPage

if TYPE_CHECKING:
    from desktop.services.batch import Line
    from desktop.services.due import Dateless

    from .letters import Kinds, Steps

DAYS = (30, 60, 90, 180)


def ending(desk: Desk) -> Room:
    """Whose title ends soon."""
    look, texts = desk.look, desk.look.texts
    what = words_of_dates(desk.session.reference, texts)
    page = EndingPage(look, lambda chosen: ending_columns(look, desk.today, what, chosen), _days(texts))
    presenter = ListPresenter(page, desk.jobs, Ending(desk.session), desk.today, choice=90)
    page.ticked.connect(lambda line: presenter.toggle(line.client_id))
    page.all_wanted.connect(presenter.toggle_all)
    page.opened.connect(lambda line: desk.open_at(line.client_id, "deadlines", line.key or line.entry))
    letters = _letters(desk, page)
    page.letters_wanted.connect(lambda: letters.offer(presenter.recipients))
    return _room(desk, "ending", page, presenter)


def papers_ending(desk: Desk) -> Room:
    """Whose Duldung, Gestattung, fiction certificate or visa ends soon."""
    look, texts = desk.look, desk.look.texts
    page = ListPage(
        look,
        texts(mark("Other papers of stay that end soon")),
        texts(mark("Duldung, Gestattung, fiction certificate, border crossing certificate, visa.")),
        (
            texts(mark("No such paper ends in this time")),
            texts(mark("Titles that end have a list of their own.")),
        ),
        ending_columns(look, desk.today, words_of_dates(desk.session.reference, texts)),
        _days(texts),
    )
    presenter = ListPresenter(page, desk.jobs, Ending(desk.session, CERTIFICATES), desk.today, choice=90)
    page.opened.connect(lambda line: desk.open_at(line.client_id, "deadlines", line.key or line.entry))
    return _room(desk, "papers_ending", page, presenter)


def without(desk: Desk) -> Room:
    """Who has no next date."""
    texts = desk.look.texts
    page = ListPage(
        desk.look,
        texts(mark("Clients without a next date")),
        texts(mark("Open one and set a follow-up, or say until when the case rests.")),
        (
            texts(mark("Nobody is forgotten")),
            texts(mark("Every open case has a next date or rests.")),
        ),
        without_columns(desk.look),
    )
    presenter = ListPresenter(page, desk.jobs, Without(desk.session), desk.today)
    page.opened.connect(lambda line: _open(desk, line))
    return _room(desk, "without", page, presenter)


def resting(desk: Desk) -> Room:
    """Who rests, and who is closed."""
    texts = desk.look.texts
    page = ListPage(
        desk.look,
        texts(mark("Clients at rest")),
        texts(mark("Whose rest ends comes back to the lists by itself.")),
        (texts(mark("Nobody is here")), texts(mark("A case is put to rest or closed among its dates."))),
        resting_columns(desk.look),
        [(False, texts(mark("At rest"))), (True, texts(mark("Closed cases")))],
    )
    presenter = ListPresenter(page, desk.jobs, Resting(desk.session), desk.today, choice=False)
    page.opened.connect(lambda line: _open(desk, line))
    return _room(desk, "resting", page, presenter)


def _letters(desk: Desk, page: EndingPage) -> Letters:
    texts, card = desk.look.texts, page.letters_card

    def run(clients: Sequence[str], place: Path, kinds: Kinds) -> Steps:
        from desktop.services import batch

        return batch.run(desk.session, batch.Batch(clients, place, kinds), today=desk.today(), now=desk.now())

    def report(lines: Sequence[Line]) -> str:
        from desktop.services import batch

        return batch.as_text(lines, texts)

    def finished(sentence: str) -> None:
        if not page.isVisible():
            desk.say(sentence, texts(mark("Show")), lambda: desk.go("ending"))

    made = Letters(card, desk.jobs, run, report, texts, desk.today, finished)
    card.wanted.connect(made.make)
    card.cancelled.connect(made.cancel)
    return made


ROOMS = {"ending": ending, "papers_ending": papers_ending, "without": without, "resting": resting}


def _days(texts: Texts) -> list[Option]:
    return [(days, texts.plural("{count} day", "{count} days", days)) for days in DAYS]


def _open(desk: Desk, line: Dateless) -> None:
    """The dates of a client: there the next one is set."""
    desk.open_at(str(line.client), "deadlines", "")


def _room(desk: Desk, command: str, page: ListPage, presenter: ListPresenter) -> Room:
    page.choice_wanted.connect(presenter.choose)
    page.page_wanted.connect(presenter.page)
    page.back_wanted.connect(lambda: desk.go("today"))
    return Room(command, page, enter=presenter.enter, escape=page.step_back)
