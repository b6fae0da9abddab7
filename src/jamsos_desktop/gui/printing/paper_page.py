"""One paper in the place of the page that it is about, while it is open."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.printing.page import PrintPage
from jamsos_desktop.gui.printing.paper import Paper, PaperPresenter, PaperState
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class PaperPage(PrintPage):
    """Shows it with what should be known before it is given away."""

    left = Signal()

    def __init__(
        self, title: str, note: str, context: PageContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, words(note, None), parent, back=_("Kembali"))
        self.state = PaperState()
        self.presenter = PaperPresenter(self, context.jobs, context.desk, context.tell_done)
        self.serve(self.presenter, self.state)
        self.back.clicked.connect(self.left)
        keys.bind("leave", self, self.back.click)
        self.display(self.state)

    def open(self, paper: Paper) -> None:
        """Make this paper and show it."""
        self.presenter.open(paper)
        self.focus_first((self.back,))

    def display(self, state: PaperState) -> None:
        """Show the state."""
        self.state = state
        self.show_out(state, partial(self._show_title, state), (self.print, self.back))

    def _show_title(self, state: PaperState) -> None:
        if state.title:
            self.heading.setText(state.title)

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody looks at is not kept: it may be about a person."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.presenter.close()
