"""The brush of each pattern of a status."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt

from .status_patterns import Pattern

BRUSHES: Mapping[Pattern, Qt.BrushStyle] = MappingProxyType(
    {
        Pattern.TITLE: Qt.BrushStyle.SolidPattern,
        Pattern.TOLERATED: Qt.BrushStyle.BDiagPattern,
        Pattern.ASYLUM: Qt.BrushStyle.Dense6Pattern,
        Pattern.FICTION: Qt.BrushStyle.HorPattern,
        Pattern.VISA: Qt.BrushStyle.FDiagPattern,
        Pattern.NO_PAPER: Qt.BrushStyle.NoBrush,
    }
)
