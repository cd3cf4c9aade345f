"""What an authority or a court asked for, or another event outside a decision that sets off a period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from .periods import PartialDate
from .shapes import Key, OneOf

NOTICE_KINDS = (
    "evidence_request withdrawal_hearing court_request consent_request duty_lifted victim_indications "
    "mail_waiting obstacle_ended"
)


@dataclass(frozen=True, slots=True)
class Notice:
    """One such event. `until` is the last day (inclusive) as the letter sets it; None if it sets none.

    evidence_request: the authority asks for facts or proof; withdrawal_hearing: the Federal Office hears the
    person on withdrawal or revocation; court_request: the court asks to pursue the asylum action;
    consent_request: the request to lift the residence rule reached the office of the wanted place;
    duty_lifted: the lifting of the residence rule for work, training or study was announced;
    victim_indications: the departure period for a possible victim was set; mail_waiting: post at the address
    given has not been taken over since; obstacle_ended: what kept the person from acting in time, without
    fault, has ended.
    """

    kind: Annotated[str, Key("type"), OneOf.words(NOTICE_KINDS)]
    day: Annotated[PartialDate, Key("on")]
    until: PartialDate | None = None
    settled: bool | None = None  # answered, collected, over
