"""Names on the page: any script, closed off, without what could disturb the line. No Qt."""

from __future__ import annotations

import unicodedata

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_DISTURBING = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))  # controls, halves of signs, line and paragraph ends
_JOINER = "\N{ZERO WIDTH NON-JOINER}"  # belongs to Persian spelling


def isolated(name: str) -> str:
    """A name closed off so that it does not reorder the words and numbers around it.

    Control characters that came in with it (overrides, line breaks) are left out.
    """
    shown = "".join(filter(_shows, name))
    return f"{FIRST_STRONG_ISOLATE}{shown}{POP_ISOLATE}" if shown else ""


def tooltip(text: str) -> str:
    """Text for a tooltip, the one place where Qt would read a name as markup: letter by letter instead."""
    if not {"<", "&"} & set(text):
        return text
    from html import escape  # not needed for the first window

    return f"<p>{escape(text)}</p>".replace("\n", "<br>")


def _shows(sign: str) -> bool:
    return sign == _JOINER or unicodedata.category(sign) not in _DISTURBING
