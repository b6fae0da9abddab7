"""The page "Peserta": the list, and over it the page of one person."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from jamsos_desktop.gui import dialogs, keys
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.participants.lines import Line
from jamsos_desktop.gui.participants.list_view import ListView
from jamsos_desktop.gui.participants.person_view import PersonView
from jamsos_desktop.gui.participants.presenter import (
    ListState,
    ParticipantsPresenter,
    PersonState,
)
from jamsos_desktop.gui.widgets.when_shown import when_shown
from jamsos_desktop.i18n import _

if TYPE_CHECKING:
    from jamsos_desktop.gui.printing.paper_page import PaperPage


class ParticipantsView(QWidget):
    """Puts the presenter's answers on the screen and its keys at the two pages."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.list = ListView(self)
        self.person = PersonView(self)
        self.own_data: PaperPage | None = None  # made when it is wanted
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.person)
        self.presenter = ParticipantsPresenter(
            self, context.jobs, context.desk, context.show_result
        )
        self._connect()
        self._bind_keys()
        when_shown(self, self.presenter.refresh)

    def _connect(self) -> None:
        self.list.typed.connect(self.presenter.search)
        self.list.first_wanted.connect(self.presenter.open_first)
        self.list.open_wanted.connect(self.presenter.open_person)
        self.list.more_wanted.connect(self.presenter.fetch_more)
        self.list.print_wanted.connect(self.print_cards)
        self.list.ceremony_wanted.connect(self.presenter.choose_for_ceremony)
        self.list.show_wanted.connect(self.presenter.show_only)
        self.person.reveal_wanted.connect(self.presenter.reveal)
        self.person.cover_wanted.connect(self.presenter.cover)
        self.person.left.connect(self.presenter.close_person)
        self.person.print_wanted.connect(self._on_print_one)
        self.person.correct_wanted.connect(self._on_correct)
        self.person.own_data.clicked.connect(self._on_own_data)
        self.person.withdrawal.confirmed.connect(self.presenter.change_consent)
        self.person.voiding.confirmed.connect(self.presenter.change_void)
        self.person.verdict.decided.connect(self.presenter.decide)
        self.person.verdict.undone.connect(self.presenter.undo_decisions)
        self.person.verdict.answer_undone.connect(self.presenter.undo_answer)

    def _bind_keys(self) -> None:
        keys.bind("search", self, self._on_search)
        keys.bind("print", self.list, self.list.print_button.click)
        keys.bind("print", self.person, self.person.print_button.click)
        keys.bind("correct", self.person, self.person.correct_button.click)
        keys.bind("reveal", self.person, self.person.reveal_button.click)
        keys.bind("leave", self.person, self.presenter.close_person)

    def show_list(self, state: ListState) -> None:
        """Say what stands around the table."""
        self.list.show_state(state)

    def show_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Show these lines only."""
        self.list.show_lines(lines, more=more)

    def append_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Add these lines at the end."""
        self.list.append_lines(lines, more=more)

    def show_person(self, state: PersonState | None) -> None:
        """Show a person's page, or the list again with the cursor where it was."""
        if state is None:
            self._stack.setCurrentWidget(self.list)
            self.list.table.setFocus()
            return
        self.person.show_state(state)
        if self._stack.currentWidget() is not self.person:
            self._stack.setCurrentWidget(self.person)
            self.person.print_button.setFocus()

    def print_cards(self, record_ids: list[str]) -> None:
        """Go to "Cetak" with these people."""
        from jamsos_desktop.gui.cards.view import KEY, CardsView  # loads what makes PDFs

        page = self._context.go_to(KEY)
        if isinstance(page, CardsView):
            page.take_over(record_ids)

    def _on_print_one(self, record_id: str) -> None:
        self.print_cards([record_id])

    def _on_correct(self, record_id: str) -> None:
        """Go to "Pendaftaran" with this person's record in the form."""
        from jamsos_desktop.gui.enrolment.view import EnrolmentView

        page = self._context.go_to("enrolment")
        if isinstance(page, EnrolmentView):
            page.presenter.turns.correct(record_id)

    def _on_own_data(self) -> None:
        dialogs.ask(
            self,
            _("Buka semua data orang ini?"),
            _("NIK-nya lengkap di dalamnya, dan tercatat bahwa Anda melihatnya."),
            yes=_("Buka datanya"),
            no=_("Tidak jadi"),
            on_yes=self._show_own_data,
        )

    def _show_own_data(self) -> None:
        """In the place of their page: printed, no file with a whole NIK stays on the laptop."""
        from jamsos_desktop.gui.printing.paper_page import PaperPage  # loads what makes PDFs

        paper = self.presenter.own_data()
        if paper is None:
            return
        if self.own_data is None:
            note = _("Berikan hanya kepada orangnya. PDF yang disimpan: hapus sesudahnya.")
            self.own_data = PaperPage(_("Data saya"), note, self._context, self)
            self.own_data.left.connect(self._leave_own_data)
            self._stack.addWidget(self.own_data)
        self._stack.setCurrentWidget(self.own_data)
        self.own_data.open(paper)

    def _leave_own_data(self) -> None:
        self._stack.setCurrentWidget(self.person)
        self.person.own_data.setFocus()
        self.presenter.refresh()

    def _on_search(self) -> None:
        if self._stack.currentWidget() is self.person:
            self.presenter.close_person()
        self.list.focus_search()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.presenter.cover()
