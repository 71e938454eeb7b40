"""The temperature chart: `ChartView` draws what a `ChartState` says, `ChartPanel` adds time, read-out and signs."""

from anakinra_companion.ui.widgets.chart.panel import ChartPanel
from anakinra_companion.ui.widgets.chart.state import ChartState, Curve, Point, Shade, ShadeKind
from anakinra_companion.ui.widgets.chart.view import ChartView
from anakinra_companion.ui.widgets.chart.windows import Zoom

__all__ = ["ChartPanel", "ChartState", "ChartView", "Curve", "Point", "Shade", "ShadeKind", "Zoom"]
