"""The doses in figures: the last 90 days, how late, and month by month; each bar says in words what it shows."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from anakinra_companion.domain.figures import LOOK_BACK, SPAN_HOURS, Figures, Lateness, Outcome
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.part import Part
from anakinra_companion.ui.widgets.frames import Card, Flow
from anakinra_companion.ui.widgets.outcome_bar import OutcomeBar, Swatch
from anakinra_companion.ui.widgets.text import Text, lead, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

_tr = QCoreApplication.translate
# The room of the words before a bar and after it (pixels at 100 %).
NAME, COUNT = 190, 250
THICK = 44


def outcome(which: Outcome) -> str:
    """What became of doses, as a word; nobody is judged."""
    return {
        Outcome.TAKEN: _tr("figures", "Taken"),
        Outcome.PART: _tr("figures", "Part of a dose"),
        Outcome.SKIPPED: _tr("figures", "Skipped"),
        Outcome.MISSED: _tr("figures", "Missed"),
        Outcome.NOT_RECORDED: _tr("figures", "Not recorded"),
        Outcome.PAUSED: _tr("figures", "Paused by a doctor"),
        Outcome.OPEN: _tr("figures", "Not answered yet"),
    }[which]


class FiguresPart(Part):
    """Made anew when the figures differ."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, parent)
        self._shown: object = None
        self.look_again()

    def look_again(self) -> None:
        """Shows the figures as they stand now."""
        review = self.diary.looking_back.review()
        if review == self._shown:
            return
        self._shown = review
        self.clear()
        if not review.months:
            empty = Card(self.tr("No doses to count yet"))
            empty.add(lead(self.tr("Once a dose was due, this page shows how it went.")))
            self.add(empty)
            return
        self.add(self._recent(review.recent))
        if review.recent.lateness.middle is not None:
            self.add(_late(review.recent.lateness))
        self.add(self._months(review.months))

    def _recent(self, told: Figures) -> Card:
        card = Card(QCoreApplication.translate("figures", "The last %n day(s)", "", LOOK_BACK))
        card.add(Text(taken(told), size=theme.TITLE, bold=True))
        bar = OutcomeBar(list(told.counts.items()), told.slots, in_words(told), THICK)
        bar.setObjectName("bar-recent")
        card.add(bar, legend(told))
        if told.extra:
            card.add(Text(QCoreApplication.translate("figures", "%n dose(s) beside the plan", "", told.extra)))
        if told.planned != told.slots:
            said = self.tr("Days in a pause, and days that still wait for an answer, are not part of the whole.")
            card.add(small(said))
        return card

    def _months(self, months: tuple[Figures, ...]) -> Card:
        card = Card(self.tr("Month by month"))
        for told in months:
            name = QLocale().toString(QDate(told.first.year, told.first.month, 1), "MMMM yyyy")
            bar = OutcomeBar(list(told.counts.items()), told.slots, f"{name}: {in_words(told)}")
            card.add(_row(name, bar, in_words(told)))
        return card


def taken(told: Figures) -> str:
    """The one sentence that is read in five seconds."""
    count = QLocale().toString(told.counts[Outcome.TAKEN])
    return _tr("figures", "{0} of {1} doses taken").format(count, QLocale().toString(told.planned))


def in_words(told: Figures) -> str:
    """Everything a bar shows: what was taken, then all that was not nothing."""
    others = [
        _tr("figures", "{0}: {1}").format(outcome(each), QLocale().toString(count))
        for each, count in told.counts.items()
        if count and each is not Outcome.TAKEN
    ]
    first = [taken(told)] if told.planned else []
    extra = (
        [QCoreApplication.translate("figures", "%n dose(s) beside the plan", "", told.extra)] if told.extra else []
    )
    return ". ".join([*first, *others, *extra]) + "."


def legend(told: Figures) -> QWidget:
    """Each part that is there with its square, word and count."""
    holder = QWidget()
    flow = Flow(holder)
    for each, count in told.counts.items():
        if count:
            entry = QWidget()
            across = QHBoxLayout(entry)
            across.setContentsMargins(0, 0, theme.active().gap(12), 0)
            across.setSpacing(theme.active().gap(8))
            said = Text(_tr("figures", "{0}: {1}").format(outcome(each), QLocale().toString(count)))
            said.setWordWrap(False)
            across.addWidget(Swatch(each))
            across.addWidget(said)
            flow.addWidget(entry)
    return holder


def _late(told: Lateness) -> Card:
    card = Card(_tr("figures", "How long after they were due"))
    middle = told.middle or timedelta(0)
    said = _tr("figures", "The middle dose: {0} after it was due")
    if middle < timedelta(0):
        said = _tr("figures", "The middle dose: {0} before it was due")
    card.add(lead(said.format(words.duration(abs(middle)))))
    for name, count in zip(_span_names(), told.spans, strict=True):
        if count:
            number = QCoreApplication.translate("figures", "%n dose(s)", "", count)
            card.add(_row(name, OutcomeBar([(Outcome.TAKEN, count)], told.count, f"{name}: {number}"), number))
    card.add(small(_tr("figures", "Only doses whose time is known. What is late, your care team can say.")))
    return card


def _span_names() -> list[str]:
    """The spans in the order of their counts."""
    number = QLocale().toString
    between = [
        _tr("figures", "{0} to {1} hours").format(number(first), number(last))
        for first, last in pairwise(SPAN_HOURS[1:])
    ]
    first = QCoreApplication.translate("figures", "Less than %n hour(s)", "", SPAN_HOURS[1])
    last = QCoreApplication.translate("figures", "%n hour(s) or more", "", SPAN_HOURS[-1])
    return [_tr("figures", "Before it was due"), first, *between, last]


def _row(name: str, bar: QWidget, said: str) -> QWidget:
    look = theme.active()
    holder = QWidget()
    large = look.scale >= theme.LARGE
    layout: QHBoxLayout | QVBoxLayout = QVBoxLayout(holder) if large else QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(look.gap(4 if large else 14))
    before, after = Text(name, bold=True), Text(said, size=theme.SMALL)
    if not large:
        for text, room in ((before, NAME), (after, COUNT)):
            text.setFixedWidth(look.px(room))
            text.setSizePolicy(QSizePolicy.Policy.Fixed, text.sizePolicy().verticalPolicy())
    for text in (before, after):
        text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    layout.addWidget(before)
    layout.addWidget(bar, 1)
    layout.addWidget(after)
    return holder
