"""Every page by its name; imported at its first visit, because the frame must not wait for any of them."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.ui.page import Page

PAGES = {
    "today": "anakinra_companion.ui.today_page:TodayPage",
    "walkthrough": "anakinra_companion.ui.walkthrough.page:WalkthroughPage",
    "practice": "anakinra_companion.ui.walkthrough.practice_page:PracticePage",
    "sites": "anakinra_companion.ui.sites.page:SitesPage",
    "storage": "anakinra_companion.ui.storage.page:StoragePage",
    "calendar": "anakinra_companion.ui.calendar.page:CalendarPage",
    "settings": "anakinra_companion.ui.settings_page:SettingsPage",
    "help": "anakinra_companion.ui.help_page:HelpPage",
    "first_run": "anakinra_companion.ui.first_run_page:FirstRunPage",
}


def made(name: str, diary: Diary | None) -> Page:
    """A new page; help alone is made without a diary too."""
    module, _, kind = PAGES[name].partition(":")
    make: Callable[..., Page] = getattr(importlib.import_module(module), kind)
    return make(diary)
