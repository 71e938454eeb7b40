"""A desktop's notification service, as freedesktop.org describes it, on a bus of its own."""

from __future__ import annotations

from typing import Any

from jeepney import HeaderFields, MessageType, message_bus, new_error, new_method_return, new_signal
from jeepney import Message as BusMessage
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg
from PySide6.QtCore import QObject, QSocketNotifier

from anakinra_companion.ui.notifications.bus import SERVICE

NAME = "org.freedesktop.Notifications"


class NotificationService(QObject):
    """Keeps what it was asked to show, in `notes` by number; presses and closings are told as a desktop would."""

    def __init__(self, address: str, *, refuses: bool = False) -> None:
        super().__init__()
        self.notes: dict[int, tuple[Any, ...]] = {}
        # How many were shown, those that were replaced or taken away included.
        self.shown = 0
        self._refuses = refuses
        self._next = 1
        self._bus = open_dbus_connection(address)
        unwrap_msg(self._bus.send_and_get_reply(message_bus.RequestName(NAME)))
        self._watch = QSocketNotifier(self._bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._arrived)

    @property
    def is_open(self) -> bool:
        return self._watch.isEnabled()

    def press(self, number: int, key: str) -> None:
        """The person presses an answer."""
        self._bus.send(new_signal(SERVICE, "ActionInvoked", "us", (number, key)))

    def dismiss(self, number: int) -> None:
        """The person waves it away."""
        del self.notes[number]
        self._bus.send(new_signal(SERVICE, "NotificationClosed", "uu", (number, 2)))

    def close(self) -> None:
        self._watch.setEnabled(False)
        self._bus.close()

    def _arrived(self) -> None:
        try:
            while True:
                self._take(self._bus.receive(timeout=0))
        except TimeoutError:
            pass

    def _take(self, said: BusMessage) -> None:
        if said.header.message_type is not MessageType.method_call:
            return
        method = said.header.fields[HeaderFields.member]
        if self._refuses:
            self._bus.send(new_error(said, "org.freedesktop.Notifications.Error.No"))
        elif method == "Notify":
            number = said.body[1] or self._next
            self._next = max(self._next, number) + 1
            self.notes[number] = said.body
            self.shown += 1
            self._bus.send(new_method_return(said, "u", (number,)))
        elif method == "CloseNotification":
            self.notes.pop(said.body[0], None)
            self._bus.send(new_method_return(said))
