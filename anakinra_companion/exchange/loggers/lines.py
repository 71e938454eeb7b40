"""Turns a file's bytes into lines, a block at a time, whatever it is written in."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

# As much of a file as is looked at to see what it is.
HEAD = 1 << 16
BLOCK = 1 << 18
# No logger writes a longer line; it is damage, and must not fill the memory.
LONGEST = 1 << 13
SEPARATORS = (",", ";", "\t")


def encoding_of(head: bytes) -> str | None:
    """UTF-8, UTF-16 with its mark, else cp1252; None for what is not text."""
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return None
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if _is_noise(head):
        return None
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _is_noise(head: bytes) -> bool:
    """A damaged file may hold runs of NUL; what holds other control characters is no text."""
    odd = sum(
        head.count(bytes([each])) for each in range(1, 32) if each not in (9, 10, 11, 12, 13, 27, 28, 29, 30, 31)
    )
    return odd > len(head) // 200 or head.count(0) > len(head) // 2


@dataclass(frozen=True, slots=True)
class Block:
    """Lines in order: the number of the first (from 1), the bytes read so far, whether the last line was ended."""

    lines: list[str]
    first: int
    bytes_read: int
    ended: bool


def blocks(file: BinaryIO, encoding: str) -> Iterator[Block]:
    """The lines of a file; what no encoding explains becomes U+FFFD, which no number and no time contains."""
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)("replace"), translate=True)
    carry, number, read = "", 1, 0
    while data := file.read(BLOCK):
        read += len(data)
        lines = (carry + decoder.decode(data)).split("\n")
        carry = lines.pop()
        if len(carry) > LONGEST:
            carry = "\0"
        yield Block(lines, number, read, ended=True)
        number += len(lines)
    lines = (carry + decoder.decode(b"", final=True)).split("\n")
    carry = lines.pop()
    yield Block(lines, number, read, ended=True)
    if carry:
        yield Block([carry], number + len(lines), read, ended=False)


def head_lines(head: bytes, encoding: str) -> list[str]:
    """The whole lines at the beginning of a file; the last one too when all of the file is at hand."""
    found = list(blocks(io.BytesIO(head), encoding))
    ended = [line for block in found for line in block.lines if block.ended]
    return ended if len(head) >= HEAD else [line for block in found for line in block.lines]


def cells_of(line: str, separator: str) -> list[str]:
    """A line taken apart; quotes end with their line, whatever is missing."""
    if '"' not in line:
        return line.split(separator)
    try:
        return next(csv.reader((line,), delimiter=separator), [])
    except csv.Error:
        return []


def stripped(cells: list[str]) -> tuple[str, ...]:
    """The cells without the space around them."""
    return tuple(cell.strip() for cell in cells)
