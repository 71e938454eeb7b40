"""The close-up of skin: `PatchView` draws what a `PatchState` says."""

from anakinra_companion.ui.widgets.patch.controls import CrossHair, MarkButton, PastSign, PointButton
from anakinra_companion.ui.widgets.patch.legend import Legend
from anakinra_companion.ui.widgets.patch.projection import Projection, fitted, spot_on
from anakinra_companion.ui.widgets.patch.state import Avoid, Dot, Hard, Past, PatchState, Rank, worth_painting
from anakinra_companion.ui.widgets.patch.view import PatchView

__all__ = [
    "Avoid",
    "CrossHair",
    "Dot",
    "Hard",
    "Legend",
    "MarkButton",
    "Past",
    "PastSign",
    "PatchState",
    "PatchView",
    "PointButton",
    "Projection",
    "Rank",
    "fitted",
    "spot_on",
    "worth_painting",
]
