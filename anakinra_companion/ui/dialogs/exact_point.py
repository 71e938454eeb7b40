"""Where an injection really went: any spot of any place, kept as it was and flagged, never refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion import content
from anakinra_companion.diary.sites import SiteMap
from anakinra_companion.domain.doses import Dose
from anakinra_companion.domain.lattice import middle_of
from anakinra_companion.domain.sites import HELPER_PLACES, Place, SitePoint
from anakinra_companion.ui import theme, words
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.sites import words as site_words
from anakinra_companion.ui.sites.spot_words import spot_words
from anakinra_companion.ui.spoken import announce
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.body_figure import FigureState
from anakinra_companion.ui.widgets.body_map import BodyMap, MapState, MapWords
from anakinra_companion.ui.widgets.frames import Line
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary

# Wide enough for the close-up beside the figure (pixels at 100 %).
SIZE = QSize(1020, 840)


class ExactPoint(Dialog):
    """The figure gives the place, the cross-hair the spot; `point` is where it stands.

    `map_` is the map as it was before the dose. A spot counts once the person came to it: neither the one that is on
    record nor the one where the cross-hair happens to begin is kept by a slip of the hand.
    """

    def __init__(
        self,
        map_: SiteMap,
        begin: SitePoint | Place | None,
        *,
        on_record: SitePoint | None = None,
        tone: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Where did it really go?"), self.tr("I injected here"), parent)
        self._map, self._tone, self._on_record = map_, tone, on_record
        self._spot = (
            begin if isinstance(begin, SitePoint) else middle_of(begin or map_.places[0], map_.skin.calibration)
        )
        self._came_to = False
        self._body = BodyMap(MapWords(self.tr("Front"), self.tr("Back")), with_legend=False)
        self._body.place_picked.connect(self._to_place)
        self._body.moved.connect(self._moved)
        self._body.picked.connect(self._take)
        self._body.focused.connect(self.into_sight)
        self._missing = Text(tone=Tone.STOP)
        self._missing.hide()
        self._position, self._against = Text(), QVBoxLayout()
        self._against.setSpacing(theme.active().gap(4))
        self._body.close_up.add(self._position)
        self._body.close_up.body.addLayout(self._against)
        how = self.tr("Click on the skin, or move the cross-hair with the arrow keys.")
        always = self.tr("What really happened can always be recorded.")
        self.add(Text(f"{how} {always}"), self._missing, self._body, small(content.say("sites-helper")))
        self.body.addStretch(1)
        self._show_place()

    @property
    def point(self) -> SitePoint:
        """The spot under the cross-hair."""
        return self._spot

    def try_accept(self) -> None:
        """Any spot is taken, once it is one that the person came to."""
        if self._spot == self._on_record:
            self._complain(self.tr("This spot is on record already. Show where it really was, or press Cancel."))
        elif not self._came_to:
            self._complain(self.tr("Show the spot first: click on the skin, or move the cross-hair."))
        else:
            self.accept()

    def _complain(self, sentence: str) -> None:
        self._missing.say(sentence)
        self.into_sight(self._missing)
        if (hair := self._body.patch.cross_hair) is not None:
            hair.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, sentence)

    # ---- what is shown ----------------------------------------------------------------------------------------

    def _show_place(self) -> None:
        map_, place = self._map, self._spot.place
        told = spot_words(map_, self._spot)
        self._body.show_state(
            MapState(
                self._figure(),
                site_words.patch_state(map_, place, self._tone),
                site_words.plane_name(place),
                spot=self._spot,
                spot_told=(told.name, told.more),
            )
        )
        self._show_words()

    def _figure(self) -> FigureState:
        """The figure with every place; those for a helper say so."""
        plain = site_words.figure_state(self._map, self._spot.place, self._tone)
        marked = self.tr("{0}: only when somebody else injects")
        return FigureState(
            tuple((place, marked.format(name) if place in HELPER_PLACES else name) for place, name in plain.places),
            chosen=plain.chosen,
            your_left=plain.your_left,
            your_right=plain.your_right,
            tone=plain.tone,
        )

    def _show_words(self) -> None:
        told = spot_words(self._map, self._spot)
        self._position.setText(words.capital(told.position) + ".")
        while (item := self._against.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for sentence in told.against:
            self._against.addWidget(Line(sentence + ".", "warning", Tone.SOON))
        if told.against:
            self._against.addWidget(small(self.tr("It is kept all the same, with this note.")))

    # ---- what a press does ------------------------------------------------------------------------------------

    def _to_place(self, place: Place) -> None:
        on_record = self._on_record
        known = on_record is not None and on_record.place is place
        self._spot = on_record if known and on_record else middle_of(place, self._map.skin.calibration)
        self._came_to = False
        self._missing.say("")
        self._show_place()

    def _moved(self, spot: SitePoint) -> None:
        before, self._spot, self._came_to = self._spot, spot, True
        self._missing.say("")
        told = spot_words(self._map, spot)
        self._body.tell(told.name, told.more)
        self._show_words()
        if before.place is not spot.place:
            for figure in self._body.figures.values():
                figure.show_state(self._figure())
        self._hair_into_sight()

    def _take(self, spot: SitePoint) -> None:
        """Enter on the cross-hair goes on to the button: one more press keeps the spot."""
        self._spot, self._came_to = spot, True
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """The cross-hair is in sight from the start."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._hair_into_sight)

    def into_sight(self, widget: QWidget) -> None:
        """Scrolls to a control that the keyboard came to."""
        if self.isVisible():
            super().into_sight(widget)

    def _hair_into_sight(self) -> None:
        """The cross-hair with the words beside it."""
        patch = self._body.patch
        for each in (*patch.findChildren(Text, "spot-words"), patch.cross_hair):
            if each is not None and not each.isHidden():
                self._area.ensureWidgetVisible(each, 0, theme.active().gap(12))

    def _fit(self) -> None:
        room, look = self.screen().availableGeometry(), theme.active()
        self.resize(
            min(look.px(SIZE.width()), room.width() - 40),
            min(look.px(SIZE.height()), room.height() - 60),
        )


def ask_where(diary: Diary, dose: Dose, parent: QWidget, then: Callable[[SitePoint], object]) -> None:
    """Asks where a dose on record really went; `then` gets the spot, if there is one."""
    dialog = ExactPoint(
        diary.sites.map_before(dose),
        dose.point or dose.place,
        on_record=dose.point,
        tone=diary.profile().skin_tone,
        parent=parent,
    )
    dialog.accepted.connect(lambda: then(dialog.point))
    dialog.finished.connect(dialog.deleteLater)
    # Not `exec`: an outside program that pressed the button would wait for as long as the window is open.
    dialog.open()
