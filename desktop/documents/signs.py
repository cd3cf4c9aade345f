"""Signs drawn as shapes, because the fonts have none: tick boxes, verdicts, how a condition stands, arrows.

A sign fills a square of the given size whose top left corner is at x, y. The signs of verdicts are those of
the window's icons. A word always stands beside a sign.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping

from ..rules.standing import Standing
from ..rules.verdict import Verdict
from .page import Page

Sign = Callable[[Page, float, float, float], None]


def tick_box(page: Page, x: float, y: float, size: float, *, ticked: bool = False) -> None:
    """A box to tick by hand, or ticked already."""
    page.box(x, y, size, size, 0.9)
    if ticked:
        _lines(page, x, y, size, [(0.18, 0.52), (0.42, 0.8), (0.98, -0.12)], width=1.6)


def check(page: Page, x: float, y: float, size: float) -> None:
    """Met."""
    _lines(page, x, y, size, [(0.1, 0.55), (0.38, 0.82), (0.92, 0.2)])


def cross(page: Page, x: float, y: float, size: float) -> None:
    """Not met."""
    _lines(page, x, y, size, [(0.2, 0.2), (0.8, 0.8)])
    _lines(page, x, y, size, [(0.8, 0.2), (0.2, 0.8)])


def question(page: Page, x: float, y: float, size: float, *, mirrored: bool = False) -> None:
    """Not known. `mirrored`: as languages write it that run from right to left."""
    side = -0.24 if mirrored else 0.24
    hook = [(0.5 + side * math.cos(a), 0.3 - 0.24 * math.sin(a)) for a in _angles(math.pi, -0.55, 10)]
    _lines(page, x, y, size, [*hook, (0.5, 0.58), (0.5, 0.68)])
    _dot(page, x + size * 0.5, y + size * 0.87, size * 0.06)


def person(page: Page, x: float, y: float, size: float) -> None:
    """Somebody has to judge."""
    page.circle(x + size * 0.5, y + size * 0.3, size * 0.18, 1.1)
    _lines(
        page,
        x,
        y,
        size,
        [(0.5 + 0.34 * math.cos(a), 0.92 - 0.36 * math.sin(a)) for a in _angles(0.0, math.pi, 12)],
    )


def scales(page: Page, x: float, y: float, size: float) -> None:
    """The authority weighs."""
    _lines(page, x, y, size, [(0.5, 0.1), (0.5, 0.9)])
    _lines(page, x, y, size, [(0.3, 0.9), (0.7, 0.9)])
    _lines(page, x, y, size, [(0.18, 0.25), (0.82, 0.25)])
    for middle in (0.18, 0.82):
        _lines(
            page, x, y, size, [(middle, 0.25), (middle - 0.16, 0.58), (middle + 0.16, 0.58), (middle, 0.25)]
        )
        bowl = [(middle + 0.16 * math.cos(a), 0.58 + 0.13 * math.sin(a)) for a in _angles(0.0, math.pi, 8)]
        _lines(page, x, y, size, bowl)


def both_ways(page: Page, x: float, y: float, size: float) -> None:
    """Disputed: two readings."""
    for middle, direction in ((0.32, 1), (0.68, -1)):
        _lines(page, x, y, size, [(0.12, middle), (0.88, middle)])
        tip = 0.88 if direction > 0 else 0.12
        back = tip - 0.16 * direction
        _lines(page, x, y, size, [(back, middle - 0.12), (tip, middle), (back, middle + 0.12)])


def ring(page: Page, x: float, y: float, size: float) -> None:
    """Does not matter here."""
    page.circle(x + size * 0.5, y + size * 0.5, size * 0.3, 1.1)


def exclamation(page: Page, x: float, y: float, size: float) -> None:
    """Watch out."""
    _lines(page, x, y, size, [(0.5, 0.04), (0.98, 0.92), (0.02, 0.92), (0.5, 0.04)], width=1.1)
    _lines(page, x, y, size, [(0.5, 0.36), (0.5, 0.62)], width=1.3)
    _dot(page, x + size * 0.5, y + size * 0.77, size * 0.05)


def _entitled(page: Page, x: float, y: float, size: float) -> None:
    page.circle(x + size * 0.5, y + size * 0.5, size * 0.44, fill=True)
    _lines(page, x, y, size, [(0.27, 0.52), (0.44, 0.69), (0.73, 0.35)], width=size * 0.11, grey=1.0)


def _should(page: Page, x: float, y: float, size: float) -> None:
    page.circle(x + size * 0.5, y + size * 0.5, size * 0.44, 1.2)
    _lines(page, x, y, size, [(0.27, 0.52), (0.44, 0.69), (0.73, 0.35)], width=size * 0.1)


def _not_available(page: Page, x: float, y: float, size: float) -> None:
    page.circle(x + size * 0.5, y + size * 0.5, size * 0.44, 1.2)
    _lines(page, x, y, size, [(0.2, 0.8), (0.8, 0.2)])


VERDICTS: Mapping[Verdict, Sign] = {
    Verdict.ENTITLEMENT_INDICATED: _entitled,
    Verdict.SHOULD_BE_GRANTED: _should,
    Verdict.DISCRETION_OPEN: scales,
    Verdict.NEEDS_ASSESSMENT: person,
    Verdict.FACTS_MISSING: question,
    Verdict.NOT_AVAILABLE: _not_available,
}
STANDINGS: Mapping[Standing, Sign] = {
    Standing.MET: check,
    Standing.NOT_MET: cross,
    Standing.OPEN: question,
    Standing.NOT_JUDGED: person,
    Standing.DISPUTED: both_ways,
    Standing.NOT_REQUIRED: ring,
}


def _lines(
    page: Page,
    x: float,
    y: float,
    size: float,
    points: Iterable[tuple[float, float]],
    *,
    width: float = 1.3,
    grey: float = 0.0,
) -> None:
    page.path([(x + size * a, y + size * b) for a, b in points], width, grey=grey)


def _dot(page: Page, x: float, y: float, radius: float) -> None:
    page.circle(x, y, radius, 0.5, fill=True)


def _angles(start: float, end: float, steps: int) -> Iterable[float]:
    return (start + (end - start) * step / steps for step in range(steps + 1))
