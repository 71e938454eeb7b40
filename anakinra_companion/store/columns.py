"""What the tables of a record are made of."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, String, Table

METADATA = MetaData()


def projection(name: str, *columns: Column[int] | Column[str]) -> Table:
    """A table of entities: one row each, naming the journal entry that holds its present version."""
    return Table(
        name,
        METADATA,
        Column("id", String, primary_key=True),
        Column("entry", String, nullable=False),
        *columns,
        info={"projection": True},
    )


def text(name: str, *, needed: bool = True, index: bool = False, default: str | None = None) -> Column[str]:
    """A column of text; `default` is what an entry of the journal means that was written before the column."""
    return Column(name, String, nullable=not needed, index=index, default=default, server_default=default)


def number(name: str, *, needed: bool = True) -> Column[int]:
    """A column of whole numbers."""
    return Column(name, Integer, nullable=not needed)


def reading(prefix: str = "", *, needed: bool = True) -> tuple[Column[int] | Column[str], ...]:
    """The columns of a clock reading."""
    return (
        text(f"{prefix}utc", needed=needed),
        number(f"{prefix}boot_ms", needed=needed),
        text(f"{prefix}boot_id", needed=needed),
    )
