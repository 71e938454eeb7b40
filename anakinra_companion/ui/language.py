"""Puts the words of the person's language in force; English needs it too, for its plurals."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator

from anakinra_companion import resources


def speak(application: QCoreApplication, language: str = "en") -> QTranslator:
    """Loads a language and returns its translator, which must live as long as the window."""
    translator = QTranslator(application)
    if translator.load(str(resources.path(f"i18n/{language}.qm"))):
        application.installTranslator(translator)
    return translator
