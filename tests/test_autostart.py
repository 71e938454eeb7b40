"""Starting at log-in: one entry in the place where each system looks, and gone again when it is not wanted."""

from __future__ import annotations

import configparser
import plistlib
import re
import sys
from pathlib import Path

import pytest

from anakinra_companion import autostart

START = ["/opt/My Programs/anakinra", "--in-background"]


def test_each_system_has_its_own_place_for_the_entry() -> None:
    home = Path("/home/anna")
    linux = autostart.entry({}, "linux", home)
    assert linux == home / ".config/autostart/anakinra-companion.desktop"
    moved = autostart.entry({"XDG_CONFIG_HOME": "/etc/x"}, "linux", home)
    assert moved == Path("/etc/x/autostart/anakinra-companion.desktop")
    mac = autostart.entry({}, "darwin", home)
    assert mac is not None
    assert mac.parent == home / "Library/LaunchAgents"
    assert autostart.entry({}, "win32", home) is None


def words_of(value: str) -> list[str]:
    """The words a desktop reads from a key: the value's escapes first, then quotes, then percent signs."""
    value = re.sub(r"\\(.)", r"\1", value)
    found = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', value)
    return [re.sub(r"\\(.)", r"\1", quoted).replace("%%", "%") or plain for quoted, plain in found]


@pytest.mark.parametrize(
    "program", ["/usr/bin/a", "/opt/My Programs/a", '/opt/100%/"a"', "/opt/$HOME/a", "/opt/back\\slash/a", "/o/`a`"]
)
def test_a_desktop_reads_the_very_words_that_were_meant(program: str) -> None:
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string(autostart.desktop_entry([program, "--in-background"]))
    assert words_of(read["Desktop Entry"]["Exec"]) == [program, "--in-background"]
    assert read["Desktop Entry"]["Type"] == "Application"


def test_macos_gets_a_list_of_words() -> None:
    told = plistlib.loads(autostart.launch_agent(START))
    assert told["ProgramArguments"] == START
    assert told["RunAtLoad"] is True


def test_it_starts_without_its_window() -> None:
    assert autostart.command("/usr/bin/python3")[-1] == "--in-background"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folder is that of Linux")
def test_it_is_turned_on_and_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert not autostart.is_on()
    autostart.turn(START, on=True)
    assert autostart.is_on()
    assert [path.name for path in (tmp_path / "autostart").iterdir()] == ["anakinra-companion.desktop"]
    autostart.turn(START, on=False)
    autostart.turn(START, on=False)
    assert not autostart.is_on()
