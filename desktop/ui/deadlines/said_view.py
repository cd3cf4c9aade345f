"""Sentences with the section they rest on, one below the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.kit.labels import label
from desktop.ui.kit.look import Look

from .rows import Said


def sentence(look: Look, said: Said, bullet: str = "") -> QWidget:
    """One sentence, its section at the right edge."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.theme.px(8))
    top = Qt.AlignmentFlag.AlignTop
    if bullet:
        row.addWidget(label(bullet, "muted", wrap=False), 0, top)
    words = label(said.text)
    words.setAlignment(top)
    row.addWidget(words, 1)
    if said.cite:
        cite = label(said.cite.removesuffix(" AufenthG"), "note")
        cite.ensurePolished()
        room = cite.fontMetrics().horizontalAdvance(cite.text()) + look.theme.px(6)
        cite.setFixedWidth(min(room, look.theme.px(190)))
        cite.setAlignment(Qt.AlignmentFlag.AlignRight | top)
        row.addWidget(cite, 0, top)
    return line
