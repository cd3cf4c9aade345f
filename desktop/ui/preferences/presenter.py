"""Which preferences hold, and what is done when one changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from desktop.settings import FONT_PERCENTS, Preferences


class PreferencesView(Protocol):
    def show_preferences(self, preferences: Preferences) -> None: ...


class Choosing:
    """`apply` stores and applies; it may rebuild the window (another language, another text size)."""

    def __init__(self, current: Callable[[], Preferences], apply: Callable[[Preferences], None]) -> None:
        self._current, self._apply = current, apply

    def choose(self, name: str, value: Any) -> None:
        """A field of `Preferences` by name."""
        before = self._current()
        after = before._replace(**{name: value})
        if after != before:
            self._apply(after)

    def resize_text(self, steps: int) -> None:
        """The next larger or smaller text, as far as there is one."""
        at = FONT_PERCENTS.index(self._current().font_percent) + steps
        if 0 <= at < len(FONT_PERCENTS):
            self.choose("font_percent", FONT_PERCENTS[at])


class PreferencesPresenter(Choosing):
    """The page on which they are chosen."""

    def __init__(
        self, view: PreferencesView, current: Callable[[], Preferences], apply: Callable[[Preferences], None]
    ) -> None:
        super().__init__(current, apply)
        self._view = view

    def enter(self) -> None:
        self._view.show_preferences(self._current())
