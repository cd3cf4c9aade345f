"""What has happened to one planned date of a case: who changed what when, the old value and the new one.

Read from the journal, which is only ever added to: a step that was taken back stays in it, and so does the
taking back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import UUID

from desktop.store import undo as steps
from desktop.texts import Texts, mark

from .office import Session
from .words.german_time import german_time

_TABLE, _ID = "entry", "entry"

CAPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "day": mark("Day"),
        "start_on": mark("Start on"),
        "time": mark("Time"),
        "place": mark("Place"),
        "what": mark("What"),
        "note": mark("Note"),
        "kind": mark("Kind"),
        "done_on": mark("Done on"),
        "done_how": mark("How"),
        "confirmed_on": mark("Checked on"),
    }
)
"""The values the log tells, in its order; who did it is told with each step."""
_KINDS = {"deadline": mark("Deadline"), "follow_up": mark("Follow-up"), "appointment": mark("Appointment")}


class LogLine(NamedTuple):
    """One value that a step changed; `before` and `after` as stored, None where there was nothing."""

    at: datetime
    who: str
    field: str  # key of CAPTIONS; empty where the date came into the case or went out of it
    before: str | None
    after: str | None
    taken_back: bool  # the step takes another one back

    def words(self, texts: Texts) -> str:
        """24.11.2026, 14:03, mk: Tag 01.12.2026 → 15.12.2026; the hour as clocks in Germany show it."""
        at = german_time(self.at)
        when = f"{texts.day(at.date())}, {at:%H:%M}, {self.who}"
        if not self.field:
            what = texts(mark("entered") if self.after is not None else mark("taken out"))
        else:
            caption = texts(CAPTIONS[self.field])
            what = f"{caption} {self._shown(self.before, texts)} → {self._shown(self.after, texts)}"
        back = f" ({texts(mark('step taken back'))})" if self.taken_back else ""
        return f"{when}: {what}{back}"

    def _shown(self, value: str | None, texts: Texts) -> str:
        if not value:
            return "–"
        if self.field == "day" or self.field.endswith("_on"):
            return texts.day(date.fromisoformat(value))
        return texts(_KINDS[value]) if self.field == "kind" else value


def log_of(session: Session, client_id: str, entry_id: str) -> list[LogLine]:
    """Everything done to one entry, newest first; empty if the journal does not know it."""
    rows: dict[tuple[Any, ...], dict[str, Any]] = {}
    lines: list[LogLine] = []
    for step in reversed(list(steps.history(session.office, UUID(client_id)))):
        before = _row_of(rows, entry_id)
        for change in step.changes:
            if change.kind == _TABLE:
                rows.setdefault(change.key, {})[change.field] = change.after
        lines += _differences(step, before, _row_of(rows, entry_id))
    return lines[::-1]


def _row_of(rows: Mapping[tuple[Any, ...], Mapping[str, Any]], entry_id: str) -> dict[str, Any] | None:
    """The entry's values wherever it stands in the list, for others may have gone from before it."""
    return next((dict(row) for row in rows.values() if row.get(_ID) == entry_id), None)


def _differences(
    step: steps.HistoryEntry, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> Iterator[LogLine]:
    back = step.reverts is not None
    if before is None and after is None:
        return
    if before is None or after is None:
        there = (before or after or {})["day"]
        gone = after is None
        yield LogLine(step.at, step.who, "", there if gone else None, None if gone else there, back)
        return
    for field in reversed(list(CAPTIONS)):
        old, new = before.get(field), after.get(field)
        if (old or None) != (new or None):
            yield LogLine(step.at, step.who, field, old, new, back)
