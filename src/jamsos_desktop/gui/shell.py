"""The one window of the program: first start, login, or the pages of an open desk."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.widgets.notice import Notice
from jamsos_desktop.i18n import _

if TYPE_CHECKING:
    from jamsos_desktop.gui.main_window import MainWindow, Page
    from jamsos_desktop.services.desk import Desk

    PagesFor = Callable[[Desk, JobRunner, MainWindow], Sequence[Page]]

LOCK_AGAIN = 50  # ms between looks whether the worker is free
SOON = 300  # ms: after the first picture, before anybody has typed a password


class Shell(QWidget):
    """Moves between the three, and lets nothing of a desk stay behind when it is left."""

    def __init__(self, data_dir: Path, jobs: JobRunner, pages_for: "PagesFor") -> None:
        """``pages_for`` gives the pages of a desk, from the top down."""
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle("JAMSOS Desktop")
        self._data_dir = data_dir
        self._jobs = jobs
        self._pages_for = pages_for
        self._desk: Desk | None = None
        self._screen: QWidget | None = None
        self._window: MainWindow | None = None
        self.notice = Notice(self)  # above everything: what did not stop the program
        self.notice.setProperty("edge", True)
        self._layout = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addLayout(self._layout, 1)
        self._lock_soon = QTimer(self)
        self._lock_soon.setSingleShot(True)
        self._lock_soon.setInterval(LOCK_AGAIN)
        self._lock_soon.timeout.connect(self.lock)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._warm_up)

    def begin(self) -> None:
        """Show the first start where the folder is empty, otherwise the login.

        What stands in the way (a lost keyring, a folder of a newer program) is said and no more.
        """
        from jamsos_desktop.storage.vault import read_keyring

        try:
            keyring = read_keyring(self._data_dir)
        except UserError as error:
            self._stop_at(error)
            return
        if keyring is None:
            self.show_first_start()
        else:
            self.show_login(self._data_dir, keyring.name, practice=keyring.practice)
        self._soon.start()

    def _stop_at(self, error: UserError) -> None:
        from jamsos_desktop.gui.widgets.empty_state import EmptyState
        from jamsos_desktop.messages import explain

        said = explain(error)
        self._put(EmptyState("circle-x", said.what, f"{said.data} {said.todo}", self))

    def _warm_up(self) -> None:
        from jamsos_desktop.gui.doors import warm_up

        self._jobs.start(warm_up, _ignore, _ignore)

    def shown(self) -> QWidget | None:
        """What is shown: the first start, the login or the main window."""
        return self._screen

    def show_first_start(self) -> None:
        """The three ways on."""
        from jamsos_desktop.gui.doors import set_up_in
        from jamsos_desktop.gui.first_start.presenter import FirstStartPresenter
        from jamsos_desktop.gui.first_start.view import FirstStartView

        view = FirstStartView(self)
        services = set_up_in(self._data_dir)
        view.presenter = FirstStartPresenter(view, self._jobs, services, self.open_desk)
        self._put(view)
        view.presenter.open()

    def show_login(self, data_dir: Path, name: str, *, practice: bool) -> None:
        """The login of the installation in ``data_dir``."""
        from jamsos_desktop.gui.doors import doors_of
        from jamsos_desktop.gui.login.presenter import LoginPresenter
        from jamsos_desktop.gui.login.view import LoginView

        lead = _("Masuk untuk mulai bekerja.")
        if practice:
            lead = _("Latihan. Nama pengguna: latihan, kata sandi: latihan123")
        view = LoginView(name, lead, self)
        view.presenter = LoginPresenter(view, self._jobs, doors_of(data_dir), self.open_desk)
        self._put(view)
        view.presenter.open()

    def open_desk(self, desk: "Desk") -> None:
        """The pages for the officer who has signed in."""
        self._desk = desk
        self._open_window(desk).open_first()

    def _open_window(self, desk: "Desk") -> "MainWindow":
        from jamsos_desktop.gui.main_window import MainWindow

        window = self._window = MainWindow(self)
        window.lock_wanted.connect(self.lock)
        window.renew_wanted.connect(self.renew)
        window.set_pages(self._pages_for(desk, self._jobs, window))
        self._put(window)
        return window

    def renew(self, said: str) -> None:
        """Build the window anew for texts of another size, and open the page that was open.

        Rows and fields are measured when they are made. Drafts are kept, as before locking.
        """
        if self._desk is None or self._window is None:
            return
        if self._jobs.busy:
            QTimer.singleShot(LOCK_AGAIN, self, partial(self.renew, said))
            return
        key = self._window.shown_page()
        self._window.closing.emit()
        window = self._open_window(self._desk)
        window.open_page(key)
        window.show_result(said)

    def lock(self) -> None:
        """Forget the key and ask for the password again. Drafts are already saved."""
        desk = self._desk
        if desk is None or self._window is None:
            return
        if self._jobs.busy:  # a draft that is being saved, or a long export
            self._window.show_result(_("Layar dikunci begitu pekerjaan ini selesai."))
            self._lock_soon.start()
            return
        self._leave_desk()
        installation = desk.installation
        self.show_login(desk.data_dir, installation.name, practice=installation.practice)

    def _leave_desk(self) -> None:
        self._lock_soon.stop()
        if self._window is not None:
            self._window.closing.emit()
            self._window = None
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def _put(self, screen: QWidget) -> None:
        old = self._screen
        self._screen = screen
        self._layout.addWidget(screen)
        self._layout.setCurrentWidget(screen)
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._soon.stop()
        self._lock_soon.stop()
        self._jobs.shutdown()
        self._leave_desk()
        super().closeEvent(event)


def _ignore(_answer: object) -> None:
    """Nobody waits for it."""
