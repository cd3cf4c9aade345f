"""One pictogram for each heading of a hand-out, drawn as shapes; the heading always stands beside it.

A pictogram fills a square of the given size whose top left corner is at x, y.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from .page import Page
from .signs import Sign

_WIDTH = 1.3
Points = Sequence[tuple[float, float]]


def _draw(page: Page, x: float, y: float, size: float, *parts: Points) -> None:
    for part in parts:
        page.path([(x + size * across, y + size * down) for across, down in part], _WIDTH)


def _arc(
    middle: tuple[float, float], radius: tuple[float, float], start: float, end: float, steps: int = 14
) -> list[tuple[float, float]]:
    """Points of an arc, angles in quarter turns from the right, upwards first."""
    angles = (math.pi / 2 * (start + (end - start) * step / steps) for step in range(steps + 1))
    return [
        (middle[0] + radius[0] * math.cos(angle), middle[1] - radius[1] * math.sin(angle)) for angle in angles
    ]


def _rectangle(left: float, top: float, right: float, bottom: float) -> Points:
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def _paper(page: Page, x: float, y: float, size: float) -> None:
    outline = [(0.6, 0.06), (0.2, 0.06), (0.2, 0.94), (0.8, 0.94), (0.8, 0.26), (0.6, 0.06)]
    rows = ([(0.33, down), (across, down)] for down, across in ((0.46, 0.67), (0.62, 0.67), (0.78, 0.55)))
    _draw(page, x, y, size, outline, [(0.6, 0.06), (0.6, 0.26), (0.8, 0.26)], *rows)


def _work(page: Page, x: float, y: float, size: float) -> None:
    handle = [(0.36, 0.3), (0.36, 0.16), (0.64, 0.16), (0.64, 0.3)]
    lid = [(0.08, 0.56), (0.92, 0.56)]
    _draw(page, x, y, size, _rectangle(0.08, 0.3, 0.92, 0.88), handle, lid, [(0.5, 0.5), (0.5, 0.64)])


def _course(page: Page, x: float, y: float, size: float) -> None:
    left = [(0.5, 0.26), (0.3, 0.16), (0.06, 0.18), (0.06, 0.8), (0.3, 0.78), (0.5, 0.88), (0.5, 0.26)]
    _draw(page, x, y, size, left, [(1 - across, down) for across, down in left])


def _benefits(page: Page, x: float, y: float, size: float) -> None:
    page.circle(x + size * 0.5, y + size * 0.5, size * 0.44, _WIDTH)
    bars = ([(0.24, down), (0.54, down)] for down in (0.44, 0.57))
    _draw(page, x, y, size, _arc((0.56, 0.5), (0.2, 0.24), 0.6, 3.4), *bars)


def _family(page: Page, x: float, y: float, size: float) -> None:
    for middle in (0.22, 0.78):
        page.circle(x + size * middle, y + size * 0.2, size * 0.13, _WIDTH)
        _draw(page, x, y, size, _arc((middle, 0.94), (0.18, 0.52), 0, 2))
    page.circle(x + size * 0.5, y + size * 0.5, size * 0.09, _WIDTH)
    _draw(page, x, y, size, _arc((0.5, 0.94), (0.1, 0.27), 0, 2))


def _travel(page: Page, x: float, y: float, size: float) -> None:
    page.circle(x + size * 0.5, y + size * 0.5, size * 0.44, _WIDTH)
    _draw(
        page,
        x,
        y,
        size,
        _arc((0.5, 0.5), (0.19, 0.44), 0, 4, 24),
        [(0.06, 0.5), (0.94, 0.5)],
        [(0.13, 0.28), (0.87, 0.28)],
        [(0.13, 0.72), (0.87, 0.72)],
    )


def _living(page: Page, x: float, y: float, size: float) -> None:
    walls = [(0.17, 0.46), (0.17, 0.92), (0.83, 0.92), (0.83, 0.46)]
    door = [(0.42, 0.92), (0.42, 0.62), (0.58, 0.62), (0.58, 0.92)]
    _draw(page, x, y, size, [(0.04, 0.54), (0.5, 0.1), (0.96, 0.54)], walls, door)


def _extend(page: Page, x: float, y: float, size: float) -> None:
    page.circle(x + size * 0.5, y + size * 0.5, size * 0.44, _WIDTH)
    _draw(page, x, y, size, [(0.5, 0.2), (0.5, 0.5), (0.7, 0.62)])


def _bring(page: Page, x: float, y: float, size: float) -> None:
    bag = [(0.14, 0.36), (0.86, 0.36), (0.94, 0.92), (0.06, 0.92), (0.14, 0.36)]
    _draw(page, x, y, size, bag, _arc((0.5, 0.36), (0.2, 0.26), 0, 2))


def _ends(page: Page, x: float, y: float, size: float) -> None:
    eight = [(0.5 + 0.46 * math.cos(a), 0.5 - 0.46 * math.sin(a)) for a in _eighths()]
    _draw(page, x, y, size, eight, [(0.32, 0.32), (0.68, 0.68)], [(0.68, 0.32), (0.32, 0.68)])


def _eighths() -> Iterable[float]:
    return (math.pi / 8 + math.pi / 4 * corner for corner in range(9))


def _ahead(page: Page, x: float, y: float, size: float) -> None:
    steps = [(0.04, 0.92), (0.3, 0.92), (0.3, 0.68), (0.56, 0.68), (0.56, 0.44), (0.82, 0.44)]
    _draw(page, x, y, size, steps, [(0.36, 0.5), (0.8, 0.08)], [(0.56, 0.08), (0.8, 0.08), (0.8, 0.32)])


PICTOGRAMS: Mapping[str, Sign] = {
    "paper": _paper,
    "work": _work,
    "course": _course,
    "benefits": _benefits,
    "family": _family,
    "travel": _travel,
    "living": _living,
    "extend": _extend,
    "bring": _bring,
    "ends": _ends,
    "ahead": _ahead,
}
"""By the key of the heading."""
