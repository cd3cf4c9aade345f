"""A page of the window, as the shell knows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtWidgets import QWidget


def _nothing() -> None: ...


@dataclass(frozen=True, slots=True)
class Room:
    """`command` opens it; `enter`, `leave` (also before locking) and `escape` (Esc) tell its presenter.

    `caption` is the word on the rail; without one the room has no place there and is reached by its command.
    `needs_case`: only while a case is open. `faces`: its tabs and forms by name, each with what turns to it.
    `does`: commands that are carried out in this room, by their id.
    `back_to`: a button of its page, and Esc, lead to where one came from; to this room where one came from
    none. `asked_for` hears what one comes for, after `enter`.
    """

    command: str
    page: QWidget
    caption: str = ""
    icon: str = ""
    enter: Callable[[], None] = _nothing
    leave: Callable[[], None] = _nothing
    escape: Callable[[], None] = _nothing
    at_bottom: bool = False
    needs_case: bool = False
    faces: Mapping[str, Callable[[], None]] = field(default_factory=lambda: MappingProxyType({}))
    does: Mapping[str, Callable[[], None]] = field(default_factory=lambda: MappingProxyType({}))
    back_to: str = ""
    asked_for: Callable[[str], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class LaterRoom:
    """A room that is put together when somebody first goes there. The fields are those of its `Room`."""

    command: str
    make: Callable[[], Room]
    caption: str = ""
    icon: str = ""
    at_bottom: bool = False
