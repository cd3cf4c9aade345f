"""The one style sheet. Widgets choose from it by properties, never by style strings of their own.

role    labels: muted, note, strong, problem, display, code; buttons: primary, quiet, danger, segment,
        frames: page, card, well, rail, status, banner, line
level   1 (page), 2 (card), 3 (group) for headings
"""

from __future__ import annotations

from desktop import resources

from .tokens import Colours


def style_sheet(c: Colours, percent: int) -> str:
    """For these colours and this font size (100 is the design)."""

    def px(pixels: float) -> str:
        return f"{max(1, round(pixels * percent / 100))}px"

    def pt(points: float) -> str:
        return f"{points * percent / 100:.2f}pt"

    rail = px(6 if percent < 175 else 3)  # twice the size must still fit into 768 pixels
    on_light = c.on_accent == "#FFFFFF"
    tick = resources.path("icons", "tick_light.svg" if on_light else "tick_dark.svg").as_posix()

    return f"""
QWidget {{ color: {c.text}; }}
QMainWindow, QDialog, QWidget[role="page"] {{ background: {c.bg}; }}
QLabel {{ background: transparent; }}
QLabel[level="1"] {{ font-size: {pt(16)}; font-weight: 600; }}
QLabel[level="2"] {{ font-size: {pt(13)}; font-weight: 600; }}
QLabel[level="3"] {{ font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="display"] {{ font-size: {pt(20)}; font-weight: 600; }}
QLabel[role="muted"] {{ color: {c.muted}; }}
QLabel[role="note"] {{ color: {c.muted}; font-size: {pt(9)}; }}
QLabel[role="problem"] {{ color: {c.overdue}; font-size: {pt(9)}; }}
QLabel[role="code"] {{ font-size: {pt(16)}; font-weight: 600; letter-spacing: {px(1)}; }}

QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.border}; border-radius: {px(6)}; }}
QFrame[role="well"] {{ background: {c.sunken}; border: 0; border-radius: {px(6)}; }}
QFrame[role="rail"] {{ background: {c.sunken}; border: 0; border-right: 1px solid {c.border}; }}
QFrame[role="status"] {{ background: {c.sunken}; border: 0; border-top: 1px solid {c.border}; }}
QFrame[role="banner"] {{ background: {c.surface}; border: 1px solid {c.border}; border-radius: {px(6)}; }}
QFrame[role="banner"][kind="info"] {{ border-left: {px(4)} solid {c.later}; }}
QFrame[role="banner"][kind="done"] {{ border-left: {px(4)} solid {c.entitled}; }}
QFrame[role="banner"][kind="warning"] {{ border-left: {px(4)} solid {c.soon}; }}
QFrame[role="banner"][kind="problem"] {{ border-left: {px(4)} solid {c.overdue}; }}
QFrame[role="banner"][place="window"] {{ margin: {px(12)} {px(24)} 0 {px(24)}; }}
QFrame[role="line"] {{ background: {c.border}; border: 0; max-height: 1px; min-height: 1px; }}
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] {{ background: transparent; border: 0; }}

QPushButton {{
    background: {c.surface}; border: 1px solid {c.field_border}; border-radius: {px(6)};
    padding: {px(5)} {px(12)}; min-height: {px(20)};
}}
QPushButton:hover {{ background: {c.sunken}; }}
QPushButton:pressed, QPushButton:checked {{ background: {c.accent_weak}; border-color: {c.accent}; }}
QPushButton:disabled {{ color: {c.muted}; border-color: {c.border}; background: {c.bg}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: {px(4)} {px(11)}; }}
QPushButton[role="primary"] {{
    background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; font-weight: 600;
}}
QPushButton[role="primary"]:hover {{ background: {c.accent}; border-color: {c.text}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[role="primary"]:disabled {{ background: {c.sunken}; color: {c.muted}; border-color: {c.border}; }}
QPushButton[role="quiet"] {{ background: transparent; border-color: transparent; color: {c.accent}; }}
QPushButton[role="quiet"]:hover {{ background: {c.accent_weak}; }}
QPushButton[role="quiet"]:focus {{ border-color: {c.accent}; }}
QPushButton[role="quiet"]:disabled {{ color: {c.muted}; }}
QPushButton[role="danger"] {{ color: {c.overdue}; border-color: {c.overdue}; }}
QPushButton[role="danger"]:focus {{ border: 2px solid {c.overdue}; }}
QPushButton[role="segment"]:checked {{
    background: {c.accent_weak}; border: 2px solid {c.accent}; font-weight: 600; padding: {px(4)} {px(11)};
}}
QPushButton[role="segment"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[role="tile"] {{ text-align: left; background: {c.surface}; border-color: {c.border}; }}
QPushButton[role="tile"]:hover {{ background: {c.accent_weak}; }}
QPushButton[role="tile"]:focus {{ border: 2px solid {c.accent}; }}

QToolButton {{
    border: 2px solid transparent; border-radius: {px(6)}; padding: {px(3)}; background: transparent;
}}
QToolButton:hover {{ background: {c.accent_weak}; }}
QToolButton:checked {{ background: {c.accent_weak}; color: {c.accent}; font-weight: 600; }}
QToolButton:focus {{ border-color: {c.accent}; }}
QToolButton[role="rail"] {{ font-size: {pt(8.5)}; padding: {rail} {px(2)}; border-radius: {px(6)}; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {{
    background: {c.surface}; border: 1px solid {c.field_border}; border-radius: {px(6)};
    padding: {px(4)} {px(8)}; placeholder-text-color: {c.muted};
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QLineEdit, QComboBox, QSpinBox {{ min-height: {px(20)}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {{
    border: 2px solid {c.accent}; padding: {px(3)} {px(7)};
}}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{
    border-color: {c.overdue};
}}
QLineEdit:read-only {{ background: {c.sunken}; }}
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled {{ color: {c.muted}; background: {c.bg}; }}
QComboBox::drop-down {{ border: 0; width: {px(24)}; }}
QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.field_border}; }}

QTableView, QTreeView, QListView {{
    background: {c.surface}; border: 1px solid {c.border}; border-radius: {px(6)};
    gridline-color: {c.border}; outline: 0;
    selection-background-color: {c.accent_weak}; selection-color: {c.text};
}}
QTableView:focus, QTreeView:focus, QListView:focus {{ border: 2px solid {c.accent}; }}
QListView[place="card"], QListView[place="well"] {{ border: 2px solid transparent; }}
QListView[place="well"] {{ background: transparent; }}
QListView[place="card"]:focus, QListView[place="well"]:focus {{ border-color: {c.accent}; }}
QTableView::item, QListView::item {{ padding: 0 {px(8)}; border: 0; }}
QListView::item:selected {{ background: {c.accent_weak}; color: {c.text}; }}
QHeaderView {{ background: {c.sunken}; }}
QHeaderView::section {{
    background: {c.sunken}; color: {c.muted}; border: 0; border-bottom: 1px solid {c.border};
    padding: {px(6)} {px(11)}; font-weight: 600;
}}
QTreeView::item {{ padding: {px(4)} 0; border: 0; }}
QTabWidget::pane {{ border: 0; }}
QTabBar::tab {{
    padding: {px(6)} {px(10 if percent <= 125 else 4)};
    border: 2px solid transparent; border-bottom: 2px solid {c.border};
}}
QTabBar::tab:selected {{ color: {c.accent}; font-weight: 600; border-bottom: 2px solid {c.accent}; }}
QTabBar::tab:focus {{ border: 2px solid {c.accent}; border-radius: {px(4)}; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {c.accent}; border-radius: {px(4)}; }}
QCheckBox, QRadioButton {{ border: 2px solid transparent; padding: {px(2)}; spacing: {px(8)}; }}
QCheckBox::indicator {{
    width: {px(15)}; height: {px(15)}; border: 1px solid {c.field_border}; border-radius: {px(3)};
    background: {c.surface};
}}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url("{tick}"); }}
QCheckBox::indicator:disabled {{ border-color: {c.border}; background: {c.bg}; }}
QCheckBox::indicator:checked:disabled {{ background: {c.muted}; border-color: {c.muted}; }}
QMenuBar {{ background: {c.sunken}; }}
QMenuBar::item {{ padding: {px(4)} {px(10)}; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {c.accent_weak}; color: {c.text}; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.border}; padding: {px(4)}; }}
QMenu::item {{ padding: {px(5)} {px(24)} {px(5)} {px(12)}; }}
QMenu::item:disabled {{ color: {c.muted}; }}
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.field_border}; padding: {px(4)}; }}
QProgressBar {{ background: {c.sunken}; border: 0; border-radius: {px(3)}; max-height: {px(6)}; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: {px(3)}; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QScrollBar {{ background: transparent; border: 0; margin: 0; }}
QScrollBar:vertical {{ width: {px(12)}; }}
QScrollBar:horizontal {{ height: {px(12)}; }}
QScrollBar::handle {{ background: {c.field_border}; border-radius: {px(4)}; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: {px(32)}; }}
QScrollBar::handle:horizontal {{ min-width: {px(32)}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {c.border}; }}
"""
