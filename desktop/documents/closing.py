"""A sheet that would end with a few lines on a page of their own is set a little closer instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .page import Frame, Strip, paginate

_FEW = 0.3
"""So much of its height a last page must fill to be worth the paper."""
_CLOSER = 0.7
"""What is left of every space between strips; less would look crowded."""


def closed_up(strips: Sequence[Strip], frame: Frame) -> list[Strip]:
    """The strips as they are, or with less space between them where that saves a nearly empty last page."""
    pages = paginate(strips, frame)
    top, last = pages[-1][-1] if pages[-1] else (frame.top, Strip(0, lambda _page, _top: None))
    filled = top + last.height - frame.top
    if len(pages) == 1 or filled > _FEW * (frame.bottom - frame.top):
        return list(strips)
    closer = [replace(strip, gap=strip.gap * _CLOSER) for strip in strips]
    return closer if len(paginate(closer, frame)) < len(pages) else list(strips)
