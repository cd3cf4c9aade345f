"""Where rule packs, fonts, icons, texts and samples lie.

The files have one home, the top-level `resources/` folder. A wheel carries it inside the package as
`desktop/_resources` (setup.py puts it there), a frozen program beside its own modules as `resources`.
"""

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def root() -> Path:
    """The folder with all resources, of the frozen program, the wheel or the checkout, in this order."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    packed = _PACKAGE / "_resources"
    return packed if packed.is_dir() else _PACKAGE.parent / "resources"


def path(*parts: str) -> Path:
    """The path of one resource, for instance `path("fonts", "NotoSans-Regular.ttf")`; it need not exist."""
    return root().joinpath(*parts)
