"""What each kind of date is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.texts import Texts, mark

from .presenter import DueLine

if TYPE_CHECKING:
    from desktop.services.reference import Reference

_KINDS: dict[str, str] = {}


def what_is_due(line: DueLine, reference: Reference, texts: Texts) -> str:  # noqa: ARG001
    """In a few words."""
    return texts(_KINDS.get(line.kind, line.kind)) if line.kind else texts(mark("Date"))
