"""The papers of the body map: saved where the person says, whole or not at all, and opened on request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from anakinra_companion.diary.diary import Diary
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.sites.page import SitesPage
from tests.papers.dots import holes
from tests.papers.measured import sheets
from tests.people import set_up
from tests.processes.test_bad_input import mounted, needs_root
from tests.ui.conftest import Show
from tests.ui.dialogs import answering
from tests.ui.shown import Shown


class Opener(QObject):
    """Stands in for the computer's own viewer, and keeps what it was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener() -> Iterator[Opener]:
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "open")  # type: ignore[arg-type]  # the stubs want bytes
    yield made
    QDesktopServices.unsetUrlHandler("file")


@contextmanager
def saving_as(path: Path) -> Iterator[None]:
    def answer(dialog: QFileDialog) -> None:
        dialog.selectFile(str(path))
        dialog.accept()

    with answering(QFileDialog, answer):
        yield


def opened(show: Show, diary: Diary) -> Shown[Page]:
    page = show(SitesPage(diary))
    page.press("choice-skin")
    return page


@pytest.fixture
def person(diary: Diary) -> Diary:
    set_up(diary)
    return diary


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_the_dot_template_of_a_place_is_saved_at_real_size_and_opened(
    person: Diary, show: Show, tmp_path: Path, opener: Opener, size: str
) -> None:
    page, path = opened(show, person), tmp_path / "dots.pdf"
    page.press("choice-thigh_right")
    page.press(f"choice-{size}")
    assert page.find("open-paper") is None
    with saving_as(path):
        page.press("save-dots")
    found = sheets(path)
    assert round(found[0].width) == (210 if size == "a4" else 216)
    assert len(holes(found[1])) == len(person.sites.map().points[list(person.sites.map().places)[1]])
    assert "Your right thigh" in found[0].text
    assert "Saved. The place takes 1 sheet(s)" in page.said
    page.press("open-paper")
    assert opener.opened == [str(path)]


def test_it_all_goes_by_keys(person: Diary, show: Show, tmp_path: Path, opener: Opener) -> None:
    page, path = opened(show, person), tmp_path / "sheet.pdf"
    button = page.find("save-rotation")
    assert button is not None
    button.setFocus()
    with saving_as(path):
        QTest.keyClick(button, Qt.Key.Key_Return)
    page.settle()
    now = page.page.focusWidget()
    assert now is not None
    assert now.objectName() == "open-paper"
    QTest.keyClick(now, Qt.Key.Key_Space)
    assert opener.opened == [str(path)]
    assert path.read_bytes().startswith(b"%PDF")


def test_the_paper_of_the_country_is_chosen_already(person: Diary, show: Show) -> None:
    page = opened(show, person)
    a4, letter = page.find("choice-a4"), page.find("choice-letter")
    assert a4 is not None
    assert letter is not None
    assert (a4.isChecked(), letter.isChecked()) == (True, False)


def test_h15_places_of_a_helper_are_offered_only_where_somebody_else_injects(person: Diary, show: Show) -> None:
    page = opened(show, person)
    assert page.find("choice-belly") is not None
    assert page.find("choice-arm_left") is None
    person.change_profile(helper="Ana")
    page = opened(show, person)
    assert page.find("choice-arm_left") is not None
    assert page.find("choice-buttock_right") is not None


def test_nothing_is_said_where_nobody_chose_a_file(person: Diary, show: Show) -> None:
    page = opened(show, person)
    with answering(QFileDialog, QFileDialog.reject):
        page.press("save-dots")
    assert "Saved" not in page.said
    assert page.find("open-paper") is None


@needs_root
def test_a_folder_that_takes_no_file_is_told_plainly(person: Diary, show: Show, tmp_path: Path) -> None:
    page, place = opened(show, person), tmp_path / "closed"
    place.mkdir()
    with mounted("-t", "tmpfs", "-o", "ro", "tmpfs", at=place), saving_as(place / "sheet.pdf"):
        page.press("save-rotation")
    assert "Nothing was saved: that folder does not take it." in page.said
    assert page.find("open-paper") is None


@needs_root
def test_a_full_disk_is_told_plainly_and_an_earlier_paper_stays(person: Diary, show: Show, tmp_path: Path) -> None:
    page, place = opened(show, person), tmp_path / "small"
    place.mkdir()
    with mounted("-t", "tmpfs", "-o", "size=16k", "tmpfs", at=place):
        with saving_as(place / "dots.pdf"):
            page.press("save-dots")
        assert list(place.iterdir()) == []
    assert "Nothing was saved: the disk is full." in page.said


def test_a_sheet_without_a_next_dose_is_blank_and_says_so(diary: Diary, show: Show, tmp_path: Path) -> None:
    page = opened(show, diary)
    with saving_as(tmp_path / "sheet.pdf"):
        page.press("save-rotation")
    assert "Saved with blank rows" in page.said
    assert "1." in sheets(tmp_path / "sheet.pdf")[0].text
