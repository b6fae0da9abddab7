"""Waiting in tests: for what has to happen, not for how fast this machine happens to be today."""

from pytestqt.qtbot import QtBot

#: How long until a test gives up on what never comes. Many times what a busy machine needs.
LIMIT = 60_000  # ms


class PatientBot(QtBot):
    """Waits as long as a busy machine needs, where pytest-qt gives up after five seconds."""

    def waitUntil(self, callback, *, timeout=LIMIT):
        return super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=LIMIT, **options):
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitExposed(self, widget, *, timeout=LIMIT):
        return super().waitExposed(widget, timeout=timeout)
