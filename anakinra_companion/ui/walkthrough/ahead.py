"""The stage that most likely comes next, made ready while the person reads: a press only brings it forward."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from anakinra_companion.domain.flow import ENDS, Reply, Stage, replies_at
from anakinra_companion.domain.verdict import next_syringe
from anakinra_companion.domain.walkthrough import Walkthrough
from anakinra_companion.ui.walkthrough.stage_view import StageState, StageView

if TYPE_CHECKING:
    from anakinra_companion.diary.diary import Diary


class Ahead:
    """Holds one view at most. `make` makes the view of a state, out of sight."""

    def __init__(self, diary: Diary, make: Callable[[StageState], StageView]) -> None:
        self._diary = diary
        self._make = make
        self._view: StageView | None = None
        self._of: tuple[int, date] | None = None

    def record_now(self) -> tuple[int, date]:
        """What a stage made now tells of: the newest act, and the day."""
        return self._diary.changed_elsewhere(), self._diary.today()

    def prepare(self, present: StageState, size: QSize) -> None:
        """Makes the stage after the usual answer to the present one.

        Nobody pressed anything: what goes wrong here is no news, and is met again at the press if it lasts.
        """
        self.drop()
        try:
            self._prepare(present, size)
        except Exception:
            logging.getLogger(__name__).exception("the next stage could not be made ahead")
            self.drop()

    def take(self, wanted: StageState) -> StageView | None:
        """The view made ahead, if it is the one that is wanted and nothing else was written meanwhile."""
        view, self._view = self._view, None
        if view is None:
            return None
        if view.state.looks_like == wanted.looks_like and self.record_now() == self._of:
            return view
        _throw_away(view)
        return None

    def drop(self) -> None:
        """Lets go of what was made."""
        view, self._view = self._view, None
        if view is not None:
            _throw_away(view)

    def _prepare(self, present: StageState, size: QSize) -> None:
        expected = self._expected(present.walk)
        # The first stage tells how long each syringe has been out, and that goes on while somebody reads.
        if expected is None or expected.stage is Stage.SYRINGE:
            return
        # The answer that leads there will be one more act; an end says "today" of the day on which it was made.
        position, today = self.record_now()
        self._of = position + 1, today
        self._view = self._make(StageState(expected, "", present.turned & {"large"}, present.taken_back))
        self._view.make_ready(size.width(), size.height())

    def _expected(self, walk: Walkthrough) -> Walkthrough | None:
        """The walkthrough after the usual answer; an answer of its own is looked at anew in any case."""
        if walk.stage in ENDS:
            return None
        if walk.stage is Stage.SYRINGE:
            upcoming = next_syringe(self._diary.storage.looks())
            if upcoming is None:
                return None
            return replace(walk, syringe=upcoming.syringe.id).answered(Reply.THIS_ONE, walk.started)
        if walk.stage is Stage.PLACE:
            suggested = self._diary.sites.suggestion(helper=bool(walk.helper))
            if suggested is None:
                return None
            return replace(walk, point=suggested.point).answered(Reply.HERE, walk.started)
        return walk.answered(replies_at(walk.stage)[0], walk.started)


def _throw_away(view: StageView) -> None:
    for widget in (view, *view.foot):
        # Nobody may find a button of it until Qt deletes it.
        widget.setParent(None)
        widget.deleteLater()
