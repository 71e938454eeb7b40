"""The sdist and the wheel hold what the program needs at run time."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
ASK = "from anakinra_companion import resources; print(resources.ROOT)"


def files_under(folder: Path) -> set[str]:
    """Every file in a folder, by its path from there, without what Python leaves behind."""
    found = (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return {file.relative_to(folder).as_posix() for file in found}


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked source distribution."""
    folder = tmp_path_factory.mktemp("sdist")
    build(CHECKOUT, "sdist", folder)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        # Debian 12's Python 3.11.2 has no filters yet; a newer one warns where none is named.
        packed.extraction_filter = getattr(tarfile, "data_filter", None)
        packed.extractall(folder)
    (unpacked,) = (each for each in folder.iterdir() if each.is_dir())
    return unpacked


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked wheel, built from the sdist as an installer does."""
    folder = tmp_path_factory.mktemp("wheel")
    build(sdist, "wheel", folder)
    (archive,) = folder.glob("*.whl")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


def build(source: Path, target: str, folder: Path) -> None:
    """Builds with the locked hatchling; takes well under a second."""
    words = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    done = subprocess.run(words, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("folder", ["resources", "anakinra_companion/store/migrations", "packaging", "tests"])
def test_the_sdist_holds_all_of(folder: str, sdist: Path) -> None:
    assert files_under(CHECKOUT / folder) <= files_under(sdist / folder)


def test_the_wheel_holds_the_resources_inside_the_package(wheel: Path) -> None:
    assert files_under(wheel / "anakinra_companion" / "resources") >= files_under(CHECKOUT / "resources")


def test_the_wheel_holds_every_module_and_migration(wheel: Path) -> None:
    modules = files_under(CHECKOUT / "anakinra_companion")

    assert any(name.startswith("store/migrations/versions/") for name in modules)
    assert modules <= files_under(wheel / "anakinra_companion")


def test_the_wheel_brings_the_command_and_the_license(wheel: Path) -> None:
    (info,) = wheel.glob("*.dist-info")

    commands = (info / "entry_points.txt").read_text(encoding="utf-8")
    assert "anakinra-companion = anakinra_companion.main:main" in commands
    assert (info / "licenses" / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")


def test_the_wheel_brings_nothing_but_the_package(wheel: Path) -> None:
    assert {each.name.split("-")[0] for each in wheel.iterdir()} == {"anakinra_companion"}


@pytest.mark.parametrize("installed", [True, False])
def test_the_program_finds_its_resources_installed_and_in_a_checkout(installed: bool, wheel: Path) -> None:
    place = wheel if installed else CHECKOUT
    expected = wheel / "anakinra_companion" / "resources" if installed else CHECKOUT / "resources"

    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=wheel.parent,
        env={**os.environ, "PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert Path(done.stdout.strip()) == expected
