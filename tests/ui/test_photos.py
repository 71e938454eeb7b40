"""What is kept of a photo file: the picture, upright, and nothing that came with it."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from anakinra_companion.diary.refusals import NotAPhoto, PhotoTooLarge
from anakinra_companion.diary.skin.photos import MOST_BYTES
from anakinra_companion.ui.photos import LONGEST, cleaned, picture, read_photo
from tests.ui.photo_files import CAMERA, LATITUDE, NAME, encoded, phone_jpeg, phone_png, sideways

pytestmark = pytest.mark.usefixtures("qapp")


def file_of(folder: Path, content: bytes, name: str = "IMG 0001.jpg") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def shown(content: bytes) -> QImage:
    image = QImage.fromData(content)
    assert not image.isNull()
    return image


def looks(colour: QColor, like: str) -> bool:
    """JPEG changes a colour a little."""
    other = QColor(like)
    return all(
        abs(one - two) < 40
        for one, two in zip(
            (colour.red(), colour.green(), colour.blue()), (other.red(), other.green(), other.blue()), strict=True
        )
    )


@pytest.mark.parametrize("taken", [phone_jpeg, phone_png])
def test_place_camera_and_words_of_a_photo_are_left_behind(taken: object, tmp_path: Path) -> None:
    assert callable(taken)
    before = taken()
    assert NAME in before
    assert CAMERA in before
    after = read_photo(file_of(tmp_path, before))
    for told in (NAME, CAMERA, LATITUDE, b"Exif", b"tEXt", b"\xff\xe1", b"ICC_PROFILE"):
        assert told not in after
    assert shown(after).textKeys() == []
    assert shown(after).size() == QSize(64, 40)


def test_the_test_photo_has_a_place_to_lose() -> None:
    assert LATITUDE in phone_jpeg()


def test_a_photo_taken_with_the_phone_on_its_side_stands_upright(tmp_path: Path) -> None:
    kept = shown(read_photo(file_of(tmp_path, phone_jpeg(orientation=6))))
    assert kept.size() == QSize(40, 64)
    # What was at the left is above now.
    assert looks(kept.pixelColor(20, 8), "red")
    assert looks(kept.pixelColor(20, 56), "blue")


def test_a_large_photo_is_kept_smaller_in_its_own_proportions(tmp_path: Path) -> None:
    kept = shown(read_photo(file_of(tmp_path, phone_jpeg(sideways(LONGEST * 2, 1200)))))
    assert kept.size() == QSize(LONGEST, 600)


def test_what_is_seen_through_becomes_white(tmp_path: Path) -> None:
    clear = QImage(8, 8, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    kept = shown(read_photo(file_of(tmp_path, encoded(clear, "png"), "clear.png")))
    assert kept.pixelColor(3, 3) == QColor("white")


@pytest.mark.parametrize("other", [b"", b"GIF89a", b"%PDF-1.7", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\nnothing"])
@pytest.mark.qt_log_ignore("JPEG datastream contains no image", "libpng", extend=True)
def test_what_is_no_photo_is_refused(other: bytes, tmp_path: Path) -> None:
    with pytest.raises(NotAPhoto):
        read_photo(file_of(tmp_path, other))


@pytest.mark.parametrize(("size", "refused"), [(MOST_BYTES, False), (MOST_BYTES + 1, True)])
def test_a_file_is_taken_up_to_eight_mib(tmp_path: Path, size: int, refused: bool) -> None:
    jpeg = phone_jpeg()
    path = file_of(tmp_path, jpeg + bytes(size - len(jpeg)))
    if refused:
        with pytest.raises(PhotoTooLarge) as told:
            read_photo(path)
        assert (told.value.size, told.value.most) == (size, MOST_BYTES)
    else:
        assert len(read_photo(path)) < MOST_BYTES


@pytest.mark.qt_log_ignore("QImageIOHandler: Rejecting image", extend=True)
def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    size = (60_000).to_bytes(4, "big") * 2
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + bytes([8, 2, 0, 0, 0])) + chunk(b"IDAT", zlib.compress(b"\0"))
    with pytest.raises(NotAPhoto):
        cleaned(bomb + chunk(b"IEND", b""))


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        read_photo(str(tmp_path / "gone.jpg"))


def test_a_photo_is_shown_as_large_as_fits(qtbot: QtBot) -> None:  # noqa: ARG001 - pictures need a screen
    assert picture(phone_jpeg(sideways(640, 400)), QSize(64, 64)).size() == QSize(64, 40)
    assert picture(phone_jpeg(), QSize(640, 640)).size() == QSize(64, 40)
    assert picture(b"nothing", QSize(64, 64)).isNull()
