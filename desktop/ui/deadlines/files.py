"""What the page needs of the office file beside the open case. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from desktop.cases.letters import DecisionLetter

if TYPE_CHECKING:
    from desktop.services.entry_log import LogLine


class OfficeFiles(Protocol):
    """The services with the session filled in; called on the worker thread."""

    def record_letter(self, letter: DecisionLetter, client_ids: Sequence[str]) -> int:
        """Put a letter into the files of other clients too; how many got it."""
        ...

    def entry_log(self, client_id: str, entry_id: str) -> Sequence[LogLine]:
        """What has happened to a planned date, newest first."""
        ...
