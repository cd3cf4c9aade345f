"""The tables. Rows are validated when made (`Row.of`) and live only inside one transaction.

`casework` one client with everything known; `agenda` what is planned for it; `declared` what was declared
and handed out; `derived` what follows from it
and can be computed again; `ledger` the journal and the audit chain; `office` what belongs to the office as a
whole; `prints` what was printed. `JOURNALED` names the tables whose changes are journaled and can be undone;
the others are derived or insert-only.
"""

from __future__ import annotations

from .agenda import EntryRow, LetterRow, RestRow
from .base import CaseRow, Row
from .casework import (
    AnswerRow,
    ClientRow,
    HouseholdRow,
    JudgementRow,
    PaperRow,
    RequestRow,
    StatusPeriodRow,
    WaiverRow,
)
from .declared import DeclarationRow
from .derived import (
    DerivationRow,
    DerivedDateRow,
    KeptFactsRow,
    ProspectingRow,
    ProspectRow,
    SearchWordRow,
)
from .ledger import AuditRow, ChangeRow, CheckpointRow, ImageRow, SealRow
from .office import RememberedRow, SettingRow
from .prints import PrintedRow

METADATA = Row.metadata

FOLLOWING: tuple[type[Row], ...] = (DerivationRow, DerivedDateRow, KeptFactsRow)
"""What follows from a case; dropped whenever the case changes and it is not written anew."""

CASE_PARTS: tuple[type[CaseRow], ...] = (
    StatusPeriodRow,
    AnswerRow,
    JudgementRow,
    WaiverRow,
    PaperRow,
    RequestRow,
    HouseholdRow,
    LetterRow,
    EntryRow,
    RestRow,
    DeclarationRow,
)
"""The parts of one client, each with `client_id` first in its primary key."""

_UNDOABLE: tuple[type[Row], ...] = (ClientRow, *CASE_PARTS, SettingRow)
JOURNALED: dict[str, type[Row]] = {kind.table_name(): kind for kind in _UNDOABLE}

__all__ = [
    "CASE_PARTS",
    "FOLLOWING",
    "JOURNALED",
    "METADATA",
    "AnswerRow",
    "AuditRow",
    "CaseRow",
    "ChangeRow",
    "CheckpointRow",
    "ClientRow",
    "DeclarationRow",
    "DerivationRow",
    "DerivedDateRow",
    "EntryRow",
    "HouseholdRow",
    "ImageRow",
    "JudgementRow",
    "KeptFactsRow",
    "LetterRow",
    "PaperRow",
    "PrintedRow",
    "ProspectRow",
    "ProspectingRow",
    "RememberedRow",
    "RequestRow",
    "RestRow",
    "Row",
    "SealRow",
    "SearchWordRow",
    "SettingRow",
    "StatusPeriodRow",
    "WaiverRow",
]
