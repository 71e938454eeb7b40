"""What a person does to tell what the skin did, in looking back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.ui.dialogs.tell_reaction import TellReaction
from anakinra_companion.ui.sites.page import SitesPage
from tests.hand_clock import HandClock
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering
from tests.ui.shown import Shown

HERE = SitePoint(Place.THIGH_LEFT, 0, 0)


def injected_yesterday(diary: Diary, clock: HandClock) -> str:
    """One injection yesterday; the person has numbers of their own."""
    set_up(diary)
    diary.change_profile(care_number="555 0100", emergency_number="112")
    given = diary.doses.record(Given(TODAY, diary.now(), HERE))
    clock.pass_time(days=1)
    return given.doses[0]


def looking_back(diary: Diary, show: Show) -> Shown[SitesPage]:
    shown: Shown[SitesPage] = show(SitesPage(diary))  # type: ignore[assignment]
    shown.press("choice-back")
    return shown


def said(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def press(dialog: QWidget, name: str) -> None:
    button = dialog.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    assert button.isVisible(), name
    button.click()


def in_sight(dialog: QWidget, name: str) -> bool:
    button = dialog.findChild(QAbstractButton, name)
    return isinstance(button, QAbstractButton) and button.isVisible()


def tell(page: Shown[SitesPage], dose: str, answer: Callable[[TellReaction], None]) -> None:
    with answering(TellReaction, answer):
        page.press(f"skin-{dose}")


def signs(diary: Diary, dose: str) -> list[Signs]:
    return [each.signs for each in diary.reactions.of(dose)]
