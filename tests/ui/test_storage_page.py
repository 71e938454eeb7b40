"""Storage: what a press does to a syringe, and what is asked of one found on the counter."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.storage import SetAsideReason, State, Verdict
from anakinra_companion.ui.dialogs.add_box import AddBox
from anakinra_companion.ui.dialogs.out_since import OutSince
from anakinra_companion.ui.dialogs.which_fridge import WhichFridge
from anakinra_companion.ui.storage.page import StoragePage
from anakinra_companion.ui.widgets.place_field import ANOTHER
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.people import set_up
from tests.ui.conftest import Show
from tests.ui.dialogs import answering, pick, type_in


def name_it(dialog: WhichFridge, name: str) -> None:
    """Types into the field in sight: without any known fridge there is nothing but the name."""
    field = next(each for each in dialog.findChildren(QLineEdit) if each.isVisible())
    field.setText(name)
    dialog.primary.click()


def ids(diary: Diary) -> list[str]:
    return [look.syringe.id for look in diary.storage.boxes()[0].looks]


def test_without_a_box_the_page_says_what_to_do(diary: Diary, show: Show) -> None:
    shown = show(StoragePage(diary))
    assert "No box on record yet" in shown.said
    assert shown.find("found") is None


def test_take_out_and_put_back_are_two_presses_each(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    shown = show(StoragePage(diary))
    first = ids(diary)[0]
    shown.press(f"tile-{first}")
    shown.press("take-out")
    assert diary.storage.look(first).is_out
    clock.pass_time(hours=2)
    shown.refresh()
    assert "Out 2 h 0 min by your record, 22 h 0 min left." in shown.said
    assert "Its time is over tomorrow at " in shown.said
    assert "some leaflets" in shown.said.lower()
    shown.press("put-back")
    assert not diary.storage.look(first).is_out
    assert len(shown.undos) == 2
    assert whole(diary)


def test_h25_no_verdict_is_a_permission(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(StoragePage(diary))
    shown.press(f"tile-{ids(diary)[0]}")
    assert "the record cannot see heat, frost or a fall" in shown.said
    assert "By this computer it is" in shown.said


def test_found_outside_takes_three_presses(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(StoragePage(diary))
    shown.press("found")
    shown.press("found-3")
    shown.press("found-12h")
    look = diary.storage.look(ids(diary)[2])
    assert look.is_out
    assert look.time_out == timedelta(hours=12)
    # What may be said of it is in view now.
    assert "Out 12 h 0 min by your record" in shown.said


def test_found_and_nobody_knows_since_when_is_an_end(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(StoragePage(diary))
    shown.press("found")
    shown.press("found-1")
    shown.press("found-unknown")
    assert diary.storage.look(ids(diary)[0]).verdict is Verdict.UNKNOWN
    assert "Do not use this syringe. Nobody knows how long it was out." in shown.said


def test_found_and_nobody_can_tell_which_gives_each_the_longest_time(diary: Diary, show: Show) -> None:
    set_up(diary)
    diary.storage.set_aside(ids(diary)[6], SetAsideReason.DROPPED)
    shown = show(StoragePage(diary))
    shown.press("found")
    shown.press("found-which")
    shown.press("found-8h")
    looks = diary.storage.boxes()[0].looks
    assert [look.time_out for look in looks[:6]] == [timedelta(hours=8)] * 6
    assert looks[6].state is State.SET_ASIDE
    assert whole(diary)


def test_a_syringe_that_is_not_listed_is_not_to_be_used(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(StoragePage(diary))
    shown.press("found")
    shown.press("found-unlisted")
    assert "The program has no record of it" in shown.said
    shown.press("found-cancel")
    assert shown.find("found-cancel") is None


def test_one_found_that_has_ended_shows_its_verdict_at_once(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    diary.storage.take_out(ids(diary)[0])
    clock.pass_time(hours=24)
    shown = show(StoragePage(diary))
    shown.press("found")
    shown.press("found-1")
    assert "out for 24 hours or more" in shown.said


def test_found_and_the_time_is_known(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    clock.pass_time(hours=3)
    shown = show(StoragePage(diary))
    shown.press("found")
    shown.press("found-1")
    with answering(OutSince, lambda dialog: dialog.primary.click()):
        shown.press("found-since")
    assert diary.storage.look(ids(diary)[0]).is_out


@pytest.mark.parametrize("reason", SetAsideReason)
def test_h8_every_reason_is_one_press_and_an_end(diary: Diary, show: Show, reason: SetAsideReason) -> None:
    set_up(diary)
    shown = show(StoragePage(diary))
    first = ids(diary)[0]
    shown.press(f"tile-{first}")
    shown.press("aside")
    shown.press(f"aside-{reason.value}")
    look = diary.storage.look(first)
    assert look.verdict is Verdict.DO_NOT_USE
    assert "ask your pharmacist" in shown.said
    shown.press("hand-in")
    assert diary.storage.look(first).state is State.HANDED_IN
    diary.undo(shown.undos[-1])
    diary.undo(shown.undos[-2])
    assert diary.storage.look(first).state is State.IN_FRIDGE
    assert whole(diary)


def test_it_came_out_earlier_only_lengthens(diary: Diary, show: Show, clock: HandClock) -> None:
    set_up(diary)
    first = ids(diary)[0]
    diary.storage.take_out(first)
    clock.pass_time(hours=5)
    shown = show(StoragePage(diary))
    shown.press(f"tile-{first}")
    with answering(OutSince, lambda dialog: dialog.primary.click()):
        shown.press("since")
    assert diary.storage.look(first).time_out == timedelta(hours=5)


def test_h5_with_a_doubted_clock_a_syringe_outside_is_settled_by_two_answers(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    set_up(diary)
    first = ids(diary)[0]
    diary.storage.take_out(first)
    clock.pass_time(hours=2)
    diary.look_at_clock()
    clock.set_wall(clock.now() - timedelta(hours=1))
    shown = show(StoragePage(diary))
    shown.press(f"tile-{first}")
    assert "clock changed" in shown.said
    diary.confirm_clock()
    shown.refresh()
    with answering(OutSince, lambda dialog: dialog.primary.click()):
        shown.press("since")
    look = diary.storage.look(first)
    assert look.usable
    assert look.time_out >= timedelta(hours=2)


def test_an_alert_opens_its_syringe(diary: Diary, show: Show) -> None:
    set_up(diary)
    shown = show(StoragePage(diary))
    shown.page.point_to(ids(diary)[3])
    shown.settle()
    assert "Syringe 4 of box A1" in shown.said
    assert QApplication.focusWidget() is shown.find(f"tile-{ids(diary)[3]}")


def test_a_box_needs_its_expiry_as_printed(diary: Diary, show: Show) -> None:
    shown = show(StoragePage(diary))

    def without(dialog: AddBox) -> None:
        dialog.primary.click()
        assert dialog.isVisible()
        dialog.reject()

    with answering(AddBox, without):
        shown.press("add-box")
    assert diary.storage.boxes() == ()

    def as_printed(dialog: AddBox) -> None:
        type_in(dialog, "Lot number, as printed", "K4191")
        pick(dialog, "Expiry: month", "5")
        pick(dialog, "Expiry: year", "2027")
        dialog.primary.click()

    with answering(AddBox, as_printed):
        shown.press("add-box")
    (box,) = diary.storage.boxes()
    assert (box.box.lot, box.box.expires) == ("K4191", date(2027, 5, 31))


def test_a_power_cut_takes_two_presses_and_all_come_back_into_another_fridge(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    set_up(diary)
    shown = show(StoragePage(diary))
    shown.press("choice-away")
    shown.press("all-out")
    assert all(look.is_out for look in diary.storage.looks())
    clock.pass_time(hours=3)
    shown.refresh()
    with answering(WhichFridge, lambda asked: name_it(asked, "Office")):
        shown.press("all-back-other")
    assert {look.syringe.kept_in for look in diary.storage.looks()} == {"Office"}
    assert {look.time_out for look in diary.storage.looks()} == {timedelta(hours=3)}
    assert len(shown.undos) == 2
    shown.press("choice-syringes")
    shown.press(f"tile-{ids(diary)[0]}")
    assert "Kept in: Office" in shown.said


def test_an_entry_of_the_wrong_syringe_moves_to_the_one_that_is_named(
    diary: Diary, show: Show, clock: HandClock
) -> None:
    set_up(diary)
    first, second, *_ = ids(diary)
    diary.storage.take_out(first)
    clock.pass_time(hours=4)
    shown = show(StoragePage(diary))
    shown.press(f"tile-{first}")
    shown.press("was-another")
    shown.press(f"other-{second}")
    assert diary.storage.look(first).time_out == timedelta(0)
    assert diary.storage.look(second).time_out == timedelta(hours=4)
    assert "no longer counts" in shown.said
    diary.undo(shown.undos[-1])
    assert diary.storage.look(first).time_out == timedelta(hours=4)


def test_a_lost_syringe_that_turns_up_is_not_to_be_used(diary: Diary, show: Show) -> None:
    set_up(diary)
    first = ids(diary)[0]
    diary.storage.take_out(first)
    diary.storage.mark_unknown(first)
    diary.storage.lose(first)
    shown = show(StoragePage(diary))
    shown.press(f"tile-{first}")
    shown.press("found-again")
    assert diary.storage.look(first).verdict is Verdict.UNKNOWN


def test_known_fridges_are_offered_by_name_and_a_new_one_needs_one(diary: Diary, show: Show) -> None:
    set_up(diary)
    first, second = ids(diary)[:2]
    for id_ in (first, second):
        diary.storage.take_out(id_)
    shown = show(StoragePage(diary))
    shown.press(f"tile-{first}")

    def nameless(dialog: WhichFridge) -> None:
        if (listed := dialog.findChild(QComboBox)) is not None:
            listed.setCurrentIndex(listed.findData(ANOTHER))
        dialog.primary.click()
        assert dialog.isVisible()
        type_in(dialog, "Its name", "Office")
        dialog.primary.click()

    diary.storage.put_back(second, place="Holiday home")
    with answering(WhichFridge, nameless):
        shown.press("elsewhere")
    assert diary.storage.look(first).syringe.kept_in == "Office"
    with answering(AddBox, lambda asked: offers(asked, {"Office", "Holiday home"})):
        shown.press("add-box")


def offers(dialog: AddBox, names: set[str]) -> None:
    listed = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Where it is kept")
    assert names <= {listed.itemText(at) for at in range(listed.count())}
