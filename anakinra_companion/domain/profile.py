"""Who injects, and what they said about themselves: the gates of the guide and a few preferences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from anakinra_companion.domain.flow import Mode
from anakinra_companion.domain.storage import ROOM_LIMIT


class Hand(StrEnum):
    """The hand that holds the syringe (S39)."""

    RIGHT = "right"
    LEFT = "left"


class Build(StrEnum):
    """How the person is drawn; it says nothing about their measures, and nothing is worked out from it."""

    SLIGHT = "slight"
    MIDDLE = "middle"
    BROAD = "broad"


class TapeUnit(StrEnum):
    """What the person's own tape measure is marked in."""

    CENTIMETRES = "cm"
    INCHES = "in"


class TemperatureUnit(StrEnum):
    """What the person's own thermometer shows."""

    CELSIUS = "celsius"
    FAHRENHEIT = "fahrenheit"


class Leaflet(StrEnum):
    """What the leaflet in the person's own box allows out of the fridge."""

    FULL = "full"
    LESS = "less"
    LATER = "later"


class Gate(StrEnum):
    """What has to be true before anybody follows the walkthrough (H11)."""

    SHOWN_HOW = "shown_how"
    LEAFLET_READ = "leaflet_read"
    ADULT = "adult"
    FULL_SYRINGE = "full_syringe"
    NO_ALLERGY = "no_allergy"


class Condition(StrEnum):
    """What anakinra was prescribed for; the guide was written for one of them (S1, S53, C18)."""

    RHEUMATOID_ARTHRITIS = "rheumatoid_arthritis"
    OTHER = "other"


Gates = Mapping[Gate, bool]


def locked_by(gates: Gates) -> tuple[Gate, ...]:
    """The gates that keep the walkthrough shut: answered no, or not answered yet (H11)."""
    return tuple(gate for gate in Gate if not gates.get(gate, False))


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of the person; `gates` are kept by who injects, "" for the person themselves."""

    first_run: str = ""
    hand: Hand = Hand.RIGHT
    country: str = ""
    emergency_number: str = ""
    poison_number: str = ""
    care_number: str = ""
    leaflet: Leaflet = Leaflet.LATER
    limit_minutes: int | None = None
    limit_source: str = ""
    mode: Mode = Mode.FIRST_TIME
    helper: str = ""
    skin_tone: int = 2
    build: Build = Build.MIDDLE
    # None while nobody chose: then as people measure where the computer says it is.
    tape_unit: TapeUnit | None = None
    temperature_unit: TemperatureUnit | None = None
    condition: Condition | None = None
    # What the care team said, in minutes, and who said so; no number of its own exists for either (C1, H3).
    interval_minutes: int | None = None
    interval_source: str = ""
    missed_minutes: int | None = None
    missed_source: str = ""
    # How many days before the syringes run out the person wants to be told; None while nobody chose.
    refill_days: int | None = None
    gates: Mapping[str, Gates] = field(default_factory=dict)

    @property
    def limit(self) -> timedelta:
        """How long a syringe may be out: the person's own limit, never above 24 hours (S94)."""
        return ROOM_LIMIT if self.limit_minutes is None else min(ROOM_LIMIT, timedelta(minutes=self.limit_minutes))

    @property
    def least_interval(self) -> timedelta | None:
        """The least time between two doses, where the care team gave one."""
        return None if self.interval_minutes is None else timedelta(minutes=self.interval_minutes)

    @property
    def missed_cutoff(self) -> timedelta | None:
        """How near the next dose the care team would leave a missed one out, where they said so (C1)."""
        return None if self.missed_minutes is None else timedelta(minutes=self.missed_minutes)

    @property
    def is_set_up(self) -> bool:
        """True once first run was finished."""
        return self.first_run == "done"

    def gates_of(self, injector: str = "") -> Gates:
        """What one injecting person answered at the gates."""
        return self.gates.get(injector, {})
