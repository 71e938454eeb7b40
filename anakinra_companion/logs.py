"""The machine's story, not the patient's: events and ids, never a site, a dose or a note."""

from __future__ import annotations

from anakinra_companion.paths import Paths

LARGEST_BYTES = 500_000
KEPT = 3


def configure(paths: Paths, *, debug: bool) -> None:
    """Logs to a rotating file under `paths`; a folder that cannot be written only means no log."""
    import logging
    from logging.handlers import RotatingFileHandler  # slow to import, and the first paint needs none

    root = logging.getLogger("anakinra_companion")
    root.setLevel(logging.DEBUG if debug else logging.INFO)
    try:
        paths.logs.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            paths.logs / "companion.log",
            maxBytes=LARGEST_BYTES,
            backupCount=KEPT,
            encoding="utf-8",
            delay=True,
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
