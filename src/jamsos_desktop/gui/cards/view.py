"""The page "Cetak": cards, and in their place what the city brings, or the event's papers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from jamsos_desktop.gui.cards.page import CardsPage
from jamsos_desktop.gui.cards.setup_form import SetupForm
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services import camera

if TYPE_CHECKING:
    from jamsos_desktop.gui.papers.view import PapersView

KEY = "cards"  # this page's name in the window


class CardsView(QStackedWidget):
    """One of its pages at a time; each has keys of its own."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.cards = CardsPage(context, self)
        self.setup = SetupForm(context, self)
        self.papers: PapersView | None = None  # made when it is wanted
        self.addWidget(self.cards)
        self.addWidget(self.setup)
        self.cards.choosing.setup_wanted.connect(self.open_setup)
        self.cards.choosing.papers_wanted.connect(self.open_papers)
        self.setup.back.clicked.connect(self.leave_setup)
        self.setup.changed.connect(self.cards.presenter.refresh)

    def take_over(self, record_ids: Sequence[str]) -> None:
        """Cards of these people."""
        self.cards.presenter.take_over(record_ids)

    def open_setup(self) -> None:
        """What the city brings, and the printers' measures."""
        self.setCurrentWidget(self.setup)
        self.setup.open()

    def leave_setup(self) -> None:
        """Back to the cards."""
        self._leave(self.cards.choosing.setup)

    def open_papers(self) -> None:
        """Hand cards over, and the event's lists."""
        from jamsos_desktop.gui.papers.view import PapersView  # it loads what makes them

        if self.papers is None:
            open_camera = camera.open_camera if camera.is_installed() else None
            self.papers = PapersView(self._context, self, open_camera)
            self.papers.back.clicked.connect(self.leave_papers)
            self.addWidget(self.papers)
        self.setCurrentWidget(self.papers)
        people = self.cards.state.people
        self.papers.open(people.handed if people.part == "handed" else ())

    def leave_papers(self) -> None:
        """Back to the cards."""
        self._leave(self.cards.choosing.papers)

    def _leave(self, opener: QWidget) -> None:
        self.setCurrentWidget(self.cards)
        opener.setFocus(Qt.FocusReason.OtherFocusReason)
