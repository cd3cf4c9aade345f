"""The gate in front of every office file, put together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.look import Look

from .presenter import Door, Entered, OfficePresenter
from .view import OfficeGate


def build(
    look: Look, jobs: Jobs, door: Door, entered: Callable[[Entered], None], folder: Path, random: Random
) -> tuple[OfficeGate, OfficePresenter]:
    gate = OfficeGate(look)
    presenter = OfficePresenter(gate, jobs, door, entered, folder, random)
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
    return gate, presenter
