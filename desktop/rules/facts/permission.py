"""Whether the title allows employment (§ 4a Abs. 1)."""

from __future__ import annotations

from .basis import Basis, fact
from .titles import STATUS
from .value import FactValue, Note


@fact
def employment_permitted(seen: Basis) -> FactValue:
    """Whether a title held on the day permits employment.

    A title permits it unless a statute forbids it for this title; then a permission is noted on the paper.
    What a person read there is the answer for such a title; nobody reads it out of the wording here.
    """
    history = seen.history()
    if history is None:
        return seen.unknown()
    held = [stay for stay in history.titles() if stay.safe.covers(seen.on)]
    if not held:
        perhaps = any(stay.longest.covers(seen.on) for stay in history.titles())
        return seen.unknown(STATUS) if perhaps else _noted(seen)
    if any(not seen.terms.has("work_by_permission", stay.code) for stay in held):
        return seen.known(True)
    return _noted(seen)


def _noted(seen: Basis) -> FactValue:
    noted = seen.value("work_permitted_by_note")
    return seen.unknown() if noted is None else seen.known(noted, Note.of("work_by_note"))
