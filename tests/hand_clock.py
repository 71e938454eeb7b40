"""A clock moved by hand."""

from __future__ import annotations

from datetime import datetime, timedelta

from anakinra_companion.domain.clock import ClockReading


class HandClock:
    """Stands still until it is moved; wall clock and boot-time clock can be moved apart."""

    def __init__(self, start: datetime, zone: str = "Europe/Madrid", boot_id: str = "boot-1") -> None:
        self._wall = start
        self._boot_ms = 1_000_000
        self._boot_id = boot_id
        self._zone = zone

    def now(self) -> datetime:
        return self._wall

    def reading(self) -> ClockReading:
        return ClockReading(self._wall, self._boot_ms, self._boot_id)

    def zone(self) -> str:
        return self._zone

    def pass_time(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """Moves both clocks on, as life does."""
        step = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        self._wall += step
        self._boot_ms += round(step / timedelta(milliseconds=1))

    def set_wall(self, wall: datetime) -> None:
        """Sets the date and time, as a person or a dead battery does; the boot clock runs on."""
        self._wall = wall

    def set_zone(self, zone: str) -> None:
        """Travels."""
        self._zone = zone

    def reboot(self, boot_id: str = "boot-2") -> None:
        """Starts a new boot."""
        self._boot_id = boot_id
        self._boot_ms = 0
