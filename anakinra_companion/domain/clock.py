"""What time it is, and whether the computer's clock can be believed."""

from __future__ import annotations

import sys
import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol

# Clocks may differ by this much before they are doubted (H5); a smaller step is an ordinary adjustment.
TOLERANCE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class ClockReading:
    """The wall clock (aware UTC) with the boot-time clock in milliseconds, which counts sleep, and its boot.

    An empty `boot_id` means that the boot is not known; then only the wall clock counts.
    """

    utc: datetime
    boot_ms: int
    boot_id: str


class Clock(Protocol):
    """Whoever is asked for the time."""

    def now(self) -> datetime:
        """The instant (aware UTC)."""
        ...

    def reading(self) -> ClockReading:
        """The instant with its evidence."""
        ...

    def zone(self) -> str:
        """The computer's IANA time zone."""
        ...


class ClockDoubt(StrEnum):
    """Why the clock cannot be trusted."""

    NONE = "none"
    SET_BACK = "set_back"
    JUMPED = "jumped"


@dataclass(frozen=True, slots=True)
class Elapsed:
    """How long something took: by the clock that says least, by the one that says most, and whether they agree."""

    shortest: timedelta
    longest: timedelta
    agreed: bool


def doubt(seen: ClockReading | None, now: ClockReading) -> ClockDoubt:
    """Compares now with the last time seen; a difference of exactly 5 minutes is still believed (H5)."""
    if seen is None:
        return ClockDoubt.NONE
    wall = now.utc - seen.utc
    if wall < -TOLERANCE:
        return ClockDoubt.SET_BACK
    boot = boot_elapsed(seen, now)
    if boot is not None and boot < -TOLERANCE:
        return ClockDoubt.SET_BACK
    if boot is not None and abs(wall - boot) > TOLERANCE:
        return ClockDoubt.JUMPED
    return ClockDoubt.NONE


def elapsed(start: ClockReading, end: ClockReading) -> Elapsed:
    """The time between two readings, never negative; within one boot both clocks are asked (H5)."""
    zero = timedelta(0)
    wall = end.utc - start.utc
    boot = boot_elapsed(start, end)
    if boot is None:
        return Elapsed(max(wall, zero), max(wall, zero), wall >= -TOLERANCE)
    agreed = abs(wall - boot) <= TOLERANCE and wall >= -TOLERANCE and boot >= -TOLERANCE
    return Elapsed(max(min(wall, boot), zero), max(wall, boot, zero), agreed)


def boot_elapsed(start: ClockReading, end: ClockReading) -> timedelta | None:
    """The time between two readings by the boot-time clock; None when they have no boot in common."""
    if not start.boot_id or start.boot_id != end.boot_id:
        return None
    return timedelta(milliseconds=end.boot_ms - start.boot_ms)


@dataclass(frozen=True, slots=True)
class Mark:
    """A reading with the clock epoch it fell in, and whether the clock was doubted then."""

    reading: ClockReading
    epoch: int
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class ClockBreak:
    """Where an epoch ended: the last reading believed, the first one doubted, and the one a person confirmed."""

    epoch: int
    seen: ClockReading | None
    found: ClockReading
    confirmed: ClockReading | None = None


def at_least(start: Mark, end: Mark, breaks: Iterable[ClockBreak]) -> timedelta:
    """The time between two marks that no doubt takes away: what was believed, and what one boot counted (H5)."""
    total, here = timedelta(0), start.reading
    for each in breaks:
        if each.epoch < start.epoch or each.epoch > end.epoch or (each.epoch == end.epoch and not end.doubted):
            continue
        if each.epoch > start.epoch or not start.doubted:
            if each.seen is not None and each.seen.utc > here.utc:
                total += elapsed(here, each.seen).longest
                here = each.seen
            total += _booted(here, each.found)
            here = each.found
        if each.epoch < end.epoch and each.confirmed is not None:
            total += _booted(here, each.confirmed)
            here = each.confirmed
    return total + (_booted(here, end.reading) if end.doubted else elapsed(here, end.reading).longest)


def _booted(start: ClockReading, end: ClockReading) -> timedelta:
    return max(boot_elapsed(start, end) or timedelta(0), timedelta(0))


class SystemClock:
    """This computer's clocks: the only reader of time in the program."""

    def __init__(self, zone: Callable[[], str]) -> None:
        self._zone = zone
        self._boot_id = _boot_id()

    def now(self) -> datetime:
        """The instant (aware UTC)."""
        return datetime.now(UTC)  # noqa: TID251 - the one place that may

    def reading(self) -> ClockReading:
        """The instant with its evidence."""
        return ClockReading(self.now(), _boot_ms(), self._boot_id)

    def zone(self) -> str:
        """The computer's IANA time zone."""
        return self._zone()


def _boot_ms() -> int:
    if sys.platform == "win32":
        import ctypes  # slow to import, and of use there only

        tick = ctypes.windll.kernel32.GetTickCount64
        tick.restype = ctypes.c_ulonglong
        return int(tick())
    # On macOS this clock runs on during sleep; Linux has one of its own for that.
    kind = time.CLOCK_BOOTTIME if sys.platform == "linux" else time.CLOCK_MONOTONIC
    return time.clock_gettime_ns(kind) // 1_000_000


def _boot_id() -> str:
    """The name of this boot; where the system gives none, a name for this run of the program only."""
    try:
        if sys.platform == "linux":
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        if sys.platform == "darwin":
            import subprocess  # slow to import, and of use there only

            asked = ["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"]
            told = subprocess.run(asked, check=False, capture_output=True, text=True).stdout.strip()
            return told or uuid.uuid4().hex
        if sys.platform == "win32":
            return _windows_boot()
    except (OSError, ValueError):
        return uuid.uuid4().hex
    return uuid.uuid4().hex


def _windows_boot() -> str:
    """The number Windows gives each start of the system; raises OSError where it keeps none."""
    if sys.platform != "win32":
        raise OSError("not Windows")
    import winreg  # exists there only

    place = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
        return f"windows-{winreg.QueryValueEx(key, 'BootId')[0]}"
