"""Cards: which, how they look, and out with them."""

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui.cards.choosing import Choosing
from jamsos_desktop.gui.cards.presenter import CardsPresenter
from jamsos_desktop.gui.cards.state import State
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.printing.page import PrintPage
from jamsos_desktop.i18n import _


class CardsPage(PrintPage):
    """Draws the presenter's state."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Cetak kartu"), context, parent)
        self.state = State()
        self.choosing = Choosing(self)
        self.choices.addWidget(self.choosing)
        self.choices.addStretch(1)
        self.presenter = CardsPresenter(self, context.jobs, context.desk, self.tell)
        self.serve(self.presenter, self.state)
        presenter = self.presenter
        self.choosing.event_chosen.connect(presenter.choose_event)
        self.choosing.people_chosen.connect(presenter.choose_people)
        self.choosing.reprint.told.connect(presenter.tell_reason)
        self.choosing.look.design_chosen.connect(presenter.choose_design)
        self.choosing.look.sheet_chosen.connect(presenter.choose_sheet)
        self.choosing.look.photo_chosen.connect(presenter.choose_photo)
        self.display(self.state)

    def display(self, state: State) -> None:
        """Show the state."""
        self.state = state
        places = (self.print, self.choosing.people.new)
        self.show_out(state, partial(self.choosing.show_state, state), places)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.presenter.refresh()
