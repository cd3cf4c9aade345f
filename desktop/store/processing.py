"""How long authorities took to decide, read out of the recorded applications of all clients."""

from __future__ import annotations

from datetime import date

from .office_file import OfficeFile

_EXACT_DAY = 10
"""Characters of a day known exactly; one known only by month says nothing about weeks."""


def days_taken(office: OfficeFile, authority: str, since: date) -> list[int]:
    """Days from receipt to decision of every application at an authority decided on or after a day, sorted.

    Only granted and refused ones with both days known exactly; clients in the recycle bin do not count.
    """
    rows = office.read(
        "SELECT CAST(julianday(decided) - julianday(filed) AS INTEGER) AS taken FROM ("
        "SELECT json_extract(each.value, '$.filed_on') AS filed, "
        "json_extract(each.value, '$.decided_on') AS decided, json_extract(each.value, '$.result') AS result "
        "FROM answer JOIN client ON client.id = answer.client_id JOIN json_each(answer.value) AS each "
        "WHERE answer.fact = 'applications' AND json_type(answer.value) = 'array' "
        "AND client.deleted_at IS NULL AND EXISTS (SELECT 1 FROM answer AS office "
        "WHERE office.client_id = answer.client_id AND office.fact = 'responsible_abh' "
        "AND json_extract(office.value, '$') = ?)) "
        "WHERE result IN ('granted', 'refused') AND length(filed) = ? AND length(decided) = ? "
        "AND decided >= ? AND decided >= filed ORDER BY taken",
        authority,
        _EXACT_DAY,
        _EXACT_DAY,
        since.isoformat(),
    )
    return [int(taken) for (taken,) in rows]
