"""Every page and state worth looking at, drawn from the real window on the demo record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from anakinra_companion.domain.flow import Mode, Reply, Stage
from anakinra_companion.domain.sites import Place
from anakinra_companion.opening import open_diary
from anakinra_companion.paths import Paths
from anakinra_companion.settings import Settings
from anakinra_companion.ui import gallery_calendar, gallery_fridge, gallery_skin, gallery_tables
from anakinra_companion.ui.dialogs.add_box import AddBox
from anakinra_companion.ui.dialogs.earlier_sites import EarlierSites
from anakinra_companion.ui.dialogs.exact_point import ExactPoint
from anakinra_companion.ui.dialogs.record_dose import Prefilled, RecordDose
from anakinra_companion.ui.dialogs.sharps_box import SharpsBoxDialog
from anakinra_companion.ui.first_run_page import SCREENS
from anakinra_companion.ui.pulse import Pulse
from anakinra_companion.ui.reaction_gallery import reaction_states
from anakinra_companion.ui.sites.papers_card import PapersCard
from anakinra_companion.ui.sites.part import Part
from anakinra_companion.ui.sites.seeing_cycle import CycleCard
from anakinra_companion.ui.sites.seeing_heat import HeatCard
from anakinra_companion.ui.sites.seeing_used import UsedCard
from anakinra_companion.ui.walkthrough.page import WalkthroughPage
from anakinra_companion.ui.widgets.body_map import BodyMap
from anakinra_companion.ui.window import Window

if TYPE_CHECKING:
    from anakinra_companion.demo import PastClock
    from anakinra_companion.diary.diary import Diary
    from anakinra_companion.domain.walkthrough import Walkthrough

PAGES = ("today", "sites", "storage", "calendar", "settings", "help")


class Gallery:
    """Draws in one theme and scale at a time; the record is lived on only in copies of it."""

    def __init__(self, diary: Diary, clock: PastClock, folder: Path, size: tuple[int, int]) -> None:
        self._diary = diary
        self._clock = clock
        self._folder = folder
        self._size = size
        self._drawn = 0
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))

    def draw(self, folder: Path, theme: str, scale: int) -> None:
        """All pictures of one look."""
        with self._window(self._diary, theme, scale) as window:
            for name in PAGES:
                window.show_page(name)
                self._save(window, folder / f"{name}-{theme}-{scale}.png")
            self._part(window, folder, "sizes", f"{theme}-{scale}")
            self._looking_back(window, folder, f"{theme}-{scale}.png")
            window.show_page("storage")
            tile = next(look for look in self._diary.storage.looks() if look.is_out)
            self._press(window, f"tile-{tile.syringe.id}")
            self._save(window, folder / f"storage-syringe-{theme}-{scale}.png")
            self._press(window, "was-another")
            self._save(window, folder / f"storage-another-{theme}-{scale}.png")
            self._press(window, "choice-away")
            self._save(window, folder / f"storage-away-{theme}-{scale}.png")
            self._press(window, "choice-sharps")
            self._save(window, folder / f"storage-sharps-{theme}-{scale}.png")
            self._press(window, "choice-syringes")
            self._press(window, "found")
            self._save(window, folder / f"storage-found-{theme}-{scale}.png")
            window.show_page("today")
            self._press(window, "unsure")
            self._save(window, folder / f"today-not-sure-{theme}-{scale}.png")
            window.show_page("practice")
            self._save(window, folder / f"practice-{theme}-{scale}.png")
            self._dialogs(window, folder, theme, scale)
            gallery_tables.draw(self._diary, window, self._saving(folder, theme, scale))
        with self._demo_copy("skin") as diary, self._window(diary, theme, scale) as window:
            gallery_skin.draw(diary, window, self._saving(folder, theme, scale), self._press)
        with self._demo_copy("fridge") as diary, self._window(diary, theme, scale) as window:
            for name, shown in gallery_fridge.states(diary, window, self._folder):
                self._save(shown, folder / f"{name}-{theme}-{scale}.png")
        with self._demo_copy("calendar") as diary, self._window(diary, theme, scale) as window:
            gallery_calendar.draw(diary, window, self._saving(folder, theme, scale), self._press)
        self._reactions(folder, theme, scale)
        self._first_run(folder, theme, scale)
        self._walkthroughs(folder, theme, scale)

    def close(self) -> None:
        """Lets Qt delete what was drawn."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _part(self, window: Window, folder: Path, name: str, look: str) -> None:
        """One part of the page of the body map."""
        window.show_page("sites")
        page = window.page
        if page is not None:
            page.point_to(name)
            self._save(window, folder / f"sites-{name}-{look}.png")
            page.point_to("map")

    def _looking_back(self, window: Window, folder: Path, end: str) -> None:
        """The figure with the close-up, what the past says of the skin, card by card, and the papers of the map."""
        window.show_page("sites")
        self._save(window, folder / f"sites-close-up-{end}", before=BodyMap)
        cards = {"used": UsedCard, "cycle": CycleCard, "worst": HeatCard, "papers": PapersCard}
        for name, kind in cards.items():
            if window.page is not None:
                window.page.point_to("skin" if name == "papers" else "back")
            self._save(window, folder / f"sites-{name}-{end}", before=kind)
        if window.page is not None:
            window.page.point_to("map")

    def _dialogs(self, window: Window, folder: Path, theme: str, scale: int) -> None:
        point = self._diary.sites.suggestion()
        begin = Prefilled(self._diary.today(), self._diary.now(), point.point if point else None)
        last, tone = self._diary.doses.last(), self._diary.profile().skin_tone
        if last is None:
            return
        before = self._diary.sites.map_before(last)
        spots = {"": last.point or last.place, "-helper": Place.ARM_LEFT}
        for name, dialog in (
            *((f"exact-point{of}", ExactPoint(before, spot, tone=tone, parent=window)) for of, spot in spots.items()),
            ("record-dose", RecordDose(self._diary, begin, window)),
            ("add-box", AddBox(self._diary.today(), window)),
            ("sharps-box", SharpsBoxDialog(None, 0, window)),
        ):
            dialog.show()
            self._save(dialog, folder / f"{name}-{theme}-{scale}.png")
            dialog.close()
            dialog.deleteLater()

    def _reactions(self, folder: Path, theme: str, scale: int) -> None:
        with self._demo_copy("reactions") as diary, self._window(diary, theme, scale) as window:
            for name, shown in reaction_states(diary, window):
                self._save(shown, folder / f"{name}-{theme}-{scale}.png")

    def _first_run(self, folder: Path, theme: str, scale: int) -> None:
        with self._copy("first-run") as diary, self._window(diary, theme, scale) as window:
            for number, name in enumerate(SCREENS, start=1):
                diary.change_profile(first_run=name)
                window.show_page("first_run")
                self._save(window, folder / f"first-run-{number}-{name}-{theme}-{scale}.png")
            self._two_weeks(diary, window, folder, f"{theme}-{scale}")

    def _two_weeks(self, diary: Diary, window: Window, folder: Path, look: str) -> None:
        """The last two weeks, at first run and told later."""
        diary.doses.before_record(Place.THIGH_LEFT)
        diary.change_profile(first_run="last")
        page = window.page
        if page is not None:
            page.forget()
        window.show_page("first_run")
        self._press(window, "two-weeks")
        self._save(window, folder / f"first-run-two-weeks-{look}.png")
        dialog = EarlierSites(diary, window)
        dialog.show()
        self._save(dialog, folder / f"earlier-sites-{look}.png")
        dialog.close()
        dialog.deleteLater()

    def _walkthroughs(self, folder: Path, theme: str, scale: int) -> None:
        for mode in Mode:
            with self._demo_copy(mode.value) as diary, self._window(diary, theme, scale) as window:
                diary.change_profile(mode=mode)
                walk = diary.walkthrough.start(diary.today())
                window.show_page("walkthrough")
                for number in range(1, 20):
                    window.refresh()
                    name = f"inject-{mode.value}-{number:02}-{walk.stage.value}-{theme}-{scale}.png"
                    self._save(window, folder / name)
                    if walk.stage is Stage.DONE:
                        break
                    if walk.stage is Stage.LOOK:
                        self._turned(window, folder / f"inject-look-wrong-{theme}-{scale}.png", "something-wrong")
                    if walk.stage is Stage.CLEAN:
                        self._turned(window, folder / f"inject-ask-{theme}-{scale}.png", "ask")
                        self._turned(window, folder / f"inject-picture-{theme}-{scale}.png", "picture-only")
                        self._turned(window, folder / f"inject-sources-{theme}-{scale}.png", "sources")
                    if walk.stage is Stage.INJECT and mode is Mode.PRACTISED:
                        walk = diary.walkthrough.answer(walk, Reply.PROBLEM)
                        window.refresh()
                        self._save(window, folder / f"inject-problem-{theme}-{scale}.png")
                        walk = diary.walkthrough.answer(walk, Reply.BACK)
                    if walk.stage is Stage.BANDAGE:
                        walk = diary.walkthrough.answer(walk, Reply.BLEEDS)
                        window.refresh()
                        self._save(window, folder / f"inject-bleeding-{theme}-{scale}.png")
                        walk = diary.walkthrough.answer(walk, Reply.NEXT)
                    if walk.stage is Stage.INJECT:
                        window.show_page("today")
                        self._save(window, folder / f"today-possible-{mode.value}-{theme}-{scale}.png")
                        window.show_page("walkthrough")
                    walk = onward(diary, walk)

    def _turned(self, window: Window, path: Path, name: str) -> None:
        """A part of the page opened, drawn, and closed again."""
        window.show_page("walkthrough")
        self._press(window, name)
        self._save(window, path)
        window.show_page("today")
        window.show_page("walkthrough")

    @contextmanager
    def _copy(self, name: str) -> Iterator[Diary]:
        self._drawn += 1
        diary = open_diary(Paths.under(self._folder / f"{name}-{self._drawn}"), self._clock, list)
        yield diary
        diary.close()

    @contextmanager
    def _demo_copy(self, name: str) -> Iterator[Diary]:
        from anakinra_companion.store.engine import copy_record  # only the tour copies a record under a window

        self._drawn += 1
        paths = Paths.under(self._folder / f"{name}-{self._drawn}")
        paths.make()
        copy_record(self._diary.path, paths.record(paths.add_person()))
        diary = open_diary(paths, self._clock, list)
        yield diary
        diary.close()

    @contextmanager
    def _window(self, diary: Diary, theme: str, scale: int) -> Iterator[Window]:
        width, height = self._size
        settings = Settings(theme, scale / 100, reduced_motion=True, width=width, height=height)
        window = Window(settings, self._folder / "settings.toml", Pulse())
        window.show()
        window.show_diary(diary)
        yield window
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _press(self, window: Window, name: str) -> None:
        page = window.page
        while isinstance(page, WalkthroughPage) and not page.is_settled:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        button = window.findChild(QWidget, name)
        click: Callable[[], None] | None = getattr(button, "click", None)
        if click is not None:
            click()

    def _saving(self, folder: Path, theme: str, scale: int) -> gallery_skin.Save:
        return lambda widget, name: self._save(widget, folder / f"{name}-{theme}-{scale}.png")

    def _save(self, widget: QWidget, path: Path, before: type[QWidget] | None = None) -> None:
        for _ in range(3):
            QApplication.processEvents()
        part, card = widget.findChild(Part), widget.findChild(before) if before is not None else None
        if part is not None and card is not None:
            part.into_sight.emit(card)
            QApplication.processEvents()
        widget.grab().save(str(path))


def onward(diary: Diary, walk: Walkthrough) -> Walkthrough:
    """The usual answer at each stage."""
    if walk.stage is Stage.SYRINGE:
        upcoming = diary.storage.next()
        return diary.walkthrough.choose_syringe(walk, upcoming.syringe.id) if upcoming else walk
    if walk.stage is Stage.PLACE:
        suggestion = diary.sites.suggestion()
        return diary.walkthrough.choose_place(walk, suggestion.point) if suggestion else walk
    replies = {
        Stage.KEPT: Reply.FINE,
        Stage.GLASS: Reply.FINE,
        Stage.LIQUID: Reply.CLEAR,
        Stage.LOOK: Reply.CLEAR,
        Stage.SKIN: Reply.SKIN_NORMAL,
        Stage.INJECT: Reply.NEEDLE_OUT,
        Stage.SHARPS: Reply.IN_SHARPS,
    }
    return diary.walkthrough.answer(walk, replies.get(walk.stage, Reply.NEXT))
