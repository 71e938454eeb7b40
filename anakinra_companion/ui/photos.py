"""A photo as it is kept: the picture, and nothing that came with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageReader, QImageWriter, QPainter, QPixmap

from anakinra_companion.diary.refusals import NotAPhoto, PhotoTooLarge
from anakinra_companion.diary.skin.photos import MOST_BYTES

# The longer side of what is kept (pixels): more than a screen shows of a hand's width of skin, and small enough that
# a record with many photos can still be backed up.
LONGEST = 2400
QUALITY = 90
_FORMATS = {b"\xff\xd8\xff": b"jpeg", b"\x89PNG\r\n\x1a\n": b"png"}


def read_photo(path: str) -> bytes:
    """The photo in a file, without its metadata.

    Raises `PhotoTooLarge` beyond 8 MiB, `NotAPhoto` for anything but JPEG and PNG, and OSError.
    """
    file = Path(path)
    size = file.stat().st_size
    if size > MOST_BYTES:
        raise PhotoTooLarge(size, MOST_BYTES)
    return cleaned(file.read_bytes())


def cleaned(content: bytes) -> bytes:
    """The picture painted anew, upright: place, time, camera and every other text are left behind."""
    format_ = _format(content)
    image = _painted(_decoded(content, QSize(LONGEST, LONGEST)))
    found = encoded(image, format_)
    if len(found) > MOST_BYTES:
        found = encoded(image, b"jpeg")
    if len(found) > MOST_BYTES:
        raise PhotoTooLarge(len(found), MOST_BYTES)
    return found


def picture(content: bytes, room: QSize) -> QPixmap:
    """A photo of the record, as large as fits into the room (device pixels); empty if it cannot be read."""
    try:
        return QPixmap.fromImage(_decoded(content, room))
    except NotAPhoto:
        return QPixmap()


def _format(content: bytes) -> bytes:
    found = next((format_ for start, format_ in _FORMATS.items() if content.startswith(start)), None)
    if found is None:
        raise NotAPhoto("neither JPEG nor PNG")
    return found


def _decoded(content: bytes, room: QSize) -> QImage:
    """The picture upright, no larger than the room."""
    kept = QByteArray(content)
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # Told what it is, Qt asks no decoder but this one.
    reader = QImageReader(buffer, QByteArray(_format(content)))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.width() > room.width() or whole.height() > room.height():
        # Of a large picture the decoder makes the small one itself.
        reader.setScaledSize(whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise NotAPhoto("it cannot be read")
    return image


def _painted(image: QImage) -> QImage:
    """The same pixels on a new sheet: texts and colour profile of the old one stay with it."""
    if image.colorSpace().isValid():
        # Redness has to look as the camera meant it, also without the profile.
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    fresh = QImage(image.size(), QImage.Format.Format_RGB32)
    fresh.fill(QColor("white"))
    painter = QPainter(fresh)
    painter.drawImage(0, 0, image)
    painter.end()
    return fresh


def encoded(image: QImage, format_: bytes) -> bytes:
    """A picture as a file of a format that Qt knows, such as "jpeg"."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(format_))
    if format_ == b"jpeg":
        writer.setQuality(QUALITY)
    if not writer.write(image):
        raise NotAPhoto("it cannot be kept")
    buffer.close()
    return bytes(kept.data())
