"""Which pages an officer gets; each is imported when it is opened for the first time."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui.header import Header
from jamsos_desktop.gui.main_window import HELP, MainWindow, Page
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _

if TYPE_CHECKING:
    from jamsos_desktop.services.desk import Desk


def pages_for(desk: "Desk", _jobs: Jobs, window: MainWindow) -> list[Page]:
    """The pages of this desk from the top down; says at the top of the window who sits at it."""
    window.show_header(Header(officer=desk.officer.name, practice=desk.installation.practice))
    return [Page(HELP, _("Bantuan"), "circle-question-mark", _build_help)]


def _build_help() -> QWidget:
    from jamsos_desktop.gui.help.view import HelpView

    return HelpView()
