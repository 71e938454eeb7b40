"""What was told of the skin after an injection, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from anakinra_companion.diary.refusals import NotAPhoto, OddNumber, PhotoTooLarge, PlaceNeeded
from anakinra_companion.diary.skin.aftermath import ReportVersion
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.domain.skin.reactions import Reaction, Signs
from anakinra_companion.ui import failure_words, words

_tr = QCoreApplication.translate
SIGNS = ("redness", "swelling", "bruise", "pain", "itch")


@dataclass(frozen=True, slots=True)
class About:
    """The injection that is spoken of; `when` is its day in words, "" where nobody knows it."""

    dose_id: str
    place: Place | None
    point: SitePoint | None
    when: str = ""
    number: int | None = None

    @property
    def where(self) -> str:
        """The place and the number of its point."""
        if self.place is None:
            return _tr("reactions", "place not known")
        if self.number is None:
            return words.place(self.place)
        return _tr("reactions", "{0}, point {1}").format(words.place(self.place), self.number)

    @property
    def said(self) -> str:
        """The whole injection in one line."""
        where = self.where
        return _tr("reactions", "{0}: {1}").format(self.when, where) if self.when else words.capital(where)


def sign(name: str) -> str:
    """What can be told of, by its name."""
    return {
        "redness": _tr("reactions", "Redness"),
        "swelling": _tr("reactions", "Swelling"),
        "bruise": _tr("reactions", "Bruise"),
        "pain": _tr("reactions", "Pain"),
        "itch": _tr("reactions", "Itch"),
    }[name]


def strength(how: int) -> str:
    """How strong a sign is, from 0 to 3."""
    return (
        _tr("reactions", "None"),
        _tr("reactions", "A little"),
        _tr("reactions", "Clearly"),
        _tr("reactions", "A lot"),
    )[how]


def signs(told: Signs) -> str:
    """Everything one report says, as one line; what was not said is not made up."""
    strong = [
        _tr("reactions", "{0}: {1}").format(sign(name).lower(), strength(how).lower())
        for name, how in zip(SIGNS, told.strengths, strict=True)
        if how
    ]
    parts = [", ".join(strong)] if strong else []
    if told.lump:
        parts.append(_tr("reactions", "a lump or hard spot"))
    if told.size is not None:
        parts.append(_tr("reactions", "{0} across").format(words.centimetres(told.size)))
    if told.spreading is not None:
        hot = _tr("reactions", "hot, spreading or feeling ill: yes, or not sure")
        parts.append(hot if told.spreading else _tr("reactions", "hot, spreading or feeling ill: no"))
    if told.note:
        parts.append(_tr("reactions", "\u201c{0}\u201d").format(told.note))
    return "; ".join(parts) or _tr("reactions", "nothing to see or feel")


def report(told: Reaction, *, again: bool) -> str:
    """One report with the day on which it was told."""
    sentence = _tr("reactions", "Told again on {0}: {1}") if again else _tr("reactions", "Told on {0}: {1}")
    return _ended(sentence.format(words.short_day(told.at.date()), signs(told.signs)))


def history(found: Sequence[ReportVersion]) -> list[str]:
    """Every version of every report of an injection, a line each."""
    lines, last = [], dict[str, Signs | None]()
    for each in found:
        if each.signs is None:
            how = _tr("reactions", "{0}: taken back")
        elif each.report_id not in last:
            how = _tr("reactions", "{0}: told. {1}")
        elif last[each.report_id] is None:
            how = _tr("reactions", "{0}: brought back. {1}")
        else:
            how = _tr("reactions", "{0}: corrected. {1}")
        last[each.report_id] = each.signs
        said = words.capital(signs(each.signs)) if each.signs is not None else ""
        lines.append(_ended(how.format(_when(each.at), said)))
    return lines


def photo(about: About, at: datetime) -> str:
    """What a photo is called for somebody who does not see it."""
    where = words.place(about.place) if about.place is not None else _tr("reactions", "the skin")
    return _tr("reactions", "Photo of {0}, {1}").format(where, words.short_day(at.date()))


def photo_gone(at: datetime) -> str:
    """That there was a photo."""
    return _tr("reactions", "A photo of {0} was erased for good.").format(words.short_day(at.date()))


def trouble(error: Exception) -> str:
    """Why something could not be kept, and what to do about it."""
    if isinstance(error, PhotoTooLarge):
        return _tr("reactions", "This photo is too large. Choose a smaller one, up to {0} MB.").format(
            error.most // 2**20
        )
    if isinstance(error, NotAPhoto):
        return _tr("reactions", "This file is no photo that can be kept. Choose a JPEG or PNG photo.")
    if isinstance(error, OSError):
        return _tr("reactions", "This file cannot be read. Is its card, phone or disk still connected?")
    if isinstance(error, OddNumber):
        return _tr("reactions", "This size cannot be right. Check it: from {0} to {1}.").format(
            words.centimetres(error.least), words.centimetres(error.most)
        )
    if isinstance(error, PlaceNeeded):
        return _tr("reactions", "Please show on the picture where the lump is.")
    return " ".join(failure_words.told(error))


def _when(at: datetime) -> str:
    return _tr("reactions", "{0} at {1}").format(words.long_day(at.date()), words.clock_time(at.time()))


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
