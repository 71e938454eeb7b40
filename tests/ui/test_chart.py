"""The temperature chart: read by pointer and by keys, each time out of range found, no line over a gap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from anakinra_companion.domain.fridge.readings import Span
from anakinra_companion.domain.profile import TemperatureUnit
from anakinra_companion.ui import theme
from anakinra_companion.ui.widgets.chart import ChartPanel, ChartState, ChartView, Curve, ShadeKind, Zoom
from anakinra_companion.ui.widgets.chart.ground import shade_box
from tests.ui.charts import HOUR, ZONE, at, fortnight

Show = Callable[[QWidget], None]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Shows a widget in a window of its own."""
    theme.use(theme.Theme("light", 1.0))
    made: list[QWidget] = []

    def shown(widget: QWidget) -> None:
        widget.setObjectName("test-chart")
        widget.resize(900, 600)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        made.append(widget)

    yield shown
    for widget in made:
        widget.close()
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def chart(show: Show, state: ChartState | None = None) -> ChartView:
    view = ChartView("Temperatures in the kitchen")
    view.show_state(state or fortnight())
    show(view)
    view.reader.setFocus()
    return view


def said(view: ChartView) -> str:
    """What a screen reader says of the control that has the keyboard."""
    focused = view.focusWidget()
    return QAccessible.queryAccessibleInterface(focused).text(QAccessible.Text.Name)


def test_it_begins_at_the_newest_reading(show: Show) -> None:
    assert said(chart(show)).startswith("Wednesday, 4 March, 23:00")


def test_arrows_walk_from_point_to_point_and_say_time_value_and_state(show: Show) -> None:
    view = chart(show)
    QTest.keyClick(view.reader, Qt.Key.Key_Home)
    for _ in range(14):
        QTest.keyClick(view.reader, Qt.Key.Key_Right)
    assert said(view).startswith("Tuesday, 3 March, 14:00")
    assert said(view).endswith(": 9.5 °C, too warm")
    QTest.keyClick(view.reader, Qt.Key.Key_Left)
    assert said(view).endswith(": 6.2 °C, in range")


def test_page_keys_go_a_day_and_stop_at_the_ends(show: Show) -> None:
    view = chart(show)
    QTest.keyClick(view.reader, Qt.Key.Key_PageUp)
    assert "Tuesday, 3 March" in said(view)
    QTest.keyClick(view.reader, Qt.Key.Key_PageDown)
    assert "Wednesday, 4 March" in said(view)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_End):
        QTest.keyClick(view.reader, key)
    assert "Wednesday, 4 March, 23:00" in said(view)


def test_up_and_down_go_to_the_other_sensor_at_the_same_time(show: Show) -> None:
    state = fortnight()
    door = Curve("Door", tuple(None if each is None else (each[0], 700, 800) for each in state.curves[0].points))
    view = chart(show, replace(state, curves=(*state.curves, door)))
    assert said(view).startswith("Shelf. ")
    QTest.keyClick(view.reader, Qt.Key.Key_Down)
    assert said(view).startswith("Door. Wednesday, 4 March, 23:00")
    assert said(view).endswith("7.0 to 8.0 °C, in range")
    QTest.keyClick(view.reader, Qt.Key.Key_Down)
    assert said(view).startswith("Door. ")


def test_the_pointer_reads_out_what_lies_below_it(show: Show, qtbot: QtBot) -> None:
    view = chart(show)
    scale = view.scale
    assert scale is not None
    pixel = QPointF(scale.x(at(3, 15)) + 2, scale.area.center().y()).toPoint()
    with qtbot.waitSignal(view.read) as heard:
        QTest.mouseMove(view, pixel)
    assert "11.2 °C, too warm" in heard.args[0].words
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=pixel)
    assert view.reader.hasFocus()


def test_each_time_out_of_range_is_an_element_with_its_words(show: Show) -> None:
    view = chart(show)
    names = [QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in view.shades]
    assert names == ["Too warm: Tuesday", "At or below freezing: Wednesday"]
    assert min(each.width() for each in view.shades) >= theme.TARGET
    assert min(each.height() for each in view.shades) >= theme.TARGET


def test_tab_comes_to_one_of_them_arrows_to_the_others_and_enter_to_the_worst_reading(show: Show) -> None:
    view = chart(show)
    QTest.keyClick(view.reader, Qt.Key.Key_Tab)
    assert said(view) == "Too warm: Tuesday"
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Right)
    assert said(view) == "At or below freezing: Wednesday"
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    assert view.reader.accessibleName().endswith("-1.2 °C, at or below freezing")


@pytest.mark.parametrize("name", theme.THEMES)
def test_no_line_is_drawn_over_a_gap(show: Show, name: str) -> None:
    view = chart(show)
    theme.use(theme.Theme(name, 1.0))
    shown = replace(fortnight(), shades=())
    view.show_state(shown)
    view.reader.hide()
    scale, image = view.scale, _image(view)
    assert scale is not None
    ink = theme.active().colour("primary")

    def drawn(hour: float) -> bool:
        x = scale.x(at(3) + hour * HOUR)
        column = [image.pixelColor(QPoint(round(x), round(scale.y(620)) + each)) for each in range(-3, 4)]
        return any(_near(each, ink) for each in column)

    assert drawn(12.5)
    assert not drawn(20.5)
    assert not drawn(21.5)


def test_a_time_out_of_range_is_told_by_its_pattern(show: Show) -> None:
    view = chart(show)
    scale, image = view.scale, _image(view)
    assert scale is not None
    patterns = []
    for shade in fortnight().shades:
        box = shade_box(scale, shade).toRect().adjusted(4, 4, -4, -scale.area.toRect().height() // 2)
        cells = [[image.pixelColor(box.left() + x, box.top() + y).lightness() for x in range(8)] for y in range(8)]
        middle = (max(map(max, cells)) + min(map(min, cells))) / 2
        patterns.append([[each > middle for each in row] for row in cells])
    # Without any colour they differ from plain ground, and from each other.
    assert all(any(True in row for row in each) and any(False in row for row in each) for each in patterns)
    assert sum(map(sum, patterns[0])) != sum(map(sum, patterns[1]))


@pytest.mark.parametrize("name", theme.THEMES)
def test_words_curves_and_signs_stand_out_from_their_ground(name: str) -> None:
    tokens = theme.THEMES[name]
    for ground in (tokens.surface, tokens.taken_soft):
        for curve in (tokens.primary, tokens.info, tokens.text, tokens.muted):
            assert theme.contrast(curve, ground) >= 3
    for words in (tokens.text, tokens.muted):
        assert theme.contrast(words, tokens.surface) >= 4.5
    for sign in (tokens.stop, tokens.soon, tokens.info):
        assert theme.contrast(sign, tokens.surface) >= 3


def test_an_empty_chart_has_nothing_to_walk_on(show: Show) -> None:
    view = chart(show, ChartState(Span(at(3), at(5)), ZONE))
    assert not view.reader.isVisible()
    assert view.read_out is None


def test_moving_the_reader_paints_the_still_part_once(show: Show) -> None:
    view = chart(show)
    view.grab()
    before = view.still
    QTest.keyClick(view.reader, Qt.Key.Key_Home)
    view.grab()
    assert view.still is before


# ---- with what belongs to it -------------------------------------------------------------------------------------


def panel(show: Show, asked: list[Span], zoom: Zoom = Zoom.WEEK) -> ChartPanel:
    def state(window: Span) -> ChartState:
        asked.append(window)
        points = tuple((second, 500, 500) for second in range(at(1), at(20), HOUR))
        inside = tuple(point for point in points if window.start <= point[0] < window.end)
        return ChartState(window, ZONE, (Curve("", inside),))

    made = ChartPanel("Temperatures", Span(at(1), at(20) - HOUR), ZONE, state, zoom=zoom)
    show(made)
    return made


def press(made: ChartPanel, name: str) -> None:
    button = made.findChild(QWidget, name)
    assert isinstance(button, QWidget)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_day_a_week_a_month_and_all_are_one_press_each(show: Show) -> None:
    asked: list[Span] = []
    made = panel(show, asked)
    for name in ("day", "week", "month", "all"):
        press(made, f"choice-{name}")
    assert asked == [
        Span(at(13), at(20)),
        Span(at(19), at(20)),
        Span(at(13), at(20)),
        # The month before has 28 days.
        Span(at(20) - 30 * 24 * HOUR, at(20)),
        Span(at(1), at(20)),
    ]


def test_earlier_and_later_end_where_the_readings_end(show: Show) -> None:
    asked: list[Span] = []
    made = panel(show, asked)
    later, earlier = made.findChild(QWidget, "chart-later"), made.findChild(QWidget, "chart-earlier")
    assert isinstance(later, QWidget)
    assert isinstance(earlier, QWidget)
    assert not later.isEnabled()
    press(made, "chart-earlier")
    assert later.isEnabled()
    assert asked[-1] == Span(at(6), at(13))
    press(made, "chart-earlier")
    assert not earlier.isEnabled()
    press(made, "chart-later")
    assert asked[-1] == Span(at(6), at(13))


def test_a_day_of_23_hours_is_shown_whole(show: Show) -> None:
    asked: list[Span] = []
    clock_change = ChartPanel(
        "T",
        Span(at(29, 1), at(29, 20)),
        ZONE,
        lambda window: asked.append(window) or ChartState(window, ZONE),  # type: ignore[func-returns-value]
        zoom=Zoom.DAY,
    )
    show(clock_change)
    assert asked[0].end - asked[0].start == 23 * HOUR


def test_the_read_out_is_in_sight_with_icon_and_words(show: Show) -> None:
    made = panel(show, [])
    assert "5.0 °C, in range" in made.said


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_fahrenheit_and_large_words_keep_the_limits_readable(show: Show, scale: float) -> None:
    theme.use(theme.Theme("high_contrast", scale))
    view = ChartView("T")
    view.show_state(fortnight(unit=TemperatureUnit.FAHRENHEIT))
    show(view)
    view.reader.setFocus()
    QTest.keyClick(view.reader, Qt.Key.Key_Home)
    assert said(view).endswith("43.2 °F, in range")
    assert {each.shade.kind for each in view.shades} == {ShadeKind.WARM, ShadeKind.FROZEN}


def _image(view: ChartView) -> QImage:
    return view.grab().toImage()


def _near(one: QColor, other: QColor) -> bool:
    return sum(abs(a - b) for a, b in zip(_rgb(one), _rgb(other), strict=True)) < 90


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def test_a_peak_narrower_than_a_pixel_is_seen(show: Show) -> None:
    state = fortnight()
    points = tuple((at(3) + 60 * number, 500, 1200 if number == 1000 else 500) for number in range(2880))
    view = chart(show, replace(state, curves=(Curve("Shelf", points),), shades=()))
    view.reader.hide()
    scale, image = view.scale, _image(view)
    assert scale is not None
    middle, y = round(scale.x(at(3) + 60 * 1000)), round(scale.y(1000))
    assert any(_near(image.pixelColor(middle + each, y), theme.active().colour("primary")) for each in range(-2, 3))
