"""Who may approve letters; every change is saved at once and can be taken back. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop.errors import Problem
from desktop.texts import Texts, mark
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.names import isolated

if TYPE_CHECKING:
    from desktop.services.approval import Approvers


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows. While `named` is empty everybody may approve, unless `only` is chosen already."""

    logins: Sequence[str]
    named: frozenset[str]
    only: bool  # only those who are ticked
    may_change: bool


class ApprovalView(Protocol):
    """The page as the presenter knows it."""

    def show_approvers(self, shown: Shown) -> None: ...

    def show_added(self) -> None:
        """The login is among the others; its field is free for the next one."""

    def show_wrong(self, problem: Problem) -> None:
        """What is wrong with the login that was typed."""

    def show_problem(self, problem: Problem) -> None: ...


class ApprovalStore(Protocol):
    """The office file, as far as this page needs it."""

    def read(self) -> Approvers: ...

    def check(self, login: str) -> None:
        """Raises Problem for a login nobody has."""

    def name(self, logins: Sequence[str]) -> None: ...

    def same(self, one: str, other: str) -> bool:
        """Whether both are one login."""


Say = Callable[[str, str, Callable[[], None] | None], None]


class ApprovalPresenter:
    """“Only these” without any tick is a choice that is not made yet: until then everybody may approve."""

    def __init__(
        self, jobs: Jobs, store: ApprovalStore, view: ApprovalView, texts: Texts, user: str, say: Say
    ) -> None:
        self._jobs, self._store, self._view, self._texts = jobs, store, view, texts
        self._user, self._say = user, say
        self._found: Approvers | None = None
        self._only = False

    def enter(self) -> None:
        self._only = False
        self._read()

    def choose(self, only: bool) -> None:
        """Only the persons ticked, or everybody."""
        self._only = only
        if self._found is not None and not only and self._found.named:
            self._name(())
        else:
            self._show()

    def tick(self, login: str, ticked: bool) -> None:
        """One person more or less."""
        if self._found is None:
            return
        others = [each for each in self._found.named if each != login]
        self._only = True
        self._name([*others, login] if ticked else others)

    def add(self, login: str) -> None:
        """Somebody who has not worked with the file yet."""
        typed = login.strip()
        if self._found is None or not typed:
            return
        known = next((each for each in self._found.logins if self._store.same(each, typed)), typed)

        def checked(_: None) -> None:
            self._view.show_added()
            self.tick(known, True)

        self._jobs.run(lambda: self._store.check(known), checked, self._view.show_wrong)

    def _name(self, logins: Sequence[str]) -> None:
        found = self._found
        assert found is not None
        before = found.named

        def done(_: None) -> None:
            self._read()
            texts = self._texts
            if logins:
                names = ", ".join(map(isolated, logins))
                sentence = texts(mark("Letters are approved by: {names}."), names=names)
            else:
                sentence = texts(mark("Everybody in this office file may approve letters."))
            alone = bool(logins) and not any(self._store.same(each, self._user) for each in logins)
            back = (lambda: self._back(before)) if not alone else None
            self._say(sentence, texts(mark("Take back")) if back is not None else "", back)

        self._jobs.run(lambda: self._store.name(logins), done, self._failed)

    def _back(self, before: Sequence[str]) -> None:
        self._only = bool(before)
        self._jobs.run(lambda: self._store.name(before), lambda _: self._read(), self._failed)

    def _failed(self, problem: Problem) -> None:
        self._read()
        self._view.show_problem(problem)

    def _read(self) -> None:
        self._jobs.run(self._store.read, self._take, self._view.show_problem)

    def _take(self, found: Approvers) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        self._view.show_approvers(
            Shown(
                found.logins,
                frozenset(found.named),
                bool(found.named) or self._only,
                found.may_change,
            )
        )
