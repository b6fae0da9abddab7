"""Looks into the folder that the laptops of an event share, whatever page is open."""

from PySide6.QtCore import QObject, QTimer

from jamsos_desktop.gui.exchange.neighbours import Neighbours
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.services.desk import Desk

EVERY = 60_000  # ms between two looks
SOON = 2_000  # ms after the window was opened


class Watch(QObject):
    """A timer, and a worker for files that has no database."""

    def __init__(self, jobs: Jobs, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = JobRunner(parent=self)
        self.presenter = Neighbours(jobs, self._files, desk)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.presenter.tick)
        self._timer.start()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.presenter.open)
        self._soon.start()

    def close(self) -> None:
        """Look no more. What is being written is ended first."""
        self._timer.stop()
        self._soon.stop()
        self._files.shutdown()
