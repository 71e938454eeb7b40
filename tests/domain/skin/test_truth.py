"""Flags that say what speaks against a place that was really used."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from anakinra_companion.domain.sites import Injection, Place, SitePoint
from anakinra_companion.domain.skin.truth import SiteFlags, apart_from, is_site_flag, site_flags
from anakinra_companion.domain.suggestion import Blocked

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
HERE = SitePoint(Place.THIGH_LEFT, 0, 0)


@pytest.mark.parametrize(
    "flags",
    [
        SiteFlags(),
        SiteFlags(instead=True),
        SiteFlags(instead=True, apart=0),
        SiteFlags(True, tuple(Blocked), 137),
        *[SiteFlags(reasons=(reason,)) for reason in Blocked],
    ],
)
def test_flags_are_read_as_they_were_written_among_others(flags: SiteFlags) -> None:
    others = ("second", "over_limit", "syringe_frozen")
    assert site_flags((*others, *flags.words())) == flags
    assert all(is_site_flag(flag) for flag in flags.words())
    assert not any(is_site_flag(flag) for flag in others)


@pytest.mark.parametrize(("x", "y", "apart"), [(249, 0, 249), (250, 0, 250), (176, 177, 249), (0, 0, 0)])
def test_a_distance_is_never_told_larger_than_it_is(x: int, y: int, apart: int) -> None:
    last = Injection(SitePoint(Place.THIGH_LEFT, x, y), Place.THIGH_LEFT, NOON, "d1")
    assert apart_from(HERE, [last]) == apart


def test_there_is_no_distance_to_other_skin_or_to_an_unknown_place() -> None:
    elsewhere = Injection(SitePoint(Place.THIGH_RIGHT, 0, 0), Place.THIGH_RIGHT, NOON, "d1")
    assert apart_from(HERE, [elsewhere]) is None
    assert apart_from(HERE, [Injection(None, Place.THIGH_LEFT, NOON, "d1")]) is None
    assert apart_from(HERE, []) is None
