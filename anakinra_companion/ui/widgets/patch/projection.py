"""Between pixels and tenths of a millimetre of skin: the only place where one becomes the other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from anakinra_companion.domain.sites import Place, Plane, SitePoint

# The planes that are seen from in front, where the person's left is on the right of the screen.
FRONT_PLANES = frozenset({Plane.BELLY, Plane.THIGH_LEFT, Plane.THIGH_RIGHT})


@dataclass(frozen=True, slots=True)
class Projection:
    """One plane of skin on the screen, the head up.

    `scale` is in pixels per 0.1 mm, `left` and `top` are the pixel of the plane's landmark, and `side` is 1 where
    the person's left is on the right of the screen.
    """

    plane: Plane
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0
    side: int = 1

    def pixel(self, x: float, y: float) -> QPointF:
        """Where a spot of skin is on the screen."""
        return QPointF(self.left + self.side * x * self.scale, self.top - y * self.scale)

    def skin(self, at: QPointF) -> tuple[float, float]:
        """Which spot of skin a pixel shows, in 0.1 mm from the landmark."""
        return self.side * (at.x() - self.left) / self.scale, (self.top - at.y()) / self.scale

    def pixels(self, tenths: float) -> float:
        """How long a length on the skin is on the screen."""
        return tenths * self.scale

    def spot(self, at: QPointF) -> SitePoint:
        """The spot under a pixel, to the nearest 0.1 mm."""
        x, y = self.skin(at)
        return spot_on(self.plane, round(x), round(y))

    def window(self, box: QRectF) -> QRectF:
        """Where a box of skin is on the screen."""
        one, other = self.pixel(box.left(), box.top()), self.pixel(box.right(), box.bottom())
        return QRectF(one, other).normalized()


def spot_on(plane: Plane, x: int, y: int) -> SitePoint:
    """A spot of a plane; on the belly what lies towards the person's right is the right side (H14)."""
    if plane is Plane.BELLY:
        return SitePoint(Place.BELLY_LEFT if x >= 0 else Place.BELLY_RIGHT, x, y)
    return SitePoint(Place(plane.value), x, y)


def fitted(plane: Plane, box: QRectF, area: QRectF) -> Projection:
    """The largest true picture of a box of skin (x to the person's left, y to the head) in an area of the screen."""
    scale = min(area.width() / box.width(), area.height() / box.height())
    side = 1 if plane in FRONT_PLANES else -1
    middle = box.center()
    return Projection(
        plane,
        scale,
        area.center().x() - side * middle.x() * scale,
        area.center().y() + middle.y() * scale,
        side,
    )
