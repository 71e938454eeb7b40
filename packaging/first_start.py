"""What the two README commands do, in order: system libraries, environment, then the app or its tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import environment
import system_libraries

CHECKOUT = Path(__file__).resolve().parent.parent
MISUSE = 2
HELP = """Type one of these in the folder of Anakinra Companion:

  python3 packaging/bootstrap.py run [-- ARGUMENTS FOR THE APP]      for example: run -- --demo
  python3 packaging/bootstrap.py test [-- ARGUMENTS FOR PYTEST]      for example: test -- -k storage

Both make the environment in .venv and install what is needed; a second start is quick."""


def main(arguments: Sequence[str]) -> int:
    """Does what was asked; returns the exit status of the app or the tests, 2 when it never got there."""
    if not arguments or arguments[0] not in environment.LOCKS:
        asked_for_help = bool(arguments) and arguments[0] in ("-h", "--help", "help")
        print(HELP, file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else MISUSE
    kind, handed_on = arguments[0], passed_on(arguments[1:])
    try:
        system_libraries.provide(for_tests=kind == "test", tell=tell)
        python = environment.prepare(CHECKOUT, kind, tell)
    except (system_libraries.Missing, environment.CannotInstall) as trouble:
        tell(str(trouble))
        return MISUSE
    except KeyboardInterrupt:
        tell("Stopped. Type the same command again to go on.")
        return MISUSE
    return start(command(python, kind, handed_on), CHECKOUT if kind == "test" else None)


def passed_on(arguments: Sequence[str]) -> list[str]:
    """The arguments for the app or for pytest, without the `--` that sets them apart."""
    return list(arguments[1:] if arguments and arguments[0] == "--" else arguments)


def command(python: Path, kind: str, arguments: Sequence[str]) -> list[str]:
    """The app or pytest, started with the environment's Python."""
    module = "anakinra_companion" if kind == "run" else "pytest"
    if kind == "test" and not arguments:
        # All of them: on every core, each file on one, because its tests share what is slow to make.
        arguments = ["-n", "auto", "--dist", "loadfile"]
    return [str(python), "-m", module, *arguments]


def start(words: Sequence[str], folder: Path | None) -> int:
    """Hands over to the command; on POSIX it takes this process's place, so that signals reach it."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        if folder is not None:
            os.chdir(folder)
        os.execv(words[0], list(words))
    return subprocess.run(words, cwd=folder, check=False).returncode


def tell(sentence: str) -> None:
    """Says one thing on stderr: stdout belongs to the app, for example to `run -- status --json`."""
    print(sentence, file=sys.stderr, flush=True)
