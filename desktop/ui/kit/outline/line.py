"""One line of an outline. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.ui.kit.signs import Sign

_INSIDE = re.compile(r"(?<![,;]) (?!mit |with |\()")
_SECTION = re.compile(r"§§?\s\d\w*(?:\(\d+\))?(?:\s(?:Abs|[Ss]|Nr|Hs)\.\s\d+\w*)*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `key` keeps its identity when lines move; `head` is bold, `word` names the sign.

    `detail` is a second, quieter text; `cite` stands on the right. `lazy`: parts come when it is opened.
    `act`: what a person can do in this line, for the tree that puts a form there.
    """

    key: str
    text: str
    sign: Sign | None = None
    head: str = ""
    word: str = ""
    detail: str = ""
    cite: str = ""
    parts: tuple[Line, ...] = ()
    open: bool = False
    lazy: bool = False
    deciding: bool = False
    act: object = None
    level: str = "text"  # title, group or text

    def all(self) -> Iterator[Line]:
        """This line and every one inside."""
        yield self
        for part in self.parts:
            yield from part.all()


def group(key: str, title: str, parts: tuple[Line, ...]) -> Line:
    """Lines folded together under a title with their number."""
    return Line(key, f"{title} ({len(parts)})", parts=parts, level="group")


def section(cite: str) -> str:
    """A citation without the name of the act, which is the same nearly everywhere."""
    return cite.removesuffix(" AufenthG")


def unbroken(cite: str) -> str:
    """A citation whose lines break between two sections only, never inside one."""
    return _INSIDE.sub("\N{NO-BREAK SPACE}", cite)


def with_whole_citations(text: str) -> str:
    """A sentence whose lines never break inside a section it names: § 25 Abs. 2 S. 1."""
    return _SECTION.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), text)


def pieces(cite: str) -> list[str]:
    """What stays together in a citation that is not broken inside."""
    return unbroken(cite).split(" ")
