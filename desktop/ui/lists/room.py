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
    texts = desk.look.texts
    page = _ending_page(
        desk,
        texts(mark("Titles that end soon")),
        texts(mark("Space chooses, Ctrl+A chooses all, Enter opens the client at this date.")),
        (
            texts(mark("No title ends in this time")),
            texts(mark("Whoever has applied in time is not listed any more.")),
        ),
        ("letter checklist handout", "letter checklist", "letter", "checklist"),
    )
    return _ending_room(desk, "ending", page, Ending(desk.session))


def papers_ending(desk: Desk) -> Room:
    """Whose Duldung, Gestattung, fiction certificate or visa ends soon."""
    texts = desk.look.texts
    page = _ending_page(
        desk,
        texts(mark("Other papers of stay that end soon")),
        " ".join(
            (
                texts(mark("Duldung, Gestattung, fiction certificate, border crossing certificate, visa.")),
                texts(mark("Space chooses, Ctrl+A chooses all, Enter opens the client at this date.")),
            )
        ),
        (
            texts(mark("No such paper ends in this time")),
            texts(mark("Titles that end have a list of their own.")),
        ),
        # A letter asks for a title or a certificate of fiction; a Duldung is extended without one.
        ("checklist handout", "checklist", "letter checklist handout", "letter"),
    )
    return _ending_room(desk, "papers_ending", page, Ending(desk.session, CERTIFICATES))


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


_KINDS = {
    "letter checklist handout": mark("Letter, checklist and hand-out"),
    "letter checklist": mark("Letter and checklist"),
    "checklist handout": mark("Checklist and hand-out"),
    "letter": mark("Letters only"),
    "checklist": mark("Checklists only"),
}
"""What can be made for all, by kinds of sheets."""


def _ending_page(
    desk: Desk, title: str, about: str, nobody: tuple[str, str], kinds: Sequence[str]
) -> EndingPage:
    look, texts = desk.look, desk.look.texts
    what = words_of_dates(desk.session.reference, texts)
    return EndingPage(
        look,
        title,
        about,
        nobody,
        lambda chosen: ending_columns(look, desk.today, what, chosen),
        _days(texts),
        [(tuple(each.split()), texts(_KINDS[each])) for each in kinds],
    )


def _ending_room(desk: Desk, command: str, page: EndingPage, lines: Ending) -> Room:
    presenter = ListPresenter(page, desk.jobs, lines, desk.today, choice=90)
    page.ticked.connect(lambda line: presenter.toggle(line.client_id))
    page.all_wanted.connect(presenter.toggle_all)
    page.opened.connect(lambda line: desk.open_at(line.client_id, "deadlines", line.key or line.entry))
    letters = _letters(desk, command, page)
    page.letters_wanted.connect(lambda: letters.offer(presenter.recipients))
    return _room(desk, command, page, presenter)


def _letters(desk: Desk, command: str, page: EndingPage) -> Letters:
    texts, card = desk.look.texts, page.letters_card

    def run(clients: Sequence[str], place: Path, kinds: Kinds) -> Steps:
        from desktop.services import batch

        job = batch.Batch(clients, place, kinds, of_papers=command == "papers_ending")
        return batch.run(desk.session, job, today=desk.today(), now=desk.now())

    def report(lines: Sequence[Line]) -> str:
        from desktop.services import batch

        return batch.as_text(lines, texts)

    def finished(sentence: str) -> None:
        if not page.isVisible():
            desk.say(sentence, texts(mark("Show")), lambda: desk.go(command))

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
