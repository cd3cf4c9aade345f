"""Which language is read, which of its texts are shown, and what its reader releases. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.errors import Problem
from desktop.texts import Texts, mark
from desktop.ui.kit.jobs import Jobs, Latest

if TYPE_CHECKING:
    from desktop.services.handouts.languages import HandoutLanguage
    from desktop.services.handouts.releases import Standing


class LanguageLine(NamedTuple):
    """A language and how many of its texts are reviewed, and how many do not fit the German any more."""

    language: HandoutLanguage
    total: int
    reviewed: int
    faulty: int

    @property
    def open(self) -> int:
        """Texts that somebody can read and release."""
        return self.total - self.reviewed - self.faulty


@dataclass(frozen=True, slots=True)
class Reading:
    """What the page shows of one language. `ready`: shown texts that can be released."""

    line: LanguageLine
    only_open: bool
    texts: Sequence[Standing]
    ready: int
    released_here: bool
    copies: bool = False  # texts of reading copies, not of hand-outs


class TranslationsView(Protocol):
    """The page as the presenter knows it."""

    def show_languages(self, lines: Sequence[LanguageLine], chosen: str) -> None: ...

    def show_reading(self, reading: Reading) -> None: ...

    def show_problem(self, problem: Problem) -> None: ...


class TranslationsSource(Protocol):
    """The texts and the releases of the office file; `copies`: those of reading copies, not of hand-outs."""

    def languages(self, copies: bool) -> Sequence[LanguageLine]: ...

    def standing(self, code: str, copies: bool) -> Sequence[Standing]: ...

    def released_here(self, code: str, copies: bool) -> Sequence[str]: ...

    def release(self, code: str, blocks: Iterable[str]) -> None: ...

    def withdraw(self, code: str, blocks: Iterable[str]) -> None: ...


Say = Callable[[str, str, Callable[[], None] | None], None]
_Found = tuple[Sequence[LanguageLine], Sequence["Standing"], bool]


class TranslationsPresenter:
    """Shows what nobody has reviewed yet, or everything; releases exactly the texts that are shown."""

    def __init__(
        self, jobs: Jobs, source: TranslationsSource, texts: Texts, view: TranslationsView, say: Say
    ) -> None:
        self._jobs, self._reading = jobs, Latest(jobs)
        self._source, self._texts, self._view, self._say = source, texts, view, say
        self._code, self._copies = "", False
        self._only_open: bool | None = None  # None: what is open if there is any
        self._shown: Sequence[Standing] = ()

    def enter(self) -> None:
        """The languages, and the texts of the one that was read last, else of the first."""
        self._read()

    def choose(self, code: str) -> None:
        if code != self._code:
            self._code, self._only_open, self._shown = code, None, ()
            self._read()

    def of_copies(self, copies: bool) -> None:
        """The texts of reading copies, or those of hand-outs."""
        if copies is not self._copies:
            self._copies, self._only_open, self._shown = copies, None, ()
            self._read()

    def look_for(self, wanted: str) -> None:
        """A language by its code, and “copies” after it for the texts of reading copies."""
        code, _, part = wanted.partition(" ")
        copies = part == "copies"
        if (code, copies) != (self._code, self._copies):
            self._code, self._copies, self._only_open, self._shown = code, copies, None, ()
            self._read()

    def show_only_open(self, only_open: bool) -> None:
        self._only_open = only_open
        self._read()

    def release(self) -> None:
        """Everything that is shown and fits the German, in the name of the person who is logged in."""
        code, blocks = self._code, [each.block for each in self._shown if _ready(each)]
        if blocks:
            said = self._texts.plural(
                mark("{count} text is released."), mark("{count} texts are released."), len(blocks)
            )
            undone = self._texts(mark("Withdraw"))
            self._change(
                lambda: self._source.release(code, blocks),
                lambda: self._say(said, undone, lambda: self._withdraw(code, blocks)),
            )

    def withdraw(self) -> None:
        """Everything this office has released in the language."""
        code, copies = self._code, self._copies
        self._change(
            lambda: self._source.withdraw(code, self._source.released_here(code, copies)),
            self._say_withdrawn,
        )

    def _withdraw(self, code: str, blocks: Sequence[str]) -> None:
        self._change(lambda: self._source.withdraw(code, blocks), self._say_withdrawn)

    def _say_withdrawn(self) -> None:
        self._say(self._texts(mark("The release is withdrawn; the sheets warn again.")), "", None)

    def _change(self, work: Callable[[], None], done: Callable[[], None]) -> None:
        def finish(_: None) -> None:
            self._only_open = None
            done()
            self._read()

        self._jobs.run(work, finish, self._view.show_problem)

    def _read(self) -> None:
        self._reading.run(self._found, lambda found: self._take(*found), self._view.show_problem)

    def _found(self) -> _Found:
        copies = self._copies
        lines = self._source.languages(copies)
        codes = [each.language.code for each in lines]
        self._code = self._code if self._code in codes else codes[0]
        released = bool(self._source.released_here(self._code, copies))
        return lines, self._source.standing(self._code, copies), released

    def _take(self, lines: Sequence[LanguageLine], standing: Sequence[Standing], released: bool) -> None:
        line = next(each for each in lines if each.language.code == self._code)
        only_open = self._only_open
        if only_open is None:
            only_open = line.open + line.faulty > 0
        self._shown = [each for each in standing if not (only_open and each.reviewed)]
        ready = sum(map(_ready, self._shown))
        self._view.show_languages(lines, self._code)
        self._view.show_reading(Reading(line, only_open, self._shown, ready, released, self._copies))


def _ready(text: Standing) -> bool:
    return not text.reviewed and not text.fault
