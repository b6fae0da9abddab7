"""The page "Calon peserta": the list, and over it a list on its way in."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.candidates.lines import Line
from jamsos_desktop.gui.candidates.list_view import ListPage
from jamsos_desktop.gui.candidates.presenter import CandidatesPresenter, ListState, Show
from jamsos_desktop.gui.page_context import PageContext


class CandidatesView(QWidget):
    """Puts the presenter's answers on the screen and its keys at the pages."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        office = context.desk.installation.mode == "office"
        self.list = ListPage(office=office, parent=self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self.presenter = CandidatesPresenter(self, context.jobs, context.desk, self._on_chosen)
        self._connect()
        self.show_list(self.presenter.state)

    def _connect(self) -> None:
        self.list.typed.connect(self.presenter.search)
        self.list.more_wanted.connect(self.presenter.fetch_more)
        self.list.show_wanted.connect(self._on_show)
        self.list.programme.picked.connect(self._on_programme)
        self.list.place.picked.connect(self.presenter.choose_place)
        self.list.ceremony_wanted.connect(self.presenter.choose_for_ceremony)
        keys.bind("search", self.list, self.list.focus_search)

    def show_list(self, state: ListState) -> None:
        """Say what stands around the table."""
        self.list.show_state(state)

    def show_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Show these lines only."""
        self.list.show_lines(lines, more=more)

    def append_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Add these lines at the end."""
        self.list.append_lines(lines, more=more)

    def _on_programme(self, programme_id: str) -> None:
        if programme_id:
            self.presenter.choose_programme(programme_id)

    def _on_show(self, show: Show) -> None:
        self.presenter.choose_show(show)

    def _on_chosen(self, said: str, undo: Callable[[], object]) -> None:
        self._context.show_result(said, undo)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.presenter.refresh()
