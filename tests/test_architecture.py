"""The doors between the rooms: who may know whom."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_archon import archrule

OURS = "anakinra_companion"
ROOMS = Path(__file__).parents[1] / OURS
# "exchange", "papers" and "ui" are the outer rooms; a door opened two rooms away counts too.
CLOSED = [
    (
        "domain",
        [f"{OURS}.store*", f"{OURS}.diary*", f"{OURS}.ui*", f"{OURS}.exchange*", "PySide6*", "sqlalchemy*"],
    ),
    ("store", [f"{OURS}.diary*", f"{OURS}.ui*", f"{OURS}.exchange*", "PySide6*"]),
    ("diary", [f"{OURS}.ui*", f"{OURS}.exchange*", f"{OURS}.app", "PySide6*"]),
    ("exchange", [f"{OURS}.ui*", f"{OURS}.app", "PySide6*"]),
    ("papers", [f"{OURS}.ui*", f"{OURS}.diary*", f"{OURS}.store*", "PySide6.QtWidgets", "sqlalchemy*"]),
    ("ui.widgets", [f"{OURS}.diary*", f"{OURS}.store*", "sqlalchemy*"]),
]


@pytest.mark.parametrize(("room", "closed"), CLOSED, ids=[room for room, _ in CLOSED])
def test_a_room_opens_its_doors_in_one_direction_only(room: str, closed: list[str]) -> None:
    inside = archrule(f"{room} knows none of these").match(f"{OURS}.{room}", f"{OURS}.{room}.*")
    inside.should_not_import(*closed).check(OURS, only_toplevel_imports=True)


def test_only_the_engine_imports_a_database_driver() -> None:
    drivers = ("import sqlite3", "from sqlite3", "sqlcipher", "apsw")
    for source in ROOMS.rglob("*.py"):
        if source.relative_to(ROOMS).as_posix() != "store/engine.py":
            text = source.read_text(encoding="utf-8")
            assert not any(driver in text for driver in drivers), source


def test_the_domain_imports_the_standard_library_only() -> None:
    for source in (ROOMS / "domain").rglob("*.py"):
        for line in source.read_text(encoding="utf-8").splitlines():
            if line.startswith(("import ", "from ")):
                name = line.split()[1].split(".")[0]
                assert name == OURS or name in sys.stdlib_module_names, (source.name, line)


def test_no_module_can_open_a_network_connection() -> None:
    forbidden = ("import socket", "from socket", "urllib.request", "http.client", "requests", "QtNetwork")
    for source in ROOMS.rglob("*.py"):
        text = source.read_text(encoding="utf-8")
        assert not any(name in text for name in forbidden), source


@pytest.mark.parametrize(
    "module", ["anakinra_companion.main", "anakinra_companion.app", "anakinra_companion.ui.window"]
)
def test_the_first_window_needs_no_database(module: str) -> None:
    code = f"import sys, {module}; sys.exit('sqlalchemy' in sys.modules or 'alembic' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_the_first_window_needs_few_of_qts_names() -> None:
    # Python makes an enum for each one that a Qt class carries; those of the namespace "Qt" alone take 20 ms.
    code = (
        "import enum, sys; made = []; new = enum.EnumType.__new__;"
        "enum.EnumType.__new__ = lambda m, n, *a, **k: (made.append(n), new(m, n, *a, **k))[1];"
        "import anakinra_companion.app; sys.exit('AlignmentFlag' in made)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_opening_a_record_that_is_up_to_date_needs_no_migration_library(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from anakinra_companion.opening import open_store; from anakinra_companion.paths import Paths;"
        f"open_store(Paths.under(Path({str(tmp_path)!r}))).close();"
        "print('alembic' in sys.modules)"
    )
    said = [
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60).stdout
        for _ in range(2)
    ]
    assert said == ["True\n", "False\n"]


def test_status_needs_no_window_toolkit(tmp_path: Path) -> None:
    code = (
        "import sys; from anakinra_companion.main import main;"
        f"main(['--data-dir', {str(tmp_path)!r}, 'status', '--json']);"
        "print('PySide6' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == "False\n"


def test_no_file_grows_past_what_one_can_read() -> None:
    for source in [*ROOMS.rglob("*.py"), *(ROOMS.parent / "tests").rglob("*.py")]:
        lines = len(source.read_text(encoding="utf-8").splitlines())
        assert lines <= 310, f"{source}: {lines} lines"


def test_h8_every_verdict_comes_through_the_one_door_that_knows_the_fridge() -> None:
    for room in ("diary", "exchange", "ui"):
        for source in (ROOMS / room).rglob("*.py"):
            text = source.read_text(encoding="utf-8")
            taken = re.findall(r"from anakinra_companion\.domain\.verdict import (\([^)]*\)|.*)", text)
            names = {name.strip("() \n") for each in taken for name in each.split(",")}
            assert "look" not in names or source.name == "looking.py", source
            assert "domain import verdict" not in text, source
