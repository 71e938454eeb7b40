"""One injection with what is told of the skin after it: reports, photos, and the way to tell more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from anakinra_companion import content
from anakinra_companion.diary.skin.aftermath import Aftermath
from anakinra_companion.domain.skin.reactions import Reaction
from anakinra_companion.domain.skin.truth import SiteFlags
from anakinra_companion.store.skin.photos import Photo
from anakinra_companion.ui import theme
from anakinra_companion.ui.sites import reaction_words, spot_words
from anakinra_companion.ui.sites.reaction_words import About
from anakinra_companion.ui.sites.telling import Telling
from anakinra_companion.ui.theme import Tone
from anakinra_companion.ui.widgets.buttons import Button, Kind
from anakinra_companion.ui.widgets.frames import Flow, Line, row
from anakinra_companion.ui.widgets.photo import Thumbnail
from anakinra_companion.ui.widgets.text import Text, small

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class SkinAfter(QWidget):
    """Shows what is told; `head` stands before the button that tells more, beside it where there is room.

    `with_flags`: what spoke against the place is said too, where nothing above it does.
    """

    def __init__(
        self,
        diary: Diary,
        about: About,
        after: Aftermath,
        telling: Telling,
        *,
        head: QWidget,
        narrow: bool = False,
        with_flags: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._diary, self._about, self._after, self._telling = diary, about, after, telling
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(theme.active().gap(8))
        self._below.addLayout(self._top(head, narrow=narrow or theme.active().scale >= theme.LARGE))
        for sentence in _flags(after.flags) if with_flags else ():
            self._below.addWidget(Line(sentence, "info", Tone.MUTED, size=theme.SMALL))
        for number, report in enumerate(after.reports):
            self._add_report(report, again=number > 0)
        if after.taken_back and not after.reports:
            self._below.addWidget(small(self.tr("What was told was taken back.")))
            self._below.addWidget(row(self._history_button()))
        self._versions = Text(size=theme.SMALL, tone=Tone.MUTED)
        self._versions.hide()
        self._below.addWidget(self._versions)
        self._add_photos()

    def _top(self, head: QWidget, *, narrow: bool) -> QHBoxLayout | QVBoxLayout:
        top: QHBoxLayout | QVBoxLayout = QVBoxLayout() if narrow else QHBoxLayout()
        top.setSpacing(theme.active().gap(12))
        tell = Button(self.tr("What the skin did"), icon="edit")
        tell.setObjectName(f"skin-{self._about.dose_id}")
        # Many of them stand below each other.
        tell.setAccessibleDescription(self._about.said)
        tell.clicked.connect(partial(self._telling.tell, self._about))
        if narrow:
            top.addWidget(head)
            top.addWidget(tell, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            top.addWidget(head, 1, Qt.AlignmentFlag.AlignVCenter)
            top.addWidget(tell)
        return top

    def _add_report(self, report: Reaction, *, again: bool) -> None:
        said = reaction_words.report(report, again=again)
        reacted, newest = report.signs.reacted, report is self._after.reports[-1]
        icon, tone = ("eye", Tone.SOON) if reacted else ("check", Tone.PLAIN)
        self._below.addWidget(Line(said, icon, tone))
        if report.signs.doctor_now and newest:
            self._below.addWidget(Line(content.say("skin-doctor-now"), "phone", Tone.STOP, bold=True))
        correct = Button(self.tr("Correct"), Kind.QUIET, icon="edit")
        correct.setObjectName(f"correct-report-{report.id}")
        correct.clicked.connect(partial(self._telling.tell, self._about, report))
        back = Button(self.tr("Take it back"), Kind.QUIET, icon="undo")
        back.setObjectName(f"withdraw-report-{report.id}")
        back.clicked.connect(partial(self._telling.take_back, report))
        for button in (correct, back):
            button.setAccessibleDescription(said)
        self._below.addWidget(row(correct, back, *((self._history_button(),) if newest else ())))

    def _add_photos(self) -> None:
        holder = QWidget()
        flow = Flow(holder)
        for photo in self._after.photos:
            if photo.erased:
                self._below.addWidget(small(reaction_words.photo_gone(photo.at)))
            else:
                flow.addWidget(self._thumbnail(photo))
        if flow.count():
            self._below.addWidget(holder)
        else:
            holder.deleteLater()

    def _thumbnail(self, photo: Photo) -> Thumbnail:
        name = reaction_words.photo(self._about, photo.at)
        shown = Thumbnail(name, partial(self._telling.picture, photo.id))
        shown.setObjectName(f"photo-{photo.id}")
        shown.clicked.connect(partial(self._telling.show_photo, photo.id, name))
        return shown

    def _history_button(self) -> Button:
        button = Button(self.tr("Every version"), Kind.QUIET, icon="list")
        button.setObjectName(f"versions-{self._about.dose_id}")
        button.setAccessibleDescription(self._about.said)
        button.clicked.connect(self._turn_history)
        return button

    def _turn_history(self) -> None:
        """The journal is searched for it only when somebody asks."""
        if self._versions.isHidden():
            found = self._diary.reactions.history(self._about.dose_id)
            self._versions.say("\n".join(reaction_words.history(found)))
        else:
            self._versions.hide()


def _flags(flags: SiteFlags) -> list[str]:
    instead = spot_words.here_instead(flags)
    return [*([instead] if instead else []), *spot_words.against(flags)]
