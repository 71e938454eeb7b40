"""What is said of marks, lumps, wishes, and of any spot of the skin."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from anakinra_companion.domain.sites import AvoidMark, AvoidReason, Landmark, Lump, Place, SitePoint, landmark_of
from anakinra_companion.domain.skin.wishes import Wish, WishKind
from anakinra_companion.ui import words
from anakinra_companion.ui.widgets.width_field import shown_length

_tr = QCoreApplication.translate
# A spot this near to a line through the landmark lies on it (0.5 mm).
ON_IT = 5


def reason(why: AvoidReason) -> str:
    """Why skin is left alone."""
    return {
        AvoidReason.SCAR: _tr("skin", "Scar"),
        AvoidReason.MOLE: _tr("skin", "Mole"),
        AvoidReason.VEIN: _tr("skin", "Vein"),
        AvoidReason.BRUISE: _tr("skin", "Bruise"),
        AvoidReason.TATTOO: _tr("skin", "Tattoo"),
        AvoidReason.SORE: _tr("skin", "Sore skin"),
        AvoidReason.WAISTBAND: _tr("skin", "Waistband"),
        AvoidReason.OTHER: _tr("skin", "Something else"),
    }[why]


def is_it_gone(mark: AvoidMark) -> str:
    """The question about a mark whose last day is over."""
    sentence = {
        AvoidReason.SCAR: _tr("skin", "The scar on {0}: is it gone?"),
        AvoidReason.MOLE: _tr("skin", "The mole on {0}: is it gone?"),
        AvoidReason.VEIN: _tr("skin", "The vein on {0}: is it gone?"),
        AvoidReason.BRUISE: _tr("skin", "The bruise on {0}: is it gone?"),
        AvoidReason.TATTOO: _tr("skin", "The tattoo on {0}: is it gone?"),
        AvoidReason.SORE: _tr("skin", "The sore skin on {0}: is it gone?"),
        AvoidReason.WAISTBAND: _tr("skin", "The skin under your waistband, {0}: is it free again?"),
        AvoidReason.OTHER: _tr("skin", "What you marked on {0}: is it gone?"),
    }[mark.reason]
    return sentence.format(words.place(mark.place))


def mark_name(mark: AvoidMark) -> str:
    """A mark in few words: what, and where."""
    return _tr("skin", "{0}: {1}").format(reason(mark.reason), words.place(mark.place))


def mark_told(mark: AvoidMark, *, inches: bool = False) -> str:
    """How large a mark is, and until when it counts."""
    across = shown_length(2 * mark.radius, inches=inches)
    if mark.until is None:
        return _tr("skin", "{0} across, for good.").format(across)
    return _tr("skin", "{0} across. Its last day is {1}.").format(across, words.long_day(mark.until))


def lump_name(lump: Lump) -> str:
    """A lump in few words."""
    name = words.place(lump.place)
    if lump.checked:
        return _tr("skin", "Lump, checked: {0}").format(name)
    return _tr("skin", "Lump, not checked yet: {0}").format(name)


def lump_told(lump: Lump) -> str:
    """When a lump was found, and who has checked it."""
    told = _tr("skin", "Found on {0}.").format(words.long_day(lump.found)) if lump.found else ""
    if lump.checked:
        checked = _tr("skin", "Checked by {0} on {1}.")
        told = f"{told} {checked.format(lump.checked.by, words.long_day(lump.checked.on))}"
    return told.strip()


def wish_told(wish: Wish | None) -> str:
    """What is wished of a place, and until when."""
    if wish is None:
        return _tr("skin", "As any other")
    until = words.long_day(wish.until) if wish.until else ""
    if wish.kind is WishKind.EXCLUDE:
        return _tr("skin", "Left out until {0}").format(until) if until else _tr("skin", "Left out for good")
    return _tr("skin", "Comes first until {0}").format(until) if until else _tr("skin", "Comes first, for good")


def asked_after(day: date) -> str:
    """What follows from the last day of a mark."""
    told = _tr("skin", "Its last day is {0}. Then you are asked whether it is gone.")
    return told.format(words.long_day(day))


def any_other_after(day: date) -> str:
    """What follows from the last day of a wish."""
    return _tr("skin", "Through {0}. Then this place counts as any other.").format(words.long_day(day))


def all_of(places: tuple[Place, ...]) -> str:
    """Places in one line."""
    return ", ".join(words.place(place) for place in places)


def spot_name(spot: SitePoint, *, inches: bool = False) -> str:
    """Where any spot of the skin is, from the landmark of its place; left and right are the person's own (H14)."""
    place = words.capital(words.place(spot.place))
    is_navel = landmark_of(spot.place) is Landmark.NAVEL
    landmark = _tr("skin", "the navel") if is_navel else _tr("skin", "its middle")
    aside, along = _aside(spot.x, inches), _along(spot.y, inches)
    if aside and along:
        return _tr("skin", "{0}: {1} and {2} {3}").format(place, aside, along, landmark)
    if aside:
        return _tr("skin", "{0}: {1} of {2}").format(place, aside, landmark)
    if along:
        return _tr("skin", "{0}: {1} {2}").format(place, along, landmark)
    return _tr("skin", "{0}: at {1}").format(place, landmark)


def _aside(x: int, inches: bool) -> str:
    if abs(x) < ON_IT:
        return ""
    told = _tr("skin", "{0} to your left") if x > 0 else _tr("skin", "{0} to your right")
    return told.format(shown_length(abs(x), inches=inches))


def _along(y: int, inches: bool) -> str:
    if abs(y) < ON_IT:
        return ""
    told = _tr("skin", "{0} above") if y > 0 else _tr("skin", "{0} below")
    return told.format(shown_length(abs(y), inches=inches))
