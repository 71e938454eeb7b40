"""The accessibility bus as a screen reader uses it: calls, and the signals that somebody listens to."""

from __future__ import annotations

from collections import deque
from typing import Any, NamedTuple

from jeepney import DBusAddress, HeaderFields, MatchRule, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

EVENTS = "org.a11y.atspi.Event.Object"
REGISTRY = "org.a11y.atspi.Registry"
# No answer after so long means that the program hangs (seconds).
PATIENCE = 10


class Gone(Exception):  # noqa: N818 - named for what happened
    """What was asked is no longer there."""


class Where(NamedTuple):
    """An object on the bus: whose, and which."""

    owner: str
    path: str


class Signal(NamedTuple):
    """What a program said without being asked."""

    source: Where
    member: str
    body: tuple[Any, ...]


class Bus:
    """The bus that the session keeps for screen readers."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(session, auth_timeout=PATIENCE) as connection:
            (address,) = _ask(connection, Where("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus", "GetAddress")
        self._connection = open_dbus_connection(address, auth_timeout=PATIENCE)
        self._heard: deque[Any] = deque()
        focused = MatchRule(type="signal", interface=EVENTS, member="StateChanged")
        focused.add_arg_condition(0, "focused")
        for rule in (focused, MatchRule(type="signal", interface=EVENTS, member="Announcement")):
            self._connection.filter(rule, queue=self._heard)
            unwrap_msg(self._connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE))
        registry = Where(REGISTRY, "/org/a11y/atspi/registry")
        # Programs send an event only while somebody has asked for its kind.
        for event in ("object:state-changed:focused", "object:announcement"):
            self.call(registry, REGISTRY, "RegisterEvent", ("s", event), ("as", []), ("s", ""))

    def close(self) -> None:
        self._connection.close()

    def call(self, where: Where, interface: str, method: str, *arguments: tuple[str, Any]) -> tuple[Any, ...]:
        """What an object answers; each argument comes with its signature."""
        return _ask(self._connection, where, interface, method, *arguments)

    def property(self, where: Where, interface: str, name: str) -> Any:
        asked = (("s", interface), ("s", name))
        ((_, value),) = self.call(where, "org.freedesktop.DBus.Properties", "Get", *asked)
        return value

    def next_signal(self, seconds: float) -> Signal | None:
        """The next signal in the order in which they were sent, or None when none comes for so long."""
        try:
            message = self._connection.recv_until_filtered(self._heard, timeout=max(seconds, 0))
        except TimeoutError:
            return None
        fields = message.header.fields
        source = Where(fields[HeaderFields.sender], fields[HeaderFields.path])
        return Signal(source, fields[HeaderFields.member], message.body)


def _ask(
    connection: DBusConnection, where: Where, interface: str, method: str, *arguments: tuple[str, Any]
) -> tuple[Any, ...]:
    address = DBusAddress(where.path, bus_name=where.owner, interface=interface)
    signature = "".join(kind for kind, _ in arguments) or None
    message = new_method_call(address, method, signature, tuple(value for _, value in arguments))
    try:
        answer: tuple[Any, ...] = unwrap_msg(connection.send_and_get_reply(message, timeout=PATIENCE))
    except DBusErrorResponse as refusal:
        raise Gone(f"{method} of {where}: {refusal}") from refusal
    return answer
