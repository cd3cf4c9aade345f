"""The columns of the client list: what a line of SQL becomes while it is painted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.services.clients import born_words
from desktop.services.words.values import distance
from desktop.texts import Texts, mark
from desktop.ui.kit.look import Look
from desktop.ui.kit.names import isolated
from desktop.ui.kit.signs import DATE_SIGNS
from desktop.ui.kit.table import Column

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from desktop.services.clients import ClientLine
    from desktop.services.reference import Reference

SOON_DAYS = 90


def status_names(reference: Reference, texts: Texts) -> Callable[[str], str]:
    """How the status codes of papers read in a list."""
    from desktop.services.words.names import step_names

    names = step_names(reference, texts)
    return lambda code: names.get(code, code).removesuffix(" AufenthG")


def birth_date_words(texts: Texts) -> Callable[[str], str]:
    """An ISO date, month or year as people write it; kept, for lists paint it again and again."""

    return lru_cache(maxsize=4096)(lambda born: born_words(born, texts))


def nearness(day: date | None, today: date) -> str:
    """The key of a sign in `DATE_SIGNS` for the end of a paper or the next date; empty for what is far."""
    if day is None:
        return ""
    days = (day - today).days
    return "overdue" if days < 0 else "soon" if days <= SOON_DAYS else ""


def columns(look: Look, today: Callable[[], date], status_name: Callable[[str], str]) -> tuple[Column, ...]:
    """Name, date of birth, file number, present paper with its end, next date."""
    texts = look.texts
    born = birth_date_words(texts)

    def dated(
        title: str,
        day_of: Callable[[ClientLine], date | None],
        act_by: Callable[[ClientLine], date | None],
        width: int,
        drop: int = 0,
    ) -> Column:
        """The day itself; its sign follows the day to act by."""

        def text(line: ClientLine) -> str:
            day = day_of(line)
            return texts.day(day) if day else ""

        def icon(line: ClientLine) -> QIcon | None:
            sign = DATE_SIGNS.get(nearness(act_by(line), today()))
            return look.icons.icon(sign.icon, sign.token) if sign else None

        def token(line: ClientLine) -> str:
            sign = DATE_SIGNS.get(nearness(act_by(line), today()))
            return sign.token if sign else "text"

        def tooltip(line: ClientLine) -> str:
            day = day_of(line)
            if day is None:
                return ""
            sign = DATE_SIGNS.get(nearness(act_by(line), today()))
            words = f"{texts(sign.word)}: " if sign else ""
            return f"{words}{texts.day(day)} ({distance(day, today(), texts)})"

        return Column(title, text, width, drop, icon=icon, token=token, tooltip=tooltip)

    return (
        Column(texts(mark("Name")), lambda line: isolated(line.name)),
        Column(texts(mark("Born")), lambda line: born(line.birth_date), 140, drop=3),
        Column(texts(mark("File no.")), lambda line: isolated(line.file_number), 128, drop=2),
        Column(
            texts(mark("Present paper")),
            lambda line: isolated(line.own.removesuffix(" AufenthG")) or status_name(line.status),
            250,
            drop=1,
        ),
        dated(texts(mark("Valid until")), lambda line: line.ends, _last_safe_day, 150),
        dated(texts(mark("Next date")), _next_day, _next_day, 150, drop=4),
    )


def _last_safe_day(line: ClientLine) -> date | None:
    return line.safe_day or line.ends


def _next_day(line: ClientLine) -> date | None:
    return line.next_day
