"""Where everything is kept: one folder per person, nobody else may read it."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

# How the folder of a demo record begins, which is thrown away.
DEMO = "anakinra-demo-"
FOLDER_MODE = 0o700
FILE_MODE = 0o600


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of this program under one root. Errors of the disk (OSError) reach the caller."""

    root: Path

    @classmethod
    def under(cls, root: Path) -> Paths:
        """Everything in a folder of the person's choice."""
        return cls(root.expanduser().absolute())

    @classmethod
    def for_user(cls) -> Paths:
        """Where this platform keeps a user's data."""
        from platformdirs import user_data_path  # needed only when nobody named a folder

        return cls(user_data_path("anakinra-companion", appauthor=False))

    @property
    def settings(self) -> Path:
        """Preferences of the window; nothing about health."""
        return self.root / "settings.toml"

    @property
    def logs(self) -> Path:
        """What the program did, without health data."""
        return self.root / "logs"

    def record(self, person: str) -> Path:
        """The record of one person."""
        return self.root / "people" / person / "record.sqlite"

    def make(self) -> None:
        """Makes the folders that every call needs."""
        people = self.root / "people"
        missing = [folder for folder in (people, *people.parents) if not folder.exists()]
        made: list[Path] = []
        try:
            for folder in reversed(missing):
                folder.mkdir(mode=FOLDER_MODE)
                made.append(folder)
        except OSError:
            # A path that cannot serve leaves no empty folders behind.
            for folder in reversed(made):
                folder.rmdir()
            raise
        if not people.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "not a folder", str(people))

    def installation_id(self) -> str:
        """The name of this computer's copy of the program, made once; it lies outside every record."""
        path = self.root / "installation"
        if path.exists() and (known := path.read_text(encoding="ascii").strip()):
            return known
        made = _new_id()
        write_whole(path, made + "\n")
        return made

    def people(self) -> dict[str, dict[str, str]]:
        """Everybody who has a record here: id to label and colour, in the order they were added."""
        import tomllib  # the first paint reads no TOML

        try:
            with self._index.open("rb") as file:
                found = tomllib.load(file)
        except FileNotFoundError:
            return {}
        return {person: {key: str(value) for key, value in told.items()} for person, told in found.items()}

    def default_person(self) -> str | None:
        """The one person there is, or None before first run."""
        return next(iter(self.people()), None)

    def add_person(self, label: str = "", colour: str = "teal") -> str:
        """Makes room for a person's record and returns their id."""
        person = _new_id()
        (self.root / "people" / person).mkdir(mode=FOLDER_MODE)
        known = {**self.people(), person: {"label": label, "colour": colour}}
        write_whole(self._index, "".join(_table(each, told) for each, told in known.items()))
        return person

    @property
    def _index(self) -> Path:
        return self.root / "people" / "index.toml"


def write_whole(path: Path, text: str) -> None:
    """Writes a small file whole or not at all, readable by its user only."""
    draft = path.with_name(path.name + ".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _new_id() -> str:
    from uuid import uuid4  # an id is made once in a life

    return uuid4().hex


def quoted(text: str) -> str:
    """A TOML string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _table(person: str, told: dict[str, str]) -> str:
    return f"[{person}]\n" + "".join(f"{key} = {quoted(value)}\n" for key, value in told.items())
