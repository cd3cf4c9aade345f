"""Where everybody of an office stands today and what time brings to them, in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from desktop.errors import Problem
from desktop.rules.verdict import Verdict
from desktop.rules.words import VERDICT_WORDS
from desktop.texts import Texts, mark

from .caseload import Clients
from .clients import ALL, lines
from .forecast import ASSUMPTION, Ahead
from .office import Session
from .reference import Reference
from .words.lines import table, wrapped


def counts_as_text(reference: Reference, everybody: Clients, texts: Texts) -> str:
    """For every title that gives verdicts how many clients come to each, best verdict first."""
    rows = [
        (_cite(reference, each.title), _counted(each.verdicts.items(), texts)) for each in everybody.counts()
    ]
    return "\n".join((*table(rows), _how_many(everybody, texts)))


def who_as_text(session: Session, everybody: Clients, title: str, texts: Texts) -> str:
    """Of one title the clients of each verdict, by name. Raises Problem for a title that gives none today."""
    session.reference.norm(title)
    if title not in {each.title for each in everybody.counts()}:
        raise Problem(mark("The law knows no result for the title {title} on this day."), title=title)
    named = {
        UUID(each.id): (each.file_number, each.name)
        for each in lines(session, limit=ALL, today=everybody.today)
    }
    found = []
    for verdict in sorted(Verdict, reverse=True):
        who = sorted((named[each] for each in everybody.who(title, verdict) if each in named), key=_by_name)
        if who:
            found += ["", texts(VERDICT_WORDS[verdict]), *(f"  {row}" for row in table(who))]
    return "\n".join((_cite(session.reference, title), *found, "", _how_many(everybody, texts)))


def ahead_as_text(reference: Reference, found: Iterable[Ahead], texts: Texts) -> str:
    """Who reaches or loses what and when, by day."""
    rows = [
        (
            texts.day(each.day),
            each.file_number,
            each.name,
            _cite(reference, each.title),
            f"{_verdict(each.before, texts)} → {_verdict(each.after, texts)}",
        )
        for each in found
    ]
    told = table(rows) if rows else (texts(mark("Nothing changes for anybody in this time.")),)
    return "\n".join((*wrapped(texts(ASSUMPTION)), "", *told))


def _counted(verdicts: Iterable[tuple[Verdict, int]], texts: Texts) -> str:
    return ", ".join(f"{count} × {texts(VERDICT_WORDS[verdict])}" for verdict, count in verdicts if count)


def _how_many(everybody: Clients, texts: Texts) -> str:
    return texts.plural(mark("{count} client"), mark("{count} clients"), everybody.evaluated)


def _verdict(verdict: Verdict | None, texts: Texts) -> str:
    return texts(VERDICT_WORDS[verdict]) if verdict is not None else texts(mark("not examined"))


def _cite(reference: Reference, title: str) -> str:
    return f"{reference.pack.norm(title).cite} [{title}]"


def _by_name(row: tuple[str, str]) -> tuple[str, str]:
    return row[1], row[0]
