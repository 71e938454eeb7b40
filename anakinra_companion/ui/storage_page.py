"""Storage: every box as a tray, every syringe with its clock, and what to do with each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from anakinra_companion import content
from anakinra_companion.diary.storage import BoxView
from anakinra_companion.diary.undo import Undo
from anakinra_companion.domain.storage import Look, SetAsideReason, State, Verdict
from anakinra_companion.ui import storage_cards, theme, words
from anakinra_companion.ui.dialogs.add_box import AddBox
from anakinra_companion.ui.dialogs.out_since import OutSince
from anakinra_companion.ui.found_card import Finding, FoundCard
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind, named
from anakinra_companion.ui.widgets.fact_line import FactLine
from anakinra_companion.ui.widgets.frames import Card, Line, row
from anakinra_companion.ui.widgets.syringe_tile import SyringeTile
from anakinra_companion.ui.widgets.text import Text, lead, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class StoragePage(Page):
    """Trays above, the chosen syringe below, the limits at a glance."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, "", parent)
        self.title.say(self.tr("Storage"))
        self.setAccessibleName(self.tr("Storage"))
        self._chosen: str | None = None
        self._finding: Finding | None = None
        self._shown_panel: QWidget | None = None
        self._setting_aside = False

    def enter(self) -> None:
        """Begins without an open question."""
        self._finding, self._setting_aside = None, False
        super().enter()

    def refresh(self) -> None:
        """Looks at every box again."""
        boxes = self.diary.storage.boxes()
        # Seconds pass between two looks; the page speaks in minutes and is built anew only when those change.
        minutes = tuple(int(look.time_out.total_seconds()) // 60 for box in boxes for look in box.looks)
        kinds = tuple((look.syringe.id, look.state, look.verdict) for box in boxes for look in box.looks)
        self._boxes = boxes
        # Each verdict shows the computer's time, so that runs on too.
        asked = (
            self._chosen,
            self._finding,
            self._setting_aside,
            words.full_when(self.diary.now(), self.diary.zone()),
        )
        self.show_state((minutes, kinds, tuple(box.box for box in boxes), asked))

    def point_to(self, id_: str) -> None:
        """Opens one syringe, and brings it into view."""
        self._chosen = id_
        self.refresh()
        QTimer.singleShot(0, self, self._to_chosen)

    def _to_chosen(self) -> None:
        tile = self.findChild(SyringeTile, f"tile-{self._chosen}")
        if isinstance(tile, SyringeTile):
            tile.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(tile)

    def build(self, state: object) -> None:
        """The whole page."""
        self._shown_panel = None
        if self._finding is not None:
            self.add(self._found_card(self._finding))
        for box in self._boxes:
            self.add(self._tray(box))
        if not self._boxes:
            self.add(storage_cards.empty())
        self.add(storage_cards.limits(self.diary))
        self._add_footer()

    # ---- parts ----------------------------------------------------------------------------------------------

    def _tray(self, view: BoxView) -> QWidget:
        name = self.tr("Box {0}").format(view.box.lot) if view.box.lot else self.tr("Box")
        card = Card(name)
        told = self.tr("Use until {0}.").format(words.long_day(view.box.expires))
        card.add(small(f"{told} {view.box.place}"))
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.active().gap(12))
        columns = 7 if theme.active().scale < 1.2 else 4 if theme.active().scale < 1.6 else 3
        for place, look in enumerate(view.looks):
            tile = SyringeTile(storage_cards.tile(look))
            tile.setObjectName(f"tile-{look.syringe.id}")
            tile.setChecked(look.syringe.id == self._chosen)
            tile.clicked.connect(partial(self._choose, look.syringe.id))
            grid.addWidget(tile, place // columns, place % columns)
        for place in range(columns):
            grid.setColumnStretch(place, 1)
        card.add(holder)
        chosen = next((look for look in view.looks if look.syringe.id == self._chosen), None)
        if chosen is not None and self._finding is None:
            self._shown_panel = self._panel(chosen)
            card.add(self._shown_panel)
        return card

    def _panel(self, look: Look) -> QWidget:
        card = Card(words.capital(words.syringe(look)))
        icon, word, tone = words.syringe_state(look)
        card.tint(tone if tone in (Tone.STOP, Tone.SOON) else Tone.INFO)
        card.add(Line(word, icon, tone, size=theme.LEAD, bold=True))
        if look.time_out:
            out = self.tr("Out {0} by your record, {1} left.")
            card.add(lead(out.format(words.duration(look.time_out), words.duration(look.left))))
        if look.is_out and look.usable:
            over = words.when(self.diary.now() + look.left, self.diary.zone(), self.diary.today())
            card.add(Text(self.tr("Its time is over {0}.").format(over), bold=True))
        fact = words.verdict_fact(look)
        if look.state not in (State.USED, State.IN_SHARPS, State.WASTED, State.LOST, State.HANDED_IN):
            card.add(FactLine(content.say(fact), content.sources(fact)))
        now = words.full_when(self.diary.now(), self.diary.zone())
        card.add(small(self.tr("By this computer it is {0}.").format(now)))
        card.add(row(*self._actions(look)))
        if self._setting_aside:
            card.add(self._reasons(look))
        if look.is_out and not look.ended:
            card.add(Text(content.say("storage-put-back"), size=theme.SMALL, tone=Tone.MUTED))
        card.add(storage_cards.history(self.diary, look))
        return card

    def _actions(self, look: Look) -> list[QWidget]:
        storage, id_ = self.diary.storage, look.syringe.id
        if look.state is State.IN_FRIDGE and not look.is_out and not look.ended:
            first = [
                self._button("take-out", self.tr("I took it out just now"), "out", partial(storage.take_out, id_)),
                named("took-out-at", self.tr("I took it out earlier"), "clock", partial(self._took_out_at, id_)),
            ]
        elif look.is_out and not look.ended:
            put_back = partial(storage.put_back, id_)
            first = [self._button("put-back", self.tr("Back in the fridge"), "in", put_back)]
            doubted = look.verdict is Verdict.CANNOT_VERIFY
            said = self.tr("Say since when it was out") if doubted else self.tr("It came out earlier than that")
            first.append(named("since", said, "clock", partial(self._declare, id_)))
        elif look.state in (State.COVER_OFF, State.USED, State.WASTED):
            sharps = partial(storage.drop_in_sharps, id_)
            return [self._button("in-sharps", self.tr("It is in the sharps box"), "sharps", sharps)]
        elif look.state in (State.IN_SHARPS, State.LOST, State.HANDED_IN):
            return []
        else:
            return [
                self._button("hand-in", self.tr("Given to the pharmacist"), "people", partial(storage.hand_in, id_)),
                self._button("lose", self.tr("It is lost"), "search", partial(storage.lose, id_)),
            ]
        unknown = partial(storage.mark_unknown, id_)
        return [
            *first,
            named("aside", self.tr("Something is wrong with it"), "stop", self._turn_aside),
            self._button("unknown", self.tr("I do not know how long it was out"), "question-circle", unknown),
        ]

    def _reasons(self, look: Look) -> QWidget:
        reasons = {
            SetAsideReason.FROZEN: (self.tr("Frozen, or touched ice"), "snowflake"),
            SetAsideReason.OVERHEATED: (self.tr("Too warm: car, sun, heater"), "sun"),
            SetAsideReason.DROPPED: (self.tr("Dropped"), "down"),
            SetAsideReason.CRACKED: (self.tr("Cracked"), "close"),
            SetAsideReason.CLOUDY: (self.tr("Cloudy"), "drop"),
            SetAsideReason.COLOURED: (self.tr("It has a color"), "drop"),
            SetAsideReason.FLOATING: (self.tr("Something floats in it"), "drop"),
            SetAsideReason.OTHER: (self.tr("Something else"), "question-circle"),
        }
        buttons = []
        for reason, (said, icon) in reasons.items():
            act = partial(self.diary.storage.set_aside, look.syringe.id, reason)
            buttons.append(self._button(f"aside-{reason.value}", said, icon, act))
        return row(*buttons)

    def _found_card(self, finding: Finding) -> QWidget:
        card = FoundCard(self._boxes, finding)
        card.narrowed.connect(self._narrow)
        card.ended_one.connect(self._choose)
        card.out_for.connect(self._found_out_for)
        card.asked_exactly.connect(self._found_at)
        card.unknown.connect(partial(self._found_since, None))
        card.closed.connect(partial(self._narrow, None))
        return card

    def _add_footer(self) -> None:
        add = Button(self.tr("Add a box"), Kind.SECONDARY if self._boxes else Kind.PRIMARY, icon="box")
        add.setObjectName("add-box")
        add.clicked.connect(self._add_box)
        if not self._boxes:
            self.set_footer(add)
            return
        found = Button(self.tr("I found one outside the fridge"), Kind.PRIMARY, icon="search")
        found.setObjectName("found")
        found.clicked.connect(self._begin_finding)
        self.set_footer(add, found)

    def _button(self, name: str, said: str, icon: str, act: Callable[[], Undo]) -> Button:
        return named(name, said, icon, partial(self._do, act))

    # ---- what a press does ----------------------------------------------------------------------------------

    def _choose(self, id_: str) -> None:
        self._setting_aside = False
        self._chosen = id_ if self._finding is not None or self._chosen != id_ else None
        self._finding = None
        self.refresh()
        self._soon(self._show_panel)

    def _narrow(self, finding: Finding | None) -> None:
        self._finding = finding
        self.refresh()

    def _found_out_for(self, length: timedelta) -> None:
        self._found_since(self.diary.now() - length)

    def _found_since(self, since: datetime | None) -> None:
        if self._finding is None:
            return
        ids = self._finding.ids
        self._chosen = ids[0]
        self._do(partial(self.diary.storage.found_outside, ids, since))
        # What may be said of it now comes into view.
        self._soon(self._show_panel)

    def _do(self, act: Callable[[], Undo]) -> None:
        undo = act()
        self._finding, self._setting_aside = None, False
        self.done.emit(undo)
        self.refresh()

    def _soon(self, act: Callable[[], object]) -> None:
        # A part has its place only after Qt laid the page out.
        QTimer.singleShot(0, self, partial(QTimer.singleShot, 0, self, act))

    def _show_panel(self) -> None:
        panel = self._shown_panel
        if panel is not None:
            top = panel.mapTo(self._inner, QPoint(0, 0)).y()
            bar = self._area.verticalScrollBar()
            if top + panel.height() > bar.value() + self._area.viewport().height():
                bar.setValue(max(top - theme.active().gap(20), 0))

    def _turn_aside(self) -> None:
        self._setting_aside = not self._setting_aside
        self.refresh()

    def _begin_finding(self) -> None:
        self._finding, self._chosen = Finding(), None
        self.refresh()
        self._soon(partial(self._area.verticalScrollBar().setValue, 0))

    def _asked_since(self) -> OutSince | None:
        dialog = OutSince(self.diary.now(), self.diary.zone(), self)
        return dialog if dialog.exec() == QDialog.DialogCode.Accepted else None

    def _took_out_at(self, id_: str) -> None:
        if (told := self._asked_since()) is not None:
            self._do(partial(self.diary.storage.take_out, id_, since=told.since))

    def _declare(self, id_: str) -> None:
        if (told := self._asked_since()) is not None:
            self._do(partial(self.diary.storage.declare_out_since, id_, told.since))

    def _found_at(self) -> None:
        if (told := self._asked_since()) is not None:
            self._found_since(told.since)

    def _add_box(self) -> None:
        dialog = AddBox(self.diary.today(), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            added = partial(self.diary.storage.add_box, dialog.lot, dialog.expires, received=dialog.received)
            self._do(partial(added, place=dialog.place, count=dialog.count))
