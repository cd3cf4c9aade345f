"""An answer to one question: the value or why there is none, who gave it, when, and what proves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any


class Unknown(Enum):
    """Why there is no value. For the rules all of them are "unknown"; on the page they differ."""

    NOT_ASKED = "not_asked"
    CLIENT_DOES_NOT_KNOW = "client_does_not_know"
    WILL_NOT_SAY = "will_not_say"

    __hash__ = object.__hash__  # each value is one object; that of Enum runs in Python and costs


class Proof(Enum):
    """How well an answer is proven, weakest first after `OUT_OF_DATE` (a proof that no longer counts)."""

    OUT_OF_DATE = "out_of_date"
    CLAIMED = "claimed"
    SEEN = "seen"
    COPY = "copy"
    ORIGINAL = "original"

    strength: int

    def __init__(self, _value: str) -> None:
        self.strength = len(type(self).__members__)

    __hash__ = object.__hash__

    def __lt__(self, other: Proof) -> bool:
        return self.strength < other.strength


class Ternary(Enum):
    """The answer to a judgement: a person's yes, no, or not judged yet."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one input fact. `value` has the Python type of the fact's shape, or is an `Unknown`."""

    value: Any
    by: str = ""
    on: date | None = None
    proof: Proof = Proof.CLAIMED
    paper: str | None = None
    disputed: bool = False
    note: str = ""

    @property
    def known(self) -> bool:
        return not isinstance(self.value, Unknown)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A value judgement. Only a person sets it; without author, day and reason it counts as not judged."""

    value: Ternary
    by: str = ""
    on: date | None = None
    reason: str = ""

    @property
    def counts(self) -> bool:
        return self.value is not Ternary.UNKNOWN and bool(self.by and self.on and self.reason)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A person's finding that one rule condition (leaf id) does not stand in the way in this case."""

    leaf: str
    by: str
    on: date
    reason: str
