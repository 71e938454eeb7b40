"""What Qt needs from the system, by the names of its packages, and the one command that brings it."""

from __future__ import annotations

import importlib.util
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from debian_packages import INSTALL, Way, choose_way, command_to_type, name_in
from system_libraries import (
    PACKAGES,
    TEST_PROGRAMS,
    advice,
    has_font,
    missing_libraries,
    missing_programs,
    packages_for,
    what_is_left_out,
)

from anakinra_companion import screen

BOOKWORM = {"ID": "debian", "VERSION_CODENAME": "bookworm"}
TRIXIE = {"ID": "debian", "VERSION_CODENAME": "trixie"}
JAMMY = {"ID": "ubuntu", "VERSION_CODENAME": "jammy"}
NOBLE = {"ID": "ubuntu", "VERSION_CODENAME": "noble"}
MINT_21 = {"ID": "linuxmint", "VERSION_CODENAME": "virginia", "UBUNTU_CODENAME": "jammy"}
# The loader and the C library are on every system; libgcc_s comes with libstdc++.
ALWAYS_THERE = ("ld-linux", "libc.so", "libm.so", "libdl.so", "libpthread.so", "librt.so", "libgcc_s.so")
MODULES = ("Core", "DBus", "Gui", "PrintSupport", "Svg", "SvgWidgets", "Widgets", "XcbQpa")
DYNAMIC, NEEDED = 6, 1


def needed_by(file: Path) -> Iterator[str]:
    """The libraries a 64-bit ELF file asks the loader for."""
    data = file.read_bytes()
    (start,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, start + size * number) for number in range(count)]
    for section in (each for each in sections if each[1] == DYNAMIC):
        names = sections[section[6]][4]
        for tag, value in struct.iter_unpack("<QQ", data[section[4] : section[4] + section[5]]):
            if tag == NEEDED:
                begin = names + value
                yield data[begin : data.index(b"\0", begin)].decode()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux takes these from the system")
def test_every_library_that_qt_asks_for_has_a_package() -> None:
    spec = importlib.util.find_spec("PySide6")
    assert spec is not None
    assert spec.submodule_search_locations
    qt = Path(spec.submodule_search_locations[0]) / "Qt"
    own = {file.name for file in (qt / "lib").iterdir()}
    files = [qt / "lib" / f"libQt6{module}.so.6" for module in MODULES]
    files += [qt / "plugins" / "platforms" / f"libq{name}.so" for name in ("xcb", "offscreen")]
    asked = {name for file in files for name in needed_by(file)} - own

    assert {name for name in asked if not name.startswith(ALWAYS_THERE)} <= PACKAGES.keys()


def test_the_window_names_the_same_packages_as_the_installation() -> None:
    for library in screen.PACKAGES.keys() & PACKAGES.keys():
        assert screen.PACKAGES[library] == PACKAGES[library]


def test_a_bare_debian_12_needs_what_was_tried_there() -> None:
    asked = packages_for(PACKAGES, BOOKWORM, font=False, venv=True)

    tried = "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0"
    assert {*tried.split(), "fonts-dejavu-core"} <= set(asked)
    assert len(asked) == len(set(asked))


def test_nothing_is_asked_for_where_nothing_is_missing() -> None:
    assert packages_for([], BOOKWORM, font=True, venv=True) == []


def test_a_python_without_venv_asks_for_the_package_of_its_own_version() -> None:
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"

    assert packages_for([], BOOKWORM, font=True, venv=False) == [f"python{version}-venv"]


@pytest.mark.parametrize("release", [NOBLE, TRIXIE])
def test_newer_releases_get_the_new_name_of_glib(release: dict[str, str]) -> None:
    assert name_in(release, "libglib2.0-0") == "libglib2.0-0t64"


@pytest.mark.parametrize("release", [BOOKWORM, JAMMY, MINT_21])
def test_older_releases_keep_the_old_name_of_glib(release: dict[str, str]) -> None:
    assert name_in(release, "libglib2.0-0") == "libglib2.0-0"


def test_other_packages_keep_their_names_everywhere() -> None:
    assert name_in(NOBLE, "libgl1") == "libgl1"


@pytest.mark.parametrize(
    ("apt", "root", "sudo", "without_password", "way"),
    [
        (True, True, False, False, Way.ROOT),
        (True, False, True, True, Way.SUDO),
        (True, False, True, False, Way.TYPE_SUDO),
        (True, False, False, False, Way.TYPE_SU),
        (False, True, True, True, Way.NO_APT),
    ],
)
def test_packages_are_installed_only_by_root_or_without_a_password(
    apt: bool, root: bool, sudo: bool, without_password: bool, way: Way
) -> None:
    assert choose_way(apt=apt, root=root, sudo=sudo, without_password=without_password) is way
    assert way.may_install == (way in (Way.ROOT, Way.SUDO))


def test_somebody_with_sudo_is_told_one_command() -> None:
    text = advice(["libGL.so.1"], ["libgl1", "libegl1"], Way.TYPE_SUDO)
    commands = [line.strip() for line in text.splitlines() if "apt-get" in line]

    assert commands == ["sudo apt-get update && sudo apt-get install --yes --no-install-recommends libgl1 libegl1"]


def test_somebody_without_sudo_is_told_one_command_for_root() -> None:
    assert command_to_type(["libgl1"], Way.TYPE_SU) == (f"su -c 'apt-get update && {' '.join(INSTALL)} libgl1'")


def test_a_system_without_apt_is_told_which_libraries() -> None:
    text = advice(["libGL.so.1", "libEGL.so.1"], ["libgl1", "libegl1"], Way.NO_APT)

    assert "libGL.so.1, libEGL.so.1" in text
    assert "apt-get" not in text


def test_the_tests_that_are_left_out_are_named() -> None:
    assert what_is_left_out(["Xvfb", "xauth", "faketime"]) == (
        "xvfb, xauth, faketime cannot be installed here. Left out or failing without:"
        " tests that open a real window; tests that move the computer's clock."
    )


def test_every_program_for_tests_has_a_package_and_a_reason() -> None:
    for package, tests in TEST_PROGRAMS.values():
        assert package
        assert tests.startswith("tests that ")


def test_what_a_screen_reader_needs_comes_with_the_test_command() -> None:
    asked = {package for package, _ in TEST_PROGRAMS.values()}

    assert {"xvfb", "xdotool", "dbus", "at-spi2-core"} <= asked


@pytest.mark.skipif(sys.platform == "win32", reason="there a program is known by the ending of its name")
def test_a_service_outside_the_search_path_is_found(tmp_path: Path) -> None:
    service = tmp_path / "at-no-such-service"
    assert missing_programs([service.name], [str(tmp_path)]) == [service.name]
    service.touch(mode=0o755)
    assert missing_programs([service.name], [str(tmp_path)]) == []


def test_a_library_that_is_nowhere_is_missing() -> None:
    assert missing_libraries(["libno-such-thing.so.9"]) == ["libno-such-thing.so.9"]


def test_a_folder_counts_as_fonts_only_with_a_font_in_it(tmp_path: Path) -> None:
    assert not has_font([str(tmp_path)])
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "Plain.TTF").touch()
    assert has_font([str(tmp_path)])
