"""Storage: every box as a tray, every syringe with its clock, and what to do with each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from anakinra_companion.diary.storage import BoxView
from anakinra_companion.diary.undo import Undo
from anakinra_companion.domain.storage import Look
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.dialogs.add_box import AddBox
from anakinra_companion.ui.dialogs.out_since import OutSince
from anakinra_companion.ui.dialogs.which_fridge import WhichFridge
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.part import Part
from anakinra_companion.ui.storage import cards as storage_cards
from anakinra_companion.ui.storage.away_part import AwayPart
from anakinra_companion.ui.storage.found_card import Finding, FoundCard
from anakinra_companion.ui.storage.fridge_chart import FridgeShown
from anakinra_companion.ui.storage.fridge_part import FridgePart
from anakinra_companion.ui.storage.lot_part import LotPart
from anakinra_companion.ui.storage.panel import Asked, SyringePanel
from anakinra_companion.ui.storage.sharps_part import SharpsPart
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.choices import Choices
from anakinra_companion.ui.widgets.frames import Card
from anakinra_companion.ui.widgets.syringe_tile import SyringeTile
from anakinra_companion.ui.widgets.text import small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


PARTS: dict[str, Callable[[Diary], Part]] = {"away": AwayPart, "sharps": SharpsPart, "supply": LotPart}
FRIDGE = "fridge"


class StoragePage(Page):
    """Trays above, the chosen syringe below, the limits at a glance."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(diary, "", parent)
        self.title.say(self.tr("Storage"))
        self.setAccessibleName(self.tr("Storage"))
        self._chosen: str | None = None
        self._finding: Finding | None = None
        self._shown_panel: SyringePanel | None = None
        self._setting_aside = False
        # The entry that is to move to another syringe, while it is asked which.
        self._moving: str | None = None
        self._open = "syringes"
        self._fridge = FridgeShown()

    def enter(self) -> None:
        """Begins without an open question."""
        self._finding, self._setting_aside, self._moving = None, False, None
        super().enter()

    def refresh(self) -> None:
        """Looks at every box again."""
        boxes = self.diary.storage.boxes()
        # Seconds pass between two looks; the page speaks in minutes and is built anew only when those change.
        minutes = tuple(int(look.time_out.total_seconds()) // 60 for box in boxes for look in box.looks)
        kinds = tuple((look.syringe.id, look.state, look.verdict) for box in boxes for look in box.looks)
        self._boxes = boxes
        # The other parts tell no time that runs on, and have fields that somebody may be typing into. Each verdict
        # shows the computer's time, so that runs on too.
        running = (minutes, words.full_when(self.diary.now(), self.diary.zone())) if self._open == "syringes" else ()
        asked = (
            self._part_state(),
            self._chosen,
            self._finding,
            self._setting_aside,
            self._moving,
            self._open,
        )
        if self._open == FRIDGE:
            # A chart that somebody walks on is not built anew each minute.
            self.show_state(asked)
            return
        self.show_state((running, kinds, tuple(box.box for box in boxes), asked))

    def _part_state(self) -> object:
        """What the part that is open shows beside the boxes."""
        if self._open == FRIDGE:
            return self.diary.changed_elsewhere(), self.diary.today(), self._fridge.place
        return self.diary.sharps.view() if self._open == "sharps" else None

    def point_to(self, id_: str) -> None:
        """Opens another part by its name, or one syringe, and brings it into view."""
        if id_ in PARTS or id_ == FRIDGE:
            self._open_part(id_)
            return
        self._chosen, self._open = id_, "syringes"
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
        self.add(self._parts())
        if self._open != "syringes":
            self._add_part()
            return
        if self._finding is not None:
            self.add(self._found_card(self._finding))
        for box in self._boxes:
            self.add(self._tray(box))
        if not self._boxes:
            self.add(storage_cards.empty())
        self.add(storage_cards.limits(self.diary))
        self._add_footer()

    # ---- parts ----------------------------------------------------------------------------------------------

    def _parts(self) -> QWidget:
        entries = [
            ("syringes", self.tr("Syringes")),
            (FRIDGE, self.tr("The fridge")),
            ("away", self.tr("Power cut or trip")),
            ("sharps", self.tr("Sharps box")),
            ("supply", self.tr("Supply and lots")),
        ]
        parts = Choices(entries, name=self.tr("What to look at"), across=True)
        parts.choose(self._open)
        parts.picked.connect(self._open_part)
        return parts

    def _add_part(self) -> None:
        part = self._fridge_part() if self._open == FRIDGE else PARTS[self._open](self.diary)
        part.done.connect(self._did)
        part.into_sight.connect(self._area.ensureWidgetVisible)
        self.add(part)
        self.set_footer()

    def _fridge_part(self) -> Part:
        part = FridgePart(self.diary, self._fridge)
        part.turned.connect(self.refresh)
        return part

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

    def _panel(self, look: Look) -> SyringePanel:
        panel = SyringePanel(self.diary, look, setting_aside=self._setting_aside, other=self._moving)
        panel.acted.connect(self._do)
        panel.asked.connect(partial(self._asked, look.syringe.id))
        return panel

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

    # ---- what a press does ----------------------------------------------------------------------------------

    def _open_part(self, name: str) -> None:
        self._open, self._finding = name, None
        self.refresh()
        self.to_top()

    def _choose(self, id_: str) -> None:
        self._setting_aside, self._moving = False, None
        self._chosen = id_ if self._finding is not None or self._chosen != id_ else None
        self._finding = None
        self.refresh()
        self.later(self._show_panel)

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
        self.later(self._show_panel)

    def _do(self, act: Callable[[], Undo]) -> None:
        self._did(act())

    def _did(self, undo: Undo) -> None:
        self._finding, self._setting_aside, self._moving = None, False, None
        self.done.emit(undo)
        self.refresh()

    def _asked(self, id_: str, what: str) -> None:
        """The panel asks for something that it cannot do by itself."""
        if what == Asked.ASIDE:
            self._setting_aside = not self._setting_aside
            self.refresh()
        elif what == Asked.TOOK_OUT_AT:
            self._took_out_at(id_)
        elif what == Asked.SINCE:
            self._declare(id_)
        elif what == Asked.ELSEWHERE:
            self._put_back_elsewhere(id_)
        else:
            self._moving = what if what != self._moving else None
            self.refresh()
            self.later(self._show_others)

    def _show_panel(self) -> None:
        panel = self._shown_panel
        if panel is not None:
            top = panel.mapTo(self._inner, QPoint(0, 0)).y()
            bar = self._area.verticalScrollBar()
            if top + panel.height() > bar.value() + self._area.viewport().height():
                bar.setValue(max(top - theme.active().gap(20), 0))

    def _show_others(self) -> None:
        if self._shown_panel is not None and (others := self._shown_panel.others) is not None:
            self._area.ensureWidgetVisible(others)

    def _begin_finding(self) -> None:
        self._finding, self._chosen = Finding(), None
        self.refresh()
        self.to_top()

    def _asked_since(self) -> OutSince | None:
        dialog = OutSince(self.diary.now(), self.diary.zone(), self)
        return dialog if dialog.exec() == QDialog.DialogCode.Accepted else None

    def _took_out_at(self, id_: str) -> None:
        if (told := self._asked_since()) is not None:
            self._do(partial(self.diary.storage.take_out, id_, since=told.since))

    def _declare(self, id_: str) -> None:
        if (told := self._asked_since()) is not None:
            self._do(partial(self.diary.storage.declare_out_since, id_, told.since))

    def _put_back_elsewhere(self, id_: str) -> None:
        dialog = WhichFridge(self.tr("It is in this one"), self.diary.fridge.places(), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._do(partial(self.diary.storage.put_back, id_, place=dialog.place))

    def _found_at(self) -> None:
        if (told := self._asked_since()) is not None:
            self._found_since(told.since)

    def _add_box(self) -> None:
        dialog = AddBox(self.diary.today(), self, places=self.diary.fridge.places())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            added = partial(self.diary.storage.add_box, dialog.lot, dialog.expires, received=dialog.received)
            self._do(partial(added, place=dialog.place, count=dialog.count))
