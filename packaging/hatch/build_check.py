"""Stops a build whose content files are not whole: nothing is packed that a test would refuse."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parents[1]))

import content_check


class ContentCheck(BuildHookInterface[Any]):
    """Run by hatchling before it packs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Raises SystemExit, with a line for each fault."""
        found = content_check.faults(Path(self.root) / "resources" / "content")
        if found:
            sys.exit("The content files cannot be built:\n" + "\n".join(found))
