"""What is kept of the office, and what is wrong with what somebody writes. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from desktop.errors import Problem
from desktop.ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from desktop.services.declarations.profile import OfficeProfile


class ProfileView(Protocol):
    """The page as the presenter knows it."""

    def show_profile(self, profile: OfficeProfile) -> None: ...

    def show_wrong(self, wrong: Mapping[str, Problem]) -> None: ...

    def show_saved(self, at: datetime) -> None: ...

    def show_problem(self, problem: Problem) -> None: ...


class ProfileStore(Protocol):
    """The office file, as far as this page needs it."""

    def read(self) -> OfficeProfile: ...

    def keep(self, profile: OfficeProfile) -> None: ...


class ProfilePresenter:
    """Saves what is right as a whole; while one field is wrong nothing is saved, and the field says why."""

    def __init__(
        self, jobs: Jobs, store: ProfileStore, view: ProfileView, now: Callable[[], datetime]
    ) -> None:
        self._jobs, self._store, self._view, self._now = jobs, store, view, now
        self._kept: OfficeProfile | None = None

    def enter(self) -> None:
        """What is in the file; what was typed before is saved already, in the order of the jobs."""
        self._jobs.run(self._store.read, self._show, self._view.show_problem)

    def save(self, written: Mapping[str, Any]) -> None:
        """The fields of the profile as they stand on the page, by name; unknown before the first reading."""
        from desktop.services.declarations.profile import faults

        before = self._kept
        if before is None:
            return
        after = replace(before, **written)
        wrong = faults(after)
        self._view.show_wrong(wrong)
        if wrong or after == before:
            return
        self._kept = after
        self._jobs.run(
            lambda: self._store.keep(after),
            lambda _: self._view.show_saved(self._now()),
            lambda problem: self._failed(before, problem),
        )

    def _show(self, profile: OfficeProfile) -> None:
        self._kept = profile
        self._view.show_profile(profile)

    def _failed(self, before: OfficeProfile, problem: Problem) -> None:
        self._kept = before
        self._view.show_problem(problem)
