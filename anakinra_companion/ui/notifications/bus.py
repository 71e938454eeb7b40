"""Notices by the desktops of Linux: the freedesktop.org notification service on the session bus.

Through jeepney, because PySide6 cannot send the unsigned number that the service asks for. The socket is a local one.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, message_bus, new_method_call
from jeepney import Message as BusMessage
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier

from anakinra_companion.ui.notifications.notifier import OPEN, Message, Notifier

SERVICE = DBusAddress(
    "/org/freedesktop/Notifications",
    bus_name="org.freedesktop.Notifications",
    interface="org.freedesktop.Notifications",
)
APP, ICON = "Anakinra Companion", "anakinra-companion"
NORMAL, CRITICAL = 1, 2
# The bus answers within milliseconds; one that does not is none (seconds).
PATIENCE = 2.0


class BusNotifier(Notifier):
    """Calls are sent and never waited for: replies and presses come in with Qt's own events."""

    def __init__(self, address: str = "SESSION", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus: DBusConnection = open_dbus_connection(address, auth_timeout=PATIENCE)
        # Serial of a call that waits for its reply, and what it shows.
        self._sent: dict[int, Message] = {}
        # Name of a notice on screen, and the number the service knows it by.
        self._shown: dict[str, int] = {}
        self._withdrawn: set[str] = set()
        self._bus.send(message_bus.AddMatch(MatchRule(type="signal", interface=SERVICE.interface)))
        self._watch = QSocketNotifier(self._bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._arrived)

    def show_message(self, message: Message) -> None:
        """Asks the service to show it."""
        answers = [text for answer in ((OPEN, ""), *message.answers) for text in answer]
        urgency = CRITICAL if message.urgent else NORMAL
        hints = {"urgency": ("y", urgency), "desktop-entry": ("s", ICON)}
        replaces = self._shown.get(message.name, 0)
        values = (APP, replaces, ICON, message.title, message.body, answers, hints, 0 if message.urgent else -1)
        self._withdrawn.discard(message.name)
        self._call("Notify", "susssasa{sv}i", values, message)

    def withdraw(self, name: str) -> None:
        """Asks the service to take it away, also one whose number has not come back yet."""
        self._withdrawn.add(name)
        number = self._shown.pop(name, None)
        if number is not None:
            self._call("CloseNotification", "u", (number,))

    def knows(self, name: str) -> bool:
        """True once the service shows a notice, until it is gone from the screen."""
        return name in self._shown

    def close(self) -> None:
        """Takes away what it showed, and leaves the bus: a reminder must not outlive its answer."""
        for name in list(self._shown):
            self.withdraw(name)
        self._watch.setEnabled(False)
        self._bus.close()

    def _call(self, method: str, signature: str, values: tuple[Any, ...], message: Message | None = None) -> None:
        serial = next(self._bus.outgoing_serial)
        try:
            self._bus.send(new_method_call(SERVICE, method, signature, values), serial=serial)
        except OSError:
            self._lost(message)
            return
        if message is not None:
            self._sent[serial] = message

    def _arrived(self) -> None:
        try:
            with suppress(TimeoutError):
                while True:
                    self._take(self._bus.receive(timeout=0))
        except (OSError, EOFError):
            self._lost(None)

    def _lost(self, message: Message | None) -> None:
        """The bus is gone, with everything that was on its way."""
        self._watch.setEnabled(False)
        waiting = [*self._sent.values(), *([message] if message is not None else [])]
        self._sent.clear()
        for each in waiting:
            self.failed.emit(each)

    def _take(self, said: BusMessage) -> None:
        fields = said.header.fields
        kind = said.header.message_type
        if kind is MessageType.signal:
            self._heard(str(fields.get(HeaderFields.member)), said.body)
            return
        message = self._sent.pop(int(fields.get(HeaderFields.reply_serial, 0)), None)
        if message is None:
            return
        if kind is MessageType.error:
            self.failed.emit(message)
            return
        self._shown[message.name] = int(said.body[0])
        if message.name in self._withdrawn:
            self.withdraw(message.name)

    def _heard(self, member: str, body: tuple[Any, ...]) -> None:
        names = {number: name for name, number in self._shown.items()}
        if member not in ("ActionInvoked", "NotificationClosed") or body[0] not in names:
            return
        name = names[body[0]]
        if member == "NotificationClosed":
            self._shown.pop(name)
        else:
            self.answered.emit(name, str(body[1]))
