"""What a line of each list shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from desktop.services.words.values import distance
from desktop.texts import mark
from desktop.ui.kit.look import Look
from desktop.ui.kit.names import isolated
from desktop.ui.kit.signs import DATE_SIGNS
from desktop.ui.kit.table import Column

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from desktop.services.deadlines import DueLine
    from desktop.services.due import Dateless


def ending_columns(
    look: Look,
    today: Callable[[], date],
    what: Callable[[DueLine], str],
    chosen: Callable[[str], bool] | None = None,
) -> tuple[Column, ...]:
    """The day to act by with its sign, the day itself, whose paper it is, how far away.

    With `chosen` a box comes first.
    """
    texts = look.texts

    def sign(line: DueLine) -> QIcon:
        found = DATE_SIGNS[line.urgency.value]
        return look.icons.icon(found.icon, found.token)

    def act_by_words(line: DueLine) -> str:
        word = texts(DATE_SIGNS[line.urgency.value].word)
        return f"{word}: {texts.day_with_weekday(line.act_by)} ({distance(line.act_by, today(), texts)})"

    return (
        *((_box(look, chosen),) if chosen is not None else ()),
        Column(
            texts(mark("Act by")),
            lambda line: texts.day_with_weekday(line.act_by),
            170,
            icon=sign,
            tooltip=act_by_words,
        ),
        Column(texts(mark("Ends on")), lambda line: texts.day_with_weekday(line.day), 150),
        Column(texts(mark("Name")), lambda line: isolated(line.name)),
        Column(texts(mark("File no.")), lambda line: isolated(line.file_number), 128, drop=2),
        Column(texts(mark("What ends")), what, 300, drop=1),
        Column("", lambda line: distance(line.day, today(), texts), 120, drop=3),
    )


def _box(look: Look, chosen: Callable[[str], bool]) -> Column:
    texts = look.texts

    def box(line: DueLine) -> QIcon:
        ticked = chosen(line.client_id)
        return look.icons.icon("box_ticked" if ticked else "box", "accent" if ticked else "muted")

    def words(line: DueLine) -> str:
        return texts(mark("chosen")) if chosen(line.client_id) else texts(mark("not chosen"))

    return Column("", lambda _: "", 44, icon=box, tooltip=words)


def without_columns(look: Look) -> tuple[Column, ...]:
    """Name and file number: there is nothing else to say about somebody without a date."""
    texts = look.texts
    return (
        Column(texts(mark("Name")), lambda line: isolated(line.name)),
        Column(texts(mark("File no.")), lambda line: isolated(line.file_number), 180, drop=1),
    )


def resting_columns(look: Look) -> tuple[Column, ...]:
    """Until when, why, and who said so."""
    texts = look.texts

    def until(line: Dateless) -> str:
        return texts.day_with_weekday(line.until) if line.until else texts(mark("closed"))

    return (
        Column(texts(mark("Rests until")), until, 170),
        Column(texts(mark("Name")), lambda line: isolated(line.name)),
        Column(texts(mark("File no.")), lambda line: isolated(line.file_number), 128, drop=2),
        Column(texts(mark("Reason")), lambda line: isolated(line.reason), 360, drop=1),
        Column(texts(mark("Entered by")), lambda line: isolated(line.by), 120, drop=3),
    )
