"""The close-up of skin: `PatchView` draws what a `PatchState` says."""

from anakinra_companion.ui.widgets.patch.controls import CrossHair, MarkButton, PastSign, PointButton
from anakinra_companion.ui.widgets.patch.disc import Disc, SpotPicture, name_spot
from anakinra_companion.ui.widgets.patch.legend import Legend
from anakinra_companion.ui.widgets.patch.projection import Projection, fitted, spot_on
from anakinra_companion.ui.widgets.patch.state import Avoid, Dot, Hard, Past, PatchState, Rank, worth_painting
from anakinra_companion.ui.widgets.patch.view import PatchView

__all__ = [
    "Avoid",
    "CrossHair",
    "Disc",
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
    "SpotPicture",
    "fitted",
    "name_spot",
    "spot_on",
    "worth_painting",
]
