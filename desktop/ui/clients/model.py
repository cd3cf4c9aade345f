"""The columns of the client list: what a line of SQL becomes while it is painted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from desktop.cases.periods import PartialDate
from desktop.texts import Texts, mark
from desktop.ui.kit.signs import URGENCY_SIGNS
from desktop.ui.kit.look import Look
from desktop.ui.kit.names import isolated
from desktop.ui.kit.partial_date import spoken_day
from desktop.ui.kit.table import Column

from .presenter import ClientLine

if TYPE_CHECKING:
    from desktop.services.reference import Reference

SOON_DAYS = 90


def status_names(reference: Reference, texts: Texts) -> Callable[[str], str]:
    """How the status codes of papers read in a list."""
    names = {code: texts.pick(each.short) for code, each in reference.pack.terms.statuses.items()}
    return lambda code: names.get(code, code)


def columns(look: Look, today: Callable[[], date], status_name: Callable[[str], str]) -> tuple[Column, ...]:
    """Name, date of birth, file number, present paper with its end, next date."""
    texts = look.texts

    def urgency(line: ClientLine) -> str:
        working = line.safe_day or line.ends
        if working is None:
            return ""
        days = (working - today()).days
        return "overdue" if days < 0 else "soon" if days <= SOON_DAYS else "later"

    def sign(line: ClientLine) -> QIcon | None:
        found = URGENCY_SIGNS.get(urgency(line))
        return look.icons.icon(found.icon, found.token) if found and found.token != "later" else None

    def token(line: ClientLine) -> str:
        kind = urgency(line)
        return kind if kind in ("overdue", "soon") else "text"

    def ends(line: ClientLine) -> str:
        return texts.day(line.ends) if line.ends else ""

    def ends_in_words(line: ClientLine) -> str:
        if line.ends is None:
            return ""
        word = texts(URGENCY_SIGNS[urgency(line)].word)
        safe = texts(mark("file by {day}"), day=texts.day(line.safe_day)) if line.safe_day else ""
        return f"{ends(line)} ({word}) {safe}".strip()

    def next_day(line: ClientLine) -> str:
        return texts.day(line.next_day) if line.next_day else ""

    @lru_cache(maxsize=2048)
    def born(birth_date: str) -> str:
        if not birth_date:
            return ""
        try:
            return spoken_day(PartialDate.parse(birth_date), texts)
        except ValueError:
            return birth_date

    return (
        Column(texts(mark("Name")), lambda line: isolated(line.name)),
        Column(texts(mark("Born")), lambda line: born(line.birth_date), 116, drop=3),
        Column(texts(mark("File no.")), lambda line: isolated(line.file_number), 128, drop=2),
        Column(texts(mark("Present paper")), lambda line: status_name(line.status), 260, drop=1),
        Column(texts(mark("Valid until")), ends, 152, icon=sign, token=token, tooltip=ends_in_words),
        Column(texts(mark("Next date")), next_day, 124, drop=4),
    )
