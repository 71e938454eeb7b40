"""How instants and days are spelt on disk: ISO 8601, UTC, always the same width, so that text order is time order."""

from __future__ import annotations

from datetime import UTC, date, datetime


def instant_text(instant: datetime) -> str:
    """An aware instant as text; raises ValueError for a naive one, which could mean any hour."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs its zone")
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def instant(text: str) -> datetime:
    """The instant that `instant_text` wrote."""
    return datetime.fromisoformat(text)


def instant_or_none(text: str | None) -> datetime | None:
    """The instant, or None where none is known."""
    return None if text is None else instant(text)


def day_or_none(text: str | None) -> date | None:
    """The day, or None where none is known."""
    return None if text is None else date.fromisoformat(text)


def text_or_none(value: datetime | None) -> str | None:
    """The text of an instant, or None where none is known."""
    return None if value is None else instant_text(value)


def day_text(value: date | None) -> str | None:
    """The text of a day, or None where none is known."""
    return None if value is None else value.isoformat()
