"""Cards: which, how they look, and out with them."""

from functools import partial

from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui.cards.choosing import Choosing
from jamsos_desktop.gui.cards.presenter import CardsPresenter
from jamsos_desktop.gui.cards.state import State
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.printing.page import PrintPage
from jamsos_desktop.gui.widgets.when_shown import when_shown
from jamsos_desktop.i18n import _


class CardsPage(PrintPage):
    """Draws the presenter's state."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        choosing = Choosing()
        super().__init__(_("Cetak kartu"), choosing, parent)
        self.choosing = choosing
        self.state = State()
        self.presenter = CardsPresenter(self, context.jobs, context.desk, context.tell_done)
        self.serve(self.presenter, self.state)
        presenter = self.presenter
        self.choosing.event_chosen.connect(presenter.choose_event)
        self.choosing.people_chosen.connect(presenter.choose_people)
        self.choosing.reprint.told.connect(presenter.tell_reason)
        self.choosing.look.design_chosen.connect(presenter.choose_design)
        self.choosing.look.sheet_chosen.connect(presenter.choose_sheet)
        self.choosing.look.photo_chosen.connect(presenter.choose_photo)
        self.display(self.state)
        when_shown(self, presenter.refresh)

    def display(self, state: State) -> None:
        """Show the state."""
        self.state = state
        places = (self.print, self.choosing.people.new)
        self.show_out(state, partial(self.choosing.show_state, state), places)
