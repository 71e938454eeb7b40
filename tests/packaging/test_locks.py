"""The lock files: every version, for every system and Python, and never the pair that aborts."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements-run.lock", "requirements-test.lock")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = ("linux", "darwin", "win32")


def entries(name: str) -> list[str]:
    """One text per locked package: its line and the lines of its hashes."""
    text = (CHECKOUT / "packaging" / name).read_text(encoding="utf-8")
    return text.replace("\\\n", " ").splitlines()


def pins(name: str) -> list[Requirement]:
    """The locked packages without their hashes."""
    return [Requirement(entry.split("--hash")[0].strip()) for entry in entries(name)]


def pinned_for(name: str, python: str, system: str) -> dict[str, str]:
    """What this Python on this system gets: package and version specifier."""
    where = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": system}
    return {
        canonicalize_name(pin.name): str(pin.specifier)
        for pin in pins(name)
        if pin.marker is None or pin.marker.evaluate(where)
    }


def declared(extra: str | None) -> list[Requirement]:
    """The dependencies in pyproject.toml."""
    with (CHECKOUT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    texts = [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else [])]
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_one_exact_version_and_hashes(name: str) -> None:
    for entry, pin in zip(entries(name), pins(name), strict=True):
        assert [specifier.operator for specifier in pin.specifier] == ["=="], entry
        assert "--hash=sha256:" in entry


@pytest.mark.parametrize("name", LOCKS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_python_3_11_never_gets_the_pyside6_that_aborts(name: str, system: str) -> None:
    for package in ("pyside6-essentials", "shiboken6"):
        assert "6.12" not in pinned_for(name, "3.11", system)[package]


def test_pyside6_6_12_is_refused_on_python_3_11_also_without_a_lock() -> None:
    asked = [
        wish
        for wish in declared(None)
        if wish.name == "PySide6-Essentials" and (not wish.marker or wish.marker.evaluate({"python_version": "3.11"}))
    ]

    assert asked
    assert not any("6.12.0" in wish.specifier for wish in asked)


def test_the_voice_of_qt_is_bound_to_the_versions_of_the_rest_of_qt() -> None:
    def bounds(extra: str | None, package: str) -> set[tuple[str, str]]:
        return {(str(wish.specifier), str(wish.marker)) for wish in declared(extra) if wish.name == package}

    essentials = bounds(None, "PySide6-Essentials")
    assert essentials
    assert bounds("speech", "PySide6-Addons") == essentials


@pytest.mark.parametrize("name", LOCKS)
def test_the_voice_of_qt_is_installed_only_on_request(name: str) -> None:
    assert "pyside6-addons" not in pinned_for(name, "3.11", "linux")


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize(("name", "extra"), [(LOCKS[0], None), (LOCKS[1], "test")])
def test_the_locks_keep_what_pyproject_asks_for(name: str, extra: str | None, python: str, system: str) -> None:
    locked = pinned_for(name, python, system)

    for wish in declared(extra):
        if wish.marker is None or wish.marker.evaluate({"python_version": python, "sys_platform": system}):
            version = locked[canonicalize_name(wish.name)].removeprefix("==")
            assert version in wish.specifier


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_an_environment_for_tests_also_runs_the_app(python: str, system: str) -> None:
    run, test = (pinned_for(name, python, system) for name in LOCKS)

    assert run.items() <= test.items()


@pytest.mark.parametrize("name", LOCKS)
def test_what_builds_the_project_is_locked_too(name: str) -> None:
    assert {"hatchling", "editables"} <= pinned_for(name, "3.11", "linux").keys()
