"""The colour tokens. Every text colour has a contrast of at least 5.2 on bg, surface and sunken."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor


class Colours(NamedTuple):
    """One theme. Verdict and urgency colours never speak alone: a sign and a word stand beside them."""

    bg: str
    surface: str
    sunken: str
    border: str
    field_border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_weak: str
    entitled: str
    should: str
    discretion: str
    assessment: str
    facts_missing: str
    not_available: str
    overdue: str
    soon: str
    later: str


LIGHT = Colours(
    bg="#F7F7F4", surface="#FFFFFF", sunken="#EEF0EC", border="#C9CEC7", field_border="#858D86",
    text="#1B211E", muted="#566059", accent="#0E6A60", on_accent="#FFFFFF", accent_weak="#DDEFEB",
    entitled="#176B34", should="#0B6E6E", discretion="#1D59B3", assessment="#6A3B9C",
    facts_missing="#5A6068", not_available="#8F3A2B", overdue="#B3261E", soon="#8A5300", later="#2F5F8F",
)  # fmt: skip
DARK = Colours(
    bg="#131715", surface="#1B201E", sunken="#0F1211", border="#3B443F", field_border="#75817B",
    text="#E8EDEA", muted="#A8B3AD", accent="#6CCABD", on_accent="#06211D", accent_weak="#1F3A36",
    entitled="#7BD397", should="#63CFCF", discretion="#8DB8FF", assessment="#C9A6F5",
    facts_missing="#B4BBC3", not_available="#F0A396", overdue="#FF9C93", soon="#F2BE6B", later="#92C1EE",
)  # fmt: skip
LIGHT_CONTRAST = Colours(
    bg="#FFFFFF", surface="#FFFFFF", sunken="#F2F2F2", border="#000000", field_border="#000000",
    text="#000000", muted="#2B2B2B", accent="#004B43", on_accent="#FFFFFF", accent_weak="#BFE6DF",
    entitled="#00461B", should="#004848", discretion="#003A8C", assessment="#4A1C7A",
    facts_missing="#333333", not_available="#6B1F13", overdue="#8A0F08", soon="#5C3600", later="#1A4068",
)  # fmt: skip
DARK_CONTRAST = Colours(
    bg="#000000", surface="#000000", sunken="#141414", border="#FFFFFF", field_border="#FFFFFF",
    text="#FFFFFF", muted="#DADADA", accent="#8CEBDD", on_accent="#000000", accent_weak="#0D4A43",
    entitled="#9DF0B6", should="#8CEDED", discretion="#B5D2FF", assessment="#E2CCFF",
    facts_missing="#DDDDDD", not_available="#FFC2B8", overdue="#FFBDB6", soon="#FFD894", later="#BBDCFA",
)  # fmt: skip


def colour(token: str) -> QColor:
    """A token's value as Qt wants it."""
    return QColor(token)
