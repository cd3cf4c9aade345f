"""The page with what the office says of itself, put together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.ui.desk import Desk
from desktop.ui.kit.room import Room

from .presenter import ProfilePresenter
from .view import OfficeProfilePage

if TYPE_CHECKING:
    from desktop.services.declarations.profile import OfficeProfile
    from desktop.services.office import Session


class ProfileOfOffice:
    """`ProfileStore` over the services."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session, self._now = session, now

    def read(self) -> OfficeProfile:
        from desktop.services.declarations import profile

        return profile.of(self._session)

    def keep(self, profile: OfficeProfile) -> None:
        from desktop.services.declarations import profile as profiles

        profiles.keep(self._session, profile, self._now())


def build(desk: Desk) -> Room:
    """Esc goes back to where one came from: the settings, the sheets of a client."""
    page = OfficeProfilePage(desk.look)
    presenter = ProfilePresenter(desk.jobs, ProfileOfOffice(desk.session, desk.now), page, desk.now)
    page.due.connect(presenter.save)

    def enter() -> None:
        page.flush()
        presenter.enter()

    return Room("office_profile", page, enter=enter, leave=page.flush, back_to="preferences")
