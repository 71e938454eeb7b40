"""A person with a screen reader: hears what has the focus and what is announced, and knows nothing of our code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter

from tests.access.bus import PATIENCE, REGISTRY, Bus, Gone, Signal, Where
from tests.access.desktop import press_key

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
ACTION = "org.a11y.atspi.Action"
DESKTOP = Where(REGISTRY, "/org/a11y/atspi/accessible/root")
# States by their numbers in the protocol.
FOCUSABLE, FOCUSED, SHOWING = 11, 12, 25
BUTTONS = ("push button", "radio button", "check box", "toggle button")
PRESSES = ("Press", "Check", "Toggle")
# So long a person listens before they act (seconds); nobody acts while still being spoken to.
LISTENS = 0.45


@dataclass(frozen=True, slots=True)
class Thing:
    """One object as a screen reader gets it."""

    where: Where
    name: str
    role: str
    description: str
    states: frozenset[int]

    @property
    def said(self) -> str:
        """What is spoken when the focus comes here."""
        return ", ".join(part for part in (self.name, self.role, self.description) if part)


class Reader:
    """`press` and `key` act; `hear` waits for what is said then. A moved focus interrupts what was being said."""

    def __init__(self, bus: Bus, environment: dict[str, str]) -> None:
        self._bus = bus
        self._environment = environment
        self._saying: list[str] = []
        self._last_said = 0.0
        # Looked at once, until something happens.
        self._sight: list[Thing] = []
        self.transcript: list[str] = []
        self.focus: Thing | None = None

    @property
    def heard(self) -> str:
        """What was said since the last act."""
        return " ".join(self._saying)

    def hear(self, *words: str) -> str:
        """Listens until all of this was said since the last act."""
        while missing := [each for each in words if each not in self.heard]:
            self._take_next(missing)
        return self.heard

    def press(self, name: str) -> None:
        """Presses the button with this name, or the first whose name begins with it or ends with it."""
        # Qt shows a button as pressed for a tenth of a second before the press counts.
        self.listen(LISTENS - 0.1)
        thing = self.find(name)
        (actions,) = self._bus.call(thing.where, ACTION, "GetActions")
        press = next(place for place, action in enumerate(actions) if action[0] in PRESSES)
        self._begin_anew()
        self._bus.call(thing.where, ACTION, "DoAction", ("i", press))

    def key(self, key: str) -> None:
        """One key of the keyboard."""
        self.listen()
        self._begin_anew()
        press_key(self._environment, key)

    def walk_to(self, name: str, key: str) -> None:
        """Walks with one key until the focus is heard to be on something of this name."""
        for _ in range(40):
            self._begin_anew()
            press_key(self._environment, key)
            while not self._saying:
                self._take_next("anything")
            if self.focus is not None and self.focus.name == name:
                return
        raise AssertionError(f"{key} never leads to {name!r}")

    def find(self, name: str) -> Thing:
        """A button in sight."""
        buttons = [thing for thing in self.in_sight() if thing.role in BUTTONS]
        fits = [thing for thing in buttons if thing.name == name]
        fits += [thing for thing in buttons if thing.name.startswith(name) or thing.name.endswith(name)]
        assert fits, f"No button {name!r} among {[thing.name for thing in buttons]}"
        return fits[0]

    def see(self, *names: str) -> None:
        """Looks until something of one of these names shows; a page is built a moment after the press."""
        self._until(lambda thing: thing.name in names, names)

    def see_state(self, name: str, state: int) -> None:
        """Looks until something of this name is in a state."""
        self._until(lambda thing: thing.name == name and state in thing.states, (name, state))

    def middle(self, thing: Thing) -> tuple[float, float]:
        """Where something is on the screen, in pixels."""
        ((x, y, width, height),) = self._bus.call(thing.where, COMPONENT, "GetExtents", ("u", 0))
        return x + width / 2, y + height / 2

    def _until(self, fits: Callable[[Thing], bool], wanted: object) -> None:
        end = perf_counter() + PATIENCE
        while not any(fits(thing) for thing in self.in_sight()):
            assert perf_counter() < end, f"Never saw {wanted}: {[thing.name for thing in self.in_sight()]}"
            self._sight.clear()

    def in_sight(self) -> list[Thing]:
        """Everything that shows, in the order in which a reader walks through it."""
        if not self._sight:
            self._sight = list(self._below(DESKTOP))
        return list(self._sight)

    def _below(self, where: Where) -> Iterator[Thing]:
        (children,) = self._bus.call(where, ACCESSIBLE, "GetChildren")
        for child in children:
            try:
                thing = self._look(Where(*child))
                if SHOWING in thing.states or thing.role == "application":
                    yield thing
                    yield from self._below(thing.where)
            except Gone:
                continue

    def _look(self, where: Where) -> Thing:
        (role,) = self._bus.call(where, ACCESSIBLE, "GetRoleName")
        ((low, high),) = self._bus.call(where, ACCESSIBLE, "GetState")
        bits = low | high << 32
        states = frozenset(bit for bit in range(64) if bits >> bit & 1)
        name, description = (self._bus.property(where, ACCESSIBLE, each) for each in ("Name", "Description"))
        return Thing(where, name, role, description, states)

    def _take_next(self, wanted: object) -> None:
        signal = self._bus.next_signal(PATIENCE)
        assert signal is not None, f"Never heard {wanted}, only: {self.heard or 'nothing'}"
        self._take(signal)

    def _take(self, signal: Signal) -> None:
        if signal.member == "Announcement":
            self._say(str(signal.body[3][1]))
        elif signal.member == "StateChanged" and signal.body[:2] == ("focused", 1):
            try:
                self.focus = self._look(signal.source)
            except Gone:
                return
            self._begin_anew()
            self._say(self.focus.said)

    def _begin_anew(self) -> None:
        self._saying.clear()
        self._sight.clear()

    def _say(self, words: str) -> None:
        words = re.sub(r"\s+", " ", words)
        self._last_said = perf_counter()
        self._saying.append(words)
        self.transcript.append(words)

    def listen(self, seconds: float = LISTENS) -> None:
        """Until nothing more is said."""
        while (signal := self._bus.next_signal(self._last_said + seconds - perf_counter())) is not None:
            self._take(signal)
