"""The page "BPJS": what goes out; over it a file of answers that came, or those of before."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.bpjs.answers import AnswersPresenter
from jamsos_desktop.gui.bpjs.answers_page import AnswersPage
from jamsos_desktop.gui.bpjs.presenter import SendPresenter
from jamsos_desktop.gui.bpjs.send_page import SendPage
from jamsos_desktop.gui.bpjs.state import AnswersState, SendState
from jamsos_desktop.gui.bpjs.taken import PersonLine, TakenPresenter, TakenState
from jamsos_desktop.gui.bpjs.taken_page import TakenPage
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.participants.view import ParticipantsView
from jamsos_desktop.gui.widgets.file_drop import accept_file
from jamsos_desktop.gui.widgets.when_shown import when_shown
from jamsos_desktop.i18n import _


class BpjsView(QWidget):
    """Puts the presenters' answers on the screen and asks for files and folders."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.send = SendPage()
        self.answers = AnswersPage()
        self.taken = TakenPage()
        self._stack = QStackedLayout(self)
        for page in (self.send, self.answers, self.taken):
            self._stack.addWidget(page)
        self.sending = SendPresenter(
            self, context.jobs, context.desk, context.show_result, context.refresh_header
        )
        self.taking = AnswersPresenter(self, context.jobs, context.desk, context.tell_done)
        self.undoing = TakenPresenter(self, context.jobs, context.desk, self._on_undone)
        accept_file(self, self.taking.open)
        self._connect()
        self.send.show_state(self.sending.state)
        when_shown(self, self.sending.refresh)

    def _connect(self) -> None:
        send, sending = self.send, self.sending
        send.programme.picked.connect(sending.choose_programme)
        send.event_edit.picked.connect(sending.choose_event)
        send.layout_edit.picked.connect(sending.choose_layout)
        send.format_chosen.connect(sending.choose_format)
        send.again_chosen.connect(self._on_again)
        send.person_wanted.connect(self._on_person)
        send.accept.clicked.connect(sending.accept)
        send.export.clicked.connect(self._on_export)
        send.save.clicked.connect(self._on_save_held)
        send.answers.clicked.connect(self._on_answers)
        send.stop_wanted.connect(self._on_stop)
        answers, taking = self.answers, self.taking
        answers.table.opened.connect(taking.toggle)
        answers.all.clicked.connect(taking.toggle_all)
        answers.save.clicked.connect(self._on_save_report)
        answers.stop_wanted.connect(taking.stop)
        answers.back.clicked.connect(taking.leave)
        answers.go.clicked.connect(self._on_go)
        taken, undoing = self.taken, self.undoing
        send.before.clicked.connect(undoing.open)
        taken.file_chosen.connect(undoing.choose)
        taken.file_undone.connect(undoing.undo)
        taken.person_undone.connect(self._on_undo)
        taken.back.clicked.connect(undoing.leave)

    def show_sending(self, state: SendState) -> None:
        """Show who goes and who does not; a file of answers may be on its way in meanwhile."""
        coming = self.taking.state
        if coming.progress and not state.progress:
            state = replace(state, progress=coming.progress)
        if coming.error and not coming.file:
            state = replace(state, error=coming.error)
        self.send.show_state(state)

    def show_answers(self, state: AnswersState) -> None:
        """Show the file of answers while one is open."""
        if state.file:
            self.answers.show_state(state)
        self.show_sending(self.sending.state)
        self._show_page()

    def show_taken(self, state: TakenState) -> None:
        """Show the answers that were recorded while they are open."""
        if state.open:
            self.taken.show_state(state)
        self._show_page()

    def _show_page(self) -> None:
        """A file that came lies over the files of before, and these over what goes out."""
        page: SendPage | AnswersPage | TakenPage = self.send
        if self.taking.state.file:
            page = self.answers
        elif self.undoing.state.open:
            page = self.taken
        if self._stack.currentWidget() is page:
            return
        self._stack.setCurrentWidget(page)
        if page is self.taken:
            self.taken.take_focus()
        else:
            first = self.answers.table if page is self.answers else self.send.answers
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stop(self) -> None:
        """Both kinds of work show how far they are in the same place."""
        self.sending.stop()
        self.taking.stop()

    def _on_again(self, again: bool) -> None:
        self.sending.choose_again(again=again)

    def _on_person(self, record_id: str) -> None:
        """Show somebody who is held back on their own page."""
        page = self._context.go_to("participants")
        if isinstance(page, ParticipantsView):
            page.presenter.open_person(record_id)

    def _on_export(self) -> None:
        dialogs.choose_folder(self, _("Pilih folder untuk berkas BPJS"), self.sending.export)

    def _on_save_held(self) -> None:
        title, kinds = _("Simpan daftar yang tidak ikut"), _("Daftar CSV (*.csv)")
        name = self.sending.file_name()
        dialogs.choose_new_file(self, title, name, kinds, self.sending.save_held)

    def _on_save_report(self) -> None:
        title, kinds = _("Simpan laporan"), _("Daftar CSV (*.csv)")
        name = self.taking.file_name()
        dialogs.choose_new_file(self, title, name, kinds, self.taking.save_report)

    def _on_answers(self) -> None:
        kinds = _("Daftar Excel atau CSV (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.txt)")
        dialogs.choose_file(self, _("Pilih berkas jawaban BPJS"), kinds, self.taking.open)

    def _on_undo(self, reason: str, person: PersonLine) -> None:
        self.undoing.undo(reason, person)

    def _on_undone(self, said: str) -> None:
        self._context.tell_done(said)
        self.sending.refresh()

    def _on_go(self) -> None:
        if self.taking.state.taken is None:
            self.taking.take()
        else:
            self.taking.leave()
            self.sending.refresh()
            if self.undoing.state.open:
                self.undoing.open()
