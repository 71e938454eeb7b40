"""The environment in .venv: made once, filled from a lock file, and left alone while nothing has changed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

LOCKS = {"run": "requirements-run.lock", "test": "requirements-test.lock"}
# The test lock holds every pin of the run lock, so an environment for tests also runs the app.
SERVES = {"run": ("run",), "test": ("run", "test")}
FOLDER = ".venv"
STAMP = "anakinra-companion.json"
PIP_INSTALL = ("-m", "pip", "--disable-pip-version-check", "install", "--no-user")
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
ASK_VERSION = "import sys, pip; print('%d.%d' % sys.version_info[:2])"

Tell = Callable[[str], None]


class CannotInstall(Exception):  # noqa: N818 - named for what happened
    """The environment could not be made; the message is a plain sentence for the person at the machine."""


def prepare(checkout: Path, kind: str, tell: Tell) -> Path:
    """Makes the environment ready for `run` or `test` and returns its Python."""
    folder = checkout / FOLDER
    python = python_of(folder)
    wanted = fingerprint(checkout, kind)
    if python.exists() and is_current(read_stamp(folder), wanted):
        return python
    if not may_stay(read_stamp(folder), wanted) or not works(python):
        create(folder, tell)
    (folder / STAMP).unlink(missing_ok=True)
    fill(python, checkout, kind, tell)
    (folder / STAMP).write_text(json.dumps(wanted, indent=1), encoding="utf-8")
    return python


def python_of(folder: Path, system: str = os.name) -> Path:
    """Where an environment keeps its Python on this system."""
    return folder / "Scripts" / "python.exe" if system == "nt" else folder / "bin" / "python"


def fingerprint(checkout: Path, kind: str) -> dict[str, str]:
    """What an environment for this kind of use depends on: Python, place, project file and lock files."""
    locks = {name: _hash(checkout / "packaging" / LOCKS[name]) for name in SERVES[kind]}
    return {
        "python": VERSION,
        "checkout": str(checkout),
        "project": _hash(checkout / "pyproject.toml"),
        **locks,
    }


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def read_stamp(folder: Path) -> dict[str, str]:
    """What the environment was last filled for; empty when it never was, or nobody can tell."""
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(value) for name, value in stamp.items()} if isinstance(stamp, dict) else {}


def is_current(stamp: Mapping[str, str], wanted: Mapping[str, str]) -> bool:
    """Whether nothing that the environment depends on has changed since it was filled."""
    return all(stamp.get(name) == value for name, value in wanted.items())


def may_stay(stamp: Mapping[str, str], wanted: Mapping[str, str]) -> bool:
    """Whether the environment can be filled again; another Python or a moved folder needs a new one."""
    return all(stamp.get(name, wanted[name]) == wanted[name] for name in ("python", "checkout"))


def works(python: Path) -> bool:
    """Whether an environment's Python starts, has pip, and is of the version that runs this."""
    if not python.exists():
        return False
    answer = subprocess.run([str(python), "-c", ASK_VERSION], capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout.strip() == VERSION


def create(folder: Path, tell: Tell) -> None:
    """Makes an empty environment, in place of one that cannot be used any more."""
    if folder.is_symlink() or (folder.exists() and any(folder.iterdir()) and not _is_environment(folder)):
        raise CannotInstall(f"{folder} is not an environment this command made. Move it away and try again.")
    tell(f"Making an environment for Python {VERSION} in {folder} ...")
    if folder.exists():
        shutil.rmtree(folder)
    _do(
        [own_python(), "-m", "venv", str(folder)],
        "The environment could not be made: this Python has no working `venv` module.",
    )


def _is_environment(folder: Path) -> bool:
    return (folder / "pyvenv.cfg").exists() or (folder / STAMP).exists()


def own_python() -> str:
    """The Python outside any environment, so that .venv may be replaced while its own Python runs this."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def fill(python: Path, checkout: Path, kind: str, tell: Tell) -> None:
    """Installs the locked packages, then the project itself, editable and with nothing else downloaded."""
    tell("Installing the packages it needs (about 100 MB the first time) ...")
    lock = checkout / "packaging" / LOCKS[kind]
    _do(
        [str(python), *PIP_INSTALL, "--require-hashes", "--requirement", str(lock)],
        "The packages could not be installed. Is this computer connected to the internet?"
        " Type the same command again to go on.",
    )
    _do(
        [str(python), *PIP_INSTALL, "--no-deps", "--no-build-isolation", "--editable", str(checkout)],
        "Anakinra Companion itself could not be installed; the lines above say why.",
    )


def _do(words: Sequence[str], failure: str) -> None:
    # stdout belongs to the app that is started afterwards.
    if subprocess.run(words, stdout=sys.stderr, check=False).returncode != 0:
        raise CannotInstall(failure)
