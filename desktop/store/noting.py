"""What the office file notes by itself while it is open: plain SQL, outside the journal, for nobody made it.

Nothing here needs SQLAlchemy, so an office that is only looked at never imports it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlcipher3 import dbapi2


class Noting:
    """The notes of one transaction; `OfficeFile.note` adds an audit entry, `OfficeFile.follow` does not."""

    def __init__(self, database: dbapi2.Connection) -> None:
        self._database = database

    def remember(self, name: str, value: Any) -> None:
        """Remember JSON data under a name, in place of what was remembered."""
        self._database.execute(
            "INSERT OR REPLACE INTO remembered (name, value) VALUES (?, ?)", (name, json.dumps(value))
        )

    def foresee(
        self,
        client: UUID,
        method: str,
        since: date,
        until: date,
        found: Iterable[tuple[date, str, str, str, str, bool]],
    ) -> None:
        """Keep what a method found for a client from one day to another, both inclusive, in place of the old.

        `found`: day, title, kind of decision, verdict before and after, whether it rises. Raises the driver's
        error for a client that is gone.
        """
        for table in ("prospecting", "prospect"):
            self._database.execute(f"DELETE FROM {table} WHERE client_id = ?", (client.hex,))
        self._database.execute(
            "INSERT INTO prospecting (client_id, method, since, until) VALUES (?, ?, ?, ?)",
            (client.hex, method, since.isoformat(), until.isoformat()),
        )
        self._database.executemany(
            "INSERT INTO prospect (client_id, position, day, title, decision_kind, before, after, better) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(client.hex, position, day.isoformat(), *rest) for position, (day, *rest) in enumerate(found)],
        )

    def drop_prints(self, prints: Iterable[UUID]) -> None:
        """Take prints out for good."""
        self._database.executemany("DELETE FROM printed WHERE id = ?", [(each.hex,) for each in prints])

    def keep_print(self, client: UUID, *values: object) -> None:
        """Keep one print of a client: the columns of `PrintedRow` but the client, in their order.

        Raises the driver's error for a client that is gone.
        """
        number, *others = values
        places = ", ".join("?" * (len(values) + 1))
        self._database.execute(
            "INSERT INTO printed (id, client_id, at, who, way, recipient, law_day, pack, authority, sheets, "
            f"file_name, pages, digest, content) VALUES ({places})",
            (number, client.hex, *others),
        )
