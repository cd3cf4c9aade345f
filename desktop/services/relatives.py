"""The cases of a household as the office file has them, read along with one case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TypeVar
from uuid import UUID

from desktop.cases.casefile import CaseFile
from desktop.store import clients as stored
from desktop.store.office_file import OfficeFile
from desktop.store.problems import ClientGone, UnreadableAnswer

Found = TypeVar("Found")


def whole_case(office: OfficeFile, client: UUID) -> CaseFile:
    """A client's case with those of the household beside it. Raises `ClientGone`, `UnreadableAnswer`."""
    return with_household(office, stored.load(office, client))


def each_case(
    office: OfficeFile, clients: Iterable[UUID], work: Callable[[CaseFile], Found], failed: list[UUID]
) -> list[tuple[UUID, Found]]:
    """What `work` finds for each client; whom it fails for, or whose case cannot be read, joins `failed`.

    Who was removed for good meanwhile is passed over. Raises Problem for an office file that cannot be read.
    """
    found = []
    for client in clients:
        try:
            case = whole_case(office, client)
        except ClientGone:
            continue
        except UnreadableAnswer:
            failed.append(client)
            continue
        try:
            found.append((client, work(case)))
        except Exception:  # a mistake in a rule for one client must not stop everybody else's
            failed.append(client)
    return found


def with_household(office: OfficeFile, case: CaseFile) -> CaseFile:
    """The case with those of its household in this office.

    A link that leads nowhere is passed over, and so is a case that cannot be read: what rests on it is
    unknown then, and this client's work goes on. Whoever opens the other case is told.
    """
    others: dict[str, CaseFile] = {}
    for link in case.household:
        other = client_named(link.case)
        with suppress(ClientGone, UnreadableAnswer):
            if other is not None and stored.listed(office, other):
                others[link.case] = stored.load(office, other)
    return case.with_relatives(others)


def beside(office: OfficeFile, client: UUID, case: CaseFile) -> Iterator[tuple[UUID, CaseFile]]:
    """Everybody linked with a client, as they stand once the client's case is what is given here.

    Whose own case cannot be read is left out; the office file marks that what was derived from it is too old.
    """
    for other in stored.linked_with(office, client):
        if other == client:
            continue
        with suppress(UnreadableAnswer):
            theirs = whole_case(office, other)
            known = {each.link.case: each.case for each in theirs.relatives}
            known |= {link.case: case for link in theirs.household if client_named(link.case) == client}
            yield other, theirs.with_relatives(known)


def client_named(link: str) -> UUID | None:
    """The client whom a link names; None for the name of a file from before an import."""
    with suppress(ValueError):
        return UUID(link)
    return None
