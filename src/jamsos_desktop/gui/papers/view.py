"""The event's papers and the hand-over, in the place of the cards while they are open."""

from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.live_camera import OpenCamera
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.papers.choosing import Choosing
from jamsos_desktop.gui.papers.presenter import PapersPresenter
from jamsos_desktop.gui.papers.state import State
from jamsos_desktop.gui.printing.page import PrintPage
from jamsos_desktop.i18n import _


class PapersView(PrintPage):
    """Draws the presenter's state, and hands cards over beside the minutes."""

    def __init__(
        self,
        context: PageContext,
        parent: QWidget | None = None,
        open_camera: OpenCamera | None = None,
    ) -> None:
        """``open_camera`` is None where the program has no part for cameras."""
        choosing = Choosing()
        super().__init__(_("Surat dan daftar"), choosing, parent, back=_("Kembali ke kartu"))
        self.choosing = choosing
        self.hand_over = choosing.options.hand_over
        self.question.no.setToolTip(_("Tetap “belum dicetak”."))
        self.state = State()
        self.presenter = PapersPresenter(self, context.jobs, context.desk, context.tell_done)
        self.hand_over.lens.offer(open_camera)
        self.serve(self.presenter, self.state)
        self._connect()
        self.display(self.state)

    def _connect(self) -> None:
        presenter = self.presenter
        self.choosing.event_chosen.connect(presenter.choose_event)
        self.choosing.document_chosen.connect(presenter.choose_document)
        self.choosing.options.chosen.connect(presenter.choose)
        self.choosing.options.called.connect(presenter.call)
        self.choosing.options.reason_given.connect(presenter.give_reason)
        self.hand_over.wanted.connect(presenter.handing.hand_over)
        self.hand_over.edited.connect(presenter.handing.forget)
        self.hand_over.lens.failed.connect(presenter.fail)
        self._left.verticalScrollBar().rangeChanged.connect(self._on_room)
        keys.bind("leave", self, self.back.click)

    def open(self, record_ids: tuple[str, ...] = ()) -> None:
        """Make the paper anew, or papers for these people of another page.

        The cursor stands where the next card is scanned, where one can be.
        """
        if record_ids:
            self.presenter.take_over(record_ids)
        else:
            self.presenter.refresh()
        self.focus_first(self._places())

    def display(self, state: State) -> None:
        """Show the state."""
        self.state = state
        if state.kind != "minutes":
            self.hand_over.lens.close()
        self.show_out(state, partial(self.choosing.show_state, state), self._places())

    def _places(self) -> tuple[QWidget, ...]:
        """Where somebody goes on: the scanner's field, or what can be chosen."""
        return self.hand_over.code, self.choosing.document_edit

    def _on_room(self, _low: int, high: int) -> None:
        """In a low window what the camera sees, and the answer, are scrolled to."""
        if self.hand_over.lens.on:
            self._left.verticalScrollBar().setValue(high)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is looked at by a camera whose picture is not on the screen."""
        self.hand_over.lens.close()
        super().hideEvent(event)
