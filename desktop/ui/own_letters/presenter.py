"""Which letter is written, and what is kept of it. Nothing typed is lost: mistakes stay, unfinished."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from desktop.errors import Problem
from desktop.services.own_letters import LONGEST_LINE, OwnLetter, check, new_letter
from desktop.texts import Texts, mark
from desktop.ui.kit.jobs import Jobs

from .source import OwnLetters, Shelf


class Line(NamedTuple):
    """One letter of the list; `saved` if it can be printed as it stands."""

    id: str
    name: str
    saved: bool


class OwnLettersView(Protocol):
    def show_list(self, lines: Sequence[Line], chosen: str) -> None: ...
    def show_letter(self, letter: OwnLetter | None) -> None: ...
    def show_saved(self, saved: bool, kept: bool) -> None: ...
    def show_problem(self, problem: Problem, field: str = "") -> None: ...
    def clear_problem(self) -> None: ...
    def write_name(self) -> None: ...


class OwnLettersPresenter:
    """`say` with a sentence, the words of a button and what it does."""

    def __init__(
        self,
        view: OwnLettersView,
        jobs: Jobs,
        letters: OwnLetters,
        texts: Texts,
        say: Callable[[str, str, Callable[[], None] | None], None],
    ) -> None:
        self._view, self._jobs, self._letters, self._texts, self._say = view, jobs, letters, texts, say
        self._kept: dict[str, OwnLetter] = {}
        self._drafts: dict[str, OwnLetter] = {}
        self._written: Sequence[OwnLetter] = ()  # the drafts as the office file has them
        self._chosen, self._been_here = "", False

    def enter(self) -> None:
        """Read anew; what is being written stays."""
        self._jobs.run(self._letters.read, self._read, self._view.show_problem)

    def leave(self) -> None:
        """What is unfinished goes into the office file as it stands."""
        drafts = [each for each in self._drafts.values() if not _blank(each)]
        if drafts != list(self._written):
            self._written = drafts
            self._jobs.run(
                lambda: self._letters.keep_unfinished(drafts), lambda _: None, self._failed_to_note
            )

    def choose(self, letter_id: str) -> None:
        if letter_id != self._chosen:
            self._drop_blank()
            self._show(letter_id)

    def typed(self, name: str, subject: str, text: str) -> None:
        """The fields hold something else now."""
        if not self._chosen:
            return
        letter = OwnLetter(self._chosen, name, subject, text)
        if self._kept.get(letter.id) == letter:
            self._drafts.pop(letter.id, None)
        else:
            self._drafts[letter.id] = letter
        self._view.clear_problem()
        self._list()

    def new(self) -> None:
        """An empty one to write in."""
        self._begin(new_letter("", "", ""))

    def copy(self) -> None:
        """The letter that is shown, as the start of another one."""
        shown = self._shown()
        if shown is not None:
            name = self._texts(mark("{name} (copy)"), name=shown.name)[:LONGEST_LINE]
            self._begin(new_letter(name, shown.subject, shown.text))

    def save(self) -> None:
        letter = self._shown()
        if letter is None:
            return
        if letter.id not in self._drafts:
            self._say(self._texts(mark("The letter is saved.")), "", None)
            return
        rest = [each for each in self._drafts.values() if each.id != letter.id and not _blank(each)]

        def work() -> None:
            self._letters.keep(letter)
            if letter.id in [each.id for each in self._written]:
                self._letters.keep_unfinished(rest)

        def done(_: None) -> None:
            self._kept[letter.id] = letter
            if letter.id in [each.id for each in self._written]:
                self._written = rest
            if self._drafts.get(letter.id) == letter:
                del self._drafts[letter.id]
            self._list()
            self._say(
                self._texts(mark("The letter is saved. It can be printed from a client's page “Print”.")),
                "",
                None,
            )

        self._jobs.run(work, done, lambda problem: self._view.show_problem(problem, wrong_field(letter)))

    def remove(self) -> None:
        """Take the letter that is shown away; a button of the note brings it back as it was."""
        letter = self._shown()
        if letter is None:
            return
        kept, draft = self._kept.get(letter.id), self._drafts.get(letter.id)
        if kept is None:
            self._removed(letter.id, None, draft)
            return
        self._jobs.run(
            lambda: self._letters.remove(letter.id),
            lambda _: self._removed(letter.id, kept, draft),
            self._view.show_problem,
        )

    def _removed(self, letter_id: str, kept: OwnLetter | None, draft: OwnLetter | None) -> None:
        place = [each.id for each in self._lines()].index(letter_id) if self._has(letter_id) else 0
        self._kept.pop(letter_id, None)
        self._drafts.pop(letter_id, None)
        left = [each.id for each in self._lines()]
        self._show(left[min(place, len(left) - 1)] if left else "")
        if kept is None and (draft is None or _blank(draft)):
            return
        self._say(
            self._texts(mark("The letter is deleted.")),
            self._texts(mark("Bring it back")),
            lambda: self._bring_back(kept, draft),
        )

    def _bring_back(self, kept: OwnLetter | None, draft: OwnLetter | None) -> None:
        def done(_: None) -> None:
            for found, letters in ((kept, self._kept), (draft, self._drafts)):
                if found is not None:
                    letters[found.id] = found
            back = kept or draft
            if back is not None:
                self._show(back.id)

        if kept is None:
            done(None)
        else:
            self._jobs.run(lambda: self._letters.keep(kept), done, self._view.show_problem)

    def _read(self, shelf: Shelf) -> None:
        self._kept = {each.id: each for each in shelf.letters}
        if not self._been_here:  # from then on the page knows better than the file
            self._been_here, self._written = True, shelf.unfinished
            self._drafts = {each.id: each for each in shelf.unfinished} | self._drafts
        self._drafts = {key: each for key, each in self._drafts.items() if self._kept.get(key) != each}
        lines = self._lines()
        there = self._has(self._chosen)
        self._show(self._chosen if there else lines[0].id if lines else "")

    def _begin(self, letter: OwnLetter) -> None:
        self._drop_blank()
        self._drafts[letter.id] = letter
        self._show(letter.id)
        self._view.write_name()

    def _drop_blank(self) -> None:
        """A new letter in which nothing was written is none."""
        shown = self._drafts.get(self._chosen)
        if shown is not None and _blank(shown) and shown.id not in self._kept:
            del self._drafts[shown.id]

    def _show(self, letter_id: str) -> None:
        self._chosen = letter_id
        self._view.clear_problem()
        self._view.show_letter(self._shown())
        self._list()

    def _list(self) -> None:
        self._view.show_list(self._lines(), self._chosen)
        self._view.show_saved(self._chosen not in self._drafts, self._chosen in self._kept)

    def _lines(self) -> list[Line]:
        """Kept ones by name as they are kept, so that none moves while it is written; new ones below."""
        kept = sorted(self._kept.values(), key=lambda each: (each.name.casefold(), each.id))
        new = [each for each in self._drafts.values() if each.id not in self._kept]
        return [
            Line(each.id, self._drafts.get(each.id, each).name, each.id not in self._drafts)
            for each in (*kept, *new)
        ]

    def _has(self, letter_id: str) -> bool:
        return letter_id in self._kept or letter_id in self._drafts

    def _shown(self) -> OwnLetter | None:
        return self._drafts.get(self._chosen) or self._kept.get(self._chosen)

    def _failed_to_note(self, problem: Problem) -> None:
        self._written = ()
        self._view.show_problem(problem)


def wrong_field(letter: OwnLetter) -> str:
    """The first field that cannot stay as it is: name, subject or text."""
    for field in ("name", "subject", "text"):
        if not getattr(letter, field).strip():
            return field
    if len(letter.name) > LONGEST_LINE:
        return "name"
    try:
        check(replace(letter, text="-"))
    except Problem:
        return "subject"
    return "text"


def _blank(letter: OwnLetter) -> bool:
    return not (letter.name.strip() or letter.subject.strip() or letter.text.strip())
