"""What is written down when the program made a mistake: types and lines, never a value of a case."""

from __future__ import annotations

import traceback
from datetime import datetime
from pathlib import Path

from desktop import __name__ as package

KEPT = 20


def report(error: BaseException, folder: Path, now: datetime) -> Path | None:
    """Write a report and return where; None if that is not possible either."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in sorted(folder.glob("mistake-*.txt"))[:-KEPT]:
            old.unlink()
        place = folder / f"mistake-{now:%Y-%m-%d-%H%M%S-%f}.txt"
        place.write_text(text_of(error), encoding="utf-8")
    except OSError:
        return None
    return place


def text_of(error: BaseException) -> str:
    """Exception types with module and line of every step; messages are left out, they may hold values."""
    lines = []
    each: BaseException | None = error
    while each is not None:
        lines.append(type(each).__qualname__)
        for frame in traceback.extract_tb(each.__traceback__):
            parts = Path(frame.filename).parts
            inside = parts.index(package) if package in parts else len(parts) - 1
            lines.append(f"  {'/'.join(parts[inside:])}:{frame.lineno} {frame.name}")
        each = each.__cause__ or each.__context__
    return "\n".join(lines) + "\n"
