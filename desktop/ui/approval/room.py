"""The page with who may approve letters, put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.ui.desk import Desk
from desktop.ui.kit.room import Room

from .presenter import ApprovalPresenter
from .view import ApprovalPage

if TYPE_CHECKING:
    from desktop.services.approval import Approvers
    from desktop.services.office import Session


class ApprovalOfOffice:
    """`ApprovalStore` over the services."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session, self._now = session, now

    def read(self) -> Approvers:
        from desktop.services import approval

        return approval.of(self._session)

    def check(self, login: str) -> None:
        from desktop.services import approval

        approval.refuse_unknown(self._session, login)

    def name(self, logins: Sequence[str]) -> None:
        from desktop.services import approval

        approval.name_approvers(self._session, logins, self._now())

    def same(self, one: str, other: str) -> bool:
        from desktop.services import approval

        return approval.same_login(one, other)


def build(desk: Desk) -> Room:
    """It has no place on the rail: the settings lead here, and the sheets where somebody may not approve."""
    page = ApprovalPage(desk.look)
    store = ApprovalOfOffice(desk.session, desk.now)
    presenter = ApprovalPresenter(desk.jobs, store, page, desk.look.texts, desk.user, desk.say)
    page.chosen.connect(presenter.choose)
    page.ticked.connect(presenter.tick)
    page.added.connect(presenter.add)
    return Room("approval", page, enter=presenter.enter, back_to="preferences")
