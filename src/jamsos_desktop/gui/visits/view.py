"""The page "Belum terdaftar": neighbourhoods, the doors of one, and a note of a visit."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.today.calling import begin_with
from jamsos_desktop.gui.visits.door_page import DoorPage, NoteForm
from jamsos_desktop.gui.visits.lines import DoorLine
from jamsos_desktop.gui.visits.place_page import PlacePage
from jamsos_desktop.gui.visits.presenter import State, Step, VisitsPresenter
from jamsos_desktop.services.expected import start_with_candidate


class VisitsView(QWidget):
    """One page over the other, as one comes nearer to a door."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._state: State | None = None
        self.presenter = VisitsPresenter(self, context.jobs, context.desk, context.tell_done)
        self.places = PlacePage(self)
        self.doors = DoorPage(self)
        self.note = NoteForm(self)
        self._stack = QStackedLayout(self)
        for page in (self.places, self.doors, self.note):
            self._stack.addWidget(page)
        self._connect()
        self.display(self.presenter.state)

    def _connect(self) -> None:
        presenter = self.presenter
        self.places.opened.connect(presenter.open_place)
        self.places.filter.edited.connect(self._on_filter)
        self.doors.back.clicked.connect(presenter.leave)
        self.doors.note_wanted.connect(presenter.begin_note)
        self.doors.register_wanted.connect(self._on_register)
        self.note.back.clicked.connect(presenter.leave)
        self.note.submitted.connect(self._on_note)

    def display(self, state: State) -> None:
        """Show the state."""
        moved = self._state is None or state.step != self._state.step
        self._state = state
        self.places.show_state(state)
        self.doors.show_state(state)
        page = self._show_error(state)
        self._stack.setCurrentWidget(page)
        if state.step == "note" and state.door is not None:
            if moved:
                self.note.begin(state.door)
            self.note.set_busy(state.busy)
            self.note.show_findings(state.findings)
        elif moved and self.isVisible():
            self._table().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_error(self, state: State) -> QWidget:
        """Say on the page that is shown what went wrong; that page."""
        pages: dict[Step, PlacePage | DoorPage | NoteForm]
        pages = {"places": self.places, "doors": self.doors, "note": self.note}
        for step, page in pages.items():
            page.notice.show_outcome(state.error if step == state.step else None)
        return pages[state.step]

    def _table(self) -> QWidget:
        on_doors = self._state is not None and self._state.step == "doors"
        return self.doors.table if on_doors else self.places.table

    def _on_filter(self) -> None:
        self.presenter.search(self.places.filter.raw())

    def _on_register(self, line: DoorLine) -> None:
        begin_with(self._context, partial(start_with_candidate, self._context.desk, line.record_id))

    def _on_note(self) -> None:
        given = self.note.values()
        self.presenter.note(given["outcome"], given["note"])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.presenter.refresh()
            if self._state is not None and self._state.step != "note":
                self._table().setFocus(Qt.FocusReason.OtherFocusReason)
