"""The style sheet of the ordinary Qt controls, made from the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anakinra_companion.ui.theme import Theme


def stylesheet(theme: Theme) -> str:
    """Rules for fields, lists, tables and scroll bars; our own buttons paint themselves."""
    t, px = theme.tokens, theme.px
    tones = "\n".join(f'QLabel[tone="{name}"] {{ color: {colour}; }}' for name, colour in t.inks().items())
    return f"""
    QWidget {{ color: {t.text}; }}
    QLabel {{ background: transparent; }}
    {tones}
    QMainWindow, QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget#content {{ background: {t.ground}; }}
    QScrollArea {{ border: none; }}
    QFrame#card {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: {px(14)}px; }}
    QFrame#rail {{ background: {t.surface}; border: none; border-right: 1px solid {t.border}; }}
    QPushButton#rail-page, QPushButton#rail-help {{
        text-align: left; border: 3px solid transparent; border-radius: {px(10)}px; background: transparent;
        outline: none;
        padding: 0 {theme.gap(14)}px 0 {theme.gap(10)}px; min-height: {px(44)}px;
    }}
    QPushButton#rail-page:checked {{ background: {t.primary_soft}; color: {t.primary}; }}
    QPushButton#rail-page:hover {{ background: {t.primary_soft}; }}
    QPushButton#rail-help {{ background: {t.stop_soft}; color: {t.stop}; border: 2px solid {t.stop}; }}
    QPushButton#rail-page:focus, QPushButton#rail-help:focus {{ border: 3px solid {t.focus}; }}
    QFrame#footer {{ background: {t.ground}; border: none; border-top: 1px solid {t.border}; }}
    QFrame#undo {{ background: {t.text}; border-radius: {px(12)}px; }}
    QFrame#undo QLabel {{ color: {t.ground}; }}
    QFrame#line {{ background: {t.border}; border: none; max-height: 1px; }}
    QLineEdit, QDateEdit, QTimeEdit, QSpinBox, QComboBox, QPlainTextEdit {{
        background: {t.raised}; border: 1px solid {t.strong_border}; border-radius: {px(8)}px;
        min-height: {px(42)}px; padding: 0 {px(10)}px; selection-background-color: {t.primary};
        selection-color: {t.on_primary};
    }}
    QLineEdit:focus, QDateEdit:focus, QTimeEdit:focus, QSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus {{
        border: 3px solid {t.focus}; padding: 0 {px(8)}px;
    }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {px(36)}px; }}
    QComboBox QAbstractItemView {{
        background: {t.raised}; border: 1px solid {t.strong_border}; outline: none;
        selection-background-color: {t.primary}; selection-color: {t.on_primary};
    }}
    QComboBox QAbstractItemView::item {{ min-height: {px(40)}px; }}
    QTimeEdit::up-button, QSpinBox::up-button, QTimeEdit::down-button, QSpinBox::down-button {{
        width: 0; border: none;
    }}
    QProgressBar {{
        background: {t.raised}; border: 1px solid {t.strong_border}; border-radius: {px(8)}px; min-height: {px(24)}px;
        color: transparent;
    }}
    QProgressBar::chunk {{ background: {t.primary}; border-radius: {px(7)}px; }}
    QTableView, QListView {{
        background: {t.surface}; border: 1px solid {t.border}; border-radius: {px(12)}px;
        gridline-color: {t.border}; outline: none;
    }}
    QHeaderView::section {{
        background: {t.surface}; color: {t.muted}; border: none; border-bottom: 1px solid {t.border};
        padding: {px(6)}px;
    }}
    QHeaderView {{ background: transparent; }}
    QHeaderView::section:first {{ border-top-left-radius: {px(12)}px; }}
    QHeaderView::section:last {{ border-top-right-radius: {px(12)}px; }}
    QTableCornerButton::section {{ background: {t.surface}; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: {px(14)}px; margin: 2px; }}
    QScrollBar::handle:vertical {{ background: {t.strong_border}; border-radius: {px(5)}px; min-height: {px(44)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.strong_border}; padding: {px(6)}px; }}
    """
