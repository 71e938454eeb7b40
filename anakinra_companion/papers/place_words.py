"""What places and planes are called on paper; left and right are always the person's own."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from anakinra_companion.domain.sites import Place, Plane

_tr = QCoreApplication.translate


def plane_name(plane: Plane) -> str:
    """The name of a template."""
    return {
        Plane.THIGH_LEFT: _tr("papers", "Your left thigh"),
        Plane.THIGH_RIGHT: _tr("papers", "Your right thigh"),
        Plane.BELLY: _tr("papers", "Your belly"),
        Plane.ARM_LEFT: _tr("papers", "Your left arm, back"),
        Plane.ARM_RIGHT: _tr("papers", "Your right arm, back"),
        Plane.BUTTOCK_LEFT: _tr("papers", "Your left buttock"),
        Plane.BUTTOCK_RIGHT: _tr("papers", "Your right buttock"),
    }[plane]


def short_name(plane: Plane) -> str:
    """The name that has room on a small patch."""
    return {
        Plane.THIGH_LEFT: _tr("papers", "left thigh"),
        Plane.THIGH_RIGHT: _tr("papers", "right thigh"),
        Plane.BELLY: _tr("papers", "belly"),
        Plane.ARM_LEFT: _tr("papers", "left arm"),
        Plane.ARM_RIGHT: _tr("papers", "right arm"),
        Plane.BUTTOCK_LEFT: _tr("papers", "left buttock"),
        Plane.BUTTOCK_RIGHT: _tr("papers", "right buttock"),
    }[plane]


def place_name(place: Place) -> str:
    """The name of a place in a list."""
    return {
        Place.THIGH_LEFT: _tr("papers", "left thigh"),
        Place.THIGH_RIGHT: _tr("papers", "right thigh"),
        Place.BELLY_LEFT: _tr("papers", "belly, left side"),
        Place.BELLY_RIGHT: _tr("papers", "belly, right side"),
        Place.ARM_LEFT: _tr("papers", "left arm, back"),
        Place.ARM_RIGHT: _tr("papers", "right arm, back"),
        Place.BUTTOCK_LEFT: _tr("papers", "left buttock"),
        Place.BUTTOCK_RIGHT: _tr("papers", "right buttock"),
    }[place]


def point_mark(place: Place, number: int) -> str:
    """What stands at a point: the belly has each number on both sides."""
    if place is Place.BELLY_LEFT:
        return _tr("papers", "L{0}").format(number)
    if place is Place.BELLY_RIGHT:
        return _tr("papers", "R{0}").format(number)
    return str(number)


def day_name(day: date) -> str:
    """A day with its weekday, for a narrow column."""
    return QLocale().toString(_qt(day), "ddd d MMM")


def date_name(day: date) -> str:
    """A day with its year."""
    return QLocale().toString(_qt(day), "d MMMM yyyy")


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
