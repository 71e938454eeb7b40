"""Photos as a phone makes them: with the place where they were taken, lying on their side."""

from __future__ import annotations

import struct

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

# What must never come along: words that stand in the file as they are, and the degrees as their bytes.
NAME, CAMERA = b"Maria Example", b"PhoneCam 9"
LATITUDE = struct.pack(">6I", 41, 1, 23, 1, 59, 1)


def sideways(width: int = 64, height: int = 40) -> QImage:
    """The left half red, the right half blue."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height, QColor("red"))
    painter.end()
    return image


def encoded(image: QImage, format_: str, texts: dict[str, str] | None = None) -> bytes:
    """A picture as a file."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(format_.encode()))
    writer.setQuality(95)
    for key, text in (texts or {}).items():
        writer.setText(key, text)
    assert writer.write(image)
    return bytes(kept.data())


def phone_jpeg(image: QImage | None = None, *, orientation: int = 1) -> bytes:
    """A JPEG with camera, place and a comment; `orientation` 6 has to be turned a quarter to the right."""
    plain = encoded(image or sideways(), "jpeg")
    comment = b"\xff\xfe" + struct.pack(">H", 2 + len(NAME)) + NAME
    return plain[:2] + _exif(orientation) + comment + plain[2:]


def phone_png() -> bytes:
    """A PNG with texts of its own."""
    return encoded(sideways(), "png", {"Author": NAME.decode(), "Software": CAMERA.decode()})


def _exif(orientation: int) -> bytes:
    """An APP1 segment: orientation, camera, and the latitude 41 degrees 23 minutes 59 seconds."""
    camera = CAMERA + b"\0"
    start, entries = 8, 3
    after = start + 2 + entries * 12 + 4
    gps_at = after + len(camera)
    degrees_at = gps_at + 2 + 2 * 12 + 4
    directory = struct.pack(">H", entries)
    directory += struct.pack(">HHII", 0x0110, 2, len(camera), after)
    directory += struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    directory += struct.pack(">HHII", 0x8825, 4, 1, gps_at) + struct.pack(">I", 0)
    place = struct.pack(">H", 2) + struct.pack(">HHI4s", 1, 2, 2, b"N\0\0\0")
    place += struct.pack(">HHII", 2, 5, 3, degrees_at) + struct.pack(">I", 0)
    body = b"Exif\0\0MM\0*" + struct.pack(">I", start) + directory + camera + place + LATITUDE
    return b"\xff\xe1" + struct.pack(">H", 2 + len(body)) + body
