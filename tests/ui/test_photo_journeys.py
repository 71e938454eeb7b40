"""Photos of the skin: chosen, kept inside the record, shown, erased for good; their files are forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit

from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.paths import Paths
from anakinra_companion.ui.calendar.page import CalendarPage
from anakinra_companion.ui.dialogs.show_photo import ShowPhoto
from anakinra_companion.ui.dialogs.tell_reaction import TellReaction
from anakinra_companion.ui.sites.page import SitesPage
from anakinra_companion.ui.widgets.photo import LargePhoto, Thumbnail
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import TODAY, set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, choose
from tests.ui.photo_files import LATITUDE, NAME, encoded, phone_jpeg, sideways
from tests.ui.shown import Shown
from tests.ui.telling import said, tell


@pytest.fixture
def dose(diary: Diary, clock: HandClock) -> str:
    set_up(diary)
    given = diary.doses.record(Given(TODAY, diary.now(), SitePoint(Place.THIGH_LEFT, 0, 0)))
    clock.pass_time(days=1)
    return given.doses[0]


@pytest.fixture
def page(diary: Diary, dose: str, show: Show) -> Shown[SitesPage]:  # noqa: ARG001 - the injection of the photo
    shown: Shown[SitesPage] = show(SitesPage(diary))  # type: ignore[assignment]
    shown.press("choice-back")
    return shown


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A photo in a folder whose name tells too much."""
    folder = tmp_path / "My rheumatism pictures"
    folder.mkdir()
    (folder / "IMG_0042.jpg").write_bytes(phone_jpeg(orientation=6))
    return folder / "IMG_0042.jpg"


@pytest.fixture
def qt_settings(tmp_path: Path) -> Iterator[Path]:
    """Qt's own settings, in a folder of this test."""
    folder = tmp_path / "qt"
    folder.mkdir()
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.NativeFormat, scope, str(folder))
    yield folder


def choosing(file: Path) -> None:
    """What a person does in the file dialog that opens next."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(file.parent))
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(name, QLineEdit)
        name.setText(file.name)
        dialog.accept()

    QTimer.singleShot(0, act)


def add_photo(dialog: TellReaction, file: Path) -> None:
    button = dialog.findChild(QAbstractButton, "add-photo")
    assert isinstance(button, QAbstractButton)
    choosing(file)
    button.click()


def test_a_photo_is_kept_upright_without_its_place_and_shown_with_a_name(
    page: Shown[SitesPage], diary: Diary, dose: str, secret: Path
) -> None:
    def answer(dialog: TellReaction) -> None:
        add_photo(dialog, secret)
        choose(dialog, "redness-1")
        choose(dialog, "spreading-no")
        dialog.primary.click()

    tell(page, dose, answer)
    (photo,) = diary.photos.of(dose)
    content = diary.photos.content(photo.id)
    assert content is not None
    assert LATITUDE not in content
    assert NAME not in content
    assert QImage.fromData(content).height() > QImage.fromData(content).width()
    (shown,) = page.page.findChildren(Thumbnail)
    assert shown.accessibleName() == "Photo of your left thigh, Tue 3 Mar"
    diary.undo(page.undos[-1])
    assert diary.photos.of(dose) == ()
    assert diary.reactions.of(dose) == ()
    assert whole(diary)


def test_a_photo_alone_can_be_kept_and_says_nothing_of_the_skin(
    page: Shown[SitesPage], diary: Diary, dose: str, secret: Path
) -> None:
    def answer(dialog: TellReaction) -> None:
        add_photo(dialog, secret)
        dialog.primary.click()

    tell(page, dose, answer)
    assert len(diary.photos.of(dose)) == 1
    assert diary.reactions.of(dose) == ()
    assert "nothing to see or feel" not in page.said


def test_a_photo_left_out_again_and_one_of_a_cancelled_window_are_not_kept(
    page: Shown[SitesPage], diary: Diary, dose: str, secret: Path
) -> None:
    def answer(dialog: TellReaction) -> None:
        add_photo(dialog, secret)
        add_photo(dialog, secret)
        out = dialog.findChild(QAbstractButton, "leave-out-0")
        assert isinstance(out, QAbstractButton)
        out.click()
        dialog.primary.click()

    tell(page, dose, answer)
    assert len(diary.photos.of(dose)) == 1

    def cancel(dialog: TellReaction) -> None:
        add_photo(dialog, secret)
        dialog.cancel.click()

    tell(page, dose, cancel)
    assert len(diary.photos.of(dose)) == 1


def test_a_window_closed_after_a_failure_leaves_no_photo_behind(
    page: Shown[SitesPage], diary: Diary, dose: str, secret: Path
) -> None:
    def answer(dialog: TellReaction) -> None:
        add_photo(dialog, secret)
        choose(dialog, "redness-1")
        choose(dialog, "spreading-no")
        # A lump at an injection whose point became unknown meanwhile cannot be drawn.
        choose(dialog, "lump-here")
        diary.doses.correct(dose, Given(TODAY, None, None, Place.THIGH_LEFT))
        dialog.primary.click()
        assert dialog.isVisible()
        dialog.cancel.click()

    tell(page, dose, answer)
    assert diary.reactions.of(dose) == ()
    assert diary.photos.of(dose) == ()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"%PDF-1.7 a letter", "This file is no photo that can be kept."), (None, "This photo is too large.")],
)
def test_a_wrong_file_is_told_plainly_and_the_answers_stay(
    page: Shown[SitesPage], diary: Diary, dose: str, tmp_path: Path, content: bytes | None, words: str
) -> None:
    wrong = tmp_path / "wrong.jpg"
    wrong.write_bytes(content if content is not None else phone_jpeg() + bytes(8 * 1024 * 1024))

    def answer(dialog: TellReaction) -> None:
        choose(dialog, "itch-1")
        add_photo(dialog, wrong)
        assert words in said(dialog)
        assert str(tmp_path) not in said(dialog)
        choose(dialog, "spreading-no")
        dialog.primary.click()

    tell(page, dose, answer)
    assert diary.photos.of(dose) == ()
    assert [each.signs.itch for each in diary.reactions.of(dose)] == [1]


def test_where_a_photo_lay_is_remembered_nowhere(
    page: Shown[SitesPage], diary: Diary, dose: str, secret: Path, paths: Paths, qt_settings: Path
) -> None:
    def answer(dialog: TellReaction) -> None:
        add_photo(dialog, secret)
        dialog.primary.click()

    tell(page, dose, answer)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QSettings().sync()
    assert len(diary.photos.of(dose)) == 1
    written = [file for folder in (qt_settings, paths.root) for file in folder.rglob("*") if file.is_file()]
    assert written
    for file in written:
        content = file.read_bytes()
        assert b"rheumatism" not in content, file
        assert b"IMG_0042" not in content, file


def test_qt_writes_its_settings_where_this_test_looks(qt_settings: Path) -> None:
    QSettings(QSettings.Scope.UserScope, "QtProject").setValue("FileDialog/lastVisited", "here")
    assert any(b"here" in file.read_bytes() for file in qt_settings.rglob("*") if file.is_file())


def test_a_photo_is_seen_large_and_closing_it_changes_nothing(
    page: Shown[SitesPage], diary: Diary, dose: str
) -> None:
    diary.photos.keep(dose, encoded(sideways(640, 400), "jpeg"))
    (photo,) = diary.photos.of(dose)
    page.refresh()

    def look(dialog: ShowPhoto) -> None:
        (large,) = dialog.findChildren(LargePhoto)
        assert large.pixmap().width() > 300
        assert large.accessibleName() == "Photo of your left thigh, Tue 3 Mar"
        assert "thigh" not in dialog.windowTitle()
        dialog.primary.click()

    with answering(ShowPhoto, look):
        page.press(f"photo-{photo.id}")
    assert diary.photos.content(photo.id) is not None


def test_a_photo_is_erased_for_good_only_after_it_was_said_what_that_means(
    page: Shown[SitesPage], diary: Diary, dose: str
) -> None:
    diary.photos.keep(dose, encoded(sideways(), "png"))
    (photo,) = diary.photos.of(dose)
    page.refresh()

    def press(dialog: ShowPhoto, name: str) -> None:
        button = dialog.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton)
        assert button.isVisible()
        button.click()

    def keep(dialog: ShowPhoto) -> None:
        press(dialog, "erase")
        assert "Copies and backups made before may still hold it." in said(dialog)
        assert dialog.focusWidget().objectName() == "keep-photo"
        press(dialog, "keep-photo")
        assert "Copies and backups" not in said(dialog)
        dialog.primary.click()

    def erase(dialog: ShowPhoto) -> None:
        press(dialog, "erase")
        press(dialog, "erase-for-good")

    with answering(ShowPhoto, keep):
        page.press(f"photo-{photo.id}")
    assert diary.photos.content(photo.id) is not None
    with answering(ShowPhoto, erase):
        page.press(f"photo-{photo.id}")
    assert diary.photos.content(photo.id) is None
    assert "A photo of Tue 3 Mar was erased for good." in page.said
    assert page.page.findChildren(Thumbnail) == [] or page.find(f"photo-{photo.id}") is None
    assert whole(diary)


def test_the_day_in_the_calendar_tells_the_same(diary: Diary, dose: str, show: Show, secret: Path) -> None:
    shown: Shown[CalendarPage] = show(CalendarPage(diary))  # type: ignore[assignment]
    shown.page.point_to(TODAY.isoformat())
    shown.settle()

    def answer(dialog: TellReaction) -> None:
        assert "Mon 2 Mar: your left thigh" in said(dialog)
        choose(dialog, "bruise-2")
        choose(dialog, "spreading-no")
        add_photo(dialog, secret)
        # Meanwhile the page looks again, as it does each minute.
        shown.page.refresh()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        dialog.primary.click()

    with answering(TellReaction, answer):
        shown.press(f"skin-{dose}")
    assert "Told on Tue 3 Mar: bruise: clearly" in shown.said
    assert len(shown.undos) == 1
    (photo,) = diary.photos.of(dose)
    assert shown.find(f"photo-{photo.id}") is not None
    (report,) = diary.reactions.of(dose)
    shown.press(f"withdraw-report-{report.id}")
    assert diary.reactions.of(dose) == ()
    assert "What was told was taken back." in shown.said
    diary.undo(shown.undos[-1])
    assert [each.signs for each in diary.reactions.of(dose)] == [Signs(bruise=2, spreading=False)]


def test_a_photo_whose_bytes_cannot_be_read_leaves_the_page_whole(
    page: Shown[SitesPage], diary: Diary, dose: str
) -> None:
    diary.photos.keep(dose, b"\x89PNG\r\n\x1a\n" + b"nothing" * 20)
    page.refresh()
    (shown,) = page.page.findChildren(Thumbnail)
    assert not shown.grab().isNull()
