"""What leaves the encrypted office, on paper or as a file: with names only where that is chosen. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from desktop.errors import Problem
from desktop.texts import Texts, mark

from .jobs import Jobs, Latest
from .pdf_pages import PRINTER_DPI, PageImage, rendered


class Content(NamedTuple):
    """What a file or some sheets hold, and what the file may be called; the name names nobody.

    A `warning` is said after it has left.
    """

    data: bytes
    file_name: str
    warning: Problem | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that can leave. `make` takes whether with names; it and `write` run on the worker thread."""

    title: str
    about: str
    make: Callable[[bool], Content]
    write: Callable[[Path, Content], None]
    suffix: str = ".pdf"
    on_paper: bool = True


class WayOutView(Protocol):
    def show_way(self, title: str, about: str, on_paper: bool) -> None: ...
    def show_problem(self, problem: Problem) -> None: ...
    def show_done(self, sentence: str) -> None: ...
    def has_printer(self) -> bool: ...
    def print_pages(self, pages: Sequence[PageImage]) -> bool: ...
    def ask_where(self, file_name: str, suffix: str) -> Path | None: ...


class WayOut:
    """Makes the thing, then prints it or puts it where the person says; closing it asks for nothing more."""

    def __init__(self, view: WayOutView, jobs: Jobs, texts: Texts) -> None:
        self._view, self._jobs, self._texts = view, jobs, texts
        self._question = Latest(jobs)
        self._way: Way | None = None

    def open(self, way: Way) -> None:
        """Ask how, in place of what was asked before."""
        self._question.cancel()
        self._way = way
        self._view.show_way(way.title, way.about, way.on_paper)

    def close(self) -> None:
        """The person gave up; an answer that comes later is dropped."""
        self._question.cancel()

    def print(self, names: bool) -> None:
        """Send it to a printer."""
        way = self._way
        if way is None:
            return
        if not self._view.has_printer():
            self._view.show_problem(
                Problem(
                    mark("No printer is set up on this computer."),
                    mark("Save the sheet as a PDF and print it elsewhere."),
                )
            )
            return
        self._question.run(
            lambda: _on_paper(way.make(names)),
            done=lambda made: self._send(*made),
            failed=self._view.show_problem,
        )

    def save(self, names: bool) -> None:
        """Put it into a file; where, is asked when it is there."""
        way = self._way
        if way is not None:
            self._question.run(
                lambda: way.make(names),
                done=lambda content: self._put(way, content),
                failed=self._view.show_problem,
            )

    def _send(self, content: Content, pages: Sequence[PageImage]) -> None:
        if self._view.print_pages(pages):
            self._done(content, self._texts(mark("Sent to the printer.")))

    def _put(self, way: Way, content: Content) -> None:
        place = self._view.ask_where(content.file_name, way.suffix)
        if place is None:
            return
        ends_well = place.suffix.lower() == way.suffix
        file = place if ends_well else place.with_name(f"{place.name}{way.suffix}")
        self._jobs.run(
            lambda: way.write(file, content),
            done=lambda _: self._done(content, self._texts(mark("Saved as {file}."), file=file.name)),
            failed=self._view.show_problem,
        )

    def _done(self, content: Content, sentence: str) -> None:
        self._view.show_done(sentence)
        if content.warning is not None:
            self._view.show_problem(content.warning)


def _on_paper(content: Content) -> tuple[Content, Sequence[PageImage]]:
    return content, rendered(content.data, PRINTER_DPI, grey=True)
