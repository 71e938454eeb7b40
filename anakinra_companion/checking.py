"""Is the record whole: SQLite's own check, the hashes of the journal, and the tables rebuilt from it."""

from __future__ import annotations

from dataclasses import dataclass

from anakinra_companion.opening import existing_record
from anakinra_companion.paths import Paths
from anakinra_companion.store.engine import file_version, integrity_faults, plain_troubles, reading_engine
from anakinra_companion.store.journal import broken_entries
from anakinra_companion.store.rebuild import differing_tables
from anakinra_companion.store.trouble import RecordTrouble, Trouble
from anakinra_companion.store.upgrade import PRESENT


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, as plain sentences; `whole` is False when something has to be done."""

    lines: tuple[str, ...]
    whole: bool


def check_record(paths: Paths) -> Findings:
    """Looks at everything in the record. Raises `RecordTrouble` when it cannot be opened at all."""
    path = existing_record(paths)
    if path is None:
        return Findings(("There is no record yet.",), whole=True)
    version, oldest_reader = file_version(path)
    if oldest_reader > PRESENT.schema:
        raise RecordTrouble(Trouble.TOO_NEW, path)
    engine = reading_engine(path)
    try:
        with plain_troubles(path), engine.connect() as connection:
            faults = integrity_faults(connection)
            broken = broken_entries(connection)
            differing = differing_tables(connection) if version == PRESENT.schema else []
    finally:
        engine.dispose()
    return _findings(version, faults, broken, differing)


def _findings(version: int, faults: list[str], broken: list[str], differing: list[str]) -> Findings:
    lines = [f"Record version: {version}."]
    lines.append("The file is whole." if not faults else f"The file is damaged in {len(faults)} places.")
    lines.append(
        "Every entry of the journal is as it was written."
        if not broken
        else f"Entries of the journal that were changed from outside: {len(broken)}."
    )
    lines.append(
        "What the pages show agrees with the journal."
        if not differing
        else f"Tables that do not agree with the journal: {', '.join(differing)}."
    )
    whole = not (faults or broken or differing)
    if not whole:
        lines.append("Do not use any syringe by this record. Keep the file, and go back to a copy of it.")
    return Findings(tuple(lines), whole)
