"""The rooms with what holds for the whole office, found by Ctrl+K, in the real program with a real file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.app import Program
from desktop.services.declarations import profile
from desktop.services.handouts import releases

from .conftest import Person, settle, words_on

pytestmark = pytest.mark.story


def go_by_name(program: Program, person: Person, words: str) -> None:
    person.press("Ctrl+K")
    person.write(words)
    settle(program)
    person.press("Return")
    settle(program)


def asked(program: Program, work: Callable[[Any], Any]) -> Any:
    """What is in the office file, read on the thread that owns it."""
    assert program._entered is not None
    session = program._entered.session
    found: list[Any] = []
    program.jobs.run(lambda: work(session), found.append)
    settle(program)
    return found[0]


def test_the_office_says_who_it_is(opened: Callable[..., Program], person: Person) -> None:
    program = opened()
    go_by_name(program, person, "Angaben der Berat")
    assert program.shell is not None
    assert program.shell.current == "office_profile"
    person.press("Tab", "Tab")  # from the way back past the name
    person.write("Musterweg 1")
    person.press("Return")
    person.write("01067 Dresden")
    person.press("Tab", "Tab")
    person.write("Ada Muster")
    person.press("Escape")  # back to where one came from, saved on the way
    settle(program)
    assert program.shell.current == "today"
    kept = asked(program, profile.of)
    assert kept.address == ("Musterweg 1", "01067 Dresden")
    assert kept.representatives == ("Ada Muster",)
    person.press("Ctrl+Z")
    settle(program)
    assert asked(program, profile.of).address == ()


def test_a_language_is_released_in_few_steps(opened: Callable[..., Program], person: Person) -> None:
    program = opened()
    steps = person.budget()
    go_by_name(program, person, "Übersetzungen")
    person.press("Down")  # the second language
    settle(program)
    person.press("Tab", "Tab", "Tab", "Return")  # past which sheets and which texts
    settle(program)
    assert steps() <= 7
    assert all(
        each.reviewed and each.by == "mk" for each in asked(program, lambda s: releases.standing(s, "ar"))
    )
    assert program.shell is not None
    assert "Jeder Text dieser Sprache ist geprüft." in words_on(program.shell)
