"""The two commands of the README, as far as they go without installing anything."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import environment
import first_start
import pytest
from bootstrap import refusal

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the files an environment depends on, and no environment."""
    (tmp_path / "packaging").mkdir()
    for name in ("pyproject.toml", "packaging/requirements-run.lock", "packaging/requirements-test.lock"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def test_python_3_10_is_refused_in_one_plain_sentence() -> None:
    assert refusal((3, 10)) == (
        "Anakinra Companion needs Python 3.11 or newer; this is Python 3.10."
        " Install a newer Python and start this command with it."
    )


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (4, 0)])
def test_python_3_11_and_newer_will_do(version: tuple[int, int]) -> None:
    assert refusal(version) is None


def test_an_old_python_can_read_the_first_module_to_the_end() -> None:
    ast.parse((PACKAGING / "bootstrap.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_the_bootstrap_imports_the_standard_library_and_itself_only() -> None:
    files = list(PACKAGING.glob("*.py"))
    own = {file.stem for file in files}

    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            assert {name.split(".")[0] for name in names} <= own | sys.stdlib_module_names


def test_without_a_word_the_bootstrap_says_what_may_be_typed() -> None:
    done = subprocess.run(
        [sys.executable, str(PACKAGING / "bootstrap.py")], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "bootstrap.py run" in done.stderr
    assert "bootstrap.py test" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("typed", [["--", "--demo", "status"], ["--demo", "status"]])
def test_arguments_go_on_with_or_without_the_two_dashes(typed: list[str]) -> None:
    assert first_start.passed_on(typed) == ["--demo", "status"]


def test_only_the_first_two_dashes_are_taken_away() -> None:
    assert first_start.passed_on(["--", "a", "--", "b"]) == ["a", "--", "b"]


def test_run_starts_the_app_and_test_starts_pytest() -> None:
    python = Path("python")

    assert first_start.command(python, "run", ["--demo"]) == ["python", "-m", "anakinra_companion", "--demo"]
    assert first_start.command(python, "test", ["-q"]) == ["python", "-m", "pytest", "-q"]
    assert first_start.command(python, "run", []) == ["python", "-m", "anakinra_companion"]
    assert first_start.command(python, "test", [])[:5] == ["python", "-m", "pytest", "-n", "auto"]


def test_the_environment_keeps_its_python_where_the_system_does() -> None:
    assert environment.python_of(Path("e"), "nt") == Path("e", "Scripts", "python.exe")
    assert environment.python_of(Path("e"), "posix") == Path("e", "bin", "python")


@pytest.mark.parametrize("kind", ["run", "test"])
def test_an_environment_that_is_current_is_left_alone(checkout: Path, kind: str) -> None:
    said: list[str] = []
    folder = checkout / environment.FOLDER
    python = environment.python_of(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    stamp = environment.fingerprint(checkout, kind)
    (folder / environment.STAMP).write_text(json.dumps(stamp), encoding="utf-8")

    assert environment.prepare(checkout, kind, said.append) == python
    assert said == []


def test_an_environment_for_tests_is_current_for_running_too(checkout: Path) -> None:
    stamp = environment.fingerprint(checkout, "test")

    assert environment.is_current(stamp, environment.fingerprint(checkout, "run"))


def test_an_environment_for_running_is_not_current_for_tests(checkout: Path) -> None:
    stamp = environment.fingerprint(checkout, "run")

    assert not environment.is_current(stamp, environment.fingerprint(checkout, "test"))


@pytest.mark.parametrize("name", ["pyproject.toml", "packaging/requirements-run.lock"])
def test_a_changed_lock_or_project_file_makes_the_environment_old(checkout: Path, name: str) -> None:
    stamp = environment.fingerprint(checkout, "run")
    (checkout / name).write_text("changed", encoding="utf-8")
    wanted = environment.fingerprint(checkout, "run")

    assert not environment.is_current(stamp, wanted)
    assert environment.may_stay(stamp, wanted)


@pytest.mark.parametrize("name", ["python", "checkout"])
def test_another_python_or_a_moved_folder_needs_a_new_environment(checkout: Path, name: str) -> None:
    wanted = environment.fingerprint(checkout, "run")

    assert not environment.may_stay({**wanted, name: "another"}, wanted)


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_damaged_stamp_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / environment.STAMP).write_text(text, encoding="utf-8")

    assert environment.read_stamp(tmp_path) == {}


def test_a_python_that_is_gone_does_not_work(tmp_path: Path) -> None:
    assert not environment.works(tmp_path / "python")


@pytest.mark.skipif(os.name != "posix", reason="makes a broken program with a shell script")
def test_a_python_that_does_not_start_does_not_work(tmp_path: Path) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)

    assert not environment.works(broken)


def test_a_folder_of_somebody_else_is_never_replaced(tmp_path: Path) -> None:
    folder = tmp_path / environment.FOLDER
    folder.mkdir()
    (folder / "letter.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(environment.CannotInstall, match="not an environment"):
        environment.create(folder, lambda _: None)
    assert (folder / "letter.txt").read_text(encoding="utf-8") == "mine"
