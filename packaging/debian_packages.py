"""How Debian and Ubuntu packages come onto this machine: installed, or named in one command to type."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum

# From Ubuntu 24.04 and Debian 13 on a few packages carry a new name.
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}
BEFORE_RENAMING = frozenset({"bullseye", "bookworm", "focal", "jammy"})
INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends")
NO_QUESTIONS = ("env", "DEBIAN_FRONTEND=noninteractive")


class Way(StrEnum):
    """How packages may be installed here."""

    ROOT = "root"
    SUDO = "sudo"
    TYPE_SUDO = "type_sudo"
    TYPE_SU = "type_su"
    NO_APT = "no_apt"

    @property
    def may_install(self) -> bool:
        """Whether it works without anybody typing a password."""
        return self in (Way.ROOT, Way.SUDO)

    @property
    def must_type(self) -> bool:
        """Whether somebody can install packages by typing a password."""
        return self in (Way.TYPE_SUDO, Way.TYPE_SU)


def way_to_install() -> Way:
    """Looks at who runs this and what the system has."""
    sudo = shutil.which("sudo") is not None
    return choose_way(
        apt=shutil.which("apt-get") is not None,
        root=os.name == "posix" and os.geteuid() == 0,
        sudo=sudo,
        without_password=sudo and _quiet("sudo", "-n", "true"),
    )


def choose_way(*, apt: bool, root: bool, sudo: bool, without_password: bool) -> Way:
    """Root installs itself; sudo only where it asks for no password; otherwise the person types."""
    if not apt:
        return Way.NO_APT
    if root:
        return Way.ROOT
    if not sudo:
        return Way.TYPE_SU
    return Way.SUDO if without_password else Way.TYPE_SUDO


def _quiet(*words: str) -> bool:
    return subprocess.run(words, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode == 0


def os_release() -> dict[str, str]:
    """What the system says it is; empty where it does not say."""
    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}


def name_in(release: Mapping[str, str], package: str) -> str:
    """A package's name in this release."""
    codenames = {release.get(key, "") for key in ("VERSION_CODENAME", "UBUNTU_CODENAME", "DEBIAN_CODENAME")}
    return package if codenames & BEFORE_RENAMING else RENAMED.get(package, package)


def command_to_type(packages: Sequence[str], way: Way) -> str:
    """The one command a person types to install these packages."""
    install = f"{' '.join(INSTALL)} {' '.join(packages)}"
    if way is Way.TYPE_SU:
        return f"su -c 'apt-get update && {install}'"
    return f"sudo apt-get update && sudo {install}"


def install(needed: Sequence[str], wished: Sequence[str], way: Way) -> None:
    """Installs both; a wish that cannot be had does not stop what is needed. The caller looks again."""
    _apt(way, "apt-get", "update")
    for packages in (needed, wished):
        if packages:
            _apt(way, *INSTALL, *packages)


def _apt(way: Way, *words: str) -> None:
    before = ("sudo", "-n") if way is Way.SUDO else ()
    # stdout belongs to the app that is started afterwards.
    subprocess.run([*before, *NO_QUESTIONS, *words], stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
