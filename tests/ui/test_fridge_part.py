"""The fridge: readings typed in, and what only the person can tell, by real windows and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from anakinra_companion.diary.diary import Diary
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.domain.storage import Verdict
from anakinra_companion.ui.dialogs.type_reading import TypeReading
from anakinra_companion.ui.dialogs.warm_since import WarmSince
from anakinra_companion.ui.page import Page
from anakinra_companion.ui.storage.degrees_entry import NotATemperatureError, exact, read
from anakinra_companion.ui.widgets.chart import ChartView
from anakinra_companion.ui.widgets.moment_field import MomentField
from tests.hand_clock import HandClock
from tests.journal_check import whole
from tests.ui.dialogs import answering, choose, type_in
from tests.ui.fridge_files import fridge_name, said
from tests.ui.shown import Shown

CELSIUS = TemperatureUnit.CELSIUS


def test_nothing_is_known_at_first_and_that_is_said(fridge: Shown[Page]) -> None:
    assert "No reading of this fridge yet." in fridge.said
    assert "None yet." in fridge.said


def test_a_reading_is_typed_in_by_keys_alone(fridge: Shown[Page], diary: Diary) -> None:
    button = fridge.find("type-reading")
    assert button is not None
    button.setFocus()

    def typed(dialog: TypeReading) -> None:
        focused = dialog.focusWidget()
        assert isinstance(focused, QWidget)
        QTest.keyClicks(focused, "5,4")
        QTest.keyClick(dialog.primary, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    with answering(TypeReading, typed):
        QTest.keyClick(button, Qt.Key.Key_Space)
    fridge.refresh()
    assert "5.4 °C, in range" in fridge.said
    assert [each.hundredths for each in diary.fridge.typed(fridge_name(diary))] == [540]
    assert len(fridge.undos) == 1
    diary.undo(fridge.undos[0])
    fridge.refresh()
    assert "No reading of this fridge yet." in fridge.said


def test_a_value_that_condemns_is_read_back_with_its_unit_before_it_is_kept(
    fridge: Shown[Page], diary: Diary
) -> None:
    place = fridge_name(diary)

    def frost(dialog: TypeReading) -> None:
        type_in(dialog, "Temperature now", "-1")
        dialog.primary.click()
        assert dialog.isVisible()
        assert "You typed -1.0 °C." in said(dialog)
        assert "7 syringe(s) may have frozen" in said(dialog)
        assert "is the unit °C?" in said(dialog)
        # Another number is read back anew.
        field = next(each for each in dialog.findChildren(QLabel) if each.text() == "Temperature now")
        assert field.isVisible()
        dialog.reject()

    with answering(TypeReading, frost):
        fridge.press("type-reading")
    assert not diary.fridge.typed(place)
    assert not fridge.undos

    def really(dialog: TypeReading) -> None:
        type_in(dialog, "Temperature now", "-1")
        dialog.primary.click()
        dialog.primary.click()
        assert not dialog.isVisible()

    with answering(TypeReading, really):
        fridge.press("type-reading")
    assert all(look.verdict is Verdict.DO_NOT_USE for look in diary.storage.looks())
    assert "may have frozen" in fridge.said
    assert "stricter reading" in fridge.said
    diary.undo(fridge.undos[0])
    assert all(look.usable for look in diary.storage.looks())
    assert whole(diary)


def test_the_unit_is_asked_and_a_number_in_the_other_one_is_not_taken(fridge: Shown[Page], diary: Diary) -> None:
    def mixed(dialog: TypeReading) -> None:
        type_in(dialog, "Temperature now", "41 °F")
        dialog.primary.click()
        assert "other unit" in said(dialog)
        choose(dialog, "fahrenheit")
        dialog.primary.click()
        assert not dialog.isVisible()

    with answering(TypeReading, mixed):
        fridge.press("type-reading")
    assert diary.fridge.typed(fridge_name(diary))[0].hundredths == 500
    assert "41.0 °F, in range" in fridge.said


@pytest.mark.parametrize(
    ("now", "lowest", "highest", "complaint"),
    [
        ("", "", "", "Please type what the thermometer shows."),
        ("cold", "", "", "Please type a number, such as 4.5."),
        ("90", "", "", "No thermometer of a fridge shows"),
        ("5", "6", "", "The lowest cannot be above"),
        ("5", "", "4", "The highest cannot be below"),
    ],
)
def test_what_cannot_be_is_named_at_its_field_and_nothing_is_lost(
    fridge: Shown[Page], diary: Diary, now: str, lowest: str, highest: str, complaint: str
) -> None:
    def odd(dialog: TypeReading) -> None:
        for name, value in (("Temperature now", now), ("Lowest", lowest), ("Highest", highest)):
            label = next(
                each for each in dialog.findChildren(QWidget) if each.accessibleName().startswith(name)
            ).accessibleName()
            type_in(dialog, label, value)
        dialog.primary.click()
        assert dialog.isVisible()
        assert complaint in said(dialog)

    with answering(TypeReading, odd):
        fridge.press("type-reading")
    assert not diary.fridge.typed(fridge_name(diary))


def test_a_lone_warm_reading_asks_since_when_and_the_answer_counts(
    fridge: Shown[Page], diary: Diary, clock: HandClock
) -> None:
    clock.pass_time(hours=5)
    diary.fridge.type_in(fridge_name(diary), 1200)
    fridge.refresh()
    assert "Since when was it warm?" in fridge.said

    def told(dialog: WarmSince) -> None:
        when = dialog.findChild(MomentField)
        assert isinstance(when, MomentField)
        when.day.edit.setDate(when.day.edit.date().addDays(-1))
        when.time.edit.setTime(QTime(22, 0))
        dialog.primary.click()
        assert not dialog.isVisible()

    with answering(WarmSince, told):
        fridge.press("since-0")
    assert "Since when was it warm?" not in fridge.said
    assert {look.exposure.warm_seconds for look in diary.storage.looks()} == {7200}
    assert "2 h 0 min warm, counted as time out" in fridge.said
    assert len(fridge.undos) == 1


def test_another_fridge_has_its_own_readings(fridge: Shown[Page], diary: Diary) -> None:
    diary.fridge.type_in("Office", 400)
    diary.fridge.type_in(fridge_name(diary), 500)
    fridge.refresh()
    assert "5.0 °C, in range" in fridge.said
    listed = fridge.page.findChild(QComboBox, "fridge-place")
    assert isinstance(listed, QComboBox)
    listed.setCurrentIndex(listed.findText("Office"))
    fridge.settle()
    assert "4.0 °C, in range" in fridge.said


def test_the_chart_is_not_built_anew_while_somebody_walks_on_it(
    fridge: Shown[Page], diary: Diary, clock: HandClock
) -> None:
    for value in (500, 600):
        clock.pass_time(minutes=10)
        diary.fridge.type_in(fridge_name(diary), value)
    fridge.refresh()
    chart = fridge.page.findChild(ChartView)
    assert isinstance(chart, ChartView)
    chart.reader.setFocus()
    QTest.keyClick(chart.reader, Qt.Key.Key_Home)
    clock.pass_time(minutes=3)
    fridge.refresh()
    assert chart.isVisible()
    assert chart.reader.hasFocus()
    assert "5.0 °C" in chart.reader.accessibleName()


def test_the_unit_that_is_shown_can_be_changed(fridge: Shown[Page], diary: Diary) -> None:
    diary.fridge.type_in(fridge_name(diary), 500)
    fridge.refresh()
    fridge.press("choice-fahrenheit")
    assert "41.0 °F, in range" in fridge.said
    assert diary.profile().temperature_unit is TemperatureUnit.FAHRENHEIT


def test_a_typed_reading_is_corrected_in_the_same_window(fridge: Shown[Page], diary: Diary, clock: HandClock) -> None:
    diary.fridge.type_in(fridge_name(diary), 1480, lowest=310, note="Door was open")
    clock.pass_time(hours=1)
    fridge.refresh()

    def corrected(dialog: TypeReading) -> None:
        fields = {each.accessibleName(): each for each in dialog.findChildren(QLineEdit)}
        assert fields["Temperature now"].text() == "14.8"
        assert fields["Note (if you like)"].text() == "Door was open"
        fields["Temperature now"].setText("4.8")
        dialog.primary.click()
        assert not dialog.isVisible()

    before = diary.fridge.typed(fridge_name(diary))[0].second
    with answering(TypeReading, corrected):
        fridge.press("correct-0")
    (reading,) = diary.fridge.typed(fridge_name(diary))
    assert (reading.hundredths, reading.lowest, reading.second) == (480, 310, before)
    assert len(fridge.undos) == 1


@pytest.mark.parametrize("unit", TemperatureUnit)
def test_a_number_that_is_shown_is_read_as_the_same_again(unit: TemperatureUnit) -> None:
    for hundredths in range(-3000, 6001, 7):
        assert read(exact(hundredths, unit), unit) == hundredths


@pytest.mark.parametrize(
    ("words", "unit", "hundredths"),
    [
        ("5,4", CELSIUS, 540),
        ("−1", CELSIUS, -100),
        (" 41 ", TemperatureUnit.FAHRENHEIT, 500),
        ("41 °F", TemperatureUnit.FAHRENHEIT, 500),
        ("46.5f", TemperatureUnit.FAHRENHEIT, 806),
        ("-30", CELSIUS, -3000),
        ("60", CELSIUS, 6000),
    ],
)
def test_temperatures_are_read_as_people_type_them(words: str, unit: TemperatureUnit, hundredths: int) -> None:
    assert read(words, unit) == hundredths


@pytest.mark.parametrize("words", ["-30.01", "60,1", "4 5", "5..4", "1e2", "٤"])
def test_nothing_else_is_guessed(words: str) -> None:
    with pytest.raises(NotATemperatureError):
        read(words, CELSIUS)
