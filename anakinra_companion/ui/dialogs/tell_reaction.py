"""What the skin did after an injection, told when a person likes; whom to call is said before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from anakinra_companion import content
from anakinra_companion.diary.refusals import Refusal
from anakinra_companion.diary.undo import Undo
from anakinra_companion.domain.sites import SitePoint
from anakinra_companion.domain.skin.reactions import LARGEST, Reaction, Signs
from anakinra_companion.store.trouble import RecordTrouble
from anakinra_companion.ui import theme
from anakinra_companion.ui.dialogs.dialog import Dialog
from anakinra_companion.ui.dialogs.photo_field import PhotoField
from anakinra_companion.ui.dialogs.reaction_fields import LumpField, SpreadingField, StrengthFields
from anakinra_companion.ui.doctor_card import DoctorNow
from anakinra_companion.ui.sites import reaction_words
from anakinra_companion.ui.sites.reaction_words import About
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button
from anakinra_companion.ui.widgets.fields import TextField
from anakinra_companion.ui.widgets.frames import Line, row
from anakinra_companion.ui.widgets.text import Text, lead, small
from anakinra_companion.ui.widgets.width_field import WidthField

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


@dataclass(slots=True)
class Told:
    """What was answered. Without `signs` only photos were added."""

    signs: Signs | None
    lump_at: SitePoint | None = None
    photos: list[bytes] = field(default_factory=list)


Keep = Callable[[Told], Undo]


class TellReaction(Dialog):
    """Asks once and keeps it by itself, so that nothing typed is lost when that fails.

    Afterwards `undo` takes it back, and `help_wanted` says that the page Help now was asked for. `failure` is what
    went wrong where help had to come first.
    """

    def __init__(
        self,
        diary: Diary,
        about: About,
        keep: Keep,
        correcting: Reaction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("What the skin did"), self.tr("Keep this"), parent)
        self.undo: Undo | None = None
        self.help_wanted = False
        self.failure: Exception | None = None
        self._diary, self._about, self._keep, self._correcting = diary, about, keep, correcting
        self._doctor: DoctorNow | None = None
        self._form = QWidget()
        self._fields = QVBoxLayout(self._form)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(theme.active().gap(18))
        self._failed = Line("", "warning", Tone.STOP, bold=True)
        self._failed.hide()
        self._ask()
        self.add(self._form)
        self.body.addStretch(1)
        look, room = theme.active(), self.screen().availableGeometry()
        self.resize(min(look.px(660), room.width() - 40), min(look.px(760), room.height() - 60))
        self._strengths.focus_first()
        self.cancel.clicked.disconnect()
        self.cancel.clicked.connect(self._back)

    def try_accept(self) -> None:
        """Everything that was told is kept, the card of the doctor first where it is needed."""
        signs = self._signs()
        if signs is None and not self._photos.photos:
            self._fail(self.tr("Please answer a question, add a note, or press Cancel."))
            return
        if not self._lump.is_placed:
            self._fail(self.tr("Please show where the lump is."))
            self._lump.ask_where()
            return
        if signs is not None and signs.asks_spreading:
            self._show_form()
            self._spreading.complain()
            self._soon_into_sight(self._spreading)
            return
        if signs is not None and signs.doctor_now and self._doctor is None:
            self._show_doctor()
            return
        self._write(Told(signs, self._lump.at, self._photos.photos))

    def reject(self) -> None:
        """Closed beside its buttons while the card of the doctor is on show: what was told is kept all the same."""
        if self._doctor is not None and self._doctor.isVisible():
            self.try_accept()
            return
        super().reject()

    # ---- the questions --------------------------------------------------------------------------------------

    def _ask(self) -> None:
        told = self._correcting.signs if self._correcting is not None else None
        self._strengths = StrengthFields(told)
        self._lump = LumpField(
            self._about, partial(self._diary.sites.map, helper=True), self._diary.profile().skin_tone
        )
        self._spreading = SpreadingField()
        self._spreading.show_answer(told.spreading if told is not None else None)
        self._size = WidthField(
            self.tr("How large is it across? (if you like)"),
            told.size if told else None,
            most=LARGEST,
            optional=True,
        )
        self._note = TextField(self.tr("Note (if you like)"), told.note if told is not None else "")
        self._photos = PhotoField(self._about)
        nothing = Button(self.tr("Nothing to see or feel"), icon="check")
        nothing.setObjectName("nothing")
        nothing.clicked.connect(self._nothing)
        for part in (lead(self._about.said), self._failed, small(content.say("skin-can-happen")), row(nothing)):
            self._fields.addWidget(part)
        for part in (self._strengths, self._lump, self._size, self._spreading, self._note, self._photos):
            self._fields.addWidget(part)
        self._lump.setVisible(told is None or not told.lump)
        if told is not None and told.lump:
            self._fields.insertWidget(5, Text(self.tr("The lump you told of stays on the map, with its own card.")))
        self._photos.setVisible(self._correcting is None)
        self._strengths.changed.connect(self._follow)
        self._lump.changed.connect(self._follow)
        self._size.edit.valueChanged.connect(self._follow)
        self._lump.grew.connect(self._soon_into_sight)
        self._spreading.answered.connect(self._hot)
        self._follow()

    def _signs(self) -> Signs | None:
        """What was answered; None while nothing was."""
        size, lump, note = self._size.value or None, self._lump.answer, self._note.value
        said = self._strengths.any_said or size is not None or lump is not None or bool(note)
        if not said and self._correcting is None:
            return None
        had = self._correcting is not None and self._correcting.signs.lump
        signs = replace(self._strengths.signs, size=size, lump=bool(lump) or had, note=note)
        return replace(signs, spreading=self._spreading.value) if signs.reacted else signs

    def _follow(self) -> None:
        """The question of hot, spreading or ill is there as long as there is anything to ask it of."""
        signs = self._signs()
        self._spreading.setVisible(signs is not None and signs.reacted)

    def _nothing(self) -> None:
        self._strengths.nothing()
        self._lump.none()
        self._size.edit.setValue(0)

    # ---- the doctor first -----------------------------------------------------------------------------------

    def _hot(self, yes: bool) -> None:
        if yes:
            self._show_doctor()

    def _show_doctor(self) -> None:
        """Whom to call, in place of the questions; pressing on keeps what was told."""
        if self._doctor is None:
            self._doctor = DoctorNow(self._diary.profile(), self._about.said)
            self._doctor.help_wanted.connect(self._to_help)
            self.body.insertWidget(0, self._doctor)
        self._form.hide()
        self._doctor.show()
        self.cancel.say(self.tr("Back to the answers"))
        self._area.verticalScrollBar().setValue(0)
        self._doctor.take_focus()

    def _show_form(self) -> None:
        if self._doctor is not None:
            self._doctor.hide()
        self._form.show()
        self.cancel.say(self.tr("Cancel"))

    def _back(self) -> None:
        if self._doctor is not None and self._doctor.isVisible():
            self._show_form()
            self._soon_into_sight(self._spreading)
            return
        super().reject()

    def _to_help(self) -> None:
        """Help comes first: nothing more is asked. What could not be kept is said afterwards."""
        self.help_wanted = True
        signs = self._signs()
        if signs is not None and not self._lump.is_placed:
            # Without a place there is no lump to draw; that one was told of stays with the report.
            said = self.tr("There is a lump. Its place was not shown yet.")
            note = " ".join(filter(None, (signs.note, said)))
            had = self._correcting is not None and self._correcting.signs.lump
            self._write(Told(replace(signs, lump=had, note=note), None, self._photos.photos))
        else:
            self.try_accept()
        if self.isVisible():
            self.failure = self._trouble
            self.accept()

    # ---- keeping --------------------------------------------------------------------------------------------

    _trouble: Exception | None = None

    def _write(self, told: Told) -> None:
        try:
            self.undo = self._keep(told)
        except (Refusal, RecordTrouble) as trouble:
            self._trouble = trouble
            self._fail(reaction_words.trouble(trouble))
            return
        self.accept()

    def _fail(self, words: str) -> None:
        self._show_form()
        self._failed.show_state(words, "warning", Tone.STOP)
        self._failed.show()
        self.primary.setAccessibleDescription(words)
        self._soon_into_sight(self._failed)

    def _soon_into_sight(self, part: QWidget) -> None:
        # Where it is is known once Qt has laid it out.
        QTimer.singleShot(0, self, partial(self._into_sight, part))

    def _into_sight(self, part: QWidget) -> None:
        """Its beginning is at the top, so that of a part higher than the window the question is read first."""
        if (whole := self._area.widget()) is not None:
            self._area.verticalScrollBar().setValue(part.mapTo(whole, QPoint()).y())
