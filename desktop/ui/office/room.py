"""The gate in front of every office file, put together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.look import Look

from .presenter import Entered, OfficePresenter
from .view import OfficeGate

if TYPE_CHECKING:
    from typing import Protocol

    from .presenter import Door as OpeningDoor
    from .restore_presenter import RestoreDoor, RestorePresenter

    class Door(OpeningDoor, RestoreDoor, Protocol):
        """Everything behind the gate; `door.OfficeDoor`, or a fake."""


def _two_of(count: int) -> tuple[int, int]:
    """Two different numbers from 1 to `count`, the smaller first."""
    from secrets import SystemRandom

    first, second = sorted(SystemRandom().sample(range(1, count + 1), 2))
    return first, second


def build(
    look: Look, jobs: Jobs, door: Door, entered: Callable[[Entered], None], folder: Path
) -> tuple[OfficeGate, OfficePresenter]:
    gate = OfficeGate(look)
    presenter = OfficePresenter(gate, jobs, door, entered, folder, _two_of)
    gate.open_asked.connect(presenter.open)
    gate.recovery_asked.connect(presenter.open_with_recovery)
    gate.create_asked.connect(presenter.create)
    gate.new_wanted.connect(presenter.want_new)
    gate.open_wanted.connect(presenter.want_open)
    gate.office_picked.connect(presenter.office_picked)
    gate.folder_picked.connect(presenter.choose_folder)
    gate.name_typed.connect(presenter.name_typed)
    gate.passphrase_typed.connect(presenter.passphrase_typed)
    gate.suggestion_wanted.connect(presenter.suggest)
    gate.proven.connect(presenter.prove)
    restoring: list[RestorePresenter] = []

    def restore(backup: Path) -> None:
        if not restoring:
            restoring.append(_restoring(gate, jobs, door, entered, folder))
        restoring[0].pick(backup, presenter.login)

    gate.backup_picked.connect(restore)
    return gate, presenter


def _restoring(
    gate: OfficeGate, jobs: Jobs, door: Door, entered: Callable[[Entered], None], folder: Path
) -> RestorePresenter:
    """Made when somebody wants a backup back, which is seldom."""
    from .restore_presenter import RestorePresenter

    presenter, form = RestorePresenter(gate, jobs, door, entered, folder), gate.restore_form()
    form.submitted.connect(presenter.restore)
    form.recovered.connect(presenter.restore_with_recovery)
    form.backup_chosen.connect(presenter.choose)
    form.name_typed.connect(presenter.name_typed)
    form.folder_wanted.connect(
        lambda: gate.pick_folder(lambda chosen: presenter.choose_folder(chosen, form.name.text()))
    )
    return presenter
