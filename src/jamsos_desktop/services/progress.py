"""How long work tells how far it is and is asked to stop. Known to services, CLI and GUI; no Qt."""

import threading
from collections.abc import Callable

from jamsos_desktop.errors import Cancelled

Report = Callable[[int, int], None]
"""Called with how much is done and how much there is in all (0 when unknown)."""


def silent(done: int, total: int) -> None:
    """The report for work that nobody watches."""


class CancelToken:
    """A wish to stop, set by one thread and looked at by another."""

    def __init__(self) -> None:
        self._wanted = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._wanted.set()

    @property
    def wanted(self) -> bool:
        """Somebody asked to stop."""
        return self._wanted.is_set()

    def check(self) -> None:
        """Raise :class:`Cancelled` if somebody asked to stop."""
        if self._wanted.is_set():
            raise Cancelled
