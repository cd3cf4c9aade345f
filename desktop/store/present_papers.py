"""The latest paper of each client of a list, read in one go for all lines of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple
from uuid import UUID

from desktop.cases.periods import ONE_DAY

from .office_file import OfficeFile

_PAGE = 500


class PresentPaper(NamedTuple):
    """The status that began last. Days are inclusive; of a month `last_day` is the earlier reading.

    `safe_day` is the last safe day before it, the earliest where several dates were derived from this end.
    """

    status_code: str
    last_day: date | None
    safe_day: date | None
    own: str = ""  # the section that is written on it


def present_papers(office: OfficeFile, clients: Iterable[UUID], today: date) -> dict[UUID, PresentPaper]:
    """The latest status of each client that has begun by today; clients without one are left out."""
    found: dict[UUID, PresentPaper] = {}
    waiting = iter(clients)
    while page := list(islice(waiting, _PAGE)):
        found.update(_page(office, page, today))
    return found


def _page(office: OfficeFile, page: list[UUID], today: date) -> Iterator[tuple[UUID, PresentPaper]]:
    known = {client.hex: client for client in page}
    marks = ", ".join("?" * len(known))
    rows = office.read(
        "SELECT status_period.client_id, status_code, coalesce(nullif(variant, ''), printed_label), "
        "end_from, "
        "(SELECT min(safe_day) FROM derived_date WHERE derived_date.client_id = status_period.client_id "
        "AND day = date(end_from, '-1 day')) "
        f"FROM status_period WHERE client_id IN ({marks}) "
        "AND start_from <= ? ORDER BY client_id, start_from, position",
        *known,
        today.isoformat(),
    )
    for client, code, own, end, safe in rows:  # the last row of a client wins
        last_day = None if end is None else date.fromisoformat(end) - ONE_DAY
        safe_day = None if safe is None else date.fromisoformat(safe)
        yield known[client], PresentPaper(code, last_day, safe_day, own)
