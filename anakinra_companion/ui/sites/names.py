"""What a point, a mark, a lump and a past injection are called, in whole words, for eye and ear."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from anakinra_companion.diary.sites import PointView, SiteMap
from anakinra_companion.domain.sites import AvoidMark, AvoidReason, Injection, Lump, cm
from anakinra_companion.domain.skin.against import Against, Blocked
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.domain.skin.truth import site_flags
from anakinra_companion.ui import words
from anakinra_companion.ui.sites import skin_words

_tr = QCoreApplication.translate
# Nearer than this, in 0.1 mm, it is the same spot for anybody who looks.
HERE = 10


def since(days: int | None) -> str:
    """How long ago a point was used."""
    if days is None:
        return _tr("sites", "never used")
    if days == 0:
        return _tr("sites", "used today")
    return QCoreApplication.translate("sites", "used %n day(s) ago", "", days)


def now(view: PointView) -> str:
    """Whether a point can be chosen now, or why not."""
    if view.against is None:
        return _tr("sites", "Free")
    return against(view.against)


def point(view: PointView) -> str:
    """A point as a person would say it: place with its side, number, days since, free or why not."""
    name = words.capital(words.place(view.point.place))
    return _tr("sites", "{0}, point {1}: {2}. {3}.").format(name, view.number, since(view.rested_days), now(view))


def against(why: Against) -> str:
    """Why a point cannot be chosen, with what that comes from."""
    if why.reason is Blocked.TOO_NEAR_LAST:
        if why.apart is None:
            return _tr("sites", "Too near the last injection: only its place is known")
        if why.apart < HERE:
            return _tr("sites", "The last injection was here")
        # Down to whole millimetres, so that nothing is told to be as far as it has to be.
        far = words.centimetres(why.apart - why.apart % 10)
        return _tr("sites", "Too near the last injection: {0}").format(far)
    if why.mark is not None:
        return _inside(why.mark.reason)
    if why.lump is not None:
        return _tr("sites", "Too near a lump that no doctor has checked")
    return words.why_blocked(why.reason)


def _inside(reason: AvoidReason) -> str:
    return {
        AvoidReason.SCAR: _tr("sites", "Inside the scar you marked"),
        AvoidReason.MOLE: _tr("sites", "Inside the mole you marked"),
        AvoidReason.VEIN: _tr("sites", "Inside the vein you marked"),
        AvoidReason.BRUISE: _tr("sites", "Inside the bruise you marked"),
        AvoidReason.TATTOO: _tr("sites", "Inside the tattoo you marked"),
        AvoidReason.SORE: _tr("sites", "Inside the sore skin you marked"),
        AvoidReason.WAISTBAND: _tr("sites", "Under the waistband you marked"),
        AvoidReason.OTHER: _tr("sites", "Inside the skin you marked"),
    }[reason]


def _kept_from(why: AvoidReason) -> str:
    """Why skin is left alone, as the name of the mark on it."""
    return _tr("sites", "Skin to leave alone") if why is AvoidReason.OTHER else skin_words.reason(why)


def mark(each: AvoidMark, today: date) -> str:
    """A mark: what it is, how far to keep away, and until when."""
    far = length(each.radius)
    if each.until is None:
        said = _tr("sites", "{0}, keep away, {1} round it").format(_kept_from(each.reason), far)
    else:
        until = day(each.until, today)
        said = _tr("sites", "{0}, keep away, {1} round it, until {2}").format(_kept_from(each.reason), far, until)
    return _with_note(said, each.note)


def lump(each: Lump, today: date) -> str:
    """A lump: when it was found, and whether a doctor has checked it."""
    found = _tr("sites", "Lump, found {0}").format(day(each.found, today)) if each.found else _tr("sites", "Lump")
    if each.checked is None:
        said = _tr("sites", "{0}. No doctor has checked it: no injection round it").format(found)
    else:
        on = day(each.checked.on, today)
        said = _tr("sites", "{0}. Checked by {1} on {2}").format(found, each.checked.by, on)
    return _with_note(said, each.note)


def past(map_: SiteMap, each: Injection) -> str:
    """A past injection: how long ago, where, how the skin took it, and what was unusual about its place."""
    number = map_.number(each.point) if each.point else None
    where = words.place(each.place) if each.place else _tr("sites", "place not known")
    if number is not None:
        where = _tr("sites", "{0}, point {1}").format(where, number)
    ago = words.capital(since(max((map_.skin.today - each.at.date()).days, 0)))
    said = [_tr("sites", "{0}, {1}: {2}.").format(ago, day(each.at.date(), map_.skin.today), where)]
    if map_.last is not None and each.dose_id == map_.last.dose_id:
        said.insert(0, _tr("sites", "The last injection."))
    told = map_.skin.reactions.get(each.dose_id)
    if told is not None:
        said.append(reaction(told.signs))
    return " ".join([*said, *unusual(each)])


def unusual(each: Injection) -> list[str]:
    """What is kept of a dose whose place was not the one chosen, or spoke against itself."""
    flags, said = site_flags(each.flags), []
    if flags.instead:
        said.append(_tr("sites", "You injected here instead."))
    if flags.apart is not None and Blocked.TOO_NEAR_LAST in flags.reasons:
        far = words.centimetres(flags.apart - flags.apart % 10)
        said.append(_tr("sites", "It was {0} from the one before.").format(far))
    others = [words.why_blocked(why) for why in flags.reasons if why is not Blocked.TOO_NEAR_LAST]
    if others:
        said.append(_tr("sites", "Noted then: {0}.").format("; ".join(others)))
    return said


def grade(strength: int) -> str:
    """How strong a reaction is, 0 to 3, in a word."""
    return {
        0: _tr("sites", "none"),
        1: _tr("sites", "a little"),
        2: _tr("sites", "clearly"),
        3: _tr("sites", "a lot"),
    }[strength]


def shown_grade(signs: Signs) -> int:
    """The strength that is drawn: a lump or a size alone is told as a little, since something was there."""
    return max(signs.worst, 1) if signs.reacted else 0


def reaction(signs: Signs) -> str:
    """How the skin took an injection, sign by sign."""
    if not signs.reacted:
        return _tr("sites", "The skin did not react.")
    named = {
        _tr("sites", "redness"): signs.redness,
        _tr("sites", "swelling"): signs.swelling,
        _tr("sites", "bruise"): signs.bruise,
        _tr("sites", "pain"): signs.pain,
        _tr("sites", "itch"): signs.itch,
    }
    told = [_tr("sites", "{0} {1}").format(name, grade(strength)) for name, strength in named.items() if strength]
    told += [_tr("sites", "{0} across").format(length(signs.size))] if signs.size else []
    told += [_tr("sites", "a lump")] if signs.lump else []
    return _tr("sites", "The skin reacted: {0}.").format(", ".join(told) or grade(1))


def day(on: date, today: date) -> str:
    """A day without its weekday; with the year where that is another one."""
    form = "d MMMM" if on.year == today.year else "d MMMM yyyy"
    return QLocale().toString(QDate(on.year, on.month, on.day), form)


def length(tenths: int) -> str:
    """A length in whole or half centimetres as a person would say it."""
    return _tr("sites", "{0} cm").format(QLocale().toString(cm(tenths), "g", 3))


def _with_note(said: str, note: str) -> str:
    return _tr("sites", "{0}. {1}").format(said, note) if note else said
