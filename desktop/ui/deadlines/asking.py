"""A few questions in place, asked before something is done about a date. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Question:
    """One field. `value` stands in it already; `options` for a choice: value and words.

    A `day` is still to come where its year is not typed, a `past day` is not.
    """

    name: str
    caption: str
    sort: Literal["text", "day", "past day", "choice"] = "text"
    value: Any = None
    hint: str = ""
    options: Sequence[tuple[Any, str]] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, for which action, and what the button says; Enter presses it, Escape gives up."""

    action: str
    title: str
    button: str
    questions: Sequence[Question]
