"""What speaks against the place an injection really went to: kept with the dose, never refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from anakinra_companion.domain.sites import Injection, SitePoint, distance
from anakinra_companion.domain.skin.against import Blocked

INSTEAD = "instead"
_AGAINST = "site_"
_APART = "site_from_last_"


@dataclass(frozen=True, slots=True)
class SiteFlags:
    """What is kept beside the place of a dose.

    `instead` says that the person named it after the injection; `apart` is the distance in 0.1 mm from the
    injection before, None where that was on other skin or is not known.
    """

    instead: bool = False
    reasons: tuple[Blocked, ...] = ()
    apart: int | None = None

    def words(self) -> tuple[str, ...]:
        """The flags as a dose carries them."""
        told = [INSTEAD] if self.instead else []
        told += [_AGAINST + reason.value for reason in self.reasons]
        if self.apart is not None:
            told.append(f"{_APART}{self.apart}")
        return tuple(told)


def is_site_flag(flag: str) -> bool:
    """Say whether a flag of a dose speaks of its place."""
    return flag == INSTEAD or flag.startswith(_AGAINST)


def site_flags(flags: Sequence[str]) -> SiteFlags:
    """Read what the flags of a dose say of its place."""
    if not flags:
        return SiteFlags()
    known = {_AGAINST + reason.value: reason for reason in Blocked}
    apart = [int(flag.removeprefix(_APART)) for flag in flags if flag.startswith(_APART)]
    return SiteFlags(
        INSTEAD in flags,
        tuple(known[flag] for flag in flags if flag in known),
        apart[0] if apart else None,
    )


def apart_from(point: SitePoint, before: Sequence[Injection]) -> int | None:
    """Measure from the injection before, in whole 0.1 mm."""
    last = before[-1].point if before else None
    away = distance(point, last) if last else None
    # Down, so that 2.49 cm is never told as 2.5.
    return None if away is None else int(away)
