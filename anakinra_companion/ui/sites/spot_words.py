"""Any spot of skin in words: where it is, how far from the injection before, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.domain.sites import Plane, SitePoint, plane_of
from anakinra_companion.domain.skin.truth import SiteFlags, apart_from
from anakinra_companion.domain.suggestion import Blocked
from anakinra_companion.ui import words

_tr = QCoreApplication.translate
# Distances are told in tenths of a centimetre.
TENTH = 10


@dataclass(frozen=True, slots=True)
class SpotWords:
    """What is told of a spot: where it is and how far from the injection before, and what speaks against it."""

    where: str
    position: str
    against: tuple[str, ...]

    @property
    def name(self) -> str:
        """What is seen beside the spot: what speaks most against it too."""
        return ". ".join((self.where, *self.against[:1]))

    @property
    def sentences(self) -> str:
        """All of it to read."""
        return f"{self.where}. {self.position}. " + " ".join(f"{each}." for each in self.against)

    @property
    def more(self) -> str:
        """What a screen reader says after the name."""
        return ". ".join((self.position, *self.against[1:])) + "."


def spot_words(map_: SiteMap, spot: SitePoint) -> SpotWords:
    """What is told of a spot for the dose that the map stands before."""
    flags = map_.skin.flags(spot, helper=map_.helper, instead=True)
    return SpotWords(_where(map_, spot), position(spot), tuple(_against(each, flags.apart) for each in flags.reasons))


def here_instead(flags: SiteFlags) -> str:
    """That a place was named after the injection, with the distance that is kept with it; "" where it was not."""
    if not flags.instead:
        return ""
    if flags.apart is None:
        return _tr("sites", "Here instead.")
    return _tr("sites", "Here instead, {0} from the one before.").format(_distance(flags.apart))


def against(flags: SiteFlags) -> tuple[str, ...]:
    """What spoke against the place of a dose, as sentences; with the distance where nothing else says it."""
    told = []
    for why in flags.reasons:
        said = _against(why, flags.apart)
        if why is Blocked.TOO_NEAR_LAST and flags.apart is not None and not flags.instead:
            said = _tr("sites", "{0}: {1}").format(said, _distance(flags.apart))
        told.append(f"{said}.")
    return tuple(told)


def position(spot: SitePoint) -> str:
    """Where a spot is from the landmark of its skin, as the person stands."""
    parts = []
    if aside := abs(spot.x) // TENTH:
        said = _tr("sites", "{0} to your left") if spot.x > 0 else _tr("sites", "{0} to your right")
        parts.append(said.format(words.centimetres(aside * TENTH)))
    if along := abs(spot.y) // TENTH:
        said = _tr("sites", "{0} up") if spot.y > 0 else _tr("sites", "{0} down")
        parts.append(said.format(words.centimetres(along * TENTH)))
    belly = plane_of(spot.place) is Plane.BELLY
    if not parts:
        return _tr("sites", "At the navel") if belly else _tr("sites", "In the middle of this place")
    both = _tr("sites", "{0} and {1}").format(*parts) if len(parts) == 2 else parts[0]
    whole = _tr("sites", "{0} from the navel") if belly else _tr("sites", "{0} from the middle of this place")
    return whole.format(both)


def _where(map_: SiteMap, spot: SitePoint) -> str:
    where, number = words.capital(words.place(spot.place)), map_.number(spot)
    if number is not None:
        where = _tr("sites", "{0}, point {1}").format(where, number)
    last, apart = map_.last, apart_from(spot, map_.skin.history)
    if last is None:
        return where
    if apart is not None:
        return _tr("sites", "{0}, {1} from the injection before").format(where, _distance(apart))
    if last.place is None:
        return _tr("sites", "{0}. Nobody said where the injection before was").format(where)
    if plane_of(last.place) is plane_of(spot.place):
        return _tr("sites", "{0}. Of the injection before only the place is known").format(where)
    return where


def _against(why: Blocked, apart: int | None) -> str:
    if why is Blocked.TOO_NEAR_LAST and apart is None:
        return _tr("sites", "It may be too near the injection before")
    return {
        Blocked.TOO_NEAR_LAST: _tr("sites", "Too near the injection before"),
        Blocked.AVOID_MARK: _tr("sites", "On skin that you marked"),
        Blocked.LUMP: _tr("sites", "Near a lump: show it to your doctor"),
        Blocked.HELPER_ONLY: _tr("sites", "A place for when somebody else injects"),
        Blocked.NAVEL: _tr("sites", "Too near the navel"),
        Blocked.OUTSIDE: _tr("sites", "Outside the usual skin of this place"),
    }[why]


def _distance(tenths: int) -> str:
    """Rounded down, so that 2.49 cm is never told as 2.5."""
    return words.centimetres(tenths // TENTH * TENTH)
